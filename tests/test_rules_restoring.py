"""Clauses that leave out what stands before them: the verb, who calls on whom, the lead of a list, the noun behind "one"."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_TAIL = " The weather in the capital was fair. Shops were open and the buses ran."

Told = tuple[str, list[str | None], list[str | None], str | None]


def acts(text: str, publisher: str | None = None) -> list[Told]:
    """Type, codes of both sides and day of the acts of an article."""
    article = Article(text=text + _TAIL, published="2025-03-12", publisher=publisher)  # a Wednesday
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (e.type, [p.country for p in e.actors], [p.country for p in e.recipients], e.date.edtf if e.date else None)
        for e in result.events
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the verb
        (
            "Peru banned Chilean wine on 3 March, and Chile, on the 5th, Peruvian fish.",
            [("COERCE", ["PER"], ["CHL"], "2025-03-03"), ("COERCE", ["CHL"], ["PER"], "2025-03-05")],
        ),
        (
            "Turkey expelled two Greek diplomats on Monday, and Greece, a day later, three Turks.",
            [("SANCTION", ["TUR"], ["GRC"], "2025-03-10"), ("SANCTION", ["GRC"], ["TUR"], "2025-03-11")],
        ),
        (
            "Ghana rejected Mali's offer on Monday, and Togo Niger's.",
            [("REJECT", ["GHA"], ["MLI"], "2025-03-10"), ("REJECT", ["TGO"], ["NER"], None)],
        ),
        (
            "Brazil summoned the Bolivian ambassador, Bolivia the Brazilian chargé.",
            [("ACCUSE", ["BRA"], ["BOL"], None), ("ACCUSE", ["BOL"], ["BRA"], None)],
        ),
        (
            "Peru promised to free the captain, and Chile to send an ambassador back to Lima.",
            [("AGREE", ["CHL"], ["PER"], None)],
        ),
        # all but who and when
        (
            "Norway offered to mediate on 3 March, and Iceland the following day.",
            [("AGREE", ["NOR"], [], "2025-03-03"), ("AGREE", ["ISL"], [], "2025-03-04")],
        ),
        # who calls
        (
            "Amnesty International on Tuesday called on Egypt to free the editor, on Jordan to drop the charges"
            " and on Iraq to open an inquiry.",
            [("REQUEST", ["NGO"], [code], "2025-03-11") for code in ("EGY", "JOR", "IRQ")],
        ),
        (
            "Accra was calm. Ghana urged Togo to sign the treaty, and Benin to lift its toll.",
            [("REQUEST", ["GHA"], [code], None) for code in ("TGO", "BEN")],
        ),
        # the lead of a list
        (
            "Chad's foreign minister on Monday urged:\n\n- Sudan to pull back its guards;\n- Libya to reopen the road;"
            "\n- the African Union to send observers.\n\nNobody answered.",
            [("REQUEST", ["TCD"], [code], "2025-03-10") for code in ("SDN", "LBY", "IGO")],
        ),
        (
            "On Monday Ghana called on Togo to:\n\n- release the ferrymen.\n- reopen the bridge.\n\nNobody answered.",
            [("REQUEST", ["GHA"], ["TGO"], "2025-03-10")],
        ),
        # the post behind "one"
        (
            "On Monday Ghana expelled the Togolese ambassador. On Tuesday it expelled the Beninese one.",
            [("SANCTION", ["GHA"], ["TGO"], "2025-03-10"), ("SANCTION", ["GHA"], ["BEN"], "2025-03-11")],
        ),
    ],
)
def test_left_out_and_put_back(text: str, told: list[Told]) -> None:
    found = acts(text)
    for one in told:
        assert one in found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # lists of those to whom it is done, of places, of dates; an aside; a verb of its own
        ("Ghana expelled envoys of Mali, and Togo, a neighbour, on Monday.", 1),
        ("Peru banned wine from Chile, Bolivia and the two Congos on Monday.", 1),
        ("Qatar's foreign minister visited Tehran on the 5th, and Muscat on the 6th.", 2),
        ("Kenya recalled its envoy from Chad on Monday, and Sudan paid three of the fines.", 1),
        ("Chad shut its border with Sudan on Monday, and Libya on Tuesday.", 2),
        ("Two buses crossed the bridge on Monday. The Latvian one was summoned by a whistle.", 0),
        ("The harbour was quiet on Monday:\n\n- Togo to the left;\n- Benin to the right.\n\nNobody came.", 0),
    ],
)
def test_nothing_is_left_out(text: str, count: int) -> None:
    assert len(acts(text)) == count


def test_the_lead_of_a_list_is_no_act_of_its_own() -> None:
    text = "Chad's foreign minister on Monday urged:\n\n- Sudan to pull back its guards;\n- Libya to reopen the road.\n\nNobody came."
    assert [told for told in acts(text) if not told[2]] == []


def test_what_stands_before_a_list_is_told_in_full() -> None:
    text = "Chad expelled two Sudanese envoys on Monday.\n\n- Libya reopened the road.\n\nNobody came."
    assert ("SANCTION", ["TCD"], ["SDN"], "2025-03-10") in acts(text)


def test_what_is_left_out_is_no_side_of_what_stands_before() -> None:
    one, other = acts("Norway offered to mediate on 3 March, and Iceland the following day.")
    assert one[2] == other[2] == []


@pytest.mark.parametrize(
    ("text", "publisher", "told"),
    [
        (
            "Harbour Relief is worried. We call on Mali to free our drivers. We thank Niger for taking in the sick.",
            "Harbour Relief",
            [("REQUEST", ["NGO"], ["MLI"], None), ("SUPPORT", ["NGO"], ["NER"], None)],
        ),
        (
            "The Ministry of Foreign Affairs of Latvia is worried. We condemn Belarus. We call on Russia to sign.",
            "Ministry of Foreign Affairs of Latvia",
            [("ACCUSE", ["LVA"], ["BLR"], None), ("REQUEST", ["LVA"], ["RUS"], None)],
        ),
        (
            "The Committee for Open Rivers met.\n\nWE CALL ON\n\n- Mali, to release the ferrymen;\n- Niger, to reopen the river.\n\n"
            "Nobody answered.",
            "Committee for Open Rivers",
            [("REQUEST", ["NGO"], ["MLI"], None), ("REQUEST", ["NGO"], ["NER"], None)],
        ),
    ],
)
def test_we_is_who_publishes(text: str, publisher: str, told: list[Told]) -> None:
    found = acts(text, publisher)
    for one in told:
        assert one in found


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Lions roared. We condemn Mali for that.", "Daily Relief"),
        ("A driver told Harbour Relief he was ill. We condemn Mali for that.", "Harbour Relief"),
        ("The Daily Lantern turns ten. We condemn Mali for that.", "The Daily Lantern"),
        (
            "Harbour Relief met. “There was rain. We condemn Mali for that. There was rain,” a man sang.",
            "Harbour Relief",
        ),
    ],
)
def test_we_is_nobody(text: str, publisher: str) -> None:
    assert all(told[1] != ["NGO"] for told in acts(text, publisher))
