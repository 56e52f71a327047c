"""Events in the formats that other tools read. A new format is a file and a line in `EXPORTERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, NamedTuple

from summarizer.errors import UsageError
from summarizer.events import Event
from summarizer.exporting.context import ExportContext, Headline, Known
from summarizer.exporting.datapackage import SHEETS, datapackage
from summarizer.exporting.feeds import write_atom, write_rss
from summarizer.exporting.flat import write_csv, write_tsv
from summarizer.exporting.gdelt import write_gdelt
from summarizer.exporting.ical import write_ical
from summarizer.exporting.icews import write_icews
from summarizer.exporting.json_lines import write_json, write_jsonl
from summarizer.exporting.parquet import need_pyarrow, write_parquet
from summarizer.exporting.polecat import write_polecat
from summarizer.exporting.reading import READABLE, read_events, read_lines
from summarizer.exporting.tables import write_html, write_markdown, write_table

Writer = Callable[[Iterable[Event], IO[bytes], ExportContext], None]

__all__ = [
    "BINARY",
    "EXPORTERS",
    "READABLE",
    "SHEETS",
    "ExportContext",
    "Exporter",
    "Headline",
    "Known",
    "check_format",
    "datapackage",
    "read_events",
    "read_lines",
    "write_events",
]


class Exporter(NamedTuple):
    """A format: what writes it, how its files end, and what it is."""

    writer: Writer
    ending: str
    description: str


EXPORTERS: Mapping[str, Exporter] = {
    "jsonl": Exporter(write_jsonl, ".jsonl", "one event record a line"),
    "json": Exporter(write_json, ".json", "one array of event records"),
    "csv": Exporter(write_csv, ".csv", "one row an event, for spreadsheets"),
    "tsv": Exporter(write_tsv, ".tsv", "the same, separated by tabs"),
    "parquet": Exporter(write_parquet, ".parquet", "nested columns, for DuckDB, pandas and the like"),
    "polecat": Exporter(write_polecat, ".tsv", "POLECAT's columns, one row a pair of actor and recipient"),
    "icews": Exporter(write_icews, ".tsv", "ICEWS' columns, one row a pair"),
    "gdelt": Exporter(write_gdelt, ".tsv", "GDELT 1.0's columns, one row a pair"),
    "rss": Exporter(write_rss, ".rss", "an RSS 2.0 feed"),
    "atom": Exporter(write_atom, ".atom", "an Atom feed"),
    "ical": Exporter(write_ical, ".ics", "a calendar of planned and announced events"),
    "md": Exporter(write_markdown, ".md", "a Markdown table"),
    "html": Exporter(write_html, ".html", "a page with a table"),
    "table": Exporter(write_table, ".txt", "a table for the terminal"),
}
BINARY = frozenset({"parquet"})


def check_format(name: str) -> None:
    """Fail before any work. Raises UsageError for an unknown format or one whose extra isn't installed."""
    if name not in EXPORTERS:
        raise UsageError(f"no format {name!r}", f"choose one of {', '.join(EXPORTERS)}")
    if name == "parquet":
        need_pyarrow()


def write_events(events: Iterable[Event], name: str, stream: IO[bytes], context: ExportContext | None = None) -> int:
    """Write events in a format of `EXPORTERS` to a binary stream, which stays open; returns how many there were.

    Feeds and the terminal's table are written when the last event is there, the others as events come, in flat memory.
    Raises UsageError for an unknown format or a missing extra, before the first event is asked for.
    """
    check_format(name)
    count = 0

    def counted() -> Iterator[Event]:
        nonlocal count
        for event in events:
            count += 1
            yield event

    EXPORTERS[name].writer(counted(), stream, context or ExportContext())
    return count
