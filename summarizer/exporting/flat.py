"""CSV and TSV of our own: one row an event, lists joined by "; ", and the whole record as JSON in the last column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import IO

from summarizer.events import Event, Party
from summarizer.exporting.columns import Column, Row, Sheet, articles, conflicts, quadrant, quotes, score, speakers
from summarizer.exporting.context import ExportContext
from summarizer.exporting.delimited import write_sheet
from summarizer.exporting.json_lines import ascii_record

# They stand in texts only, where JSON may write them so.
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in ";=@|"}
_LISTS = "between semicolons in the order of"


def _joined(values: Iterable[str | None]) -> str:
    """Joined, with an empty place for what is unknown; "" when all is."""
    items = [value or "" for value in values]
    return "; ".join(items) if any(items) else ""


def _parties(name: str, parties: str) -> tuple[Column, ...]:
    def of(row: Row) -> Sequence[Party]:
        found: tuple[Party, ...] = getattr(row.event, parties)
        return found

    return (
        Column(
            f"{name}s",
            "string",
            f"Names of the {name}s, joined by '; '.",
            lambda row: _joined(party.name for party in of(row)),
        ),
        Column(
            f"{name}_countries",
            "string",
            f"ISO 3166 alpha-3 or an organisation's code, {_LISTS} {name}s, empty where unknown.",
            lambda row: _joined(party.country for party in of(row)),
        ),
        Column(
            f"{name}_sectors",
            "string",
            f"PLOVER sectors, {_LISTS} {name}s, empty where unknown.",
            lambda row: _joined(party.sector for party in of(row)),
        ),
    )


def _record(row: Row) -> str:
    """JSON in which no text can begin a cell or a formula, however a spreadsheet splits the line."""
    return ascii_record(row.event).translate(_ESCAPED)


_COLUMNS = (
    Column("id", "string", "The event's id.", lambda row: row.event.id),
    Column("type", "string", "Event type of the ontology.", lambda row: row.event.type),
    Column("mode", "string", "Mode of the type.", lambda row: row.event.mode),
    Column(
        "status",
        "string",
        "occurred, ongoing, announced, planned, threatened, demanded, proposed, denied or alleged.",
        lambda row: row.event.status,
    ),
    Column("summary", "string", "The act in a sentence.", lambda row: row.event.summary),
    *_parties("actor", "actors"),
    *_parties("recipient", "recipients"),
    Column(
        "date",
        "string",
        "EDTF (ISO 8601-2), as exact as the text; X for what nobody said.",
        lambda row: row.event.date.edtf if row.event.date else None,
    ),
    Column(
        "date_text",
        "string",
        "The text's own words for the date.",
        lambda row: row.event.date.text if row.event.date else None,
    ),
    Column(
        "place",
        "string",
        "Where the text puts the act.",
        lambda row: row.event.place.name if row.event.place else None,
    ),
    Column(
        "place_country",
        "string",
        "Country of the place.",
        lambda row: row.event.place.country if row.event.place else None,
    ),
    Column(
        "attribution",
        "string",
        "Whose word it is, with country and how, joined by '; '.",
        lambda row: speakers(row.event),
    ),
    Column(
        "quantities",
        "string",
        "Numbers of the act in the text's words, joined by '; '.",
        lambda row: _joined(item.text for item in row.event.quantities),
    ),
    Column("quotes", "string", "Passages that bear the event out, joined by ' | '.", lambda row: quotes(row.event)),
    Column("articles", "string", "Ids of the articles, joined by '; '.", lambda row: _joined(articles(row.event))),
    Column(
        "publishers",
        "string",
        "Publishers, joined by '; ' in the order of sources.",
        lambda row: _joined(source.publisher for source in row.event.sources),
    ),
    Column(
        "published",
        "string",
        "Times of publication, joined by '; ' in the order of sources.",
        lambda row: _joined(source.published for source in row.event.sources),
    ),
    Column(
        "urls",
        "string",
        "Addresses, joined by '; ' in the order of sources.",
        lambda row: _joined(source.url for source in row.event.sources),
    ),
    Column("conflicts", "string", "Slots on which articles differ.", lambda row: conflicts(row.event)),
    Column("score", "number", "Conflict-cooperation score, -10 to 10.", score),
    Column(
        "quadrant",
        "integer",
        "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.",
        quadrant,
    ),
    Column("engine", "string", "What found the event.", lambda row: row.event.engine),
    Column("confidence", "number", "0 to 1.", lambda row: row.event.confidence),
    Column(
        "record",
        "string",
        "The whole event record as JSON in ASCII; read this one to get the very same event back.",
        _record,
        raw=True,
    ),
)
CSV = Sheet("Events, one a row.", _COLUMNS, ",", "\r\n", pairs=False)
TSV = replace(CSV, delimiter="\t", line_end="\n")


def write_csv(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """CSV by RFC 4180, in UTF-8 without a byte order mark."""
    write_sheet(CSV, events, stream, context)


def write_tsv(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """The same columns, separated by tabs."""
    write_sheet(TSV, events, stream, context)
