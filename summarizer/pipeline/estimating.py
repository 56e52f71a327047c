"""What a run would send and cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.article import Failure
from summarizer.engines import ENGINES, choose_engine, open_ledger
from summarizer.ontology import load_ontology
from summarizer.pipeline.extracting import article_results
from summarizer.pipeline.reading import Source, load_articles
from summarizer.pipeline.summarizing import asummarize, run_now
from summarizer.settings import Settings


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
    if choose_engine(settings).engine == "rules":
        return RunEstimate(failures=load_articles(sources, settings)[1])
    return run_now(_estimate(sources, settings, brief))


async def _estimate(sources: Iterable[Source], settings: Settings, brief: bool) -> RunEstimate:
    from summarizer.engines.llm.estimate import DryEngine

    ontology = load_ontology(settings.ontology)
    ledger = open_ledger(settings)
    engine = DryEngine(settings, ledger, ENGINES["rules"](settings, None))
    try:
        if brief:
            failures = (await asummarize(sources, settings=settings, engine=engine)).failures
        else:
            results = article_results(sources, settings, ontology, engine)
            failures = tuple([item async for item in results if isinstance(item, Failure)])
        found = engine.estimate()
    finally:
        await engine.aclose()
        if ledger is not None:
            ledger.close()
    return RunEstimate(found.calls, found.prompt_tokens, found.answer_tokens, found.cost, found.known, failures)
