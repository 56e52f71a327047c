"""The verb that charges somebody with an act. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading


def charged_with(reading: Reading, noun: int) -> int | None:
    """The verb that charges somebody with the deed that a noun tells: "blamed them for the raid"."""
    low = reading.words.low
    mention = reading.at.get(noun)
    if mention is None or mention.prep not in ("of", "for", "with"):
        return None
    for j in range(mention.start - 2, max(mention.start - 16, -1), -1):
        if low[j] in ";:" or low[j] in tk.QUOTES or (reading.verb[j] and low[j] not in tk.CHARGES):
            return None
        if low[j] in tk.CHARGES and reading.verb[j]:
            return j
    return None


def charged_by(reading: Reading, group: VerbGroup) -> int | None:
    """The verb that charges somebody with an act: "accused them of having burned …", "blamed them for shelling …"."""
    low = reading.words.low
    at = group.start - 1
    if at > 2 and low[at] == "the" and low[at - 1] == "for":  # "blamed them for the burning of …"
        at -= 1
    if at < 2 or low[at] not in ("of", "for", "with") or not low[group.start].endswith("ing"):
        return None
    for j in range(at - 1, max(at - (26 if low[group.start] == "having" else 16), -1), -1):
        if low[j] in ";:" or low[j] in tk.QUOTES:
            return None
        if low[j] in tk.CHARGES and reading.verb[j]:
            return j
    return None
