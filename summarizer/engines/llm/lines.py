"""Text of others in one line of ours."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def one_line(text: str) -> str:
    """A text without line breaks and control characters, so that it can't open a line of its own."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SURROGATE.sub("\ufffd", _BREAKS.sub(" ", text)).strip()
