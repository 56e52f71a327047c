"""The tables. Records are kept whole as JSON with a hash; all other columns and tables are derived from them.

The key of an event, `at`, is the last day that its date can mean (proleptic ordinal) in the upper bits and a running
number below: every index ends in it, so that rows come newest first without sorting, and a span of dates is a range of keys.
Events whose date tells no year, or more than a year, have day 0.
"""

from __future__ import annotations

from typing import Final

from summarizer.ledger import Migration

COMPONENT: Final = "store"
DAY: Final = 1 << 32

MIGRATIONS: Final = (
    Migration(
        (
            """CREATE TABLE runs(
                id TEXT PRIMARY KEY, name TEXT, started TEXT NOT NULL, record TEXT NOT NULL, hash TEXT NOT NULL)
                STRICT, WITHOUT ROWID""",
            """CREATE TABLE articles(
                id TEXT PRIMARY KEY, published TEXT, url TEXT, replaced_by TEXT, run TEXT NOT NULL, record TEXT NOT NULL,
                hash TEXT NOT NULL) STRICT""",
            "CREATE INDEX articles_by_url ON articles(url) WHERE url IS NOT NULL",
            "CREATE INDEX articles_by_date ON articles(published)",
            """CREATE TABLE mentions(
                id INTEGER PRIMARY KEY, event TEXT NOT NULL, article TEXT NOT NULL, record TEXT NOT NULL,
                hash TEXT NOT NULL) STRICT""",
            "CREATE INDEX mentions_by_event ON mentions(event)",
            "CREATE INDEX mentions_by_article ON mentions(article)",
            """CREATE TABLE events(
                at INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL,
                first INTEGER, last INTEGER, country TEXT, publishers INTEGER NOT NULL, run TEXT NOT NULL,
                kind TEXT NOT NULL, actors TEXT NOT NULL, recipients TEXT NOT NULL, speakers TEXT NOT NULL,
                places TEXT NOT NULL, words TEXT NOT NULL, other TEXT, dyads TEXT NOT NULL, record TEXT NOT NULL,
                hash TEXT NOT NULL) STRICT""",
            "CREATE INDEX events_by_type ON events(type, at)",
            """CREATE TABLE parties(
                key TEXT NOT NULL, role INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT,
                PRIMARY KEY(key, role, at)) STRICT, WITHOUT ROWID""",
            """CREATE TABLE pairs(
                one TEXT NOT NULL, two TEXT NOT NULL, way INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
                mode TEXT, PRIMARY KEY(one, two, way, at)) STRICT, WITHOUT ROWID""",
            """CREATE VIRTUAL TABLE found USING fts5(
                kind, actors, recipients, speakers, places, words, content='events', content_rowid='at',
                columnsize=0, tokenize='unicode61 remove_diacritics 2')""",
            "CREATE VIRTUAL TABLE scripts USING fts5(other, content='events', content_rowid='at', columnsize=0, tokenize='trigram')",
            """CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
                INSERT INTO found(rowid, kind, actors, recipients, speakers, places, words)
                VALUES(new.at, new.kind, new.actors, new.recipients, new.speakers, new.places, new.words); END""",
            """CREATE TRIGGER scripts_added AFTER INSERT ON events WHEN new.other IS NOT NULL BEGIN
                INSERT INTO scripts(rowid, other) VALUES(new.at, new.other); END""",
            """CREATE TRIGGER events_gone AFTER DELETE ON events BEGIN
                INSERT INTO found(found, rowid, kind, actors, recipients, speakers, places, words)
                VALUES('delete', old.at, old.kind, old.actors, old.recipients, old.speakers, old.places, old.words); END""",
            """CREATE TRIGGER scripts_gone AFTER DELETE ON events WHEN old.other IS NOT NULL BEGIN
                INSERT INTO scripts(scripts, rowid, other) VALUES('delete', old.at, old.other); END""",
            """CREATE TABLE briefs(
                run TEXT PRIMARY KEY, name TEXT NOT NULL, as_of TEXT NOT NULL, record TEXT NOT NULL, hash TEXT NOT NULL)
                STRICT""",
            "CREATE INDEX briefs_by_name ON briefs(name, as_of)",
            """CREATE TABLE told(
                id INTEGER PRIMARY KEY, name TEXT NOT NULL, event TEXT NOT NULL, as_of TEXT NOT NULL, run TEXT NOT NULL,
                record TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE(name, event, run)) STRICT""",
        )
    ),
    # The word index is written beside the events (`writing.EventWriter`): before each statement with a trigger SQLite makes
    # FTS5 write out what it gathers in memory, so that by triggers each event became a little index of its own.
    Migration(
        (
            *(f"DROP TRIGGER {name}" for name in ("events_added", "scripts_added", "events_gone", "scripts_gone")),
            # what an import that was killed may have left
            "INSERT INTO found(found, rank) VALUES('automerge', 4)",
            "INSERT INTO found(found, rank) VALUES('hashsize', 1048576)",
        )
    ),
)
