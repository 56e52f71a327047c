"""What goes about of an act: "is said to have shelled", "word is that", "had heard from a cousin that". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_TOLD = frozenset("said reported alleged rumoured rumored believed thought".split())
_CLAIMING = frozenset("claim claims claimed boasted admitted professed".split())
_RUMOURS = frozenset(
    """report reports rumour rumours rumor rumors story stories claim claims allegation allegations broadcast gossip hearsay
    whisper whispers whispered rumoured rumored""".split()
)
_HEARD = frozenset("heard hears learnt learned".split())
_WORD = frozenset("is has was had".split())
_UNPROVED = frozenset("unconfirmed unverified unsubstantiated".split())
_SOURCES = frozenset("report reports rumour rumours rumor rumors account accounts information".split())


def told_to_have(reading: Reading, k: int, group: VerbGroup) -> Status | None:
    """What the words up to `k` make of "to have …": alleged, for it "is said"; done, where who acts claims it or it is known."""
    low, teller = reading.words.low, reading.at.get(k)
    told_by = teller is not None and teller.prep == "by"
    if teller is not None and told_by:  # "reported by a station to have moved"
        k = teller.start - 2 - (low[teller.start - 1] in tk.DETERMINERS)
    word = low[k]
    if "have" not in group.auxiliaries or not (word in _TOLD or word in _CLAIMING or word == "known"):
        return None
    outer = verb_group(reading, k)
    if outer.negated or outer.modal is not None:
        return None
    if word in _CLAIMING:
        return None if outer.be else "occurred"
    if not (outer.be or told_by):
        return None
    return "occurred" if word == "known" else "alleged"


def goes_about(before: frozenset[str]) -> bool:
    """Whether words before "that" tell no more than hearsay: "rumour had it that", "heard from a cousin that", "word is that"."""
    if before & _RUMOURS or {"reported", "by"} <= before or {"there", "talk"} <= before:
        return True
    if "word" in before and before & _WORD and "sent" not in before:
        return True
    return "from" in before and bool(before & _HEARD)


def unconfirmed(words: tk.Tokens) -> bool:
    """Whether a sentence rests on reports that nobody has confirmed."""
    low = words.low
    if _UNPROVED.isdisjoint(words.forms):
        return False
    return any(
        word in _UNPROVED and low[j + 1] in _SOURCES and low[max(j - 2, 0)] in ("according", "by", "to")
        for j, word in enumerate(low[:-1])
    ) or (
        low[0] in _UNPROVED
        and low[1] in _SOURCES
        and low[2] in tk.BE | {"say", "said", "had", "have", "spoke", "claimed"}
    )
