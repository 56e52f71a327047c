"""Who is the subject of which verb in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.verifying.case import IRREGULAR_FORMS, stem
from summarizer.verifying.mentions import FRONTED, LIST, Name
from summarizer.verifying.relations import HE_SAID, NEW_SUBJECT, UNDERGOES
from summarizer.verifying.told_to import read_told_to
from summarizer.verifying.verbs import BE, EMPTY, PASSIVE, PSEUDO, is_past, phrasal, verbs_of

# "…, accused by Eritrea of": a past participle after a comma is done to whom it follows.
_REDUCED = re.compile(
    r",\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+ed|[a-z]+wn|shot|held|hit|sent)\s+(?:by|of|in|at|from|on|over|for|to)\b"
    r"|\s+(?P<then>convicted|accused|suspected|charged|acquitted|cleared)\s+(?:of|with)\b"
)
_ACCUSED = re.compile(r",\s+(?P<verb>accused|suspected|convicted|acquitted|cleared)\s+of\b")
# "suspected by the minister of having done": the doer is not the minister.
_OF_DOING = re.compile(r",?\s+of\s+(?:having\s+|being\s+)?[a-z]+(?:ing|ed|en)\b")
# "Lodged a protest", "imposed sanctions": the noun says what is done.
_LIGHT = re.compile(
    r"\b(?:lodg|impos|issu|voic|deliver|launch|us(?=e)|mak|mad|fil|gav|giv|sen[dt]|hand|carr|conduct|put|took|tak|brought|bring)\w*\s+(?:in\s+|out\s+|up\s+)?(?:[A-Z][\w-]+\s+)?"
    r"(?:(?:an?|the|its|new|further|fresh|formal|strong)\s+){0,3}(?P<noun>[a-z]+)"
)
_ACTS = frozenset(
    stem(word)
    for word in """protest complaint sanctions demand request threat warning strike attack raid appeal offer denial loan ban curfew
    blockade fence charges duty tariff surtax note expulsion closure veto""".split()
)
_AND_THEN = re.compile(r"\band\s+(?:(?:then|also|later|has|had|have)\s+)?(?P<verb>[a-z]+)\b(?!\s+by\b)")
_HAVING = re.compile(r",\s+having\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)\b")
_IT_HAS = re.compile(r",\s+(?:it|he|she|they)\s+(?:has|had|have)\s+(?P<verb>[a-z]+)\W*$")
_REPORT_OF = re.compile(r"\b(?<=reports)\s+of\b|(?<=claims)\s+of\b|(?<=accounts)\s+of\b")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
# "was deplored by France but applauded by Niger"
_AND_BY = re.compile(
    r"\b(?:but|and)\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+ed)\s+by\s+(?:the\s+)?(?:[\w'-]+\s+){0,4}?(?:[a-z]+s,\s+)?(?:the\s+)?$"
)
# "…, the European Union demanded on Wednesday": whoever stands there says what is told before.
_ADDS = re.compile(r"\s+(?P<verb>demanded|demands|proposed|complained|threatened|promised|urged)(?:\s+on\s+\w+)?\W*\Z")
_MAY = re.compile(r"\s+(?:may|might|could)\b")  # what somebody may do, another may have done
# "Two Belarusians expelled, according to", as notes tell it: without an object it was done to them.
_NOTE = re.compile(
    r"(?:\s+(?!(?:has|have|had|was|were|been|be|is|are|will|would)\b)[a-z]+){0,2}\W*\b(?P<verb>expelled|arrested|summoned|detained|deported|killed|freed|released"
    r"|recalled|locked|attacked|wounded|injured|seized|banned|jailed|sentenced|withdrawn)(?:\s+(?:up|out|back))?(?:\s+(?:on|in|at))?[\s,]*"
)
_OF_IT = re.compile(r"\bof\s+(?:the\s+)?$")
_WHO = re.compile(r"\b(?:that|which|whom|who|as|than)\b")
_COMMA_THE = re.compile(r",\s+(?:the\s+)?$")
_AGENT = re.compile(
    rf".*(?:{BE}|\bas\s+|,\s+(?:(?:so\s+far|later|since|first|also)\s+)?(?=[a-z]+ed\s+by\b)|^\s*(?=(?:[A-Za-z]*(?:ed|en|wn|ught)|(?i:{'|'.join(sorted(IRREGULAR_FORMS))}))\b))(?P<verb>[A-Za-z][a-z]+)\b[^.;]*?\bby\s+(?:the\s+)?(?:[\w'-]+\s+){{0,4}}?(?:[a-z]+s,\s+)?(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A party is the subject of an active verb (acts), or the one it is done to."""

    key: str
    verb: str
    acts: bool


