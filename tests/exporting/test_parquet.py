from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from threading import Thread

import duckdb
import pyarrow.parquet as pq
import pytest
from exporting.making import ALL, PLAIN, written

from summarizer.errors import UsageError
from summarizer.exporting import ExportContext, write_events


def test_duckdb_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(written("parquet", *ALL))
    rows = duckdb.sql(
        f"SELECT id, day, score, quadrant, actors[2].country, evidence[1].quote, conflicts[1].values[2].value, "
        f"date.edtf, quantities[2].value FROM '{path}' ORDER BY id"
    ).fetchall()
    assert len(rows) == len(ALL)
    assert rows[0] == (
        PLAIN.id,
        dt.date(2021, 4, 26),
        -5.5,
        4,
        "BLR",
        PLAIN.evidence[0].quote,
        "5",
        "2021-04-26",
        2.5,
    )
    texts = {row[0] for row in duckdb.sql(f"SELECT summary FROM '{path}'").fetchall()}
    assert texts == {event.summary.replace("\ud800", "?") for event in ALL}
    empty = duckdb.sql(f"SELECT day, score, quadrant, date, place FROM '{path}' WHERE status = 'alleged'").fetchall()
    assert empty == [(None, None, None, None, None)]


def test_without_events_it_has_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    path.write_bytes(written("parquet"))
    assert duckdb.sql(f"SELECT count(*), count(actors) FROM '{path}'").fetchall() == [(0, 0)]


def test_many_events_are_written_in_groups_and_into_a_pipe(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    received: list[bytes] = []

    def drain() -> None:
        with open(reader, "rb") as stream:
            received.append(stream.read())

    thread = Thread(target=drain)
    thread.start()
    with open(writer, "wb") as stream:
        assert write_events((PLAIN for _ in range(2_500)), "parquet", stream) == 2_500
    thread.join()
    path = tmp_path / "piped.parquet"
    path.write_bytes(received[0])
    file = pq.ParquetFile(path)
    assert (file.metadata.num_rows, file.num_row_groups) == (2_500, 3)


def test_without_pyarrow_the_command_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'summarizer\[parquet\]'"):
        write_events([], "parquet", sys.stdout.buffer, ExportContext())
