"""An event in a few words, for tables and feeds that people read; whatever isn't plain fact is marked as such."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from summarizer.events import FACTUAL, Event
from summarizer.exporting.columns import speakers
from summarizer.normalising.edtf import say_date
from summarizer.renderers.display import visible

_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.I)


class Told(NamedTuple):
    """The cells of a table: plain text on one line each, without control characters."""

    when: str
    status: str
    type: str
    event: str
    said_by: str
    sources: str
    id: str


HEADINGS = Told("When", "Status", "Type", "Event", "Said by", "Sources", "Id")


def tell(event: Event) -> Told:
    """The event for a table."""
    files = (item.file.rsplit("/", 1)[-1] if item.file else item.article for item in event.evidence)
    names = [source.publisher for source in event.sources if source.publisher] or list(files)
    return Told(
        visible(say_date(event.date.edtf)) if event.date else "undated",
        event.status,
        visible(f"{event.type}/{event.mode}" if event.mode else event.type),
        visible(event.summary),
        visible(speakers(event)),
        visible(", ".join(dict.fromkeys(names))),
        visible(event.id),
    )


def headline(event: Event) -> str:
    """The summary, with its status in front unless it is told as a fact."""
    summary = visible(event.summary) or visible(event.type)
    return summary if event.status in FACTUAL else f"[{event.status}] {summary}"


def web_address(text: str | None) -> str | None:
    """The address if it is a plain http(s) one, else None: nothing else is ever made a link."""
    return text if text and text.isascii() and text.isprintable() and _ADDRESS.fullmatch(text) else None


def web_addresses(event: Event) -> list[str]:
    """Addresses of the articles that report it, each once."""
    return list(dict.fromkeys(filter(None, (web_address(source.url) for source in event.sources))))


def reported(event: Event) -> dt.datetime | None:
    """When the first article came out, with a zone (UTC if none is given; a day alone at its midnight); None if unknown."""
    times = [time for source in event.sources if (time := _time(source.published))]
    return min(times) if times else None


def last_report_day(event: Event) -> dt.date | None:
    """The day, in its own zone, on which the last article came out; None if unknown."""
    times = [time for source in event.sources if (time := _time(source.published))]
    return max(times).date() if times else None


def _time(published: str | None) -> dt.datetime | None:
    try:
        time = dt.datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=dt.UTC)
