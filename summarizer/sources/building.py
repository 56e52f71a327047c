"""From a text and what is known about it to an article: the one place where metadata is checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from summarizer.article import Article, PublishedFrom
from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources.base import Origin
from summarizer.sources.cleaning import clean_text
from summarizer.sources.languages import language_code, tell_language
from summarizer.sources.publication import dateline_date, read_published
from summarizer.sources.publishers import publisher_family

_LONGEST = 500


def build_article(text: str, values: Mapping[str, Any], origin: Origin, settings: Settings) -> Article:
    """An article from its text and metadata (`title`, `published`, `published_from`, `publisher`, `url`, `language`, `notes`).

    A date that can't be read is left aside with a note. Settings fill in a date or publisher that is missing, and a full date
    in the dateline comes last. Raises SourceError when there is no text, or too much.
    """
    if not text.strip():
        raise SourceError("no text in it", "give an article with some text")
    if len(text) > settings.max_article_chars:
        raise SourceError(
            f"one article of {len(text):,} characters; the limit is {settings.max_article_chars:,}",
            "split it, or raise max_article_chars",
        )
    cleaned = clean_text(text)
    if not cleaned.text.strip():
        raise SourceError("no text in it but invisible characters", "give an article with some text")
    published, found_in, remarks = _published(cleaned.text, values, settings)
    publisher = _line(values.get("publisher")) or settings.publisher
    url = web_address(values.get("url")) or web_address(origin.url)
    return Article(
        text=cleaned.text,
        title=_line(values.get("title")),
        published=published,
        published_from=found_in,
        publisher=publisher,
        publisher_family=publisher_family(publisher, url),
        url=url,
        language=language_code(values.get("language")) or tell_language(cleaned.text),
        file=origin.file,
        notes=(*remarks, *cast(Iterable[str], values.get("notes", ())), *cleaned.notes),
    )


def _published(
    text: str, values: Mapping[str, Any], settings: Settings
) -> tuple[str | None, PublishedFrom | None, tuple[str, ...]]:
    raw = values.get("published")
    found = read_published(raw)
    if found:
        return found, cast(PublishedFrom, values.get("published_from", "metadata")), ()
    notes: tuple[str, ...] = ()
    if raw not in (None, ""):
        shown = _line(raw) or ""
        notes = (f"publication date {shown[:40]!r} is no full date that can be read in one way, and was left aside",)
    if settings.published:
        given = read_published(settings.published)
        return (given, "given", notes) if given else (None, None, (*notes, "the date that was given is no real date"))
    found = dateline_date(text)
    return (found, "dateline", notes) if found else (None, None, notes)


def _line(value: Any) -> str | None:
    """A short value on one line without odd characters, or None when it is empty or no text."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    line = " ".join(clean_text(str(value)[: 4 * _LONGEST]).text.split())
    return line[:_LONGEST] or None


def web_address(value: Any) -> str | None:
    """An `http` or `https` address without user name, password and fragment, or None when it is none."""
    if not isinstance(value, str) or len(value) > 2000:
        return None
    line = value.strip()
    try:
        parts = urlsplit(line)
        host = parts.hostname
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or not line.isprintable() or " " in line:
        return None
    host = f"[{host}]" if ":" in host else host
    return parts._replace(scheme=parts.scheme.lower(), netloc=host + port, fragment="").geturl()
