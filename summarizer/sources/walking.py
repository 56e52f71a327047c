"""From the sources that a user names to articles, one after the other; every source yields an article or a failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.article import Article, Failure
from summarizer.settings import Settings
from summarizer.sources.base import Origin, Reader
from summarizer.sources.plain import PLAIN

READERS: dict[str, Reader] = {
    "text": PLAIN,
}


def iter_articles(sources: Iterable[str | os.PathLike[str] | Article], settings: Settings) -> Iterator[Article | Failure]:
    """Articles and failures of all sources in order. `-` is standard input; an article that came before is a failure."""
    seen: dict[str, str] = {}
    for source in sources:
        for item in _one_source(source, settings):
            if isinstance(item, Article):
                name = item.file or item.title or item.id
                if item.id in seen:
                    yield Failure(source=name, reason=f"the same article as {seen[item.id]}; used once")
                    continue
                seen[item.id] = name
            yield item


def _one_source(source: str | os.PathLike[str] | Article, settings: Settings) -> Iterator[Article | Failure]:
    if isinstance(source, Article):
        yield source
        return
    name = os.fspath(source)
    if name == "-":
        data = sys.stdin.buffer.read(settings.max_source_bytes + 1)
        yield from read_bytes(data, Origin("standard input"), settings)
        return
    path = Path(name)
    try:
        if path.is_dir():
            yield from _folder(path, settings)
        elif not path.exists():
            yield Failure(source=name, reason="no such file or folder; check the path")
        elif not path.is_file():
            yield Failure(source=name, reason="not a regular file; give a file, a folder or - for standard input")
        else:
            yield from _file(path, settings)
    except (OSError, ValueError) as error:
        yield Failure(source=name, reason=_os_reason(error))


def _folder(folder: Path, settings: Settings) -> Iterator[Article | Failure]:
    endings = {ending for reader in READERS.values() for ending in reader.endings}
    found = False
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in endings and not name.startswith("."):
                found = True
                try:
                    yield from _file(Path(root, name), settings)
                except OSError as error:
                    yield Failure(source=str(Path(root, name)), reason=_os_reason(error))
    if not found:
        known = ", ".join(sorted(endings))
        yield Failure(source=str(folder), reason=f"no articles in this folder; it needs files that end in {known}")


def _file(path: Path, settings: Settings) -> Iterator[Article | Failure]:
    with path.open("rb") as file:
        data = file.read(settings.max_source_bytes + 1)
    yield from read_bytes(data, Origin(str(path), file=str(path)), settings)


def read_bytes(data: bytes, origin: Origin, settings: Settings) -> Iterator[Article | Failure]:
    """Articles and failures in bytes, by the first reader that knows them."""
    if len(data) > settings.max_source_bytes:
        limit = settings.max_source_bytes / 1e6
        yield Failure(source=origin.name, reason=f"larger than {limit:,.0f} MB; split it, or raise max_source_bytes")
        return
    if not data.strip():
        yield Failure(source=origin.name, reason="empty; give an article with some text")
        return
    for reader in READERS.values():
        if reader.matches(data[:65536], origin.name):
            yield from reader.read(data, origin, settings)
            return
    yield Failure(source=origin.name, reason="binary data in a format that is not known; save the document as text")


def _os_reason(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    if isinstance(error, OSError) and error.strerror:
        return f"could not be read: {error.strerror}"
    return "could not be read; check the path"
