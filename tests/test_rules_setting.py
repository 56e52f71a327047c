"""Days for which a thing is set, days behind an occasion, and the months that head the paragraphs of a chronicle."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days
from tests.test_rules_partners import told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The federation has called its members out for Wednesday and Thursday.", "2021-03-31/2021-04-01"),
        ("Nurses announced a strike for Wednesday to Friday.", "2021-03-31/2021-04-02"),
        ("Teachers have called a rally for Wednesday, Thursday and Friday.", "2021-03-31/2021-04-02"),
        ("Nurses have announced a strike for the 5th and 6th of April.", "2021-04-05/2021-04-06"),
        ("Nurses have called a strike for the first of April.", "2021-04-01"),
        # the day on which it is set is told too
        ("Teachers called a strike on Monday for Thursday.", "2021-04-01"),
        ("On Monday the union called its members out for Thursday and Friday.", "2021-04-01/2021-04-02"),
        ("Teachers called a march on Friday for Monday.", "2021-03-29"),
        ("Teachers announced on the 28th a strike for the 2nd.", "2021-04-02"),
        # what follows is told of another act, or is no day in a row
        ("Miners called a march for Saturday and on Sunday prayed.", "2021-04-03"),
        ("Miners called a march for Saturday and Sunday was quiet.", "2021-04-03"),
        ("Miners called a march for Saturday, Sunday's market was empty.", "2021-04-03"),
        ("Miners called a march for Saturday and Tuesday.", "2021-04-03"),
    ],
)
def test_the_days_for_which_a_thing_is_set(text: str, day: str) -> None:
    assert ("PROTEST", "planned", day) in [(kind, status, date) for kind, status, _, date in told(text)]


_JAILED = "Ghana jailed two Togolese on 3 March. On the 7th a storm came. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two days after the concert Togo recalled its envoy from Ghana.", None),
        ("Two days after Friday's concert Togo recalled its envoy from Ghana.", None),
        ("Three days after the funeral of the poet Togo recalled its envoy from Ghana.", None),
        ("Two days after the concert in Accra the Togolese government recalled its envoy from Ghana.", None),
        ("A week before the vote Togo recalled its envoy from Ghana.", None),
        ("Two days after the rebels left Togo recalled its envoy from Ghana.", None),
        ("On the 9th, two days after the funeral Togo recalled its envoy from Ghana.", "2025-03-09"),
        # a clause of its own is counted back from the main one
        ("On Monday, four days after Togo recalled its envoy from Ghana, Ghana freed the two.", "2025-03-06"),
        ("On Monday, four days after the Togolese government recalled its envoy from Ghana, Ghana freed the two.", "2025-03-06"),
    ],
)  # fmt: skip
def test_an_occasion_is_no_clause(text: str, day: str | None) -> None:
    assert ("SANCTION", day) in days(_JAILED + text)


_MONTHS = (
    "What led to the break.\n\n"
    "November. Ghana arrested a Togolese trader. The police shot dead two Togolese.\n\n"
    "Mid-January, a calm. Togo recalled its envoy from Ghana. On the 20th Ghana expelled two Togolese diplomats.\n\n"
    "February 2025 – Togo shelled a Ghanaian port.\n\n"
)


def test_months_that_head_paragraphs_date_what_they_tell() -> None:
    told = days(_MONTHS)
    assert ("COERCE", "2024-11") in told
    assert ("ASSAULT", "2024-11") in told
    assert ("SANCTION", "2025-01") in told
    assert ("SANCTION", "2025-01-20") in told
    assert ("ASSAULT", "2025-02") in told


@pytest.mark.parametrize(
    "text",
    [
        # one month alone heads no chronicle
        "March. Togo recalled its envoy from Ghana.\n\nIt rained.\n\n",
        # a name, a verb, a word of a sentence
        "May, who was sick, rested.\n\nApril – a month of rain.\n\nTogo recalled its envoy from Ghana.\n\n",
        "January was wet.\n\nMarch on, said the song. Togo recalled its envoy from Ghana.\n\n",
    ],
)
def test_months_that_head_nothing(text: str) -> None:
    assert ("SANCTION", None) in days(text)


def test_bare_may_and_march_head_paragraphs() -> None:
    told = days("March. Togo recalled its envoy from Ghana.\n\nMay: Ghana shelled a Togolese port.\n\n", "2025-06-12")
    assert {("SANCTION", "2025-03"), ("ASSAULT", "2025-05")} <= told


def test_a_heading_alone_on_its_line_heads_the_lines_under_it() -> None:
    told = days(
        "*January 2025*\nGhana seized a ferry of Togo.\nIt was night.\n\n"
        "*3 February*\nTogo recalled its envoy from Ghana.\n\nGhana thanked Togo.\n\n"
    )
    assert {("COERCE", "2025-01"), ("SANCTION", "2025-02-03"), ("SUPPORT", None)} <= told


def test_a_month_within_a_sentence_tells_no_day_that_month() -> None:
    told = days(
        "Ghana on the 4th broke a deal of January. A deal of January was broken on the 6th, when Ghana shelled a Togolese port."
    )
    assert ("ASSAULT", "2025-03-06") in told
