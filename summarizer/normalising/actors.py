"""Countries, organisations and closed groups by all their names: one gazetteer for finding, checking, writing.

Codes are ISO 3166 alpha-3, XKX for Kosovo, or EUR, NATO, UNO, IGO, NGO and IMG for organisations. Names are data
(`data/countries.txt`, `data/organisations.txt`). Offsets are half-open Python string indices into the text given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.normalising.gazetteer import ORGANISATIONS, Kind, gazetteer


class NameHit(NamedTuple):
    """A name in a text; `code` of a group is its members' codes joined by spaces.

    `capital` also covers other places that lie in the country and are nobody's seat of power.
    """

    start: int
    end: int
    code: str
    kind: Kind


# Names that people and things bear as well: dropped when a capitalised neighbour makes them part of another name.
_SHARED = frozenset(
    "Georgia Jordan Chad Israel Paris London Washington Santiago Sofia Sydney Virginia Victoria Lima Malta Java".split()
)
_NEIGHBOURS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December President King Queen Prime Minister Foreign Defence Defense Interior Government
    Army Parliament Embassy Ambassador Police Court Authority Ministry Mayor Council State Supreme National Central
    In On At And But For From With Against Inside Near Around After Before As While When If Though Although That The
    Southern Northern Eastern Western Neighbouring Neighboring Greater Both Since To Between Via Towards Under Until
    City Office Prosecutor Prosecutors University Airport High Criminal Appeals Municipal Stadium Square Street
    Will Can Has Is Of Like Unlike Says Meanwhile Yesterday Today Tonight Tomorrow Overnight Earlier Later Then Now Still Thus So
    Also Again Only Even Once Soon Here There Where Who Which What Why How Because Without Despite Besides Through During For
    Next This These Those Its Our Their His Her Yet Or Nor Not No Hence Instead Indeed Thereupon Afterwards Recently Eventually
    Finally Reportedly Allegedly Immediately Separately Similarly Last First""".split()
)
_US_STATE = re.compile(
    r"(?:Atlanta|Savannah|Augusta|Macon|Brunswick),? $|[Ss]tate of $|^(?:'s|’s)? (?:Gov\b|Governor|Republican|Democrat"
    r"|Tech|Senat|Sen\b|Bulldogs|State\b|Secretary of State|voters|run-?offs?)"
)
_GEORGIAN = re.compile(r"\b(?:Tbilisi|Georgians?|Abkhazia|Ossetia|Caucasus|Russian?|Moscow|Batumi)\b")


@lru_cache(maxsize=256)
def find_names(text: str) -> tuple[NameHit, ...]:
    """Names of countries, organisations and groups in a text, in order, longest first, whole words, not overlapping."""
    names = gazetteer()
    known = names.first_words
    hits: list[NameHit] = []
    end = 0
    for word in names.openings.finditer(text):
        if word[0] not in known or word.start() < end:
            continue
        found = names.at(text, word)
        if found is None:
            continue
        end, code, kind = found
        if kind == "name" and code == "GEO" and _is_us_state(text, word.start(), end):
            code, kind = "USA", "capital"
        elif kind is None or (word[0] in _SHARED and end == word.end() and _is_other_name(text, word.start(), end)):
            continue
        if code == "COD" and word[0] in ("Congo", "Congolese") and "Brazzaville" in text and "Kinshasa" not in text:
            code = "COG"
        hits.append(NameHit(word.start(), end, code, kind))
    return tuple(hits)


_PREVIOUS = re.compile(r"(\S+) $")
_NEXT = re.compile(r" ([^\W\d_a-z][\w'’-]+)")


def _is_other_name(text: str, start: int, end: int) -> bool:
    """Whether a shared name is part of a person's or thing's name: "Michael Jordan", "Chad Kelly", "Paris Nanterre"."""
    following = _NEXT.match(text, end)
    if (
        following
        and following[1] not in _NEIGHBOURS
        and following[1] not in gazetteer().first_words
        and not following[1].isupper()
    ):
        return True
    previous = _PREVIOUS.search(text, max(0, start - 40), start)
    if not previous or not previous[1][0].isupper() or not previous[1].isalpha() or previous[1].isupper():
        return False
    return previous[1] not in _NEIGHBOURS and previous[1] not in gazetteer().first_words


def _is_us_state(text: str, start: int, end: int) -> bool:
    if _US_STATE.search(text, max(0, start - 20), start) or _US_STATE.search(text[end : end + 20]):
        return True
    return "Atlanta" in text and not _GEORGIAN.search(text)


@lru_cache(maxsize=4096)
def codes_in(text: str) -> frozenset[str]:
    """Codes of everything named in a text; a group counts as its members."""
    return frozenset(code for hit in find_names(text) for code in hit.code.split())


def borne_out(code: str, text: str) -> bool:
    """Whether some name, demonym, capital, metonym or group that stands for the code occurs in the text."""
    if code in codes_in(text):
        return True
    also = gazetteer().also
    return any(code in codes and re.search(rf"(?<!\w){name}(?!\w)", text) for name, codes in also.items())


def listed_code(name: str, code: str) -> str:
    """The code under which the gazetteer lists an organisation that others file under `code`; `code` itself otherwise.

    Every such body is an IGO, and a specialised agency is as well a body of the United Nations: each must have one code.
    """
    told = country_of(name)
    if told is None or told == code or code in codes_in(name):
        return code
    if code == "IGO" and told in ("EUR", "NATO", "UNO"):
        return told
    also = gazetteer().also
    filed = any(code in codes and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", name) for own, codes in also.items())
    return told if filed and told in ORGANISATIONS else code


_SIDE = re.compile(
    r"(?:\b(?:to|against|with|over|on|towards?|for|about|at|near|targeting|between|into|from)\s+(?:the\s+)?(?:[\w’']+\s+)?|\b(?:anti|pro|non|ex)-)$",
    re.I,
)
_WITHIN = re.compile(r"\bin\s+(?:the\s+)?$", re.I)
_MODIFIED = re.compile(
    r"-(?:backed|led|born|held|controlled|based|sponsored|funded|made|allied|supported|occupied|style|speaking|trained|run|friendly)\b"
)
_ENVOY = re.compile(
    r"\b(?:ambassador|embass|consul|mission|envoy|diplomat|legation|attach|charg|nuncio|representative|delegat|troops|forces|citizen|national)",
    re.I,
)


@lru_cache(maxsize=4096)
def country_of(name: str) -> str | None:
    """The code that a party's own name tells: "the Russian ambassador to Japan" is RUS, "the Foreign Ministry" None.

    None for a closed group too, since it is no single country.
    """
    led: str | None = None
    placed: str | None = None
    for hit in find_names(name):
        if hit.kind == "group":
            continue
        before = name[: hit.start]
        if _MODIFIED.match(name, hit.end):
            if led is None and name.startswith("-led", hit.end):
                led = hit.code
            continue
        if _WITHIN.search(before):
            if placed is None and not _ENVOY.search(before):
                placed = hit.code
            continue
        if _SIDE.search(before):
            continue
        return hit.code
    return led or placed


def display_name(code: str) -> str:
    """A code as running text: "Russia", "the United Kingdom", "the European Union"; the code itself when unknown."""
    return gazetteer().display.get(code, code)


def demonym(code: str) -> str | None:
    """The adjective of a country ("Russian"), None when it has none."""
    return gazetteer().demonyms.get(code)


def countries() -> frozenset[str]:
    """All codes the gazetteer knows, organisations included."""
    return frozenset(gazetteer().display)
