from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
import pytest
from exporting.making import ALL, BARE, EVIL, PLAIN, evil, written
from hypothesis import given
from hypothesis import strategies as st

from summarizer.events import Event, EventDate, SourceRef
from summarizer.renderers.display import visible


def entries(*events: Event) -> list[Any]:
    return list(icalendar.Calendar.from_ical(written("ical", *events)).walk("VEVENT"))


def planned(edtf: str, published: str | None = "2021-04-27") -> Event:
    return PLAIN.model_copy(
        update={
            "status": "planned",
            "date": EventDate(edtf=edtf),
            "sources": (SourceRef(article="a-1", published=published, url="https://wire.example/a"),),
        }
    )


def test_a_planned_event_is_read_back() -> None:
    (entry,) = entries(planned("2021-05-03"))
    assert entry.decoded("DTSTART") == dt.date(2021, 5, 3)
    assert entry.decoded("DTEND") == dt.date(2021, 5, 4)  # the day after the last
    assert entry["SUMMARY"] == f"[planned] {PLAIN.summary}"
    assert entry["LOCATION"] == "Bucharest"
    assert entry["URL"] == "https://wire.example/a"
    assert entry["UID"] == f"{PLAIN.id}@summarizer"
    assert entry.decoded("DTSTAMP") == dt.datetime(2021, 5, 1, 12, 30, tzinfo=dt.UTC)
    assert PLAIN.evidence[0].quote in entry["DESCRIPTION"]
    assert "Status: planned\n" in entry["DESCRIPTION"]


@pytest.mark.parametrize(
    ("edtf", "published", "days"),
    [
        ("2021-05-03/2021-05-06", "2021-04-27", (dt.date(2021, 5, 3), dt.date(2021, 5, 7))),
        ("2021-05-03/..", "2021-04-27", (dt.date(2021, 5, 3), dt.date(2021, 5, 4))),
        ("2021-04-27", "2021-04-27T23:00:00-05:00", (dt.date(2021, 4, 27), dt.date(2021, 4, 28))),
        ("9999-12-31", "2021-04-27", (dt.date(9999, 12, 31), None)),
        ("2021-04-20", "2021-04-27", None),  # was over when it was told
        ("2021-05-01", None, (dt.date(2021, 5, 1), dt.date(2021, 5, 2))),
        ("2021-04-30", None, None),  # no date of publication: seen from the time of writing
        ("2021-05", "2021-04-27", None),
        ("XXXX-05-03", "2021-04-27", None),
        ("2021-05-03~", "2021-04-27", None),
        ("../2021-05-03", "2021-04-27", None),
        ("2021-05-03/2021-06", "2021-04-27", None),
        ("soon", "2021-04-27", None),
    ],
)
def test_only_days_that_are_told_and_still_to_come(
    edtf: str, published: str | None, days: tuple[dt.date, dt.date | None] | None
) -> None:
    found = entries(planned(edtf, published))
    assert [(e.decoded("DTSTART"), e.decoded("DTEND") if "DTEND" in e else None) for e in found] == [days] * bool(days)


@pytest.mark.parametrize("status", ["occurred", "denied", "threatened", "alleged"])
def test_what_is_neither_planned_nor_announced_is_left_out(status: str) -> None:
    assert entries(planned("2021-05-03").model_copy(update={"status": status})) == []


def test_without_events_it_is_a_calendar() -> None:
    assert entries() == []
    assert entries(BARE) == []


def test_lines_are_folded_and_hostile_text_stays_text() -> None:
    data = written("ical", *ALL)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    found = entries(*ALL)
    assert len(found) == len(EVIL)
    for entry, event in zip(found, EVIL, strict=True):
        assert entry["SUMMARY"] == f"[planned] {visible(event.summary)}"
        assert "URL" not in entry


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_title_comes_back(text: str) -> None:
    (entry,) = entries(evil(text))
    assert str(entry["SUMMARY"]) == f"[planned] {visible(text) or 'CONSULT'}"
