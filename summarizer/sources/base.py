"""What a reader gets and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from summarizer.article import Article, Failure
from summarizer.settings import Settings
from summarizer.sources.streams import Stream


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from: the name that the user will recognise, the file or address if there is one, and what the
    carrier (HTTP, MIME) says about encoding and type."""

    name: str
    file: str | None = None
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None

    @property
    def ending(self) -> str:
        """The ending of the name in lower case, with its dot, or an empty string."""
        return PurePosixPath(self.name.split("?", 1)[0].split("#", 1)[0]).suffix.lower()

    def member(self, name: str, url: str | None = None) -> Origin:
        """The origin of something inside: `archive.zip/page.html`, or `news.jsonl#12` for the twelfth."""
        joined = name if name.startswith("#") else f"/{name}"
        return Origin(self.name + joined, self.file + joined if self.file else None, url)


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes to be read once, and in `values` what their container knows of them: used where they don't say it themselves."""

    origin: Origin
    stream: Stream
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.stream.head


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a feed gives for the full text; `instead` is used when it can't be fetched."""

    url: str
    values: Mapping[str, Any]
    instead: Article | Failure


Item = Article | Failure | Document | Link


@dataclass(frozen=True, slots=True)
class Context:
    """What readers may use: settings, and `parse(job, data, options)`, which runs a parser in a limited process."""

    settings: Settings
    parse: Callable[[str, bytes, Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format. `matches` looks at the beginning and the name; `read` yields articles and failures, and documents
    that were inside; it may raise SourceError. `endings` are those looked for in folders."""

    name: str
    endings: tuple[str, ...]
    matches: Callable[[Document], bool]
    read: Callable[[Document, Context], Iterator[Item]]
