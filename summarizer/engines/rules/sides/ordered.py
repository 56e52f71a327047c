"""Whom "the former" and "the latter" mean: the first and second of the two countries named last."""

from __future__ import annotations

from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words.mentions import Mention, Reading

_ORDERED = (["the", "former"], ["the", "latter"])


def is_ordered(mention: Mention, reading: Reading) -> bool:
    """Whether a group is no more than "the former" or "the latter"."""
    return mention.end - mention.start == 2 and reading.words.low[mention.start : mention.end] in _ORDERED


def of_two(mention: Mention, reading: Reading, memory: Memory) -> Known | None:
    """The country that "the former" or "the latter" is: of the only two named before in its sentence, else in the last that named two."""
    at = _ORDERED.index(reading.words.low[mention.start : mention.end])
    two = named_in_order(reading, mention.start) or memory.two
    return two[at] if two else None


def named_in_order(reading: Reading, end: int) -> tuple[Known, ...]:
    """The two countries named before a token, in their order; none when there are fewer or more."""
    found: dict[str, int] = {}
    for token in sorted(reading.hits):
        hit = reading.hits[token]
        if token < end and " " not in hit.code and hit.kind != "organisation":
            found.setdefault(hit.code, token)
    if len(found) != 2:
        return ()
    return tuple(Known(reading.words.raw[token], (code,), None, reading.number) for code, token in found.items())
