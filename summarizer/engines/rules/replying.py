"""To whom a state speaks that names nobody: to whom it has just dealt with ("Peru expelled two envoys. Chile protested.")."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.matching import Frame
from summarizer.engines.rules.memory import Known, Memory
from summarizer.engines.rules.mentions import Reading

_STATE = frozenset(("GOV", "MIL"))
_FAR = 2  # sentences to the one that tells of both sides
_BESIDE = 3  # words from the act to whom "to" leads in


def addressee(memory: Memory, reading: Reading, frame: Frame, actors: tuple[PartyDraft, ...]) -> Known | None:
    """With whom one state that speaks dealt shortly before; None where the words name somebody or others may be meant."""
    codes = {p.country for p in actors}
    if len(codes) != 1 or any(p.sector not in _STATE for p in actors):
        return None
    code = codes.pop()
    known = memory.sides.get(code) if code else None
    if known is None or code in known.codes or reading.number - known.sentence > _FAR:
        return None
    return None if frame.recipients or _names_others(reading, frame, code) else known


def _names_others(reading: Reading, frame: Frame, code: str | None) -> bool:
    """Whether the words tell of somebody else to whom it may be said: "urged farmers", "apologised to the nation"."""
    if any(not m.pronoun and (m.party or m.role or m.person) for m in frame.fallback):
        return True
    verb, end = frame.group.verb, frame.clause[1]
    after = [m for m in reading.mentions if verb < m.start < end]
    return any((m.known and code not in m.codes) or (m.prep == "to" and m.start - frame.last <= _BESIDE) for m in after)
