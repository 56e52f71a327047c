"""Words that go on from a dated verb of the same subject are of its day; those of a day of their own, or of another's clause, aren't."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ghana on Sunday recalled its envoy and warned that it would close the border to Togo.", "THREATEN", "2025-03-09"),
        ("Ghana condemned Togo on Sunday and warned that, unless it left by Friday, it would close the border.", "THREATEN", "2025-03-09"),
        ("On Sunday Ghana's minister visited Togo and said that Ghana would not free the Togolese drivers.", "REJECT", "2025-03-09"),
        ("Ghana said on Sunday that it was ready to talk to Togo, and threatened to close the border to Togo.", "THREATEN", "2025-03-09"),
        ("Ghana said on Sunday that Togo had left the talks and threatened to close the border to Ghana.", "THREATEN", None),
        ("Ghana asked Togo to free them by Sunday and warned that it would close the border to Togo.", "THREATEN", None),
        ("Ghana, which on Sunday recalled its envoy, met Togo and warned that it would close the border to Togo.", "THREATEN", None),
        ("Ghana on Sunday recalled its envoy and warned on Monday that it would close the border to Togo.", "THREATEN", "2025-03-10"),
        ("Ghana on Sunday recalled its envoy, warning that it would close the border to Togo.", "THREATEN", "2025-03-09"),
        ("Ghana condemned Togo on Sunday and said it would close the border unless the five were freed.", "THREATEN", "2025-03-09"),
        ("Ghana, which on Sunday recalled its envoy, met Togo, warning that it would close the border.", "THREATEN", None),
        ("Ghana on Sunday recalled its envoy and earlier warned that it would close the border to Togo.", "THREATEN", None),
    ],
)  # fmt: skip
def test_the_day_that_two_verbs_share(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text + " It rained. Shops were shut.")
