"""ICEWS' columns, tab-separated: a row for each pair of source and target."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from summarizer.events import Event, Party
from summarizer.exporting.coding import icews_country, icews_sectors, names_country
from summarizer.exporting.columns import (
    Column,
    Row,
    Sheet,
    day_text,
    first_source,
    own_columns,
    party_name,
    publisher,
    score,
    unknown,
)
from summarizer.exporting.context import ExportContext
from summarizer.exporting.delimited import write_sheet


def _city(row: Row) -> str | None:
    place = row.event.place
    return place.name if place and not names_country(place) else None


def _story(row: Row) -> str | None:
    source = first_source(row.event)
    return source.article if source else None


def _cameo(row: Row) -> str | None:
    code = row.context.ontology.cameo(row.event.type, row.event.mode)
    return code if code is None or len(code) > 2 else code + "0"


def _party(role: str, who: str, of: Callable[[Row], Party | None]) -> tuple[Column, ...]:
    def country(row: Row) -> str:
        party = of(row)
        return icews_country(party.country) if party else ""

    return (
        Column(f"{role} Name", "string", f"Name of the {who} as the article has it; not resolved.", party_name(of)),
        Column(
            f"{role} Sectors",
            "string",
            f"Sectors of the {who} in ICEWS' words, where the PLOVER sector has one for sure.",
            lambda row: icews_sectors(of(row)),
        ),
        Column(
            f"{role} Country",
            "string",
            "English name of the country, which isn't always ICEWS' own spelling; empty for organisations.",
            country,
        ),
    )


SHEET = Sheet(
    "Events under the column names of ICEWS, a row for each pair of source and target; the rows of an event share its id.",
    (
        Column("Event ID", "string", "The event's id, the same in all its rows.", lambda row: row.event.id),
        Column("Event Date", "date", "Only when the text tells year, month and day; see Date EDTF.", day_text),
        *_party("Source", "actor", lambda row: row.actor),
        Column(
            "Event Text",
            "string",
            "PLOVER type and mode (not the label of the CAMEO code).",
            lambda row: f"{row.event.type}/{row.event.mode}" if row.event.mode else row.event.type,
        ),
        Column(
            "CAMEO Code",
            "string",
            "The CAMEO code nearest to type and mode; text, since it may start with 0.",
            _cameo,
        ),
        Column("Intensity", "number", "PLOVER score, -10 (conflict) to 10 (cooperation); not Goldstein's.", score),
        *_party("Target", "recipient", lambda row: row.recipient),
        Column("Story ID", "string", "Id of the first article.", _story),
        Column(
            "Sentence Number",
            "integer",
            "Always empty: evidence is kept as characters, not as sentences.",
            unknown,
        ),
        Column("Publisher", "string", "Publisher of the first article.", publisher),
        Column("City", "string", "Where the text puts the act, unless that is a country; not resolved.", _city),
        Column(
            "Country",
            "string",
            "English name of the place's country.",
            lambda row: icews_country(row.event.place.country) if row.event.place else None,
        ),
        Column("Latitude", "number", "Always empty: places aren't resolved to coordinates.", unknown),
        Column("Longitude", "number", "Always empty: places aren't resolved to coordinates.", unknown),
        *own_columns(),
    ),
)


def write_icews(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """ICEWS' column names, then our own."""
    write_sheet(SHEET, events, stream, context)
