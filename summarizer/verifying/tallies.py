"""The words among which a text gives each number, and whether a sentence gives a number of another thing."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from math import fsum

from summarizer.normalising.dates import find_dates
from summarizer.normalising.numbers import find_numbers
from summarizer.verifying.case import WORD, Case, names_in, stem
from summarizer.verifying.resting import EMPTY_WORDS, sentences_of

_REACH = 7  # words on either side of a number
_EXCHANGED = 0.2  # by how much two numbers of the sentence are nearer to each other's words than to their own
_HARDLY = 0.05  # as much nearer to its own words one of the two may be
_INSTEAD = 0.4  # as much of one number alone, which
_STRANGE = 0.1  # is hardly ever among these words in the passages

Company = dict[tuple[float, str], float]
Tokens = tuple[tuple[float | None, str], ...]


def other_number(case: Case) -> tuple[float, float] | None:
    """The first number that stands among words which the passages have beside another number, with that one.

    Two numbers have changed places where each stands among the other's words; a number that the sentence lacks must
    lend its words much more clearly.
    """
    given = _company(case.body)
    known = {number for number, _ in given}
    mine = [_tokens(sentence) for sentence in sentences_of(case.text)]
    told = sorted({number for tokens in mine for number, _ in tokens if number in known and number is not None})
    near = {number: _near(mine, number) for number in told}
    own = {number: _among(near[number], given, number) for number in told}
    for number in told:
        for other in sorted(known - {number}):
            gain = _among(near[number], given, other) - own[number]
            if other not in near:
                if gain >= _INSTEAD and own[number] < _STRANGE:
                    return number, other
            else:
                back = _among(near[other], given, number) - own[other]
                if min(gain, back) > -_HARDLY and gain + back >= _EXCHANGED:
                    return number, other
    return None


def _near(sentences: list[Tokens], number: float) -> dict[str, float]:
    """How near each word comes to a number anywhere in the sentences."""
    found: dict[str, float] = defaultdict(float)
    for tokens in sentences:
        for at in (at for at, (known, _) in enumerate(tokens) if known == number):
            for place, (_, word) in enumerate(tokens):
                if word and abs(place - at) <= _REACH:
                    found[word] = max(found[word], 1 / (1 + abs(place - at)))
    return dict(found)


def _among(near: dict[str, float], given: Company, number: float) -> float:
    return fsum(weight * given.get((number, word), 0.0) for word, weight in sorted(near.items()))


@lru_cache(maxsize=2048)
def _company(body: str) -> Company:
    """How near each word comes to each number: 1 over its distance in words, within a sentence."""
    found: Company = defaultdict(float)
    for sentence in sentences_of(body):
        tokens = _tokens(sentence)
        for at, (number, _) in enumerate(tokens):
            if number is None:
                continue
            for place, (_, word) in enumerate(tokens):
                if word:
                    found[number, word] = max(found[number, word], 1 / (1 + abs(place - at)))
    return dict(found)


@lru_cache(maxsize=8192)
def _tokens(text: str) -> Tokens:
    """The words of a text in order: a number, a stem, a country's code, or neither for a word that says nothing."""
    dates = find_dates(text)
    spans: list[tuple[int, int, float | None, str]] = [
        (n.start, n.end, float(n.value), "")
        for n in find_numbers(text)
        if not any(d.start < n.end and n.start < d.end for d in dates)
    ]
    spans += [(hit.start, hit.end, None, hit.code) for hit in names_in(text)]
    found: list[tuple[float | None, str]] = []
    at = 0
    for start, end, number, code in sorted(spans, key=lambda s: s[:2]):
        if start < at:
            continue
        found += [(None, _stem(word)) for word in WORD.findall(text[at:start])]
        found.append((number, code))
        at = end
    return (*found, *((None, _stem(word)) for word in WORD.findall(text[at:])))


def _stem(word: str) -> str:
    return "" if len(word) < 3 or word.lower() in EMPTY_WORDS else stem(word)[:6]
