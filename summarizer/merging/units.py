"""Which units count the same kind of thing, so that "7 killed", "11 people" and "4 rioters" can contradict each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Quantity

_HURT = re.compile(r"\b(?:wounded|injured|hurt|injuries)\b", re.I)
_MONEY = re.compile(
    r"[$€£¥]|\b(?:usd|eur|gbp|dollars?|euros?|pounds?|francs?|yuan|yen|rupees?|won|roubles?|rubles?|reais|pesos?|kroner?)\b",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(?:people|persons?|dead|killed|deaths?|casualties|lives|men|women|children|staff|personnel|police|troops|crew|youths?|victims?|"
    r"diplomats?|attach[eé]s?|envoys?|nationals?|citizens?|hostages?|captives?|detainees?|suspects?|civilians?|villagers?|"
    r"\w{3,}(?:ers|ors|ists|men|ians|ees|ants|ents|iers|ees))\b",
    re.I,
)
_NO_PEOPLE = re.compile(
    r"\b(?:helicopters|containers|tankers|freighters|trailers|bunkers|papers|letters|orders|meters|litres|posts|months|events|"
    r"agreements|documents|statements|shipments|payments|tractors|reactors|percent|cents)\b",
    re.I,
)


def unit_kind(unit: str) -> str:
    """`person`, `hurt`, `money`, or the unit's own last word without its plural s."""
    if _HURT.search(unit):
        return "hurt"
    if _MONEY.search(unit):
        return "money"
    if _PEOPLE.search(unit) and not _NO_PEOPLE.search(unit):
        return "person"
    words = re.findall(r"\w+", unit.lower())
    return words[-1].rstrip("s") if words else ""


def leading_values(quantities: Sequence[Quantity]) -> dict[str, Quantity]:
    """The largest quantity of each kind: of "11 people, 2 children" the eleven."""
    leading: dict[str, Quantity] = {}
    for quantity in quantities:
        kind = unit_kind(quantity.unit)
        if kind not in leading or quantity.value > leading[kind].value:
            leading[kind] = quantity
    return leading
