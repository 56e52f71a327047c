"""The day of a deed that its words tie to what was told before: "he was turned back", "the judges also", "on the spot"."""

from __future__ import annotations

import re

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import (
    SPANS,
    Before,
    is_dated,
    lent_by,
    may_date_saying,
    tells_plain_past,
    with_only_day,
)
from summarizer.engines.rules.days.moments import reach
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates
from summarizer.ontology import VERBAL, Ontology

_SHUT_OUT = frozenset(("refused", "denied"))  # to somebody: "he was refused entry"
_SENT_BACK = frozenset("turned barred stopped sent".split())
_OPENERS = frozenset("but and yet so at least".split())
_PERSONS = frozenset("he she they both".split())
_ANAPHORS = _PERSONS | {"it", "the"}
_PARTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve some several many most all none half dozens".split()
)
_ALSO = frozenset(("also", "likewise"))
_TIES = frozenset("immediately instantly promptly spot once moments after same them".split())
_TIE = re.compile(
    r"\b(?:immediately|instantly|on the spot|at once|there and then|at the same time|on (?:the same|that) occasion"
    r"|(?:along|together) with them|in the same (?:raid|breath|operation|sweep|swoop)|moments (?:later|after(?:wards)?)"
    r"|after (?:(?:some|about|only|just|barely|nearly|almost) )?"
    r"(?:an?|half an|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|some) (?:hours?|minutes))\b"
    r"(?! (?:of|after|before)\b)"
)
_OFTEN = frozenset("once twice often repeatedly regularly usually always sometimes formerly again before".split())
_FAR = 4  # sentences to the one with the day, where none between names one


def with_tied_day(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of what its words tie it to; as it is when it has a day, or no such words."""
    if draft.date_text or draft.status != "occurred" or not before.earlier:
        return draft
    if ontology.types[draft.type].quadrant in VERBAL and not _shuts_out(act, reading):
        return draft
    far = _reach(act, reading, before)
    if not far or not tells_plain_past(draft, act, reading, before):
        return draft
    for sentence in reversed(before.earlier[-far:]):
        if any(mention.kind != "vague" for mention in find_dates(sentence.text)):
            return _dated_by(draft, sentence, before, ontology)
    return draft


def _shuts_out(act: Act, reading: Reading) -> bool:
    """Whether what is told as a refusal is done with hands: "was turned back", "was refused entry"."""
    told = reading.words.low[act.frame.first : act.frame.last + 1]
    if act.frame.passive and not _SHUT_OUT.isdisjoint(told):
        return True
    return not _SENT_BACK.isdisjoint(told) and "down" not in told


def _reach(act: Act, reading: Reading, before: Before) -> int:
    """How many sentences back the words of an act tie it: 0 for none."""
    low, first = reading.words.low, act.frame.group.start
    if not _TIES.isdisjoint(low) and _tied(act, reading, before):
        return _FAR
    if any(reading.verb[:first]) or not tk.RELATIVES.isdisjoint(low[:first]) or not SPANS.isdisjoint(low):
        return 0  # the subject is another clause's, or time has passed: "freed after three weeks"
    if not _OFTEN.isdisjoint(low):
        return 0  # "she was once detained there"
    also = not _ALSO.isdisjoint(low[max(first - 1, 0) : act.frame.group.verb]) and low[0] in _ANAPHORS
    last = before.earlier[-1]
    if not also and not _refers(low[:first], act.frame.passive, last.text):
        return 0
    told_on = low[first - 1] in _PERSONS | {"them"} and len(before.earlier) - before.parted > 1
    return 1 + (
        told_on and not find_dates(last.text)
    )  # "Some 300 gathered on Monday. Two threw paint. Both were arrested"


def _tied(act: Act, reading: Reading, before: Before) -> bool:
    """Whether an expression that leaves no time between stands in the act's own clause."""
    left, right = reach(reading, act.frame, before.here.span.start)
    return any(left <= tie.start() <= right + 1 for tie in _TIE.finditer(before.here.text.lower()))


def _refers(subject: list[str], passive: bool, last: str) -> bool:
    """Whether a subject stands for somebody of the sentence before: "he", "five of them", "the two", "the boat"."""
    while subject and subject[0] in _OPENERS:
        subject = subject[1:]
    if not subject or len(subject) > 4:
        return False
    if subject[0] in _PERSONS or (subject[0] == "it" and passive):
        return len(subject) == 1
    if subject[-2:] == ["of", "them"]:
        return subject[0] in _PARTS
    if subject[0] != "the" or len(subject) != 2:
        return False
    return subject[1] in _PARTS or re.search(rf"\b{re.escape(subject[1])}\b", last.lower()) is not None


def _dated_by(draft: EventDraft, sentence: Sentence, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day on which a sentence plays, if it is one and no day of something said."""
    told = [other for other, _ in before.told if other.sentences[0] == sentence.number]
    deeds = [other for other in told if is_dated(other) and ontology.types[other.type].quadrant not in VERBAL]
    talks = [other for other in told if is_dated(other) and not ontology.types[other.type].speech]
    days = {other.date_edtf for other in told if other.date_edtf}
    if len(days) == 1 and (deeds or talks):
        return lent_by(draft, (deeds or talks)[-1])
    text = sentence.text[before.head :] if sentence is before.earlier[0] else sentence.text
    if days or may_date_saying(text):
        return draft
    return with_only_day(draft, sentence.number, text, before.published)
