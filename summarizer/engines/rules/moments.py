"""Which expression of time in a sentence dates an act, and what it counts from."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.engines.rules.attribution import Report
from summarizer.engines.rules.frames import Frame
from summarizer.engines.rules.mentions import Reading
from summarizer.engines.rules.tokens import Tokens
from summarizer.normalising.dates import DateMention, find_dates, resolve_date, shift_back


class Moment(NamedTuple):
    """A date as the text has it, and its EDTF reading, if any."""

    text: str | None = None
    edtf: str | None = None


class Clock(NamedTuple):
    """What dates count from: the publication day, the last day named, whether the act lies ahead or is one of speech.

    `own`: tokens of the reporting verbs with which the acting side announces its own act: these date it.
    """

    published: dt.date | None
    anchor: str | None
    future: bool
    speech: bool
    own: frozenset[int] = frozenset()


_BARRIERS = frozenset((";", "that", "who", "which", "said", "says", "denied", "whose"))
_RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))
_PERFECT = frozenset(("has", "have"))
_BEFORE = frozenset(("before", "until", "till", "for"))
_LIMITS = frozenset(("before", "until", "till"))  # in small letters: "Until Friday" may open the act's own sentence
_AHEAD = frozenset("will would due scheduled expected".split())
_DEADLINES = _BEFORE | {"by", "from"}
_WILL = frozenset(("will", "would"))
_CHARGE = frozenset(("of", "with", "for"))
_PARTICIPLES = frozenset(
    "held taken led caught shot sent made given begun hurt built kept seen hidden stolen fought won lost".split()
)
_CARRYING = frozenset("loaded packed laden filled armed stuffed piled".split())  # "trucks loaded with fish"
_DAY = len("2025-01-31")
_OUTSIDE = re.compile(r"(?:\btime|\bkind|\bsince then|\bso far|\balready|['’]s (?:first|second|third))$", re.I)
_FROM = re.compile(r"\bfrom (?:midnight|noon|dawn)? ?(?:on )?$", re.I)
_LONGEST = 12  # characters, more than `_OUTSIDE` looks at
_DAYS_APART = re.compile(r"\b(?P<way>after|before)$", re.I)


def reach(reading: Reading, frame: Frame, base: int) -> tuple[int, int]:
    """Character range of the clause within the sentence."""
    words = reading.words
    start = min(frame.clause[0], frame.group.start, frame.first)
    end = max(frame.clause[1], frame.last + 1)
    return words.starts[start] - base, words.ends[min(end, len(words)) - 1] - base


def find_moment(reading: Reading, frame: Frame, sentence: Sentence, reports: list[Report], clock: Clock) -> Moment:
    """The expression of time that belongs to the act; one that only dates the saying, or another act, doesn't."""
    mentions = find_dates(sentence.text)
    if not mentions:
        return Moment()
    base = sentence.span.start
    words = reading.words
    trigger = words.starts[frame.first] - base
    left, right = reach(reading, frame, base)
    opening = words.starts[0] - base
    anchor = clock.anchor
    best: tuple[float, Moment] | None = None
    for at, mention in enumerate(mentions):
        if mention.start < opening:
            continue  # a dateline dates nothing
        span = (mention.start + base, mention.end + base)
        announced = _by(words, clock.own, span)
        ahead = (clock.future and not announced) or _begins(reading, sentence.text, mention, frame)
        edtf = resolve_date(mention.text, clock.published, anchor, ahead)
        if mention.kind in ("day", "weekday", "relative", "anchored") and edtf and len(edtf) == _DAY:
            anchor = edtf
        apart = _DAYS_APART.search(mention.text) if mention.kind == "anchored" else None
        if apart and _governs(reading, frame, mention.end + base):
            # "on Tuesday, four days after its coastguard boarded a ship": counted back from the day before
            edtf = shift_back(mention.text, _day_before(mentions, at, clock) or clock.anchor)
            if edtf is not None:
                return Moment(mention.text, edtf)
            continue
        if edtf is None or mention.kind == "vague":
            continue
        if edtf.endswith("/.."):
            edtf = edtf[:-3]  # since when something is so is the day on which it came about
        inner = frame.pattern.noun and "inner" in frame.pattern.flags
        if (frame.charge is not None or inner) and mention.start < trigger:
            continue  # "on Monday accused them of having …" dates the charge, "on Monday turned down a plea" the refusal
        if _of_the_saying(reading, frame, reports, span, clock) or _of_another(reading, frame, reports, span, clock):
            continue
        if _definite_past(frame, mention, clock) and not announced:
            continue
        if _elsewhere(reading, frame, span) or _is_deadline(sentence.text, mention, trigger, clock):
            continue
        distance = min(abs(mention.start - trigger), abs(mention.end - trigger))
        inside = left <= mention.start <= right
        lead = mention.start - opening < 3
        if not inside and not lead and not announced and _apart(words, span[0], words.starts[frame.first]):
            continue
        # "announced on Monday that it would close the mission on 1 June"
        score = distance + (100 if announced else 0 if inside else 150 if lead else 260)
        if not inside and not lead and not announced and score > 330:
            continue
        if best is None or score < best[0]:
            best = (score, Moment(mention.text, edtf))
    return best[1] if best else Moment()


