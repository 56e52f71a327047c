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
