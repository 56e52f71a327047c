"""How the days of a timeline are shown: a year that all share stands in front."""

from __future__ import annotations

import pytest

from summarizer.brief import Statement, TimelineEntry
from summarizer.renderers.display import label_days


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
