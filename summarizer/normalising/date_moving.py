"""Days counted from other days: so many later or earlier, the week round a day, hours, a weekday after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from summarizer.normalising.edtf import parse_edtf

Edtf = str | None
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = dict(
    zip(
        """a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        (1, 1, *range(1, 21)),
        strict=True,
    )
) | {"thirty": 30, "forty-eight": 48, "twenty-four": 24, "half": 0, "couple": 2}


def remembered(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """The search for a pattern, with what it found: the same few expressions are resolved from many days."""
    return lru_cache(maxsize=512)(re.compile(pattern).search)


OFFSET = remembered(
    r"\b(?P<count>\d{1,3}|[a-z]+)(?: of)? (?P<unit>day|night|week|fortnight|month|year|decade)s?(?: to the day)? (?P<way>later"
    r"|thereafter|earlier|previously|prior|afterwards?|after|before|ago|on$)\b"
)
HOURS = remembered(
    r"\b(?:(?P<count>\d{1,2}|[a-z-]+)(?: of)? )?(?:hour|minute)s? (?P<way>later|earlier|afterwards?|after|before|ago)\b"
)
WITHIN = remembered(
    r"\b(?:within|in) (?:(?:the|an|half an|a few|a couple of|two|three|four|some) )?(?:hour|minute)s?\b"
)
THE_WEEKDAY = remembered(
    rf"\b(?:the (?P<way>following|next|previous)|the(?: same)?|that(?: same)?) (?P<name>{'|'.join(WEEKDAYS)})\b(?! last| this| next)"
    r"(?P<before> before\b)?"
)


_SAME = re.compile(r"\bthat same\b|\bthe same\b")
WEEKDAYS_AGO = remembered(rf"\b(?P<count>\d{{1,2}}|[a-z]+)(?: of)? (?P<name>{'|'.join(WEEKDAYS)}|weekend)s ago\b")

_YEARS = (2022, 2024)  # one without a 29 February, as are the years beside it, and one with it
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def around(side: str, unit: str, published: dt.date | None, anchor: Edtf, earlier: bool = False) -> Edtf:
    """Last, this or next week, month, year or weekend; "the same" and "the following" count from the anchor."""
    base = anchor if side in ("following", "same") else published.isoformat() if published else None
    ends = parse_edtf(base) if base else None
    point = ends[0] if ends else None
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(side, 0)
    if point is None or point.year is None:
        return None
    if unit == "year":
        return f"{point.year + shift:04}"
    if not point.month or point.month > 12:
        return None
    if unit == "month":
        return move(f"{point.year:04}-{point.month:02}", shift, "month")
    if not point.day:
        return None
    day = dt.date(point.year, point.month, point.day)
    if unit == "weekend":
        saturday = day - dt.timedelta((day.weekday() - 5) % 7)
        if shift > 0 or (side == "last" and day.weekday() >= 5):
            saturday += dt.timedelta(7 * shift)
        return f"{saturday}/{saturday + dt.timedelta(1)}"
    monday = day - dt.timedelta(day.weekday())
    if earlier and side == "this":
        return f"{monday}/{day}"
    monday += dt.timedelta(7 * shift)
    return f"{monday}/{monday + dt.timedelta(6)}"


def offset(found: re.Match[str], published: dt.date | None, anchor: Edtf) -> Edtf:
    count = int(found["count"]) if found["count"].isdigit() else NUMBERS.get(found["count"])
    if count is None:
        return None
    if found["way"] == "ago":
        if published is None:
            return None
        value = move(published.isoformat(), -count, found["unit"])
        return f"{value}~" if value and found["unit"] in ("week", "fortnight") else value
    back = found["way"] in ("earlier", "before", "previously", "prior")
    return move(anchor, -count if back else count, found["unit"])


def weekdays_ago(found: re.Match[str], published: dt.date | None) -> Edtf:
    """ "Two Saturdays ago": the last such day before the publication, and so many weeks less one before it."""
    count = int(found["count"]) if found["count"].isdigit() else NUMBERS.get(found["count"])
    if not count or published is None:
        return None
    weekend = found["name"] == "weekend"
    name = WEEKDAYS.index("sunday" if weekend else found["name"])
    last = published - dt.timedelta(((published.weekday() - name) % 7 or 7) + 7 * (count - 1))
    return f"{last - dt.timedelta(1)}/{last}" if weekend else last.isoformat()


def before_last(words: str, published: dt.date | None) -> Edtf:
    """ "The week before last", month or year: the one before the last."""
    unit = words.split()[-3]
    if published is None:
        return None
    if unit == "week":
        return around("last", unit, published - dt.timedelta(7), None)
    return move(f"{published:%Y-%m}", -2, unit)


def hours(found: re.Match[str], published: dt.date | None, anchor: Edtf) -> Edtf:
    """The day of so many hours later: that of the day before, unless they make up whole days."""
    name = found["count"] or ""
    count = NUMBERS.get(name) or (int(name) if name.isdigit() else 0)
    whole = count // 24 if "hour" in found.group() else 0
    if found["way"] == "ago":
        return days(published, -whole)
    return move(anchor, -whole if found["way"] in ("earlier", "before") else whole, "day") if whole else day_of(anchor)


def day_of(edtf: Edtf) -> Edtf:
    """The date when it is a single day, known or not in its month and year."""
    ends = parse_edtf(edtf) if edtf else None
    return edtf if ends and len(ends) == 2 and ends[0] == ends[1] and ends[0] and ends[0].day else None


def weekday_after(found: re.Match[str], anchor: Edtf) -> Edtf:
    """ "On the Monday": the first such day after (or before) the day told last."""
    back = found["way"] == "previous" or found["before"]
    if found["way"] is None and not back and anchor and anchor.startswith("XXXX") and _SAME.search(found.group()):
        return day_of(
            anchor
        )  # which weekday a day of an unknown year was nobody can tell but the text: "that same Sunday"
    day = weekday_beside(anchor, found["name"], "before" if back else "after")
    same = ("that" in found.group() or "same" in found.group()) and day == move(anchor, -7 if back else 7, "day")
    if "the same" in found.group() and not same:
        return None  # of no day told before
    return anchor if same else day


def weekday_beside(edtf: Edtf, name: str, way: str) -> Edtf:
    """The first weekday of this name after a day (or, of `way`, "before" it); None where the year isn't known."""
    day = _last_known(edtf)
    if day is None:
        return None
    at = WEEKDAYS.index(name.lower())
    if way.lower() == "before":
        return days(day, -((day.weekday() - at - 1) % 7 + 1))
    return days(day, (at - day.weekday() - 1) % 7 + 1)


def weekday_within(edtf: Edtf, name: str) -> Edtf:
    """The weekday of this name in the week of a day, Monday to Sunday; None where the year isn't known."""
    day = _last_known(edtf)
    return days(day, WEEKDAYS.index(name.lower()) - day.weekday()) if day is not None else None


def _last_known(edtf: Edtf) -> dt.date | None:
    """The day, or the last of several; None where any part of it isn't known."""
    ends = parse_edtf(edtf) if edtf else None
    point = ends[1] if ends else None
    if point is None or not (point.year and point.month and point.day):
        return None
    return dt.date(point.year, point.month, point.day)


def shift_back(text: str, day: Edtf) -> Edtf:
    """The day of the act in "four days after its coastguard boarded …", told of a later one that fell on `day`."""
    words = " ".join(text.lower().split())
    found = OFFSET(words)
    count = NUMBERS.get(found["count"]) or (int(found["count"]) if found["count"].isdigit() else 0) if found else 1
    unit = found["unit"] if found else "day"
    if not count or not words.endswith(("after", "before")):
        return None
    return move(day, -count if words.endswith("after") else count, unit)


def days(day: dt.date | None, shift: int) -> Edtf:
    return (day + dt.timedelta(shift)).isoformat() if day else None


def _in_any_year(month: int, day: int, shift: int) -> Edtf:
    """A day of a year that isn't known, moved by so many days; None where it depends on whether that is a leap year."""
    plain, leap = (dt.date(year, month, day) + dt.timedelta(shift) for year in _YEARS)
    return f"XXXX-{plain:%m-%d}" if (plain.month, plain.day) == (leap.month, leap.day) else None


def move(edtf: Edtf, count: int, unit: str, day: int | None = None, days: bool = False) -> Edtf:
    """`edtf` moved by a count of units, to the unit's own precision; None where it isn't known well enough for that."""
    ends = parse_edtf(edtf) if edtf else None
    point = ends[1] if ends else None
    if point is None:
        return None
    try:
        if unit in _DAYS:
            shift = count * _DAYS[unit]
            if point.year and point.month and point.day:
                return (dt.date(point.year, point.month, point.day) + dt.timedelta(shift)).isoformat()
            if point.month and point.day and point.month <= 12:
                return _in_any_year(point.month, point.day, shift)
            if point.day and 1 <= point.day + shift <= 28 and edtf:
                return f"{edtf[:8]}{point.day + shift:02}"
            return None
        if unit == "month" and point.month and point.month <= 12 and (point.year or 1 <= point.month + count <= 12):
            at = (point.year or 0) * 12 + point.month - 1 + count
            year = f"{at // 12:04}" if point.year else "XXXX"
            tail = f"-{day or point.day:02}" if day or (days and point.day) else ""
            return f"{year}-{at % 12 + 1:02}{tail}"
        if unit in ("year", "decade") and point.year:
            return f"{point.year + count * (10 if unit == 'decade' else 1):04}" + ("~" if unit == "decade" else "")
    except (OverflowError, ValueError):
        return None
    return None
