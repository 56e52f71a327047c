"""What the run took, per article."""

from __future__ import annotations

from evals.counting import Counts
from evals.outcomes import CaseOutcome


def prompt_tokens(case: CaseOutcome) -> Counts:
    """Tokens sent, per article."""
    return {"hit": case.cost.prompt_tokens, "all": len(case.articles)}


def answer_tokens(case: CaseOutcome) -> Counts:
    """Tokens answered, per article."""
    return {"hit": case.cost.answer_tokens, "all": len(case.articles)}
