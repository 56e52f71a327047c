"""Whose people were hit by what a state says that its adversary did: "Togo's ministry said a Ghanaian patrol fired on two canoes"."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.charging import objects_of
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.memory import NO_HOME, Memory
from summarizer.engines.rules.sides.parties import Parties, PartyResolver, at_home, countries
from summarizer.engines.rules.sides.titles import name_of
from summarizer.engines.rules.sources.speakers import speaking
from summarizer.engines.rules.words.mentions import Mention, Reading

_HARMS = frozenset((("ASSAULT", None), ("COERCE", "seize"), ("COERCE", "arrest")))
_CLAIMS = frozenset(
    "claim claims allegation allegations charge charges accusation accusations assertion assertions".split()
)
# Whom a state harms at home, whoever tells it.
_ADVERSE = frozenset(("OPP", "PTY", "REB", "UAF"))
_AT_ODDS = frozenset(
    """opposition protesters demonstrators activists dissidents critics supporters marchers strikers rioters rebels militants insurgents
    separatists students""".split()
)


def claimant(resolver: PartyResolver, place: Place, frame: Frame, actors: Parties) -> str | None:
    """The state that tells of harm done by its adversary, the only one of `actors`; None where nobody or somebody else tells it."""
    pattern, memory = frame.pattern, resolver.memory
    codes = countries(actors)
    low = place.reading.words.low
    if any(m.sector in _ADVERSE or not _AT_ODDS.isdisjoint(low[m.start : m.end]) for m in frame.fallback):
        return None
    if len(codes) != 1 or frame.charge is not None or not place.reports:
        return None
    if pattern.type != "ASSAULT" and (pattern.type, pattern.mode) not in _HARMS:
        return None
    code = _claims(place.reading, frame)
    if code is None:
        told = {p.country for p in speaking(resolver, place, frame, [])}
        code = told.pop() if len(told) == 1 else None
    if code is None or code in codes or code in NO_HOME:
        return None
    return code if _are_adversaries(memory, code, min(codes)) else None


def of_claimant(resolver: PartyResolver, place: Place, frame: Frame, recipients: Parties, code: str) -> Parties:
    """Those who were hit, as people of the claimant where no country is told of them."""
    if recipients or frame.fallback:
        return tuple(at_home(p, code) for p in recipients)
    things = objects_of(place.reading, frame)
    if any(m.codes for m in things):
        return ()
    return tuple(PartyDraft(name_of(m, place.reading, resolver.text), code, m.sector or "CVL") for m in things)


def _claims(reading: Reading, frame: Frame) -> str | None:
    """Whose claim it is: "rejected claims by Togo that", "denied the Togolese allegation that"."""
    low, that = reading.words.low, frame.clause[0] - 1
    if that < 2 or low[that] != "that":
        return None
    last = reading.at.get(that - 1)
    noun = _before(reading, last) if last is not None and last.prep in ("by", "from") else last
    if noun is None or last is None or low[noun.end - 1] not in _CLAIMS or len(last.codes) != 1:
        return None
    return last.codes[0]


def _before(reading: Reading, mention: Mention) -> Mention | None:
    return reading.at.get(mention.start - 2)


def _are_adversaries(memory: Memory, one: str, other: str) -> bool:
    """Whether two states have dealt with each other before, or are the two that the article is about."""
    if any(code in memory.sides and memory.sides[code].codes == (foe,) for code, foe in ((one, other), (other, one))):
        return True
    return {one, other} == {code for known in memory.both() for code in known.codes}
