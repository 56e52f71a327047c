"""Days counted from an act told before: "two days after the seizure", "on the eve of the vote", "within hours of his recall"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS
from summarizer.normalising.date_moving import NUMBERS, move
from summarizer.normalising.dates import DateMention
from summarizer.normalising.edtf import DAY


class Hinge(NamedTuple):
    """The EDTF day that an expression gives, and the token of the verb in the clause that it counts from, if it is a clause."""

    day: str
    verb: int | None


class Told(NamedTuple):
    """What an article has told so far: its acts, and the last day named."""

    acts: Sequence[EventDraft]
    anchor: str | None


class _Named(NamedTuple):
    words: tuple[str, ...] = ()
    verb: int | None = None
    pointed: bool = False  # "that vote"


Hinges = Mapping[DateMention, Hinge]
NONE: Hinges = MappingProxyType({})

_HINGE = re.compile(
    r"\b(?:(?:only|just|exactly|barely) )?(?P<count>\d{1,2}|[a-z]+) (?P<unit>day|night|week|fortnight|month)s?(?: to the day)? "
    r"(?P<way>after|before|ahead of|following|into)\b"
    r"|\b(?:on )?the (?P<part>day|night|morning|afternoon|evening) (?P<side>after|before|following|of)\b"
    r"|\b(?:on )?the (?:very |same |very same )?(?P<when>day|night|morning|afternoon|evening) (?:that|when|on which)\b"
    r"|\bon (?P<whose>its|their|his|her|the) (?P<nth>second|third|fourth|fifth|sixth|seventh) day\b(?: of\b)?"
    r"|\b(?:on )?the eve of\b"
    r"|\bwithin (?:the |an )?(?:hours?|minutes|days?) of\b",
    re.I,
)
# The words of time that stand in each of them, and what then follows.
_UNITS = frozenset(
    "day night week fortnight month days nights weeks fortnights months morning afternoon evening eve hour hours minutes".split()
)
_WAYS = frozenset("after before ahead following into of that when on".split())
_NTH = {
    name: at for at, name in enumerate("second third fourth fifth sixth seventh".split(), 1)
}  # days after the first
_BACK = frozenset(("before", "ahead of"))
_STOPS = frozenset(',.;:()[]"“”-–—!?…') | {"and", "but", "or"}
_EMPTY = frozenset(
    """is was are were be been being has had have did do does came come comes took taken take began begun started made make
    that this these those first second third last latest new alleged earlier same""".split()
)
# Nouns that share no stem with the verbs that tell such an act.
_STANDS_FOR = {
    noun: tuple(verbs.split())
    for nouns, verbs in (
        (
            "judgment judgement verdict ruling",
            "sentenced sentences sentence convicted convicts jailed jails ruled rules",
        ),
        ("fire blaze arson", "burned burnt burn torched set"),
        ("call conversation", "telephone telephoned phone phoned spoke talked"),
    )
    for noun in nouns.split()
}
_POINTING = frozenset(("that", "this"))
_CALENDAR = MONTHS | WEEKDAYS
_WORDS = 7  # words after "after" that may name the act
_VERB_TAIL = 2  # words after the verb: "had been handed over"
_WORD = re.compile(r"[^\W\d_]+")
_SHARED = 4  # letters that forms of one word begin with


def counts_from_acts(low: Sequence[str]) -> bool:
    """Whether a sentence of these words may have such an expression: a cheap look before `find_hinges`."""
    return not _UNITS.isdisjoint(low) and any(
        (word in _UNITS and way in _WAYS) or (way == "day" and word in _NTH) for word, way in pairwise(low)
    )


def find_hinges(reading: Reading, sentence: Sentence, story: Told, lexicon: Lexicon) -> Hinges:
    """The expressions of time in a sentence that count from an act told before it, each with its day."""
    found: dict[DateMention, Hinge] = {}
    for hinge in _HINGE.finditer(sentence.text):
        shift = _shift(hinge)
        if shift is None:
            continue
        named = _named(reading, sentence.span.start + hinge.end())
        owned = hinge["nth"] is not None and not hinge.group().endswith("of")
        act = None if owned else _meant(named.words, story.acts, lexicon)
        going = (
            owned or hinge["way"] == "into"
        )  # what the story is at: "On its second day", "two days into the exercise"
        since = act.date_edtf if act is not None else story.anchor if named.pointed or going else None
        day = move(since, *shift)
        if day is not None:
            mention = DateMention(hinge.start(), hinge.end(), hinge.group(), "anchored")
            found[mention] = Hinge(day, named.verb)
    return found


def with_hinges(mentions: tuple[DateMention, ...], hinges: Hinges) -> tuple[DateMention, ...]:
    """The expressions of time of a sentence in order, those that count from an act in the place of what they overlap."""
    if not hinges:
        return mentions
    rest = [m for m in mentions if not any(m.start < hinge.end and hinge.start < m.end for hinge in hinges)]
    return tuple(sorted((*rest, *hinges), key=lambda mention: mention.start))


def _shift(hinge: re.Match[str]) -> tuple[int, str] | None:
    """How far the day lies from that of the act, and the unit; None for a number that isn't known."""
    if hinge["unit"]:
        name = hinge["count"].lower()
        count = int(name) if name.isdigit() else NUMBERS.get(name)
        if name == "the" and hinge["unit"] in ("day", "night", "week"):
            count = 1
        if count is None:
            return None
        return (-count if hinge["way"].lower() in _BACK else count), hinge["unit"].lower()
    if hinge["nth"]:
        return _NTH[hinge["nth"].lower()], "day"
    if hinge["when"]:
        return 0, "day"
    if hinge["part"]:
        side = hinge["side"].lower()
        return (0 if side == "of" else -1 if side == "before" else 1), "day"
    return (-1 if "eve" in hinge.group().lower().split() else 0), "day"


