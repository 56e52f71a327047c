"""The words among which a text names each party, and whether two parties have changed places in that."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations

from summarizer.normalising.actors import display_name
from summarizer.verifying.case import WORD, Case, names_in, stem
from summarizer.verifying.resting import EMPTY_WORDS, sentences_of

_PARTS = re.compile(r"[;:]|,\s+(?:and|but|which|who|whose|while)\s+|\s+(?:while|but|after|before|whereas)\s+")
_PRONOUN = re.compile(r"^\W*(?:It|He|She|They|The\s+(?:country|government))\b")
# What one has comes from the other, as in "Peru handed her to Italy": the words change sides, the parties don't.
_TURNS = re.compile(r"\b(?:recei\w+|gets?|got|lose[sd]?|lost|obtain\w*)\b")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_KINDS = ("IGO", "NGO")  # one code for many organisations
_REACH = 8  # words on either side of a name in the sentence
_CLEARLY = 0.14
_ON_ITS_SIDE = 0.08

Company = dict[tuple[str, str, bool | None], float]


def changed_places(case: Case, agreed: frozenset[frozenset[str]]) -> str | None:
    """The first two parties each of which stands among words that the passages have beside the other, before or after it.

    `agreed` are pairs whose relation the sentence tells as the events do: of these other words tell nothing.
    """
    if _TURNS.search(case.text):
        return None
    given = _company(case.body)
    known = {code for code, _, _ in given}
    parts = [_tokens(part) for part in _PARTS.split(case.text)]
    present = {code for part in parts for code, _ in part if code in known and code not in _KINDS}
    for one, other in combinations(sorted(present), 2):
        if frozenset((one, other)) in agreed:
            continue
        pair = {one: other, other: one}
        anywhere = beside = 0.0
        against: set[str] = set()
        for part in parts:
            for at, (code, _) in enumerate(part):
                if code not in pair:
                    continue
                for place, (_, word) in enumerate(part):
                    if not word or abs(place - at) > _REACH:
                        continue
                    near = 1 / (1 + abs(place - at))
                    gain = _gain(given, code, pair[code], (word, None))
                    if gain < 0:
                        against.add(word)
                    anywhere += near * gain
                    beside += near * _gain(given, code, pair[code], (word, place > at))
        if anywhere < -_CLEARLY and beside < -_ON_ITS_SIDE and len(against) > 1:
            return f"what it tells of {display_name(one)} is what the passages tell of {display_name(other)}"
    return None


def _gain(given: Company, code: str, other: str, word: tuple[str, bool | None]) -> float:
    return given.get((code, *word), 0.0) - given.get((other, *word), 0.0)


@lru_cache(maxsize=2048)
def _company(body: str) -> Company:
    """How near each word comes to each party (1 over its distance in words), anywhere and on either side of it."""
    found: Company = defaultdict(float)
    for passage in body.split("\n"):
        subject = ""
        for sentence in sentences_of(passage):
            tokens = _tokens(sentence)
            if subject and _PRONOUN.match(sentence):
                tokens = ((subject, ""), *tokens)
            parties = [(at, code) for at, (code, _) in enumerate(tokens) if code]
            for at, code in parties:
                for place, (_, word) in enumerate(tokens):
                    if word:
                        near = 1 / (1 + abs(place - at))
                        for side in (None, place > at):
                            found[code, word, side] = max(found[code, word, side], near)
            subject = parties[0][1] if parties else subject
    return dict(found)


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text in order: a party's code, or a stem, or neither for a word that says nothing."""
    found: list[tuple[str, str]] = []
    at = 0
    for hit in names_in(text):
        if " " in hit.code or hit.start < at or (hit.kind == "capital" and text.endswith(" in ", 0, hit.start)):
            continue
        found += [("", _stem(word)) for word in WORD.findall(text[at : hit.start])]
        found.append((hit.code, ""))
        at = hit.end
    return (*found, *(("", _stem(word)) for word in WORD.findall(text[at:])))


def _stem(word: str) -> str:
    lower = word.lower()
    return "" if len(word) < 3 or lower in EMPTY_WORDS or lower in _DAYS else stem(word)[:6]
