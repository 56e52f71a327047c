"""Charges: who makes them, and to whom the deed was done that somebody is charged with ("accused them of having beaten a cook")."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.clauses import verb_group
from summarizer.engines.rules.frames import Frame
from summarizer.engines.rules.mentions import Mention, Reading
from summarizer.engines.rules.parties import PartyResolver
from summarizer.engines.rules.subjects import siblings, subject_of

Parties = tuple[PartyDraft, ...]
_FORCES = frozenset(("MIL", "COP"))
_REACH = 5  # tokens between a deed and its object
_NAMELESS = frozenset("anybody anyone somebody someone everybody everyone nothing anything something".split())


def accusers(resolver: PartyResolver, reading: Reading, charge: int, via: list[int]) -> Parties:
    """Who makes the charge whose verb is at `charge`."""
    who = subject_of(reading, verb_group(reading, charge))
    return resolver.settle(tuple(p for m in who for p in resolver.party(m, reading, via, 3)), reading, via)


def victims(resolver: PartyResolver, reading: Reading, frame: Frame, recipients: Parties, via: list[int]) -> Parties:
    """To whom a deed was done of which only a charge tells: who has no country there belongs to the side that complains."""
    codes = {p.country for p in accusers(resolver, reading, frame.charge or 0, via) if p.country}
    if len(codes) != 1:
        return recipients
    code = next(iter(codes))
    if recipients:
        return tuple(p if p.country else PartyDraft(p.name, code, p.sector or "CVL") for p in recipients)
    objects = [m for m in _objects(reading, frame) if not m.codes]
    names = [(m, _words(resolver, reading, m)) for m in objects]
    return tuple(PartyDraft(name, code, m.sector or "CVL") for m, name in names if name.lower() not in _NAMELESS)


def culprits(resolver: PartyResolver, reading: Reading, frame: Frame, actors: Parties, via: list[int]) -> Parties:
    """Who did what a state charges somebody with: forces without a country of their own are those of its adversary."""
    if all(p.country or p.sector not in _FORCES for p in actors):
        return actors
    sides = accusers(resolver, reading, frame.charge or 0, via)
    codes = [p.country for p in sides if p.country and p.sector == "GOV"]
    known = resolver.memory.other_side(codes) if len(codes) == 1 else None
    if known is None or len(known.codes) != 1:
        return actors
    via.append(known.sentence)
    code = known.codes[0]
    return tuple(PartyDraft(p.name, code, p.sector) if p.sector in _FORCES and not p.country else p for p in actors)


def _objects(reading: Reading, frame: Frame) -> list[Mention]:
    """What the words of a deed name as its object: "beaten a cook", "fired at a car", "the burning of a mill"."""
    verb = frame.group.verb
    after = next((m for m in reading.mentions if m.start > max(verb, frame.last)), None)
    if after is None or after.pronoun or after.start > max(verb, frame.last) + _REACH:
        return []
    between = reading.words.low[verb + 1 : after.start]
    if any(word in tk.QUOTES or word in ",;:." for word in between):
        return []
    return [m for m in siblings(reading, after) if m.prep == after.prep]


def _words(resolver: PartyResolver, reading: Reading, mention: Mention) -> str:
    words = reading.words
    return resolver.text[words.starts[mention.start] : words.ends[mention.end - 1]]
