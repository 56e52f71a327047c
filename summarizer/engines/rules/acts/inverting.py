"""Auxiliaries before their subject: "Nor had Chad recalled its envoy", "Only on Monday were two men freed". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading, climb

_NEGATING = frozenset(("nor", "neither", "never"))
_OPENING = _NEGATING | {"only", "not", "at"}
_BEFORE = tk.DO | tk.HAVE | tk.BE
_AT_NO_TIME = ["at", "no", "time"]
_NEAR = 12  # tokens between what makes a sentence turn round and its auxiliary: "Nor, she said on Friday, had …"


def inverted_auxiliary(reading: Reading, verb: int) -> int | None:
    """The auxiliary before the subject of a verb that has none right before it, where a word at the front calls for that."""
    low = reading.words.low
    if _OPENING.isdisjoint(low[:verb]):
        return None
    nearest = reading.at.get(verb - 1)
    subject = climb(reading, nearest) if nearest is not None and nearest.prep else nearest
    if subject is None:
        return None
    at = subject.start - 1
    while at > 0 and low[at] in tk.DETERMINERS:
        at -= 1
    if at < 1 or low[at] not in _BEFORE:
        return None
    front = max(at - _NEAR, 0)
    for j in range(front, at):
        if low[j] in _OPENING and _opens(low, j) and (low[j] != "at" or low[j : j + 3] == _AT_NO_TIME):
            return at
    return None


def negates(reading: Reading, auxiliary: int) -> bool:
    """Whether the word that draws an auxiliary before its subject denies the act: "nor", not "only"."""
    before = reading.words.low[max(auxiliary - _NEAR, 0) : auxiliary]
    return not _NEGATING.isdisjoint(before) or (
        "at" in before and before[(at := before.index("at")) : at + 3] == _AT_NO_TIME
    )


def _opens(low: list[str], at: int) -> bool:
    """Whether a clause begins at a token."""
    return at == 0 or low[at - 1] in (",", ";", ":", "—", "–", "and", "but", "that") or low[at - 1] in tk.QUOTES
