"""RSS and Atom by feedparser, on bytes only: it would fetch a string that is an address and open one that is a path."""

from __future__ import annotations

import io
from typing import Any

from summarizer.errors import SourceError
from summarizer.sources.decoding import decode
from summarizer.sources.parsing.fragment import paragraphs_of

_ENTRIES = 5000


def parse(data: bytes, _options: dict[str, Any]) -> dict[str, Any]:
    """`title`, `language`, and `entries` with title, published, url, publisher, paragraphs, whole. Raises SourceError."""
    text = decode(data).text
    doctype = text.partition("<!DOCTYPE")[2].partition(">")[0]
    if "[" in doctype or "<!ENTITY" in text.upper():
        raise SourceError(
            "XML with entities of its own, which a feed has no need of", "get the feed from its publisher again"
        )
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and not feed.get("version"):
        raise SourceError("XML that is no feed", "give an RSS or Atom feed, or the page itself")
    channel = feed.feed
    return {
        "title": _text(channel.get("title")),
        "language": _text(channel.get("language")),
        "cut": max(0, len(feed.entries) - _ENTRIES),
        "entries": [_entry(entry) for entry in feed.entries[:_ENTRIES]],
    }


def _entry(entry: Any) -> dict[str, Any]:
    contents = [item.get("value", "") for item in entry.get("content", ())]
    best = max([*contents, entry.get("summary", "")], key=len)
    source = entry.get("source")
    return {
        "title": " ".join(paragraphs_of(_text(entry.get("title")) or "")),
        "published": _text(entry.get("published")),
        "url": _text(entry.get("link")),
        "publisher": _text(source.get("title")) if isinstance(source, dict) else None,
        "paragraphs": paragraphs_of(best),
        "whole": bool(contents),
    }


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
