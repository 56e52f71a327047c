"""Places that a text puts an act at: "in Vilnius", "near Kharkiv, Ukraine", and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.normalising.actors import NameHit, find_names


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place: `source[start:end] == name`, half-open; `country` is the code of its country, when that is told."""

    start: int
    end: int
    name: str
    country: str | None


# "in", "at", "near" …; begins with few characters: `re` skips all others.
_AT = re.compile(
    r"[IiAaNnOo](?<!\w.)(?:(?<=[Ii])n(?:side)?|(?<=[Aa])(?:t|cross|round)|(?<=[Nn])ear|(?<=[Oo])(?:utside|ff|ver))\s+"
    r"(?:(?:the|downtown|central|northern|southern|eastern|western|neighbou?ring)\s+)*"
    r"(?:(?:[a-z]+\s+){0,3}(?:capital|city|town|village|port|region|province|district|suburb|island|state"
    r"|area)\s+(?:city\s+)?(?:of\s+)?)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:(?:al|de|del|la|el|of|the|und)\s+)?[A-ZÀ-Þ][\w’'-]*){0,3})"
)
_AFTER_COMMA = re.compile(r",\s+(?:in\s+|the\s+capital\s+of\s+)?")
_DATELINE = re.compile(
    r"^\W{0,3}(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{2,30}"
    r"|[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})(?:,\s+(?P<land>[A-Z][\w. ]{2,25}?))?"
    r"(?:,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}"
    r"|,\s+\d{1,2}\s+[A-Z][a-z]{2,8}\.?)?(?:,?\s+\d{4})?\s*(?:\([^()]{2,40}\))?\s*[-–—]{1,2}\s"
)
_OF_OWNER = re.compile(r"['’]s\s+(?:(?:[a-z]+\s+){0,3})(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*){0,2})")
_NO_PLACE = frozenset(
    """January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday English Russian French German Spanish Chinese Arabic Parliament Congress God
    Brussels-based
    Mr Mrs Ms Dr President Prime Minister""".split()
)
_OF_PEOPLE = frozenset(["demonym", "organisation", "group"])


@lru_cache(maxsize=4096)
def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Places in order, the longest name each: after in, at, near, outside …, and a dateline's at the very beginning."""
    mentions: list[PlaceMention] = []
    dashed = "-" in text or "–" in text or "—" in text
    dateline, all_found = _DATELINE.match(text) if dashed else None, list(_AT.finditer(text))
    if not dateline and not all_found:
        return ()
    names = find_names(text)
    if dateline and dateline["name"] not in _NO_PLACE:
        start = dateline.start("name")
        end = start + len(dateline["name"].rstrip(" -"))
        country = _country(names, start, dateline.end())
        if country or dateline["name"].isupper():
            mentions.append(PlaceMention(start, end, text[start:end], country))
    done = mentions[-1].end if mentions else 0
    for found in all_found:
        start, end = found.span("name")
        if start < done:
            continue
        mention = _place(text, start, end, names)
        if mention:
            mentions.append(mention)
            done = mention.end
    return tuple(mentions)


def _place(text: str, start: int, end: int, names: tuple[NameHit, ...]) -> PlaceMention | None:
    hit = next((hit for hit in names if hit.start <= start < hit.end or start <= hit.start < end), None)
    if hit and hit.start <= start:
        if hit.kind in _OF_PEOPLE and not (hit.kind == "group" or text[hit.end : hit.end + 1] in ",."):
            return None
        if text[hit.end : hit.end + 2] in ("'s", "’s"):
            return _owned(text, hit)
        if hit.kind in _OF_PEOPLE:
            return None
        return PlaceMention(hit.start, hit.end, text[hit.start : hit.end], hit.code)
    words = text[start:end].rstrip(".'’").split()
    if words[0] in _NO_PLACE or words[0].isdigit() or (words[0].isupper() and len(words[0]) < 5):
        return None
    name = text[start:end].rstrip(".'’")
    if name.endswith(("'s", "’s")) or (hit and hit.kind in _OF_PEOPLE):
        return None
    end = start + len(name)
    return PlaceMention(start, end, name, _following(text, end, names))


def _owned(text: str, hit: NameHit) -> PlaceMention | None:
    """ "in Ukraine's Kharkiv": the place that follows the country's name."""
    found = _OF_OWNER.match(text, hit.end)
    if not found:
        return PlaceMention(hit.start, hit.end, text[hit.start : hit.end], hit.code)
    return PlaceMention(found.start("name"), found.end("name"), found["name"], hit.code)


def _following(text: str, end: int, names: tuple[NameHit, ...]) -> str | None:
    """The country of "Kharkiv, Ukraine"."""
    comma = _AFTER_COMMA.match(text, end)
    if not comma:
        return None
    return next((hit.code for hit in names if hit.start == comma.end() and hit.kind in ("name", "capital")), None)


def _country(names: tuple[NameHit, ...], start: int, end: int) -> str | None:
    codes: Iterator[str] = (hit.code for hit in names if start <= hit.start < end and hit.kind in ("name", "capital"))
    return next(codes, None)
