"""What words before "that" make of an act: a rumour, a denial, a wish."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sources.gapping import gapped_speakers
from summarizer.engines.rules.sources.putting import puts_about
from summarizer.engines.rules.status.rumours import goes_about
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_DENIALS = frozenset(
    "denied denies deny denying rejected rejects disputed disputes refuted dismissed dismisses contradicted".split()
)
_DENYING = frozenset("denied denies disputed disputes".split())
_OBJECTS = tk.DETERMINERS | frozenset(("that", "having", "any", "it"))
_FALSE = frozenset(
    "false untrue baseless unfounded wrong invented fabricated denied contradicted hogwash nonsense".split()
)
_CALLED = frozenset("false untrue baseless unfounded invented fabricated".split())
_TAKEN_BACK = frozenset(
    "withdrew withdraws withdrawn withdrawing retracted retracts retracting recanted disavowed".split()
)
_CHARGES = frozenset("charge charges claim claims accusation accusations allegation allegations report reports".split())
_FALSELY = frozenset(("falsely", "wrongly", "mistakenly"))
_ASIDE = 12  # tokens of an aside before "that"
_SHORTEST = 3  # tokens before "that" with an aside
_NOT = frozenset(("not", "nor", "neither", "never", "isn't", "wasn't", "isn’t", "wasn’t"))


def before_that(reading: Reading, that: int) -> frozenset[str]:
    """The words shortly before "that", up to the last comma: "demanded on Monday that …"."""
    low = reading.words.low
    start = next(
        (j + 1 for j in range(that - 1, max(that - 15, -1), -1) if low[j] in ",;:" or low[j] in tk.QUOTES), None
    )
    return frozenset(low[start if start is not None else max(that - 14, 0) : that])


def _before_aside(low: list[str], that: int) -> int:
    """Where "that" would stand without an aside before it: "denied, also on Monday, that …", "denied reports, to the effect that"."""
    if low[max(that - 3, 0) : that] == ["to", "the", "effect"]:
        return that - 3 - (low[that - 4] == ",")
    if that < _SHORTEST or low[that - 1] != ",":
        return that
    return next((j for j in range(that - 2, max(that - _ASIDE, 0), -1) if low[j] == ","), that)


def retold(reading: Reading, frame: Frame) -> Status | None:
    """What becomes of an act that only a report, rumour or claim tells: denied when it is called false, else alleged."""
    low = reading.words.low
    start = frame.clause[0]
    if start == 1 and low[0] == "that" and _denied_behind(reading, frame):
        return "denied"
    if puts_about(reading, frame.group) is not None:
        return "alleged"
    if not start or low[start - 1] != "that":
        return None
    if low[frame.group.verb] in _DENIALS and reading.at.get(start - 2) is not None and not _has_object(reading, frame):
        return None  # "a claim that Chad rejected"
    before = before_that(reading, _before_aside(low, start - 1))
    if "denying" in before and low[frame.group.start - 2 : frame.group.start] == [",", "and"]:
        return None  # "issued a statement, denying that …, and accused …"
    if frame.actors and not frame.passive and frame.actors[0].start < start - 1:
        return None  # "which denied that any shot was fired, withdrew it and apologised"
    if before & _DENIALS or _untrue(low, start - 1) or _taken_back(before) or _shared_denial(reading, start):
        return "denied"
    if goes_about(before):
        return "denied" if not (_FALSE.isdisjoint(low[frame.last :]) and _CALLED.isdisjoint(before)) else "alleged"
    return None


def _denied_behind(reading: Reading, frame: Frame) -> bool:
    """Whether a clause with which a sentence begins is denied behind: "That it had shelled a village, Chad denied"."""
    low = reading.words.low
    return any(
        reading.verb[j] and low[j] in _DENYING and low[j + 1] not in _OBJECTS
        for j in range(frame.last + 1, len(low) - 1)
    )


def _has_object(reading: Reading, frame: Frame) -> bool:
    return any(0 < m.start - frame.last <= 2 for m in reading.mentions)


def _taken_back(before: frozenset[str]) -> bool:
    """Whether who charged somebody with it says so no more, or it was said in error: "withdrew its claim that", "falsely reported that"."""
    back = bool(before & _TAKEN_BACK) or {"took", "back"} <= before or {"taken", "back"} <= before
    return (back and bool(before & _CHARGES)) or bool(before & _FALSELY)


def _untrue(low: list[str], that: int) -> bool:
    """Whether something is called not true: "Nor was it true, she added, that …", "It is false that …", "is not the case that"."""
    at = that - 1
    if low[at] == ",":  # an aside
        at = next((j - 1 for j in range(at - 1, max(at - 10, 0), -1) if low[j] == ","), at)
    if low[at] in _CALLED and low[at - 1] in tk.BE:
        return True
    return low[at] in ("true", "case") and not _NOT.isdisjoint(low[max(at - 4, 0) : at])


def _shared_denial(reading: Reading, said: int) -> bool:
    """Whether what is said from `said` on shares the verb of a denial before: "Chad denied that …, and Niger that …"."""
    low = reading.words.low
    speaker = next((mention for mention, first in gapped_speakers(reading, 0) if first == said), None)
    if speaker is None:
        return False
    verb = next((j for j in range(speaker.start - 1, -1, -1) if low[j] in REPORTING and reading.verb[j]), -1)
    return verb >= 0 and low[verb] in _DENIALS
