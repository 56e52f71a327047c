"""Clauses: how far one reaches round a verb, and who its subject is. Token indices, half-open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress

from summarizer.engines.rules.acts.inverting import inverted_auxiliary, negates
from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_HARD = frozenset(";:—–()[]-") | tk.QUOTES
TEMPORAL = frozenset("after before since until as once while when if although though because".split())
REPORTING = frozenset(
    """said says saying say announced announces confirmed confirms claimed claims claim alleged alleges reported reports added
    adds told tells stated states insisted insists warned warns believes believe believed denied denies acknowledged admitted
    revealed showed suggests suggested argued argues declared noted wrote heard knows hopes feared fears""".split()
)
DASHES = frozenset(("–", "—", "-"))
_JOINTS = frozenset(("and", "but", "or", "then", "&"))
FINITE = tk.AUXILIARIES - {"to"}
_OPENS_QUOTE = frozenset(("“", "«", "„", '"'))
_BREAKS = tk.QUOTES | frozenset(";:—")
_VERBAL = tk.BE | tk.HAVE | tk.MODALS | tk.DO | {"got", "get"}
_SUBORDINATE = frozenset(("because", "although", "if", "while", "when", "unless", "whereas"))
# What "that" points to, and what may follow then.
_POINTED = frozenset(
    """offer proposal decision claim demand request plan charge accusation order threat promise ban step move deal agreement attack
    raid incident report invitation appeal idea law ruling verdict suggestion""".split()
)
_IN_ING = frozenset("bring ring fling swing string sling spring sting cling sing".split())
_AFTER_POINTED = tk.PREPOSITIONS | frozenset(
    (".", ",", ";", "and", "but", "when", "yesterday", "today", "too", "again")
)
_CLOSES = frozenset(";:—–(") | tk.RELATIVES | _SUBORDINATE
# No other word can be where a clause begins, or where it ends.
_LEFT_MARKS = _HARD | TEMPORAL | tk.RELATIVES | REPORTING | {","}
_RIGHT_MARKS = _CLOSES | TEMPORAL | _JOINTS | {","}


@dataclass(slots=True)
class VerbGroup:
    """Auxiliaries and adverbs that belong to the verb at `verb`: `start:verb+1`."""

    start: int
    verb: int
    auxiliaries: tuple[str, ...]
    negated: bool
    infinitive: bool

    @property
    def be(self) -> bool:
        """Whether the nearest auxiliary is a form of be (or get)."""
        return bool(self.auxiliaries) and (self.auxiliaries[0] in tk.BE or self.auxiliaries[0] in ("got", "get"))

    @property
    def modal(self) -> str | None:
        """The modal verb, if there is one."""
        return next((word for word in self.auxiliaries if word in tk.MODALS), None)


def verb_group(reading: Reading, verb: int) -> VerbGroup:
    """Walk left over auxiliaries, adverbs, negations and times ("has on Friday not been …")."""
    group = reading.groups.get(verb)
    if group is None:
        group = reading.groups[verb] = _verb_group(reading, verb)
    return group


def _verb_group(reading: Reading, verb: int) -> VerbGroup:
    low = reading.words.low
    found: list[str] = []
    negated = infinitive = False
    start = verb
    j = verb - 1
    while j >= 0:
        word = low[j]
        if word.endswith("n't"):
            negated = True
            found.append({"won't": "will", "can't": "can"}.get(word, word[:-3]))
            start = j
        elif word == "," and start == j + 1 and (aside := _aside(low, j)) >= 0:
            start, j = aside, aside - 1  # "had not, as the market had it, granted …"
            continue
        elif word in ("neither", "nor"):
            negated, start = True, j
        elif word in ("not", "never", "n't", "cannot"):
            negated = True
            if word == "cannot":
                found.append("can")
            start = j
        elif word == "to" and start == j + 1 and not infinitive and not (start == verb and _is_gerund(low[verb])):
            infinitive = True
            start = j
            found.append("to")
            if j and low[j - 1] in ("not",):
                negated, start = True, j - 1
            break
        elif word == "may" and j and reading.words.raw[j] == "May":
            pass  # the month
        elif word in _VERBAL:
            found.append(
                word if word != "'d" else "had" if low[verb][-2:] == "ed" or low[verb] in tk.STRONG_PASTS else "would"
            )
            start = j
        elif tk.is_adverb(word) or (
            (word in tk.TIME_WORDS or word in ("on", "in", "late", "early") or word.isdigit()) and j not in reading.hits
        ):
            pass
        else:
            break
        j -= 1
    turned = None if found else inverted_auxiliary(reading, start)
    if turned is not None:
        found.append(low[turned])
        negated = negated or negates(reading, turned)
    return VerbGroup(start, verb, tuple(found), negated, infinitive)


def _is_gerund(form: str) -> bool:
    return form.endswith("ing") and form not in _IN_ING


def _aside(low: list[str], closing: int) -> int:
    """The comma that opens an aside between auxiliary and verb, or -1."""
    for j in range(closing - 1, max(closing - 11, 0), -1):
        if low[j] == ",":
            return j if low[j - 1] in tk.HAVE or low[j - 1] in tk.BE or low[j - 1] in ("not", "never") else -1
    return -1


def clause_bounds(reading: Reading, verb: int) -> tuple[int, int]:
    """Half-open token range of the clause round a verb, as far as a shallow reading tells."""
    end = reading.ends.get(verb)
    if end is None:
        end = reading.ends[verb] = _clause_end(reading, verb)
    return clause_start(reading, verb), end


def opening_comma(reading: Reading, closing: int) -> int:
    """The comma that opens the aside which the comma at `closing` ends ("X, which …, did"), or -1."""
    low = reading.words.low
    if tk.RELATIVES.isdisjoint(low):
        return -1
    marks = _left_marks(reading)
    quoted = False
    for at in range(bisect_left(marks, closing) - 1, -1, -1):
        j = marks[at]
        if quoted and j > max(closing - 40, 0):
            quoted = low[j] not in _OPENS_QUOTE
            continue
        if _ends_quote(low, j):  # "X, who condemned it as “foul”, asked"
            quoted = True
            continue
        if j <= max(closing - 40, 0) or low[j] in _BREAKS:
            return -1
        if low[j] == "," and (
            (low[j + 2 : j + 3] == ["of"] and low[j + 3 : j + 4] and low[j + 3] in ("whom", "which", "whose"))
            or low[j + 1] in tk.RELATIVES
            or (low[j + 1] in tk.PREPOSITIONS and j + 2 < len(low) and low[j + 2] in tk.RELATIVES)
        ):
            return j
    return -1


def opening_dash(low: list[str], closing: int) -> int:
    """The dash that opens the aside which the one at `closing` ends ("X – tired of waiting – did"), or -1."""
    return next((j for j in range(closing - 2, max(closing - 25, 0), -1) if low[j] == low[closing]), -1)


def _ends_quote(low: list[str], at: int) -> bool:
    """Whether the token ends a quotation that began in the same sentence or before it."""
    return low[at] in ("”", "»") or (low[at] == '"' and low[:at].count('"') % 2 == 1)


def clause_start(reading: Reading, verb: int) -> int:
    """First token of the clause round a verb; asides between commas belong to it."""
    start = reading.starts.get(verb)
    if start is None:
        start = reading.starts[verb] = _clause_start(reading, verb)
    return start


def _clause_start(reading: Reading, verb: int) -> int:
    low = reading.words.low
    comma = -1
    closed = 0
    first = verb - 1
    while first > 0 and (low[first] in tk.AUXILIARIES or tk.is_adverb(low[first])):
        first -= 1
    first += 1
    skip_to = opening_comma(reading, first - 1) if first > 1 and low[first - 1] == "," else -1
    quoted = False
    marks = _left_marks(reading)
    at = bisect_left(marks, skip_to if skip_to > 0 else verb)
    while at > 0:
        at -= 1
        j = marks[at]
        word = low[j]
        if word == "," and j < first - 1 and not quoted and not closed:
            opened = opening_comma(reading, j)
            if opened > 0 and any(reading.verb[opened:j]) and not _restarts(reading, j, verb):
                at = bisect_left(marks, opened)
                continue
        if quoted:
            quoted = word not in _OPENS_QUOTE
            continue
        if _ends_quote(low, j):
            quoted = True
            continue
        if word == ")":
            closed += 1
            continue
        if closed:
            closed -= word == "("
            continue
        if word in DASHES and j == first - 1 and (opened := opening_dash(low, j)) > 0:
            at = bisect_left(marks, opened)
            continue
        if word in _HARD:
            return j + 1
        if word == ",":
            comma = comma if comma > 0 else j
        elif word in TEMPORAL and not (word == "as" and low[j + 1].endswith("ing")):
            if comma == first - 1 and low[j - 1] == "," and _awaits_verb(reading, j - 1):
                continue  # "Chad's army on Monday, as talks were under way, shelled …"
            first_comma = next(
                (t for t in range(j + 2, comma) if low[t] == "," and any(reading.verb[j + 1 : t])), comma
            )
            if comma > 0 and not reading.at.keys().isdisjoint(range(first_comma + 1, verb)):
                return first_comma + 1
            if any(reading.verb[j + 1 : verb]) or not reading.at.keys().isdisjoint(range(j + 1, verb)):
                return j + 1
        elif (word in tk.RELATIVES and not (word == "that" and _points_back(low, j))) or (
            reading.verb[j]
            and word in REPORTING
            and j + 1 < verb
            and low[j + 1] not in (",", ".", "to", "for", "of")
            and not _has_object(reading, j, first - 1)
        ):
            return j + 1
    return 0


def _points_back(low: list[str], that: int) -> bool:
    """Whether "that" at a token stands with a noun: "rejected that proposal on Wednesday", not "said that talks had begun"."""
    return that + 1 < len(low) and low[that + 1] in _POINTED and not _AFTER_POINTED.isdisjoint(low[that + 2 : that + 3])


def _awaits_verb(reading: Reading, comma: int) -> bool:
    """Whether what stands before a comma is a subject whose verb is still to come."""
    low = reading.words.low
    start = next((j + 1 for j in range(comma - 1, -1, -1) if low[j] in _HARD or low[j] in (",", "and")), 0)
    if any(reading.verb[start:comma]) or not FINITE.isdisjoint(low[start:comma]):
        return False
    return any(start <= m.start < comma and not m.prep for m in reading.mentions)


def _has_object(reading: Reading, verb: int, joint: int) -> bool:
    """Whether a verb that may report has but an object before "and": "declared force majeure and called for …"."""
    low = reading.words.low
    if low[joint] != "and" or (verb and (low[verb - 1] == "," or low[verb - 1] in tk.QUOTES)):
        return False  # "The road was shut, said the Gambians and asked …"
    return not any(reading.verb[verb + 1 : joint]) and FINITE.isdisjoint(low[verb + 1 : joint])


def _left_marks(reading: Reading) -> list[int]:
    """The tokens at which a clause may begin, in order."""
    if reading.marks is None:
        low = reading.words.low
        reading.marks = list(compress(range(len(low)), map(_LEFT_MARKS.__contains__, low)))
    return reading.marks


def _restarts(reading: Reading, comma: int, verb: int) -> bool:
    """Whether a group that can be a subject follows the comma before any verb: a new clause begins there."""
    following = next((m for m in reading.mentions if m.start > comma), None)
    return following is not None and following.start < verb and following.start - comma <= 2 and not following.prep


def _clause_end(reading: Reading, verb: int) -> int:
    low, verbs = reading.words.low, reading.verb
    count = len(low)
    if reading.closings is None:
        reading.closings = list(compress(range(count), map(_RIGHT_MARKS.__contains__, low)))
    marks = reading.closings
    told = verbs[verb]  # a clause has a verb: "freight between Chad and Niger resumed" is one
    for j in marks[bisect_right(marks, verb) :]:
        word = low[j]
        if word == "and" and not told and not any(verbs[clause_start(reading, verb) : j]):
            continue
        if word in _CLOSES:
            if word == "that" and _points_back(low, j):
                continue
            return j
        if word in TEMPORAL and _has_verb_soon(reading, j + 1):
            return j
        if word == "," or word in _JOINTS:
            k = j + 1
            while k < count and (low[k] in _JOINTS or tk.is_adverb(low[k])):
                k += 1
            if k < count and verbs[k] and not low[k].endswith("ing"):
                return j
            if told and k < count and _dated_anew(reading, k):
                return j
            mention = next((m for m in reading.mentions if m.start == k), None) if k < count else None
            if mention is not None and mention.stop < count:
                t = past_day(low, mention.stop)
                while t < count and (tk.is_adverb(low[t]) or low[t] in FINITE):
                    t += 1
                if t < count and verbs[t]:
                    return j
                said = past_time(low, mention.stop)
                gapped = word == "," and (said > mention.stop or low[k - 1] == "and") and not mention.prep
                if gapped and said < count and low[said] in ("that", "having"):
                    return j  # "…, and Mozambique, the same day, that it had …"
    return count


def _dated_anew(reading: Reading, at: int) -> bool:
    """Whether another clause begins with its day: "…, and on Tuesday fighting erupted"."""
    low = reading.words.low
    day = past_day(low, at)
    verb = next((j for j in range(day, min(day + 7, len(low))) if reading.verb[j]), day) if day > at else day
    return verb > day and "to" not in low[day:verb] and _RIGHT_MARKS.isdisjoint(low[day:verb])


def past_day(low: list[str], at: int) -> int:
    """The token after the day told from `at` on: "and Minsk on Friday blamed", "and Togo the same day recalled"."""
    day = at + (low[at : at + 1] == ["on"])
    return tk.date_end(low, day) if day < len(low) and tk.date_end(low, day) > day else at


def before_date(low: list[str], at: int) -> int:
    """The token before the day that ends at `at`, led in by "on": "voted on 14 May to recognise"; `at` when none does."""
    first = next((j for j in range(at - 1, max(at - 6, 0), -1) if low[j] == "on"), None)
    return first - 1 if first is not None and past_day(low, first) == at + 1 else at


def _has_verb_soon(reading: Reading, start: int) -> bool:
    return any(reading.verb[start : start + 7])
