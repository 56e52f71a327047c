"""Chains of look-alike acts: answers, measures taken back, who is let go, and days that count from link to link."""

from __future__ import annotations

import pytest

from tests.test_rules_events import codes, drafts_of

_BEFORE, _AFTER = "The quarrel was a long one. ", " It rained on both banks. Shops were open."
_Told = tuple[str, str, str, str | None]


def told(text: str, published: str = "2026-05-14") -> list[_Told]:
    """Type, codes of both sides and day of all acts but denied ones, in order."""
    drafts = drafts_of(_BEFORE + text + _AFTER, published)
    return [
        (d.type, *(",".join(code or "?" for code in side) for side in codes(d)), d.date_edtf)
        for d in drafts
        if d.status != "denied"
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Zambia sent two Malawians packing on 5 May.", ("SANCTION", "ZMB", "MWI", "2026-05-05")),
        (
            "On 5 May Zambia told two Malawian envoys that they had until Friday.",
            ("SANCTION", "ZMB", "MWI", "2026-05-05"),
        ),
        ("Kenyan guards held up 30 Ugandan lorries on 3 May.", ("COERCE", "KEN", "UGA", "2026-05-03")),
        ("Chad closed the river to Malian convoys on 9 May.", ("SANCTION", "TCD", "MLI", "2026-05-09")),
        (
            "Chad announced on 7 May that it would admit no more Malian beef from 1 June.",
            ("SANCTION", "TCD", "MLI", "2026-06-01"),
        ),
        ("Peru and Chile spent five hours together on 4 May.", ("CONSULT", "PER,CHL", "", "2026-05-04")),
        (
            "On 4 May Malawi's ministry handed the Zambian commissioner, Chola Mutale, a note of protest.",
            ("ACCUSE", "MWI", "ZMB", "2026-05-04"),
        ),
        ("Chad promised at the same table to free the Malian captain.", ("CONCEDE", "TCD", "MLI", None)),
        ("Chad promised at that table to free the Malian captain.", ("CONCEDE", "TCD", "MLI", None)),
        (
            "Kelvin Sichone, who leads Zambia's third-largest party, on Tuesday denounced Tanzania.",
            ("ACCUSE", "ZMB", "TZA", "2026-05-12"),
        ),
        (
            "On 13 May Chad announced that from 1 December it would deliver no more gas to Mali.",
            ("SANCTION", "TCD", "MLI", "2026-12-01"),
        ),
        ("The talks between Peru and Chile were fixed for Tuesday the 5th.", ("AGREE", "PER,CHL", "", "2026-05-05")),
        ("The talks between Peru and Chile are fixed for Tuesday the 19th.", ("AGREE", "PER,CHL", "", "2026-05-19")),
    ],
)
def test_an_act_of_a_chain_is_told(text: str, act: _Told) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "On 4 May Chad froze two Malian accounts. Mali did the same to three Chadian banks on the 6th.",
            ("SANCTION", "MLI", "TCD", "2026-05-06"),
        ),
        (
            "Peru and Chile were to meet on 5 May. On the eve of it Peru called it off.",
            ("REJECT", "PER", "CHL", "2026-05-04"),
        ),
        (
            "Peru and Chile were to meet on 5 May. On the 3rd Peru called the meeting off.",
            ("REJECT", "PER", "CHL", "2026-05-03"),
        ),
        (
            "Chad seized three Malian boats on 4 May. On the 6th Chad set the three captains free.",
            ("RETREAT", "TCD", "MLI", "2026-05-06"),
        ),
        (
            "Chad closed the river to Malian convoys on 4 May and opened it again on the 7th.",
            ("RETREAT", "TCD", "MLI", "2026-05-07"),
        ),
        (
            "Chad forbade the import of Malian beef on 4 May; the ban was lifted on the 7th.",
            ("CONCEDE", "TCD", "MLI", "2026-05-07"),
        ),
        (
            "Mali demanded the tug back from Chad on 4 May. It took Chad until the 7th to refuse.",
            ("REJECT", "TCD", "MLI", "2026-05-07"),
        ),
        (
            "On 4 May Mali sent Chad a note of protest; Chad rejected it within the day.",
            ("REJECT", "TCD", "MLI", "2026-05-04"),
        ),
        (
            "On 4 May Mali accused Chad of theft. Before the day was out Chad summoned Mali's ambassador.",
            ("ACCUSE", "TCD", "MLI", "2026-05-04"),
        ),
        ("On 4 May Mali offered Chad help. Chad agreed before the day was out.", ("AGREE", "TCD", "MLI", "2026-05-04")),
        (
            "Chad seized three Malian boats on 14 April. On 10 May Chad promised Mali to give back the three of 14 April. "
            "On the 12th Chad recalled its ambassador from Mali.",
            ("SANCTION", "TCD", "MLI", "2026-05-12"),
        ),
        (
            "On Monday 4 May Mali demanded the tug back from Chad. It took Chad until the Friday to refuse. "
            "On the Tuesday Mali recalled its ambassador from Chad.",
            ("SANCTION", "MLI", "TCD", "2026-05-12"),
        ),
        (
            "On Monday 4 May Mali demanded the tug back from Chad. It took Chad until the Friday to refuse.",
            ("REJECT", "TCD", "MLI", "2026-05-08"),
        ),
        (
            "Peru and Chile were to hold talks on 5 May. On the eve of them Peru called the meeting off.",
            ("REJECT", "PER", "CHL", "2026-05-04"),
        ),
        (
            "Sudan expelled two Ethiopian envoys on 4 May. On the 5th Ethiopia expelled two Sudanese ones. Sudan protested "
            "to Ethiopia. On 9 May Kenya invited both sides to Nairobi.",
            ("AGREE", "KEN", "ETH,SDN", "2026-05-09"),
        ),
        (
            "Chad sent three Malians packing on the 5th, and a fourth on the day after.",
            ("SANCTION", "TCD", "MLI", "2026-05-06"),
        ),
        (
            "Chad seized three Malian boats on 4 May. On the 6th the same border guards seized two more Malian boats.",
            ("COERCE", "TCD", "MLI", "2026-05-06"),
        ),
        (
            "On 4 May Mali expelled a Chadian attaché, and Chad let a week go by before it expelled a Malian diplomat.",
            ("SANCTION", "TCD", "MLI", "2026-05-11"),
        ),
    ],
)
def test_a_link_of_a_chain_hangs_on_the_one_before(text: str, act: _Told) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Chad let the weekend pass and recalled its ambassador from Mali on Monday.", ("RETREAT", "TCD", "MLI")),
        ("On 4 May Chad offered Mali at that table a plan to free the captain.", ("CONCEDE", "TCD", "MLI")),
        ("From 1 June Chad will let in no more fish from Mali.", ("CONCEDE", "TCD", "MLI")),
        ("Mali demanded the tug from Chad on 4 May. It would take Chad a week to refuse.", ("REJECT", "TCD", "MLI")),
        ("Mali demanded the tug from Chad on 4 May. It took a week to refuse.", ("REJECT", "TCD", "MLI")),
        ("Peru opened a shop on 4 May. Chile called it off.", ("REJECT", "CHL", "PER")),
        (
            "Chad seized three Malian boats on 4 May. On the 6th Chad set a Sudanese captain free.",
            ("RETREAT", "TCD", "MLI"),
        ),
    ],
)
def test_what_only_looks_like_a_link_is_none(text: str, act: tuple[str, str, str]) -> None:
    assert act not in [one[:3] for one in told(text)]


def test_what_is_counted_together_is_no_new_act() -> None:
    before = "Chad expelled two Malian envoys on 4 May. Mali expelled two Chadian ones on the 6th. "
    assert len(told(before + "All in all the two have expelled four people.")) == 2
    assert len(told(before + "In all, Mali arrested four Chadian drivers on the 8th.")) == 3


def test_farmers_still_obstruct() -> None:
    assert told("Farmers held up Ukrainian lorries in Poland on 3 May.")[0][0] == "PROTEST"
