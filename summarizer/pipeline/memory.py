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
from summarizer.merging import compare_events, conflicts_among, group_mentions, make_event, make_events, mark_copies
from summarizer.normalising.dates import edtf_bounds
from summarizer.pipeline.watch import Watch
from summarizer.settings import LAST, Settings
from summarizer.store import RunInfo, Store
from summarizer.summary import ArticleResult

_EARLIER = "known from an earlier run"


@dataclass(frozen=True, slots=True)
class Found:
    """A run's events, all mentions of each, and all articles that they rest on.

    `replaced` and `gone` are what the store calls so; `kept` are the events as it has them. `judged`: an engine had its say
    on their conflicts.
    """

    events: tuple[Event, ...]
    groups: tuple[tuple[Mention, ...], ...]
    articles: tuple[Article, ...]
    replaced: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kept: tuple[Event, ...] = ()
    judged: bool = False


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
        """The events of a whole run, with what is known of them where the settings ask for it."""
        articles = mark_copies([result.article for result in results])
        mentions = [mention for result in results for mention in result.mentions]
        known = {article.id: article for article in articles}
        if self._store is None:
            groups = _frozen(group_mentions(mentions, known))
            return Found(make_events(groups, known), groups, articles)
        broken = {r.article.id for r in results if r.failure is not None and self._store.articles([r.article.id])}
        sound = [article for article in articles if article.id not in broken]
        kept = self._store.remember(sound, [m for m in mentions if m.article not in broken], self._run)
        if self._settings.name is None and self._settings.since is None:
            ids = dict(zip(_keys(mentions, broken), kept.ids, strict=True))
            groups = _frozen(group_mentions(mentions, known))
            return Found(self._own_events(groups, known, ids), groups, articles, kept=kept.events)
        everything = _with_earlier(articles, kept.articles)
        return Found(kept.events, kept.groups, everything, kept.replaced, kept.gone, kept.events)

    def changes(self, found: Found) -> Changes | None:
        """What changed, where the settings ask for it: since a day, or since the last brief under the run's name."""
        since = self._settings.since
        if since not in (None, LAST):
            return self._since_day(found)
        if since is None or self._store is None:
            return None
        name = self._settings.name or ""
        last = self._store.last_brief(name)
        told = self._store.told(name, [*(event.id for event in found.events), *found.gone])
        return compare_events(told, found.events, last.as_of if last else None, frozenset(found.replaced))

    def keep_judged(self, found: Found) -> None:
        """Keep conflicts as they were judged, of events that the store knows from no more articles than the run does."""
        if self._store is None:
            return
        now = {event.id: event for event in found.events}
        changed = []
        for event in found.kept:
            this = now.get(event.id)
            if this is None or this.conflicts == event.conflicts or not _articles(event) <= _articles(this):
                continue
            judged = {"conflicts": this.conflicts, "evidence": this.evidence, "sources": this.sources}
            changed.append(event.model_copy(update=judged))
        if changed:
            self._store.put_events(changed, found.articles, self._run)

    def _own_events(
        self, groups: Sequence[Sequence[Mention]], articles: Mapping[str, Article], ids: Mapping[int, str]
    ) -> tuple[Event, ...]:
        """The run's events by themselves, under the ids that the store knows them by."""
        events, taken = [], set[str]()
        for group, event in zip(groups, make_events(groups, articles), strict=True):
            known = (ids.get(id(mention)) for mention in group)
            id_ = next((name for name in known if name is not None and name not in taken), event.id)
            taken.add(id_)
            events.append(event.model_copy(update={"id": id_}))
        return tuple(events)

    def _since_day(self, found: Found) -> Changes | None:
        """Changes against what articles published before the day of the settings tell."""
        since = self._settings.since
        bounds = edtf_bounds(since) if since is not None else None
        if bounds is None:
            return None
        articles = {article.id: article for article in found.articles}
        before = {}
        for event, group in zip(found.events, found.groups, strict=True):
            early = [m for m in group if (articles[m.article].published_on or dt.date.max) < bounds[0]]
            if early:
                before[event.id] = make_event(early, articles)
                if found.judged:
                    told = conflicts_among(event, {mention.article for mention in early})
                    before[event.id] = before[event.id].model_copy(update={"conflicts": told})
        return compare_events(before, found.events, since)

    def keep_brief(self, brief: Brief, found: Found) -> None:
        """Keep the brief, and which events it told under the run's name (or under none)."""
        if self._store is not None:
            self._store.keep_brief(self._settings.name or "", brief, found.events)


def _articles(event: Event) -> set[str]:
    return {source.article for source in event.sources}


def _frozen(groups: Sequence[Sequence[Mention]]) -> tuple[tuple[Mention, ...], ...]:
    return tuple(map(tuple, groups))


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
