"""What reports differ on, whose reports they are and when they came: faithful ways to tell it, beside unfaithful twins."""
# ruff: noqa: E501 - one case, one line

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.events import Event, EventDate, Party, Speaker, Status
from summarizer.verifying import Passage, check_sentence
from summarizer.verifying.persons import Persons

PERU, GHANA = Party(name="Peru", country="PER"), Party(name="Ghana", country="GHA")
DAY = dt.date(2022, 3, 9)
WEEKLY = ("El Rincón (automatic translation)", "Two envoys sent away")


def event(
    status: Status = "occurred", by: tuple[Speaker, ...] = (), actor: Party = PERU, recipient: Party = GHANA
) -> Event:
    return Event(
        id="e-1", type="SANCTION", mode="expel", status=status, summary="", actors=(actor,), recipients=(recipient,),
        date=EventDate(edtf="2022-03-07"), attribution=by, engine="test", confidence=1.0,
    )  # fmt: skip


def reasons(text: str, *passages: str, told: Event | None = None, names: tuple[str, ...] = WEEKLY) -> tuple[str, ...]:
    return check_sentence(text, [told or event()], [Passage(passage, DAY, names) for passage in passages]).reasons


@pytest.mark.parametrize(
    ("publisher", "named", "holds"),
    [
        ("El Rincón (automatic translation)", "El Rincón", True),
        ("El Rincón (Lima)", "El Rincón", True),
        ("El Rincón (automatic translation)", "El Mirador", False),
        ("Ghana (official gazette)", "Gambia", False),
    ],
)
def test_a_medium_is_called_by_its_name_without_the_note_in_brackets(publisher: str, named: str, holds: bool) -> None:
    found = reasons(
        f"Peru expelled two envoys of Ghana, according to {named}.",
        "Peru on Monday expelled two envoys of Ghana.",
        names=(publisher,),
    )
    assert (found == ()) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Three to nine miners died at the pit, depending on the source.", True),
        ("The blast killed three to nine people.", True),
        ("The blast killed three or nine people, depending on whom one asks.", True),
        ("The blast killed between three and nine people.", True),
        ("The blast killed three to twelve people.", False),
        ("The blast killed two to nine people, depending on the source.", False),
        ("The blast killed three to 40 people, depending on the source.", False),
        ("The blast hurt three to nine people, depending on the source.", False),
        ("The grant is 20 or 25 million dollars, depending on the source.", True),
        ("The grant is $20 million to $25 million.", True),
        ("The grant is 20 or 26 million dollars, depending on the source.", False),
        ("The grant is 3 or 25 million dollars, depending on the source.", False),
    ],
)
def test_a_range_or_a_choice_of_figures_is_made_of_two_that_count_the_same(text: str, holds: bool) -> None:
    found = reasons(
        text,
        "The ministry spoke of the death of three miners in the blast and of 40 wounded.",
        "At least nine people were killed when the pit blew up.",
        "The mayor promised a grant of $20 million.",
        "The gift, of 25 million dollars, goes to the pit.",
    )
    assert (found == ()) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Envoys expelled by Peru: four in the first report, corrected to two on 9 March.", True),
        ("The first report spoke of four envoys, corrected to two on 9 March.", True),
        ("Four envoys, as the paper first reported on 9 March, were two.", True),
        ("Envoys expelled by Peru: four in the first report, corrected to two on 10 March.", False),
        ("Peru expelled two envoys on 9 March.", False),
        ("The paper reported two envoys expelled on 9 March.", False),
        ("Peru corrected its list and expelled two envoys on 9 March.", False),
    ],
)
def test_the_day_of_an_article_is_the_day_of_what_it_reports_or_corrects(text: str, holds: bool) -> None:
    found = reasons(text, "Peru expelled two envoys and not four, as this paper wrote in its first report; it corrects its list.")  # fmt: skip
    assert any("the event is dated" in reason for reason in found) is not holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ghanaian envoys expelled: two in the first report, four in the second.", True),
        ("Ghanaian embassy clerks expelled by Peru: two in the first report, four in the second.", True),
        ("Ghanaians expelled: two in the first report, four in the second.", True),
        ("Ghana expelled: two in the first report, four in the second.", False),
        ("Peruvians expelled: two in the first report, four in the second.", False),
        ("Peruvian envoys expelled: two in the first report, four in the second.", False),
        ("Peruvian embassy clerks expelled by Ghana: two in the first report, four in the second.", False),
    ],
)
def test_a_bare_participle_in_a_head_is_done_to_whom_it_follows(text: str, holds: bool) -> None:
    passages = ("Peru expelled two envoys of Ghana, clerks of its embassy.", "Peru expelled four Ghanaian envoys, the second report said.")  # fmt: skip
    swapped = any("acts" in reason or "acted" in reason for reason in reasons(text, *passages))
    assert swapped is not holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Kofi Addo: held according to Radio Volta, a report since withdrawn.", True),
        ("Kofi Addo was held, according to a story that Radio Volta took back.", True),
        ("Peru held Kofi Addo and withdrew its envoy.", False),
        ("Kofi Addo: held according to Radio Volta.", False),
    ],
)
def test_a_report_that_was_withdrawn_is_not_told_as_a_fact(text: str, holds: bool) -> None:
    found = reasons(
        text,
        "The paper withdraws its story, which rested on Radio Volta, that Peru had held Kofi Addo and withdrawn its envoy.",
        told=event("denied", recipient=Party(name="Kofi Addo", country="GHA")),
    )
    assert ("tells as a fact what is denied" not in found) is holds
    assert not any("speaker" in reason for reason in found)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Two clerks had not been named in public.", True),
        ("Two clerks had not been named in the note.", False),
    ],
)
def test_but_not_in_public_negates_what_was_done_elsewhere(text: str, holds: bool) -> None:
    assert (reasons(text, "Two clerks had been named in the note to Ghana but not in public.") == ()) is holds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Peruvian government spokesman Luis Ibarra regretted the expulsions.", False),
        ("Ghanaian government spokesman Luis Ibarra regretted the expulsions.", True),
    ],
)
def test_a_record_tells_where_a_person_belongs_whom_the_passage_calls_by_his_office_alone(
    text: str, wrong: bool
) -> None:
    other = event(by=(Speaker(name="government spokesman Luis Ibarra", country="PER"),))
    quote = "Ghana was hit. Government spokesman Luis Ibarra regretted the expulsions."
    told = event(actor=Party(name="Togo", country="TGO"), recipient=PERU)
    people = Persons([other]).within(quote)
    bare = check_sentence(text, [told, event()], [Passage(quote, DAY)]).reasons
    found = check_sentence(text, [told, event()], [Passage(quote, DAY, people=people)]).reasons
    assert people == (("Luis Ibarra", "PER"),)
    assert any(reason.startswith("makes Ibarra") for reason in found) is wrong, bare


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Peru called Ghanaian ambassador Kofi Addo to the ministry.", False),
        ("Peru has sent ambassador Kofi Addo a note.", False),
        ("Peruvian ambassador Kofi Addo was called to the ministry.", True),
        ("Kofi Addo, the Peruvian president, got a note.", True),
        ("Kofi Addo, the Peruvian president's colleague, got a note.", False),
    ],
)
def test_who_acts_on_an_ambassador_is_not_his_country(text: str, wrong: bool) -> None:
    told = event(recipient=Party(name="Kofi Addo", country="GHA"))
    found = reasons(text, "Peru called ambassador Kofi Addo of Ghana to the ministry and sent him a note.", told=told)
    assert any(reason.startswith("makes Addo") for reason in found) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('Peru wrote that Lima "stands without reserve" by Ghana.', False),
        ("Peru ejected two envoys of Ghana, and Ghana threw out four of Peru.", False),
        ("A spokesman for Ana Rey, a colleague of Ghana's President Addo, defended Peru's step.", False),
        ("Peru was stood up by Ghana.", True),
    ],
)
def test_roles_of_idioms_appositions_and_two_acts_in_one_sentence(text: str, wrong: bool) -> None:
    passages = ('Peru "stands without reserve" by Ghana.', "Peru expelled two envoys of Ghana; Ghana expelled four of Peru.", "Peru stood up Ghana.")  # fmt: skip
    assert any("swaps" in reason for reason in reasons(text, *passages)) is wrong
