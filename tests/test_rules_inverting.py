"""Sentences that are turned round, the auxiliary before its subject: they tell the same act, behind "nor" that it wasn't done."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_AROUND = "Slovakia and Hungary quarrel over a bridge. {} The weather in the capitals was fair. Shops were open."


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Type, status and codes of both sides of all acts, in order."""
    article = Article(text=_AROUND.format(text), published="2023-01-27")
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (
            e.type,
            e.status,
            ",".join(p.country or p.name for p in e.actors),
            ",".join(p.country or p.name for p in e.recipients),
        )
        for e in result.events
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Nor had Slovakia recalled its ambassador from Budapest, she said.", ("SANCTION", "denied", "SVK", "HUN")),
        ("Nor did Slovakia shell two Hungarian villages, it said.", ("ASSAULT", "denied", "SVK", "HUN")),
        ("Nor, it said on Monday, had Slovakia arrested five Hungarians.", ("COERCE", "denied", "SVK", "HUN")),
        ("Neither has Slovakia closed its border with Hungary, she said.", ("SANCTION", "denied", "SVK", "HUN")),
        (
            "At no time, whatever a paper printed, did Slovakia arrest five Hungarians.",
            ("COERCE", "denied", "SVK", "HUN"),
        ),
        ("Only on Monday did Slovakia arrest five Hungarians.", ("COERCE", "occurred", "SVK", "HUN")),
        ("Only on Monday were five Hungarians arrested by Slovakia.", ("COERCE", "occurred", "SVK", "HUN")),
        ("Not until Monday was Hungary's ambassador summoned by Slovakia.", ("ACCUSE", "occurred", "SVK", "HUN")),
        ("Not only has Slovakia arrested five Hungarians; it is silent.", ("COERCE", "occurred", "SVK", "HUN")),
    ],
)
def test_an_auxiliary_before_its_subject(text: str, act: tuple[str, str, str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Did Slovakia arrest five Hungarians on Monday?",
        "Nor is Slovakia a friend of Hungarian arrest warrants.",
        "Had Slovakia arrested five Hungarians on Monday, nobody would care.",
    ],
)
def test_questions_and_conditions_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_only_before_a_subject_turns_nothing_round() -> None:
    assert told("Only Slovakia arrested five Hungarians on Monday.") == [("COERCE", "occurred", "SVK", "HUN")]
