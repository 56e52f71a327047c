"""What a verbatim date expression may be read as: no more than its own words give, completed by the text around it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.normalising.dates import date_borne_out, edtf_valid, find_dates, parse_edtf, resolve_date

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    r"\b(?:same|that|this|next|following|previous|later|earlier|before|after|ago|since then|then|eve|morrow|ahead|evening|night|"
    r"morning|afternoon|hours?|days?|weeks?|fortnight|dawn|daybreak|sunrise|first light|noon|midday|dusk|sunset|nightfall|midnight|"
    r"breakfast|lunch(?:time)?|tea-?time|supper|dinner|dark|sundown|subsequent|ensuing|preceding|selfsame|aforesaid|aforementioned|thereafter)\b",
    re.I,
)
_VAGUE = re.compile(r"\b(?:end|month|year|summer|winter|spring|autumn)\b", re.I)
# Units of time by the finest part of a date that they can give; clock times stand for the day that they belong to.
_UNITS = (
    (3, re.compile(
        rf"\b(?:{'|'.join(_WEEKDAYS)}|(?:week)?days?|nights?|mornings?|afternoons?|evenings?|eve|noon|midday|midnight|nightfall|"
        r"daybreak|dawn|sunrise|first light|dusk|dark|sundown|breakfast|"
        r"lunch(?:time)?|tea-?time|supper|dinner|hours?|minutes?|today|tonight|yesterday|tomorrow|morrow|overnight|weeks?|weekends?|fortnight)\b|\b\d{1,2}(?:st|nd|rd|th)?\b",
        re.I,
    )),
    (2, re.compile(r"\b(?:months?|spring|summer|autumn|fall|winter)\b", re.I)),
    (1, re.compile(r"\b(?:years?|decades?|century)\b|\b\d{4}s?\b", re.I)),
)  # fmt: skip
_GRAINS = {"day": 3, "weekday": 3, "month": 2, "year": 1, "vague": 0}
_SOME_WEEK = re.compile(r"\b(?:this|last|next|that|same|previous|following|coming)\s+week(?:end)?\b", re.I)
_SAME = re.compile(r"\b(?:the|that|this)\s+(?:very\s+)?same\b", re.I)
# "by ten o'clock", "shortly after 3 p.m.", "At nine"
_HOUR = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\bo[’']clock\b"
    r"|^at (?:\w+ )*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")  # heads a paragraph of a live ticker
_FOUR_DIGITS = re.compile(r"\d{4}")
_PARTS = ("nothing", "a year", "a month", "a day")


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date may rest on: the publication date, the words told so far, and dates already settled in the article."""

    published: dt.date | None
    told: str
    known: tuple[str, ...]
    future: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """A date that holds (EDTF), or the problem with it; neither when there is none."""

    edtf: str | None = None
    problem: str | None = None


def settle_date(text: str, edtf: str | None, context: DateContext) -> Settled:
    """Settle what a verbatim date expression means.

    The engine's reading `edtf` stands when it is no finer than the expression, and the words told and the publication date
    bear out each of its parts, or it follows from a known date; else ours, if the expression resolves by itself.
    """
    published, future = context.published, context.future
    ours = resolve_date(text, published, None, future)
    if edtf is None or edtf == ours or not any(character.isdigit() for character in edtf):
        return Settled(ours)
    if not edtf_valid(edtf):
        return Settled(ours, None if ours else f"{edtf!r} is no EDTF date")
    if any(resolve_date(text, published, anchor, future) == edtf for anchor in context.known):
        return Settled(edtf)
    if edtf in context.known and _SAME.search(text):  # "in the same broadcast"
        return Settled(edtf)
    if published and edtf == published.isoformat() and _CLOCK.fullmatch(text):
        return Settled(edtf)
    problem = _too_fine(text, edtf)
    if problem:
        return Settled(ours, None if ours else problem)
    weekday = next((at for at, name in enumerate(_WEEKDAYS) if name in text.lower()), None)
    day = _exact_day(edtf)
    if weekday is not None and day is not None and day.weekday() != weekday:
        return Settled(ours, None if ours else f'{edtf} is no {_WEEKDAYS[weekday].title()}, but the text says "{text}"')
    if _follows(text, edtf, context, weekday is not None and day is not None) or date_borne_out(
        edtf, context.told, published
    ):
        return Settled(edtf)
    if ours is not None:
        return Settled(ours)
    return Settled(
        None, f'"{text}" doesn\'t give {edtf}: put X for what neither the text nor the publication date gives'
    )


def _too_fine(text: str, edtf: str) -> str | None:
    """Why the words can't give a date of this precision, whatever else the article tells; None when they can."""
    grain = _grain(text)
    ends = [end for end in parse_edtf(edtf) or () if end]
    finest = max((end.precision for end in ends), default=0)
    if not grain:
        return f'"{text}" tells no time: leave d empty, or copy the words that do'
    if finest > grain:
        return f'"{text}" gives {_PARTS[grain]}, {edtf} gives {_PARTS[finest]}'
    weekday = any(name in text.lower() for name in _WEEKDAYS)
    if finest == 3 and "/" not in edtf and _SOME_WEEK.search(text) and not weekday:
        return f'"{text}" gives no single day: write first day/last day'
    if finest == 2 and weekday and all(end.day is None for end in ends):
        return f'"{text}" is a day; {edtf} gives a month that the words don\'t: write the day, or leave d empty'
    return None


@lru_cache(maxsize=4096)
def _grain(text: str) -> int:
    """The finest part of a date that the words can give: 3 a day, 2 a month, 1 a year, 0 none."""
    mentions = find_dates(text)
    grains = [_GRAINS[mention.kind] for mention in mentions if mention.kind in _GRAINS]
    others = [mention.text for mention in mentions if mention.kind not in _GRAINS]
    if not grains:
        others.append(text)
    for words in others:
        grains += [grain for grain, pattern in _UNITS if pattern.search(words)]
        grains += [3] if _HOUR.search(words) else []
        inner = parse_edtf(resolve_date(words, None) or "")
        grains += [end.precision for end in inner or () if end]
    return max(grains, default=0)


def _follows(text: str, edtf: str, context: DateContext, weekday_fits: bool) -> bool:
    """Whether a day may follow from an expression that hangs on another date or on its weekday: its year must be given."""
    years = set(_FOUR_DIGITS.findall(edtf))
    given = context.published is not None or all(year in context.told for year in years)
    hangs = bool(_RELATIVE.search(text) or _HOUR.search(text)) and not _VAGUE.search(text)
    return given and (hangs or weekday_fits)


def _exact_day(edtf: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(edtf.rstrip("~?%"))
    except ValueError:
        return None
