"""Who lets people go is who took them."""

from __future__ import annotations

import pytest

from tests.test_rules_events import codes, drafts_of

AROUND = " It rained on Tuesday. The streets of the town were wet."


@pytest.mark.parametrize(
    "text",
    [
        "Bahrain arrested nine Qatari fishermen on Monday. The nine were freed on Tuesday.",
        "Bahrain arrested nine Qatari fishermen on Monday. It rained. The fishermen were released.",
        "Bahrain seized a Qatari boat. The Qatari boat was handed back on Tuesday.",
    ],
)
def test_who_is_freed_is_freed_by_the_captor(text: str) -> None:
    (freed,) = [one for one in drafts_of(text + AROUND, "2021-04-28") if one.type == "RETREAT"]
    assert codes(freed) == (["BHR"], ["QAT"])


def test_who_else_is_freed_is_not() -> None:
    text = "Bahrain arrested nine Qatari fishermen on Monday. Two Omani traders were freed on Tuesday."
    (freed,) = [one for one in drafts_of(text + AROUND, "2021-04-28") if one.type == "RETREAT"]
    assert codes(freed) == ([], ["OMN"])
