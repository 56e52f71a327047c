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
        "Bahrain arrested nine Qatari fishermen on Monday. Five walked free on Tuesday.",
        "Bahrain arrested nine Qatari fishermen on Monday. The last two came out of jail.",
        "Bahrain arrested nine Qatari fishermen on Monday. Seven of them were allowed to return home.",
        "Bahrain arrested nine Qatari fishermen on Monday. Three were put on an aeroplane home.",
    ],
)
def test_who_is_freed_is_freed_by_the_captor(text: str) -> None:
    (freed,) = [one for one in drafts_of(text + AROUND, "2021-04-28") if one.type == "RETREAT"]
    assert codes(freed) == (["BHR"], ["QAT"])


def test_who_else_is_freed_is_not() -> None:
    text = "Bahrain arrested nine Qatari fishermen on Monday. Two Omani traders were freed on Tuesday."
    (freed,) = [one for one in drafts_of(text + AROUND, "2021-04-28") if one.type == "RETREAT"]
    assert codes(freed) == ([], ["OMN"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jordan banned Syrian tomatoes on Monday. The ban was lifted on Tuesday.", [("CONCEDE", ["JOR"], ["SYR"])]),
        ("Kenya closed its border with Somalia. The closure was lifted on Tuesday.", [("CONCEDE", ["KEN"], ["SOM"])]),
        ("Iran expelled two Finnish envoys on Monday. The order was rescinded.", [("CONCEDE", ["IRN"], ["FIN"])]),
        ("Iran froze the assets of Togo on Monday. The measure was reversed.", [("CONCEDE", ["IRN"], ["TGO"])]),
        (
            "Jordan banned Syrian tomatoes on 3 March. The ban was lifted on the 6th, imposed again on the 8th.",
            [("CONCEDE", ["JOR"], ["SYR"]), ("SANCTION", ["JOR"], ["SYR"])],
        ),
    ],
)
def test_who_lifts_a_measure_imposed_it(text: str, told: list[tuple[str, list[str], list[str]]]) -> None:
    found = [(one.type, *codes(one)) for one in drafts_of(text + AROUND, "2021-04-28")]
    assert all(one in found for one in told), found


@pytest.mark.parametrize(
    "text",
    [
        "Jordan banned Syrian tomatoes on Monday. In Norway, a ban on snow was lifted on Tuesday.",
        "Jordan banned Syrian tomatoes on Monday. The curfew was lifted on Tuesday.",
        "Jordan banned Syrian tomatoes on Monday. Nobody lifted the ban.",
        "Jordan banned Syrian tomatoes on Monday. Lebanon lifted the ban on Tuesday.",
    ],
)
def test_who_lifts_another_measure_did_not(text: str) -> None:
    drafts = drafts_of(text + AROUND, "2021-04-28")
    assert (["JOR"], ["SYR"]) not in [codes(one) for one in drafts if one.type == "CONCEDE"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two Togolese trawlers were taken on Monday by Ghanaian marines. Nine Togolese were detained along with them.", "COERCE"),
        ("Ghana arrested nine Togolese fishermen on Monday. Four of them were charged with theft on Friday.", "ACCUSE"),
        ("Ghana arrested nine Togolese fishermen on Monday. The nine were deported on Friday.", "COERCE"),
    ],
)  # fmt: skip
def test_who_took_people_does_what_follows(text: str, kind: str) -> None:
    draft = [
        one
        for one in drafts_of("LOMÉ, April 28 (ATOP) - Togo waits. " + text + AROUND, "2021-04-28")
        if one.type == kind
    ][-1]
    assert codes(draft) == (["GHA"], ["TGO"])


@pytest.mark.parametrize(
    "text",
    [
        "Ghana arrested nine Togolese fishermen on Monday. In Benin, two Togolese were charged with theft.",
        "Ghana arrested nine Togolese fishermen on Monday. Four Malians were charged with theft.",
        "Ghana arrested nine Togolese. It rained. Shops shut. Nobody came. Four Togolese were charged with theft.",
    ],
)
def test_others_are_tried_by_others(text: str) -> None:
    drafts = drafts_of("LOMÉ, April 28 (ATOP) - Togo waits. " + text + AROUND, "2021-04-28")
    assert all(codes(draft)[0] != ["GHA"] for draft in drafts if draft.type == "ACCUSE")
