"""All cue patterns of an ontology, kept by the words that set them off."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from summarizer.engines.rules.acts.cuelines import Pattern, forms_of_class, parse_line
from summarizer.engines.rules.words.kinds import WordKinds
from summarizer.engines.rules.words.tokens import noun_forms, verb_forms
from summarizer.engines.rules.words.verb_lists import common_verbs
from summarizer.errors import OntologyError
from summarizer.ontology import Ontology
from summarizer.pausing import collector_paused


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
        become = self.become.get(f"{type_}/{mode}") or self.become.get(type_)
        if become:
            return become, None
        found = self.modes.get(f"{type_}/{mode}") or self.modes.get(type_)
        return self.type, found or self.otherwise


Senses = Mapping[str, list[tuple[list[Pattern], str]]]
# A pattern, and the kind of form that it wants.
Option = tuple[Pattern, str]


class Options(dict[str, tuple[list[Option], list[int]]]):
    """For a word form the patterns that it can set off, in the order of the ontology; for each the bits of what it needs.

    Made when a form is asked for first: a text uses few of them.
    """

    def __init__(self, senses: Senses, bits: Mapping[frozenset[frozenset[str]], int]) -> None:
        """`bits` has those of the sets of words that a pattern needs."""
        super().__init__()
        self._senses, self._bits = senses, bits

    def __missing__(self, form: str) -> tuple[list[Option], list[int]]:
        """Put together the patterns of all words that have this form; none when there are none."""
        senses, bits = self._senses.get(form, ()), self._bits
        found = [(pattern, kind) for patterns, kind in senses for pattern in patterns]
        if len(senses) > 1:
            found.sort(key=lambda option: option[0].order)
        self[form] = options = found, [bits[pattern.needed] for pattern, _ in found]
        return options


@dataclass(frozen=True)
class Lexicon:
    """All patterns of an ontology: `anchors` maps a word form to the words that have it, each with its patterns and the kind
    of form it is; `arms` are words of force.

    `company` maps a word to the bits of the sets of words that patterns need in which it is; `needs` has the bits of all.
    `as_verb` and `as_noun` are the patterns that a word can set off where it is a verb, and where it is none.
    `nouns` are the forms that set off patterns of nouns alone; `bare` those that are no more than base forms or nouns.
    `kinds` tells what each word form may be.
    """

    anchors: Senses
    controls: Mapping[str, Control]
    control_forms: Mapping[str, tuple[tuple[Control, str, bool], ...]]
    patterns: tuple[Pattern, ...]
    arms: frozenset[str]
    company: Mapping[str, int]
    needs: int
    nouns: frozenset[str]
    bare: frozenset[str]
    as_verb: Options
    as_noun: Options
    kinds: WordKinds

    def unmet(self, words: Set[str]) -> int:
        """The bits of those sets of words of which none is given: a pattern that needs one of them can't fire."""
        return self.needs ^ reduce(or_, filter(None, map(self.company.get, words)), 0)


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
    with collector_paused():
        return _load(ontology)


def _load(ontology: Ontology) -> Lexicon:
    cues = ontology.data.get("cues", {})
    classes = cues.get("classes", {})
    patterns, by_verb, by_noun = _patterns(ontology, classes)
    anchors: dict[str, list[tuple[list[Pattern], str]]] = {}
    as_noun: dict[str, list[tuple[list[Pattern], str]]] = {}
    as_verb: dict[str, list[tuple[list[Pattern], str]]] = {}
    for base, told in by_noun.items():
        for form in noun_forms(base):
            anchors.setdefault(form, []).append((told, "noun"))
            as_noun.setdefault(form, []).append((told, "noun"))
    inflected: set[str] = set()
    for base, told in by_verb.items():
        must = [pattern for pattern in told if "must" in pattern.flags]
        for form, kind in verb_forms(base).items():
            anchors.setdefault(form, []).append((told, kind))
            as_verb.setdefault(form, []).append((told, kind))
            if must:
                as_noun.setdefault(form, []).append((must, kind))
            if kind != "base":
                inflected.add(form)
    controls = _controls(cues.get("control", {}))
    bits: dict[frozenset[str], int] = {}
    company: defaultdict[str, int] = defaultdict(int)
    often = Counter(chain.from_iterable(pattern.needed for pattern in patterns))
    for needed, _ in often.most_common():  # what is often needed has a low bit: small numbers are compared faster
        bits[needed] = bit = 1 << len(bits)
        for word in needed:
            company[word] |= bit
    together = {pattern.needed: sum(map(bits.__getitem__, pattern.needed)) for pattern in patterns}
    return Lexicon(
        anchors,
        controls,
        _control_forms(controls),
        tuple(patterns),
        forms_of_class(classes.get("arms", "")),
        dict(company),
        sum(bits.values()),
        frozenset(anchors.keys() - as_verb.keys()),
        frozenset(anchors.keys() - inflected),
        Options(as_verb, together),
        Options(as_noun, together),
        WordKinds(anchors.keys(), common_verbs()),
    )


def _patterns(
    ontology: Ontology, classes: Mapping[str, str]
) -> tuple[list[Pattern], dict[str, list[Pattern]], dict[str, list[Pattern]]]:
    """All patterns, and those of each verb and of each noun."""
    patterns: list[Pattern] = []
    lines_read = 0
    by_verb: dict[str, list[Pattern]] = {}
    by_noun: dict[str, list[Pattern]] = {}
    for type_, entry in ontology.data["types"].items():
        for mode, lines in entry.get("cues", {}).items():
            if mode != "-" and mode not in ontology.types[type_].modes:
                raise OntologyError(f"cues of {type_}: no mode {mode}")
            kind = (type_, None if mode == "-" else mode)
            for line in filter(None, map(str.strip, lines.splitlines())):
                made = parse_line(line, kind, classes, lines_read)
                lines_read += 1
                for base, pattern in made:
                    (by_noun if pattern.noun else by_verb).setdefault(base, []).append(pattern)
                    if not patterns or patterns[-1] is not pattern:
                        patterns.append(pattern)
    return patterns, by_verb, by_noun


def _control_forms(controls: Mapping[str, Control]) -> dict[str, tuple[tuple[Control, str, bool], ...]]:
    forms: dict[str, list[tuple[Control, str, bool]]] = {}
    for control in controls.values():
        for word in sorted(control.words | control.strong):
            base, _, particle = word.partition("_")
            for form in verb_forms(base):
                forms.setdefault(form, []).append((control, particle, word in control.strong))
    return {form: tuple(found) for form, found in forms.items()}
