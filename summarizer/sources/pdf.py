"""PDF files with text in them."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.sources.base import Context, Document, Item, Reader
from summarizer.sources.building import build_article


def _read(document: Document, context: Context) -> Iterator[Item]:
    data = document.stream.take(context.settings.max_source_bytes)
    found = context.parse("pdf", data, {})
    text, title = found["text"], (found["title"] or "").strip()
    first, _, rest = text.partition("\n\n")
    if title and rest and " ".join(first.split()).casefold() == " ".join(title.split()).casefold():
        text = rest
    values = {**document.values, "title": title or document.values.get("title"), "notes": found["notes"]}
    yield build_article(text, values, document.origin, context.settings)


PDF = Reader("pdf", (".pdf",), lambda document: b"%PDF-" in document.head[:1024], _read)
