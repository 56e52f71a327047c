"""GDELT 1.0's column names, tab-separated, with a header: a row for each pair of actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from summarizer.events import Event, Party
from summarizer.exporting.coding import cameo_actor, cameo_type, country_codes, names_country
from summarizer.exporting.columns import (
    Column,
    Row,
    Sheet,
    articles,
    exact_day,
    first_article,
    first_source,
    own_columns,
    party_name,
    quadrant,
    score,
)
from summarizer.exporting.context import ExportContext
from summarizer.exporting.delimited import write_sheet
from summarizer.normalising.actors import display_name

_LEAD_WORDS = 10  # a block of fewer is a heading, a dateline or a byline


def _id(row: Row) -> str:
    return row.event.id if row.number == 1 else f"{row.event.id}-{row.number}"


def _day(row: Row) -> int | None:
    day = exact_day(row.event)
    return int(f"{day:%Y%m%d}") if day and day.year >= 1000 else None


def _code(row: Row) -> str | None:
    return row.context.ontology.cameo(row.event.type, row.event.mode)


def _event_code(row: Row) -> str | None:
    code = _code(row)
    return code if code is None or len(code) > 2 else code + "0"


def _base_code(row: Row) -> str | None:
    code = _event_code(row)
    return code[:3] if code else None


def _root_code(row: Row) -> str | None:
    code = _code(row)
    return code[:2] if code else None


def _is_root(row: Row) -> int | None:
    """1 when the event is told in the lead of its first article, None when that isn't at hand."""
    article, source = first_article(row), first_source(row.event)
    if article is None or not article.text or source is None:
        return None
    lead, at = 0, 0
    for block in article.text.split("\n"):
        at += len(block) + 1
        if len(block.split()) >= _LEAD_WORDS:
            lead = at
            break
    starts = [item.start for item in row.event.evidence if item.article == source.article]
    return int(min(starts) < lead) if starts and lead else None


def _sources(row: Row) -> int:
    return len({source.publisher or source.article for source in row.event.sources})


def _place(row: Row) -> str | None:
    place = row.event.place
    if place is None or not place.country or names_country(place):
        return place.name if place else None
    return f"{place.name}, {display_name(place.country).removeprefix('the ')}"


def _fips(row: Row) -> str | None:
    return country_codes(row.event.place.country).fips if row.event.place else None


def _url(row: Row) -> str | None:
    return next((source.url for source in row.event.sources if source.url), None)


def _actor(number: int, of: Callable[[Row], Party | None]) -> tuple[Column, ...]:
    def country(row: Row) -> str:
        party = of(row)
        return country_codes(party.country).cameo if party else ""

    who = "actor" if number == 1 else "recipient"
    return (
        Column(
            f"Actor{number}Code",
            "string",
            f"CAMEO code of the {who}, country and type.",
            lambda row: cameo_actor(of(row)),
        ),
        Column(f"Actor{number}Name", "string", f"Name of the {who} as the article has it.", party_name(of)),
        Column(
            f"Actor{number}CountryCode",
            "string",
            f"CAMEO country of the {who}; empty for organisations and where the code isn't sure.",
            country,
        ),
        Column(
            f"Actor{number}Type1Code",
            "string",
            f"CAMEO type of the {who}, where its PLOVER sector has one.",
            lambda row: cameo_type(of(row)),
        ),
    )


SHEET = Sheet(
    "Events under column names of GDELT 1.0, a row for each pair of actors.",
    (
        Column(
            "GLOBALEVENTID",
            "string",
            "The event's id (text, not a number); from the second row of an event on with -2, -3 and so on, as ids are unique.",
            _id,
        ),
        Column("SQLDATE", "integer", "YYYYMMDD, only when the text tells year, month and day; see DateEDTF.", _day),
        *_actor(1, lambda row: row.actor),
        *_actor(2, lambda row: row.recipient),
        Column(
            "IsRootEvent",
            "integer",
            "1 when the event is told in the lead paragraph of its first article, 0 when not; empty when that isn't at hand.",
            _is_root,
        ),
        Column(
            "EventCode",
            "string",
            "The CAMEO code nearest to type and mode; text, since it may start with 0.",
            _event_code,
        ),
        Column("EventBaseCode", "string", "Its first three digits.", _base_code),
        Column("EventRootCode", "string", "Its first two digits.", _root_code),
        Column(
            "QuadClass",
            "integer",
            "PLOVER's quadrant: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.",
            quadrant,
        ),
        Column("GoldsteinScale", "number", "PLOVER score, -10 to 10, in the place of Goldstein's.", score),
        Column("NumMentions", "integer", "Passages that bear the event out.", lambda row: len(row.event.evidence)),
        Column("NumSources", "integer", "Publishers (or articles without one) that report it.", _sources),
        Column("NumArticles", "integer", "Articles that report it.", lambda row: len(articles(row.event))),
        Column("ActionGeo_FullName", "string", "Where the text puts the act, with the country if known.", _place),
        Column("ActionGeo_CountryCode", "string", "FIPS 10-4 country of the place.", _fips),
        Column("SOURCEURL", "string", "Address of the first article that has one.", _url),
        Column("EventID", "string", "The event's id, the same in all its rows.", lambda row: row.event.id),
        *own_columns(spaced=False),
    ),
)


def write_gdelt(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """GDELT 1.0's column names, then our own."""
    write_sheet(SHEET, events, stream, context)
