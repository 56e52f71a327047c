"""Whose things and whose envoys a text tells of."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from summarizer.normalising.actors import NameHit
from summarizer.verifying.case import names_in, stem
from summarizer.verifying.mentions import ENVOYS, NO_VERB, OWN
from summarizer.verifying.nominals import OF_A_NOUN
from summarizer.verifying.verbs import LIGHT_VERBS

_POSTED = re.compile(
    rf"^(?:'s)?\s+(?:[\w'-]+\s+){{0,2}}?{ENVOYS}(?:\s+{NO_VERB}[\w'-]+){{0,2}}?\s+(?:to|in)\s+(?:the\s+)?$", re.I
)
_MISSION_OF = re.compile(rf"\b{ENVOYS}\s+of\s+(?:the\s+)?$", re.I)
_THERE = re.compile(r"\s+(?:in|to)\s+(?:the\s+)?")
# "Venezuela's 31 tons of gold"
_QUANTITY = (
    r"(?:\s+(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten)(?:\s+(?:thousand|million|billion))?"
    r"(?:\s+(?:ton|tonne|barrel|litre|kilo)s\s+of)?)?"
)
_THINGS = re.compile(_QUANTITY + r"(?P<what>(?:\s+[a-z][\w'-]+){1,2})")
_THING_OF = re.compile(r"(?P<thing>\b[A-Za-z][a-z][\w-]+),?\s+(?:from|of)\s+(?:the\s+)?$")
# "An embassy that was stormed was Nigeria's"
_WHICH_IS = re.compile(
    r"\b[Tt]he\s+(?P<thing>[a-z]+)\s+(?:that|which|[a-z]+ed)\s+[^.;:,]{3,60}?\s+(?:is|was|were|are)\s+(?:the\s+)?$"
)
# "The African Union will deploy 60 observers": they are its own.
_MEN = re.compile(r"\s+(?P<who>observers|soldiers|troops|monitors|inspectors|peacekeepers|marines|advisers)\b")
_SENDS = re.compile(
    r"\s+(?:(?:will|would|is\s+to|plans\s+to|has|had)\s+)?(?:sen[dt]|sends|deploy(?:s|ed)?|dispatch(?:es|ed)?)\s+"
    r"(?:(?:up\s+to|some|about|another|[\d,]+|[a-z]+)\s+){1,2}(?P<who>observers?|soldiers|troops|monitors?|inspectors|peacekeepers|marines|advisers)\b"
)
# Soldiers withdrawn from Chad are not Chad's.
_TAKEN = re.compile(
    r"\b(?:withdr\w+|pull\w*|expel\w*|expuls\w+|deport\w*|departure|repatriat\w+|return\w*|order\w*|sen[dt]\w*|call\w*|thr[eo]w\w*|recall\w*|remov\w+|evacuat\w+|fl[ey]w?\w*|mov\w+|le[af][vt]\w*|extradit\w+|bann?\w*|bar\w*)\s+(?:[\w'-]+\s+){0,4}$"
)
_AFTER_TO = re.compile(r"\b(?:to|from|in|at|with|for|by)\s+(?:the\s+)?$")
_IT = re.compile(r"\W*(?:It|They|He|She)\b")  # whoever was told of before
_ITS = re.compile(r"\bits\s+(?:\d+\s+)?(?P<things>[a-z][\w-]+(?:\s+[a-z][\w-]+)?)")
_OFFICES = frozenset("minister ministry secretary department authority agency committee".split())
_NO_THING = frozenset(
    """foreign ministry minister government president official officials
    off near inside outside under against into through across between about without during until since
    home colleague counterpart fire service services spokesman spokeswoman side sides authorities leader
    leaders prime defence defense state capital and or in on at to for with by from of was were is are has have had will
    would which who that if unless when while after before over as said says also not its the a an own people national nationals citizen
    navy navies army armies border borders coast guard police parliament
    citizens deputy senior former new last first two three four five six""".split()
)


def _sent(text: str) -> set[tuple[str, str]]:
    """Whose soldiers or observers go somewhere: theirs who send them, and whose name stands before them ("60 UN observers")."""
    found: set[tuple[str, str]] = set()
    for hit in names_in(text):
        if " " in hit.code or hit.kind not in ("name", "organisation"):
            continue
        sends = _SENDS.match(text, hit.end)
        named = _MEN.match(text, hit.end) if text[: hit.start].rstrip()[-1:].isdigit() else None
        for men in (sends, named):
            if men:
                found.add((hit.code, stem(men["who"])))
    return found


def _of_the_first(text: str, start: int, hits: list[NameHit]) -> re.Match[str] | None:
    """What is the second's as well in "bar from India and Turkey"."""
    first = next((hit for hit in hits if hit.end < start and text[hit.end : start] in (" and ", " or ")), None)
    return _THING_OF.search(text, max(0, first.start - 40), first.start) if first else None


