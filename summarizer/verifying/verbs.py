"""The verb of a clause after its subject."""

from __future__ import annotations

import re

from summarizer.verifying.case import IRREGULAR_FORMS, WORD, stem

BE = r"\b(?:was|were|is|are|be|been|being|got|gets|stands?|stood)\s+(?:not\s+|never\s+|also\s+|then\s+|still\s+|now\s+|[a-z]+ly\s+)*"
PASSIVE = re.compile(
    rf"{BE}(?P<verb>[a-z]+(?:ed|en|wn|ught)|{'|'.join(sorted(IRREGULAR_FORMS))})\b(?!\s+to\s+(?!leave|be\b|death|life|prison|jail|two|three|four|five|six|seven|eight|nine|ten|\d|the\b|a\b|explain|appear|quit|stop|halt|[A-Z]))"
)
PSEUDO = frozenset(
    "expected scheduled prepared supposed determined inclined concerned worried pleased opposed involved interested".split()
)
# Forms that are hardly ever nouns, so that they are verbs wherever they stand after a subject.
_PRESENT = frozenset(
    """wants says denies accuses rejects insists expects urges asks refuses blames believes condemns maintains threatens seeks
    demands warns complains intends proposes considers suspects""".split()
)
_LEADS_TO = re.compile(r"\s+(?:not\s+)?to\s+(?:be\s+)?([a-z]+)")
_AUXILIARY = frozenset("was were is are has have had will would could may might must should shall did does do".split())
_BE = frozenset("was were is are".split())
_PARTICIPLE = re.compile(rf"(?:ed|en|ing|wn|ught)$|^(?:{'|'.join(sorted(IRREGULAR_FORMS))})$")
_TO_ACT = re.compile(r"\bto\s+(?!be\b|blame\b)[a-z]+")  # "due to deport", "is to supply"
_SKIP = frozenset(
    "not also then again never now still already be been being to earlier later since twice once only just yet both".split()
)
EMPTY = frozenset(stem(word) for word in "be have do get".split())
_NO_VERB = frozenset("nothing something anything everything evening morning during king spring".split())
_PARTICLES = {
    "call": "on|for|upon|in|off",
    "stay": "away",
    "turn": "down|off|back|away|over",
    "switch": "off|on",
    "put": "up|forward",
    "send": "back|home|away",
    "throw": "out",
    "give": "up|back",
    "hand": "over",
    "brush": "aside|off",
    "hit": "back",
    "let": "go",
}
_OBJECT = r"(?:the|its|their|all|two|three|four|five|\d+)\s+(?:[\w'-]+\s+){1,2}?"  # "threw the two diplomats out"
_SHORT = ("used", "sued", "owed")  # past forms, unlike "need" and "seed"
LIGHT_VERBS = frozenset(stem(word) for word in "take make come go get see".split())

# Verbs that say the same of who does it.
_ALIKE = {
    stem(word): kind
    for kind, words in {
        "ask": "ask request demand urge appeal want seek",
        "accuse": "accuse charge blame fault",
        "refuse": "refuse decline boycott shun skip fail",
        "answer": "answer respond reply retaliate react retort",
        "promise": "promise vow pledge undertake",
        "expel": "expel eject evict",
        "build": "build construct erect",
        "buy": "buy purchase acquire",
        "free": "free release",
        "cancel": "cancel scrap",
        "hand": "hand surrender handover",
        "summon": "summon",
    }.items()
    for word in words.split()
} | {
    "call on": "ask",
    "call for": "ask",
    "call upon": "ask",
    "call in": stem("summon"),
    "stay away": "refuse",
    "turn down": "refuse",
    "turn away": "refuse",
    "brush aside": "refuse",
    "hit back": "answer",
    "put up": "build",
    "send home": "expel",
    "throw out": "expel",
    "switch off": "turn off",
    "let go": "free",
    "hand over": "hand",
    "call off": "cancel",
    "go back": "return",
}


def phrasal(verb: str, after: str) -> str:
    """The stem of a verb, with its particle where the verb alone says little ("took down")."""
    word = stem(verb)
    particles = "down|up|off|out|over|back" if word in LIGHT_VERBS else _PARTICLES.get(word, "")
    pattern = rf"\b{re.escape(verb)}\s+(?:{_OBJECT})?({particles})\b"
    particle = re.search(pattern, after) if particles else None
    return f"{word} {particle[1]}" if particle else word


def verbs_of(between: str, adjective: bool) -> list[str]:
    """The verb after a mention (a past form, what follows an auxiliary, an -s form right after a noun), and the one that
    this leads to ("plans to withdraw").
    """
    words: list[str] = WORD.findall(between)
    for at, word in enumerate(words[:9]):
        verb = None
        if word in _AUXILIARY:
            rest = [w for w in words[at + 1 : at + 5] if w not in _SKIP | _AUXILIARY and not w.endswith("ly")]
            verb = rest[0] if rest else None
            if verb is None or (_is_state(word, verb) and not _TO_ACT.search(between)):
                return []  # "are free"
        elif (
            is_past(word)
            or (word in _PRESENT and at)
            or (
                at == 0
                and word.islower()
                and word not in _NO_VERB
                and between[:1] == " "
                and not adjective
                and word.endswith(("s", "ing"))
            )
        ):
            verb = word
        if verb:
            then = _LEADS_TO.match(between, between.find(verb) + len(verb))
            return [verb, then[1]] if then else [verb]
    return []


def _is_state(auxiliary: str, word: str) -> bool:
    """Whether what follows a form of "be" is no participle."""
    return auxiliary in _BE and not _PARTICIPLE.search(word)


def is_past(word: str) -> bool:
    return word in IRREGULAR_FORMS or word in _SHORT or (word.endswith("ed") and word.islower() and len(word) > 4)


def kind(verb: str) -> str:
    """One stem for all verbs that say the same of who does it."""
    return _ALIKE.get(verb, verb)


def alike(one: str, other: str) -> bool:
    """Whether two stems of verbs say the same of who does it."""
    return kind(one) == kind(other)
