"""Countries, organisations and closed groups by all their names: one gazetteer for finding, checking, writing.

Codes are ISO 3166 alpha-3, XKX for Kosovo, or EUR, NATO, UNO, IGO, NGO and IMG for organisations. Names are data
(`data/countries.txt`, `data/organisations.txt`). Offsets are half-open Python string indices into the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cached_property, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from summarizer.pausing import collector_paused

Kind = Literal["name", "demonym", "capital", "metonym", "organisation", "group"]


class NameHit(NamedTuple):
    """A name in a text; `code` of a group is its members' codes joined by spaces.

    `capital` also covers other places that lie in the country and are nobody's seat of power.
    """

    start: int
    end: int
    code: str
    kind: Kind


_KINDS: dict[str, Kind] = {k: k for k in ("name", "demonym", "capital", "metonym", "organisation", "group")}
_ORGANISATIONS = {
    "EUR": "the European Union",
    "NATO": "NATO",
    "UNO": "the United Nations",
    "IGO": "an intergovernmental organisation",
    "NGO": "a non-governmental organisation",
    "IMG": "an international armed group",
}
_FIRST = re.compile(r"\w+")
_TIDY = re.compile(r"\S+(?: \S+)*")
_IN_WORD = re.compile(r"\w")
# Characters that stand for those of a name, one for one.
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_SAME = str.maketrans({"’": "'", **dict.fromkeys("‐‑‒–—―", "-"), **dict.fromkeys(_SPACES, " ")})
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
    Will Can Has Is Of Like Unlike Says Meanwhile""".split()
)
_US_STATE = re.compile(
    r"(?:Atlanta|Savannah|Augusta|Macon|Brunswick),? $|[Ss]tate of $|^(?:'s|’s)? (?:Gov\b|Governor|Republican|Democrat"
    r"|Tech|Senat|Sen\b|Bulldogs|State\b|Secretary of State|voters|run-?offs?)"
)
_GEORGIAN = re.compile(r"\b(?:Tbilisi|Georgians?|Abkhazia|Ossetia|Caucasus|Russian?|Moscow|Batumi)\b")


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    folder = resources.files("summarizer.normalising") / "data"
    with collector_paused():
        return _Gazetteer(
            (folder / "countries.txt").read_text(encoding="utf-8"),
            (folder / "organisations.txt").read_text(encoding="utf-8"),
        )


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.splitlines():
        if line and not line.startswith("#"):
            yield [column.strip() for column in line.split("|")]


def _items(column: str) -> list[str]:
    return [item.strip() for item in column.split(";") if item.strip()]


def _people(word: str) -> list[str]:
    """A demonym and its plural."""
    if word.endswith("="):
        return [word[:-1]]
    return [word] if word.endswith(("s", "z", "h", "ese")) else [word, word + "s"]


