"""Swaps that only the words around the parties show, and sentences that merely mention what a speaker said."""

from __future__ import annotations

import pytest

from summarizer.events import Event, Party, Speaker
from summarizer.verifying import Passage
from summarizer.verifying.check import check_sentence

AIRSPACE = (
    "Armenia closed its airspace to Iranian cargo flights, transport official Narek Sahakyan said. Tehran protested "
    'and said it would answer in kind if the ban was not lifted. "We will wait," Sahakyan said.'
)


def _event() -> Event:
    return Event(
        id="e-1",
        type="SANCTION",
        status="occurred",
        summary="",
        actors=(Party(name="Armenia", country="ARM"),),
        recipients=(Party(name="Iran", country="IRN"),),
        attribution=(Speaker(name="Narek Sahakyan", country="ARM", reporting="said"),),
        engine="hand",
        confidence=1.0,
    )


def _reasons(text: str) -> tuple[str, ...]:
    return check_sentence(text, (_event(),), (Passage(AIRSPACE),)).reasons


def test_an_act_that_is_only_mentioned_needs_no_speaker() -> None:
    assert _reasons("Tehran has protested against the closing of Armenian airspace to cargo flights from Iran.") == ()


def test_the_act_itself_needs_its_speaker() -> None:
    assert _reasons("Armenia has closed its airspace to cargo flights from Iran.") == (
        "drops the speaker Narek Sahakyan",
    )


@pytest.mark.parametrize("text", ["Armenia protested against the ban.", "Armenia threatened to respond in kind."])
def test_the_other_party_s_answer_is_no_act_of_this_one(text: str) -> None:
    assert any(reason.startswith("swaps who acts") for reason in _reasons(text))
