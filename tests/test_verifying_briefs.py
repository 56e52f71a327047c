"""Sentences in the style of fluent briefs, each beside an unfaithful one of the same form that is refused."""
# ruff: noqa: E501 - one case, one line

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.events import Event, EventDate, Party, Speaker, Status
from summarizer.verifying import Passage, check_sentence

NORWAY, CHILE = Party(name="Norway", country="NOR"), Party(name="Chile", country="CHL")
KNUT = Speaker(name="Knut Berg", country="NOR")
THURSDAY = dt.date(2021, 4, 29)


def holds(passage: str, text: str, status: Status = "occurred", by: tuple[Speaker, ...] = (), beside: str = "") -> bool:
    event = Event(
        id="e-1", type="SANCTION", status=status, summary="", actors=(NORWAY,), recipients=(CHILE,), attribution=by,
        date=EventDate(edtf="2021-05-03") if status == "planned" else None, engine="test", confidence=1.0,
    )  # fmt: skip
    passages = [Passage(passage, THURSDAY), *([Passage(beside, THURSDAY, beside=True)] if beside else [])]
    return not check_sentence(text, [event], passages).reasons


@pytest.mark.parametrize(
    ("passage", "faithful", "wrong"),
    [
        ("A mine killed three Norwegian sappers and injured five.", "Three Norwegian sappers were killed by a mine and five injured.", "A mine killed five Norwegian sappers and injured three."),
        ("Norway will send 90 observers to Chile's election. Opposition leader Ana Rojas demanded at least 300.", "Norway will send 90 observers to Chile's election, where Ana Rojas demanded at least 300.", "Norway will send at least 300 observers to Chile's election."),
        ("The floods killed 61 people by Norway's count and 140 by that of the group Nodi.", "The floods killed 61 people by Norway's count, 140 by that of the group Nodi.", "The floods killed 140 people by Norway's count, 61 by that of the group Nodi."),
        ("Norway expelled four Chileans, police said. The union counted eleven expelled.", "Norway expelled four to eleven Chileans, depending on the source.", "Norway expelled four to twelve Chileans, depending on the source."),
    ],
)  # fmt: skip
def test_a_number_stays_with_what_it_counts(passage: str, faithful: str, wrong: str) -> None:
    assert holds(passage, faithful)
    assert not holds(passage, wrong)


@pytest.mark.parametrize(
    ("passage", "faithful", "wrong"),
    [
        ("Norway remanded two Chileans in custody.", "Norway has two Chileans in custody.", "Norway sentenced two Chileans."),
        ("Norway gave two Chileans nine years.", "Norway sentenced two Chileans to nine years.", "Two Chileans died in Norway."),
        ("Norway accused Chile of spying. Chile has not commented.", "Chile, accused of spying by Norway, has not commented.", "Chile denied that it had spied on Norway."),
        ("No ransom had been paid to Chile, Norway insisted.", "Norway insisted that it had paid Chile no ransom.", "Norway paid Chile a ransom."),
    ],
)  # fmt: skip
def test_a_grave_word_needs_a_passage_that_bears_it_out(passage: str, faithful: str, wrong: str) -> None:
    assert holds(passage, faithful)
    assert not holds(passage, wrong)


@pytest.mark.parametrize(
    ("text", "faithful"),
    [
        ("Norway is to close a Chilean school on 3 May.", True),
        ("A Chilean school is to be closed by Norway on 3 May.", True),
        ("Norway shuts a Chilean school on 3 May.", True),
        ("The closing of a Chilean school by Norway is set for 3 May.", True),
        ("Norway shut a Chilean school on 3 May.", False),
        ("Norway has closed a Chilean school.", False),
    ],
)
def test_what_lies_after_the_article_is_not_told_as_done(text: str, faithful: bool) -> None:
    assert holds("Norway will close a Chilean school on 3 May.", text, "planned") is faithful


