"""What somebody says that he would do under a condition told first is a threat; what others expect of him isn't."""

from __future__ import annotations

import pytest

from summarizer.drafts import EventDraft
from tests.test_rules_events import codes, drafts_of


def threats(text: str) -> list[EventDraft]:
    article = f"Chad and Niger quarrel. It rained there. {text} The streets were wet."
    return [one for one in drafts_of(article, "2024-05-10") if one.type == "THREATEN"]


@pytest.mark.parametrize(
    ("text", "mode", "day"),
    [
        ("Should they not be home by Friday, Chad will close its market to Nigerien onions, he stated.", "restrict", None),
        ("Were that to happen, Chad would stop the export of gas to Niger, its minister said.", "restrict", None),
        ("Were a Nigerien boat seen, its minister, Ali Mahamat, added, Chad would expel Niger's envoy.", "expel", None),
        ("If war broke out, Chad would close its border with Niger, its president said.", "restrict", None),
        ("Chad's minister said on Tuesday that if the men weren't freed by Friday, it would expel Niger's envoy.", "expel", "2024-05-07"),
        ("Should the men be held beyond Friday, Chad will expel Niger's envoy, its minister said.", "expel", None),
    ],
)  # fmt: skip
def test_what_is_said_under_a_condition_is_a_threat(text: str, mode: str, day: str | None) -> None:
    (threat,) = threats(text)
    assert (threat.mode, threat.status, threat.date_edtf) == (mode, "occurred", day)
    assert codes(threat) == (["TCD"], ["NER"])


@pytest.mark.parametrize(
    "text",
    [
        "If war broke out, Chad would close its border with Niger, analysts say.",
        "Were that to happen, Chad would close its border with Niger.",
        "If elected, Mahamat would close Chad's border with Niger.",
        "If Niger built the dam, Chad would close the border, a Niamey newspaper predicted.",
        "Had Niger not paid, Chad would have closed the border, its minister said.",
        "Were the boats Nigerien? Chad would not say whether it would close its border with Niger.",
        "Should Niger pay, Chad would free the two sailors, its minister said.",
    ],
)
def test_what_others_expect_is_none(text: str) -> None:
    assert threats(text) == []
