"""What a run adds to what is known: mentions joined to known events, and what changed since the last brief or since a day."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.changes import Changes
from summarizer.composing.compose import now
from summarizer.drafts import Mention
from summarizer.engines.base import Engine
from summarizer.errors import SettingsError
from summarizer.events import Event
from summarizer.ledger import default_path
from summarizer.merging import compare_events, group_mentions, make_event, make_events, mark_copies
from summarizer.normalising.dates import edtf_bounds
from summarizer.pipeline.watch import Watch
from summarizer.settings import LAST, Settings
from summarizer.store import RunInfo, Store
from summarizer.summary import ArticleResult

_EARLIER = "known from an earlier run"


@dataclass(frozen=True, slots=True)
class Found:
    """A run's events and all articles that they rest on; `changes` where they were asked for."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    changes: Changes | None = None


class Memory:
    """The store of one run; without one it merges and compares within the run alone."""

    def __init__(self, settings: Settings, store: Store | None) -> None:
        self._settings, self._store = settings, store
        self._run = "run-" + uuid.uuid4().hex[:12]

    @classmethod
    def open(cls, settings: Settings, watch: Watch | None) -> Memory:
        """The memory that the settings ask for: a store where `store`, `name` or `since` is set. Raises StoreError, SettingsError."""
        wanted = settings.store is not None or settings.name is not None or settings.since == LAST
        if not settings.use_store or not wanted:
            if settings.since == LAST:
                raise SettingsError("what changed since the last brief needs a store", "leave out --no-store")
            return cls(settings, None)
        waiting = watch.waiting if watch is not None else lambda: None
        return cls(settings, Store.open(settings.store or default_path(), waiting))

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()

    def begin(self, engine: Engine) -> None:
        """List the run."""
        if self._store is not None:
            info = RunInfo(self._run, now(), engine.name, engine.fingerprint, self._settings.name)
            self._store.start(info)

    def keep(self, results: Sequence[ArticleResult]) -> list[ArticleResult]:
        """Keep what single articles gave; their events get the ids that the store knows them by."""
        if self._store is None:
            return list(results)
        sound = [result for result in results if result.failure is None]
        mentions = [mention for result in sound for mention in result.mentions]
        kept = self._store.remember([result.article for result in sound], mentions, self._run)
        ids = dict(zip(map(id, mentions), kept.ids, strict=True))
        return [_renamed(result, ids) for result in results]

    def find(self, results: Sequence[ArticleResult]) -> Found:
        """The events of a whole run, and what changed where the settings ask for it."""
        articles = mark_copies([result.article for result in results])
        mentions = [mention for result in results for mention in result.mentions]
        known = {article.id: article for article in articles}
        if self._store is None:
            groups = group_mentions(mentions, known)
            events = make_events(groups, known)
            return Found(events, articles, self._since_day(events, groups, known))
        broken = {r.article.id for r in results if r.failure is not None and self._store.articles([r.article.id])}
        sound = [article for article in articles if article.id not in broken]
        kept = self._store.remember(sound, [m for m in mentions if m.article not in broken], self._run)
        if self._settings.name is None and self._settings.since is None:
            return Found(
                self._own_events(mentions, known, dict(zip(_keys(mentions, broken), kept.ids, strict=True))), articles
            )
        everything = _with_earlier(articles, kept.articles)
        if self._settings.since not in (None, LAST):
            by_id = {article.id: article for article in everything}
            return Found(kept.events, everything, self._since_day(kept.events, kept.groups, by_id))
        name = self._settings.name or ""
        last = self._store.last_brief(name)
        told = self._store.told(name, [*(event.id for event in kept.events), *kept.gone])
        changes = compare_events(told, kept.events, last.as_of if last else None, frozenset(kept.replaced))
        return Found(kept.events, everything, changes if self._settings.since == LAST else None)

    def _own_events(
        self, mentions: Sequence[Mention], articles: Mapping[str, Article], ids: Mapping[int, str]
    ) -> tuple[Event, ...]:
        """The run's events by themselves, under the ids that the store knows them by."""
        events, taken = [], set[str]()
        groups = group_mentions(mentions, articles)
        for group, event in zip(groups, make_events(groups, articles), strict=True):
            known = (ids.get(id(mention)) for mention in group)
            id_ = next((name for name in known if name is not None and name not in taken), event.id)
            taken.add(id_)
            events.append(event.model_copy(update={"id": id_}))
        return tuple(events)

    def _since_day(
        self, events: Sequence[Event], groups: Sequence[Sequence[Mention]], articles: Mapping[str, Article]
    ) -> Changes | None:
        """Changes against what articles published before the day of the settings tell."""
        since = self._settings.since
        bounds = edtf_bounds(since) if since not in (None, LAST) else None
        if since is None or bounds is None:
            return None
        before = {}
        for event, group in zip(events, groups, strict=True):
            early = [m for m in group if (articles[m.article].published_on or dt.date.max) < bounds[0]]
            if early:
                before[event.id] = make_event(early, articles)
        return compare_events(before, events, since)

    def keep_brief(self, brief: Brief, found: Found) -> None:
        """Keep the brief, and which events it told under the run's name (or under none)."""
        if self._store is not None:
            self._store.keep_brief(self._settings.name or "", brief, found.events)


def _keys(mentions: Sequence[Mention], broken: set[str]) -> list[int]:
    return [id(mention) for mention in mentions if mention.article not in broken]


def _with_earlier(articles: Sequence[Article], kept: Sequence[Article]) -> tuple[Article, ...]:
    """The run's articles and, marked as such, the earlier ones that its events rest on too, in order of publication."""
    own = {article.id for article in articles}
    earlier = [a.model_copy(update={"notes": (*a.notes, _EARLIER)}) for a in kept if a.id not in own]
    return tuple(sorted((*articles, *earlier), key=lambda a: (a.published or "9999", a.file or "", a.id)))


def _renamed(result: ArticleResult, ids: Mapping[int, str]) -> ArticleResult:
    """The result, its events under the ids of the store."""
    from dataclasses import replace

    groups = group_mentions(result.mentions, {result.article.id: result.article})
    events = []
    for event, group in zip(result.events, groups, strict=True):
        id_ = next((ids[id(mention)] for mention in group if id(mention) in ids), event.id)
        events.append(event.model_copy(update={"id": id_}))
    return replace(result, events=tuple(events))
