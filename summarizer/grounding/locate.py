"""Where the words of a draft stand in a chunk."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from summarizer.chunking import Chunk, Sentence
from summarizer.spans import Span, fold


class Place(NamedTuple):
    """Words found in a sentence; `span` indexes the article's text."""

    sentence: Sentence
    span: Span


def find_in(sentence: Sentence, words: str) -> Span | None:
    """Span in the article's text of the first whole-word occurrence of `words` in the sentence, or None."""
    return fold(sentence.text).find(words, base=sentence.span.start)


def first_with(words: str, sentences: Iterable[Sentence]) -> Place | None:
    """The first of the sentences that holds the words, or None."""
    for sentence in sentences:
        span = find_in(sentence, words)
        if span is not None:
            return Place(sentence, span)
    return None


def antecedent(words: str, chunk: Chunk, before: int) -> Place | None:
    """The sentence nearest to number `before` that holds the words: earlier ones first, then later, then context lines."""
    earlier = (s for s in reversed(chunk.sentences) if s.number < before)
    later = (s for s in chunk.sentences if s.number > before)
    return first_with(words, chain(earlier, later, reversed(chunk.context)))
