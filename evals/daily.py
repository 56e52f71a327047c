"""A story told day by day: one brief a day under one name, and what each called new or corrected."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from evals.cases import Case
from evals.matching import match_events
from evals.outcomes import DayChange
from summarizer import Article, Settings, asummarize

FEATURE = "daily-story"
_KINDS = {"new": "new", "corrected": "corrected", "retracted": "corrected"}


async def day_by_day(case: Case, articles: Sequence[Article], settings: Settings) -> frozenset[DayChange]:
    """Changes that the briefs of the second and later days tell, under the ids of the gold events that they match.

    Raises ValueError when an article failed.
    """
    found: set[DayChange] = set()
    with tempfile.TemporaryDirectory() as folder:
        own = {"use_store": True, "store": str(Path(folder) / "store.db"), "name": case.name, "since": "last"}
        daily = settings.model_copy(update=own)
        for gold, article in zip(case.articles, articles, strict=True):
            summary = await asummarize([article], settings=daily)
            if summary.failures:
                raise ValueError("; ".join(f"{failure.source}: {failure.reason}" for failure in summary.failures))
            if summary.changes is None or summary.changes.since is None:
                continue
            pairs = match_events(summary.events, gold.events, article.id)
            names = {summary.events[pair.predicted].id: gold.events[pair.gold].id for pair in pairs}
            found |= {
                DayChange(gold.name, _KINDS[change.kind], names.get(change.event.id, change.event.id))
                for change in summary.changes.items
                if change.kind in _KINDS
            }
    return frozenset(found)
