"""What is told of the morning after a night is of the next day; other hours, and mornings that come before, are not."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_LATE = "It rained. Ghana arrested four Togolese traders on Monday evening. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ghana arrested four Togolese traders late on Monday evening, and freed them at dawn.", "RETREAT", "2025-03-11"),
        ("Ghana arrested four Togolese traders late on Monday evening, and freed them at dawn.", "COERCE", "2025-03-10"),
        ("On the night of 3 March Ghana arrested four Togolese traders and freed them at first light.", "RETREAT", "2025-03-04"),
        ("Ghana arrested four Togolese traders on Monday night and freed them before sunrise.", "RETREAT", "2025-03-11"),
        ("Ghana arrested four Togolese traders on Monday night and freed them before midnight.", "RETREAT", "2025-03-10"),
        ("Ghana arrested four Togolese traders on Monday and freed them in the morning.", "RETREAT", "2025-03-10"),
        ("Ghana arrested four Togolese traders on Sunday night and freed them at dawn on Tuesday.", "RETREAT", "2025-03-11"),
        ("On Monday evening Ghana detained five Togolese traders; at dawn they were freed by Ghana.", "COERCE", "2025-03-10"),
        ("On Monday evening Ghana detained five Togolese traders; at dawn they were freed by Ghana.", "RETREAT", "2025-03-11"),
        # in the next sentence
        (_LATE + "Ghana freed them at dawn.", "RETREAT", "2025-03-11"),
        (_LATE + "It rained. At first light Ghana freed them.", "RETREAT", "2025-03-11"),
        (_LATE + "Ghana freed them before midnight.", "RETREAT", "2025-03-10"),
        ("It rained. Ghana arrested four Togolese traders on Monday. Ghana freed them by first light.", "RETREAT", "2025-03-10"),
    ],
)  # fmt: skip
def test_the_morning_after(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
