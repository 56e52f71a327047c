"""The ledger: durable when awaited, safe with several processes, honest about damage."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.ledger import Attempt, Database, Ledger, Migration, default_path
from summarizer.usage import Usage

ONE = Attempt("run", "key", "extract_events", "m", "2026-01-01T00:00:00+00:00", 0.5, "answered", None, 10, 5, 0.25)


def test_attempts_and_answers_are_there_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "store.db"
    ledger = Ledger.open(path)
    ledger.record(ONE)
    ledger.record(replace(ONE, run="other", outcome="failed", error="ServerFailed", cost=0.0))
    asyncio.run(ledger.keep("k", "extract_events", "m", '{"events": "ü \ud83d"}'.encode("utf-8", "replace").decode()))
    ledger.close()
    again = Ledger.open(path)
    assert again.attempts("run") == [ONE]
    assert len(again.attempts()) == 2
    assert again.usage("run") == Usage(1, 0, 10, 5, 0.25)
    assert again.usage() == Usage(2, 0, 20, 10, 0.25)
    assert again.answer("k") is not None
    assert again.answer("nothing") is None
    again.close()


def test_an_unknown_cost_makes_the_whole_unknown(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    ledger.record(ONE)
    ledger.record(replace(ONE, outcome="unknown", cost=None, prompt_tokens=None, answer_tokens=None))
    asyncio.run(ledger.settle())
    assert ledger.usage() == Usage(2, 0, 10, 5, None)
    assert ledger.usage("none") == Usage()
    ledger.close()


def test_what_was_awaited_is_on_the_disk_for_others(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    asyncio.run(ledger.keep("k", "x", "m", "answer"))
    with sqlite3.connect(tmp_path / "s.db") as other:
        assert other.execute("SELECT answer FROM answers").fetchall() == [("answer",)]
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.close()
    ledger.close()


def test_many_writers_share_commits(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")

    async def all_at_once() -> None:
        await asyncio.gather(*(ledger.keep(f"k{number}", "x", "m", str(number)) for number in range(2000)))

    asyncio.run(all_at_once())
    assert [ledger.answer(f"k{number}") for number in (0, 999, 1999)] == ["0", "999", "1999"]
    ledger.close()


def test_a_caller_that_is_cancelled_loses_nothing(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")

    async def cancelled() -> None:
        tasks = [asyncio.create_task(ledger.keep(f"k{number}", "x", "m", "v")) for number in range(50)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        assert all(isinstance(r, asyncio.CancelledError) for r in await asyncio.gather(*tasks, return_exceptions=True))
        await ledger.settle()

    asyncio.run(cancelled())
    assert all(ledger.answer(f"k{number}") == "v" for number in range(50))
    ledger.close()


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    asyncio.run(ledger.keep("k", "x", "m", '{"events":[]}'))
    ledger.close()
    with sqlite3.connect(tmp_path / "s.db") as other:
        other.execute("UPDATE answers SET answer = '{\"events\":[1]}'")
    other.close()
    again = Ledger.open(tmp_path / "s.db")
    assert again.answer("k") is None
    again.close()


def test_components_share_a_file_and_migrate_on_their_own(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    Ledger.open(path).close()
    first = Migration(("CREATE TABLE a(x INTEGER) STRICT",))
    second = Migration(("ALTER TABLE a ADD COLUMN y INTEGER", "CREATE INDEX a_y ON a(y)"))
    Database(path, "store", [first]).close()
    database = Database(path, "store", [first, second])
    database.write(("INSERT INTO a VALUES(1, 2)", ())).result(10)
    assert database.read("SELECT y FROM a") == [(2,)]
    assert database.read("SELECT component, version FROM migrations ORDER BY component, version") == [
        ("ledger", 1), ("store", 1), ("store", 2),
    ]  # fmt: skip
    database.close()
    assert [file.name for file in tmp_path.glob("*.bak")] == ["s.db.store-v1.bak"]
    Database(tmp_path / "s.db.store-v1.bak", "store", [first]).close()
    with pytest.raises(StoreError, match="newer summarizer"):
        Database(path, "store", [first])


def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    first = Migration(("CREATE TABLE a(x INTEGER) STRICT",))
    Database(path, "store", [first]).close()
    broken = Migration(("ALTER TABLE a ADD COLUMN y INTEGER", "CREATE TABLE a(x INTEGER)"))
    with pytest.raises(StoreError):
        Database(path, "store", [first, broken])
    database = Database(path, "store", [first])
    assert [row[1] for row in database.read("PRAGMA table_info(a)")] == ["x"]
    database.close()


def test_the_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE places(name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Ledger.open(path)
    assert path.read_bytes()[100:] == before[100:]


def test_whoever_waits_for_another_process_is_told(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    script = (
        "import sys, time\n"
        "from summarizer.ledger import Database\n"
        "database = Database(sys.argv[1], 'other', [])\n"
        "with database.transaction():\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "held\n"
    told: list[str] = []

    def waiting() -> None:
        told.append("waiting")
        assert process.stdin is not None
        process.stdin.close()

    Database(path, "mine", [], waiting).close()
    assert told == ["waiting"]
    process.wait()
    process.stdout.close()


def test_a_transaction_is_undone_by_an_exception(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db", "t", [Migration(("CREATE TABLE a(x INTEGER PRIMARY KEY) STRICT",))])
    with pytest.raises(KeyError), database.transaction() as connection:  # noqa: PT012 - the block is what is tested
        connection.execute("INSERT INTO a VALUES(1)")
        raise KeyError
    with database.transaction() as connection:
        connection.execute("INSERT INTO a VALUES(2)")
    assert database.read("SELECT x FROM a") == [(2,)]
    database.close()


def test_statements_of_one_write_stand_or_fall_together(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db", "t", [Migration(("CREATE TABLE a(x INTEGER PRIMARY KEY) STRICT",))])
    with pytest.raises(StoreError):
        database.write(("INSERT INTO a VALUES(1)", ()), ("INSERT INTO a VALUES(1)", ())).result(10)
    assert database.read("SELECT count(*) FROM a") == [(0,)]
    with pytest.raises(StoreError):
        database.write(("INSERT INTO a VALUES(2)", ())).result(10)
    database.close()
    database.close()
    with pytest.raises(StoreError):
        database.write(("INSERT INTO a VALUES(3)", ())).result(10)


@pytest.mark.parametrize("damage", ["text", "header", "folder"])
def test_a_file_that_is_no_store_is_refused_in_one_line(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "s.db"
    if damage == "folder":
        path.mkdir()
    elif damage == "text":
        path.write_text("not a database " * 500)
    else:
        Ledger.open(path).close()
        path.write_bytes(b"\x00" * 100 + path.read_bytes()[100:])
    with pytest.raises(StoreError) as caught:
        Ledger.open(path)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_file_in_a_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="can't be opened"):
        Ledger.open(tmp_path / "file" / "s.db")


def test_the_default_is_in_the_data_folder() -> None:
    assert default_path().name == "summarizer.db"
    assert "summarizer" in default_path().parent.name


WRITE = """
import asyncio, sys
from summarizer.ledger import Ledger
ledger = Ledger.open(sys.argv[1])
async def work():
    for number in range(100000):
        await ledger.keep(f"{sys.argv[2]}-{number}", "x", "m", str(number))
        print(number, flush=True)
asyncio.run(work())
"""


def writer(path: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITE, str(path), name], stdout=subprocess.PIPE, text=True)


def told_before_it_was_killed(process: subprocess.Popen[str], lines: int) -> int:
    """The last number that the process said was written, once it has been killed after so many lines."""
    assert process.stdout is not None
    last = -1
    for line in process.stdout:
        last = int(line)
        if last == lines:
            os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    return last


def test_kill_9_loses_nothing_that_was_awaited(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    for turn in range(3):
        last = told_before_it_was_killed(writer(path, f"w{turn}"), 20 + 7 * turn)
        ledger = Ledger.open(path)
        assert [ledger.answer(f"w{turn}-{number}") for number in range(last + 1)] == list(map(str, range(last + 1)))
        ledger.close()


def test_two_processes_at_once(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    processes = [writer(path, name) for name in "ab"]
    with ThreadPoolExecutor() as threads:
        ends = list(threads.map(told_before_it_was_killed, processes, (40, 40)))
    ledger = Ledger.open(path)
    for name, last in zip("ab", ends, strict=True):
        assert all(ledger.answer(f"{name}-{number}") == str(number) for number in range(last + 1))
    ledger.close()
