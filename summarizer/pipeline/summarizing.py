"""The whole run: sources, articles, events, brief."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from summarizer.article import Failure
from summarizer.brief import BriefRequest
from summarizer.composing import BriefContext, compose_brief, say_dropped
from summarizer.composing.compose import now
from summarizer.engines.base import Engine
from summarizer.ontology import load_ontology
from summarizer.pipeline.briefs import with_changes, write_checked
from summarizer.pipeline.extracting import article_results, working_engine, working_memory
from summarizer.pipeline.judging import with_judged_conflicts
from summarizer.pipeline.reading import Source
from summarizer.pipeline.watch import Watch
from summarizer.settings import Settings
from summarizer.summary import ArticleResult, Summary

T = TypeVar("T")


async def asummarize(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    engine: Engine | None = None,
    watch: Watch | None = None,
) -> Summary:
    """Events and a verified brief of the sources. A source that fails is listed in `failures`, and the others go on.

    `engine` overrides the one that the settings choose and is left open; `watch` sees each article finish and can stop the run.
    Raises UsageError, OntologyError, StoreError, and EngineError only when the engine can't be made at all.
    """
    settings = settings or Settings.load()
    ontology = load_ontology(settings.ontology)
    results: list[ArticleResult] = []
    failures: list[Failure] = []
    async with working_memory(settings, watch) as memory, working_engine(settings, engine, watch) as working:
        memory.begin(working)
        before = working.usage
        async for item in article_results(sources, settings, ontology, working):
            if isinstance(item, Failure):
                failures.append(item)
                continue
            results.append(item)
            if item.failure is not None:
                failures.append(item.failure)
            if watch is not None:
                watch.progress(item)
        results.sort(
            key=lambda result: (result.article.published or "9999", result.article.file or "", result.article.id)
        )
        found, judged = await with_judged_conflicts(memory.find(results), working)
        memory.keep_judged(found)
        changes = memory.changes(found)
        told = found.events if changes is None else changes.news
        notes = tuple(dict.fromkeys(note for result in results for note in result.notes))
        request = BriefRequest(
            told, found.articles, settings.title or _titled(settings), settings.length, assess=settings.assess
        )
        checked, wrote = await write_checked(request, working, ontology, settings.brief_events)
        if changes is not None:
            request = replace(request, events=(*told, *changes.background))
            checked = with_changes(checked, changes, request, ontology)
        usage = working.usage - before
        rejected = tuple(draft for result in results for draft in result.rejected)
        context = BriefContext(
            as_of=now(),
            engine=working.name,
            fingerprint=working.fingerprint,
            failures=tuple(failures),
            silent=tuple(r.article for r in results if not r.mentions and r.failure is None),
            rejected_drafts=len(rejected),
            notes=(*notes, *judged, *wrote),
            since=changes.since if changes else None,
            dropped=say_dropped(changes, ontology) if changes else (),
        )
        brief = compose_brief(checked, request, context)
        memory.keep_brief(brief, found)
    return Summary(brief, found.events, found.articles, rejected, tuple(failures), notes, usage, changes)


def _titled(settings: Settings) -> str | None:
    return f"Brief: {settings.name}" if settings.name else None


def summarize(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    engine: Engine | None = None,
    watch: Watch | None = None,
) -> Summary:
    """`asummarize` for callers without an event loop, and for those inside one (a notebook), where it runs on another thread."""
    return run_now(asummarize(sources, settings=settings, engine=engine, watch=watch))


def run_now(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, for callers with or without an event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    from anyio.from_thread import start_blocking_portal

    async def awaited() -> T:
        return await work

    with start_blocking_portal() as portal:
        return portal.call(awaited)
