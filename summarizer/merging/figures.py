"""Figures in their sentences: what they count, how far their words leave room, and whether they count all of it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.drafts import Mention
from summarizer.events import Quantity
from summarizer.merging.conditions import condition, condition_named, speaks_of_death
from summarizer.merging.units import SOME, currency, unit_kind
from summarizer.normalising.numbers import find_numbers

_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|above|exceeding|no fewer than|no less than|not less than|upwards? of|minimum of)\s+(?:\w+\s+)?$",
    re.I,
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|as many as|fewer than|less than|under|no more than|not more than|maximum of)\s+(?:\w+\s+)?$",
    re.I,
)
_ALMOST = re.compile(r"\b(?:nearly|almost|close to|just under)\s+(?:\w+\s+)?$", re.I)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|an estimated|estimated|circa|more or less|perhaps|another)\s+$", re.I
)
_OR_MORE = re.compile(r"^\s*(?:[\w’'-]+\s+){0,2}?(?:or more|plus\b|at least)|^\+", re.I)
_OR_SO = re.compile(r"^\s*(?:[\w’'-]+\s+){0,2}?or so\b", re.I)
_RANGE = re.compile(r"^\s*(?:-|–|—|to|or|and)\s*$", re.I)
_NEAR = 0.1  # how far "about" reaches
_FRACTION = 0.05  # of a measure, which one may round to a whole number where the other gives a fraction
_VAGUE = (
    (re.compile(r"\bhundreds of thousands\b", re.I), 1e5, 1e6),
    (re.compile(r"\btens of thousands\b", re.I), 1e4, 1.2e5),
    (re.compile(r"\bthousands\b", re.I), 1e3, 2e4),
    (re.compile(r"\b(?:a )?few hundred\b", re.I), 200, 500),
    (re.compile(r"\bhundreds\b", re.I), 100, 2e3),
    (re.compile(r"\b(?:few|couple of|several) dozen\b", re.I), 20, 100),
    (re.compile(r"\b(?:dozens|scores|by the dozen)\b", re.I), 20, 200),
    (re.compile(r"\b(?:several|a few|a handful|a number|numerous|many)\b", re.I), 3, 100),
)
_PART_BEFORE = re.compile(
    r"\b(?:among (?:them|those|whom|the \w+)|including|of (?:them|whom|which|those|these)|(?:the )?(?:other|remaining)"
    r"|^\W*(?:another|a further))\b[\s,]*(?:[a-z]+\s+){0,4}$|\bof the\b[^.;]{0,60},\s*$|\b(?:another|a further)\s+$",
    re.I,
)
_PART_AFTER = re.compile(
    r"^\s*(?:[\w’'-]+\s+){0,4}?(?:of (?:them|whom|which|those|these)\b|(?:are|is|was|were) (?:also |reportedly )?among\b)"
    r"|^\s*(?:others?\b|more\s+(?!than\b))|^\s*of the\s*$|^\s*of the\b[^,.;]{0,60}\b(?:who|whom|that|which)\b",
    re.I,
)
_REPLACED = re.compile(r"\b(?:not|rather than|instead of|down from|up from)\s+(?:the\s+)?$", re.I)
# "Denied that forty had died": the figure is denied, too, where another is given.
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|not)\b[^:;.–—]*$", re.I)
_NOT_AS_MANY = re.compile(r"^([^.;,]{0,40}),? (?:and )?(?:not|never|rather than|instead of) (?:the )?[\w-]+,", re.I)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_OVER_TIME = re.compile(
    rf"\b(?:since (?:the |last |early |late |mid-)?(?:\d{{4}}|(?:{_MONTHS})\w*|start|beginning|year|month|spring|summer|autumn|winter|war)"
    r"|so far this|this (?:year|month)|(?:in|over|within|during) (?:recent|the (?:past|last)) (?:\w+ )?(?:days|weeks|months|years))",
    re.I,
)
_SUMS_UP = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|on top of|tak(?:es|ing)|in addition to|a total of)\b[^.;]{0,40}$", re.I
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of an article in its sentence. `low` and `high` are what its words leave room for.

    `part`: it doesn't count all, but some of a whole, all of a longer time, or what a correction replaces.
    `deathly`: its text tells of deaths, so that people of whom it says nothing may be the dead.
    """

    quantity: Quantity
    kind: str
    low: float
    high: float
    part: bool
    deathly: bool

    def agrees(self, other: Figure) -> bool:
        """Whether both can be one number."""
        values = float(self.quantity.value), float(other.quantity.value)
        room = _FRACTION * max(values) if values[0].is_integer() != values[1].is_integer() else 0.0
        return self.low <= other.high + room and other.low <= self.high + room


def figures_of(mentions: Sequence[Mention], text: str, acts: frozenset[str]) -> tuple[Figure, ...]:
    """Figures of one article's mentions of an act; `acts` are the conditions that the act itself brings about.

    People of whom nothing more is told are those that the act is about.
    """
    found: list[Figure] = []
    for mention in mentions:
        sentences = [text[span.start : span.end] for span in mention.sentences]
        replaced = _replaced(mention, sentences)
        for quantity in mention.quantities:
            before, after = _round(quantity.text, sentences)
            figure = replace(_figure(quantity, before, after, acts), deathly=speaks_of_death(" ".join(sentences)))
            found.append(replace(figure, part=True) if quantity in replaced else figure)
    counted = [figure for figure in found if not figure.part]
    mixed = any(figure.kind in ("dead", "hurt") for figure in counted)
    return tuple(_by_the_doers(figure, mentions) if mixed else figure for figure in found)


