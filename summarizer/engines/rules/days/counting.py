"""What an expression of time counts from in its sentence: a day named before it, one that follows, the act itself."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.belonging import goes_on
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.hinges import Hinge
from summarizer.engines.rules.days.parting import governs, of_occasion
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention, resolve_date, shift_back

_DAY = len("2025-01-31")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = frozenset((",", ";", ":", "that"))
_BESIDE = re.compile(r", (?:(?:barely|scarcely|hardly|exactly|not quite|less than|more than|fully|precisely|all of) )?")
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}  # EDTF's seasons, each with the month in which it begins
DAYS_APART = re.compile(r"\b(?P<way>after|before)$", re.I)


def counted_from(mention: DateMention, month: str | None, anchor: str | None, clock: Clock) -> str | None:
    """The day or month that an expression counts from: a month named before in the sentence only for one "of that month"."""
    if month and mention.text.endswith(("of that month", "of the same month")):
        return month
    bare = anchor is not None and len(anchor) < _DAY and anchor != clock.anchor
    return None if bare and mention.kind == "day" else anchor  # "a deal of April was broken on the 10th"


def counted_from_it(reading: Reading, frame: Frame, hinge: Hinge) -> bool:
    """Whether an act is what an expression counts from: "two days after Kharkiv was shelled", also "… and its port burned"."""
    if hinge.verb is None:
        return False
    if goes_on(reading, frame):
        between = range(hinge.verb + 1, frame.group.start - 1)
        return not any(reading.verb[j] or reading.words.low[j] in _PARTS for j in between) and bool(between)
    return frame.group.start <= hinge.verb <= max(frame.first, frame.group.verb)


def same_weekday(mention: DateMention, following: tuple[DateMention, ...], text: str, clock: Clock) -> Hinge | None:
    """What a weekday takes from the expression beside it that tells which one it was: "on Sunday, two days after the raid"."""
    hinge = clock.hinges.get(following[0]) if following and clock.hinges and mention.kind == "weekday" else None
    if hinge is None or hinge.day is None or not _FULL_DAY.fullmatch(hinge.day):
        return None
    name = f"{dt.date.fromisoformat(hinge.day):%A}".lower()
    beside = text[mention.end : following[0].start] == ", " and name in mention.text.lower().split()
    return Hinge(hinge.day, None) if beside else None


def past_day(mention: DateMention, clock: Clock) -> dt.date | None:
    """The day on which something is said, where all of it is known."""
    edtf = resolve_date(mention.text, clock.published, clock.anchor)
    return dt.date.fromisoformat(edtf) if edtf and _FULL_DAY.fullmatch(edtf) else None


def day_before(mentions: tuple[DateMention, ...], at: int, clock: Clock) -> str | None:
    """The day that the sentence names just before the expression at `at`."""
    for mention in reversed(mentions[:at]):
        if mention.kind == "anchored" and DAYS_APART.search(mention.text):
            continue  # "on Friday, two days after it had asked for it and one day after Togo refused"
        edtf = resolve_date(mention.text, clock.published, clock.anchor, clock.future)
        if edtf and mention.kind != "vague":
            return edtf
    return None


def back_from_next(
    reading: Reading, frame: Frame, mentions: tuple[DateMention, ...], base: int, clock: Clock
) -> str | None:
    """The day of an act in the clause that opens a sentence: "A week after it expelled him, Morocco on Thursday closed …"."""
    first = mentions[0]
    if len(mentions) < 2 or first.kind != "anchored" or DAYS_APART.search(first.text) is None:
        return None
    if not mentions[1].is_day or not governs(reading, frame, first.end + base):
        return None
    if mentions[1].start + base < reading.words.starts[frame.first] or of_occasion(reading, frame, first.end + base):
        return None
    between = reading.words.low[frame.last + 1 : bisect_left(reading.words.starts, mentions[1].start + base)]
    return shift_back(first.text, resolve_date(mentions[1].text, clock.published)) if "," in between else None


def in_apposition(text: str, mentions: tuple[DateMention, ...], at: int) -> bool:
    """Whether an expression only says of the day before it how it lies to another: "on the 21st, a week after the expulsion, …"."""
    if not at or mentions[at].kind != "anchored" or DAYS_APART.search(mentions[at].text) is None:
        return False
    between = text[mentions[at - 1].end : mentions[at].start]
    return mentions[at - 1].kind in ("day", "weekday") and _BESIDE.fullmatch(between) is not None


def same_month(day: str | None, month: str) -> bool:
    """Whether a day (EDTF), if there is one, lies in a month."""
    return day is not None and day.startswith(month)


def to_come(edtf: str, clock: Clock) -> bool:
    """Whether a date lies wholly after the day of publication."""
    if clock.published is None or not edtf[:4].isdigit():
        return False
    if edtf[5:7] in _SEASONS:
        return (int(edtf[:4]), _SEASONS[edtf[5:7]]) > (clock.published.year, clock.published.month)
    return edtf[:_DAY] > clock.published.isoformat()[: len(edtf)]
