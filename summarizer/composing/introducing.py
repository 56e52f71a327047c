"""Who is named in a brief before anybody said who that is: surnames that stand alone where a reader meets them first, and
bodies that are called by half of their name ("the Observatory") before their whole one was told.
"""

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
_BODIES: Final = (
    "Academy|Agency|Alliance|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Chamber|Church|Club|Coalition|"
    "Commission|Committee|Community|Company|Confederation|Conference|Congress|Convention|Corporation|Council|Court|Federation|"
    "Forum|Foundation|Front|Fund|Group|Guard|House|Initiative|Institute|League|Legion|Ministry|Mission|Monitor|Movement|Network|"
    "Observatory|Office|Organi[sz]ation|Party|Programme|Registry|Service|Society|Syndicate|Tribunal|Trust|Union|University|Watch"
)
_SHORT = re.compile(rf"\b[Tt]he ({_BODIES})(?![-\w]| [A-Z]|['’]s? [A-Z]| (?:of|for)\b)")
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


def short_names(sentences: Sequence[str], texts: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Half names of bodies in the first of the sentences that has them, before the whole name: the index of the sentence and
    the name ("the Observatory"), in order.

    Whole are those names of the `texts` that end in the word, or go on behind it with "of" or "for".
    """
    found: dict[str, int] = {}
    for at, sentence in enumerate(sentences):
        for match in _SHORT.finditer(sentence):
            whole = _whole(match[1])
            told = [*sentences[:at], sentence[: match.end()]]
            if match[1] in found or not any(whole.search(text) for text in texts):
                continue
            if not any(whole.search(text) for text in told):
                found[match[1]] = at
    return tuple((at, f"the {name}") for name, at in found.items())


def _whole(word: str) -> re.Pattern[str]:
    """A name of several words that ends in this one, or begins with it and goes on with "of" or "for"."""
    return re.compile(
        rf"\b(?!The |A |An )[A-Z][\w'’-]* (?:(?:(?:of|for)(?: the)?|and) )*{word}\b|\b{word} (?:of|for) (?:the )?[A-Z]"
    )


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
