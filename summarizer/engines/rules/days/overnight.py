"""What is told of the morning after a night: "detained them on Thursday evening and let them go at dawn"."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.date_moving import move
from summarizer.normalising.edtf import DAY

# Words of which one stands in each such expression, and in each expression of a late hour.
_MORNINGS = frozenset("dawn daybreak sunrise sunup light morning hours".split())
_NIGHTS = frozenset("night evening late midnight".split())
_MORNING = re.compile(
    r"\b(?:(?:shortly |just |long )?(?:at|before|after|towards|by) (?:dawn|daybreak|sunrise|sunup|first light)"
    r"|(?:early )?in the (?:early |small )?(?:morning|hours))\b(?! (?:of|on)\b)",
    re.I,
)
_LATE = re.compile(r"\b(?:night|evening)\b|\blate on\b", re.I)
_BREAKS = frozenset((";", ":", "and", "but", "that", "who", "which", "when", "after", "before"))
_FRONT = len("late in the evening of ")  # characters before a day that may call it late


def morning_after(
    reading: Reading, frame: Frame, sentence: Sentence, day: tuple[str, str] | None
) -> tuple[str, str] | None:
    """The words and the day (EDTF) of a morning at which an act was, told in its clause behind a late hour of `day`, its words and EDTF.

    None when there is none: the day itself stands.
    """
    low = reading.words.low
    if day is None or _MORNINGS.isdisjoint(reading.words.forms) or _NIGHTS.isdisjoint(reading.words.forms):
        return None
    text, base, starts = sentence.text, sentence.span.start, reading.words.starts
    at, trigger = text.find(day[0]), starts[frame.first] - base
    if not 0 <= at < trigger or not DAY.fullmatch(day[1]) or not is_late(text, at, at + len(day[0])):
        return None
    for morning in _MORNING.finditer(text, at + len(day[0])):
        tokens = sorted((bisect_left(starts, morning.start() + base), frame.first))
        between = range(tokens[0] + 1, tokens[1])
        moved = move(day[1], 1, "day")
        parted = any(
            low[j] in _BREAKS or (reading.verb[j] and not frame.group.start <= j <= frame.last) for j in between
        )
        if moved and not parted:
            return morning.group(), moved
    return None


def is_late(text: str, start: int, end: int) -> bool:
    """Whether the day at these characters is that of a night or an evening: "on Monday night", "in the evening of 3 May"."""
    return _LATE.search(text, max(start - _FRONT, 0), end) is not None


def tells_morning(words: str) -> bool:
    """Whether an hour is one of the morning: "at dawn"."""
    return _MORNING.fullmatch(words) is not None
