"""When, where and how much: the date, place and quantities that stand nearest to an act in its sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from summarizer.chunking import Sentence
from summarizer.drafts import PartyDraft, QuantityDraft
from summarizer.engines.rules.attribution import Report
from summarizer.engines.rules.frames import Frame
from summarizer.engines.rules.mentions import Reading
from summarizer.engines.rules.tokens import Tokens
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.places import find_places
from summarizer.normalising.quantities import find_quantities


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as the text has it, and its EDTF reading, if any."""

    text: str | None = None
    edtf: str | None = None


def _reach(reading: Reading, frame: Frame, base: int) -> tuple[int, int]:
    """Character range of the clause within the sentence."""
    words = reading.words
    start = min(frame.clause[0], frame.group.start, frame.first)
    end = max(frame.clause[1], frame.last + 1)
    return words.starts[start] - base, words.ends[min(end, len(words)) - 1] - base


_BARRIERS = frozenset((";", "that", "who", "which", "said", "says", "denied", "whose"))


def _apart(words: Tokens, one: int, other: int) -> bool:
    """Whether a new statement begins between two places of the sentence."""
    first, last = min(one, other), max(one, other)
    return any(word in _BARRIERS for word, start in zip(words.low, words.starts, strict=True) if first < start < last)


def _of_another(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], speech: bool) -> bool:
    """Whether an expression of time dates the saying, the next act, or what is asked for, and not this act."""
    words = reading.words
    low = words.low
    if any(0 < r.start <= frame.first and r.verb < frame.first and span[0] < words.starts[r.verb] for r in reports):
        return True  # "On the 20th a news site reported that …"
    if low[frame.group.start] == "having" and span[0] < words.starts[frame.group.start]:
        return True  # "denied on Friday having expelled …"
    following = next((j for j in range(frame.last + 1, len(low)) if words.starts[j] >= span[1]), None)
    if following is None:
        return False
    if following > frame.last + 1 and reading.verb[following] and not low[following].endswith("ing"):
        return True  # "… and on Thursday launched two missiles"
    if not speech:
        return False
    before = (j for j in range(frame.last + 1, following) if words.starts[j] < span[0])
    return any(low[j] == "to" and reading.verb[j + 1] for j in before)  # "called on them to strike on Monday"


def find_moment(reading: Reading, frame: Frame, sentence: Sentence, reports: list[Report], context: Clock) -> Moment:
    """The expression of time that belongs to the act; one that only dates the saying doesn't."""
    mentions = find_dates(sentence.text)
    if not mentions:
        return Moment()
    base = sentence.span.start
    words = reading.words
    trigger = words.starts[frame.first] - base
    left, right = _reach(reading, frame, base)
    said = [
        (words.starts[r.verb] - base, words.ends[r.verb] - base)
        for r in reports
        if frame.first < r.start or frame.first >= r.end or r.start <= frame.first
    ]
    # "…, the minister said in Oslo on Thursday": from the speaker on, only the saying is dated.
    trailing = [words.starts[r.speaker.start] - base for r in reports if r.start == 0 and r.speaker.start > frame.first]
    best: tuple[float, Moment] | None = None
    for mention in mentions:
        if mention.start < words.starts[0] - base:
            continue  # a dateline dates nothing
        if mention.kind == "vague" or (frame.charge is not None and mention.start < trigger):
            continue  # "on Monday accused them of having …" dates the charge
        if not context.speech and (
            any(0 <= mention.start - end <= 12 or 0 <= begin - mention.end <= 1 for begin, end in said)
            or any(mention.start > start for start in trailing)
        ):
            continue
        if _of_another(reading, frame, reports, (mention.start + base, mention.end + base), context.speech):
            continue
        edtf = resolve_date(mention.text, context.published, context.anchor, context.future)
        if edtf is None:
            continue
        distance = min(abs(mention.start - trigger), abs(mention.end - trigger))
        inside = left <= mention.start <= right
        lead = mention.start < 3
        if not inside and not lead and _apart(words, mention.start + base, words.starts[frame.first]):
            continue
        score = distance + (0 if inside else 150 if lead else 260)
        if not inside and not lead and score > 330:
            continue
        if best is None or score < best[0]:
            best = (score, Moment(mention.text, edtf))
    return best[1] if best else Moment()


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates count from: the publication day, the last day named, whether the act lies ahead or is one of speech."""

    published: dt.date | None
    anchor: str | None
    future: bool
    speech: bool


def find_place(reading: Reading, frame: Frame, sentence: Sentence) -> PartyDraft | None:
    """The place nearest to the act in its clause, a dateline apart."""
    base = sentence.span.start
    left, right = _reach(reading, frame, base)
    trigger = reading.words.starts[frame.first] - base
    found = [
        m
        for m in find_places(sentence.text)
        if left <= m.start < right and not (m.start == 0 and sentence.text[:1].isupper() and m.name.isupper())
    ]
    if not found:
        return None
    after = [m for m in found if m.start > trigger]
    nearest = min(after or found, key=lambda m: abs(m.start - trigger))
    return PartyDraft(nearest.name, nearest.country)


# Units that count no part of an act: times, distances, and the parties themselves ("the two governments").
_NO_AMOUNTS = frozenset(
    """day days week weeks month months year years minute minutes time times am pm percent kilometres kilometers metres meters
    miles km states governments ministries neighbours neighbors capitals sides countries provinces ministers armies nations
    witnesses sources quarters""".split()
)


def find_amounts(reading: Reading, frame: Frame, sentence: Sentence) -> tuple[QuantityDraft, ...]:
    """Numbers with units in the clause of the act, times apart; three at most."""
    base = sentence.span.start
    left, right = _reach(reading, frame, base)
    amounts: list[QuantityDraft] = []
    for mention in find_quantities(sentence.text):
        if left <= mention.start < right and mention.unit and not set(mention.unit.split()) & _NO_AMOUNTS:
            amounts.append(QuantityDraft(mention.text, mention.value, mention.unit))
    return tuple(amounts[:3])
