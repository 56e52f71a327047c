"""What a model may cite when it writes: sentences of the articles, under names like "2.14", the 14th of the second article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from summarizer.article import Article
from summarizer.brief import BriefRequest
from summarizer.chunking import Sentence, estimate_tokens, split_sentences
from summarizer.engines.llm.lines import one_line
from summarizer.events import Event, Evidence

_ROOM: Final = 24_000  # tokens of article text in one question
_SMALL_ROOM: Final = 8_000


@dataclass(frozen=True, slots=True)
class Material:
    """Sentences as a question shows them: lines to print, and the passage behind each name."""

    lines: tuple[str, ...] = ()
    passages: Mapping[str, Evidence] = field(default_factory=dict)

    def names(self, event: Event) -> tuple[str, ...]:
        """The names of the sentences that an event stands in, its own order of evidence kept."""
        return tuple(
            dict.fromkeys(
                name
                for item in event.evidence
                for name, passage in self.passages.items()
                if passage.article == item.article and passage.start < item.end and item.start < passage.end
            )
        )


NOTHING: Final = Material()


def gather(request: BriefRequest, events: Sequence[Event]) -> Material:
    """Whole articles while they fit; else the sentences that the events stand in with their neighbours; else those alone.

    Repeats of other articles are left out, and in a part of a brief articles that none of its events stands in.
    """
    split = [
        (number, article, split_sentences(article.text))
        for number, article in enumerate(request.articles, 1)
        if article.copy_of is None
    ]
    if request.part:
        mine = {item.article for event in events for item in event.evidence}
        split = [entry for entry in split if entry[1].id in mine]
    chosen = [list(sentences) for _, _, sentences in split]
    for around in (1, 0):
        if _tokens(chosen) <= _ROOM:
            break
        chosen = [_near(sentences, article, events, around) for _, article, sentences in split]
    if _tokens(chosen) > _ROOM:
        return NOTHING
    return _shown((number, article, kept) for (number, article, _), kept in zip(split, chosen, strict=True))


def gather_passages(articles: Sequence[Article], passages: Sequence[Evidence]) -> Material:
    """Whole articles while they fit into a small room; else, and of repeats, the sentences of the passages alone."""
    split = [(number, article, split_sentences(article.text)) for number, article in enumerate(articles, 1)]
    near = [[s for s in sentences if _held(s, article, passages)] for _, article, sentences in split]
    whole = [
        list(sentences) if article.copy_of is None else kept
        for (_, article, sentences), kept in zip(split, near, strict=True)
    ]
    chosen = whole if _tokens(whole) <= _SMALL_ROOM else near
    return _shown((number, article, kept) for (number, article, _), kept in zip(split, chosen, strict=True))


def _held(sentence: Sentence, article: Article, passages: Sequence[Evidence]) -> bool:
    return any(
        item.article == article.id and item.start < sentence.span.end and sentence.span.start < item.end
        for item in passages
    )


def _shown(chosen: Iterable[tuple[int, Article, Sequence[Sentence]]]) -> Material:
    lines: list[str] = []
    passages: dict[str, Evidence] = {}
    for number, article, sentences in chosen:
        lines += _frame(number, article, sentences)
        for sentence in sentences:
            start, end = sentence.span.start, sentence.span.end
            passages[f"{number}.{sentence.number}"] = Evidence(
                article=article.id, file=article.file, start=start, end=end, quote=article.text[start:end]
            )
    return Material(tuple(lines), passages)


def _tokens(chosen: Sequence[Sequence[Sentence]]) -> int:
    return sum(estimate_tokens(sentence.text) + 4 for sentences in chosen for sentence in sentences)


def _near(sentences: Sequence[Sentence], article: Article, events: Sequence[Event], around: int) -> list[Sentence]:
    spans = [(item.start, item.end) for event in events for item in event.evidence if item.article == article.id]
    hit = {
        at
        for at, sentence in enumerate(sentences)
        if any(start < sentence.span.end and sentence.span.start < end for start, end in spans)
    }
    return [s for at, s in enumerate(sentences) if any(at + step in hit for step in range(-around, around + 1))]


def _frame(number: int, article: Article, sentences: Sequence[Sentence]) -> Iterator[str]:
    if not sentences:
        return
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    known = [one_line(part) for part in (article.title, article.publisher, article.published) if part]
    yield f"----- article {number} ({digest}): {' · '.join(known) or 'untitled'} -----"
    for sentence in sentences:
        yield f"[{number}.{sentence.number}] {one_line(sentence.text)}"
    yield f"----- end of article {number} ({digest}) -----"
