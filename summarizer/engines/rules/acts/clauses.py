"""Verb groups, and where the clause round a verb begins. Token indices, half-open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
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
FINITE = tk.AUXILIARIES - {"to"}
_OPENS_QUOTE = frozenset(("“", "«", "„", '"'))
_BREAKS = tk.QUOTES | frozenset(";:—")
_VERBAL = tk.BE | tk.HAVE | tk.MODALS | tk.DO | {"got", "get"}
_NEGATIONS = ("not", "never", "cannot", "neither", "nor")
_NOT_SAID = (",", ".", "to", "for", "of")  # behind a verb that may report and doesn't
_LEADS_IN_TIME = ("on", "in", "late", "early")
_CONTRACTED = {"won't": "will", "can't": "can"}
_IN_ING = frozenset("bring ring fling swing string sling spring sting cling sing".split())
# What "that" points to, and what may follow then.
_POINTED = frozenset(
    """offer proposal decision claim demand request plan charge accusation order threat promise ban step move deal agreement attack
    raid incident report invitation appeal idea law ruling verdict suggestion""".split()
)
_SETTING = frozenset(("at", "under", "during"))
_CONVERSATIONS = frozenset(
    "conversation call meeting speech sitting session letter note raid attack case exchange".split()
)
_SPANS = frozenset("day night morning afternoon evening week month year".split())
_AFTER_POINTED = tk.PREPOSITIONS | frozenset(
    (".", ",", ";", "and", "but", "when", "yesterday", "today", "too", "again")
)
# No other word can be where a clause begins.
_LEFT_MARKS = _HARD | TEMPORAL | tk.RELATIVES | REPORTING | {","}


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
        for word in self.auxiliaries:
            if word in tk.MODALS:
                return word
        return None


def verb_group(reading: Reading, verb: int) -> VerbGroup:
    """Walk left over auxiliaries, adverbs, negations and times ("has on Friday not been …")."""
    group = reading.groups.get(verb)
    if group is None:
        group = reading.groups[verb] = _verb_group(reading, verb)
    return group


def _verb_group(reading: Reading, verb: int) -> VerbGroup:
    words, low = reading.words, reading.words.low
    found: list[str] = []
    negated = infinitive = False
    start = verb
    j = verb - 1
    while j >= 0:
        word = low[j]
        if word.endswith("n't"):
            negated, start = True, j
            found.append(_CONTRACTED.get(word, word[:-3]))
        elif word == "," and start == j + 1 and (aside := _aside(low, j)) >= 0:
            start, j = aside, aside - 1  # "had not, as the market had it, granted …"
            continue
        elif word == "longer" and low[j - 1] == "no" and j:
            negated, start = True, j - 1  # "no longer lets"
            j -= 1
        elif word in _NEGATIONS:
            negated, start = True, j
            if word == "cannot":
                found.append("can")
        elif word == "to" and start == j + 1 and not (start == verb and _is_gerund(low[verb])):
            infinitive, start = True, j
            found.append("to")
            if j and low[j - 1] == "not":
                negated, start = True, j - 1
            break
        elif word in _VERBAL and not _is_may(words, j):
            found.append(word if word != "'d" else _had_or_would(low[verb]))
            start = j
        elif not _stands_between(reading, j):
            break
        j -= 1
    turned = None if found else inverted_auxiliary(reading, start)
    if turned is not None:
        found.append(low[turned])
        negated = negated or negates(reading, turned)
    return VerbGroup(start, verb, tuple(found), negated, infinitive)


def _stands_between(reading: Reading, j: int) -> bool:
    """Whether a word may stand among auxiliaries: an adverb, or one of a time."""
    word = reading.words.low[j]
    if tk.is_adverb(word) or _is_may(reading.words, j):
        return True
    return (word in tk.TIME_WORDS or word in _LEADS_IN_TIME or word.isdigit()) and j not in reading.hits


def _is_may(words: tk.Tokens, j: int) -> bool:
    """Whether a word is the month, not the auxiliary."""
    return j > 0 and words.raw[j] == "May"


def _had_or_would(form: str) -> str:
    """What "'d" stands for before a verb form."""
    return "had" if form[-2:] == "ed" or form in tk.STRONG_PASTS else "would"


def _is_gerund(form: str) -> bool:
    """Whether a verb form is one in -ing, which "to" as a preposition leads in, not "bring"."""
    return form.endswith("ing") and form not in _IN_ING


def _aside(low: list[str], closing: int) -> int:
    """The comma that opens an aside between auxiliary and verb, or -1."""
    for j in range(closing - 1, max(closing - 11, 0), -1):
        if low[j] == ",":
            return j if low[j - 1] in tk.HAVE or low[j - 1] in tk.BE or low[j - 1] in ("not", "never") else -1
    return -1


def clause_start(reading: Reading, verb: int) -> int:
    """First token of the clause round a verb; asides between commas belong to it."""
    start = reading.starts.get(verb)
    if start is None:
        start = reading.starts[verb] = _clause_start(reading, verb)
    return start


def _clause_start(reading: Reading, verb: int) -> int:
    low = reading.words.low
    first = verb - 1
    while first > 0 and (low[first] in tk.AUXILIARIES or tk.is_adverb(low[first])):
        first -= 1
    first += 1
    comma = -1  # the leftmost so far that belongs to no aside
    for j in _outer_marks(reading, verb, first):
        if low[j] in _HARD:
            return j + 1
        if low[j] == ",":
            comma = comma if comma > 0 else j
        elif (start := _opened_by(reading, j, verb, first, comma)) > 0:
            return start
    return 0


def _outer_marks(reading: Reading, verb: int, first: int) -> Iterator[int]:
    """The tokens before a verb at which its clause may begin, from right to left, but for those in asides and quotations.

    `first` is the first token of the verb's group.
    """
    low, marks = reading.words.low, _left_marks(reading)
    closed, quoted = 0, False
    skip_to = opening_comma(reading, first - 1) if first > 1 and low[first - 1] == "," else -1
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
        elif _ends_quote(low, j):
            quoted = True
        elif word == ")":
            closed += 1
        elif closed:
            closed -= word == "("
        elif word in DASHES and j == first - 1 and (opened := opening_dash(low, j)) > 0:
            at = bisect_left(marks, opened)
        else:
            yield j


def _opened_by(reading: Reading, j: int, verb: int, first: int, comma: int) -> int:
    """Where the clause round a verb begins that a conjunction, a relative pronoun or a verb of saying opens; 0 where it opens none.

    `first` is the first token of the verb's group, `comma` one that lies between, or -1.
    """
    low = reading.words.low
    word = low[j]
    if word in TEMPORAL and not (word == "as" and low[j + 1].endswith("ing")):
        return _past_temporal(reading, j, verb, first, comma)
    if word in tk.RELATIVES:
        return 0 if word == "that" and points_back(low, j) else j + 1
    told = reading.verb[j] and word in REPORTING and j + 1 < verb and low[j + 1] not in _NOT_SAID
    return j + 1 if told and not _has_object(reading, j, first - 1) else 0


def _past_temporal(reading: Reading, j: int, verb: int, first: int, comma: int) -> int:
    """Where a clause with a temporal conjunction `j` before it begins: behind that clause's comma, or the conjunction; 0 if neither."""
    low, verbs, at = reading.words.low, reading.verb, reading.at.keys()
    if low[j] == "since" and low[first - 1] != "," and past_time(low, j + 1) >= first:
        return 0  # "held since 4 May were freed"
    if comma == first - 1 and low[j - 1] == "," and _awaits_verb(reading, j - 1):
        return 0  # "Chad's army on Monday, as talks were under way, shelled …"
    if comma > 0:
        first_comma = next((t for t in range(j + 2, comma) if low[t] == "," and any(verbs[j + 1 : t])), comma)
        if not at.isdisjoint(range(first_comma + 1, verb)):
            return first_comma + 1
    return j + 1 if any(verbs[j + 1 : verb]) or not at.isdisjoint(range(j + 1, verb)) else 0


