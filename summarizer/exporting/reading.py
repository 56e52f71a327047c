"""Events read back from files that were written here: the very same values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any

from pydantic import ValidationError

from summarizer.errors import SourceError, UsageError
from summarizer.events import Event
from summarizer.exporting import flat
from summarizer.exporting.columns import Sheet

_LONGEST = 2**31 - 1  # of a cell: a record holds all its passages
_HINT = "give a file that `summarizer events` wrote"


def read_events(stream: IO[bytes], format: str = "jsonl") -> Iterator[Event]:
    """The events of a file in one of the formats of `READABLE`, one by one; equal to those that were written.

    Raises SourceError that names the line (or the number of the record) where it can't be read on, UsageError for a format
    that doesn't hold whole events.
    """
    if format not in READABLE:
        raise UsageError(f"{format} can't be read back", f"choose one of {', '.join(READABLE)}")
    return READABLE[format](stream)


def read_lines(stream: IO[bytes], first: int = 1) -> Iterator[Event]:
    """`read_events` for JSON lines, of a part of a file too: `first` is the number of its first line."""
    for number, line in enumerate(stream, start=first):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if text.strip():
            try:  # at once: twice as fast as by way of dicts, which know better what is wrong
                event = Event.model_validate_json(text)
            except ValidationError:
                event = _event(_parsed(text, f"line {number}"), f"line {number}")
            yield event


def _json(stream: IO[bytes]) -> Iterator[Event]:
    records = _parsed(stream.read().removeprefix(b"\xef\xbb\xbf"), "the file")
    if not isinstance(records, list):
        raise SourceError("the file is no JSON array of events", _HINT)
    for number, record in enumerate(records, start=1):
        yield _event(record, f"record {number}")


def _sheet(sheet: Sheet) -> Callable[[IO[bytes]], Iterator[Event]]:
    def read(stream: IO[bytes]) -> Iterator[Event]:
        csv.field_size_limit(max(csv.field_size_limit(), _LONGEST))
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
        try:
            reader = csv.DictReader(lines, delimiter=sheet.delimiter)
            for row in reader:
                where = f"line {reader.line_num}"
                record = row.get("record")
                if not record:
                    raise SourceError(f"{where} has no column 'record'", _HINT)
                yield _event(_parsed(record, where), where)
        except csv.Error as error:
            raise SourceError(f"line {reader.line_num} is no row: {error}", _HINT) from None
        finally:
            lines.detach()  # the stream is the caller's to close

    return read


def _parsed(text: str | bytes, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where} is not JSON: {error.msg} at character {error.pos}", _HINT) from None
    except (UnicodeDecodeError, RecursionError):
        raise SourceError(f"{where} is not JSON", _HINT) from None


def _event(record: Any, where: str) -> Event:
    try:
        return Event.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        slot = ".".join(map(str, first["loc"])) or "record"
        raise SourceError(f"{where} is no event: {slot}: {first['msg']}", _HINT) from None


READABLE: Mapping[str, Callable[[IO[bytes]], Iterator[Event]]] = {
    "jsonl": read_lines,
    "json": _json,
    "csv": _sheet(flat.CSV),
    "tsv": _sheet(flat.TSV),
}
