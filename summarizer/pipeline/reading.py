"""Sources as a caller gives them."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from summarizer.article import Article, Failure
from summarizer.errors import UsageError
from summarizer.settings import Settings
from summarizer.sources import iter_articles

Source = str | PathLike[str] | Article


def load_articles(
    sources: Iterable[Source], settings: Settings | None = None
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """Articles of the sources, and what could not be read."""
    items = list(iter_articles(given_sources(sources), settings or Settings.load()))
    return tuple(i for i in items if isinstance(i, Article)), tuple(i for i in items if isinstance(i, Failure))


def given_sources(sources: Iterable[Source]) -> list[Source]:
    items: list[Source] = [sources] if isinstance(sources, str | PathLike | Article) else list(sources)
    if not items:
        raise UsageError("no sources", "give files, folders, articles or - for standard input")
    return items
