"""What an expression of time means, counted from a publication date or from another date of the text."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from summarizer.normalising.date_filling import (
    day_in_year,
    month_meant,
    month_of,
    season_year,
    slashed,
    weekday_meant,
    year_of,
)
from summarizer.normalising.date_moving import (
    HOURS,
    OFFSET,
    THE_WEEKDAY,
    WEEKDAYS,
    WEEKDAYS_AGO,
    Edtf,
    day_of,
    hours,
    move,
    offset,
    remembered,
    weekday_after,
    weekdays_ago,
)
from summarizer.normalising.date_ordinals import WEEKDAY_OF, nth_meant, weekday_of
from summarizer.normalising.date_relative import relative_date
from summarizer.normalising.date_words import in_figures, night_to
from summarizer.normalising.edtf import edtf_valid, parse_edtf

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|tember|ober|ember)?\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s*(?:of )?(?:(?P<year>\d{4})\b|(?P<which>last|this|next) year))?"
_JOIN = r"\s*(?:[-–—/]|\b(?:to|and|until|till|through)\b)\s*"
_ISO = re.compile(r"\d{4}[-/]\d\d[-/]\d\d")
_SLASHED = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})\b")
_DMY = re.compile(rf"\b{_DAY} (?:of )?{_MONTH}{_YEAR}")
_MDY = re.compile(rf"\b{_MONTH} (?:the )?{_DAY}(?!\d){_YEAR}")
_MY = remembered(rf"\b(?P<side>last|next|this)?\s?\b{_MONTH}{_YEAR}")
_NTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)\b(?! (?:century|anniversary))(?: of (this|last|next|that|the same) month)?"
)
_DAYS_D_D_M = re.compile(rf"^{_DAY}{_JOIN}(?:the )?(?P<until>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEAR}$")
_DAYS_M_D_D = re.compile(rf"^{_MONTH} (?:the )?{_DAY}{_JOIN}(?:the )?(?P<until>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}$")
_YEAR_ONLY = remembered(r"\b(\d{4})\b(?:\s?[-–/]\s?(\d{4}|\d\d)\b)?")
_DECADE = remembered(r"\b(\d{3})0s\b")
_WEEKDAY = remembered(
    r"(?:\b(?P<week_before>last|next|this) week,? (?:on )?|\b(?P<ahead>a week) (?:on|from) |\b(?P<side>last|next|this(?: past)?) )?"
    rf"\b(?P<name>{'|'.join(WEEKDAYS)})\b(?:.*\b(?P<week>last|next|this) week| (?P<far>week)$)?"
)
_SEASON = remembered(
    r"\b(?:(?P<side>last|this|next) )?(?P<name>spring|summer|autumn|fall|winter)\b(?:(?: of)?,? (?P<year>\d{4}))?"
)
_ABOUT = remembered(r"\b(?:around|about|approximately|circa|roughly|some|nearly|almost)\b")
# A word of this kind stands in every expression that is counted from an anchor.
_HANGING = remembered(
    r"\d(?:st|nd|rd|th)\b|\b(?:the|that|same|hours?|minutes?|later|thereafter|earlier|previously|prior|afterwards?|after|before|ago|following|next|previous|coming"
    r"|last|this|by|weekend)\b|\bon$"
)
# What may tell a day by itself, the surest first, and whether there is a figure in it.
_SHAPES = (
    ("iso", _ISO.search, True),
    ("slashed", _SLASHED.search, True),
    ("ago", WEEKDAYS_AGO, False),
    ("hours", HOURS, False),
    ("offset", OFFSET, False),
    ("day", _DMY.search, True),
    ("day", _MDY.search, True),
    ("nth", _NTH.search, True),
    ("weekday", _WEEKDAY, False),
    ("month", _MY, False),
)
# Old words by those of today.
_TODAYS = {
    "subsequent": "following",
    "ensuing": "following",
    "preceding": "previous",
    "selfsame": "very same",
    "aforesaid": "same",
    "aforementioned": "same",
    "of the past month": "of last month",
    "of the current month": "of this month",
    "of the current": "of this month",
    "before today": "ago",
    "before now": "ago",
    "beforehand": "before",
    "a week ago on": "last week on",
    **{f"{name} last": f"last {name}" for name in WEEKDAYS},
}
_OLD = re.compile(rf"\b(?:{'|'.join(_TODAYS)})\b(?! week\b)")
_CARDINAL = re.compile(r"\bthe (?:day )?(\d{1,2})(?= of (?:this|last|next|that|the)\b|$)")
_SPACE = re.compile(r"\s+")
_DIGIT = remembered(r"\d")
_FRONT = re.compile(r"^(?:on |in |during )?(?:from |between )?(?:the )?")
_BETWEEN_DAYS = re.compile(r" (?:to|and|until|till|through) |\s?[–—]\s?")
_DAY_ALONE = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)?")
_NO_DIGIT = re.compile(r"[^0-9]")
_FOUR_DIGITS = re.compile(r"\d{4}")
_RANGE = remembered(r"\d(?:st|nd|rd|th)?\s*(?:[–—]|\bto\b|\band\b|-\s?the)")


@lru_cache(maxsize=16384)
def resolve_date(text: str, published: dt.date | None, anchor: str | None = None, future: bool = False) -> str | None:
    """The EDTF date that an expression means, or None when the text with `published` and `anchor` doesn't tell.

    `anchor` is the EDTF date that "the same day" and "two days later" count from. A weekday, day or month without
    year is the latest such one not after `published`, with `future` the next one; without `published` it keeps X for
    what is missing.
    """
    words = _plain(text)
    return _meant(words, published, anchor if anchor and _HANGING(words) else None, future)


@lru_cache(maxsize=4096)
def _meant(words: str, published: dt.date | None, anchor: Edtf, future: bool) -> Edtf:
    value = _span(words, published, anchor, future)
    if value is None or not edtf_valid(value):
        return None
    if _ABOUT(words) and "/" not in value and not value.endswith("~"):
        value += "~"
    return value


@lru_cache(maxsize=512)
def _plain(text: str) -> str:
    return _modern(in_figures(_SPACE.sub(" ", text.lower().replace("’", "'")).strip(" .,;:()")))


def _modern(words: str) -> str:
    """An expression of time with today's word where an old one stands, and "the 14th" where a translation has "the (day) 14"."""
    return _CARDINAL.sub(lambda found: f"the {found[1]}th", _OLD.sub(lambda found: _TODAYS[found.group()], words))


