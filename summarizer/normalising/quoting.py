"""An event told in its source's own words, where these stand alone."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.events import Event, Speaker
from summarizer.normalising.actors import codes_in, country_of
from summarizer.normalising.phrasing import FULL_NAME, kind_of_name, say_event, say_party, say_speaker, say_when
from summarizer.ontology import Ontology

_ANAPHORIC_DAY = re.compile(
    r"(?:(?:(?:on|later|earlier) )?(?:the|that) (?:same|very|following|next|previous)? ?(?:day|evening|morning|night|afternoon"
    r"|(?<=same )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|(?:a|one|two|three|four|five) days? (?:(?:later|earlier)\b|(?:before|after)(?=,)))"
    r"(?!\s+(?:after|before|of|when|that|on|following|since)\b)",
    re.I,
)
_LEAD_IN = re.compile(
    r"^(?:(?:meanwhile|in addition|additionally|moreover|furthermore|also|at the same time|on the other hand|in parallel|"
    r"separately|however|but|and|besides|alongside these developments|for its part|for their part|furthermore|moreover|"
    r"it (?:will|may) be recalled that|it is recalled that|as is known|then|yet)\b,?\s+"
    r"|(?:so|still|thus|nevertheless|nonetheless|indeed|in fact|finally|later|afterwards|in turn|by contrast|as a result),\s+)+",
    re.I,
)
_CITY = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-ÞĀ-Ž .'’-]{2,40}"
_ITS_DAY = r"(?:\w+\.?\s*\d{0,2}|\d{1,2}\s+\w+\.?)(?:,?\s+\d{4})?"
_AGENCY = r"\s*(?:\([^)]{2,30}\))?"
_DATELINE = re.compile(
    rf"^(?:{_CITY}(?:,\s*{_ITS_DAY})?{_AGENCY}|{_CITY}(?:,\s*\w+)?(?:/{_CITY}(?:,\s*[^\W\d]+)?)*(?:,\s*{_ITS_DAY})?{_AGENCY}"
    r"|\([A-Z][\w .'-]{2,30}\))(?:\s+-+\s+|\s*[–—]+\s*)"
)
# A newspaper that speaks of itself.
_OWN_AFFAIRS = re.compile(
    r"(?<!told )(?<!tell )(?<!tells )\b(?:this|our) (?:agency|newspaper|paper|website|newsroom|reporter)\b|\bregrets? the errors?\b",
    re.I,
)
# What is left of a quotation: "Rahimyar said, praising the policy."
_BARE_SAYING = re.compile(r"(?:[A-Z][\w.'’-]+\s+){1,4}(?:said|added|stressed|noted|concluded|explained)[,.]")
_PRONOUN_SAYS = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)(?= (?:said|added|told|says|explained|announced)\b)")
_PRONOUN_FIRST = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|such|both|neither|the latter|the former"
    r"|the officials? (?:[a-z]+ed|said|told|also|who|did|had|would)"
    r"|the (?:source|move|measures?|same|pair|man|men|woman|women|document|letter|other)"
    r"|the (?:ministry|minister|spokes\w+)(?! (?:of|for|in|at) )"
    r"|we|our"
    r"|the (?:two|three|four|five|six) (?:were|was|had|have|are|will|would|who|also|met))\b",
    re.I,
)
# "Those of the garrison", "It is informed from Lima that …", "That the bridge was shut …": nothing before them is meant.
_EXPLETIVE = re.compile(
    r"it (?:is|was|has been|emerged|became|turned)\b(?: [\w-]+){1,5} that\b|(?:those|that) (?:of|who|whose)\b", re.I
)
# "By then", "In its note", "All but two", "Another", "Among them", "There,": they hang on the sentence before.
_POINTS_BACK = re.compile(
    r"(?:taken together|overall|in (?:short|sum|other words|particular)|all in all)\b|(?:there|here|so|thus|hence|instead"
    r"|nor|or|yet|not so|others?|another|none|some of (?:them|these|those)|among them"
    r"|all but (?:one|two|three|four|five|six)\b(?! of)|(?:\w+|a few|a dozen) of (?:them|these|those|whom)\b|(?:one|two|three|four)(?=,)"
    r"|(?:[\w-]+ ){1,2}(?:after|before) (?:that|this|it|them)\b"
    r"|(?:in|at|on|for|from|with|after|before|to|by|among|of|under|against) (?:his|her|its|their|these|those|this|that|them|him|it)"
    r"|(?:by|since|until|before) then|a (?:second|third|fourth|further) (?!world)\w+|the (?:second|third|fourth|first|others?))\b",
    re.I,
)
# "On Friday she flew …", "Launching its appeal in Geneva, it called …": a pronoun for the subject, after an opening phrase.
_PRONOUN_LATER = re.compile(
    r"([A-Z][^,;:]{0,80}?(?:, |(?<=day )|(?<=[0-9]{4} )|(?<=\d(?:st|nd|rd|th) ))"
    r"|(?:In|On|At|By|During) (?:an?|the) (?:[a-z-]+ ){1,4})"
    r"(?:he|she|it|they|his|her|its|their)\b(?! (?:is|was) )"
)
_TAKES_BACK = re.compile(
    r"^(?:But |Yet )?(?:Not so|Not true|Untrue|False|Nonsense|Rubbish|Wrong|None of (?:it|this|that) (?:is|was) (?:true|so)"
    r"|Nothing of the (?:kind|sort))\b"
    r"|^(?:[^“\".]{2,80}? )?(?:den(?:y|ied|ies)|reject(?:ed|s)?|dismiss(?:ed|es)?|disput(?:e|ed|es)|contradict(?:ed|s)?|refut(?:ed|es)) "
    r"(?:it|this|that|both|the (?:claim|report|charge|story|allegation|accusation|rumour|idea|account)s?)\b"
    r"|^(?:That|This|It|The (?:report|story|claim)) (?:is|was|had been) (?:false|untrue|wrong|not (?:true|so)|invented|denied)\b"
    r"|^[^“\".]{2,60}? said no\b",
    re.I,
)
# "Men in the crowd had shot first, he explained", "“They can pack,” she fumed": only the speech before tells who.
_SAYS_LATE = re.compile(
    r"([^“”\"]*?)(?:[“\"][^”\"]*[”\"]|,)\s+(?:he|she|they) (?:also |then )?"
    r"(?:said|says|explained|added|told|noted|insisted|complained|fumed|snapped|joked|warned|declared|went on|argued|claimed)\b"
)
# "Earlier in March, Moscow had sent a note": what came before the news.
_EARLIER = re.compile(r"[^,;:“\"]{0,40}(?:,[^,;:“\"]{0,60}){0,2}?\bhad (?:\w+ly )?(?!been\b|to\b)\w+")
# A sentence with a source of its own is given no second one.
_SOURCED = re.compile(r"According to (?!which\b)")
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]n|[Bb]y|[Ff]or) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
)
_DAYS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_BOLD_DATELINE = re.compile(r"^\*\*[A-Z][^*]{3,50}\d{4}\.?\*\*\s*")
_BOLD_HEAD = re.compile(r"^\*\*([^*]{2,40}[^\W\d_])\*\*\s+(?=[“\"A-Z])")  # "**Suva** Fiji and Kiribati signed …"
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?!\*)")


@lru_cache(maxsize=4096)
def trim_sentence(sentence: str) -> str:
    """A source sentence fit for a brief: no dateline, no lead-in word, no line breaks; a capital first, a full stop last."""
    text = " ".join(sentence.split()).lstrip(",;:-–— ")
    text = _EMPHASIS.sub(r"\2", _BOLD_HEAD.sub(r"\1: ", _BOLD_DATELINE.sub("", text)))
    text = _LEAD_IN.sub("", _DATELINE.sub("", text)).lstrip("–— ").rstrip("*\\")
    if text.endswith(")") and text.count(")") == text.count("(") + 1:
        text = text[:-1]
    if text and not text.endswith((".", "!", "?", '"', "”", "…", ".)")):
        text += "."
    return text[:1].upper() + text[1:]


def tell_event(event: Event, ontology: Ontology, longest: int) -> str:
    """The event in its source's own words when they fit into `longest` characters and stand alone, else in ours."""
    quote = event.evidence[0].quote if event.evidence else ""
    return source_words(event, quote, longest) or say_event(event, ontology) + "."


