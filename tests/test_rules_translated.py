"""English as machines and agencies translate it: word order, articles and offices of another language."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_TAIL = " The weather in the capital was fair. Shops were open and the buses ran."


def acts(text: str) -> list[tuple[str, str, str, str | None]]:
    """Type, codes of both sides and day of the acts told, in order."""
    article = Article(text=text + _TAIL, published="2025-06-06")
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (
            e.type,
            ",".join(p.country or p.name for p in e.actors),
            ",".join(p.country or p.name for p in e.recipients),
            e.date.edtf if e.date else None,
        )
        for e in result.events
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the country of an office stands behind what it is for
        ("The Minister of Defense of Brazil visited Guyana on Monday.", [("CONSULT", "BRA", "GUY", "2025-06-02")]),
        ("The Minister of Trade and Industry of Zambia criticised Malawi.", [("ACCUSE", "ZMB", "MWI", None)]),
        ("The Ministry for Foreign Affairs of Togo summoned the ambassador of Ghana.", [("ACCUSE", "TGO", "GHA", None)]),
        # an adjective behind its noun
        ("The party Algerian expelled two consuls of Morocco.", [("SANCTION", "DZA", "MAR", None)]),
        ("A militia Libyan arrested two nationals Somali on Monday.", [("COERCE", "LBY", "SOM", "2025-06-02")]),
        ("Two Libyan armed men were arrested by Chad.", [("COERCE", "TCD", "LBY", None)]),
        # days by a bare number
        ("Chad condemned Niger on the 14.", [("ACCUSE", "TCD", "NER", "2025-05-14")]),
        ("Niger expelled two envoys of Chad in the day 16.", [("SANCTION", "NER", "TCD", "2025-05-16")]),
        ("Chad will suspend from the 1st of the current the import of cattle of Niger.", [("SANCTION", "TCD", "NER", "2025-06-01")]),
    ],
)  # fmt: skip
def test_acts_are_read_in_translations(text: str, found: list[tuple[str, str, str, str | None]]) -> None:
    assert acts(text) == found
