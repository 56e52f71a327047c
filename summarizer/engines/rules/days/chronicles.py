"""Chronicles: texts whose paragraphs are headed by days or months ("3 February – …"), which then date all that a paragraph tells."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from summarizer.engines.rules.days.moments import Moment
from summarizer.normalising.dates import find_dates, resolve_date

_LEAD = re.compile(r"^[ \t]*(?:[-*•–] )?[*_]{0,3}(?=[^\W_])", re.M)
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(
    r"(?:(?:Early|Mid|Late|The (?:start|beginning|middle|end) of|(?:Start|Beginning|Middle|End) of)[ -](?:in )?)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
_QUALIFIED = re.compile(r"(?:Early|Mid|Late)\b", re.I)  # "May," may be a name, "Mid-May," isn't
_IS_MONTH = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])")
_MARKS = " \t\r.:*_–—-"
_END = re.compile(r"[.:]?[*_]{0,3}(?:[.:]|\s+[-–—]|:?\s*$)", re.M)
_END_OR_COMMA = re.compile(rf"{_END.pattern}|,", re.M)


@dataclass(frozen=True, slots=True)
class Heading:
    """The day, or the month, at the head of the line `start:end` of an article's text; one alone on its line heads the lines under it."""

    start: int
    end: int
    day: Moment


def day_headings(text: str, published: dt.date | None) -> tuple[Heading, ...]:
    """The lines of a chronicle with the days or months that head them; none when fewer than two different ones do."""
    found: list[Heading] = []
    for lead in _LEAD.finditer(text):
        stop = text.find("\n", lead.end())
        stop = len(text) if stop < 0 else stop
        head = text[lead.end() : min(stop, lead.end() + 40)]
        if not _DIGIT.search(head) and not _MONTH.match(head):
            continue  # no day without a number
        mention = next(iter(find_dates(head)), None)
        if mention is None or mention.start or mention.kind not in ("day", "month"):
            continue
        end = _END if mention.kind == "day" or not _QUALIFIED.match(head) else _END_OR_COMMA
        if not end.match(text, lead.end() + mention.end):
            continue
        edtf = resolve_date(mention.text, published)
        if edtf is not None and (mention.kind == "day" or _IS_MONTH.fullmatch(edtf)):
            alone = not text[lead.end() + mention.end : stop].strip(_MARKS)
            found.append(Heading(lead.start(), _block_end(text, stop) if alone else stop, Moment(mention.text, edtf)))
    return tuple(found) if len({heading.day.edtf for heading in found}) > 1 else ()


def _block_end(text: str, stop: int) -> int:
    """Where the lines end that stand right under the one that ends at `stop`."""
    end = text.find("\n\n", stop)
    return len(text) if end < 0 else end
