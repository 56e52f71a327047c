"""What an article has told that a noun or a short clause points back to: "the seizure", "the senators voted", "the talks"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.hinges import Hinges, with_hinges
from summarizer.engines.rules.days.kinship import akin, of_family
from summarizer.engines.rules.days.naming import EMPTY, Named
from summarizer.engines.rules.words.tokens import DETERMINERS, PREPOSITIONS
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.edtf import DAY


@dataclass(slots=True, eq=False)
class Dated:
    """A sentence that names days, with the day named before it and what counts from acts in it."""

    sentence: Sentence
    anchor: str | None
    hinges: Hinges
    published: dt.date | None
    _clauses: list[_Clause] | None = None

    def clauses(self) -> list[_Clause]:
        """Its clauses in which a day stands: later sentences ask for them again and again."""
        if self._clauses is None:
            self._clauses = _dated_clauses(self.sentence.text, self.anchor, self.hinges, self.published)
        return self._clauses


class Told(NamedTuple):
    """What an article has told so far: its acts, the last day named, the sentences that name days."""

    acts: Sequence[EventDraft]
    anchor: str | None
    days: Sequence[Dated] = ()
    published: dt.date | None = None
    number: int = 0  # of the sentence that is read
    since: str | None = None  # what the expression before counts from
    begun: bool = False  # of what lasted several days the first counts, else the last


class _Part(NamedTuple):
    """Of what an article tells, that before or behind a sentence, the nearest first."""

    acts: Sequence[EventDraft]
    days: Sequence[Dated]
    begun: bool


# What a body does that its own acts tell in other words: "the soldiers struck", "the senators voted".
_ACTS_AT_ALL = frozenset(
    "voted decided ruled acted moved struck sat met spoke came arrived landed left went walked".split()
)
MEASURES = frozenset(
    "decision decisions move moves measure measures step steps announcement action actions order decree".split()
)
_TAKEN = frozenset(("SANCTION", "COERCE", "CONCEDE", "RETREAT", "MOBILIZE"))
_IRREGULAR = frozenset(
    "sat met spoke came left went struck shot fought began opened ended fell broke blew sank flew burnt set took sent threw held".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CLAUSE = re.compile(
    r"[.,;:()“”\"–—]|\b(?:and|but|while|when|after|before|that|which|who|whom|whose|said|says|because)\b"
)
_GOES_ON = re.compile(
    r"and (?:\w+ed|took|shot|set|sent|threw|held|struck|fought|left|broke|blew)\b(?! on (?:the )?[A-Z0-9])"
)
_LEADS_ON = re.compile(
    r"\b(?:after|before|of|that|when|into|following|which)\s*$", re.I
)  # what follows is of another day
_DEFINITE = frozenset("the that this those its his her their same".split())
_DAY_KINDS = frozenset(("day", "weekday", "anchored", "relative"))
_TELLING = _DAY_KINDS | {"range"}
_ADJECTIVES = 2  # before a noun in apposition
_SMALL = DETERMINERS | PREPOSITIONS | {"and"}
_MARKS = frozenset(",.;:")
_SUBJECT = 6  # words at the head of a clause
_HEAD = 4
_BESIDE = 3  # words between a noun and its day: "the vote on 14 May"


def meant(named: Named, story: Told, lexicon: Lexicon) -> str | None:
    """The day (EDTF) of what these words point to: of the act told last by them or by what stands for such acts, or of a sentence's."""
    if not named.words:
        return _day_of_actor(named, story)
    told = _among(named, _Part(story.acts[::-1], story.days[::-1], story.begun), lexicon)
    if told is None and named.deed is None and named.head in MEASURES and (named.who or len(named.words) == 1):
        told = _day_of_measure(named, story)
    return told


def _day_of_measure(named: Named, story: Told) -> str | None:
    """The day of the measure told last, if it is one of those who are named: "hours after the decision", "… N'Djamena's decision"."""
    act = next((act for act in reversed(story.acts) if act.type in _TAKEN), None)
    return _day(act, story.begun) if act is not None and _by(named, act) else None


def _among(named: Named, told: _Part, lexicon: Lexicon) -> str | None:
    """The day of the first act among these by whose words it is named, or of the first sentence that tells it, or by its type."""
    acts = [act for act in told.acts if _by(named, act)]
    fitting = [act for act in acts if named_by(named.words, act)]
    done = fitting
    if named.deed is not None:
        done = [act for act in fitting if named_by((named.deed,), act)]
        if not done and (day := _named_with_day(named, told)):
            return day  # "the day before shipments resumed" isn't counted from "halted shipments"
    days = [_day(act, told.begun) for act in done or fitting[:1]]
    if days and days[0]:
        return days[0]
    if day := _named_with_day(named, told) or next(filter(None, days), None):
        return day
    senses = {
        (p.type, p.mode)
        for word in named.words
        for patterns, _ in lexicon.anchors.get(word, ())
        for p in patterns
        if p.noun or not p.elements
    }
    meant = (act for act in acts if not senses.isdisjoint(((act.type, act.mode), (act.type, None))))
    act = next(meant, None)
    return _day(act, told.begun) if act is not None else None


def _day(act: EventDraft, begun: bool) -> str | None:
    """The day of an act, of one that lasted several days the first or the last."""
    return _one_day(act.date_edtf or "", begun)


def _one_day(days: str, begun: bool) -> str | None:
    """A day, or of days on end the first or the last."""
    first, _, last = days.partition("/")
    day = last if last and not begun else first
    return day if DAY.fullmatch(day) else None


