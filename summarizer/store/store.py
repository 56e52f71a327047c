"""The store: one SQLite file of all that was read, found and briefed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict
from itertools import islice
from typing import IO, Any

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.drafts import Mention
from summarizer.events import Event
from summarizer.ledger import Database
from summarizer.ontology import Ontology
from summarizer.store.preparing import ReadLines, Ready, prepare_lines, prepare_some
from summarizer.store.query import EventQuery, plan
from summarizer.store.remembering import Remembered, RunInfo, remember
from summarizer.store.rows import ARTICLE, BRIEF, EVENT, digest, read_record, write_record
from summarizer.store.schema import COMPONENT, MIGRATIONS
from summarizer.store.tallying import Pair, tally_pairs
from summarizer.store.writing import EventWriter, Prepared, prepare

_BATCH = 30_000  # events that an import commits at once
# While many events are put in: room for pages in memory (KiB), and a checkpoint each 600 MB alone (pages), since events on
# strewn days change the same pages in each batch. Both hold for this connection alone.
_IN_BULK = ("PRAGMA cache_size=-200000", "PRAGMA wal_autocheckpoint=150000")
_AS_EVER = ("PRAGMA wal_autocheckpoint=1000", "PRAGMA cache_size=-64000")
# Room for words in memory (bytes); the file keeps it, so that it is set and set back in one transaction.
_MANY_WORDS = "INSERT INTO found(found, rank) VALUES('hashsize', 64000000)"
_FEW_WORDS = "INSERT INTO found(found, rank) VALUES('hashsize', 1048576)"


class Store:
    """An open store; use it as a context manager. All methods raise StoreError when the file fails them.

    Several processes may use one file: who writes holds a lock for the length of a transaction, who reads never waits.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, path: str | os.PathLike[str], waiting: Callable[[], None] = lambda: None) -> Store:
        """Open or create a file; `waiting` is called when another process holds it. Raises StoreError."""
        return cls(Database(path, COMPONENT, MIGRATIONS, waiting))

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def start(self, run: RunInfo) -> None:
        """List a run."""
        record = json.dumps(asdict(run))
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO runs VALUES(?, ?, ?, ?, ?)",
                (run.id, run.name, run.started, record, digest(record)),
            )

    def remember(self, articles: Sequence[Article], mentions: Sequence[Mention], run: str) -> Remembered:
        """Keep articles and their mentions (all of each article's), and join these to the events that are known.

        The same articles again change nothing; an article read anew, or one at the address of a known one, takes its place.
        """
        with self.database.transaction() as connection:
            return remember(connection, articles, mentions, run)

    def put_events(self, events: Sequence[Event], articles: Sequence[Article], run: str) -> None:
        """Keep known events anew, their mentions as they are; `articles` are those that they rest on."""
        with self.database.transaction() as connection:
            EventWriter(connection, run).put(prepare(events, {article.id: article for article in articles}))

    def add_events(self, events: Iterable[Event], run: str = "import") -> int:
        """Keep events as they are, each in place of the one with its id (an import); how many there were."""
        source = iter(events)
        return self._put(iter(lambda: prepare_some(islice(source, _BATCH)), (0, [])), run)

    def add_lines(self, stream: IO[bytes], read: ReadLines, run: str = "import") -> int:
        """`add_events` with those of a file of lines; a larger one is read in another process. Raises what `read` raises."""
        with closing(prepare_lines(stream, read)) as parts:
            return self._put(parts, run)

    def _put(self, parts: Iterator[Ready], run: str) -> int:
        """Put in what is ready, in transactions of about a batch; how many events there were."""
        count = 0

        def following() -> list[Prepared]:
            nonlocal count
            batch: dict[str, Prepared] = {}
            for number, ready in parts:
                count += number
                batch |= {item.id: item for item in ready}
                if len(batch) >= _BATCH:
                    break
            return list(batch.values())

        with (
            self._bulk(),
            ThreadPoolExecutor(1) as beside,
        ):  # SQLite lets go of the interpreter: the next batch is made meanwhile
            coming = beside.submit(following)
            while ready := coming.result():
                coming = beside.submit(following)
                with self.database.transaction() as connection:
                    connection.execute(_MANY_WORDS)
                    EventWriter(connection, run).put(ready)
                    connection.execute(_FEW_WORDS)
        return count

    @contextmanager
    def _bulk(self) -> Iterator[None]:
        """The file set up for many events, and as ever afterwards."""
        self.database.tune(*_IN_BULK)
        try:
            yield
        finally:
            self.database.tune(*_AS_EVER)

    def search(self, query: EventQuery | None = None) -> tuple[Event, ...]:
        """Events that meet the conditions, newest first; those without a place in time come last. Raises UsageError."""
        return tuple(self.iter_search(query or EventQuery()))

    def iter_search(self, query: EventQuery) -> Iterator[Event]:
        """`search`, one by one, in flat memory."""
        for (record,) in self._rows(query, "e.record"):
            yield read_record(EVENT, record)

    def _rows(self, query: EventQuery, columns: str) -> Iterator[tuple[Any, ...]]:
        planned, found = plan(query), 0
        for undated in (False, True):
            left = None if query.limit is None else query.limit - found
            if left == 0:
                return
            for row in self.database.rows(*planned.select(columns, undated, left)):
                found += 1
                yield row

    def pairs(self, query: EventQuery, ontology: Ontology) -> tuple[Pair, ...]:
        """Who did how much to whom among the events of a query, the busiest pairs first; its `limit` is one of pairs."""
        rows = self._rows(query.model_copy(update={"limit": None}), "e.type, e.mode, e.dyads")
        return tally_pairs(rows, ontology, query.limit)

    def articles(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """Articles by id, those that are kept."""
        found: dict[str, Article] = {}
        for some in _chunks(dict.fromkeys(ids), 500):
            marks = ", ".join("?" * len(some))
            rows = self.database.read(f"SELECT id, record FROM articles WHERE id IN ({marks})", some)  # noqa: S608
            found |= {id_: read_record(ARTICLE, record) for id_, record in rows}
        return found

    def sizes(self) -> Mapping[str, int]:
        """How many articles, mentions, events, briefs and runs are kept."""
        tables = ("articles", "mentions", "events", "briefs", "runs")
        return {name: self.database.read(f"SELECT count(*) FROM {name}")[0][0] for name in tables}  # noqa: S608

    def event(self, id_: str) -> Event | None:
        """The event with an id, or None."""
        rows = self.database.read("SELECT record FROM events WHERE id = ?", (id_,))
        return read_record(EVENT, rows[0][0]) if rows else None

    def keep_brief(self, name: str, brief: Brief, told: Iterable[Event]) -> None:
        """Keep a brief under a name, and in which state it told which events."""
        record = write_record(BRIEF, brief)
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO briefs VALUES(?, ?, ?, ?, ?)",
                (brief.run, name, brief.as_of, record, digest(record)),
            )
            for event in told:
                as_told = write_record(EVENT, event)
                connection.execute(
                    "INSERT OR REPLACE INTO told(name, event, as_of, run, record, hash) VALUES(?, ?, ?, ?, ?, ?)",
                    (name, event.id, brief.as_of, brief.run, as_told, digest(as_told)),
                )

    def last_brief(self, name: str) -> Brief | None:
        """The latest brief under a name, or None."""
        rows = self.database.read(
            "SELECT record FROM briefs WHERE name = ? ORDER BY as_of DESC, rowid DESC LIMIT 1", (name,)
        )
        return read_record(BRIEF, rows[0][0]) if rows else None

    def told(self, name: str, ids: Iterable[str]) -> Mapping[str, Event]:
        """Of these events, those that briefs under a name have told, each in the state told last."""
        found: dict[str, Event] = {}
        for some in _chunks(dict.fromkeys(ids), 500):
            marks = ", ".join("?" * len(some))
            rows = self.database.read(
                f"SELECT event, record FROM told WHERE name = ? AND event IN ({marks}) ORDER BY id",  # noqa: S608
                (name, *some),
            )
            found |= {id_: read_record(EVENT, record) for id_, record in rows}
        return found


def _chunks(ids: Iterable[str], size: int) -> Iterator[list[str]]:
    source = iter(ids)
    while some := list(islice(source, size)):
        yield some
