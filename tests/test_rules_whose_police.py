"""Whose police and courts act, by whom a time parts from the verb, who the former, the latter and the two are."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.acts.clauses import points_back
from tests.test_rules_sides import acts


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a place among two
        ("Serbia quarrelled with Croatia. The latter shut its border to Serbian lorries on Monday.", "SANCTION", ("HRV", "SRB")),
        ("Serbia quarrelled with Croatia over a bridge. On Friday the latter accused the former of theft.", "ACCUSE", ("HRV", "SRB")),
        ("Kenya and Uganda signed a pact on Monday. Tanzania praised the former.", "SUPPORT", ("TZA", "KEN")),
        # a time between subjects and verb
        ("Five presidents met on Friday. Kiribati and Nauru that afternoon urged Palau to stop.", "REQUEST", ("KIR,NRU", "PLW")),
        ("Five presidents met on Friday. Kiribati and Nauru that night expelled three consuls of Palau.", "SANCTION", ("KIR,NRU", "PLW")),
        # the two of the article, and not who has just dealt with one of them
        (
            "Serbia expelled two Croatian attachés on Monday. Croatia shut its border to Serbian lorries on Tuesday. Serbia protested. "
            "On Friday Serbia and Norway signed a loan. In April the two ministers of culture had signed an agreement.",
            "SUPPORT",
            ("SRB,HRV", ""),
        ),
    ],
)  # fmt: skip
def test_place_in_a_list(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # of three nobody is the latter
        ("India quarrels with Nepal and Bhutan. The latter expelled two consuls on Monday.", "SANCTION", ("BTN", "IND")),
        # a former president is no place in a list
        ("India quarrelled with Bhutan. The former president of Nepal criticised Fiji on Monday.", "ACCUSE", ("IND", "FJI")),
    ],
)  # fmt: skip
def test_no_place_in_a_list(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides not in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the two who have just met are the two
        ("Kenya sued Uganda. Ministers of both countries met in Arusha on Friday.", "CONSULT", ("KEN,UGA", "")),
    ],
)  # fmt: skip
def test_others_stay(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


_FARMERS = "PANAMA CITY, Nov 9 - Panama banned cheese from Costa Rica on Wednesday. Costa Rican farmers protested. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # whose police, by who tells of them
        (_FARMERS + "Riot police detained nine people on Thursday, the Costa Rican security ministry said.", "COERCE", ("CRI", "CRI")),
        # whose court, by whose police took them
        (
            _FARMERS + "Riot police detained nine people on Thursday, the Costa Rican security ministry said. A judge freed seven of them.",
            "RETREAT",
            ("CRI", "CRI"),
        ),
        # no ministry of such a field, nobody who tells it: at home
        (_FARMERS + "Police arrested nine people on Thursday, the Costa Rican foreign ministry said.", "COERCE", ("PAN", "PAN")),
        (_FARMERS + "Police arrested nine people on Thursday.", "COERCE", ("PAN", "PAN")),
    ],
)  # fmt: skip
def test_police_and_courts(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("Nauru that afternoon urged Palau", True),
        ("Nauru that night had urged Palau", True),
        ("law that day labourers oppose", False),
        ("said that night flights had stopped", False),
    ],
)
def test_that_before_a_time(words: str, back: bool) -> None:
    assert points_back(words.split(), 1) is back
