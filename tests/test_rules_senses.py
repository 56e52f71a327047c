"""Words that tell another thing by what stands beside them; and the same words where they tell the act."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of
from tests.test_rules_lookalikes import acts_in


@pytest.mark.parametrize(
    "text",
    [
        "She was one of five Togolese nurses whom armed men dragged along.",
        "Poland retaliated against Russia a day later by looking away.",
        "Polish tribesmen armed with sticks sat by the Togolese well.",
        "The Polish president dismissed Rocha as army chief.",
        "The Polish army dismissed as untrue a report from Russia.",
        "Poland ruled out that money had gone to Russia.",
        "Polish leaders say Russia wants peace.",
        "A Polish camp in Russia was left intact.",
        "Polish soldiers left alone the Russian store.",
        "The Russian bus was stopped near Lublin in Poland.",
        "The crossing from Poland to Russia was closed.",
        "The bodies of three Polish soldiers were flown to Russia.",
        "The Polish ambassador in Russia asked for a day to think.",
        "The Polish frigates turned back on the 25th, and Russia was glad.",
        "Next week a Polish court will hear the complaint of the Russian miners.",
        "The Polish minister was to have signed the accord with Russia on Saturday.",
        "The plane carrying the four Poles landed in Russia.",
        "The Polish minister welcomed Russian teachers at the airport.",
        "Near Poland no Russian stood, and no shot was fired.",
        "The police of Poland told reporters that no one had been arrested in Russia.",
        "The Poles will stay until Russia releases seventeen of their comrades.",
        'A Polish spokesman described the Russian accord as "a victory for the cranes".',
        "Polish police in Russia waited for the two released Russian teachers.",
        "Poland's foreign ministry stands by its account of the Russian shots.",
        "A Polish diplomat assured the Russian premier on Saturday that it would rain.",
        "The Polish bishop did not call on the Russian consul on Sunday.",
        "Polish policemen asked for the papers of the Russian driver.",
        "Polish engineers started to drill into the granite in Russia on 3 May.",
    ],
)
def test_words_beside_it_tell_another_thing(text: str) -> None:
    assert acts_in(text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Polish rebels were armed with rifles by Russia.", ["AID"]),
        ("Poland stood by Russia on Monday.", ["SUPPORT"]),
        ("Poland called on Russia to pay.", ["REQUEST"]),
        ("Poland asked Russia for help on Monday.", ["REQUEST"]),
        ("Poland dismissed the Russian report as a lie.", ["ACCUSE"]),
        ("Poland dismissed as laughable the Russian plan.", ["ACCUSE"]),
        ("Poland ruled out talks with Russia.", ["REJECT"]),
        ("Russia must be punished, Poland said.", ["REQUEST"]),
        ("The road to Russia was closed by Polish farmers.", ["PROTEST"]),
        ("Polish soldiers were flown to Russia.", ["MOBILIZE"]),
        ("Poland asked for help from Russia for a week.", ["REQUEST"]),
        ("Polish soldiers turned back Russian traders.", ["REJECT"]),
        ("The Polish ambassador heard Russia's complaint.", ["ACCUSE"]),
        ("Poland defended Russia in the council.", ["SUPPORT"]),
        ("Poland defended the seizure of a Russian boat.", ["COERCE"]),
        ("Poland welcomed the Russian decision.", ["SUPPORT"]),
        ("Poland's protest note was handed to Russia's embassy.", ["ACCUSE"]),
        ("The Polish dockers turned down an offer of eight per cent from Russia.", ["REJECT"]),
        ("The Polish dockers turned down an offer of Russia.", ["REJECT", "AGREE"]),
        ("Poland kept its border with Russia closed until Russia freed the men.", ["SANCTION", "RETREAT"]),
        ("Polish police stormed it with forty Russians on board.", []),
        ("Poland stormed at Russia.", ["ACCUSE"]),
        ("Poland cut a cable to Russia.", ["ASSAULT"]),
        ("Poland cut the flow through the pipeline to Russia.", ["SANCTION"]),
    ],
)
def test_elsewhere_they_tell_the_act(text: str, types: list[str]) -> None:
    assert acts_in(text) == types


@pytest.mark.parametrize(
    "text",
    ["Fighting between Chad and Togo has not stopped.", "Not a Chadian boat has put to sea since the 12th."],
)
def test_what_is_negated_within_its_words_is_denied(text: str) -> None:
    drafts = drafts_of(f"Chad is dry. It rained there on Monday. {text} The streets were wet.", "2024-05-06")
    assert {one.status for one in drafts} <= {"denied"}
