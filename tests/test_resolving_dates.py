"""What an expression of time means: by the day of publication, by the day told before, as a plan."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.normalising.dates import date_borne_out, resolve_date

WEDNESDAY = dt.date(2021, 4, 28)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("April 28", WEDNESDAY, "2021-04-28"),
        ("28 April 2021", None, "2021-04-28"),
        ("Apr. 28th", WEDNESDAY, "2021-04-28"),
        ("2021-04-28", None, "2021-04-28"),
        ("28/4/2021", None, "2021-04-28"),
        ("4/28/2021", None, "2021-04-28"),
        ("4/5/2021", None, "2021"),
        ("4.5.2021", None, "2021-05-04"),
        ("the 24th", WEDNESDAY, "2021-04-24"),
        ("on the 29th", WEDNESDAY, "2021-03-29"),
        ("On the 31st", dt.date(2021, 5, 1), "2021-03-31"),
        ("On the 26th", None, "XXXX-XX-26"),
        ("24 April", None, "XXXX-04-24"),
        ("on 12 December", WEDNESDAY, "2020-12-12"),
        ("on 3 May", WEDNESDAY, "2021-05-03"),
        ("mid-April", WEDNESDAY, "2021-04"),
        ("early March", None, "XXXX-03"),
        ("in May", WEDNESDAY, "2020-05"),
        ("in April", WEDNESDAY, "2021-04"),
        ("last April", WEDNESDAY, "2020-04"),
        ("March last year", WEDNESDAY, "2020-03"),
        ("late 2021", None, "2021"),
        ("in 2014", None, "2014"),
        ("spring 2021", None, "2021-21"),
        ("last spring", dt.date(2024, 11, 8), "2024-21"),
        ("last spring", dt.date(2024, 4, 8), "2023-21"),
        ("last autumn", dt.date(2024, 11, 8), "2023-23"),
        ("next spring", dt.date(2024, 11, 8), "2025-21"),
        ("next autumn", dt.date(2024, 4, 8), "2024-23"),
        ("last winter", dt.date(2024, 4, 8), "2023-24"),
        ("the 1990s", None, "199X"),
        ("on Monday", WEDNESDAY, "2021-04-26"),
        ("on Wednesday", WEDNESDAY, "2021-04-28"),
        ("on Thursday", WEDNESDAY, "2021-04-22"),
        ("last Wednesday", WEDNESDAY, "2021-04-21"),
        ("last Friday", WEDNESDAY, "2021-04-23"),
        ("Friday last week", WEDNESDAY, "2021-04-23"),
        ("Friday night", WEDNESDAY, "2021-04-23"),
        ("on Friday", None, None),
        ("yesterday", WEDNESDAY, "2021-04-27"),
        ("today", WEDNESDAY, "2021-04-28"),
        ("tonight", WEDNESDAY, "2021-04-28"),
        ("the previous night", WEDNESDAY, "2021-04-27"),
        ("last night", WEDNESDAY, "2021-04-27"),
        ("overnight", WEDNESDAY, "2021-04-27"),
        ("yesterday", None, None),
        ("next week", WEDNESDAY, "2021-05-03/2021-05-09"),
        ("earlier this week", WEDNESDAY, "2021-04-26/2021-04-28"),
        ("this week", WEDNESDAY, "2021-04-26/2021-05-02"),
        ("last month", WEDNESDAY, "2021-03"),
        ("earlier in March", WEDNESDAY, "2021-03"),
        ("earlier this year", WEDNESDAY, "2021"),
        ("over the weekend", WEDNESDAY, "2021-04-24/2021-04-25"),
        ("between 3 and 7 April", WEDNESDAY, "2021-04-03/2021-04-07"),
        ("between 3 and 7 May", None, "XXXX-05-03/XXXX-05-07"),
        ("April 24-26", WEDNESDAY, "2021-04-24/2021-04-26"),
        ("from 28 March to 2 April 2021", None, "2021-03-28/2021-04-02"),
        ("from the 24th to the 26th", WEDNESDAY, "2021-04-24/2021-04-26"),
        ("from Monday to Wednesday", WEDNESDAY, "2021-04-26/2021-04-28"),
        ("from March to April 2021", None, "2021-03/2021-04"),
        ("since 2014", None, "2014/.."),
        ("since Friday", WEDNESDAY, "2021-04-23/.."),
        ("three days ago", WEDNESDAY, "2021-04-25"),
        ("two weeks ago", WEDNESDAY, "2021-04-14~"),
        ("three months ago", WEDNESDAY, "2021-01"),
        ("two years ago", WEDNESDAY, "2019"),
        ("around 20 April", WEDNESDAY, "2021-04-20~"),
        ("in the coming days", WEDNESDAY, None),
        ("recently", WEDNESDAY, None),
        ("29 February 2021", None, None),
        ("On Monday (April 26)", WEDNESDAY, "2021-04-26"),
        ("On the last Friday of March", WEDNESDAY, "2021-03-26"),
        ("the first Monday in February 2020", WEDNESDAY, "2020-02-03"),
        ("the second Sunday of last month", WEDNESDAY, "2021-03-14"),
        ("the last Friday of March", None, "XXXX-03"),
        ("earlier in the month", WEDNESDAY, "2021-04"),
        ("In the spring", WEDNESDAY, "2021-21"),
        ("in summer", WEDNESDAY, "2020-22"),
        ("in winter", WEDNESDAY, "2020-24"),
        ("in summer", None, None),
    ],
)
def test_dates_resolve_against_publication(text: str, published: dt.date | None, expected: str | None) -> None:
    assert resolve_date(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", "2021-04-30"),
        ("on Wednesday", "2021-05-05"),
        ("next Friday", "2021-04-30"),
        ("the 30th", "2021-04-30"),
        ("the 3rd", "2021-05-03"),
        ("3 May", "2021-05-03"),
        ("in February", "2022-02"),
        ("in two weeks", "2021-05-12"),
        ("tomorrow", "2021-04-29"),
    ],
)
def test_plans_take_the_next_such_day(text: str, expected: str) -> None:
    assert resolve_date(text, WEDNESDAY, future=True) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("on the same day", "2021-04-26", "2021-04-26"),
        ("on the same day", "XXXX-XX-26", "XXXX-XX-26"),
        ("the following day", "2021-04-30", "2021-05-01"),
        ("the morning after", "2021-04-30", "2021-05-01"),
        ("twenty-four hours later", "2021-04-30", "2021-05-01"),
        ("the Thursday before", "2021-04-26", "2021-04-22"),
        ("the Sunday following", "2021-04-26", "2021-05-02"),
        ("the following day", "XXXX-XX-26", "XXXX-XX-27"),
        ("the following day", "XXXX-XX-30", None),
        ("two days later", "2021-04-26", "2021-04-28"),
        ("a day earlier", "2021-05-01", "2021-04-30"),
        ("three days after", "2021-04-26", "2021-04-29"),
        ("one week to the day after", "2021-04-22", "2021-04-29"),
        ("three days beforehand", "2021-04-26", "2021-04-23"),
        ("two months later", "2021-11", "2022-01"),
        ("a year later", "2014", "2015"),
        ("two nights later", "2021-04-26", "2021-04-28"),
        ("a fortnight later", "2021-04-26", "2021-05-10"),
        ("the 3rd of that month", "2021-04-26", "2021-04-03"),
        ("on the 24th", "XXXX-03-19", "XXXX-03-24"),
        ("on the 17th", "XXXX-03-19", "XXXX-03-17"),
        ("on the 2nd", "XXXX-12-28", "XXXX-01-02"),
        ("on the 2nd", "2021-12-28", "2022-01-02"),
        ("on the 5th", "XXXX-03-19", "XXXX-04-05"),
        ("on the 5th", "XXXX-03-14", "XXXX-XX-05"),
        ("on the 24th", "XXXX-XX-19", "XXXX-XX-24"),
        ("the very next morning", "2021-04-26", "2021-04-27"),
        ("by nightfall", "2021-04-26", "2021-04-26"),
        ("by evening", "2021-04-26", "2021-04-26"),
        ("the day itself", "2021-04-26", "2021-04-26"),
        ("on the day that followed", "2021-04-26", "2021-04-27"),
        ("the same Monday", "2021-04-26", "2021-04-26"),
        ("that same Sunday", "XXXX-03-12", "XXXX-03-12"),
        ("that same Sunday", "XXXX-03", None),
        ("that Sunday", "XXXX-03-12", None),
        ("the month before", "2021-04-26", "2021-03"),
        ("the week before", "2021-04-26", "2021-04-19/2021-04-25"),
        ("by noon", "2021-04-26", "2021-04-26"),
        ("in the course of the day", "XXXX-XX-26", "XXXX-XX-26"),
        ("the eve", "2021-04-26", "2021-04-25"),
        ("two days later", "2021-04", None),
        ("two days later", None, None),
    ],
)
def test_relative_dates_count_from_the_anchor(text: str, anchor: str | None, expected: str | None) -> None:
    assert resolve_date(text, None, anchor) == expected


@pytest.mark.parametrize(
    ("edtf", "text", "published", "expected"),
    [
        ("2021-04-26", "On the 26th, Romania acted.", WEDNESDAY, True),
        ("2021-04-26", "On the 26th, Romania acted.", None, False),
        ("XXXX-XX-26", "On the 26th, Romania acted.", None, True),
        ("2020-04-26", "On the 26th, Romania acted.", WEDNESDAY, False),
        ("2021-04-26", "In April 2021 much happened. On the 26th, Romania acted.", None, True),
        ("2021-04-26", "In April 2021 Romania acted.", WEDNESDAY, False),
        ("2021-04", "In April 2021 Romania acted.", None, True),
        ("2021-04-26", "Romania acted on Monday.", WEDNESDAY, True),
        ("2021-05-03", "Romania will act on Monday.", WEDNESDAY, True),
        ("2021-04-27", "On 26 April it began. The following day it ended.", WEDNESDAY, True),
        ("2021-05-03/2021-05-07", "between 3 and 7 May 2021", None, True),
        ("2021-05-03/2021-05-08", "between 3 and 7 May 2021", None, False),
        ("2014/..", "since 2014", None, True),
        ("nonsense", "since 2014", None, False),
    ],
)
def test_every_part_of_a_date_must_be_given(edtf: str, text: str, published: dt.date | None, expected: bool) -> None:
    assert date_borne_out(edtf, text, published) is expected
