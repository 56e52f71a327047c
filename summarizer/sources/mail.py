"""Mails (eml), mailboxes (mbox) and pages saved as MHTML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from summarizer.sources.base import Context, Document, Item, Reader
from summarizer.sources.building import build_article
from summarizer.sources.cleaning import drop_boilerplate
from summarizer.sources.page import page_article
from summarizer.sources.streams import stream_of

_HEADERS = (
    rb"(?:From|To|Received|Return-Path|Delivered-To|Date|Message-I[dD]|MIME-Version|Subject|X-[\w-]+|DKIM-Signature"
    rb"|Reply-To|Content-Type|List-[\w-]+|Authentication-Results|ARC-[\w-]+)"
)
_MAIL = re.compile(rb"^" + _HEADERS + rb":[^\n]*\n(?:[ \t][^\n]*\n|[\w-]+:[^\n]*\n)*?" + _HEADERS + rb":[^\n]*\n", re.I)
_BOX = re.compile(rb"^From \S+.*\n(?:>?[\w-]+:|\r?\n)")
_FIRST = re.compile(rb"^From \S+ .{0,60}\d{4}\s*$")
_REPLY = re.compile(r"(?m)^--[ ]?\n.*\Z", re.S)


def _is_mail(document: Document) -> bool:
    return bool(_MAIL.match(document.head))


def _read_mail(document: Document, context: Context) -> Iterator[Item]:
    settings, origin = context.settings, document.origin
    found = context.parse("mail", document.stream.take(settings.max_source_bytes), {})
    if found["saved_page"] and found["html"]:
        page = context.parse(
            "page", found["html"].encode("utf-8", "replace"), {"url": found["url"], "charset": "utf-8"}
        )
        whole = page_article(page, document.values)
        whole["values"].setdefault("url", found["url"])
        yield build_article(**whole, origin=origin, settings=settings)
        return
    values = {name: found[name] for name in ("title", "published", "publisher")}
    plain, html = found["text"], found["html"]
    paragraphs = context.parse("fragment", html.encode("utf-8", "replace"), {}) if html else []
    if plain and len(plain) * 2 > sum(map(len, paragraphs)):
        paragraphs = re.split(r"\n[ \t]*\n", _REPLY.sub("", plain.replace("\r\n", "\n")))
    body = drop_boilerplate([line for piece in paragraphs if (line := " ".join(piece.split()))])
    yield build_article(body.text, {**values, "notes": body.notes}, origin, settings)


def _read_box(document: Document, context: Context) -> Iterator[Item]:
    """Messages one by one; each is at most as large as a source may be."""
    limit = context.settings.max_source_bytes
    lines: io.BufferedReader = document.stream.lines()
    message = bytearray()
    number, blank = 0, True
    while line := lines.readline(1_000_000):
        if blank and line.startswith(b"From ") and (number == 0 or _FIRST.match(line)):
            if number:
                yield Document(document.origin.member(f"#{number}"), stream_of(bytes(message)))
            message.clear()
            number += 1
            continue
        if len(message) <= limit:
            message += line
        blank = not line.strip()
    if number:
        yield Document(document.origin.member(f"#{number}"), stream_of(bytes(message)))


MAIL = Reader("mail", (".eml", ".mht", ".mhtml"), _is_mail, _read_mail)
MAILBOX = Reader("mailbox", (".mbox",), lambda document: bool(_BOX.match(document.head)), _read_box)
