"""What a run would send and cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.article import Failure
from summarizer.chunking import chunk_article
from summarizer.engines import choose_engine, open_ledger
from summarizer.pipeline.reading import Source, load_articles
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
