"""As much syntax as names need: clauses, mentions of parties, who acts on whom, who is the subject of which verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.normalising.dates import find_dates
from summarizer.verifying.case import IRREGULAR_FORMS, WORD, names_in, places, stem

_SPEECH = (
    r"(?:said|says|told\s+[\w\s]{2,30}?|stated|claims?|claimed|reported|announced|added|confirmed|insisted|believes|argued"
    r"|noted|denied|alleged)"
)
_CONDITION = re.compile(
    r"\s*(?:[Ii]f|[Ww]hen|[Aa]fter|[Bb]efore|[Ss]ince|[Ww]hile|[Aa]lthough|[Bb]ecause|[Aa]s|[Oo]nce|[Uu]nless)\s[^,]*,"
)
_SAID = re.compile(_SPEECH.replace(r"\s+[\w\s]{2,30}?", ""))
_CLAUSE = re.compile(
    rf"[;:?!\n]|\.(?=\s|$)|\s[-–—]+\s|,?\s+(?:while|whereas|although|though|because|when|once|after|before|as|since|following"
    rf"|in\s+response\s+to|in\s+retaliation\s+for|in\s+protest\s+at|prompting|leading|over\s+what|whom|who|which|whose|citing|despite"
    rf"|amid)\s+|,\s+(?:and|but|saying|with|adding|accusing|calling)\s+|\s+but\s+"
    rf"|(?<=[\w,])\s+{_SPEECH}(?:\s+(?:that|on\s+\w+(?:\s+that)?))?(?=\s)|,?\s+according\s+to\s+"
)
_BE = r"\b(?:was|were|is|are|be|been|being|got|gets)\s+(?:not\s+|never\s+|also\s+|then\s+|[a-z]+ly\s+)*"
_PASSIVE = re.compile(
    rf"{_BE}(?P<verb>[a-z]+(?:ed|en|wn|ught)|{'|'.join(sorted(IRREGULAR_FORMS))})\b(?!\s+to\s+(?!leave|be\b|death|life|prison|jail|two|three|four|five|six|seven|eight|nine|ten|\d|the\b|a\b|explain|appear|quit|stop|halt|[A-Z]))"
)
_PSEUDO = frozenset(
    "expected scheduled prepared supposed determined inclined concerned worried pleased opposed involved interested".split()
)
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:[\w'-]+\s+){0,4}?$")
_RECEIVES = re.compile(
    r"\b(?:receiv\w+|bought|buys?|buying|import\w*|purchas\w+|obtain\w*|gets?|got|won|secur\w+|borrow\w*|accept\w+|fac(?:es?|ed|ing)|los(?:es?|ing|t)|suffer\w*|c[ao]me\s+under|drew|draws?|hear[sd]?)\b"
)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}?$")
_FRONTED = re.compile(
    r"\b(?:by|against|on|to|from|with|over|about|in|at|for|amid|after|despite|following|since|under|near|towards?|between"
    r"|within|across)\s+(?:the\s+)?(?:[\w'-]+\s+){0,2}?$",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|inside|outside|off|across|around|within)\s+(?:the\s+)?(?:(?:[a-z]+\s+){1,2}(?:of\s+)?)?$", re.I
)
ENVOYS = (
    r"(?:ambassador|embass|envoy|consul|mission|charg|attach|diplomat|troops|forces|representative|delegation|citizen"
    r"|journalist|national|minister|base|soldier|border|counterpart|relations|ties|staff)\w*"
)
NO_VERB = r"(?!was\b|were\b|is\b|are\b|has\b|had\b|have\b|will\b|would\b|said\b)"
_COMPLEMENT = re.compile(
    rf"\b{ENVOYS}(?:\s+{NO_VERB}[\w'-]+){{0,2}}?\s+(?:to|in|at|near|from|for|with)\s+(?:the\s+)?$", re.I
)
OWN = re.compile(
    rf"\b(?:its|their|his|her)\s+(?:[\w'-]+\s+)?{ENVOYS}(?:\s+{NO_VERB}[\w'-]+){{0,2}}?\s+(?:to|in|from|at)\s+(?:the\s+)?$",
    re.I,
)
_LIST = re.compile(
    r"\s*(?:,|and|, and|as well as|or|&|along with|together with)\s*(?:the\s+)?(?:(?:two|three|four|five|six|\d+)\s+)?",
    re.I,
)
_PRONOUN = re.compile(r"^\W*(?:that\s+)?(?:it|he|she|they|the\s+(?:country|government|kingdom|republic))\s+", re.I)
_NOMINAL = re.compile(r"^'s?\s+(?:[\w-]+\s+){0,3}?(?:of|against|on|to|from)\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}?$")
_ADJECTIVAL = re.compile(r"^\s+(?:[a-z-]+\s+){1,3}(?:to|against|on)\s+(?:the\s+)?(?:\d+\s+)?$")
_WITH = re.compile(r"\bwith\s+(?:the\s+|an?\s+)?(?:[\w'-]+\s+){0,2}?$")
_RECIPROCAL = re.compile(
    r"\b(?:met|meets?|meeting|held|agreed|exchang\w+|clash\w*|sign\w*|discuss\w*|spoke|jointly)\b", re.I
)
_LEADS_TO = re.compile(r"\s+(?:not\s+)?to\s+(?:be\s+)?([a-z]+)")
_AUXILIARY = frozenset("was were is are has have had will would could may might must should shall did does do".split())
_SKIP = frozenset("not also then again never now still already be been being to".split())
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
_EMPTY = frozenset(stem(word) for word in "be have do get".split())
_ACTIVE_OPENING = re.compile(r"^\s*(?:(?:has|have|had|will|would|also|then)\s+)*(?P<verb>[a-z]+)\s")
_INDEFINITE = re.compile(r"^\s*(?:the|an?|two|three|four|five|\d+|in|on|at|by|for|from|to|with)\s", re.I)

# "…, accused by Eritrea of": a past participle after a comma is done to whom it follows.
_REDUCED = re.compile(
    r",\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+ed|[a-z]+wn|shot|held|hit|sent)\s+(?:by|of|in|at|from|on|over|for|to)\b"
)
# "suspected by the minister of having done": the doer is not the minister.
_OF_DOING = re.compile(r",?\s+of\s+(?:having\s+|being\s+)?[a-z]+(?:ing|ed|en)\b")
# "the 26th saw two diplomats expelled": what follows is done to them.
_UNDERGOES = re.compile(r"\b(?:saw|sees?|seen|had|have)\s+(?:[\w'-]+\s+){0,3}?$")
# "proposed that a corridor be opened by": the one before "that" is not what is opened.
_OTHER_SUBJECT = re.compile(r"\bthat\s+(?:an?|the|its|their|two|three|four|five|\d+)\s")
_NEW_CLAUSE = re.compile(r"[a-z]\s*,\s+(?:the\s+)?$")
_REPORT_OF = re.compile(r"\b(?<=reports)\s+of\b|(?<=claims)\s+of\b|(?<=accounts)\s+of\b")
_TARGET_OF = re.compile(r"\b(?:targets?|subjects?|objects?|victims?)\s+of\s+(?:the\s+|an?\s+)?$")
_NEW_SUBJECT = re.compile(r"\b(?:that|which|whom|where)\s+(?:the\s+)?$")
_AGENT = re.compile(rf".*(?:{_BE}|\bas\s+|^\s*)(?P<verb>[a-z]+)\b[^.;]*?\bby\s+(?:the\s+)?(?:[\w'-]+\s+){{0,4}}?$")

People = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of one or several parties (a list is one mention): half-open offsets and keys."""

    start: int
    end: int
    keys: frozenset[str]
    adjective: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody acts on somebody; `stems` are the words that lead there, which say how."""

    actors: frozenset[str]
    recipients: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A party is the subject of an active verb (acts), or the one it is done to."""

    key: str
    verb: str
    acts: bool


