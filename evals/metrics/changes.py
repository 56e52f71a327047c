"""What changed since the last brief, on stories told day by day: events new in the last article, and corrections."""

from __future__ import annotations

from evals.cases import Case
from evals.counting import Counts
from evals.outcomes import CaseOutcome


def gold_changes(case: Case) -> frozenset[tuple[str, str]]:
    """(`new`, event) for what only the last article (by name) tells, (`corrected`, event) for what it supersedes."""
    *earlier, last = case.articles
    before = {event.id for article in earlier for event in article.events}
    today = {event.id for event in last.events}
    new = {("new", name) for name in today - before}
    superseded = {conflict.event for conflict in case.info.conflicts if conflict.status == "superseded"}
    return frozenset(new | {("corrected", name) for name in superseded & today & before})


def delta(case: CaseOutcome) -> Counts:
    """Changes found rightly, wrongly, missed (set F1); nothing where the engine was not asked for changes."""
    if case.changes is None:
        return {"tp": 0, "fp": 0, "fn": 0}
    gold = gold_changes(case.case)
    right = len(gold & case.changes)
    return {"tp": right, "fp": len(case.changes) - right, "fn": len(gold) - right}
