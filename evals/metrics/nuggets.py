"""Nugget recall: what a good brief must say (Voorhees 2003; pyramids: Nenkova and Passonneau 2004)."""

from __future__ import annotations

import re

from evals.counting import Counts
from evals.labels import Nugget
from evals.outcomes import CaseOutcome


def told(nugget: Nugget, case: CaseOutcome) -> bool:
    """Whether one sentence of the brief matches all the nugget's expressions."""
    return any(all(re.search(word, sentence.text, re.I) for word in nugget.words) for sentence in case.brief.sentences)


def all_nuggets(case: CaseOutcome) -> Counts:
    """Nuggets told, of all."""
    nuggets = case.case.info.nuggets
    return {"hit": sum(told(nugget, case) for nugget in nuggets), "all": len(nuggets)}


def vital_nuggets(case: CaseOutcome) -> Counts:
    """Vital nuggets told, of all vital ones."""
    vital = [nugget for nugget in case.case.info.nuggets if nugget.vital]
    return {"hit": sum(told(nugget, case) for nugget in vital), "all": len(vital)}
