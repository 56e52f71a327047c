"""Mentions of parties in a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.normalising.actors import NameHit
from summarizer.verifying.case import names_in, places
from summarizer.verifying.verbs import PASSIVE

ENVOYS = (
    r"(?:ambassador|embass|envoy|consul|mission|charg|attach|diplomat|troops|forces|representative|delegation|citizen"
    r"|journalist|national|minister|base|soldier|border|counterpart|relations|ties|staff)\w*"
)
NO_VERB = r"(?!was\b|were\b|is\b|are\b|has\b|had\b|have\b|will\b|would\b|said\b)"
OWN = re.compile(
    rf"\b(?:its|their|his|her)\s+(?:[\w'-]+\s+)?{ENVOYS}(?:\s+{NO_VERB}[\w'-]+){{0,2}}?\s+(?:to|in|from|at)\s+(?:the\s+)?$",
    re.I,
)
BY = re.compile(
    r"(?<!stands )(?<!stand )(?<!stood )(?<!standing )\bby\s+(?!(?:(?:tele)?phone|letter|video|decree|rail|night|noon|midnight|text)\b)"
    r"(?:the\s+)?(?:[\w'-]+\s+){0,4}?(?:[a-z]+s\s*,\s+)?(?:the\s+)?$"
)
_SEATED = "".join(
    f"(?<!{word} )"
    for word in "linked court courts judge deputies prosecutors magistrate tribunal police officials parliament".split()
)
FRONTED = re.compile(
    rf"{_SEATED}\b(?:by|against|on|to|from|with|over|about|in|at|for|amid|after|despite|following|since|under|near|towards?|between"
    r"|within|across|through|via)\s+(?:the\s+)?(?:[\w'-]+\s+){0,2}?$",
    re.I,
)
PLACE = re.compile(
    rf"{_SEATED}\b(?:in|at|near|inside|outside|off|across|around|within)\s+(?:the\s+)?(?:(?:[a-z]+\s+){{1,2}}(?:of\s+)?)?$",
    re.I,
)
_COMPLEMENT = re.compile(
    rf"\b{ENVOYS}(?:\s+{NO_VERB}[\w'-]+){{0,2}}?\s+(?:to|in|at|near|from|for|with)\s+(?:the\s+)?$", re.I
)
LIST = re.compile(
    r"\s*(?:,|and|, and|as well as|or|&|along with|together with)\s*(?:the\s+)?(?:(?:two|three|four|five|six|\d+)\s+)?",
    re.I,
)
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?(?:(?:two|three|four|five|six|\d+)\s+)?", re.I)
People = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of one or several parties (a list is one mention): half-open offsets and keys."""

    start: int
    end: int
    keys: frozenset[str]
    adjective: bool = False
    person: bool = False


def possessor(clause: str, people: People) -> frozenset[str]:
    """Whose side the subject of a clause is on: "Urdaneta's party" speaks for Urdaneta's side."""
    for last, key in people:
        at = clause.find(f"{last}'s ")
        if 0 <= at < 25:
            return frozenset([key])
    return frozenset()


def _in_a_compound(text: str, hit: NameHit) -> bool:
    """Whether a town is part of another name, as Herat in "the Torghundi-Herat section"."""
    return hit.kind == "capital" and hit.start > 1 and text[hit.start - 1] == "-" and text[hit.start - 2].isalpha()


def read_names(text: str, people: People) -> list[Name]:
    """Mentions in order; places ("in Ukraine"), complements ("the ambassador to Poland") left out, lists made one."""
    raw = [
        Name(hit.start, hit.end, frozenset(hit.code.split()), hit.kind == "demonym")
        for hit in names_in(text)
        if not _in_a_compound(text, hit)
    ]
    for last, key in people:
        if last in text:
            raw += [
                Name(at, at + len(last), frozenset([key]), person=True)
                for at in places(text, last)
                if not text.startswith("'s", at + len(last))  # his lawyer is somebody else
            ]
    names: list[Name] = []
    for name in sorted(raw, key=lambda n: n.start):
        before = text[: name.start]
        if names:
            gap = text[names[-1].end : name.start]
            if name.start < names[-1].end:
                continue
            if LIST.fullmatch(gap):
                listed = names[-1]
                if _COMMA.fullmatch(gap) and (listed.person or name.person or FRONTED.search(text[: listed.start])):
                    names.append(name)
                else:
                    names[-1] = Name(listed.start, name.end, listed.keys | name.keys, name.adjective)
                continue
            if names[-1].keys == name.keys and not BY.search(gap):
                continue  # the first mention stands for both, so that what lies between counts as its verb
            if OWN.search(gap):
                names.append(name)
                continue
            if _COMPLEMENT.search(gap):
                continue
        if PLACE.search(before) and not PASSIVE.search(before[-60:]) and not _COMPLEMENT.search(before):
            continue
        names.append(name)
    return names
