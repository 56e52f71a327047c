"""Police, crowds and courts belong to the place with which the paragraph begins."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_HOME = "ACCRA, May 13 (GNA) - Ghana closed its border with Togo on Monday.\n\n"
_ABROAD = _HOME + "In Lomé about 500 traders marched to the Ghanaian embassy on Tuesday. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (_ABROAD + "Police drove the crowd back with tear gas.", "ASSAULT", ("TGO", "TGO")),
        (_ABROAD + "Two students were arrested.", "COERCE", ("TGO", "TGO")),
        (_ABROAD + "It rained. Officers arrested two students.", "COERCE", ("TGO", "TGO")),
        # the paragraph is at an end, has turned to others, or began with no place
        (_ABROAD + "\n\nPolice arrested two students.", "COERCE", ("GHA", "GHA")),
        (_ABROAD + "Ghana stayed calm. Police arrested two students.", "COERCE", ("GHA", "GHA")),
        (_HOME + "Traders marched to the Togolese embassy. Police arrested two students.", "COERCE", ("GHA", "GHA")),
        # ministers may speak of home from abroad
        (_HOME + "In Lomé about 500 traders marched. The foreign minister summoned the Togolese ambassador.", "ACCUSE", ("GHA", "TGO")),
    ],
)  # fmt: skip
def test_the_police_of_a_place(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("President Kofi Mensah apologised on Tuesday to his Ghanaian counterpart.", ("TGO", "GHA")),
        ("President Kofi Mensah apologised on Tuesday to his Togolese counterpart.", ("GHA", "TGO")),
    ],
)
def test_nobody_is_his_own_counterpart(text: str, sides: tuple[str, str]) -> None:
    assert sides in acts(_HOME + text, "CONCEDE")
