"""Rows put in and taken out, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Event
from summarizer.store.rows import (
    ARTICLE,
    EVENT,
    MENTION,
    derive,
    digest,
    publishers,
    read_record,
    write_record,
)
from summarizer.store.schema import DAY

_ASKED = 500  # ids that one question names
_WORDS: Final = "kind, actors, recipients, speakers, places, words"  # columns of the word index


def put_article(connection: sqlite3.Connection, article: Article, run: str) -> bool:
    """Keep an article; whether it was unknown. An older one with the same address counts as replaced by it from now on."""
    record = write_record(ARTICLE, article)
    added = connection.execute(
        "INSERT OR IGNORE INTO articles(id, published, url, run, record, hash) VALUES(?, ?, ?, ?, ?, ?)",
        (article.id, article.published, article.url, run, record, digest(record)),
    )
    return added.rowcount > 0


def replace_older(connection: sqlite3.Connection, article: Article) -> list[str]:
    """Articles that stood at the same address with other words: they are marked, and their ids given."""
    if not article.url:
        return []
    rows = connection.execute(
        "UPDATE articles SET replaced_by = ? WHERE url = ? AND id != ? AND replaced_by IS NULL "
        "AND coalesce(published, '') <= coalesce(?, '9999') RETURNING id",
        (article.id, article.url, article.id, article.published),
    )
    return [row[0] for row in rows.fetchall()]


def put_mentions(connection: sqlite3.Connection, event: str, mentions: Iterable[Mention]) -> None:
    """Keep an event's mentions, in order."""
    for mention in mentions:
        record = write_record(MENTION, mention)
        connection.execute(
            "INSERT INTO mentions(event, article, record, hash) VALUES(?, ?, ?, ?)",
            (event, mention.article, record, digest(record)),
        )


def drop_event(connection: sqlite3.Connection, id_: str) -> None:
    """Take out an event and all that is derived from it; its mentions are the caller's affair."""
    drop_events(connection, [id_])


def drop_events(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Take out those of the events that are kept, with all that is derived from them; their mentions are the caller's affair."""
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ids), _ASKED):
        some = ids[start : start + _ASKED]
        marks = ", ".join("?" * len(some))
        found += connection.execute(f"SELECT at, {_WORDS}, other, record FROM events WHERE id IN ({marks})", some)  # noqa: S608
    found.sort(key=_first)  # FTS5 gathers changes in memory as long as they come in order
    parties, pairs, unreadable = [], [], []
    for at, *_, record in found:
        try:
            derived = derive(read_record(EVENT, record))
        except ValueError:  # a damaged record: its lines are found by key instead
            unreadable.append((at,))
            continue
        parties += [(*party, at) for party in derived.parties]
        pairs += [(*pair, at) for pair in derived.pairs]
    run = connection.executemany
    run(f"INSERT INTO found(found, rowid, {_WORDS}) VALUES('delete', {_marks(7)})", [row[:7] for row in found])
    run(
        "INSERT INTO scripts(scripts, rowid, other) VALUES('delete', ?, ?)",
        [(row[0], row[7]) for row in found if row[7] is not None],
    )
    run("DELETE FROM events WHERE at = ?", [row[:1] for row in found])
    run("DELETE FROM parties WHERE key = ? AND role = ? AND at = ?", parties)
    run("DELETE FROM pairs WHERE one = ? AND two = ? AND way = ? AND at = ?", pairs)
    run("DELETE FROM parties WHERE at = ?", unreadable)
    run("DELETE FROM pairs WHERE at = ?", unreadable)


class Prepared(NamedTuple):
    """What the rows of an event hold but their key and run; made without the file, so that it can be made beside other writing.

    `head` are the columns before the run, `tail` those after it: six for the word index, that of other scripts, and the rest.
    """

    id: str
    day: int
    head: tuple[Any, ...]
    tail: tuple[Any, ...]
    parties: tuple[tuple[str, int], ...]
    pairs: tuple[tuple[str, str, int], ...]


def prepare(events: Iterable[Event], articles: Mapping[str, Article]) -> list[Prepared]:
    """Events ready to be put in; of several with one id the last."""
    return list({event.id: _prepared(event, articles) for event in events}.values())


def _prepared(event: Event, articles: Mapping[str, Article]) -> Prepared:
    record, d = write_record(EVENT, event), derive(event)
    country = event.place.country if event.place else None
    head = (event.id, event.type, event.mode, event.status, d.first, d.last, country, publishers(event, articles))
    words = (d.kind, d.actors, d.recipients, d.speakers, d.places, d.words)
    return Prepared(event.id, d.day, head, (*words, d.other, d.dyads, record, digest(record)), d.parties, d.pairs)


class EventWriter:
    """Puts events in; remembers the last key of each day, so that many are put in fast."""

    def __init__(self, connection: sqlite3.Connection, run: str) -> None:
        self.connection, self.run = connection, run
        self._last: dict[int, int] = {}

    def put(self, events: Sequence[Prepared]) -> None:
        """Put events in, each in place of the one with its id."""
        drop_events(self.connection, [item.id for item in events])
        rows, parties, pairs = [], [], []
        for item in events:
            at, (_, type_, mode, *_) = self._next(item.day), item.head
            rows.append((at, *item.head, self.run, *item.tail))
            parties += [(*party, at, type_, mode) for party in item.parties]
            pairs += [(*pair, at, type_, mode) for pair in item.pairs]
        # In the order of each table: neighbours lie on one page, and FTS5 gathers in memory only what comes in order.
        rows.sort(key=_first)
        parties.sort(key=_before_type)
        pairs.sort(key=_before_type)
        run = self.connection.executemany
        run(f"INSERT INTO events VALUES({_marks(20)})", rows)
        run(f"INSERT INTO found(rowid, {_WORDS}) VALUES({_marks(7)})", [(row[0], *row[10:16]) for row in rows])
        others = [(row[0], row[16]) for row in rows if row[16] is not None]
        run("INSERT INTO scripts(rowid, other) VALUES(?, ?)", others)
        run(f"INSERT INTO parties VALUES({_marks(5)})", parties)
        run(f"INSERT INTO pairs VALUES({_marks(6)})", pairs)

    def _next(self, day: int) -> int:
        """The next free key of a day."""
        base = day * DAY
        if day not in self._last:
            row = self.connection.execute(
                "SELECT max(at) FROM events WHERE at >= ? AND at < ?", (base, base + DAY)
            ).fetchone()
            self._last[day] = row[0] if row[0] is not None else base
        self._last[day] += 1
        return self._last[day]


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]


def _before_type(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return row[:-2]
