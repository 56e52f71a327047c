"""Risky parsers in a process of their own, with a limit on memory and time; it is started once and used again.

Both sides speak in frames: four bytes of length, then that many bytes; a request is a JSON frame and a data frame, an
answer is a JSON frame. Nothing is pickled, and the process gets none of the environment's secrets.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from summarizer.errors import SourceError
from summarizer.framing import read_frame, write_frame

_KEPT = (
    "PATH",
    "PYTHONPATH",
    "PYTHONHOME",
    "LD_LIBRARY_PATH",
    "SYSTEMROOT",
    "LANG",
    "LC_ALL",
    "PYTHONDONTWRITEBYTECODE",
)
_JOBS_EACH = 2000  # then a fresh process, since parsers' caches grow
_START = 30.0  # seconds for the interpreter to come up, or a parser to be loaded, apart from the job's own time


class TooMuch(SourceError):
    """A document ran into the limit of time or memory."""


class Worker:
    """Runs `parse` in a process, one job at a time; from several threads they queue. Close it, or use it with `with`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0
        self._loaded: set[str] = set()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
            process.wait()

    def parse(self, job: str, data: bytes, options: Mapping[str, Any]) -> Any:
        """What a job makes of the data, as JSON values. Raises SourceError: also when it takes too long or too much memory."""
        with self._lock:
            if self._process is None or self._done >= _JOBS_EACH:
                self.close()
                self._start()
            self._done += 1
            if job not in self._loaded:
                self._exchange([json.dumps({"load": job}).encode()], _START)
                self._loaded.add(job)
            request = json.dumps({"job": job, "options": dict(options)}).encode()
            answer = self._exchange([request, data], self._seconds)
            if answer is None:
                self.close()
                raise TooMuch(
                    f"took more than {self._seconds:.0f} s or more memory than one document may",
                    "save it as plain text, or split it",
                )
        reply = json.loads(answer)
        if "error" in reply:
            raise (TooMuch if reply.get("limit") else SourceError)(reply["error"], reply.get("hint", ""))
        return reply["value"]

    def _start(self) -> None:
        code = "from summarizer.sources.parsing.child import main; main()"
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-P", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._done = 0
        self._loaded = set()
        if self._exchange([], _START) is None:
            self.close()
            raise SourceError("the process that reads such documents did not start", "check the installation")

    def _exchange(self, frames: list[bytes], seconds: float) -> bytes | None:
        """Send the frames and await one; None when the process was ended by the clock or ended itself."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        clock = threading.Timer(seconds, process.kill)
        clock.daemon = True
        clock.start()
        try:
            for frame in frames:
                write_frame(process.stdin, frame)
            return read_frame(process.stdout)
        except OSError:
            return None
        finally:
            clock.cancel()
