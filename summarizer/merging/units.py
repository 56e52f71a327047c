"""Which units count the same kind of thing, so that "7 killed", "11 people" and "4 rioters" can contradict each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.events import Quantity
from summarizer.normalising.actors import country_of

_HURT = re.compile(r"\b(?:wounded|injured|hurt|injuries)\b", re.I)
_MONEY = re.compile(
    r"[$€£¥]|\b(?:usd|eur|gbp|dollars?|euros?|pounds?|francs?|yuan|yen|rupees?|won|roubles?|rubles?|reais|pesos?|kroner?)\b",
    re.I,
)
# Some of a number of people: as many as that are no other count of all.
SOME = frozenset("children minors girls boys women pupils babies infants missing".split())
_SOME = re.compile(rf"\b(?:{'|'.join(sorted(SOME))})\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:people|persons?|dead|killed|deaths?|casualties|lives|men|staff|personnel|police|troops|crew|youths?|victims?|"
    r"diplomats?|attach[eé]s?|envoys?|nationals?|officials?|nurses?|guards?|pilgrims?|monks?|nuns?|priests?|clerics?|relatives?|recruits?|"
    r"conscripts?|pilots?|aides?|spies|clerks?|marines|guerrillas?|nomads?|individuals?|souls|bystanders?|compatriots?|faithful|adults?|citizens?|hostages?|captives?|detainees?|suspects?|civilians?|villagers?|"
    r"\w{3,}(?:ers|ors|ists|men|ians|ees|ants|ents|iers|ees))\b",
    re.I,
)
_PEOPLES = re.compile(
    r"[A-Z]\w+(?:ans|ese|is|men)|Britons|Danes|Swedes|Finns|Poles|Turks|Serbs|Greeks|Germans|Czechs|Arabs|Spaniards|Kurds|Thais|\w+(?:eans|icans)"
)
_NO_PEOPLE = re.compile(
    r"\b(?:helicopters|containers|tankers|freighters|trailers|bunkers|papers|letters|orders|meters|litres|posts|months|events|"
    r"agreements|documents|statements|shipments|payments|tractors|reactors|percent|cents)\b",
    re.I,
)


_OTHER_WORDS = {
    **dict.fromkeys(("lorry", "lorrie"), "truck"),
    **dict.fromkeys(("vessel", "boat", "craft"), "ship"),
    **dict.fromkeys(("plane", "jet", "airplane", "aeroplane"), "aircraft"),
    **dict.fromkeys(("ton", "metric ton"), "tonne"),
    "home": "house",
}


@lru_cache(maxsize=4096)
def unit_kind(unit: str) -> str:
    """`person`, `hurt`, `money`, a part of the people (`children`), or the unit's own last word without its plural s."""
    if _HURT.search(unit):
        return "hurt"
    some = _SOME.search(unit)
    if some:
        return some[0].lower()
    if _MONEY.search(unit):
        return "money"
    if _PEOPLE.search(unit) and not _NO_PEOPLE.search(unit):
        return "person"
    if _PEOPLES.fullmatch(unit.strip()) or country_of(unit.strip()):
        return "person"
    words = re.findall(r"\w+", unit.lower())
    last = words[-1].rstrip("s") if words else ""
    return _OTHER_WORDS.get(last, last)


def values_by_kind(quantities: Sequence[Quantity]) -> dict[str, frozenset[float]]:
    """All values of each kind."""
    found: dict[str, frozenset[float]] = {}
    for quantity in quantities:
        kind = unit_kind(quantity.unit)
        found[kind] = found.get(kind, frozenset()) | {float(quantity.value)}
    return found


def leading_values(quantities: Sequence[Quantity]) -> dict[str, Quantity]:
    """The largest quantity of each kind: of "11 people, 2 children" the eleven."""
    leading: dict[str, Quantity] = {}
    for quantity in quantities:
        kind = unit_kind(quantity.unit)
        if kind not in leading or quantity.value > leading[kind].value:
            leading[kind] = quantity
    return leading


_CURRENCIES = (
    ("usd", r"\$|\busd\b|\bdollars?\b"),
    ("eur", r"€|\beur\b|\beuros?\b"),
    ("gbp", r"£|\bgbp\b|\bpounds?\b"),
    ("yen", r"¥|\byen\b"),
)


def currency(text: str) -> str:
    """The currency that a sum is given in, by its code or name; an empty one when none is known here."""
    for code, words in _CURRENCIES:
        if re.search(words, text, re.I):
            return code
    other = _MONEY.search(text)
    return other[0].lower().rstrip("s") if other else ""
