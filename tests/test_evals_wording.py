"""What sentences say: numbers, names, sentences of prose."""

from __future__ import annotations

import pytest

from evals.wording import days_meant, names, numbers, sentence_round, split_prose, stems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people and 3 dogs", {"12", "3"}),
        ("12,000 and 12 000 and 12\u202f000 men", {"12000"}),
        ("twenty-four hours, thirty days", {"24", "30"}),
        ("one of them", set()),
        ("4.2 million", {"4.2"}),
        ("on 3 May 2024.", {"3", "2024"}),
        ("the A4 road", set()),
        ("One hundred and twelve were held, two hundred fled.", {"112", "200"}),
        ("The two sides met for the two days.", {"2"}),
        ("three thousand dockers, or 3,000", {"3000"}),
        ("a thousand and two, forty-two thousand five hundred and six", {"1002", "42506"}),
    ],
)
def test_numbers(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("on Monday", "2025-02-14", {"10", "17"}),
        ("on Friday", "2025-02-14", {"14", "7"}),
        ("yesterday and tomorrow", "2025-03-01T08:00:00Z", {"28", "2"}),
        ("on Monday", None, set()),
        ("some day", "2025-02-14", set()),
    ],
)
def test_days_that_relative_words_can_mean(text: str, published: str | None, expected: set[str]) -> None:
    assert days_meant(text, published) == expected


def test_names_are_capitals_inside_a_sentence() -> None:
    assert names("Police in Varna arrested Kalin Dosev on Monday, 3 May.") == {"Varna", "Kalin", "Dosev"}


def test_stems_bring_demonym_and_country_together() -> None:
    assert stems("Romania") == stems("Romanian") == {"roman"}


def test_sentence_round_a_place() -> None:
    text = "First one. Then four diplomats were expelled. Last.\nNext line"
    at = text.index("expelled")
    assert sentence_round(text, at, at + 8) == "Then four diplomats were expelled."


def test_prose_of_a_chat_answer() -> None:
    text = """## Bottom line

Who claims what in this case

- **Utopia** expelled two people [1]. Arcadia, it said, protested [1, 2].
1. It was the U.S. envoy who left. He said “no.” [2]
"""
    assert split_prose(text) == [
        "Utopia expelled two people [1].",
        "Arcadia, it said, protested [1, 2].",
        "It was the U.S. envoy who left.",
        "He said “no.” [2]",
    ]
