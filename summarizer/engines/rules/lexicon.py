"""Cue patterns: read from an ontology, kept by the words that set them off. The format is told in plover.toml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from summarizer.engines.rules.kinds import WordKinds
from summarizer.engines.rules.tokens import PARTICLES, PREPOSITIONS, noun_forms, verb_forms
from summarizer.engines.rules.verbs import common_verbs
from summarizer.errors import OntologyError
from summarizer.ontology import Ontology

FLAGS = frozenset(
    "own mutual joint swap none crowd state noactor needboth weak led far future must arms passive inner charged".split()
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


@dataclass(frozen=True, slots=True)
class Control:
    """What an act becomes under another verb ("threatened to …"). `only` are the embedded types that it takes."""

    name: str
    type: str
    words: frozenset[str]
    strong: frozenset[str]
    only: frozenset[str]
    modes: Mapping[str, str]
    become: Mapping[str, str]
    otherwise: str | None

    def result(self, type_: str, mode: str | None) -> tuple[str, str | None] | None:
        """Type and mode of the whole, or None when this control doesn't take such an act."""
        if self.only and type_ not in self.only:
            return None
        if type_ in self.become:
            return self.become[type_], None
        found = self.modes.get(f"{type_}/{mode}") or self.modes.get(type_)
        return self.type, found or self.otherwise


@dataclass(frozen=True)
class Lexicon:
    """All patterns of an ontology: `anchors` maps a word form to its patterns and the kind of form it is; `arms` are words of force.

    `company` maps a word to the sets of words that patterns need in which it is.
    `as_verb` and `as_noun` are the same patterns, those that a word can set off where it is a verb, and where it is none.
    `nouns` are the forms that set off patterns of nouns alone; `bare` those that are no more than base forms or nouns.
    `kinds` tells what each word form may be.
    """

    anchors: Mapping[str, tuple[tuple[Pattern, str], ...]]
    controls: Mapping[str, Control]
    control_forms: Mapping[str, tuple[tuple[Control, str, bool], ...]]
    patterns: tuple[Pattern, ...]
    arms: frozenset[str]
    company: Mapping[str, set[frozenset[str]]]
    nouns: frozenset[str]
    bare: frozenset[str]
    as_verb: Mapping[str, tuple[tuple[Pattern, str], ...]]
    as_noun: Mapping[str, tuple[tuple[Pattern, str], ...]]
    kinds: WordKinds

    def met(self, words: Iterable[str]) -> set[frozenset[str]]:
        """Of the sets of words that patterns need, those of which one word is given: only patterns that need no other can fire."""
        return set().union(*[self.company[word] for word in self.company.keys() & words])


@lru_cache(maxsize=8192)
def _forms(word: str) -> frozenset[str]:
    """All inflected forms of a word, as noun and as verb."""
    if not word.isalpha():
        return frozenset((word, *noun_forms(word)))
    return frozenset((*verb_forms(word), *noun_forms(word)))


@lru_cache(maxsize=256)
def _class(words: str) -> frozenset[str]:
    """All inflected forms of the words of a class."""
    return frozenset(form for word in words.split() for form in _forms(word))


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
        options = [
            _class(classes[option[1:]]) if option.startswith("@") else _forms(option)
            for option in word.removeprefix("!").split("/")
        ]
        elements.append(Element(_one(options[0].union(*options[1:])), gap or never, never))
        gap = gap and never
    return tuple(elements)


