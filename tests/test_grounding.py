from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from summarizer.article import Article
from summarizer.chunking import Chunk, chunk_article
from summarizer.drafts import EventDraft, PartyDraft, QuantityDraft, SpeakerDraft
from summarizer.events import Party, Speaker, Status
from summarizer.grounding import Grounded, ground_events
from summarizer.grounding.checks import country_problem, quantity_problem
from summarizer.grounding.dating import DateContext, settle_date
from summarizer.grounding.speakers import own_voice
from summarizer.ontology import load_ontology

ONTOLOGY = load_ontology()
TEXT = (
    "Norwegian officials met in Oslo.  On the 24th, Norway “expelled” eight Chilean diplomats from Oslo, said Ms Lund. "
    "Chile did not recall its ambassador. The Baltic states protested to the ministry on Friday."
)
DRAFT = EventDraft(
    type="SANCTION",
    mode="expel",
    status="occurred",
    sentences=(2,),
    trigger='"expelled"',
    actors=(PartyDraft("Norway", "NOR", "GOV"),),
    recipients=(PartyDraft("Chilean diplomats", "CHL", "GOV"),),
    date_text="On the 24th",
    date_edtf="XXXX-XX-24",
    place=PartyDraft("Oslo", "NOR"),
    attribution=(SpeakerDraft("Ms Lund", "NOR"),),
    quantities=(QuantityDraft("eight Chilean diplomats", 8, "diplomats"),),
)


def chunk(text: str = TEXT, published: str | None = None) -> Chunk:
    (only,) = chunk_article(Article(text=text, published=published), 10_000)
    return only


def ground(draft: EventDraft, published: str | None = None, final: bool = False) -> Grounded:
    return ground_events([draft], chunk(published=published), ONTOLOGY, "test", final)


def test_a_sound_draft_becomes_a_mention_with_exact_spans() -> None:
    grounded = ground(DRAFT)
    (mention,) = grounded.mentions
    assert grounded.rejected == ()
    assert TEXT[mention.trigger.start : mention.trigger.end] == "“expelled”"
    assert TEXT[mention.sentences[0].start : mention.sentences[0].end].startswith("On the 24th")
    assert [party.key for party in (*mention.actors, *mention.recipients)] == ["NOR", "CHL"]
    assert mention.date is not None
    assert mention.date.edtf == "XXXX-XX-24"
    assert mention.quantities[0].value == 8
    assert mention.place is not None
    assert mention.place.name == "Oslo"


def test_the_publication_date_completes_a_day() -> None:
    (mention,) = ground(replace(DRAFT, date_edtf="2021-04-24"), published="2021-04-28").mentions
    assert mention.date is not None
    assert mention.date.edtf == "2021-04-24"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sentences": (9,)}, "sentence 9"),
        ({"sentences": ()}, "sentence (none)"),
        ({"trigger": "threw out"}, 'trigger "threw out"'),
        ({"trigger": "  "}, "trigger"),
        ({"type": "NONSENSE"}, "not in the ontology"),
        ({"mode": "nonsense"}, "no mode nonsense"),
        ({"actors": (PartyDraft("Sweden", "SWE"),)}, 'actor "Sweden" is not in the article'),
        ({"recipients": (PartyDraft("Chilean diplomats", "NOR"),)}, '"Chilean diplomats" is CHL, not NOR'),
        ({"attribution": (SpeakerDraft("Mr Holm"),)}, 'speaker "Mr Holm"'),
        ({"actors": (), "recipients": ()}, "neither an actor nor a recipient"),
        ({"sentences": (3,), "trigger": "recall"}, "negates"),
    ],
)
@pytest.mark.parametrize("final", [False, True])
def test_what_carries_the_event_must_hold(change: dict[str, object], reason: str, final: bool) -> None:
    grounded = ground(replace(DRAFT, **change), final=final)  # type: ignore[arg-type]
    assert grounded.mentions == ()
    assert reason in " / ".join(grounded.rejected[0].reasons)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quantities": (QuantityDraft("eight Chilean diplomats", 9, "diplomats"),)}, "doesn't say 9"),
        ({"quantities": (QuantityDraft("ten envoys", 10),)}, "is not in the article"),
        ({"date_text": "On the 25th"}, 'date "On the 25th"'),
        ({"place": PartyDraft("Bergen", "NOR")}, 'place "Bergen"'),
    ],
)
def test_a_slot_that_does_not_hold_is_asked_again_and_then_dropped(change: dict[str, object], reason: str) -> None:
    draft = replace(DRAFT, **change)  # type: ignore[arg-type]
    assert reason in " / ".join(ground(draft).rejected[0].reasons)
    final = ground(draft, final=True)
    assert len(final.mentions) == 1
    assert any(reason in note for note in final.notes)


