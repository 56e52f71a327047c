"""What was done within a raid, a meeting or a visit told before is of its day; what only reacts to it, or another one, is not."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_RAID = "Trade thrives. Ports are full.\n\nGhanaian soldiers raided a Togolese village on 3 March. It rained. "
_SUMMED_UP = "Ghanaian soldiers crossed into Togo on Sunday and drove off 40 cows, a raid which Ghana then denied. "
_MET = "The foreign ministers of Ghana and Togo met in Lome on Friday. It rained. "
_VISIT = "On Sunday the foreign minister of Togo visited Ghana. The weather was good. "
_CALLED = "Togo's foreign minister telephoned his Ghanaian colleague on Friday. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # deeds of a raid
        (_RAID + "In the raid three Togolese herders were kidnapped.", "ASSAULT", "2025-03-03"),
        (_RAID + "Three Togolese herders were kidnapped in the raid.", "ASSAULT", "2025-03-03"),
        (_RAID + "In an earlier raid three Togolese herders were kidnapped.", "ASSAULT", None),
        (_RAID + "Three Togolese herders were kidnapped in the raid on a farm.", "ASSAULT", None),
        (_RAID + "After the raid three Togolese herders were kidnapped.", "ASSAULT", None),
        (_RAID + "Togo condemned the kidnapping of three herders in the raid.", "ACCUSE", None),
        # a noun sums up what was told
        (_SUMMED_UP + "In the raid two Togolese herders were kidnapped.", "ASSAULT", "2025-03-09"),
        (_SUMMED_UP + "Togo recalled its envoy from Ghana the day after the raid.", "SANCTION", "2025-03-10"),
        # words at a meeting
        (_MET + "At the meeting Ghana accused Togo of smuggling fuel.", "ACCUSE", "2025-03-07"),
        (_MET + "Ghana at the meeting demanded that Togo free two traders.", "REQUEST", "2025-03-07"),
        (_MET + "Following the talks the two ministers signed an agreement on fishing.", "SUPPORT", "2025-03-07"),
        (_MET + "At an earlier meeting Ghana had accused Togo of smuggling fuel.", "ACCUSE", None),
        (_MET + "At the next meeting Ghana will demand that Togo free two traders.", "REQUEST", None),
        (_MET + "At a meeting Ghana accused Togo of smuggling fuel.", "ACCUSE", None),
        # where they had met
        (_MET + "Ghana demanded there that Togo free two traders.", "REQUEST", "2025-03-07"),
        (_MET + "They ate. Ghana threatened over that same coffee to sue Togo.", "THREATEN", "2025-03-07"),
        (_MET + "They ate. Ghana over coffee threatened to sue Togo.", "THREATEN", None),
        (_MET + "They ate. It snowed. Ghana threatened at the table to sue Togo.", "THREATEN", None),
        (_MET + "They ate.\n\nGhana threatened over that same coffee to sue Togo.", "THREATEN", None),
        (_MET + "They ate. Ghana on Saturday threatened over that same coffee to sue Togo.", "THREATEN", "2025-03-08"),
        (_VISIT + "On that visit Togo warned that it would sue Ghana by the end of June.", "THREATEN", "2025-03-09"),
        (_VISIT + "On a visit Togo warned that it would sue Ghana.", "THREATEN", None),
        (_CALLED + "In the call he demanded that Ghana free two traders.", "REQUEST", "2025-03-07"),
        # the meeting is told as received, talks follow
        ("Ghana's president received Togo's foreign minister on Friday. Following the talks Ghana and Togo signed an agreement on fishing.",
         "SUPPORT", "2025-03-07"),
    ],
)  # fmt: skip
def test_what_was_done_within(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
