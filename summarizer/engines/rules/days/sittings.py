"""The day of what a body did where it sat: "On Tuesday the cabinet met in emergency session. Ministers decided to expel two envoys."."""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.days.lending import SPANS, Before, may_date, with_only_day
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates
from summarizer.ontology import Ontology

_SITTING = re.compile(
    r"\b(?:cabinet|government|parliament|council|assembly|senate|congress|ministers|lawmakers|deputies|leaders|committee|court|judges"
    r"|forum|union|bloc|league)\b[^.;:,]{0,40}"
    r"\b(?:met|sat|convened|gathered|assembled|took up|debated|held an? [^.;:,]{0,30}(?:session|meeting|sitting|debate))\b",
    re.I,
)
_MEMBERS = frozenset(
    """ministers lawmakers deputies senators members delegates leaders judges it they cabinet parliament council assembly senate
    congress government committee court""".split()
)
_CLAUSES = frozenset("that who which whose whom where when if ; : “".split())
_PAPERS = frozenset("resolution statement declaration text communique communiqué motion appeal decision".split())
_DRAFTS = frozenset("draft drafts motion proposal resolution bill amendment text".split())
_RESOLVED = frozenset("decided resolved agreed ordered".split())
_FAR = 2  # sentences to the one that tells of the sitting
_SUBJECT = 4  # words
_BALLOTS = frozenset("vote votes majority".split())
_BALLOT = 6  # words more: "By nine votes to three it called on …"


def with_day_of_sitting(
    draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology
) -> EventDraft:
    """The draft with the day on which the body sat whose members did this, told right before it in its paragraph; else as it is."""
    del ontology
    if (
        draft.date_text
        or draft.status not in ("occurred", "announced")
        or not (_by_members(act, reading) or _on_a_draft(act, reading))
    ):
        return draft
    if any(may_date(mention, before.published) for mention in find_dates(before.here.text)):
        return draft
    for sentence in reversed(before.earlier[max(before.parted, len(before.earlier) - _FAR) :]):
        if _SITTING.search(sentence.text):
            return with_only_day(draft, sentence.number, sentence.text, before.published)
        if find_dates(sentence.text):
            break
    return draft


def _by_members(act: Act, reading: Reading) -> bool:
    """Whether a sentence tells the act in the plain past of no more than "ministers", "the court" or "it"."""
    low, frame = reading.words.low, act.frame
    verb = next((j for j in range(1, frame.first + 1) if reading.verb[j]), None)
    if (
        verb is None
        or low[verb] in SAYING
        or low[verb].endswith(("s", "ing"))
        or not SPANS.isdisjoint(low[: frame.first])
    ):
        return False
    group = verb_group(reading, verb)
    if low[:2] == ["it", "was"] and group.auxiliaries == ("was",) and low[verb] in _RESOLVED:
        return True  # "It was decided to expel two envoys"
    voted = low[0] == "by" and not _BALLOTS.isdisjoint(low[:_BALLOT])
    if group.auxiliaries or group.modal or group.negated or not 0 < group.start <= _SUBJECT + voted * _BALLOT:
        return False
    return low[group.start - 1] in _MEMBERS and _of_one_clause(low[: frame.first])


def _on_a_draft(act: Act, reading: Reading) -> bool:
    """Whether a sentence tells what became of a paper that was voted on: "A draft of Senegal was rejected"."""
    low, group = reading.words.low, act.frame.group
    if not act.frame.passive or group.modal or group.negated or group.auxiliaries not in (("was",), ("were",)):
        return False
    agent = any(m.prep == "by" and m.known for m in reading.mentions if m.start > act.frame.first)
    return not agent and low[0] in ("a", "an", "the", "two", "its") and not _DRAFTS.isdisjoint(low[1:4])


def _of_one_clause(front: list[str]) -> bool:
    """Whether no other clause begins in words, but one that tells of a paper: "a resolution which calls upon"."""
    return (
        all(word not in _CLAUSES or before in _PAPERS for before, word in pairwise(front)) and front[0] not in _CLAUSES
    )
