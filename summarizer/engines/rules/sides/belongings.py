"""Whose crews and arms are: "stopped a Peruvian coach and arrested its driver", "Chad’s army said that its planes had hit a camp"."""

from __future__ import annotations

from collections.abc import Set

from summarizer.engines.rules.acts.clauses import REPORTING, verb_group
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.titles import VEHICLES
from summarizer.engines.rules.words.mentions import Mention, Reading

_ABOARD = frozenset(
    "driver drivers crew crews captain skipper pilot pilots passengers sailors crewmen occupants".split()
)
_ARMS = frozenset(
    """planes aircraft jets warplanes drones helicopters gunships boats gunboats warships ships vessels frigates guns artillery missiles
    rockets tanks batteries gunners pilots patrols units""".split()
)


def assign(mention: Mention, reading: Reading) -> bool:
    """Give a crew or arms the country of the vehicle or speaker in their sentence that they belong to; False where none is told."""
    if mention.role:
        vehicle = _vehicle_of(mention, reading)
        for one in siblings(reading, mention) if vehicle is not None else ():
            if vehicle is not None and one.role and not (one.codes or one.pronoun):
                one.codes, one.via = vehicle.codes, vehicle.via
        return vehicle is not None
    owner = _owner_of_arms(mention, reading) if mention.own and not mention.prep else None
    if owner is not None:
        mention.codes, mention.sector, mention.party, mention.via = owner.codes, "MIL", True, owner.via
    return owner is not None


def owner_of_object(reading: Reading, frame: Frame, acting: Set[str]) -> Mention | None:
    """Whose "their trawler" is that is seized or burned: of the only others than who acts that the sentence names before."""
    low = reading.words.low
    thing = next((m for m in reading.mentions if m.start - frame.last in (1, 2) and m.end > frame.last), None)
    if (
        frame.passive
        or frame.pattern.noun
        or thing is None
        or thing.prep
        or low[thing.start] not in ("their", "his", "her")
    ):
        return None
    before = [
        m
        for m in reading.mentions
        if m.start < frame.first and m.hit and len(m.codes) == 1 and not acting & set(m.codes)
    ]
    return before[-1] if len({m.codes for m in before}) == 1 and "own" not in low[thing.start : thing.end] else None


def _vehicle_of(mention: Mention, reading: Reading) -> Mention | None:
    """Whose the crew of a vehicle is that the sentence named before: "stopped a Peruvian coach and arrested its driver"."""
    low = reading.words.low
    if low[mention.start] not in ("its", "their", "the") or low[mention.end - 1] not in _ABOARD:
        return None
    if "own" in low[mention.start : mention.end]:
        return None
    before = (m for m in reversed(reading.mentions) if m.start < mention.start)
    return next((m for m in before if m.hit and len(m.codes) == 1 and low[m.end - 1] in VEHICLES), None)


def _owner_of_arms(mention: Mention, reading: Reading) -> Mention | None:
    """Whose "its planes" are, where they do something that their owner tells: "said that its planes had hit a camp"."""
    low = reading.words.low
    if low[mention.start] not in ("its", "their") or low[mention.end - 1] not in _ARMS or mention.start < 2:
        return None
    said = mention.start - 1 - (low[mention.start - 1] == "that")
    if low[said] not in REPORTING or not reading.verb[said]:
        return None
    who = subject_of(reading, verb_group(reading, said))
    return who[0] if len(who) == 1 and who[0].codes and not who[0].pronoun else None
