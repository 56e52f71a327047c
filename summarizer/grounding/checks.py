"""Single checks of a draft's slots against the words of the article. Each returns why it fails, or None."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from summarizer.normalising.actors import borne_out, codes_in, country_of, find_names
from summarizer.normalising.dates import date_borne_out, edtf_valid, resolve_date
from summarizer.normalising.quantities import numbers_in
from summarizer.spans import fold

# Codes of kinds of organisations, which no name in a text spells out.
KIND_CODES = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
_NEGATOR = re.compile(
    r"\b(?:not|never|cannot|neither|nor)\b(?!\s+(?:only|just|merely|simply|least|yet\s+clear))(?:\W+\w+){0,2}\W*$|"
    r"\b\w+n't\b(?:\W+\w+){0,2}\W*$",
    re.I,
)
_COUNT_WORDS: dict[float, re.Pattern[str]] = {
    1: re.compile(r"\b(?:an?|one|single|only|sole|lone|another|first|second|third)\b", re.I),
    2: re.compile(r"\b(?:both|pair|couple|twins?)\b", re.I),
}
_RELATIVE = re.compile(
    r"\b(?:same|that|this|next|following|previous|later|earlier|before|after|ago|since then|then|eve|morrow|ahead|evening|night|"
    r"morning|afternoon|hours?|days?|weeks?|fortnight)\b",
    re.I,
)
_VAGUE = re.compile(r"\b(?:end|month|year|summer|winter|spring|autumn)\b", re.I)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def negated(sentence: str, trigger_start: int) -> bool:
    """Whether a negation stands within two words before the trigger (index into the sentence)."""
    left = fold(sentence[max(0, trigger_start - 60) : trigger_start]).text
    clause = re.split(r"[,;:.]\s|\b(?:but|and)\b", left)[-1]
    return bool(_NEGATOR.search(clause))


def country_problem(name: str, country: str, article_text: str) -> str | None:
    """Why `country` can't be the code of the party `name`: its own words say another, or nothing in the article bears it out.

    A place inside a proper name ("Niamey Freight") says nothing about whose it is.
    """
    told = country_of(name)
    if told == country or country in KIND_CODES or country in codes_in(name):
        return None
    if told is not None and not _only_in_proper_name(name, told):
        return f'"{name}" is {told}, not {country}'
    if not borne_out(country, article_text):
        return f'nothing in the article bears out {country} for "{name}"'
    return None


def _only_in_proper_name(name: str, code: str) -> bool:
    hits = [hit for hit in find_names(name) if hit.code == code]
    return bool(hits) and all(hit.kind == "capital" and re.match(r"\s+[A-Z]", name[hit.end :]) for hit in hits)


def quantity_problem(value: float | None, text: str) -> str | None:
    """Why the value doesn't stand in its own words, or None."""
    numbers = numbers_in(text)
    if value is not None and any(abs(value - number) <= 1e-9 * max(1.0, abs(number)) for number in numbers):
        return None
    if value is not None and value in _COUNT_WORDS and _COUNT_WORDS[value].search(text):
        return None
    if not numbers:
        return f'"{text}" holds no number'
    return None if value is None else f'"{text}" doesn\'t say {value:g}'


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

    The engine's reading `edtf` stands when the words told and the publication date bear out each of its parts, or when it
    follows from a known date; else ours, if the expression resolves by itself.
    """
    published, future = context.published, context.future
    ours = resolve_date(text, published, None, future)
    if edtf is None or edtf == ours or not any(character.isdigit() for character in edtf):
        return Settled(ours)
    if not edtf_valid(edtf):
        return Settled(ours, None if ours else f"{edtf!r} is no EDTF date")
    if any(resolve_date(text, published, anchor, future) == edtf for anchor in context.known):
        return Settled(edtf)
    weekday = next((at for at, name in enumerate(_WEEKDAYS) if name in text.lower()), None)
    day = _exact_day(edtf)
    if weekday is not None and day is not None and day.weekday() != weekday:
        return Settled(ours, None if ours else f'{edtf} is no {_WEEKDAYS[weekday].title()}, but the text says "{text}"')
    if date_borne_out(edtf, context.told, published) or _follows(
        text, edtf, context, weekday is not None and day is not None
    ):
        return Settled(edtf)
    if ours is not None:
        return Settled(ours)
    return Settled(
        None, f'"{text}" doesn\'t give {edtf}: put X for what neither the text nor the publication date gives'
    )


def _follows(text: str, edtf: str, context: DateContext, weekday_fits: bool) -> bool:
    """Whether a day may follow from an expression that hangs on another date or on its weekday: its year must be given."""
    years = set(re.findall(r"\d{4}", edtf))
    given = context.published is not None or all(year in context.told for year in years)
    hangs = bool(_RELATIVE.search(text)) and not _VAGUE.search(text)
    return given and (hangs or weekday_fits)


def _exact_day(edtf: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(edtf.rstrip("~?%"))
    except ValueError:
        return None
