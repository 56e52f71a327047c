"""Notes without auxiliaries, accusations that cross, and other faithful lines that look like swaps; and swaps like them."""

from __future__ import annotations

import pytest

from summarizer.events import Event, Party
from summarizer.verifying import Passage
from summarizer.verifying.check import check_sentence
from summarizer.verifying.facts import Fact
from summarizer.verifying.syntax import read_roles


def _event(type_: str, mode: str | None, actor: tuple[str, str], recipient: tuple[str, str]) -> Event:
    return Event(
        id=f"{actor[1]}-{recipient[1]}",
        type=type_,
        mode=mode,
        status="occurred",
        summary="",
        actors=(Party(name=actor[0], country=actor[1]),),
        recipients=(Party(name=recipient[0], country=recipient[1]),),
        engine="hand",
        confidence=1.0,
    )


CZECH, BELARUS = ("Prague", "CZE"), ("Minsk", "BLR")
CROSSED = (_event("ACCUSE", None, CZECH, BELARUS), _event("ACCUSE", None, BELARUS, CZECH))
LAID = (
    "Prague accused Belarusian agents of having kidnapped a gardener, and Minsk laid the beating of a courier at the door of the "
    "Czech police."
)
THAI = ("Thai foreign ministry", "THA")
SUMMONED = (_event("ACCUSE", None, THAI, ("envoy", "KHM")),)
BROADCAST = (
    "Spokeswoman Dao Ngan was asked about a broadcast that Bangkok had summoned the Vietnamese envoy. She said that the envoy "
    "summoned on Wednesday was Cambodia's."
)


def _swaps(text: str, events: tuple[Event, ...], passage: str) -> list[str]:
    reasons = check_sentence(text, events, (Passage(passage),)).reasons
    return [reason for reason in reasons if reason.startswith(("swaps", "gives"))]


@pytest.mark.parametrize(
    ("text", "events", "passage"),
    [
        ("Prague accused Belarus of a kidnapping; Minsk accused the Czech police of a beating.", CROSSED, LAID),
        ("Thailand's foreign ministry summoned Cambodia's envoy, Dao Ngan said.", SUMMONED, BROADCAST),
    ],
)
def test_what_is_told_rightly_is_no_swap(text: str, events: tuple[Event, ...], passage: str) -> None:
    assert _swaps(text, events, passage) == []


@pytest.mark.parametrize(
    ("text", "events", "passage"),
    [
        ("Minsk accused Czech agents of having kidnapped a gardener.", CROSSED, LAID),
        ("Cambodia's foreign ministry summoned Thailand's envoy, Dao Ngan said.", SUMMONED, BROADCAST),
    ],
)
def test_the_same_with_the_parties_changed_over_is(text: str, events: tuple[Event, ...], passage: str) -> None:
    assert _swaps(text, events, passage)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Belarusians expelled: three.", Fact("BLR", "expel", False)),
        ("Two Belarusian diplomats expelled according to a paper.", Fact("BLR", "expel", False)),
        ("Four diplomats of Uganda expelled according to a paper.", Fact("UGA", "expel", False)),
        ("Romania expelled two diplomats.", Fact("ROU", "expel", True)),
        ("The Belarusian ambassador was called to Bulgaria's ministry.", Fact("BLR", "call", False)),
    ],
)
def test_who_does_what(text: str, fact: Fact) -> None:
    _, facts = read_roles(text, ())
    assert fact in facts


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("A memorandum on the Torghundi-Herat line was signed.", "AFG"),
    ],
)
def test_nobody_does_anything_there(text: str, key: str) -> None:
    _, facts = read_roles(text, ())
    assert not [fact for fact in facts if key in (fact.key, fact.verb)]
