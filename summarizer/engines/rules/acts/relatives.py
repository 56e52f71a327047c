"""Relative clauses: what their pronoun refers to, and whose subject stands before them. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.listing import WHERE, siblings
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_SUBJECT_PRONOUNS = ("who", "which", "that")
_PRONOUNS = (*_SUBJECT_PRONOUNS, "whom")
_EACH = frozenset("each both all some most none two".split())
_BELONGING = ("of", "to", "for", "in")


def head_of(reading: Reading, pronoun: int) -> list[Mention]:
    """What the relative pronoun at a token refers to: "a blast in Kabul which killed two"; empty where none stands there."""
    low = reading.words.low
    if low[pronoun] not in _PRONOUNS:
        return []
    last = pronoun - 1
    shared = last > 1 and low[last] == "of" and low[last - 1] in _EACH
    last -= 2 if shared else 0
    last -= last >= 0 and low[last] == ","
    head = reading.at.get(last)
    if head is not None and low[max(head.start - 2, 0) : head.start] == [",", "not"]:
        head = reading.at.get(head.start - 3)  # "It was Togo, not Benin, that"
    if head is None:
        return []
    if shared:  # "Lithuania and Latvia, each of which summoned …"
        return siblings(reading, head)
    placed = head.prep in WHERE and head.end - 1 in reading.hits and last == pronoun - 1
    if placed or (low[pronoun] == "who" and head.prep in _BELONGING):
        head = climb(reading, head) or head
    return [] if head.pronoun else [head]


def head_before(reading: Reading, start: int, last: Mention) -> list[Mention]:
    """Who acts after a relative clause from `start` on whose last group stands before the verb: "the envoy who left Chad said …"."""
    low = reading.words.low
    if not start or low[start - 1] not in _SUBJECT_PRONOUNS or reading.verb[start - 2]:
        return []
    apart = low[last.start - 1] == ","  # "In Meru, which would lose its customers, growers parked …"
    if apart or not any(reading.verb[start : last.start]) or _both_do(reading, start, last):
        return []
    return head_of(reading, start - 1)


def _both_do(reading: Reading, start: int, last: Mention) -> bool:
    """Whether a relative clause from `start` on has two subjects, of which this is the last: "that Togo took and Chad declined"."""
    if not last.known or reading.words.low[last.start - 1] not in ("and", "but"):
        return False
    return any(m.start == start and not m.prep for m in reading.mentions)


def described(reading: Reading, start: int, comma: int) -> list[Mention] | None:
    """Who is described up to a comma by a relative clause from `start` on: "Mensah, a minister who served in Togo, on Friday …"."""
    low = reading.words.low
    if start < 2 or low[start - 1] not in _SUBJECT_PRONOUNS or not any(reading.verb[start:comma]):
        return None
    noun = reading.at.get(start - 2)
    noun = climb(reading, noun) if noun is not None else None
    if noun is None or noun.pronoun or noun.prep or (noun.start and low[noun.start - 1] != ","):
        return None
    named = reading.at.get(noun.start - 2) if noun.start else None
    top = climb(reading, named) if named is not None else None
    if top is None:  # "In Ghana, soldiers that came from Togo, on Friday …"
        return siblings(reading, noun) if noun.known or noun.role or noun.party else None
    return siblings(reading, top) if not top.pronoun else None


def related_object(reading: Reading, actors: list[Mention]) -> Mention | None:
    """Whom "whom" or "which" before the subject of an active verb means: "three envoys whom Chad accuses of spying"."""
    low = reading.words.low
    at = actors[0].start - 1 if actors else 0
    at -= low[at] in tk.DETERMINERS
    if at < 2 or low[at] not in ("whom", "which"):
        return None
    noun = reading.at.get(at - 1 - (low[at - 1] == ","))
    if noun is None or noun.pronoun:
        return None
    if not noun.known:
        noun = climb(reading, noun) or noun
    return noun if noun.known or noun.party or noun.role else None
