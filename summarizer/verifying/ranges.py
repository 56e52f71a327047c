"""Two figures told as a range or as alternatives: "four to eleven people", "40 or 45 million dollars"."""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.normalising.numbers import NumberMention, find_numbers
from summarizer.normalising.quantities import find_quantities
from summarizer.verifying.case import WORD, Case, stem
from summarizer.verifying.resting import sentences_of

_JOINED = re.compile(r"(?P<unit>\s+[a-z]+)?(?:\s+(?:to|or)\s+|\s?[-–]\s?)(?:even\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_AND = re.compile(r"(?:\s+[a-z]+)?\s+and\s+")
_SCALE = re.compile(r"\b(million|mln|thousand|billion|bln)\b", re.I)
_SIZES = {"million": 1e6, "mln": 1e6, "thousand": 1e3, "billion": 1e9, "bln": 1e9}
# What befell those who are counted.
_FATES = {
    stem(word): fate
    for fate, words in {
        "dead": "kill killed killing dead death deaths die died dying slain lives toll fatalities",
        "hurt": "wound wounded wounds injure injured injuries hurt",
        "held": "arrest arrested arrests detain detained held jailed imprisoned",
        "gone": "missing disappeared abducted kidnapped",
        "out": "expel expelled expulsion expulsions deported",
    }.items()
    for word in words.split()
}


def borne_out_as_range(case: Case) -> frozenset[int]:
    """Where the numbers begin that are ends of ranges, both ends of which the passages give as counts of the same thing."""
    found: set[int] = set()
    for first, second in pairwise(find_numbers(case.text)):
        gap = case.text[first.end : second.start]
        between = _BETWEEN.search(case.text, 0, first.start)
        if not (_AND if between else _JOINED).fullmatch(gap):
            continue
        told = next((q for q in find_quantities(case.text) if q.start <= second.start < q.end), None)
        units = {stem(told.unit)} if told else set()
        fate = _fate(case.text, first.start, second.end)
        low = max(float(first.value), float(first.value) * _missing_scale(first, second, case.text))
        if all(_counted(value, units, fate, case) for value in (low, float(second.value))):
            found |= {first.start, second.start}
    return frozenset(found)


def _missing_scale(first: NumberMention, second: NumberMention, text: str) -> float:
    """A million for the 40 of "40 or 45 million"."""
    own = _SCALE.search(text, first.start, second.start)
    its = _SCALE.search(text, second.start, second.end)
    return _SIZES[its[1].lower()] if its and not own else 1


def _counted(value: float, units: set[str], fate: str | None, case: Case) -> bool:
    """Whether a passage gives the number for those of this fate, or else as a count of the same things."""
    for passage in case.passages:
        for sentence in sentences_of(passage.text):
            for number in find_numbers(sentence):
                if float(number.value) != value:
                    continue
                if fate and _fate(sentence, number.start, number.end) == fate:
                    return True
                counted = next((q for q in find_quantities(sentence) if q.start <= number.start < q.end), None)
                if not fate and counted and stem(counted.unit) in units:
                    return True
    return False


def _fate(text: str, start: int, end: int) -> str | None:
    """The fate told nearest to a number, within its clause."""
    low = max(text.rfind(mark, 0, start) for mark in (";", ":", ". ")) + 1
    high = min((at for at in (text.find(mark, end) for mark in (";", ":", ". ")) if at >= 0), default=len(text))
    near: list[tuple[int, str]] = []
    for word in WORD.finditer(text, low, high):
        fate = _FATES.get(stem(word[0]))
        if fate:
            near.append((start - word.end() if word.end() <= start else word.start() - end, fate))
    return min(near)[1] if near else None
