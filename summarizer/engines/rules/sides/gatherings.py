"""Who gathers, where the words don't say: "About 800 marched to the embassy", "The talks were resumed", "A joint commission met"."""

from __future__ import annotations

from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_COUNTS = frozenset(
    "hundreds thousands dozens scores twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
_ABOUT = frozenset("about some around roughly nearly almost over least than and perhaps estimated".split())
_SHARED = frozenset("joint bilateral mixed".split())
_TALKS = frozenset("talks negotiations consultations dialogue".split())
_KNOWN = frozenset(("the", "these", "those"))


def is_count(frame: Frame, reading: Reading) -> bool:
    """Whether a subject only says how many they are: "About 800 marched"."""
    low, last = reading.words.low, frame.group.start - 1
    if frame.passive or frame.pattern.noun or last < 0 or len(frame.actors) > 1:
        return False
    if frame.actors and (frame.actors[0].stop != last + 1 or frame.actors[0].hit):
        return False
    if not (low[last].replace(",", "").isdigit() or low[last] in _COUNTS) or tk.is_day_number(low, last):
        return False
    return last == 0 or low[last - 1] in _ABOUT or not low[last - 1].isalpha()


def local(reading: Reading, frame: Frame) -> list[Mention]:
    """The places in which the words put a crowd."""
    within = range(frame.clause[0], frame.clause[1])
    return [m for m in reading.mentions if m.hit and m.prep == "in" and len(m.codes) == 1 and m.start in within]


def meets_itself(frame: Frame, reading: Reading) -> bool:
    """Whether what is told of is known talks, or a body of both sides: "the talks", "a joint commission"."""
    subject = next((m for m in (*frame.actors, *frame.fallback) if m.start < frame.group.start and not m.prep), None)
    if subject is None or subject.hit or subject.person:
        return False
    low = reading.words.low
    if not _SHARED.isdisjoint(low[subject.start : subject.end]):
        return not subject.role or subject.institution
    bare = subject.end - subject.start - (low[subject.start] in _KNOWN) == 1  # not "the wage talks"
    return frame.passive and bare and low[subject.end - 1] in _TALKS
