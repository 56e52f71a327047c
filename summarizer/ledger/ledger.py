"""Attempts and answers: each paid call has a row, each answer is kept under what was asked."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Final, Literal

from summarizer.ledger.database import Database, Migration, Statement
from summarizer.usage import Usage

Outcome = Literal["answered", "failed", "unknown"]

_MIGRATIONS = (
    Migration(
        (
            """CREATE TABLE attempts(
                id INTEGER PRIMARY KEY, run TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, model TEXT NOT NULL,
                started TEXT NOT NULL, seconds REAL NOT NULL, outcome TEXT NOT NULL, error TEXT,
                prompt_tokens INTEGER, answer_tokens INTEGER, cost REAL) STRICT""",
            "CREATE INDEX attempts_by_run ON attempts(run)",
            """CREATE TABLE answers(
                key TEXT PRIMARY KEY, kind TEXT NOT NULL, model TEXT NOT NULL, answer TEXT NOT NULL,
                sha256 TEXT NOT NULL, answered TEXT NOT NULL) STRICT, WITHOUT ROWID""",
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request to a server. `outcome` unknown: no full answer came, so that it may have been billed.

    `started` is ISO 8601 in UTC; tokens are None where the server told none, `cost` (USD) None where it is unknown.
    """

    run: str
    key: str
    kind: str
    model: str
    started: str
    seconds: float
    outcome: Outcome
    error: str | None = None
    prompt_tokens: int | None = None
    answer_tokens: int | None = None
    cost: float | None = None


_COLUMNS: Final = ", ".join(Attempt.__dataclass_fields__)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Ledger:
    """What was asked, answered and paid. Writes are durable once awaited; reading sees what is durable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Ledger:
        """Open or create a file. Raises StoreError."""
        return cls(Database(path, "ledger", _MIGRATIONS))

    def record(self, attempt: Attempt) -> Future[None]:
        """Write an attempt; done when it is on the disk."""
        return self._database.write(_row(attempt))

    async def keep(self, attempt_key: str, kind: str, model: str, answer: str) -> None:
        """Keep an answer, after all attempts recorded so far; returns when it is on the disk. Raises StoreError."""
        await self._database.written(
            (
                "INSERT OR REPLACE INTO answers VALUES(?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                (attempt_key, kind, model, answer, _digest(answer)),
            )
        )

    async def settle(self) -> None:
        """Wait until all that was recorded so far is on the disk. Raises StoreError."""
        await self._database.written()

    def answer(self, key: str) -> str | None:
        """The answer kept under a key, or None; also None when its bytes have changed since."""
        rows = self._database.read("SELECT answer, sha256 FROM answers WHERE key = ?", (key,))
        return rows[0][0] if rows and _digest(rows[0][0]) == rows[0][1] else None

    def attempts(self, run: str | None = None) -> list[Attempt]:
        """All attempts, or those of one run, in the order of their ends."""
        query = f"SELECT {_COLUMNS} FROM attempts WHERE run = coalesce(?, run) ORDER BY id"  # noqa: S608
        return [Attempt(*row) for row in self._database.read(query, (run,))]

    def usage(self, run: str | None = None) -> Usage:
        """What all attempts, or those of one run, cost; an unknown cost makes the whole unknown."""
        row: tuple[Any, ...] = self._database.read(
            "SELECT count(*), sum(prompt_tokens), sum(answer_tokens), sum(cost), count(*) - count(cost) "
            "FROM attempts WHERE run = coalesce(?, run)",
            (run,),
        )[0]
        return Usage(row[0], 0, row[1] or 0, row[2] or 0, None if row[4] else (row[3] or 0.0))

    def close(self) -> None:
        """Write what is waiting and close."""
        self._database.close()


def _row(attempt: Attempt) -> Statement:
    return (
        f"INSERT INTO attempts({_COLUMNS}) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",

        (
            attempt.run, attempt.key, attempt.kind, attempt.model, attempt.started, attempt.seconds, attempt.outcome,
            attempt.error, attempt.prompt_tokens, attempt.answer_tokens, attempt.cost,
        ),
    )  # fmt: skip
