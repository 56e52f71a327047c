"""Publication dates as pages, feeds, mails and exports write them. What can be read in two ways is not read."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_MONTH_NAMES = (
    "january jan enero ene janvier janv januar jänner gennaio gen janeiro januari января января. січня "
    "stycznia ianuarie ocak leden ledna",
    "february feb febrero février févr fév februar febbraio fevereiro fev februari февраля лютого lutego "
    "februarie şubat února",
    "march mar marzo mars märz mär março maart марта березня marca martie mart března",
    "april apr abril abr avril avr aprile апреля квітня kwietnia aprilie nisan dubna",
    "may mayo mai maggio mag maio mei мая травня maja mayıs května",
    "june jun junio juin juni giugno giu junho июня червня czerwca iunie haziran června",
    "july jul julio juil juillet juli luglio lug julho июля липня lipca iulie temmuz července",
    "august aug agosto ago août agustus августа серпня sierpnia ağustos srpna",
    "september sep sept septiembre septembre settembre set setembro сентября вересня września septembrie eylül září",
    "october oct octubre octobre okt oktober ottobre ott outubro out октября жовтня października octombrie ekim října",
    "november nov noviembre novembre novembro ноября листопада listopada noiembrie kasım listopadu",
    "december dec diciembre dic décembre déc dezember dez dicembre dezembro декабря грудня grudnia "
    "decembrie aralık prosince",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_NAME = r"(?P<month>[^\W\d_]{3,12})\.?"
_DMY = re.compile(
    rf"(?<![\w:/.-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+|of\s+)?{_NAME},?\s+(?:de\s+|del\s+)?"
    r"(?P<year>(?:19|20)\d\d)(?![\w-])"
)
_MDY = re.compile(rf"(?<![\w-]){_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?![\w-])")
_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-]*\d-)(?!\d)")
_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-])")
_CJK = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z?))?")
_LED = re.compile(r"(?i)^\W*(?:first\s+)?(?:published|posted|pubdate|date|issued)(?:\s+(?:on|at))?\s*:?\s+")
_EPOCH = dt.date(1970, 1, 1)


def read_published(value: object) -> str | None:
    """A publication date or time from metadata as ISO 8601, or None when it is no complete, unambiguous date.

    Reads ISO 8601 in all its forms, RFC 822, seconds or milliseconds since 1970 and dates in words of ten languages.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_number(value)
    text = " ".join(str(value)[:200].split()) if value is not None else ""
    if not text:
        return None
    return _checked(_iso(text) or _stamp(text) or _rfc822(text) or _single(_LED.sub("", text)))


def dates_in(text: str) -> list[str]:
    """All complete, unambiguous dates in a short visible text as ISO 8601 days, in order."""
    found: list[tuple[int, str]] = []
    for pattern in (_DMY, _MDY, _ISO, _CJK):
        for match in pattern.finditer(text):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.get(month)
            day = _day(int(match["year"]), number, int(match["day"]))
            if day:
                found.append((match.start(), day))
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first == second or (first > 12) != (second > 12):  # 03/04 may be March or April
            low, high = sorted((first, second))
            day = _day(int(match[4]), low, high)
            if day:
                found.append((match.start(), day))
    return [day for _, day in sorted(found)]


def _single(text: str) -> str | None:
    days = dict.fromkeys(dates_in(text))
    return next(iter(days)) if len(days) == 1 else None


def _day(year: int, month: int | None, day: int) -> str | None:
    try:
        return dt.date(year, month or 0, day).isoformat()
    except ValueError:
        return None


def _iso(text: str) -> str | None:
    text = re.sub(r"(?<=\d)\s+(?=[+-]\d\d:?\d\d$)|\s+(?=Z$)", "", text)
    text = re.sub(r"\s+(?:UTC|GMT)$", "+00:00", text)
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return (
            dt.date.fromisoformat(text).isoformat() if len(text) == 10 else dt.datetime.fromisoformat(text).isoformat()
        )
    except ValueError:
        return None


def _stamp(text: str) -> str | None:
    found = _STAMP.fullmatch(text)
    if not found or not 1900 <= int(found[1]) <= 2100:
        return None
    year, month, day = (int(found[at]) for at in (1, 2, 3))
    if found[4] is None:
        return _day(year, month, day)
    try:
        moment = dt.datetime(year, month, day, int(found[4]), int(found[5]), int(found[6] or 0))
    except ValueError:
        return None
    return moment.isoformat() + ("+00:00" if found[7] else "")


def _rfc822(text: str) -> str | None:
    if not re.match(r"(?i)(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+\d|\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d", text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_number(value: float) -> str | None:
    if value != value or not 0 < value < 4e12:
        return None
    if value > 1e11:
        value /= 1000
    elif 19000101 <= value <= 21001231 and value == int(value):
        return _stamp(str(int(value)))
    if value < 1e8:  # before 1973: more likely a number of something else
        return None
    return dt.datetime.fromtimestamp(int(value), dt.UTC).isoformat()


def _checked(iso: str | None) -> str | None:
    """Without the zero date that some systems write for "unknown"."""
    return None if iso is None or iso[:10] in (_EPOCH.isoformat(), "0001-01-01") else iso


_DATELINE = re.compile(
    r"^\W{0,3}[A-ZÀ-ÞА-Я][^\n]{0,60}?[,(]\s*(?P<date>[^\n()]{6,40}?)\s*(?:\([^\n()]{2,40}\)\s*)?(?:\)\s*)?(?:[-–—:]{1,2}|$)\s*",
    re.M,
)


def dateline_date(text: str) -> str | None:
    """The day in a dateline that opens a text, "BUCHAREST, April 26, 2021 (AP) -", when it is complete; else None."""
    start = text.lstrip()[:200].split("\n\n")[0]
    found = _DATELINE.match(start)
    if not found:
        return None
    place = start[: found.start("date")].strip(" ,(")
    word = re.split(r"[\s,(]", place)[0]
    if re.search(r"\b(?!of\b)[a-zà-ÿ]", found["date"]) or not (word.isupper() or len(place.split()) <= 3):
        return None  # a sentence that has a date in it, not a dateline
    return _single(found["date"])