def test_a_year_that_nothing_gives_is_not_kept() -> None:
    grounded = ground(replace(DRAFT, date_edtf="2021-04-24"), final=True)
    assert all(m.date is None or m.date.edtf == "XXXX-XX-24" for m in grounded.mentions)
    assert len(grounded.mentions) == 1


def test_a_bad_draft_does_not_cost_its_neighbours() -> None:
    grounded = ground_events([replace(DRAFT, trigger="nothing"), DRAFT], chunk(), ONTOLOGY, "test")
    assert (len(grounded.mentions), len(grounded.rejected)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "value", "fits"),
    [
        ("a Chilean diplomat", 1, True),
        ("both envoys", 2, True),
        ("One of the four", 1, True),
        ("eight to ten men", 10, True),
        ("half of them", 3, False),
        ("eight men", 9, False),
    ],
)
def test_words_for_one_and_two_are_numbers(text: str, value: float, fits: bool) -> None:
    assert (quantity_problem(value, text) is None) is fits


@pytest.mark.parametrize(
    ("name", "code", "fits"),
    [
        ("Niamey Freight", "NGA", True),
        ("Niamey", "NGA", False),
        ("British and Australian chargés", "AUS", True),
        ("the Polish ambassador", "NGA", False),
    ],
)
def test_a_place_in_a_proper_name_does_not_tell_the_country(name: str, code: str, fits: bool) -> None:
    assert (country_problem(name, code, f"{name} of Nigeria") is None) is fits


@pytest.mark.parametrize(
    ("code", "rest", "fits"),
    [
        ("COG", "flew home to Brazzaville", True),
        ("COG", "flew home to Kinshasa", False),
        ("COG", "flew home", False),
    ],
)
def test_whom_a_shared_name_means_is_told_by_the_article(code: str, rest: str, fits: bool) -> None:
    name = "the Congolese ambassador"
    assert (country_problem(name, code, f"Gabon expelled {name}, who {rest}.") is None) is fits


@pytest.mark.parametrize(
    ("text", "edtf", "published", "fits"),
    [
        ("two days later", "2021-04-26", dt.date(2021, 4, 28), True),
        ("two days later", "2021-04-26", None, False),
        ("two days later", "XXXX-04-26", None, True),
        ("by the end of the year", "2021-12-31", dt.date(2021, 4, 28), False),
        ("in March", "2021-03-05", dt.date(2021, 4, 28), False),
        ("that same Friday", "2021-04-09", dt.date(2021, 4, 28), True),
        ("on Monday the 8th", "2021-03-08", dt.date(2021, 4, 28), True),
    ],
)
def test_a_day_that_is_counted_from_another_needs_a_given_year(
    text: str, edtf: str, published: dt.date | None, fits: bool
) -> None:
    settled = settle_date(text, edtf, DateContext(published, f"It happened {text}.", (), False))
    assert (settled.edtf == edtf) is fits