def denies_figure(mention: Mention, text: str) -> bool:
    """Whether a denial is of a figure, instead of which it gives another, and so not of the act."""
    return bool(_replaced(mention, [text[span.start : span.end] for span in mention.sentences]))


def _replaced(mention: Mention, sentences: Sequence[str]) -> list[Quantity]:
    """The figures that a denial denies where it gives another one of the same kind of things."""
    if mention.status != "denied" or len(mention.quantities) < 2:
        return []
    denied = [q for q in mention.quantities if _DENIED.search(_round(q.text, sentences)[0])]
    given = {unit_kind(q.unit) for q in mention.quantities if q not in denied}
    return [q for q in denied if unit_kind(q.unit) in given]


def acts_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """The conditions that the triggers of an act name: "kidnapped", "shot dead"."""
    return frozenset(named for mention in mentions if (named := condition_named(mention.trigger_text)))


def _round(words: str, sentences: Sequence[str]) -> tuple[str, str]:
    """The sentence before and after the words of a figure."""
    pattern = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w)", re.I)
    for sentence in sentences:
        found = pattern.search(sentence)
        if found:
            number = next(iter(find_numbers(found[0])), None)
            at = found.start() + (number.start if number else 0)
            end = found.start() + (number.end if number else 0)
            return sentence[:at], sentence[end:]
    number = next(iter(find_numbers(words)), None)
    return (words[: number.start], words[number.end :]) if number else ("", words)


def _kind(quantity: Quantity, before: str, after: str, acts: frozenset[str]) -> str:
    kind = unit_kind(quantity.unit)
    if kind == "money":
        return f"money {currency(quantity.text) or currency(quantity.unit)}"
    if kind in SOME or kind == "hurt":
        return kind
    state = condition_named(quantity.unit) or condition(before, after)
    if kind != "person" and quantity.unit.lower() not in ("", "more", "other", "others"):
        return kind if state is None or state in acts else f"{kind} {state}"
    if state is None and quantity.unit.lower().endswith("crew"):
        return "crew"
    return state or (next(iter(acts)) if len(acts) == 1 else "person")


def _by_the_doers(figure: Figure, mentions: Sequence[Mention]) -> Figure:
    """A number of those who act is no other count of those who suffer it."""
    unit = figure.quantity.unit.lower().rsplit(" ", 1)[-1].removesuffix("s")
    doers = any(unit and unit in party.name.lower() for m in mentions for party in m.actors)
    done = any(unit and unit in party.name.lower() for m in mentions for party in m.recipients)
    return replace(figure, kind="doers") if doers and not done else figure


def _figure(quantity: Quantity, before: str, after: str, acts: frozenset[str]) -> Figure:
    low, high = _room(quantity, before, after)
    before = before[max((n.end for n in find_numbers(before)), default=0) :]
    after = _NOT_AS_MANY.sub(r"\1", after)
    near = after[: next((n.start for n in find_numbers(after)), len(after))]
    part = bool(
        _PART_BEFORE.search(before) or _PART_AFTER.search(near) or _REPLACED.search(before)
        or (_SUMS_UP.search(before) and _OVER_TIME.search(re.split(r"[;.!?]", after)[0]))
    )  # fmt: skip
    return Figure(quantity, _kind(quantity, before, near, acts), low, high, part, deathly=False)


def _room(quantity: Quantity, before: str, after: str) -> tuple[float, float]:
    value = float(quantity.value)
    numbers = find_numbers(quantity.text)
    if not numbers:
        for pattern, least, most in _VAGUE:
            if pattern.search(quantity.text):
                return least, most
    ends = [float(number.value) for number in numbers]
    if len(ends) == 2 and _RANGE.match(quantity.text[numbers[0].end : numbers[1].start]) and ends[0] < ends[1]:
        return ends[0], ends[1]
    other = next(iter(find_numbers(after)), None)
    if other and _RANGE.match(after[: other.start]) and value < other.value:
        return value, float(other.value)
    if _AT_LEAST.search(before) or _OR_MORE.search(after):
        return value, math.inf
    if _AT_MOST.search(before):
        return 0.0, value
    if _ALMOST.search(before):
        return value * (1 - _NEAR), value
    if _ABOUT.search(before) or _OR_SO.search(after):
        room = max(_NEAR * value, 1.0)
        return value - room, value + room
    room = _rounding(value)
    return value - room, value + room


def _rounding(value: float) -> float:
    """How far a number of a thousand and more is rounded by the digits that are written: 12 million is 11.5 to 12.5."""
    if value < 1000 or value != int(value):
        return 0.005 * value if value >= 1000 else 0.0
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    return max(min(0.5 * 10.0**zeros, 0.05 * value), 0.005 * value)


def adds_up(counted: Sequence[Figure], others: Sequence[Figure], whole: Figure) -> bool:
    """Whether an article's figures of one kind, with its women and children, make up another article's: three men and two women."""
    amounts = {(figure.quantity.text, figure.quantity.value) for figure in counted}
    amounts |= {(figure.quantity.text, figure.quantity.value) for figure in others if figure.kind in SOME}
    return len(amounts) > 1 and whole.low <= sum(value for _, value in amounts) <= whole.high < math.inf
