"""Who answers answers whoever spoke to him: "Sudan demanded that Chad hand them over. Chad refused." """

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.drafts import EventDraft, PartyDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.ontology import Ontology

Parties = tuple[PartyDraft, ...]

_NEAR = 3  # sentences from what is answered to the answer
_OPEN = frozenset(("denied", "planned"))
_WORDS = frozenset((1, 3))  # quadrants of acts of speech


class Answers:
    """What an article told that somebody may answer. `[cues.answers]` of the ontology lists which acts answer which others."""

    def __init__(self, ontology: Ontology) -> None:
        self._kinds: Mapping[str, Sequence[str]] = ontology.data.get("cues", {}).get("answers", {})
        self._spoken = frozenset(name for name, kind in ontology.types.items() if kind.quadrant in _WORDS)
        self._answered = frozenset(kind for kinds in self._kinds.values() for kind in kinds)
        self._told: list[EventDraft] = []

    def note(self, draft: EventDraft) -> None:
        """Remember an act that another may answer."""
        if draft.type in self._answered and draft.status not in _OPEN and any(p.country for p in draft.actors):
            self._told.append(draft)

    def find(self, type_: str, answering: Parties, number: int) -> EventDraft | None:
        """The act last told, in sentence `number` or just before, that one of this type by these parties answers."""
        kinds = self._kinds.get(type_, ())
        codes = {p.country for p in answering if p.country}
        for draft in reversed(self._told) if kinds and codes else ():
            if not 0 <= number - draft.sentences[0] <= _NEAR:
                return None
            asked = {p.country for p in draft.recipients if p.country}
            others = codes.isdisjoint(p.country for p in draft.actors)
            told = not codes.isdisjoint(asked) or (not asked and draft.type in self._spoken)
            if draft.type in kinds and others and told:
                return draft
        return None


def leaves_open(frame: Frame) -> bool:
    """Whether an act's words name nobody to whom it is done: "refused", "turned it down", "accepted the offer"."""
    return not frame.recipients and (not frame.fallback or frame.fallback[0].pronoun)


def can_answer(mentions: list[Mention], reading: Reading) -> bool:
    """Whether a subject is somebody, and no thing of theirs: "Chad's debt declined"."""
    raw = reading.words.raw
    return all(m.role or m.person or m.pronoun or raw[m.end - 1][0].isupper() for m in mentions)
