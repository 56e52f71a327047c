"""Who acts where no verb says so: "Hungary's suspension", "a Chinese veto", "a demand by Belarus"; and whom something leaves."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.verifying.case import names_in, stem

_NOUN = re.compile(
    r"\s+(?:(?:new|recent|latest|first|second|own|strong|formal|planned|overnight|joint)\s+)?(?P<noun>[A-Za-z][\w-]+)"
)
_AIM = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:plan|decision|threat|promise|intention|refusal|offer|vow|pledge|move|readiness)s?\s+to\s+(?P<verb>[a-z]+)"
)
_FROM = re.compile(
    r"\b(?P<noun>note|request|demand|letter|appeal|message|protest|complaint|offer|call|invitation|threat|warning)s?(?:\s+of\s+[^,;]{1,30}?)?\s+from\s+(?:the\s+)?$"
)
_BY = re.compile(
    r"(?<![A-Za-z])(?P<noun>(?!was\b|were\b)[A-Za-z][a-z][\w-]+)\s+(?:(?!(?:was|were|is|are|been|be|an?|the)\b)[\w'-]+\s+){0,2}?by\s+(?:the\s+)?$"
)
_OF_BY = re.compile(
    r"\b(?P<noun>(?!(?:some|part|most|one|all|none|use)\b)[a-z]{4,})\s+of\s+"
    r"(?:(?!(?:by|was|were|is|are|been)\b)[^\s,;.:]+\s+){1,5}?by\s+(?:the\s+)?$"
)
# "Russia's expulsion from the games" was done to it.
_DONE_TO = re.compile(r"\s+(?:from|by|at\s+the\s+hands)\b")
# In "Canada's lentil duty" the lentils are no act.
OF_A_NOUN = re.compile(
    r"\s+(?:duty|tariff|ban|tax|surtax|levy|price|market|export|import|trade|deal|row|dispute|talks|plan|policy)s?\b"
)
# What follows a name and is neither an act nor somebody who acts.
_NO_NOUN = frozenset(
    """and or but on the at without by in of to for from with after before over embassy prime foreign interior deputy former who which
    border police guards marines troops colleague counterpart neighbour rival ally""".split()
)
# "Chinese suppliers" are somebody, no act.
_DOER = re.compile(
    r"(?!(?:offer|answer|letter|order|murder|transfer|surrender|manoeuvre|encounter)s?$)(?:[a-z]+(?:[^aeiou]er|ier|or|ist)|envoy|agent|consul|diplomat|citizen|national|journalist)s?"
)
_IN = re.compile(r"\b(?P<word>[a-z]{3,})\s+in\s+(?:the\s+)?$")
_WAY = re.compile(
    r"\b(?P<thing>[a-z]{3,}s|note|letter|message|protest|appeal|complaint)\b(?:\s+(?!(?:from|to)\b)[\w'-]+){0,5}?\s+(?P<way>from|to)\s+(?:the\s+)?$"
)
_GIVEN_UP = re.compile(
    r"\b(?P<thing>extradit|deport|hand(?:ed|s|ing)?\s+(?:[\w'-]+\s+){0,3}?over|handover|transfer)[a-z]*(?:\s+(?!(?:from|to)\b)[\w'-]+){0,4}?\s+(?P<way>from|to)\s+(?:the\s+)?$"
)
_MISSION = re.compile(
    r"\b(?P<who>embassy|consulate|mission|ambassador|envoy)\b(?:\s+of\s+[\w' -]{3,30}?)?\s+(?:in|to)\s+(?:the\s+)?$"
)
_LEAVES = re.compile(
    r"\b(?:withdr[ae]w\w*|pull\w*(?:\s+out)?|leav\w+|left|mov\w+|out|evacuat\w+|bring\w*|brought)\b[^.;:,]{0,60}?"
    r"(?P<who>\b(?:troops|soldiers|forces|peacekeepers|marines|diplomats|staff|employees|personnel|nationals|families|ships))\b"
    r"[^.;:,]{0,40}?\b(?:from|of|out\s+of)\s+(?:the\s+)?$"
    r"|\bno\s+(?:more\s+)?(?P<none>troops|soldiers|forces)\s+in\s+$"
)


@lru_cache(maxsize=8192)
def read_doers(text: str) -> frozenset[tuple[str, str]]:
    """Countries with the stem of what they do as a noun tells it: ("HUN", "suspend") for "Hungary's suspension of imports"."""
    found: set[tuple[str, str]] = set()
    for hit in names_in(text):
        if " " in hit.code:
            continue
        own = text.startswith("'s", hit.end)
        if own or hit.kind == "demonym":
            aim = _AIM.match(text, hit.end + 2 * own)
            if aim:
                found.add((hit.code, stem(aim["verb"])))
            noun = _NOUN.match(text, hit.end + 2 * own)
            if (
                noun
                and noun["noun"].lower() not in _NO_NOUN
                and not noun["noun"].endswith("ed")
                and not _DOER.fullmatch(noun["noun"])
                and not _DONE_TO.match(text, noun.end())
                and not OF_A_NOUN.match(text, noun.end())
            ):
                found.add((hit.code, stem(noun["noun"])))
        by = _BY.search(text, max(0, hit.start - 60), hit.start) or _FROM.search(
            text, max(0, hit.start - 60), hit.start
        )
        of = _OF_BY.search(text, max(0, hit.start - 90), hit.start)
        if of:
            found.add((hit.code, stem(of["noun"])))
        if by and not any(other.end == by.start("noun") - 1 for other in names_in(text)):
            found.add((hit.code, stem(by["noun"])))
    return frozenset(found)


@lru_cache(maxsize=8192)
def read_hosts(text: str) -> frozenset[tuple[str, str]]:
    """Countries that somebody leaves, with who leaves: ("TCD", "soldier") for "withdraw 300 soldiers from Chad"."""
    found: set[tuple[str, str]] = set()
    for hit in names_in(text):
        leaves = _LEAVES.search(text, max(0, hit.start - 160), hit.start)
        if leaves and " " not in hit.code and not text.startswith("'s", hit.end):
            found.add((hit.code, stem(leaves["who"] or leaves["none"])))
            continue
        mission = _MISSION.search(text, max(0, hit.start - 60), hit.start)
        if mission and " " not in hit.code:
            found.add((hit.code, stem(mission["who"])))
            continue
        after = re.search(
            r"\b(?P<who>troops|soldiers|forces|peacekeepers|marines)\b[^.;:,]{0,50}?\b(?:leav\w+|left|withdr[ae]w\w*\s+(?:\w+\s+){0,2}?from)\s+(?:the\s+)?$",
            text[max(0, hit.start - 120) : hit.start],
        )
        if after and " " not in hit.code:
            found.add((hit.code, stem(after["who"])))
    return frozenset(found)


@lru_cache(maxsize=8192)
def read_settings(text: str) -> frozenset[tuple[str, str]]:
    """Countries with the word that puts something there: ("SSD", "stay") for "stay in South Sudan"."""
    found: set[tuple[str, str]] = set()
    for hit in names_in(text):
        before = _IN.search(text, max(0, hit.start - 40), hit.start)
        if before and " " not in hit.code and not text.startswith("'s", hit.end) and hit.kind in ("name", "capital"):
            found.add((hit.code, stem(before["word"])))
    return frozenset(found)


@lru_cache(maxsize=8192)
def read_ways(text: str) -> frozenset[tuple[str, str, str]]:
    """Countries with what comes or goes, and which way: ("ROU", "marine", "to") for "deploy 180 marines to Romania"."""
    found: set[tuple[str, str, str]] = set()
    for hit in names_in(text):
        way = _WAY.search(text, max(0, hit.start - 70), hit.start)
        if way and " " not in hit.code and not text.startswith("'s", hit.end):
            found.add((hit.code, stem(way["thing"]), way["way"]))
        given = _GIVEN_UP.search(text, max(0, hit.start - 90), hit.start)
        if given and " " not in hit.code and not text.startswith("'s", hit.end):
            found.add((hit.code, "extradit", given["way"]))
    return frozenset(found)
