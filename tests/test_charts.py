"""Where the marks of a page's drawings stand."""

from __future__ import annotations

import pytest
from html_sample import event

from summarizer.events import Event
from summarizer.renderers.charts import FAMILIES, WIDTH, Timeline, draw_matrix, draw_timeline

DAYS = ["2022-03-08", "2022-03-08", "2022-03-09", "2022-03-11"]


def timeline(*dates: str | None) -> Timeline | None:
    events: list[Event] = [event(f"e-{at}", [], date=date) for at, date in enumerate(dates)]
    return draw_timeline(events, [("one", range(len(events)))])


def test_marks_stand_in_order_of_time_and_those_of_one_day_above_each_other() -> None:
    drawn = timeline(*DAYS)
    assert drawn
    marks = {mark.event: mark for mark in drawn.lanes[0].marks}
    assert marks[0].x == marks[1].x < marks[2].x < marks[3].x < WIDTH
    assert marks[0].y > marks[1].y
    assert marks[2].x - marks[0].x == pytest.approx((marks[3].x - marks[0].x) / 3)
    assert [tick.label for tick in drawn.ticks] == ["8 Mar 2022", "9 Mar", "10 Mar", "11 Mar"]


def test_background_from_years_ago_stands_in_the_margin() -> None:
    drawn = timeline("1994", "2014-05", *DAYS, "2035")
    assert drawn
    assert (drawn.earlier, drawn.later) == (True, True)
    first = drawn.ticks[0].x
    assert [mark.x < first for mark in sorted(drawn.lanes[0].marks, key=lambda mark: mark.event)] == [
        True,
        True,
        *[False] * 5,
    ]


def test_an_open_date_has_a_bar_in_a_row_of_its_own_and_an_undated_event_is_counted() -> None:
    drawn = timeline(*DAYS, "2022-03", None, "XXXX-XX-24", "2022-03-09/..")
    assert drawn
    marks = {mark.event: mark for mark in drawn.lanes[0].marks}
    assert marks[4].right - marks[4].left > 100
    assert marks[4].y < min(marks[at].y for at in range(4))
    assert drawn.undated == 2
    assert marks[7].x == marks[2].x


def test_the_lane_stays_low_however_many_events_fall_on_a_day() -> None:
    drawn = timeline(*["2022-03-08"] * 500, "2022-03-09")
    assert drawn
    assert drawn.height < 250
    assert min(mark.y for mark in drawn.lanes[0].marks) > drawn.lanes[0].y


@pytest.mark.parametrize("dates", [(), ("2022-03-08",), (None, None), ("XXXX-03-08", "2022")])
def test_nothing_to_draw(dates: tuple[str | None, ...]) -> None:
    assert timeline(*dates) is None


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (("2021-12-31", "2022-01-02"), ["31 Dec 2021", "1 Jan 2022", "2 Jan"]),
        (("2019-06-01", "2020-06-01", "2021-06-01"), ["2020", "2021"]),
        (("2022-03-08", "2022-03-08"), ["8 Mar 2022"]),
    ],
)
def test_ticks(dates: tuple[str, ...], labels: list[str]) -> None:
    drawn = timeline(*dates)
    assert drawn
    assert [tick.label for tick in drawn.ticks] == labels


def test_every_status_has_a_sign() -> None:
    assert set(FAMILIES) == set(Event.model_fields["status"].annotation.__args__)  # type: ignore[union-attr]


def test_matrix_puts_the_busiest_first_and_counts_an_event_once_a_cell() -> None:
    drawn = draw_matrix([(0, 1, 7), (0, 1, 8), (0, 1, 8), (2, 0, 9)], ["A", "B", "C"])
    assert drawn
    assert (drawn.rows, drawn.columns) == ((0, 2), (0, 1))
    assert {(cell.row, cell.column): cell.events for cell in drawn.cells} == {(0, 1): (7, 8), (1, 0): (9,)}


def test_matrix_tells_how_many_parties_did_not_fit() -> None:
    drawn = draw_matrix([(0, at, at) for at in range(1, 31)], [f"P{at}" for at in range(31)])
    assert drawn
    assert len(drawn.columns) + drawn.hidden + 1 == 31
    assert draw_matrix([], []) is None
