"""Reading a large file of events in another process: the same events, the same errors, and no process left over."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from store.test_importing import numbered
from store.test_searching import EVENTS

from summarizer import Event, EventQuery
from summarizer.errors import SourceError, StoreError
from summarizer.exporting import read_lines, write_events
from summarizer.store import Store, check_store, preparing
from summarizer.store.preparing import prepare_lines, prepare_some


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started; parts are small, so that one is from the second on."""
    monkeypatch.setattr(preparing, "_PART", 2000)
    monkeypatch.setattr(preparing, "_FEW", 2)
    started: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen

    def noted(*words: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(begin(*words, **options))
        return started[-1]

    monkeypatch.setattr(preparing.subprocess, "Popen", noted)
    return started


def lines(*events: Event) -> bytes:
    stream = io.BytesIO()
    write_events(events, "jsonl", stream)
    return stream.getvalue()


def test_another_process_makes_the_same_rows(children: list[subprocess.Popen[bytes]]) -> None:
    odd = EVENTS[0].model_copy(update={"id": "odd", "summary": "lone \ud800 and \0 and \x85 and 俄罗斯"})
    data = lines(*EVENTS, *numbered(200), odd)
    found = list(prepare_lines(io.BytesIO(data), read_lines))
    assert [process.returncode for process in children] == [0]
    assert sum(count for count, _ in found) == len(EVENTS) + 201
    ours = prepare_some(read_lines(io.BytesIO(data)))
    assert [item for _, ready in found for item in ready] == ours[1]


def test_a_small_file_starts_none(children: list[subprocess.Popen[bytes]]) -> None:
    ((count, ready),) = prepare_lines(io.BytesIO(lines(*numbered(4))), read_lines)
    assert (count, len(ready)) == (4, 4)
    assert list(prepare_lines(io.BytesIO(), read_lines)) == []
    assert children == []


def test_without_another_process_it_is_done_here(
    children: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*words: object, **options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(preparing.subprocess, "Popen", refused)
    found = list(prepare_lines(io.BytesIO(lines(*numbered(100))), read_lines))
    assert sum(count for count, _ in found) == 100


def test_a_bad_line_is_named_by_its_number_in_the_file(children: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    data = lines(*numbered(150)) + b"{oops\n" + lines(*numbered(150))
    with Store.open(tmp_path / "s.db") as store, pytest.raises(SourceError, match="line 151 is not JSON"):
        store.add_lines(io.BytesIO(data), read_lines)
    assert [process.poll() is not None for process in children] == [True]


def test_a_process_that_ends_early_is_no_end_of_the_file(children: list[subprocess.Popen[bytes]]) -> None:
    found = prepare_lines(io.BytesIO(lines(*numbered(2000))), read_lines)
    next(found)
    children[0].kill()
    with pytest.raises(StoreError, match="ended early"):
        list(found)


def test_a_process_that_passes_over_a_part_is_noticed(children: list[subprocess.Popen[bytes]]) -> None:
    with pytest.raises(StoreError, match="ended early"):
        list(prepare_lines(io.BytesIO(lines(*numbered(300))), ends_well))


def ends_well(stream: IO[bytes], first: int) -> Iterator[Event]:
    """A reader that ends its process as if all were well."""
    if first > 20:
        os._exit(0)
    return read_lines(stream, first)


def test_a_file_that_can_not_be_read_on_says_so(children: list[subprocess.Popen[bytes]]) -> None:
    class Torn(io.BytesIO):
        def readlines(self, hint: int | None = -1, /) -> list[bytes]:
            if self.tell() > 10_000:
                raise OSError("the disk is gone")
            return super().readlines(hint or -1)

    with pytest.raises(OSError, match="the disk is gone"):
        list(prepare_lines(Torn(lines(*numbered(300))), read_lines))
    assert children[0].poll() is not None


def test_who_stops_listening_leaves_no_process(children: list[subprocess.Popen[bytes]]) -> None:
    found = prepare_lines(io.BytesIO(lines(*numbered(2000))), read_lines)
    next(found)
    found.close()
    assert children[0].poll() is not None


def test_lines_are_kept_as_events_are(children: list[subprocess.Popen[bytes]], tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        assert store.add_lines(io.BytesIO(lines(*numbered(170, 2))), read_lines) == 170
        assert store.add_lines(io.BytesIO(lines(*EVENTS, *numbered(170), EVENTS[0])), read_lines) == 171 + len(EVENTS)
        assert check_store(store) == ()
        assert {e.id: e for e in store.iter_search(EventQuery(limit=None))} == {
            e.id: e for e in (*EVENTS, *numbered(170))
        }
    assert len(children) == 2
