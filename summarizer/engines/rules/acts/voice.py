"""Whether a verb form that may be a passive is one, by its own auxiliary or by an earlier verb's. Token indices."""

from __future__ import annotations

from itertools import pairwise

from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.acts.fronting import fronted_passive
from summarizer.engines.rules.acts.reduced import is_reduced
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading, climb

_KINDS = ("past", "participle", "any")
_GIVEN = frozenset(
    "handed given told asked ordered charged sentenced fined taken released deported jailed expelled detained".split()
)
_AFTERWARDS = frozenset(("later", "then", "subsequently", "immediately", "promptly"))
_TOWARDS = frozenset("against for to over with about".split())
_WHOSE = frozenset(("'s", "’s"))
_THINGS = frozenset("the a an one two three four five six seven eight nine ten several".split())


def is_passive(reading: Reading, at: int, kind: str, group: VerbGroup) -> bool:
    """Whether a form of this kind, the verb of its group, is a passive."""
    if kind not in _KINDS:
        return False
    if group.be:
        return True
    if group.auxiliaries:
        return False
    if _shares_be(reading, at, group):
        return True
    low = reading.words.low
    if low[at + 1 : at + 2] == ["again"] and group.start and low[group.start - 1] in ("and", ",", "then"):
        return _shares_passive(reading, group.start - 1)  # "was lifted on the 6th and imposed again on the 8th"
    if causer(reading, group) is not None or _after_passive(reading, group):
        return True
    if kind == "participle":
        return not _shares_perfect(reading, at, group.start - 1)  # "has barred 17 people and frozen their assets"
    return fronted_passive(reading, at) or _has_agent(reading, at)


def passive_start(reading: Reading, group: VerbGroup, clause: int) -> int:
    """Where that begins to which a passive is done: with its clause, or behind the "and" of the passive before."""
    thing = reading.at.get(group.verb - 1)
    return thing.start if thing is not None and _after_passive(reading, group) else clause


def _shares_be(reading: Reading, at: int, group: VerbGroup) -> bool:
    """Whether an earlier verb lends its "was": "was found shot", "was summoned and handed a note", "were questioned and later released"."""
    low, before = reading.words.low, group.start - 1
    if low[before] == "found" and before > 0 and verb_group(reading, before).be:
        return True
    joint = before - (low[before] in _AFTERWARDS)
    return low[at] in _GIVEN and joint > 0 and low[joint] in ("and", "then") and _shares_passive(reading, joint)


def _has_agent(reading: Reading, at: int) -> bool:
    """Whether "by" leads in who does what a bare form says: "shot by rebels", "held in Togo by the army"."""
    low = reading.words.low
    following = low[at + 1] if at + 1 < len(low) else "."
    if following in ("from", "in", "on", "at", "during", "after", "last") and "by" in low[at + 2 : at + 9]:
        agent = next((m for m in reading.mentions if at < m.start <= at + 11 and m.prep == "by"), None)
        if agent is None or not (agent.known or agent.party):
            return False
        between = low[at + 1 : agent.start]  # not "protested on Tuesday against sanctions by Poland"
        return _TOWARDS.isdisjoint(between) and not _has_object(between)
    if following == "by":
        return low[at] != "stood" and low[at + 2 : at + 3] not in (["telephone"], ["phone"])
    return is_reduced(reading, at)


def _has_object(between: list[str]) -> bool:
    """Whether words behind a verb and its time hold an object: "denounced last week's seizure of …", no "shot in the leg"."""
    return not _WHOSE.isdisjoint(between) or any(
        word in tk.DETERMINERS and before not in tk.PREPOSITIONS for before, word in pairwise(between)
    )


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
