"""Who lets somebody go is who took them: "The nine were freed on Monday" is done by whom the article told to hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.drafts import EventDraft, PartyDraft
from summarizer.engines.rules.parties import at_home
from summarizer.normalising.actors import country_of
from summarizer.ontology import Ontology

Parties = tuple[PartyDraft, ...]


class Captors:
    """What an article told of people taken. `[cues.ends]` of the ontology lists which acts end which others."""

    def __init__(self, ontology: Ontology) -> None:
        ends: Mapping[str, Sequence[str]] = ontology.data.get("cues", {}).get("ends", {})
        self._ends = {kind: frozenset(ended) for kind, ended in ends.items()}
        self._told: list[EventDraft] = []

    def note(self, draft: EventDraft) -> None:
        """Remember an act that another may end."""
        kind = _kind(draft.type, draft.mode)
        if any(kind in ended for ended in self._ends.values()) and any(p.country for p in draft.actors):
            self._told.append(draft)

    def find(self, type_: str, mode: str | None, freed: Parties) -> EventDraft | None:
        """The last act that one of this type and mode, done to `freed`, would end; None when none was told."""
        ended = self._ends.get(_kind(type_, mode), frozenset())
        named = {p.country for p in freed if p.country and country_of(p.name) is not None}
        for draft in reversed(self._told) if ended else ():
            held = {p.country for p in draft.recipients if p.country}
            if _kind(draft.type, draft.mode) in ended and (not named or named & held):
                return draft
        return None


def _kind(type_: str, mode: str | None) -> str:
    return f"{type_}/{mode}" if mode else type_


def sides_of(taken: EventDraft, freed: Parties) -> tuple[Parties, Parties]:
    """Who frees whom, when those are freed who were taken."""
    codes = [p.country for p in taken.recipients if p.country]
    if any(p.country for p in freed) or not codes:
        return taken.actors, freed
    placed = tuple(at_home(party, codes[0]) for party in freed) if len(set(codes)) == 1 else ()
    return taken.actors, placed if placed and all(p.country for p in placed) else taken.recipients
