"""Dates written in EDTF (ISO 8601-2): `2021-04-26`, `XXXX-XX-24`, `2021-04-24/2021-04-26`, `2014/..`, `2021-05~`.

X stands for what nobody said. Months 21 to 24 are spring, summer, autumn and winter.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%])?")
DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-\d\d")
"""A day, its year or month open or not."""
MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
# How far "about" may be off, in days, by precision (year, month, day).
_SLACK = {1: 366, 2: 31, 3: 3}
_LEAP = 2024  # stands in for a year that neither side gives: it has every day


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an EDTF date; None for a part that isn't given. `decade` holds a year such as `199X`."""

    year: int | None
    month: int | None = None
    day: int | None = None
    about: bool = False
    decade: str | None = None

    @property
    def precision(self) -> int:
        """0 nothing, 1 year (or decade), 2 month, 3 day: the finest part that is given."""
        if self.day is not None:
            return 3
        if self.month is not None:
            return 2
        return 1 if self.year is not None or self.decade else 0


@lru_cache(maxsize=4096)
def parse_edtf(edtf: str) -> tuple[Point | None, Point | None] | None:
    """Both ends of an EDTF date (the same twice unless an interval), None for an open end; None if not valid."""
    ends = edtf.split("/")
    if len(ends) > 2:
        return None
    points: list[Point | None] = []
    for end in ends:
        if end in ("..", "") and len(ends) == 2:
            points.append(None)
            continue
        point = _read(end)
        if point is None:
            return None
        points.append(point)
    if len(points) == 1:
        return points[0], points[0]
    first, last = points
    if first is None and last is None:
        return None
    if first and last and first.year and last.year and _first_day(first, first.year) > _last_day(last, last.year):
        return None
    return first, last


def _read(text: str) -> Point | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    written = found["year"]
    year = int(written) if written.isdigit() else None
    decade = written if "X" in written and written != "XXXX" else None
    month = int(found["month"]) if (found["month"] or "X")[0] != "X" else None
    day = int(found["day"]) if (found["day"] or "X")[0] != "X" else None
    if year == 0 or (month is not None and not (1 <= month <= 12 or month in _SEASONS)):
        return None
    if day is not None:
        if month in _SEASONS:
            return None
        longest = calendar.monthrange(year or _LEAP, month)[1] if month else 31
        if not 1 <= day <= longest:
            return None
    return Point(year, month, day, bool(found["mark"]), decade)


def edtf_day(year: int | None, month: int, day: int) -> str:
    """A day as EDTF, its year open when not known: `XXXX-04-23`."""
    return f"{f'{year:04}' if year else 'XXXX'}-{month:02}-{day:02}"


def edtf_valid(edtf: str) -> bool:
    """Whether this is a date that exists, in the forms of this module."""
    return parse_edtf(edtf) is not None


@lru_cache(maxsize=16384)
def edtf_precision(edtf: str) -> int:
    """0 nothing (or not valid), 1 year, 2 month, 3 day; of an interval the coarser end."""
    ends = parse_edtf(edtf)
    return min(end.precision for end in ends if end) if ends else 0


@lru_cache(maxsize=16384)
def edtf_bounds(edtf: str) -> tuple[dt.date, dt.date] | None:
    """First and last day that it can mean (`date.min` and `date.max` for open ends); None when no year is given."""
    ends = parse_edtf(edtf)
    if ends is None or any(end and end.year is None and end.decade is None for end in ends):
        return None
    first, last = ends
    return (
        _first_day(first, _year(first, "0")) if first else dt.date.min,
        _last_day(last, _year(last, "9")) if last else dt.date.max,
    )


@lru_cache(maxsize=16384)
def edtf_compatible(a: str, b: str) -> bool:
    """Whether the two could be the same time: parts that aren't given match anything, "about" gives some days' room."""
    left, right = parse_edtf(a), parse_edtf(b)
    if left is None or right is None:
        return False
    if _one_day(left) and _one_day(right):
        return left == right
    years = {end.year for end in (*left, *right) if end and end.year} | {
        int((end.decade or "")[:3].replace("X", "0") + digit)
        for end in (*left, *right)
        if end and end.decade
        for digit in "0123456789"
    }
    spread = sorted(years or {_LEAP})
    return any(
        start <= other_end and other_start <= end
        for start, end in _ranges(left, spread)
        for other_start, other_end in _ranges(right, spread)
    )


