"""Who may be left out or called otherwise in telling a claim, each beside a twin in which he may not."""
# ruff: noqa: E501 - one case, one line

from __future__ import annotations

import pytest

from summarizer.events import Event, Evidence, Party, Speaker, Status
from summarizer.verifying import Passage, check_sentence
from summarizer.verifying.sayers import sayers

KENYA, MALTA = Party(name="Kenya", country="KEN"), Party(name="Malta", country="MLT")
RAIDERS = Party(name="Turkana raiders", country="KEN")


def event(
    quote: str,
    by: tuple[Speaker, ...] = (),
    status: Status = "occurred",
    actor: Party = KENYA,
    recipient: Party = MALTA,
) -> Event:
    return Event(
        id=f"e-{len(quote)}", type="REQUEST", status=status, summary="", actors=(actor,), recipients=(recipient,),
        evidence=(Evidence(article="a-1", start=0, end=len(quote), quote=quote),), attribution=by, engine="test", confidence=1.0,
    )  # fmt: skip


def reasons(text: str, passages: tuple[str, ...], *events: Event, beside: str = "") -> tuple[str, ...]:
    given = [Passage(passage) for passage in passages] + ([Passage(beside, beside=True)] if beside else [])
    return check_sentence(text, events, given).reasons


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (
            "Minister Ana Ruiz gave them until Friday, failing which, she said, Kenya would ask two envoys of Malta to go.",
            True,
        ),
        ("The port authority announced that Kenya had asked two envoys of Malta to go.", True),
        ("Kenya had asked two envoys of Malta to go, she said.", False),
    ],
)
def test_an_articles_own_words_may_name_another_sayer_than_the_record(text: str, holds: bool) -> None:
    told = event(text, (Speaker(name="Kofi Mensah"),), "alleged")
    dropped = any("drops the speaker" in reason for reason in reasons(text, (text, "Kofi Mensah said so."), told))
    assert dropped is not holds


@pytest.mark.parametrize(
    ("text", "told", "holds"),
    [
        ("The Coast Union says sailors drowned.", '"Sailors drowned," said Ann Otieno, a lawyer at the Coast Union.', True),
        ("The Coast Union says sailors drowned.", 'Coast Union spokeswoman Ann Otieno said: "Sailors drowned."', True),
        ("The Coast Union says sailors drowned.", 'The director of the Coast Union, Ann Otieno, said: "Sailors drowned."', True),
        ("The Coast Union says sailors drowned.", '"Sailors drowned," said Ann Otieno, a lawyer at the Harbour Board.', False),
        ("The Coast Union was told that sailors drowned.", '"Sailors drowned," said Ann Otieno, a lawyer at the Coast Union.', False),
    ],
)  # fmt: skip
def test_the_organisation_of_a_speaker_speaks_for_him_where_a_passage_ties_them(
    text: str, told: str, holds: bool
) -> None:
    quote = "The Coast Union and the Harbour Board met in Kenya."
    assert (reasons(text, (quote,), event(quote), beside=told) == ()) is holds
    own = event(told, by=(Speaker(name="Ann Otieno", country="KEN"),))
    assert ("drops the speaker Ann Otieno" not in reasons(text, (quote, told), own)) is holds


ASKED = "Kenya has asked Malta to let the ferry run until autumn, Transport Minister Ann Otieno said."
RAMMED = "Malta's ferry has rammed a pier on purpose, Transport Minister Ann Otieno said."


@pytest.mark.parametrize(
    ("text", "quote", "holds"),
    [
        ("Kenya has asked Malta to let the ferry run until autumn.", ASKED, True),
        ("Nairobi asked Malta to let the ferry run; Valletta has not replied.", ASKED, True),
        ("Malta was asked to let the ferry run until autumn.", ASKED, False),
        ("Malta's ferry rammed a pier on purpose.", RAMMED, False),
        ("Malta's ferry rammed a pier on purpose; Kenya asked for calm.", RAMMED, False),
    ],
)
def test_a_state_that_asks_or_offers_speaks_for_its_minister_but_a_charge_keeps_its_speaker(
    text: str, quote: str, holds: bool
) -> None:
    told = event(quote, by=(Speaker(name="Ann Otieno", country="KEN"),))
    found = reasons(text, (quote, "Valletta has not replied, and Kenya asked for calm."), told)
    assert ("drops the speaker Ann Otieno" not in found) is holds


FIRE = "A fire gutted the dairy of Lodwar on Friday night; nobody was hurt."
BLAME = "Turkana raiders set the fire after they had burned two farms, the police said."


