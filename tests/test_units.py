from __future__ import annotations

import pytest

from summarizer.events import Quantity
from summarizer.merging.units import leading_values, unit_kind


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("people", "person"), ("killed", "person"), ("rioters", "person"), ("embassy employees", "person"), ("soldiers", "person"),
        ("wounded", "hurt"), ("million dollars", "money"), ("million $", "money"), ("short-range missiles", "missile"),
        ("helicopters", "helicopter"), ("tonnes", "tonne"), ("months", "month"), ("", ""),
    ],
)  # fmt: skip
def test_kinds(unit: str, kind: str) -> None:
    assert unit_kind(unit) == kind


def test_the_largest_of_a_kind_leads() -> None:
    told = [Quantity(value=v, unit=u, text="") for v, u in ((2, "children"), (11, "people"), (30, "wounded"))]
    assert {kind: quantity.value for kind, quantity in leading_values(told).items()} == {
        "children": 2,
        "person": 11,
        "hurt": 30,
    }