def _span(words: str, published: dt.date | None, anchor: Edtf, future: bool) -> Edtf:
    morning = night_to(words)
    if morning:
        end = _point(morning, published, anchor, future)
        begin = move(end, -1, "day") if day_of(end) else None
        return f"{begin}/{end}" if begin else end
    if words.startswith("since "):
        begin = _point(words, published, anchor, False)
        return f"{begin}/.." if begin and "/" not in begin else begin
    if not words.startswith(("from ", "between ")) and not _DIGIT(words):
        return _point(words, published, anchor, future)
    inner = _FRONT.sub("", words)
    for pattern in (_DAYS_D_D_M, _DAYS_M_D_D):
        found = pattern.match(inner)
        if found:
            last = day_in_year(int(found["until"]), month_of(found), year_of(found, published), published, future)
            return f"{last[:-2]}{int(found['day']):02}/{last}" if last else None
    if words.startswith(("from ", "between ")) or _RANGE(inner):
        joined = _BETWEEN_DAYS.split(inner, maxsplit=1)
        if len(joined) == 2:
            return _between(joined[0], joined[1], published, future)
    return _point(words, published, anchor, future)


def _between(first: str, last: str, published: dt.date | None, future: bool) -> Edtf:
    """A range of two expressions: what the first doesn't say (month, year) it takes from the second."""
    end = _point(last, published, None, future)
    ends = parse_edtf(end) if end else None
    if not end or not ends or "/" in end or ends[0] is None:
        return None
    point = ends[0]
    if _DAY_ALONE.fullmatch(first):
        begin: Edtf = f"{end[:-2]}{int(_NO_DIGIT.sub('', first)):02}" if point.day else None
        if begin and point.day and int(begin[-2:]) > point.day:  # from the 28th to the 2nd: the month before
            begin = move(begin, -1, "month", days=True)
    else:
        day = dt.date(point.year, point.month, point.day) if point.year and point.month and point.day else None
        begin = _point(first, day or published, None, False)
        if (begin and begin.startswith("XXXX") and point.year) or (
            begin and point.year and point.precision == 2 and not _FOUR_DIGITS.search(first)
        ):
            begin = f"{point.year:04}{begin[4:]}"
    return f"{begin}/{end}" if begin and "/" not in begin else None


@lru_cache(maxsize=4096)
def _shape(words: str) -> tuple[str, re.Match[str]] | None:
    """What an expression tells days by, whatever they count from: looked for once. None for words such as "yesterday"."""
    numbered = _DIGIT(words) is not None
    for shape, search, needs_number in _SHAPES:
        found = search(words) if numbered or not needs_number else None
        if found and not (shape == "offset" and found["count"] == "the"):
            return shape, found
    return None


def _point(words: str, published: dt.date | None, anchor: Edtf, future: bool) -> Edtf:
    of_month = WEEKDAY_OF(words)
    if of_month:
        month = of_month["month"].replace("the month", "of the month")
        return weekday_of(of_month, _point(month, published, anchor, future))
    shape, found = _shape(words) or (None, None)
    if found is None:
        return relative_date(words, published, anchor, future) or _coarse(words, published, future)
    if shape == "iso":
        return found.group().replace("/", "-")
    if shape == "slashed":
        return slashed(int(found[1]), int(found[3]), int(found[4]), found[2] == ".")
    if shape == "ago":
        return weekdays_ago(found, published)
    if shape == "hours":
        return hours(found, published, anchor)
    if shape == "offset":
        return offset(found, published, anchor)
    if shape == "day":
        return day_in_year(int(found["day"]), month_of(found), year_of(found, published), published, future)
    if shape == "nth":
        return nth_meant(found, _WEEKDAY(words[: found.start()]), published, anchor, future)
    if shape == "weekday":
        told = THE_WEEKDAY(words) if anchor else None
        return (weekday_after(told, anchor) if told else None) or weekday_meant(found, published, future)
    return _coarse(words, published, future)  # "March last year" is no year before the publication's


def _coarse(words: str, published: dt.date | None, future: bool) -> Edtf:
    found = _MY(words)
    if found:
        year = year_of(found, published)
        return (
            f"{year:04}-{month_of(found):02}"
            if year
            else month_meant(month_of(found), found["side"], published, future)
        )
    found = _SEASON(words)
    if found and (found["year"] or published):
        year = int(found["year"]) if found["year"] else season_year(found, published or dt.date.min)
        return f"{year:04}-{_SEASONS[found['name']]}"
    found = _DECADE(words)
    if found:
        return f"{found[1]}X"
    found = _YEAR_ONLY(words)
    if found:
        return f"{found[1]}/{found[1][: 4 - len(found[2])]}{found[2]}" if found[2] else found[1]
    return None
