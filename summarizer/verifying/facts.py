"""Who is the subject of which verb in a clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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
        for verb in read_told_to(clause, name):
            for key in name.keys:
                yield Fact(key, verb, True)
        verbs, acts = _read_name(clause, names, at, said)
        for verb in verbs:
            for key in name.keys:
                yield Fact(key, verb, acts)


def _read_name(clause: str, names: list[Name], at: int, said: str) -> tuple[Collection[str], bool]:
    """The stems of the verbs whose subject a name is, and whether it acts; none when it is the subject of none."""
    name, before = names[at], clause[: names[at].start]
    adds = _ADDS.match(clause, name.end) if at and _COMMA_THE.search(before) else None
    if adds:
        return {stem(adds["verb"])}, True
    agent = _agent_verb(clause, names, at)
    if agent:
        return {stem(agent)}, True
    if UNDERGOES.search(before) or _is_no_subject(clause, names, at):
        return (), True
    until = names[at + 1].start if at + 1 < len(names) else len(clause)
    behind = HE_SAID.sub(" ", clause[name.end : until if until > name.end else len(clause)])
    after = _predicate(behind, before, name)
    reduced = _ACCUSED.match(behind) or _REDUCED.match(after)
    if reduced:
        return {stem(next(filter(None, reduced.groups())))}, False
    if _MAY.match(after):
        return (), True
    note = _noted(clause, name)
    if note:
        return {stem(note)}, False
    verbs = verbs_of(after, name.adjective)
    ahead = clause[until : until + 1] if clause[name.end : until] == after else ""  # "was called to Bulgaria"
    passive = PASSIVE.search(after + ahead)
    if passive and passive["verb"] not in PSEUDO and (not verbs or after.find(verbs[0]) >= passive.start()):
        return {stem(passive["verb"])}, False
    told = _active(clause, name, after, verbs, said)
    return (told if at else told | _active_later(clause, name, verbs, said)) - EMPTY, True


def _agent_verb(clause: str, names: list[Name], at: int) -> str | None:
    """The verb of a passive whose agent a name is: "was deplored by France but applauded by Niger"."""
    start = names[at].start
    by = _AGENT.match(clause[:start])
    if not by:
        return None
    nearer = at and names[at - 1].start > clause.rfind(" by ", 0, start)
    if nearer and not _OF.fullmatch(clause[names[at - 1].end : start]):
        return None
    return str((_AND_BY.search(clause[:start]) or by)["verb"])


def _is_no_subject(clause: str, names: list[Name], at: int) -> bool:
    """Whether a name stands behind a preposition, or behind another name that is the clause's subject."""
    before = clause[: names[at].start]
    if FRONTED.search(before):
        return True
    if not at or all(FRONTED.search(clause[: other.start]) for other in names[:at]):
        return False
    return not LIST.fullmatch(clause[names[at - 1].end : names[at].start]) and not NEW_SUBJECT.search(before)


def _predicate(behind: str, before: str, name: Name) -> str:
    """Of the words `behind` a name those that can tell what it does."""
    after = _OF_DOING.split(behind)[0]
    if len(before.split()) > 3:  # no subject, but part of one: "the ban on lorries from Chad, met …"
        after = after.split(",")[0]
    return (
        _REPORT_OF.split(after)[0] if name.adjective else after
    )  # "Russian reports of 500 men sent": who reports doesn't send


def _noted(clause: str, name: Name) -> str | None:
    """The verb of a note without auxiliaries that tells what was done to a name: "Two Belarusians expelled"."""
    note = None if _WHO.search(clause[: name.start]) else _NOTE.fullmatch(clause, name.end)
    if note and (name.adjective or note.start("verb") > name.end + 1 or _OF_IT.search(clause[: name.start])):
        return note["verb"]
    return None


def _active(clause: str, name: Name, after: str, verbs: Sequence[str], said: str) -> set[str]:
    """The stems of what a subject does: by its verbs, a second one behind "and", the nouns of "lodged a protest"."""
    if not verbs:
        return {stem(said)} if said else set()
    told = {phrasal(verb, after) for verb in verbs}
    told |= {stem(found["noun"]) for found in _LIGHT.finditer(clause, name.end, name.end + 80)} & _ACTS
    then = _AND_THEN.search(after)
    if then and is_past(then["verb"]) and after.find(verbs[0]) < then.start():
        told.add(phrasal(then["verb"], after))
    return told


def _active_later(clause: str, name: Name, verbs: Sequence[str], said: str) -> set[str]:
    """The stems of what the clause's first subject does further on: ", having closed …", ", it has", "… and said"."""
    told = {stem(said)} if said and clause.rstrip().endswith(" and") else set()
    for later in (_HAVING, _IT_HAS) if verbs else ():
        found = later.search(clause, name.end)
        if found:
            told.add(stem(found["verb"]))
    return told
