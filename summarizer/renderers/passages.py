"""What a page shows of each cited source: pieces of its text, and where in them the cited passages stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.article import Article
from summarizer.brief import Brief, SourceEntry
from summarizer.events import Evidence
from summarizer.spans import Span

Kind = Literal["full", "excerpts", "passages"]
# Bytes of article text that a page may carry; beyond it, long articles are shown as excerpts around what is cited.
_TEXT_BUDGET = 450_000
_MARGIN = 320


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an article's text; `start` is the index of its first character in `article.text`."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited span. `first` and `last` are half-open UTF-16 offsets, as browsers count, into segment number `segment`.

    `exact` is False when the article that was given holds other words there.
    """

    label: str
    evidence: Evidence
    segment: int
    first: int
    last: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One source as the page shows it: whole, as excerpts, or its cited passages alone."""

    source: SourceEntry
    kind: Kind
    segments: tuple[Segment, ...]
    passages: tuple[Passage, ...]


def read_sources(brief: Brief, articles: Sequence[Article]) -> dict[str, Reading]:
    """What to show of every source that a sentence or event rests on, by article id.

    An article's own text is used only if its digest is the one that the brief was checked against.
    """
    evidence: dict[str, dict[tuple[int, int, str], Evidence]] = {source.article: {} for source in brief.sources}
    for item in _all_evidence(brief):
        if item.article in evidence:
            evidence[item.article].setdefault((item.start, item.end, item.quote), item)
    digests = {source.article: source.sha256 for source in brief.sources}
    texts = {a.id: a.text for a in articles if evidence.get(a.id) and digests[a.id] == a.sha256}
    whole = _whole(texts)
    readings = {}
    for source in brief.sources:
        if evidence[source.article]:
            found = [evidence[source.article][key] for key in sorted(evidence[source.article])]
            text = texts.get(source.article)
            readings[source.article] = _reading(source, found, text, source.article in whole)
    return readings


def _all_evidence(brief: Brief) -> Iterable[Evidence]:
    for statement in brief.statements():
        for citation in statement.citations:
            yield citation.evidence
    for event in brief.events:
        yield from event.evidence


def _whole(texts: dict[str, str]) -> set[str]:
    """Articles to show in full: all that fit the budget, the shortest first."""
    left, whole = _TEXT_BUDGET, set()
    for id_, size in sorted(
        ((id_, len(text.encode("utf-8", "surrogatepass"))) for id_, text in texts.items()), key=lambda i: i[1]
    ):
        left -= size
        if left < 0:
            break
        whole.add(id_)
    return whole


def _reading(source: SourceEntry, evidence: list[Evidence], text: str | None, whole: bool) -> Reading:
    exact = [text is None or text[item.start : item.end] == item.quote for item in evidence]
    segments: list[Segment] = []
    if text is not None and whole:
        segments.append(Segment(0, text))
    elif text is not None:
        spans = [Span(item.start, item.end) for item, good in zip(evidence, exact, strict=True) if good]
        segments += [Segment(span.start, text[span.start : span.end]) for span in _windows(text, spans)]
    passages = []
    for rank, (item, good) in enumerate(zip(evidence, exact, strict=True), 1):
        at = next((i for i, s in enumerate(segments) if good and _holds(s, item)), None)
        if at is None:
            at = len(segments)
            segments.append(Segment(item.start, item.quote))
        piece, offset = segments[at].text, item.start - segments[at].start
        first = _utf16(piece[:offset])
        last = first + _utf16(item.quote)
        passages.append(Passage(f"{source.number}.{rank}", item, at, first, last, good))
    kind: Kind = "passages" if text is None else "full" if whole else "excerpts"
    return Reading(source, kind, tuple(segments), tuple(passages))


def _holds(segment: Segment, item: Evidence) -> bool:
    offset = item.start - segment.start
    return offset >= 0 and segment.text[offset : offset + len(item.quote)] == item.quote


def _windows(text: str, spans: Sequence[Span]) -> list[Span]:
    """Cited spans with some words on either side, joined where they meet."""
    windows: list[Span] = []
    for span in sorted(spans):
        start, end = max(0, span.start - _MARGIN), min(len(text), span.end + _MARGIN)
        while 0 < start < span.start and not text[start - 1].isspace():
            start += 1
        while span.end < end < len(text) and not text[end].isspace():
            end -= 1
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(end, windows[-1].end))
        else:
            windows.append(Span(start, end))
    return windows


def _utf16(text: str) -> int:
    """Length in UTF-16 code units, which is how JavaScript counts; lone surrogates count one each."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
