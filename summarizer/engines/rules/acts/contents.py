"""What an act of speech is about, beside whom it is said to: what somebody is asked to do, who was hit by what is condemned."""

from __future__ import annotations

from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.words.mentions import Mention, Reading

STRIKES = frozenset(
    "strike strikes raid raids airstrike airstrikes attack attacks ambush bombardment offensive".split()
)
_HARMS = STRIKES | frozenset(
    "assault assaults violence aggression shooting storming incursion arson rampage riot".split()
)


def hearers(reading: Reading, frame: Frame, found: list[Mention], speakers: list[Mention]) -> list[Mention]:
    """Of what follows an act of speech, what may name whom it is said to.

    That is no part of what somebody is asked to do ("urged the president to call the Chadian envoy"), nor who was hit by what is
    condemned ("condemned the attack on Chad’s embassy by rebels").
    """
    if frame.pattern.type == "REQUEST":
        end = _asked_before(reading, frame)
        told = [m for m in found if m.start < end]
        abroad = any(m.hit for m in speakers)  # whose president it is that a foreign state urges, the article tells
        return (
            told
            if any(
                m.known
                or m.pronoun
                or (reading.words.low[m.start] == "both" and reading.words.low[m.stop : m.stop + 1] != ["and"])
                or (m.role and not abroad)
                for m in told
            )
            else found
        )
    if frame.pattern.type == "ACCUSE" and found:
        charged = found[0]
        office = charged.role and charged.sector in ("GOV", "LEG") and not (charged.prep or charged.known)
        if office and reading.words.low[charged.stop : charged.stop + 1] == ["of"]:
            return [charged]  # "accused the government of giving in to Chad"
        thing = next((m for m in found if not m.prep), None)
        if thing is not None and not thing.known and reading.words.low[thing.end - 1] in _HARMS:
            struck = next((m for m in found if m.start == thing.stop + 1 and m.prep in ("on", "against")), None)
            if struck is not None:
                return [m for m in found if m.prep == "by"]
    return found


def _asked_before(reading: Reading, frame: Frame) -> int:
    """The token of the infinitive that says what is asked for, else the clause's end."""
    low, verb = reading.words.low, reading.verb
    after = range(frame.group.verb + 1, frame.clause[1] - 1)
    return next((j for j in after if low[j] == "to" and verb[j + 1]), frame.clause[1])
