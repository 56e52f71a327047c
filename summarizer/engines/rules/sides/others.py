"""Whom a name means that only tells of a second party: "the neighbouring country", "the other side"."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import country_of

_SECOND = frozenset("other opposite opposing neighbouring neighboring".split())
_PARTIES = frozenset("side country state capital bank shore government army party".split())
_ALONE = frozenset("neighbour neighbor".split())


def is_second(mention: Mention, reading: Reading) -> bool:
    """Whether a group names nobody but the other of two: "the opposite side"; not "its neighbour", of whom there may be many."""
    low, start = reading.words.low, mention.start
    return low[start] == "the" and not mention.person and _tells_second(low[start : mention.end])


def other_than(memory: Memory, party: PartyDraft, codes: set[str]) -> Known | None:
    """Who is meant by a party that is only the other one than those of `codes`; None when it has a name."""
    low = party.name.lower().split()
    if party.country or low[:1] != ["the"] or not _tells_second(low) or country_of(party.name) is not None:
        return None
    if not codes:
        return None
    two = memory.both()
    if len(codes) == 1 and any(codes.issuperset(one.codes) for one in two):
        return next((one for one in two if codes.isdisjoint(one.codes)), None)
    return memory.other_side(sorted(codes))


def _tells_second(low: list[str]) -> bool:
    return low[-1] in _ALONE or (low[-1] in _PARTIES and not _SECOND.isdisjoint(low))