@pytest.mark.parametrize(
    ("passage", "faithful", "wrong"),
    [
        ("Norway, which Chile had pressed for the step, froze the assets of two banks.", "Pressed for the step by Chile, Norway froze the assets of two banks.", "Chile, which Norway had pressed for the step, froze the assets of two banks."),
        ("Norway handed the preacher over to Chile.", "Handed over by Norway to Chile, the preacher is in custody.", "Handed over by Chile to Norway, the preacher is in custody."),
        ("Norway handed the preacher over to Chile.", "The handover of the preacher by Norway to Chile was reported.", "The handover of the preacher by Chile to Norway was reported."),
        ("Norway threw out three Chilean diplomats.", "Ejected by Norway, three Chilean diplomats went.", "Ejected by Chile, three Norwegian diplomats went."),
        ("A Norwegian embassy spokesman called Chile's plan \"a wall against nobody\".", "Norway, whose embassy called the plan \"a wall against nobody\", scoffed at Chile.", "Chile, whose embassy called the plan \"a wall against nobody\", scoffed at Norway."),
        ("Norway turned off the power to Chile. Chile calls that \"blackmail by light switch\".", "Norway turned off the power to Chile, a step denounced in Chile as \"blackmail by light switch\".", "Norway turned off the power to Chile, a step denounced in Norway as \"blackmail by light switch\"."),
        ("Norway warned Chile of a strike. Eva Lund of Norway demanded talks.", "The lease drew a Norwegian warning to Chile and a demand by Eva Lund.", "The lease drew a Chilean warning to Norway and a demand by Eva Lund."),
        ("Norway blames Chile for the loss of a ship.", "Norway claims that Chile is to blame for the loss of a ship.", "Chile blames Norway for the loss of a ship."),
        ("Norway would stop gas deliveries to Chile, which covers a third of its demand so. The halt is Norway's.", "Norway would stop gas deliveries to Chile, which meet a third of its demand.", "Chile would stop gas deliveries to Norway, which meet a third of its demand."),
        ("A note was delivered to the embassy of Chile in Norway.", "Chile's embassy in Norway received a note.", "Norway's embassy in Chile received a note."),
        ("Norway, to which Chile owes more than to others, agreed to wait for its money.", "Norway agreed to wait for its money from Chile.", "Chile agreed to wait for its money from Norway."),
        ("Norway proposed talks to Chile by telephone.", "Norway proposed by telephone to Chile that they talk.", "Chile proposed talks to Norway."),
        ("Norwegian guards beat a Chilean and Chilean ones burned a store in Norway.", "Norway blames Chilean guards for the burning of a store.", "Norway blames Chilean diplomats for the burning of a store in Peru."),
    ],
)  # fmt: skip
def test_who_acts_is_seen_through_asides_participles_and_labels(passage: str, faithful: str, wrong: str) -> None:
    assert holds(passage, faithful)
    assert not holds(passage, wrong)


@pytest.mark.parametrize(
    ("passage", "text", "faithful"),
    [
        ("Norway said no to Chile's request.", "Norway said no to Chile's request, it is said.", True),
        ("For days nobody in Norway has met a Chilean. Norway then expelled four Chileans.", "Norway expelled four Chileans.", True),
        ("Two Chileans had been named in a note but not in public. Norway expelled them.", "Norway expelled two Chileans who had not been named in public.", True),
        ("Two Chileans had been named in a note. Norway expelled them.", "Norway expelled two Chileans who had not been named in public.", False),
        ("Norway and Chile talked for an hour. Nor was it true that Norway had refused to talk.", "Norway talked to Chile for an hour.", True),
        ("Norway refused to talk to Chile.", "Norway talked to Chile for an hour.", False),
        ("Of the patrols agreed by Norway and Chile not one was ever held.", "None of the joint patrols agreed by Norway and Chile was held.", True),
        ("Of the patrols agreed by Norway and Chile all were held.", "None of the patrols agreed by Norway and Chile was held.", False),
    ],
)  # fmt: skip
def test_a_negation_reaches_as_far_as_its_words(passage: str, text: str, faithful: bool) -> None:
    assert holds(passage, text) is faithful


@pytest.mark.parametrize(
    ("text", "faithful"),
    [
        ("Norway expelled four Chileans, according to a colleague of Knut Berg.", True),
        ("Norway expelled four Chileans, depending on the source.", True),
        ("Norway expelled four Chileans, according to Eva Lund.", False),
        ("Norway expelled four Chileans.", False),
    ],
)
def test_the_speaker_of_a_fluent_sentence(text: str, faithful: bool) -> None:
    passage = "Norway expelled four Chileans, a colleague of Knut Berg said."
    assert holds(passage, text, by=(KNUT,)) is faithful


@pytest.mark.parametrize(
    ("beside", "text", "faithful"),
    [
        ("Norway told its envoys to leave Chile at noon.", "Norway expelled four Chileans and told envoys to leave at noon.", True),
        ("The two sides did not announce further details of the envoys.", "Norway expelled four Chileans but gave no further details of the envoys.", True),
        ("The envoys left at noon by train, Ola Ness said.", "Norway expelled four Chileans; the envoys left at noon by train.", False),
        ("\"The envoys left at noon by train,\" said Ola Ness, director at the Fjord Institute.", "Norway expelled four Chileans; the envoys left at noon by train, the Fjord Institute says.", True),
    ],
)  # fmt: skip
def test_words_beside_the_events_need_the_speaker_that_they_have(beside: str, text: str, faithful: bool) -> None:
    assert holds("Norway expelled four Chileans.", text, beside=beside) is faithful
