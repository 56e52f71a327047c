"""A day in a clause beside the act's that dates the act too: what went on meanwhile, what came of it there, what it measures."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.hinges import Hinges
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.date_moving import NUMBERS
from summarizer.normalising.dates import DateMention

_RELATIVES = frozenset(("who", "which", "that"))
_BE = frozenset(("was", "were"))
_TRYING = frozenset("tried sought attempted wanted".split())
_BARRIERS = frozenset((",", ";", ":", "who", "which", "whose", "whom", "that", "said", "says"))
_HURT = frozenset("wounded injured hurt arrested missing killed captured".split())
_TOLL = 3  # words
_DAYS = frozenset(("day", "weekday"))
_BEYOND = ("after", "before")
_OTHER = re.compile(r" (?:an?other|an? (?:similar|earlier|previous)|the (?:previous|last|first)) ")
_OWN = re.compile(r"^ and [^;:,]+, $")  # another act stands between the two


def meanwhile(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a date at character `start` tells when those were busy whom the act hit: "fired at men who tried to land on Sunday"."""
    words, low = reading.words, reading.words.low
    if frame.pattern.noun or _RELATIVES.isdisjoint(low[frame.last + 1 :]):
        return False
    date = bisect_left(words.starts, start)
    who = next((j for j in range(frame.last + 1, date) if low[j] in _BARRIERS), None)
    if who is None or low[who] not in _RELATIVES or who + 2 >= date:
        return False
    busy = low[who + 1] in _TRYING or (low[who + 1] in _BE and low[who + 2].endswith("ing"))
    return busy and _BARRIERS.isdisjoint(low[who + 1 : date])


def and_hurt(reading: Reading, frame: Frame) -> bool:
    """Whether the clause of a passive goes on behind "and" with who else came to harm: "were killed and four wounded when …"."""
    low = reading.words.low[frame.last + 1 : frame.last + 4]
    return frame.passive and len(low) == _TOLL and low[0] == "and" and low[1] in NUMBERS and low[2] in _HURT


def right_before(reading: Reading, frame: Frame, mentions: tuple[DateMention, ...], at: int, base: int) -> bool:
    """Whether the date at `at` stands between another one and the verb: "who hijacked a bus last Friday on Tuesday freed"."""
    mention = mentions[at]
    if not at or frame.pattern.noun or mentions[at - 1].end + 1 != mention.start:
        return False
    return mention.end + base + 1 == reading.words.starts[frame.group.start]


def without_measures(mentions: tuple[DateMention, ...], hinges: Hinges, text: str) -> tuple[DateMention, ...]:
    """The dates of a sentence without those that only tell how the one before lies: "raided it on Thursday and …, two days after"."""
    return tuple(mention for at, mention in enumerate(mentions) if not _measures(mentions, at, hinges, text))


def _measures(mentions: tuple[DateMention, ...], at: int, hinges: Hinges, text: str) -> bool:
    mention = mentions[at]
    if not at or mention.kind != "anchored" or not mention.text.lower().endswith(_BEYOND):
        return False
    if mention in hinges and not _OTHER.match(text, mention.end):
        return False
    before = mentions[at - 1]
    between = text[before.end : mention.start]
    return before.kind in _DAYS and between.endswith(", ") and _OWN.search(between) is not None
