"""What an article has told of days so far: the last one named, and what "two days after the raid" counts from."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.advancing import last_day, names_time
from summarizer.engines.rules.days.hinges import NONE, Hinges, with_hinges
from summarizer.engines.rules.days.hinging import counts_from_acts, find_hinges
from summarizer.engines.rules.days.pointing import Dated, Told
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates, resolve_date


class Diary:
    """Kept from sentence to sentence; `drafts` is the growing list of the article's acts."""

    def __init__(self, chunk: Chunk, lexicon: Lexicon, drafts: list[tuple[EventDraft, int]]) -> None:
        self.anchor: str | None = None  # the last day named, EDTF
        self._days: list[Dated] = []  # the sentences that name days
        self._drafts, self._lexicon = drafts, lexicon
        self._published = chunk.article.published_on
        self._short = len(chunk.sentences) < 3
        self._asked: tuple[Reading, Sentence, list[EventDraft]] | None = None  # for which hinges were found last
        self._hinges = NONE

    def hinges(self, reading: Reading, sentence: Sentence, here: Sequence[tuple[EventDraft, int]]) -> Hinges:
        """The expressions of time in a sentence that count from an act told before, or `here` in it."""
        asked = (reading, sentence, [draft for draft, _ in (*self._drafts, *here)])
        if asked != self._asked:  # each act of a sentence asks, and most were told before it
            self._asked, self._hinges = asked, self._find(*asked)
        return self._hinges

    def _find(self, reading: Reading, sentence: Sentence, acts: Sequence[EventDraft]) -> Hinges:
        told = Told(acts, self.anchor, self._days, self._published, sentence.number)
        hinges = find_hinges(reading, sentence, told, self._lexicon)
        if all(hinge.day for hinge in hinges.values()):
            return hinges
        return {
            mention: hinge for mention, hinge in hinges.items() if hinge.day or hinge.inner or hinge.verb is not None
        }

    def first_day(self, reading: Reading, sentence: Sentence, since: str | None) -> tuple[str, str] | None:
        """The first expression of time in a sentence and its EDTF, if it has one; it may count from `since`, else from the last day."""
        hinges = self.hinges(reading, sentence, ()) if counts_from_acts(reading.words) else NONE
        for mention in with_hinges(find_dates(sentence.text), hinges)[:1]:
            hinge = hinges.get(mention)
            edtf = hinge.day if hinge else resolve_date(mention.text, self._published, since or self.anchor)
            return (mention.text, edtf) if edtf else None
        return None

    def advance(self, words: tk.Tokens, sentence: Sentence, hinges: Hinges) -> bool:
        """Let later "two days after that" count from the last day that a sentence names; False when it names none."""
        if self._short or not (hinges or names_time(words)):
            return False
        self._days.append(Dated(sentence, self.anchor, hinges, self._published))
        opening = words.starts[0] - sentence.span.start if words.starts else 0
        self.anchor = last_day(sentence.text, hinges, self.anchor, self._published, opening)
        return True
