"""A run that is watched: a progress bar on a terminal, and Ctrl-C that loses nothing."""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from summarizer.cli.options import say, waiting
from summarizer.pipeline import Watch
from summarizer.summary import ArticleResult

DRAIN_SECONDS = 30.0


@contextmanager
def watched() -> Iterator[Watch]:
    """A Watch that shows progress on stderr when that is a terminal.

    The first Ctrl-C starts no further calls, waits 30 s at most for those under way, and delivers what is there; the second
    cancels.
    """
    with _bar() as advance:
        watch = Watch(advance, waiting)
        timers: list[threading.Timer] = []

        def interrupted(_number: int, _frame: FrameType | None) -> None:
            if timers:
                raise KeyboardInterrupt
            say("stopping: waiting for calls under way, then delivering what is there; Ctrl-C again cancels")
            timer = threading.Timer(DRAIN_SECONDS, _thread.interrupt_main)
            timer.daemon = True
            timers.append(timer)
            timer.start()
            watch.stop()

        try:
            before = signal.signal(signal.SIGINT, interrupted)
        except ValueError:  # not the main thread: Ctrl-C is the caller's affair
            yield watch
            return
        try:
            yield watch
        finally:
            signal.signal(signal.SIGINT, before)
            for timer in timers:
                timer.cancel()


@contextmanager
def _bar() -> Iterator[Callable[[ArticleResult], None]]:
    if not sys.stderr.isatty():
        yield lambda _result: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        counts = [0, 0]

        def advance(result: ArticleResult) -> None:
            counts[0] += 1
            counts[1] += len(result.events)
            bar.update(task, advance=1, description=f"{counts[0]} articles, {counts[1]} events")

        yield advance
