"""Numbers in English text, in words or digits: where they stand, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.normalising.wording import cased, one_of


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number that a text writes: `source[start:end]`, half-open; a range is two of them."""

    start: int
    end: int
    value: int | float


_SMALL = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SHORT_SCALES = {"bn": 10**9, "mn": 10**6, "m": 10**6, "k": 1000, "tn": 10**12}
_UNIT_WORD = "|".join(_SMALL)
_GROUP = rf"(?:(?:{'|'.join(_TENS)})(?:[-‐‑\s](?:{_UNIT_WORD})\b)?|(?:{_UNIT_WORD}))\b"
_SCALE = rf"(?:{'|'.join(_SCALES)})\b"
_DIGITS = r"(?:\d{1,3}(?:[,\s']\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_NUMBER = re.compile(
    rf"(?:(?P<sign>[$€£¥])\s?)?(?P<digits>{_DIGITS})(?:(?:[\s-])?(?P<scale>{_SCALE})|(?P<short>(?:bn|mn|tn|m|k)\b))?"
    rf"|(?P<half>half\s+an?\s+{_SCALE})"
    rf"|(?P<words>(?:{_GROUP}|an?\s+(?={_SCALE}))(?:\s*{_SCALE}(?:\s+(?:and\s+)?{_GROUP})?)*)",
    re.IGNORECASE,
)
# Where a number may begin, with the character before it: `re` skips all that is within words.
_OPENING = re.compile(
    rf"[^A-Za-z](?:\d+|(?:{one_of(cased([*_SMALL, *_TENS, 'half']))}"
    rf"|[Aa]n?(?=[\W_]+(?i:{'|'.join(_SCALES)})(?![^\W\d_])))(?![^\W\d_]))"
)
_GROUPING = re.compile(r"[,\s']")  # between the digits of thousands
_LETTERS = re.compile(r"[a-z]+")
_ONE_OF = re.compile(r"\W*one\s+of\b", re.I)
CURRENCIES = {"$": "usd", "€": "eur", "£": "gbp", "¥": "yen"}
"""The unit of each sign that may stand before a number."""
_NO_COUNT = re.compile(r"(?:[Nn]o|[Aa]ny|[Ss]ome|[Ee]very|[Tt]he|[Tt]his|[Tt]hat|[Ee]ach|[Ww]hich)\s+$")
_ONE_AS_PRONOUN = re.compile(r"\s+(?:of|another|day|by\s+one|who|which|that|is|was|can|an?|the|as|in|after)\b|[-‐‑]")


@lru_cache(maxsize=4096)
def parse_number(words: str) -> int | float | None:
    """The number that words or digits write ("twenty-five", "1.2 million", "12 000", "a dozen"), else None."""
    found = _NUMBER.fullmatch(words.strip())
    return _value(found) if found else None


def _value(found: re.Match[str]) -> int | float | None:
    if found["digits"]:
        plain = _GROUPING.sub("", found["digits"])
        number: int | float = float(plain) if "." in plain else int(plain)
        factor = _SCALES.get((found["scale"] or "").lower()) or _SHORT_SCALES.get((found["short"] or "").lower(), 1)
        return _tidy(number * factor)
    words = _LETTERS.findall((found["half"] or found["words"]).lower())
    total = part = 0
    for word in words:
        if word in _SMALL or word in _TENS:
            part += _SMALL.get(word, _TENS.get(word, 0))
        elif word in ("hundred", "dozen"):
            part = (part or 1) * _SCALES[word]
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
    value = total + part
    return _tidy(value / 2) if found["half"] else value


def _tidy(number: int | float) -> int | float:
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


@lru_cache(maxsize=8192)
def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """All numbers in order, those of dates and times of day too; not ordinals, codes such as F-16, or "one of"."""
    return tuple(NumberMention(found.start(), found.end(), value) for found, value in number_matches(text))


def first_number(text: str) -> int | float:
    """The number that a phrase counts with: one in "one of the four", four in "four of ten". Raises ValueError without any."""
    if _ONE_OF.match(text):
        return 1
    found = find_numbers(text)
    return found[0].value if found else min(numbers_in(text))


@lru_cache(maxsize=8192)
def number_matches(text: str) -> tuple[tuple[re.Match[str], int | float], ...]:
    """All numbers with their values, each as the match that tells `sign` and `words`; the currency's sign is part of it."""
    return tuple(_each_match(text))


def _each_match(text: str) -> Iterator[tuple[re.Match[str], int | float]]:
    done = 0
    for opening in _OPENING.finditer(f" {text}"):  # what is found begins with the character before it
        start = opening.start()
        if start and text[start - 1] in CURRENCIES and text[start].isdecimal():
            start -= 1
        if start < done:
            continue
        before = text[start - 1] if start else " "
        if before.isalnum() or before == "_" or (before in "-‐‑–/" and start > 1 and text[start - 2].isalpha()):
            continue
        found = _NUMBER.match(text, start)
        if not found or _glued(text, found):
            continue
        value = _value(found)
        if value is None or (value == 1 and found["words"] and _pronoun(text, found)):
            continue
        yield found, value
        done = found.end()


def _glued(text: str, found: re.Match[str]) -> bool:
    follow = text[found.end() : found.end() + 1]
    return bool(found["digits"]) and (follow.isalpha() or follow == "_")


def _pronoun(text: str, found: re.Match[str]) -> bool:
    """Whether "one" counts nothing: no one, one of them, the one."""
    before = text[max(0, found.start() - 8) : found.start()]
    return bool(_NO_COUNT.search(before) or _ONE_AS_PRONOUN.match(text, found.end()))


def numbers_in(text: str) -> frozenset[float]:
    """The values of all numbers in a text, in words or digits, both ends of ranges."""
    return frozenset(float(number.value) for number in find_numbers(text))
