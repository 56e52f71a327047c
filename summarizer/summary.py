"""What a run gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.article import Article, Failure
from summarizer.brief import Brief
from summarizer.changes import Changes
from summarizer.drafts import Mention, Rejected
from summarizer.events import Event
from summarizer.usage import Usage


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """One article and what came of it: its events, what was rejected, notes, and why it failed if it did."""

    article: Article
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    failure: Failure | None = None
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a run found. Each source is either among `articles` or among `failures`.

    `changes`: what changed since the last brief or a day, where the settings asked for it. `articles` then has earlier ones too,
    on which events rest.
    """

    brief: Brief
    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    changes: Changes | None = None
