"""The event record itself: a JSON object a line, or one JSON array."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from pydantic_core import PydanticSerializationError

from summarizer.events import Event
from summarizer.exporting.context import ExportContext


def write_jsonl(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:  # noqa: ARG001 - all exporters are called the same way
    """One record a line, as it comes."""
    for event in events:
        stream.write(_record(event) + b"\n")


def write_json(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:  # noqa: ARG001 - all exporters are called the same way
    """One array, a record a line."""
    stream.write(b"[")
    for count, event in enumerate(events):
        stream.write((b",\n" if count else b"\n") + _record(event))
    stream.write(b"\n]\n")


def ascii_record(event: Event) -> str:
    """The record on one line of ASCII, lone surrogates too, which UTF-8 can't hold."""
    return json.dumps(event.model_dump(), ensure_ascii=True, separators=(",", ":"))


def _record(event: Event) -> bytes:
    try:
        return event.model_dump_json().encode()
    except PydanticSerializationError:
        return ascii_record(event).encode()