def read_facts(clause: str, names: list[Name], said: str) -> Iterator[Fact]:
    """The clause's subject with its verb (or with the verb of saying that ends the clause), and a passive's agent."""
    for at, name in enumerate(names):
        until = names[at + 1].start if at + 1 < len(names) else len(clause)
        for verb in read_told_to(clause, name):
            for key in name.keys:
                yield Fact(key, verb, True)
        adds = _ADDS.match(clause, name.end) if at and _COMMA_THE.search(clause[: name.start]) else None
        if adds:
            for key in name.keys:
                yield Fact(key, stem(adds["verb"]), True)
            continue
        by = _AGENT.match(clause[: name.start])
        nearer = at and names[at - 1].start > clause.rfind(" by ", 0, name.start)
        if by and not (nearer and not _OF.fullmatch(clause[names[at - 1].end : name.start])):
            second = _AND_BY.search(clause[: name.start])
            for key in name.keys:
                yield Fact(key, stem((second or by)["verb"]), True)
            continue
        if UNDERGOES.search(clause[: name.start]):
            continue
        if FRONTED.search(clause[: name.start]) or (
            at > 0
            and not all(FRONTED.search(clause[: before.start]) for before in names[:at])
            and not LIST.fullmatch(clause[names[at - 1].end : name.start])
            and not NEW_SUBJECT.search(clause[: name.start])
        ):
            continue
        after = clause[name.end : until if until > name.end else len(clause)]
        after = HE_SAID.sub(" ", after)
        accused = _ACCUSED.match(after)
        after = _OF_DOING.split(after)[0]
        if len(clause[: name.start].split()) > 3:  # no subject, but part of one: "the ban on lorries from Chad, met …"
            after = after.split(",")[0]
        if name.adjective:  # "Russian reports of 500 men sent": who reports doesn't send
            after = _REPORT_OF.split(after)[0]
        reduced = accused or _REDUCED.match(after)
        if reduced:
            for key in name.keys:
                yield Fact(key, stem(next(filter(None, reduced.groups()))), False)
            continue
        if _MAY.match(after):
            continue
        note = None if _WHO.search(clause[: name.start]) else _NOTE.fullmatch(clause, name.end)
        if note and (name.adjective or note.start("verb") > name.end + 1 or _OF_IT.search(clause[: name.start])):
            for key in name.keys:
                yield Fact(key, stem(note["verb"]), False)
            continue
        ahead = clause[until : until + 1] if clause[name.end : until] == after else ""  # "was called to Bulgaria"
        passive = PASSIVE.search(after + ahead)
        verbs = verbs_of(after, name.adjective)
        if passive and passive["verb"] not in PSEUDO and (not verbs or after.find(verbs[0]) >= passive.start()):
            for key in name.keys:
                yield Fact(key, stem(passive["verb"]), False)
            continue
        nouns = (
            {stem(found["noun"]) for found in _LIGHT.finditer(clause, name.end, name.end + 80)} & _ACTS
            if verbs
            else set()
        )
        told = {phrasal(verb, after) for verb in verbs} or ({stem(said)} if said else set())
        rest = clause[name.end :]
        then = _AND_THEN.search(after) if verbs else None
        if then and is_past(then["verb"]) and after.find(verbs[0]) < then.start():
            told.add(phrasal(then["verb"], after))
        if at == 0 and said and clause.rstrip().endswith(" and"):
            told.add(stem(said))
        having = _HAVING.search(rest) if verbs and at == 0 else None
        if having:
            told.add(stem(having["verb"]))
        it_has = _IT_HAS.search(rest) if verbs and at == 0 else None
        if it_has:
            told.add(stem(it_has["verb"]))
        for word in (told | nouns) - EMPTY:
            for key in name.keys:
                yield Fact(key, word, True)
