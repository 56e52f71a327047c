"""The day that an act without one has from what is told right before it: one scene, one meeting, or the same deed told again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.drafting import Act
from summarizer.engines.rules.mentions import Reading
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY
from summarizer.ontology import EventType, Ontology

_HARM = 4
_TALKS = 1
_WORDS = frozenset((1, 3))  # quadrants of acts of speech
_OPEN = frozenset(("has", "have", "had", "having", "being"))
_JOINTS = frozenset((";", "and"))
_RELATIVES = frozenset("who which whose whom where that".split())
_DEFINITE = frozenset(("the", "that", "this"))
_TIMES = frozenset(
    "eve ago earlier previously recently since already later day days week weeks month months year years".split()
)
_DAYS = ("day", "weekday", "relative")
_SHORT = 22  # words of a sentence that another goes on from
_MET = re.compile(r"\b(?:met|meeting|talks|session|received|visited|arrived|came to|delegation)\b")
_LATEST = 9  # drafts
_BARE = 16  # words of one that tells nothing but that something came, and when


class Before(NamedTuple):
    """What stands before an act: the article's drafts so far, its own sentence, the one before if that is of its paragraph or
    the article's first (its number, its text without a dateline), whether it is of its paragraph, and the publication day.
    """

    told: Sequence[tuple[EventDraft, int]]
    here: Sentence
    number: int | None
    text: str
    beside: bool
    published: dt.date | None
    same: Sequence[tuple[EventDraft, int]] = ()  # the drafts of its own sentence so far


def with_lent_day(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of the act that it goes on from; as it is when it has a day or goes on from none."""
    if draft.date_text or draft.status not in ("occurred", "alleged"):
        return draft
    kind = ontology.types[draft.type]
    if kind.quadrant == _HARM and _named_again(act, reading):
        return _lent(draft, next((d for d, _ in reversed(before.told) if d.type == draft.type and _dated(d)), None))
    if kind.quadrant == _HARM and not kind.needs_recipient and _joined(draft, act, reading, before):
        scene = (d for d, _ in reversed(before.same) if _dated(d) and _of_one_scene(kind, ontology.types[d.type]))
        return _lent(draft, next(scene, None))
    if before.number is None or not _goes_on(draft, act, reading, before):
        return draft
    if len(before.text.split()) > _SHORT and (before.beside or len(_days(before.text)) > 1):
        return draft
    last = [other for other, _ in before.told[-_LATEST:] if other.sentences[0] == before.number]
    if not last:
        told = kind.quadrant == _HARM and len(before.text.split()) <= _BARE
        told = told or (kind.quadrant == _TALKS and _MET.search(before.text) is not None)
        return _dated_by(draft, before) if told and not act.frame.passive and before.beside else draft
    for other in reversed(last):
        if _dated(other) and (_of_one_scene(kind, ontology.types[other.type]) or _at_talks(draft, other, ontology)):
            return _lent(draft, other)
    return draft


def _named_again(act: Act, reading: Reading) -> bool:
    """Whether somebody is charged with a deed told before: "blamed the rebels for the new blast", not "for the burning of a mill"."""
    low, first = reading.words.low, act.frame.first
    if act.frame.charge is None or _DEFINITE.isdisjoint(low[max(first - 2, 0) : first]):
        return False
    return not (low[first + 1 : first + 2] == ["of"] and low[first + 2] in ("a", "an"))


def _joined(draft: EventDraft, act: Act, reading: Reading, before: Before) -> bool:
    """Whether a plain past stands in the last clause of a sentence with one day: "… on Monday; police dispersed them"."""
    group, low = act.frame.group, reading.words.low
    if draft.status != "occurred" or act.frame.pattern.noun or act.frame.charge is not None or group.modal:
        return False
    if group.negated or group.infinitive or not _OPEN.isdisjoint(group.auxiliaries):
        return False
    stop = next((j for j in range(act.frame.first - 1, 0, -1) if low[j] in _JOINTS), None)
    if stop is None or not _RELATIVES.isdisjoint(low[stop : act.frame.first]):
        return False
    return sum(mention.kind != "vague" for mention in find_dates(before.here.text)) == 1


def _goes_on(draft: EventDraft, act: Act, reading: Reading, before: Before) -> bool:
    """Whether an act is told in the plain past, in a sentence without a day of its own."""
    group, low = act.frame.group, reading.words.low
    if draft.status != "occurred" or act.frame.pattern.noun or act.frame.charge is not None:
        return False
    if group.modal or group.negated or group.infinitive or not _OPEN.isdisjoint(group.auxiliaries):
        return False
    if low[group.verb].endswith(("ing", "s")) or not _TIMES.isdisjoint(low[: act.frame.first]):
        return False
    return not any(_may_date(mention, before.published) for mention in find_dates(before.here.text))


def _may_date(mention: DateMention, published: dt.date | None) -> bool:
    """Whether an expression may date something that happened."""
    if mention.kind == "vague":
        return False
    day = resolve_date(mention.text, published, None, future=True)
    return published is None or day is None or day <= published.isoformat()


def _of_one_scene(kind: EventType, other: EventType) -> bool:
    """Whether both are deeds against anybody at hand: a crowd, and the police that meet it."""
    return all(each.quadrant == _HARM and not each.needs_recipient for each in (kind, other))


def _at_talks(draft: EventDraft, other: EventDraft, ontology: Ontology) -> bool:
    """Whether something is said by one of those who met: "met the governor on Saturday. He promised …"."""
    kind, talks = ontology.types[draft.type], ontology.types[other.type]
    if kind.quadrant not in _WORDS or talks.quadrant != _TALKS or talks.speech:
        return False
    mine = {party.country for party in draft.actors if party.country}
    return bool(mine & {party.country for party in (*other.actors, *other.recipients)})


def _dated(draft: EventDraft) -> bool:
    return bool(draft.date_edtf and DAY.fullmatch(draft.date_edtf)) and draft.status in (
        "occurred",
        "ongoing",
        "alleged",
    )


def _days(text: str) -> list[str]:
    return [mention.text for mention in find_dates(text) if mention.kind in _DAYS]


def _lent(draft: EventDraft, other: EventDraft | None) -> EventDraft:
    if other is None:
        return draft
    sentences = tuple(dict.fromkeys((*draft.sentences, *other.sentences)))
    return replace(draft, sentences=sentences, date_text=other.date_text, date_edtf=other.date_edtf)


def _dated_by(draft: EventDraft, before: Before) -> EventDraft:
    """The draft with the only day of a short sentence before it that tells no act: "It took Paris until the 15th."."""
    if before.number is None:
        return draft
    days = _days(before.text)
    edtf = resolve_date(days[0], before.published) if len(days) == 1 else None
    if edtf is None or not DAY.fullmatch(edtf):
        return draft
    sentences = tuple(dict.fromkeys((*draft.sentences, before.number)))
    return replace(draft, sentences=sentences, date_text=days[0], date_edtf=edtf)
