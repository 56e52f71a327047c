"""Publishers that are organs of a state: whose release an article is."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.actors import NameHit, find_names

_ORGAN = re.compile(
    r"\b(?:ministry|embassy|consulate|high commission|permanent mission|presidency|president|government|spokesperson|chancellery"
    r"|cabinet|department of|secretariat|armed forces|army|navy|general staff|border guards?|coast ?guard|police|parliament)\b",
    re.I,
)
_MEDIUM = re.compile(
    r"\b(?:agency|daily|weekly|news|newspaper|times|herald|gazette|radio|television|tv|post|review|magazine|monitor|watch)\b",
    re.I,
)


@lru_cache(maxsize=1024)
def organ_of(publisher: str) -> NameHit | None:
    """The country whose organ a publisher is, as its name tells it ("Embassy of Oman in Yemen": Oman); None for all others."""
    if not _ORGAN.search(publisher) or _MEDIUM.search(publisher):
        return None
    first = next(iter(find_names(publisher)), None)
    return first if first is not None and first.kind in ("name", "demonym", "capital") else None
