"""What words before "that" make of an act: a rumour, a denial, a wish."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sources.gapping import gapped_speakers
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_DENIALS = frozenset(
    "denied denies deny denying rejected rejects disputed disputes refuted dismissed dismisses contradicted".split()
)
_RUMOURS = frozenset(
    "report reports rumour rumours rumor rumors story stories claim claims allegation allegations broadcast".split()
)
_FALSE = frozenset(
    "false untrue baseless unfounded wrong invented fabricated denied contradicted hogwash nonsense".split()
)
_CALLED = frozenset("false untrue baseless unfounded invented fabricated".split())
_NOT = frozenset(("not", "nor", "neither", "never", "isn't", "wasn't", "isn’t", "wasn’t"))


def before_that(reading: Reading, that: int) -> frozenset[str]:
    """The words shortly before "that", up to the last comma: "demanded on Monday that …"."""
    low = reading.words.low
    start = next(
        (j + 1 for j in range(that - 1, max(that - 15, -1), -1) if low[j] in ",;:" or low[j] in tk.QUOTES), None
    )
    return frozenset(low[start if start is not None else max(that - 14, 0) : that])


def retold(reading: Reading, frame: Frame) -> Status | None:
    """What becomes of an act that only a report, rumour or claim tells: denied when it is called false, else alleged."""
    low = reading.words.low
    start = frame.clause[0]
    if not start or low[start - 1] != "that":
        return None
    if low[frame.group.verb] in _DENIALS and reading.at.get(start - 2) is not None and not _has_object(reading, frame):
        return None  # "a claim that Chad rejected"
    before = before_that(reading, start - 1)
    if "denying" in before and low[frame.group.start - 2 : frame.group.start] == [",", "and"]:
        return None  # "issued a statement, denying that …, and accused …"
    if before & _DENIALS or _untrue(low, start - 1) or _shared_denial(reading, start):
        return "denied"
    if before & _RUMOURS or {"reported", "by"} <= before:
        return "denied" if not (_FALSE.isdisjoint(low[frame.last :]) and _CALLED.isdisjoint(before)) else "alleged"
    return None


def _has_object(reading: Reading, frame: Frame) -> bool:
    return any(0 < m.start - frame.last <= 2 for m in reading.mentions)


def _untrue(low: list[str], that: int) -> bool:
    """Whether something is called not true: "Nor was it true, she added, that …", "It is not true that …"."""
    at = that - 1
    if low[at] == ",":  # an aside
        at = next((j - 1 for j in range(at - 1, max(at - 10, 0), -1) if low[j] == ","), at)
    return low[at] == "true" and not _NOT.isdisjoint(low[max(at - 4, 0) : at])


def _shared_denial(reading: Reading, said: int) -> bool:
    """Whether what is said from `said` on shares the verb of a denial before: "Chad denied that …, and Niger that …"."""
    low = reading.words.low
    speaker = next((mention for mention, first in gapped_speakers(reading, 0) if first == said), None)
    if speaker is None:
        return False
    verb = next((j for j in range(speaker.start - 1, -1, -1) if low[j] in REPORTING and reading.verb[j]), -1)
    return verb >= 0 and low[verb] in _DENIALS
