"""An event told in one plain sentence, made from its slots alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Event, Party, Speaker, Status
from summarizer.normalising.actors import country_of, demonym, display_name
from summarizer.normalising.dates import edtf_precision, say_date
from summarizer.ontology import Ontology

_BRACKETS = re.compile(r"\[([^\]]*)\]")
_ANAPHORIC_DAY = re.compile(
    r"(?:(?:(?:on|later|earlier) )?(?:the|that) (?:same|very|following|next|previous)? ?(?:day|evening|morning|night|afternoon)\b"
    r"|(?:a|one|two|three|four|five) days? (?:later|earlier|before|after)\b)(?!\s+(?:after|before|of|when|that|on|following|since)\b)",
    re.I,
)
_OFFICE = re.compile(
    r"(?:its|his|her|their|the)\s+(?P<office>(?:[a-z]+\s+){0,2}(?:president|minister|premier|chancellor|ambassador|envoy|consul|general"
    r"|spokesman|spokeswoman|spokesperson|parliament|court|army|navy|police|embassy|consulate|central bank))"
)
_INDEFINITE = re.compile(r"(?i:its|his|her|their|our|the|a|an|this|that)\b|[a-z]")
_LEAD_IN = re.compile(
    r"^(?:(?:meanwhile|in addition|additionally|moreover|furthermore|also|at the same time|on the other hand|in parallel|"
    r"separately|however|but|and|besides|alongside these developments|for its part|for their part|furthermore|moreover|"
    r"it (?:will|may) be recalled that|it is recalled that|as is known)\b,?\s+)+",
    re.I,
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .,/'-]{2,40}(?:,\s*(?:\w+\.?\s*\d{0,2}|\d{1,2}\s+\w+\.?)(?:,?\s+\d{4})?)?\s*(?:\([^)]{2,30}\))?"
    r"|\([A-Z][\w .'-]{2,30}\))(?:\s+-+\s+|\s*[–—]+\s*)"
)
# A newspaper that speaks of itself.
_OWN_AFFAIRS = re.compile(
    r"\b(?:this|our) (?:agency|newspaper|paper|website|newsroom|reporter)\b|\bregrets? the errors?\b", re.I
)
# What is left of a quotation: "Rahimyar said, praising the policy."
_BARE_SAYING = re.compile(r"(?:[A-Z][\w.'’-]+\s+){1,4}(?:said|added|stressed|noted|concluded|explained)[,.]")
_PRONOUN_SAYS = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)(?= (?:said|added|told|says|explained|announced)\b)")
_LIES_AHEAD = re.compile(r"\b(?:will|would|won['’]t|intends?|intention|plans?|planned|going to|no question of)\b", re.I)
_IDLE_FIGURE = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|minutes?|metres?|meters?|kilomet\w+|km|miles?|th)\b", re.I
)
_BOLD_DATELINE = re.compile(r"^\*\*[A-Z][^*]{3,50}\d{4}\.?\*\*\s*")
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?!\*)")
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


def trim_sentence(sentence: str) -> str:
    """A source sentence fit for a brief: no dateline, no lead-in word, no line breaks; a capital first, a full stop last."""
    text = " ".join(sentence.split()).lstrip(",;:-–— ")
    text = _EMPHASIS.sub(r"\2", _BOLD_DATELINE.sub("", text))
    text = _LEAD_IN.sub("", _DATELINE.sub("", text))
    if text and not text.endswith((".", "!", "?", '"', "”", "…")):
        text += "."
    return text[:1].upper() + text[1:]


def tell_event(event: Event, ontology: Ontology, longest: int) -> str:
    """The event in its source's own words when they fit into `longest` characters and stand alone, else in ours.

    A sentence doesn't stand alone when it is a fragment or a question, opens with a pronoun, or doesn't name its speaker.
    """
    quote = event.evidence[0].quote if event.evidence else ""
    speaker = event.attribution[0] if event.attribution else None
    text = _with_own_date(trim_sentence(quote), event)
    lead = _SAYING_FIRST.match(text) if speaker else None
    if speaker and lead:
        text = f"{text[lead.end()].upper()}{text[lead.end() + 1 :].rstrip('.')}, according to {say_speaker(speaker)}."
    elif speaker and not _names(speaker, text):
        text = _named_speaker(text, speaker)
    text = _named_actor(text, event)
    fit = (
        25 <= len(text) <= longest
        and not text.endswith("?")
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and not _OWN_AFFAIRS.search(text)
        and not _BARE_SAYING.match(text)
    )
    if not fit or _pronoun_first(text) or (speaker and not _names(speaker, text)):
        text = say_event(event, ontology) + "."
    return text


_SAYING_FIRST = re.compile(
    r"(?:the source|he|she|it|they)(?: (?:also|further))? (?:said|added|noted|stated|reported) that (?=[\w“\"]{2})",
    re.I,
)


def _named_actor(text: str, event: Event) -> str:
    """An actor that opens the sentence as "The ministry" or "It" only an article can say, by its proper name."""
    if len(event.actors) != 1 or not _pronoun_first(text):
        return text
    name, proper = event.actors[0].name, say_party(event.actors[0])
    if not text.lower().startswith(name.lower() + " ") or _pronoun_first(proper + " said"):
        return text
    return f"{proper[:1].upper()}{proper[1:]}{text[len(name) :]}"


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
            r"(?:he|she|it|they|this|that|these|those|his|her|its|their|such|both|neither|the latter|the former"
            r"|the (?:ministry|source|move|measures?|same|pair|man|men|woman|women|minister|spokes\w+|document|letter)"
            r"|the (?:two|three|four|five|six) (?:were|was|had|have|are|will|would|who|also|met))\b",
            text,
            re.I,
        )
    )


def _named_speaker(text: str, speaker: Speaker) -> str:
    """The text with its speaker's name in place of a "she said"."""
    found = _PRONOUN_SAYS.search(text)
    return f"{text[: found.start()]}{say_speaker(speaker)}{text[found.end() :]}" if found else text


def _names(speaker: Speaker, text: str) -> bool:
    return speaker.name.lower() in text.lower() or speaker.name.split()[-1] in text
