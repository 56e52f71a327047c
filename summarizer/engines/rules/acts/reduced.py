"""Participles that only describe whom a sentence goes on about: "Ghana, accused of theft by Poland on Tuesday, kept silent"."""

from __future__ import annotations

from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_REACH = 9  # tokens between the participle and who did it


def is_reduced(reading: Reading, at: int) -> bool:
    """Whether the verb form at a token is such a participle, with who did it behind "by", before the sentence's own verb."""
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
