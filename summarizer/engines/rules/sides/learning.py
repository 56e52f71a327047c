"""What a sentence teaches of its people and institutions, for sentences that name them by a pronoun, a surname or an office."""

from __future__ import annotations

from summarizer.engines.rules.sides.aboard import note_craft
from summarizer.engines.rules.sides.memory import MEDIA, NO_HOME, Known, Memory
from summarizer.engines.rules.sides.ordered import named_in_order
from summarizer.engines.rules.sides.titles import (
    VEHICLES,
    first_name,
    goes_on,
    is_called_in,
    is_one,
    name_of,
    opens,
    portfolio,
)
from summarizer.engines.rules.words.mentions import Mention, Reading

_BODIES = frozenset((None, "delegation", "detachment", "squadron", "fleet", "convoy", "unit", "battalion"))


def learn(memory: Memory, reading: Reading, text: str) -> None:
    """Remember the parties of a sentence. `text` is the article's."""
    low = reading.words.low
    memory.two = named_in_order(reading, len(low)) or memory.two
    staged = thing = False  # whom "it" means is who comes first in the sentence
    for mention in reading.mentions:
        if mention.pronoun:
            thing = thing or goes_on(mention, low)
        elif not mention.codes and not mention.person:
            if mention.role and opens(mention, low):
                thing = _note_office(memory, mention, reading, text) or thing
        elif not _is_known(memory, mention, reading, text):
            if mention.codes and len(mention.codes) <= 2:
                known = Known(name_of(mention, reading, text), mention.codes, mention.sector, reading.number)
                staged = staged or _set_scene(memory, mention, known)
                _note_names(memory, mention, reading, known, text)
                if (not mention.prep or is_called_in(mention, low)) and not mention.inner:
                    thing = _note_subject(memory, mention, reading, known, thing)
            elif mention.person and (mention.role or mention.prep == ""):
                _note_stranger(memory, mention, reading, text)


def _is_known(memory: Memory, mention: Mention, reading: Reading, text: str) -> bool:
    """Whether a person without a country was told before, and so is met again; a medium is remembered as well."""
    if not mention.person:
        return False
    if mention.role in MEDIA:
        _note_medium(memory, mention, reading, text)
    known = memory.people.get(mention.person.lower()) if not mention.codes else None
    if known is None or _is_namesake(memory, mention, reading):
        return False
    _meet(memory, mention, reading, known)
    return True


def _set_scene(memory: Memory, mention: Mention, known: Known) -> bool:
    """Remember where a sentence plays, if a mention can tell it: "Chad closed", "In Accra, …"."""
    if known.codes[0] in NO_HOME or mention.prep not in ("", "in", "at"):
        return False
    memory.scene = known
    if mention.prep and mention.hit and mention.start == 1:
        memory.stage = known
    return True


def _note_names(memory: Memory, mention: Mention, reading: Reading, known: Known, text: str) -> None:
    """Remember somebody of a country by each name and office under which a later sentence may speak of them."""
    low = reading.words.low
    _note_body(memory, mention, reading, known, text)
    for key in (mention.person, mention.alias):
        if key:
            memory.people[key.lower()] = known
    _note_first_name(memory, mention, reading, known)
    if mention.person and mention.role and low[mention.end - 3] == mention.role:
        memory.people.setdefault(low[mention.end - 2], known)  # of "Vice President Luo Jianhong", Luo
    note_craft(memory, mention, reading, known)
    if mention.role:
        memory.roles[mention.role] = known
        memory.roles[portfolio(low, mention)] = known


def _note_subject(memory: Memory, mention: Mention, reading: Reading, known: Known, thing: bool) -> bool:
    """Remember whom "he" or "it" means after a subject or object; `thing`: "it" is told already, as is the return value."""
    single = mention.role and not mention.institution and is_one(reading.words.low, mention)
    if (mention.person or mention.alias or single) and mention.role not in VEHICLES:
        _meet(memory, mention, reading, known)
    body = mention.institution or mention.role in _BODIES
    if thing or not body or not (mention.hit or not mention.via):
        return thing
    memory.thing = known
    return True


def _note_stranger(memory: Memory, mention: Mention, reading: Reading, text: str) -> None:
    """Remember a person of whom no country is told, unless the name is taken by somebody of whom it is."""
    known = Known(name_of(mention, reading, text), (), mention.sector, reading.number)
    person = mention.person or ""
    if len(person) > 2 and (person.lower() not in memory.people or _is_namesake(memory, mention, reading)):
        memory.people[person.lower()] = known
        _note_first_name(memory, mention, reading, known)
    _meet(memory, mention, reading, known)


def _note_first_name(memory: Memory, mention: Mention, reading: Reading, known: Known) -> None:
    """Remember a person by first name beside others of the same surname."""
    if mention.person and (given := first_name(mention, reading)):
        memory.given.setdefault(mention.person.lower(), {})[given] = known


def _is_namesake(memory: Memory, mention: Mention, reading: Reading) -> bool:
    """Whether a person's first name tells that another of the same surname is meant than those told before."""
    named = memory.given.get((mention.person or "").lower(), {})
    first = first_name(mention, reading)
    return bool(named and first) and first not in named


def _note_body(memory: Memory, mention: Mention, reading: Reading, known: Known, text: str) -> None:
    """Remember an organisation by the last word of its name, of several."""
    for token in range(mention.start, mention.end) if len(mention.codes) == 1 else ():
        hit = reading.hits.get(token)
        if hit is not None and hit.kind == "organisation" and " " in (name := text[hit.start : hit.end]):
            memory.bodies[name.split()[-1]] = known._replace(name=name)
            if " of " in name:
                memory.bodies[name.split(" of ")[0].split()[-1]] = known._replace(name=name)


def _note_office(memory: Memory, mention: Mention, reading: Reading, text: str) -> bool:
    """Remember an office of nobody's country as whom "it", "he" or "she" may mean; True for an institution."""
    known = Known(name_of(mention, reading, text), (), mention.sector, reading.number)
    if mention.institution:
        memory.thing = known
    elif is_one(reading.words.low, mention):
        _meet(memory, mention, reading, known)
    return mention.institution


def _meet(memory: Memory, mention: Mention, reading: Reading, known: Known) -> None:
    """Remember whom "he" or "she" means: who comes last in a sentence, unless he is an unnamed office acted upon."""
    called_in = is_called_in(mention, reading.words.low)
    if (mention.prep and not called_in) or mention.inner:
        return
    object_ = called_in or (mention.start > 0 and reading.verb[mention.start - 1])
    acted_on = object_ and not (mention.person or mention.alias)
    if not (acted_on and memory.met == reading.number):
        if memory.met != reading.number:
            memory.person_before = memory.person
        memory.person, memory.met = known, reading.number


def _note_medium(memory: Memory, mention: Mention, reading: Reading, text: str) -> None:
    """Remember a newspaper or agency by its proper name."""
    words, first = reading.words, mention.end
    while first > mention.start and words.raw[first - 1][0].isupper() and first - 1 not in reading.hits:
        first -= 1
    memory.medium = Known(text[words.starts[first] : words.ends[mention.end - 1]], (), "JRN", reading.number)
