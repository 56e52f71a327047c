"""A line of cues as patterns: what sets an act off, what must follow, who its sides are. The format is told in plover.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from summarizer.engines.rules.words.tokens import PARTICLES, PREPOSITIONS, noun_forms, verb_forms
from summarizer.errors import OntologyError

FLAGS = frozenset(
    """own mutual joint swap none crowd state noactor needboth weak led far future must arms passive inner charged toll asks unseen
    reply due""".split()
)


class Element(NamedTuple):
    """Words of which one must follow; `gap` lets others stand between; `never` words must not follow closely."""

    words: frozenset[str]
    gap: bool
    never: bool = False


class Pattern(NamedTuple):
    """One way in which a text can say an act. `preps` lead to the recipient, best first.

    `weight` is how specific it is: the heavier of two that match wins. `needed` are sets of words of each of which one
    must occur.
    """

    type: str
    mode: str | None
    noun: bool
    particle: str | None
    elements: tuple[Element, ...]
    preps: tuple[str, ...]
    flags: frozenset[str]
    example: str
    order: int
    weight: int
    needed: frozenset[frozenset[str]]


@lru_cache(maxsize=8192)
def _forms(word: str) -> frozenset[str]:
    """All inflected forms of a word, as noun and as verb."""
    forms = frozenset((*verb_forms(word), *noun_forms(word)) if word.isalpha() else (word, *noun_forms(word)))
    return forms - {"according"}  # a preposition, no form of "accord"


@lru_cache(maxsize=256)
def forms_of_class(words: str) -> frozenset[str]:
    """All inflected forms of the words of a class."""
    return frozenset().union(*map(_forms, words.split()))


@lru_cache(maxsize=4096)
def _one(words: frozenset[str]) -> frozenset[str]:
    """The same object for equal sets, which are then compared at once."""
    return words


def _elements(words: list[str], classes: Mapping[str, str]) -> tuple[Element, ...]:
    elements: list[Element] = []
    gap = False
    for word in words:
        if word == "~":
            gap = True
            continue
        never = word.startswith("!")
        options = word.removeprefix("!").split("/")
        forms = [forms_of_class(classes[option[1:]]) if option[:1] == "@" else _forms(option) for option in options]
        elements.append(Element(_one(forms[0].union(*forms[1:])), gap or never, never))
        gap = gap and never
    return tuple(elements)


@lru_cache(maxsize=1024)
def _marks(flags: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """The prepositions among the flags of a line, the other flags, and those that nobody knows."""
    words = flags.split()
    preps = tuple(flag for flag in words if flag in PREPOSITIONS or flag == "between")
    marks = frozenset(words).difference(preps) - {"by"}
    return preps, marks, marks - FLAGS


def parse_line(
    line: str, kind: tuple[str, str | None], classes: Mapping[str, str], order: int
) -> list[tuple[str, Pattern]]:
    """The patterns of one line, each with the base form that sets it off. Raises OntologyError.

    Words that set off the same act in the same way share one pattern; `order` is its place among the lines.
    """
    rule, separator, example = line.partition("::")
    if not separator or not example.strip():
        raise OntologyError(f"cue {line!r} has no example", "write: words {{flags}} :: example sentence")
    rule, _, flags = rule.partition("{")
    preps, marks, unknown = _marks(flags.strip().rstrip("}"))
    words = rule.split()
    if unknown:
        raise OntologyError(f"cue {line!r}: unknown flag {min(unknown)}")
    noun = words[0].startswith("n:")
    try:
        elements = _elements(words[1:], classes)
    except KeyError as error:
        raise OntologyError(f"cue {line!r}: unknown class {error}") from None
    company = frozenset([element.words for element in elements if not element.never])
    weight = 2 * sum(not element.never for element in elements)
    verb, text = "", example.strip()
    made: list[tuple[str, Pattern]] = []
    shared: dict[str, Pattern] = {}
    for anchor in words[0].removeprefix("n:").split("/"):
        base, _, particle = anchor.partition("_")
        if not base:
            raise OntologyError(f"cue {line!r} has an empty anchor")
        if particle:
            verb = base
        elif verb and base in PARTICLES:  # "fire_at/on": the alternatives share the verb
            base, particle = verb, base
        pattern = shared.get(particle)
        if pattern is None:
            needed = company | {_one(frozenset((particle,)))} if particle else company
            pattern = shared[particle] = Pattern(
                *kind, noun, particle or None, elements, preps, marks, text, order, weight + 2 * bool(particle), needed
            )
        made.append((base, pattern))
    return made
