"""What each reader finds in the sources, without asking any engine: for `summarizer doctor FILE…`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.article import Article, Failure
from summarizer.settings import Settings
from summarizer.sources.walking import Found, Source, iter_found

_HINTS = {
    "published": "no publication date: dates in it stay partial; set it with --published",
    "publisher": "no publisher: set it with --publisher",
}


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What was found in one source: the readers it went through, and an article's metadata or the reason why there is none.

    `missing` says what to set; `characters` is the length of the text; `problem` is None when there is an article.
    """

    source: str
    readers: tuple[str, ...]
    problem: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    publisher: str | None = None
    publisher_family: str | None = None
    url: str | None = None
    language: str | None = None
    characters: int = 0
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def inspect_sources(sources: Iterable[Source], settings: Settings) -> tuple[SourceReport, ...]:
    """A report for each article and each failure of the sources, in order. Raises what `iter_articles` raises."""
    return tuple(_report(found) for found in iter_found(sources, settings))


def _report(found: Found) -> SourceReport:
    item = found.item
    if isinstance(item, Failure):
        return SourceReport(item.source, found.readers, item.reason)
    return _article_report(item, found)


def _article_report(article: Article, found: Found) -> SourceReport:
    return SourceReport(
        source=found.source,
        readers=found.readers,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        publisher=article.publisher,
        publisher_family=article.publisher_family,
        url=article.url,
        language=article.language,
        characters=len(article.text),
        notes=article.notes,
        missing=tuple(hint for field, hint in _HINTS.items() if getattr(article, field) is None),
    )
