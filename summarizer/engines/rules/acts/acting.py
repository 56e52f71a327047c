"""Which acts a sentence tells: its frames, with what controls, quotations and lookalikes make of them."""

from __future__ import annotations

from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.context import in_quotation, is_own_word
from summarizer.engines.rules.acts.frames import find_frames
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.status.embedded import is_embedded
from summarizer.engines.rules.status.lookalikes import tells_no_act
from summarizer.engines.rules.status.senses import means_else
from summarizer.engines.rules.status.status import request_mode, stance_of
from summarizer.engines.rules.words.mentions import Reading
from summarizer.ontology import Ontology


def find_acts(reading: Reading, lexicon: Lexicon, ontology: Ontology, alone: bool) -> list[Act]:
    """The acts of a sentence, in order; `alone`: it stands by itself or nearly so."""
    acts: list[Act] = []
    asked: dict[int, tuple[str, str | None]] = {}
    governed: set[int] = set()
    for frame in find_frames(reading, lexicon, alone):
        named = any(m.hit and not m.prep for m in frame.actors)
        if in_quotation(reading, frame) and not named and (alone or not is_own_word(reading, frame)):
            continue
        if tells_no_act(reading, frame) or means_else(reading, frame) or is_embedded(reading, frame):
            continue
        stance = stance_of(reading, frame, lexicon)
        if stance is None:
            continue
        if stance.lends is not None:
            asked.setdefault(stance.lends, (stance.type, stance.mode))
            continue
        if stance.control is not None and stance.control != frame.group.start:
            governed.add(stance.control)
        acts.append(Act(frame, stance))
    kept: list[Act] = []
    for act in acts:
        at = act.frame.group.verb
        if at in governed and act.stance.control is None:
            continue
        if at in asked:
            mode = request_mode(lexicon, *asked[at])
            kind = ontology.types.get(act.stance.type)
            if kind is not None and mode in kind.modes and _is_request(act, lexicon):
                act = act._replace(stance=act.stance._replace(mode=mode))
        kept.append(act)
    return kept


def _is_request(act: Act, lexicon: Lexicon) -> bool:
    control = lexicon.controls.get("request")
    return control is not None and control.type == act.stance.type
