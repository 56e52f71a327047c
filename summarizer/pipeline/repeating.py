"""Lines of a brief that tell much the same: a reader is told a thing once, and a point in dispute in one place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from summarizer.brief import SentenceDraft
from summarizer.verifying import content_stems

# Of the words of the shorter line: of lines on the same events, and of any two. Measured on briefs that readers judged.
_OF_ONE_EVENT: Final = 0.2
_OF_ANY: Final = 0.5
_ENOUGH: Final = 5  # words; a shorter line shares too many by chance


def repeated(sentences: Sequence[SentenceDraft]) -> tuple[tuple[int, ...], ...]:
    """Groups of indices of sentences that share events and words, or most of their words; each in order, first ones first."""
    words = [content_stems(sentence.text) for sentence in sentences]
    groups: list[set[int]] = []
    for one, other in combinations(range(len(sentences)), 2):
        least = min(len(words[one]), len(words[other]))
        if least < _ENOUGH:
            continue
        shared = len(words[one] & words[other]) / least
        events = set(sentences[one].events), set(sentences[other].events)
        same = 2 * len(events[0] & events[1]) >= min(len(events[0]), len(events[1])) > 0
        if shared >= (_OF_ONE_EVENT if same else _OF_ANY):
            met = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if group not in met]
            groups.append({one, other}.union(*met))
    return tuple(sorted(tuple(sorted(group)) for group in groups))
