"""Looking after a store: damage is found and named, and what can be saved is saved."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store.making import Act, told

from summarizer.errors import StoreError
from summarizer.ledger import Ledger
from summarizer.store import (
    EventQuery,
    RunInfo,
    Store,
    check_store,
    export_store,
    prune_store,
    rebuild_store,
)
from summarizer.store.schema import MIGRATIONS


def filled(path: Path) -> tuple[str, ...]:
    """A store with two articles, three events, one of them told by both; ids of the events."""
    with Store.open(path) as store:
        store.start(RunInfo("r1", "2025-05-08T08:00Z", "rules", "f"))
        one, first = told(Act(), Act(actor="BGR", day=4), published="2025-05-05", publisher="Wire")
        two, second = told(Act(), Act(actor="USA"), published="2025-05-07", publisher="Globe", opening="Elsewhere. ")
        store.remember([one], first, "r1")
        store.remember([two], second, "r1")
        return tuple(event.id for event in store.search())


def altered(path: Path, statement: str) -> None:
    """Run a statement behind the store's back."""
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE articles SET record = replace(record, 'expelled', 'expellet') WHERE rowid = 1", "articles"),
        ("UPDATE events SET record = replace(record, 'expelled', 'expellet') WHERE actors LIKE '%USA%'", "events"),
        ("UPDATE mentions SET hash = 'x' WHERE id = (SELECT max(id) FROM mentions)", "mentions"),
        ("UPDATE events SET status = 'denied', kind = 'SANCTION expel denied'", "events|index of words"),
        ("DELETE FROM parties WHERE key = 'USA'", "index of parties"),
        ("DELETE FROM pairs WHERE one = 'BGR'", "index of parties"),
        ("DELETE FROM articles WHERE rowid = 1", "articles"),
        ("DELETE FROM events WHERE actors LIKE '%USA%'", "index of parties|events|index of words"),
        ("UPDATE runs SET record = '{}'", "runs"),
        ("INSERT INTO found(found) VALUES('delete-all')", "index of words"),
    ],
)
def test_damage_is_found_and_named(tmp_path: Path, statement: str, where: str) -> None:
    path = tmp_path / "s.db"
    filled(path)
    with Store.open(path) as store:
        assert check_store(store) == ()
    altered(path, statement)
    with Store.open(path) as store:
        damage = check_store(store)
    assert damage
    assert all(item.where.startswith(tuple(where.split("|"))) for item in damage), damage
    assert {name for name in where.split("|") for item in damage if item.where.startswith(name)} == set(
        where.split("|")
    )


def test_a_flipped_byte_on_the_disk_is_found(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    filled(path)
    data = path.read_bytes()
    assert b"diplomats of Russia" in data
    path.write_bytes(data.replace(b"diplomats of Russia", b"diplomats of Prussi"))
    with Store.open(path) as store:
        assert check_store(store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET record = replace(record, 'expelled', 'expellet')",
        "DELETE FROM events",
        "DELETE FROM parties",
        "UPDATE events SET words = ''",
    ],
)
def test_events_are_made_again_from_their_mentions(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "s.db"
    ids = filled(path)
    with Store.open(path) as store:
        before = store.search()
    altered(path, statement)
    saved, lost = rebuild_store(path)
    assert saved
    assert lost == ()
    with Store.open(path) as store:
        assert check_store(store) == ()
        assert {event.id: event.evidence for event in store.search()} == {e.id: e.evidence for e in before}
        assert len(store.search(EventQuery(text="expelled"))) == len(ids)
    assert path.with_name("s.db.damaged").exists()


def test_what_is_lost_is_named_and_the_rest_saved(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    filled(path)
    altered(path, "UPDATE articles SET record = 'x' WHERE published = '2025-05-07'")
    saved, lost = rebuild_store(path)
    assert any(item.where.startswith("articles") for item in lost)
    with Store.open(path) as store:
        assert check_store(store) == ()
        assert {code for event in store.search() for code in (party.country for party in event.actors)} >= {
            "POL",
            "BGR",
        }
        assert store.sizes()["articles"] == 1
    assert saved > 4


def test_a_file_with_torn_pages_gives_what_it_still_has(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with Store.open(path) as store:
        for number in range(120):
            article, mentions = told(
                Act(day=1 + number % 28, number=number + 2), publisher=f"P{number}", opening=f"No {number}. "
            )
            store.remember([article], mentions, "r1")
        kept = store.sizes()["articles"]
    page = 4096
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as other:
        (root,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events_by_type'").fetchone()
    middle = (len(data) // page // 2) * page
    data[middle : middle + page] = os.urandom(page)
    data[(root - 1) * page : root * page] = os.urandom(page)
    path.write_bytes(bytes(data))
    saved, lost = rebuild_store(path)
    assert saved
    with Store.open(path) as store:
        assert check_store(store) == ()
        assert store.sizes()["articles"] >= kept * 0.8
    assert lost or store


def test_the_ledger_survives_a_rebuild(tmp_path: Path) -> None:
    import asyncio

    path = tmp_path / "s.db"
    filled(path)
    ledger = Ledger.open(path)
    asyncio.run(ledger.keep("k1", "extract_events", "m", "one"))
    asyncio.run(ledger.keep("k2", "extract_events", "m", "two"))
    ledger.close()
    altered(path, "UPDATE answers SET answer = 'changed' WHERE key = 'k2'")
    with Store.open(path) as store:
        assert [item.where for item in check_store(store)] == ["answers k2"]
    _, lost = rebuild_store(path)
    assert [item.where for item in lost] == ["answers k2"]
    ledger = Ledger.open(path)
    assert (ledger.answer("k1"), ledger.answer("k2")) == ("one", None)
    ledger.close()


def test_pruning_takes_what_is_old_and_makes_the_rest_anew(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    filled(path)
    with Store.open(path) as store:
        would = prune_store(store, dt.date(2025, 5, 6), dry_run=True)
        assert store.sizes()["articles"] == 2
        gone = prune_store(store, dt.date(2025, 5, 6))
        assert would == gone
        assert (gone.articles, gone.events) == (1, 1)
        assert sorted(e.actors[0].country or "" for e in store.search()) == ["POL", "USA"]
        assert {source.publisher for event in store.search() for source in event.sources} == {"Globe"}
        assert check_store(store) == ()


def test_export_writes_every_record(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    filled(path)
    stream = io.BytesIO()
    with Store.open(path) as store:
        count = export_store(store, stream)
        sizes = store.sizes()
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(rows) == count == sum(sizes.values())
    assert {row["table"] for row in rows} == {"runs", "articles", "mentions", "events"}
    assert all(row["event"].startswith("e-") for row in rows if row["table"] == "mentions")


def test_a_backup_is_a_store(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    with Store.open(tmp_path / "s.db") as store:
        store.database.backup(tmp_path / "copy.db")
        events = store.search()
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.search() == events
        assert check_store(copy) == ()


def test_a_newer_store_is_refused_politely(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    altered(tmp_path / "s.db", f"INSERT INTO migrations VALUES('store', {len(MIGRATIONS) + 1}, 'later')")
    with pytest.raises(StoreError, match="newer summarizer"):
        Store.open(tmp_path / "s.db")


def test_what_can_not_be_read_at_all_says_so(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_bytes(b"garbage" * 1000)
    with pytest.raises(StoreError) as caught:
        rebuild_store(tmp_path / "s.db")
    assert "backup" in caught.value.hint
    assert (tmp_path / "s.db").read_bytes() == b"garbage" * 1000
