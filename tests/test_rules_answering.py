"""Whom an answer answers that names nobody: whoever asked, offered, threatened or struck."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Sudan demanded on Friday that Chad hand over the deserters. Chad refused.", "REJECT", ("TCD", "SDN")),
        ("Kenya offered to mediate between Chad and Sudan on Monday. Khartoum accepted.", "AGREE", ("SDN", "KEN")),
        ("Kenya offered to mediate between Chad and Sudan. Khartoum accepted. N'Djamena declined.", "REJECT", ("TCD", "KEN")),
        ("Peru asked Chile for the extradition of a banker. Santiago said no.", "REJECT", ("CHL", "PER")),
        ("Ghana invited Togo's premier to Accra. He has accepted.", "AGREE", ("TGO", "GHA")),
        ("The African Union called for an inquiry. Chad agreed at once.", "AGREE", ("TCD", "IGO")),
        # to a blow
        ("Kenya closed the bridge to Ugandan lorries on Monday. Uganda protested.", "ACCUSE", ("UGA", "KEN")),
    ],
)  # fmt: skip
def test_an_answer_goes_to_whoever_spoke_or_struck(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # others were asked
        ("Sudan demanded that Chad hand over the deserters. Ethiopia refused.", "REJECT", ("ETH", "SDN")),
        # the words name somebody
        ("Sudan urged Chad to talk. Chad rejected a plan from Kenya.", "REJECT", ("TCD", "SDN")),
        # long ago
        (
            "Peru invited Chile to Lima. It rained. It snowed. Nobody came. It was dark. Chile accepted.",
            "AGREE",
            ("CHL", "PER"),
        ),
    ],
)
def test_who_asked_nothing_is_not_answered(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides not in acts(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank offered Chad a loan. Chad's debt declined.",
        "Exports of Ghana declined on Monday. Ghana declined.",
        "Chad asked Sudan for help. Sudan's minister declined to comment.",
    ],
)
def test_what_declines_without_being_asked_refuses_nothing(text: str) -> None:
    assert acts(text, "REJECT") == []


def test_a_name_that_is_a_verb_too_speaks_for_nobody() -> None:
    text = "The Peruvian president, Said Morales, accused Bolivia of theft."
    assert acts(text, "ACCUSE") == [("PER", "BOL")]


def test_a_community_of_states_is_no_country() -> None:
    text = "The Economic Community of Central African States urged Gabon to withdraw."
    assert acts(text, "REQUEST") == [("IGO", "GAB")]
