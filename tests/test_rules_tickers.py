"""Deeds that a live ticker tells under an hour are of the day of publication; what it looks back on, asks or plans isn't."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_ENDS = "\n\n12.10 The market has opened.\n\n11.05 Rain in Accra."


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("13.55 Ghana has expelled two Togolese diplomats." + _ENDS, "SANCTION", "2025-03-12"),
        ("13:55 – Ghana expels two Togolese diplomats.".replace(":", ".") + _ENDS, "SANCTION", "2025-03-12"),
        ("13.55 Hello again. Togolese soldiers are beating three Ghanaian drivers." + _ENDS, "ASSAULT", "2025-03-12"),
        ("13.55 Last week Ghana expelled two Togolese diplomats." + _ENDS, "SANCTION", "2025-03-03/2025-03-09"),
        ("13.55 Togo recalls that Ghana had expelled two Togolese diplomats." + _ENDS, "SANCTION", None),
        ("13.55 Ghana expelled two Togolese diplomats weeks ago." + _ENDS, "SANCTION", None),
        ("13.55 Ghana has accused Togo of spying." + _ENDS, "ACCUSE", None),
        # over midnight nobody can tell the day
        ("00.55 Ghana has expelled two Togolese diplomats.\n\n23.10 It rains.\n\n22.05 Rain in Accra.", "SANCTION", None),
        # figures that are no hours, and too few hours
        ("13.55 Ghana has expelled two Togolese diplomats.\n\nThe market has opened.", "SANCTION", None),
        ("13.55% of Ghanaians vote. Ghana has expelled two Togolese diplomats." + _ENDS, "SANCTION", None),
    ],
)  # fmt: skip
def test_the_day_of_a_ticker(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


def test_a_ticker_without_a_day_of_publication_dates_nothing() -> None:
    assert ("SANCTION", None) in days("13.55 Ghana has expelled two Togolese diplomats." + _ENDS, None)
