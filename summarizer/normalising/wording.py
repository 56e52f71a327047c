"""Patterns for words of a list."""

from __future__ import annotations

from collections.abc import Iterable


def cased(words: Iterable[str]) -> list[str]:
    """The words as they stand in a sentence, at the head of one, and in a heading."""
    listed = list(words)
    return [*listed, *map(str.capitalize, listed), *map(str.upper, listed)]


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, as they are written, by their first letters: `re` then tries few of them.

    It doesn't see to it that the word ends there.
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (word[0], -len(word), word)):
        tails.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items()) + ")"