def read_postings(text: str) -> frozenset[tuple[str, str]]:
    """Who has envoys or troops where: ("RUS", "ROU") for "the Russian ambassador to Romania"."""
    found: set[tuple[str, str]] = set()
    hits = names_in(text)
    for first, second in pairwise(hits):
        gap = text[first.end : second.start]
        of = _MISSION_OF.search(text, max(0, first.start - 40), first.start) and _THERE.fullmatch(gap)
        if of or _POSTED.match(gap) or OWN.search(gap):
            found.add((first.code, second.code))
    return frozenset(found)


@lru_cache(maxsize=8192)
def read_owners(text: str) -> frozenset[tuple[str, str]]:
    """Which country's things are told of: ("ESP", "onion") for Spanish onions, Spain's onions and onions from Spain."""
    found: set[tuple[str, str]] = set()
    hits = [hit for hit in names_in(text) if " " not in hit.code and hit.kind in ("name", "demonym", "capital")]
    for hit in hits:
        own = text.startswith("'s", hit.end)
        if hit.kind == "demonym" or own:
            follow = _THINGS.match(text, hit.end + 2 * own)
            words = follow["what"].split() if follow else []
            if follow and OF_A_NOUN.match(text, follow.end() - len(words[-1]) - 1):
                words = words[-1:]  # "Canada's lentil duty"
            if len(words) == 2 and words[1] in _OFFICES:
                words = []  # "Egypt's water minister"
            found |= {
                (hit.code, stem(word)) for word in words if word not in _NO_THING and stem(word) not in LIGHT_VERBS
            }
        of = _THING_OF.search(text, max(0, hit.start - 40), hit.start) or _of_the_first(text, hit.start, hits)
        if (
            of
            and hit.kind != "demonym"
            and of["thing"].lower() not in _NO_THING
            and not _TAKEN.search(text, 0, of.start())
        ):
            found.add((hit.code, stem(of["thing"])))
        which = _WHICH_IS.search(text, max(0, hit.start - 90), hit.start) if own else None
        if which and not _THINGS.match(text, hit.end + 2):
            found.add((hit.code, stem(which["thing"])))
    found |= _sent(text)
    for its in _ITS.finditer(text):
        start = max(text.rfind(mark, 0, its.start()) for mark in (". ", ";", "\n", ":")) + 1
        owners = {
            hit.code
            for hit in hits
            if start <= hit.start < its.start() and hit.kind != "demonym" and not _AFTER_TO.search(text, 0, hit.start)
        }
        last = max(
            (hit.start for hit in hits if start <= hit.start < its.start() and hit.kind != "demonym"), default=-1
        )
        if _AFTER_TO.search(text, 0, last):
            continue  # it may be that one's: "deliveries to Spain, which meet a third of its demand"
        if len(owners) == 1 and not _IT.match(text, start):
            found |= {(min(owners), stem(word)) for word in its["things"].split() if word not in _NO_THING}
    return frozenset(found)
