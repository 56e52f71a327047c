"""The names of countries, organisations and closed groups, as data, and the longest of them that begins at a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cached_property, lru_cache
from importlib import resources
from typing import Literal

from summarizer.pausing import collector_paused

Kind = Literal["name", "demonym", "capital", "metonym", "organisation", "group"]
_KINDS: dict[str, Kind] = {k: k for k in ("name", "demonym", "capital", "metonym", "organisation", "group")}
ORGANISATIONS = {
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


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer, read from `data` when first asked for."""
    folder = resources.files("summarizer.normalising") / "data"
    with collector_paused():
        return Gazetteer(
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


class Gazetteer:
    """Names by their first word, longest first, each with what it stands for."""

    def __init__(self, countries: str, organisations: str) -> None:
        self.display = dict(ORGANISATIONS)
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
