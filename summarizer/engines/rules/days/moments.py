"""Which expression of time in a sentence dates an act, and what it counts from."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.belonging import (
    Clock,
    apart,
    definite_past,
    elsewhere,
    goes_on,
    of_another,
    of_its_object,
    of_paper,
    of_the_saying,
    of_the_verb_before,
)
from summarizer.engines.rules.days.counting import (
    DAYS_APART,
    back_from_next,
    counted_from,
    counted_from_it,
    day_before,
    past_day,
    same_month,
    same_weekday,
    to_come,
)
from summarizer.engines.rules.days.hinges import holder, with_hinges
from summarizer.engines.rules.days.limiting import WHEN, is_deadline, is_set, with_hour
from summarizer.engines.rules.days.meanwhile import and_hurt, meanwhile, right_before, without_measures
from summarizer.engines.rules.days.parting import (
    after_colon,
    decided_then,
    governs,
    in_aside,
    in_clause_before,
    in_opening_clause,
    left_behind,
    of_its_occasion,
    of_occasion,
    of_others_too,
    of_the_harm,
    of_the_pluperfect,
    of_the_promised,
    of_what_led_to_it,
    told_aside,
)
from summarizer.engines.rules.days.presenting import fronts, happened_in, presented
from summarizer.engines.rules.days.setting import and_next_day, set_days
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention, find_dates, resolve_date, shift_back


class Moment(NamedTuple):
    """A date as the text has it, and its EDTF reading, if any."""

    text: str | None = None
    edtf: str | None = None


_AUDIENCE = 60  # characters
_OPENING = frozenset((",", ";", ":", "that", "who", "which", "“", '"'))
_CALL = 6  # words: "called a 48-hour shutdown"
_PRESENT = frozenset(("meet", "begin"))
_CALLED = frozenset("called calls calling announced ordered".split())
_AHEAD = frozenset("will would due scheduled expected".split())
_DAY = len("2025-01-31")
_NOT = re.compile(r"\bnot (?:just )?(?:on )?$", re.I)
_DAY_BEFORE = re.compile(
    r"\b(?:previous (?:day|night|evening|morning|afternoon)|(?:night|evening|afternoon|morning) before)$", re.I
)
_DAY_BEFORE_WORDS = ("previous", "before")  # one of them stands in it
_CLAUSE_END = re.compile(r"[.;:]|, and\b|\bthat\b")
_FROM = re.compile(r"\bfrom (?:midnight|noon|dawn)? ?(?:on )?$", re.I)
_CLEFT = re.compile(r"\W*(?:(?:But|And|Yet) )?(?:It was|Not until|Only)\b[^,;:]{0,25}$", re.I)
_CLEFT_GOES_ON = re.compile(r" (?:that|did|was|were|had|has|have)\b")


def looks_back(text: str) -> bool:
    """Whether a sentence may tell of "the previous night" or "the day before": a cheap look, for `Clock.near`."""
    low = text.lower()
    return any(word in low for word in _DAY_BEFORE_WORDS)


def reach(reading: Reading, frame: Frame, base: int) -> tuple[int, int]:
    """Character range of the clause within the sentence."""
    words = reading.words
    start = min(frame.clause[0], frame.group.start, frame.first)
    end = max(frame.clause[1], frame.last + 1)
    return words.starts[start] - base, words.ends[min(end, len(words)) - 1] - base


def find_moment(reading: Reading, frame: Frame, sentence: Sentence, reports: list[Report], clock: Clock) -> Moment:
    """The expression of time that belongs to the act; one that only dates the saying, or another act, doesn't."""
    mentions = with_hinges(find_dates(sentence.text), clock.hinges)
    if len(mentions) > 1:
        mentions = without_measures(mentions, clock.hinges, sentence.text)
    if not mentions:
        return Moment()
    base = sentence.span.start
    words = reading.words
    trigger = words.starts[frame.first] - base
    due = set_days(sentence.text, mentions, trigger, clock.published) if "due" in frame.pattern.flags else None
    if due is not None:
        return Moment(*due)
    left, right = reach(reading, frame, base)
    opening = words.starts[0] - base
    anchor = clock.anchor
    month: str | None = None
    best: tuple[float, Moment] | None = None
    said: dt.date | None = None  # on which day it is told
    for at, mention in enumerate(mentions):
        if mention.start < opening:
            continue  # a dateline dates nothing
        if _NOT.search(sentence.text, 0, mention.start):
            continue  # "not on the day of the vote but two days after …"
        outer = holder(mention, clock.hinges) if clock.hinges else None
        if outer is not None and not outer.end <= trigger < mention.end and not WHEN.match(sentence.text, mention.end):
            continue  # "two days after the raid of 3 May", not "the eve of Monday's vote, in which …"
        span = (mention.start + base, mention.end + base)
        announced = _by(reading, clock, span) or decided_then(sentence.text, mention)
        ahead = (clock.future and not announced) or _begins(reading, sentence.text, mention, frame, reports)
        hinged = clock.hinges.get(mention) or same_weekday(mention, mentions[at + 1 : at + 2], sentence.text, clock)
        counted = counted_from(mention, month, anchor, clock)
        edtf = hinged.day if hinged else resolve_date(mention.text, clock.published, counted, ahead)
        if (
            said is not None and ahead and mention.kind == "weekday"
        ):  # "said on Monday that it would close it on Wednesday"
            edtf = resolve_date(mention.text, said, counted, ahead)
        month = edtf if mention.kind in ("day", "month") and edtf and "/" not in edtf else month
        near = anchor if anchor != clock.anchor else clock.near
        if near is not None and mention.kind == "relative" and _DAY_BEFORE.search(mention.text):
            edtf = resolve_date("the day before", clock.published, near) or edtf
        if mention.kind in ("day", "weekday", "relative", "anchored") and edtf and len(edtf) == _DAY:
            of_saying = of_the_saying(reading, frame, reports, span, clock)
            said = past_day(mention, clock) if of_saying else said
            anchor = anchor if at and of_saying else edtf
        elif mention.kind == "month" and edtf and not (same_month(anchor, edtf) or told_aside(sentence.text, mention)):
            anchor = edtf  # "in May Ghana offered it, and three days later …": nobody can tell which day
        if mention.start == opening and (back := back_from_next(reading, frame, mentions, base, clock)):
            return Moment(mention.text, back)
        from_it = hinged is not None and counted_from_it(reading, frame, hinged)
        if hinged is not None and from_it and not day_before(mentions, at, clock):
            if hinged.since:
                return Moment(mention.text, hinged.since)
            if mention.start == opening:
                continue
        between = DAYS_APART.search(mention.text) if mention.kind == "anchored" else None
        of_clause = hinged is None or from_it or (hinged.verb is not None and frame.first <= hinged.verb)
        if between and of_clause and governs(reading, frame, mention.end + base):
            if of_occasion(reading, frame, mention.end + base):
                continue
            # "on Tuesday, four days after its coastguard boarded a ship": counted back from the day before
            edtf = shift_back(mention.text, day_before(mentions, at, clock) or clock.anchor)
            if edtf is not None:
                return Moment(mention.text, edtf)
            continue
        if edtf is None or mention.kind == "vague" or _in_apposition(sentence.text, mentions, at):
            continue
        if of_its_object(reading, frame, span):
            continue
        if right_before(reading, frame, mentions, at, base):
            return Moment(mention.text, edtf)
        whole = (mention.start, max(mention.end, hinged.stop if hinged else 0))
        if (
            _cleft(reading, frame, sentence.text, whole)
            or presented(reading, frame, span)
            or happened_in(reading, frame, span)
        ):
            return Moment(mention.text, edtf)
        if edtf.endswith("/.."):
            edtf = edtf[:-3]  # since when something is so is the day on which it came about
        early = mention.start < trigger or (mention.kind == "anchored" and not clock.speech)
        if early and not ahead and not clock.future and to_come(edtf, clock):
            continue  # "Before the court rules on 3 June, Ghana seized …"
        inner = frame.pattern.noun and "inner" in frame.pattern.flags
        if (frame.charge is not None or inner) and mention.start < trigger:
            continue  # "on Monday accused them of having …" dates the charge, "on Monday turned down a plea" the refusal
        if of_the_saying(reading, frame, reports, span, clock) or of_another(reading, frame, reports, span, clock):
            continue
        if definite_past(frame, mention, clock) and not announced:
            continue
        if clock.speech and not clock.future and mention.start > trigger and of_the_promised(reading, frame, mention):
            continue
        if of_the_pluperfect(reading, frame, span[0]) or (
            clock.speech and of_the_harm(sentence.text, mention, trigger)
        ):
            continue
        if in_opening_clause(reading, frame, span) or of_others_too(reading, frame, span[0]):
            continue
        if of_its_occasion(reading, sentence, mention, trigger):
            continue
        if mention.start > trigger and not clock.future and is_set(sentence.text, mention):
            continue
        if of_what_led_to_it(reading, frame, span[1]) or (mention.start < trigger and in_aside(reading, frame, span)):
            continue
        if clock.speech and in_clause_before(reading, frame, span):
            continue
        if elsewhere(reading, frame, span, clock.speech) or is_deadline(sentence.text, mention, trigger, clock):
            continue
        if trigger < mention.start and after_colon(reading, frame, span):
            continue  # "asked it to explain a second thing: since Wednesday the site has been down"
        others = [mention, *(m for m in mentions[at + 1 :] if not is_set(sentence.text, m))]
        if of_the_verb_before(reading, frame, others, (base, right)):
            continue
        distance = min(abs(mention.start - trigger), abs(mention.end - trigger))
        heads = _heads_clause(sentence.text, mention, (left, trigger))
        start = with_hour(sentence.text, mention.start)
        inside = left <= start <= right + 1 or heads or (clock.speech and of_paper(reading, frame, span[0]))
        inside = inside or (not clock.speech and (meanwhile(reading, frame, span[0]) or and_hurt(reading, frame)))
        lead = mention.start - opening < 3 and not left_behind(reading, frame, mentions[at:], base)
        if not inside and not lead and not announced and apart(words, span[0], words.starts[frame.first], clock.speech):
            continue
        # "announced on Monday that it would close the mission on 1 June"
        score = distance + (100 if announced else 0 if inside else 150 if lead else 260)
        if not inside and not lead and not announced and score > 330 and not goes_on(reading, frame):
            continue
        if best is None or score < best[0]:
            days = and_next_day(sentence.text, mentions, at, edtf)
            best = (score, Moment(*days) if days else Moment(mention.text, edtf))
    return best[1] if best else Moment()


