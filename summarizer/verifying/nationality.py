"""Persons told as another country's than the passages or the events have it."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.actors import NameHit, codes_in, demonym, display_name
from summarizer.verifying.case import WORD, Case, names_in
from summarizer.verifying.mentions import People
from summarizer.verifying.verbs import is_past

_OFFICE = re.compile(
    r"(?:'s)?\s+(?P<between>(?:(?-i:[a-z]+)\s+){0,2})"
    r"(?:president|minister|premier|chancellor|spokes\w+|envoy|ambassador|general|commander|official|diplomat|leader|secretary|king|colonel|admiral|major|engineer|lawyer|activist|commissioner|prosecutor|chief|consul|judge|captain|mediator|counterpart|colleague)"
    r"(?:\s+(?:in|to)\s+(?-i:[A-Z][\w-]+))?"
    r"(?P<comma>,)?\s+(?-i:(?:[A-Z][\w'-]*\s+){1,2}(?P<last>(?:[a-z]{2,3}-)?[A-Z][\w-]+))",
    re.I,
)
_HOLDERS = (
    r"(?:president|minister|premier|chancellor|spokes\w+|envoy|ambassador|diplomat|commander|general|leader|king)"
)
_ITS_FIRM = re.compile(
    r"(?:'s)?\s+(?:[a-z]+\s+)?(?:company|firm|airline|bank|group|trader)\s+(?:[A-Z][\w'-]+\s+){0,2}?(?P<last>[A-Z][\w-]+)\b(?!\s+[A-Z])"
)
_WHOSE = re.compile(rf",\s+whose\s+(?:[a-z]+\s+){{0,2}}?{_HOLDERS},?\s+(?:[A-Z][\w'-]+\s+){{1,2}}(?P<last>[A-Z][\w-]+)")
_NAMED_BEFORE = re.compile(r"(?<![\w-])(?P<last>(?:[a-z]{2,3}-)?[A-Z][\w-]+),\s+(?:(?:the|an?)\s+)?$")
# "A Georgian convicted of spying, Aslan Kodzoev"; "Aslan Kodzoev, a Russian citizen"
_SOMEBODY = re.compile(
    r"\s+(?:convicted|accused|suspected|jailed|arrested|held|detained|charged|wanted|freed|released)\b[^,;.:\"]{0,50},\s+"
    r"(?:[A-Z][\w'-]+\s+){1,2}(?P<last>[A-Z][\w-]+)\b"
)
_CITIZEN = re.compile(r"(?:'s)?\s+(?:citizen|national|subject|owner|parent|company|firm)\b")
_HIS_OFFICE = re.compile(rf"(?:'s)?\s+(?:[a-z]+\s+){{0,2}}?{_HOLDERS}\b(?!'s)")
_SPEAKS = re.compile(
    r"\s+(?:alone\s+|also\s+)?(?:said|says|report(?:s|ed)|wrote|writes|added|claim(?:s|ed)|announced)\b"
)
_OFFICE_OF = re.compile(rf"\b{_HOLDERS}\s+of\s+(?:the\s+)?$", re.I)
_NAMED_AFTER = re.compile(r",\s+(?:[A-Z][\w'-]+\s+){1,2}(?P<last>[A-Z][\w-]+)")
_ITS_PERSON = re.compile(r"'s\s+[A-Z][\w'-]+\s+(?P<last>[A-Z][\w-]+)\b(?!\s+[A-Z])")
_OF = re.compile(
    r"(?:President|Minister|Premier|Chancellor|King|Secretary|Envoy|Ambassador)\s+(?:[A-Z][\w-]+\s+){0,2}(?P<last>[A-Z][\w-]+)\s+of\s+(?:the\s+)?$"
)
_ORGANS = frozenset("Minister President Ministry Government Parliament Republic Secretary".split())


def wrong_nationality(case: Case, people: People) -> str | None:
    """A person told as another country's than the events or the passages have it."""
    known: dict[str, set[str]] = {}
    for last, code in (*people, *_nationals(case.body)):
        if code.isupper():
            known.setdefault(last, set()).add(code)
    for name, code in (person for passage in case.passages for person in passage.people):
        if name in case.text:
            known.setdefault(WORD.findall(name)[-1], {code})
    actors = {p.country for e in case.events for p in e.actors} | {
        s.country for e in case.events for s in e.attribution
    }
    suffers = {p.country for e in case.events for p in e.recipients} - actors
    for last, code in _nationals(case.text):
        if last not in known and code in suffers and _of_others(last, code, case):
            return f"makes {last} {demonym(code) or display_name(code)}, which no cited passage says"
        if last in known and code not in known[last]:
            return f"makes {last} {demonym(code) or display_name(code)}, not {demonym(min(known[last])) or display_name(min(known[last]))}"
    return None


def _of_others(last: str, code: str, case: Case) -> bool:
    """Whether the passages name a person only where they tell of others than this country."""
    for passage in case.passages:
        hits = names_in(passage.text)
        sentences = [s for s in re.split(r"(?<=[.!?\"])\s+", passage.text) if last in s]
        if sentences and hits and code not in hits[0].code.split() and not any(code in codes_in(s) for s in sentences):
            return True
    return False


@lru_cache(maxsize=8192)
def _nationals(text: str) -> tuple[tuple[str, str], ...]:
    """Last names with the country that stands beside them: "Turkish spokesman, Orhan Kaya", "President Hnatiuk of Ukraine"."""
    found: list[tuple[str, str]] = []
    for hit in names_in(text):
        if hit.kind not in ("name", "demonym", "metonym") or " " in hit.code:
            continue
        after = _OFFICE.match(text, hit.end)
        if after and not _is_another(after, hit):
            found.append((after["last"], hit.code))
        firm = _ITS_FIRM.match(text, hit.end)
        if firm:
            found.append((firm["last"], hit.code))
        somebody = _SOMEBODY.match(text, hit.end) if hit.kind == "demonym" else None
        if somebody:
            found.append((somebody["last"], hit.code))
        whose = _WHOSE.match(text, hit.end)
        if whose:
            found.append((whose["last"], hit.code))
        possessed = _ITS_PERSON.match(text, hit.end)
        if possessed:
            found.append((possessed["last"], hit.code))
        named = _NAMED_BEFORE.search(text, max(0, hit.start - 40), hit.start)
        if named and (_HIS_OFFICE.match(text, hit.end) or _CITIZEN.match(text, hit.end)):
            found.append((named["last"], hit.code))
        named = _NAMED_AFTER.match(text, hit.end)
        if named and _OFFICE_OF.search(text, max(0, hit.start - 30), hit.start):
            found.append((named["last"], hit.code))
        before = _OF.search(text, max(0, hit.start - 40), hit.start)
        if before and before["last"] not in _ORGANS:
            found.append((before["last"], hit.code))
    return tuple(found)


def _is_another(office: re.Match[str], hit: NameHit) -> bool:
    """Whether an office after a country is not the country's: of "Peru called ambassador X", "Peru's envoy, X reported"."""
    acts = hit.kind == "name" and not office[0].startswith("'s") and any(map(is_past, office["between"].split()))
    return acts or bool(office["comma"] and _SPEAKS.match(office.string, office.end()))
