"""Where an expression of time may begin: at a month, weekday, unit of time or number, or at words that lead up to one.

A text is looked through once for these; only there are the patterns of `dates` tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from summarizer.normalising.date_words import ORDINALS
from summarizer.normalising.wording import cased, one_of

Core = Literal["weekday", "month", "year", "number", "season", "moment", "unit", "ordinal", "feast"]


class Beginning(NamedTuple):
    """The kind of the first word of time or number in an expression, the core; where one with it may begin; where the core ends."""

    core: Core
    starts: list[int]
    end: int


def _named(words: str) -> list[str]:
    return [*words.split(), *words.upper().split()]


_WEEKDAYS = _named("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTHS = _named(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec"""
)
_LATE = cased(name for name, day in ORDINALS.items() if day > 10)
_FEASTS = _named("Christmas Boxing")
_SEASONS = cased("spring summer autumn fall winter".split())
# Such a word may open an expression by itself; a unit needs words in front of it.
_MOMENTS = cased("yesterday today tomorrow tonight overnight hour hours minute minutes year".split())
_UNITS = cased(
    """eve day days night nights nightfall dusk morrow date fortnight week weeks weekend weekends month months years decade
    decades morning evening afternoon dawn daybreak noon midday future""".split()
)
_OPENERS = cased(
    """on in since by during from at between around about approximately circa roughly the early mid late beginning start
    middle end first second third fourth course last next this earlier later that just only over within a an one two three four five six
    seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty few
    several couple until till before after through of its
    their half forty opening closing overnight night new some nearly almost same""".split()
)
_INNER = cased(
    [
        *"""very following previous subsequent ensuing preceding selfsame aforesaid aforementioned coming past recent
        near day days week weeks weekend""".split(),
        *ORDINALS,
    ]
)  # stand inside, but open none
_OPEN = frozenset(_OPENERS)
_LISTS: dict[Core, list[str]] = {
    "weekday": _WEEKDAYS,
    "month": _MONTHS,
    "season": _SEASONS,
    "unit": [*_UNITS, *(f"{name}s" for name in _WEEKDAYS)],
    "moment": [*_MOMENTS, "Night"],  # "Night to the 7th."
    "ordinal": _LATE,
    "feast": _FEASTS,
}
_KINDS = {word: core for core, words in _LISTS.items() for word in words}
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
# A number may be part of a date when one of these follows.
_NUMBER = (
    r"\d++(?=\s*[-–—/.]|(?i:st|nd|rd|th)|\s+(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of|to|and|until|till|through"
    r"|day|night|week|fortnight|month|year|decade|hour|minute))"
    r"|(?:(?<=\b[Tt]he )|(?<=\bthe day ))\d\d?(?![\d%])"
)
# Begins with what stands before a word: `re` skips all that is within words.
_CORE = re.compile(rf"[^A-Za-z0-9](?:(?=\d)(?:{_YEAR}|{_NUMBER})|{one_of(_KINDS)}(?![^\W\d_]))")
# For the text backwards, as a core is found first.
_LEADS = re.compile(rf"(?:[\W_]++{one_of(word[::-1] for word in (*_OPENERS, *_INNER))}(?![^\W\d_]))*+")
_WORD = re.compile(r"[^\W\d_]+")
_IS_YEAR = re.compile(_YEAR)


def beginnings(text: str) -> Iterator[Beginning]:
    """All places where an expression of time may begin, in order, those with the same core together."""
    backwards = text[::-1]
    for found in _CORE.finditer(f" {text}"):  # a word begins in the text where the character before it stands here
        at, word = found.start(), found[0][1:]
        core = _KINDS.get(word) or ("year" if _IS_YEAR.match(word) else "number")
        lead = _LEADS.match(backwards, len(text) - at)
        first = len(text) - lead.end() if lead else at
        starts = [word.start() for word in _WORD.finditer(text, first, at) if word[0] in _OPEN] if first < at else []
        if core != "unit":
            starts.append(at)
        yield Beginning(core, starts, found.end() - 1)
