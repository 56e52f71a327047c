"""Speakers told outside the sentence: quotations over several sentences, and the turns of a transcript ("Rahman: …").

Offsets index the article's text, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft, SpeakerDraft
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.normalising.actors import find_names

# Begins with few characters: `re` skips all others.
_QUOTED = re.compile(r"[“„\"](?:(?<!\")[^“”„]*+(?:”|\Z)|(?<=\")[^\"]*+(?:\"|\Z))")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_TURN = re.compile(r"(?:\*\*)?([A-Z][\w.’' -]{1,38})(?:, [A-Z][\w.’' -]{1,60})?:(?:\*\*)? ")
_ASKING = frozenset(("question", "q"))
_FEWEST_TURNS = 4
_MEDIA = frozenset("news radio tv television daily weekly post times agency press herald tribune newspaper".split())
# Who condemns or asks in his own quotation is no source of that: "Viet Nam requests that …".
_SPOKEN = re.compile(
    r"(?:(?:condemn|denounc|deplor|criticis|criticiz)(?:e|s|es|ed)?|requests?|demands?|urges?|asks?|calls? (?:on|for|upon))\b",
    re.I,
)
_SHORT = 6  # words of a quotation that is no statement of its own


@dataclass
class Carrier:
    """Knows who speaks in the sentences of one chunk where they don't say so themselves."""

    chunk: Chunk
    memory: Memory
    quotes: list[tuple[int, int]] = field(default_factory=list)
    turns: list[tuple[int, int, int]] = field(default_factory=list)
    opened: dict[int, Known] = field(default_factory=dict)
    last: Known | None = None

    def __post_init__(self) -> None:
        """Find the quotations, and the turns where there are enough of them to make a transcript."""
        first, end = self.chunk.sentences[0].span.start, self.chunk.sentences[-1].span.end
        text = self.chunk.article.text
        labels: list[str] = []
        for paragraph in _PARAGRAPH.finditer(text, first, end):
            turn = _TURN.match(text, paragraph.start(), paragraph.end())
            if turn is not None:
                self.turns.append((paragraph.start(), paragraph.end(), turn.end(1)))
                labels.append(turn[1])
            for quote in _QUOTED.finditer(paragraph[0]):
                if len(quote[0].split()) > _SHORT:
                    self.quotes.append((paragraph.start() + quote.start(), paragraph.start() + quote.end()))
        if len(labels) < _FEWEST_TURNS or len(set(labels)) == len(labels):
            self.turns = []

    def note(self, sentence: Sentence, speaker: Known | None) -> None:
        """Remember who speaks in the quotations that begin in a sentence; `speaker` is whom its own words make speak."""
        first = bisect_left(self.quotes, (sentence.span.start,))
        for start, _ in self.quotes[first : bisect_left(self.quotes, (sentence.span.end,))]:
            known = speaker or (self.last if self._continues(sentence, start) else None)
            if known is not None:
                self.opened[start] = known
        self.last = speaker

    def fill(self, draft: EventDraft, at: int) -> EventDraft:
        """The draft, whose trigger stands at `at`, with the speaker of the turn or quotation in which it stands."""
        turn = next((turn for turn in self.turns if turn[0] <= at < turn[1]), None)
        if turn is not None:
            return self._in_turn(draft, turn)
        if draft.attribution:
            return draft
        quote = next((start for start, end in self.quotes if start < at < end), None)
        return draft if quote is None else _told(draft, self.opened.get(quote))

    def waits_for(self, at: int) -> int | None:
        """Where the quotation round `at` begins whose speaker isn't known yet."""
        return next((s for s, e in self.quotes if s < at < e and s not in self.opened), None)

    def closed_by(self, sentence: Sentence) -> list[int]:
        """The quotations from earlier sentences that end in this one before its own words."""
        span = sentence.span
        at = bisect_left(self.quotes, (span.start,))  # only the last one before the sentence can reach into it
        quotes = self.quotes[max(at - 1, 0) : at]
        return [s for s, e in quotes if span.start < e < span.end - 1 and s not in self.opened]

    def _continues(self, sentence: Sentence, start: int) -> bool:
        """Whether a quotation opens a sentence of the same paragraph as the one before."""
        begin = sentence.span.start
        return start - begin < 2 and "\n" not in self.chunk.article.text[max(begin - 3, 0) : begin]

    def _in_turn(self, draft: EventDraft, turn: tuple[int, int, int]) -> EventDraft:
        start, _, end = turn
        label = self.chunk.article.text[start:end].strip("* ")
        if label.lower() in _ASKING:
            return draft
        known = self.memory.people.get(label.split()[-1].lower())
        asks = not _MEDIA.isdisjoint(label.lower().split())  # who writes for a medium speaks for no country
        if known is None or not known.codes:
            known = None if asks else self.memory.home
        codes = known.codes if known is not None else () if asks else self._host()
        number = next(s.number for s in self.chunk.sentences if s.span.end > start)
        inner = tuple(speaker for speaker in draft.attribution if speaker.country not in codes or not codes)
        speaker = SpeakerDraft(label, codes[0] if len(codes) == 1 else None)
        via = (known.sentence,) if known is not None and codes else ()
        sentences = tuple(dict.fromkeys((*draft.sentences, number, *via)))
        return replace(draft, attribution=(speaker, *inner)[:2], sentences=sentences)

    def _host(self) -> tuple[str, ...]:
        """The country of the body that publishes a transcript, for whoever answers in it."""
        named = {hit.code for hit in find_names(self.chunk.article.publisher or "")}
        return tuple(named) if len(named) == 1 else ()


def _told(draft: EventDraft, known: Known | None) -> EventDraft:
    """The draft as told by somebody."""
    if known is None:
        return draft
    code = known.codes[0] if len(known.codes) == 1 else None
    if code and _SPOKEN.match(draft.trigger) and {party.country for party in draft.actors} == {code}:
        return draft
    sentences = tuple(dict.fromkeys((*draft.sentences, known.sentence)))
    return replace(draft, attribution=(SpeakerDraft(known.name, code),), sentences=sentences)


def tell(draft: EventDraft, known: Known) -> EventDraft:
    """The draft as told by whom the end of its quotation names, unless it has a speaker."""
    return draft if draft.attribution else _told(draft, known)
