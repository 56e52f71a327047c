"""How an article is laid out: datelines, paragraphs, lists and their leads, items of news, headings that tell a day or an hour."""

from __future__ import annotations

import re

from summarizer.chunking import Chunk, Sentence
from summarizer.engines.rules.acts.completing import is_item
from summarizer.engines.rules.days.chronicles import Heading, day_headings
from summarizer.engines.rules.days.tickers import hour_headings
from summarizer.normalising.actors import NameHit

# "NAIROBI, May 18 (ANS) - …": who reports from where and when, no part of the sentence.
_DATELINE = re.compile(r"\W{0,2}(?=[^\W\d_]{2,})(?:[^\W\d]{3,}|[^.!?;:“”\"]{0,60}\))[^.!?;:“”\"]{0,50}?\W{0,2} [-–—]+ ")

# The same further on, where each paragraph is a telegram of its own.
_TELEGRAM = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,25}\. )?[A-Z][a-z]{2,8}\.? \d{1,2} \([^()]{2,30}\) [-–—]+ ")

# "**Khartoum** …", "TALLINN. May 17 (…) - …"
_HEADING = re.compile(r"\*\*[^*\n]{3,30}\*\*|[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,25}(?:\.| ?[-–—(:])")
_BREAK = re.compile(r"\n\s*\n")


class Layout:
    """The layout of one chunk. Its sentences are told by where they stand among the chunk's, or as such."""

    def __init__(self, chunk: Chunk) -> None:
        self.sentences, self.text = chunk.sentences, chunk.article.text
        self.opening, self._walked = 0, 0  # which sentence opens the paragraph of which
        long, published = len(chunk.sentences) > 3, chunk.article.published_on
        self._hours = hour_headings(self.text, published) if long else ()
        self._days = day_headings(self.text, published) if long else ()

    def dateline(self, sentence: Sentence) -> int:
        """How many characters of the first sentence only say who reports from where and when."""
        if sentence is not self.sentences[0]:
            found = _TELEGRAM.match(sentence.text) if " (" in sentence.text else None
            return found.end() if found else 0
        found = _DATELINE.match(sentence.text)
        if found is None:
            return 0
        lead = found.group()
        return found.end() if lead.lstrip("*_ ")[:3].isupper() or ")" in lead else 0

    def heads_item(self, hit: NameHit, sentence: Sentence) -> bool:
        """Whether the first name in a sentence heads an item of its own, in a list of news."""
        start = hit.start - sentence.span.start
        if start > 3 or " " in hit.code:
            return False
        found = _HEADING.match(sentence.text)
        if found is None:
            return False
        return not found.group().startswith("*") or found.end() - (hit.end - sentence.span.start) == 2  # the name alone

    def day(self, sentence: Sentence) -> Heading | None:
        """What heads a sentence's paragraph with a day, in a chronicle."""
        at = sentence.span.start
        return next((h for h in self._days if h.start <= at < h.end), None) if self._days else None

    def follows(self, heading: Heading, sentence: Sentence) -> bool:
        """Whether a sentence is the first under a heading."""
        return not self.text[heading.start : sentence.span.start].strip(" *_-•–")

    def hour(self, sentence: Sentence) -> Heading | None:
        """What heads a sentence's paragraph with an hour, in a live ticker."""
        span = sentence.span
        return next((h for h in self._hours if h.start < span.end and span.start < h.end), None)

    def lead(self, at: int) -> Sentence | None:
        """The sentence that leads in the list of which the one at `at` is an item."""
        return next((before for before in reversed(self.sentences[:at]) if not is_item(before)), None)

    def leads(self, at: int) -> bool:
        """Whether a list comes next."""
        return any(is_item(following) for following in self.sentences[at + 1 : at + 2])

    def before(self, at: int) -> tuple[Sentence, ...]:
        """The sentences of its paragraph before the one at `at`, which must not go back; `opening` is where they begin."""
        for later in range(self._walked + 1, at + 1):
            if self._parted(self.sentences[later - 1], self.sentences[later]):
                self.opening = later
        self._walked = at
        return self.sentences[self.opening : at]

    def beside(self, at: int) -> bool:
        """Whether the sentence before the one at `at` is of its paragraph."""
        return at > 0 and not self._parted(self.sentences[at - 1], self.sentences[at])

    def opens(self, sentence: Sentence) -> bool:
        """Whether nothing stands before a sentence in the article."""
        return not self.text[: sentence.span.start].strip()

    def _parted(self, left: Sentence, right: Sentence) -> bool:
        """Whether a paragraph ends between two sentences."""
        end, start = left.span.end, right.span.start
        return self.text.count("\n", end, start) > 1 and _BREAK.search(self.text, end, start) is not None
