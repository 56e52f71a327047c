"""Single checks of a draft's slots against the words of the article. Each returns why it fails, or None."""

from __future__ import annotations

import re

from summarizer.normalising.actors import borne_out, codes_in, country_of, find_names
from summarizer.normalising.numbers import numbers_in
from summarizer.spans import fold

# Codes of kinds of organisations, which no name in a text spells out.
KIND_CODES = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
_NEGATOR = re.compile(
    r"\b(?:not|never|cannot|neither|nor)\b(?!\s+(?:only|just|merely|simply|least|hesitat\w+|yet\s+clear))(?:\W+\w+){0,2}\W*$|"
    r"\b\w+n't\b(?:\W+\w+){0,2}\W*$",
    re.I,
)
# "did not free them until Sunday" tells that they were freed then.
_UNTIL_THEN = re.compile(
    r"[^,;:.]*?\b(?:until|till)\s+(?:(?:late|early|on|the)\s+)*"
    r"(?:\d|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.I,
)
_NEGATING = ("not", "never", "nor", "neither", "n't")  # one of them stands in whatever the pattern finds
_JOINT = re.compile(r"[,;:.]\s|\b(?:but|and)\b")
_CAPITAL = re.compile(r"\s+[A-Z]")
_COUNT_WORDS: dict[float, re.Pattern[str]] = {
    1: re.compile(r"\b(?:an?|one|single|only|sole|lone|another|first|second|third)\b", re.I),
    2: re.compile(r"\b(?:both|pair|couple|twins?)\b", re.I),
}


def negated(sentence: str, trigger_start: int) -> bool:
    """Whether a negation stands within two words before the trigger (index into the sentence)."""
    left = sentence[max(0, trigger_start - 60) : trigger_start]
    if not (left.isascii() and left.isprintable() and "`" not in left):
        left = fold(left).text
    low = left.lower()
    if not any(word in low for word in _NEGATING) or _UNTIL_THEN.match(sentence, trigger_start):
        return False
    clause = _JOINT.split(left)[-1]
    return bool(_NEGATOR.search(clause))


def country_problem(name: str, country: str, article_text: str) -> str | None:
    """Why `country` can't be the code of the party `name`: its own words say another, or nothing in the article bears it out.

    A place inside a proper name ("Niamey Freight") says nothing about whose it is.
    """
    told = country_of(name)
    if told == country or country in KIND_CODES or country in codes_in(name):
        return None
    if told is not None and not _only_in_proper_name(name, told) and not _read_there(name, told, country, article_text):
        return f'"{name}" is {told}, not {country}'
    if not borne_out(country, article_text):
        return f'nothing in the article bears out {country} for "{name}"'
    return None


def _read_there(name: str, told: str, country: str, article_text: str) -> bool:
    """Whether an article that never means `told` tells by its other words that its namesake is meant: "Congo" beside Brazzaville."""
    codes = codes_in(article_text)
    return told not in codes and country in codes and name in article_text


def _only_in_proper_name(name: str, code: str) -> bool:
    hits = [hit for hit in find_names(name) if hit.code == code]
    return bool(hits) and all(hit.kind == "capital" and _CAPITAL.match(name, hit.end) for hit in hits)


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
