"""The day of deeds within a scene whose beginning a sentence dates: "Fighting broke out on Tuesday evening. Rebels shelled …"."""

from __future__ import annotations

import re

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import (
    SPANS,
    Before,
    is_dated,
    lent_by,
    may_date_saying,
    of_one_scene,
    share_country,
    with_only_day,
)
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates
from summarizer.ontology import Ontology

_SCENE = (
    "fighting|clash(?:es)?|violence|unrest|shooting|riots?|rioting|trouble|brawl|scuffles?|incident|attack|raid|assault|operation|siege"
    "|mutiny|revolt|uprising|shoot-?out|firefight|battle|confrontation|skirmish(?:es)?|robbery|ambush|boarding|seizure|stand-?off|affair"
)
_BEGAN = re.compile(
    rf"\b(?:{_SCENE})\b[^.;:“]{{0,60}}\b(?:broke out|erupted|flared(?: up)?|began|started|happened|occurred|took place|unfolded)\b"
    r"|\bit came to (?:\w+ ){0,2}(?:scenes|clashes|blows|scuffles|fighting|riots)\b"
    r"|\bthere were (?:\w+ ){0,2}(?:scenes|clashes|scuffles|riots)\b",
    re.I,
)
_SIGNS = ("broke", "erupted", "flared", "began", "started", "happened", "occurred", "took", "unfolded", "came", "there")
_FAR = 3  # sentences
_OPEN = frozenset(("has", "have", "had", "having", "being"))
_OTHER_THEN = frozenset(
    "since by until till from back every the just even only".split()
)  # "by then", "the then minister"
_THEN_FAR = 2  # sentences


def with_day_of_outbreak(
    draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology
) -> EventDraft:
    """The draft of a deed at hand with the day on which its scene began, or of what it then followed upon; else as it is."""
    kind = ontology.types[draft.type]
    if draft.date_text or draft.status not in ("occurred", "alleged") or not of_one_scene(kind, kind):
        return draft
    paragraph = before.earlier[before.parted :]
    if not paragraph or not _is_told_on(act, reading):
        return draft
    if any(mention.kind != "vague" for mention in find_dates(before.here.text)):
        return draft
    then = _then(act, reading)
    for back, sentence in enumerate(reversed(paragraph[-_FAR:]), 1):
        if _begins(sentence.text):
            return with_only_day(draft, sentence.number, sentence.text, before.published)
        told = [other for other, _ in before.told if other.sentences[0] == sentence.number and other.date_edtf]
        if then and back <= _THEN_FAR and told:
            return _then_followed(draft, told, ontology)
        if then and back <= _THEN_FAR and _has_day(sentence.text) and not may_date_saying(sentence.text):
            return with_only_day(draft, sentence.number, sentence.text, before.published)
        if _has_day(sentence.text):
            break
    return draft


def _is_told_on(act: Act, reading: Reading) -> bool:
    """Whether a verb tells a deed in the plain past, as the next thing that happened."""
    group, low = act.frame.group, reading.words.low
    if act.frame.pattern.noun or act.frame.charge is not None or group.modal or group.negated or group.infinitive:
        return False
    return _OPEN.isdisjoint(group.auxiliaries) and not low[group.verb].endswith("s") and SPANS.isdisjoint(low)


def _then(act: Act, reading: Reading) -> bool:
    """Whether "then" stands by a verb or opens its sentence."""
    low, group = reading.words.low, act.frame.group
    near = range(max(group.start - 1, 0), group.verb + 2)
    return low[0] == "then" or any(low[j] == "then" and low[j - 1] not in _OTHER_THEN for j in near if j < len(low))


def _begins(text: str) -> bool:
    """Whether a sentence tells when a scene began."""
    return any(sign in text for sign in _SIGNS) and _BEGAN.search(text) is not None


def _has_day(text: str) -> bool:
    return any(mention.kind != "vague" for mention in find_dates(text))


def _then_followed(draft: EventDraft, told: list[EventDraft], ontology: Ontology) -> EventDraft:
    """The draft with the day of the deed that it then followed upon, if all that is told there is of one day."""
    scene = [d for d in told if is_dated(d) and of_one_scene(ontology.types[d.type], ontology.types[d.type])]
    one_day = len({other.date_edtf for other in told}) == 1
    return lent_by(draft, scene[-1]) if scene and one_day and share_country(draft, scene[-1]) else draft
