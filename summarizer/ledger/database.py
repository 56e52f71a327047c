"""One SQLite file, safe with several processes: a writer thread that commits in groups, and readers beside it.

WAL with synchronous=FULL: what a caller was told is written survives kill -9 and a power cut. Single commits would cap
at a few hundred a second, so all that is waiting goes into one. SQLite up to 3.51.2 can damage a WAL that two processes
write at the same time, so each transaction holds a lock on a file beside the database.
"""

from __future__ import annotations

import asyncio
import os
import queue
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from summarizer.errors import StoreError

BUSY_SECONDS: Final = 30.0
_GROUP = 500  # statements a commit


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
    if "full" in text:
        return StoreError(f"no room left for {path}", "free some space, or choose another file with --store")
    if "locked" in text or "busy" in text:
        return StoreError(f"{path} is in use by another program", "wait, or choose another file with --store")
    return StoreError(
        f"{path} is damaged or no store of ours: {type(error).__name__}", "move it away, or choose another --store"
    )


class Database:
    """An open file. `component` names whose migrations these are: several share the file, each with its own version."""

    def __init__(self, path: str | os.PathLike[str], component: str, migrations: Sequence[Migration]) -> None:
        self.path = Path(path)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._failed: StoreError | None = None
        self._closed = False
        self._reading = threading.Lock()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _FileLock(self.path.with_name(self.path.name + ".lock"))
            with self._lock.held():
                self._writer = self._connect()
                self._migrate(component, migrations)
                self._reader = self._connect()
        except OSError as error:
            raise StoreError(
                f"{self.path} can't be opened: {error.strerror}", "choose another file with --store"
            ) from None
        except sqlite3.Error as error:
            raise _explained(error, self.path) from None
        self._thread = threading.Thread(target=self._work, name="store writer", daemon=True)
        self._thread.start()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    def _migrate(self, component: str, migrations: Sequence[Migration]) -> None:
        run = self._writer.execute
        run("BEGIN IMMEDIATE")
        run("CREATE TABLE IF NOT EXISTS versions(component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT")
        row = run("SELECT version FROM versions WHERE component = ?", (component,)).fetchone()
        version = row[0] if row else 0
        if version > len(migrations):
            run("ROLLBACK")
            raise StoreError(
                f"{self.path} was written by a newer summarizer", "update summarizer, or choose another --store"
            )
        for migration in migrations[version:]:
            for statement in migration:
                run(statement)
        run("INSERT OR REPLACE INTO versions VALUES(?, ?)", (component, len(migrations)))
        run("COMMIT")

    def read(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query. Raises StoreError."""
        try:
            with self._reading:
                return self._reader.execute(statement, values).fetchall()
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
        with self._lock.held():
            self._reader.close()
            self._writer.close()
        self._lock.close()

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
                with self._lock.held():
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


class _FileLock:
    """A lock between processes, gone with the process that held it."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._threads = threading.Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it."""
        with self._threads:
            _lock(self._file)
            try:
                yield
            finally:
                _unlock(self._file)

    def close(self) -> None:
        """Give back the file handle."""
        os.close(self._file)


try:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

except ImportError:  # Windows
    import msvcrt

    def _lock(file: int) -> None:
        while True:  # LK_LOCK gives up after ten seconds
            try:
                os.lseek(file, 0, os.SEEK_SET)
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
                return
            except OSError:
                continue

    def _unlock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