class _Gazetteer:
    """Names by their first word, longest first, each with what it stands for."""

    def __init__(self, countries: str, organisations: str) -> None:
        self.display = dict(_ORGANISATIONS)
        self.demonyms: dict[str, str] = {}
        self.also: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, dict[str, tuple[str, Kind | None]]] = {}
        self._lengths: dict[str, list[int]] = {}
        for code, display, names, people, capitals, metonyms, places in (
            row + [""] * (7 - len(row)) for row in _rows(countries)
        ):
            self.display[code] = display
            demonyms = _items(people)
            if demonyms:
                self.demonyms[code] = demonyms[0].rstrip("=")
            for name in [display.removeprefix("the "), *_items(names)]:
                self._add(name, code, "name")
            for name in (form for demonym in demonyms for form in _people(demonym)):
                self._add(name, code, "demonym")
            for kind, column in (("capital", capitals), ("metonym", metonyms), ("capital", places)):
                for name in _items(column):
                    self._add(name, code, _KINDS[kind])
        for codes, kind, names in _rows(organisations):
            for name in _items(names):
                if kind == "also":
                    self.also[name] = (*self.also.get(name, ()), *codes.split())
                else:
                    self._add(name, codes, _KINDS.get(kind))

    def _add(self, name: str, code: str, kind: Kind | None) -> None:
        told = (code, kind)
        for form in (name,) if len(name) < 4 or name.isupper() else (name, name.upper()):
            if form.isalpha() and form.isascii():
                self._names.setdefault(form, {}).setdefault(form, told)
                continue
            first = _FIRST.search(form)
            if first:
                self._names.setdefault(first[0], {}).setdefault(_plain(form), told)

    @property
    def first_words(self) -> Set[str]:
        """The words with which names begin."""
        return self._names.keys()

    @cached_property
    def openings(self) -> re.Pattern[str]:
        """Words with a capital with which names begin, and the "al" of a name; begins with few characters: `re` skips all others."""
        capitals = "".join(sorted({word[0] for word in self._names if word[0].isupper()}))
        return re.compile(rf"[a{capitals}](?:(?<=a)l(?=[- ][SQ])(?<!\w.l)|(?<!a)(?<!\w.)\w*)")

    def at(self, text: str, word: re.Match[str]) -> tuple[int, str, Kind | None] | None:
        """End, code and kind of the longest name that begins at this word, one of `first_words`.

        Kind None for what only looks like one.
        """
        first = word[0]
        names = self._names[first]
        if len(names) == 1 and first in names:
            return (word.end(), *names[first])
        lengths = self._lengths.get(first)
        if lengths is None:
            lengths = self._lengths[first] = sorted({*map(len, names)}, reverse=True)
        start = word.start()
        here = text[start : start + lengths[0] + 1]
        if not (here.isascii() and here.isprintable()):
            here = here.translate(_SAME)
        if "  " in here:
            return self._across(text, start, first)
        for length in lengths:
            told = names.get(here[:length]) if length <= len(here) else None
            if told is not None and not _IN_WORD.match(here, length):
                return (start + length, *told)
        return None

    def _across(self, text: str, start: int, first: str) -> tuple[int, str, Kind | None] | None:
        """The same where white space may be wider than in the name."""
        names, lengths = self._names[first], self._lengths[first]
        here = ""
        ends = [start]  # of as many characters of `here`
        for at in range(start, len(text)):
            space = text[at].isspace()
            if space and here.endswith(" "):
                ends[-1] = at + 1
                continue
            if len(here) > lengths[0]:
                break
            here += " " if space else text[at].translate(_SAME)
            ends.append(at + 1)
        for length in lengths:
            told = names.get(here[:length]) if length <= len(here) else None
            if told is not None and not _IN_WORD.match(here, length):
                return (ends[length], *told)
        return None


def _plain(name: str) -> str:
    if name.isascii() and (name.isalpha() or _TIDY.fullmatch(name)):
        return name
    return " ".join(re.sub("[‐-―]", "-", name.replace("’", "'")).split())


@lru_cache(maxsize=256)
def find_names(text: str) -> tuple[NameHit, ...]:
    """Names of countries, organisations and groups in a text, in order, longest first, whole words, not overlapping."""
    gazetteer = _gazetteer()
    known = gazetteer.first_words
    hits: list[NameHit] = []
    end = 0
    for word in gazetteer.openings.finditer(text):
        if word[0] not in known or word.start() < end:
            continue
        found = gazetteer.at(text, word)
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
        and following[1] not in _gazetteer()._names
        and not following[1].isupper()
    ):
        return True
    previous = _PREVIOUS.search(text, max(0, start - 40), start)
    if not previous or not previous[1][0].isupper() or not previous[1].isalpha() or previous[1].isupper():
        return False
    return previous[1] not in _NEIGHBOURS and previous[1] not in _gazetteer()._names


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
    also = _gazetteer().also
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
    also = _gazetteer().also
    filed = any(code in codes and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", name) for own, codes in also.items())
    return told if filed and told in _ORGANISATIONS else code


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
    return _gazetteer().display.get(code, code)


def demonym(code: str) -> str | None:
    """The adjective of a country ("Russian"), None when it has none."""
    return _gazetteer().demonyms.get(code)


def countries() -> frozenset[str]:
    """All codes the gazetteer knows, organisations included."""
    return frozenset(_gazetteer().display)
