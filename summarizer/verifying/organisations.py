"""The organisations for which a text has a named person speak."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = r"[A-Z][\w'-]*(?:\s+(?:(?:of|for|and|the)\s+){0,2}[A-Z][\w'-]*)*"
_OFFICE = (
    r"(?:spokes\w+|director|head|chief|researcher|analyst|secretary|president|chair\w*|lawyer|coordinator|adviser|representative|official"
    r"|engineer|leader|commissioner|officer|manager|delegate|member|envoy)"
)


@lru_cache(maxsize=4096)
def organisations_of(name: str, text: str) -> frozenset[str]:
    """Last words of the organisations: Observatory for "Ann Lee, researcher at the Rights Observatory", "Observatory spokesman Lee"."""
    last = re.escape(name.split()[-1].removesuffix("'s"))
    person = rf"(?:[A-Z][\w'.-]*\s+){{0,3}}{last}\b"
    found = (
        *re.finditer(
            rf"\b{last},\s+(?:[\w'-]+\s+){{1,6}}?(?:at|of|for|with|from)\s+(?:the\s+|its\s+)?(?P<org>{_RUN})", text
        ),
        *re.finditer(rf"\b{_OFFICE}\s+(?:at|of|for|with|from)\s+(?:the\s+)?(?P<org>{_RUN}),?\s+{person}", text),
        *re.finditer(rf"(?P<org>{_RUN})(?<!'s)(?:'s)?\s+(?:[a-z-]+\s+){{0,2}}{_OFFICE},?\s+{person}", text),
    )
    return frozenset(match["org"].split()[-1].removesuffix("'s") for match in found if match["org"][:1].isupper())
