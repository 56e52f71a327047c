"""A sentence read: words, verbs, noun groups and what hangs on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.excepting import lead_in, leave_out
from summarizer.engines.rules.words.grouping import group_words
from summarizer.engines.rules.words.hanging import attach
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.verbs import find_verbs
from summarizer.normalising.actors import NameHit


def read_sentence(number: int, words: tk.Tokens, hits: Sequence[NameHit], lexicon: Lexicon) -> Reading:
    """Noun groups of a sentence; `hits` are the names in it."""
    by_token: dict[int, NameHit] = {}
    covered: dict[int, int] = {}
    for hit in hits:
        first = bisect_left(words.starts, hit.start)
        if first == len(words) or words.starts[first] != hit.start:
            continue
        by_token[first] = hit
        last = first
        while last + 1 < len(words) and words.starts[last + 1] < hit.end:
            last += 1
            covered[last] = first
    reading = Reading(number, words, by_token, list(map(lexicon.kinds.__getitem__, words.low)))
    reading.verb = find_verbs(words, reading.kinds, by_token, covered, lexicon)
    lead_in(reading, by_token)
    group_words(reading, covered)
    attach(reading)
    leave_out(reading)
    return reading
