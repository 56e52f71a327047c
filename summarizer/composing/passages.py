"""Sentences of articles as a brief tells them: those that an event stands in, with what it takes to understand them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from summarizer.article import Article
from summarizer.brief import SentenceDraft
from summarizer.chunking import Sentence, split_sentences
from summarizer.events import Event, Evidence
from summarizer.normalising.actors import codes_in
from summarizer.normalising.dates import find_dates
from summarizer.normalising.phrasing import say_event
from summarizer.normalising.quoting import (
    day_hangs,
    hangs,
    is_whole,
    leaves_speaker,
    names_speaker,
    opens_with_speaker,
    source_words,
    stands_alone,
    takes_back,
    tells_what_had_been,
    trim_sentence,
    with_names,
)
from summarizer.ontology import Ontology

LONGEST = 400  # characters of one sentence
LONGEST_RUN = 480  # characters of sentences that are told together
LAST_RESORT = 700  # of those that can't be understood otherwise
_OWN_DAY = frozenset(("day", "weekday", "relative"))  # days that hang on no other
_MOST_BEFORE = 2  # sentences that may be told before one that hangs on them

_USUAL = 50_000  # characters of an article that is kept split beside hundreds of others
_split_usual = lru_cache(maxsize=512)(split_sentences)
_split_long = lru_cache(maxsize=4)(split_sentences)


def split_once(text: str) -> tuple[Sentence, ...]:
    """A text's sentences, remembered while a brief is put together; of very long texts only the last few."""
    return (_split_usual if len(text) <= _USUAL else _split_long)(text)


@dataclass(frozen=True)
class Run:
    """Neighbouring sentences of an article: indices from `first` up to and including `last`."""

    article: Article
    first: int
    last: int

    @cached_property
    def evidence(self) -> Evidence:
        """The whole run as one passage."""
        sentences = split_once(self.article.text)
        start, end = sentences[self.first].span.start, sentences[self.last].span.end
        return Evidence(
            article=self.article.id, file=self.article.file, start=start, end=end, quote=self.article.text[start:end]
        )

    @cached_property
    def text(self) -> str:
        """Its words, trimmed."""
        return trim_sentence(self.evidence.quote)

    def __or__(self, other: Run) -> Run:
        """Both, and what lies between them."""
        return Run(self.article, min(self.first, other.first), max(self.last, other.last))

    @property
    def is_heading(self) -> bool:
        """Whether it is one line that no full stop ends."""
        sentences = split_once(self.article.text)
        return self.first == self.last and not _ended(sentences[self.first].text)

    def meets(self, other: Run) -> bool:
        """Whether both share a sentence."""
        return self.article.id == other.article.id and self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Telling:
    """A way to tell an event: words, the run of sentences that they are, or None where they are changed or our own.

    `day` is the sentence that gives the day which the words put in place of "the same day".
    """

    text: str
    run: Run | None = None
    day: Run | None = None

    def draft(self, events: Sequence[Event]) -> SentenceDraft:
        """The sentence as a brief takes it: it rests on its run, and on what the events' other passages say."""
        ids = tuple(event.id for event in events)
        if self.run is None:
            if self.day is None:
                return SentenceDraft(self.text, ids)
            told = [part for event in events for part in event.evidence]
            return SentenceDraft(self.text, ids, tuple(dict.fromkeys([*told, self.day.evidence])))
        mine = self.run.evidence
        others = [
            part
            for event in events
            for part in event.evidence
            if part.article != mine.article or part.end <= mine.start or mine.end <= part.start
        ]
        return SentenceDraft(self.text, ids, tuple(dict.fromkeys([mine, *others])))


def ways_to_tell(event: Event, articles: Mapping[str, Article], ontology: Ontology) -> Iterator[Telling]:
    """Ways to tell an event, best first: a sentence that stands alone, one with those before it, one with names put in, our words.

    What an article says comes before what is changed in it: a name put in for "it" may be the wrong one.

    A sentence that takes the act back is told with it. `articles` are by id.
    """
    parts = _mentions(event)
    runs = [run_of(part, articles.get(part.article)) for part in parts]
    dated: list[Telling] = []  # with the event's date in place of "the same day"
    named: list[Telling] = []
    for part, run in zip(parts, runs, strict=True):
        text = source_words(event, part.quote, LONGEST)
        if text is not None and run and run.text == text:
            run = with_denial(run)
            yield Telling(run.text, run)
        elif text is not None and opens_with_speaker(event, part.quote):
            yield Telling(text)
        elif text is not None and day_hangs(trim_sentence(part.quote)):
            dated.append(Telling(text, day=_day_given(event, run) if run else None))
        elif text is not None:
            named.append(Telling(text))
    for run in _with_those_before(event, runs, LONGEST_RUN):
        if not dated or any(mention.kind in _OWN_DAY for mention in find_dates(run.text)):
            yield Telling(run.text, run)
    alone = [
        run
        for run in runs
        if run and len(run.text) <= LONGEST and stands_alone(run.text) and not leaves_speaker(run.text)
    ]
    yield from (Telling(run.text, run) for run in map(partial(_with_speaker_after, event), alone) if run)
    if event.status != "alleged":  # without the speaker, where the article tells it as a fact
        yield from (Telling(run.text, run) for run in alone)
    yield from (*dated, *named)
    for part in parts[:1]:
        source = articles.get(part.article)
        text = with_names(event, part.quote, LONGEST, source.publisher if source else None)
        if text is not None:
            yield Telling(text)
    for speaker in (True, False) if event.status != "alleged" else (True,):
        yield from (Telling(run.text, run) for run in _with_those_before(event, runs, LAST_RESORT, speaker))
    for run in runs:
        if run and len(run.text) <= LONGEST and is_whole(run.text) and not hangs(run.text):
            yield Telling(run.text, run)
    yield Telling(say_event(event, ontology) + ".")


