"""Chronicles: texts whose paragraphs are headed by days or months ("3 February – …"), which then date all that a paragraph tells."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from summarizer.engines.rules.days.moments import Moment
from summarizer.normalising.dates import find_dates, resolve_date

_LEAD = re.compile(r"^[ \t]*(?:[-*•–] |#{1,6} )?[*_]{0,3}(?=[^\W_])", re.M)
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(
    r"(?:(?:Early|Mid|Late|The (?:start|beginning|middle|end) of|(?:Start|Beginning|Middle|End) of)[ -](?:in )?)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
_WEEKDAY = re.compile(r"(?:(?:Late|Early)(?: on)? )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.I)
_QUALIFIED = re.compile(r"(?:Early|Mid|Late)\b", re.I)  # "May," may be a name, "Mid-May," isn't
_IS_MONTH = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])")
# What tells days to come: a calendar of the week ahead has weekdays for its headings as well.
_AHEAD = re.compile(
    r"\b(?:ahead|agenda|calendar|diary|coming (?:week|days)|next week|(?:is|are) (?:due|scheduled)|will)\b", re.I
)
_KINDS = ("day", "weekday", "month")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_OPENING = 300  # characters of an article
_MARKS = " \t\r.:*_–—-"
_END = re.compile(r"[.:]?[*_]{0,3}(?:[.:]|\s+[-–—]|:?\s*$)", re.M)
_END_OR_COMMA = re.compile(rf"{_END.pattern}|,", re.M)


_OPEN = -1  # a heading between blank lines goes on to the next


@dataclass(frozen=True, slots=True)
class Heading:
    """The day, or the month, at the head of the line `start:end` of an article's text; one alone on its line heads the lines under it."""

    start: int
    end: int
    day: Moment


def day_headings(text: str, published: dt.date | None) -> tuple[Heading, ...]:
    """The lines of a chronicle with the days or months that head them; none when fewer than two different ones do."""
    found: list[Heading] = []
    weekdays = _AHEAD.search(text[:_OPENING]) is None
    for lead in _LEAD.finditer(text):
        stop = text.find("\n", lead.end())
        stop = len(text) if stop < 0 else stop
        head = text[lead.end() : min(stop, lead.end() + 40)]
        if not _DIGIT.search(head) and not _MONTH.match(head) and not _WEEKDAY.match(head):
            continue  # no day without a number
        mention = next(iter(find_dates(head)), None)
        if mention is None or mention.start or mention.kind not in _KINDS:
            continue
        if mention.kind == "weekday" and not weekdays:
            continue
        end = _END if mention.kind != "month" or not _QUALIFIED.match(head) else _END_OR_COMMA
        if not end.match(text, lead.end() + mention.end):
            continue
        edtf = resolve_date(mention.text, published)
        if edtf is not None and (mention.kind != "month" or _IS_MONTH.fullmatch(edtf)):
            alone = not text[lead.end() + mention.end : stop].strip(_MARKS)
            if found and found[-1].end == _OPEN:
                found[-1] = replace(found[-1], end=lead.start())
            last = stop
            if alone:
                last = _OPEN if _BLANK.match(text, stop) else _block_end(text, stop)
            found.append(Heading(lead.start(), last, Moment(mention.text, edtf)))
    if found and found[-1].end == _OPEN:
        found[-1] = replace(found[-1], end=_block_end(text, text.index("\n", found[-1].start)))
    return tuple(found) if len({heading.day.edtf for heading in found}) > 1 else ()


def _block_end(text: str, stop: int) -> int:
    """Where the lines end that stand under the one that ends at `stop`, a blank line between or not."""
    blank = _BLANK.match(text, stop)
    end = text.find("\n\n", blank.end() if blank else stop)
    return len(text) if end < 0 else end
