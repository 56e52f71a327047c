"""Meetings that only their verb puts into the future: they are agreed upon, and none has taken place."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_AROUND = "Slovakia and Hungary quarrel over a bridge. {} The weather in the capitals was fair. Shops were open."


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Type, status and day of all acts, in order."""
    article = Article(text=_AROUND.format(text), published="2023-01-27")
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [(e.type, e.status, e.date.edtf if e.date else None) for e in result.events]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Slovakia and Hungary are to open in Vienna on 3 February.",
        "Talks between Slovakia and Hungary will open in Vienna on 3 February.",
        "Talks between Slovakia and Hungary are due to begin in Vienna on 3 February.",
        "Talks between Slovakia and Hungary are scheduled for 3 February.",
        "A meeting between the ministers of Slovakia and Hungary is planned for 3 February.",
        "A meeting between the ministers of Slovakia and Hungary remains planned for 3 February.",
        "A meeting between the ministers of Slovakia and Hungary has been set for 3 February.",
        "A meeting of the ministers of Slovakia and Hungary is expected on 3 February.",
    ],
)
def test_a_meeting_for_which_a_day_is_set(text: str) -> None:
    assert told(text) == [("AGREE", "planned", "2023-02-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Slovakia and Hungary opened in Vienna on Monday.",
        "Talks between Slovakia and Hungary were held in Vienna on Monday.",
        "At talks between Slovakia and Hungary on Monday a route was set.",
    ],
)
def test_a_meeting_that_took_place(text: str) -> None:
    assert told(text) == [("CONSULT", "occurred", "2023-01-23")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # a weekday beside a plain present is the next one, for several who act as well
        ("Slovakia and Hungary hold talks in Vienna on Monday.", ("CONSULT", "occurred", "2023-01-30")),
        ("Slovakia and Hungary held talks in Vienna on Monday.", ("CONSULT", "occurred", "2023-01-23")),
        ("Six Slovak ministers fly to Hungary on Monday.", ("CONSULT", "occurred", "2023-01-30")),
        # a bare form behind another verb tells no present
        ("Slovakia watched two Hungarian warships leave on Monday.", ("MOBILIZE", "occurred", "2023-01-23")),
    ],
)
def test_the_weekday_of_a_present(text: str, act: tuple[str, str, str]) -> None:
    assert told(text) == [act]
