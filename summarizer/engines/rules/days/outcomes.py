"""What those who met said to each other is of the day they met: "They spoke by telephone on Thursday. … The two agreed …"."""

from __future__ import annotations

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import Before, in_plain_past, is_dated, lent_by, may_date
from summarizer.engines.rules.days.within import TALKS
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.ontology import Ontology

_CONSULT = 1  # quadrant
_FAR = 2  # sentences to the one that tells of the meeting
_LONG = frozenset(("month", "year"))  # "their first call since May"
_SPOKEN = frozenset("AGREE REQUEST REJECT CONCEDE THREATEN SUPPORT".split())
# Where else things are said; a meeting that is named is for `within`.
_ELSEWHERE = TALKS | frozenset("tweet tweeted wrote letter note statement interview earlier previously".split())


def with_day_of_outcome(
    draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology
) -> EventDraft:
    """The draft of what was said between those who met, with the day of their meeting, the last that its paragraph tells."""
    if draft.date_text or draft.type not in _SPOKEN or before.parted >= len(before.earlier):
        return draft
    if not in_plain_past(draft, act, reading) or not _ELSEWHERE.isdisjoint(reading.words.low):
        return draft
    meeting = _meeting(before, ontology)
    if meeting is None or not _between(draft, meeting) or _moved_on(meeting, before):
        return draft
    return lent_by(draft, meeting)


def _meeting(before: Before, ontology: Ontology) -> EventDraft | None:
    """The last meeting told near by in the paragraph, if it has a day."""
    near = {sentence.number for sentence in before.earlier[max(before.parted, len(before.earlier) - _FAR) :]}
    for other, _ in reversed(before.told):
        if other.sentences[0] not in near:
            return None
        kind = ontology.types[other.type]
        if kind.quadrant == _CONSULT and not kind.speech:
            return other if is_dated(other) else None
    return None


def _between(draft: EventDraft, meeting: EventDraft) -> bool:
    """Whether only those who met act, and on none but each other."""
    met = {party.country for party in (*meeting.actors, *meeting.recipients) if party.country}
    acting = {party.country for party in draft.actors}
    return len(met) > 1 and bool(acting) and acting <= met and {p.country for p in draft.recipients} <= met


def _moved_on(meeting: EventDraft, before: Before) -> bool:
    """Whether another day is told since the meeting."""
    since = next(at for at, sentence in enumerate(before.earlier) if sentence.number == meeting.sentences[0])
    return any(
        mention.kind not in _LONG
        and may_date(mention, before.published)
        and resolve_date(mention.text, before.published, meeting.date_edtf) != meeting.date_edtf
        for sentence in (*before.earlier[since:], before.here)
        for mention in find_dates(sentence.text)
    )