def _named(reading: Reading, start: int) -> _Named:
    """What stands after character `start` and may name an act: a noun with what hangs on it, or the words of a short clause."""
    words = reading.words
    low = words.low
    first = bisect_left(words.starts, start)
    if first + 1 >= len(words):
        return _Named()
    pointed = low[first] in _POINTING
    if pointed and (first + 1 in reading.hits or _acts(reading, first + 1) or not low[first + 1][0].isalpha()):
        return _Named()  # "three days after that Lithuania granted …"
    if low[first][0].isdigit() or low[first] in _CALENDAR or low[first + 1][0].isdigit():
        return _Named()  # "on the night of the 21st …"
    found: list[str] = []
    verb: int | None = None
    for j in range(first, min(first + _WORDS, len(words))):
        if low[j] in _STOPS or (verb is not None and j > verb + _VERB_TAIL):
            break
        if found and j in reading.hits and verb is None and low[j - 1] not in PREPOSITIONS:
            break  # "the morning after the seizure Paraguay summoned …": the act of the next clause
        if reading.verb[j] and verb is None:
            verb = j
        if not (low[j] in _EMPTY or low[j] in DETERMINERS or low[j] in PREPOSITIONS or j in reading.hits):
            found.append(low[j])
    return _Named(tuple(found), verb, pointed)


def _acts(reading: Reading, j: int) -> bool:
    return reading.verb[j] and not reading.words.low[j].endswith("ing")


def _meant(words: Sequence[str], told: Sequence[EventDraft], lexicon: Lexicon) -> EventDraft | None:
    """The act told last that these words name: by the words that told it, or by one that stands for such acts."""
    act = next((act for act in reversed(told) if _says(words, act)), None)
    if act is None:
        senses = {
            (p.type, p.mode)
            for word in words
            for patterns, _ in lexicon.anchors.get(word, ())
            for p in patterns
            if p.noun or not p.elements
        }
        act = next((act for act in reversed(told) if (act.type, act.mode) in senses), None)
    return act if act is not None and act.date_edtf and DAY.fullmatch(act.date_edtf) else None


def _says(words: Sequence[str], act: EventDraft) -> bool:
    """Whether one of the words is a form of one that told the act."""
    told = [other for other in _WORD.findall(act.trigger.lower()) if other not in _EMPTY]
    return any(_akin(word, other) or other in _STANDS_FOR.get(word, ()) for other in told for word in words)


def _akin(one: str, other: str) -> bool:
    """Whether two words look like forms of one: "seizure" and "seized", "ban" and "banned"."""
    if one[: _SHARED - 1] != other[: _SHARED - 1]:
        return False
    shorter = min(len(one), len(other))
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return shared >= (_SHARED if shared < shorter else _SHARED - 1) and shared >= shorter - 3
