"""How a brief reads: repetition and length."""

from __future__ import annotations

from evals.counting import Counts
from evals.outcomes import CaseOutcome
from evals.wording import stems


def redundancy(case: CaseOutcome) -> Counts:
    """Sentences that share 0.7 of their stems (Jaccard) with an earlier one of their section, of all; no timeline."""
    repeated, count = 0, 0
    earlier: dict[str, list[frozenset[str]]] = {}
    for sentence in case.brief.sentences:
        if sentence.section == "timeline":
            continue
        mine, others = stems(sentence.text), earlier.setdefault(sentence.section, [])
        repeated += any(len(mine & other) >= 0.7 * len(mine | other) for other in others)
        others.append(mine)
        count += 1
    return {"hit": repeated, "all": count}


def length(case: CaseOutcome) -> Counts:
    """Words of the brief's sentences, per brief."""
    return {"hit": sum(len(sentence.text.split()) for sentence in case.brief.sentences), "all": 1}
