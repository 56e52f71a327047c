"""Which expression of time in a sentence dates an act, and what it counts from."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.belonging import apart, goes_on, of_the_saying
from summarizer.engines.rules.days.candidates import Candidate, Search
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.coming import begins_then, makes_known
from summarizer.engines.rules.days.counting import (
    DAYS_APART,
    back_from_next,
    counted_from,
    counted_from_it,
    day_before,
    in_apposition,
    past_day,
    same_month,
    same_weekday,
)
from summarizer.engines.rules.days.hinges import Hinge, holder, with_hinges
from summarizer.engines.rules.days.hours import hours_apart
from summarizer.engines.rules.days.limiting import WHEN, with_hour
from summarizer.engines.rules.days.meanwhile import and_hurt, meanwhile, right_before, without_measures
from summarizer.engines.rules.days.other_verbs import of_its_object
from summarizer.engines.rules.days.overnight import morning_after
from summarizer.engines.rules.days.papers import of_paper
from summarizer.engines.rules.days.parting import governs, left_behind, of_occasion, told_aside
from summarizer.engines.rules.days.presenting import happened_in, presented
from summarizer.engines.rules.days.rejecting import is_of_others
from summarizer.engines.rules.days.setting import and_next_day, set_days
from summarizer.engines.rules.days.sharing import in_brackets
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention, find_dates, resolve_date, shift_back


class Moment(NamedTuple):
    """A date as the text has it, and its EDTF reading, if any."""

    text: str | None = None
    edtf: str | None = None


_NONE = Moment()
_DAY = len("2025-01-31")
_DAY_KINDS = ("day", "weekday", "relative", "anchored")
_WITHIN_DAYS = re.compile(r"within (?!(?:the )?(?:last|past)\b)[^.,;]*\b(?:day|week|month|year)s\b", re.I)
_NOT = re.compile(r"\bnot (?:just )?(?:on )?$", re.I)
_NOT_FAR = len("not just on \n")  # characters
_DAY_BEFORE = re.compile(
    r"\b(?:(?:previous|preceding) (?:day|night|evening|morning|afternoon)|(?:night|evening|afternoon|morning) before)$",
    re.I,
)
_CLAUSE_END = re.compile(r"[.;:]|, and\b|\bthat\b")
_CLEFT = re.compile(r"\W*(?:(?:But|And|Yet) )?(?:It was|Not (?:until|before)|Only)\b[^,;:]{0,25}$", re.I)
_CLEFT_GOES_ON = re.compile(r"(?:, [^,;:.]{3,50},)? (?:that|did|was|were|had|has|have)\b")
_CLEFT_BEFORE = re.compile(r"\W*(?:(?:But|And|Yet) )?It was (?:already )?(?:on )?$")
_BEFORE = " before "
_WAITED = re.compile(r",? (?:before|until)\b")
# What is added to the characters between an act and a day: the nearest wins, but one that announces comes before one outside.
_ANNOUNCED, _LEADING, _OUTSIDE = 100, 150, 260
_FARTHEST = 330


def looks_back(text: str) -> bool:
    """Whether a sentence may tell of "the previous night" or "the day before": a cheap look, for `Clock.near`."""
    low = text.lower()
    return "before" in low or "previous" in low or "preceding" in low


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
        return _NONE
    base = sentence.span.start
    trigger = reading.words.starts[frame.first] - base
    due = set_days(sentence.text, mentions, trigger, clock.published) if "due" in frame.pattern.flags else None
    if due is not None:
        return Moment(*due)
    apart_by_hours = hours_apart(reading, frame, sentence.text, base, mentions, clock)
    if apart_by_hours is not None:
        return Moment(*apart_by_hours)
    clause = reach(reading, frame, base)
    opening = reading.words.starts[0] - base
    moment = _Scan(
        Search(reading, frame, sentence, sentence.text, base, opening, reports, clock, mentions, trigger, clause)
    ).run()
    later = morning_after(reading, frame, sentence, (moment.text, moment.edtf) if moment.text and moment.edtf else None)
    return Moment(*later) if later else moment


class _Scan:
    """Goes through a sentence's expressions of time in order, for later ones count from those before."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.anchor = search.clock.anchor  # the last day named
        self.named = False  # whether the sentence has named it
        self.month: str | None = None
        self.said: dt.date | None = None  # on which day it is told

    def run(self) -> Moment:
        """The moment of the act: the first that is sure, else the best."""
        search = self.search
        best: tuple[float, Moment] | None = None
        for at, mention in enumerate(search.mentions):
            if self._passed_over(mention):
                continue
            hinge = self._hinge(at)
            one = self._read(at, hinge)
            sure = self._counted(at, hinge)
            if sure is not None:
                if sure.text is not None:
                    return sure
                continue
            if one is None or of_its_object(search.reading, search.frame, one.span):
                continue
            if self._surely(one):
                return Moment(mention.text, one.edtf)
            # since when something is so is the day on which it came about
            one = one._replace(edtf=one.edtf.removesuffix("/.."))
            score = None if is_of_others(search, one) else _score(search, one)
            if score is not None and (best is None or score < best[0]):
                days = and_next_day(search.text, search.mentions, at, one.edtf)
                best = (score, Moment(*days) if days else Moment(mention.text, one.edtf))
        return best[1] if best else _NONE

    def _passed_over(self, mention: DateMention) -> bool:
        """Whether an expression dates nothing: of a dateline, negated, or within one that counts from an act."""
        search = self.search
        if mention.start < search.opening or _NOT.search(search.text, max(mention.start - _NOT_FAR, 0), mention.start):
            return True  # "not on the day of the vote but two days after …"
        outer = holder(mention, search.clock.hinges) if search.clock.hinges else None
        if outer is None or outer.end <= search.trigger < mention.end:
            return False
        # "two days after the raid of 3 May", not "the eve of Monday's vote, in which …"
        return not WHEN.match(search.text, mention.end)

    def _hinge(self, at: int) -> Hinge | None:
        clock, mentions = self.search.clock, self.search.mentions
        return clock.hinges.get(mentions[at]) or same_weekday(
            mentions[at], mentions[at + 1 : at + 2], self.search.text, clock
        )

    def _read(self, at: int, hinge: Hinge | None) -> Candidate | None:
        """An expression with its EDTF, from which later ones count; None when it has none, or can date no act."""
        search, clock, mention = self.search, self.search.clock, self.search.mentions[at]
        announced = makes_known(search, mention)
        ahead = (clock.future and not announced) or begins_then(search, mention)
        counted = counted_from(mention, self.month, self.anchor, clock)
        edtf = hinge.day if hinge else resolve_date(mention.text, clock.published, counted, ahead)
        if self.said is not None and ahead and mention.kind == "weekday":
            # "said on Monday that it would close it on Wednesday"
            edtf = resolve_date(mention.text, self.said, counted, ahead)
        self.month = edtf if mention.kind in ("day", "month") and edtf and "/" not in edtf else self.month
        near = self.anchor if self.named else clock.near
        if near is not None and mention.kind == "relative" and _DAY_BEFORE.search(mention.text):
            edtf = resolve_date("the day before", clock.published, near) or edtf
        span = (mention.start + search.base, mention.end + search.base)
        self._go_on(at, edtf, span)
        if not ahead and edtf is not None and _WITHIN_DAYS.match(mention.text):
            return None  # "lifted its ban within four days"
        if edtf is None or mention.kind == "vague" or in_apposition(search.text, search.mentions, at):
            return None
        return Candidate(at, mention, span, edtf, hinge, announced, ahead)

    def _go_on(self, at: int, edtf: str | None, span: tuple[int, int]) -> None:
        """Let later expressions count from this one."""
        search, mention = self.search, self.search.mentions[at]
        limit = mention.text.lower().startswith("within ") and mention not in search.clock.hinges
        if not edtf or limit:
            return  # "demanded it back within a week, and on the Thursday Togo refused"
        if mention.kind in _DAY_KINDS and len(edtf) == _DAY:
            of_saying = of_the_saying(search.reading, search.frame, search.reports, span, search.clock)
            self.said = past_day(mention, search.clock) if of_saying else self.said
            if not (at and of_saying):
                self.anchor, self.named = edtf, True
        elif mention.kind == "month" and not (same_month(self.anchor, edtf) or told_aside(search.text, mention)):
            self.anchor = edtf  # "in May Ghana offered it, and three days later …": nobody can tell which day

    def _counted(self, at: int, hinge: Hinge | None) -> Moment | None:
        """The moment of an act from which, or in whose clause, an expression counts; one without a text if that dates another act."""
        search, clock, mention = self.search, self.search.clock, self.search.mentions[at]
        reading, frame, first = search.reading, search.frame, mention.start == search.opening
        if first and (back := back_from_next(reading, frame, search.mentions, search.base, clock)):
            return Moment(mention.text, back)
        from_it = hinge is not None and counted_from_it(reading, frame, hinge)
        if hinge is not None and from_it and not day_before(search.mentions, at, clock):
            if hinge.since:
                return Moment(mention.text, hinge.since)
            if first:
                return _NONE
        between = DAYS_APART.search(mention.text) if mention.kind == "anchored" else None
        of_clause = hinge is None or from_it or (hinge.verb is not None and frame.first <= hinge.verb)
        if not (between and of_clause and governs(reading, frame, mention.end + search.base)):
            return None
        if of_occasion(reading, frame, mention.end + search.base):
            return _NONE
        # "on Tuesday, four days after its coastguard boarded a ship": counted back from the day before
        edtf = shift_back(mention.text, day_before(search.mentions, at, clock) or clock.anchor)
        return Moment(mention.text, edtf) if edtf is not None else _NONE

    def _surely(self, one: Candidate) -> bool:
        """Whether where an expression stands leaves no doubt that it dates the act."""
        search, mention = self.search, one.mention
        reading, frame = search.reading, search.frame
        if right_before(reading, frame, search.mentions, one.at, search.base):
            return True
        if search.clock.speech and frame.group.modal and said_on(reading, search.clock, one.span):
            return True  # "said on Friday that if they stayed, it would …"
        if in_brackets(reading, frame, search.text, mention, search.base):
            return True
        if one.hinge is not None and _WAITED.match(search.text, mention.end) and _begins_at(search, mention.end):
            return True
        whole = (mention.start, max(mention.end, one.hinge.stop if one.hinge else 0))
        if _cleft(search, whole):
            return True
        return presented(reading, frame, one.span) or happened_in(reading, frame, one.span)


