from __future__ import annotations

import datetime as dt

import pytest

from summarizer.normalising.edtf import edtf_bounds, edtf_compatible, edtf_precision, edtf_valid, say_date


@pytest.mark.parametrize(
    ("edtf", "valid"),
    [
        ("2021-04-26", True), ("2021-04", True), ("2021", True), ("199X", True), ("XXXX-XX-24", True), ("XXXX-03", True),
        ("2021-04-27~", True), ("2021-04-24/2021-04-26", True), ("2014/..", True), ("../2014", True), ("2021-21", True),
        ("XXXX-02-29", True), ("2021-02-29", False), ("2021-13", False), ("2021-04-31", False), ("", False), ("../..", False),
        ("2021-05/2021-04", False), ("April 2021", False), ("2021-4-6", False), ("0000", False),
    ],
)  # fmt: skip
def test_only_dates_that_exist_are_valid(edtf: str, valid: bool) -> None:
    assert edtf_valid(edtf) is valid


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2021-04-26", ("2021-04-26", "2021-04-26")),
        ("2021-02", ("2021-02-01", "2021-02-28")),
        ("2021", ("2021-01-01", "2021-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2020-24", ("2020-12-01", "2021-02-28")),
        ("2021-04-24/2021-04-26", ("2021-04-24", "2021-04-26")),
        ("2014/..", ("2014-01-01", "9999-12-31")),
    ],
)
def test_bounds_are_first_and_last_day(edtf: str, bounds: tuple[str, str]) -> None:
    assert edtf_bounds(edtf) == tuple(dt.date.fromisoformat(day) for day in bounds)


def test_without_a_year_there_are_no_bounds() -> None:
    assert edtf_bounds("XXXX-XX-24") is None
    assert edtf_bounds("nonsense") is None


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [("2021-04-26", 3), ("XXXX-XX-24", 3), ("2021-04", 2), ("XXXX-03", 2), ("2021", 1), ("2014/2015-03", 1), ("x", 0)],
)
def test_precision_is_that_of_the_coarser_end(edtf: str, precision: int) -> None:
    assert edtf_precision(edtf) == precision


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2021-04-26", "2021-04", True),
        ("2021-04-26", "XXXX-XX-26", True),
        ("2021-04-26", "XXXX-XX-24", False),
        ("XXXX-04-26", "XXXX-XX-26", True),
        ("XXXX-04", "XXXX-05", False),
        ("XXXX-03", "2021-03-09", True),
        ("XXXX-XX-25", "2021-04-24/2021-04-26", True),
        ("XXXX-XX-27", "2021-04-24/2021-04-26", False),
        ("XXXX-XX-25", "XXXX-XX-24/XXXX-XX-26", True),
        ("2021-04-26", "2021-04-27", False),
        ("2021-04-26", "2021-04-27~", True),
        ("2021-04-26", "2014/..", True),
        ("2013", "2014/..", False),
        ("1994-05", "199X", True),
        ("2004", "199X", False),
        ("2021-04-26", "nonsense", False),
    ],
)
def test_compatible_dates_could_be_the_same_time(a: str, b: str, expected: bool) -> None:
    assert edtf_compatible(a, b) is expected
    assert edtf_compatible(b, a) is expected


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-04-26", "26 April 2021"),
        ("2021-03", "March 2021"),
        ("2021", "2021"),
        ("XXXX-XX-24", "the 24th (month not given)"),
        ("XXXX-XX-23", "the 23rd (month not given)"),
        ("XXXX-04-24", "24 April (year not given)"),
        ("XXXX-03", "March (year not given)"),
        ("2021-05-20~", "about 20 May 2021"),
        ("2021-04-24/2021-04-26", "24 to 26 April 2021"),
        ("2021-03-28/2021-04-02", "28 March to 2 April 2021"),
        ("2014/..", "since 2014"),
        ("2021-21", "spring 2021"),
        ("199X", "the 1990s"),
        ("nonsense", "nonsense"),
    ],
)
def test_dates_are_said_in_words(edtf: str, words: str) -> None:
    assert say_date(edtf) == words
