"""The words of a text: runs of letters, and runs of digits. Dates and quantities of a sentence are sought from the same ones."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|\d+")
_KEPT = 64  # texts: what is asked of a sentence is asked at about the same time


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """All words in order."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=_KEPT)
def starts_of(text: str) -> tuple[int, ...]:
    """Where each of `words_of` begins."""
    at = 0
    starts: list[int] = []
    for word in words_of(text):
        at = text.find(word, at)  # nothing that a word consists of stands between two words
        starts.append(at)
        at += len(word)
    return tuple(starts)
