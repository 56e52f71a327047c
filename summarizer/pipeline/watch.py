"""A run followed from outside."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.engines.base import Engine
from summarizer.summary import ArticleResult


class Watch:
    """Follows a run from outside: `progress` is called as each article finishes, `waiting` when another process holds the store;
    `stop`, from any thread, ends it early.

    After `stop` no further call is made; what is under way is waited for and kept, and the rest is listed as failed.
    """

    def __init__(
        self,
        progress: Callable[[ArticleResult], None] = lambda _result: None,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        self.progress = progress
        self.waiting = waiting
        self._engine: Engine | None = None
        self._stopped = False

    def follow(self, engine: Engine) -> None:
        """Tell which engine works (called by the pipeline)."""
        self._engine = engine
        if self._stopped:
            engine.drain()

    def stop(self) -> None:
        """Start no further calls."""
        self._stopped = True
        if self._engine is not None:
            self._engine.drain()
