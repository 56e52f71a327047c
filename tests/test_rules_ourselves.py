"""Whom "we", "our boats", "ours" and "they" mean where no country stands beside them."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_TOWN = (
    "ACCRA, May 13 (Voice of the Volta) - Our town is tired. Togo's border guards were here again on Friday, and the government of "
    "Togo is silent. On Saturday police and soldiers came from the capital, with a minister. On Sunday the ministry sent us a note. "
    "Our Ghanaian boats stay in port. "
)
_PAPER = "ACCRA, May 13 (GNA) - Ghana closed its border with Togo on Monday. Togo called its envoy home. "
_AIR = (
    "**HOST:** Good morning from Accra in Ghana.\n\n**MINISTER:** Good morning. On Monday soldiers of Togo came into Ghana.\n\n"
    "**HOST:** And what then?\n\n{}\n\n**HOST:** Thank you.\n\n**MINISTER:** Goodbye.\n\nThe minister left Accra at nine."
)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a place that speaks of itself
        (_TOWN + "On Monday we blocked the road to the border with tractors.", "PROTEST", ("GHA", "")),
        (_TOWN + "On Monday we marched to the Togolese consulate.", "PROTEST", ("GHA", "TGO")),
        (_TOWN + "Benin asked both governments to talk. Ours rejected the idea.", "REJECT", ("GHA", "BEN")),
        (_TOWN + "Togo's navy seized four of our launches on Monday.", "COERCE", ("TGO", "GHA")),
        # who answers on the air for his state
        (_AIR.format("**MINISTER:** We are not expelling any Togolese diplomats."), "SANCTION", ("GHA", "TGO")),
        (_AIR.format("**MINISTER:** We have condemned Togo."), "ACCUSE", ("GHA", "TGO")),
        # those with whom a sentence begins that tells no act
        (_PAPER + "The Beninese did not wait. On Friday they expelled two Malian attachés.", "SANCTION", ("BEN", "MLI")),
        (_PAPER + "Beninese soldiers were near. On Friday they shot a Malian herdsman.", "ASSAULT", ("BEN", "MLI")),
        # "they" again means the same
        (_PAPER + "The Beninese did not wait. They freed two Malians, and they condemned Chad.", "ACCUSE", ("BEN", "TCD")),
    ],
)  # fmt: skip
def test_whom_the_article_tells(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # a reporter's "we", and one in a quotation
        (_PAPER + "We blocked the road with tractors.", "PROTEST"),
        (_TOWN + "“We blocked the road with tractors,” she said.", "PROTEST"),
        (_PAPER + "Nobody of our newspaper, our reporters or our readers saw it. We blocked the road with tractors.", "PROTEST"),
        # who asks on the air
        (_AIR.format("**HOST:** We condemned Togo."), "ACCUSE"),
    ],
)  # fmt: skip
def test_whom_it_does_not(text: str, kind: str) -> None:
    assert acts(text, kind) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # one that isn't several, and one who isn't what the sentence is about
        (_PAPER + "A Beninese did not wait. On Friday they expelled two Malian attachés.", ("BEN", "MLI")),
        (_PAPER + "It rained on the Beninese. On Friday they expelled two Malian attachés.", ("BEN", "MLI")),
    ],
)
def test_they_are_others(text: str, sides: tuple[str, str]) -> None:
    assert sides not in acts(text, "SANCTION")


_QUARREL = (
    "RIGA, May 13 (BN) - Estonia and Finland quarrel. On Monday Estonia recalled its envoy from Finland. {} It rained. "
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Boats were stopped. Nobody slept. The foreign ministers met on Tuesday.", {("EST,FIN", ""), ("FIN,EST", "")}),
        ("Boats were stopped. Nobody slept. The sides held talks on Tuesday.", {("EST,FIN", ""), ("FIN,EST", "")}),
        (
            "Peru's minister told his Chilean colleague to ask her when the two spoke by phone on Tuesday.",
            {("PER,CHL", "")},
        ),
    ],
)
def test_the_sides_are_the_two(text: str, sides: set[tuple[str, str]]) -> None:
    assert sides.intersection(acts(_QUARREL.format(text), "CONSULT"))


@pytest.mark.parametrize(
    "text",
    [
        "Boats were stopped. Nobody slept. The three leaders met on Tuesday.",
        "Boats were stopped. Nobody slept. The ministers of the cabinet met on Tuesday.",
        "Boats were stopped. Nobody slept. Ministers met on Tuesday.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert not {("EST,FIN", ""), ("FIN,EST", "")}.intersection(acts(_QUARREL.format(text), "CONSULT"))
