"""Participles that only tell of a subject ("Two men held in Niger since Friday were freed"): who did it to whom, and when."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_FRAME = ("The week was busy. ", " Nobody slept. The weather in the capital was fair.")

Act = tuple[str, set[str | None], set[str | None], str | None]


def _acts(text: str) -> list[Act]:
    article = Article(text=text.join(_FRAME), published="2024-05-14")
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (e.type, {p.country for p in e.actors}, {p.country for p in e.recipients}, e.date.edtf if e.date else None)
        for e in result.events
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two Togolese drivers detained in Ghana since Friday were released on Monday.", ("COERCE", {"GHA"}, {"TGO"}, "2024-05-10")),
        ("Two Togolese drivers detained in Ghana since Friday were released on Monday.", ("RETREAT", {"GHA"}, {"TGO"}, "2024-05-13")),
        ("Two Bahraini fishermen held in Qatar since May 2 were set free on Monday.", ("COERCE", {"QAT"}, {"BHR"}, "2024-05-02")),
        ("Two Bahraini fishermen held in Qatar since May 2 were set free on Monday.", ("RETREAT", {"QAT"}, {"BHR"}, "2024-05-13")),
        ("A Malian officer shot in Gao on Sunday died on Monday.", ("ASSAULT", set(), {"MLI"}, "2024-05-12")),
        # the day is the other verb's
        ("Two Togolese drivers detained in Ghana were released on Monday.", ("COERCE", {"GHA"}, {"TGO"}, None)),
        ("On Monday two Togolese drivers detained in Ghana were released.", ("COERCE", {"GHA"}, {"TGO"}, None)),
        # these act themselves
        ("Togolese traders protested in Accra on Friday and were driven off.", ("PROTEST", {"TGO"}, {"GHA"}, "2024-05-10")),
        ("Two Togolese sailors whom the Ghanaians arrested in May have not come home.", ("COERCE", {"GHA"}, {"TGO"}, "2024-05")),
        ("Ghana opened on May 5 an inquiry against two Togolese ministers.", ("ACCUSE", {"GHA"}, {"TGO"}, "2024-05-05")),
    ],
)  # fmt: skip
def test_who_did_it_to_whom_and_when(text: str, act: Act) -> None:
    assert act in _acts(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # people by their country alone
        ("Two Togolese have been held in Ghana since 4 May.", ("COERCE", {"GHA"}, {"TGO"}, "2024-05-04")),
        ("Ghana has held a Togolese since 4 May.", ("COERCE", {"GHA"}, {"TGO"}, "2024-05-04")),
        ("Ghanaian wardens towed away seven Togolese boats on Friday.", ("COERCE", {"GHA"}, {"TGO"}, "2024-05-10")),
        # a measure taken again
        ("Ghana banned Togolese rice, lifted the ban on the 7th and reimposed it on Sunday.", ("SANCTION", {"GHA"}, {"TGO"}, "2024-05-12")),
    ],
)  # fmt: skip
def test_held_towed_and_imposed_again(text: str, act: Act) -> None:
    assert act in _acts(text)


def test_ships_of_a_country_are_no_people_of_it() -> None:
    assert "COERCE" not in {kind for kind, *_ in _acts("Two Togolese concerts were held in Ghana on 4 May.")}
