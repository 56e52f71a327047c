"""Participles with which a sentence begins, and whose subject comes after their comma: "Freed on Friday by Chad, the pilots …"."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import FINITE
from summarizer.engines.rules.acts.interposed_days import past_day
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading


def fronted_passive(reading: Reading, verb: int) -> bool:
    """Whether a sentence begins with a participle whose subject comes after its comma: "Freed on Friday by Chad, the pilots …"."""
    return verb == 0 and not reading.words.low[0].endswith("ing") and fronted_subject(reading, 0) is not None


def fronted_subject(reading: Reading, verb: int) -> Mention | None:
    """The group after the comma that ends a participle's clause at the beginning of a sentence, before the main verb."""
    low, verbs = reading.words.low, reading.verb
    for mention in reading.mentions:
        comma = mention.start - 1
        if comma <= verb or low[comma] != "," or mention.prep:
            continue
        t = past_day(low, mention.stop)
        while t < len(low) and (tk.is_adverb(low[t]) or low[t] in FINITE):
            t += 1
        if t < len(low) and (verbs[t] or low[t - 1] in tk.BE or low[t] == ","):
            return mention
    return None
