"""JSON lines, read line by line; and a JSON file with one object or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from summarizer.article import Failure
from summarizer.errors import SourceError
from summarizer.sources.base import Context, Document, Item, Origin, Reader
from summarizer.sources.decoding import decode, sniff_encoding
from summarizer.sources.records import read_record

_START = re.compile(rb'^(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{|\{\s*\})')
_LARGEST = 12_000_000  # bytes of one JSON value, which may take 25 times that in memory
_LISTS = ("articles", "items", "results", "data", "docs", "documents", "stories")


def _read(document: Document, context: Context) -> Iterator[Item]:
    wide = sniff_encoding(document.head).startswith("utf-16")
    first = document.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if wide or first[:1] == b"[" or not _whole(first):
        yield from _one_file(document, context)
        return
    limit = min(context.settings.max_source_bytes, _LARGEST)
    lines = document.stream.lines()
    number = 0
    while line := lines.readline(limit + 1):
        number += 1
        origin = document.origin.member(f"#{number}")
        if len(line) > limit:
            raise SourceError(f"line {number} is larger than {limit / 1e6:,.0f} MB; left unread from there", "split it")
        if line.strip():
            yield from _one_line(line, origin, document, context)


def _whole(first: bytes) -> bool:
    """Whether the first line is a whole object, so that the file is JSON lines."""
    line, end, _ = first.partition(b"\n")
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # A line longer than what is seen of it is taken for a record; so is one that ends like an object.
        return not end or line.rstrip().endswith(b"}")


def _one_line(line: bytes, origin: Origin, document: Document, context: Context) -> Iterator[Item]:
    try:
        record = _loads(decode(line.strip()).text.removeprefix("\ufeff"))
    except SourceError as error:
        yield Failure(source=origin.name, reason=str(error))
        return
    if not isinstance(record, dict):
        yield Failure(source=origin.name, reason="a line that is no JSON object; write one object a line")
        return
    listed = next((record[name] for name in _LISTS if isinstance(record.get(name), list)), None)
    if listed is not None and origin.name.endswith("#1"):
        yield from _listed(listed, document, context)
        return
    yield from read_record(record, origin, context.settings)


def _one_file(document: Document, context: Context) -> Iterator[Item]:
    try:
        data = document.stream.take(min(context.settings.max_source_bytes, _LARGEST))
    except SourceError as error:
        raise SourceError(f"one JSON value {error.message}", "write JSON lines, one object an article") from None
    value = _loads(decode(data).text.removeprefix("\ufeff"))
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    yield from _listed(value if isinstance(value, list) else [], document, context)


def _listed(values: list[Any], document: Document, context: Context) -> Iterator[Item]:
    for number, value in enumerate(values, 1):
        origin = document.origin.member(f"#{number}")
        if isinstance(value, dict):
            yield from read_record(value, origin, context.settings)
        else:
            yield Failure(source=origin.name, reason="no JSON object; write a list of objects")


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise SourceError("JSON nested too deeply", "write one flat object an article") from None
    except ValueError as error:
        where = f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise SourceError(f"damaged JSON{where}", "mend that line") from None


def _matches(document: Document) -> bool:
    if document.origin.ending in (".jsonl", ".ndjson", ".json"):
        return document.head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in (b"{", b"[")
    return bool(_START.match(document.head)) and not document.head.startswith(b"{\\rtf")


JSON_LINES = Reader("json", (".jsonl", ".ndjson", ".json"), _matches, _read)
