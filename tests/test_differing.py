"""What reports differ on, as a reader is told it."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.composing.differing import say_conflict, say_plainly
from summarizer.events import Conflict, ConflictValue, Event, Party, Place
from summarizer.ontology import load_ontology

ONTOLOGY = load_ontology()
POST, WIRE, LETTER = (
    Article(text=f"{name} has it.", publisher=name, published=f"2023-04-0{day}")
    for day, name in enumerate(("Copper Post", "Katanga Wire", "Kariba Letter"), 5)
)
ARTICLES = {article.id: article for article in (POST, WIRE, LETTER)}
ZAMBIA = Party(name="Ministry of Foreign Affairs", country="ZMB", sector="GOV")
ENVOYS = Party(name="Congolese envoys", country="COD", sector="GOV")
ARMY, HERDERS = Party(name="army", country="TCD", sector="MIL"), Party(name="herders", country="TCD", sector="CVL")


def event(**slots: object) -> Event:
    values: dict[str, object] = {
        "id": "e-1", "type": "SANCTION", "mode": "expel", "status": "occurred", "summary": "", "engine": "test",
        "confidence": 1.0, "actors": (ZAMBIA,), "recipients": (ENVOYS,), "evidence": (), "sources": (),
    }  # fmt: skip
    return Event.model_validate(values | slots)


SHOTS = event(type="ASSAULT", mode="firearms", actors=(ARMY,), recipients=(HERDERS,))


def conflict(slot: str, *values: tuple[str, tuple[Article, ...]], status: str = "unresolved") -> Conflict:
    given = tuple(ConflictValue(value=value, articles=tuple(a.id for a in told)) for value, told in values)
    return Conflict.model_validate({"slot": slot, "values": given, "status": status})


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            [("occurred", (POST, WIRE)), ("denied", (LETTER,))],
            "Copper Post and Katanga Wire report it as a fact; Kariba Letter reports that it is denied.",
        ),
        (
            [("alleged", (POST, WIRE)), ("denied", (WIRE, LETTER))],
            "Copper Post reports the accusation; Katanga Wire reports both the accusation and the denial; "
            "Kariba Letter reports that it is denied.",
        ),
        (
            [("occurred", (POST, WIRE)), ("denied", (WIRE,))],
            "Copper Post reports it as a fact; Katanga Wire reports it along with a denial.",
        ),
        (
            [("planned", (POST,)), ("announced", (WIRE,)), ("denied", (LETTER,))],
            "Copper Post reports a plan; Katanga Wire reports an announcement; Kariba Letter reports that it is denied.",
        ),
    ],
)
def test_reports_that_differ_on_whether_it_was_done(values: list[tuple[str, tuple[Article, ...]]], told: str) -> None:
    said = say_conflict(event(), conflict("status", *values), ARTICLES, ONTOLOGY)
    assert (
        said
        == f"Reports differ on whether Zambia expelled representatives of the Democratic Republic of the Congo: {told}"
    )


def test_a_report_that_was_withdrawn_and_a_denial_that_was() -> None:
    charge = conflict("status", ("alleged", (POST,)), ("denied", (WIRE,)), status="superseded")
    assert say_conflict(SHOTS, charge, ARTICLES, ONTOLOGY) == (
        "Copper Post initially reported an accusation that the army fired on herders; Katanga Wire later reported that this was not so."
    )
    report = conflict("status", ("occurred", (POST,)), ("denied", (WIRE, LETTER)), status="superseded")
    assert say_conflict(SHOTS, report, ARTICLES, ONTOLOGY) == (
        "Copper Post initially reported that the army fired on herders; "
        "Katanga Wire and Kariba Letter later reported that this was not so."
    )
    admitted = conflict("status", ("denied", (POST,)), ("occurred", (WIRE,)), status="superseded")
    assert say_conflict(SHOTS, admitted, ARTICLES, ONTOLOGY) == (
        "Katanga Wire later reported that the army fired on herders, which was denied at first (Copper Post)."
    )


def test_reports_that_name_different_doers() -> None:
    rivals = conflict("actors", ("army", (POST, WIRE)), ("Salamat Front", (WIRE,)))
    assert say_conflict(SHOTS, rivals, ARTICLES, ONTOLOGY) == (
        "Reports differ on who fired on herders: Copper Post names the army; "
        "Katanga Wire gives rival accounts that name the army and Salamat Front."
    )
    replaced = conflict("actors", ("army", (POST,)), ("miners", (WIRE,)), status="superseded")
    assert say_conflict(SHOTS, replaced, ARTICLES, ONTOLOGY) == (
        "Accounts of who fired on herders changed: Copper Post initially named the army; Katanga Wire later named miners instead."
    )


def test_figures_and_dates_stand_beside_each_other() -> None:
    dead = conflict("quantities", ("4 herders", (POST,)), ("at least 7 people", (WIRE, LETTER)))
    assert say_conflict(SHOTS, dead, ARTICLES, ONTOLOGY) == (
        "The army fired on herders, but reports differ on the figure: Copper Post gives 4 herders; "
        "Katanga Wire and Kariba Letter give at least 7 people."
    )
    days = conflict("date", ("2023-04-04", (POST,)), ("2023-04-05", (WIRE,)), status="superseded")
    assert say_conflict(SHOTS, days, ARTICLES, ONTOLOGY) == (
        "The army fired on herders; the date, first given as 4 April 2023 (Copper Post), "
        "was later corrected to 5 April 2023 (Katanga Wire)."
    )


def test_an_act_without_a_doer_is_told_as_a_noun() -> None:
    blast = event(type="ASSAULT", mode="explosives", actors=(), recipients=(), place=Place(name="Ati", country="TCD"))
    dead = conflict("quantities", ("4 dead", (POST,)), ("6 dead", (WIRE,)))
    assert say_conflict(blast, dead, ARTICLES, ONTOLOGY) == (
        "Reports of the bombing in Ati differ on the figure: Copper Post gives 4 dead; Katanga Wire gives 6 dead."
    )
    whether = conflict("status", ("occurred", (POST,)), ("denied", (WIRE,)))
    assert say_conflict(blast, whether, ARTICLES, ONTOLOGY) == (
        "Reports differ on whether the bombing in Ati took place: Copper Post reports it as a fact; Katanga Wire reports that it is denied."
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Moroccan patrol", "the Moroccan patrol"),
        ("Salamat Front", "Salamat Front"),
        ("men in Zambian uniform", "men in Zambian uniform"),
        ("official of the port", "the official of the port"),
        ("Iran’s spooks", "Iran’s spooks"),
        ("police", "police"),
    ],
)
def test_who_has_no_name_gets_an_article(name: str, told: str) -> None:
    whether = conflict("status", ("occurred", (POST,)), ("denied", (WIRE,)))
    doer = Party(name=name, country="MAR", sector="MIL")
    said = say_conflict(SHOTS.model_copy(update={"actors": (doer,)}), whether, ARTICLES, ONTOLOGY)
    assert said.startswith(f"Reports differ on whether {told} ")


def test_a_place_without_a_name_is_left_out() -> None:
    whether = conflict("status", ("occurred", (POST,)), ("denied", (WIRE,)))
    said = say_conflict(
        SHOTS.model_copy(update={"place": Place(name="border", country="COD")}), whether, ARTICLES, ONTOLOGY
    )
    assert "border" not in said


def test_the_plain_row_gives_each_value_with_its_sources() -> None:
    rows = conflict("status", ("alleged", (POST, WIRE)), ("denied", (LETTER,)))
    assert say_plainly(rows, ARTICLES) == (
        "Reports differ on whether it happened: alleged (Copper Post and Katanga Wire); denied (Kariba Letter)."
    )
