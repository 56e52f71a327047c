"""Whose people are hurt, taken or freed by who has just hit another state: "shelled a Ghanaian village and killed two men"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.parties import countries
from summarizer.engines.rules.words.mentions import Mention, Reading

_REACH = 4  # words after those who are hurt: "two of its own guards"
_FORCE = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_AIRCRAFT = frozenset(
    "drone drones jet jets warplane warplanes helicopter helicopters missile missiles balloon balloons".split()
)
_THINGS = frozenset(("seize", "vandalize"))
_OFFICIALS = frozenset(("GOV", "JUD", "COP", "LEG", "PTY"))
_ENDED = ("RETREAT", "release")
_WHOSE = frozenset(("from", "of"))
_OBJECT = ("", "into")
_ENTER = frozenset(
    "entered crossed invaded stormed pushed advanced moved drove marched raided landed sailed came went slipped sneaked".split()
)


class _Hit(NamedTuple):
    sentence: int
    actor: Mention
    code: str
    verb: int
    hung: bool = False  # whose the object is, not the object itself


class Besides:
    """Remembers the last harm that a sentence told, to tell whom its subject also hit."""

    def __init__(self) -> None:
        self._hit: _Hit | None = None

    def note(self, reading: Reading, frame: Frame, sides: tuple[Sequence[PartyDraft], Sequence[PartyDraft]]) -> None:
        """Remember that the subject of a harm hit one other state, which is its object, or whose its object is: "a boat from Qatar"."""
        acting = countries(sides[0])
        hit = countries(sides[1])
        taken = frame.pattern.type in _FORCE and all(_is_object(m, reading, frame) for m in frame.recipients)
        if frame.actors and taken and len(hit) == 1 and acting and not acting & hit:
            self._hit = _Hit(
                reading.number,
                frame.actors[0],
                str(min(filter(None, hit))),
                frame.first,
                any(m.prep in _WHOSE for m in frame.recipients),
            )

    def owner(self, reading: Reading, frame: Frame) -> str | None:
        """Whose a thing is that the subject takes after harm to others: "arrested nine Indian fishermen and seized two boats"."""
        hit = self._hit
        if hit is None or hit.hung or hit.sentence != reading.number or not frame.actors or frame.passive:
            return None
        if frame.pattern.mode not in _THINGS:
            return None
        same = frame.actors[0] is hit.actor and frame.first > hit.verb
        return hit.code if same and reading.words.low[frame.first - 1] in ("and", ",") else None

    def code(self, reading: Reading, frame: Frame, hostile: bool) -> str | None:
        """The country of those without one to whom the same subject does further harm in the sentence, or lets go; not of "its own"."""
        hit = self._hit
        if hit is None or hit.sentence != reading.number or not frame.actors or frame.actors[0] is not hit.actor:
            return _entered(reading, frame) if hostile else None
        if not (hostile or (frame.pattern.type, frame.pattern.mode) == _ENDED) or not frame.fallback:
            return None
        if any(m.sector in _OFFICIALS for m in frame.fallback):
            return None  # "raided a Serbian bank and arrested two officials"
        if hit.hung and not frame.fallback[0].own:
            return None  # "seized a boat from Qatar and detained nine sailors", but "its crew"
        until = frame.fallback[-1].stop + _REACH
        return None if "own" in reading.words.low[frame.first : until] else hit.code


def is_craft(mentions: list[Mention], reading: Reading) -> bool:
    """Whether what is hit is an aircraft of nobody's name, which is hardly one's own: "shot down two drones"."""
    return bool(mentions) and all(not m.own and reading.words.low[m.end - 1] in _AIRCRAFT for m in mentions)


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


def _is_object(mention: Mention, reading: Reading, frame: Frame) -> bool:
    """Whether a group is the object of the verb, or whose the object is: "a boat from Qatar"; not "a man in Qatar"."""
    if mention.prep in _OBJECT:
        return True
    hung = reading.at.get(mention.start - 2) if mention.prep in _WHOSE else None
    return hung is not None and not hung.prep and frame.group.verb < hung.start
