"""WARC archives of crawled pages, record by record."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from typing import Any

from summarizer.article import Failure
from summarizer.errors import SourceError
from summarizer.sources.base import Context, Document, Item, Origin, Reader
from summarizer.sources.cleaning import display_name
from summarizer.sources.streams import Readable, check_ratio, read_up_to, stream_of

_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/pdf",
    "application/rss+xml",
    "application/atom+xml",
    "text/xml",
    "application/xml",
    "",
)
_SKIP = 65_536


def _read(document: Document, context: Context) -> Iterator[Item]:
    """Pages of `response` and `resource` records with status 200; images, scripts, redirects and the like are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ModuleNotFoundError:
        raise SourceError("WARC archives need warcio", 'install it with: pip install "summarizer[warc]"') from None
    logging.getLogger("warcio").addHandler(logging.NullHandler())  # else addresses go to stderr
    found = passed = 0
    try:
        clock = _Clocked(document.stream, context.settings.read_deadline)
        records = ArchiveIterator(clock)
        records.INC_RECORD = ""  # it would write the text of a damaged record to stderr
        for number, record in enumerate(records, 1):
            clock.restart()
            if record.rec_type not in ("response", "resource"):
                continue
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            media_type, charset = _content_type(record)
            if status != "200" or media_type not in _TYPES:
                passed += 1
                continue
            found += 1
            url = record.rec_headers.get_header("WARC-Target-URI")
            origin = document.origin.member(f"#{number}", url)
            limit = context.settings.max_source_bytes
            data = _content(record, limit)
            if len(data) > limit:
                yield Failure(source=origin.name, reason=f"larger than {limit / 1e6:,.0f} MB; raise max_source_bytes")
            elif data.strip():
                yield Document(Origin(origin.name, origin.file, url, charset, media_type or None), stream_of(data))
            else:
                yield Failure(source=origin.name, reason=f"an empty page ({display_name(url or 'no address')})")
            clock.restart()
    except (ArchiveLoadFailed, EOFError, ValueError, UnicodeError, AttributeError):
        raise SourceError(f"a damaged WARC archive; left unread after {found} pages", "get the file again") from None
    if records.err_count:
        reason = f"{records.err_count} records have a wrong length, so that pages may be missing; get the file again"
        yield Failure(source=document.origin.name, reason=reason)
    if not found:
        rest = f" ({passed} records are images, redirects, errors and the like)" if passed else ""
        raise SourceError(f"a WARC archive without pages{rest}", "give one with response records")


class _Clocked:
    """A stream that ends with an error when one record keeps its parser busy for too long (a header line without an end)."""

    def __init__(self, raw: Readable, seconds: float) -> None:
        self._raw = raw
        self._seconds = seconds
        self.restart()

    def restart(self) -> None:
        self._end = time.monotonic() + self._seconds

    def read(self, size: int = -1, /) -> bytes:
        if time.monotonic() > self._end:
            raise SourceError("a record that takes too long to read; left unread from there", "split the archive")
        return self._raw.read(size)


def _content(record: Any, limit: int) -> bytes:
    """The payload, decompressed, at most `limit` + 1 bytes. Raises SourceError on a bomb."""
    stream = record.content_stream()
    data = read_up_to(stream, limit + 1)
    if len(data) > limit:
        length = int(record.length or 0)
        beyond = len(data)
        while piece := stream.read(_SKIP):
            beyond += len(piece)
            check_ratio(length, beyond)
    return data


def _content_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    _, _, charset = parameters.lower().partition("charset=")
    return kind.strip().lower(), charset.strip(" \"';") or None


WARC = Reader("warc", (".warc",), lambda document: document.head.startswith(b"WARC/"), _read)
