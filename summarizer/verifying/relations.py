"""Who acts on whom in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from summarizer.verifying.case import WORD, stem
from summarizer.verifying.mentions import BY, FRONTED, PLACE, Name
from summarizer.verifying.verbs import EMPTY, PASSIVE, PSEUDO, kind, phrasal, verbs_of

_RECEIVES = re.compile(
    r"\b(?:receiv\w+|bought|buys?|buying|import\w*|obtain\w*|gets?|got|won|secur\w+|borrow\w*|accept\w+|fac(?:es?|ed|ing)|los(?:es?|ing|t)|suffer\w*|c[ao]me\s+under|drew|draws?|hear[sd]?)\b"
)
_FROM = re.compile(
    r"\b(?:from|by)\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}?(?:[a-z]+(?:\s+on\s+[A-Z][a-z]+)?\s*,\s+)?(?:the\s+)?$"
)
_NOMINAL = re.compile(r"^'s?\s+(?:[\w-]+\s+){0,3}?(?:of|against|on|to|from)\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}?$")
_ADJECTIVAL = re.compile(r"^\s+(?:[a-z-]+\s+){1,3}(?:to|against|on)\s+(?:the\s+)?(?:\d+\s+)?$")
_WITH = re.compile(r"\bwith\s+(?:the\s+|an?\s+)?(?:[\w'-]+\s+){0,2}?$")
_RECIPROCAL = re.compile(
    r"\b(?:met|meets?|meeting|held|agreed|exchang\w+|clash\w*|sign\w*|discuss\w*|spoke|jointly)\b", re.I
)
# What somebody may or must do is done to him as often as by him.
_ALLOWED = re.compile(
    r"\b(?:may|must|can|cannot|no\s+longer|ha[sd]\s+to|have\s+to|able\s+to|free\s+to|allowed)\b|\b(?:has|have|had)\s+(?:\w+\s+)?(?:days|hours|weeks)\b"
)
_MOVES = frozenset(stem(word) for word in "leave enter go come arrive return flee complain live stay belong".split())
# "expelled from Poland", "arrested in Poland" tell who did it; "moved from Poland" doesn't.
_PUT_OUT = frozenset(
    stem(word)
    for word in "expel ban bar deport exclude evict arrest detain hold jail imprison convict sentence try charge".split()
)
_FROM_HERE = re.compile(r"\bfrom\s+(?:the\s+)?$")
_TO_THERE = re.compile(r"\bto\s+(?:the\s+)?$")
# "the 26th saw two diplomats expelled": what follows is done to them.
UNDERGOES = re.compile(r"\b(?:saw|sees?|seen|had|have)\s+(?:[\w'-]+\s+){0,3}?$")
# "Chad will see 300 US soldiers withdrawn"
_SEES = re.compile(r"\s+(?:(?:will|would|has|had|to)\s+)*(?:see|saw|sees|seen)\b")
# "The bombing of Serbia's consulate brought an apology from Croatia": Serbia doesn't bring it.
_OF_SOMETHING = re.compile(r"\b[a-z]+\s+of\s+(?:the\s+)?$")
_OFFICE_OF = re.compile(
    r"\b(?:president|minister|premier|king|queen|government|republic|ministry|parliament|army|navy|forces|troops|soldiers|police|leader|authorities"
    r"|spokes\w+|ambassador|court|people|citizens|part|half|most|all|some|side|capital)\s+of\s+(?:the\s+)?$",
    re.I,
)
# "proposed that a corridor be opened by": the one before "that" is not what is opened.
_OTHER_SUBJECT = re.compile(r"\bthat\s+(?:an?|the|its|their|two|three|four|five|\d+)\s")
# "Rejected a warning by", "followed by a summons for": nobody does the first to the second.
_BY_A_NOUN = re.compile(
    r"^(?:'s)?\s+(?:[\w'-]+\s+){0,3}?(?:rejected|rejects|dismissed|denied|denies|condemned|ignored|welcomed|criticised|denounced|answered)\s+"
    r"(?:an?|the|any|all)\s+(?:[\w-]+\s+){0,2}?[a-z]+(?<!ed)\s+by\b"
)
# "vetoed a draft by": what an active verb's object is by.
_OBJECT_BY = re.compile(
    r"\b(?:an?|the|any|all|its|their|his|her|\d+|two|three|four|five)\s+(?:(?!day|week|month|year|night|morning|evening)[\w$.,'-]+\s+){1,7}?(?<!ed\s)(?<!en\s)by\s+(?:the\s+)?"
    r"(?:[\w'-]+\s+){0,4}?$"
)
# "Drew an Australian warning and a demand by Kenilorea": the demand is not on Australia.
_AND_A_NOUN = re.compile(r"\band\s+(?:an?|the|its|their)\s+(?:[a-z]+\s+)?[a-z]+\s+by\s+(?:[\w'-]+\s+){0,3}?$")
_STANDS_BY = re.compile(r"\bst(?:ands?|ood|anding)\s+(?:[\w'-]+[\",]*\s+){0,4}?by\b")
HE_SAID = re.compile(r",\s+(?:he|she|it|they)\s+(?:also\s+)?[a-z]+\s*(?:,|$)")
# "A spokesman for X, a colleague of Y's, explained": who explains stands before what is set between commas.
_APPOSED = re.compile(
    r"(?!\W*(?:On|In|At|After|Before|By|For|From|With|Under|Since|Following|Despite|Amid)\b)\w[^,;]*,\s[^,;]*\Z"
)
_RESUMES = re.compile(
    r"(?:'s)?\W*(?:[A-Z][\w'-]*\s+){0,3}(?:[A-Z][\w'-]*)?,\s+(?:[a-z]+ly\s+)?(?:(?:has|had)\s+)?(?:[a-z]+ed|said|told|gave|made|took)\b(?!\s+(?:by|of|in|at|from|on|over|for|to)\b)"
)
_IN_TIME = frozenset(stem(word) for word in "followed preceded accompanied".split())
_SAYS_THAT = re.compile(
    r"\b(?:sa(?:id|ys?)|suggest\w*|believ\w*|claim(?:s|ed)|maintain\w*|insist\w*|thinks?|thought)\s+that\b"
)
# "Brought in a trawler owned by": the owner does nothing.
_OWNED = re.compile(
    r"\b(?:an?|the|two|three|\d+)\s+(?:man|men|woman|women|person|people|official|ship|boat|vessel)\s+[a-z]+ed\s+by\b"
    r"|\b(?:an?|the|its|two|three|\d+)\s+[\w' -]*?\b(?:owned|run|operated|led|backed|chaired|headed)\s+by\b"
)
_NEW_CLAUSE = re.compile(r"[a-z]\s*,\s+(?:the\s+)?$")
_TARGET_OF = re.compile(r"\b(?:targets?|subjects?|objects?|victims?)\s+of\s+(?:the\s+|an?\s+)?$")
NEW_SUBJECT = re.compile(r"\b(?:that|which|whom|where)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody acts on somebody; `stems` are the words that lead there, which say how."""

    actors: frozenset[str]
    recipients: frozenset[str]
    stems: frozenset[str]