def source_words(event: Event, quote: str, longest: int) -> str | None:
    """A quote fit to tell the event, with names in place of what only its article explains; None when it doesn't stand alone.

    It doesn't when it is a fragment or a question, opens with a pronoun, is too long, or doesn't name the event's speaker.
    """
    speaker = event.attribution[0] if event.attribution else None
    text = _with_own_date(trim_sentence(quote), event)
    lead = _SAYING_FIRST.match(text) if speaker else None
    if speaker and lead:
        text = f"{text[lead.end()].upper()}{text[lead.end() + 1 :].rstrip('.')}, according to {say_speaker(speaker)}."
    elif speaker and not names_speaker(speaker, text) and not _SOURCED.match(text):
        text = _named_speaker(text, speaker)
    text = _named_actor(text, event)
    named = speaker is None or names_speaker(speaker, text) or _SOURCED.match(text) is not None
    return text if named and len(text) <= longest and stands_alone(text) else None


def with_names(event: Event, quote: str, longest: int, publisher: str | None = None) -> str | None:
    """A quote with the event's actor for the pronoun that opens it, and with its speaker after it; None when that doesn't do.

    What somebody, or else the article's publisher, says of "us" is quoted.
    """
    text = _with_own_date(trim_sentence(quote), event)
    speaker = event.attribution[0] if event.attribution else None
    teller = say_speaker(speaker) if speaker else publisher
    if teller and _FIRST_PERSON.match(text) and not _QUOTES & set(text) and is_whole(text) and len(text) <= longest:
        return f"{teller[:1].upper()}{teller[1:]} {'said' if speaker else 'writes'}: “{text}”"
    opening = _SUBJECT.match(text)
    if opening and len(event.actors) == 1:
        actor = event.actors[0]
        proper = say_party(actor)
        if _PRONOUN_FIRST.match(proper + " ") or actor.name in text or proper in text:
            return None
        unfit = "person" if opening[0] == "It" else "body"
        if unfit in (kind_of_name(actor.name), kind_of_name(proper.partition(" (")[0])):
            return None
        text = f"{proper[:1].upper()}{proper[1:]}{text[opening.end() :]}"
    if speaker and not names_speaker(speaker, text):
        if _SAYS.search(text):
            return None
        text = f"{text.rstrip('.')}, according to {say_speaker(speaker)}."
    return text if len(text) <= longest and stands_alone(text) else None


