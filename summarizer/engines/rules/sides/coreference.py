"""Whom a later sentence means by a surname, "he", "it", "the ministry" or "its spokesman": who was told in one before."""

from __future__ import annotations

from summarizer.engines.rules.sides.memory import Known, Memory, number_of
from summarizer.engines.rules.sides.titles import CREW, VEHICLES, first_name, portfolio
from summarizer.engines.rules.words.mentions import Mention, Reading

_HE_OR_SHE = frozenset(("he", "she", "him", "her", "himself", "herself"))
_ACTED_ON = frozenset(("him", "her"))
_IT = frozenset(("it", "itself"))
_NEAR = 2  # sentences from an institution or country to "it"
_KNOWN = frozenset(("the", "its", "their", "his", "her"))
_SPOKEN_BY = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_RANKS = frozenset(
    "commissioner colonel general brigadier major captain superintendent commander admiral commodore inspector".split()
)
_ARMED = frozenset(("MIL", "COP"))
_STATESMEN = frozenset("president premier minister chancellor king queen emir sultan ambassador envoy consul".split())


def referent(memory: Memory, mention: Mention, reading: Reading) -> Known | None:
    """Whom a mention without a country of its own means: a person by surname, a pronoun, an institution named before."""
    low = reading.words.low
    if mention.pronoun:
        if low[mention.start] in _HE_OR_SHE:
            acted_on = low[mention.start] in _ACTED_ON and memory.met == reading.number
            return memory.person_before if acted_on else memory.person  # "The president pardoned him"
        near = memory.thing is not None and reading.number - memory.thing.sentence <= _NEAR
        return memory.thing if low[mention.start] in _IT and near else None
    last = reading.words.raw[mention.end - 1]
    if mention.end - mention.start == 2 and low[mention.start] == "the" and last in memory.bodies:
        return memory.bodies[last]
    if mention.person:
        return _person(memory, mention, reading)
    return _office(memory, mention, reading) if mention.role else None


def _person(memory: Memory, mention: Mention, reading: Reading) -> Known | None:
    """Who a person by name is: told before under it, or else of the body or office that the sentence before is about."""
    surname = (mention.person or "").lower()
    known = memory.people.get(surname)
    given = first_name(mention, reading)
    if known is not None and given and (named := memory.given.get(surname)):
        known = named.get(given)  # else a namesake
    if known is not None:
        return known
    chief = reading.words.low[mention.start] in ("its", "their") and mention.role in _STATESMEN
    if chief or (mention.role and _is_its(memory, mention, reading)):
        return memory.thing  # "Its chancellor, Ulrike Hollmayr, …"
    if _speaks_for(memory, mention, reading):
        return memory.thing
    return _aboard(memory, mention, reading) or _minister(memory, mention, reading)


def _minister(memory: Memory, mention: Mention, reading: Reading) -> Known | None:
    """Whose a minister is whose ministry has just been told: "the interior minister" after "the interior ministry"."""
    if mention.role != "minister" or mention.own:
        return None
    office = portfolio(reading.words.low, mention)
    ministry = memory.roles.get(office.replace("minister", "ministry"))
    if ministry is None or reading.number - ministry.sentence > 1 or " " not in office:
        return None
    return ministry._replace(sector="GOV")


def _office(memory: Memory, mention: Mention, reading: Reading) -> Known | None:
    """Whom an office, an institution, a ship or its crew means that is told as known: "the ministry", "her government"."""
    article = reading.words.low[mention.start]
    if _is_its(memory, mention, reading) or _speaks_for(memory, mention, reading):
        return memory.thing
    if article not in _KNOWN and not mention.institution:
        return None
    if article in ("his", "her") and mention.institution and _just_spoken_of(memory, reading):
        return memory.person  # "Her government has offered …"
    known = memory.roles.get(portfolio(reading.words.low, mention))
    if known is not None:
        return known
    if mention.sector in _ARMED and reading.words.low[mention.start : mention.start + 2] == ["the", "same"]:
        return memory.doers[0] if len(memory.doers) == 1 else None  # "the same guards": who acted last
    if article == "the" and mention.role in VEHICLES and len(memory.craft) == 1:
        return next(iter(memory.craft.values()))  # "a Chadian fishing vessel … the trawler"
    if article == "the" and (crew := _aboard(memory, mention, reading)) is not None:
        return crew
    if mention.own and mention.sector == "GOV":
        return memory.thing if article in ("its", "their") else memory.person
    return None


def _aboard(memory: Memory, mention: Mention, reading: Reading) -> Known | None:
    """Whose those aboard are that are told as known: "seized a Chilean trawler … The captain", "the crew of nine"."""
    low = reading.words.low
    if mention.role not in CREW or low[mention.start] != "the":
        return None
    behind = low[mention.stop : mention.stop + 2]
    if behind[:1] == ["of"] and number_of(behind[-1]) < 2:
        return None
    return _foreign_craft(memory)


def _foreign_craft(memory: Memory) -> Known | None:
    """The one ship, plane or lorry told of that isn't of the article's home."""
    home = memory.home.codes if memory.home is not None else ()
    abroad = [known for known in memory.craft.values() if known.codes != home]
    return abroad[0] if len(abroad) == 1 else None


def _speaks_for(memory: Memory, mention: Mention, reading: Reading) -> bool:
    """Whether a spokesman at the head of a sentence can be that of the institution which the sentence before is about."""
    low, thing = reading.words.low, memory.thing
    if mention.start > 1 or thing is None or not thing.codes:
        return False
    ranked = mention.role in _RANKS and thing.sector in ("MIL", "COP")
    if mention.role not in _SPOKEN_BY and not ranked:
        return False
    first = mention.start + (low[mention.start] in ("a", "the", "deputy"))
    return low[first] == mention.role and reading.number - thing.sentence == 1


def _just_spoken_of(memory: Memory, reading: Reading) -> bool:
    """Whether the person told last is of a known country, and of the sentence before."""
    person = memory.person
    return person is not None and bool(person.codes) and reading.number - person.sentence == 1


def _is_its(memory: Memory, mention: Mention, reading: Reading) -> bool:
    """Whether "its" at the head of a sentence can mean the institution or country that the sentence before is about."""
    thing = memory.thing
    its = mention.start <= 1 and reading.words.low[mention.start] == "its"
    return its and thing is not None and bool(thing.codes) and reading.number - thing.sentence == 1
