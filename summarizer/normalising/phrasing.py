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
    r"|spokesman|spokeswoman|spokesperson|parliament|court|army|navy|police|embassy|consulate|central bank))",
    re.I,
)
_ROLE = """president minister premier chancellor ambassador envoy consul general colonel major captain spokesman spokeswoman
    spokesperson official source lawyer witness diplomat governor mayor prosecutor commander director adviser senator deputy
    officer secretary mr mrs ms dr"""
_BODY = """ministry movement agency office department government army navy military police guard guards commission council union
    party front bank court parliament news wire times post radio television league nations force forces watch service
    coastguard embassy presidency"""
_KIND = {word: kind for kind, words in (("person", _ROLE), ("body", _BODY)) for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
FULL_NAME = re.compile(r"[A-Z][\w'’-]+ (?:(?:al|el|bin|ibn|von|van|de|da|dos|del|di|ben)[ -])?[A-Z][\w'’-]+")
_COUNTED = re.compile(
    r"(?:The|A|An|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|Many|Dozens|Hundreds)\b(?= [a-z])"
)
_OWN = re.compile(r"(?:its|his|her|their|our)\s+(?=.*s$)", re.I)  # "her German owners", not "her Polish colleague"
_DEFINITE = re.compile(r"(?:the|his|her|its|their|our)\s+", re.I)
_INDEFINITE_ARTICLE = re.compile(r"an?\s", re.I)
_INDEFINITE = re.compile(r"(?i:it|he|she|they|its|his|her|their|our|the|a|an|this|that)\b|[a-z]")
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


def kind_of_name(name: str) -> str | None:
    """Whether a name is clearly one of a "person" or of a "body" (a state, a ministry, a newspaper): by its last telling word."""
    if country_of(name):
        return "body"
    told = [_KIND[word] for word in _WORD.findall(name.partition(" of ")[0].lower()) if word in _KIND]
    return told[-1] if told else "person" if FULL_NAME.fullmatch(name) else None


def say_party(party: Party) -> str:
    """A party for a reader: the country where the name says nothing more, else the name with its country."""
    if not party.country:
        return party.name
    if party.country in ("IGO", "NGO"):
        return party.name
    country = display_name(party.country)
    told = country_of(party.name)
    if told == party.country:
        bare = party.sector in (None, "GOV") or _is_dateline(party.name)
        return country if bare else _OWN.sub("", party.name)
    office = _OFFICE.fullmatch(party.name)
    if office and demonym(party.country):  # "its foreign minister" is not its country, when he resigns
        return f"the {demonym(party.country)} {office['office'].lower()}"
    if _INDEFINITE.match(party.name):  # "the ministry", "two of them"
        return country
    return f"{party.name} ({country})"


def _is_dateline(name: str) -> bool:
    """Whether a name is a place as it stands at the head of an article: "PARAMARIBO"."""
    return len(name) > 4 and name.isupper()


def say_speaker(speaker: Speaker) -> str:
    """A speaker for a reader, always by name."""
    if _is_dateline(speaker.name) and speaker.country and country_of(speaker.name) == speaker.country:
        return display_name(speaker.country)
    told = speaker.name.title() if speaker.name.isupper() and " " in speaker.name else speaker.name
    name = _DEFINITE.sub("", told)
    if _INDEFINITE_ARTICLE.match(name):
        told = f"{name[:1].lower()}{name[1:]}"
    elif name[:1].islower() or name != told:
        told = f"the {name}"
    if speaker.country and speaker.country not in ("IGO", "NGO") and country_of(name) is None:
        return f"{told} ({display_name(speaker.country)})"
    return told


def say_event(event: Event, ontology: Ontology) -> str:
    """One sentence without its full stop: who did what to whom, where, when, how many, according to whom."""
    say = ontology.say(event.type, event.mode)
    actors = join_names([say_party(party) for party in event.actors]) or "an unnamed party"
    whom = [say_party(party) for party in event.recipients if not _at_home(party, event.actors)]
    recipients = join_names([_COUNTED.sub(lambda found: found[0].lower(), said) for said in whom])
    plural = len(event.actors) > 1
    frame = _FRAMES[event.status]
    if event.status == "denied" and any(_LIES_AHEAD.search(part.quote) for part in event.evidence[:1]):
        frame = "it is ruled out that {a} would {base}"
    if plural:
        frame = frame.replace("it would", "they would").replace("plans to", "plan to")
    people = not any(kind_of_name(said.partition(" (")[0]) == "body" for said in whom)
    text = frame.format(a=actors, past=_fill(say.past, recipients, people), base=_fill(say.base, recipients, people))
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


def _fill(pattern: str, recipients: str, people: bool) -> str:
    """A pattern with the recipients in it, or its words without any; `people` are no "people of" themselves.

    What is in brackets goes without recipients, or there are words of their own behind a bar: "arrested {r}|made arrests".
    """
    to, _, alone = pattern.partition("|")
    if not recipients:
        return alone or _BRACKETS.sub("", to)
    return _BRACKETS.sub(r"\1", to.replace("people of {r}", "{r}") if people else to).replace("{r}", recipients)
