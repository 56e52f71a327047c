"""Whether a pattern fires on a word: by its flags, its particle and its company."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.engines.rules.acts.charges import charged_by, charged_with
from summarizer.engines.rules.acts.clause_ends import clause_bounds
from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.acts.cuelines import Pattern
from summarizer.engines.rules.acts.fronting import fronted_subject
from summarizer.engines.rules.acts.gerunds import is_deed
from summarizer.engines.rules.acts.interposed_days import after_aside, date_after
from summarizer.engines.rules.acts.particles import BEFORE_PARTICLE, find_particle, is_bare_no
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.acts.voice import is_passive, passive_start
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.kinds import COUNT, FIGURE
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_REACH = 9
_NEVER_WITHIN = 6
_WILL = ("will", "would", "shall", "'ll")


@dataclass(slots=True)
class Frame:
    """An act as the words put it: the pattern that fired and its parties before any is resolved.

    `first:last+1` are the tokens of the trigger; `clause` is the half-open range of the clause; `charge` is the verb that
    charges somebody with the act.
    """

    pattern: Pattern
    group: VerbGroup
    first: int
    last: int
    passive: bool
    clause: tuple[int, int]
    actors: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    fallback: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    charge: int | None = None


class Site:
    """A word that may set off patterns, and what is the same for all of them: its verb group, its clause, who is charged."""

    __slots__ = ("_passive", "at", "charge", "clause", "group", "reading")

    def __init__(self, reading: Reading, at: int) -> None:
        self.reading, self.at = reading, at
        self.group, self.clause = verb_group(reading, at), clause_bounds(reading, at)
        self.charge = charged_by(reading, self.group)
        self._passive: dict[str, bool] = {}

    def passive(self, kind: str) -> bool:
        """Whether a form of this kind is a passive here."""
        passive = self._passive.get(kind)
        if passive is None:
            passive = self._passive[kind] = is_passive(self.reading, self.at, kind, self.group)
        return passive


def match_pattern(site: Site, pattern: Pattern, kind: str) -> Frame | None:
    """The act that a pattern reads at a site, or None; `kind` is the kind of form that stands there."""
    reading, flags = site.reading, pattern.flags
    low = reading.words.low
    charge, passive = (charged_with(reading, site.at), False) if pattern.noun else (site.charge, site.passive(kind))
    if passive and "swap" in flags and not site.group.be:
        passive = False  # "Three died in an attack by rebels"
    if kind == "ing" and not pattern.noun and charge is None and not is_deed(reading, site.group):
        return None
    if flags and not _suits(site, flags, passive, charge):
        return None
    last = _with_particle(site, pattern, passive)
    if last < 0:
        return None
    end = len(low) if "far" in flags else min(site.clause[1], len(low))
    last = _with_company(site, pattern, last, end, passive)
    if last < 0 or ("due" in flags and not _set_for_day(low, last, end)):
        return None
    return Frame(pattern, site.group, site.at, last, passive, site.clause, charge=charge)


def _suits(site: Site, flags: frozenset[str], passive: bool, charge: int | None) -> bool:
    """Whether voice, modal and place are such as a pattern's flags ask for."""
    if "must" in flags and not site.at:
        return False  # "Should it fail, …"
    if "charged" in flags and charge is None:
        return False
    if "passive" in flags:
        if not passive:
            return False
        if "swap" in flags and not _somebody(site.reading, site.group):
            return False  # "The decision was welcomed by Togo"
    return "future" not in flags or site.group.modal in _WILL


def _with_particle(site: Site, pattern: Pattern, passive: bool) -> int:
    """The last token of the word and a particle right behind it; -1 where the pattern's particle is missing."""
    low, at, particle = site.reading.words.low, site.at, pattern.particle
    if not particle:
        return at
    if pattern.noun:  # "on strike"
        return at if at and low[at - 1] == particle else -1
    found = find_particle(low, at, particle, passive)
    if found < 0 or (particle == "no" and not is_bare_no(low[found + 1 : found + 5])):
        return -1
    return found if found == at + 1 else at


def _with_company(site: Site, pattern: Pattern, last: int, end: int, passive: bool) -> int:
    """The last token of the words that a pattern wants behind `last` and before `end`; -1 where one of them is missing.

    The first may be what a passive is done to, and stand before it: "The envoy was called in".
    """
    reading, low = site.reading, site.reading.words.low
    reach = 2 * _REACH if "far" in pattern.flags else _REACH
    position, before = last + 1, passive
    for element in pattern.elements:
        if element.never:
            if any(low[j] in element.words for j in range(position, min(position + _NEVER_WITHIN, end))):
                return -1
            continue
        if element.gap:
            stop = min(position + reach, end)
            found = _within(reading, element.words, position, stop)
            if found < 0 and "," in low[position:stop]:
                found = _behind_name(reading, element.words, position, end)
        else:
            found = _next(reading, element.words, (position, end), pattern.noun)
        if found >= 0:
            last, position = last if found in reading.hits else max(last, found), found + 1
        elif not before or not _undergoer_has(site, element.words):
            return -1
        before = False
    return last


