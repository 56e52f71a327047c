"""Who counts as a source of an act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Party, Speaker

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"the", "of", "and", "de", "du", "la", "le", "al", "el", "for"})
_PRIVATE = frozenset("official diplomat officer aide adviser advisor source insider".split())


def own_voice(actors: Sequence[Party], speakers: Sequence[Speaker]) -> bool:
    """Whether the speakers are the mouths of all the actors, and of nobody else.

    Then an act that is done by saying it has no source beside its actor. One of two actors who tells of both is a source,
    and so is somebody who leaks, or an unnamed "diplomat in Oslo", who doesn't speak for a country.
    """
    if any(speaker.reporting == "leaked" or _somebody(speaker.name) for speaker in speakers):
        return False
    return {speaker.key for speaker in speakers} == {actor.key for actor in actors}


def _somebody(name: str) -> bool:
    """Whether words name no one in particular: "a customs officer", no "spokesman"."""
    words = name.lower().split()
    return words[:1] in (["a"], ["an"]) and not _PRIVATE.isdisjoint(words)


def is_proper_name(name: str) -> bool:
    """Whether every word of it but articles and the like has a capital: "Siam Morning", not "Swiss state radio"."""
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL]
    return bool(words) and all(word[0].isupper() or not word[0].islower() for word in words)
