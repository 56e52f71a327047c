"""The verb that charges somebody with an act. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup
from summarizer.engines.rules.acts.interposed_days import before_date
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

# Verbs that lay a deed to somebody, and what leads him in; "at the door of" goes with all of them.
_TO, _ON = frozenset(("to",)), frozenset(("on", "upon"))
_LED = (
    dict.fromkeys(tk.all_forms("attribute ascribe"), _TO)
    | dict.fromkeys(tk.all_forms("blame pin"), _ON)
    | dict.fromkeys(tk.all_forms("lay"), frozenset[str]())
)
_FAR = 20  # tokens from a deed to whom it is laid to


def laid_to(low: list[str], deed: int) -> tuple[int, int] | None:
    """The verb that lays a deed told by a gerund to somebody, and the token that leads him in: "blamed the burning of … on"."""
    if not low[deed].endswith("ing") or deed < 3 or low[deed - 1] != "the" or low[deed + 1 : deed + 2] != ["of"]:
        return None
    verb = before_date(low, deed - 2)
    if verb < 1 or low[verb] not in _LED:
        return None
    for j in range(deed + 2, min(deed + _FAR, len(low) - 1)):
        if low[j] in ";:":
            return None
        if low[j] == "at" and "door" in low[j + 2 : j + 6] and "at" not in low[j + 1 : low.index("door", j)]:
            return verb, j + 3 if low[j + 2 : j + 4] == ["door", "of"] else j
        if low[j] in _LED[low[verb]]:
            return verb, j
    return None


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
    laid = laid_to(low, group.verb)
    if laid is not None:
        return laid[0]
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
