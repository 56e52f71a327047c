"""Whose ships, planes and lorries an article tells of, and who is aboard: their flag, or the people they carry."""

from __future__ import annotations

from summarizer.engines.rules.sides.memory import Known, Memory, number_of
from summarizer.engines.rules.sides.titles import ARMED_CRAFT, CREW, VEHICLES
from summarizer.engines.rules.words.mentions import Mention, Reading

_ABOARD = frozenset(("from", "on", "aboard", "in"))


def note_craft(memory: Memory, mention: Mention, reading: Reading, known: Known) -> None:
    """Remember the craft of a country, or that its people are aboard one, and how many a crew is."""
    low = reading.words.low
    if mention.hit and (mention.role in VEHICLES or low[mention.end - 1] in VEHICLES):
        if ARMED_CRAFT.isdisjoint(low[mention.start : mention.end]):
            memory.craft[mention.codes[0]] = known
    elif mention.hit and not VEHICLES.isdisjoint(reading.words.forms) and _carried(mention, reading):
        memory.craft[mention.codes[0]] = known._replace(sector="CVL")
    behind = low[mention.stop : mention.stop + 2]
    if mention.role in CREW and behind[:1] == ["of"]:
        number = number_of(behind[-1])
        if number > 1:
            memory.counted[number] = known


def _carried(people: Mention, reading: Reading) -> bool:
    """Whether people are aboard a craft of no flag: "a boat with 61 Syrians", "pulled nine Haitians from a raft"."""
    low, before = reading.words.low, people.start - 1
    if people.institution or people.person or not low[people.end - 1].endswith(("s", "ese")):
        return False
    craft = None
    if people.prep == "with" or (before > 0 and low[before] == "carrying"):
        craft = reading.at.get(before - 1)
    else:
        after = next((m for m in reading.mentions if m.start == people.stop + 1), None)
        craft = after if after is not None and after.prep in _ABOARD else None
    return craft is not None and not craft.hit and low[craft.end - 1] in VEHICLES
