"""Deeds within a scene are of the day on which it began, or of what they then followed upon; later ones aren't."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_BROKE_OUT = (
    "Fighting broke out in Lome on Sunday when Togolese guards of the president refused to hand in their weapons. "
)
_CAME = "On Sunday it came to ugly scenes. "
_MARCHED = "Hundreds of Togolese farmers, many of them with their tractors, marched on Sunday to the Ghanaian embassy in the capital "
_GATHERED = "Traders grumble. It rained. Shops were shut.\n\nSome 300 Togolese gathered in Lome on Sunday. "
_FOILED = "Togolese guards foiled an attempt to smuggle arms from Ghana on Sunday, an army source in the capital said. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (_BROKE_OUT + "They shelled the headquarters of the army with tanks. It rained.", "ASSAULT", "2025-03-09"),
        (_BROKE_OUT + "They have shelled the headquarters of the army with tanks. It rained.", "ASSAULT", None),
        (_BROKE_OUT + "Weeks before Ghana expelled a Togolese consul. It rained.", "SANCTION", None),
        (_BROKE_OUT + "It rained.\n\nTogolese soldiers shelled the mill of Wa. It rained.", "ASSAULT", None),
        (_CAME + "Togolese guards crossed it and threw tear gas among the people, witnesses say. It rained.", "ASSAULT", "2025-03-09"),
        # then
        (_MARCHED + "in protest. Soldiers at the gate then beat them back with batons. It rained.", "ASSAULT", "2025-03-09"),
        (_MARCHED + "in protest. Since then Ghanaian soldiers shot two Togolese herders. It rained.", "ASSAULT", None),
        (_MARCHED + "in protest. Ghana then expelled a Togolese consul. It rained.", "SANCTION", None),
        (_GATHERED + "Two of them threw paint at the gate. Both were arrested by the police and later charged.", "COERCE", "2025-03-09"),
        (_GATHERED + "On Monday two threw paint at the gate. Both were arrested by the police and later charged.", "COERCE", "2025-03-10"),
        # who says it stands behind, without a day
        (_FOILED + "It was foggy. The guards seized four lorries on the spot.", "COERCE", "2025-03-09"),
    ],
)  # fmt: skip
def test_the_day_of_a_scene(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


def test_what_is_agreed_at_a_meeting_told_at_length() -> None:
    text = (
        "The president of Togo and the president of Ghana spoke by telephone for an hour on Saturday, for the first time since the "
        "winter. They agreed on a joint inquiry. It rained."
    )
    assert ("AGREE", "2025-03-08") in days(text)
