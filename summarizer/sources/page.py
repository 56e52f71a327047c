"""HTML pages: the article without the page's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.sources.base import Context, Document, Item, Reader
from summarizer.sources.building import build_article
from summarizer.sources.cleaning import drop_boilerplate
from summarizer.sources.publication import read_published

_TAG = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|table)[\s>]")
_OTHER_XML = re.compile(rb"(?i)<(?:rss|feed|rdf:rdf|svg|nitf|newsml)[\s>]")


def _matches(document: Document) -> bool:
    if document.origin.media_type in ("text/html", "application/xhtml+xml"):
        return True
    start = document.head[:16_384].replace(b"\0", b"")  # UTF-16 without its zeros
    start = start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    return start[:1] == b"<" and bool(_TAG.search(start)) and not _OTHER_XML.search(start[:2000])


def _read(document: Document, context: Context) -> Iterator[Item]:
    origin = document.origin
    data = document.stream.take(context.settings.max_source_bytes)
    found = context.parse("page", data, {"url": origin.url, "charset": origin.charset})
    yield build_article(**page_article(found, document.values), origin=origin, settings=context.settings)


def page_article(found: dict[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Text and values for `build_article` from what the page parser found; `known` fills in what the page doesn't say."""
    body = drop_boilerplate(found["paragraphs"])
    values = {**known, **{name: found[name] for name in ("title", "publisher", "language", "url") if found[name]}}
    for raw, where in found["dates"]:
        if read_published(raw):
            values |= {"published": raw, "published_from": where}
            break
    return {"text": body.text, "values": {**values, "notes": (*found["notes"], *body.notes)}}


PAGE = Reader("html", (".html", ".htm", ".xhtml"), _matches, _read)
