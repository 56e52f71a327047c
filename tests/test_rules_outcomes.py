"""What those who met said to each other is of the day they met; what is said on other days, elsewhere or to others, is not."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_MET = "The foreign ministers of Ghana and Togo met in Lome on Friday. "
_CALLED = "The presidents of Ghana and Togo spoke by telephone on Friday. "
_SAT = "The council of the African Union met in Addis Ababa on 4 March. "
_SIGNED = "Ghana and Togo signed a treaty on fishing on Friday. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (_MET + "It rained. Ghana promised to release nine Togolese drivers.", "CONCEDE", "2025-03-07"),
        (_MET + "Ghana refused to reopen the border. Togo offered to pay for the boats.", "AGREE", "2025-03-07"),
        (_CALLED + "It was the first call since May. The two agreed on a joint inquiry.", "AGREE", "2025-03-07"),
        # the story has gone on
        (_MET + "It rained. It snowed. Ghana promised to release nine Togolese drivers.", "CONCEDE", None),
        (_MET + "It rained.\n\nGhana promised to release nine Togolese drivers.", "CONCEDE", None),
        (_MET + "On Saturday it rained. Ghana promised to release nine Togolese drivers.", "CONCEDE", "2025-03-08"),
        (_MET + "It rained. Ghana has promised to release nine Togolese drivers.", "CONCEDE", None),
        # said to others, by others, elsewhere
        (_MET + "It rained. Ghana promised to release nine Nigerian drivers.", "CONCEDE", None),
        (_MET + "It rained. Niger promised to release nine Togolese drivers.", "CONCEDE", None),
        (_MET + "It rained. In a letter Ghana promised to release nine Togolese drivers.", "CONCEDE", None),
        (_MET + "It rained. At a meeting Ghana promised to release nine Togolese drivers.", "CONCEDE", None),
        # within it
        (_SIGNED + "Ghana undertook at the signing to release nine Togolese drivers.", "CONCEDE", "2025-03-07"),
        (_CALLED + "Ghana promised in that conversation to release nine Togolese drivers.", "CONCEDE", "2025-03-07"),
        (_MET + "The two sides agreed at the end of their talks to form a joint committee.", "AGREE", "2025-03-07"),
        (_MET + "Ghana promised to release nine Togolese drivers in the talks.", "CONCEDE", "2025-03-07"),
        # a body that sat
        (_SAT + "It adopted a resolution which calls upon Togo to reopen its ports.", "REQUEST", "2025-03-04"),
        (_SAT + "It rained. A draft of Ghana about the ports of Togo was voted down.", "REJECT", "2025-03-04"),
        (_SAT + "A Ghanaian draft was rejected by Togo.", "REJECT", None),
        ("The cabinet of Togo met on Friday. It was decided to expel two Ghanaian diplomats.", "SANCTION", "2025-03-07"),
        ("The cabinet of Togo met on Friday. It was feared that Ghana would expel two diplomats.", "SANCTION", None),
        # by return of post
        ("Slovenia offered on Friday to mediate between Ghana and Togo. Ghana accepted by return of post.", "AGREE", "2025-03-07"),
        # the day of a rumour is not that of what it tells
        ("A Togolese was said by a radio in Accra on Friday to have been arrested by police in Ghana.", "COERCE", None),
        ("Police in Ghana are said to have arrested two Togolese on Friday.", "COERCE", "2025-03-07"),
        # who is held was seized
        ("Two Togolese sailors are held in Ghana since 4 March. The day after the seizure Togo summoned Ghana's envoy.",
         "ACCUSE", "2025-03-05"),
        # what is still to come has its own day
        ("The ministers of Ghana and Togo will meet on the 22nd, and Togo promises to free nine Ghanaian drivers.", "CONCEDE", None),
        ("It will be recalled that on Friday Togo freed nine Ghanaian drivers.", "RETREAT", "2025-03-07"),
        # who is sent for is called in, and a boat is hailed for no praise
        ("Togo's ambassador had been sent for by the foreign ministry in Accra on Friday.", "ACCUSE", "2025-03-07"),
        ("A Ghanaian patrol hailed a Togolese boat off Lome on Friday.", "SUPPORT", None),
        # since the month, not a march
        ("Ghana freed on Friday nine Togolese drivers whom it had held since March.", "RETREAT", "2025-03-07"),
    ],
)  # fmt: skip
def test_when_it_was_said(text: str, kind: str, day: str | None) -> None:
    told = days(text)
    assert (kind, day) in told or (day is None and kind not in {other for other, _ in told})


def test_a_month_is_no_march() -> None:
    assert "PROTEST" not in {
        kind for kind, _ in days("Ghana freed nine Togolese drivers whom it had held since March.")
    }
