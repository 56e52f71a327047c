"""What an act did belongs to it and is no second act."""

from __future__ import annotations

import pytest

from summarizer.drafts import EventDraft
from tests.test_rules_events import codes, drafts_of

AROUND = " It rained on Tuesday. The streets of the town were wet."


def attacks(text: str) -> list[EventDraft]:
    return [draft for draft in drafts_of(text + AROUND, "2021-04-28") if draft.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Yemeni gunboats shelled an Eritrean port on Monday, killing nine people.",
        "Yemeni gunboats shelled an Eritrean port on Monday. Nine Eritrean fishermen were killed.",
        "Nine Eritrean fishermen were killed when Yemeni gunboats shelled their port on Monday.",
    ],
)
def test_the_dead_belong_to_the_shelling(text: str) -> None:
    (attack,) = attacks(text)
    assert attack.mode == "heavy-weapons"
    assert codes(attack) == (["YEM"], ["ERI"])
    assert attack.date_edtf == "2021-04-26"
    assert [amount.value for amount in attack.quantities] == [9]


def test_a_toll_without_an_attack_stands_for_it() -> None:
    (attack,) = attacks("Two Eritrean fishermen were killed on Monday.")
    assert codes(attack) == ([], ["ERI"])


def test_a_toll_of_another_day_or_side_is_another_act() -> None:
    day = "Yemeni gunboats shelled an Eritrean port on Monday. Two Eritrean fishermen were killed on 3 April."
    side = "Yemeni gunboats shelled an Eritrean port on Monday. Two Sudanese fishermen were killed."
    assert len(attacks(day)) == len(attacks(side)) == 2


def test_the_dead_of_an_attack_that_was_answered_are_not_those_of_the_answer() -> None:
    text = "Turkish warplanes bombed Syria on Monday after an attack in which four Turkish soldiers were killed."
    assert [codes(one) for one in attacks(text) if one.mode == "aerial"] == [(["TUR"], ["SYR"])]
