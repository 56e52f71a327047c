"""A lock between processes on a file beside the database, gone with the process that held it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar


class FileLock:
    """One lock a file and process: threads and components of one process queue among themselves before they take it."""

    _open: ClassVar[dict[Path, FileLock]] = {}
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._threads = threading.Lock()
        self._users = 0

    @classmethod
    def of(cls, path: Path) -> FileLock:
        """The process's lock on a file; give it back with `release`. Raises OSError."""
        path = path.resolve()
        with cls._guard:
            lock = cls._open.get(path)
            if lock is None:
                lock = cls._open[path] = cls(path)
            lock._users += 1
            return lock

    @contextmanager
    def held(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Hold it; `waiting` is called when another process has it and we must wait."""
        with self._threads:
            if not _try_lock(self._file):
                waiting()
                _lock(self._file)
            try:
                yield
            finally:
                _unlock(self._file)

    def release(self) -> None:
        """Give it back; the last user closes the file."""
        with self._guard:
            self._users -= 1
            if not self._users:
                del self._open[self._path]
                os.close(self._file)


try:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

except ImportError:  # Windows
    import msvcrt

    def _try_lock(file: int) -> bool:
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _lock(file: int) -> None:
        while not _try_lock(file):  # LK_LOCK gives up after ten seconds
            time.sleep(0.05)

    def _unlock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