def _day_before(mentions: tuple[DateMention, ...], at: int, clock: Clock) -> str | None:
    """The day that the sentence names just before the expression at `at`."""
    for mention in reversed(mentions[:at]):
        edtf = resolve_date(mention.text, clock.published, clock.anchor, clock.future)
        if edtf and mention.kind != "vague":
            return edtf
    return None


def _begins(reading: Reading, text: str, mention: DateMention, frame: Frame) -> bool:
    """Whether an act takes effect from a day on: "pulls the plug from January", "called a shutdown from Sunday"."""
    verb = reading.words.low[frame.group.verb]
    if mention.kind not in ("day", "weekday", "month") or frame.group.auxiliaries or frame.pattern.noun:
        return False
    if not (verb.endswith("s") or verb == "called"):
        return False
    return _FROM.search(text, 0, mention.start) is not None


def _governs(reading: Reading, frame: Frame, end: int) -> bool:
    """Whether the act stands in the clause that "two days after" (up to character `end`) leads in."""
    words = reading.words
    first = next((j for j, start in enumerate(words.starts) if start >= end), None)
    if first is None or frame.first < first or frame.pattern.noun:
        return False
    between = range(first, frame.first)
    return not any(words.low[j] in (",", ";", "that") or words.low[j] in _RELATIVES for j in between)


def lies_ahead(reading: Reading, frame: Frame) -> bool:
    """Whether a noun tells an act that its clause puts into the future: "is due to discuss it on a visit on Sunday"."""
    return frame.pattern.noun and not _AHEAD.isdisjoint(reading.words.low[frame.clause[0] : frame.first])


def _by(words: Tokens, verbs: frozenset[int], span: tuple[int, int]) -> bool:
    """Whether an expression of time stands at one of the verbs, or opens the sentence before it."""
    return any(
        0 <= span[0] - words.ends[verb] <= 12 or 0 <= words.starts[verb] - span[1] <= 1 or span[0] == words.starts[0]
        for verb in verbs
    )


