"""Days told in words: "the first of July", "the last day of March", "Christmas Eve", "the night to Monday"."""

from __future__ import annotations

import re

from summarizer.normalising.date_moving import remembered

_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    """tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
)
_TENS = {
    f"{tens}-{one}": base + at for tens, base in (("twenty", 20), ("thirty", 30)) for at, one in enumerate(_ONES, 1)
}
_NAMED = {name: at for at, name in enumerate((*_ONES, *_TEENS, "twentieth"), 1)} | _TENS | {"thirtieth": 30}
ORDINALS = {name: day for name, day in _NAMED.items() if day <= 31}
# Feasts that have one day all over the calendar of news.
_FEASTS = {
    "new year's day": "1 january",
    "new year's eve": "31 december",
    "christmas eve": "24 december",
    "christmas day": "25 december",
    "boxing day": "26 december",
    "may day": "1 may",
}
_LENGTHS = dict(
    zip(
        "jan mar apr may jun jul aug sep oct nov dec".split(), (31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True
    )
)

ORDINAL = "(?:" + "|".join(sorted((name.replace("-", r"[\s-]") for name in ORDINALS), key=len, reverse=True)) + ")"
"""A pattern for an ordinal in words up to the thirty-first."""
LATE_ORDINAL = "(?:" + "|".join(name.replace("-", r"[\s-]") for name, day in ORDINALS.items() if day > 10) + ")"
"""One that counts days, as a rule: who lists things seldom comes to an eleventh."""
FEAST = (
    r"(?<!orthodox\s)(?<!coptic\s)(?-i:New\s+Year['’]s\s+(?:Day|Eve)|Christmas\s+(?:Day|Eve)|Boxing\s+Day|May\s+Day)"
    r"(?!\s+(?-i:[A-Z]))"
)

_ORDINAL_WORD = re.compile(rf"\b{ORDINAL}\b(?= of\b|$|,)")
_FEAST_WORDS = re.compile("|".join(_FEASTS))
_DAY_OF = re.compile(
    rf"\b(?:the )?(?P<which>{ORDINAL}|last) day of (?:(?P<month>jan|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_NIGHT = remembered(r"^(?:(?:on|in|during) )?(?:(?:the )?night|overnight)\b.*? (?:(?:in)?to|towards?) (?P<day>.+)$")
_WORDED = remembered(r"(?:st|nd|rd|th)\b|\blast day\b|\b(?:eve|day)\b")


def in_figures(words: str) -> str:
    """An expression of time (in small letters) with the days that it tells in words written in figures."""
    if not _WORDED(words):
        return words
    words = _FEAST_WORDS.sub(lambda found: _FEASTS[found.group()], words)
    words = _DAY_OF.sub(_day_of, words)
    return _ORDINAL_WORD.sub(lambda found: _figure(found.group()), words)


def night_to(words: str) -> str | None:
    """The day that a night ends on ("the night to the 7th", "overnight into Monday"), as the text has it."""
    found = _NIGHT(words)
    return found["day"] if found else None


def _day_of(found: re.Match[str]) -> str:
    if found["which"] == "last":
        return f"{_LENGTHS[found['month']]} {found['month']}"
    return f"{ORDINALS[_hyphened(found['which'])]} {found['month']}"


def _figure(name: str) -> str:
    """ "twenty-second" as "22nd"."""
    day = ORDINALS[_hyphened(name)]
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _hyphened(name: str) -> str:
    return name.replace(" ", "-")
