"""To whom a state speaks that names nobody: to whom it has dealt with ("Peru expelled two envoys. Chile protested."), or both sides."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words.mentions import Reading

_STATE = frozenset(("GOV", "MIL"))
_FAR = 2  # sentences to the one that tells of both sides
_STORY = 3  # names of each of the two, in an article that is about them
_BESIDE = 3  # words from the act to whom "to" leads in
# Acts that always have somebody to whom they are addressed.
_ADDRESSED = frozenset(("REQUEST", "REJECT", "CONCEDE"))
_BETWEEN = frozenset("mediate mediation mediator mediators arbiter both".split())


def addressees(
    memory: Memory, reading: Reading, frame: Frame, actors: tuple[PartyDraft, ...], type_: str
) -> tuple[Known, ...]:
    """With whom one state that speaks dealt before; nobody where the words name somebody or others may be meant.

    Who has dealt with nobody speaks to the two who last dealt with each other, when offering to mediate, and asks or refuses the
    one other country that the article is about. `type_` is the act's.
    """
    codes = {p.country for p in actors}
    code = next(iter(codes), None)
    if len(codes) != 1 or code is None or any(p.sector not in _STATE for p in actors) or frame.recipients:
        return ()
    known = memory.sides.get(code)
    if known is None:
        if not _BETWEEN.isdisjoint(reading.words.low[frame.first :]):
            return memory.last_pair()
        known = memory.other_side((code,)) if type_ in _ADDRESSED else None
        return () if known is None or _names_others(reading, frame, code) else (known,)
    far = reading.number - known.sentence > _FAR
    if code in known.codes or (far and min(memory.counts.get(c, 0) for c in (code, *known.codes)) < _STORY):
        return ()
    return () if _names_others(reading, frame, code) else (known,)


def _names_others(reading: Reading, frame: Frame, code: str | None) -> bool:
    """Whether the words tell of somebody else to whom it may be said: "urged farmers", "apologised to the nation"."""
    if any(not m.pronoun and (m.party or m.role or m.person) for m in frame.fallback):
        return True
    verb, end = frame.group.verb, frame.clause[1]
    after = [m for m in reading.mentions if verb < m.start < end]
    return any((m.known and code not in m.codes) or (m.prep == "to" and m.start - frame.last <= _BESIDE) for m in after)
