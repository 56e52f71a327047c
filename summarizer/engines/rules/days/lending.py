"""The day that an act without one has from what is told right before it: one scene, one meeting, or the same deed told again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.days.chronicles import Heading
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY
from summarizer.ontology import VERBAL, EventType, Ontology

_HARM = 4
_TALKS = 1
_OPEN = frozenset(("has", "have", "had", "having", "being"))
_JOINTS = frozenset((";", "and"))
_RELATIVES = frozenset("who which whose whom where that".split())
_DEFINITE = frozenset(("the", "that", "this"))
SPANS = frozenset(
    "eve ago earlier previously recently since already later day days week weeks month months year years".split()
)
# Of the verbs of saying, those that tell deeds as well.
_DEEDS_TOO = frozenset(
    """found went goes continued counted heard charged protested recalled established broadcast answered replied
    countered""".split()
)
_TELLS = SAYING - _DEEDS_TOO
_WORD = re.compile(r"[a-z]+")
_SHORT = 22  # words of a sentence that another goes on from
_AT_LENGTH = 34  # of one that tells of a meeting, at which the other was said
_MET = re.compile(r"\b(?:met|meeting|talks|session|received|visited|arrived|came to|delegation)\b")
_TO_COME = re.compile(r"\b(?:will|is due|are due|is to|are to|plans|plan)\b")
_LATEST = 9  # drafts
_HEAD = 5  # characters before the day that a sentence opens with
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
    earlier: Sequence[Sentence] = ()  # the article's sentences so far
    parted: int = 0  # how many of these come before its paragraph
    hour: Heading | None = None  # what heads its paragraph in a live ticker
    head: int = 0  # how many characters of the first sentence are a dateline


def with_lent_day(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of the act that it goes on from; as it is when it has a day or goes on from none."""
    if draft.date_text or draft.status not in ("occurred", "alleged"):
        return draft
    kind = ontology.types[draft.type]
    if kind.quadrant == _HARM and _named_again(act, reading):
        return lent_by(draft, next((d for d, _ in reversed(before.told) if d.type == draft.type and is_dated(d)), None))
    if kind.quadrant == _HARM and not kind.needs_recipient and _joined(draft, act, reading, before):
        scene = (d for d, _ in reversed(before.same) if is_dated(d) and of_one_scene(kind, ontology.types[d.type]))
        return lent_by(draft, next(scene, None))
    if before.number is None or not tells_plain_past(draft, act, reading, before):
        return draft
    longest = _AT_LENGTH if kind.quadrant in VERBAL else _SHORT
    if len(before.text.split()) > longest and (before.beside or len(_days(before.text)) > 1):
        return draft
    last = [other for other, _ in before.told[-_LATEST:] if other.sentences[0] == before.number]
    if not last:
        told = kind.quadrant == _HARM and len(before.text.split()) <= _BARE
        # "The minister said on Monday that … Ghana also closed its border."
        told = told and ("also" in reading.words.low or not tells_saying(before.text))
        told = told or (kind.quadrant == _TALKS and _MET.search(before.text) is not None)
        told = told or (_opens_with_day(before.text) and not tells_saying(before.text))
        if told and not act.frame.passive and before.beside:
            return with_only_day(draft, before.number, before.text, before.published)
        return draft
    for other in reversed(last):
        met = of_one_scene(kind, ontology.types[other.type]) and share_country(draft, other)
        if is_dated(other) and (met or _at_talks(draft, other, ontology)):
            return lent_by(draft, other)
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
    opening = reading.words.starts[0] - before.here.span.start  # a dateline dates nothing
    return sum(m.kind != "vague" and m.start >= opening for m in find_dates(before.here.text)) == 1


def tells_plain_past(draft: EventDraft, act: Act, reading: Reading, before: Before) -> bool:
    """Whether an act is told in the plain past, in a sentence without a day of its own."""
    text = before.here.text
    return in_plain_past(draft, act, reading) and not any(
        may_date(mention, before.published) or _of_the_past(mention, text) for mention in find_dates(text)
    )


