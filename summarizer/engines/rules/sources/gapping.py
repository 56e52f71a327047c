"""Reports whose verb is left out: "Ghana said that …, Togo that …; and Chad, on Thursday, that …". Token indices, half-open."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_OPENERS = frozenset((",", ";"))


def gapped_speakers(reading: Reading, after: int) -> list[tuple[Mention, int]]:
    """Who speaks after `after` without a verb, each with the first token of what is said."""
    low = reading.words.low
    found: list[tuple[Mention, int]] = []
    for mention in reading.mentions:
        if mention.start <= after or mention.prep or mention.inner or not (mention.codes or mention.role):
            continue
        before = mention.start - 1
        before -= low[before] == "and"
        if low[before] not in _OPENERS:
            continue
        said = past_time(low, mention.stop)
        if said < len(low) and (low[said] == "that" or (low[said] == "having" and low[before] == ",")):
            found.append((mention, said + (low[said] == "that")))
    return found


def past_time(low: list[str], at: int) -> int:
    """The first token from `at` on that belongs to no date or comma: "Togo the same day that", "Chad, on Thursday, that"."""
    while at < len(low) and (
        low[at] in (",", "on", "the", "likewise", "also", "of", "in", "st", "nd", "rd", "th")
        or low[at] in tk.TIME_WORDS
        or low[at].isdigit()
        or low[at][:-2].isdigit()
    ):
        at += 1
    return at
