"""Writing the tabular formats, so that a spreadsheet runs nothing that an article says."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import IO

from summarizer.events import Event
from summarizer.exporting.columns import Cell, Sheet, rows
from summarizer.exporting.context import ExportContext
from summarizer.renderers.display import visible

# A cell that starts with one of these is a formula; the wide forms are so in some editions. TAB and CR never get here. Editions
# whose decimal sign is a comma split lines at semicolons, whatever the file says, so that a cell may start after one too.
_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@＝＋－＠])")


class _Encoder:
    """A text file for the csv module that hands each line on at once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        self._stream.write(line.encode("utf-8", "replace"))
        return len(line)


def safe_cell(value: Cell) -> Cell:
    """The cell as written: numbers as they are; text on one line, without control and bidi characters, and never a formula.

    `=`, `+`, `-` and `@` get an apostrophe in front at the beginning and after a semicolon, which a reader takes off again.
    """
    return _FORMULA.sub(r"\1'", visible(value)) if isinstance(value, str) else value


def write_sheet(sheet: Sheet, events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """A header line, then the rows of each event as it comes, in UTF-8."""
    writer = csv.writer(_Encoder(stream), delimiter=sheet.delimiter, lineterminator=sheet.line_end)
    writer.writerow([column.name for column in sheet.columns])
    for event in events:
        for row in rows(event, context, sheet.pairs):
            writer.writerow(
                [column.value(row) if column.raw else safe_cell(column.value(row)) for column in sheet.columns]
            )
