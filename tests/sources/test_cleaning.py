from __future__ import annotations

import pytest

from summarizer.sources.cleaning import clean_text, display_name, drop_boilerplate


@pytest.mark.parametrize(
    ("text", "expected", "notes"),
    [
        ("plain\r\nASCII\t", "plain\r\nASCII\t", ()),
        ("nul\0 and \x1b[31mred", "nul and [31mred", ("2 control characters taken out",)),
        ("half \ud83d pair", "half � pair", ("1 lone surrogates taken out",)),
        ("pay \u202e001\u202c now", "pay 001 now", ("2 bidirectional controls taken out",)),
        ("soft\u00adhy\u200bphen", "softhyphen", ("2 invisible characters taken out",)),
        ("join\u200der", "joiner", ("1 invisible characters taken out",)),
        ("می‌خواهد", "می‌خواهد", ()),  # a zero-width non-joiner is Persian spelling
        ("👩‍🚀 reports", "👩‍🚀 reports", ()),
        ("ﬁne “quotes” 12 000", "ﬁne “quotes” 12 000", ()),
    ],
)
def test_only_what_nobody_sees_is_taken_out_and_told(text: str, expected: str, notes: tuple[str, ...]) -> None:
    cleaned = clean_text(text)
    assert (cleaned.text, cleaned.notes) == (expected, notes)


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "READ MORE: Junta names new prefects",
        "Read also: Judges’ strike enters third week",
        "Share this article",
        "Share",
        "Sign up here for our newsletter.",
        "Subscribe now",
        "We use cookies to personalise content and ads.",
        "Advertisement",
        "Related stories",
        "View this email in your browser",
        "Unsubscribe from this list",
        "© 2023 Aegis News Service. All rights reserved.",
        "Follow us on Telegram",
        "12 comments",
    ],
)
def test_page_furniture_goes(line: str) -> None:
    assert drop_boilerplate(["Kept.", line]).text == "Kept."


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after the embassy was shut.",
        "Follow the money, the prosecutor said.",
        "Read the statement again and you see a threat.",
        "See you in court, the minister told reporters.",
        "Print unions walked out on Tuesday.",
        "Save the Children said that two of its workers had been killed.",
        "Email servers of the ministry were attacked on Friday.",
        "Copy editors struck for a day.",
        "Breaking news of the coup reached the capital at noon.",
        "Related families took part in the march on the ministry.",
        "Cookie makers protested against the sugar tax.",
        "Learn to live with sanctions, the president told his people.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    assert drop_boilerplate([line]).text == line


def test_names_are_shown_on_one_line() -> None:
    assert display_name("a\nb\x1b[0m\u202e.txt") == "a\\nb\\x1b[0m\\u202e.txt"
    assert display_name("caf\udce9") == "caf�"
    assert len(display_name("x" * 5000)) < 300
