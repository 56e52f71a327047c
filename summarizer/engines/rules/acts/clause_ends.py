"""Where the clause round a verb ends, and with its start how far it reaches. Token indices, half-open."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress

from summarizer.engines.rules.acts.clauses import FINITE, TEMPORAL, clause_start, points_back
from summarizer.engines.rules.acts.interposed_days import past_day
from summarizer.engines.rules.acts.reduced import own_verb
from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_JOINTS = frozenset(("and", "but", "or", "then", "&"))
_SUBORDINATE = frozenset(("because", "although", "if", "while", "when", "unless", "whereas"))
_CLOSES = frozenset(";:—–(") | tk.RELATIVES | _SUBORDINATE
_MARKS = _CLOSES | TEMPORAL | _JOINTS | {","}  # no other word can be where a clause ends
_SOON = 7  # tokens


def clause_bounds(reading: Reading, verb: int) -> tuple[int, int]:
    """Half-open token range of the clause round a verb, as far as a shallow reading tells."""
    end = reading.ends.get(verb)
    if end is None:
        end = reading.ends[verb] = _clause_end(reading, verb)
    return clause_start(reading, verb), end


def _clause_end(reading: Reading, verb: int) -> int:
    low, verbs = reading.words.low, reading.verb
    described = own_verb(reading, verb)
    if described is not None:
        return described
    if reading.closings is None:
        reading.closings = list(compress(range(len(low)), map(_MARKS.__contains__, low)))
    marks = reading.closings
    told = verbs[verb]  # a clause has a verb: "freight between Chad and Niger resumed" is one
    for j in marks[bisect_right(marks, verb) :]:
        word = low[j]
        if word == "and" and not told and not any(verbs[clause_start(reading, verb) : j]):
            continue
        if word in _CLOSES:
            if word == "that" and points_back(low, j):
                continue
            return j
        if word in TEMPORAL and _has_verb_soon(reading, j + 1):
            return j
        if (word == "," or word in _JOINTS) and _clause_follows(reading, j, told):
            return j
    return len(low)


def _clause_follows(reading: Reading, joint: int, told: bool) -> bool:
    """Whether another clause begins behind a comma or conjunction; `told`: the one before has its verb."""
    low, verbs = reading.words.low, reading.verb
    count, k = len(low), joint + 1
    while k < count and (low[k] in _JOINTS or tk.is_adverb(low[k])):
        k += 1
    if k >= count:
        return False
    if (verbs[k] and not low[k].endswith("ing")) or (told and _dated_anew(reading, k)):
        return True
    mention = next((m for m in reading.mentions if m.start == k), None)
    if mention is None or mention.stop >= count:
        return False
    return _acts_next(reading, mention) or (low[joint] == "," and _leaves_out_saying(low, mention, k))


def _acts_next(reading: Reading, mention: Mention) -> bool:
    """Whether a verb follows a group, but for a day, auxiliaries and adverbs: "and Minsk on Friday blamed"."""
    low = reading.words.low
    t = past_day(low, mention.stop)
    while t < len(low) and (tk.is_adverb(low[t]) or low[t] in FINITE):
        t += 1
    return t < len(low) and reading.verb[t]


def _leaves_out_saying(low: list[str], mention: Mention, first: int) -> bool:
    """Whether who says something follows a comma without his verb: "…, and Mozambique, the same day, that it had …"."""
    if mention.prep:
        return False
    said = past_time(low, mention.stop)
    led = said > mention.stop or low[first - 1] == "and"
    return led and said < len(low) and low[said] in ("that", "having")


def _dated_anew(reading: Reading, at: int) -> bool:
    """Whether another clause begins with its day: "…, and on Tuesday fighting erupted"."""
    low = reading.words.low
    day = past_day(low, at)
    verb = next((j for j in range(day, min(day + 7, len(low))) if reading.verb[j]), day) if day > at else day
    return verb > day and "to" not in low[day:verb] and _MARKS.isdisjoint(low[day:verb])


def _has_verb_soon(reading: Reading, start: int) -> bool:
    """Whether a verb follows closely: "after talks had ended", not "after the talks"."""
    return any(reading.verb[start : start + _SOON])
