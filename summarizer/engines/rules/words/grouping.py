"""Noun groups of a sentence: where each begins and ends, and whom its words name. Token indices, half-open."""

from __future__ import annotations

import re
from itertools import compress
from operator import ne

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.grouped import add_group, lead_in
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.kinds import (
    ADVERB,
    CLOSED,
    COUNT,
    DATED,
    ENDS,
    FIGURE,
    GOES,
    HEAD,
    LEAD,
    MANY,
    OPENS,
    PLAIN,
    STOP,
)
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.engines.rules.words.openers import LANDS, OPENERS, begins
from summarizer.engines.rules.words.tokens import date_end
from summarizer.normalising.actors import NameHit

_REGIONS = frozenset("central eastern western northern southern latin".split())
# "in northern Cyprus"
_PARTS = _REGIONS | frozenset("neighbouring neighboring far upper lower mainland occupied".split())
_HOUSES = frozenset(
    "center centre ministry department commission committee agency house office organization institute union".split()
)
_APART = frozenset(("later", "earlier", "before", "after", "ago"))
_HALVES = frozenset(("a.m.", "p.m.", "a.m", "p.m", "am", "pm"))
_CLOCK = re.compile(r"\d{1,2}(?::\d\d|(?:[.:]\d\d)?[ap]m)")
_MANY = (["million"], ["billion"], ["thousand"], ["tonnes"], ["tons"])
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_ARTICLES = frozenset(("the", "that", "this"))  # a date may begin with them


def group_words(reading: Reading, covered: dict[int, int]) -> None:
    """Find the noun groups; `covered` maps each further token of a name to its first."""
    low, kinds = reading.words.low, reading.kinds
    named = _find_names(reading, covered)
    marks = _mark_tokens(reading, covered)
    at = 0  # what comes before it has been read
    for i in [i for i, mark in enumerate(marks) if not mark & CLOSED]:
        if i < at:
            continue
        if not marks[i] & (PLAIN | OPENS):
            at = _no_group(reading, i)
            if at > i:
                continue
        prep = lead_in(low, i) if i and kinds[i - 1] & LEAD else ""
        at = _group_end(reading, i, prep, marks, covered)
        add_group(reading, (i, at), prep, covered, named)


def _find_names(reading: Reading, covered: dict[int, int]) -> tuple[bytearray, bytearray]:
    """For each token whether it names somebody (a name, a capital, a party's noun), and whether it is a party's noun alone."""
    raw, low = reading.words.raw, reading.words.low
    naming = bytearray([kind & HEAD for kind in reading.kinds])
    roles = naming.copy()
    for t in covered:
        roles[t] = 0
    for t in reading.hits:
        roles[t] = 0
    for t in compress(range(len(low)), map(ne, raw, low)):
        if raw[t][0].isupper():
            naming[t] = HEAD
    for t in reading.hits:
        naming[t] = HEAD
    return naming, roles


def _mark_tokens(reading: Reading, covered: dict[int, int]) -> list[int]:
    """The kinds of the tokens as they stand here: CLOSED begins no group, GOES surely goes on with one, ENDS surely ends it."""
    kinds = reading.kinds
    marks = kinds.copy()
    for t in compress(range(len(marks)), reading.verb):
        marks[t] = marks[t] & ~GOES | CLOSED | ENDS
    for t in [t for t, kind in enumerate(kinds) if kind & DATED]:
        if t:
            marks[t - 1] &= ~OPENS
    for t in covered:
        marks[t] &= ~(GOES | ENDS)
    for t in reading.hits:
        marks[t] &= ~(GOES | CLOSED | ENDS)
    return marks


def _group_end(reading: Reading, i: int, prep: str, marks: list[int], covered: dict[int, int]) -> int:
    """Where the noun group ends that begins at `i` behind a preposition (or "")."""
    low, hits = reading.words.low, reading.hits
    lead = prep in OPENERS
    end = _clock_end(low, i) if marks[i] & FIGURE else len(low)
    for j in range(i + 1, end):
        mark = marks[j]
        if mark & COUNT and low[j + 2 : j + 3] and low[j + 2] in _APART and j - 1 in hits:
            return j  # "Malawi two days later"
        if mark & GOES and not lead:
            continue
        if mark & ENDS:
            return j
        if j in hits or j in covered:
            if prep and j in hits and hits[j].kind in LANDS and _bare(reading.words, j, hits, covered):
                return j  # "Two days into the exercise Latvia …"
        elif (lead and mark & (HEAD | MANY) and begins(reading, j, covered)) or (
            not mark & GOES and not _goes_on(reading, j, mark)
        ):
            return j
    return end


def _goes_on(reading: Reading, j: int, mark: int) -> bool:
    """Whether a group goes on with the word at `j`, which its `mark` leaves open."""
    words, word = reading.words, reading.words.low[j]
    if not word[0].isalnum():
        return word in ("'s", "&") or _possessive(words, j)
    if word == "and" and _joins(words, j, reading.hits):
        return True
    if mark & (CLOSED | STOP) or (word.isdigit() and _is_sum(words, j)):
        return False
    return not (mark & ADVERB and word.endswith("ly") and _before_verb(reading, j))  # "China firmly opposes"


