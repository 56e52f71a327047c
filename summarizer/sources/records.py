"""Records with named fields, from JSON lines or tables, to articles: which field holds what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.article import Failure
from summarizer.errors import SourceError, UsageError
from summarizer.settings import Settings
from summarizer.sources.base import Item, Origin
from summarizer.sources.building import build_article
from summarizer.sources.parsing.fragment import paragraphs_of

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "articlebody", "maintext", "full_text", "fulltext", "story", "raw_text"),
    "title": ("title", "headline", "heading", "subject"),
    "published": (
        "published", "published_at", "publishedat", "publication_date", "published_date", "date_publish", "datepublished",
        "pub_date", "pubdate", "publish_date", "date", "datetime", "published_time",
    ),
    "publisher": ("publisher", "source", "outlet", "source_name", "sourcename", "publication", "site_name", "newspaper", "source_domain"),
    "url": ("url", "link", "uri", "article_url", "web_url", "permalink"),
    "language": ("language", "lang"),
}  # fmt: skip


def column_names(settings: Settings) -> dict[str, tuple[str, ...]]:
    """For each field of an article the column names to look for, the user's `field=column` before ours. Raises UsageError."""
    names = dict(FIELDS)
    for entry in settings.columns:
        field, _, column = entry.partition("=")
        if field.strip() not in FIELDS or not column.strip():
            raise UsageError(
                f"column mapping {entry[:60]!r}", f"write FIELD=COLUMN, with FIELD one of {', '.join(FIELDS)}"
            )
        names[field.strip()] = (column.strip(),)
    return names


def knows_text(columns: list[str], settings: Settings) -> bool:
    """Whether one of the columns holds the text of an article."""
    have = {column.strip().lower() for column in columns}
    return any(name.lower() in have for name in column_names(settings)["text"])


def read_record(record: Mapping[str, Any], origin: Origin, settings: Settings) -> Iterator[Item]:
    """The article of one record, or a failure that says what is missing."""
    lowered = {key.strip().lower(): value for key, value in record.items() if isinstance(key, str)}
    values: dict[str, Any] = {}
    for field, names in column_names(settings).items():
        for name in names:
            value = lowered.get(name.lower())
            if isinstance(value, dict):
                value = value.get("name") or value.get("title")
            if value not in (None, "", [], {}):
                values[field] = value
                break
    text = values.pop("text", None)
    if isinstance(text, list) and all(isinstance(piece, str) for piece in text):
        text = "\n\n".join(text)
    if not isinstance(text, str):
        have = ", ".join(sorted(str(key)[:30] for key in record)[:8]) or "none"
        yield Failure(source=origin.name, reason=f"no column with the text (columns: {have}); name it with text=COLUMN")
        return
    if text.lstrip()[:1] == "<" and "</" in text:
        text = "\n\n".join(paragraphs_of(text))
    try:
        yield build_article(text, values, origin, settings)
    except SourceError as error:
        yield Failure(source=origin.name, reason=str(error))