def _one_day(ends: tuple[Point | None, Point | None]) -> bool:
    """Whether an EDTF date is a day of a given year, and no other."""
    first, last = ends
    return (
        first is last
        and first is not None
        and first.day is not None
        and not (first.about or None in (first.year, first.month))
    )


def _year(point: Point, digit: str) -> int:
    return point.year if point.year is not None else max(1, int((point.decade or "XXXX").replace("X", digit)))


def _ranges(ends: tuple[Point | None, Point | None], years: list[int]) -> Iterator[tuple[dt.date, dt.date]]:
    """All day ranges that an EDTF date can mean, missing years taken from `years` and missing months all tried."""
    first, last = ends
    known = [end for end in ends if end]
    missing_month = any(end.day is not None and end.month is None for end in known)
    if all(end.year is not None for end in known):
        years = years[:1]
    slack = dt.timedelta(max(_SLACK.get(end.precision, 0) if end.about else 0 for end in known))
    decades = [end.decade[:3] for end in known if end.decade]
    for year in years:
        if any(f"{year:04}"[:3] != decade for decade in decades):
            continue
        for month in range(1, 13) if missing_month else (None,):
            try:
                start = _first_day(first, year, month) if first else dt.date.min
                end = _last_day(last, year, month) if last else dt.date.max
            except ValueError:
                continue
            yield (
                start - slack if start - dt.date.min > slack else start,
                end + slack if dt.date.max - end > slack else end,
            )


def _first_day(point: Point, year: int, month: int | None = None) -> dt.date:
    year = point.year if point.year is not None else year
    month = point.month or month or 1
    return dt.date(year, _SEASON_STARTS.get(month, month), point.day or 1)


def _last_day(point: Point, year: int, month: int | None = None) -> dt.date:
    year = point.year if point.year is not None else year
    month = point.month or month or 12
    if month in _SEASONS:  # winter runs into the next year
        month = _SEASON_STARTS[month] + 2
        if month > 12:
            year, month = min(year + 1, 9999), month - 12
    return dt.date(year, month, point.day or calendar.monthrange(year, month)[1])


@lru_cache(maxsize=16384)
def say_date(edtf: str, note: bool = True) -> str:
    """The date in words: `26 April 2021`, `the 24th (month not given)`, `since 2014`; as it is if not valid.

    Without `note` nothing is said of a missing month or year.
    """
    ends = parse_edtf(edtf)
    if ends is None:
        return edtf
    first, last = ends
    if first is None:
        return f"until {_say(last, note)}" if last else edtf
    if last is None:
        return f"since {_say(first, note)}"
    if first == last:
        return ("about " if first.about else "") + _say(first, note)
    if first.precision == last.precision == 3 and (first.year, first.month) == (last.year, last.month) and first.month:
        return f"{first.day} to {_say(last, note)}"
    if first.year == last.year and first.year and first.precision > 1:
        return f"{_say(Point(None, first.month, first.day), note=False)} to {_say(last, note)}"
    return f"{_say(first, note)} to {_say(last, note)}"


def _say(point: Point, note: bool = True) -> str:
    year = str(point.year) if point.year is not None else ""
    missing = " (year not given)" if note else ""
    if point.month in _SEASONS:
        return f"{_SEASONS[point.month]} {year}" if year else f"{_SEASONS[point.month]}{missing}"
    if point.day is not None and point.month is None:
        return ordinal(point.day, "the ") + (" (month not given)" if note else "")
    if point.month is not None:
        words = f"{point.day} {MONTHS[point.month]}" if point.day is not None else MONTHS[point.month]
        return f"{words} {year}" if year else words + missing
    if point.decade:
        return f"the {point.decade.replace('X', '0')}s"
    return year or "an unknown date"


def ordinal(number: int, before: str = "") -> str:
    """`24th`, `1st`, with `before` in front."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{before}{number}{ending}"
