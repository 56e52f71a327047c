"""What an article has told that a noun or a short clause points back to: "the seizure", "the senators voted", "the talks"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.hinges import Hinges, with_hinges
from summarizer.engines.rules.days.naming import EMPTY, Named
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.edtf import DAY

Days = Sequence[tuple[Sentence, str | None, Hinges]]


class Told(NamedTuple):
    """What an article has told so far: its acts, the last day named, the sentences that name days.

    `days`: each such sentence with the day named before it and what counts from acts in it.
    """

    acts: Sequence[EventDraft]
    anchor: str | None
    days: Days = ()
    published: dt.date | None = None
    number: int = 0  # of the sentence that is read
    later: Sequence[EventDraft] = ()  # the acts that it tells further on, if it has been read before
    coming: Days = ()  # the sentences further on that name days
    since: str | None = None  # what the expression before counts from


class _Part(NamedTuple):
    """Of what an article tells, that before or behind a sentence, the nearest first."""

    acts: Sequence[EventDraft]
    days: Days
    published: dt.date | None


# Words that tell or name one thing though they share no stem.
_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "judgment judgement verdict ruling sentence sentenced sentences convicted convicts jailed jails ruled rules",
        "fire blaze arson burned burnt burn torched set",
        "call conversation telephone telephoned phone phoned spoke talked",
        "launch launched test tested firing fired",
        "clash clashes clashed firefight skirmish battle fighting exchanged fought",
        "raid raided bombing bombed strike struck attack attacked pounded shelling shelled bombardment assault",
        "blast explosion bombing exploded blew bomb",
        "killing killings murder death deaths shooting shot killed murdered stabbed dead",
        "kidnapping abduction kidnapped abducted seized carried vanished disappeared disappearance",
        "meeting session sitting talks summit met sat conferred negotiations shaken",
        "dressing-down reprimand carpeting summons summoned called",
        "closure closing shutdown closed shut sealed",
        "departure exit left pulled departed quit withdrew withdrawal",
        "handover handed surrender surrendered",
        "release freed released let return returned give gave given",
        "arrest arrests detention detained picked custody nabbed held arrested taken",
        "seizure seized boarding boarded impounded captured capture confiscated took taken towed",
        "expulsion expulsions expelled ejected booted dismissal dismissed marching shown unwelcome gratae",
        "recall recalled withdrew",
        "ban embargo banned barred forbade prohibited outlawed",
        "invasion landing crossed invaded landed marched",
        "vote ballot voted approved passed adopted ratified",
        "accusation charge accused blamed alleged",
        "refusal rejection veto refused rejected turned declined vetoed",
        "appeal plea appealed called urged",
        "visit trip visited travelled traveled flew toured",
        "march rally demonstration protest marched rallied demonstrated protested gathered",
        "ramming collision rammed collided hit",
    )
)
# Of each such word, in which of these families it stands.
_FAMILIES_OF = {
    word: frozenset(at for at, family in enumerate(_FAMILIES) if word in family)
    for word in frozenset().union(*_FAMILIES)
}
_NO_FAMILY: frozenset[int] = frozenset()
# What a body does that its own acts tell in other words: "the soldiers struck", "the senators voted".
_ACTS_AT_ALL = frozenset(
    "voted decided ruled acted moved struck sat met spoke came arrived landed left went walked".split()
)
_MEASURES = frozenset(
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
# "ban" and "banned", but not "sent" and "sentence"
_SUFFIX = re.compile(r"\w?(?:ed|ing|ings|ers?)|e?s|d|rs?|e|(?:at)?ions?|ments?|als?|ures?|ance|y|ies|['’]s")
_DEFINITE = frozenset("the that this those its his her their same".split())
_SHARED = 4  # letters that forms of one word begin with
_DAY_KINDS = frozenset(("day", "weekday", "anchored", "relative"))
_ADJECTIVES = 2  # before a noun in apposition
_SUBJECT = 6  # words at the head of a clause
_HEAD = 4
_BESIDE = 3  # words between a noun and its day: "the vote on 14 May"


def meant(named: Named, story: Told, lexicon: Lexicon) -> str | None:
    """The day (EDTF) of what these words point to: of the act told last by them or by what stands for such acts, or of a sentence's."""
    if not named.words:
        return _day_of_actor(named, story)
    told = _among(named, _Part(story.acts[::-1], story.days[::-1], story.published), lexicon)
    if told is None and named.deed is None and named.head in _MEASURES and (named.who or len(named.words) == 1):
        told = _day_of_measure(named, story)
    return told or _among(named, _Part(story.later, story.coming, story.published), lexicon)


def _day_of_measure(named: Named, story: Told) -> str | None:
    """The day of the measure told last, if it is one of those who are named: "hours after the decision", "… N'Djamena's decision"."""
    act = next((act for act in reversed(story.acts) if act.type in _TAKEN), None)
    return _day(act) if act is not None and _by(named, act) else None