def _heads_clause(text: str, mention: DateMention, clause: tuple[int, int]) -> bool:
    """Whether an expression stands right before the clause of the act, or this one tells what happened "on 9 May, when …"."""
    left, trigger = clause
    if mention.start < left <= mention.end or text[mention.end : left] in (" ", ", "):
        return True
    when = WHEN.match(text, mention.end)
    return when is not None and when.end() <= trigger and not _CLAUSE_END.search(text, when.end(), trigger)


def _in_apposition(text: str, mentions: tuple[DateMention, ...], at: int) -> bool:
    """Whether an expression only says of the day before it how it lies to another: "on the 21st, a week after the expulsion, …"."""
    if not at or mentions[at].kind != "anchored" or DAYS_APART.search(mentions[at].text) is None:
        return False
    return mentions[at - 1].kind in ("day", "weekday") and text[mentions[at - 1].end : mentions[at].start] == ", "


def _begins(reading: Reading, text: str, mention: DateMention, frame: Frame, reports: list[Report]) -> bool:
    """Whether a day is to come: "pulls the plug from January", "called a shutdown from Sunday", "flies on to Rome on Friday"."""
    verb = reading.words.low[frame.group.verb]
    if mention.kind not in ("day", "weekday", "month") or frame.group.auxiliaries:
        return False
    if frame.pattern.noun:
        clause = min(frame.clause[0], max(frame.first - _CALL, 0))
        called = not _CALLED.isdisjoint(reading.words.low[clause : frame.first])
        return called and _FROM.search(text, 0, mention.start) is not None
    if text.startswith(":", mention.end):
        return False  # "Monday: Thailand closes a border post": a chronicle
    present = (verb.endswith("s") and not verb.endswith("ss")) or verb in _PRESENT
    if mention.start + reading.words.starts[0] < reading.words.starts[frame.group.start] and goes_on(reading, frame):
        return False  # "spoke on Wednesday of bullying and wants them to meet"
    if present and mention.kind == "weekday" and not any(r.start <= frame.first < r.end for r in reports):
        return not _in_participle(reading, frame, mention.start + reading.words.starts[0])
    return (present or verb == "called") and _FROM.search(text, 0, mention.start) is not None


