"""Deeds that another version of an affair tells are of its day; what only follows it, or is charged besides, isn't."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_SHOTS = "Ghana's army says that Togolese soldiers shot at a Ghanaian ferry on Sunday. Togo denies it. "
_TWO = "What happened at the post of Aflao on Sunday night is told in two ways. "
_TOLD = "On Sunday night Togolese guards stopped a Ghanaian lorry. About what followed there are two stories. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # somebody else did it
        (_SHOTS + "It was Ghanaian sailors who opened fire on a Togolese boat, says its interior ministry.", "ASSAULT", "2025-03-09"),
        (_SHOTS + "Nobody was hit that night, says Togo, and it was Ghanaians who attacked a Togolese boat.", "ASSAULT", "2025-03-09"),
        (_SHOTS + "It was Ghanaian sailors who arrested a Togolese captain in January, says its ministry.", "COERCE", "2025-01"),
        (_SHOTS + "It was Ghana that expelled a Togolese consul, says its interior ministry.", "SANCTION", None),
        # two versions
        (_TWO + "Ghanaian drivers beat a Togolese clerk, says the ministry in Lome.", "ASSAULT", "2025-03-09"),
        (_TWO + "It rained. Ghanaian drivers beat a Togolese clerk, says the ministry in Lome.", "ASSAULT", "2025-03-09"),
        (_TWO + "Trade goes on. It rained. Shops were shut. It snowed. Ghanaian soldiers shot two Togolese herders.", "ASSAULT", None),
        (_TWO + "Ghana has expelled two Togolese diplomats.", "SANCTION", None),
        (_TWO + "Ghana accused Togolese guards of having beaten a fisherman.", "ASSAULT", None),
        (_TOLD + "According to the hauliers of Ghana, the guards beat the driver.", "ASSAULT", "2025-03-09"),
    ],
)  # fmt: skip
def test_the_day_of_an_affair_told_twice(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
