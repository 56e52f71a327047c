"""What a reader gets and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summarizer.article import Article, Failure
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from: the name that the user will recognise, and the file or address if there is one."""

    name: str
    file: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format. `matches` looks at the first bytes and the name; `read` yields articles and failures, never raises."""

    name: str
    endings: tuple[str, ...]
    matches: Callable[[bytes, str], bool]
    read: Callable[[bytes, Origin, Settings], Iterator[Article | Failure]]
