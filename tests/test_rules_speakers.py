"""Whom the rule engine takes for the source of an act."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.article import Article
from summarizer.chunking import chunk_article
from summarizer.drafts import EventDraft
from summarizer.engines.rules.engine import RulesEngine
from summarizer.ontology import load_ontology

ENGINE = RulesEngine(load_ontology())
AROUND = " The talks went on for an hour. Nobody was hurt."


def drafts_of(text: str) -> tuple[EventDraft, ...]:
    (chunk,) = chunk_article(Article(text=text + AROUND), 100_000)
    return asyncio.run(ENGINE.extract_events(chunk)).drafts


def said_by(text: str, trigger: str) -> list[str]:
    """The countries, else names, of the speakers of the act whose trigger begins so."""
    draft = next(draft for draft in drafts_of(text) if draft.trigger.startswith(trigger))
    return [speaker.country or speaker.name for speaker in draft.attribution]


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # what one says ends where another begins to; what is denied speaks with nobody
        (
            "Kenya denied on Friday having offered the two a mediator, and Chad said on Monday that it had not expelled the Kenyan consul.",
            "expelled",
            ["TCD"],
        ),
        # an aside belongs to the relative clause that it is put into
        ("Peru expelled the Chilean consul, who, an official insisted, was a coincidence.", "expelled", []),
        # words about the source before the verb
        (
            "Georgia has recalled its ambassador from Armenia, two diplomats who did not want to be named said.",
            "recalled",
            ["two diplomats"],
        ),
        # the verb of saying first, in an aside
        ("Algeria, says its foreign ministry, has expelled the consul of Mali.", "expelled", ["DZA"]),
        # each deed charged has its own accuser
        (
            "Chad accused Kenyan guards of having beaten a cook, and Kenya on Friday blamed Chadian ones for the burning of a mill.",
            "burning",
            ["KEN"],
        ),
        (
            "Chad accused Kenya of having beaten a cook, and Chad's opposition the same day accused Niger of having arrested two men.",
            "arrested",
            ["TCD"],
        ),
        # a deed that a noun tells, and a report that somebody calls false
        ("Kenya on Monday blamed Chadian rebels for the blast.", "blast", ["KEN"]),
        (
            "Uganda's army dismissed as untrue a report by the site Nile Eye that Ugandan troops had arrested two Kenyan envoys.",
            "arrested",
            ["UGA"],
        ),
        ("Chad also charged, on the 15th, that a Kenyan drone had dropped a grenade on a sheepfold.", "drone", ["TCD"]),
        # who does something else beside speaking
        ("Peru confirmed that a letter had come, and expelled the consul of Chile.", "expelled", []),
        # nothing tells where bystanders belong
        (
            "Togo arrested two Ghanaian soldiers on the bridge, according to two witnesses.",
            "arrested",
            ["two witnesses"],
        ),
        # whom an agency was told by
        (
            "Armenia has expelled the consul of Georgia, an Armenian spokeswoman, Lilit Asatryan, told the agency Armenpress.",
            "expelled",
            ["Armenpress", "ARM"],
        ),
        (
            "Norway denied on Friday having expelled the Kenyan consul, Cyprus on Saturday having arrested a Kenyan monk.",
            "arrested",
            ["CYP"],
        ),
        (
            "Peru said on Friday that it had closed its embassy in Chile; and Togo that it had not expelled the Chilean consul.",
            "expelled",
            ["TGO"],
        ),
        (
            "Peru denied on Friday that it had closed its embassy in Chile, and Chad, the same day, that it had arrested a Chilean.",
            "arrested",
            ["TCD"],
        ),
    ],
)
def test_shared_verb(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(text, trigger) == speakers


def test_shared_denial() -> None:
    text = "Peru denied on Friday that it had closed its embassy in Chile, and Chad, the same day, that it had arrested a Chilean."
    arrest = next(draft for draft in drafts_of(text) if draft.trigger == "arrested")
    assert (arrest.status, [p.country for p in arrest.actors]) == ("denied", ["TCD"])


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # an act that only says whom the report is about is the article's own knowledge
        (
            "Gunmen who hijacked a bus in Kenya last Friday freed 17 children, according to two relatives.",
            "hijacked",
            [],
        ),
        # what is said in a relative clause ends with it
        ("Polish hauliers, who say that they lost a third of their trade, blockaded the road.", "blockaded", []),
        # things don't speak
        (
            "China’s ambassador handed over 200 buses to Uzbekistan on Friday, a gift announced last autumn.",
            "handed",
            [],
        ),
        ("Peru recalled its ambassador from Honduras after Rixi Zelaya accused Peru of lies.", "accused", []),
    ],
)
def test_no_speaker(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(text, trigger) == speakers


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "Turkmenistan, the channel’s third choice, said on Friday that Iran had expelled its consul.",
            "expelled",
            ["TKM"],
        ),
        ("Kenya has closed its border with Somalia, the interior ministry said.", "closed", ["KEN"]),
        ("Sweden made light of claims by an Iranian newspaper that Norway had closed its embassy.", "closed", ["IRN"]),
        ("Sweden denied claims by an Iranian newspaper that Norway had closed its embassy.", "closed", ["SWE"]),
        ("Norwegian police had arrested two Russians, rumours in Sweden that nobody believed have it.", "arrested", []),
        ("NAIROBI, Kenya - The Kenyan army bombed a camp in Somalia, state television showed.", "bombed", ["KEN"]),
        ("NAIROBI, Kenya - The Kenyan army bombed a camp in Somalia, satellite images showed.", "bombed", []),
        ("Kenyan fishermen, for their part, say that Somalia seized forty of their boats.", "seized", ["KEN"]),
        (
            "A spokesman for the governor, Abdi Nur, said forces had attacked a Kenyan village.",
            "attacked",
            ["KEN"],
        ),
    ],
)
def test_who_speaks(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(text, trigger) == speakers


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "Norway’s foreign minister, Kari Lund, spoke on Monday. Iran had closed its embassy, Kari Lund said. "
            "Iranian police had also arrested two Norwegians, she added.",
            "arrested",
            ["NOR"],
        ),
        (
            "Norway’s foreign ministry said on Monday that Iran had closed its embassy. "
            "The two Norwegians were arrested by Iranian police on Friday, it added.",
            "arrested",
            ["NOR"],
        ),
    ],
)
def test_speaks_on(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(text, trigger) == speakers


def test_heading_of_one_word() -> None:
    """A dateline that is a sentence of its own says where an item of a list plays."""
    text = (
        "BAKU. May 17 - Azerbaijan's Foreign Ministry summoned the Iranian ambassador.\n\n"
        "TALLINN. May 17 - Estonia expelled a Russian diplomat over the affair - Interior Ministry.\n\n"
    )
    assert said_by(text, "expelled") == ["EST"]


LEAD = "Moscow and Ankara quarrel over visas, and Greece looks on.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "Russian Foreign Minister Igor Lavrin said: \"We want normal relations. It isn't difficult. "
            'Russia responded by restricting the work of US diplomats."',
            "restricting",
            ["RUS"],
        ),
        (
            "“Our patrol did not fire a round. Ukraine attacked the bridge at Kerch on Monday. We saw it,” "
            "said General Ivan Petrov of the Russian army.",
            "attacked",
            ["RUS"],
        ),
        (
            "“This is enough,” Turkish President Kemal Aydin said on Friday. "
            "“Greece expelled three Turkish diplomats last week.”",
            "expelled",
            ["TUR"],
        ),
        # a quotation that ends before the act, and a new paragraph
        (
            "“This is enough for us all,” Turkish President Kemal Aydin said on Friday.\n\n"
            "Greece expelled three Turkish diplomats last week.",
            "expelled",
            [],
        ),
    ],
)
def test_quotation_over_sentences(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(LEAD + text, trigger) == speakers


def test_turns_of_a_transcript() -> None:
    text = (
        "ULAANBAATAR - The ministry met the press.\n\n"
        "Steppe News: Will Mongolia help?\n\n"
        "Oyunbileg: It will. Mongolia has already donated 100,000 dollars to Nepal.\n\n"
        "Steppe News: And the trains?\n\n"
        "Oyunbileg: I have nothing to offer on that.\n\n"
    )
    (draft,) = (draft for draft in drafts_of(text) if draft.type == "AID")
    assert [(speaker.name, speaker.country) for speaker in draft.attribution] == [("Oyunbileg", "MNG")]


@pytest.mark.parametrize(
    ("publisher", "code"), [("Office of the Government, Lusaka", "ZMB"), ("A Transcript Service", None), (None, None)]
)
def test_who_answers_in_a_transcript_speaks_for_its_publisher(publisher: str | None, code: str | None) -> None:
    text = (
        "Mutale Chanda, Chief Spokesperson: Good morning.\n\n"
        "Radio Mosi: We say that Kenya has expelled two diplomats of Ghana.\n\n"
        "Chanda: It has. Tanzania has seized nine trucks of Angola.\n\n"
        "Radio Mosi: Thank you.\n\n"
    )
    (chunk,) = chunk_article(Article(text=text + AROUND, publisher=publisher), 100_000)
    drafts = asyncio.run(ENGINE.extract_events(chunk)).drafts
    told = {draft.trigger: (draft.attribution[0].name, draft.attribution[0].country) for draft in drafts}
    assert told == {"expelled two diplomats": ("Radio Mosi", None), "seized": ("Chanda", code)}


def test_no_transcript() -> None:
    """One line with a colon makes no transcript."""
    text = "Russian answer: Mongolia has already donated 100,000 dollars to Nepal.\n\nNobody else spoke.\n\n"
    assert said_by(text, "donated") == []


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # where it was said follows the verb of saying
        (
            "Ghana expelled the Togolese consul, minister Afua Mensah of Ghana announced after the meeting.",
            "expelled",
            ["GHA"],
        ),
        ("Togo said in Rome that Ghana had expelled its consul.", "expelled", ["TGO"]),
        # "as … writes"
        (
            "Chad closed the embassy of Niger on Wednesday, as the daily Le Progrès writes.",
            "closed",
            ["Le Progrès"],
        ),
        # a source in a relative clause tells no more than that
        ("Chad, where the rebels have camps according to Niger, expelled the consul of Niger.", "expelled", []),
        # what is summed up by a noun is told by nobody
        (
            "Russia said on Friday that Ukraine had lost them, a suggestion that Ukraine rejected as a lie.",
            "rejected",
            [],
        ),
        (
            "Russia said on Friday that it was raining, and that Ukraine had expelled the consul of Chad.",
            "expelled",
            ["RUS"],
        ),
        # whose office: of who acts
        (
            "Kenya complained to Togo. President Adjo Lawson of Togo expelled the Kenyan consul, his office said.",
            "expelled",
            ["TGO"],
        ),
        # a dependent clause before the speaker leaves the main one behind him
        (
            "When the envoys had left, Ghana's spokesman, Kofi Mensah, said on Friday, Togo arrested two clerks of Ghana.",
            "arrested",
            ["GHA"],
        ),
        (
            "Once the envoys had left, said a spokesman of Ghana on Friday, Togo arrested two clerks of Ghana.",
            "arrested",
            ["GHA"],
        ),
        ("The envoys had left, Ghana's spokesman said on Friday, and Togo arrested two clerks.", "arrested", []),
        ("Once the envoys left, Ghana's spokesman said on Friday, when Togo arrested two clerks.", "arrested", []),
        # a date before the verb of an accusation
        ("Ghana on February 27 accused the gendarmes of Togo of having beaten six fishermen.", "beaten", ["GHA"]),
        ("Ghana on the 27th accused the gendarmes of Togo of having beaten six fishermen.", "beaten", ["GHA"]),
    ],
)
def test_how_far_a_source_reaches(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(LEAD + text, trigger) == speakers
