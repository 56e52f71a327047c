"""Whom words are meant for that name only what they are about: an offer to mediate, a demand for one's own people."""

from __future__ import annotations

from collections.abc import Set

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Mention, Reading

_MEDIATING = frozenset("mediate mediation mediator mediators offices".split())
_RULERS = frozenset(("GOV", "MIL", "COP", "JUD", "LEG"))


def mediates(reading: Reading, frame: Frame, codes: Set[str]) -> bool:
    """Whether an act offers mediation and its words name nobody but who offers it: "Benin has offered its good offices"."""
    low = reading.words.low
    told = range(frame.first, min(frame.last + 5, len(low)))
    if not codes or all(low[j] not in _MEDIATING for j in told) or frame.passive:
        return False
    return not any(m.known and set(m.codes) - codes for m in frame.recipients)


def own_people(mentions: list[Mention], recipients: tuple[PartyDraft, ...], codes: Set[str]) -> bool:
    """Whether those of whom a demand tells are only the speaker's own people: "Riyadh demanded the return of a Saudi dissident"."""
    if not mentions or not recipients or any(m.prep != "of" or not m.hit for m in mentions):
        return False
    return all(p.country in codes and p.sector not in _RULERS for p in recipients)
