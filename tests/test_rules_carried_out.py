"""Acts that hang on words which say that they were done, that are aimed at things, and whose subject stands before a day."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_AROUND = "Slovakia and Hungary quarrel over a bridge. {} The weather in the capitals was fair. Shops were open."


def told(text: str) -> list[tuple[str, str, str]]:
    """Type and codes of both sides of all acts but denied ones, in order."""
    article = Article(text=_AROUND.format(text), published="2023-01-27")
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (e.type, ",".join(p.country or p.name for p in e.actors), ",".join(p.country or p.name for p in e.recipients))
        for e in result.events
        if e.status != "denied"
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Slovakia did not hesitate to expel two Hungarian attachés on Monday.", ("SANCTION", "SVK", "HUN")),
        ("Slovakia waited only until Friday to expel two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
        ("Bratislava needed one night to recall its ambassador from Budapest.", ("SANCTION", "SVK", "HUN")),
        ("Slovakia hastened to condemn the Hungarian step on Monday.", ("ACCUSE", "SVK", "HUN")),
        ("Slovakia's president used a speech in Nitra on Monday to condemn Hungary.", ("ACCUSE", "SVK", "HUN")),
        ("Slovakia's president took to the radio to accuse Hungary of theft.", ("ACCUSE", "SVK", "HUN")),
        ("Slovakia was glad to accept a Hungarian offer of talks on Monday.", ("AGREE", "SVK", "HUN")),
        ("Slovakia was forced to free two Hungarian drivers on Monday.", ("RETREAT", "SVK", "HUN")),
        ("Hungary's ambassador had to come to the foreign ministry in Bratislava on Monday.", ("ACCUSE", "SVK", "HUN")),
    ],
)
def test_what_somebody_got_round_to_is_done(text: str, act: tuple[str, str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Slovakia hesitated to expel two Hungarian attachés.",
        "Slovakia would be glad to expel two Hungarian attachés.",
        "Slovakia was not forced to expel two Hungarian attachés.",
        "If Slovakia had to expel two Hungarian attachés, nobody would care.",
        "It took a year to expel two Hungarian attachés.",
        "Slovakia needed a lawyer to expel two Hungarian attachés.",
    ],
)
def test_what_nobody_got_round_to_is_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A Hungarian patrol fired on a rubber dinghy on Monday.", ("ASSAULT", "HUN", "")),
        ("Hungarian guards shot at two canoes on Monday.", ("ASSAULT", "HUN", "")),
        ("Two Hungarian drivers were found shot on a road near Kosice on Monday.", ("ASSAULT", "", "HUN")),
        (
            "The Slovak central bank on January 19 froze the accounts of two Hungarian firms.",
            ("SANCTION", "SVK", "HUN"),
        ),
        ("The Slovak navy on Jan 19 seized a Hungarian barge.", ("COERCE", "SVK", "HUN")),
    ],
)
def test_things_aimed_at_and_days_before_the_verb(text: str, act: tuple[str, str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Hungarian minister fired on all cylinders on Monday.",
        "Hungary shot at goal twice on Monday.",
        "The Slovak firm fired at will.",
    ],
)
def test_no_shot_is_fired_where_none_is_told(text: str) -> None:
    assert told(text) == []


def test_a_speech_still_to_come_condemns_nobody() -> None:
    assert told("Slovakia's president will use a speech in Nitra to condemn Hungary.") != [("ACCUSE", "SVK", "HUN")]
    assert told("Slovakia's president used a ladder to condemn Hungary.") == []
