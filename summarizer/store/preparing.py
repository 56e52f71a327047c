"""Events of a large file made ready in another process, beside the one that writes."""

from __future__ import annotations

import gc
import marshal
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import chain, islice
from typing import IO, Any, Final

from summarizer.errors import SourceError, StoreError
from summarizer.events import Event
from summarizer.framing import read_frame, write_frame
from summarizer.store.writing import Prepared, prepare

ReadLines = Callable[[IO[bytes], int], Iterator[Event]]  # a stream, and the number of its first line in the whole file
_PART: Final = 1_000_000  # bytes of lines, about
_FEW: Final = 4  # parts that are read sooner than another process has started
_AHEAD: Final = 4  # parts that are under way at a time

_Part = tuple[int, bytes]
Ready = tuple[
    int, list[Prepared]
]  # how many events there were, and those to be put in: of several with one id the last


def prepare_lines(stream: IO[bytes], read: ReadLines) -> Generator[Ready, None, None]:
    """The events of a file of lines, part by part; `read` must be a function of a module. Raises what it raises, and StoreError.

    Python runs on one core a process, and reading an event costs as much as writing it: a larger file is read by a child.
    """
    parts = _parts(stream)
    first = list(islice(parts, _FEW))
    child = _start(read) if len(first) == _FEW else None
    if child is None:
        for part in chain(first, parts):
            yield _prepared(part, read)
    else:
        yield from _asked(child, chain(first, parts))


def _parts(stream: IO[bytes]) -> Iterator[_Part]:
    number = 1
    while lines := stream.readlines(_PART):
        yield number, b"".join(lines)
        number += len(lines)


def prepare_some(events: Iterable[Event]) -> Ready:
    """Events made ready one by one: those of a whole batch would take ten times the room of its rows."""
    count = 0

    def counted() -> Iterator[Event]:
        nonlocal count
        for count, event in enumerate(events, 1):  # noqa: B007 - told at the end
            yield event

    ready = prepare(counted(), {})
    return count, ready


def _prepared(part: _Part, read: ReadLines) -> Ready:
    return prepare_some(read(BytesIO(part[1]), part[0]))


def _start(read: ReadLines) -> subprocess.Popen[bytes] | None:
    """The other process, or None where none can be started."""
    code = f"from {__name__} import serve; from {read.__module__} import {read.__qualname__} as read; serve(read)"
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-P", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


def _asked(child: subprocess.Popen[bytes], parts: Iterable[_Part]) -> Iterator[Ready]:
    """What the other process makes of the parts, in order; it ends with the last one, or when nobody listens any more."""
    room, problems = threading.Semaphore(_AHEAD), list[BaseException]()
    closed = threading.Event()
    asked = answered = 0

    def feed() -> None:
        nonlocal asked
        try:
            for asked, (number, data) in enumerate(parts, 1):  # noqa: B007 - told to the reader
                room.acquire()
                if closed.is_set():
                    break
                write_frame(child.stdin, number.to_bytes(8, "big") + data)
        except BaseException as error:
            problems.append(error)
        finally:
            with suppress(OSError):
                child.stdin.close()  # type: ignore[union-attr]

    feeder = threading.Thread(target=feed, name="import feeder", daemon=True)
    feeder.start()
    try:
        while (answer := read_frame(child.stdout)) is not None:
            room.release()
            answered += 1
            yield _answer(answer)
        closed.set()  # it ended, too early perhaps: then the feeder must not wait for room
        room.release()
        feeder.join()
        if problems and not isinstance(problems[0], BrokenPipeError):
            raise problems[0]
        if child.wait() or asked != answered:
            raise StoreError("the process that reads the events ended early", "import the file in smaller pieces")
    finally:
        closed.set()
        room.release()
        child.kill()
        child.wait()
        feeder.join()
        child.stdout.close()  # type: ignore[union-attr]


def _answer(answer: bytes) -> Ready:
    count, rows, problem = marshal.loads(answer)  # noqa: S302 - from our own child
    if problem is not None:
        raise SourceError(*problem)
    return count, [Prepared._make(row) for row in rows]


def serve(read: ReadLines) -> None:
    """Be the other process: parts on standard input, answers on standard output, until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the frames
    gc.disable()  # events hold no cycles
    with suppress(KeyboardInterrupt, BrokenPipeError):
        while (frame := read_frame(sys.stdin.buffer)) is not None:
            told: tuple[int, list[tuple[Any, ...]], tuple[str, str] | None]
            try:
                count, ready = _prepared((int.from_bytes(frame[:8], "big"), frame[8:]), read)
                told = count, [tuple(item) for item in ready], None
            except SourceError as error:
                told = 0, [], (error.message, error.hint)
            write_frame(answers, marshal.dumps(told))
