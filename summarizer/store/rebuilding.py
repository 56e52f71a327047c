"""A store made anew from what can still be read of a damaged one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.errors import StoreError
from summarizer.events import Event
from summarizer.ledger import Ledger
from summarizer.merging import make_event, mark_copies
from summarizer.store.care import RECORDS, Damage
from summarizer.store.rows import ARTICLE, EVENT, MENTION, digest, read_record
from summarizer.store.store import Store
from summarizer.store.writing import EventWriter, prepare

_Row = tuple[Any, ...]


def rebuild_store(path: str | os.PathLike[str]) -> tuple[int, tuple[Damage, ...]]:
    """Make a store anew from all that can still be read of it; the damaged file stays beside it as `<file>.damaged`.

    Gives the number of rows saved and what was lost. An event whose record is damaged is made again from its mentions.
    Raises StoreError when the file can't be read at all (then a backup is what helps).
    """
    path = Path(path)
    fresh = path.with_name(path.name + ".rebuilt")
    for leftover in (fresh, fresh.with_name(fresh.name + "-wal"), fresh.with_name(fresh.name + "-shm")):
        leftover.unlink(missing_ok=True)
    lost: list[Damage] = []
    saved = 0
    try:
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old,
            Store.open(fresh) as store,
        ):
            for table in ("runs", "articles", "mentions", "briefs", "told"):
                saved += _copy(old, store, table, lost)
            saved += _ledger(old, store, lost)
            saved += _events(old, store, lost)
    except sqlite3.Error as error:
        raise StoreError(f"{path} can't be read: {error}", "put back a backup, or move the file away") from None
    for ending in ("", "-wal", "-shm"):
        file = path.with_name(path.name + ending)
        if file.exists():
            os.replace(file, path.with_name(path.name + ".damaged" + ending))
    os.replace(fresh, path)
    for leftover in (fresh.with_name(fresh.name + "-wal"), fresh.with_name(fresh.name + "-shm")):
        leftover.unlink(missing_ok=True)
    fresh.with_name(fresh.name + ".lock").unlink(missing_ok=True)
    return saved, tuple(lost)


def _rescued(old: sqlite3.Connection, table: str, lost: list[Damage]) -> Iterator[_Row]:
    """Rows of a table, from its end too when a damaged page stops the way from its beginning."""
    seen: set[_Row] = set()
    try:
        keys = [row[1] for row in old.execute(f"PRAGMA table_info({table})") if row[5]] or ["rowid"]
    except sqlite3.Error:
        keys = []
    if not keys:
        return
    try:  # in the order of the pages: by any other key, rows of a damaged page would be met early from both ends
        old.execute(f"SELECT rowid FROM {table} LIMIT 0")  # noqa: S608 - our own names
        walk = ["rowid"]
    except sqlite3.Error:
        walk = keys
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{key} {direction}" for key in walk)
        try:
            for row in old.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 - our own names
                name = row[:2] if len(keys) > 1 else row[:1]
                if direction == "ASC":
                    seen.add(name)
                elif name in seen:
                    return
                yield row
            return
        except sqlite3.Error as error:
            lost.append(Damage(table, f"some rows can't be read: {error}"))


def _copy(old: sqlite3.Connection, store: Store, table: str, lost: list[Damage]) -> int:
    """Copy the sound rows of a table; how many."""
    name, kind = RECORDS[table]

    def sound(row: _Row, columns: list[str]) -> bool:
        told = dict(zip(columns, row, strict=True))
        try:
            if digest(told["record"]) == told["hash"]:
                read_record(kind, told["record"])
                return True
        except (ValueError, TypeError, AttributeError):
            pass
        lost.append(Damage(f"{table} {told.get(name)}", "its record is damaged"))
        return False

    return _insert(old, store, table, sound, lost)


def _ledger(old: sqlite3.Connection, store: Store, lost: list[Damage]) -> int:
    """Copy what was asked and answered."""
    if not old.execute("SELECT 1 FROM sqlite_master WHERE name = 'attempts'").fetchone():
        return 0
    Ledger.open(store.database.path).close()

    def sound(row: _Row, columns: list[str]) -> bool:
        told = dict(zip(columns, row, strict=True))
        answer = told.get("answer")
        whole = (
            answer is None or hashlib.sha256(str(answer).encode("utf-8", "surrogatepass")).hexdigest() == told["sha256"]
        )
        if not whole:
            lost.append(Damage(f"answers {str(told['key'])[:16]}", "the answer is damaged"))
        return whole

    return sum(_insert(old, store, table, sound, lost) for table in ("attempts", "answers"))


def _insert(
    old: sqlite3.Connection,
    store: Store,
    table: str,
    sound: Callable[[_Row, list[str]], bool],
    lost: list[Damage],
) -> int:
    columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
    count = 0
    with store.database.transaction() as connection:
        for row in _rescued(old, table, lost):
            if sound(row, columns):
                with suppress(sqlite3.IntegrityError):  # a value of a wrong kind, or met twice
                    connection.execute(f"INSERT INTO {table} VALUES({', '.join('?' * len(row))})", row)
                    count += 1
    return count


def _events(old: sqlite3.Connection, store: Store, lost: list[Damage]) -> int:
    """Put in the events: by their records where these are sound, else made from their mentions."""
    sound: dict[str, tuple[Event, str]] = {}
    at = [row[1] for row in old.execute("PRAGMA table_info(events)")]
    for row in _rescued(old, "events", lost):
        told = dict(zip(at, row, strict=True))
        try:
            if digest(told["record"]) == told["hash"]:
                sound[told["id"]] = read_record(EVENT, told["record"]), str(told["run"])
        except (ValueError, TypeError, AttributeError):
            continue
    with store.database.transaction() as connection:
        articles: dict[str, Article] = {}
        for (record,) in connection.execute("SELECT record FROM articles").fetchall():
            article = read_record(ARTICLE, record)
            articles[article.id] = article
        mentions: dict[str, list[Mention]] = {}
        for event, record in connection.execute("SELECT event, record FROM mentions ORDER BY id").fetchall():
            mention = read_record(MENTION, record)
            if mention.article in articles:
                mentions.setdefault(event, []).append(mention)
            else:
                lost.append(Damage(f"mention of event {event}", "its article is lost"))
        connection.execute("DELETE FROM mentions WHERE article NOT IN (SELECT id FROM articles)")
        for id_ in mentions.keys() - sound.keys():
            known = {m.article: articles[m.article] for m in mentions[id_]}
            marked = {article.id: article for article in mark_copies(list(known.values()))}
            event = make_event(mentions[id_], marked).model_copy(update={"id": id_})
            sound[id_] = event, "rebuilt"
        for id_ in old_ids(old) - sound.keys():
            lost.append(Damage(f"events {id_}", "its record is damaged, and no mention of it is left"))
        for event, run in sound.values():
            EventWriter(connection, run).put(prepare([event], articles))
    return len(sound)


def old_ids(old: sqlite3.Connection) -> set[str]:
    """The ids of events that the damaged file still lists."""
    try:
        return {str(row[0]) for row in old.execute("SELECT id FROM events")}
    except sqlite3.Error:
        return set()
