"""How a timeline is shown: days told once, the year that they share in front."""

from __future__ import annotations

import pytest

from summarizer.brief import Statement, TimelineEntry
from summarizer.renderers.display import group_days


def entry(date: str | None) -> TimelineEntry:
    return TimelineEntry(date=date, statement=Statement(text="T.", section="timeline", events=(), citations=()))


@pytest.mark.parametrize(
    ("dates", "year", "shown"),
    [
        (["2021-04-24", "2021-04-24", "2021-04-26"], "2021", [("24 April", 2), ("26 April", 1)]),
        (["2021-04-24"], "", [("24 April 2021", 1)]),
        (["2020", "2021-04-24", "2021-04-26/.."], "2021", [("2020", 1), ("24 April", 1), ("26 April", 1)]),
        (["2020-12-30", "2021-01-02"], "", [("30 December 2020", 1), ("2 January 2021", 1)]),
        (["2021-04-24/2021-05-02", "XXXX-04-25", None, None, "2021-05"], "2021", [
            ("24 April to 2 May", 1), ("25 April", 1), ("", 1), ("", 1), ("May", 1)]),
        (["2021", "2021"], "2021", [("2021", 2)]),
        ([], "", []),
    ],
)  # fmt: skip
def test_days_are_told_once_and_the_shared_year_in_front(
    dates: list[str | None], year: str, shown: list[tuple[str, int]]
) -> None:
    days = group_days([entry(date) for date in dates])
    assert (days.year, [(label, len(told)) for label, told in days.days]) == (year, shown)
