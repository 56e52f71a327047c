"""Whether an event's evidence shows the words that say the act."""

from __future__ import annotations

from evals.counting import Counts
from evals.matching import covered
from evals.outcomes import ArticleOutcome


def trigger_overlap(article: ArticleOutcome) -> Counts:
    """Share of the gold triggers' characters that the matched event's evidence covers (overlap as in SQuAD)."""
    hit = whole = 0.0
    for pair in article.pairs:
        gold = article.gold.events[pair.gold]
        if gold.triggers:
            hit, whole = hit + covered(article.predicted[pair.predicted], gold, article.article), whole + 1
    return {"hit": hit, "all": whole}


def evidence_length(article: ArticleOutcome) -> Counts:
    """Characters of evidence that a reader must read in this article, per predicted event."""
    parts = [part for event in article.predicted for part in event.evidence if part.article == article.article]
    return {"hit": sum(part.end - part.start for part in parts), "all": len(article.predicted)}


def evidence_precision(article: ArticleOutcome) -> Counts:
    """Share of matched events' evidence spans that hold at least one character of a gold trigger of that event."""
    hit = whole = 0
    for pair in article.pairs:
        gold = article.gold.events[pair.gold]
        for part in article.predicted[pair.predicted].evidence if gold.triggers else ():
            if part.article == article.article:
                whole += 1
                hit += any(part.start < end and start < part.end for start, end in gold.triggers)
    return {"hit": hit, "all": whole}