def _among(named: Named, told: _Part, lexicon: Lexicon) -> str | None:
    """The day of the first act among these by whose words it is named, or of the first sentence that tells it, or by its type."""
    acts = [act for act in told.acts if _by(named, act)]
    meaning = [act for act in acts if named_by(named.words, act)]
    if meaning:
        return next(filter(None, map(_day, meaning)), None)
    if day := _named_with_day(named, told.days, told.published):
        return day
    senses = {
        (p.type, p.mode)
        for word in named.words
        for patterns, _ in lexicon.anchors.get(word, ())
        for p in patterns
        if p.noun or not p.elements
    }
    meant = (act for act in acts if not senses.isdisjoint(((act.type, act.mode), (act.type, None))))
    return _day(next(meant, None))


def _day(act: EventDraft | None) -> str | None:
    return act.date_edtf if act is not None and act.date_edtf and DAY.fullmatch(act.date_edtf) else None


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
    told = [other for other in _WORD.findall(act.trigger.lower()) if other not in EMPTY]
    return any(_akin(word, other) or _of_family(word, other) for other in told for word in words)


def tells_of(noun: str, text: str) -> bool:
    """Whether a text brings up this noun ("a raid", "held talks", not "after the raid"), or has a verb in the past that tells it."""
    words = _WORD.findall(text.lower())
    if any(word == noun and _DEFINITE.isdisjoint(words[max(at - 2, 0) : at]) for at, word in enumerate(words)):
        return True
    done = (word for word in words if word.endswith("ed") or word in _IRREGULAR)
    return any(_akin(noun, word) or _of_family(noun, word) for word in done)


def _of_family(one: str, other: str) -> bool:
    return not _FAMILIES_OF.get(one, _NO_FAMILY).isdisjoint(_FAMILIES_OF.get(other, _NO_FAMILY))


def _akin(one: str, other: str) -> bool:
    """Whether two words look like forms of one: "seizure" and "seized", "ban" and "banned"."""
    if one[: _SHARED - 1] != other[: _SHARED - 1]:
        return False
    shorter = min(len(one), len(other))
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    if shared == shorter and shared < max(len(one), len(other)):
        return shared >= _SHARED - 1 and _SUFFIX.fullmatch(max(one, other, key=len)[shared:]) is not None
    return shared >= _SHARED - (shared == shorter) and shared >= shorter - 3


def _named_with_day(named: Named, days: Days, published: dt.date | None) -> str | None:
    """The day that a sentence has told of what is named, act or not: "the talks opened on the 3rd", "Monday's vote"."""
    for sentence, anchor, hinges in days:
        for day, words, at in _dated_clauses(sentence.text, anchor, hinges, published):
            if _tells(named, words, at):
                return day
        summed = _day_summed_up(named.head, sentence.text, anchor, published) if named.head is not None else None
        if summed is not None:
            return summed
    return None


def _day_summed_up(noun: str, text: str, anchor: str | None, published: dt.date | None) -> str | None:
    """The last day before a noun that sums up what a sentence told: "… on Monday and drove off 40 cows, a raid that …"."""
    if noun not in text:
        return None
    summed = re.search(rf", an? (?:[\w-]+ ){{0,{_ADJECTIVES}}}{re.escape(noun)}\b", text)
    if summed is None:
        return None
    before = [m for m in find_dates(text) if m.end <= summed.start() and m.kind in _DAY_KINDS]
    day = resolve_date(before[-1].text, published, anchor) if before else None
    return day if day is not None and DAY.fullmatch(day) else None


def _dated_clauses(
    text: str, anchor: str | None, hinges: Hinges, published: dt.date | None
) -> list[tuple[str, list[str], int]]:
    """Each day of a sentence, the words of its clause, and how many of them stand before it."""
    found: list[tuple[str, list[str], int]] = []
    for mention in with_hinges(find_dates(text), hinges):
        if mention.kind not in _DAY_KINDS or _LEADS_ON.search(mention.text):
            continue
        hinge = hinges.get(mention)
        day = hinge.day if hinge else resolve_date(mention.text, published, anchor)
        if day is None or not DAY.fullmatch(day):
            continue
        anchor = day
        marks = [0, *(mark.end() for mark in _CLAUSE.finditer(text, 0, mention.start))]
        front = _WORD.findall(text[marks[-1] : mention.start].lower())
        stop = _CLAUSE.search(text, mention.end + (1 if text[mention.end : mention.end + 1] == "," else 0))
        if stop is not None and _GOES_ON.match(text, stop.start()):
            stop = _CLAUSE.search(text, stop.end())  # "crossed on the 9th and carried off three"
        rest = _WORD.findall(text[mention.end : stop.start() if stop else len(text)].lower())
        found.append((day, [*front, *rest], len(front)))
    return found


def _tells(named: Named, words: list[str], at: int) -> bool:
    """Whether a clause with a day before its word `at` tells what is named: by its verb, at its head or beside the day."""
    done = [word for word in words if word.endswith("ed") or word in _IRREGULAR]
    told = named.deed or named.head
    if told is None:
        return False
    if any(_akin(told, other) or (named.deed is None and _of_family(told, other)) for other in done):
        return True
    if named.deed is not None:
        subjects = [word for word in named.words if word != told]
        if told in _ACTS_AT_ALL and any(_akin(one, other) for one in subjects for other in words[:_SUBJECT]):
            return True
        shared = any(_akin(one, other) for one in subjects for other in words)
        return shared and any(_of_family(told, word) for word in words)
    return any(_akin(told, word) and (j < _HEAD or abs(at - j) <= _BESIDE) for j, word in enumerate(words))
