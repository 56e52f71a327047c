"""Geometry of the two drawings of a page: a timeline, and a matrix of who acts toward whom. Units are SVG user units."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.events import Event
from summarizer.normalising.edtf import MONTHS, edtf_bounds, say_date

WIDTH = 720
CELL = 34
LONGEST = 34  # letters of a party's name that are drawn
_LETTER = 7
_DOT = 13
_TALLEST = 12 * _DOT  # a lane with more marks on a day lets them overlap
_GUTTER = 96
_EDGE = 34
_MOST = 12
# How a status is drawn: what is told as fact, what somebody intends, what is only claimed, what is denied.
FAMILIES: Mapping[str, str] = {
    "occurred": "fact",
    "ongoing": "fact",
    "announced": "fact",
    "planned": "intent",
    "threatened": "intent",
    "demanded": "intent",
    "proposed": "intent",
    "alleged": "claim",
    "denied": "denial",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on the timeline: centre, and the ends of the range that its date leaves open."""

    event: int
    family: str
    x: float
    y: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A thread's row: its title's base line, its axis line, its marks."""

    title: str
    y: float
    base: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the time axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything to draw; `earlier` and `later` tell whether the margins hold events far from the others."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    earlier: bool
    later: bool
    undated: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Events of one actor (row) toward one recipient (column); `shade` runs from 1 to 5."""

    row: int
    column: int
    events: tuple[int, ...]
    shade: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who acts toward whom: indices of parties as rows and columns, most active first; `hidden` parties didn't fit.

    The grid begins at `left`, `top`; names stand before and (aslant) above it.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: tuple[Cell, ...]
    hidden: int
    left: int
    top: int
    width: int
    height: int


def bounds(event: Event) -> tuple[dt.date, dt.date] | None:
    """First and last day that an event's date can mean, None when it has no year."""
    return edtf_bounds(event.date.edtf) if event.date else None


def draw_timeline(events: Sequence[Event], threads: Sequence[tuple[str, Sequence[int]]]) -> Timeline | None:
    """One lane a thread, one mark a dated event; None when fewer than two events are dated."""
    dated = {at: found for at, event in enumerate(events) if (found := bounds(event)) is not None}
    shown = {at for _, members in threads for at in members}
    dated = {at: ends for at, ends in dated.items() if at in shown}
    if len(dated) < 2:
        return None
    first, last = _window([_anchor(ends) for ends in dated.values()])
    earlier = any(_anchor(ends) < first for ends in dated.values())
    later = any(_anchor(ends) > last for ends in dated.values())
    left, right = (_GUTTER if earlier else _EDGE), WIDTH - (_GUTTER if later else _EDGE)
    days = max(1, (last - first).days)

    def place(day: dt.date) -> float:
        if day < first:
            return _EDGE if earlier else left
        if day > last:
            return WIDTH - _EDGE if later else right
        return left + (right - left) * (day - first).days / days

    lanes, y = [], 8.0
    for title, members in threads:
        mine = [at for at in members if at in dated]
        if not mine:
            continue
        placed = _stack([(at, place(_anchor(dated[at])), *_range(dated[at], first, last, place)) for at in mine])
        rows = 1 + max(rank for *_, rank in placed)
        pitch = min(_DOT, _TALLEST / rows)
        base = y + 20 + _DOT + (rows - 1) * pitch
        marks = tuple(
            Mark(at, FAMILIES[events[at].status], x, round(base - 8 - rank * pitch, 1), start, end)
            for at, x, start, end, rank in placed
        )
        lanes.append(Lane(title, y + 12, base, marks))
        y = base + 14
    return Timeline(y + 20, tuple(lanes), _ticks(first, last, place), earlier, later, len(shown) - len(dated))


def _range(
    ends: tuple[dt.date, dt.date], first: dt.date, last: dt.date, place: Callable[[dt.date], float]
) -> tuple[float, float]:
    """What of an event's range lies on the axis; a point for a single day and for what stands in a margin."""
    anchor = _anchor(ends)
    if ends[0] == ends[1] or not first <= anchor <= last:
        return place(anchor), place(anchor)
    return place(max(ends[0], first)), place(min(ends[1], last))


