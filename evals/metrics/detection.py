"""Finding events: precision, recall and F1 of the matching, duplicates, and inventions where nothing happened.

Micro-averaged precision, recall and F1 over matched pairs, as in the ACE and TAC KBP event tracks.
"""

from __future__ import annotations

from evals.counting import Counts
from evals.matching import THRESHOLD, weight
from evals.outcomes import ArticleOutcome


def found_events(article: ArticleOutcome) -> Counts:
    """Predicted events that stand for a gold one (φ ≥ 0.5), predicted ones that don't, gold ones nobody stands for."""
    right = len(article.pairs)
    return {"tp": right, "fp": len(article.predicted) - right, "fn": len(article.gold.events) - right}


def duplicates(article: ArticleOutcome) -> Counts:
    """Of all predicted events the repeated ones: left over, though they fit a gold event that another stands for."""
    matched = {pair.predicted for pair in article.pairs}
    taken = [article.gold.events[pair.gold] for pair in article.pairs]
    over = [event for at, event in enumerate(article.predicted) if at not in matched]
    repeated = sum(any(weight(event, gold) >= THRESHOLD for gold in taken) for event in over)
    return {"hit": repeated, "all": len(article.predicted)}


def false_alarms(article: ArticleOutcome) -> Counts:
    """Events found in articles that have none, per such article."""
    if article.gold.events:
        return {"hit": 0, "all": 0}
    return {"hit": len(article.predicted), "all": 1}
