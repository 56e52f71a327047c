"""Who acts, where a description stands between them and their verb, or between an office and its seat."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_TAIL = " The weather in the capital was fair. Shops were open and the buses ran."


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("The army of Ghana, a force that trains with Togo and Benin, on Tuesday shelled a port in Niger.", "ASSAULT", "GHA", "NER"),
        ("Ghana Watch, a group that follows trade between Togo and Benin, on Tuesday accused Niger of a raid.", "ACCUSE", "GHA", "NER"),
        ("The Ghanaian minister, Ama Osei, a lawyer from Kumasi, urged Benin on Tuesday to free two drivers.", "REQUEST", "GHA", "BEN"),
        ("Togo recalled its envoy. Then the Ministry of Foreign Affairs in Accra demanded that Lomé pay.", "REQUEST", "GHA", "TGO"),
        # a place before the comma is not described
        ("In Accra, a Togolese colonel who served in Mali and Niger, on Tuesday accused Benin of a raid.", "ACCUSE", "TGO", "BEN"),
    ],
)  # fmt: skip
def test_who_is_described(text: str, kind: str, actor: str, recipient: str) -> None:
    (result,) = extract([Article(text=text + _TAIL, published="2025-03-12")], settings=Settings(engine="rules"))
    sides = [
        ({p.country for p in e.actors}, {p.country for p in e.recipients}) for e in result.events if e.type == kind
    ]
    assert ({actor}, {recipient}) in sides


_QUARREL = "Ghana and Togo are at odds. On 3 March Ghana {} two Togolese {}. The weather was fine. "


@pytest.mark.parametrize(
    ("verb", "people", "text"),
    [
        ("seized", "trawlers", "The trawlers, seized off Tema, lie in the harbour."),
        ("arrested", "fishermen", "The two, picked up in Accra, are brothers."),
        ("expelled", "diplomats", "The two diplomats, expelled for spying, left on a ferry."),
        ("expelled", "diplomats", "The two were sent home on a ferry."),
        ("arrested", "fishermen", "The two had been detained as they mended nets."),
    ],
)
def test_those_told_of_before_are_no_doers(verb: str, people: str, text: str) -> None:
    article = Article(text=_QUARREL.format(verb, people) + text + _TAIL, published="2025-03-12")
    (result,) = extract([article], settings=Settings(engine="rules"))
    assert [([p.country for p in e.actors], [p.country for p in e.recipients]) for e in result.events] == [
        (["GHA"], ["TGO"])
    ]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("The two were arrested in Kara on 5 March.", "COERCE", {"TGO"}),
        ("The two signed a treaty on 5 March.", "SUPPORT", set()),
        ("The police fired, shot at a van, and Togo recalled its envoy from Ghana on 5 March.", "SANCTION", {"GHA"}),
    ],
)
def test_who_the_two_are(text: str, kind: str, recipients: set[str]) -> None:
    article = Article(text=_QUARREL.format("freed", "fishermen") + text + _TAIL, published="2025-03-12")
    (result,) = extract([article], settings=Settings(engine="rules"))
    assert recipients in [{p.country for p in e.recipients} for e in result.events if e.type == kind]


@pytest.mark.parametrize("crowd", ["Togolese students", "Ghanaians", "Some 300 Ghanaians", "Hundreds of Ghanaians"])
def test_people_of_a_country_march(crowd: str) -> None:
    article = Article(
        text=f"{crowd} marched on the Malian embassy in Accra on 5 March." + _TAIL, published="2025-03-12"
    )
    (result,) = extract([article], settings=Settings(engine="rules"))
    assert [(e.type, [p.country for p in e.recipients]) for e in result.events] == [("PROTEST", ["MLI"])]