def parse_line(
    line: str, kind: tuple[str, str | None], classes: Mapping[str, str], order: int
) -> list[tuple[str, Pattern]]:
    """The patterns of one line, each with the base form that sets it off. Raises OntologyError."""
    rule, separator, example = line.partition("::")
    if not separator or not example.strip():
        raise OntologyError(f"cue {line!r} has no example", "write: words {{flags}} :: example sentence")
    flags: list[str] = []
    if "{" in rule:
        rule, _, rest = rule.partition("{")
        flags = rest.strip().rstrip("}").split()
    words = rule.split()
    preps = tuple(flag for flag in flags if flag in PREPOSITIONS or flag == "between")
    marks = frozenset(flag for flag in flags if flag not in preps and flag != "by")
    unknown = marks - FLAGS
    if unknown:
        raise OntologyError(f"cue {line!r}: unknown flag {sorted(unknown)[0]}")
    noun = words[0].startswith("n:")
    anchors = words[0].removeprefix("n:").split("/")
    try:
        elements = _elements(words[1:], classes)
    except KeyError as error:
        raise OntologyError(f"cue {line!r}: unknown class {error}") from None
    verb, text = "", example.strip()
    made: list[tuple[str, Pattern]] = []
    company = [element.words for element in elements if not element.never]
    specific = 2 * len(company)
    for anchor in anchors:
        base, _, particle = anchor.partition("_")
        if not base:
            raise OntologyError(f"cue {line!r} has an empty anchor")
        if particle:
            verb = base
        elif verb and base in PARTICLES:  # "fire_at/on": the alternatives share the verb
            base, particle = verb, base
        weight = specific + 2 if particle else specific
        needed = frozenset(company)
        pattern = Pattern(*kind, noun, particle or None, elements, preps, marks, text, order, weight, needed)
        made.append((base, pattern))
    return made


def _controls(data: Mapping[str, Any]) -> dict[str, Control]:
    return {
        name: Control(
            name,
            entry["type"],
            frozenset(entry.get("words", "").split()),
            frozenset(entry.get("strong", "").split()),
            frozenset(entry.get("only", "").split()),
            entry.get("modes", {}),
            entry.get("become", {}),
            entry.get("otherwise"),
        )
        for name, entry in data.items()
    }


def load_lexicon(ontology: Ontology) -> Lexicon:
    """The cue patterns of an ontology; empty when it has none. Raises OntologyError."""
    data = ontology.data
    cues = data.get("cues", {})
    classes = cues.get("classes", {})
    anchors: defaultdict[str, list[tuple[Pattern, str]]] = defaultdict(list)
    verbs: set[str] = set()
    patterns: list[Pattern] = []
    for type_, entry in data["types"].items():
        for mode, lines in entry.get("cues", {}).items():
            if mode != "-" and mode not in ontology.types[type_].modes:
                raise OntologyError(f"cues of {type_}: no mode {mode}")
            for line in filter(None, map(str.strip, lines.splitlines())):
                for base, pattern in parse_line(line, (type_, None if mode == "-" else mode), classes, len(patterns)):
                    patterns.append(pattern)
                    if pattern.noun:
                        for form in noun_forms(base):
                            anchors[form].append((pattern, "noun"))
                        continue
                    verbs.add(base)
                    for form, kind in verb_forms(base).items():
                        anchors[form].append((pattern, kind))
    controls = _controls(cues.get("control", {}))
    control_forms: dict[str, list[tuple[Control, str, bool]]] = {}
    for control in controls.values():
        for word in sorted(control.words | control.strong):
            base, _, particle = word.partition("_")
            for form in verb_forms(base):
                control_forms.setdefault(form, []).append((control, particle, word in control.strong))
    company: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for needed in frozenset[frozenset[str]]().union(*(pattern.needed for pattern in patterns)):
        for word in needed:
            company[word].add(needed)
    as_noun = {form: tuple(o for o in found if o[0].noun or "must" in o[0].flags) for form, found in anchors.items()}
    return Lexicon(
        {form: tuple(found) for form, found in anchors.items()},
        controls,
        {form: tuple(found) for form, found in control_forms.items()},
        tuple(patterns),
        frozenset(form for word in classes.get("arms", "").split() for form in _forms(word)),
        dict(company),
        frozenset(anchors.keys() - {form for verb in verbs for form in verb_forms(verb)}),
        frozenset(
            anchors.keys() - {form for verb in verbs for form, kind in verb_forms(verb).items() if kind != "base"}
        ),
        {form: tuple(o for o in found if not o[0].noun) for form, found in anchors.items()},
        as_noun,
        WordKinds(anchors.keys(), common_verbs()),
    )
