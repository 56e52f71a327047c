"""The toll of an act is no second act: "shelled the port, killing six", "Two guards were hurt when their post was attacked"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.sides.parties import countries
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.edtf import edtf_compatible

_REACH = 2  # sentences


def is_toll(act: Act, draft: EventDraft, reading: Reading) -> bool:
    """Whether words that may tell a toll do: a passive without an agent, or a participle hung on another verb."""
    low, start = reading.words.low, act.frame.clause[0]
    if "toll" not in act.frame.pattern.flags or low[max(start - 2, 0) : start + 2].count("which"):
        return False  # "following an attack in which four were killed" is no toll of what followed
    if act.frame.passive:
        return not draft.actors
    return low[act.frame.first].endswith("ing") and not act.frame.group.auxiliaries


def told_with(draft: EventDraft, told: Sequence[EventDraft]) -> int | None:
    """Which of the acts told (in order) has this toll: the last of its type within two sentences; None when there is none."""
    for at in range(len(told) - 1, -1, -1):
        other = told[at]
        if draft.sentences[0] - other.sentences[0] > _REACH:
            return None
        if other.type == draft.type and other.status != "denied" and _fits(other, draft):
            return at
    return None


def with_toll(act: EventDraft, toll: EventDraft) -> EventDraft:
    """The act with what its toll tells: who suffered, how many, when."""
    suffered = (
        toll.recipients
        if not countries(act.recipients) and not countries(act.actors) & countries(toll.recipients)
        else ()
    )
    return replace(
        act,
        sentences=tuple(dict.fromkeys((*act.sentences, *toll.sentences))),
        recipients=suffered or act.recipients,
        date_text=act.date_text or toll.date_text,
        date_edtf=act.date_edtf if act.date_text else toll.date_edtf,
        place=act.place or toll.place,
        attribution=act.attribution or toll.attribution,
        quantities=tuple(dict.fromkeys((*act.quantities, *toll.quantities))),
    )


def _fits(act: EventDraft, toll: EventDraft) -> bool:
    if act.date_edtf and toll.date_edtf and not edtf_compatible(act.date_edtf, toll.date_edtf):
        return False
    hit, hurt = (
        countries(act.recipients),
        countries(toll.recipients) - countries(act.actors),
    )  # "killing nine people" names nobody
    return not hit or not hurt or bool(hit & hurt)
