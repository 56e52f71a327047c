"""To whom a state speaks that names nobody, told by what it has just been dealt."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_ROW = "OSLO, May 3 (NTB) - Norway asked Denmark on Monday to hand back two tugs. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (_ROW + "Denmark refused.", "REJECT", ("DNK", "NOR")),
        (_ROW + "The Danish foreign minister turned her down on Tuesday.", "REJECT", ("DNK", "NOR")),
        (_ROW + "Copenhagen criticised the request.", "ACCUSE", ("DNK", "NOR")),
        ("Chad seized two boats from Niger on Monday. Niger protested on Tuesday.", "ACCUSE", ("NER", "TCD")),
        ("Peru fined a Chilean bank on Monday. The bank was surprised. Chile demanded an apology.", "REQUEST", ("CHL", "PER")),
        # the article is about the two
        (
            "Chad seized two boats from Niger on Monday. Niger was surprised. Chad is vast. Rain fell. Nobody in Chad or in "
            "Niger spoke. Goats grazed. Niger protested on Tuesday.",
            "ACCUSE",
            ("NER", "TCD"),
        ),
        ("Chad seized two boats from Niger on Monday. It rained. Togo offered to mediate.", "AGREE", ("TGO", "NER,TCD")),
        # has dealt with nobody yet
        ("The border of Chad and Niger is long. Niger lies to the west. Chad asked for maps on Monday.", "REQUEST", ("TCD", "NER")),
        ("Ghana invited Togo's premier on Monday. Togo accepted the invitation.", "AGREE", ("TGO", "GHA")),
    ],
)  # fmt: skip
def test_a_reply_goes_to_whom_it_answers(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the words tell to whom it is said, or that it is said to somebody
        (_ROW + "Denmark condemned Sweden.", "ACCUSE", ("DNK", "SWE")),
        (_ROW + "The Norwegian premier apologised to the nation for the delay.", "CONCEDE", ("NOR", "")),
        (_ROW + "The Norwegian government urged fishermen to be patient.", "REQUEST", ("NOR", "NOR")),
        # nobody speaks for the state
        (_ROW + "Norwegian teachers rejected the pay offer.", "REJECT", ("NOR", "")),
        # too long ago
        (_ROW + "It rained. The tugs lay idle. Nobody came. Denmark refused to budge.", "REJECT", ("DNK", "")),
        # with whom another dealt
        (_ROW + "Iceland protested.", "ACCUSE", ("ISL", "")),
        # two others, neither named more than the other
        ("Chad borders Niger and Sudan. Niger is dry. Sudan is hot. Chad asked for maps on Monday.", "REQUEST", ("TCD", "")),
        (_ROW + "Iceland offered to help.", "AGREE", ("ISL", "")),
    ],
)  # fmt: skip
def test_others_are_left_open(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)
