"""Writing the tabular formats, so that a spreadsheet runs nothing that an article says."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from summarizer.events import Event
from summarizer.exporting.columns import Cell, Sheet, rows
from summarizer.exporting.context import ExportContext
from summarizer.renderers.display import visible

# A cell that starts with one of these is a formula; the wide forms are so in some editions. TAB and CR never get here.
_FORMULA = frozenset("=+-@＝＋－＠")


class _Encoder:
    """A text file for the csv module that hands each line on at once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        self._stream.write(line.encode("utf-8", "replace"))
        return len(line)


def safe_cell(value: Cell) -> Cell:
    """The cell as written: numbers as they are; text on one line, without control and bidi characters, and never a formula.

    Text that starts with `=`, `+`, `-` or `@` gets an apostrophe in front, which a reader takes off again.
    """
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return "'" + shown if shown[:1] in _FORMULA and shown else shown


def write_sheet(sheet: Sheet, events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """A header line, then the rows of each event as it comes, in UTF-8."""
    writer = csv.writer(_Encoder(stream), delimiter=sheet.delimiter, lineterminator=sheet.line_end)
    writer.writerow([column.name for column in sheet.columns])
    for event in events:
        for row in rows(event, context, sheet.pairs):
            writer.writerow(
                [column.value(row) if column.raw else safe_cell(column.value(row)) for column in sheet.columns]
            )