def _of_the_saying(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether an expression of time stands with a verb of saying, and dates that alone."""
    if clock.speech:
        return False
    words = reading.words
    for r in reports:
        if r.verb in clock.own or frame.first <= r.verb <= frame.last:
            continue
        start, end = words.starts[r.verb], words.ends[r.verb]
        gapped = not r.listed and not reading.verb[r.verb] and r.speaker.start < r.verb
        if gapped and words.ends[r.speaker.end - 1] < span[0] < words.starts[r.verb]:
            return True  # "…, and Chad, on Thursday, that …"
        dash = not words.low[r.verb][0].isalpha()  # "… on Wednesday - Interior Ministry"
        told = words.low[r.verb + 1 : r.verb + 2] == ["that"] and span[0] > end  # "said that on the 17th it will …"
        if not dash and not told and (0 <= span[0] - end <= 12 or 0 <= start - span[1] <= 1):
            return True
        # "…, the minister said in Oslo on Thursday": from the speaker on, only the saying is dated.
        if r.start == 0 and r.speaker.start > frame.first and span[0] > words.starts[r.speaker.start]:
            return True
    return False


def _of_another(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether an expression of time dates the saying, the next act, or what is asked for, and not this act."""
    words = reading.words
    low = words.low
    if any(
        0 < r.start <= frame.first
        and r.verb < frame.first
        and span[0] < words.starts[r.verb]
        and r.verb not in clock.own
        for r in reports
    ):
        return True  # "On the 20th a news site reported that …"
    if low[frame.group.start] == "having" and span[0] < words.starts[frame.group.start]:
        return True  # "denied on Friday having expelled …"
    following = next((j for j in range(frame.last + 1, len(low)) if words.starts[j] >= span[1]), None)
    if following is None:
        return False
    described = low[frame.group.start - 1] in ("who", "which", "that") and low[frame.group.start - 2] != ","
    if not described and following > frame.last + 1 and reading.verb[following] and not low[following].endswith("ing"):
        return True  # "… and on Thursday launched two missiles"
    before = [j for j in range(frame.last + 1, following) if words.starts[j] < span[0]]
    if clock.speech and any(low[j] == "to" and reading.verb[j + 1] for j in before):
        return True  # "called on them to strike on Monday"
    if clock.speech and any(low[j] in _CHARGE and low[j + 1].endswith("ing") for j in before):
        return True  # "accused them of burning 30 homes in February"
    if (
        frame.last < following
        and any(low[j] in _WILL and "and" in low[frame.last + 1 : j] for j in before)
        and not clock.future
    ):
        return True  # "was charged and will appear in court on Monday"
    said = {r.verb for r in reports}
    return any(j not in said and _reduced(reading, frame, j) for j in before)


def _definite_past(frame: Frame, mention: DateMention, clock: Clock) -> bool:
    """Whether a day is told of an act in the perfect ("have sent two more"), which takes none but "since" one."""
    group = frame.group
    if frame.pattern.noun or group.modal or clock.speech or _PERFECT.isdisjoint(group.auxiliaries):
        return False
    return mention.kind in ("day", "weekday") and not mention.text.lower().startswith("since")


def _reduced(reading: Reading, frame: Frame, j: int) -> bool:
    """Whether the verb at `j` only tells of the noun before it: "two executives arrested in 2019"."""
    low = reading.words.low
    if not reading.verb[j] or j >= frame.clause[1] or frame.pattern.noun:
        return False
    if not (low[j].endswith("ed") or low[j] in _PARTICIPLES) or (
        low[j] in _CARRYING and low[j + 1 : j + 2] == ["with"]
    ):
        return False
    noun = reading.at.get(j - 1)
    return noun is not None and noun.start > frame.group.verb and not noun.pronoun


def _elsewhere(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a relative clause holds either the act or the expression of time, and not the other."""
    words = reading.words
    low = words.low
    if _RELATIVES.isdisjoint(low):
        return False
    date = next((j for j, start in enumerate(words.starts) if start >= span[0]), len(low))
    for j in range(1, len(low) - 1):
        if low[j] not in _RELATIVES:
            continue
        if low[j - 1] == ",":
            close = next((k for k in range(j + 2, len(low)) if low[k] in (",", ".", ";", ":")), len(low))
            if (j <= frame.first < close) != (j <= date < close) and close < len(low) and low[close] == ",":
                return True
        elif low[j - 2] == "," and "," in low[j : frame.first]:
            continue  # "On the 30th Hungary, without whose vote nothing passes, vetoed it"
        elif low[j] in ("whom", "whose") and date < j < frame.first:
            return True  # "froze on Tuesday the assets of 17 people whom it accuses of …"
        elif j < date < frame.first and any(reading.verb[j:date]):
            return True  # "Gunmen who hijacked a bus last Friday released …"
    return False


def _is_deadline(text: str, mention: DateMention, trigger: int, clock: Clock) -> bool:
    """Whether an act done or asked for only names a later day: "promised 400 million by June"."""
    front = text[: mention.start]
    if front[-1:].isspace() and _OUTSIDE.search(front.rstrip()[-_LONGEST:]):
        return True  # "for the second time this month"
    if (
        mention.kind == "month"
        and mention.text.lower().startswith("the ")
        and text[mention.end : mention.end + 1] == " "
    ):
        return True  # "in breach of the September truce"
    word = (front.split() or [""])[-1]
    if word in _LIMITS and mention.start < trigger:
        return True  # "to leave before January 31, and dismissed its claim"
    if mention.start < trigger or (clock.future and not clock.speech) or mention.kind == "range":
        return False
    if text[mention.end : mention.end + 2] in ("’s", "'s"):
        return True  # "called off next week's meeting"
    words = (*front.split()[-1:], mention.text.split()[0])
    return not (_DEADLINES if clock.speech else _BEFORE).isdisjoint(word.lower() for word in words)


def _apart(words: Tokens, one: int, other: int) -> bool:
    """Whether a new statement begins between two places of the sentence."""
    first, last = min(one, other), max(one, other)
    return any(word in _BARRIERS for word, start in zip(words.low, words.starts, strict=True) if first < start < last)