@pytest.mark.parametrize(
    ("text", "flat", "holds"),
    [
        ("A fire gutted the dairy of Lodwar; nobody was hurt.", FIRE, True),
        ("The dairy of Lodwar was gutted by a fire on Friday night.", FIRE, True),
        ("A fire set by raiders gutted the dairy of Lodwar; nobody was hurt.", FIRE, False),
        ("A fire that Turkana men set gutted the dairy of Lodwar.", FIRE, False),
        ("A fire was set at the dairy of Lodwar after two farms had been burned.", FIRE, False),
        ("A fire gutted the dairy of Lodwar; nobody was hurt.", "A fire gutted the dairy of Lodwar on Friday night and nobody was hurt, the mayor said.", False),
        ("A fire gutted the dairy of Lodwar; nobody was hurt.", "A fire reportedly gutted the dairy of Lodwar on Friday night; nobody was hurt.", False),
    ],
)  # fmt: skip
def test_what_a_passage_tells_flatly_needs_no_speaker_as_long_as_nobody_is_said_to_have_done_it(
    text: str, flat: str, holds: bool
) -> None:
    police = (Speaker(name="police", country="KEN", reporting="alleged"),)
    quote = f"{flat} {BLAME}"
    told = event(quote, by=police, status="alleged", actor=RAIDERS, recipient=Party(name="dairy", country="KEN"))
    found = reasons(text, (flat, BLAME), told)
    assert (not {"drops the speaker police", "tells an allegation as a fact"} & {*found}) is holds


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("Malta told two clerks of the embassy in Nairobi to leave over the theft of port plans.", None),
        ("The three harbour boards did not say over the theft of which port plans clerks had to leave.", None),
        ("Two clerks had stolen port plans over the years, Ann Otieno told reporters.", "Ann Otieno"),
    ],
)
def test_an_order_and_a_silence_have_no_speaker(passage: str, speaker: str | None) -> None:
    quote = "Kenya expelled clerks of Malta."
    found = reasons("Kenya expelled clerks of Malta over the theft of port plans from harbour boards over the years.", (quote,), event(quote), beside=passage)  # fmt: skip
    assert any(reason.startswith("drops the speaker") for reason in found) is (speaker is not None)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ann Otieno says no boat left Lamu and herders sank the ferry.", True),
        ("No boat left Lamu, and a navy boat sank the ferry.", False),
        ("A navy boat sank the ferry, killing nine.", False),
    ],
)
def test_who_answers_a_charge_need_not_repeat_it(text: str, holds: bool) -> None:
    answer = 'The spokeswoman, Ann Otieno, declared that "no boat left Lamu"; herders sank the ferry, she claimed.'
    charge = "A navy boat sank the ferry, killing nine, according to the Coast Union."
    told = event(f"{answer} {charge}", by=(Speaker(name="Coast Union"),), status="alleged")
    assert ("drops the speaker Coast Union" not in reasons(text, (answer, charge), told)) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Kenya asked Malta to explain why its ferry had rammed a pier.", True),
        ("Kenya asked Malta for help after its ferry had rammed a pier.", False),
    ],
)
def test_a_state_that_asks_another_for_an_explanation_tells_its_own_charge(text: str, holds: bool) -> None:
    asked, charge = (
        "Kenya asked Malta for help and to explain a second thing.",
        "Malta's ferry has rammed a pier, the harbour board said.",
    )
    rammed = event(
        charge, by=(Speaker(name="harbour board", country="KEN"),), status="alleged", actor=MALTA, recipient=KENYA
    )
    found = reasons(text, (asked, charge), event(asked), rammed)
    assert ("drops the speaker harbour board" not in found) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ann Otieno says no navy boat left Lamu.", True),
        ("Ann Otieno says a navy boat left Lamu.", False),
    ],
)
def test_who_says_that_no_boat_left_does_not_say_no_to_it(text: str, holds: bool) -> None:
    quote = 'Ann Otieno declared that "no boat of the navy left Lamu".'
    found = reasons(text, (quote,), event(quote, by=(Speaker(name="Ann Otieno", country="KEN"),)))
    assert (not any(reason.startswith("drops the negation") for reason in found)) is holds


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The president, Ada Lund, went on television and said that the port was shut.", ()),
        ("Lund promised a loan and said that work would begin.", ("Lund",)),
        ("standing before a wall on which nurses had begun to write, the minister said no.", ("the minister",)),
        ("Lund and Berg said that the port was shut.", ("Lund and Berg",)),
    ],
)
def test_a_phrase_that_breaks_off_before_the_verb_is_nobody(text: str, phrases: tuple[str, ...]) -> None:
    assert sayers(text) == phrases
