"""Who is left out: "the Baltic states, bar Latvia", "all members but Oman", "with the exception of Fiji". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.words import kinds
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import NameHit

_LEAVING_OUT = frozenset("except excepting excluding barring save bar".split())
_WORDS = _LEAVING_OUT | frozenset("exception apart aside other but instead".split())
_VERBS = frozenset(("save", "bar", "barring", "excluding", "excepting"))
_PAIRS = frozenset((("exception", "of"), ("apart", "from"), ("aside", "from"), ("other", "than"), ("instead", "of")))
_ALL = frozenset("all every each any everyone everybody none nobody".split())
_PREPOSITION = kinds.CLOSED | kinds.LEAD | kinds.STOP | kinds.ENDS
_SHORT = 7  # tokens from the comma before "save Oman" to the one behind
_FAR = 10  # tokens from "all" to "but"


def lead_in(reading: Reading, hits: dict[int, NameHit]) -> None:
    """Take "except", and "save" and "bar" between commas, for prepositions: "the Baltic states, bar Latvia, expelled"."""
    low = reading.words.low
    if _LEAVING_OUT.isdisjoint(reading.words.forms):
        return
    for j in range(1, len(low) - 1):
        if low[j] not in _LEAVING_OUT or (low[j] in _VERBS and not _between_commas(low, j)):
            continue
        if j + 1 in hits or j + 2 in hits:
            reading.verb[j], reading.kinds[j] = False, _PREPOSITION


def _between_commas(low: list[str], j: int) -> bool:
    return low[j - 1] == "," and "," in low[j + 2 : j + _SHORT]


def leave_out(reading: Reading) -> None:
    """Take from groups of countries those that the words leave out, and make these no party to anything."""
    low = reading.words.low
    if _WORDS.isdisjoint(reading.words.forms):
        return
    for j in range(len(low) - 1):
        first = _first_left_out(reading, j) if low[j] in _WORDS else None
        for mention in _listed(reading, first) if first is not None else ():
            gone = set(mention.codes)
            for group in reading.mentions:
                if len(group.codes) > len(gone) and gone < set(group.codes):
                    group.codes = tuple(code for code in group.codes if code not in gone)
            mention.codes, mention.hit, mention.inner, mention.prep = (), False, True, "except"
            mention.role, mention.person, mention.party = None, None, False


def _first_left_out(reading: Reading, j: int) -> Mention | None:
    """The first country that the word at `j` leaves out."""
    low = reading.words.low
    if low[j] in _LEAVING_OUT and not reading.verb[j] and (low[j] not in _VERBS or _between_commas(low, j)):
        at = j + 1 + (low[j + 1] == "for")
    elif tuple(low[j : j + 2]) in _PAIRS:
        at = j + 2
    elif low[j] == "but" and _all_before(reading, j):
        at = j + 1
    else:
        return None
    return next((m for m in reading.mentions if at <= m.start <= at + 1 and m.hit and not m.role), None)


def _all_before(reading: Reading, but: int) -> bool:
    """Whether "but" stands behind "all members" or "every state", without a verb between."""
    low = reading.words.low
    for j in range(but - 1, max(but - _FAR, -1), -1):
        if low[j] in (",", ";", ":") or reading.verb[j] or low[j] in tk.AUXILIARIES:
            return False
        if low[j] in _ALL:
            return True
    return False


def _listed(reading: Reading, first: Mention) -> list[Mention]:
    """A country and those listed with it: "but China and the Russian Federation"."""
    low, found = reading.words.low, [first]
    for m in reading.mentions:
        if m.start > found[-1].stop and m.hit and not m.role and low[found[-1].stop : m.start] in (["and"], ["or"]):
            found.append(m)
    return found
