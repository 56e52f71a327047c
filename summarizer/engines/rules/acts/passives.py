"""What a passive tells beside its subject: by whom it is done, in which country, who gets what is given. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.words.mentions import Mention, Reading

STRIKES = frozenset(
    "strike strikes raid raids airstrike airstrikes attack attacks ambush bombardment offensive".split()
)
_FIRE = frozenset(("shelling", "bombing", "shooting", "firing"))
_ORDERS = frozenset("order orders hands behest instructions instigation decision decree".split())
_LED = frozenset(("to", "against"))


def agent(reading: Reading, frame: Frame) -> list[Mention]:
    """Who does it: whom "by" leads in, or on whose orders it is done."""
    low = reading.words.low
    fire = _fire(reading, frame) or _ordering(reading, frame)
    if fire:
        return fire
    for mention in reading.mentions:
        if not frame.group.verb < mention.start < frame.clause[1]:
            continue
        if mention.prep == "by" and low[mention.end - 1] not in _ORDERS:
            return _whence(reading, mention) or siblings(reading, mention)
        if mention.prep == "of" and mention.known and low[mention.start - 2] in _ORDERS:
            return siblings(reading, mention)  # "burned on the orders of"
    struck = next((m for m in _behind(reading, frame) if m.prep == "in" and low[m.end - 1] in STRIKES), None)
    return [struck] if struck is not None and struck.hit and struck.known else []  # "killed in an Israeli air strike"


def _ordering(reading: Reading, frame: Frame) -> list[Mention]:
    """On whose orders something is done, told at the head of the sentence: "By decision of the ministry of Togo, … was deported"."""
    low = reading.words.low
    first = reading.mentions[0] if reading.mentions else None
    if low[0] == "by" and first is not None and first.start == 1 and first.institution and first.known:
        free = any(not m.prep for m in reading.mentions if first.stop < m.start < frame.group.start)
        return [] if free else siblings(reading, first)  # "By the prosecutor's office of Togo was opened …"
    if low[0] not in ("by", "on") or _ORDERS.isdisjoint(low[1:3]):
        return []
    who = next((m for m in reading.mentions if m.prep == "of" and m.start < frame.group.start), None)
    return siblings(reading, who) if who is not None and low[who.start - 2] in _ORDERS and who.known else []


def fronted(reading: Reading, frame: Frame) -> list[Mention]:
    """To whom it is done where that stands first: "To the envoy of Togo was handed a note", "Against Togo were imposed …"."""
    start, group = frame.clause[0], frame.group
    inside = (
        m
        for m in reading.mentions
        if start <= m.start < group.start and m.prep in _LED.intersection(frame.pattern.preps)
    )
    found = next((m for m in inside if m.known and not m.inner), None)
    return siblings(reading, found) if found is not None else []


def _fire(reading: Reading, frame: Frame) -> list[Mention]:
    """From where the fire comes by which somebody is hit: "killed by shelling from Syria"."""
    low = reading.words.low
    for j in range(frame.group.verb + 1, min(frame.clause[1], len(low) - 3)):
        if low[j] == "by" and low[j + 1] in _FIRE and low[j + 2] == "from":
            return [m for m in reading.mentions if m.start == j + 3 and m.known]
    return []


def _whence(reading: Reading, mention: Mention) -> list[Mention]:
    """From where it comes that "by" leads in, where that is no party: "killed by shells from Syria"."""
    if mention.known or mention.party or mention.role:
        return []
    after = next((m for m in reading.mentions if m.start == mention.stop + 1), None)
    return siblings(reading, after) if after is not None and after.prep == "from" and after.known else []


def _behind(reading: Reading, frame: Frame) -> list[Mention]:
    return [m for m in reading.mentions if frame.group.verb < m.start < frame.clause[1]]


def places(reading: Reading, frame: Frame) -> list[Mention]:
    """The countries in which the words put an act: "in Finland", "Finland, where a man was arrested"."""
    low, start = reading.words.low, frame.group.start
    found = [m for m in reading.mentions if m.hit and m.prep == "in" and frame.clause[0] <= m.start < frame.clause[1]]
    at = next((j for j in range(start - 1, max(start - 9, 1), -1) if low[j] == "where"), None)
    noun = reading.at.get(at - 1 - (low[at - 1] == ",")) if at is not None and not any(reading.verb[at:start]) else None
    return [*found, noun] if noun is not None and noun.hit else found


def takes(mention: Mention, frame: Frame, given: Mention) -> bool:
    """Whether a group after a passive is who gets what is given by another country."""
    inside = frame.group.verb < mention.start < frame.clause[1]
    return inside and mention.prep == "to" and mention.known and not set(mention.codes) & set(given.codes)