def in_plain_past(draft: EventDraft, act: Act, reading: Reading) -> bool:
    """Whether an act is told as a deed in the plain past, without a word of time before it."""
    group, low = act.frame.group, reading.words.low
    if draft.status != "occurred" or act.frame.pattern.noun or act.frame.charge is not None:
        return False
    if act.stance.control is not None and group.infinitive:
        group = verb_group(reading, act.stance.control)  # "agreed to free two men"
    if group.modal or group.negated or group.infinitive or not _OPEN.isdisjoint(group.auxiliaries):
        return False
    return not low[group.verb].endswith(("ing", "s")) and SPANS.isdisjoint(low[: act.frame.first])


def _of_the_past(mention: DateMention, text: str) -> bool:
    """Whether a weekday stands in no clause that tells of what is to come: "and on Tuesday asked for help"."""
    if mention.kind != "weekday" or not mention.text.startswith(("on ", "On ")):
        return False
    return not _TO_COME.search(text[: mention.start].rpartition(";")[2])


def may_date(mention: DateMention, published: dt.date | None) -> bool:
    """Whether an expression may date something that happened."""
    if mention.kind == "vague":
        return False
    day = resolve_date(mention.text, published, None, future=True)
    return published is None or day is None or day <= published.isoformat()


def of_one_scene(kind: EventType, other: EventType) -> bool:
    """Whether both are deeds against anybody at hand: a crowd, and the police that meet it."""
    return all(each.quadrant == _HARM and not each.needs_recipient for each in (kind, other))


def share_country(draft: EventDraft, other: EventDraft) -> bool:
    """Whether two deeds have a country in common."""
    mine, theirs = ({p.country for p in (*d.actors, *d.recipients) if p.country} for d in (draft, other))
    return bool(mine & theirs)


def _at_talks(draft: EventDraft, other: EventDraft, ontology: Ontology) -> bool:
    """Whether something is said by one of those who met: "met the governor on Saturday. He promised …"."""
    kind, talks = ontology.types[draft.type], ontology.types[other.type]
    if kind.quadrant not in VERBAL or talks.quadrant != _TALKS or talks.speech:
        return False
    mine = {party.country for party in draft.actors if party.country}
    return bool(mine & {party.country for party in (*other.actors, *other.recipients)})


def is_dated(draft: EventDraft) -> bool:
    """Whether an act that was done, is going on or is alleged has a day, and not only one since which it goes on."""
    if not draft.date_edtf or not DAY.fullmatch(draft.date_edtf) or (draft.date_text or "").lower().startswith("since"):
        return False
    return draft.status in ("occurred", "ongoing", "alleged")


def _opens_with_day(text: str) -> bool:
    """Whether a sentence sets a day for what follows: "On Friday the quarrel moved to the capitals. Togo called in …"."""
    first = next(iter(find_dates(text)), None)
    return first is not None and first.is_day and first.start <= _HEAD and len(text.split()) <= _BARE


def _days(text: str) -> list[str]:
    return [mention.text for mention in find_dates(text) if mention.is_day]


def lent_by(draft: EventDraft, other: EventDraft | None) -> EventDraft:
    """The draft with the day of another and the sentences that tell it; as it is without another."""
    if other is None:
        return draft
    sentences = tuple(dict.fromkeys((*draft.sentences, *other.sentences)))
    return replace(draft, sentences=sentences, date_text=other.date_text, date_edtf=other.date_edtf)


def tells_saying(text: str) -> bool:
    """Whether a sentence has a verb of saying that is no other verb as well: its day may be that of the saying."""
    return not _TELLS.isdisjoint(_WORD.findall(text.lower()))


def may_date_saying(text: str) -> bool:
    """Whether a day in a sentence may be that of saying something: not in "They foiled it on Thursday, an army source said."."""
    front, comma, end = text.rpartition(", ")
    return tells_saying(front if comma and tells_saying(end) and not find_dates(end) else text)


def with_only_day(draft: EventDraft, number: int, text: str, published: dt.date | None) -> EventDraft:
    """The draft with the only day that the sentence of this number and text names: "It took Paris until the 15th."."""
    days = [day for day in _days(text) if not day.lower().startswith("since")]
    edtf = resolve_date(days[0], published) if len(days) == 1 and not _TO_COME.search(text) else None
    if edtf is None or not DAY.fullmatch(edtf):
        return draft
    sentences = tuple(dict.fromkeys((*draft.sentences, number)))
    return replace(draft, sentences=sentences, date_text=days[0], date_edtf=edtf)
