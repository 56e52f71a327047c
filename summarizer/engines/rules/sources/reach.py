"""How far in a sentence what somebody is made to say reaches. Token indices, half-open."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_JOINTS = frozenset(("and", "but", "while", "whereas", ";"))
_PARTS = frozenset((";", "(", ")"))
_OPENING = tk.PREPOSITIONS | {","}
_RELATIVES = frozenset(("who", "which", "whom", "whose", "where"))


def shared_from(reading: Reading, speaker: int, verb: int) -> int | None:
    """Where a later reporting clause begins that stands beside the earlier ones: "…, and Ghana said that …"; else None."""
    low = reading.words.low
    before = speaker - 1
    if before < 1 or verb < speaker:
        return None
    if low[before] not in _JOINTS:
        return None
    return before - (low[before - 1] == ",")


def aside_from(reading: Reading, comma: int) -> int:
    """Where the clause begins into which an aside at this comma is put ("…, he says, …"): a relative one, a part, or the sentence."""
    low = reading.words.low
    for j in range(comma - 1, 0, -1):
        if low[j] == ";":
            return j + 1
        if low[j] in _RELATIVES and (reading.at.get(j - 1) is not None or low[j - 1] in _OPENING):
            return j
        if low[j] == ",":
            after = low[j + 1]
            if not (after in _RELATIVES or (after in tk.PREPOSITIONS and low[j + 2] in _RELATIVES)):
                return part_from(low, j)
    return 0


def part_from(low: list[str], at: int) -> int:
    """Where the part between semicolons begins in which a token stands."""
    return next((j + 1 for j in range(at, -1, -1) if low[j] == ";"), 0)


def segment(low: list[str], i: int) -> tuple[int, int]:
    """The part between semicolons, or brackets, in which a token stands, or behind which a text breaks off."""
    i = min(i, len(low) - 1)
    start = next((j for j in range(i, -1, -1) if low[j] in _PARTS), -1)
    end = next((j for j in range(i, len(low)) if low[j] in _PARTS), len(low))
    bracket = start >= 0 and low[start] == "(" and low[end : end + 1] == [")"]
    if bracket:
        return start + 1, end
    comma = next((j for j in range(i - 1, -1, -1) if low[j] == ","), -1)
    after = next((j for j in range(i, len(low)) if low[j] == ","), -1)
    if comma > 0 and after > 0 and low[comma + 1] in _RELATIVES:  # "Chad, where it has its camps according to Niger, …"
        return comma + 1, after
    return next((j + 1 for j in range(i, -1, -1) if low[j] == ";"), 0), next(
        (j for j in range(i, len(low)) if low[j] == ";"), len(low)
    )


def only_where(reading: Reading, lead: int, after: int) -> bool:
    """Whether a verb of saying is only followed by where it was said: "Japan will lend them, she announced after the talks"."""
    low = reading.words.low
    end = next((j for j in range(after, len(low)) if low[j] in (",", ".", ";")), len(low))
    return (
        0 < end - after <= 6
        and low[after] in tk.PREPOSITIONS
        and "that" not in low[after:end]
        and any(reading.verb[:lead])
        and not any(reading.verb[after:end])
    )


def relative_end(reading: Reading, start: int, verb: int) -> int:
    """How far what is said reaches, the clause beginning at `start`: "Hauliers, who say that …, blocked the road"."""
    low, count = reading.words.low, len(reading.words)
    if start > 1 and low[start - 1] == "whose" and low[start - 2] == ",":  # "the Danes, whose police say …, sent"
        return next((j for j in range(verb + 1, count) if low[j] == ","), count)
    if start < 2 or low[start - 1] not in ("who", "which") or low[start - 2] != "," or any(reading.verb[start:verb]):
        return count
    return next((j for j in range(verb + 1, count) if low[j] == ","), count)


def object_before(reading: Reading, joint: int) -> bool:
    """Whether what stands before "and" is what was done, not who speaks too: "denied having offered a mediator, and …"."""
    low = reading.words.low
    comma = next((j for j in range(joint - 1, -1, -1) if low[j] in (",", ";")), -1)
    return any(reading.verb[comma + 1 : joint])
