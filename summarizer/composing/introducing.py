"""Who is named in a brief before anybody said who that is: surnames that stand alone where a reader meets them first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.normalising.actors import codes_in

_NAME: Final = r"[^\W\d_][\w-]+"
_PAIR = re.compile(rf"(?=\b({_NAME}) (?:(?:al|el|bin|ibn|von|van|de|da|dos|del|di|ben)[ -])?({_NAME}))")
_WORD = re.compile(_NAME)
_MORE = re.compile(r" [^\W\d_a-z]")
_OPENERS: Final = frozenset({"But", "And", "After", "When", "While", "As", "Both", "Neither", "If", "Since", "Though"})
_TITLES: Final = frozenset({"Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr."})
_NO_PERSON: Final = frozenset({"the", "a", "an", "in", "at", "near", "from", "into", "its", "their", "his", "her"})


def bare_surnames(sentences: Sequence[str], texts: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Surnames that stand alone in the first of the sentences that has them: the index of the sentence and the surname, in order.

    People are those whom the `texts` give a first name and a surname; what is known as a country or a city is none.
    """
    people = _surnames(texts)
    met: set[str] = set()
    found: list[tuple[int, str]] = []
    for at, sentence in enumerate(sentences):
        for match in _WORD.finditer(sentence):
            if match[0] not in people or match[0] in met:
                continue
            met.add(match[0])
            if _stands_alone(sentence[: match.start()]) and not _MORE.match(sentence, match.end()):
                found.append((at, match[0]))
    return tuple(found)


def _surnames(texts: Sequence[str]) -> frozenset[str]:
    small = {word for text in texts for word in _WORD.findall(text) if word[0].islower()}
    return frozenset(
        last
        for text in texts
        for first, last in _PAIR.findall(text)
        if first[0].isupper()
        and last[0].isupper()
        and not {first.lower(), last.lower()} & small
        and not codes_in(last)
        and not codes_in(first)
        and first not in _TITLES
    )


def _stands_alone(before: str) -> bool:
    """Whether a name has no first name or office right before it; after an article or a preposition it is none of a person."""
    words = before[-40:].split(" ")
    if len(words) < 2 or words[-1]:
        return True
    return words[-2] in _OPENERS | _TITLES or not (
        words[-2].lstrip("\"“‘'([")[:1].isupper() or words[-2].lower() in _NO_PERSON
    )
