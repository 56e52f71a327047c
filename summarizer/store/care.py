"""Looking after a store: checks, copies, exports, pruning, and rebuilding what is damaged."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from pydantic import TypeAdapter

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.errors import StoreError
from summarizer.merging import make_event, mark_copies
from summarizer.store.rows import ARTICLE, BRIEF, EVENT, MENTION, derive, digest, read_record
from summarizer.store.store import Store
from summarizer.store.writing import EventWriter, drop_event, prepare

_ANY: Final = TypeAdapter(dict[str, Any])
# Tables whose rows have a record and a hash: what names a row, and what its record must be.
RECORDS: Final[dict[str, tuple[str, TypeAdapter[Any]]]] = {
    "runs": ("id", _ANY),
    "articles": ("id", ARTICLE),
    "mentions": ("id", MENTION),
    "events": ("id", EVENT),
    "briefs": ("run", BRIEF),
    "told": ("event", EVENT),
}


@dataclass(frozen=True, slots=True)
class Damage:
    """Something wrong in a store: where, and what."""

    where: str
    what: str


def check_store(store: Store) -> tuple[Damage, ...]:
    """Everything wrong with a store; nothing is changed. Raises StoreError only when it can't be read at all.

    SQLite's own check doesn't see a changed byte inside a value, so that each record is compared with its hash, and what is
    derived from it with what the tables hold.
    """
    try:
        pages = store.database.read("PRAGMA integrity_check(20)")
        found = [Damage("file", str(row[0])) for row in pages if row[0] != "ok"]
        for table, (name, kind) in RECORDS.items():
            found += [Damage(f"{table} {row}", problem) for row, problem in _unsound(store, table, name, kind)]
        return (*found, *_answers(store), *_derived(store))
    except StoreError as error:
        return (Damage("file", str(error)),)


def _unsound(store: Store, table: str, name: str, kind: TypeAdapter[Any]) -> Iterator[tuple[str, str]]:
    """Rows whose record was changed or can't be read."""
    for row_name, record, hash_ in store.database.rows(f"SELECT {name}, record, hash FROM {table}"):  # noqa: S608 - our own names
        if digest(record) != hash_:
            yield row_name, "was changed: its hash differs"
        else:
            try:
                read_record(kind, record)
            except ValueError:
                yield row_name, "can't be read"


def _answers(store: Store) -> list[Damage]:
    if not store.database.read("SELECT 1 FROM sqlite_master WHERE name = 'answers'"):
        return []
    rows = store.database.rows("SELECT key, answer, sha256 FROM answers")
    return [
        Damage(f"answers {key[:16]}", "was changed: its hash differs")
        for key, answer, hash_ in rows
        if hashlib.sha256(answer.encode("utf-8", "surrogatepass")).hexdigest() != hash_
    ]


def _derived(store: Store) -> list[Damage]:
    """Events whose columns and lines of other tables aren't what their record says; mentions without event or article."""
    found = []
    wanted_parties = wanted_pairs = 0
    query = "SELECT at, id, kind, actors, recipients, speakers, places, words, other, record FROM events"
    for at, id_, *columns, record in store.database.rows(query):
        try:
            derived = derive(read_record(EVENT, record))
        except ValueError:
            continue  # told already
        wanted_parties += len(derived.parties)
        wanted_pairs += len(derived.pairs)
        expected = [derived.kind, derived.actors, derived.recipients, derived.speakers, derived.places, derived.words]
        if [*expected, derived.other] != columns or at >> 32 != derived.day:
            found.append(Damage(f"events {id_}", "its columns differ from its record"))
    (parties,), (pairs,) = (store.database.read(f"SELECT count(*) FROM {name}")[0] for name in ("parties", "pairs"))  # noqa: S608
    if (parties, pairs) != (wanted_parties, wanted_pairs):
        found.append(Damage("index of parties", "differs from the events"))
    for table, against in (("found", 1), ("scripts", 0)):  # the latter leaves most events out, so that it has no equal
        try:
            with store.database.transaction() as connection:
                connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', {against})")
        except StoreError:
            found.append(Damage("index of words", "is damaged"))
    for table, key in (("events", "event"), ("articles", "article")):
        rows = store.database.read(
            f"SELECT DISTINCT {key} FROM mentions WHERE {key} NOT IN (SELECT id FROM {table})"  # noqa: S608
        )
        found += [Damage(f"{table} {row[0]}", "is missing, though mentions of it are kept") for row in rows]
    return found


