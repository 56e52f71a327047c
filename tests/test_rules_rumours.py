"""Hearsay is alleged, what is said never to have been is denied, and who was charged in error isn't charged any more."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of

_AROUND = " Nobody was sure of it. The weather was fair."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # what goes about
        ("Sudan's army is said to have shelled a Chadian village on Tuesday.", "alleged"),
        ("Iranian guards are reported to have shot two Pakistani drivers on Friday.", "alleged"),
        ("Iranian guards are alleged to have shot two Pakistani drivers on Friday.", "alleged"),
        ("It is whispered in the ministry that Peru has recalled its ambassador from Chile.", "alleged"),
        ("Word in the bazaar is that Iranian guards shot two Pakistani drivers on Friday.", "alleged"),
        ("There is talk that Niger has expelled the French consul.", "alleged"),
        (
            "A shepherd had heard from his cousin that Iranian guards had shot two Pakistani drivers on Friday.",
            "alleged",
        ),
        ("According to unconfirmed reports, Iranian guards shot two Pakistani drivers on Friday.", "alleged"),
        (
            "A Kenyan captain who asked for his name to be left out said on Friday that Somali troops had seized two Kenyan boats.",
            "alleged",
        ),
        (
            "A Kenyan captain who wished to remain anonymous said on Friday that Somali troops had seized two Kenyan boats.",
            "alleged",
        ),
        (
            "A Kenyan captain who declined to be identified said on Friday that Somali troops had seized two Kenyan boats.",
            "alleged",
        ),
        # who claims his own act tells it
        ("Oman's army claims to have shot down a Yemeni drone on Friday.", "occurred"),
        ("Iran sent word that it had expelled the Kuwaiti consul.", "occurred"),
        ("Chad said on Friday after much talk that it had expelled the Libyan consul.", "occurred"),
        # called untrue
        ("Fiji denied on Monday, through its embassy in Apia, that it had arrested two Samoan sailors.", "denied"),
        ("Kuwait denied what was told on the web, to the effect that it had closed its border with Iraq.", "denied"),
        ("It is not the case that Chile arrested two Argentine sailors on Friday.", "denied"),
        ("It is false that on Tuesday the Ghanaian police beat two Togolese traders, as a website wrote.", "denied"),
        ("The Ghana Star withdrew its report that Ghana had arrested two Togolese officers.", "denied"),
        ("A website falsely reported that Ghana had arrested two Togolese officers.", "denied"),
        ("Nor has Chad expelled any French diplomat.", "denied"),
        ("Chile never arrested any Argentine sailors, the ministry said on Friday.", "denied"),
        # what the subject does beside denying
        (
            "Iraq's ministry, which denied that any shot was fired, withdrew its denial and apologised to Kuwait.",
            "occurred",
        ),
        ("Lesotho denied that and accused South Africa of having beaten two drivers.", "occurred"),
    ],
)
def test_the_status_of_what_is_told(text: str, status: str) -> None:
    drafts = drafts_of(text + _AROUND)
    assert drafts
    own = (
        [d for d in drafts if d.type in ("CONCEDE", "ACCUSE")] if status == "occurred" and "denied" in text else drafts
    )
    assert {draft.status for draft in own} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Iran is not believed to have shot the two Pakistani drivers.",
        "Iran might be said to have shelled Iraq.",
        "Chile never expels Argentine envoys, the ministry said on Friday.",
    ],
)
def test_what_nobody_tells(text: str) -> None:
    assert not drafts_of(text + _AROUND)


def test_a_rumour_that_is_refuted_at_once() -> None:
    text = "Niger was rumoured to have closed its mission in Chad. On the 10th its ministry refuted the rumour."
    assert {draft.status for draft in drafts_of(text + _AROUND, "2024-05-16")} == {"denied"}


def test_what_is_said_to_have_been_takes_its_day() -> None:
    text = "Sudan's army is said to have shelled a Chadian village on Tuesday."
    assert {draft.date_edtf for draft in drafts_of(text + _AROUND, "2026-05-14")} == {"2026-05-12"}
