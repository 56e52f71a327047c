"""Whose people are hurt, taken or freed by who has just hit another state: "shelled a Ghanaian village and killed two men"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Mention, Reading

_REACH = 4  # words after those who are hurt: "two of its own guards"
_FORCE = frozenset(("ASSAULT", "COERCE"))
_OFFICIALS = frozenset(("GOV", "JUD", "COP", "LEG", "PTY"))
_ENDED = ("RETREAT", "release")


_OBJECT = ("", "into")
_ENTER = frozenset(
    "entered crossed pushed advanced moved drove marched raided landed sailed came went slipped sneaked".split()
)


class _Hit(NamedTuple):
    sentence: int
    actor: Mention
    code: str


class Besides:
    """Remembers the last harm that a sentence told, to tell whom its subject also hit."""

    def __init__(self) -> None:
        self._hit: _Hit | None = None

    def note(self, reading: Reading, frame: Frame, sides: tuple[Sequence[PartyDraft], Sequence[PartyDraft]]) -> None:
        """Remember that the subject of a harm hit one other state, which is its object: not "a boat from Qatar"."""
        acting = {p.country for p in sides[0] if p.country}
        hit = {p.country for p in sides[1] if p.country}
        taken = frame.pattern.type in _FORCE and frame.actors and all(m.prep in _OBJECT for m in frame.recipients)
        if taken and len(hit) == 1 and acting and not acting & hit:
            self._hit = _Hit(reading.number, frame.actors[0], str(min(filter(None, hit))))

    def code(self, reading: Reading, frame: Frame, hostile: bool) -> str | None:
        """The country of those without one to whom the same subject does further harm in the sentence, or lets go; not of "its own"."""
        hit = self._hit
        if hit is None or hit.sentence != reading.number or not frame.actors or frame.actors[0] is not hit.actor:
            return _entered(reading, frame) if hostile else None
        if not (hostile or (frame.pattern.type, frame.pattern.mode) == _ENDED) or not frame.fallback:
            return None
        if any(m.sector in _OFFICIALS for m in frame.fallback):
            return None  # "raided a Serbian bank and arrested two officials"
        until = frame.fallback[-1].stop + _REACH
        return None if "own" in reading.words.low[frame.first : until] else hit.code


def _entered(reading: Reading, frame: Frame) -> str | None:
    """The country of the place that the subject of a harm has just gone into: "entered the Congolese village and burned four houses"."""
    low = reading.words.low
    if (
        frame.pattern.noun
        or not (frame.actors and frame.actors[0].known)
        or _ENTER.isdisjoint(low[: frame.group.start])
    ):
        return None
    subject = frame.actors[0]
    for m in reading.mentions:
        if not subject.stop < m.start < frame.group.start or m.prep not in _OBJECT or not m.hit or len(m.codes) != 1:
            continue
        if m.codes[0] not in subject.codes and not _ENTER.isdisjoint(low[subject.stop : m.start]):
            return m.codes[0]
    return None
