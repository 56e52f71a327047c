"""Deeds whose words, or whose story, tie them to a day told before; and those that time or somebody else keeps apart from it."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_HELD = "Police in Togo arrested three Ghanaian fishermen on Monday. "
_BUS = "Twelve Ghanaian trucks drove up to the barrier at Paga on Friday. "
_LANDED = "The Ghanaian opposition leader landed in Lome on Tuesday. "
_BLAST = "ACCRA - A bomb exploded at a market in Accra on Tuesday, killing nine Ghanaians.\n\nThe blast went off beside a bus stop. "
_PORT = "ACCRA - Ghanaian workers blocked the port of Tema on Monday.\n\nThey want higher wages. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # hours leave no day between
        (_HELD + "One of them was released after two hours.", "RETREAT", "2025-03-10"),
        (_HELD + "They are well. Togo released the fishermen after three hours.", "RETREAT", "2025-03-10"),
        (_HELD + "They were released after three weeks of protests.", "RETREAT", None),
        (_HELD + "One of them has been released after two hours.", "RETREAT", None),
        (_HELD + "They were once expelled by Togo.", "SANCTION", None),
        ("Togolese soldiers shelled a Ghanaian mill on Monday. It burned. Togo freed nine men at the same time.", "RETREAT", "2025-03-10"),
        ("Togo seized a Ghanaian bus on Tuesday. It was old. Togo expelled a Ghanaian envoy along with them.", "SANCTION", "2025-03-11"),
        # whom the sentence before tells of, or some of them
        (_BUS + "Four of them were seized by Burkinabe soldiers.", "COERCE", "2025-03-07"),
        (_BUS + "The trucks were seized by Burkinabe soldiers.", "COERCE", "2025-03-07"),
        (_BUS + "All of them have been seized by Burkinabe soldiers.", "COERCE", None),
        (_BUS + "Others were seized by Burkinabe soldiers.", "COERCE", None),
        (_LANDED + "He was denied entry and put on the next plane.", "REJECT", "2025-03-11"),
        ("Ghana's trade minister drove to Lome on Monday and to Aneho on Tuesday. He was denied entry by Togo.", "REJECT", None),
        ("Ghana's trade minister is in despair, his lawyer said on Tuesday. He was denied entry by Togo.", "REJECT", None),
        ("On Sunday a Ghanaian bus reached the crossing at Aflao. Togolese guards turned it back at once.", "REJECT", "2025-03-09"),
        # the same body goes on
        ("A court in Accra convicted two Togolese on Monday. The court also ordered the seizure of a truck.", "COERCE", "2025-03-10"),
        ("Ghana's president ruled out talks on Monday. Soldiers also seized two Togolese trucks.", "COERCE", None),
    ],
)  # fmt: skip
def test_deeds_that_their_words_tie(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (_BLAST + "Ghanaian soldiers sealed off the market and police arrested three men.", "COERCE", "2025-03-11"),
        (_BLAST + "Ghanaian police have arrested three men.", "COERCE", None),
        (_BLAST + "Togolese soldiers beat three drivers.", "ASSAULT", None),
        (_BLAST + "Earlier Ghanaian police had arrested three men.", "COERCE", None),
        (_BLAST + "On Wednesday 300 people came to give blood, a nurse said. Ghanaian police arrested three men.", "COERCE", None),
        (_BLAST + "In January gunmen raided a barracks. Ghanaian soldiers arrested 30 men.", "COERCE", None),
        (_PORT + "Ghana expelled two Togolese diplomats.", "SANCTION", None),
        (_PORT + "Riot police fired tear gas at the Ghanaian workers.", "ASSAULT", "2025-03-10"),
        ("Trade thrives. Ports are full.\n\n" + _PORT + "Riot police fired tear gas at the Ghanaian workers.", "ASSAULT", None),
        (_PORT + "\n\nRiot police fired tear gas at the Ghanaian workers.", "ASSAULT", None),
        # another country's deed is no part of the scene
        ("ACCRA - Ghanaian workers blocked the port of Tema on Monday. Togo's army deployed 300 soldiers at Aflao.", "MOBILIZE", None),
        # a day on which something was said
        ("Ghana's minister said on Monday that talks would go on. Togo closed its border with Ghana.", "SANCTION", None),
    ],
)  # fmt: skip
def test_deeds_of_a_story_that_plays_on_one_day(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