def _by(named: Named, act: EventDraft) -> bool:
    """Whether an act may be one of the countries that are named, or done to one where that is told so."""
    sides = (*act.actors, *act.recipients) if named.passive else act.actors
    codes = {party.country for party in sides if party.country}
    return not named.who or not codes or not named.who.isdisjoint(codes)


def _day_of_actor(named: Named, story: Told) -> str | None:
    """The day of what a country did that is all that is named: "two days after Mali"."""
    if not named.who:
        return None
    for act in reversed(story.acts):
        if act.date_edtf and DAY.fullmatch(act.date_edtf) and named.who & {p.country for p in act.actors}:
            return act.date_edtf
    return None


def named_by(words: Sequence[str], act: EventDraft) -> bool:
    """Whether one of the words is a form of one that told the act, or stands for it."""
    return any(akin(word, other) or of_family(word, other) for other in _that_tell(act.trigger) for word in words)


@lru_cache(maxsize=1024)
def _that_tell(trigger: str) -> tuple[str, ...]:
    """The words of a trigger that say what is done."""
    return tuple(word for word in _WORD.findall(trigger.lower()) if word not in EMPTY)


def tells_of(noun: str, text: str) -> bool:
    """Whether a text brings up this noun ("a raid", "held talks", not "after the raid"), or has a verb in the past that tells it."""
    words = _WORD.findall(text.lower())
    if any(word == noun and _DEFINITE.isdisjoint(words[max(at - 2, 0) : at]) for at, word in enumerate(words)):
        return True
    return any(akin(noun, word) or of_family(noun, word) for word in _in_the_past(words))


def _in_the_past(words: Sequence[str]) -> list[str]:
    """Those of some words that look like verbs in the past."""
    return [word for word in words if word.endswith("ed") or word in _IRREGULAR]


def _named_with_day(named: Named, told: _Part) -> str | None:
    """The day that a sentence has told of what is named, act or not: "the talks opened on the 3rd", "Monday's vote"."""
    for dated in told.days:
        for clause in dated.clauses():
            if _tells(named, clause):
                return _one_day(clause.days, told.begun)
        summed = _day_summed_up(named.head, dated) if named.head is not None else None
        if summed is not None:
            return summed
    return None


def _day_summed_up(noun: str, dated: Dated) -> str | None:
    """The last day before a noun that sums up what a sentence told: "… on Monday and drove off 40 cows, a raid that …"."""
    text = dated.sentence.text
    if noun not in text:
        return None
    summed = re.search(rf", an? (?:[\w-]+ ){{0,{_ADJECTIVES}}}{re.escape(noun)}\b", text)
    if summed is None:
        return None
    before = [m for m in find_dates(text) if m.end <= summed.start() and m.kind in _DAY_KINDS]
    day = resolve_date(before[-1].text, dated.published, dated.anchor) if before else None
    return day if day is not None and DAY.fullmatch(day) else None


class _Clause(NamedTuple):
    """A clause with a day or days on end: its words, how many stand before those, the noun before them, maybe with names between.

    `done` are its verbs in the past.
    """

    days: str
    words: list[str]
    at: int
    noun: str | None
    done: list[str]


def _dated_clauses(text: str, anchor: str | None, hinges: Hinges, published: dt.date | None) -> list[_Clause]:
    """The clauses of a sentence in which a day stands."""
    found: list[_Clause] = []
    last = 0  # the character behind the day before
    for mention in with_hinges(find_dates(text), hinges):
        hinge, behind = hinges.get(mention), mention.end
        if mention.kind not in _TELLING:
            continue
        if hinge is not None and hinge.stop > behind:
            behind = hinge.stop  # "was auctioned two days after the verdict"
        elif _LEADS_ON.search(mention.text) and text[behind : behind + 1] not in _MARKS:
            continue
        day = hinge.day if hinge else resolve_date(mention.text, published, anchor)
        if day is None or not _one_day(day, False):
            continue
        if mention.kind != "range":
            anchor = day
        marks = [0, *(mark.end() for mark in _CLAUSE.finditer(text, 0, mention.start))]
        aside = len(marks) > 1 and text[marks[-1] : mention.start] == " " and text[behind : behind + 1] in _MARKS
        opening = marks[-2] if aside and last <= marks[-2] else marks[-1]  # "the session in Tarija, on the 18th, was …"
        front = _WORD.findall(text[opening : mention.start])
        noun = next((word for word in reversed(front) if word.islower() and word not in _SMALL), None)
        last = behind
        stop = _CLAUSE.search(text, behind + (1 if text[behind : behind + 1] == "," else 0))
        if stop is not None and _GOES_ON.match(text, stop.start()):
            stop = _CLAUSE.search(text, stop.end())  # "crossed on the 9th and carried off three"
        rest = _WORD.findall(text[behind : stop.start() if stop else len(text)])
        words = [word.lower() for word in (*front, *rest)]
        found.append(_Clause(day, words, len(front), noun, _in_the_past(words)))
    return found


def _tells(named: Named, clause: _Clause) -> bool:
    """Whether a clause with a day tells what is named: by its verb, at its head or beside the day."""
    words = clause.words
    told = named.deed or named.head
    if told is None:
        return False
    if any(akin(told, other) or (named.deed is None and of_family(told, other)) for other in clause.done):
        return True
    if named.deed is not None:
        subjects = [word for word in named.words if word != told]
        if told in _ACTS_AT_ALL and any(akin(one, other) for one in subjects for other in words[:_SUBJECT]):
            return True
        shared = any(akin(one, other) for one in subjects for other in words)
        return shared and any(of_family(told, word) for word in words)
    if clause.noun is not None and akin(told, clause.noun):
        return True
    return any(akin(told, word) and (j < _HEAD or abs(clause.at - j) <= _BESIDE) for j, word in enumerate(words))
