"""One SQLite file, safe with several processes: a writer thread that commits in groups, and readers beside it.

WAL with synchronous=FULL: what a caller was told is written survives kill -9 and a power cut. Single commits would cap
at a few hundred a second, so all that is waiting goes into one. SQLite up to 3.51.2 can damage a WAL that two processes
write at the same time, so each transaction holds a lock on a file beside the database.
"""

from __future__ import annotations

import asyncio
import os
import queue
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, Final

from summarizer.errors import StoreError
from summarizer.ledger.locking import FileLock

BUSY_SECONDS: Final = 30.0
APPLICATION_ID: Final = 0x5355_4D31  # "SUM1" in the file's header: what tells a file of ours from another program's
_GROUP = 500  # statements a commit
_ROOM = 16_000_000  # bytes that must be free when a file is opened, so that a full disk shows before money is spent


class Migration(tuple[str, ...]):
    """Statements that bring a schema from one version to the next."""

    __slots__ = ()


Statement = tuple[str, Sequence[Any]]
_Job = tuple[Sequence[Statement], "Future[None]"]


def default_path() -> Path:
    """The file in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("summarizer", appauthor=False)) / "summarizer.db"


def _explained(error: sqlite3.Error, path: Path) -> StoreError:
    text = str(error).lower()
    if "readonly" in text or "unable to open" in text:
        return StoreError(f"{path} can't be written", "choose another file with --store, or use --no-store")
    if "full" in text or "no room" in text:
        return StoreError(f"no room left for {path}", "free some space, or choose another file with --store")
    if "locked" in text or "busy" in text:
        return StoreError(f"{path} is in use by another program", "wait, or choose another file with --store")
    return StoreError(
        f"{path} is damaged or no store of ours: {type(error).__name__}", "move it away, or choose another --store"
    )


class Database:
    """An open file. `component` names whose migrations these are: several share the file, each with its own version.

    `waiting` is called, at most once a wait, when another process holds the file. Before a migration of a file that holds
    something already, it is copied to `<file>.<component>-v<version>.bak`. Raises StoreError.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        component: str,
        migrations: Sequence[Migration],
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        self.path = Path(path)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._failed: StoreError | None = None
        self._closed = False
        self._reading = threading.Lock()
        self._waiting = waiting
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self.path.parent).free < _ROOM:
                raise StoreError(
                    f"no room left for {self.path}", "free some space, or choose another file with --store"
                )
            self._lock = FileLock.of(self.path.with_name(self.path.name + ".lock"))
            try:
                self._open(component, migrations)
            except BaseException:
                self._lock.release()
                raise
        except OSError as error:
            raise StoreError(
                f"{self.path} can't be opened: {error.strerror}", "choose another file with --store"
            ) from None
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None
        self._thread = threading.Thread(target=self._work, name="store writer", daemon=True)
        self._thread.start()

    def _open(self, component: str, migrations: Sequence[Migration]) -> None:
        with self._lock.held(self._waiting), ExitStack() as opened:
            self._writer = opened.enter_context(closing(self._connect()))
            self._claim()
            self._migrate(component, migrations)
            self._reader = self._connect()
            opened.pop_all()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-64000")  # 64 MB: pages of large indexes aren't read again and again
        return connection

    def _claim(self) -> None:
        """Mark a new file as ours; refuse one that another program made."""
        run = self._writer.execute
        if run("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
            return
        if run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{self.path} belongs to another program", "choose another file with --store")
        run(f"PRAGMA application_id={APPLICATION_ID}")

    def _migrate(self, component: str, migrations: Sequence[Migration]) -> None:
        """Bring the component up to date, each migration in a transaction with its record."""
        run = self._writer.execute
        run(
            "CREATE TABLE IF NOT EXISTS migrations(component TEXT NOT NULL, version INTEGER NOT NULL, applied TEXT NOT NULL, "
            "PRIMARY KEY(component, version)) STRICT"
        )
        row = run("SELECT coalesce(max(version), 0) FROM migrations WHERE component = ?", (component,)).fetchone()
        version: int = row[0]
        if version > len(migrations):
            raise StoreError(
                f"{self.path} was written by a newer summarizer", "update summarizer, or choose another --store"
            )
        if 0 < version < len(migrations):
            self.backup(self.path.with_name(f"{self.path.name}.{component}-v{version}.bak"))
        for number, migration in enumerate(migrations[version:], version + 1):
            run("BEGIN IMMEDIATE")
            try:
                for statement in migration:
                    run(statement)
                run("INSERT INTO migrations VALUES(?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))", (component, number))
                run("COMMIT")
            except sqlite3.Error:
                if self._writer.in_transaction:
                    run("ROLLBACK")
                raise

    def tune(self, *statements: str) -> None:
        """Run statements that set how the file is written, outside of a transaction. Raises StoreError."""
        try:
            with self._lock.held(self._waiting):
                for statement in statements:
                    self._writer.execute(statement)
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None

    def compact(self) -> None:
        """Give back the room of what was deleted. Raises StoreError."""
        try:
            with self._lock.held(self._waiting):
                self._writer.execute("VACUUM")
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None

    def backup(self, target: str | os.PathLike[str]) -> None:
        """A consistent copy of the file as it is on the disk, in place of `target` if that exists. Raises StoreError."""
        try:
            part = Path(target).with_name(Path(target).name + ".part")
            part.unlink(missing_ok=True)
            source, copy = sqlite3.connect(self.path), sqlite3.connect(part)
            try:
                source.backup(copy)
            finally:
                copy.close()
                source.close()
            os.replace(part, target)
        except sqlite3.Error as error:
            raise _explained(error, Path(target)) from None
        except OSError as error:
            raise StoreError(f"{target} can't be written: {error.strerror}", "choose another file") from None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the caller's thread, with the lock held: what is read in it can't change until it is written.

        Committed at the end, rolled back when an exception leaves the block. Raises StoreError.
        """
        if self._failed or self._closed:
            raise self._failed or StoreError(f"{self.path} is closed")
        try:
            with self._lock.held(self._waiting):
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield self._writer
                    self._writer.execute("COMMIT")
                finally:
                    if self._writer.in_transaction:
                        self._writer.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None

    def read(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query. Raises StoreError."""
        try:
            with self._reading:
                return self._reader.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows of a query one by one, as the file stands now, on a connection of its own. Raises StoreError."""
        try:
            with closing(self._connect()) as connection:
                yield from connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None

    def write(self, *statements: Statement) -> Future[None]:
        """Hand over statements that belong together; done when they are on the disk. The order of calls is kept."""
        done: Future[None] = Future()
        if self._failed or self._closed:
            done.set_exception(self._failed or StoreError(f"{self.path} is closed"))
        else:
            self._jobs.put((statements, done))
        return done

    async def written(self, *statements: Statement) -> None:
        """Write, and wait until it is on the disk. Raises StoreError."""
        await asyncio.wrap_future(self.write(*statements))

    def close(self) -> None:
        """Write what is waiting and close; further writes fail. Does nothing the second time."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        self._thread.join()
        with self._lock.held(self._waiting):
            self._reader.close()
            self._writer.close()
        self._lock.release()

    def _work(self) -> None:
        ended = False
        while not ended:
            group = [self._jobs.get()]
            while len(group) < _GROUP and not self._jobs.empty():
                group.append(self._jobs.get())
            jobs = [job for job in group if job is not None]
            ended = len(jobs) < len(group)
            waiting = [done for _, done in jobs if done.set_running_or_notify_cancel()]
            problem = self._commit(jobs)  # also of those whose caller was cancelled: it is paid
            for done in waiting:
                if problem is None:
                    done.set_result(None)
                else:
                    done.set_exception(problem)

    def _commit(self, jobs: Sequence[_Job]) -> StoreError | None:
        if not jobs:
            return None
        if self._failed is None:
            try:
                with self._lock.held(self._waiting):
                    self._writer.execute("BEGIN IMMEDIATE")
                    for statements, _ in jobs:
                        for statement, values in statements:
                            self._writer.execute(statement, values)
                    self._writer.execute("COMMIT")
            except (sqlite3.Error, OSError) as error:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                self._failed = (
                    _explained(error, self.path)
                    if isinstance(error, sqlite3.Error)
                    else StoreError(f"{self.path} can't be locked", "choose another file with --store")
                )
        return self._failed
