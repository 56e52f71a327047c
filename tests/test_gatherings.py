"""What dates an act by the meeting at which it was done."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.days.gatherings import at_that_days, is_held, takes_place
from summarizer.normalising.dates import find_dates


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("he spoke at a meeting held in Accra", True),
        ("he spoke during the talks held in Accra", True),
        ("he spoke of a meeting held in Accra", False),
        ("he spoke at a prison held by rebels", False),
    ],
)
def test_meetings_are_held(text: str, held: bool) -> None:
    low = text.split()
    assert is_held(low, low.index("held")) is held


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("he spoke at the session that took place", True),
        ("he spoke at the session which was held", True),
        ("he spoke at the session that he held", False),
        ("he spoke of the session that took place", False),
    ],
)
def test_meetings_take_place(text: str, takes: bool) -> None:
    low = text.split()
    at = next(j for j, word in enumerate(low) if word in ("that", "which"))
    assert takes_place(low, at) is takes


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("He spoke at Tuesday's briefing.", True),
        ("He spoke during Tuesday's regular press conference.", True),
        ("He spoke of Tuesday's briefing.", False),
        ("He spoke at Tuesday's expense.", False),
    ],
)
def test_the_day_of_a_meeting(text: str, at: bool) -> None:
    assert at_that_days(text, find_dates(text)[0]) is at
