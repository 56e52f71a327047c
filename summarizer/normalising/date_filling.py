"""What an expression of time leaves open, filled in: the year of a day, month or season, the week of a weekday, by the publication day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from summarizer.normalising.date_moving import WEEKDAYS, Edtf, days
from summarizer.normalising.edtf import MONTHS, edtf_day

_MONTH_NUMBER = {name[:3].lower(): at for at, name in enumerate(MONTHS) if name}
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}  # as the north has them


def season_year(found: re.Match[str], published: dt.date) -> int:
    """The year of "last spring", the one that ended before publication; of "next" one the one that begins after it. A winter's
    year is that of the calendar before or after.
    """
    first = _FIRST_MONTH.get(found["name"])
    if found["side"] == "last":
        return published.year - (first is None or published.month < first + 3)
    if found["side"] == "next":
        return published.year + (first is None or published.month >= first)
    if found["side"] is None:  # "in the summer": the one that has begun last
        return published.year - (published.month < (first or 12))
    return published.year


def month_of(found: re.Match[str]) -> int:
    """The number of the month that an expression names."""
    return _MONTH_NUMBER[found["month"]]


def year_of(found: re.Match[str], published: dt.date | None) -> int | None:
    """The year that an expression tells, "of last year" included; None when it leaves it open."""
    if found["year"]:
        return int(found["year"])
    if found["which"] and published:
        return published.year + {"last": -1, "this": 0, "next": 1}[found["which"]]
    return None


def slashed(first: int, second: int, year: int, dotted: bool) -> Edtf:
    """The day that two numbers and a year tell, whichever comes first; the year alone when both could be the month.

    With dots between them the day comes first ("12.05.2026").
    """
    if first > 12 or first == second or (dotted and second <= 12):
        return f"{year:04}-{second:02}-{first:02}"
    return f"{year:04}-{first:02}-{second:02}" if second > 12 else f"{year:04}"


def day_in_year(day: int, month: int, year: int | None, published: dt.date | None, future: bool) -> str:
    """A day of a month, in the year told, else in that of the latest such day (with `future` the next)."""
    if year is None and published is not None:
        this, shift = f"{published.year:04}-{month:02}-{day:02}", 0
        if this > published.isoformat() and not future:
            # Next month's day near the end of a year's round is to come: nobody writes so of a day 11 months ago.
            ahead = (dt.date(published.year, month, 1) - published.replace(day=1)).days
            shift = 0 if ahead <= 31 else -1
        elif this < published.isoformat() and future:
            ago = (published - dt.date(published.year, month, 1)).days
            shift = 0 if ago <= 62 else 1
        year = published.year + shift
        if (month, day) == (2, 29):
            year = next(y for y in range(year, year + (9 if future else -9), 1 if future else -1) if calendar.isleap(y))
    return edtf_day(year, month, day)


def weekday_meant(found: re.Match[str], published: dt.date | None, future: bool) -> Edtf:
    """The day that a weekday means: the latest such day (with `future` the next), or that of the week told."""
    if published is None:
        return None
    name, week, side = WEEKDAYS.index(found["name"]), found["week"] or found["week_before"], found["side"]
    if found["far"] or found["ahead"]:  # "Sunday week", "a week on Sunday"
        return days(published, 14 - ((published.weekday() - name) % 7 or 7))
    if week:
        monday = published - dt.timedelta(published.weekday())
        return days(monday, name + {"last": -7, "this": 0, "next": 7}[week])
    if side == "next" or (future and side != "last"):
        return days(published, (name - published.weekday() - 1) % 7 + 1)
    back = (published.weekday() - name) % 7
    return days(published, -(back or 7) if side in ("last", "this past") else -back)


def month_meant(month: int, side: str | None, published: dt.date | None, future: bool) -> str:
    """A month without year: the latest such one (with `future` the next), the one before or after by its `side`."""
    if published is None:
        return f"XXXX-{month:02}"
    if side == "next" or (future and side != "last"):
        year = published.year + (month < published.month or (side == "next" and month == published.month))
    else:
        year = published.year - (month > published.month or (side == "last" and month == published.month))
    return f"{year:04}-{month:02}"
