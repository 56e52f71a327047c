"""What dense prose leaves to its reader: deeds laid to somebody, hearsay with "had", what is no longer done, the former and the latter."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_TAIL = " That was all. The port was calm."

Told = tuple[str, str, list[str | None], list[str | None], str | None]


def told(text: str) -> list[Told]:
    """Type, status, codes of both sides and day of the acts of an article."""
    article = Article(text=text + _TAIL, published="2026-05-14")  # a Thursday
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (
            e.type,
            e.status,
            [p.country for p in e.actors],
            [p.country for p in e.recipients],
            e.date.edtf if e.date else None,
        )
        for e in result.events
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # no longer
        ("Latvia no longer lets Estonian lorries in.", ("SANCTION", "ongoing", ["LVA"], ["EST"], None)),
        ("It appears that Chad no longer sells Niger any diesel.", ("SANCTION", "ongoing", ["TCD"], ["NER"], None)),
        ("Oman has ceased to sell fuel to Yemeni freighters.", ("SANCTION", "occurred", ["OMN"], ["YEM"], None)),
        # nothing at all
        ("Mali said on Monday that it had lent Gambia no helicopter.", ("AID", "denied", ["MLI"], ["GMB"], None)),
        (
            "Mali said on Monday that it had lent Gambia no ship; Togo, on Tuesday, that it had sent Chad no troops.",
            ("AID", "denied", ["TGO"], ["TCD"], None),
        ),
        # laid to somebody
        (
            "Togo on Friday laid the burning of a post at Aflao at the door of Ghanaian soldiers.",
            ("ASSAULT", "alleged", ["GHA"], ["TGO"], None),
        ),
        ("Benin blamed the sinking of a ferry on Nigerian marines.", ("ASSAULT", "alleged", ["NGA"], ["BEN"], None)),
        ("Benin attributed the shelling of a ferry to Nigerian marines.", ("ASSAULT", "alleged", ["NGA"], ["BEN"], None)),
        # what a paper has somebody do
        (
            "The newspaper Delta has since had Zambia recall its envoy from Angola on Monday.",
            ("SANCTION", "alleged", ["ZMB"], ["AGO"], "2026-05-11"),
        ),
        ("The daily has Kenya closing the border with Uganda.", ("SANCTION", "alleged", ["KEN"], ["UGA"], None)),
        # not the other one
        (
            "It was Kuwait, not Bahrain, that expelled the Omani consul on Friday.",
            ("SANCTION", "occurred", ["KWT"], ["OMN"], "2026-05-08"),
        ),
        # the former and the latter, the other side
        (
            "Chad and Sudan quarrelled. On Monday the former expelled two consuls of the latter.",
            ("SANCTION", "occurred", ["TCD"], ["SDN"], "2026-05-11"),
        ),
        ("Ghana and Togo quarrelled. The latter shut the border on Monday.", ("SANCTION", "occurred", ["TGO"], [], "2026-05-11")),
        (
            "Estonia summoned the Latvian ambassador on Monday. The other side did the same on Wednesday.",
            ("ACCUSE", "occurred", ["LVA"], ["EST"], "2026-05-13"),
        ),
        # likewise
        (
            "Kampala accepted the offer of Nairobi on Monday; Dodoma did so on Friday.",
            ("AGREE", "occurred", ["TZA"], ["KEN"], "2026-05-08"),
        ),
        (
            "Peru expelled a Chilean consul on Monday, and Chile did the same to a Peruvian a day later.",
            ("SANCTION", "occurred", ["CHL"], ["PER"], "2026-05-12"),
        ),
        (
            "Peru summoned the Chilean ambassador on Monday and did so again on Wednesday.",
            ("ACCUSE", "occurred", ["PER"], ["CHL"], "2026-05-13"),
        ),
        # once more, with another day
        ("Iran on Monday banned Turkish tiles and on Tuesday Turkish carpets.", ("COERCE", "occurred", ["IRN"], ["TUR"], "2026-05-12")),
        (
            "The restraint of Oman was praised by Kuwait on Monday and by Jordan on Tuesday.",
            ("SUPPORT", "occurred", ["JOR"], ["OMN"], "2026-05-12"),
        ),
        (
            "Iraq expelled two Iranian attachés on Friday; Iran, on Saturday, one Iraqi consul.",
            ("SANCTION", "occurred", ["IRN"], ["IRQ"], "2026-05-09"),
        ),
        # denied behind
        (
            "That she had threatened to shut the border with Uganda, the Tanzanian minister denied on Friday.",
            ("THREATEN", "denied", ["TZA"], ["UGA"], None),
        ),
        # whose envoy it is, of whom some
        ("The ambassador of Gabon was not recalled from Yaoundé.", ("SANCTION", "denied", ["GAB"], ["CMR"], None)),
        (
            "Of the nine Senegalese, five were freed by Gambia on Monday.",
            ("RETREAT", "occurred", ["GMB"], ["SEN"], "2026-05-11"),
        ),
        ("Chile said its people would not attend the talks with Peru.", ("REJECT", "occurred", ["CHL"], ["PER"], None)),
        # rights, liberty, ships held, bans put back
        (
            "The landing rights of the Gabonese airline in Yaoundé were suspended by Cameroon on Monday.",
            ("SANCTION", "occurred", ["CMR"], ["GAB"], "2026-05-11"),
        ),
        (
            "Eleven Bolivian drivers were deprived of their liberty by Chilean police on 3 May.",
            ("COERCE", "occurred", ["CHL"], ["BOL"], "2026-05-03"),
        ),
        (
            "The ban on Chilean flour was put back in force by Peru on Monday.",
            ("SANCTION", "occurred", ["PER"], ["CHL"], "2026-05-11"),
        ),
        (
            "Brazil said on Thursday that no Chilean trawler was being held at Santos.",
            ("COERCE", "denied", ["BRA"], ["CHL"], None),
        ),
        (
            "Kenya accused Ugandan wardens of having cut loose nine canoes.",
            ("ASSAULT", "alleged", ["UGA"], ["KEN"], None),
        ),
        # a bare number for a day
        ("Guatemala accused the 6th Salvadoran policemen of having beaten a cook.", ("ACCUSE", "occurred", ["GTM"], ["SLV"], "2026-05-06")),
        ("Honduras closed the border with Guatemala the 4th.", ("SANCTION", "occurred", ["HND"], ["GTM"], "2026-05-04")),
    ],
)  # fmt: skip
def test_read_between_the_lines(text: str, act: Told) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    "text",
    [
        # no measure: a mood, a charge, more of it; no deed laid to anybody; no medium; somebody's own men
        "Chad no longer accuses Niger of spying.",
        "Chad doesn't buy any more rice from Niger than before.",
        "Togo put the closing of the border on the agenda of its talks.",
        "Togo laid the paving of the road to Benin on Monday.",
        "Chad had Malian soldiers guarding the bridge.",
        "The newspaper had two reporters covering the border with Niger.",
        "Two envoys of Gabon came back from Yaoundé with its people.",
        "The refugees from Chad were restored to health in Niger.",
        "Chad sold nothing but cooking gas to Niger.",
    ],
)
def test_nothing_between_the_lines(text: str) -> None:
    assert [act for act in told(text) if act[0] != "CONSULT"] in (
        [],
        [("COOPERATE", "occurred", ["TCD"], ["NER"], None)],
    )


def test_a_former_president_is_no_former_one() -> None:
    acts = told("Ghana met Togo on Friday. The former president of Togo was arrested on Monday.")
    assert ("COERCE", "occurred", ["TGO"], ["TGO"], "2026-05-11") in acts


def test_the_people_of_whom_is_spoken_are_not_the_speakers() -> None:
    acts = told("The ministry of Iraq apologised on Monday to the State of Kuwait and its people.")
    assert [(act[2], "IRQ" in act[3]) for act in acts] == [(["IRQ"], False)]


def test_who_did_not_do_so_did_not() -> None:
    assert len(told("Peru expelled a Chilean consul on Monday; Bolivia did not do so.")) == 1