@lru_cache(maxsize=4096)
def stands_alone(text: str) -> bool:
    """Whether a trimmed sentence is news, whole, and can be understood without the one before it."""
    return is_whole(text) and not _OWN_AFFAIRS.search(text) and not _BARE_SAYING.match(text) and not hangs(text)


def is_whole(text: str) -> bool:
    """Whether a trimmed sentence is no fragment, question or half of a quotation."""
    return (
        len(text) >= 25
        and not text.startswith("(")
        and not text.endswith(("?", ":"))
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
    )


def day_hangs(text: str) -> bool:
    """Whether a sentence opens with a day that only the one before it tells: "On the same day"."""
    return _ANAPHORIC_DAY.match(text) is not None


@lru_cache(maxsize=4096)
def tells_what_had_been(text: str) -> bool:
    """Whether a sentence goes back to what came before the news."""
    return _EARLIER.match(text) is not None


@lru_cache(maxsize=4096)
def takes_back(text: str) -> bool:
    """Whether a sentence says that what the one before it told is not so."""
    return _TAKES_BACK.search(text) is not None


@lru_cache(maxsize=4096)
def hangs(text: str) -> bool:
    """Whether a sentence begins with words that only the one before it explains."""
    if _EXPLETIVE.match(text):
        return False
    if _PRONOUN_FIRST.match(text) or _POINTS_BACK.match(text) or _ANAPHORIC_DAY.match(text):
        return True
    later = _PRONOUN_LATER.match(text) or _SAYS_LATE.match(text)
    if later is None:
        return False
    opening = _WHERE.sub("", _DAYS.sub("", later[1]))
    return not re.search(r"(?<!^)\b[A-Z]", opening) and not codes_in(opening)


