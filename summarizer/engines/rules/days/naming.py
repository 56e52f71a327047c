"""What stands behind "two days after" and names an act: a noun with what hangs on it, or the words of a short clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import DETERMINERS, MONTHS, PREPOSITIONS, RELATIVES, WEEKDAYS
from summarizer.normalising.date_moving import NUMBERS


class Named(NamedTuple):
    """The words that name an act: all of them, the head noun or what is done, the countries at the head of a clause.

    `verb` is the token of the verb of a clause, `passive` how it is told; `pointed`: "that" or "this" leads in; `begun`: whether its
    beginning is meant or its end, None where neither is told; `stop` is the first token behind it all.
    """

    words: tuple[str, ...] = ()
    verb: int | None = None
    pointed: bool = False
    head: str | None = None
    deed: str | None = None
    who: frozenset[str] = frozenset()
    passive: bool = False
    stop: int = 0
    begun: bool | None = None


EMPTY = frozenset(
    """is was were are be been being has had have did do does came come comes took taken take began begun started made make
    that this these those first second third last latest new alleged earlier same""".split()
)
_BE = frozenset("was were been being is are be".split())
_AUXILIARIES = _BE | {"has", "had", "have", "did", "do", "does", "having", "first", "finally", "at", "last"}
_REPUTED = frozenset(
    "said reported believed thought alleged supposed rumoured understood".split()
)  # "is said to have been struck"
_LIGHT = frozenset(
    "began begun started opened erupted broke came went took ended occurred happened appeared held".split()
)
_BEGINS = frozenset("start beginning outbreak onset began begun started opened erupted broke".split())
_ENDS = frozenset("end close ended closed finished stopped".split())
# Behind "took" as a deed: not "took place", "took office".
_OBJECTS = DETERMINERS | frozenset("it them him her us me".split())
_STOPS = frozenset(',.;:()[]"“”-–—!?…') | {"and", "but", "or"}
_SUBJECTS = frozenset("he she they it we".split())
_STEPS = frozenset(
    "taking coming becoming assuming winning joining".split()
)  # "a week after taking office": a person's, not an act told
_POINTING = frozenset(("that", "this"))
_ARTICLES = frozenset("the its his her their that this".split())
_BEGINNING = frozenset("it he she they we the its his her their a an".split())  # a clause of its own
_LEADING_IN = RELATIVES | frozenset(
    "to and or but as while because after before that when since if where until though".split()
)
_ABOUT = frozenset(("about", "around", "over"))  # before a number
_CALENDAR = MONTHS | WEEKDAYS
_GOING_ON = (PREPOSITIONS - _ABOUT) | DETERMINERS  # behind them a group goes on: "the council of the two countries"
_WORDS = 7  # words after "after" that may name the act
_VERB_TAIL = 2  # words after the verb: "had been handed over"
_REACH = 18  # tokens after "after" in which its own day may stand


def name_act(reading: Reading, start: int) -> Named:
    """What stands after character `start` of the article and may name an act."""
    words = reading.words
    low = words.low
    first = bisect_left(words.starts, start)
    if first >= len(words):
        return Named()
    if low[first] == "without":
        return Named(stop=first)  # "expelled a third the day after without giving a reason"
    after = low[first + 1] if first + 1 < len(words) else "."
    pointed = low[first] in _POINTING
    alone = first + 1 in reading.hits or not after[0].isalpha() or _acts(reading, first + 1)
    if pointed and (alone or after in _BEGINNING):
        return Named(
            pointed=True, stop=first
        )  # "three days after that Lithuania granted …", "two days after that it expelled …"
    if low[first] in _STEPS and after not in DETERMINERS and first + 1 not in reading.hits:
        return Named(stop=first)
    if low[first][0].isdigit() or low[first] in _CALENDAR or after[0].isdigit():
        return Named(stop=min(first + 2, len(words)))  # "on the night of the 21st …", "ahead of Sunday's vote"
    if low[first] in ("it", "them") and not reading.verb[min(first + 1, len(words) - 1)] and after not in _AUXILIARIES:
        return Named(("it",), stop=first)
    named = _at_an_end(_gather(reading, first), low)
    if named.verb is not None and named.deed is not None and _is_main(reading, first, named.verb):
        named = _without_clause(reading, first, named)
    return named._replace(pointed=pointed)


def _at_an_end(named: Named, low: Sequence[str]) -> Named:
    """What is named, told whether its beginning or its end is meant: "the strike began", "the end of the strike"."""
    if named.verb is not None and named.deed is None:
        ahead = low[named.verb : named.verb + _VERB_TAIL + 1]
        return named._replace(begun=_edge(ahead))
    if len(named.words) > 1 and named.words[0] == named.head and named.verb is None:
        begun = _edge(named.words[:1])
        if begun is not None:
            return named._replace(words=named.words[1:], head=named.words[1], begun=begun)
    return named


def _edge(words: Sequence[str]) -> bool | None:
    """Whether one of these tells a beginning, or an end."""
    if not _BEGINS.isdisjoint(words):
        return True
    return None if _ENDS.isdisjoint(words) else False


def _is_main(reading: Reading, first: int, verb: int) -> bool:
    """Whether a verb behind an opening "two days into the strike" is the sentence's own: "… police arrested its leader"."""
    low = reading.words.low
    if any(reading.verb[:first]) or low[first] not in _ARTICLES or reading.verb[first + 1]:
        return False
    if not PREPOSITIONS.isdisjoint(low[first:verb]) or low[verb] in _BE:
        return False
    clear = True  # nothing that leads in another clause since the last comma
    for j in range(verb + 1, len(low)):
        if low[j] == ",":
            clear = True
        elif low[j] in _LEADING_IN:
            clear = False
        elif clear and reading.verb[j] and not reading.verb[j - 1] and low[j - 1] not in _STOPS:
            return False  # "the day after the talks collapsed, Paraguay expelled …"
    return True


