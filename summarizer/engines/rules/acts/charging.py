"""Charges: who makes them, and to whom the deed was done that somebody is charged with ("accused them of having beaten a cook")."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.roles import charged
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.memory import NO_HOME
from summarizer.engines.rules.sides.parties import Parties, PartyResolver, countries
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_FORCES = frozenset(("MIL", "COP"))
_OF = frozenset(("of", "with"))
_JOINTS = frozenset((",", ";", "and", "but"))
_REACH = 5  # tokens between a deed and its object
_NAMELESS = frozenset("anybody anyone somebody someone everybody everyone nothing anything something".split())


def accusers(resolver: PartyResolver, reading: Reading, frame: Frame, via: list[int]) -> Parties:
    """Who charges somebody with a deed."""
    gap = _gapped(reading, frame)
    if gap is not None:
        return (_party(resolver, reading, gap[0]),)
    who = subject_of(reading, verb_group(reading, frame.charge or 0))
    return resolver.settle(tuple(p for m in who for p in resolver.party(m, reading, via, 3)), reading, via)


def victims(resolver: PartyResolver, reading: Reading, frame: Frame, recipients: Parties, via: list[int]) -> Parties:
    """To whom a deed was done of which only a charge tells: who has no country there belongs to the side that complains."""
    codes = countries(accusers(resolver, reading, frame, via))
    if len(codes) != 1:
        return recipients
    code = next(iter(codes))
    if code in NO_HOME:  # "The League accused the Togolese police of beating detainees": their own
        doers = {c for m in charged(reading, frame) for c in m.codes}
        code = next(iter(doers)) if len(doers) == 1 else code
    if recipients:
        return tuple(p if p.country else PartyDraft(p.name, code, p.sector or "CVL") for p in recipients)
    objects = [m for m in objects_of(reading, frame) if not m.codes]
    names = [(m, _words(resolver, reading, m)) for m in objects]
    return tuple(PartyDraft(name, code, m.sector or "CVL") for m, name in names if name.lower() not in _NAMELESS)


def culprits(resolver: PartyResolver, reading: Reading, frame: Frame, actors: Parties, via: list[int]) -> Parties:
    """Who did what a state charges somebody with: forces without a country of their own are those of its adversary."""
    gap = _gapped(reading, frame)
    if gap is not None:
        return (_party(resolver, reading, gap[1]),)
    if all(p.country or p.sector not in _FORCES for p in actors):
        return actors
    sides = accusers(resolver, reading, frame, via)
    codes = [p.country for p in sides if p.country and p.sector == "GOV"]
    known = resolver.memory.other_side(codes) if len(codes) == 1 else None
    if known is None or len(known.codes) != 1:
        return actors
    via.append(known.sentence)
    code = known.codes[0]
    return tuple(PartyDraft(p.name, code, p.sector) if p.sector in _FORCES and not p.country else p for p in actors)


def _gapped(reading: Reading, frame: Frame) -> tuple[int, int] | None:
    """Tokens that name who charges whom where the verb is left out: "A accused B of beating a cook, and C D's guards of having …"."""
    low, charge = reading.words.low, frame.charge or 0
    of = next((j for j in range(frame.group.start - 1, charge, -1) if low[j] in _OF), None)
    start = next((j + 1 for j in range((of or 0) - 1, charge, -1) if low[j] in _JOINTS), None)
    if of is None or start is None or any(reading.verb[start:of]) or not any(reading.verb[charge + 1 : start]):
        return None
    named = [j for j in range(start, of) if j in reading.hits]
    if len(named) < 2 or named[0] > start + 1 or reading.hits[named[0]].code == reading.hits[named[1]].code:
        return None
    return named[0], named[1]


def _party(resolver: PartyResolver, reading: Reading, token: int) -> PartyDraft:
    code = reading.hits[token].code.split()[0]
    return resolver.named(resolver.text[reading.hits[token].start : reading.hits[token].end], code, None)


def objects_of(reading: Reading, frame: Frame) -> list[Mention]:
    """What the words of a deed name as its object: "beaten a cook", "fired at a car", "the burning of a mill"."""
    verb = frame.group.verb
    named = reading.words.low[verb + 1 : verb + 2] == ["of"]  # "the sinking of a ferry", which the cue wants
    first = verb if named else max(verb, frame.last)
    after = next((m for m in reading.mentions if m.start > first), None)
    if after is None or after.start > first + _REACH:  # "cut loose eleven buoys", which the cue wants
        within = reading.at.get(frame.last)
        return [within] if within is not None and within.start > verb and within.end - within.start > 1 else []
    if after.pronoun:
        return []
    between = reading.words.low[verb + 1 : after.start]
    if any(word in tk.QUOTES or word in ",;:." for word in between):
        return []
    return [m for m in siblings(reading, after) if m.prep == after.prep]


def _words(resolver: PartyResolver, reading: Reading, mention: Mention) -> str:
    words = reading.words
    return resolver.text[words.starts[mention.start] : words.ends[mention.end - 1]]