_SAYING_FIRST = re.compile(
    r"(?:the source|he|she|it|they)(?: (?:also|further))? (?:said|added|noted|stated|reported) that (?=[\w“\"]{2})",
    re.I,
)


_SUBJECT = re.compile(r"(?:He|She|It)(?= (?!is |was |said |says |told |added )[a-z])")
_SAYS = re.compile(
    r"\b(?:said|says|told|tells|announced|added|according to|reported|declared|stated|wrote|writes|claim(?:ed|s))\b",
    re.I,
)
_FIRST_PERSON = re.compile(r"(?:We|Our)\b")
_QUOTES = frozenset('"“”')
# What stands for a state or its office, and may be called by its name: not "the men", "their union", "her party".
_STANDS_FOR_STATE = re.compile(
    r"it|(?:the|its) (?:[a-z]+ ){0,2}(?:ministry|minister|government|presidency|president|premier|chancellery|cabinet"
    r"|spokes(?:man|woman|person)|army|navy|police|air force|coast ?guards?|embassy|consulate)",
    re.I,
)


def _named_actor(text: str, event: Event) -> str:
    """An actor that opens the sentence as "The ministry" or "It" only an article can say, by its proper name."""
    if len(event.actors) != 1 or not _PRONOUN_FIRST.match(text):
        return text
    name, proper = event.actors[0].name, say_party(event.actors[0])
    if (
        not _STANDS_FOR_STATE.fullmatch(name)
        or not text.lower().startswith(name.lower() + " ")
        or _PRONOUN_FIRST.match(proper + " said")
    ):
        return text
    if re.match(r" (?:of|for|to|in)\b", text[len(name) :]) and country_of(proper):  # "Iran of Ports"
        return text
    return f"{proper[:1].upper()}{proper[1:]}{text[len(name) :]}"


def _with_own_date(text: str, event: Event) -> str:
    """An opening such as "On the same day" hangs on the sentence before; the event's own date takes its place."""
    found = _ANAPHORIC_DAY.match(text)
    if not found or event.date is None:
        return text
    when = say_when(event.date.edtf)
    return f"{when[:1].upper()}{when[1:]}{text[found.end() :]}"


def _named_speaker(text: str, speaker: Speaker) -> str:
    """The text with its speaker's name in place of a "she said"."""
    found = _PRONOUN_SAYS.search(text)
    if found is None or found[0].lower() == "they" or _names_another(text[: found.start()]):
        return text
    if kind_of_name(speaker.name) == ("person" if found[0].lower() == "it" else "body"):
        return text
    return f"{text[: found.start()]}{say_speaker(speaker)}{text[found.end() :]}"


def leaves_speaker(text: str) -> bool:
    """Whether only the sentence before tells who speaks in a text: "Peru should pay, it said"."""
    found = _PRONOUN_SAYS.search(text)
    return found is not None and not _names_another(text[: found.start()])


def opens_with_speaker(event: Event, quote: str) -> bool:
    """Whether a quote opens with its event's speaker as the record has him, so that naming him behind puts nobody in."""
    text = trim_sentence(quote).lower()
    return any(text.startswith(f"{speaker.name.lower()} ") for speaker in event.attribution[:1])


def _names_another(before: str) -> bool:
    """Whether the words before a pronoun name somebody whom it means: "Minister Ana Ruiz refused, and, he said, …"."""
    return bool(FULL_NAME.search(_DAYS.sub("", before)) or _SAYS.search(before))


def names_speaker(speaker: Speaker, text: str) -> bool:
    """Whether a text names a speaker by the whole name or its last word."""
    return speaker.name.lower() in text.lower() or speaker.name.split()[-1] in text
