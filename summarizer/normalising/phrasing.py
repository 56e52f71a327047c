"""An event told in one plain sentence, made from its slots alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Event, Party, Speaker, Status
from summarizer.normalising.actors import country_of, display_name
from summarizer.normalising.dates import edtf_precision, say_date
from summarizer.ontology import Ontology

_BRACKETS = re.compile(r"\[([^\]]*)\]")
_ANAPHORIC_DAY = re.compile(
    r"(?:(?:on|later|earlier) )?(?:the|that) (?:same|very|following|next|previous)? ?(?:day|evening|morning|night|afternoon)\b"
    r"|(?:a|one|two|three|four|five) days? (?:later|earlier|before|after)\b",
    re.I,
)
_INDEFINITE = re.compile(r"(?i:its|his|her|their|our|the|a|an|this|that)\b|[a-z]")
_LEAD_IN = re.compile(
    r"^(?:(?:meanwhile|in addition|additionally|moreover|furthermore|also|at the same time|on the other hand|in parallel|"
    r"separately|however|but|and|besides|alongside these developments|for its part|for their part)\b,?\s+)+",
    re.I,
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,/'-]{2,40}(?:,\s*(?:\w+\.?\s*\d{0,2}|\d{1,2}\s+\w+\.?))?\s*(?:\([^)]{2,20}\))?(?:\s+-+\s+|\s*[–—]+\s*)"
)
_FRAMES: dict[Status, str] = {
    "occurred": "{a} {past}",
    "ongoing": "{a} {past}, which still goes on",
    "announced": "{a} announced that it would {base}",
    "planned": "{a} plans to {base}",
    "threatened": "{a} threatened to {base}",
    "demanded": "there is a demand that {a} {base}",
    "proposed": "{a} proposed to {base}",
    "denied": "a move by {a} to {base} is denied or ruled out",
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
    if _INDEFINITE.match(party.name):  # "its foreign minister", "the ministry"
        return country
    return f"{party.name} ({country})"


def say_speaker(speaker: Speaker) -> str:
    """A speaker for a reader, always by name."""
    name = speaker.name[4:] if speaker.name[:4].lower() == "the " else speaker.name
    if speaker.country and speaker.country not in ("IGO", "NGO") and country_of(name) is None:
        return f"{name} ({display_name(speaker.country)})"
    return f"the {name}" if name[:1].islower() or speaker.name[:4].lower() == "the " else name


def say_event(event: Event, ontology: Ontology) -> str:
    """One sentence without its full stop: who did what to whom, where, when, how many, according to whom."""
    say = ontology.say(event.type, event.mode)
    actors = join_names([say_party(party) for party in event.actors]) or "an unnamed party"
    recipients = join_names([say_party(party) for party in event.recipients])
    plural = len(event.actors) > 1
    frame = _FRAMES[event.status]
    if plural:
        frame = frame.replace("it would", "they would").replace("plans to", "plan to")
    text = frame.format(a=actors, past=_fill(say.past, recipients), base=_fill(say.base, recipients))
    if event.place and event.place.name not in text:
        text += f" in {event.place.name}"
    if event.date:
        text += f" {say_when(event.date.edtf)}"
    if event.attribution:
        text += f", according to {say_speaker(event.attribution[0])}"
    return text[:1].upper() + text[1:]


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


def trim_sentence(sentence: str) -> str:
    """A source sentence fit for a brief: no dateline, no lead-in word, no line breaks; a capital first, a full stop last."""
    text = " ".join(sentence.split()).lstrip(",;:-–— ")
    text = _LEAD_IN.sub("", _DATELINE.sub("", text))
    if text and not text.endswith((".", "!", "?", '"', "”", "…")):
        text += "."
    return text[:1].upper() + text[1:]


def tell_event(event: Event, ontology: Ontology, longest: int) -> str:
    """The event in its source's own words when they fit into `longest` characters and stand alone, else in ours.

    A sentence doesn't stand alone when it is a fragment or a question, opens with a pronoun, or doesn't name its speaker.
    """
    quote = event.evidence[0].quote if event.evidence else ""
    text = _with_own_date(trim_sentence(quote), event)
    speaker = event.attribution[0] if event.attribution else None
    fit = (
        25 <= len(text) <= longest
        and not text.endswith("?")
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
    )
    if not fit or _pronoun_first(text) or (speaker and not _names(speaker, text)):
        text = say_event(event, ontology) + "."
    return text


def _with_own_date(text: str, event: Event) -> str:
    """An opening such as "On the same day" hangs on the sentence before; the event's own date takes its place."""
    found = _ANAPHORIC_DAY.match(text)
    if not found or event.date is None:
        return text
    when = say_when(event.date.edtf)
    return f"{when[:1].upper()}{when[1:]}{text[found.end() :]}"


def _pronoun_first(text: str) -> bool:
    return bool(
        re.match(
            r"(?:he|she|it|they|this|that|these|those|his|her|its|their|such|the (?:ministry|source|move|measures?|same))\b",
            text,
            re.I,
        )
    )


def _names(speaker: Speaker, text: str) -> bool:
    return speaker.name.lower() in text.lower() or speaker.name.split()[-1] in text