def _no_group(reading: Reading, i: int) -> int:
    """Where to read on after a word that begins no group of several words, for which it may stand alone; `i` when it does."""
    words, verbs, hits, kinds = reading.words, reading.verb, reading.hits, reading.kinds
    low, count = words.low, len(words.low)
    word = low[i]
    if word in _ARTICLES or word in ("a", "an"):
        return _past_date(reading, i)
    if not word[0].isalnum() and i not in hits:
        return i + 1
    if word == "no" and low[i + 1 : i + 2] == ["longer"]:
        return i + 2  # "Chad no longer sells"
    if word.endswith(("self", "selves")) and i and (i - 1) in reading.at and not reading.at[i - 1].pronoun:
        return i + 1  # "the candidate himself"
    alone = word in ("both", "all") and _before_verb(reading, i) and not lead_in(low, i)
    if alone or (word in tk.PRONOUNS and i not in hits):
        mention = Mention(i, i + 1, pronoun=True, party=True, prep=lead_in(low, i), stop=i + 1)
        reading.mentions.append(mention)
        reading.at[i] = mention
        return i + 1
    if i not in hits and (
        (word in tk.PREDICATES and i + 1 < count and low[i + 1] in ("to", "for"))
        or (word.endswith("ly") and tk.is_adverb(word) and i + 1 < count and verbs[i + 1])
        or (kinds[i] & STOP and word not in tk.DETERMINERS)
    ):
        return i + 1
    return _past_date(reading, i)


def _before_verb(reading: Reading, i: int) -> bool:
    """Whether a verb or auxiliary stands right behind a word."""
    low = reading.words.low
    return i + 1 < len(low) and (reading.verb[i + 1] or low[i + 1] in tk.AUXILIARIES)


def _past_date(reading: Reading, i: int) -> int:
    """Where the date ends that begins at `i` and before a name or party; `i` when none does."""
    words, hits, kinds = reading.words, reading.hits, reading.kinds
    low, count = words.low, len(words.low)
    word = low[i]
    if kinds[i] & DATED or (word in _ARTICLES and i + 1 < count and kinds[i + 1] & DATED):
        after = date_end(low, i)
        if i < after < count and (words.raw[after][0].isupper() or kinds[after] & HEAD):
            return after  # "On 11 October Copenhagen …", "On the 22nd prosecutors …"
        if i < after < count and i and _unled_date(reading, i, after):
            return after
    if word in ("that", "this") and i + 1 in hits and hits[i + 1].kind in LANDS:
        return i + 1  # "Three days after that Lithuania …"
    return i


def _unled_date(reading: Reading, i: int, after: int) -> bool:
    """Whether a day's number stands without a preposition before a verb, "that" or a determiner: "Honduras the 4th declared that"."""
    low = reading.words.low
    if low[i - 1] in tk.PREPOSITIONS or low[after - 1] not in _ENDINGS:
        return False
    return reading.verb[after] or low[after] == "that" or low[after] in tk.DETERMINERS


def _clock_end(low: list[str], i: int) -> int:
    """Where a group ends that begins with a figure: behind a time of day ("At 6 p.m. Niger …", "6pm", "10:30"), else open."""
    if low[i + 1 : i + 2] and low[i + 1] in _HALVES:
        return i + 2
    return i + 1 if _CLOCK.fullmatch(low[i]) is not None else len(low)


def _is_sum(words: tk.Tokens, j: int) -> bool:
    """Whether a number behind a common noun begins what is given to it: "lent the two countries 400 million dollars"."""
    before = words.raw[j - 1]
    return words.low[j + 1 : j + 2] in _MANY and before[0].islower() and before.endswith("s")


def _possessive(words: tk.Tokens, j: int) -> bool:
    """Whether an apostrophe at `j` is the mark of a plural's possession: "the workers’ union"."""
    low = words.low
    return (
        low[j] in ("'", "’")
        and j + 1 < len(low)
        and low[j - 1].endswith("s")
        and low[j + 1][0].isalpha()
        and words.starts[j] == words.ends[j - 1]
    )


def _bare(words: tk.Tokens, j: int, hits: dict[int, NameHit], covered: dict[int, int]) -> bool:
    """Whether a common noun that names nobody stands before the country at `j`, and a verb may follow."""
    before = words.low[j - 1]
    return (
        j + 1 < len(words)
        and words.low[j + 1] not in ("'s", "'", "-")
        and (j - 1) not in hits
        and (j - 1) not in covered
        and before.isalpha()
        and not words.raw[j - 1][0].isupper()
        and before not in tk.DETERMINERS
        and before not in _PARTS
        and before not in load_heads().sectors
        and words.raw[j].isalpha()
    )


def _joins(words: tk.Tokens, j: int, hits: dict[int, NameHit]) -> bool:
    """Whether "and" at `j` stands inside one name: "Central and Eastern …", "the Spiritual and Cultural Center"."""
    low, raw = words.low, words.raw
    if low[j] != "and" or j + 1 >= len(low) or (j - 1) in hits or (j + 1) in hits:
        return False
    if low[j - 1] in _REGIONS and low[j + 1] in _REGIONS:
        return True
    return (
        j + 2 < len(low)
        and all(raw[t][0].isupper() for t in (j - 1, j + 1, j + 2))
        and low[j + 2] in _HOUSES
        and low[j - 1] not in load_heads().sectors
    )
