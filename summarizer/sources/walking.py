"""From the sources that a user names to articles, one after the other; every source yields an article or a failure."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.article import Article, Failure
from summarizer.errors import SourceError, UsageError
from summarizer.settings import Settings
from summarizer.sources.archives import GZIP, ZIP
from summarizer.sources.base import Context, Document, Item, Link, Origin, Reader
from summarizer.sources.cleaning import display_name
from summarizer.sources.feeds import FEED
from summarizer.sources.fetching import Client
from summarizer.sources.json_lines import JSON_LINES
from summarizer.sources.kinds import unread_kind
from summarizer.sources.mail import MAIL, MAILBOX
from summarizer.sources.page import PAGE
from summarizer.sources.pdf import PDF
from summarizer.sources.plain import PLAIN
from summarizer.sources.streams import Stream, stream_of
from summarizer.sources.tables import TABLE
from summarizer.sources.warc import WARC
from summarizer.sources.worker import TooMuch, Worker

Source = str | os.PathLike[str] | Article

# Tried in this order: what is sure by its first bytes before what is only likely.
READERS: dict[str, Reader] = {
    reader.name: reader for reader in (GZIP, ZIP, WARC, PDF, FEED, PAGE, MAILBOX, MAIL, JSON_LINES, TABLE, PLAIN)
}
_DEPTH = 4  # archives in archives
_SLOW = 3  # documents of one source that may run into the limits of time and memory before the rest is left unread
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:(?!\\)")
_DOCUMENTS = frozenset(
    (".docx", ".doc", ".odt", ".rtf", ".epub")
)  # looked at in folders, to say that they can't be read


@dataclass(frozen=True, slots=True)
class Found:
    """What a source gave, and the readers that it went through, outermost first."""

    item: Article | Failure
    source: str
    readers: tuple[str, ...] = ()


def iter_articles(sources: Iterable[Source], settings: Settings) -> Iterator[Article | Failure]:
    """Articles and failures of all sources in order. `-` is standard input, `http(s)://…` is fetched.

    An article that came before is a failure. Raises UsageError for settings that can't be meant.
    """
    seen: dict[str, str] = {}
    for found in iter_found(sources, settings):
        item = found.item
        if isinstance(item, Article):
            name = item.file or item.title or item.id
            if item.id in seen:
                yield Failure(source=name, reason=f"the same article as {seen[item.id]}; used once")
                continue
            seen[item.id] = name
        yield item


def iter_found(sources: Iterable[Source], settings: Settings) -> Iterator[Found]:
    """What `iter_articles` is made of, repeated articles included."""
    with Worker(settings.read_deadline) as worker:
        client: list[Client] = []
        for source in sources:
            if isinstance(source, Article):
                yield Found(source, source.file or source.title or source.id, ("given",))
            else:
                yield from _Walk(settings, worker, client).source(os.fspath(source))


class _Walk:
    """One source, opened as deep as it goes."""

    def __init__(self, settings: Settings, worker: Worker, client: list[Client]) -> None:
        self._settings = settings
        self._worker = worker
        self._client = client
        self._slow = 0

    def source(self, name: str) -> Iterator[Found]:
        """Articles and failures of a path, an address or `-`."""
        shown = display_name(name)
        try:
            if name == "-":
                yield from self._open(Document(Origin("standard input"), Stream(sys.stdin.buffer)))
            elif _SCHEME.match(name) and not os.path.exists(name):
                yield from self._fetched(name)
            elif os.path.isdir(name):
                yield from self._folder(Path(name))
            elif not os.path.exists(name):
                yield Found(Failure(source=shown, reason="no such file or folder; check the path"), shown)
            elif not os.path.isfile(name):
                reason = "not a regular file; give a file, a folder or - for standard input"
                yield Found(Failure(source=shown, reason=reason), shown)
            else:
                yield from self._file(Path(name))
        except (OSError, ValueError) as error:
            yield Found(Failure(source=shown, reason=_os_reason(error)), shown)

    def _folder(self, folder: Path) -> Iterator[Found]:
        endings = {ending for reader in READERS.values() for ending in reader.endings} | _DOCUMENTS
        found = False
        for root, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if Path(name).suffix.lower() in endings and not name.startswith("."):
                    found = True
                    path = Path(root, name)
                    try:
                        yield from self._file(path)
                    except OSError as error:
                        shown = display_name(str(path))
                        yield Found(Failure(source=shown, reason=_os_reason(error)), shown)
        if not found:
            known = ", ".join(sorted(endings - _DOCUMENTS))
            shown = display_name(str(folder))
            yield Found(
                Failure(source=shown, reason=f"no articles in this folder; it needs files that end in {known}"), shown
            )

    def _file(self, path: Path) -> Iterator[Found]:
        shown = display_name(str(path))
        with path.open("rb") as file:
            yield from self._open(Document(Origin(shown, file=shown), Stream(file)))

    def _fetched(self, url: str) -> Iterator[Found]:
        try:
            document = self._get(url, {})
        except SourceError as error:
            yield Found(Failure(source=display_name(url), reason=str(error)), display_name(url))
            return
        yield from self._open(document)

    def _get(self, url: str, values: Mapping[str, Any]) -> Document:
        if not self._client:
            self._client.append(Client(self._settings))
        page = self._client[0].get(url)
        origin = Origin(display_name(url), url=page.url, charset=page.charset, media_type=page.media_type)
        return Document(origin, stream_of(page.body), values)

    def _parse(self, job: str, data: bytes, options: Mapping[str, Any]) -> Any:
        if self._slow >= _SLOW:
            raise SourceError(
                f"not read: {_SLOW} documents of this source took too much time or memory", "give it apart"
            )
        try:
            return self._worker.parse(job, data, options)
        except TooMuch:
            self._slow += 1
            raise

    def _open(self, document: Document, depth: int = 0) -> Iterator[Found]:
        name = document.origin.name
        if depth > _DEPTH:
            yield Found(Failure(source=name, reason="packed too deeply, archive in archive; unpack it yourself"), name)
            return
        try:
            reader = choose_reader(document)
        except (SourceError, OSError) as error:
            yield Found(Failure(source=name, reason=_reason(error)), name)
            return
        for item in _guarded(reader, document, Context(self._settings, self._parse)):
            if isinstance(item, Article | Failure):
                yield Found(item, item.source if isinstance(item, Failure) else name, (reader.name,))
                continue
            for found in self._linked(item) if isinstance(item, Link) else self._open(item, depth + 1):
                yield replace(found, readers=(reader.name, *found.readers))

    def _linked(self, link: Link) -> Iterator[Found]:
        """The page that a feed links to; what the feed itself gives when the page can't be had or read."""
        problem = ""
        try:
            for found in self._open(self._get(link.url, link.values), _DEPTH):
                if isinstance(found.item, Article):
                    yield found
                    return
                problem = found.item.reason
        except SourceError as error:
            problem = str(error)
        instead = link.instead
        if isinstance(instead, Article):
            note = f"the page could not be had ({problem}); this is the feed's own text"
            yield Found(instead.model_copy(update={"notes": (*instead.notes, note)}), instead.file or link.url)
        else:
            yield Found(Failure(source=instead.source, reason=problem), instead.source)


