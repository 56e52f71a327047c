"""Events for the tests of exporters: a plain one, one that is hostile in every text, one with next to nothing."""

from __future__ import annotations

import datetime as dt
import io

from summarizer import Article
from summarizer.events import (
    Conflict,
    ConflictValue,
    Event,
    EventDate,
    Evidence,
    Party,
    Place,
    Quantity,
    SourceRef,
    Speaker,
)
from summarizer.exporting import ExportContext, write_events

MADE = dt.datetime(2021, 5, 1, 12, 30, tzinfo=dt.UTC)
ARTICLE = Article(
    text="Short dateline.\nRussia and Belarus expelled an envoy of Romania in Bucharest on 26 April 2021, officials said.\n",
    title="Envoy told to leave",
    published="2021-04-27T08:00:00+02:00",
    publisher="Wire",
    url="https://wire.example/a?x=1&y=2",
    language="en",
)
_QUOTE = ARTICLE.text.splitlines()[1]
_START = ARTICLE.text.index(_QUOTE)

PLAIN = Event(
    id="e-000000000001",
    type="SANCTION",
    mode="expel",
    status="occurred",
    summary="Russia and Belarus expelled an envoy of Romania.",
    actors=(
        Party(name="Russia", country="RUS", sector="GOV"),
        Party(name="Belarus", country="BLR", sector="MIL"),
    ),
    recipients=(
        Party(name="an envoy of Romania", country="ROU", sector="GOV"),
        Party(name="NATO", country="NATO"),
    ),
    date=EventDate(edtf="2021-04-26", text="on 26 April 2021"),
    place=Place(name="Bucharest", country="ROU"),
    attribution=(Speaker(name="officials", country="RUS"),),
    quantities=(Quantity(value=1, unit="envoy", text="an envoy"), Quantity(value=2.5, unit="km", text="2.5 km")),
    evidence=(Evidence(article=ARTICLE.id, start=_START, end=_START + len(_QUOTE), quote=_QUOTE),),
    sources=(
        SourceRef(article=ARTICLE.id, publisher="Wire", published=ARTICLE.published, url=ARTICLE.url),
        SourceRef(article="a-2", publisher="Post"),
    ),
    conflicts=(
        Conflict(
            slot="toll",
            values=(ConflictValue(value="3", articles=(ARTICLE.id,)), ConflictValue(value="5", articles=("a-2",))),
        ),
    ),
    engine="rules",
    confidence=0.75,
)

EVIL_TEXTS = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u202e=gnp.exe",
    "＝1+1",
    "<script>alert(1)</script>&lt;b&gt;",
    "[/bold][link=file:///etc/passwd]x[/link]",
    "| cell | `code` [x](javascript:alert(1))",
    'she said "stop"\nand\r\nleft;, \\ twice',
    "\x1b[31mred\x1b[0m \x00 \x85 \ufffe \U0001f468\u200d\U0001f469",
    "END:VEVENT\r\nBEGIN:VEVENT",
    "'quoted'",
    "half \ud800 a character",
    "first;=1+1; @x;+y, |z|",
)


def evil(text: str, number: int = 2) -> Event:
    """An event whose every text is the one given."""
    return Event(
        id=f"e-{number:012}",
        type="CONSULT",
        status="planned",
        summary=text,
        actors=(Party(name=text),),
        recipients=(Party(name=text, country="NOR"),),
        date=EventDate(edtf="2030-01-02", text=text),
        place=Place(name=text),
        attribution=(Speaker(name=text, reporting="alleged"),),
        quantities=(Quantity(value=3, unit=text, text=text),),
        evidence=(Evidence(article="a-9", file=text, start=0, end=len(text), quote=text),),
        sources=(SourceRef(article="a-9", publisher=text, published=text, url="javascript:alert(1)"),),
        conflicts=(Conflict(slot=text, values=(ConflictValue(value=text, articles=("a-9",)),)),),
        engine="rules",
        confidence=0.5,
    )


BARE = Event(id="e-000000000003", type="NO-SUCH-TYPE", status="alleged", summary="", engine="rules", confidence=0)
EVIL = tuple(evil(text, 100 + at) for at, text in enumerate(EVIL_TEXTS))
ALL = (PLAIN, *EVIL, BARE)


def context() -> ExportContext:
    """The plain event's article is known."""
    return ExportContext(articles={ARTICLE.id: ARTICLE}, made=MADE)


def written(format: str, *events: Event) -> bytes:
    """The bytes of a file in that format."""
    stream = io.BytesIO()
    assert write_events(iter(events), format, stream, context()) == len(events)
    assert not stream.closed
    return stream.getvalue()
