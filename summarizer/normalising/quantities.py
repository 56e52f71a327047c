"""What the numbers of English text count, and within what bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.normalising.dates import find_dates
from summarizer.normalising.numbers import CURRENCIES, number_matches

Bound = Literal["exact", "min", "max", "about"]


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number with what it counts: `text == source[start:end]`, half-open, with words such as "at least" in front.

    `unit` is the noun (or killed, wounded …) as the text has it, in lower case; `percent` and `usd`, `eur`, `gbp` for
    signs. A range has the value of its lower end and the bound `min`.
    """

    start: int
    end: int
    value: int | float
    unit: str
    text: str
    bound: Bound


_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (
        "max",
        r"up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than|fewer\s+than|less\s+than|under|as\s+(?:many|much)\s+as"
        r"|a\s+maximum\s+of",
    ),
    (
        "min",
        r"at\s+least|more\s+than|over|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|upwards\s+of"
        r"|above|exceeding|a\s+minimum\s+of",
    ),
    (
        "about",
        r"about|around|some|approximately|roughly|nearly|almost|close\s+to|an?\s+estimated|estimated"
        r"|an?\s+reported|circa",
    ),
)
_BOUND = re.compile(
    "(?<!\\w)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS) + r")\s+(?:the\s+)?$", re.I
)
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\bor\b)\s*$", re.I)
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_CLOCK = re.compile(
    r"[:.]\d\d\b|\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC|hours?\s+(?:GMT|local))|-?\s?years?[\s-]old|[’']s\b"
    r"|(?:st|nd|rd|th)\b"
)
_AGE = re.compile(r"\b(?:aged?|No\.|nos?\.|number|chapter|page|at|,)\s+$", re.I)
_NAMED = re.compile(r"(?<![.!?]\s)\b(?P<name>[A-Z][\w’'-]*)\s+$")
_PERCENT = re.compile(r"\s?(?:%|percent(?:age)?\b|per\s+cent\b)(?:\s+points?)?")
_MONEY = re.compile(
    r"\s?(?:US\s+|U\.S\.\s+)?(?P<unit>dollars?|euros?|EUR|USD|GBP|pounds?|rou?bles?|yuan|yen|rupees?|lira"
    r"|hryvnias?|francs?|zloty|crowns?)\b"
)
_CODES = {"dollar": "usd", "dollars": "usd", "usd": "usd", "euro": "eur", "euros": "eur", "eur": "eur", "gbp": "gbp"}
_WORD = re.compile(r"\s*(?:[-‐‑]\s?)?(?:of\s+(?:the|its|their|his|her|these|those)\s+)?([^\W\d_][\w’'‐‑-]*)")
_STOP = frozenset(
    """the a an of in on at by for from to with and or but as that which who whom whose after before during since until
    against over under near between into per is are was were has have had will would could may might must be been said
    says it they he she we i not no when while where if than then also this these those his her its their our your
    among amid across including because both more less about today yesterday""".split()
)
_STATES = frozenset("killed dead wounded injured missing hurt arrested detained dead".split())
_PLURALS = frozenset(
    """people men women children police troops staff personnel aircraft dead wounded injured killed missing servicemen
    policemen fishermen crew cattle sheep fish media data officers hostages euros km tonnes tons hectares
    miles""".split()
)
_OR_MORE = re.compile(r"\s+or\s+more\b")
_TIME = frozenset("day days week weeks month months hour hours minute minutes second seconds".split())
_PASSIVE = re.compile(
    r"\s+(?:others?\s+)?(?:(?:was|were|are|is|had|have|been|being|reported|reportedly|also)\s+)*"
    r"(?P<state>killed|dead|wounded|injured|missing|hurt|arrested|detained)\b"
)
_ACTIVE = re.compile(r"\b(?P<verb>kill|wound|injur|arrest|detain|hurt)(?:ed|ing|s|e[ds]?)?\s+(?:[a-z]+\s+){0,3}$", re.I)
_ACTIVE_UNIT = {
    "kill": "killed",
    "wound": "wounded",
    "injur": "injured",
    "arrest": "arrested",
    "detain": "detained",
    "hurt": "hurt",
}


@lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Numbers that count something, in order; not dates, ages, ordinals, times of day and numbers in names."""
    numbers = number_matches(text)
    if not numbers:
        return ()
    dates = find_dates(text)
    mentions: list[QuantityMention] = []
    low: tuple[int, int | float] | None = None  # start and value of the lower end of a range
    for at, (found, value) in enumerate(numbers):
        start, end = found.span()
        if any(date.start < end and start < date.end for date in dates):
            continue
        following = numbers[at + 1][0].start() if at + 1 < len(numbers) else -1
        between = _BETWEEN.search(text, max(0, start - 12), start)
        if following > 0 and (
            _RANGE.fullmatch(text, end, following) or (between and _AND.fullmatch(text, end, following))
        ):
            low = (start, value) if low is None else low
            continue
        begin, number = low or (start, value)
        ranged, low = low is not None, None
        unit_end, unit = _unit(text, found, value)
        if not unit or unit in _TIME or _CLOCK.match(text, end):
            continue
        bounded = _BOUND.search(text, max(0, begin - 24), begin)
        bound: Bound = "min" if ranged else "exact"
        for name, _ in _BOUNDS:
            if bounded and bounded[name]:
                bound, begin = name, bounded.start()
        if _OR_MORE.match(text, end, end + 10):
            bound = "min"
        mentions.append(QuantityMention(begin, unit_end, number, unit, text[begin:unit_end], bound))
    return tuple(mentions)


def _unit(text: str, found: re.Match[str], value: int | float) -> tuple[int, str]:
    """Where the counted noun ends, and that noun; an empty one when the number counts nothing."""
    start, end = found.span()
    if found["sign"]:
        return end, CURRENCIES[found["sign"]]
    for pattern in (_PERCENT, _MONEY):
        sign = pattern.match(text, end)
        if sign:
            name = sign["unit"].lower() if pattern is _MONEY else "percent"
            return sign.end(), _CODES.get(name, name)
    state = _PASSIVE.match(text, end)
    noun_end, noun = _noun(text, end, value == 1)
    if noun and not (state and noun in _STATES):
        named = _NAMED.search(text, max(0, start - 30), start)
        plural = noun in _PLURALS or noun.endswith("s")
        return (noun_end, noun) if plural or not named else (end, "")
    if state:
        return state.end(), state["state"]
    active = _ACTIVE.search(text, max(0, start - 40), start)
    if active and not _AGE.search(text, max(0, start - 9), start):
        return end, _ACTIVE_UNIT[active["verb"].lower()]
    return end, ""


def _noun(text: str, at: int, single: bool) -> tuple[int, str]:
    """The head of the noun phrase after a number: its first plural within five words, else (for one) its last word."""
    end, noun = at, ""
    for _ in range(5):
        word = _WORD.match(text, end)
        if not word or (text[end : end + 1] in ",;:(" and not noun):
            break
        plain = word[1].lower()
        if plain in _STOP:
            break
        if text[word.start() : word.start(1)].strip(" \u00a0\u202f\n") in ("-", "‐", "‑"):
            return at, ""  # a 12-member team, three-day talks
        possessive = plain.endswith(("'s", "’s"))
        end, noun = word.end(), plain
        if (
            not single
            and not possessive
            and (
                plain in _PLURALS or (plain.endswith("s") and not plain.endswith(("ss", "us", "gas", "series", "news")))
            )
        ):
            return end, plain
    if single and noun.endswith(("ed", "ing")) and noun not in _STATES:
        noun = ""
    return (end, noun) if single else (at, "")
