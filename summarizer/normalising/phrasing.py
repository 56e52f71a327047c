"""An event told in one plain sentence, made from its slots alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Event, Party, Speaker, Status
from summarizer.normalising.actors import country_of, demonym, display_name
from summarizer.normalising.dates import edtf_precision, say_date
from summarizer.ontology import Ontology

_BRACKETS = re.compile(r"\[([^\]]*)\]")
_OFFICE = re.compile(
    r"(?i:its|his|her|their|the)\s+(?P<office>(?:[a-z]+\s+){0,2}(?:president|minister|premier|chancellor|ambassador|envoy|consul|general"
    r"|spokesman|spokeswoman|spokesperson|parliament|court|army|navy|police|embassy|consulate|central bank))"
)
_INDEFINITE = re.compile(r"(?i:its|his|her|their|our|the|a|an|this|that)\b|[a-z]")
_LIES_AHEAD = re.compile(r"\b(?:will|would|won['’]t|intends?|intention|plans?|planned|going to|no question of)\b", re.I)
_IDLE_FIGURE = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|minutes?|metres?|meters?|kilomet\w+|km|miles?|th)\b", re.I
)
_FRAMES: dict[Status, str] = {
    "occurred": "{a} {past}",
    "ongoing": "{a} {past}, which still goes on",
    "announced": "{a} announced that it would {base}",
    "planned": "{a} plans to {base}",
    "threatened": "{a} threatened to {base}",
    "demanded": "there is a demand that {a} {base}",
    "proposed": "{a} proposed to {base}",
    "denied": "it is denied that {a} {past}",
    "alleged": "{a} allegedly {past}",
}


def join_names(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def say_party(party: Party) -> str:
    """A party for a reader: the country where the name says nothing more, else the name with its country."""
    if not party.country:
        return party.name
    if party.country in ("IGO", "NGO"):
        return party.name
    country = display_name(party.country)
    told = country_of(party.name)
    if told == party.country:
        return country if party.sector in (None, "GOV") else party.name
    office = _OFFICE.fullmatch(party.name)
    if office and demonym(party.country):  # "its foreign minister" is not its country, when he resigns
        return f"the {demonym(party.country)} {office['office']}"
    if _INDEFINITE.match(party.name):  # "the ministry", "two of them"
        return country
    return f"{party.name} ({country})"


def say_speaker(speaker: Speaker) -> str:
    """A speaker for a reader, always by name."""
    name = re.sub(r"^(?:the|his|her|its|their|our)\s+", "", speaker.name, flags=re.I)
    told = f"the {name}" if name[:1].islower() or name != speaker.name else name
    if speaker.country and speaker.country not in ("IGO", "NGO") and country_of(name) is None:
        return f"{told} ({display_name(speaker.country)})"
    return told


def say_event(event: Event, ontology: Ontology) -> str:
    """One sentence without its full stop: who did what to whom, where, when, how many, according to whom."""
    say = ontology.say(event.type, event.mode)
    actors = join_names([say_party(party) for party in event.actors]) or "an unnamed party"
    whom = [say_party(party) for party in event.recipients if not _at_home(party, event.actors)]
    recipients = join_names(whom)
    plural = len(event.actors) > 1
    frame = _FRAMES[event.status]
    if event.status == "denied" and any(_LIES_AHEAD.search(part.quote) for part in event.evidence[:1]):
        frame = "it is ruled out that {a} would {base}"
    if plural:
        frame = frame.replace("it would", "they would").replace("plans to", "plan to")
    text = frame.format(a=actors, past=_fill(say.past, recipients), base=_fill(say.base, recipients))
    if event.place and event.place.name not in text:
        text += f" in {event.place.name}"
    figures = [
        q.text for q in event.quantities[:2] if q.text.lower() not in text.lower() and not _IDLE_FIGURE.search(q.unit)
    ]
    if figures:
        text += f" ({join_names(figures)})"
    if event.date and event.status != "denied":
        text += f" {say_when(event.date.edtf)}"
    if event.attribution:
        text += f", according to {say_speaker(event.attribution[0])}"
    return text[:1].upper() + text[1:]


def _at_home(party: Party, actors: Sequence[Party]) -> bool:
    """Whether a recipient is no more than the actors' own country, so that naming it says nothing."""
    home = {actor.country for actor in actors if actor.country}
    return len(home) == 1 and party.country in home and say_party(party) == display_name(party.country or "")


def say_when(edtf: str) -> str:
    """A date as an adverb: `on 26 April 2021`, `on the 24th`, `in March`; notes on what is missing are left to others."""
    said = re.sub(r" \((?:month|year) not given\)", "", say_date(edtf))
    if said[:1].isdigit() or said.startswith("the "):
        single = "/" not in edtf
        exact = edtf_precision(edtf) >= 3 or said.startswith("the ")
        return f"{'on' if exact and not said.endswith('0s') else 'in'} {said}" if single else f"from {said}"
    if said.startswith(("about ", "since ", "until ")):
        return said
    return f"in {said}"


def _fill(pattern: str, recipients: str) -> str:
    if recipients:
        return _BRACKETS.sub(r"\1", pattern).replace("{r}", recipients)
    return _BRACKETS.sub("", pattern).replace("{r}", "")
