"""The order of the stages: sources, articles, chunks, drafts, mentions, events, brief. Nothing else knows it."""

from __future__ import annotations

import asyncio
import os
import queue
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from os import PathLike
from typing import Any, TypeVar

from summarizer.article import Article, Failure
from summarizer.brief import BriefRequest, CheckedBrief, CheckedThread, SentenceDraft, Statement, Withheld
from summarizer.chunking import Chunk, chunk_article
from summarizer.composing import BriefContext, complete_draft, compose_brief
from summarizer.composing.compose import now
from summarizer.drafts import Mention, Rejected
from summarizer.engines import choose_engine, make_engine, open_ledger
from summarizer.engines.base import Engine
from summarizer.errors import AuthenticationFailed, BudgetExhausted, EngineError, QuotaExhausted, UsageError
from summarizer.grounding import ground_events
from summarizer.merging import mark_copies, merge_mentions
from summarizer.ontology import Ontology, load_ontology
from summarizer.settings import Settings
from summarizer.sources import iter_articles
from summarizer.summary import ArticleResult, Summary
from summarizer.usage import Usage
from summarizer.verifying import verify_brief, verify_sentence

Source = str | PathLike[str] | Article
T = TypeVar("T")
_WHOLE = 10**9


class Watch:
    """Follows a run from outside: `progress` is called as each article finishes; `stop`, from any thread, ends it early.

    After `stop` no further call is made; what is under way is waited for and kept, and the rest is listed as failed.
    """

    def __init__(self, progress: Callable[[ArticleResult], None] = lambda _result: None) -> None:
        self.progress = progress
        self._engine: Engine | None = None
        self._stopped = False

    def follow(self, engine: Engine) -> None:
        """Tell which engine works (called by the pipeline)."""
        self._engine = engine
        if self._stopped:
            engine.drain()

    def stop(self) -> None:
        """Start no further calls."""
        self._stopped = True
        if self._engine is not None:
            self._engine.drain()


_CAST = 40
_SUSPICIOUS = 2  # events of the rules that make an empty answer of a model worth a look


