"""Turns of phrase told in plain order, and who is to do what in clauses that ask for it or bring it about."""

from __future__ import annotations

import pytest

from summarizer.verifying.facts import Fact
from summarizer.verifying.recast import recast
from summarizer.verifying.syntax import read_roles


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It was Romania that expelled them.", "Romania expelled them."),
        ("It was Fiji that wrote and Samoa that answered.", "Fiji wrote, and Samoa answered."),
        ("It is from Niger that France has to go.", "France has to go from Niger."),
        ("It was to Peru, in whose capital it happened, that Cuba turned.", "Cuba turned to Peru."),
        ("Ethiopia, not Eritrea, is the one that Sudan accuses of it.", "Sudan accuses Ethiopia of it."),
        ("Chile is the one that refused.", "Chile refused."),
        ("What Ghana wants from Togo is three men.", "Ghana wants from Togo is three men."),
        ("Venezuela finds itself condemned by Chile.", "Venezuela was condemned by Chile."),
        ("Mali, whose foreign minister, Ali Ba, summoned him, left.", "Mali, who summoned him, left."),
    ],
)
def test_a_turn_is_undone(text: str, plain: str) -> None:
    assert recast(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that Russia will leave.",
        "It was clear that Poland had left.",
        "Kenya is one of those that left.",
        "Mali, whose army was attacked by rebels, protested.",
        "Peru said that it was ready.",
    ],
)
def test_what_is_no_such_turn_stays(text: str) -> None:
    assert recast(text) == text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The ban prompted Iran to protest.", Fact("IRN", "protest", True)),
        ("The ban led Iran to protest and to threaten.", Fact("IRN", "threaten", True)),
        ("Chad asked the United States to leave the base.", Fact("USA", "leav", True)),
        ("The demand that Belarus release them stands.", Fact("BLR", "releas", True)),
        ("Germany used its veto.", Fact("DEU", "veto", True)),
        ("Romania threw the two diplomats out.", Fact("ROU", "throw out", True)),
        ("A new round, so far accepted by Egypt alone.", Fact("EGY", "accept", True)),
        ("Two should go to Mali, Poland demanded on Monday.", Fact("POL", "demand", True)),
        ("He was condemned by three neighbours, Chile and Peru.", Fact("PER", "condemn", True)),
        ("The note was termed baseless by Belarus, who summoned the envoy of Poland.", Fact("BLR", "summon", True)),
    ],
)
def test_who_is_to_act_or_acts(text: str, fact: Fact) -> None:
    _, facts = read_roles(text, ())
    assert {(f.key, _kin(f.verb), f.acts) for f in facts} >= {(fact.key, _kin(fact.verb), fact.acts)}


def _kin(verb: str) -> str:
    return verb[:5]


@pytest.mark.parametrize(
    "text", ["Chad was asked by Mali to wait.", "Fiji said that Samoa left.", "A request by Fiji."]
)
def test_nobody_is_to_act_there(text: str) -> None:
    _, facts = read_roles(text, ())
    assert not {fact for fact in facts if fact.verb in ("wait", "leave") and fact.key in ("MLI", "FJI")}
