"""What is told as fact though it is none: claims without a speaker, and what was denied or is yet to come told as done.

Rule-based, after the cue lists used for hedges and negation (CoNLL-2010 shared task: Farkas et al. 2010).
"""

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


_UNREAL = re.compile(
    r"""(?:\b(?:not|no|never|neither|nor|nobody|none|without|false|den(?:y|ies|ied|ying|ial)|reject\w*|refus\w*|declin\w*
    |will|would|shall|(?-i:may)|might|could|should|if|unless|plan\w*|intend\w*|intention|expected|scheduled|due|ahead|prepar\w*
    |threat\w*|warn\w*|demand\w*|urg\w*|call\w*|ask\w*|request\w*|propos\w*|suggest\w*|offer\w*|consider\w*|draft\w*
    |promis\w*|pledg\w*|want\w*|until|soon|(?:is|are|was|were|has|have)\ (?:\w+\ )?to)\b|n[’']t\b)""",
    re.I | re.X,
)
_NOT_DONE = frozenset({"denied", "planned", "threatened", "demanded", "proposed"})


def attributed(sentence: Told) -> bool:
    """Whether the sentence has a word of saying."""
    return bool(_CUE.search(sentence.text))


def unreal_as_fact(case: CaseOutcome) -> Counts:
    """Of sentences that tell an act denied, planned, threatened, demanded or proposed, those that tell it like a done one.

    Neither a word of negation, intent or condition, nor one of saying.
    """
    told = []
    for sentence in case.brief.sentences:
        gold = told_event(sentence, case)
        if gold and _NOT_DONE.issuperset(gold.statuses):
            told.append(sentence)
    return {
        "hit": sum(not (_UNREAL.search(sentence.text) or attributed(sentence)) for sentence in told),
        "all": len(told),
    }


def unattributed_claims(case: CaseOutcome) -> Counts:
    """Of the sentences that tell an act with a speaker, or an alleged one, those without a word of saying."""
    claims = []
    for sentence in case.brief.sentences:
        gold = told_event(sentence, case)
        if gold and (gold.speakers or gold.statuses[0] == "alleged"):
            claims.append(sentence)
    return {"hit": sum(not attributed(sentence) for sentence in claims), "all": len(claims)}
