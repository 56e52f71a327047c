"""Where outlets differ: conflicts in the event records, and whether the brief's prose tells them."""

from __future__ import annotations

from evals.counting import Counts
from evals.linking import gold_names
from evals.outcomes import CaseOutcome
from evals.wording import numbers


def conflicts(case: CaseOutcome) -> Counts:
    """Conflicts as pairs (event, slot), set F1: found rightly, wrongly (also of an unlabelled event), missed."""
    gold = {(conflict.event, conflict.slot) for conflict in case.case.info.conflicts}
    called = gold_names(case)
    found = {
        (called.get(event.id, f"unknown:{event.id}"), conflict.slot)
        for event in case.merged
        for conflict in event.conflicts
    }
    right = len(gold & found)
    return {"tp": right, "fp": len(found) - right, "fn": len(gold) - right}


def told_conflicts(case: CaseOutcome) -> Counts:
    """Labelled conflicts of figures that one sentence tells with at least two of the figures, of all."""
    figures = [[numbers(value) for value in conflict.values] for conflict in case.case.info.conflicts]
    wanted = [values for values in figures if all(values) and len(set(values)) > 1]
    said = [numbers(sentence.text) for sentence in case.brief.sentences]
    hit = sum(any(sum(value <= figures for value in set(values)) > 1 for figures in said) for values in wanted)
    return {"hit": hit, "all": len(wanted)}
