"""Acts that nobody did, and clauses that somebody reports."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING, VerbGroup
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_NOBODY = frozenset(("no", "none", "neither", "nobody"))
_NO_OBJECT = _NOBODY | {"nothing"}
_NO_MORE = ["no", "more"]  # within the words of an act: "will deliver no more gas"
_DEGREES = frozenset("longer more less further later fewer better worse sooner earlier".split())
_ONE = frozenset(("a", "an", "one", "single"))


def generic(group: VerbGroup) -> bool:
    """Whether a verb stands without auxiliary, or with "do": told of always, or of the past."""
    return group.auxiliaries[:1] in (("do",), ("does",)) or not group.auxiliaries


def never_did(reading: Reading, frame: Frame) -> bool:
    """Whether somebody says that he never did it: "Chile never arrested them, the ministry said"; not "never arrests"."""
    group, low = frame.group, reading.words.low
    past = low[group.verb].endswith("ed") or low[group.verb] in tk.STRONG_PASTS
    return past and "never" in low[group.start : group.verb] and reported(reading, frame)


def nobody(reading: Reading, frame: Frame) -> bool:
    """Whether nobody did it, or it was done to nobody: "arrested no driver", "Not a boat has put to sea"."""
    low = reading.words.low
    if not frame.passive and frame.pattern.particle != "no" and _none_of_it(reading, frame):
        return True
    return any(
        low[m.start] in _NOBODY
        or (m.start > 1 and low[m.start - 2 : m.start] == ["none", "of"])
        or (m.start > 1 and low[m.start - 1] == "nor" and "neither" in low[: m.start])  # "Neither Chad nor Togo sent"
        or (m.start and low[m.start - 1] == "not" and low[m.start] in _ONE)  # "Not a boat has put to sea"
        for m in ((*frame.recipients, *frame.fallback, *frame.actors) if frame.passive else frame.actors)
    )


def _none_of_it(reading: Reading, frame: Frame) -> bool:
    """Whether the object of a verb is none: "arrested no driver", "lent Togo no helicopter"."""
    low, at = reading.words.low, frame.group.verb + 1
    if low[at : at + 1] == [frame.pattern.particle]:
        at += 1  # "let in no driver"
    if low[frame.last - 1 : frame.last + 1] == _NO_MORE:
        return False
    if at <= frame.last and any(low[at] in element.words for element in frame.pattern.elements):
        return False  # "have eaten nothing since Thursday"
    if low[at : at + 1] != [] and low[at] in _NO_OBJECT:
        return low[at] != "nothing" or low[at + 1 : at + 2] not in (["but"], ["except"], ["other"])
    given = next((m for m in reading.mentions if at <= m.start <= at + 1 and not m.prep), None)
    if given is None or low[given.stop : given.stop + 1] != ["no"]:
        return False
    return _DEGREES.isdisjoint(low[given.stop + 1 : given.stop + 2])


def reported(reading: Reading, frame: Frame) -> bool:
    """Whether "would" is the past of "will": the clause stands under a reporting verb."""
    low = reading.words.low
    start = frame.clause[0]
    if start and (low[start - 1] in REPORTING or low[start - 1] == "that"):
        return True
    if low[0] in ("were", "should", "if", "had"):
        return False
    return any(
        low[j] in REPORTING and reading.verb[j] and (j < start or low[j - 1] not in tk.RELATIVES)
        for j in (*range(max(0, start - 12), start), *range(frame.last + 1, len(low)))
    )
