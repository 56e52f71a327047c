"""What the rule engine makes of sentences: parties, status, composed acts, speakers, dates, amounts, places."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.article import Article
from summarizer.chunking import chunk_article
from summarizer.drafts import EventDraft
from summarizer.engines.rules.engine import RulesEngine
from summarizer.ontology import load_ontology

ENGINE = RulesEngine(load_ontology())


def drafts_of(text: str, published: str | None = None) -> tuple[EventDraft, ...]:
    (chunk,) = chunk_article(Article(text=text, published=published), 100_000)
    return asyncio.run(ENGINE.extract_events(chunk)).drafts


def codes(draft: EventDraft) -> tuple[list[str | None], list[str | None]]:
    return [p.country for p in draft.actors], [p.country for p in draft.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Poland expelled eight Russian diplomats.", ["POL"], ["RUS"]),
        ("Eight Russian diplomats were expelled by Poland.", ["POL"], ["RUS"]),
        ("The Russian ambassador to Japan criticised Tokyo.", ["RUS"], ["JPN"]),
        ("Latvia, Lithuania and Estonia expelled Russian diplomats.", ["LVA", "LTU", "EST"], ["RUS"]),
        ("The Baltic states condemned Belarus.", ["EST", "LVA", "LTU"], ["BLR"]),
        ("Iran condemned a U.S. court ruling.", ["IRN"], ["USA"]),
        ("The Turkish and Greek foreign ministers met in Oslo.", ["TUR", "GRC"], []),
        ("Russia said it expelled a Polish diplomat.", ["RUS"], ["POL"]),
        ("Russia expelled diplomats from Peru, Norway and Kenya.", ["RUS"], ["PER", "NOR", "KEN"]),
        ("Nigerian police arrested ten union leaders.", ["NGA"], ["NGA"]),
        ("Russia says Israel must end the siege.", ["RUS"], ["ISR"]),
        ("Moldova’s ambassador to Moscow was summoned to the Russian Foreign Ministry.", ["RUS"], ["MDA"]),
    ],
)
def test_parties(text: str, actors: list[str], recipients: list[str]) -> None:
    draft = drafts_of(text)[0]
    assert codes(draft) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "type_", "mode", "status"),
    [
        ("Poland expelled a Russian diplomat.", "SANCTION", "expel", "occurred"),
        ("Poland will expel a Russian diplomat.", "SANCTION", "expel", "planned"),
        ("Poland plans to expel a Russian diplomat.", "SANCTION", "expel", "planned"),
        ("Poland decided to expel a Russian diplomat.", "SANCTION", "expel", "announced"),
        ("Poland did not expel the Russian diplomat.", "SANCTION", "expel", "denied"),
        ("Poland does not intend to expel the Russian diplomat.", "SANCTION", "expel", "denied"),
        ("Poland has no plan to expel the Russian diplomat.", "SANCTION", "expel", "denied"),
        ("Poland is expelling a Russian diplomat.", "SANCTION", "expel", "ongoing"),
        ("Poland reportedly expelled a Russian diplomat.", "SANCTION", "expel", "alleged"),
        ("Poland threatened to expel Russian diplomats.", "THREATEN", "expel", "occurred"),
        ("Poland urged Russia to free the crew and talk.", "REQUEST", "yield", "occurred"),
        ("Poland agreed to meet the Russian premier.", "AGREE", None, "occurred"),
        ("The Polish premier will visit Russia.", "AGREE", None, "planned"),
        ("Poland promised to lift sanctions on Russia.", "CONCEDE", None, "occurred"),
        ("Poland refused to meet the Russian premier.", "REJECT", "meet", "occurred"),
        ("Poland will not free the Russian prisoners.", "REJECT", "yield", "occurred"),
        ("Poland is ready to provide aid to Kenya.", "AGREE", None, "occurred"),
        ("Poland said no to the Russian plan on Monday.", "REJECT", "change", "occurred"),
        ("Poland proposed to expel the Russian diplomat.", "SANCTION", "expel", "proposed"),
    ],
)
def test_status_and_composed_acts(text: str, type_: str, mode: str | None, status: str) -> None:
    around = "It rained on Monday. "
    draft = drafts_of(around + text + " The streets were wet.")[0]
    assert (draft.type, draft.mode, draft.status) == (type_, mode, status)


@pytest.mark.parametrize(
    "text",
    [
        "Poland may expel a Russian diplomat.",
        "If Poland expels a Russian diplomat, Moscow will be angry.",
        "Poland wants to expel Russian diplomats.",
        "Poland has expressed concern over Russia.",
        "Poland is confident that Russia will be fair.",
        "Poland denied charges of fraud in Russia.",
        "Relations between Poland and Russia are at a critical juncture.",
        "Did Poland expel a Russian diplomat?",
        "Poland went on to quote a Russian diplomat.",
        "Poland said no damage to Russian ships had been reported.",
        '"They can go," the Polish minister fumed at breakfast in Russia.',
        "Poland beat Russia 3-0 at home.",
        "Chad's embassy in Niger did not return calls from Mali.",
        "Officials in Chad did not answer calls from Niger.",
    ],
)
def test_no_event(text: str) -> None:
    assert drafts_of(text) == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Poland expelled a Russian diplomat, the foreign ministry in Oslo said.", [("NOR", "said")]),
        ("The Norwegian premier said that Poland expelled a Russian diplomat.", [("NOR", "said")]),
        (
            "Poland expelled a Russian diplomat, an official in Oslo told the news agency Dagen Wire.",
            [(None, "reported"), ("NOR", "said")],
        ),
        ("In the account given by Norway, Poland expelled a Russian diplomat.", [("NOR", "said")]),
        ("Poland expelled nobody from Russia, its foreign ministry made clear.", [("POL", "said")]),
        ("Norway made clear that Poland expelled a Russian diplomat.", [("NOR", "said")]),
        ("Poland expelled a Russian diplomat, according to a person with knowledge of the matter.", [(None, "leaked")]),
        ("According to Norway, Poland expelled a Russian diplomat.", [("NOR", "said")]),
        ("Poland expelled a Russian diplomat, the Oslo newspaper Dagen reported.", [("NOR", "reported")]),
        ("Poland expelled a Russian diplomat.", []),
    ],
)
def test_speakers(text: str, speakers: list[tuple[str, str]]) -> None:
    assert [(s.country, s.reporting) for s in drafts_of(text)[0].attribution] == speakers


def test_a_claim_of_the_other_side_is_alleged() -> None:
    text = "Morocco said on Monday that Algerian soldiers shot a Moroccan shepherd."
    (draft,) = [d for d in drafts_of(text) if d.status == "alleged"]
    assert codes(draft) == (["DZA"], ["MAR"])


def test_dates_amounts_and_places() -> None:
    text = "On Monday Poland expelled eight Russian diplomats in Warsaw. It was cold. Nobody spoke."
    (draft,) = drafts_of(text, "2021-04-28")
    assert (draft.date_text, draft.date_edtf) == ("On Monday", "2021-04-26")
    assert [(q.value, q.text) for q in draft.quantities] == [(8, "eight Russian diplomats")]
    assert draft.place is not None
    assert draft.place.country == "POL"


def test_an_undated_article_keeps_what_is_unknown_unknown() -> None:
    (draft,) = drafts_of("On the 24th, Latvia expelled a Russian diplomat. It was cold. Nobody spoke.")
    assert draft.date_edtf == "XXXX-XX-24"


def test_no_month_is_borrowed() -> None:
    text = (
        "Since mid-April the row has grown. On the 24th, Latvia expelled a Russian diplomat. "
        "On the same day, Chile summoned the Peruvian ambassador."
    )
    assert [d.date_edtf for d in drafts_of(text)] == ["XXXX-XX-24", "XXXX-XX-24"]


@pytest.mark.parametrize(
    ("text", "type_", "mode", "actors", "recipients"),
    [
        (
            "The NATO country Romania summoned the Russian ambassador.",
            "ACCUSE", "disapprove", [("Romania", "ROU")], ["RUS"],
        ),
        (
            "Chile declared Ivan Orlov, the deputy military attaché of the Russian embassy in Chile, an “unwelcome person”.",
            "SANCTION", "expel", [("Chile", "CHL")], ["RUS"],
        ),
        (
            "Since the war began, Poland, Chile and other five southern countries have expelled "
            "Russian diplomats.",
            "SANCTION", "expel", [("Poland", "POL"), ("Chile", "CHL")], ["RUS"],
        ),
        (
            "Chile stated that the films were unacceptable and voiced its concerns to the Russian ambassador.",
            "ACCUSE", "disapprove", [("Chile", "CHL")], ["RUS"],
        ),
        (
            "Chile described the rally as featuring foul chants, demanding action from Moldova.",
            "REQUEST", "change", [("Chile", "CHL")], ["MDA"],
        ),
        ("A Russian church in Oslo was vandalised with paint.", "PROTEST", "vandalize", [], ["RUS"]),
        (
            "The Chilean king issued a decree on the 12th to call up reserve personnel.",
            "MOBILIZE", "troops", [("The Chilean king", "CHL")], [],
        ),
    ],
)  # fmt: skip
def test_acts_in_an_article(
    text: str, type_: str, mode: str, actors: list[tuple[str, str]], recipients: list[str]
) -> None:
    (draft,) = drafts_of(f"It rained. {text} The streets were wet.")
    assert (draft.type, draft.mode) == (type_, mode)
    assert [(p.name, p.country) for p in draft.actors] == actors
    assert [p.country for p in draft.recipients] == recipients


def test_a_rally_abroad_is_not_by_those_against_whom_it_is() -> None:
    text = (
        "Russia expelled a Chilean diplomat. Russia condemned Chile after a rally outside the Russian mission in Santiago. "
        "Russia was angry."
    )
    (rally,) = [d for d in drafts_of(text) if d.type == "PROTEST"]
    assert "RUS" not in codes(rally)[0]
    assert codes(rally)[1] == ["RUS"]


@pytest.mark.parametrize(
    ("more", "told"),
    [("The envoys left.", False), ("Three soldiers died.", True)],
)
def test_an_attack_needs_arms_or_casualties_near_by(more: str, told: bool) -> None:
    text = f"Chile was the first in launching an attack on Russia. {more} It rained."
    assert any(d.type == "ASSAULT" for d in drafts_of(text)) is told


def test_the_article_is_remembered() -> None:
    text = (
        "OSLO, May 3 - Norwegian Foreign Minister Kari Berg spoke on Monday. "
        "Berg condemned Belarus. "
        "She met the Polish premier on Tuesday. "
        "Poland recalled its ambassador from Belarus."
    )
    found = [(d.type, *codes(d), d.sentences) for d in drafts_of(text, "2023-05-03")]
    assert ("ACCUSE", ["NOR"], ["BLR"], (2, 1)) in found
    assert any(type_ == "CONSULT" and set(actors) == {"NOR", "POL"} for type_, actors, _, _ in found)
    assert any((type_, actors, recipients) == ("SANCTION", ["POL"], ["BLR"]) for type_, actors, recipients, _ in found)


def test_others_follow_suit() -> None:
    text = "Poland expelled a Russian diplomat on Monday. Latvia followed suit on Tuesday. The sun shone."
    found = [(d.type, d.mode, *codes(d), d.date_edtf) for d in drafts_of(text, "2021-04-28")]
    assert found == [
        ("SANCTION", "expel", ["POL"], ["RUS"], "2021-04-26"),
        ("SANCTION", "expel", ["LVA"], ["RUS"], "2021-04-27"),
    ]


def test_repeated_mentions_are_one_event() -> None:
    text = (
        "Poland expelled eight Russian diplomats on Monday. The sky was grey. "
        "Poland expelled the Russian diplomats because of a letter."
    )
    (draft,) = drafts_of(text, "2021-04-28")
    assert draft.sentences == (1, 3)


def test_different_acts_stay_apart() -> None:
    text = "Poland expelled a Russian diplomat on Monday. Latvia expelled a Russian diplomat on Monday. It rained."
    assert len(drafts_of(text, "2021-04-28")) == 2


def test_who_is_harmed_by_a_charged_deed_is_the_accusers() -> None:
    text = (
        "Chad on Monday accused Kenyan guards of having cut the nets of a village, and Kenya on Friday blamed Chadian ones for "
        "the burning of a mill. The talks went on for an hour. Nobody was hurt."
    )
    found = {draft.trigger.split()[0]: codes(draft) for draft in drafts_of(text) if draft.type == "ASSAULT"}
    assert found == {"cut": (["KEN"], ["TCD"]), "burning": (["TCD"], ["KEN"])}


def test_forces_that_a_state_charges_are_its_adversarys() -> None:
    text = (
        "Chad expelled a Kenyan envoy. Chad on Monday accused marines of having burned a Chadian boat. Nobody was hurt."
    )
    (deed,) = [draft for draft in drafts_of(text) if draft.type == "ASSAULT"]
    assert codes(deed) == (["KEN"], ["TCD"])


def test_an_undated_act_among_old_ones_is_no_news() -> None:
    row = "in {} Chad sent a note; Kenya expelled a Chadian envoy; in {} they met. It rained on the hills."
    text = "Kenya condemned Chad on Monday. It was hot; " + row
    old, new = (
        {draft.type for draft in drafts_of(text.format(*years), "2021-04-28")} for years in ((2004, 2009), (2004, 2021))
    )
    assert new - old == {"SANCTION", "CONSULT"}  # they met in 2021, and what stands beside it is new
    assert "ACCUSE" in old