def _stack(marks: Sequence[tuple[int, float, float, float]]) -> list[tuple[int, float, float, float, int]]:
    """Marks (event, centre, left, right) with the row in which each is free of the others; single days lie lowest."""
    taken: defaultdict[int, int] = defaultdict(int)
    placed = []
    for at, x, left, right in sorted(marks, key=lambda mark: (mark[3] - mark[2] > 1, mark[1], mark[0])):
        columns = range(round(left / _DOT), round(right / _DOT) + 1)
        rank = max(taken[column] for column in columns)
        for column in columns:
            taken[column] = rank + 1
        placed.append((at, x, left, right, rank))
    return placed


def _anchor(ends: tuple[dt.date, dt.date]) -> dt.date:
    """Where a mark stands: the middle of its range, or the known end of an open one."""
    start, end = ends
    if end == dt.date.max:
        return start
    if start == dt.date.min:
        return end
    return start + (end - start) / 2


def _window(days: Sequence[dt.date]) -> tuple[dt.date, dt.date]:
    """The range that the axis shows: far-off days (background from years ago) don't squeeze the rest."""
    days = sorted(days)
    low, high = 0, len(days) - 1
    for at in range(len(days) // 2):
        if (days[at + 1] - days[at]).days > max(45, 2 * (days[len(days) * 3 // 4] - days[at + 1]).days):
            low = at + 1
    for at in range(len(days) - 1, (len(days) + 1) // 2, -1):
        if (days[at] - days[at - 1]).days > max(45, 2 * (days[at - 1] - days[low]).days):
            high = at - 1
    return days[low], max(days[low], days[high])


def _ticks(first: dt.date, last: dt.date, place: Callable[[dt.date], float]) -> tuple[Tick, ...]:
    days = (last - first).days
    if days <= 400:
        step = next(step for step in (1, 2, 3, 7, 14, 28, 56, 84) if days / step <= 9)
        shown = [first + dt.timedelta(n) for n in range(0, days + 1, step)]
        return tuple(
            Tick(place(day), _say_day(day, before)) for day, before in zip(shown, [None, *shown], strict=False)
        )
    step = max(1, math.ceil((last.year - first.year) / 9))
    years = [dt.date(year, 1, 1) for year in range(first.year + 1, last.year + 1, step)]
    return tuple(Tick(place(day), str(day.year)) for day in years)


def _say_day(day: dt.date, before: dt.date | None) -> str:
    year = "" if before and before.year == day.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month][:3]}{year}"


def draw_matrix(pairs: Sequence[tuple[int, int, int]], names: Sequence[str]) -> Matrix | None:
    """A matrix of (actor, recipient, event) triples of indices, parties being called by `names`; None without any."""
    if not pairs:
        return None
    weight: Counter[int] = Counter()
    for actor, recipient, _ in pairs:
        weight[actor] += 1
        weight[recipient] += 1
    order = sorted(weight, key=lambda party: (-weight[party], party))
    kept = set(order[:_MOST])
    cells: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for actor, recipient, event in pairs:
        if actor in kept and recipient in kept:
            cells[actor, recipient].add(event)
    if not cells:
        return None
    rows = tuple(party for party in order if any(party == row for row, _ in cells))
    columns = tuple(party for party in order if any(party == column for _, column in cells))
    most = max(len(found) for found in cells.values())
    drawn = tuple(
        Cell(rows.index(row), columns.index(column), tuple(sorted(found)), math.ceil(5 * len(found) / max(5, most)))
        for (row, column), found in sorted(cells.items())
    )
    left = 24 + _LETTER * max(min(LONGEST, len(names[row])) for row in rows)
    aslant = 20 + math.ceil(0.71 * _LETTER * max(min(LONGEST, len(names[column])) for column in columns))
    width, height = left + CELL * len(columns) + aslant, aslant + CELL * len(rows) + 4
    return Matrix(rows, columns, drawn, len(order) - len({*rows, *columns}), left, aslant, width, height)


def say_when(event: Event) -> str:
    """An event's date in words, or "Undated"."""
    return say_date(event.date.edtf) if event.date else "Undated"
