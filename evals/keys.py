"""When two slot values count as the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Protocol

_ARTICLE = re.compile(r"^(?:the|a|an) ")
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "mn": 1e6, "m": 1e6}


def party_key(country: str | None, name: str | None) -> str:
    """The country or organisation code, else the name in lower case without its article; '' when both are missing."""
    return country or _ARTICLE.sub("", " ".join((name or "").casefold().split()))


class Named(Protocol):
    """A party or speaker of an event record."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...


def keys(parties: Iterable[Named]) -> frozenset[str]:
    """The keys of an event's parties or speakers."""
    return frozenset(party_key(party.country, party.name) for party in parties)


def hits(found: Collection[str], gold: Collection[str], accepted: Collection[str] = ()) -> tuple[int, int, int]:
    """True positives, false positives, false negatives; an accepted alternative is right and stands for one of gold."""
    found, gold = set(found), set(gold)
    right = len(found & (gold | set(accepted)))
    return right, len(found) - right, max(0, len(gold) - right)


def set_f1(found: Collection[str], gold: Collection[str], accepted: Collection[str] = ()) -> float:
    """F1 of two sets; 1 when both are empty."""
    right, wrong, missed = hits(found, gold, accepted)
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def amount(value: float, unit: str) -> float:
    """A number with the scale word of its unit multiplied in: (4, 'million euros') equals (4000000, 'euros')."""
    first = unit.split(" ", 1)[0].casefold()
    return round(float(value) * _SCALE.get(first, 1), 6)


def given_parts(edtf: str | None) -> frozenset[str]:
    """Which of year, month and day an EDTF date gives in digits, in both ends where it is an interval."""
    if not edtf:
        return frozenset()
    ends = [end for end in edtf.split("/") if end != ".."]
    parts = []
    for end in ends:
        fields = dict(zip(("year", "month", "day"), end.rstrip("~?%").split("-"), strict=False))
        parts.append({name for name, digits in fields.items() if digits.isdigit()})
    return frozenset(set.intersection(*parts)) if parts else frozenset()
