"""One case as each engine runs it: the product's pipeline, its events alone, the plain script."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from evals.cases import Case
from evals.outcomes import ArticleOutcome, CaseOutcome, Cost, view_brief
from evals.plain import run_plain
from summarizer import Article, ArticleResult, Failure, Settings, Watch, asummarize, extract

_FALLEN_BACK = {
    "the model wrote no brief": "the model's brief failed, and the rules wrote it instead",
    "the model could not be asked where reports differ": "the model's judging failed, and the rules' conflicts stood instead",
}


async def run_product(case: Case, articles: Sequence[Article], settings: Settings) -> CaseOutcome:
    """Our pipeline on a case. Raises ValueError when an article failed: a failure is never scored as silence."""
    results: list[ArticleResult] = []
    summary = await asummarize(list(articles), settings=settings, watch=Watch(results.append))
    if summary.failures:
        raise ValueError("; ".join(f"{failure.source}: {failure.reason}" for failure in summary.failures))
    left_out = summary.brief.verification.left_out
    for note in (*summary.notes, *(item.reason for item in left_out)):
        for start, what in _FALLEN_BACK.items():
            if note.startswith(start):
                raise ValueError(what)
    found = {result.article.id: result.events for result in results}
    listed = {article.id for article in summary.articles}
    return CaseOutcome(
        case=case,
        articles=tuple(
            ArticleOutcome(gold, article.id, found.get(article.id, ()), accounted=article.id in listed)
            for gold, article in zip(case.articles, articles, strict=True)
        ),
        merged=summary.events,
        brief=view_brief(summary.brief),
        cost=Cost(summary.usage.prompt_tokens, summary.usage.answer_tokens),
    )


async def run_events(case: Case, articles: Sequence[Article], settings: Settings) -> CaseOutcome:
    """The events of a case's articles, without merging and brief. Raises ValueError when an article failed."""
    found = await asyncio.to_thread(lambda: list(extract(list(articles), settings=settings)))
    failures = [item if isinstance(item, Failure) else item.failure for item in found]
    if any(failures):
        raise ValueError("; ".join(f"{failure.source}: {failure.reason}" for failure in failures if failure))
    results = {item.article.id: item for item in found if isinstance(item, ArticleResult)}
    return CaseOutcome(
        case=case,
        articles=tuple(
            ArticleOutcome(gold, article.id, results[article.id].events, accounted=article.id in results)
            for gold, article in zip(case.articles, articles, strict=True)
        ),
        cost=Cost(
            sum(result.usage.prompt_tokens for result in results.values()),
            sum(result.usage.answer_tokens for result in results.values()),
        ),
    )


async def run_script(case: Case, articles: Sequence[Article], base_url: str, model: str) -> CaseOutcome:
    """The plain script on a case; it merges nothing."""
    done = await run_plain(articles, base_url, model)
    return CaseOutcome(
        case=case,
        articles=tuple(
            ArticleOutcome(gold, article.id, events)
            for gold, article, events in zip(case.articles, articles, done.events, strict=True)
        ),
        merged=tuple(event for events in done.events for event in events),
        brief=done.brief,
        cost=done.cost,
    )
