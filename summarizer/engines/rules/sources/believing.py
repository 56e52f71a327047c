"""What becomes of an act's status by who tells it."""

from __future__ import annotations

from dataclasses import replace

from summarizer.drafts import EventDraft, SpeakerDraft
from summarizer.engines.rules.sides.parties import Parties, countries
from summarizer.events import Status
from summarizer.ontology import Ontology

_HARM = 4


def weighed(draft: EventDraft, ontology: Ontology) -> EventDraft:
    """The draft with the status that its speakers leave it."""
    sides = (draft.actors, draft.recipients)
    status = believed(draft.status, ontology.types[draft.type].quadrant, draft.attribution, sides)
    return draft if status == draft.status else replace(draft, status=status)


def believed(
    status: Status, quadrant: int, speakers: tuple[SpeakerDraft, ...], sides: tuple[Parties, Parties]
) -> Status:
    """What only an unnamed source or the other side says of a hostile deed is alleged."""
    if status != "occurred" or not speakers or quadrant != _HARM:
        return status
    acting = countries(sides[0])
    told = {s.country for s in speakers if s.country}
    against = countries(sides[1])
    hostile = bool(told and sides[0] and told <= against and not told & acting)
    return "alleged" if hostile or speakers[-1].reporting in ("leaked", "alleged") else status
