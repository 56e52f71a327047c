"""Acts without a day of their own that go on from what stands right before them, and those that don't."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_CROWD = "On Monday thousands of Ghanaians marched through Accra. "
_BLAST = "On Friday gunmen attacked a Ghanaian patrol near Wa. Nobody claimed it for two days. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # one scene
        (_CROWD + "Police arrested nine people.", "COERCE", "2025-03-10"),
        (_CROWD.strip() + "\n\nPolice arrested nine people, the interior ministry said.", "COERCE", "2025-03-10"),
        (_CROWD + "Ghana expelled two Togolese diplomats.", "SANCTION", None),
        (_CROWD + "Police have arrested nine people.", "COERCE", None),
        (_CROWD + "Weeks earlier police arrested nine people.", "COERCE", None),
        (_CROWD + "Shops were shut.\n\nPolice arrested nine people.", "COERCE", None),
        # within one sentence with one day
        ("Ghanaian drivers blocked a bridge on Monday; police dispersed them and arrested nine drivers.", "COERCE", "2025-03-10"),
        ("ACCRA, March 12 (GNA) - Ghanaian drivers blocked a bridge on Monday; police arrested nine drivers.", "COERCE", "2025-03-10"),
        ("Ghanaian drivers blocked a bridge on Monday, a year after 3 March 2024; police arrested nine drivers.", "COERCE", None),
        # what is said at talks
        ("Togo's president met Ghana's president on Saturday. He promised to free two Ghanaian officers.", "CONCEDE", "2025-03-08"),
        ("Togo's president warned Ghana on Saturday. He promised to free two Ghanaian officers.", "CONCEDE", None),
        ("The committee of Ghana and Togo ended its session on Saturday. Togo promised to pay Ghana.", "CONCEDE", "2025-03-08"),
        # the deed that somebody is blamed for was told before
        (_BLAST + "Ghana blamed Togo for the attack.", "ASSAULT", "2025-03-07"),
        # a short sentence that only says when something came
        ("It took Ghana until the 7th. Then Ghana expelled two Togolese diplomats.", "SANCTION", "2025-03-07"),
        ("The storm has raged since Friday. Then Ghana expelled two Togolese diplomats.", "SANCTION", None),
        ("It took Ghana until the 7th. It expelled two Togolese diplomats and will close a consulate on 1 June.", "SANCTION", "2025-03-07"),
    ],
)  # fmt: skip
def test_the_day_that_is_lent(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ghana's president flies on to Togo on Saturday for talks with his Togolese colleague.", "CONSULT", "2025-03-15"),
        ("Before it votes on 3 June, Ghana has expelled two Togolese diplomats.", "SANCTION", None),
        ("Ghana expelled two Togolese diplomats, and Togo answered on Monday.", "SANCTION", None),
        ("Ghana will suspend talks with Togo on next year's quota.", "REJECT", None),
        ("On 3 March a storm came. In February Togo offered a truce, which Ghana rejected three days later.", "REJECT", "2025-02"),
        ("At the end of February Ghana expelled two Togolese diplomats.", "SANCTION", "2025-02"),
        ("Ghana will expel two Togolese diplomats at the end of the month.", "SANCTION", "2025-03"),
    ],
)  # fmt: skip
def test_days_to_come_and_ends_of_months(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
