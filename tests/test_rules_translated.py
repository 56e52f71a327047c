"""English as machines and agencies translate it: word order, articles and offices of another language."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_HOME = "LIBREVILLE, June 5 (GNA) - Gabon is angry."
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
        ("The 14 the court of Niger ordered Chad to open the border.", [("REQUEST", "NER", "TCD", "2025-05-14")]),
        ("Niger expelled two envoys of Chad in the day 16.", [("SANCTION", "NER", "TCD", "2025-05-16")]),
        ("Chad will suspend from the 1st of the current the import of cattle of Niger.", [("SANCTION", "TCD", "NER", "2025-06-01")]),
        # to whom something is handed is nobody's giver, wherever it stands
        (f"{_HOME} A note of protest was handed to the ambassador of Chad.", [("ACCUSE", "GAB", "TCD", None)]),
        (f"{_HOME} To the Chadian side was expressed a resolute protest.", [("ACCUSE", "GAB", "TCD", None)]),
        (f"{_HOME} A note of protest from Togo reached Chad.", [("ACCUSE", "TGO", "TCD", None)]),
        # a day right by a verb in the perfect, not one told of another
        ("Gabon has recalled on Tuesday its ambassador in Chad.", [("SANCTION", "GAB", "TCD", "2025-06-03")]),
        ("Gabon has on Tuesday expelled two envoys of Chad.", [("SANCTION", "GAB", "TCD", "2025-06-03")]),
        ("Gabon has arrested two soldiers of Chad, it said on Tuesday.", [("COERCE", "GAB", "TCD", None)]),
        # nor one since when a measure holds
        ("With effect from Tuesday, Gabon has suspended its imports from Chad.", [("SANCTION", "GAB", "TCD", "2025-06-03")]),
        ("As of Tuesday, Gabon has closed its border with Chad.", [("SANCTION", "GAB", "TCD", "2025-06-03")]),
        ("On Tuesday, Gabon has closed its border with Chad.", [("SANCTION", "GAB", "TCD", None)]),
        ("Libreville, June 4 (AA) Gabon has expelled two envoys of Chad.", [("SANCTION", "GAB", "TCD", None)]),
        # by whose decision
        ("By the Prosecutor's Office of Gabon was opened a criminal case against two citizens of Chad.", [("ACCUSE", "GAB", "TCD", None)]),
        ("By decision of the Ministry of Interior of Gabon, the ambassador of Chad was expelled.", [("SANCTION", "GAB", "TCD", None)]),
        ("By the river of Gabon, the ambassador of Chad was insulted by Togo.", [("ACCUSE", "TGO", "TCD", None)]),
    ],
)  # fmt: skip
def test_acts_are_read_in_translations(text: str, found: list[tuple[str, str, str, str | None]]) -> None:
    assert acts(text) == found
