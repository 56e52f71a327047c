"""Participles that only describe whom a sentence goes on about: "Ghana, accused of theft by Poland on Tuesday, kept silent"."""

from __future__ import annotations

from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_REACH = 9  # tokens between the participle and who did it
_OWN_VERB = 14  # … and the sentence's own verb
# What leads in where and when it was done.
_WHERE = frozenset(
    "in at on near off since outside inside aboard during for after last yesterday earlier under".split()
)
_FINITE = tk.BE | tk.HAVE | tk.MODALS | tk.DO
_PASTS = frozenset(
    "went came left flew fled sank began became rose fell died returned arrived sailed landed remained escaped walked".split()
)
_PARTICLES = (["up"], ["off"], ["out"], ["away"], ["down"], ["back"])
_STATES = frozenset(("stationed", "based"))
_NO_DESCRIPTION = tk.RELATIVES | tk.QUOTES | frozenset(", ; : and or but to by".split())


def is_reduced(reading: Reading, at: int) -> bool:
    """Whether the verb form at a token is such a participle, before the sentence's own verb, with who did it, a place or a time."""
    return own_verb(reading, at) is not None or _has_agent(reading, at)


def _has_agent(reading: Reading, at: int) -> bool:
    """Whether who did it stands behind "by", and the sentence's own verb behind them: "picked up in May by Ghana were freed"."""
    low = reading.words.low
    if not at or at + 1 >= len(low) or "by" not in low[at + 2 : at + 2 + _REACH] or low[at + 1] not in tk.PARTICLES:
        return False
    aside = low[at - 1] == ","
    if not aside and at - 1 not in reading.at:
        return False
    agent = next((m for m in reading.mentions if at + 2 < m.start <= at + 2 + _REACH and m.prep == "by"), None)
    if agent is None or not agent.known or "," in low[at : agent.start] or any(reading.verb[at + 1 : agent.start - 1]):
        return False
    end = past_time(low, agent.stop)
    if aside != ("," in low[agent.stop : end]):
        return False
    while end < len(low) and tk.is_adverb(low[end]):
        end += 1
    return end < len(low) and (reading.verb[end] or low[end] in tk.AUXILIARIES)


def own_verb(reading: Reading, at: int) -> int | None:
    """The token at which the verb begins whose subject such a participle describes: "Two drivers held in Ghana since Friday were freed"."""
    low = reading.words.low
    behind = low[at + 1 : at + 3]
    if _WHERE.isdisjoint(behind[:1] if behind[:1] not in _PARTICLES else behind) or low[at] in _STATES:
        return None
    aside = at > 0 and low[at - 1] == ","
    noun = reading.at.get(at - 1 - aside)
    if noun is None or noun.pronoun or (noun.hit and not noun.prep and noun.end - noun.start == 1):
        return None  # "What Ghana sold in May was …"
    if low[noun.start - 1] in tk.RELATIVES or (aside and any(reading.verb[: noun.start])):
        return None  # "the sailors whom the Ghanaians held in May have …"
    stop = min(at + _OWN_VERB, len(low))
    verb = next((j for j in range(at + 1, stop) if _may_be_own(reading, j)), None)
    if verb is None or not _NO_DESCRIPTION.isdisjoint(low[at + 1 : verb - aside]) or (low[verb - 1] == ",") != aside:
        return None
    if (low[verb] not in _FINITE and low[verb] not in _PASTS and not aside) or low[verb - 1] in tk.PREPOSITIONS:
        return None  # "fired at will"
    return verb if all(m.prep or low[m.start].isdigit() for m in reading.mentions if at < m.start < verb) else None


def _may_be_own(reading: Reading, j: int) -> bool:
    """Whether a token may begin the sentence's own verb: no "May", no gerund ("expelled for spying")."""
    words = reading.words
    if words.low[j].endswith("ing") and words.low[j - 1] in tk.PREPOSITIONS:
        return False
    return (words.low[j] in _FINITE or reading.verb[j]) and words.raw[j] != "May"
