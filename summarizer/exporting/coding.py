"""Codes of other data sets: Correlates of War, FIPS and CAMEO countries, CAMEO types, ICEWS sectors. Tables in `data/`."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from summarizer.events import Party, Place
from summarizer.normalising.actors import display_name, find_names

_ICEWS_NAMES = {"RUS": "Russian Federation", "PSE": "Occupied Palestinian Territory"}


class CountryCodes(NamedTuple):
    """Codes of one country; "" where there is none, or none that is sure."""

    cow: str = ""
    fips: str = ""
    cameo: str = ""


@lru_cache(maxsize=3)
def _table(name: str) -> dict[str, tuple[str, ...]]:
    text = (resources.files("summarizer.exporting") / "data" / name).read_text(encoding="utf-8")
    rows = ([cell.strip() for cell in line.split("|")] for line in text.splitlines() if line and line[0] != "#")
    return {row[0]: tuple(row[1:]) for row in rows}


def country_codes(code: str | None) -> CountryCodes:
    """The other codes of an ISO 3166 alpha-3 country; all empty for an organisation or an unknown one."""
    return CountryCodes(*_table("countries.txt").get(code or "", ()))


def is_country(code: str | None) -> bool:
    """Whether the code stands for a country, not an organisation."""
    return (code or "") in _table("countries.txt")


def alpha3(code: str | None) -> str:
    """The code if it is a country's, else ""."""
    return code if code and is_country(code) else ""


def sector(party: Party | None) -> str:
    """The PLOVER sector: what the event says, else what an organisation's code tells."""
    if party is None:
        return ""
    return party.sector or _table("organisations.txt").get(party.country or "", ("",))[0]


def icews_sectors(party: Party | None) -> str:
    """The party's sectors as ICEWS writes them, or ""."""
    return _table("sectors.txt").get(sector(party), ("", ""))[1]


def icews_country(code: str | None) -> str:
    """The country's English name, as ICEWS writes it where that is known to differ."""
    if not code or not is_country(code):
        return ""
    return _ICEWS_NAMES.get(code) or display_name(code).removeprefix("the ")


def cameo_type(party: Party | None) -> str:
    """CAMEO's code for the kind of actor, or ""."""
    return _table("sectors.txt").get(sector(party), ("", ""))[0]


def cameo_actor(party: Party | None) -> str:
    """CAMEO's code of a party: country and type, or an organisation's own; "" when neither is known."""
    if party is None:
        return ""
    organisation = _table("organisations.txt").get(party.country or "")
    return organisation[1] if organisation else country_codes(party.country).cameo + cameo_type(party)


def names_country(place: Place | None) -> bool:
    """Whether a place is just a country."""
    if place is None:
        return False
    hits = find_names(place.name)
    return len(hits) == 1 and hits[0].kind == "name" and (hits[0].start, hits[0].end) == (0, len(place.name))
