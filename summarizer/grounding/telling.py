"""Whether words that tell a time date the act, or the day on which somebody denied or claimed it, or what another did instead."""

from __future__ import annotations

import re

from summarizer.spans import Span

_SPEECH = (
    r"(?:sa(?:id|ys|ying)|told|tells|den(?:ied|ies|ying)|report(?:ed|s|ing)|let it be known|ma(?:de|kes) (?:it )?(?:known|clear)|"
    r"insist(?:ed|s)|claim(?:ed|s)|alleg(?:ed|es)|assert(?:ed|s)|maintain(?:ed|s)|"
    r"accus(?:ed|es)|wrote|writes|stat(?:ed|es)|assur(?:ed|es)|ruled? (?:this|that|it) out|ruled out|dismiss(?:ed|es)|reject(?:ed|s)|"
    r"confirm(?:ed|s)|add(?:ed|s)|swore|stressed|brushed off|charg(?:ed|es)|quoted|heard)"
)
_SPOKEN = re.compile(rf"\b{_SPEECH}\b", re.I)
# What leads from the saying to what is said.
_LEADS = re.compile(r"\b(?:that|having|whether)\b|[:“\"]|\bof (?:having )?\w+ing\b", re.I)
# A clause of saying behind the act: ", its foreign minister said in Budapest on Thursday".
_BEHIND = re.compile(rf"(?:,|”|\"|’)\s[^,;“]*\b{_SPEECH}\b(?P<rest>[^,;“]*)\Z", re.I)
_CLAUSE = re.compile(r"\b(?:that|it|they|he|she|did|had|has|have|was|were|is|are|will|would)\b", re.I)


def dates_the_telling(sentence: str, date: Span, trigger: Span) -> bool:
    """Whether a date (span of the sentence) belongs to a verb of saying, and the act (trigger) to what is said."""
    if date.end <= trigger.start:
        between = sentence[date.end : trigger.end]  # "having" may be a word of the trigger
        return bool(_LEADS.search(between) and _SPOKEN.search(sentence[: trigger.start]))
    if trigger.end <= date.start:
        behind = _BEHIND.search(sentence[trigger.end : date.start])
        return behind is not None and not _CLAUSE.search(behind["rest"])
    return False


def dates_what_another_did(sentence: str, actor: str) -> bool:
    """Whether the sentence sets somebody else in the actor's place: "Slovenia, not Slovakia, sent one home on Friday"."""
    contrast = rf"\b(?:not|rather than|instead of)\s+(?:the\s+)?{re.escape(actor)}(?!\w)"
    return bool(actor) and re.search(contrast, sentence) is not None