def load_articles(
    sources: Iterable[Source], settings: Settings | None = None
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """Articles of the sources, and what could not be read."""
    items = list(iter_articles(_sources(sources), settings or Settings.load()))
    return tuple(i for i in items if isinstance(i, Article)), tuple(i for i in items if isinstance(i, Failure))


async def asummarize(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    engine: Engine | None = None,
    watch: Watch | None = None,
) -> Summary:
    """Events and a verified brief of the sources. A source that fails is listed in `failures`, and the others go on.

    `engine` overrides the one that the settings choose and is left open; `watch` sees each article finish and can stop the run.
    Raises UsageError, OntologyError, and EngineError only when the engine can't be made at all.
    """
    settings = settings or Settings.load()
    ontology = load_ontology(settings.ontology)
    results: list[ArticleResult] = []
    failures: list[Failure] = []
    async with _engine(settings, engine, watch) as working:
        before = working.usage
        async for item in _results(sources, settings, ontology, working):
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
        articles = mark_copies([result.article for result in results])
        mentions = [mention for result in results for mention in result.mentions]
        events = merge_mentions(mentions, articles)
        notes = tuple(dict.fromkeys(note for result in results for note in result.notes))
        request = BriefRequest(events, articles, settings.title, settings.length)
        checked, wrote = await _write(request, working, ontology)
        usage = working.usage - before
    rejected = tuple(draft for result in results for draft in result.rejected)
    context = BriefContext(
        as_of=now(),
        engine=working.name,
        fingerprint=working.fingerprint,
        failures=tuple(failures),
        silent=tuple(r.article for r in results if not r.mentions and r.failure is None),
        rejected_drafts=len(rejected),
        notes=(*notes, *wrote),
    )
    brief = compose_brief(checked, request, context)
    return Summary(brief, events, articles, rejected, tuple(failures), notes, usage)


def summarize(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    engine: Engine | None = None,
    watch: Watch | None = None,
) -> Summary:
    """`asummarize` for callers without an event loop, and for those inside one (a notebook), where it runs on another thread."""
    return _run(asummarize(sources, settings=settings, engine=engine, watch=watch))


def extract(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    engine: Engine | None = None,
    watch: Watch | None = None,
) -> Iterator[ArticleResult | Failure]:
    """Results article by article as they finish, in flat memory; a source that can't be read is yielded as a Failure.

    Closing the iterator early stops the work. Raises what `asummarize` raises.
    """
    settings = settings or Settings.load()
    ontology = load_ontology(settings.ontology)
    ready: queue.Queue[ArticleResult | Failure | BaseException | None] = queue.Queue(maxsize=2 * settings.concurrency)
    stopped = threading.Event()

    def put(item: ArticleResult | Failure | BaseException | None) -> None:
        while not stopped.is_set():
            with suppress(queue.Full):
                ready.put(item, timeout=0.1)
                return

    tasks: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = []

    async def work() -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.append((asyncio.get_running_loop(), task))
        async with _engine(settings, engine, watch) as working:
            async for item in _results(sources, settings, ontology, working):
                if watch is not None and isinstance(item, ArticleResult):
                    watch.progress(item)
                if ready.full():
                    await asyncio.to_thread(put, item)
                else:
                    put(item)
                if stopped.is_set():
                    return

    def run() -> None:
        try:
            asyncio.run(work())
        except BaseException as error:  # handed to the caller's thread, which raises it
            put(error)
        else:
            put(None)

    worker = threading.Thread(target=run, name="summarizer-extract", daemon=True)
    worker.start()
    try:
        while (item := ready.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stopped.set()
        for loop, task in tasks:
            with suppress(RuntimeError):  # the loop has ended by itself
                loop.call_soon_threadsafe(task.cancel)
        worker.join()


@dataclass(frozen=True, slots=True)
class RunEstimate:
    """What a run would send: calls, tokens, cost in USD (None when the price is unknown), and calls that are answered already."""

    calls: int = 0
    prompt_tokens: int = 0
    answer_tokens: int = 0
    cost: float | None = 0.0
    known: int = 0
    failures: tuple[Failure, ...] = ()


def estimate_run(sources: Iterable[Source], *, settings: Settings | None = None, brief: bool = True) -> RunEstimate:
    """Calls, tokens and cost of a run, without sending anything; the rules cost nothing. Raises UsageError, StoreError."""
    settings = settings or Settings.load()
    articles, failures = load_articles(sources, settings)
    if choose_engine(settings).engine == "rules":
        return RunEstimate(failures=failures)
    from summarizer.engines.llm.estimate import estimate

    ledger = open_ledger(settings)
    try:
        chunks = [chunk for article in articles for chunk in chunk_article(article, settings.max_chunk_tokens)]
        found = estimate(chunks, settings, ledger, brief)
    finally:
        if ledger is not None:
            ledger.close()
    return RunEstimate(found.calls, found.prompt_tokens, found.answer_tokens, found.cost, found.known, failures)


def _sources(sources: Iterable[Source]) -> list[Source]:
    items: list[Source] = [sources] if isinstance(sources, str | PathLike | Article) else list(sources)
    if not items:
        raise UsageError("no sources", "give files, folders, articles or - for standard input")
    return items


def _run(work: Coroutine[Any, Any, T]) -> T:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    from anyio.from_thread import start_blocking_portal

    async def awaited() -> T:
        return await work

    with start_blocking_portal() as portal:
        return portal.call(awaited)


@asynccontextmanager
async def _engine(settings: Settings, given: Engine | None, watch: Watch | None) -> AsyncIterator[Engine]:
    """The engine that works; one made here is closed here, with its ledger."""
    ledger = open_ledger(settings) if given is None else None
    engine = given or make_engine(settings, ledger)
    if watch is not None:
        watch.follow(engine)
    try:
        yield engine
    finally:
        if given is None:
            await engine.aclose()
        if ledger is not None:
            ledger.close()


async def _results(
    sources: Iterable[Source], settings: Settings, ontology: Ontology, engine: Engine
) -> AsyncIterator[ArticleResult | Failure]:
    """Results as they finish, with at most `settings.concurrency` articles in work and no more read ahead."""
    width = settings.concurrency if choose_engine(settings).engine != "rules" else 1
    stop: list[EngineError] = []
    running: set[asyncio.Task[ArticleResult]] = set()
    try:
        for item in iter_articles(_sources(sources), settings):
            if isinstance(item, Failure):
                yield item
                continue
            if width == 1:
                yield await _article(item, settings, ontology, engine, stop)
                continue
            running.add(asyncio.create_task(_article(item, settings, ontology, engine, stop)))
            if len(running) >= width:
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    yield task.result()
        while running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield task.result()
    finally:
        for task in running:
            task.cancel()


@dataclass(slots=True)
class _Tally:
    """What one article has brought so far."""

    mentions: list[Mention]
    rejected: list[Rejected]
    notes: list[str]
    usage: Usage


async def _article(
    article: Article, settings: Settings, ontology: Ontology, engine: Engine, stop: list[EngineError]
) -> ArticleResult:
    """One article through the engine, chunk by chunk; a chunk that fails leaves what the others gave."""
    tokens = settings.max_chunk_tokens if engine.name != "rules" else _WHOLE
    chunks = chunk_article(article, tokens)
    tally = _Tally([], [], [], Usage())
    problems: list[str] = []
    for at, chunk in enumerate(chunks, 1):
        try:
            if stop:
                raise stop[0]
            cast = tuple(dict.fromkeys(p.name for m in tally.mentions for p in (*m.actors, *m.recipients)))[:_CAST]
            await _chunk(replace(chunk, cast=cast) if at > 1 else chunk, ontology, engine, tally)
        except EngineError as error:
            if isinstance(error, AuthenticationFailed | QuotaExhausted | BudgetExhausted):
                stop[:] = stop or [error]  # no later call can fare better
            problems.append(f"part {at} of {len(chunks)}: {error}" if len(chunks) > 1 else str(error))
        except Exception as error:
            if os.environ.get("SUMMARIZER_DEBUG"):
                raise
            problems.append(f"internal error {type(error).__name__}; SUMMARIZER_DEBUG=1 shows where, please report it")
    if engine.name != "rules" and chunks and not (problems or tally.mentions or tally.rejected):
        tally.notes += await _suppressed(article, ontology)
    name = article.file or article.title or article.id
    failure = Failure(source=name, reason="; ".join(dict.fromkeys(problems))) if problems else None
    return ArticleResult(
        article=article,
        events=merge_mentions(tally.mentions, [article]),
        mentions=tuple(tally.mentions),
        rejected=tuple(tally.rejected),
        notes=tuple(f"{name}: {note}" for note in tally.notes),
        failure=failure,
        usage=tally.usage,
    )


async def _suppressed(article: Article, ontology: Ontology) -> tuple[str, ...]:
    """A note when a model saw nothing in an article in which the rules see events: a text can talk a model into silence."""
    from summarizer.engines.rules.engine import RulesEngine

    rules = RulesEngine(ontology)
    found = 0
    for chunk in chunk_article(article, _WHOLE):
        drafts = (await rules.extract_events(chunk)).drafts
        found += len(ground_events(drafts, chunk, ontology, rules.name, final=True).mentions)
    if found < _SUSPICIOUS:
        return ()
    return (f"the model found no event, the built-in rules found {found}; look at the article itself",)


async def _chunk(chunk: Chunk, ontology: Ontology, engine: Engine, tally: _Tally) -> None:
    """Drafts of a chunk, grounded; what is rejected goes back to the engine once."""
    extraction = await engine.extract_events(chunk)
    tally.usage += extraction.usage
    tally.notes += extraction.notes
    grounded = ground_events(extraction.drafts, chunk, ontology, engine.name)
    tally.mentions += grounded.mentions
    tally.notes += grounded.notes
    if not grounded.rejected:
        return
    try:
        revision = await engine.revise_events(chunk, grounded.rejected)
    except EngineError as error:
        tally.notes.append(f"{len(grounded.rejected)} rejected events could not be asked again: {error}")
        drafts = tuple(item.draft for item in grounded.rejected)
    else:
        tally.usage += revision.usage
        tally.notes += revision.notes
        drafts = revision.drafts or tuple(item.draft for item in grounded.rejected)
    second = ground_events(drafts, chunk, ontology, engine.name, final=True)
    tally.mentions += second.mentions
    tally.rejected += second.rejected
    tally.notes += second.notes


async def _write(request: BriefRequest, engine: Engine, ontology: Ontology) -> tuple[CheckedBrief, tuple[str, ...]]:
    """The brief's sentences, checked, and notes; those that fail go back to the engine once, then are withheld."""
    notes: list[str] = []
    if not request.events:
        return CheckedBrief(), ()
    try:
        draft = await engine.write_brief(request)
        notes += draft.notes
    except EngineError as error:
        from summarizer.engines.rules.writing import write_brief

        notes.append(f"the model wrote no brief ({error}); it was written by the rules from its events")
        draft = write_brief(request, ontology)
    checked = verify_brief(complete_draft(draft, request, ontology), request)
    asked = [item for item in checked.withheld if item.section not in ("timeline", "conflicts")]
    if not asked:
        return checked, tuple(notes)
    try:
        revised = await engine.revise_sentences(request, asked)
    except EngineError as error:
        notes.append(f"{len(asked)} withheld sentences could not be asked again: {error}")
        return checked, tuple(notes)
    return _with_revised(checked, asked, revised, request), tuple(notes)


def _with_revised(
    checked: CheckedBrief, asked: list[Withheld], revised: tuple[SentenceDraft | None, ...], request: BriefRequest
) -> CheckedBrief:
    """Put back the revised sentences that now hold, at the end of their section."""
    placed: dict[str, list[Statement]] = {}
    still: list[Withheld] = [item for item in checked.withheld if item not in asked]
    for item, draft in zip(asked, [*revised, *[None] * (len(asked) - len(revised))], strict=False):
        result = verify_sentence(draft, item.section, request) if draft is not None else item
        if isinstance(result, Withheld):
            still.append(replace(result, sentence=item.sentence) if draft is None else result)
        else:
            placed.setdefault(item.section, []).append(result)

    def thread_of(statement: Statement) -> int:
        for at, thread in enumerate(checked.threads):
            if any(set(statement.events) & set(entry.events) for entry in thread.timeline):
                return at
        return 0

    threads: list[CheckedThread] = list(checked.threads)
    for statement in placed.get("happened", ()):
        at = thread_of(statement)
        threads[at] = replace(threads[at], happened=(*threads[at].happened, statement))
    for statement in placed.get("claims", ()):
        at = thread_of(statement)
        threads[at] = replace(threads[at], claims=(*threads[at].claims, statement))
    return CheckedBrief(
        (*checked.bottom_line, *placed.get("bottom_line", ())),
        (*checked.key_points, *placed.get("key_points", ())),
        tuple(threads),
        tuple(still),
    )
