"""Whose words and whose figures a text gives, and how many of whom it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.actors import codes_in
from summarizer.normalising.dates import find_dates
from summarizer.normalising.numbers import find_numbers
from summarizer.verifying.case import names_in
from summarizer.verifying.resting import sentences_of

_SAY = (
    r"(?:said|says?|told|claim(?:s|ed)?|call(?:s|ed)|spoke\s+of|speaks?\s+of|answer(?:s|ed)|repl(?:y|ies|ied)|warn(?:s|ed)|insist(?:s|ed)"
    r"|complain(?:s|ed)|denounce[sd]?|condemn(?:s|ed)|dismiss(?:es|ed)|term(?:s|ed)|brand(?:s|ed)|describe[sd]?|label(?:s|led)|count(?:s|ed)"
    r"|puts?|g[ai]ves?|report(?:s|ed)|add(?:s|ed)|stress(?:es|ed)|expects?|wrote|writes|stated?|maintain(?:s|ed)|retort(?:s|ed))"
)
_BEFORE = re.compile(rf"(?P<who>[^,;:.\"]{{2,70}}?)(?:,[^,;:\"]{{2,50}},)?\s+(?:[a-z]+ly\s+)?{_SAY}\b")
_AFTER = re.compile(rf"(?:[,\"]\s*{_SAY}\s+|\baccording\s+to\s+|\bin\s+the\s+words\s+of\s+)(?P<who>[^,;:.\"]{{2,70}})")
_BY_COUNT = re.compile(
    r"\bby\s+(?P<who>[^,;:.\"]{2,40}?)(?:'s|')\s+(?:own\s+)?(?:count|reckoning|account|tally|estimate|figures)\b"
)
_PART = re.compile(r";|,?\s+(?:while|whereas|but|and)\s+|,\s+")
_QUOTED = re.compile(r"\"([^\"]{8,})\"")
_GOES_ON = re.compile(
    r"\s+(?!(?:who|whom|whose|which|that|and|or|in|on|at|of|from|to|by|with|for|remain|remains|remained|had|have|has|were|was|are|is|will|would)\b)[a-z]"
)
_COUNTED = re.compile(r"\s+(?:[a-z]+\s+)?$")


@lru_cache(maxsize=8192)
def read_figures(text: str) -> frozenset[tuple[str, float]]:
    """Countries with the numbers that they give, where each part of a sentence has its own: "33, according to Yerevan"."""
    found: set[tuple[str, float]] = set()
    for sentence in sentences_of(text):
        parts = [part for part in _PART.split(sentence) if part]
        for at, part in enumerate(parts):
            dates = find_dates(part)
            numbers = {
                float(n.value)
                for n in find_numbers(part)
                if not any(d.start < n.end and n.start < d.end for d in dates)
            }
            before = " " + parts[at - 1] if at else ""
            codes = frozenset().union(*(codes_in(who) for who in sayers_of(part)))
            if len(codes) != 1:
                continue
            if not numbers and before and part.startswith(("according to", "by ")):
                numbers = {float(n.value) for n in find_numbers(before)}
            if len(numbers) == 1:
                found.add((min(codes), min(numbers)))
    return frozenset(found)


_LABELLED_BY = re.compile(
    r"\b(?:denounced|called|branded|dismissed|described|condemned|labelled|termed|slammed|decried)\s+(?:by|in)\s+(?P<who>[^,;:.\"]{2,50}?)\s+as\s+$"
)


def sayers_of(text: str) -> tuple[str, ...]:
    """The phrases that a text makes speak."""
    return tuple(found["who"] for pattern in (_BEFORE, _AFTER, _BY_COUNT) for found in pattern.finditer(text))


def other_voice(text: str, body: str) -> tuple[str, str] | None:
    """Whose mouth a text puts a quotation in, and in whose the passages have it, if these are two countries."""
    for sentence in sentences_of(text):
        for found in _QUOTED.finditer(sentence):
            mine = _voice(sentence, found.start(), found.end())
            for told in sentences_of(body) if mine else ():
                at = told.find(found[1].strip(" ,."))
                theirs = _voice(told, at, at + len(found[1])) if at >= 0 else frozenset()
                if theirs and not mine & theirs and theirs & codes_in(text):
                    return min(mine), min(theirs)
    return None


def _voice(sentence: str, start: int, end: int) -> frozenset[str]:
    """Codes of the one who says what stands there: before it in the same clause, or after it."""
    before = sentence[:start]
    before = before[max(before.rfind(";"), before.rfind('" ')) + 1 :].replace(", whose ", "'s ")
    labelled = _LABELLED_BY.search(before)
    if labelled and codes_in(labelled["who"]):
        return codes_in(labelled["who"])
    sayers = [found["who"] for found in _BEFORE.finditer(before)]
    codes = codes_in(sayers[-1].split(" that ")[-1]) if sayers else frozenset()
    if codes:
        return codes
    after = _AFTER.match(sentence, max(0, end - 1))
    return codes_in(after["who"]) if after else frozenset()


@lru_cache(maxsize=8192)
def read_counted(text: str, with_noun: bool) -> frozenset[tuple[str, float]]:
    """Countries with how many of their people are counted: ("USA", 6) for "six Americans", or also "six American oilmen"."""
    found: set[tuple[str, float]] = set()
    numbers = find_numbers(text)
    dates = find_dates(text)
    for hit in names_in(text):
        if hit.kind != "demonym" or " " in hit.code or (not with_noun and _GOES_ON.match(text, hit.end)):
            continue
        for number in numbers:
            if any(d.start < number.end and number.start < d.end for d in dates):
                continue
            if number.end <= hit.start and _COUNTED.fullmatch(text[number.end : hit.start]):
                found.add((hit.code, float(number.value)))
    return frozenset(found)
