"""Dealings that somebody has given up: "no longer sells them fuel", "has ceased to let lorries in", "doesn't buy rice any more"."""

from __future__ import annotations

from itertools import pairwise

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.status.stance import Stance
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_CEASING = tk.all_forms("cease")
_LONGER = frozenset(("longer", "more", "anymore"))
_CLUES = _CEASING | _LONGER
_ENDS = frozenset(",;.:") | tk.QUOTES
_DEALINGS = frozenset(("COOPERATE", "AID", "RETREAT/access"))


def ceased(reading: Reading, frame: Frame) -> Stance | None:
    """What is no longer done for others, as the measure against them that it is; None for all else."""
    low = reading.words.low
    if _CLUES.isdisjoint(reading.words.forms):
        return None
    pattern = frame.pattern
    kind = f"{pattern.type}/{pattern.mode}" if pattern.mode else pattern.type
    if kind not in _DEALINGS or pattern.noun or frame.passive or frame.charge is not None:
        return None
    if not (_no_longer(reading, frame) or _left_off(reading, frame)):
        return None
    group = frame.group
    past = group.infinitive or low[group.verb].endswith("ed") or low[group.verb] in tk.STRONG_PASTS
    return Stance("SANCTION", "discontinue", "occurred" if past else "ongoing")


def _no_longer(reading: Reading, frame: Frame) -> bool:
    """Whether a verb is told to hold no more: "no longer buys", "doesn't buy rice any longer"; not "would no longer"."""
    low, group = reading.words.low, frame.group
    if not group.negated or group.modal is not None or group.infinitive:
        return False
    if low[group.start : group.verb].count("longer"):
        return True
    behind = low[group.verb + 1 :]
    return "anymore" in behind or ("any", "longer") in pairwise(behind) or _any_more(behind)


def _any_more(behind: list[str]) -> bool:
    """Whether "any more" tells of time, at the end of what is said: not "any more rice"."""
    ends = zip(behind, behind[1:], behind[2:], strict=False)
    return any(
        first == "any" and more == "more" and (after in _ENDS or after in tk.PREPOSITIONS)
        for first, more, after in ends
    )


def _left_off(reading: Reading, frame: Frame) -> bool:
    """Whether an infinitive hangs on "ceased": "has ceased to sell"."""
    low, group = reading.words.low, frame.group
    at = group.start - 1
    if not group.infinitive or at < 0 or low[at] not in _CEASING or not reading.verb[at]:
        return False
    outer = verb_group(reading, at)
    return not outer.negated and outer.modal is None