def choose_reader(document: Document) -> Reader:
    """The first reader that knows the document. Raises SourceError when there is none."""
    if not document.head.strip():
        document.stream.read(1)  # the damage that left nothing, if there is any
        raise SourceError("empty", "give an article with some text")
    unread = unread_kind(document.head)
    if unread:
        raise SourceError(*unread)
    for reader in READERS.values():
        if reader.matches(document):
            return reader
    raise SourceError("binary data in a format that is not known", "save the document as text")


def _guarded(reader: Reader, document: Document, context: Context) -> Iterator[Item]:
    """What a reader yields; what it raises becomes a failure."""
    try:
        yield from reader.read(document, context)
    except UsageError:
        raise
    except Exception as error:  # one source must never end the run, whatever its bytes provoke
        if os.environ.get("SUMMARIZER_DEBUG") and not isinstance(error, SourceError | OSError | MemoryError):
            raise
        yield Failure(source=document.origin.name, reason=_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, SourceError):
        return str(error)
    if isinstance(error, OSError):
        return _os_reason(error)
    if isinstance(error, MemoryError):
        return "takes more memory than there is; split it"
    return f"damaged, or written in a way that can't be read ({type(error).__name__}); save it as plain text"


def _os_reason(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    if isinstance(error, OSError) and error.strerror:
        return f"could not be read: {error.strerror}"
    return "could not be read; check the path"
