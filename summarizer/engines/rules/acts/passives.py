"""Who acts and on whom in a passive: its subject, by whom it is done, in which country, who gets what is given. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.acts.contents import STRIKES
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.acts.objects import recipients_behind
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.acts.voice import causer
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.date_moving import NUMBERS

_FIRE = frozenset(("shelling", "bombing", "shooting", "firing"))
_ORDERS = frozenset("order orders hands behest instructions instigation decision decree".split())
_LED = frozenset(("to", "against"))
_LINKS = frozenset("of for from on against with to in between".split())
_OFFICE = ("to", "at", "by", "before")


def passive_parties(reading: Reading, frame: Frame, subject: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who acts and on whom, in the passive; fills in the frame's places, and whom to fall back on."""
    pattern = frame.pattern
    frame.places = _places(reading, frame)
    actors, causers = _agent(reading, frame), _causers(reading, frame.group)
    if causers is not None:
        if not subject or not subject[0].own:
            actors = actors or causers
        elif not any(m.known for m in subject):
            subject = causers  # "a reporter had his camera taken"
    recipients = _undergoing(reading, frame, subject, actors)
    if not actors:
        actors, recipients = _by_place(reading, frame, recipients)
    if "swap" in pattern.flags:
        actors, recipients = recipients, actors
    elif not actors and pattern.preps[:1] == ("to",) and len(subject) == 1:
        given, taker = subject[0], next((m for m in reading.mentions if _takes(m, frame, subject[0])), None)
        if taker is not None and given.hit and not (given.role or given.person):  # "German guns were handed to Chad"
            actors, recipients = subject, siblings(reading, taker)
    if "own" in pattern.flags and pattern.mode != "seize" and not actors:
        actors = subject if any(m.known for m in subject) or not recipients else recipients
        frame.fallback = []
        recipients = [m for m in recipients if m not in actors] or _left(reading, frame, actors)
    return actors, recipients


def _causers(reading: Reading, group: VerbGroup) -> list[Mention] | None:
    """Who has something done: "Kenya had the ambassador brought in"; None where the verb doesn't stand behind such a "had"."""
    had = causer(reading, group)
    return subject_of(reading, verb_group(reading, had)) if had is not None else None


def _undergoing(reading: Reading, frame: Frame, subject: list[Mention], actors: list[Mention]) -> list[Mention]:
    """To whom it is done: the subject, whom that hangs on, or where neither is known who else stands round the verb."""
    recipients = subject if "led" not in frame.pattern.flags else []
    if not any(m.known for m in recipients):
        frame.fallback = list(recipients)
        recipients = _hanging(reading, frame.group, subject)
    if not subject:
        recipients = _fronted(reading, frame)
    if recipients:
        return recipients
    recipients = recipients_behind(reading, frame, skip=actors)
    if not actors and "from" in frame.pattern.preps:
        return [m for m in recipients if m.prep != "from"]
    return recipients


def _hanging(reading: Reading, group: VerbGroup, subject: list[Mention]) -> list[Mention]:
    """The known party that hangs on the subject: "two envoys from Togo were expelled"."""
    if not subject:
        return []
    whole = _out_of(reading, group, subject)
    if whole is not None:
        return [whole]
    between = (m for m in reading.mentions if subject[-1].stop < m.start < group.start)
    hanging = next((m for m in between if m.known and m.prep in _LINKS), None)
    return [hanging] if hanging is not None else []


def _out_of(reading: Reading, group: VerbGroup, some: list[Mention]) -> Mention | None:
    """Of whom a bare number counts some, where that stands first: "Of the nine Senegalese, five were freed"."""
    low = reading.words.low
    first = reading.mentions[0] if reading.mentions else None
    if (
        low[0] != "of"
        or first is None
        or not (first.known and first.prep == "of")
        or low[first.stop : first.stop + 1] != [","]
    ):
        return None
    one = some[0]
    counts = one.end - one.start == 1 and (low[one.start] in NUMBERS or low[one.start].isdigit())
    return first if counts and one.start == first.stop + 1 and one.start < group.start else None


def _by_place(reading: Reading, frame: Frame, recipients: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who acts where "by" leads in nobody, and on whom: the office to which somebody is called, or from where he is sent away."""
    actors: list[Mention] = []
    office = next((m for m in _behind(reading, frame) if m.prep in _OFFICE and m.institution and m.known), None)
    if office is not None:
        if recipients == [office] and office.prep not in frame.pattern.preps:
            recipients = []  # "The envoy was called to the foreign ministry in Lomé"
        if not any(set(office.codes) & set(m.codes) for m in recipients):
            actors = [office]
    if not actors and recipients and "from" in frame.pattern.preps and "own" not in frame.pattern.flags:
        left = next((m for m in _behind(reading, frame) if m.prep == "from" and m.known), None)
        if left is not None and left not in recipients:
            actors = [left]
    return actors, recipients


def _left(reading: Reading, frame: Frame, actors: list[Mention]) -> list[Mention]:
    """From where somebody's own people are called back: "The ambassador of Gabon was recalled from Yaoundé"."""
    codes = {code for m in actors for code in m.codes}
    if "from" not in frame.pattern.preps:
        return []
    return [m for m in _behind(reading, frame) if m.prep == "from" and m.known and codes.isdisjoint(m.codes)][:1]


def _agent(reading: Reading, frame: Frame) -> list[Mention]:
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


def _fronted(reading: Reading, frame: Frame) -> list[Mention]:
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


def _places(reading: Reading, frame: Frame) -> list[Mention]:
    """The countries in which the words put an act: "in Finland", "Finland, where a man was arrested"."""
    low, start = reading.words.low, frame.group.start
    found = [m for m in reading.mentions if m.hit and m.prep == "in" and frame.clause[0] <= m.start < frame.clause[1]]
    at = next((j for j in range(start - 1, max(start - 9, 1), -1) if low[j] == "where"), None)
    noun = reading.at.get(at - 1 - (low[at - 1] == ",")) if at is not None and not any(reading.verb[at:start]) else None
    return [*found, noun] if noun is not None and noun.hit else found


def _takes(mention: Mention, frame: Frame, given: Mention) -> bool:
    """Whether a group after a passive is who gets what is given by another country."""
    inside = frame.group.verb < mention.start < frame.clause[1]
    return inside and mention.prep == "to" and mention.known and not set(mention.codes) & set(given.codes)