def points_back(low: list[str], that: int) -> bool:
    """Whether "that" at a token stands with a noun: "rejected that proposal on Wednesday", not "said that talks had begun"."""
    if that and low[that - 1] in _SETTING:
        return True  # "promised at that table to"
    if that and low[that - 1] == "in" and low[that + 1 : that + 2] and low[that + 1] in _CONVERSATIONS:
        return True
    if that + 2 < len(low) and low[that + 1] in _SPANS:  # "Nauru that day urged", not "a law that day labourers oppose"
        after = low[that + 2]
        return after in tk.AUXILIARIES or after in tk.STRONG_PASTS or after.endswith("ed") or after in _AFTER_POINTED
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


def _restarts(reading: Reading, comma: int, verb: int) -> bool:
    """Whether a group that can be a subject follows the comma before any verb: a new clause begins there."""
    following = next((m for m in reading.mentions if m.start > comma), None)
    return following is not None and following.start < verb and following.start - comma <= 2 and not following.prep


def opening_comma(reading: Reading, closing: int) -> int:
    """The comma that opens the aside which the comma at `closing` ends ("X, which …, did"), or -1."""
    low = reading.words.low
    if tk.RELATIVES.isdisjoint(reading.words.forms):
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


def _left_marks(reading: Reading) -> list[int]:
    """The tokens at which a clause may begin, in order."""
    if reading.marks is None:
        low = reading.words.low
        reading.marks = list(compress(range(len(low)), map(_LEFT_MARKS.__contains__, low)))
    return reading.marks
