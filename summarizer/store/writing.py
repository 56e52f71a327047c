"""Rows put in and taken out, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Event
from summarizer.store.rows import (
    ARTICLE,
    EVENT,
    MENTION,
    Derived,
    derive,
    digest,
    publishers,
    read_record,
    write_record,
)
from summarizer.store.schema import DAY

_ASKED = 500  # ids that one question names


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
    row = connection.execute("SELECT at, record FROM events WHERE id = ?", (id_,)).fetchone()
    if row is None:
        return
    at, record = row
    connection.execute("DELETE FROM events WHERE at = ?", (at,))
    try:
        derived = derive(read_record(EVENT, record))
    except ValueError:  # a damaged record: its lines are found by key instead
        connection.execute("DELETE FROM parties WHERE at = ?", (at,))
        connection.execute("DELETE FROM pairs WHERE at = ?", (at,))
        return
    connection.executemany(
        "DELETE FROM parties WHERE key = ? AND role = ? AND at = ?", [(*party, at) for party in derived.parties]
    )
    connection.executemany(
        "DELETE FROM pairs WHERE one = ? AND two = ? AND way = ? AND at = ?", [(*pair, at) for pair in derived.pairs]
    )


@dataclass(frozen=True, slots=True)
class Prepared:
    """An event with all that its rows hold but their key; made without the file, so that it can be made beside other writing."""

    event: Event
    derived: Derived
    record: str
    hash: str
    publishers: int


def prepare(events: Iterable[Event], articles: Mapping[str, Article]) -> list[Prepared]:
    """Events ready to be put in; of several with one id the last."""
    ready = []
    for event in {event.id: event for event in events}.values():
        record = write_record(EVENT, event)
        ready.append(Prepared(event, derive(event), record, digest(record), publishers(event, articles)))
    return ready


class EventWriter:
    """Puts events in; remembers the last key of each day, so that many are put in fast."""

    def __init__(self, connection: sqlite3.Connection, run: str) -> None:
        self.connection, self.run = connection, run
        self._last: dict[int, int] = {}

    def put(self, events: Sequence[Prepared]) -> None:
        """Put events in, each in place of the one with its id."""
        for id_ in self._known([item.event.id for item in events]):
            drop_event(self.connection, id_)
        rows, parties, pairs = [], [], []
        for item in events:
            event, derived, type_, mode = item.event, item.derived, item.event.type, item.event.mode
            at = self._next(derived.day)
            country = event.place.country if event.place else None
            where = (at, event.id, type_, mode, event.status, derived.first, derived.last, country, item.publishers)
            words = (derived.kind, derived.actors, derived.recipients, derived.speakers, derived.places, derived.words)
            rows.append((*where, self.run, *words, derived.other, derived.dyads, item.record, item.hash))
            parties += [(*party, at, type_, mode) for party in derived.parties]
            pairs += [(*pair, at, type_, mode) for pair in derived.pairs]
        run = self.connection.executemany
        run(f"INSERT INTO events VALUES({', '.join('?' * 20)})", rows)
        run("INSERT INTO parties VALUES(?, ?, ?, ?, ?)", parties)
        run("INSERT INTO pairs VALUES(?, ?, ?, ?, ?, ?)", pairs)

    def _known(self, ids: Sequence[str]) -> list[str]:
        """Those of the ids that an event has."""
        known: list[str] = []
        for at in range(0, len(ids), _ASKED):
            some = ids[at : at + _ASKED]
            marks = ", ".join("?" * len(some))
            known += [row[0] for row in self.connection.execute(f"SELECT id FROM events WHERE id IN ({marks})", some)]  # noqa: S608
        return known

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