def test_members_of_a_closed_group_are_borne_out_by_its_name() -> None:
    baltic = tuple(
        PartyDraft(name, code) for name, code in (("Estonia", "EST"), ("Latvia", "LVA"), ("Lithuania", "LTU"))
    )
    draft = EventDraft("ACCUSE", "disapprove", "occurred", (4,), "protested", baltic, (PartyDraft("the ministry"),))
    (mention,) = ground(draft).mentions
    assert [party.key for party in mention.actors] == ["EST", "LVA", "LTU"]


def test_a_country_that_only_world_knowledge_gives_is_dropped() -> None:
    text = "Mr Holm, the envoy, expelled the reporters."
    draft = EventDraft(
        "SANCTION",
        "expel",
        "occurred",
        (1,),
        "expelled",
        (PartyDraft("Mr Holm", "DNK"),),
        (PartyDraft("the reporters"),),
    )
    (mention,) = ground_events([draft], chunk(text), ONTOLOGY, "test").mentions
    assert mention.actors[0].country is None


@pytest.mark.parametrize(
    ("name", "publisher", "country"),
    [
        ("The ministry", "Ministry of the Interior of the Kingdom of Denmark", "DNK"),
        ("Denmark", "Embassy of Denmark in Oslo", "DNK"),
        ("The ministry", "Embassy of Norway in Copenhagen", None),
        ("The ministry", "The Copenhagen Herald", None),
        ("The ministry", "Copenhagen Police News", None),
        ("The ministry", None, None),
    ],
)
def test_a_release_of_a_state_tells_whose_its_offices_are(
    name: str, publisher: str | None, country: str | None
) -> None:
    article = Article(text="The ministry expelled the reporters.", publisher=publisher)
    (one,) = chunk_article(article, 10_000)
    draft = EventDraft(
        "SANCTION", "expel", "occurred", (1,), "expelled", (PartyDraft(name, "DNK"),), (PartyDraft("the reporters"),)
    )
    (mention,) = ground_events([draft], one, ONTOLOGY, "test").mentions
    assert mention.actors[0].country == country


@pytest.mark.parametrize("name", ["Denmark", "Mr Holm", " "])
def test_nobody_is_taken_from_a_publisher_that_does_not_name_him(name: str) -> None:
    article = Article(text="The ministry expelled the reporters.", publisher="Ministry of Justice of Norway")
    (one,) = chunk_article(article, 10_000)
    draft = EventDraft("SANCTION", "expel", "occurred", (1,), "expelled", (PartyDraft(name, "NOR"),), ())
    assert not ground_events([draft], one, ONTOLOGY, "test").mentions


def test_the_sentence_of_an_antecedent_is_cited_too() -> None:
    text = "Norway is angry. Its ministry expelled two Chileans."
    draft = EventDraft(
        "SANCTION",
        "expel",
        "occurred",
        (2,),
        "expelled",
        (PartyDraft("Norway", "NOR"),),
        (PartyDraft("two Chileans", "CHL"),),
    )
    (mention,) = ground_events([draft], chunk(text), ONTOLOGY, "test").mentions
    assert [text[s.start : s.end] for s in mention.sentences] == [
        "Its ministry expelled two Chileans.",
        "Norway is angry.",
    ]


def test_the_same_draft_twice_is_one_mention() -> None:
    assert len(ground_events([DRAFT, DRAFT], chunk(), ONTOLOGY, "test").mentions) == 1


NORWAY, CHILE = PartyDraft("Norway", "NOR"), PartyDraft("Chilean", "CHL")
LUND = SpeakerDraft("Ms Lund", "NOR")


