from __future__ import annotations

import pytest

from summarizer.normalising.places import find_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met in Vilnius on Monday.", [("Vilnius", "LTU")]),
        ("Shells fell near Kharkiv, Ukraine, overnight.", [("Kharkiv", "UKR")]),
        ("Troops crossed in Ukraine's Donetsk region.", [("Donetsk", "UKR")]),
        ("Protesters gathered outside Tallinn and in the port of Narva, Estonia.", [("Tallinn", "EST"), ("Narva", "EST")]),
        ("WARSAW, 3 May (Agency) — Poland recalled its envoy.", [("WARSAW", "POL")]),
        ("Talks were held in Poland.", [("Poland", "POL")]),
        ("In April the EU acted in Russian courts.", []),
        ("The parties are at odds in the talks.", []),
        ("Fighters died in the village of Sarmada.", [("Sarmada", None)]),
    ],
)  # fmt: skip
def test_places_are_found_with_their_country(text: str, expected: list[tuple[str, str | None]]) -> None:
    mentions = find_places(text)
    assert [(m.name, m.country) for m in mentions] == expected
    assert all(text[m.start : m.end] == m.name for m in mentions)
