"""Articles that repeat another one (wire copies), found by the word shingles that they share.

Method: shingling and containment after Broder, "On the resemblance and containment of documents" (1997), on a sample of
the shingles (those whose hash is divisible by `_SAMPLE`), with an inverted index instead of pairwise comparison.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from summarizer.article import Article

_WORDS = 6
_SAMPLE = 4
_CONTAINED = 0.5
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1024)
def shingles(text: str) -> frozenset[int]:
    """Hashes of a sample of the runs of six words in a text; all of them when the text is short."""
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1))} if words else set()
    hashes = {zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs}
    sample = frozenset(value for value in hashes if value % _SAMPLE == 0)
    return sample if len(sample) >= 20 else frozenset(hashes)


def mark_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles in order; one that shares at least half of its text with an earlier-published one gets its id as `copy_of`."""
    order = sorted(range(len(articles)), key=lambda at: (articles[at].published or "9999", at))
    index: dict[int, list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    original: dict[int, int] = {}
    for at in order:
        marks = shingles(articles[at].text)
        sizes[at] = len(marks)
        shared = Counter(other for mark in marks for other in index[mark])
        best = max(shared, key=lambda other: (shared[other], -other), default=None)
        if best is not None and shared[best] >= _CONTAINED * min(len(marks), sizes[best]) and len(marks) >= 5:
            original[at] = original.get(best, best)
        for mark in marks:
            if len(index[mark]) < 50:
                index[mark].append(at)
    return tuple(
        article.model_copy(update={"copy_of": articles[original[at]].id})
        if at in original and article.copy_of is None
        else article
        for at, article in enumerate(articles)
    )
