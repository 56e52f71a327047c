"""Who cannot act against his own state is of the other side; a ship's people are whose the ship is."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_CHILE = "SANTIAGO, May 4 (WP) - Chile seized an Argentine boat on Monday. "
_PERU = "LIMA, May 4 (WP) - A Peruvian patrol boat seized a Chilean trawler on Monday. "
_TAX = "LIMA, May 4 (WP) - Chile on Monday accused Peru of breaking a treaty. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # an embassy stands abroad
        (
            _CHILE + "On Tuesday about 200 fishermen blocked the gate of the Chilean consulate in Ushuaia.",
            "PROTEST",
            ("ARG", "CHL"),
        ),
        (_CHILE + "On Tuesday protesters rallied outside the Chilean embassy.", "PROTEST", ("ARG", "CHL")),
        (_CHILE + "On Tuesday Chilean students rallied outside the Chilean embassy.", "PROTEST", ("CHL", "CHL")),
        # nobody in Chile says "the Chilean navy", but prosecutors may
        (
            _CHILE + "On Wednesday Foreign Minister Graciela Otamendi accused the Chilean navy of theft.",
            "ACCUSE",
            ("ARG", "CHL"),
        ),
        (
            _CHILE + "Foreign Minister Graciela Otamendi accused the Chilean navy. Otamendi praised Peru.",
            "SUPPORT",
            ("ARG", "PER"),
        ),
        # the crew of the one foreign ship
        (_PERU + "The captain was fined by a court on Friday.", "SANCTION", ("PER", "CHL")),
        (_PERU + "The police accused the crew of the Sol, a yacht, of theft.", "ACCUSE", ("PER", "PER")),
        # a state deals with ships and crews of no flag as the other side's, not with its own or what crowds meet
        (_CHILE + "On Tuesday the Chilean navy detained another trawler.", "COERCE", ("CHL", "ARG")),
        (_CHILE + "On Tuesday Chile accused the skipper of having cut its nets.", "ACCUSE", ("CHL", "ARG")),
        (_CHILE + "On Tuesday the boat and its crew were arrested by the navy.", "COERCE", ("CHL", "ARG")),
        (_CHILE + "On Tuesday the Chilean navy seized its own trawler.", "COERCE", ("CHL", "")),
        (_CHILE + "On Tuesday Chilean police arrested a teacher.", "COERCE", ("CHL", "CHL")),
        (_TAX + "On Friday police arrested the skipper.", "COERCE", ("PER", "CHL")),
        (_TAX + "On Friday Peruvian farmers beat a skipper.", "ASSAULT", ("PER", "PER")),
    ],
)
def test_who_acts_on_whom(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


def test_no_other_side_is_made_up() -> None:
    text = "SANTIAGO, May 4 (WP) - The Chilean navy detained two trawlers on Monday."
    assert acts(text, "COERCE") == [("CHL", "CHL")]
