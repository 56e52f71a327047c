"""Sentences that say no more than that something came, and when: "Monday brought an answer. Togo expelled four."."""

from __future__ import annotations

import re

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.days.lending import SPANS, Before, with_only_day
from summarizer.engines.rules.days.presenting import NEWS
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.actors import find_names
from summarizer.normalising.dates import find_dates
from summarizer.ontology import Ontology

_COMING = re.compile(
    r"\b(?:there (?:was|were|came)|came|brought|followed|took (?:a|another)|(?:was|were) (?:put forward|struck|dealt|taken|delivered))\b"
)
_WORD = re.compile(r"[a-z-]+")
_SHORT = 16  # words
_LED_IN = frozenset(("in", "during"))  # "In a telephone call with his colleague"
_FRONT = 8  # words


def with_day_of_news(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of a sentence right before it that says no more than that something came: "Monday brought an answer."."""
    del ontology
    text, low = before.text, reading.words.low
    if draft.date_text or before.number is None or not before.beside or not _COMING.search(text.lower()):
        return draft
    if len(text.split()) > _SHORT or NEWS.isdisjoint(_WORD.findall(text.lower())):
        return draft
    frame = act.frame
    told = frame.first < _FRONT and low[0] in _LED_IN if frame.pattern.noun else _plainly(act, reading)
    if not told or frame.charge is not None or not SPANS.isdisjoint(low[: frame.first]):
        return draft
    if any(mention.kind != "vague" for mention in find_dates(before.here.text)):
        return draft
    if any(other.sentences[0] == before.number for other, _ in before.told):
        return draft
    named = {code for hit in find_names(text) for code in hit.code.split()}
    acting = {party.country for party in draft.actors if party.country}
    if named and acting and named.isdisjoint(acting):
        return draft
    return with_only_day(draft, before.number, text, before.published)


def _plainly(act: Act, reading: Reading) -> bool:
    """Whether an act is told in the plain past, and not as what somebody says."""
    low, control = reading.words.low, act.stance.control
    group = act.frame.group if control is None else verb_group(reading, control)
    if group.auxiliaries or group.infinitive or group.negated or "that" in low[: group.start]:
        return False
    return not low[group.verb].endswith(("ing", "s"))
