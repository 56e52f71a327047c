"""The day on which somebody speaks of what a noun tells, and which isn't that of the act: "On Monday Togo condemned the seizure"."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.nounroles import ABOUT_OTHERS
from summarizer.engines.rules.words.mentions import Reading

_ABOUT = frozenset("over about response retaliation reply answer reprisal revenge because".split())
_PARTED = frozenset((",", ";", ":", "and", "but"))
_WHOSE = frozenset(("'s", "’s"))  # "condemned Friday's seizure"
_NEAR = 14  # words from the verb to the noun


def of_who_speaks_of_it(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a day before a noun is that of a verb whose object or occasion it is: "called him in on Monday over the seizure"."""
    if not frame.pattern.noun:
        return False
    low, starts, noun = reading.words.low, reading.words.starts, frame.first
    if span[0] > starts[noun]:
        return False
    after = bisect_left(starts, span[1])
    verb = next((j for j in range(noun - 1, max(noun - _NEAR, -1), -1) if reading.verb[j]), None)
    if verb is None or low[after] in _WHOSE or not _PARTED.isdisjoint(low[max(verb, after) : noun]):
        return False
    return low[verb] in ABOUT_OTHERS or not _ABOUT.isdisjoint(low[after:noun])