def export_store(store: Store, stream: BinaryIO) -> int:
    """All that is kept but the ledger, as JSON lines `{"table": …, "record": …}`; how many lines."""
    count = 0
    extra = {"mentions": "event", "told": "name", "briefs": "name"}
    for table in RECORDS:
        column = extra.get(table, "NULL")
        for record, of in store.database.rows(f"SELECT record, {column} FROM {table}"):  # noqa: S608 - our own names
            told = f', "{column}": {json.dumps(of)}' if of is not None else ""
            stream.write(f'{{"table": "{table}"{told}, "record": {record}}}\n'.encode())
            count += 1
    return count


@dataclass(frozen=True, slots=True)
class Pruned:
    """What pruning took out (or would)."""

    articles: int
    events: int
    briefs: int


def prune_store(store: Store, before: dt.date, dry_run: bool = False) -> Pruned:
    """Take out articles published before a day, with what rests on them alone, and briefs and calls older than it.

    An article without a date counts by the day it was stored. Events that rest on other articles too are made anew from these.
    """
    day = before.isoformat()
    with store.database.transaction() as connection:
        old = [
            row[0]
            for row in connection.execute(
                "SELECT a.id FROM articles a LEFT JOIN runs r ON r.id = a.run "
                "WHERE substr(coalesce(a.published, r.started, '9999'), 1, 10) < ?",
                (day,),
            )
        ]
        (briefs,) = connection.execute("SELECT count(*) FROM briefs WHERE substr(as_of, 1, 10) < ?", (day,)).fetchone()
        events = _prune_articles(connection, set(old), dry_run)
        if not dry_run:
            connection.execute("DELETE FROM briefs WHERE substr(as_of, 1, 10) < ?", (day,))
            connection.execute("DELETE FROM told WHERE substr(as_of, 1, 10) < ?", (day,))
            for table, column in (("answers", "answered"), ("attempts", "started")):
                if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                    connection.execute(f"DELETE FROM {table} WHERE substr({column}, 1, 10) < ?", (day,))  # noqa: S608
    if not dry_run:
        store.database.compact()
    return Pruned(len(old), events, briefs)


def _prune_articles(connection: sqlite3.Connection, old: set[str], dry_run: bool) -> int:
    """Take out articles and their mentions; how many events went for good."""
    touched: dict[str, list[Mention]] = {}
    for article in old:
        for (event,) in connection.execute("SELECT DISTINCT event FROM mentions WHERE article = ?", (article,)):
            if event not in touched:
                rows = connection.execute("SELECT record FROM mentions WHERE event = ? ORDER BY id", (event,))
                touched[event] = [read_record(MENTION, row[0]) for row in rows]
    # What another act's article tells against an event rests on that article, too.
    for id_, record in connection.execute(
        'SELECT id, record FROM events WHERE instr(record, \'"actors","values"\')'
    ).fetchall():
        if id_ not in touched and any(source.article in old for source in read_record(EVENT, record).sources):
            rows = connection.execute("SELECT record FROM mentions WHERE event = ? ORDER BY id", (id_,))
            touched[id_] = [read_record(MENTION, row[0]) for row in rows]
    gone = [id_ for id_, mentions in touched.items() if all(m.article in old for m in mentions)]
    if dry_run:
        return len(gone)
    connection.executemany("DELETE FROM articles WHERE id = ?", [(id_,) for id_ in old])
    connection.executemany("DELETE FROM mentions WHERE article = ?", [(id_,) for id_ in old])
    for id_, mentions in touched.items():
        drop_event(connection, id_)
        kept = [mention for mention in mentions if mention.article not in old]
        if kept:
            _put_anew(connection, id_, kept)
    return len(gone)


def _put_anew(connection: sqlite3.Connection, id_: str, mentions: list[Mention]) -> None:
    """The event of an id, made from the mentions that are left."""
    articles: list[Article] = []
    for article in dict.fromkeys(mention.article for mention in mentions):
        row = connection.execute("SELECT record FROM articles WHERE id = ?", (article,)).fetchone()
        if row:
            articles.append(read_record(ARTICLE, row[0]))
    known = {article.id: article for article in mark_copies(articles)}
    left = [mention for mention in mentions if mention.article in known]
    if left:
        event = make_event(left, known).model_copy(update={"id": id_})
        EventWriter(connection, "pruned").put(prepare([event], known))
