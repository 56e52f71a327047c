"""POLECAT's columns (Dataverse release, tab-separated): a row for each pair of actor and recipient."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from summarizer.events import Event, Party
from summarizer.exporting.coding import alpha3, country_codes, sector
from summarizer.exporting.columns import (
    Column,
    Row,
    Sheet,
    day_text,
    first_article,
    first_source,
    own_columns,
    party_name,
    publication_day,
    publisher,
    quadrant,
    score,
    unknown,
)
from summarizer.exporting.context import ExportContext
from summarizer.exporting.delimited import write_sheet

_QUADRANTS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}


def _quad_code(row: Row) -> str:
    return _QUADRANTS.get(quadrant(row) or 0, "")


def _headline(row: Row) -> str | None:
    article = first_article(row)
    return article.title if article else None


def _language(row: Row) -> str | None:
    article = first_article(row)
    return article.language if article else None


def _place(row: Row) -> str | None:
    return row.event.place.name if row.event.place else None


def _party(role: str, of: Callable[[Row], Party | None]) -> tuple[Column, ...]:
    def country(row: Row) -> str:
        party = of(row)
        return alpha3(party.country) if party else ""

    def cow(row: Row) -> str:
        party = of(row)
        return country_codes(party.country).cow if party else ""

    who = role.lower()
    return (
        Column(f"{role} Name", "string", f"Name of the {who} as the article has it; not resolved.", party_name(of)),
        Column(f"{role} Country", "string", f"ISO 3166 alpha-3 of the {who}; empty for organisations.", country),
        Column(f"{role} COW", "integer", f"Correlates of War state number of the {who}.", cow),
        Column(f"Primary {role} Sector", "string", f"PLOVER sector of the {who}.", lambda row: sector(of(row))),
        Column(f"{role} Sectors", "string", "The same: no more than one is known.", lambda row: sector(of(row))),
        Column(f"{role} Title", "string", "Always empty: titles aren't told apart from names.", unknown),
        Column(f"{role} Name Raw", "string", f"Name of the {who} as the article has it.", party_name(of)),
    )


SHEET = Sheet(
    "Events under the column names of POLECAT, a row for each pair of actor and recipient; the rows of an event share its id.",
    (
        Column("Event ID", "string", "The event's id, the same in all its rows.", lambda row: row.event.id),
        Column("Event Date", "date", "Only when the text tells year, month and day; see Date EDTF.", day_text),
        Column("Event Type", "string", "Event type of the ontology.", lambda row: row.event.type),
        Column("Event Mode", "string", "Mode of the type.", lambda row: row.event.mode),
        Column("Intensity", "number", "PLOVER score, -10 (conflict) to 10 (cooperation).", score),
        Column("Quad Code", "string", "Verbal or material, cooperation or conflict.", _quad_code),
        *_party("Actor", lambda row: row.actor),
        *_party("Recipient", lambda row: row.recipient),
        Column("Placename", "string", "Where the text puts the act; not resolved.", _place),
        Column(
            "Country",
            "string",
            "ISO 3166 alpha-3 of the place.",
            lambda row: alpha3(row.event.place.country) if row.event.place else None,
        ),
        Column("Latitude", "number", "Always empty: places aren't resolved to coordinates.", unknown),
        Column("Longitude", "number", "Always empty: places aren't resolved to coordinates.", unknown),
        Column("Raw Placename", "string", "The place in the text's words.", _place),
        Column("Source", "string", "Publisher of the first article.", publisher),
        Column(
            "Publication Date",
            "date",
            "Day of publication of the first article.",
            lambda row: publication_day(first_source(row.event)),
        ),
        Column("Headline", "string", "Headline of the first article, where it is at hand.", _headline),
        Column("Language", "string", "ISO 639-1 language of the first article.", _language),
        *own_columns(),
    ),
)


def write_polecat(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """POLECAT's column names, then our own."""
    write_sheet(SHEET, events, stream, context)