@lru_cache(maxsize=8192)
def read_roles(text: str, people: People) -> tuple[tuple[Relation, ...], tuple[Fact, ...]]:
    """Relations and facts of a folded text, as far as word order, voice and prepositions tell.

    `people` are names (last word) that stand for a party, with its key; countries are found by all their names.
    """
    relations: list[Relation] = []
    facts: list[Fact] = []
    subject: frozenset[str] = frozenset()
    for clause, said in _clauses(text):
        names = _names(clause, people)
        pronoun = _PRONOUN.match(clause)
        opening = _ACTIVE_OPENING.match(clause)
        goes_on = opening and not _INDEFINITE.match(clause) and _is_past(opening["verb"])
        if names and subject and (pronoun or (goes_on and names[0].start > 4)):
            at = pronoun.end() - 1 if pronoun else 0
            names = [Name(at, at, subject), *names]
        relations += _relations(clause, names)
        facts += _facts(clause, names, said)
        first = next((name for name in names if not _FRONTED.search(clause[: name.start])), None)
        if first:
            subject = first.keys
    return tuple(relations), tuple(facts)


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Clauses with dates blanked, and the verb of saying that ends one, if one does."""
    for date in find_dates(text):
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    at = 0
    for found in _CLAUSE.finditer(text):
        word = found[0].strip(" ,").split(" ")[0]
        if found.start() > at:
            clause = text[at : found.start()]
            condition = _CONDITION.match(clause)
            if condition:
                yield condition[0], ""
                clause = clause[condition.end() :]
            if not _SAID.fullmatch(word):
                yield clause, ""
            else:  # "…, spokesman Jan Novak said": the speaker is no part of what he says
                comma = clause.rstrip(" ,").rfind(",")
                if comma > 0 and len(clause[comma:].split()) <= 9:
                    yield clause[:comma], ""
                    clause = clause[comma + 1 :]
                yield clause, word
        at = found.end()
    if at < len(text):
        condition = _CONDITION.match(text, at)
        if condition:
            yield condition[0], ""
            at = condition.end()
        yield text[at:], ""


def _names(text: str, people: People) -> list[Name]:
    """Mentions in order; places ("in Ukraine"), complements ("the ambassador to Poland") left out, lists made one."""
    raw = [Name(hit.start, hit.end, frozenset(hit.code.split()), hit.kind == "demonym") for hit in names_in(text)]
    for last, key in people:
        if last in text:
            raw += [
                Name(at, at + len(last), frozenset([key]), person=True)
                for at in places(text, last)
                if not text.startswith("'s", at + len(last))  # his lawyer is somebody else
            ]
    names: list[Name] = []
    for name in sorted(raw, key=lambda n: n.start):
        before = text[: name.start]
        if names:
            gap = text[names[-1].end : name.start]
            if name.start < names[-1].end:
                continue
            if _LIST.fullmatch(gap):
                listed = names[-1]
                if gap.strip() == "," and (listed.person or name.person or _FRONTED.search(text[: listed.start])):
                    names.append(name)
                else:
                    names[-1] = Name(listed.start, name.end, listed.keys | name.keys, name.adjective)
                continue
            if names[-1].keys == name.keys and not _BY.search(gap):
                continue  # the first mention stands for both, so that what lies between counts as its verb
            if OWN.search(gap):
                names.append(name)
                continue
            if _COMPLEMENT.search(gap):
                continue
        if _PLACE.search(before) and not _PASSIVE.search(before[-60:]) and not _COMPLEMENT.search(before):
            continue
        names.append(name)
    return names


def _relations(clause: str, names: list[Name]) -> Iterator[Relation]:
    for first, second in pairwise(names):
        if first.keys & second.keys:
            continue
        between = clause[first.end : second.start]
        turned = _turned(clause[: first.start], between, first, second)
        if turned is None:
            continue
        passive = _PASSIVE.search(between)
        words = [*_verbs(between, first), *([passive["verb"]] if passive else [])]
        words = words or [word for word in WORD.findall(clause[: second.start]) if word.islower()]
        stems = frozenset(map(stem, words)) - _EMPTY
        actors, recipients = (second.keys, first.keys) if turned else (first.keys, second.keys)
        yield Relation(actors, recipients, stems)


def _turned(before: str, between: str, first: Name, second: Name) -> bool | None:
    """Whether the second of two mentions acts on the first; None when the two aren't plainly related."""
    fronted = bool(_FRONTED.search(before))
    passive = _PASSIVE.search(between)
    if passive and passive["verb"] in _PSEUDO:
        passive = None
    if _BY.search(between):
        return None if _OTHER_SUBJECT.search(between) else True
    if _UNDERGOES.search(before) or _NEW_CLAUSE.search(between) or _NEW_SUBJECT.search(between):
        return None
    if _TARGET_OF.search(between):
        return True
    if _FROM_HERE.search(before) and _TO_THERE.search(between):
        return False
    if passive:
        out = _FROM_HERE.search(between) or _PLACE.search(between)
        return True if not out or stem(passive["verb"]) in _PUT_OUT else None
    if (_RECIPROCAL.search(between) or _WITH.search(between)) and not re.search(
        r"\b(?:refus|declin|reject|cancel|boycott|broke|cut|suspend|away|not\b)", between
    ):
        return None
    if first.adjective and _ADJECTIVAL.match(between):
        return False
    if fronted:
        return None
    if _RECEIVES.search(between) and (_FROM.search(between) or second.adjective):
        return True
    if _NOMINAL.match(between):
        return False
    if _ALLOWED.search(between):
        return None
    return False if {stem(verb) for verb in _verbs(between, first)} - _EMPTY - _MOVES else None


