"""Rows put in and taken out, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Event
from summarizer.store.rows import ARTICLE, EVENT, MENTION, derive, digest, publishers, read_record, write_record
from summarizer.store.schema import DAY


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


class EventWriter:
    """Puts events in; remembers the last key of each day, so that many are put in fast."""

    def __init__(self, connection: sqlite3.Connection, run: str, articles: Mapping[str, Article]) -> None:
        self.connection, self.run, self.articles = connection, run, articles
        self._last: dict[int, int] = {}

    def put(self, events: Sequence[Event]) -> None:
        """Put events in, each in place of the one with its id."""
        rows, parties, pairs = [], [], []
        for event in events:
            drop_event(self.connection, event.id)
            derived = derive(event)
            at = self._next(derived.day)
            record = write_record(EVENT, event)
            type_, mode = event.type, event.mode
            rows.append(
                (
                    at,
                    event.id,
                    type_,
                    mode,
                    event.status,
                    derived.first,
                    derived.last,
                    event.place.country if event.place else None,
                    publishers(event, self.articles),
                    self.run,
                    derived.kind,
                    derived.actors,
                    derived.recipients,
                    derived.speakers,
                    derived.places,
                    derived.words,
                    derived.other,
                    derived.dyads,
                    record,
                    digest(record),
                )
            )
            parties += [(*party, at, type_, mode) for party in derived.parties]
            pairs += [(*pair, at, type_, mode) for pair in derived.pairs]
        run = self.connection.executemany
        run(f"INSERT INTO events VALUES({', '.join('?' * 20)})", rows)
        run("INSERT INTO parties VALUES(?, ?, ?, ?, ?)", parties)
        run("INSERT INTO pairs VALUES(?, ?, ?, ?, ?, ?)", pairs)

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
