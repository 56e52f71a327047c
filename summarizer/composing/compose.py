"""From checked sentences to the brief that is handed on: header, sources, gaps, footer."""

from __future__ import annotations

import datetime as dt
import hashlib
import textwrap
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from summarizer.article import Article, Failure
from summarizer.brief import (
    Brief,
    BriefRequest,
    CheckedBrief,
    LeftOut,
    SourceEntry,
    Statement,
    Verification,
    WithheldSentence,
)
from summarizer.composing.timelines import compose_thread, told_once
from summarizer.events import FACTUAL, Event
from summarizer.normalising.dates import edtf_bounds, say_date
from summarizer.normalising.phrasing import join_names


@dataclass(frozen=True, slots=True)
class BriefContext:
    """What the run knows beside the events: when, by which engine, and what didn't make it."""

    as_of: str
    engine: str
    fingerprint: str
    failures: tuple[Failure, ...] = ()
    silent: tuple[Article, ...] = ()
    rejected_drafts: int = 0
    notes: tuple[str, ...] = ()
    since: str | None = None
    dropped: tuple[str, ...] = ()


def compose_brief(checked: CheckedBrief, request: BriefRequest, context: BriefContext) -> Brief:
    """Put a checked brief together. Everything counted or cited here is derived from events and articles by code."""
    events = {event.id: event for event in request.events}
    head = [*checked.bottom_line, *checked.key_points]
    composed = [compose_thread(item, events, head, request.length == "full") for item in checked.threads]
    threads = told_once(composed, () if request.length == "full" else head)
    told = [*checked.bottom_line, *checked.changes, *checked.key_points, *checked.assessment]
    for thread in threads:
        told += thread.statements()
    cited = {citation.source for statement in told for citation in statement.citations}
    count = len(told) + len(checked.withheld)
    return Brief(
        title=request.title or _title(request),
        as_of=context.as_of,
        period=_period(request.events),
        since=context.since,
        run=_run_id(request, context),
        engine=context.engine,
        fingerprint=context.fingerprint,
        articles=len(request.articles),
        publishers=len({_family(article, request.by_id) for article in request.articles}),
        bottom_line=checked.bottom_line,
        changes=checked.changes,
        key_points=checked.key_points,
        assessment=checked.assessment,
        threads=threads,
        gaps=(*context.dropped, *_gaps(request.events, request.articles)),
        sources=_sources(request.articles, cited),
        verification=Verification(
            sentences=count,
            verified=len(told),
            withheld=tuple(
                WithheldSentence(text=item.sentence.text, section=item.section, reasons=item.reasons)
                for item in checked.withheld
            ),
            left_out=_left_out(context, events, [*told, *(s for thread in composed for s in thread.statements())]),
            rejected_drafts=context.rejected_drafts,
        ),
        events=request.events,
    )


def _title(request: BriefRequest) -> str:
    if len(request.articles) == 1 and request.articles[0].title:
        return f"Brief: {request.articles[0].title}"
    return "Brief"


def _run_id(request: BriefRequest, context: BriefContext) -> str:
    parts = [context.as_of, context.fingerprint, *(article.id for article in request.articles)]
    return "r-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]


def _period(events: Sequence[Event]) -> str | None:
    bounds = [edtf_bounds(event.date.edtf) for event in events if event.date and event.status in FACTUAL]
    days = [day for bound in bounds if bound is not None for day in bound if day not in (dt.date.min, dt.date.max)]
    if not days:  # an open interval has a first or last day at the end of the calendar, which says nothing
        return None
    first, last = min(days), max(days)
    return (
        say_date(first.isoformat())
        if first == last
        else f"{say_date(first.isoformat())} to {say_date(last.isoformat())}"
    )


def _family(article: Article, articles: Mapping[str, Article]) -> str:
    """What counts as one independent publisher: the family of the original, else the publisher, else the article."""
    original = articles.get(article.copy_of or "", article)
    return (original.publisher_family or original.publisher or original.id).casefold()


def _sources(articles: Sequence[Article], cited: set[int]) -> tuple[SourceEntry, ...]:
    numbers = {article.id: at for at, article in enumerate(articles, 1)}
    return tuple(
        SourceEntry(
            number=at,
            article=article.id,
            sha256=article.sha256,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            url=article.url,
            file=article.file,
            copy_of=numbers.get(article.copy_of or ""),
            cited=at in cited,
            notes=article.notes,
        )
        for at, article in enumerate(articles, 1)
    )


def _gaps(events: Sequence[Event], articles: Sequence[Article]) -> tuple[str, ...]:
    """What the articles don't say, counted."""
    gaps = []
    undated_articles = [article for article in articles if article.published is None]
    if undated_articles:
        which = (
            "The article carries"
            if len(articles) == 1
            else f"{len(undated_articles)} of {len(articles)} articles {'carries' if len(undated_articles) == 1 else 'carry'}"
        )
        lacking = _lacking(events, {article.id for article in undated_articles})
        gaps.append(f"{which} no publication date{f', so that {lacking}' if lacking else ''}.")
    counted = [
        (sum(event.date is None for event in events), "undated in the text"),
        (sum(not event.actors for event in events), "without a named actor"),
    ]
    if len(articles) > 1:
        counted.append((sum(len(event.sources) == 1 for event in events), "told by one article alone"))
    told = [f"{count} {'is' if count == 1 else 'are'} {what}" for count, what in counted if count]
    if told:
        gaps.append(f"Of {len(events)} events {join_names(told)}.")
    return tuple(gaps)


def _lacking(events: Sequence[Event], articles: Set[str]) -> str | None:
    """What the dates of events that these articles alone tell lack, by the first such date."""
    for event in events:
        date = event.date
        if date and date.text and date.edtf.startswith("XXXX") and {s.article for s in event.sources} <= articles:
            missing = "month and year" if date.edtf.startswith("XXXX-XX") else "year"
            return f"dates such as “{date.text}” have no {missing}"
    return None


def _left_out(context: BriefContext, events: dict[str, Event], told: Sequence[Statement]) -> tuple[LeftOut, ...]:
    left = [LeftOut(what=failure.source, reason=failure.reason) for failure in context.failures]
    left += [LeftOut(what=a.file or a.title or a.id, reason="no events found in it") for a in context.silent]
    covered = {id_ for statement in told for id_ in statement.events}
    left += [
        LeftOut(what=shortened(event.summary) or f"event {id_}", reason="told by no sentence")
        for id_, event in events.items()
        if id_ not in covered
    ]
    left += [LeftOut(what="note", reason=note) for note in context.notes]
    return tuple(left)


def shortened(text: str) -> str:
    """A sentence in at most 120 characters."""
    return textwrap.shorten(text, 120, placeholder=" …")


def now() -> str:
    """The present moment, ISO 8601 in UTC, to the minute."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%MZ")
