"""What was done hours before what a sentence tells is of that day, or of the one before where the hours told reach over midnight."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_FREED = "Two Togolese drivers who had sat in a cell in Wa were freed "
_OPENED = "Ghana opened the road to Togo on Sunday, "
_SEIZED = "Ghana seized four Togolese lorries on 3 March. It rained. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (_FREED + "on Sunday, hours after Ghana closed the bridge to Togolese lorries. It rained.", "2025-03-09"),
        (_FREED + "yesterday evening, a few hours after Ghana closed the bridge to Togolese lorries. It rained.", "2025-03-11"),
        (_FREED + "on Sunday evening, fifteen hours after Ghana had closed the bridge to Togolese lorries. It rained.", "2025-03-09"),
        (_FREED + "on Sunday morning, fifteen hours after Ghana had closed the bridge to Togolese lorries. It rained.", "2025-03-08"),
        (_FREED + "on Sunday, twenty-four hours after Ghana had closed the bridge to Togolese lorries. It rained.", "2025-03-08"),
        (_FREED + "last month, hours after Ghana had closed the bridge to Togolese lorries. It rained.", None),
    ],
)  # fmt: skip
def test_hours_apart(text: str, day: str | None) -> None:
    assert ("SANCTION", day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # a participle between a subject and its verb
        (_OPENED + "three days after Togolese drivers, tired of waiting, burned down a bridge.", "ASSAULT", "2025-03-06"),
        ("Two days after the raid of 3 March, angry at the silence, Ghana expelled a Togolese consul.", "SANCTION", "2025-03-05"),
        # the morrow of an act told before
        (_SEIZED + "On the morrow of the seizure Togo expelled a Ghanaian consul.", "SANCTION", "2025-03-04"),
        ("It rained. On the morrow of the vote of 3 March Togo expelled a Ghanaian consul.", "SANCTION", "2025-03-04"),
    ],
)  # fmt: skip
def test_counted_from_acts(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
