"""What changed in an event, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.changes import Changes
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
)
from summarizer.merging import compare_events


def event(**slots: Any) -> Event:
    """An expulsion; slots as given."""
    values: dict[str, Any] = {
        "id": "e-1",
        "type": "SANCTION",
        "mode": "expel",
        "status": "occurred",
        "summary": "Poland expelled three Russian diplomats.",
        "actors": (Party(name="Poland", country="POL"),),
        "recipients": (Party(name="Russia", country="RUS"),),
        "date": EventDate(edtf="2025-05-05"),
        "quantities": (three(),),
        "evidence": (Evidence(article="a-1", start=0, end=3, quote="abc"),),
        "sources": (SourceRef(article="a-1"),),
        "engine": "rules",
        "confidence": 0.7,
    }
    return Event(**{**values, **slots})


def three(value: int = 3) -> Quantity:
    """A number of diplomats."""
    return Quantity(value=value, unit="diplomats", text=f"{value} diplomats")


def conflict(slot: str, *values: str, status: str = "superseded") -> Conflict:
    """A conflict whose values come from one article each."""
    told = tuple(ConflictValue(value=value, articles=(f"a-{at}",)) for at, value in enumerate(values))
    return Conflict(slot=slot, values=told, status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("after", "kind", "slots"),
    [
        (event(), None, []),
        (event(summary="Other words.", confidence=0.9, sources=(SourceRef(article="a-2"),)), None, []),
        (event(date=EventDate(edtf="2025-05")), None, []),
        (event(quantities=()), None, []),
        (event(status="alleged"), "updated", [("status", "occurred", "alleged")]),
        (event(status="denied"), "retracted", [("status", "occurred", "denied")]),
        (event(date=EventDate(edtf="2025-05-06")), "updated", [("date", "2025-05-05", "2025-05-06")]),
        (event(quantities=(three(5),)), "updated", [("quantities", "3 diplomats", "5 diplomats")]),
        (event(place=Place(name="Warsaw", country="POL")), "updated", [("place", None, "Warsaw")]),
        (
            event(actors=(Party(name="Poland", country="POL"), Party(name="Latvia", country="LVA"))),
            "updated",
            [("actors", "Poland", "Latvia")],
        ),
        (
            event(conflicts=(conflict("quantities", "3 diplomats", "5 diplomats"),), quantities=(three(5),)),
            "corrected",
            [("quantities", "3 diplomats", "5 diplomats")],
        ),
        (
            event(conflicts=(conflict("quantities", "3 diplomats", "5 diplomats", status="unresolved"),)),
            "updated",
            [("quantities", "3 diplomats", "5 diplomats")],
        ),
        (event(conflicts=(conflict("status", "alleged", "denied"),)), "retracted", [("status", "alleged", "denied")]),
    ],
)
def test_slot_by_slot(after: Event, kind: str | None, slots: list[tuple[str, str | None, str]]) -> None:
    changes = compare_events({"e-1": event()}, [after], "2025-05-06T08:00Z")
    if kind is None:
        assert changes == Changes("2025-05-06T08:00Z", (), (after,))
        return
    (change,) = changes.items
    assert change.kind == kind
    assert [(slot.slot, slot.before, slot.after) for slot in change.slots] == slots


def test_a_date_told_more_exactly_is_an_update() -> None:
    changes = compare_events({"e-1": event(date=EventDate(edtf="2025-05"))}, [event()], None)
    assert [(c.kind, c.slots[0].after) for c in changes.items] == [("updated", "2025-05-05")]


def test_a_known_conflict_is_no_news() -> None:
    known = event(conflicts=(conflict("quantities", "3", "5", status="unresolved"),))
    assert compare_events({"e-1": known}, [known], None).items == ()
    settled = event(conflicts=(conflict("quantities", "3", "5"),))
    assert [change.kind for change in compare_events({"e-1": known}, [settled], None).items] == ["corrected"]


def test_new_and_dropped_events() -> None:
    gone = event(id="e-2", sources=(SourceRef(article="a-old"),))
    elsewhere = event(id="e-3", sources=(SourceRef(article="a-other"),))
    changes = compare_events({"e-2": gone, "e-3": elsewhere}, [event()], None, frozenset({"a-old"}))
    assert [(change.kind, change.event.id) for change in changes.items] == [("new", "e-1"), ("dropped", "e-2")]
    assert [item.id for item in changes.news] == ["e-1"]


def test_a_rewritten_article_corrects_what_it_told() -> None:
    before = event(sources=(SourceRef(article="a-old"),))
    changes = compare_events({"e-1": before}, [event(quantities=(three(2),))], None, frozenset({"a-old"}))
    assert [change.kind for change in changes.items] == ["corrected"]


def test_what_weighs_most_comes_first() -> None:
    before = {"e-1": event(), "e-2": event(id="e-2"), "e-4": event(id="e-4")}
    after = [
        event(id="e-3"),
        event(place=Place(name="Warsaw")),
        event(id="e-2", status="denied"),
        event(id="e-4", conflicts=(conflict("date", "a", "b"),)),
    ]
    changes = compare_events(before, after, None)
    assert [change.kind for change in changes.items] == ["retracted", "corrected", "updated", "new"]
