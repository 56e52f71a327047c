"""Faithful ways of saying that the proof lets through, each beside an unfaithful one of the same form that it refuses."""
# ruff: noqa: E501 - one case, one line

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.events import Event, EventDate, Party, Quantity, Speaker, Status
from summarizer.verifying import Check, Passage, check_sentence

NORWAY, CHILE = Party(name="Norway", country="NOR"), Party(name="Chile", country="CHL")
KNUT = Speaker(name="Knut Berg", country="NOR")


def event(
    at: int = 1, status: Status = "occurred", by: tuple[Speaker, ...] = (), date: str | None = None, counted: int = 0
) -> Event:
    return Event(
        id=f"e-{at}", type="SANCTION", mode="expel", status=status, summary="", actors=(NORWAY,), recipients=(CHILE,),
        date=EventDate(edtf=date) if date else None, attribution=by, engine="test", confidence=1.0,
        quantities=(Quantity(value=counted, unit="diplomats", text=str(counted)),) if counted else (),
    )  # fmt: skip


def check(text: str, passage: str, *events: Event) -> Check:
    return check_sentence(text, events or (event(),), [Passage(passage, dt.date(2021, 4, 28))])


SAID = (
    "Norway expelled four envoys of Chile for spying, the trade minister, Knut Berg, said. Chile recalled its own ambassador from Oslo in protest. "
    'Rector Ana Vidal called the row "a storm in a fjord".'
)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Norway expelled four envoys of Chile for spying.", True),
        ("Norway expelled four envoys of Chile for spying, the trade minister said.", False),
        ("Norway expelled four envoys of Chile for spying, the harbour master said.", True),
        ("Chile recalled its own ambassador from Oslo in protest.", False),
        ('Ana Vidal, a rector, called it "a storm in a fjord".', False),
    ],
)
def test_a_speaker_is_needed_only_for_what_he_says(text: str, needed: bool) -> None:
    reasons = check(text, SAID, event(by=(KNUT,))).reasons
    assert ("drops the speaker Knut Berg" in reasons) is needed


def test_what_he_goes_on_to_say_is_his_too() -> None:
    passage = 'Norway will expel envoys of Chile, Knut Berg said. "Nobody will leave Norway before the ice on the lakes has gone," he added.'
    assert (
        "drops the speaker Knut Berg"
        in check("Nobody will leave Norway before the ice on the lakes has gone.", passage, event(by=(KNUT,))).reasons
    )


BLAMED = "Chile's police say Norway sank two boats. Norway says that none of its ships was there."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chile blames Norway for the sinking of two boats.", ""),
        ("Norway is linked by Chile to the sinking of two boats.", ""),
        ("Norway denies that it sank two boats.", ""),
        ("Two boats were sunk by Norway.", "tells an allegation as a fact"),
    ],
)
def test_who_blames_is_the_speaker_and_who_denies_needs_none(text: str, reason: str) -> None:
    reasons = check(
        text, BLAMED, event(status="alleged", by=(Speaker(name="police", country="CHL", reporting="alleged"),))
    ).reasons
    assert (reason in reasons) if reason else reasons == ()


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        (
            "A mine killed three Chilean soldiers and injured five.",
            "Five soldiers suffered injuries from a mine.",
            True,
        ),
        (
            "A mine killed three Chilean soldiers and injured five.",
            "Five soldiers were decorated after a mine exploded.",
            False,
        ),
        ("A mine killed three Chilean soldiers and injured five.", "Chile lost three of its men to a mine.", True),
        ("A mine killed three Chilean soldiers and injured five.", "Chile lost four of its men to a mine.", False),
        ("Norway lent Chile 1.5 billion dollars.", "Norway lent Chile one and a half billion dollars.", True),
        ("Norway lent Chile 1.5 billion dollars.", "Norway lent Chile two and a half billion dollars.", False),
        ("Chile held 131 Norwegians.", "Chile held over a hundred Norwegians.", True),
        ("Chile held 131 Norwegians.", "Chile held over two hundred Norwegians.", False),
        ("Chile held three Norwegians; one of them was ill.", "One Norwegian was ill, and Chile held him.", True),
        ("Chile faces up to 15 years of sanctions.", "Chile faces as much as 15 years of sanctions.", True),
    ],
)
def test_numbers_in_other_words(passage: str, text: str, holds: bool) -> None:
    assert (check(text, passage).reasons == ()) is holds


@pytest.mark.parametrize(
    ("days", "holds"),
    [(("2021-04-26", "2021-04-27"), True), (("2021-04-26", "2021-04-25"), True), (("2021-04-20", "2021-04-26"), False)],
)
def test_the_day_after_needs_two_days_in_a_row(days: tuple[str, str], holds: bool) -> None:
    passage = "Norway expelled envoys of Chile. Norway closed an office of Chile."
    reasons = check(
        "Norway closed an office the day after it had expelled envoys of Chile.",
        passage,
        event(1, date=days[0]),
        event(2, date=days[1]),
    ).reasons
    assert (reasons == ()) is holds


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        (
            'Norway closed its port. Chile called it "a wall against nobody".',
            'Chile called it "a wall against nobody" after Norway had closed its port.',
            True,
        ),
        (
            "Norway expelled envoys of Chile. Berg did not say when they would go.",
            "Norway expelled envoys of Chile, it was said.",
            True,
        ),
        ("Norway denied paying Chile.", "Norway says it paid nothing to Chile.", True),
        ("Norway denied paying Chile.", "Norway says it paid something to Chile.", False),
        ("Socialist deputies of Norway walked out.", "Norway's Socialists walked out.", True),
        ("Socialist deputies of Norway walked out.", "Norway's Liberals walked out.", False),
        ("Norway summoned the Chilean ambassador.", "Norway called in Santiago's ambassador.", True),
        ("Norway summoned the Chilean ambassador.", "Norway summoned the ambassador in Santiago's stead.", True),
        ("Norway arrested a Chilean.", "Norway arrested a Chilean in Santiago.", False),
    ],
)
def test_negations_and_names_in_other_words(passage: str, text: str, holds: bool) -> None:
    assert (check(text, passage).reasons == ()) is holds


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Only one of the Chilean envoys left Norway.", False),
        ("Norway is the only one of the states that expelled Chilean envoys.", True),
        ("Only Norway expelled Chilean envoys.", True),
        ("Norway made its first expulsion of Chilean envoys.", True),
        ("It was the largest expulsion of Chilean envoys from Norway.", True),
    ],
)
def test_only_ranks_where_it_sets_somebody_apart(text: str, flagged: bool) -> None:
    flags = check(text, "One of the Chilean envoys left Norway, which expelled three of them.").flags
    assert any(flag.startswith("ranks") for flag in flags) is flagged


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Deadline: Norway expelled four envoys of Chile.", None),
        ("Departure agreed: Norway expelled four envoys of Chile.", "Departure"),
        ("Agreed departure: Norway expelled four envoys of Chile.", None),
        ("Who left first: Norway expelled four envoys of Chile.", None),
        ("Petrov: Norway expelled four envoys of Chile.", "Petrov"),
        ("Deadline Petrov: Norway expelled four envoys of Chile.", "Petrov"),
    ],
)
def test_what_a_line_is_about_is_no_name_unless_it_is_one(text: str, named: str | None) -> None:
    reasons = check(text, "Norway expelled four envoys of Chile.").reasons
    assert reasons == ((f"names {named}, which no cited passage names",) if named else ())
