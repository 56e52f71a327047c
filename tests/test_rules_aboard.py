"""Whose the people aboard a ship, lorry or plane are: of its flag, or those whom it carries."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_BUS = "NAIROBI, May 3 (AFP) - Kenyan police on Sunday stopped a Tanzanian bus. "
_BARGE = "ABUJA, May 3 (NAN) - Nigeria seized a Cameroonian barge on Monday. "
_RAFT = "MAPUTO, May 3 (AIM) - Mozambique's port police pulled 61 Comorians from a boat on Sunday. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # passengers, drivers, a crew with its number
        (_BUS + "Three of the passengers were arrested.", "COERCE", ("KEN", "TZA")),
        (_BUS + "Policemen beat the driver.", "ASSAULT", ("KEN", "TZA")),
        (_BARGE + "The crew of nine was arrested that evening.", "COERCE", ("NGA", "CMR")),
        # a captain by name, and then "him", whom a president pardons
        (_BARGE + "The captain, Paul Eto, stood trial. A court fined him on Friday.", "SANCTION", ("NGA", "CMR")),
        (_BARGE + "The captain, Paul Eto, stood trial. The president pardoned him on Sunday.", "CONCEDE", ("NGA", "CMR")),
        # whom a boat carries, not whose patrol rams it
        (_RAFT + "A Tanzanian patrol vessel, police say, had rammed the boat.", "ASSAULT", ("TZA", "COM")),
        (_RAFT + "A Tanzanian patrol vessel came too. Three of the passengers were arrested.", "COERCE", ("MOZ", "COM")),
        # whom a state demands back
        (_BARGE + "Cameroon demanded on Tuesday that the crew be freed.", "REQUEST", ("CMR", "NGA")),
    ],
)  # fmt: skip
def test_those_aboard_are_known(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # no foreign craft was told
        ("NAIROBI, May 3 (AFP) - Kenyan police stopped a bus on Sunday. Policemen beat the driver.", "ASSAULT", ("KEN", "KEN")),
        # the crew of something else, and drivers without "the"
        (_BARGE + "Police arrested the crew of the Lagos ferry on Friday.", "COERCE", ("NGA", "NGA")),
        (_BUS + "Police arrested drivers at the port on Friday.", "COERCE", ("KEN", "KEN")),
        # of two foreign craft either may be meant
        (_BARGE + "A Beninese tug came. Police arrested the skipper on Friday.", "COERCE", ("NGA", "NGA")),
        # people beside a boat who are not aboard it
        ("MAPUTO, May 3 (AIM) - Two Comorians saw the boat on Sunday. Police arrested the skipper.", "COERCE", ("MOZ", "MOZ")),
        # who is himself meant by "him" is not who acts
        ("LIMA, May 3 (Reuters) - Peru expelled a Chilean consul. The minister met him on Friday.", "CONSULT", ("PER,CHL", "")),
    ],
)  # fmt: skip
def test_others_are_not_taken_for_them(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)
