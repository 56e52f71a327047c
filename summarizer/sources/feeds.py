"""RSS and Atom feeds: each entry is an article, in its own words or, with `fetch`, in those of the page it links to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.article import Failure
from summarizer.errors import SourceError
from summarizer.sources.base import Context, Document, Item, Link, Reader
from summarizer.sources.building import build_article, web_address
from summarizer.sources.cleaning import drop_boilerplate

_ROOT = re.compile(
    rb"(?is)^.{0,20}(?:<\?xml.{0,500}?\?>|<!--.{0,2000}?-->|<\?.{0,300}?\?>|<!DOCTYPE[^>\[]{0,300}(?:\[.{0,20000}?\]\s*)?>|\s)*<(?:rss|feed|rdf:RDF)[\s>]"
)


def _matches(document: Document) -> bool:
    return bool(_ROOT.match(document.head.replace(b"\0", b"")[:32_768]))


def _read(document: Document, context: Context) -> Iterator[Item]:
    settings, origin = context.settings, document.origin
    feed = context.parse("feed", document.stream.take(settings.max_source_bytes), {})
    if not feed["entries"]:
        yield Failure(source=origin.name, reason="a feed without entries; look again later")
    if feed["cut"]:
        yield Failure(source=origin.name, reason=f"the last {feed['cut']} entries of this feed were left out; split it")
    for number, entry in enumerate(feed["entries"], 1):
        body = drop_boilerplate(entry["paragraphs"])
        notes = (
            body.notes
            if entry["whole"]
            else (*body.notes, "only what the feed gives, often a summary; `--fetch` gets the page")
        )
        values = {
            "title": entry["title"],
            "published": entry["published"],
            "publisher": entry["publisher"] or feed["title"],
            "url": entry["url"],
            "language": feed["language"],
        }
        own = origin.member(f"#{number}")
        article: Item
        try:
            article = build_article(body.text, {**values, "notes": notes}, own, settings)
        except SourceError as error:
            article = Failure(
                source=own.name, reason=f"{error}; `--fetch` gets the page" if not settings.fetch else str(error)
            )
        address = web_address(entry["url"])
        if settings.fetch and address:
            yield Link(address, values, article)
        else:
            yield article


FEED = Reader("feed", (".rss", ".atom", ".xml"), _matches, _read)
