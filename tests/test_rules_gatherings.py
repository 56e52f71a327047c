"""Who gathers where the words only count them, or name talks that are known."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Latvia left. Belarus fumed. About 800 marched to the Belarusian embassy in Riga on Sunday.", "PROTEST", ("LVA", "BLR")),
        ("LIMA - Chile expelled two envoys. Some 300 rallied outside the Chilean consulate on Monday.", "PROTEST", ("PER", "CHL")),
        ("Chad broke with Niger in May. Negotiations were resumed on Monday in Togo.", "CONSULT", ("TCD,NER", "")),
        ("Iran and Iraq agreed to talks. The talks are to be held in Oman on 3 June.", "AGREE", ("IRN,IRQ", "")),
        ("Guyana recalled its envoy from Suriname. A joint commission met in Guyana on Monday.", "CONSULT", ("GUY,SUR", "")),
    ],
)  # fmt: skip
def test_who_gathers(text: str, kind: str, sides: tuple[str, str]) -> None:
    found = acts(text, kind)
    assert sides in [(",".join(sorted(a.split(","), key=sides[0].find)), r) for a, r in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Latvia closed its consulate in Belarus. On 8 May 1998 marched in files past the gates of Riga.", "PROTEST"),
        ("Chad broke with Niger in May. The council met on Monday.", "CONSULT"),  # a body of one side
        ("Chad broke with Niger in May. The wage talks were resumed on Monday.", "CONSULT"),  # other talks
    ],
)
def test_who_gathers_stays_open(text: str, kind: str) -> None:
    assert acts(text, kind) == []
