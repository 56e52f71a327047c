"""Whether a text names a speaker: by name, office, state or organisation."""

from __future__ import annotations

import re

from summarizer.events import Speaker
from summarizer.normalising.actors import codes_in, country_of
from summarizer.verifying.case import WORD, Case, holds, stem, stems_of
from summarizer.verifying.organisations import organisations_of
from summarizer.verifying.sayers import sayers

TITLES = frozenset(
    """president minister prime foreign defence defense interior secretary state spokesman spokeswoman spokesperson mr mrs ms
    dr general colonel ministry government office agency news the of for head chief deputy senior ambassador department
    a an and television tv official officials source sources his her its their our my""".split()
)
_SMALL = frozenset("the of for a an and to in at on news mr mrs ms dr".split())
_OFFICE = re.compile(r"([A-Za-z]{4,}),?\s+$")
_OFFICES = re.compile(
    r"\b(?:spokes\w+|minister|president|premier|chancellor|secretary|ambassador|commander|governor|mayor|judge|prosecutor|chief|director"
    r"|commissioner|adviser|councillor|commissar|chairman|chairwoman|lawyer|mediator|envoy)\b",
    re.I,
)
_HEADS = (("head", "chief", "leader", "director", "boss"),)  # words for one office


def named(speaker: Speaker, text: str) -> bool:
    """Whether the text names a speaker: a person by name, an office by its words, a state by any of its names.

    A state that speaks in place of its minister will do: less is said, but nothing wrong.
    """
    lower, lower_name = text.lower(), speaker.name.lower()
    if len(speaker.name) > 3 and holds(lower, speaker.name.lower()):
        return True
    words = re.findall(r"[\w'-]+", speaker.name)
    code = speaker.country or country_of(speaker.name)
    proper = [w for w in words if w[0].isupper() and w.lower() not in TITLES and not country_of(w)]
    if any(holds(text, w) for w in proper[-1:]):
        return True
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 2 and holds(text, initials):
        return True
    if code is not None and any(code in codes_in(phrase) for phrase in sayers(text)):
        return True
    if "ministry" in lower_name and any(_same_ministry(lower_name, phrase) for phrase in sayers(text)):
        return True
    office = [
        w.lower()
        for w in words
        if w.lower() not in ("the", "of", "a", "an", "for", "his", "her", "its") and not country_of(w)
    ]
    if office and not proper:
        for phrase in sayers(text):
            if office[-1] in phrase.lower() or office[0] in phrase.lower():
                return code is None or country_of(phrase) in (None, code)
    return False


def _same_ministry(name: str, phrase: str) -> bool:
    """Whether a phrase names a ministry by its field: "the foreign ministry" for one of Foreign Affairs and Emigration."""
    words = [word for word in re.findall(r"[a-z]+", phrase.lower()) if word not in _SMALL]
    at = next((at for at, word in enumerate(words) if word.startswith("ministr")), 0)
    return at > 0 and words[at - 1] in name


def by_office(speaker: Speaker, case: Case) -> bool:
    """Whether "the mediator said" names him whom a passage calls "mediator Manuel Lopes" or "the mediator, Manuel Lopes"."""
    for passage in case.passages:
        at = passage.text.find(speaker.name)
        before = _OFFICE.search(passage.text[:at]) if at > 0 else None
        offices = [before[1].lower()] if before else []
        if at > 0:  # "army spokesman Major General Deng Ajak"
            offices += [office.lower() for office in _OFFICES.findall(" ".join(passage.text[:at].split()[-5:]))]
        for office in offices:
            words = "|".join(map(re.escape, next((heads for heads in _HEADS if office in heads), (office,))))
            if any(re.search(rf"\b(?:{words})(?:\s+of\s|$)", phrase, re.I) for phrase in sayers(case.text)):
                return True
    return False


def by_organisation(name: str, case: Case) -> bool:
    """Whether the sentence makes the organisation speak to which a passage ties a speaker."""
    if not name.strip() or not name.split()[-1][0].isupper():
        return False
    tied = frozenset().union(*(organisations_of(name, passage.text) for passage in case.passages))
    return any(holds(phrase, word) for phrase in sayers(case.text) for word in tied)


def echoes(phrase: str, text: str) -> bool:
    """Whether a text names somebody by a word of the phrase that names him, or by a country's other name."""
    told = [word for word in WORD.findall(phrase) if word.lower() not in _SMALL]
    words = [word for word in told if word[0].isupper() or word.lower() in TITLES]
    if any(holds(text.lower(), word.lower()) for word in words):
        return True
    if codes_in(phrase) & codes_in(text):
        return True
    nouns = [word for word in told if len(word) > 3]
    return (not words and any(stem(word) in stems_of(text) for word in nouns)) or not (words or nouns)