@pytest.mark.parametrize(
    ("kind", "status", "actors", "speakers", "kept"),
    [
        ("REJECT", "occurred", (NORWAY,), (LUND,), []),  # saying no is refusing, whoever's mouth says it
        ("REJECT", "occurred", (NORWAY,), (SpeakerDraft("Chile", "CHL"),), ["Chile"]),
        ("REJECT", "denied", (NORWAY,), (LUND,), ["Ms Lund"]),
        ("AGREE", "planned", (NORWAY, CHILE), (LUND,), ["Ms Lund"]),  # one of two tells of both
        ("AGREE", "planned", (NORWAY,), (replace(LUND, reporting="leaked"),), ["Ms Lund"]),
        (
            "AGREE",
            "planned",
            (NORWAY,),
            (LUND,),
            ["Ms Lund"],
        ),  # "Norway will send aid": a deed to come, told by somebody
        ("AGREE", "occurred", (NORWAY,), (LUND,), []),
        ("CONCEDE", "planned", (NORWAY,), (LUND,), []),
        ("REJECT/meet", "occurred", (NORWAY,), (LUND,), ["Ms Lund"]),  # called off, and then told
        ("ACCUSE/allege", "occurred", (NORWAY,), (LUND,), []),
        ("ACCUSE/investigate", "occurred", (NORWAY,), (LUND,), ["Ms Lund"]),  # opened, and then told
        ("SANCTION/expel", "occurred", (NORWAY,), (LUND,), ["Ms Lund"]),
    ],
)
def test_the_actor_of_an_act_of_speech_is_not_its_source_too(
    kind: str, status: Status, actors: tuple[PartyDraft, ...], speakers: tuple[SpeakerDraft, ...], kept: list[str]
) -> None:
    type_, _, mode = kind.partition("/")
    draft = EventDraft(type_, mode or None, status, (2,), "said", actors, (CHILE,), attribution=speakers)
    (mention,) = ground(draft).mentions
    assert [speaker.name for speaker in mention.attribution] == kept


@pytest.mark.parametrize(("name", "own"), [("a diplomat in Oslo", False), ("a spokesman", True), ("Ms Lund", True)])
def test_an_unnamed_diplomat_is_not_the_voice_of_a_country(name: str, own: bool) -> None:
    speaker = Speaker(name=name, country="NOR", reporting="said")
    assert own_voice([Party(name="Norway", country="NOR", sector="GOV")], [speaker]) is own


@pytest.mark.parametrize(
    ("name", "kept"), [("Siam Morning", None), ("Thai radio", "THA"), ("the Thai state television", "THA")]
)
def test_a_medium_has_no_country_by_its_title(name: str, kept: str | None) -> None:
    text = f"Laos expelled a Thai envoy, {name} reported."
    draft = EventDraft(
        "SANCTION", "expel", "occurred", (1,), "expelled", (PartyDraft("Laos", "LAO"),), (PartyDraft("Thai", "THA"),),
        attribution=(SpeakerDraft(name, "THA", "reported"),),
    )  # fmt: skip
    (mention,) = ground_events([draft], chunk(text), ONTOLOGY, "test").mentions
    assert mention.attribution[0].country == kept


@pytest.mark.parametrize(
    ("name", "code", "listed"),
    [
        ("the World Health Organization", "UNO", "IGO"),
        ("UNHCR", "IGO", "UNO"),
        ("WHO", "IGO", "IGO"),
        ("the Peace and Security Council of the African Union", "IGO", "IGO"),
        ("the African Union", "UNO", None),
        ("NATO", "IGO", "NATO"),
    ],
)
def test_an_international_body_may_be_filed_under_either_code_and_gets_one(
    name: str, code: str, listed: str | None
) -> None:
    text = f"Yesterday {name} praised Chile."
    draft = EventDraft("SUPPORT", None, "occurred", (1,), "praised", (PartyDraft(name, code),), (CHILE,))
    grounded = ground_events([replace(draft, recipients=(PartyDraft("Chile", "CHL"),))], chunk(text), ONTOLOGY, "test")
    assert [mention.actors[0].country for mention in grounded.mentions] == ([listed] if listed else [])


