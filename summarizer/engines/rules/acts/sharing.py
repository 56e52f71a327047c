"""Whose subject a verb shares with an earlier one: in a list of verbs ("closed the bridge, sent soldiers and recalled …"), or with
who is made to speak ("said the men were tourists and demanded their release"). Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING, TEMPORAL, VerbGroup, verb_group
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

# What states and officials do by speaking, and people in their hands don't.
_SPEAKING_OUT = frozenset(
    """demanded demands called calls urged urges condemned condemns denounced rejected accused blamed warned protested appealed asked
    threatened vowed promised offered invited insisted criticised criticized dismissed""".split()
)
_OPENING = tk.RELATIVES | TEMPORAL
_LONG = 25  # tokens of a list of verbs


def listed_with(reading: Reading, group: VerbGroup, comma: int) -> VerbGroup | None:
    """The verb before a comma whose object ends there, where the next verb only goes on: "closed the bridge, sent 200 soldiers and …"."""
    low = reading.words.low
    last = reading.at.get(comma - 1)
    thing = climb(reading, last) if last is not None else None
    if thing is None or not thing.start or group.start != group.verb or not reading.verb[thing.start - 1]:
        return None
    first = verb_group(reading, thing.start - 1)
    if first.infinitive or low[first.verb].endswith("ing") or low[group.verb].endswith("ing"):
        return None
    if low[group.verb + 1 : group.verb + 2] != ["that"] and not any(
        m.start - group.verb in (1, 2) and not m.prep for m in reading.mentions
    ):
        return None  # "arrested two men, wanted in Chad"
    after = range(group.verb + 1, min(group.verb + _LONG, len(low) - 1))
    return first if any(low[j] == "and" and _goes_on(reading, j + 1) for j in after) else None


def _goes_on(reading: Reading, at: int) -> bool:
    at += tk.is_adverb(reading.words.low[at]) and at + 1 < len(reading.verb)
    return reading.verb[at] and not reading.words.low[at].endswith("ing")


def reporter_of(reading: Reading, group: VerbGroup, joint: int, start: int, found: list[Mention]) -> VerbGroup | None:
    """The verb of saying whose subject a verb behind "and" shares, though the clause of what is said lies between.

    That is so where nobody of weight is its subject there, or where it ends a list: "condemned it, announced that …, and invited".
    """
    low = reading.words.low
    said = start - 1 - (low[start - 1] == "that") if start > 1 else 0
    if said <= 0 or not reading.verb[said] or low[said] not in REPORTING or low[group.verb] not in _SPEAKING_OUT:
        return None
    outer = verb_group(reading, said)
    if low[outer.start - 1] == "," and low[joint - 1] == ",":
        return outer
    if group.start != group.verb or any(m.known or m.institution or m.pronoun or m.person for m in found):
        return None
    return None if any(m.sector not in ("CVL", None) for m in found) else outer


def shares_with_teller(reading: Reading, start: int, group: VerbGroup) -> bool:
    """Whether an active verb behind a passive goes on with who tells that: "It said that its men had been hurt and asked Togo to pay"."""
    low = reading.words.low
    if start < 2 or low[start - 1] != "that" or low[start - 2] not in REPORTING or group.auxiliaries:
        return False
    if not any(m.start == group.verb + 1 and not m.prep for m in reading.mentions):
        return False
    verb = next((j for j in range(group.start - 2, start, -1) if reading.verb[j]), None)
    return verb is not None and verb_group(reading, verb).be


def verb_before_aside(reading: Reading, start: int, joint: int) -> VerbGroup | None:
    """The verb behind an aside whose subject a verb after "and" shares: "Chad, which denies it, shut its border and expelled …"."""
    low = reading.words.low
    verb = next((j for j in range(joint - 1, start, -1) if reading.verb[j]), None)
    if verb is None or low[verb].endswith("ing") or not _OPENING.isdisjoint(low[verb:joint]):
        return None
    before = verb_group(reading, verb)
    return before if before.start > start and low[before.start - 1] == "," and not before.infinitive else None
