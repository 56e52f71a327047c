"""The event record itself: a JSON object a line, or one JSON array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

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


def _record(event: Event) -> bytes:
    return event.model_dump_json().encode("utf-8", "replace")
