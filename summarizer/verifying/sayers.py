"""Whom a text makes speak."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.dates import find_dates

SAY = (
    r"(?:said|says|say|told|tells|stated|claim(?:s|ed)?|allege[sd]?|report(?:s|ed)|announce[sd]?|declare[sd]?|add(?:s|ed)"
    r"|confirm(?:s|ed)|insist(?:s|ed)|argue[sd]?|denie[sd]|deny|warn(?:s|ed)|assert(?:s|ed)|maintain(?:s|ed)|stress(?:es|ed)"
    r"|explain(?:s|ed)|accuse[sd]?(?!\s+of\b)|writes?|wrote|acknowledge[sd]?|noted|point(?:s|ed)\s+out|reveal(?:s|ed)|disclose[sd]?"
    r"|suspects?|suspected|reject(?:s|ed)|call(?:s|ed)|reproach(?:es|ed)|rule[sd]\s+out)"
)
_SAYER = re.compile(
    rf"(?P<before>[^,;.:\"]{{2,80}}?)\s+(?:{SAY}|sp(?:oke|eaks)\s+of|suggest(?:s|ed))\b|\b(?:[Aa]ccording\s+to|[Cc]iting|said|says|told\s+by|quoting|learne?[dt]\s+(?:[\w-]+\s+){{0,3}}?from)\s+(?P<after>[^,;.:\"]{{2,80}})"
)
_APPOSED = re.compile(
    rf"(?P<who>[^,;.:\"]{{2,60}}),\s+[A-Z][^,;.:\"]{{2,40}},\s+{SAY}\b|(?P<name>[A-Z][\w-]+),\s+[^,;.:\"]{{2,50}},\s+{SAY}\b"
)  # "the spokeswoman, Mervat Galal, insists"
_CLAIM_BY = re.compile(
    r"\b(?:(?:claim|accusation|allegation|statement|report|charge|assertion|complaint)s?|account)\s+(?:by|of|from)\s+(?P<by>[^,;.:\"]{2,60})"
)
# Who blames, or whose claim it is, is named as its speaker.
_BLAMER = re.compile(
    r"(?P<who>[^,;.:\"]{2,50}?)\s+(?:blame[sd]?|links?|linked|hold(?:s|ing)?(?=\s+(?:[\w'-]+\s+){1,4}responsible)|held(?=\s+(?:[\w'-]+\s+){1,4}responsible)|attribut\w+|charge[sd]?)\b(?!\s+(?:[\w'-]+\s+){0,3}?by\b)"
    r"|\b(?:denied|rejected|dismissed|announced|confirmed|reported)\s+(?:[a-z]+ly\s+)?by\s+(?P<passive>[^,;.:\"]{2,40})"
    r"|\b(?:linked|blamed|attributed|traced|[Aa]ccused|[Cc]harged|suspected)\s+(?:[\w'-]+\s+){0,3}?by\s+(?P<by>[^,;.:\"]{2,40})"
    r"|\b(?P<whose>(?!(?:The|An?|This|That|Its)\b)[A-Z][\w'-]+|(?:the|its|his|her)\s+(?:[\w-]+\s+){0,2}?[\w-]+'s)\s+(?:own\s+)?"
    r"(?:claim|accusation|allegation|account|assertion|complaint|version|telling|retort|denial|charge|count|reckoning|tally|estimate|figure|view|word)s?\b"
    r"|(?P<puts>[^,;.:\"]{2,50}?)\s+(?:puts?|gives?|gave|counts?|counted)\s+(?:[\w'-]+\s+){1,12}?(?:at|as|down\s+to)\b"
    r"|\b(?:claim|denial|report|account|accusation|charge|allegation)\b[^;]{0,80}?\b(?:came|comes|stems?)\s+from\s+(?P<from>[^,;.:\"]{2,40})"
    r"|\bsaid\s+that\b[^.;]{5,90}?,\s+and\s+(?P<gapped>[A-Z][^,;.:\"]{2,40}?)\s+that\b"
    r"|\b[Ii]f\s+(?P<right>[^,;.:\"]{2,60}?)\s+(?:is|are|was|were)\s+(?:right|correct|to\s+be\s+believed)"
)
_ORDER = re.compile(r"\s+(?:(?!that\b|he\b|she\b|it\b|they\b)[\w'-]+\s+){1,5}?to\s+[a-z]")  # "told two envoys to leave"
_NOT = re.compile(r"\b(?:not|never|n't|was|were|been|being)$")  # who was told does not speak
_UNENDED = re.compile(r"\b(?:and|but|or|to|that|who|which|had|has|have|begun)$")
_LEADING = re.compile(r"(?:[^\W\d_a-z][\w'-]*\s+)+")
_ASKER = re.compile(
    r"(?P<who>[^,;.:\"]{2,80}?)\s+(?:ha[sd]\s+|have\s+)?(?:asked|asks|urge[sd]|requested|requests|offer(?:s|ed)|invite[sd]|propose[sd]|promise[sd]|pledge[sd]"
    r"|vow(?:s|ed)|demand(?:s|ed)|appealed|called\s+(?:on|for))\b"
)


@lru_cache(maxsize=8192)
def sayers(text: str) -> tuple[str, ...]:
    """The phrases that a text makes speak: what stands before a verb of saying, or after "according to"."""
    heard = (_whole((found["before"] or found["after"]).strip()) for found in _SAYER.finditer(text) if _speaks(found))
    return (
        *filter(None, heard),
        *((found["who"] or found["name"]).strip() for found in _APPOSED.finditer(text)),
        *(found["by"].split(" that ")[0].strip() for found in _CLAIM_BY.finditer(text) if not find_dates(found["by"])),
        *(next(filter(None, found.groups())).strip().removesuffix("'s") for found in _BLAMER.finditer(text)),
    )


def _whole(phrase: str) -> str:
    """A phrase that ends in the middle of a clause ("went on television and") cut down to the name that it begins with, if any."""
    if not _UNENDED.search(phrase):
        return phrase
    name = _LEADING.match(phrase)
    return name[0].strip() if name else ""


def askers(text: str) -> tuple[str, ...]:
    """The phrases that a text makes ask, offer, promise or demand: whoever does so speaks for himself."""
    return tuple(found["who"].strip() for found in _ASKER.finditer(text))


def _speaks(found: re.Match[str]) -> bool:
    """Whether somebody is heard there: not where he gives an order or says nothing."""
    if found["before"] is None:
        return True
    return not _NOT.search(found["before"]) and not (
        found[0].endswith(("told", "tells")) and _ORDER.match(found.string, found.end())
    )
