"""Results article by article, in flat memory."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from summarizer.article import Failure
from summarizer.engines import choose_engine, make_engine, open_ledger
from summarizer.engines.base import Engine
from summarizer.errors import EngineError
from summarizer.ontology import Ontology, load_ontology
from summarizer.pipeline.articles import code_article
from summarizer.pipeline.memory import Memory
from summarizer.pipeline.reading import Source, given_sources
from summarizer.pipeline.watch import Watch
from summarizer.settings import Settings
from summarizer.sources import iter_articles
from summarizer.summary import ArticleResult

_BATCH = 25  # articles that are kept by one transaction
_PIECE = 0.5  # seconds of one wait
_Item = ArticleResult | Failure | BaseException | None


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
    memory = Memory.open(settings, watch)
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
        async with working_engine(settings, engine, watch) as working:
            memory.begin(working)
            async for item in article_results(sources, settings, ontology, working):
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
        ended = False
        while not ended:
            batch = [_awaited(ready)]
            while len(batch) < _BATCH and not ready.empty():
                batch.append(ready.get())
            ended = batch[-1] is None
            yield from _kept(batch, memory)
    finally:
        stopped.set()
        for loop, task in tasks:
            with suppress(RuntimeError):  # the loop has ended by itself
                loop.call_soon_threadsafe(task.cancel)
        worker.join()
        memory.close()


def _awaited(ready: queue.Queue[_Item]) -> _Item:
    """The next item. The wait is cut into pieces: a signal that comes just before a wait begins is heard when it ends."""
    while True:
        with suppress(queue.Empty):
            return ready.get(timeout=_PIECE)


def _kept(batch: Sequence[_Item], memory: Memory) -> Iterator[ArticleResult | Failure]:
    """What is there, in its order, once it is kept; an error is raised after what came before it."""
    results = memory.keep([item for item in batch if isinstance(item, ArticleResult)])
    left = iter(results)
    for item in batch:
        if isinstance(item, ArticleResult):
            yield next(left)
        elif isinstance(item, Failure):
            yield item
        elif item is not None:
            raise item


@asynccontextmanager
async def working_memory(settings: Settings, watch: Watch | None) -> AsyncIterator[Memory]:
    """The memory of a run, closed at its end."""
    memory = Memory.open(settings, watch)
    try:
        yield memory
    finally:
        memory.close()


@asynccontextmanager
async def working_engine(settings: Settings, given: Engine | None, watch: Watch | None) -> AsyncIterator[Engine]:
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


async def article_results(
    sources: Iterable[Source], settings: Settings, ontology: Ontology, engine: Engine
) -> AsyncIterator[ArticleResult | Failure]:
    """Results as they finish, with at most `settings.concurrency` articles in work and no more read ahead."""
    width = settings.concurrency if choose_engine(settings).engine != "rules" else 1
    stop: list[EngineError] = []
    running: set[asyncio.Task[ArticleResult]] = set()
    try:
        for item in iter_articles(given_sources(sources), settings):
            if isinstance(item, Failure):
                yield item
                continue
            if width == 1:
                yield await code_article(item, settings, ontology, engine, stop)
                continue
            running.add(asyncio.create_task(code_article(item, settings, ontology, engine, stop)))
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
