"""Parquet with nested columns, for DuckDB, pandas, Polars and Spark. Needs the extra `parquet` (pyarrow)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import islice
from typing import IO, Any

from summarizer.errors import UsageError
from summarizer.events import Event
from summarizer.exporting.columns import exact_day, quadrant, rows, score
from summarizer.exporting.context import ExportContext

_BATCH = 1000  # events in a row group: memory stays flat


def need_pyarrow() -> None:
    """Raises UsageError when pyarrow isn't installed."""
    try:
        import pyarrow  # noqa: F401 - is it there?
    except ImportError:
        raise UsageError("Parquet needs pyarrow", "pip install 'summarizer[parquet]'") from None


def write_parquet(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """One row an event: the record with its lists and structures, its day when exact, score and quadrant."""
    need_pyarrow()
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema()
    source = iter(events)
    with pq.ParquetWriter(_Forward(stream), schema) as writer:
        while batch := [_row(event, context) for event in islice(source, _BATCH)]:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


class _Forward(io.RawIOBase):
    """A stream that knows how much went through it, so that Parquet can be written to a pipe."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._stream.write(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._at


def _schema() -> Any:
    import pyarrow as pa

    text = pa.string()

    def several(**fields: Any) -> Any:
        return pa.list_(pa.struct(fields))

    party = {"name": text, "country": text, "sector": text}
    return pa.schema(
        {
            "id": text,
            "type": text,
            "mode": text,
            "status": text,
            "summary": text,
            "actors": several(**party),
            "recipients": several(**party),
            "date": pa.struct({"edtf": text, "text": text}),
            "day": pa.date32(),
            "place": pa.struct({"name": text, "country": text}),
            "attribution": several(name=text, country=text, reporting=text),
            "quantities": several(value=pa.float64(), unit=text, text=text),
            "evidence": several(article=text, file=text, start=pa.int64(), end=pa.int64(), quote=text),
            "sources": several(article=text, publisher=text, published=text, url=text),
            "conflicts": several(slot=text, values=several(value=text, articles=pa.list_(text)), status=text),
            "score": pa.float64(),
            "quadrant": pa.int8(),
            "engine": text,
            "confidence": pa.float64(),
        }
    )


def _row(event: Event, context: ExportContext) -> dict[str, Any]:
    row = next(rows(event, context, pairs=False))
    record: dict[str, Any] = _encodable(event.model_dump())
    for item in record["quantities"]:
        item["value"] = float(item["value"])
    return {**record, "day": exact_day(event), "score": score(row), "quadrant": quadrant(row)}


def _encodable(value: Any) -> Any:
    """The value with lone surrogates, which UTF-8 can't hold, as question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, tuple) else value