def _in_participle(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a day from character `start` on closes what describes a subject: "Chad's protest, delivered on Tuesday, accuses …"."""
    words = reading.words
    date = bisect_left(words.starts, start)
    after = bisect_left(words.starts, words.ends[date] + 1)
    closed = any(words.low[j] == "," for j in range(date, min(after + 2, frame.group.start)))
    return closed and date < frame.group.start and reading.verb[date - 1] and words.low[date - 1].endswith("ed")


def lies_ahead(reading: Reading, frame: Frame) -> bool:
    """Whether a noun tells an act that its clause puts into the future: "is due to discuss it on a visit on Sunday"."""
    return frame.pattern.noun and not _AHEAD.isdisjoint(reading.words.low[frame.clause[0] : frame.first])


def _by(reading: Reading, clock: Clock, span: tuple[int, int]) -> bool:
    """Whether an expression of time stands at a verb that makes the act known, or opens the sentence before it."""
    words = reading.words
    return any(
        0 <= span[0] - words.ends[verb] <= 12
        or 0 <= words.starts[verb] - span[1] <= 1
        or span[0] == words.starts[0]
        or fronts(reading, verb, span)
        or _with(reading, verb, span[0])
        for verb in clock.own
    )


def _with(reading: Reading, verb: int, start: int) -> bool:
    """Whether nothing but an audience or a place stands between a verb and a date: "told a news conference in Oslo on Monday"."""
    words = reading.words
    if not 0 < start - words.ends[verb] <= _AUDIENCE:
        return False
    for j in range(verb + 1, len(words)):
        if words.starts[j] >= start:
            return True
        if reading.verb[j] or words.low[j] in _OPENING:
            return False
    return False


def _cleft(reading: Reading, frame: Frame, text: str, span: tuple[int, int]) -> bool:
    """Whether a sentence puts the day of its act first: "It was on 4 May that Laos …", "Not until Friday did Egypt …"."""
    if not _CLEFT_GOES_ON.match(text, span[1]) or not _CLEFT.match(text[: span[0]]):
        return False
    after = bisect_left(reading.words.starts, reading.words.starts[0] + span[1])
    return after <= frame.group.verb and not any(reading.verb[after : frame.group.verb])