@pytest.mark.parametrize(
    ("text", "edtf", "kept", "reason"),
    [
        ("in March", "2021-03-05", "2021-03", None),
        ("in 2021", "2021-03", "2021", None),
        ("a month later", "2021-04-05", None, "gives a month, 2021-04-05 gives a day"),
        ("in the coming days", "2021-03-05", None, "tells no time"),
        ("following the talks", "2021-03-05", None, "tells no time"),
        ("on the following Monday", "2021-03", "2021-04-26", None),
        ("last week", "2021-03-05", "2021-04-19/2021-04-25", None),
        ("that same week", "2021-03-05", None, "no single day"),
        ("that same week", "2021-03-01/2021-03-07", "2021-03-01/2021-03-07", None),
        ("on the eve of the vote", "2021-03-05", "2021-03-05", None),
        ("by nightfall", "2021-03-05", "2021-03-05", None),
    ],
)
def test_a_date_is_no_finer_than_its_words(text: str, edtf: str, kept: str | None, reason: str | None) -> None:
    """Although the article names that very day elsewhere."""
    told = f"On 5 March 2021 they met; it happened {text}."
    settled = settle_date(text, edtf, DateContext(dt.date(2021, 4, 28), told, (), False))
    assert settled.edtf == kept
    assert (reason or "") in (settled.problem or "")
    assert bool(reason) is bool(settled.problem)


@pytest.mark.parametrize("hour", ["at dawn", "shortly before noon", "at midnight"])
def test_an_hour_may_be_of_a_day_that_nothing_else_names(hour: str) -> None:
    context = DateContext(dt.date(2021, 4, 28), f"They met {hour}.", (), False)
    assert settle_date(hour, "2021-04-28", context).edtf == "2021-04-28"


@pytest.mark.parametrize(("edtf", "kept"), [("2021-04-28", "2021-04-28"), ("2021-04-27", None)])
def test_an_hour_of_a_ticker_is_of_the_day_of_publication(edtf: str, kept: str | None) -> None:
    assert settle_date("13:55", edtf, DateContext(dt.date(2021, 4, 28), "13:55 They met.", (), False)).edtf == kept


def test_a_weekday_that_nothing_places_gives_no_month() -> None:
    settled = settle_date("the next Monday", "XXXX-02-XX", DateContext(None, "On 3 February they met.", (), False))
    assert settled.edtf is None
    assert "is a day" in (settled.problem or "")


@pytest.mark.parametrize(("known", "edtf"), [(("2021-03-05",), "2021-03-05"), ((), None)])
def test_the_same_occasion_has_the_date_that_was_settled_for_it(known: tuple[str, ...], edtf: str | None) -> None:
    context = DateContext(dt.date(2021, 4, 28), "On 5 March 2021 he spoke.", known, False)
    assert settle_date("in the same broadcast", "2021-03-05", context).edtf == edtf


@pytest.mark.parametrize(
    ("second", "trigger", "kind", "actor", "kept"),
    [
        ("Its guest, Chile, promised a grant.", "promised", "AGREE", CHILE, False),
        ("Chile then promised a grant.", "promised", "AGREE", CHILE, True),
        ("Chile closed a port.", "closed", "SANCTION/discontinue", CHILE, True),  # no act of speech
        ("Norway promised a grant.", "promised", "AGREE", NORWAY, True),
        ("Its guest, Chile, promised a grant on Friday, too.", "promised", "AGREE", CHILE, True),
    ],
)
def test_a_reaction_has_not_the_day_of_the_act_before_it(
    second: str, trigger: str, kind: str, actor: PartyDraft, kept: bool
) -> None:
    type_, _, mode = kind.partition("/")
    treaty = EventDraft("SANCTION", "expel", "occurred", (1,), "expelled", (NORWAY,), (), date_text="on Friday")
    reply = EventDraft(type_, mode or None, "occurred", (2, 1), trigger, (actor,), (NORWAY,), date_text="on Friday")
    found = ground_events(
        [treaty, reply], chunk(f"Norway expelled an envoy on Friday. {second}", "2024-05-05"), ONTOLOGY, "test"
    )
    assert [mention.trigger_text for mention in found.mentions if mention.date] == ["expelled", trigger][: 1 + kept]
    assert len(found.notes) == (not kept)
