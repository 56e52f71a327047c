"""How an event is told: in an article's own sentences where they hold, and with names put into them only where these are sure."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.composing.passages import ways_to_tell
from summarizer.events import Event, Evidence, Party, Speaker
from summarizer.normalising.phrasing import kind_of_name, say_event, say_party, say_speaker
from summarizer.normalising.quoting import tell_event, with_names
from summarizer.ontology import load_ontology

ONTOLOGY = load_ontology()
NORWAY, CHILE = Party(name="Norway", country="NOR", sector="GOV"), Party(name="Chile", country="CHL", sector="GOV")
OURS = "Norway expelled representatives of Chile"


def event(quote: str, article: str = "a-1", start: int = 0, **slots: object) -> Event:
    values: dict[str, object] = {
        "id": "e-1", "type": "SANCTION", "mode": "expel", "status": "occurred", "summary": "", "engine": "rules", "confidence": 0.7,
        "actors": (NORWAY,), "recipients": (CHILE,),
        "evidence": (Evidence(article=article, start=start, end=start + len(quote), quote=quote),),
    }  # fmt: skip
    return Event.model_validate(values | slots)


def ways(text: str, quote: str, **slots: object) -> list[str]:
    source = Article(text=text, title="News", published="2025-05-14")
    told = event(quote, source.id, text.index(quote), **slots)
    return [way.text for way in ways_to_tell(told, {source.id: source}, ONTOLOGY)]


def test_the_sentence_before_comes_before_a_name_put_in() -> None:
    text = "Norway’s ministry met reporters in Oslo on Monday. The ministry had expelled two envoys of Chile."
    actor = Party(name="The ministry", country="NOR", sector="GOV")
    found = ways(text, "The ministry had expelled two envoys of Chile.", actors=(actor,))
    assert found[:2] == [text, "Norway had expelled two envoys of Chile."]


def test_a_source_that_opens_its_sentence_is_named_behind_it() -> None:
    text = "Norway’s ministry met reporters in Oslo. The source also said that Norway will expel two envoys of Chile."
    quote = "The source also said that Norway will expel two envoys of Chile."
    found = ways(text, quote, attribution=(Speaker(name="The source", reporting="leaked"),), status="planned")
    assert found[0] == "Norway will expel two envoys of Chile, according to the source."


def test_a_speaker_of_the_sentence_after_is_told_with_it() -> None:
    text = "Norway expelled two envoys of Chile on Monday. They were spies, Ms Lund told reporters in Oslo."
    found = ways(text, "Norway expelled two envoys of Chile on Monday.", attribution=(Speaker(name="Ms Lund"),))
    assert text in found[:2]


def test_a_saying_whose_speaker_only_the_sentence_before_names_is_no_fact_of_its_own() -> None:
    text = "The Watch wrote to Oslo. The week went by. It was cold. Norway, which trains guards, should expel two of Chile, it said."
    quote = "Norway, which trains guards, should expel two of Chile, it said."
    found = ways(text, quote, attribution=(Speaker(name="the Watch"),), status="demanded")
    assert found[0] == "Norway, which trains guards, should expel two of Chile, the Watch said."


def test_without_its_speaker_only_a_fact_is_told() -> None:
    text = "Norway expelled two envoys of Chile on Monday. It was cold. Ms Lund told reporters about it in Oslo."
    quote = "Norway expelled two envoys of Chile on Monday."
    lund = (Speaker(name="Ms Lund"),)
    said = "Norway expelled two envoys of Chile on Monday, according to Ms Lund."
    assert ways(text, quote, attribution=lund)[:2] == [quote, said]
    assert ways(text, quote, attribution=lund, status="alleged")[0] == said


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("The men", "The men were questioned for hours and flown home to Chile."),
        ("Their union", "Their union turned down what the envoys of Chile had offered."),
        ("Her party", "Her party will take the envoys of Chile to court on Friday."),
        ("Its eleven crew", "Its eleven crew were questioned by two envoys of Chile."),
    ],
)
def test_no_state_is_put_in_the_place_of_people(name: str, quote: str) -> None:
    actor = Party(name=name, country="NOR", sector="CVL")
    assert tell_event(event(quote, actors=(actor,)), ONTOLOGY, 300) == OURS + "."


@pytest.mark.parametrize(
    ("name", "quote", "told"),
    [
        ("It", "It expelled two envoys of Chile at dawn.", "Norway expelled two envoys of Chile at dawn."),
        ("Norway", "He expelled two envoys of Chile at dawn.", OURS + "."),
        ("He", "He expelled two envoys of Chile at dawn.", OURS + "."),
    ],
)
def test_a_state_is_no_he(name: str, quote: str, told: str) -> None:
    actor = Party(name=name, country="NOR", sector="GOV")
    assert tell_event(event(quote, actors=(actor,)), ONTOLOGY, 300) == told


@pytest.mark.parametrize(
    ("speaker", "quote", "named"),
    [
        ("Ms Lund", "On Wednesday, she said, Norway expelled two envoys of Chile.", True),
        ("the ministry", "On Wednesday, it said, Norway expelled two envoys of Chile.", True),
        ("the rebel movement Renova", "On Wednesday, he said, Norway expelled two envoys of Chile.", False),
        ("Ms Lund", "On Wednesday, it said, Norway expelled two envoys of Chile.", False),
        ("Ms Lund", "Minister Ana Ruiz agreed when, she said, Norway expelled two envoys of Chile.", False),
        ("Ms Lund", "On Wednesday, they said, Norway expelled two envoys of Chile.", False),
    ],
)
def test_who_says_so_is_named_where_the_pronoun_fits(speaker: str, quote: str, named: bool) -> None:
    said = tell_event(event(quote, attribution=(Speaker(name=speaker),)), ONTOLOGY, 300)
    assert (said == quote.replace("she said", f"{speaker} said").replace("it said", f"{speaker} said")) is named


def test_a_sentence_in_which_somebody_speaks_is_given_no_other_source() -> None:
    quote = "A site reported that Norway had expelled two envoys of Chile"
    assert with_names(event(quote, attribution=(Speaker(name="Ms Lund"),)), quote, 300) is None


def test_what_somebody_says_of_us_is_quoted() -> None:
    quote = "We expelled two envoys of Chile on Monday."
    told = event(quote, attribution=(Speaker(name="a spokesman", country="NOR"),))
    assert with_names(told, quote, 300) == f"A spokesman (Norway) said: “{quote}”"
    assert with_names(event(quote), quote, 300, "The Relief") == f"The Relief writes: “{quote}”"
    assert with_names(event(quote), quote, 300) is None


def test_a_day_counted_from_what_the_sentence_names_stays() -> None:
    quote = "Two days after the seizure Norway expelled two envoys of Chile."
    assert tell_event(event(quote, date={"edtf": "2025-05-12"}), ONTOLOGY, 300) == quote


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Foreign Ministry spokesperson Ana Ruiz", "person"),
        ("The Minister of Public Security", "person"),
        ("Mr. Berg", "person"),
        ("Ana Ruiz", "person"),
        ("the office of the president", "body"),
        ("the military", "body"),
        ("Norway", "body"),
        ("Radio Nord", "body"),
        ("Berg", None),
    ],
)
def test_persons_and_bodies(name: str, kind: str | None) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    ("name", "country", "said"),
    [
        ("a source", "NOR", "a source (Norway)"),
        ("A spokesman", "NOR", "a spokesman (Norway)"),
        ("the minister", "NOR", "the minister (Norway)"),
        ("his lawyer", None, "the lawyer"),
        ("OSLO", "NOR", "OSLO"),
        ("SANTIAGO", "CHL", "Chile"),
        ("SPOKESWOMAN ANA RUIZ", "CHL", "Spokeswoman Ana Ruiz (Chile)"),
        ("Ana Ruiz", "CHL", "Ana Ruiz (Chile)"),
    ],
)
def test_speakers(name: str, country: str | None, said: str) -> None:
    assert say_speaker(Speaker(name=name, country=country)) == said


@pytest.mark.parametrize(
    ("name", "sector", "said"),
    [
        ("her Chilean owners", "BUS", "Chilean owners"),
        ("her Chilean colleague", "CVL", "her Chilean colleague"),
        ("The Minister", "GOV", "the Chilean minister"),
        ("SANTIAGO", "MIL", "Chile"),
    ],
)
def test_parties(name: str, sector: str, said: str) -> None:
    assert say_party(Party(name=name, country="CHL", sector=sector)) == said


@pytest.mark.parametrize(
    ("recipients", "said"),
    [
        ((), "Norway made arrests"),
        ((Party(name="Two growers", country="CHL", sector="CVL"),), "Norway arrested two growers (Chile)"),
        ((Party(name="Ana Ruiz", country="CHL", sector="CVL"),), "Norway arrested Ana Ruiz (Chile)"),
        ((Party(name="him", country="CHL", sector="CVL"),), "Norway arrested people of Chile"),
        ((CHILE,), "Norway arrested people of Chile"),
    ],
)
def test_who_is_arrested(recipients: tuple[Party, ...], said: str) -> None:
    assert say_event(event("", type="COERCE", mode="arrest", recipients=recipients), ONTOLOGY) == said
