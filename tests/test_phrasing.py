from __future__ import annotations

import pytest

from summarizer.events import Event, EventDate, Evidence, Party, Place, Quantity, Speaker
from summarizer.normalising.phrasing import join_names, say_event, say_when
from summarizer.normalising.quoting import tell_event, trim_sentence
from summarizer.ontology import load_ontology

ONTOLOGY = load_ontology()
QUOTE = "Meanwhile, Norway’s ministry expelled two envoys of Chile on the 24th"


def event(quote: str = QUOTE, **slots: object) -> Event:
    values: dict[str, object] = {
        "id": "e-1", "type": "SANCTION", "mode": "expel", "status": "occurred", "summary": "", "engine": "test", "confidence": 1.0,
        "actors": (Party(name="Norway", country="NOR", sector="GOV"),),
        "recipients": (Party(name="envoys of Chile", country="CHL", sector="GOV"),),
        "evidence": (Evidence(article="a-1", start=0, end=len(quote), quote=quote),),
    }  # fmt: skip
    return Event.model_validate(values | slots)


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({}, "Norway expelled representatives of Chile"),
        ({"recipients": ()}, "Norway expelled representatives"),
        ({"actors": ()}, "An unnamed party expelled representatives of Chile"),
        ({"status": "planned"}, "Norway plans to expel representatives of Chile"),
        ({"status": "denied"}, "It is denied that Norway expelled representatives of Chile"),
        (
            {"quantities": (Quantity(value=8, unit="diplomats", text="eight diplomats"),)},
            "Norway expelled representatives of Chile (eight diplomats)",
        ),
        ({"recipients": (Party(name="Oslo", country="NOR"),)}, "Norway expelled representatives"),
        (
            {
                "actors": (Party(name="its foreign minister", country="NOR"),),
                "type": "RETREAT",
                "mode": "resign",
                "recipients": (),
            },
            "The Norwegian foreign minister resigned",
        ),
        (
            {"status": "alleged", "attribution": (Speaker(name="Ms Lund"),)},
            "Norway allegedly expelled representatives of Chile, according to Ms Lund",
        ),
        (
            {"date": EventDate(edtf="XXXX-XX-24"), "place": Place(name="Oslo")},
            "Norway expelled representatives of Chile in Oslo on the 24th",
        ),
        ({"type": "CONSULT", "mode": None, "recipients": ()}, "Norway held talks"),
    ],
)
def test_an_event_is_told_from_its_slots(slots: dict[str, object], said: str) -> None:
    assert say_event(event(**slots), ONTOLOGY) == said


def test_every_type_and_mode_of_the_ontology_can_be_told() -> None:
    for name, kind in ONTOLOGY.types.items():
        for mode in (None, *kind.modes):
            for status in ("occurred", "planned", "denied"):
                said = say_event(event(type=name, mode=mode, status=status), ONTOLOGY)
                assert not set("[]{}") & set(said), said
                assert "  " not in said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-04-26", "on 26 April 2021"),
        ("2021-04", "in April 2021"),
        ("XXXX-XX-24", "on the 24th"),
        ("XXXX-03", "in March"),
        ("2021", "in 2021"),
        ("2021-04-24/2021-04-26", "from 24 to 26 April 2021"),
        ("2021-04-27~", "about 27 April 2021"),
    ],
)
def test_dates_as_adverbs(edtf: str, said: str) -> None:
    assert say_when(edtf) == said


@pytest.mark.parametrize(
    ("sentence", "trimmed"),
    [
        (QUOTE, "Norway’s ministry expelled two envoys of Chile on the 24th."),
        ("OSLO, 3 May (Nordwire) — Norway is calm.", "Norway is calm."),
        ("COPENHAGEN, Oct. 14 (Wire) - All is well.", "All is well."),
        ("USA-backed forces left.", "USA-backed forces left."),
        ("In  addition,\r\nboth left", "Both left."),
        ("Then Norway left (for good.)", "Norway left (for good.)"),
        ("Still waters run deep.)", "Still waters run deep."),
        (", a day later it rained.", "A day later it rained."),
    ],
)
def test_trimming(sentence: str, trimmed: str) -> None:
    assert trim_sentence(sentence) == trimmed


@pytest.mark.parametrize(
    "quote",
    ["It expelled two envoys of Chile.", "Who expelled two envoys of Chile?", "Out!", 'He said: "Go, envoys of Chile.'],
)
def test_a_sentence_that_does_not_stand_alone_is_told_in_our_words(quote: str) -> None:
    assert tell_event(event(quote), ONTOLOGY, 300) == "Norway expelled representatives of Chile."


