"""Claims told as facts: a sentence about an act that an article has from a speaker must say that somebody says so."""

from __future__ import annotations

import re

from evals.counting import Counts
from evals.linking import told_event
from evals.outcomes import CaseOutcome, Told

_CUE = re.compile(
    r"""\b(?:said|says?|saying|according\ to|told|tells|claim\w*|alleg\w*|reports|reported|reportedly|accus\w*|account
    |den(?:y|ies|ied|ying|ial)|reject\w*|refut\w*|announc\w*|stat(?:ed|es|ing|ement)|confirm\w*|insist\w*|declar\w*
    |cit(?:es|ed|ing)|quot(?:es|ed|ing)|assert\w*|maintain\w*|blam\w*|attribut\w*|puts?\ (?:it|the\ \w+)\ at|version
    |let\ it\ be\ known|withdr\w+\ (?:its|the)\ report|retract\w*)\b""",
    re.I | re.X,
)


def attributed(sentence: Told) -> bool:
    """Whether the sentence has a word of saying."""
    return bool(_CUE.search(sentence.text))


def unattributed_claims(case: CaseOutcome) -> Counts:
    """Of the sentences that tell an act with a speaker, or an alleged one, those without a word of saying."""
    claims = []
    for sentence in case.brief.sentences:
        gold = told_event(sentence, case)
        if gold and (gold.speakers or gold.statuses[0] == "alleged"):
            claims.append(sentence)
    return {"hit": sum(not attributed(sentence) for sentence in claims), "all": len(claims)}
