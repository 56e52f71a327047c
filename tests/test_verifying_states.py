"""Sentences with two or three states, each beside an unfaithful one of the same form that is refused."""
# ruff: noqa: E501 - one case, one line

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.events import Event, Party
from summarizer.verifying import Passage, check_sentence

NORWAY, CHILE = Party(name="Norway", country="NOR"), Party(name="Chile", country="CHL")
EVENT = Event(
    id="e-1", type="ACCUSE", status="occurred", summary="", actors=(NORWAY,), recipients=(CHILE,), engine="test", confidence=1.0
)  # fmt: skip


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        ("Norway's consul accused Chilean marines of having cut nets, Chile's consul accused Norwegian ones of theft.", "Norway's consul accused Chilean marines of having cut nets.", True),
        ("Norway's consul accused Chilean marines of having cut nets.", "Chile's consul accused Norwegian marines of having cut nets.", False),
        ("Norway accused Chile of arming Peru's rebels.", "Chile stands accused by Norway of arming Peru's rebels.", True),
        ("Norway accused Chile of arming Peru's rebels.", "Norway stands accused by Chile of arming Peru's rebels.", False),
        ("Norway spoke first. \"A wall against nobody\" was what Norway called it; Chile called it a duty.", "Norway called it \"a wall against nobody\"; Chile called it a duty.", True),
        ("Norway called it \"a wall against nobody\"; Chile called it a duty.", "Chile called it \"a wall against nobody\"; Norway called it a duty.", False),
        ("Four died, according to Norway; Chile says the number is eleven.", "Norway says that four died; eleven, according to Chile.", True),
        ("Four died, according to Norway; Chile says the number is eleven.", "Norway says that eleven died; four, according to Chile.", False),
        ("Norway accused Chile and freed six Chileans; Chile freed four Norwegians.", "Norway accused Chile and freed six Chileans.", True),
        ("Norway accused Chile and freed six Chileans; Norwegians waited.", "Norway accused Chile and freed six Norwegians.", False),
        ("Norway accused Chile and was deplored by Peru but applauded by Ghana.", "Norway's charge was deplored by Peru but applauded by Ghana.", True),
        ("Norway accused Chile of spying. Norway vetoed a draft tabled by Chile.", "Norway vetoed a draft statement by Chile.", True),
        ("Norway accused Chile of spying. Norway vetoed a draft tabled by Chile.", "Norway's draft statement was vetoed by Chile.", False),
    ],
)  # fmt: skip
def test_who_acts_among_states(passage: str, text: str, holds: bool) -> None:
    found = check_sentence(text, (EVENT,), [Passage(passage, dt.date(2021, 4, 28))])
    assert (found.reasons == ()) is holds, found.reasons


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        ("Norway accused two men and not four, as it first wrote.", "Norway first wrote of four men but accused two.", True),
        ("Norway will accuse four men of Chile.", "Norway offered to let Chile accuse four men.", False),
        ("Norway took back the charge against Chile.", "Norway no longer speaks of a charge against Chile.", True),
        ("Norway stands by the charge against Chile.", "Norway no longer speaks of a charge against Chile.", False),
        ("Chile paid nothing for the engineers of Norway, which accused it.", "Chile paid nothing for three engineers of Norway.", False),
        ("Chile paid nothing for its three engineers.", "Nothing was paid by Chile for its three engineers.", True),
    ],
)  # fmt: skip
def test_corrections_and_withdrawn_charges(passage: str, text: str, holds: bool) -> None:
    found = check_sentence(text, (EVENT,), [Passage(passage, dt.date(2021, 4, 28))])
    assert (found.reasons == ()) is holds, found.reasons
