"""What "the 24th" means: beside a publication date, after a day told before, as a weekday."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from summarizer.normalising.date_moving import WEEKDAYS, Edtf, move, remembered
from summarizer.normalising.edtf import edtf_day, edtf_valid, parse_edtf

_COUNT = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
WEEKDAY_OF = remembered(
    rf"\b(?P<count>{'|'.join(_COUNT)}) (?P<name>{'|'.join(WEEKDAYS)})\b(?: \w+)? (?:of|in) (?P<month>\w+(?: month)?.*)"
)


def nth_meant(
    found: re.Match[str], weekday: re.Match[str] | None, published: dt.date | None, anchor: Edtf, future: bool
) -> Edtf:
    """The day that "the 24th" means: its number, the month it is `of`, and the weekday in front of it, if any."""
    day, of = int(found[1]), found[2]
    if weekday and published:
        return nth_weekday(day, WEEKDAYS.index(weekday["name"]), published, future)
    if of in ("that", "the same"):
        return nth_told(day, anchor)
    if published is None and not of:
        return nth_undated(day, anchor)
    near = None if of or future else nth_near(day, published, anchor)
    return near or nth(day, of, published, future)


def nth(day: int, which: str | None, published: dt.date | None, future: bool) -> Edtf:
    """ "The 24th", "the 24th of last month": the nearest such day up to the publication, with `future` from it on."""
    if published is None:
        return f"XXXX-XX-{day:02}"
    if which:
        return move(f"{published:%Y-%m}", {"last": -1, "this": 0, "next": 1}[which], "month", day)
    step = 1 if future else -1
    year, month = published.year, published.month
    for _ in range(13):
        exists = day <= calendar.monthrange(year, month)[1]
        if exists and (dt.date(year, month, day) >= published if future else dt.date(year, month, day) <= published):
            return f"{year:04}-{month:02}-{day:02}"
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
    return None


def nth_told(day: int, anchor: Edtf) -> Edtf:
    """ "The 3rd of that month": of the month told last."""
    ends = parse_edtf(anchor) if anchor else None
    point = ends[0] if ends else None
    if point is None or not point.month or point.month > 12:
        return None
    return edtf_day(point.year, point.month, day)


def nth_near(day: int, published: dt.date | None, anchor: Edtf) -> Edtf:
    """ "The 22nd" after "on January 20": the one that the story has come to, within three weeks of the day told last; after a month
    told alone, as over a paragraph, that month's.
    """
    ends = parse_edtf(anchor) if anchor else None
    point = ends[1] if ends else None
    if published is None or point is None or not (point.year and point.month) or point.month > 12:
        return None
    if not point.day:
        of_month = edtf_day(point.year, point.month, day)
        return of_month if edtf_valid(of_month) and of_month <= published.isoformat() else None
    told = dt.date(point.year, point.month, point.day)
    best: dt.date | None = None
    for shift in (0, 1, -1):
        month = (told.month - 1 + shift) % 12 + 1
        year = told.year + (told.month - 1 + shift) // 12
        if day > calendar.monthrange(year, month)[1]:
            continue
        found = dt.date(year, month, day)
        after = (found - told).days
        if -7 <= after <= 21 and found <= published and (best is None or abs(after) < abs((best - told).days)):
            best = found
    return best.isoformat() if best else None


def nth_undated(day: int, anchor: Edtf) -> Edtf:
    """ "The 24th" without a publication: of the month told last ("on 19 March … on the 24th"), or of the one after it."""
    ends = parse_edtf(anchor) if anchor else None
    point = ends[1] if ends else None
    if point is None or not (point.month and point.day) or point.month > 12:
        return f"XXXX-XX-{day:02}"
    year, month = point.year, point.month
    if day - point.day < -7:  # a story goes on: after the 28th, the 2nd is the next month's
        month, year = month % 12 + 1, year + 1 if year and month == 12 else year
        if point.day - day < 14:
            return f"XXXX-XX-{day:02}"
    return edtf_day(year, month, day)


def nth_weekday(day: int, weekday: int, published: dt.date, future: bool) -> Edtf:
    """ "Friday the 19th": the nearest 19th that is a Friday; what was set for one may lie behind, if that is nearer than the next."""
    last = _nth_weekday(day, weekday, published, False)
    following = _nth_weekday(day, weekday, published, True) if future else None
    if last and following and published - last >= following - published:
        last = None
    found = last or following
    return found.isoformat() if found else None


def _nth_weekday(day: int, weekday: int, published: dt.date, future: bool) -> dt.date | None:
    """The last or the next day of this number on this weekday."""
    year, month, step = published.year, published.month, 1 if future else -1
    for _ in range(13):
        if day <= calendar.monthrange(year, month)[1]:
            found = dt.date(year, month, day)
            if found.weekday() == weekday and (found >= published if future else found <= published):
                return found
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
    return None


def weekday_of(found: re.Match[str], month: Edtf) -> Edtf:
    """ "The last Friday of May": that day of the month, or the month (or nothing) as far as it is known."""
    ends = parse_edtf(month) if month else None
    point = ends[0] if ends else None
    if point is None or not (point.year and point.month and point.month <= 12):
        return month
    weeks = calendar.monthcalendar(point.year, point.month)
    days = [week[WEEKDAYS.index(found["name"])] for week in weeks]
    return f"{point.year:04}-{point.month:02}-{[day for day in days if day][_COUNT[found['count']]]:02}"
