"""A progress bar on stderr, only when it is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from summarizer.summary import ArticleResult


@contextmanager
def progress_bar() -> Iterator[Callable[[ArticleResult], None]]:
    """A callback that counts finished articles and events on stderr; it does nothing when stderr is no terminal."""
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
