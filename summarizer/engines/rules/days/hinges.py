"""What an expression of time that counts from an act gives: its day, and whose other days stand within it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from summarizer.normalising.dates import DateMention


class Hinge(NamedTuple):
    """What an expression gives: an EDTF day, or None where it counts from what isn't told.

    `verb`: the token of the verb in the clause that it counts from, if it is a clause; `inner`: the characters of a day told in
    that clause or beside that noun, which dates nothing outside it; `since`: the day counted from; `stop`: the character behind
    what it counts from.
    """

    day: str | None
    verb: int | None
    inner: tuple[int, int] | None = None
    since: str | None = None
    stop: int = 0


Hinges = Mapping[DateMention, Hinge]
NONE: Hinges = MappingProxyType({})


def with_hinges(mentions: tuple[DateMention, ...], hinges: Hinges) -> tuple[DateMention, ...]:
    """The expressions of time of a sentence in order, those that count from an act in the place of what they overlap."""
    if not hinges:
        return mentions
    rest = [m for m in mentions if not any(m.start < hinge.end and hinge.start < m.end for hinge in hinges)]
    return tuple(sorted((*rest, *hinges), key=lambda mention: mention.start))


def holder(mention: DateMention, hinges: Hinges) -> DateMention | None:
    """The expression that counts from this day: "two days after the raid" for the "3 May" of "two days after the raid of 3 May"."""
    return next((outer for outer, hinge in hinges.items() if hinge.inner == (mention.start, mention.end)), None)
