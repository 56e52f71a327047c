# ruff: noqa: E501 - one case, one line
from __future__ import annotations

import pytest

from summarizer.normalising.numbers import first_number, numbers_in, parse_number
from summarizer.normalising.quantities import find_quantities


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("eight", 8),
        ("twenty-five", 25),
        ("Twenty five", 25),
        ("one hundred and twenty", 120),
        ("two thousand three hundred", 2300),
        ("three hundred thousand", 300_000),
        ("1.2 million", 1_200_000),
        ("1,200", 1200),
        ("12\u202f000", 12000),
        ("12 000", 12000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("3.5", 3.5),
        ("dozens", None),
        ("a", None),
        ("many", None),
        ("", None),
    ],
)
def test_numbers_in_words_and_digits(words: str, value: float | None) -> None:
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Romania expelled eight Russian diplomats.", [(8, "diplomats", "eight Russian diplomats", "exact")]),
        ("At least 12 people were killed.", [(12, "people", "At least 12 people", "min")]),
        ("More than 20 were wounded and up to 5 missing.", [(20, "wounded", "More than 20 were wounded", "min"), (5, "missing", "up to 5 missing", "max")]),
        ("The blast killed 15 and injured about 40 others.", [(15, "killed", "15", "exact"), (40, "others", "about 40 others", "about")]),
        ("It pledged $1.2 billion and 300 million euros.", [(1.2e9, "usd", "$1.2 billion", "exact"), (3e8, "eur", "300 million euros", "exact")]),
        ("Exports fell 12.5 per cent.", [(12.5, "percent", "12.5 per cent", "exact")]),
        ("Some 12\u202f000 troops moved.", [(12000, "troops", "Some 12\u202f000 troops", "about")]),
        ("Between 10 and 15 buses came; 20 to 30 soldiers stayed.", [(10, "buses", "10 and 15 buses", "min"), (20, "soldiers", "20 to 30 soldiers", "min")]),
        ("One diplomat was told to go.", [(1, "diplomat", "One diplomat", "exact")]),
        ("Seven of the ships sank.", [(7, "ships", "Seven of the ships", "exact")]),
        ("On 3 May 2021, at 10:30, the 24th brigade left.", []),
        ("He, 47, a 47-year-old aged 47, met the Group of Seven at 3 p.m.", []),
        ("UN Resolution 2231 and Article 5 name F-16 and Covid-19.", []),
        ("No one knew; one of the men left two days later.", []),
        ("A 12-member team met for three-day talks.", []),
        ("He was sentenced to five years in prison.", [(5, "years", "five years", "exact")]),
        ("Nothing is counted.", []),
    ],
)  # fmt: skip
def test_quantities_carry_unit_and_bound(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    mentions = find_quantities(text)
    assert [(m.value, m.unit, m.text, m.bound) for m in mentions] == expected
    assert all(text[m.start : m.end] == m.text for m in mentions)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between 10 and fifteen people", {10, 15}),
        ("10-15 people, 3.5 million tonnes", {10, 15, 3.5e6}),
        ("twenty-five ships and 1,200 men", {25, 1200}),
        ("an F-16 and no one", set()),
        ("a three-day visit by 12-member teams", {3, 12}),
    ],
)
def test_all_number_values_are_seen(text: str, values: set[float]) -> None:
    assert numbers_in(text) == values


@pytest.mark.parametrize(
    ("text", "value"), [("One of the four", 1), ("four of ten", 4), ("two for Sweden", 2), ("1.5 million", 1_500_000)]
)
def test_the_number_that_a_phrase_counts_with(text: str, value: int) -> None:
    assert first_number(text) == value
    with pytest.raises(ValueError, match=r"empty|arg"):
        first_number("some")
