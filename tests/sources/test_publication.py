from __future__ import annotations

import pytest

from summarizer.sources.publication import dateline_date, dates_in, read_published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-04-26", "2021-04-26"),
        ("2021-04-26T14:05:00Z", "2021-04-26T14:05:00+00:00"),
        ("2021-04-26T14:05:00.000+0200", "2021-04-26T14:05:00+02:00"),
        ("2021-04-26 14:05:00", "2021-04-26T14:05:00"),
        ("2021-04-26 14:05:00 +0300", "2021-04-26T14:05:00+03:00"),
        ("2021-04-26 14:05 UTC", "2021-04-26T14:05:00+00:00"),
        ("20210426", "2021-04-26"),
        ("20210426T120000Z", "2021-04-26T12:00:00+00:00"),
        (20210426, "2021-04-26"),
        ("Mon, 26 Apr 2021 14:05:00 GMT", "2021-04-26T14:05:00+00:00"),
        ("Mon, 26 Apr 2021 14:05:00 -0500", "2021-04-26T14:05:00-05:00"),
        (1619445900, "2021-04-26T14:05:00+00:00"),
        (1619445900000, "2021-04-26T14:05:00+00:00"),
        ("April 26, 2021", "2021-04-26"),
        ("Monday, 26th April 2021", "2021-04-26"),
        ("Published: 26 April 2021, 14:05 EET", "2021-04-26"),
        ("26. April 2021", "2021-04-26"),
        ("26 avril 2021", "2021-04-26"),
        ("26 de abril de 2021", "2021-04-26"),
        ("26 апреля 2021, 15:32", "2021-04-26"),
        ("26 kwietnia 2021", "2021-04-26"),
        ("2021年4月26日", "2021-04-26"),
        ("26/04/2021", "2021-04-26"),
        ("4/26/2021", "2021-04-26"),
        ("05/05/2021", "2021-05-05"),
        # What could be two dates, or is none, is no date.
        ("03/04/2021", None),
        ("3.4.2021", None),
        ("26 April", None),
        ("April 2021", None),
        ("2021", None),
        ("31 February 2021", None),
        ("2021-13-45", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("26 April 2021 - 27 April 2021", None),
        ("someday soon", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (12, None),
        ({"a": 1}, None),
        ("9" * 10_000, None),
    ],
)
def test_a_date_is_read_in_full_or_not_at_all(value: object, expected: str | None) -> None:
    assert read_published(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BUCHAREST, April 26, 2021 (AP) - Romania expelled a diplomat.", "2021-04-26"),
        ("KINSHASA, 23 December 2018 — Supporters poured out.", "2018-12-23"),
        ("NEW YORK (Wire, May 3, 2020) - Shares fell.", "2020-05-03"),
        ("BUCHAREST, April 26 (AP) - Romania expelled a diplomat.", None),
        ("Romania said that on April 26, 2021 it had expelled a diplomat - the second this year.", None),
        ("The ministers, who met on 3 May 2020 - the day of the vote - agreed.", None),
        ("A plain sentence.", None),
        ("", None),
    ],
)
def test_a_dateline_counts_only_when_it_is_one_and_complete(text: str, expected: str | None) -> None:
    assert dateline_date(text) == expected


def test_all_dates_of_a_line_in_order() -> None:
    assert dates_in("From 3 May 2020 until June 1, 2020, not 3/4/2020") == ["2020-05-03", "2020-06-01"]
