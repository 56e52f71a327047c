"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.article import Article, Failure
from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources.base import Origin, Reader
from summarizer.sources.decoding import decode, looks_binary

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_LINE = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*$")
_KEYS = {
    "title": "title",
    "published": "published",
    "date": "published",
    "publisher": "publisher",
    "source": "publisher",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the `---` lines, and where the text after it starts (index into the whole)."""

    values: Mapping[str, str]
    body: int


def read_front_matter(text: str) -> FrontMatter:
    """Front matter of a text: simple `key: value` lines; unknown keys are left aside. Without any, nothing and 0."""
    found = _FRONT.match(text)
    if not found:
        return FrontMatter({}, 0)
    values: dict[str, str] = {}
    for line in found[1].splitlines():
        entry = _LINE.match(line)
        if not entry:
            continue
        key, value = _KEYS.get(entry[1].lower()), entry[2]
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if key and value and value != "null":
            values.setdefault(key, value)
    return FrontMatter(values, found.end())


def iso_date(value: str) -> str | None:
    """An ISO 8601 date or date-time as it stands, or None when it is none."""
    try:
        dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return value.strip()


def build_article(text: str, values: Mapping[str, Any], origin: Origin, settings: Settings) -> Article:
    """An article from its text and metadata; settings fill in a date or publisher that is missing. Raises SourceError."""
    if not text.strip():
        raise SourceError("no text in it", "give an article with some text")
    if len(text) > settings.max_article_chars:
        raise SourceError(
            f"one article of {len(text):,} characters; the limit is {settings.max_article_chars:,}",
            "split it, or raise max_article_chars",
        )
    known = dict(values)
    notes = list(known.pop("notes", ()))
    published = known.pop("published", None)
    found_in = known.pop("published_from", "metadata")
    if published is not None and iso_date(published) is None:
        notes.append(f"publication date {published[:40]!r} is not ISO 8601 and was left aside")
        published = None
    if published is None and settings.published:
        published, found_in = settings.published, "given"
    known["publisher"] = known.get("publisher") or settings.publisher
    known["url"] = known.get("url") or origin.url
    return Article(
        text=text,
        published=iso_date(published) if published else None,
        published_from=found_in if published else None,
        file=origin.file,
        notes=tuple(notes),
        **known,
    )


def _read(data: bytes, origin: Origin, settings: Settings) -> Iterator[Article | Failure]:
    try:
        decoded = decode(data)
        front = read_front_matter(decoded.text)
        values = {**front.values, "notes": decoded.notes}
        yield build_article(decoded.text[front.body :], values, origin, settings)
    except SourceError as error:
        yield Failure(source=origin.name, reason=str(error))


PLAIN = Reader("text", (".txt", ".md", ".markdown", ".text"), lambda head, name: not looks_binary(head), _read)