def _facts(clause: str, names: list[Name], said: str) -> Iterator[Fact]:
    """The clause's subject with its verb (or with the verb of saying that ends the clause), and a passive's agent."""
    for at, name in enumerate(names):
        until = names[at + 1].start if at + 1 < len(names) else len(clause)
        by = _AGENT.match(clause[: name.start])
        if by:
            for key in name.keys:
                yield Fact(key, stem(by["verb"]), True)
            continue
        if _UNDERGOES.search(clause[: name.start]):
            continue
        if _FRONTED.search(clause[: name.start]) or (
            at > 0
            and not _LIST.fullmatch(clause[names[at - 1].end : name.start])
            and not _NEW_SUBJECT.search(clause[: name.start])
        ):
            continue
        after = clause[name.end : until if until > name.end else len(clause)]
        after = _OF_DOING.split(after)[0]
        if name.adjective:  # "Russian reports of 500 men sent": who reports doesn't send
            after = _REPORT_OF.split(after)[0]
        reduced = _REDUCED.match(after)
        if reduced:
            for key in name.keys:
                yield Fact(key, stem(reduced["verb"]), False)
            continue
        passive = _PASSIVE.search(after)
        verbs = _verbs(after, name)
        if passive and passive["verb"] not in _PSEUDO and (not verbs or after.find(verbs[0]) >= passive.start()):
            for key in name.keys:
                yield Fact(key, stem(passive["verb"]), False)
            continue
        for word in {stem(verb) for verb in verbs or ([said] if said else [])} - _EMPTY:
            for key in name.keys:
                yield Fact(key, word, True)


def _verbs(between: str, first: Name) -> list[str]:
    """The verb after a mention (a past form, what follows an auxiliary, an -s form right after a noun), and the one that
    this leads to ("plans to withdraw").
    """
    words: list[str] = WORD.findall(between)
    for at, word in enumerate(words[:9]):
        verb = None
        if word in _AUXILIARY:
            rest = [w for w in words[at + 1 : at + 5] if w not in _SKIP | _AUXILIARY and not w.endswith("ly")]
            verb = rest[0] if rest else None
            if verb is None:
                return []
        elif _is_past(word) or (
            at == 0 and word.islower() and between[:1] == " " and not first.adjective and word.endswith(("s", "ing"))
        ):
            verb = word
        if verb:
            then = _LEADS_TO.match(between, between.find(verb) + len(verb))
            return [verb, then[1]] if then else [verb]
    return []


def _is_past(word: str) -> bool:
    return word in IRREGULAR_FORMS or (word.endswith("ed") and word.islower() and len(word) > 4)
