"""Columns of tabular formats: each has a name, a type, a description and a function; files and their documentation share them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.events import Event, Party, SourceRef
from summarizer.exporting.context import ExportContext, Known
from summarizer.normalising.edtf import parse_edtf

Cell = str | int | float | None
Kind = Literal["string", "integer", "number", "date"]


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is made of: an event, or one of its pairs of actor and recipient; `number` counts its rows from 1."""

    event: Event
    actor: Party | None
    recipient: Party | None
    number: int
    context: ExportContext


class Column(NamedTuple):
    """`kind` is the Frictionless type. A `raw` column holds JSON in ASCII, which is written as it is."""

    name: str
    kind: Kind
    description: str
    value: Callable[[Row], Cell]
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tabular format. `pairs`: one row for each pair of actor and recipient, else one for each event."""

    description: str
    columns: tuple[Column, ...]
    delimiter: str = "\t"
    line_end: str = "\n"
    pairs: bool = True


def rows(event: Event, context: ExportContext, pairs: bool) -> Iterator[Row]:
    """The rows of an event: at least one, also when it has no actor or no recipient."""
    if not pairs:
        yield Row(event, None, None, 1, context)
        return
    number = 0
    for actor in event.actors or (None,):
        for recipient in event.recipients or (None,):
            number += 1
            yield Row(event, actor, recipient, number, context)


def exact_day(event: Event) -> dt.date | None:
    """The day of the event when year, month and day are told, without "about"; None for anything less exact."""
    ends = parse_edtf(event.date.edtf) if event.date else None
    if ends is None or ends[0] != ends[1]:
        return None
    point = ends[0]
    if point is None or point.about or not (point.year and point.month and point.day):
        return None
    return dt.date(point.year, point.month, point.day)


def first_source(event: Event) -> SourceRef | None:
    """The first article that reports the event."""
    if event.sources:
        return event.sources[0]
    return SourceRef(article=event.evidence[0].article) if event.evidence else None


def day_text(row: Row) -> str | None:
    """The exact day, ISO 8601."""
    day = exact_day(row.event)
    return day.isoformat() if day else None


def publisher(row: Row) -> str | None:
    """Publisher of the first article."""
    source = first_source(row.event)
    return source.publisher if source else None


def party_name(of: Callable[[Row], Party | None]) -> Callable[[Row], str | None]:
    """The name, as the article has it, of the party that `of` gives."""

    def name(row: Row) -> str | None:
        party = of(row)
        return party.name if party else None

    return name


def unknown(_row: Row) -> None:
    """What a format has a column for and we don't know."""


def first_article(row: Row) -> Known | None:
    """What is known of the first article."""
    source = first_source(row.event)
    return row.context.articles.get(source.article) if source else None


def articles(event: Event) -> list[str]:
    """Ids of all articles that report the event, in order."""
    found = [*(source.article for source in event.sources), *(item.article for item in event.evidence)]
    return list(dict.fromkeys(found))


def publication_day(source: SourceRef | None) -> str:
    """The day of publication, ISO 8601, or ""."""
    day = (source.published or "")[:10] if source else ""
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def score(row: Row) -> float | None:
    """The ontology's score; None for a type that it doesn't have."""
    event, ontology = row.event, row.context.ontology
    return ontology.score(event.type, event.mode) if event.type in ontology.types else None


def quadrant(row: Row) -> int | None:
    """The ontology's quadrant, 1 to 4; None for a type that it doesn't have."""
    kind = row.context.ontology.types.get(row.event.type)
    return kind.quadrant if kind else None


def speakers(event: Event) -> str:
    """Who says so: `Lavrov (RUS, said); …`."""
    told = (
        f"{speaker.name} ({', '.join(filter(None, (speaker.country, speaker.reporting)))})"
        for speaker in event.attribution
    )
    return "; ".join(told)


def quotes(event: Event) -> str:
    """The passages that bear the event out, each once."""
    return " | ".join(dict.fromkeys(item.quote for item in event.evidence))


def conflicts(event: Event) -> str:
    """Slots on which articles differ: `toll (unresolved): 3 / 5; …`."""
    return "; ".join(
        f"{item.slot} ({item.status}): {' / '.join(value.value for value in item.values)}" for item in event.conflicts
    )


def own_columns(spaced: bool = True) -> tuple[Column, ...]:
    """What the formats of the field have no room for, appended to each of them."""
    edtf = "Date EDTF" if spaced else "DateEDTF"
    return (
        Column(
            edtf,
            "string",
            "Date in EDTF (ISO 8601-2), as exact as the text and no more; X for what nobody said.",
            lambda row: row.event.date.edtf if row.event.date else None,
        ),
        Column(
            "Status",
            "string",
            "occurred, ongoing, announced, planned, threatened, demanded, proposed, denied or alleged. The data sets of the "
            "field hold only what occurred: filter on this column before mixing them.",
            lambda row: row.event.status,
        ),
        Column(
            "Attribution",
            "string",
            "Whose word it is, with country and how (said, reported, alleged, leaked), joined by '; '.",
            lambda row: speakers(row.event),
        ),
        Column(
            "Quote",
            "string",
            "Passages of the articles that bear the event out, joined by ' | '.",
            lambda row: quotes(row.event),
        ),
        Column(
            "Conflicts",
            "string",
            "Slots on which articles differ, with all their values.",
            lambda row: conflicts(row.event),
        ),
    )
