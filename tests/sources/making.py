"""Small files of each format, made by hand, so that tests show what is in them."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from pathlib import Path

from summarizer.article import Article, Failure
from summarizer.settings import Settings
from summarizer.sources import iter_articles

LEAD = "Corvia expelled two Ladonian diplomats on Tuesday, its foreign ministry said."
SECOND = "Ladonia’s government called the expulsion groundless and promised an answer within a week of talks."
TEXT = f"{LEAD}\n\n{SECOND}"


def load(*sources: str | Path, settings: Settings | None = None) -> list[Article | Failure]:
    return list(iter_articles(sources, settings or Settings()))


def one(*sources: str | Path, settings: Settings | None = None) -> Article:
    (item,) = load(*sources, settings=settings)
    assert isinstance(item, Article), item
    return item


def failure(*sources: str | Path, settings: Settings | None = None) -> Failure:
    (item,) = load(*sources, settings=settings)
    assert isinstance(item, Failure), item
    assert "\n" not in item.reason + item.source
    return item


def page(paragraphs: Iterable[str], title: str = "Two diplomats told to go", head: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    article = f"<article><h1>{title}</h1>{body}</article>"
    return f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>{article}</body></html>'


def pdf(pages: Sequence[Sequence[str]], title: str | None = None) -> bytes:
    """A PDF with one line of text after the other, in Helvetica and Windows-1252; a blank line is a gap."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = b"\n".join(
            b"("
            + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj T*"
            for line in lines
        )
        content = b"BT /F1 11 Tf 14 TL 72 760 Td\n" + shown + b"\nET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    info = b""
    if title:
        objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
        info = b" /Info %d 0 R" % len(objects)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, info, start)
    return bytes(out)


def mail(text: str | None = None, html: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    defaults = {
        "From": "Corvia Wire <news@corviawire.example>",
        "To": "reader@example.org",
        "Subject": "Two diplomats told to go",
        "Date": "Wed, 12 Apr 2023 08:30:00 +0200",
    }
    for name, value in {**defaults, **headers}.items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def warc(
    pages: Iterable[tuple[str, bytes]], content_type: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """A WARC.gz with one response record a page, each a gzip member of its own, as crawlers write them."""
    out = io.BytesIO()
    for url, body in pages:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-04-12T10:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 6))
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def json_lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def feed(entries: str, title: str = "Corvia Wire") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>https://corviawire.example/</link><language>en-gb</language>{entries}</channel></rss>"
    )
