"""A day in another clause than the act: whose it is, and what it counts from."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # the paper in which an act of words stands, and the speech
        ("Ghana protested to Togo against the raid in a note which reached the foreign ministry on Monday.", "ACCUSE", "2025-03-10"),
        ("The Ghanaian envoy, Ama Osei, who spoke at a press conference on Monday, urged Togo to free a man.", "REQUEST", "2025-03-10"),
        # each of those who are named with the day
        ("Help came on Monday from Ghana and Mali, each of which summoned Togo's envoy, and then from Niger.", "ACCUSE", "2025-03-10"),
        # a clause that only tells who somebody is, closed by a comma before the day
        ("Kwame Mensah, a minister of Ghana who served in Mali, on Monday accused Niger of a raid.", "ACCUSE", "2025-03-10"),
        # the day put first
        ("It was on 3 March that Ghana shut the bridge to Togolese lorries.", "SANCTION", "2025-03-03"),
        ("Not until Monday did Ghana expel the Togolese envoy.", "SANCTION", "2025-03-10"),
        # a sitting with its day, and what was done in it
        ("It was Monday's vote, in which the parliament of Ghana suspended aid to Togo.", "SANCTION", "2025-03-10"),
        # words quoted are no other act
        ('Niger has left on 3 March, a step which Ghana denounced as "one eye open, one eye closed" on the 5th.', "ACCUSE", "2025-03-05"),
        # what somebody is willing to do, said on that day
        ("The African Development Bank is ready to lend Togo money, its governor said on the sidelines on Monday.", "AGREE", "2025-03-10"),
        # a weekday to come counts from the day on which it is said
        ("Ghana's president said on Monday that the crossing to Togo would be shut from midnight on Tuesday.", "SANCTION", "2025-03-11"),
        ("Its minister, Awa Diop of Ghana, will head for Lomé on Saturday.", "AGREE", "2025-03-15"),
        # what came before, what somebody is charged with, what a colon leads in
        ("The spokesman of Ghana confirmed that a letter had arrived on Monday and called on Togo to free two drivers.", "REQUEST", None),
        ("Ghana reproaches Togo with having sent back 140 of its nationals on 3 March.", "ACCUSE", None),
        ("Ghana asked Togo to explain a second thing: since Monday the site of its registry has been down.", "REQUEST", None),
        # a deed was done before its own side told it, a measure is taken by telling it
        ("Police in Ghana have arrested five Togolese drivers, the prosecutor said on Monday.", "COERCE", None),
        ("Ghana has barred five Togolese firms, its foreign minister said on Monday.", "SANCTION", "2025-03-10"),
        # what was before the day that opens the sentence, behind a semicolon; another day there
        ("On 3 March Ghana and Togo met in Lomé; Niger had expelled Mali's envoy.", "SANCTION", None),
        ("On 3 March Niger warned Mali; on 5 March Benin made an offer, and Ghana rejected the demand of Togo.", "REJECT", "2025-03-05"),
        # when it will be done is not when it was agreed
        ("Ghana and Togo agreed to hold a joint exercise in November.", "AGREE", None),
        ("Ghana's minister spoke on Monday of bullying and wants Togo to free two drivers.", "REQUEST", "2025-03-10"),
        ("Ghana returned to Togo 23 cattle driven off in January.", "RETREAT", None),
        ("Ghana's president flew to Togo: he arrived on Monday, and the gates went up.", "CONSULT", "2025-03-10"),
    ],
)  # fmt: skip
def test_days_of_other_clauses(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
