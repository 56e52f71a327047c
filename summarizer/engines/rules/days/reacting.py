"""Replies that leave no time between: "Brazil offered on Thursday to mediate. Bolivia accepted at once." """

from __future__ import annotations

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import Before, in_plain_past, with_only_day
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates
from summarizer.ontology import VERBAL, Ontology

_TIES = frozenset("immediately instantly promptly once straightaway straight forthwith spot return".split())
_HARM = 4
_FAR = 2  # sentences to the one with the day
_CLAUSES = frozenset(("that", "who", "which", "and", "but", ";", ":"))


def with_day_of_reply(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft of a reply in words with the only day that the sentence before names; as it is when no word ties it to that."""
    kind = ontology.types[draft.type]
    if draft.date_text or _TIES.isdisjoint(reading.words.forms):
        return draft
    if kind.quadrant not in VERBAL and not (kind.quadrant == _HARM and kind.needs_recipient):
        return draft
    if not _tied(act, reading) or not in_plain_past(draft, act, reading):
        return draft
    if any(mention.kind != "vague" for mention in find_dates(before.here.text)):
        return draft
    for sentence in reversed(before.earlier[-_FAR:]):
        if find_dates(sentence.text):
            return with_only_day(draft, sentence.number, sentence.text, before.published)
    return draft


def _tied(act: Act, reading: Reading) -> bool:
    """Whether such a word tells of the act, and not of what is asked for: no "urged it to withdraw at once"."""
    low, group = reading.words.low, act.frame.group
    for j, word in enumerate(low):
        if word not in _TIES or (word == "once" and low[j - 1] != "at") or (word == "spot" and low[j - 2] != "on"):
            continue
        if word == "return" and low[j - 1] != "by":
            continue
        if word == "straight" and low[j + 1 : j + 2] not in (["away"], ["back"]):
            continue
        if group.start - 3 <= j <= group.verb:
            return _CLAUSES.isdisjoint(low[j : group.start])
        after = range(act.frame.first + 1, j)
        if j > act.frame.first and _CLAUSES.isdisjoint(low[after.start : j]):
            return not any(low[k] == "to" and reading.verb[k + 1] for k in after)
    return False
