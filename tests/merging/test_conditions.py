from __future__ import annotations

import pytest

from summarizer.merging.conditions import condition, condition_named, speaks_of_death


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The blast killed <11> people.", "dead"),
        ("A shell wounding at least <30> people fell on the bus.", "hurt"),
        ("<30> people were taken to a nearby hospital.", "hurt"),
        ("<30> villagers lie in hospital.", "hurt"),
        ("<6> people died in the crash.", "dead"),
        ("<4> miners are still missing.", "missing"),
        ("<9> pilgrims are still held by the gang that kidnapped them.", "still"),
        ("<5> pilgrims kidnapped on Saturday have been set free.", "freed"),
        ("Police rounded up <85> miners.", "taken"),
        ("<85> miners arrested on Monday were in court.", "tried"),
        ("<600> families have been driven from their homes.", "displaced"),
        ("<11> people, and others were wounded.", "hurt"),
        ("<11> people while others were wounded.", None),
        ("The march of <3000> people was peaceful.", None),
        ("<5> officers were on duty.", "safe"),
    ],
)
def test_what_became_of_those_counted(sentence: str, expected: str | None) -> None:
    before, _, after = sentence.partition("<")
    assert condition(before, after.partition(">")[2]) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("wounded", "hurt"), ("shot dead", "dead"), ("rounded up", "taken"), ("expelled", None), ("killing", "dead")],
)
def test_the_condition_that_words_name(words: str, expected: str | None) -> None:
    assert condition_named(words) == expected


def test_deaths() -> None:
    assert speaks_of_death("The toll rose.")
    assert not speaks_of_death("Nobody was hurt.")
