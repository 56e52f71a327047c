"""Offers of a third state to stand between two: "Benin has offered its good offices", "Chile offered to host talks"."""

from __future__ import annotations

from collections.abc import Set

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import all_forms

_OFFER = 5  # words between an offer and what is offered
_OFFERING = all_forms("offer")


def mediates(reading: Reading, frame: Frame, codes: Set[str], words: Set[str]) -> bool:
    """Whether an act offers mediation, by some of `words`, and its own words name nobody but those who offer it, of `codes`."""
    low = reading.words.low
    if not codes or frame.passive or words.isdisjoint(low[frame.first : frame.last + _OFFER]):
        return False
    return not any(m.known and set(m.codes) - codes for m in frame.recipients if m.prep != "by")


def hosts(memory: Memory, reading: Reading, frame: Frame, codes: Set[str], words: Set[str]) -> bool:
    """Whether a state that has dealt with nobody offers two others, of whom its words name none, a table or observers."""
    low = reading.words.low
    if len(codes) != 1 or frame.passive or not codes.isdisjoint(memory.sides):
        return False
    if any(set(m.codes) - codes for m in frame.recipients):
        return False
    if _OFFERING.isdisjoint(low[max(frame.first - _OFFER, 0) : frame.last + 1]):
        return False
    return not words.isdisjoint(low[frame.first : frame.last + _OFFER])


def quarrel(memory: Memory, codes: Set[str]) -> tuple[Known, ...]:
    """The two that the article is about if they have dealt with each other, else the two that last did; none of `codes` is one."""
    about, last = memory.both(sorted(codes)), memory.last_pair()
    at_odds = about and memory.sides.get(about[0].codes[0], about[0]).codes == about[1].codes
    both = about if at_odds and {one.codes for one in about} != {one.codes for one in last} else last or about
    return () if any(code in codes for one in both for code in one.codes) else both