def said_on(reading: Reading, clock: Clock, span: tuple[int, int]) -> bool:
    """Whether an expression stands right beside a verb with which who acts makes the act known."""
    words = reading.words
    return any(0 <= span[0] - words.ends[j] <= 1 or 0 <= words.starts[j] - span[1] <= 1 for j in clock.own)


def _score(search: Search, one: Candidate) -> float | None:
    """How far an expression is from the act; None when it is too far, or a new statement begins between them."""
    reading, frame, mention, span = search.reading, search.frame, one.mention, one.span
    speech, (left, right) = search.clock.speech, search.clause
    start = with_hour(search.text, mention.start)
    inside = left <= start <= right + 1 or _heads_clause(search.text, mention, (left, search.trigger))
    inside = inside or (of_paper(reading, frame, span[0]) if speech else meanwhile(reading, frame, span[0]))
    inside = inside or (not speech and and_hurt(reading, frame))
    lead = mention.start - search.opening < 3 and not left_behind(
        reading, frame, search.mentions[one.at :], search.base
    )
    near = inside or lead or one.announced
    words = reading.words
    if not near and apart(words, span[0], words.starts[frame.first], speech):
        return None
    # "announced on Monday that it would close the mission on 1 June"
    added = _ANNOUNCED if one.announced else 0 if inside else _LEADING if lead else _OUTSIDE
    score = min(abs(mention.start - search.trigger), abs(mention.end - search.trigger)) + added
    return None if not near and score > _FARTHEST and not goes_on(reading, frame) else score