def read_relations(clause: str, names: list[Name]) -> Iterator[Relation]:
    for first, second in pairwise(names):
        if first.keys & second.keys:
            continue
        between = HE_SAID.sub(" ", clause[first.end : second.start])
        turned = _turned(clause[: first.start], between, first, second)
        if turned is None:
            continue
        passive = PASSIVE.search(between)
        words = [*verbs_of(between, first.adjective), *([passive["verb"]] if passive else [])]
        words = words or [word for word in WORD.findall(clause[: second.start]) if word.islower()]
        stems = frozenset(map(stem, words)) - EMPTY
        stems |= {kind(phrasal(word, between)) for word in words if word.islower()} - EMPTY
        actors, recipients = (second.keys, first.keys) if turned else (first.keys, second.keys)
        yield Relation(actors, recipients, stems)


def _turned(before: str, between: str, first: Name, second: Name) -> bool | None:
    """Whether the second of two mentions acts on the first; None when the two aren't plainly related."""
    fronted = bool(FRONTED.search(before))
    passive = PASSIVE.search(between)
    if passive and passive["verb"] in PSEUDO:
        passive = None
    if _SAYS_THAT.search(between):
        return None
    if BY.search(between):
        if _STANDS_BY.search(between) or (
            not passive
            and _OBJECT_BY.search(between)
            and not _RECEIVES.search(between)
            and verbs_of(between, first.adjective)
        ):
            return None
        if (
            _OTHER_SUBJECT.search(between)
            or _AND_A_NOUN.search(between)
            or _OWNED.search(between)
            or _BY_A_NOUN.search(between)
        ):
            return None
        if passive and stem(passive["verb"]) in _IN_TIME:
            return None
        return True
    received = bool(_RECEIVES.search(between) and _FROM.search(between))
    if UNDERGOES.search(before) or (_NEW_CLAUSE.search(between) and not received) or NEW_SUBJECT.search(between):
        return None
    if _TARGET_OF.search(between):
        return True
    if _FROM_HERE.search(before) and _TO_THERE.search(between):
        return False
    if passive:
        out = _FROM_HERE.search(between) or PLACE.search(between)
        return True if not out or stem(passive["verb"]) in _PUT_OUT else None
    if (_RECIPROCAL.search(between) or _WITH.search(between)) and not re.search(
        r"\b(?:refus|declin|reject|cancel|boycott|broke|cut|suspend|away|not\b)", between
    ):
        return None
    if first.adjective and _ADJECTIVAL.match(between):
        return None if {stem(word) for word in WORD.findall(between)} & _MOVES else False
    if fronted or (_RESUMES.match(between) and _APPOSED.search(before)):
        return None
    if _RECEIVES.search(between) and (_FROM.search(between) or second.adjective):
        return True
    if _NOMINAL.match(between):
        return False
    if _SEES.match(between) or (_OF_SOMETHING.search(before) and not _OFFICE_OF.search(before)):
        return None
    if _ALLOWED.search(between):
        return None
    return False if {stem(verb) for verb in verbs_of(between, first.adjective)} - EMPTY - _MOVES else None