def _mentions(event: Event) -> list[Evidence]:
    """The passages that tell an event best: the first of each article; before one of what had been, those that are news of its actor."""
    firsts = {part.article: part for part in reversed(event.evidence)}
    parts = [part for part in event.evidence if firsts[part.article] is part]
    if not parts or not tells_what_had_been(trim_sentence(parts[0].quote)):
        return parts
    codes = {party.country for party in event.actors if party.country}
    news = [
        part
        for part in event.evidence
        if codes & codes_in(part.quote) and not tells_what_had_been(trim_sentence(part.quote)) and part not in parts[:1]
    ]
    return [*news, *(part for part in parts if part not in news)]


def with_denial(run: Run) -> Run:
    """The run with the sentence after it, if that takes back what the run tells."""
    sentences = split_once(run.article.text)
    if run.last + 1 < len(sentences) and takes_back(sentences[run.last + 1].text):
        wider = Run(run.article, run.first, run.last + 1)
        if len(wider.text) <= LONGEST_RUN and is_whole(wider.text):
            return wider
    return run


def run_of(part: Evidence, article: Article | None) -> Run | None:
    """The sentence that a passage is, or None when it is no single sentence."""
    if article is None:
        return None
    sentences = split_once(article.text)
    at = bisect_right(sentences, part.start, key=_start) - 1
    return Run(article, at, at) if at >= 0 and part.end <= sentences[at].span.end else None


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _with_those_before(event: Event, runs: Sequence[Run | None], longest: int, named: bool = True) -> Iterator[Run]:
    """The runs with the sentences before them, up to one that stands alone and, if `named`, names the speaker, where it is near."""
    speaker = event.attribution[0] if event.attribution and named else None
    for run in runs:
        if run is None:
            continue
        sentences = split_once(run.article.text)
        for first in range(run.first - 1, max(run.first - _MOST_BEFORE, 0) - 1, -1):
            wider = Run(run.article, first, run.last)
            if not _follows(run.article.text, sentences[first], sentences[first + 1]):
                break
            text = wider.text
            if len(text) > longest:
                break
            if stands_alone(text) and (speaker is None or names_speaker(speaker, text)):
                yield with_denial(wider)
                break


def _with_speaker_after(event: Event, run: Run) -> Run | None:
    """The run with the sentence after it, if that names the event's speaker: "Two died. The ministry blamed smugglers"."""
    sentences = split_once(run.article.text)
    if not event.attribution or run.last + 1 == len(sentences):
        return None
    after = sentences[run.last + 1]
    wider = Run(run.article, run.first, run.last + 1)
    fits = _follows(run.article.text, sentences[run.last], after) and len(wider.text) <= LONGEST_RUN
    return wider if fits and names_speaker(event.attribution[0], after.text) and is_whole(wider.text) else None


def _day_given(event: Event, run: Run) -> Run | None:
    """The nearest sentence before a run that has a date with the number of the day of its event."""
    day = re.search(r"-(\d\d)$", event.date.edtf) if event.date else None
    if day is None:
        return None
    number = re.compile(rf"\b0?{int(day[1])}(?:st|nd|rd|th)?\b")
    sentences = split_once(run.article.text)
    for at in range(run.first - 1, -1, -1):
        text = sentences[at].text
        if any(number.search(mention.text) for mention in find_dates(text)):
            return Run(run.article, at, at)
    return None


def with_one_before(run: Run) -> Run | None:
    """The run with the sentence before it, if that is its own start of a thought; None when it isn't, or is too long."""
    sentences = split_once(run.article.text)
    if run.first == 0 or not _follows(run.article.text, sentences[run.first - 1], sentences[run.first]):
        return None
    wider = Run(run.article, run.first - 1, run.last)
    return wider if len(wider.text) <= LONGEST_RUN and stands_alone(wider.text) else None


def _follows(text: str, before: Sentence, after: Sentence) -> bool:
    """Whether a sentence goes on from the one before it: no heading, no list between them."""
    gap = text[before.span.end : after.span.start]
    return _ended(before.text) and gap.count("\n") <= 2


def _ended(sentence: str) -> bool:
    return sentence.rstrip("\"'”’»)*").endswith((".", "!", "?", "…"))
