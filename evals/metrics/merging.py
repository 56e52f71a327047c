"""B³ across articles (Bagga and Baldwin 1998): does a mention end up together with its like, and only with them?

Counted over the gold mentions that were found; what was not found is the business of event recall.
"""

from __future__ import annotations

from evals.counting import Counts
from evals.linking import mention_links
from evals.outcomes import CaseOutcome


def b_cubed(case: CaseOutcome) -> Counts:
    """Summed B³ precision and recall of the mentions of a cluster, and their number."""
    if not case.case.is_cluster:
        return {"precision": 0, "recall": 0, "mentions": 0}
    links = mention_links(case)
    precision = recall = 0.0
    for mention, merged in links.items():
        together = {other for other, into in links.items() if into == merged}
        alike = {other for other in links if other[1] == mention[1]}
        precision += len(together & alike) / len(together)
        recall += len(together & alike) / len(alike)
    return {"precision": precision, "recall": recall, "mentions": len(links)}


def b_cubed_precision(counts: Counts) -> float | None:
    """Mean B³ precision of all mentions."""
    return counts["precision"] / counts["mentions"] if counts["mentions"] else None


def b_cubed_recall(counts: Counts) -> float | None:
    """Mean B³ recall of all mentions."""
    return counts["recall"] / counts["mentions"] if counts["mentions"] else None


def b_cubed_f1(counts: Counts) -> float | None:
    """Harmonic mean of the two."""
    both = counts["precision"] + counts["recall"]
    return 2 * counts["precision"] * counts["recall"] / both / counts["mentions"] if both else None
