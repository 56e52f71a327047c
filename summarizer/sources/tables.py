"""CSV and TSV tables with a header row, read row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from summarizer.article import Failure
from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources.base import Context, Document, Item, Reader
from summarizer.sources.decoding import looks_binary, sniff_encoding
from summarizer.sources.records import knows_text, read_record

_LINES = 100_000  # of one row; more are an open quote
_DELIMITERS = ",;\t|"


def _header(document: Document) -> tuple[list[str], str]:
    """The column names, and the delimiter that gives the most of them."""
    encoding = sniff_encoding(document.head, document.origin.charset)
    lines = document.head.decode(encoding, "replace").lstrip("\ufeff").splitlines()
    first = lines[0] if lines else ""
    rows = ((next(csv.reader([first], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS)
    return max(rows, key=lambda row: len(row[0]))


def _matches(document: Document) -> bool:
    if looks_binary(document.head):
        return False
    if document.origin.ending in (".csv", ".tsv"):
        return True
    try:
        columns, _ = _header(document)
    except csv.Error:
        return False
    return len(columns) > 1 and all(len(column) < 40 for column in columns) and knows_text(columns, Settings())


def _read(document: Document, context: Context) -> Iterator[Item]:
    settings = context.settings
    # The limit is global to the csv module; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), 4 * settings.max_article_chars))
    encoding = sniff_encoding(document.head, document.origin.charset)
    try:
        columns, delimiter = _header(document)
        if not knows_text(columns, settings):
            have = ", ".join(column[:30] for column in columns[:12])
            raise SourceError(f"no column with the text (columns: {have})", "name it with text=COLUMN")
        lines = io.TextIOWrapper(document.stream.lines(), encoding, "replace", newline="")
        bounded = _Bounded(lines, 8 * settings.max_article_chars)
        rows = csv.reader(bounded, delimiter=delimiter)
        names = [name.strip().lstrip("\ufeff") for name in next(rows)]
        for number, row in enumerate(rows, 1):
            bounded.next_row()
            if any(cell.strip() for cell in row):
                yield from read_record(
                    dict(zip(names, row, strict=False)), document.origin.member(f"#{number}"), settings
                )
    except csv.Error as error:
        yield Failure(
            source=document.origin.name, reason=f"a damaged table ({error}); left unread from there; mend its quotes"
        )


class _Bounded:
    """Lines, as long as one row of them has at most `limit` characters and `_LINES` lines; `next_row` starts to count anew."""

    def __init__(self, lines: io.TextIOWrapper, limit: int) -> None:
        self._lines = lines
        self._limit = limit
        self.next_row()

    def next_row(self) -> None:
        """What follows belongs to another row."""
        self._used = self._count = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._lines.readline(self._limit)
        self._used += len(line)
        self._count += 1
        if self._used > self._limit or self._count > _LINES:
            raise SourceError("a row that doesn't end; left unread from there", "mend its quotes")
        if not line:
            raise StopIteration
        return line.replace("\0", "")


TABLE = Reader("table", (".csv", ".tsv"), _matches, _read)
