"""RSS 2.0 and Atom feeds of events, the newest report first."""

from __future__ import annotations

import datetime as dt
import html
import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from email.utils import format_datetime
from typing import IO

from summarizer.events import Event
from summarizer.exporting.columns import speakers
from summarizer.exporting.context import ExportContext
from summarizer.exporting.saying import headline, reported, tell, web_address, web_addresses
from summarizer.renderers.display import visible

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[\ufffe\uffff]")
_NO_SITE = "about:blank"  # RSS wants an address of the channel; there may be none
_OLD = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def write_rss(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """RSS 2.0. Titles and descriptions are HTML-escaped, as readers take them for HTML."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", html.escape(visible(context.title), quote=False))
    _add(channel, "link", web_address(context.link) or _NO_SITE)
    _add(channel, "description", "Events that news articles report, with the passages that say so")
    _add(channel, "lastBuildDate", format_datetime(context.now))
    _add(channel, "generator", "summarizer")
    for event in _newest_first(events):
        item = ET.SubElement(channel, "item")
        _add(item, "title", html.escape(headline(event), quote=False))
        for address in web_addresses(event)[:1]:
            _add(item, "link", address)
        _add(item, "guid", visible(event.id), isPermaLink="false")
        if time := reported(event):
            _add(item, "pubDate", format_datetime(time))
        _add(item, "category", tell(event).type)
        _add(item, "category", event.status)
        _add(item, "description", _body(event))
    _write(root, stream)


def write_atom(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """Atom (RFC 4287). An entry without a known time of publication is dated by the time of writing, as it must have one."""
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed")
    _add_atom(root, "title", visible(context.title), type="text")
    _add_atom(root, "id", _urn(f"feed:{context.link or context.title}"))
    _add_atom(root, "updated", context.now.isoformat(timespec="seconds"))
    if link := web_address(context.link):
        _add_atom(root, "link", rel="alternate", href=link)
    _add_atom(_add_atom(root, "author"), "name", "summarizer")
    for event in _newest_first(events):
        entry = _add_atom(root, "entry")
        _add_atom(entry, "title", headline(event), type="text")
        _add_atom(entry, "id", _urn(f"event:{event.id}"))
        time = reported(event)
        _add_atom(entry, "updated", (time or context.now).isoformat(timespec="seconds"))
        if time:
            _add_atom(entry, "published", time.isoformat(timespec="seconds"))
        for at, address in enumerate(web_addresses(event)):
            _add_atom(entry, "link", rel="related" if at else "alternate", href=address)
        _add_atom(entry, "category", term=tell(event).type)
        _add_atom(entry, "category", term=event.status)
        _add_atom(entry, "content", _body(event), type="html")
    _write(root, stream)


def _newest_first(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: reported(event) or _OLD, reverse=True)


def _body(event: Event) -> str:
    """HTML in which nothing of an article is markup: what, when, who says so, the passages, the addresses."""
    told = tell(event)
    lines = [f"<p>{html.escape(headline(event))}</p>"]
    facts = [f"Status: {event.status}", f"When: {told.when}"]
    if event.attribution:
        facts.append(f"According to: {speakers(event)}")
    facts.append(f"Sources: {told.sources or 'unknown'}")
    lines.append("<p>" + "<br>".join(html.escape(visible(fact)) for fact in facts) + "</p>")
    for quote in dict.fromkeys(item.quote for item in event.evidence):
        lines.append(f"<blockquote>{html.escape(visible(quote))}</blockquote>")
    for address in web_addresses(event):
        lines.append(f'<p><a href="{html.escape(address)}">{html.escape(address)}</a></p>')
    return "".join(lines)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"summarizer:{name}").urn


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = _NO_XML.sub("", text) if text else None
    return child


def _add_atom(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    return _add(parent, f"{{{_ATOM}}}{name}", text, **attributes)


def _write(root: ET.Element, stream: IO[bytes]) -> None:
    ET.indent(root)
    stream.write(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
