"""iCalendar (RFC 5545) of what is planned or announced for a day that is told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import IO

from summarizer.events import Event
from summarizer.exporting.columns import quotes, speakers
from summarizer.exporting.context import ExportContext
from summarizer.exporting.saying import headline, last_report_day, tell, web_addresses
from summarizer.normalising.edtf import Point, parse_edtf
from summarizer.renderers.display import visible

_TO_COME = frozenset({"planned", "announced"})
_SPECIAL = re.compile(r"([\\;,])")
_WIDTH = 75  # octets a line, by RFC 5545


def write_ical(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """Whole-day entries of planned and announced events that were still to come when last reported.

    Without a publication date, "still to come" is seen from the time of writing. An event whose day isn't told has no entry.
    """
    _write(stream, "BEGIN:VCALENDAR")
    _write(stream, "VERSION:2.0")
    _write(stream, "PRODID:-//summarizer//events//EN")
    _write(stream, f"X-WR-CALNAME:{_text(context.title)}")
    for event in events:
        if days := days_to_come(event, context.now.date()):
            for line in _entry(event, days, context.now):
                _write(stream, line)
    _write(stream, "END:VCALENDAR")


def days_to_come(event: Event, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of an event that belongs into the calendar, else None."""
    ends = parse_edtf(event.date.edtf) if event.date and event.status in _TO_COME else None
    first, last = (_day(end) for end in ends) if ends else (None, None)
    if first is None or (last is None and ends and ends[1] is not None):
        return None
    last = last or first
    return (first, last) if last >= (last_report_day(event) or today) else None


def _day(point: Point | None) -> dt.date | None:
    if point is None or point.about or not (point.year and point.month and point.day):
        return None
    return dt.date(point.year, point.month, point.day)


def _entry(event: Event, days: tuple[dt.date, dt.date], now: dt.datetime) -> Iterator[str]:
    told = tell(event)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@summarizer"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_date(days[0])}"
    if days[1] < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_date(days[1] + dt.timedelta(days=1))}"  # the first day after it
    yield f"SUMMARY:{_text(headline(event))}"
    told_by = f"According to: {speakers(event)}" if event.attribution else ""
    parts = (f"Status: {event.status}", told_by, quotes(event), f"Sources: {told.sources}")
    yield "DESCRIPTION:" + "\\n".join(_text(part) for part in parts if part)
    if event.place and visible(event.place.name):
        yield f"LOCATION:{_text(event.place.name)}"
    for address in web_addresses(event)[:1]:
        yield f"URL:{address}"
    yield f"CATEGORIES:{_text(told.type)},{_text(event.status)}"
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: dt.date) -> str:
    return day.isoformat().replace("-", "")  # strftime pads no year before 1000


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(text))


def _write(stream: IO[bytes], line: str) -> None:
    """A content line, folded between characters so that no piece has more than 75 octets."""
    piece, room = b"", _WIDTH
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(octets) > room:
            stream.write(piece + b"\r\n")
            piece, room = b" ", _WIDTH - 1
        piece += octets
        room -= len(octets)
    stream.write(piece + b"\r\n")
