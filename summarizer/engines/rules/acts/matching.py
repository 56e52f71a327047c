"""Whether a pattern fires on a word: its company, its voice, and whether an -ing form tells an act."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.engines.rules.acts.charges import charged_by, charged_with
from summarizer.engines.rules.acts.clauses import VerbGroup, clause_bounds, verb_group
from summarizer.engines.rules.acts.cuelines import Pattern
from summarizer.engines.rules.acts.fronting import fronted_passive, fronted_subject
from summarizer.engines.rules.acts.gerunds import is_deed
from summarizer.engines.rules.acts.reduced import is_reduced
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_REACH = 9
_SEPARABLE = frozenset("in up off out home back away down free over".split())
_GIVEN = frozenset(
    "handed given told asked ordered charged sentenced fined taken released deported jailed expelled detained".split()
)
_TOWARDS = frozenset("against for to over with about".split())
_BEFORE_PARTICLE = frozenset(("on", "yesterday", "today", "the")) | tk.WEEKDAYS | tk.MONTHS
_AFTER_NO = tk.PREPOSITIONS | tk.TIME_WORDS | frozenset("and but or again twice too when as because since".split())
_LATER = frozenset(("later", "after"))
_SPANS = frozenset("a an one two three four five six seven eight nine ten few several some".split())
_AFTER_PARTICLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today again late early".split()
)
_AFTERWARDS = frozenset(("later", "then", "subsequently", "immediately", "promptly"))
_THINGS = frozenset("the a an one two three four five six seven eight nine ten several".split())


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
            passive = self._passive[kind] = _is_passive(self.reading, self.at, kind, self.group)
        return passive


def match_pattern(site: Site, pattern: Pattern, kind: str) -> Frame | None:
    """The act that a pattern reads at a site, or None; `kind` is the kind of form that stands there."""
    reading, i, group, clause = site.reading, site.at, site.group, site.clause
    low = reading.words.low
    charge, passive = (charged_with(reading, i), False) if pattern.noun else (site.charge, site.passive(kind))
    if passive and "swap" in pattern.flags and not group.be:
        passive = False  # "Three died in an attack by rebels"
    if kind == "ing" and not pattern.noun and charge is None and not is_deed(reading, group):
        return None
    if pattern.flags:
        if "must" in pattern.flags and not i:
            return None  # "Should it fail, …"
        if "charged" in pattern.flags and charge is None:
            return None
        if "passive" in pattern.flags and not passive:
            return None
        if "swap" in pattern.flags and "passive" in pattern.flags and not _somebody(reading, group):
            return None  # "The decision was welcomed by Togo"
        if "future" in pattern.flags and group.modal not in ("will", "would", "shall", "'ll"):
            return None
    last = i
    if pattern.noun and pattern.particle:  # "on strike"
        if not i or low[i - 1] != pattern.particle:
            return None
    elif pattern.particle:
        at = _find_particle(low, i, pattern.particle, passive)
        if at < 0 or (pattern.particle == "no" and not _bare_no(low[at + 1 : at + 5])):
            return None
        if at == i + 1:
            last = at
    end, reach = min(clause[1], len(low)), _REACH
    if "far" in pattern.flags:
        end, reach = len(low), 2 * _REACH
    position = last + 1
    for element in pattern.elements:
        found = -1
        if element.never:
            if any(low[j] in element.words for j in range(position, min(position + 6, end))):
                return None
            continue
        if element.gap:
            for j in range(position, min(position + reach, end)):
                if low[j] in element.words and j not in reading.hits:
                    found = j
                    break
        else:
            j = position
            if j < end and low[j] in _BEFORE_PARTICLE and low[j] not in element.words:
                j = date_after(low, j)
            elif pattern.noun and j < end and low[j] == ",":
                j = _after_aside(low, j)
            while (
                j < end
                and (low[j] in tk.DETERMINERS or tk.is_adverb(low[j]) or j in reading.hits)
                and low[j] not in element.words
            ):
                j += 1
            if j < end and low[j] in element.words:
                found = j
        if found < 0:
            if (
                passive
                and element is next(one for one in pattern.elements if not one.never)
                and (
                    _left_has(reading, _passive_start(reading, site), group.start, element.words)
                    or _fronted_has(reading, i, element.words)
                    or _related_has(reading, clause[0], element.words)
                )
            ):
                continue
            return None
        last = max(last, found)
        position = found + 1
    if "due" in pattern.flags and not _set_for_day(low, last, end):
        return None
    return Frame(pattern, group, i, last, passive, clause, charge=charge)


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


def _bare_no(following: list[str]) -> bool:
    """Whether "no" is the whole answer: "said no on Friday", not "said no damage was reported"."""
    if not following or not following[0].isalpha() or following[0] in _AFTER_NO:
        return True
    end = next((j for j, word in enumerate(following) if word in _LATER), 0)
    return (
        end > 1 and following[end - 1] in tk.TIME_WORDS and _SPANS.issuperset(following[: end - 1])
    )  # "no a week later"


def _find_particle(low: list[str], i: int, particle: str, passive: bool) -> int:
    if i + 1 < len(low) and low[i + 1] == particle:
        return i + 1
    if i + 2 < len(low) and low[i + 2] == particle and low[i + 1].endswith("ly") and tk.is_adverb(low[i + 1]):
        return i + 2  # "rounded angrily on"
    # "pulled on 3 May out of Niger"; but "protested on Monday against" is a crowd's as well
    if i + 2 < len(low) and low[i + 1] in _BEFORE_PARTICLE and particle != "against":
        at = date_after(low, i + 1)
        if at > i + 1 and low[at : at + 1] == [particle]:
            return at
    if particle in _SEPARABLE and not passive:
        for j in range(i + 2, min(i + 7, len(low))):
            if low[j] == particle:
                following = low[j + 1] if j + 1 < len(low) else "."
                if (
                    not (following[0].isalnum() and particle in ("in", "over"))
                    or following in tk.PREPOSITIONS
                    or following in _AFTER_PARTICLE
                ):
                    return j
            if low[j] in ",;:" or low[j] == "to":
                break  # "told its citizens to keep off"
    return -1


def date_after(low: list[str], at: int) -> int:
    """The token after the day that begins at `at`, with or without "on"; `at` when none does."""
    day = at + (low[at] == "on")
    if day < len(low) and low[day] in ("yesterday", "today"):
        return day + 1
    end = tk.date_end(low, day) if day < len(low) else day
    return end if end > day else at


def _after_aside(low: list[str], comma: int) -> int:
    """The token after a day between commas, of which the first is this: "the expulsion, on Monday, of two envoys"; `comma` if none."""
    end = date_after(low, comma + 1) if comma + 1 < len(low) else comma
    return end + 1 if comma + 1 < end < len(low) and low[end] == "," else comma


def _left_has(reading: Reading, start: int, end: int, words: frozenset[str]) -> bool:
    return any(reading.words.low[j] in words for j in range(max(start, end - 14), end))


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


def _is_passive(reading: Reading, i: int, kind: str, group: VerbGroup) -> bool:
    if kind not in ("past", "participle", "any"):
        return False
    if group.be:
        return True
    if group.auxiliaries:
        return False
    low = reading.words.low
    if low[group.start - 1] == "found" and group.start > 1 and verb_group(reading, group.start - 1).be:
        return True  # "was found shot"
    joint = group.start - 1 - (low[group.start - 1] in _AFTERWARDS)
    if low[i] in _GIVEN and joint > 0 and low[joint] in ("and", "then") and _shares_passive(reading, joint):
        return True  # "was summoned and handed a note", "were questioned and later released"
    if low[i + 1 : i + 2] == ["again"] and group.start and low[group.start - 1] in ("and", ",", "then"):
        return _shares_passive(reading, group.start - 1)  # "was lifted on the 6th and imposed again on the 8th"
    if causer(reading, group) is not None or _after_passive(reading, group):
        return True
    following = low[i + 1] if i + 1 < len(low) else "."
    if kind == "participle" and _shares_perfect(reading, i, group.start - 1):
        return False  # "has barred 17 people and frozen their assets"
    if kind == "participle" or fronted_passive(reading, i):
        return True
    if following in ("from", "in", "on", "at", "during", "after", "last") and "by" in low[i + 2 : i + 9]:
        agent = next((m for m in reading.mentions if i < m.start <= i + 11 and m.prep == "by"), None)
        between = low[i + 1 : agent.start] if agent else []  # not "protested on Tuesday against sanctions by Poland"
        return agent is not None and (agent.known or agent.party) and _TOWARDS.isdisjoint(between)
    if following == "by":
        return low[i] != "stood" and low[i + 2 : i + 3] not in (["telephone"], ["phone"])
    return is_reduced(reading, i)


def causer(reading: Reading, group: VerbGroup) -> int | None:
    """The token of "had" in "Kenya had the ambassador brought in"; else None."""
    if group.start != group.verb or group.verb < 3:
        return None
    before = reading.at.get(group.verb - 1)
    if before is None or (before.pronoun and before.prep):
        return None
    top = climb(reading, before) if before.prep else before
    if top is None or top.start < 2 or reading.words.low[top.start - 1] not in tk.HAVE or top.stop > group.verb:
        return None
    return top.start - 1


def _shares_passive(reading: Reading, joint: int) -> bool:
    """Whether the verb before "and" is a passive whose auxiliary serves the next verb too."""
    low = reading.words.low
    near = range(joint - 1, max(joint - 16, -1), -1)
    verb = next((j for j in near if reading.verb[j] and not low[j].endswith("ing")), None)
    return verb is not None and verb_group(reading, verb).be


def _passive_start(reading: Reading, site: Site) -> int:
    """Where that begins to which a passive is done: with its clause, or behind the "and" of the passive before."""
    thing = reading.at.get(site.group.verb - 1)
    return thing.start if thing is not None and _after_passive(reading, site.group) else site.clause[0]


def _after_passive(reading: Reading, group: VerbGroup) -> bool:
    """Whether a participle shares the auxiliary of the passive before it: "ten men were arrested and their boats seized"."""
    low, thing = reading.words.low, reading.at.get(group.verb - 1)
    if thing is None or thing.prep or group.start != group.verb or thing.start < 3 or low[thing.start - 1] != "and":
        return False
    if thing.pronoun or thing.hit or any(m.start - group.verb in (1, 2) and not m.prep for m in reading.mentions):
        return False
    return (thing.own or low[thing.start] in _THINGS) and _shares_passive(reading, thing.start - 1)


def _shares_perfect(reading: Reading, i: int, joint: int) -> bool:
    """Whether the verb before "and" (`joint`) is a perfect whose auxiliary serves the next verb too, which has an object."""
    if joint < 0 or reading.words.low[joint] != "and":
        return False
    near = range(joint - 1, max(joint - 16, -1), -1)
    verb = next((j for j in near if reading.verb[j] and not reading.words.low[j].endswith("ing")), None)
    if verb is None:
        return False
    group = verb_group(reading, verb)
    object_ = any(m.start - i in (1, 2) and not m.prep for m in reading.mentions)
    return object_ and not group.be and any(word in tk.HAVE for word in group.auxiliaries)
