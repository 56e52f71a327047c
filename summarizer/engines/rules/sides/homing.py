"""Where people belong of whom nothing tells a country: to the place that the act names, else to the article's home."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.sides.parties import Sides
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.actors import country_of, display_name


def at_hand(memory: Memory, reading: Reading, frame: Frame, sides: Sides, hostile: bool) -> tuple[Sides, int | None]:
    """Sides of which no country is told, with one where it can be had, and the number of the sentence that tells it.

    That is who is hit where no culprit is told ("a bomb derailed a train"), and who acts under a bare name ("Steurbaut
    warned"). `hostile`: the act is material conflict. None: nothing was added.
    """
    actors, recipients = sides
    home = memory.home or memory.scene
    here = next(
        (
            m
            for m in reading.mentions
            if m.prep in ("in", "at", "near") and m.hit and len(m.codes) == 1 and frame.clause[0] <= m.start
        ),
        None,
    )
    if here is not None:
        code, name, number = here.codes[0], display_name(here.codes[0]), reading.number
    elif home is not None and len(home.codes) == 1:
        code, number = home.codes[0], home.sentence
        name = home.name if country_of(home.name) in (None, code) else display_name(code)
    else:
        return sides, None
    unseen = "noactor" in frame.pattern.flags or (hostile and (frame.passive or frame.pattern.noun))
    if not actors and unseen:
        hurt = tuple(PartyDraft(p.name, code, p.sector or "CVL") for p in recipients)
        return ((), hurt or (PartyDraft(name, code, "CVL"),)), number
    if actors and all(p.sector is None and p.name[0].isupper() for p in actors):
        return (tuple(PartyDraft(p.name, code, "CVL") for p in actors), recipients), number
    return sides, None
