"""How the days of a timeline are shown: a year that all share stands in front, what one day brought stands together."""

from __future__ import annotations

import pytest

from summarizer.brief import Statement, TimelineEntry
from summarizer.renderers.display import group_days, head_differences, label_days


def entry(date: str | None) -> TimelineEntry:
    return TimelineEntry(date=date, statement=Statement(text="T.", section="timeline", events=(), citations=()))


@pytest.mark.parametrize(
    ("dates", "year", "labels"),
    [
        (["2021-04-24", "2021-04-24", "2021-04-26"], "2021", ["24 April", "24 April", "26 April"]),
        (["2021-04-24"], "", ["24 April 2021"]),
        (["2020", "2021-04-24", "2021-04-26/.."], "", ["2020", "24 April 2021", "26 April 2021"]),
        (["2020-12-30", "2021-01-02"], "", ["30 December 2020", "2 January 2021"]),
        (["2020-12-30/2021-01-02", "2021-01-03"], "2021", ["30 December 2020 to 2 January", "3 January"]),
        (
            ["2021-04-24/2021-05-02", "XXXX-04-25", None, "2021-05"],
            "2021",
            ["24 April to 2 May", "25 April", "", "May"],
        ),
        (["2021", "2021-04-24"], "", ["2021", "24 April 2021"]),
        ([], "", []),
    ],
)
def test_a_year_that_all_share_stands_in_front(dates: list[str | None], year: str, labels: list[str]) -> None:
    assert label_days([entry(date) for date in dates]) == (year, tuple(labels))


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["2021-04-24", "2021-04-24", "2021-04-26"], [("24 April", 2), ("26 April", 1)]),
        (["2021-04-24"] * 5, [("24 April", 5)]),
        (["2021-10-15", "XXXX-XX-15", "XXXX-10-15", "2021-10-16"], [("15 October", 3), ("16 October", 1)]),
        (["2021-10-14", "XXXX-XX-15", "2021-10-15"], [("14 October", 1), ("15 October", 2)]),
        (["2021-10-14", "XXXX-XX-15", "2021-10-16"], [("14 October", 1), ("the 15th", 1), ("16 October", 1)]),
        (["2021-10-15", "2021-10", "2021-10-16"], [("15 October", 1), ("October", 1), ("16 October", 1)]),
        (["2021-10-15", None, None, "2021-10-16"], [("15 October", 1), ("", 1), ("", 1), ("16 October", 1)]),
        (
            ["2021-10-15/2021-10-17", "XXXX-XX-15", "2021-10-16"],
            [("15 to 17 October", 1), ("the 15th", 1), ("16 October", 1)],
        ),
        ([], []),
    ],
)
def test_what_one_day_brought_stands_together(dates: list[str | None], labels: list[tuple[str, int]]) -> None:
    _, days = group_days([entry(date) for date in dates])
    assert [(label, len(entries)) for label, entries in days] == labels


@pytest.mark.parametrize(
    ("texts", "heading"),
    [
        (["Deaths: four according to A; seven according to B."], "Where reports differ"),
        (["Deaths: four or seven.", "The agency corrected this to two."], "Where reports differ or were corrected"),
        (["A first reported three."], "Where reports differ or were corrected"),
        (["B withdrew its report."], "Where reports differ or were corrected"),
        (
            ["Accounts of who did it changed: A initially named X; B later named Y instead."],
            "Where reports differ or were corrected",
        ),
    ],
)
def test_corrections_are_announced_only_where_there_are_some(texts: list[str], heading: str) -> None:
    told = [Statement(text=text, section="conflicts", events=(), citations=()) for text in texts]
    assert head_differences(told) == heading