def _within(reading: Reading, words: frozenset[str], start: int, end: int) -> int:
    """The first token of a stretch that is one of some words and no name; -1 where there is none."""
    low, raw = reading.words.low, reading.words.raw
    for j in range(start, end):
        if low[j] in words and j not in reading.hits and raw[j] != "March":  # "has held them since March"
            return j
        if j in reading.hits and "person" in words and are_people(reading, j):
            return j
    return -1


def are_people(reading: Reading, j: int) -> bool:
    """Whether the name of a country at token `j` stands for people of it: "two Moldovans", "a Togolese", no "Greek ports"."""
    group = reading.at.get(j)
    if group is None or group.end != j + 1 or group.end - group.start < 2 or reading.hits[j].kind != "demonym":
        return False
    return bool(reading.kinds[group.start] & (FIGURE | COUNT)) or reading.words.low[group.start] in ("a", "an")


def _behind_name(reading: Reading, words: frozenset[str], start: int, end: int) -> int:
    """The same behind a name set between commas: "handed the high commissioner, Chola Mutale, a note"; -1 where there is none."""
    low, raw = reading.words.low, reading.words.raw
    first = low.index(",", start)
    second = next((j for j in range(first + 1, min(first + 5, end)) if low[j] == ","), -1)
    if second < first + 2 or not all(raw[j][0].isupper() for j in range(first + 1, second)):
        return -1
    return _within(reading, words, second + 1, min(second + 1 + _REACH // 2, end))


def _next(reading: Reading, words: frozenset[str], part: tuple[int, int], noun: bool) -> int:
    """The token of one of some words that follows at once, but for a day, determiners, adverbs and names; -1 where none does."""
    low = reading.words.low
    j, end = part
    if j < end and low[j] in BEFORE_PARTICLE and low[j] not in words:
        j = date_after(low, j)
    elif noun and j < end and low[j] == ",":
        j = after_aside(low, j)
    while j < end and low[j] not in words:
        if not (low[j] in tk.DETERMINERS or tk.is_adverb(low[j]) or j in reading.hits):
            return -1
        j += 1
    return j if j < end else -1


def _undergoer_has(site: Site, words: frozenset[str]) -> bool:
    """Whether what a passive is done to has one of some words, before the verb, behind its participle or before "who"."""
    reading, group = site.reading, site.group
    return (
        _left_has(reading, passive_start(reading, group, site.clause[0]), group.start, words)
        or _fronted_has(reading, site.at, words)
        or _related_has(reading, site.clause[0], words)
    )


def _somebody(reading: Reading, group: VerbGroup) -> bool:
    """Whether the subject of a passive can be somebody, or is open: not "the decision"."""
    raw, subject = reading.words.raw, subject_of(reading, group)
    return not subject or any(
        m.role or m.person or m.pronoun or m.end - 1 in reading.hits or raw[m.end - 1][0].isupper() for m in subject
    )


def _set_for_day(low: list[str], at: int, end: int) -> bool:
    """Whether "for" leads in a day, at a token or after it: "called a march on the town hall for Saturday"."""
    days = range(at, end - 1)
    return any(low[j] == "for" and (low[j + 1] == "tomorrow" or tk.date_end(low, j + 1) > j + 1) for j in days)


def _left_has(reading: Reading, start: int, end: int, words: frozenset[str]) -> bool:
    """Whether the words before a passive have one of some words: "The envoy was called in"."""
    low, hits = reading.words.low, reading.hits
    people = "person" in words
    return any(
        low[j] in words or (people and j in hits and are_people(reading, j)) for j in range(max(start, end - 14), end)
    )


def _related_has(reading: Reading, start: int, words: frozenset[str]) -> bool:
    """Whether who a relative clause from `start` on tells of has one of some words: "the envoy, who was called in on Friday"."""
    low = reading.words.low
    if start < 2 or low[start - 1] not in ("who", "which", "that"):
        return False
    noun = reading.at.get(start - 2 - (low[start - 2] == ","))
    top = climb(reading, noun) or noun if noun is not None else None
    return top is not None and any(low[j] in words for j in range(top.start, top.stop))


def _fronted_has(reading: Reading, i: int, words: frozenset[str]) -> bool:
    """Whether the subject that follows a participle's clause has one of some words: "Called in on Friday, the envoy …"."""
    subject = fronted_subject(reading, i) if i == 0 else None
    return subject is not None and any(reading.words.low[j] in words for j in range(subject.start, subject.stop))