def _begins_at(search: Search, end: int) -> bool:
    """Whether the clause of the act begins shortly behind a character: "let a week go by before it, too, expelled"."""
    verb = bisect_left(search.reading.words.starts, search.base + end)
    return not any(search.reading.verb[verb : search.frame.group.start]) and verb < search.frame.group.start


def _heads_clause(text: str, mention: DateMention, clause: tuple[int, int]) -> bool:
    """Whether an expression stands right before the clause of the act, or this one tells what happened "on 9 May, when …"."""
    left, trigger = clause
    if mention.start < left <= mention.end or text[mention.end : left] in (" ", ", "):
        return True
    when = WHEN.match(text, mention.end)
    return when is not None and when.end() <= trigger and not _CLAUSE_END.search(text, when.end(), trigger)


def _cleft(search: Search, span: tuple[int, int]) -> bool:
    """Whether a sentence puts the day of its act first: "It was on 4 May that Laos …", "Not until Friday did Egypt …"."""
    reading, frame, text = search.reading, search.frame, search.text
    front = text[max(search.opening, 0) : span[0]]
    late = text.startswith(_BEFORE, span[1]) and _CLEFT_BEFORE.match(front) is not None
    if not late and not (_CLEFT_GOES_ON.match(text, span[1]) and _CLEFT.match(front)):
        return False
    after = bisect_left(reading.words.starts, search.base + span[1])
    return after <= frame.group.verb and not any(reading.verb[after : frame.group.verb])