def _without_clause(reading: Reading, first: int, named: Named) -> Named:
    """What is named when the verb is the sentence's own and the last noun before it its subject."""
    low = reading.words.low
    verb = named.verb or first
    nouns = tuple(word for word in low[first:verb] if word in named.words)
    if len(nouns) < 2:
        return named
    stop = first + low[first:verb].index(nouns[-1])
    return Named(nouns[:-1], None, False, nouns[0], None, frozenset(), False, stop)


def _gather(reading: Reading, first: int) -> Named:
    """The words from a token on, up to the end of the noun group or clause."""
    low = reading.words.low
    found: list[str] = []
    who: set[str] = set()
    verb: int | None = None
    head: str | None = None
    stop = first
    for j in range(first, min(first + _REACH, len(low))):
        stop = j
        if low[j] in _STOPS or (found and verb is None and low[j] in RELATIVES):
            break
        fresh = bool(found) and verb is None and low[j - 1] not in _GOING_ON
        starts = low[j] in DETERMINERS or low[j][0].isdigit() or (low[j] in NUMBERS and low[j] != "half")
        begins = j in reading.hits or low[j] in _SUBJECTS or (starts and not reading.verb[j - 1])
        if fresh and begins:
            break  # "the morning after the seizure Paraguay summoned …", "the rebels freed …", "300 people marched …": the next clause
        if reading.verb[j] and verb is None:
            verb = j
        if head is None and found and (low[j] in PREPOSITIONS or verb == j):
            head = found[-1]
        if j in reading.hits and verb is None and not found:
            who.update(reading.hits[j].code.split())
        named = j < first + _WORDS and (verb is None or j <= verb + _VERB_TAIL)
        if named and not (
            low[j] in EMPTY or low[j] in NUMBERS or low[j] in DETERMINERS or low[j] in PREPOSITIONS or j in reading.hits
        ):
            found.append(low[j])
    else:
        stop += 1
    if verb is None:
        return Named(
            tuple(found), None, False, head or (found[-1] if found else None), None, frozenset(who), False, stop
        )
    tail = range(verb, min(verb + _VERB_TAIL + 2, stop))
    at = next((j for j in tail if low[j] not in _AUXILIARIES), None)
    if at is not None and low[at] in _REPUTED and low[at + 1 : at + 2] == ["to"]:
        at = next((j for j in range(at + 2, min(at + 6, stop)) if low[j] not in _AUXILIARIES), None)
    deed = low[at] if at is not None else None
    passive = any(low[j] in _BE for j in range(verb, at or verb))
    light = deed in _LIGHT and not (deed == "took" and at is not None and low[at + 1] in _OBJECTS)
    if deed is None or (light and not passive and head is not None):
        return Named(tuple(found), verb, False, head, None, frozenset(who), passive, stop)  # "the mutiny began"
    return Named(
        (*found, deed) if deed not in found else tuple(found), verb, False, None, deed, frozenset(who), passive, stop
    )


def _acts(reading: Reading, j: int) -> bool:
    return reading.verb[j] and not reading.words.low[j].endswith("ing")
