"""What an exporter knows beside the events: headlines of articles, the ontology, and when and under what title it writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, Protocol

from summarizer.ontology import Ontology, load_ontology


class Known(Protocol):
    """What exporters ask of an article; `Article` has it, and `Headline` holds no more than that."""

    @property
    def title(self) -> str | None:
        """Its headline."""

    @property
    def language(self) -> str | None:
        """ISO 639-1 code."""

    @property
    def text(self) -> str | None:
        """Its text as loaded, if it is still at hand."""


class Headline(NamedTuple):
    """An article's headline and language alone, for those who don't keep its text."""

    title: str | None = None
    language: str | None = None
    text: str | None = None


_NO_ARTICLES: Mapping[str, Known] = MappingProxyType({})


@dataclass(frozen=True)
class ExportContext:
    """`articles` by id, where known (it may grow while events stream by); `made` is the time of writing, now if not given.

    `title` and `link` are those of a feed, calendar or page. Columns that need what isn't here stay empty.
    """

    articles: Mapping[str, Known] = field(default_factory=lambda: _NO_ARTICLES)
    ontology: Ontology = field(default_factory=load_ontology)
    title: str = "Events"
    link: str | None = None
    made: dt.datetime | None = None

    @cached_property
    def now(self) -> dt.datetime:
        """The time of writing, in UTC, the same for the whole file."""
        made = self.made or dt.datetime.now(dt.UTC)
        return made.astimezone(dt.UTC) if made.tzinfo else made.replace(tzinfo=dt.UTC)
