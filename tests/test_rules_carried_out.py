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
        ("Slovakia had no choice but to expel two Hungarian attachés on Monday.", ("SANCTION", "SVK", "HUN")),
        ("Slovakia went so far as to expel two Hungarian attachés on Monday.", ("SANCTION", "SVK", "HUN")),
        ("Slovakia was silent on Sunday, only to expel two Hungarian attachés on Monday.", ("SANCTION", "SVK", "HUN")),
        ("The riot prompted Slovakia on Monday to expel two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
        ("There were riots, leading Slovakia to close its border with Hungary on Monday.", ("SANCTION", "SVK", "HUN")),
        ("It was not long before Slovakia expelled two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
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
        "Slovakia will have no choice but to expel two Hungarian attachés.",
        "Slovakia may go so far as to expel two Hungarian attachés.",
        "A riot could prompt Slovakia to expel two Hungarian attachés.",
        "Nothing has prompted Slovakia not to expel two Hungarian attachés.",
        "Slovakia is not known to have expelled any Hungarian attachés.",
        "Slovakia may be said to have condemned Hungary by its silence.",
    ],
)
def test_what_nobody_got_round_to_is_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Slovakia is said to have expelled two Hungarian attachés on Monday.", "alleged"),
        ("Slovakia, reported by a station to have expelled two Hungarian attachés on Monday, is silent.", "alleged"),
        ("Slovakia is known to have expelled two Hungarian attachés on Monday.", "occurred"),
        ("Slovakia never shells Hungarian villages, its minister said.", None),
        ("Slovakia never expelled two Hungarian attachés, its minister said.", "denied"),
        ("Slovakia denied expelling two Hungarian attachés.", "denied"),
    ],
)
def test_what_somebody_is_said_to_have_done(text: str, status: str | None) -> None:
    article = Article(text=_AROUND.format(text), published="2023-01-27")
    (result,) = extract([article], settings=Settings(engine="rules"))
    assert [e.status for e in result.events] == ([status] if status else [])
    if " on Monday" in text:
        assert [e.date and e.date.edtf for e in result.events] == ["2023-01-23"]


def test_a_person_who_is_reported_to_have_been_arrested_is_reported_to_no_police() -> None:
    text = "Two Hungarian drivers are reported to have been arrested by Slovak police."
    assert told(text) == [("COERCE", "SVK", "HUN")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Slovakia ended up expelling two Hungarian attachés on Monday.", ("SANCTION", "SVK", "HUN")),
        ("Slovakia kept arresting Hungarian drivers all week.", ("COERCE", "SVK", "HUN")),
        ("Slovakia began shelling two Hungarian villages on Monday.", ("ASSAULT", "SVK", "HUN")),
        ("Slovakia admitted on Tuesday arresting five Hungarian drivers.", ("COERCE", "SVK", "HUN")),
        ("Slovakia took the step of expelling two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
        ("Slovakia resorted to expelling two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
        ("In addition to expelling two Hungarian attachés, Slovakia is silent.", ("SANCTION", "SVK", "HUN")),
        ("Besides arresting five Hungarian drivers, Slovakia is silent.", ("COERCE", "SVK", "HUN")),
        ("The week began with Slovakia expelling two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
        ("The quarrel grew, with the army of Slovakia arresting five Hungarian drivers.", ("COERCE", "SVK", "HUN")),
        ("The quarrel led to Slovakia expelling two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
        ("The quarrel resulted in Slovakia expelling two Hungarian attachés.", ("SANCTION", "SVK", "HUN")),
    ],
)
def test_forms_in_ing_that_tell_a_deed(text: str, act: tuple[str, str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A quarrel with Slovakia expelling two Hungarian attachés in it would be a long one.",
        "The quarrel may end with Slovakia expelling two Hungarian attachés.",
        "Slovakia refrained from expelling two Hungarian attachés.",
        "Slovakia spoke against expelling two Hungarian attachés.",
        "The cost of expelling two Hungarian attachés is known in Slovakia.",
        "Slovakia is far from expelling Hungarian attachés.",
        "Slovakia sees no point in expelling two Hungarian attachés.",
    ],
)
def test_forms_in_ing_that_tell_none(text: str) -> None:
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