def test_a_sentence_without_its_speaker_is_told_in_our_words() -> None:
    claim = event(attribution=(Speaker(name="Ms Lund"),))
    assert tell_event(claim, ONTOLOGY, 300).endswith("according to Ms Lund.")
    assert tell_event(event(), ONTOLOGY, 300) == "Norway’s ministry expelled two envoys of Chile on the 24th."
    assert tell_event(event(), ONTOLOGY, 20) == "Norway expelled representatives of Chile."


def test_a_day_that_hangs_on_another_sentence_is_told_as_its_date() -> None:
    dated = event(
        "On the same day, Norway expelled two envoys of Chile.",
        date=EventDate(edtf="2021-04-24", text="On the same day"),
    )
    assert tell_event(dated, ONTOLOGY, 300) == "On 24 April 2021, Norway expelled two envoys of Chile."


def test_lists() -> None:
    assert join_names([]) == ""
    assert join_names(["A", "B", "A", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("ALGIERS, March 9, 2022 (WPS) – Elements of the army opened fire.", "Elements of the army opened fire."),
        (
            "**Dakar, 16 September 2021.** The watch condemns *Le Souffle*'s closure.",
            "The watch condemns Le Souffle's closure.",
        ),
        ("BÉCHAR, Algeria/RABAT, March 10 (CNS) - Thousands turned out.", "Thousands turned out."),
        ("**Suva** Fiji signed *the* accord.", "Suva: Fiji signed the accord."),
        ("MOSCOW/KYIV, May 3 – Both left.", "Both left."),
        ("(Brussels) – Security forces shot eleven people.", "Security forces shot eleven people."),
        (
            "It will be recalled that on the 9th the programme asked for 40 million dollars.",
            "On the 9th the programme asked for 40 million dollars.",
        ),
    ],
)
def test_datelines_and_lead_ins_go(quote: str, said: str) -> None:
    assert trim_sentence(quote) == said


@pytest.mark.parametrize(
    "quote",
    [
        "Belarus expelled two diplomats and not four, as this agency wrote that day.",
        "Danube Wire regrets the errors in the report.)",
        "Rahimyar said, praising the policy pursued by Astana.",
        "Both were taken into custody by the police after the protest.",
    ],
)
def test_what_only_its_paper_can_say_is_told_in_our_words(quote: str) -> None:
    assert tell_event(event(quote), ONTOLOGY, 320) == "Norway expelled representatives of Chile."


def test_whoever_a_pronoun_lets_speak_is_named() -> None:
    told = event(
        "On Wednesday, she said, Norway would expel two envoys of Chile.", attribution=(Speaker(name="Ms Lund"),)
    )
    assert tell_event(told, ONTOLOGY, 320) == "On Wednesday, Ms Lund said, Norway would expel two envoys of Chile."


def test_a_date_that_belongs_to_a_clause_is_left_there() -> None:
    quote = "The day after the arrests the prime minister said that Norway had expelled two envoys."
    assert tell_event(event(quote, date=EventDate(edtf="2021-04-24")), ONTOLOGY, 320) == quote


def test_the_ministry_and_an_unnamed_source_are_named_for_who_reads_no_article() -> None:
    actor = Party(name="The ministry", country="NOR", sector="GOV")
    quote = "The ministry called the rally offensive, demanding action from Chile"
    assert tell_event(event(quote, actors=(actor,)), ONTOLOGY, 300).startswith("Norway called the rally offensive")
    told = event(
        "The source also said that on the 28th, Norway will summon the envoy of Chile",
        attribution=(Speaker(name="The source", reporting="leaked"),),
    )
    assert (
        tell_event(told, ONTOLOGY, 300)
        == "On the 28th, Norway will summon the envoy of Chile, according to the source."
    )


def test_a_quote_with_a_source_of_its_own_is_given_no_second_one() -> None:
    knut = Speaker(name="Knut Berg", country="NOR")
    quote = "According to Wire, officials said that Norway expelled two envoys of Chile"
    assert tell_event(event(quote, attribution=(knut,)), ONTOLOGY, 300) == quote + "."
    bare = "Norway expelled two envoys of Chile on the 24th"
    assert tell_event(event(bare, attribution=(knut,)), ONTOLOGY, 300).endswith(", according to Knut Berg (Norway).")
