"""In which country a town lies, and in which one a meeting is held."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.actors import codes_in, display_name
from summarizer.verifying.case import Case, names_in

_KIND = r"(?:town|city|port|village|province|region|island|district|state|capital|harbour|peninsula)"
_TOWN_OF = re.compile(rf"(?:'s)?\s+(?:[a-z-]+\s+){{0,2}}?{_KIND}\s+of\s+(?P<place>[A-Z][\w'-]+)")
_TOWN_IN = re.compile(r"\b(?P<place>[A-Z][\w'-]+)\s+in\s+(?:[a-z]+\s+)?$")
_NO_PLACE = frozenset(
    """The A An On In At It He She They This That Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December""".split()
)
_GATHERING = re.compile(
    r"\b(?:meeting|met|meets?|talks?|round|summit|conference|negotiations?)\b[^.;:\n]{0,40}?\bin\s+(?:the\s+)?$", re.I
)
_AGREED = re.compile(r"\b(?:agreed|signed|concluded|discussed)\s+in\s+$")


def other_place(case: Case) -> str | None:
    """A town or a meeting that the sentence puts into another country than the passages do, in words for a reason."""
    given = read_located(case.body)
    for place, code in sorted(read_located(case.text) - given):
        lies = {other for known, other in given if known == place}
        if lies:
            return f"puts {place} in {display_name(code)}, not {display_name(min(lies))}"
    met = read_gatherings(case.body)
    held = met | {event.place.country for event in case.events if event.place}
    for code in sorted(read_gatherings(case.text)):
        if met and code not in held and code in codes_in(case.body):
            return f"has them meet in {display_name(code)}, not {display_name(min(met))}"
    return None


@lru_cache(maxsize=8192)
def read_located(text: str) -> frozenset[tuple[str, str]]:
    """Towns with the country in which a text has them: ("Senafe", "ERI") for "the Eritrean town of Senafe"."""
    found: set[tuple[str, str]] = set()
    for hit in names_in(text):
        if " " in hit.code or hit.kind not in ("name", "demonym"):
            continue
        of = _TOWN_OF.match(text, hit.end)
        before = _TOWN_IN.search(text, max(0, hit.start - 40), hit.start) if hit.kind == "name" else None
        for place in (of, before):
            if place and place["place"] not in _NO_PLACE and not codes_in(place["place"]):
                found.add((place["place"], hit.code))
    return frozenset(found)


@lru_cache(maxsize=8192)
def read_gatherings(text: str) -> frozenset[str]:
    """Countries in which a text has people meet: {"TUR"} for "agreed in Izmir"."""
    found: set[str] = set()
    for hit in names_in(text):
        before = text[max(0, hit.start - 70) : hit.start]
        if (
            " " not in hit.code
            and hit.kind in ("name", "capital")
            and not text.startswith("'s", hit.end)
            and (_GATHERING.search(before) or _AGREED.search(before))
        ):
            found.add(hit.code)
    return frozenset(found)
