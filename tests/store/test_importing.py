"""Importing: events put in by the thousand, into stores of older versions too, and killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.test_searching import EVENTS, event

from summarizer import Event
from summarizer.ledger import Database
from summarizer.store import EventQuery, Store, check_store, store
from summarizer.store.schema import COMPONENT, DAY, MIGRATIONS
from summarizer.store.writing import prepare

BATCH = 40
# Without an end, so that it is killed on the way; the first number comes out when the events before it are kept.
IMPORT = f"""
import sys
sys.path.insert(0, sys.argv[2])
from store.test_importing import numbered
from summarizer.store import Store, store
store._BATCH = {BATCH}
def told():
    for number, event in enumerate(numbered(10**9, int(sys.argv[3]))):
        if number % {BATCH} == 0:
            print(number, flush=True)
        yield event
Store.open(sys.argv[1]).add_events(told())
"""


def numbered(count: int, seed: int = 1) -> Iterator[Event]:
    """Events whose days go up and down, some of them in other scripts."""
    for number in range(count):
        day = 1 + (number * 7919 * seed) % 28
        quote = f"Доклад номер {number}" if number % 3 == 0 else f"Report number {number}"
        yield event(f"n-{number}", f"2021-{1 + number % 12:02}-{day:02}", quote=quote, actors=[("Moscow", "RUS")])


@pytest.mark.parametrize("again", [1, 2, 5])
def test_events_come_in_batches_in_any_order_of_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: int
) -> None:
    monkeypatch.setattr(store, "_BATCH", BATCH)
    with Store.open(tmp_path / "s.db") as opened:
        for seed in range(1, 1 + again):  # each time on other days, in place of those before
            assert opened.add_events(numbered(170, seed)) == 170
        assert check_store(opened) == ()
        found = opened.search(EventQuery(limit=None))
        assert sorted(e.id for e in found) == sorted(e.id for e in numbered(170))
        days = [e.date.edtf for e in found if e.date]
        assert days == sorted(days, reverse=True)
        assert [e.id for e in opened.search(EventQuery(text="number 100"))] == ["n-100"]
        assert [e.id for e in opened.search(EventQuery(text="оклад 99"))] == ["n-99"]


def test_of_two_with_one_id_the_last_stays(tmp_path: Path) -> None:
    first, last = event("one", "2021-01-02", quote="First words."), event("one", "2020-01-02", quote="Last words.")
    with Store.open(tmp_path / "s.db") as opened:
        assert opened.add_events([first, EVENTS[0], last]) == 3
        assert opened.event("one") == last
        assert opened.search(EventQuery(text="first")) == ()
        assert opened.sizes()["events"] == 2
        assert check_store(opened) == ()


def test_a_store_of_the_first_version_is_searched_and_written_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    first = Database(path, COMPONENT, MIGRATIONS[:1])
    with first.transaction() as connection:  # its triggers fill the word index
        for number, item in enumerate(prepare(EVENTS, {}), 1):
            at, head = item.day * DAY + number, item.head
            row = (at, *head, "r", *item.tail)
            connection.execute(f"INSERT INTO events VALUES({', '.join('?' * len(row))})", row)
            for party in item.parties:
                connection.execute("INSERT INTO parties VALUES(?, ?, ?, ?, ?)", (*party, at, *head[1:3]))
            for pair in item.pairs:
                connection.execute("INSERT INTO pairs VALUES(?, ?, ?, ?, ?, ?)", (*pair, at, *head[1:3]))
    first.close()
    with Store.open(path) as opened:
        assert check_store(opened) == ()
        assert [e.id for e in opened.search(EventQuery(text="expelled"))] == ["out"]
        opened.add_events([event("out", "2021-04-15", quote="Otherwise."), event("new", quote="Лавров")])
        assert check_store(opened) == ()
        assert opened.search(EventQuery(text="expelled")) == ()
        assert {e.id for e in opened.search(EventQuery(text="Лавров"))} == {"cyrillic", "new"}
    assert path.with_name("s.db.store-v1.bak").exists()


def test_an_import_that_is_killed_keeps_whole_batches_and_leaves_the_store_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with Store.open(path) as opened:
        set_up = opened.database.read("SELECT * FROM found_config ORDER BY k")
    for seed, batches in enumerate((3, 1, 7, 4, 9), 1):
        process = subprocess.Popen(
            [sys.executable, "-c", IMPORT, str(path), str(Path(__file__).parent.parent), str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= batches * BATCH:
                os.kill(process.pid, signal.SIGKILL)
                break
        process.wait()
        process.stdout.close()
        with Store.open(path) as opened:
            assert check_store(opened) == ()
            kept = opened.sizes()["events"]
            assert kept % BATCH == 0
            assert kept >= (batches - 2) * BATCH  # two batches are made ahead
            assert opened.database.read("SELECT * FROM found_config ORDER BY k") == set_up
