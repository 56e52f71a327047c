"""Participles before their subject, and what is given, held or left without naming it in the usual place."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of


def told(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    """Type and countries of both sides for all acts of a sentence within an article."""
    rest = " The market was quiet. Few people were about. Nobody had more to add."
    drafts = drafts_of(text + rest)
    return [(d.type, [p.country for p in d.actors], [p.country for p in d.recipients]) for d in drafts]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # the subject comes after the comma
        ("Expelling two Russian attachés on 2 May, Bulgaria spoke of espionage.", ("SANCTION", ["BGR"], ["RUS"])),
        ("After expelling two Russian attachés on Friday, Bulgaria spoke of espionage.", ("SANCTION", ["BGR"], ["RUS"])),
        ("Freed on Saturday by Houthi fighters in Yemen, the Filipino sailors slept.", ("RETREAT", ["YEM"], ["PHL"])),
        ("Extradited by Colombia on 9 May, the Spanish banker slept.", ("COOPERATE", ["COL"], ["ESP"])),
        # a month is no "may"
        ("The last French soldiers left Niger on 3 May.", ("RETREAT", ["FRA"], ["NER"])),
        # what is shared, given or done to one's own
        ("Diplomatic relations were restored between Qatar and Bahrain on Tuesday.", ("SUPPORT", ["QAT", "BHR"], [])),
        ("Talks between the foreign ministers of Peru and Chile opened in Lima on Friday.", ("CONSULT", ["PER", "CHL"], [])),
        ("German howitzers were handed to Ukraine on Friday.", ("AID", ["DEU"], ["UKR"])),
        ("All leave in the Estonian army was cancelled on Friday.", ("MOBILIZE", ["EST"], [])),
        # a clause has a verb of its own
        ("Rail freight between Kazakhstan and China resumed on Sunday.", ("COOPERATE", ["KAZ", "CHN"], [])),
        # a day between a verb and what belongs to it
        ("The Bahamas called on Friday on Cuba to free a pilot.", ("REQUEST", ["BHS"], ["CUB"])),
        ("French troops pulled on 3 May out of Niger.", ("RETREAT", ["FRA"], ["NER"])),
        ("Spain's parliament voted on 14 May to recognise the State of Palestine.", ("SUPPORT", ["ESP"], ["PSE"])),
        # a noun after a name
        ("Thailand turned over two fugitives to Malaysia at the Sadao post on Monday.", ("COOPERATE", ["THA"], ["MYS"])),
        ("Chinese units pulled back from the Pangong shore on Monday.", ("RETREAT", ["CHN"], [])),
    ],
)  # fmt: skip
def test_the_sides_of_an_act(text: str, act: tuple[str, list[str | None], list[str | None]]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    "text", ["Based in Accra since 2 May, the Togolese envoy slept.", "Two raids may hit Togo on Friday."]
)
def test_what_tells_no_act(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Chad must open its archives, France's foreign minister said on Friday.", ("REQUEST", ["FRA"], ["TCD"])),
        ("The guns would answer, Turkey warned Syria on Tuesday.", ("THREATEN", ["TUR"], ["SYR"])),
        ("The seizure by Venezuela of a Guyanese vessel took place on Sunday.", ("COERCE", ["VEN"], ["GUY"])),
        ("Four patrol boats were given by Japan to Fiji on Friday.", ("AID", ["JPN"], ["FJI"])),
        (
            "Jordan's cabinet sat. Jordan was calm. Minister Laith Hadid spoke by telephone on Friday with his Turkish counterpart.",
            ("CONSULT", ["JOR", "TUR"], []),
        ),
    ],
)
def test_more_sides(text: str, act: tuple[str, list[str | None], list[str | None]]) -> None:
    assert act in told(text)
