"""Words that look like an act but tell none; beside each what they must not be taken from."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of


def acts_in(text: str) -> list[str]:
    """The types told in the middle of an article."""
    return [draft.type for draft in drafts_of(f"Chad is dry. It rained there on Monday. {text} The streets were wet.")]


@pytest.mark.parametrize(
    "text",
    [
        "Were Poland to let the Belarusian trucks through, Russia would be angry.",
        "Poland will watch the port closely should the Russian trip proceed.",
        "A Polish official who asked not to be named spoke of Russia.",
        "The Polish ministry did not answer a request for comment from Russia.",
        "A Polish officer briefed on the matter spoke of Russia.",
        "A Polish minister declined to go into detail about the Russian plan.",
        "Poland refused to elaborate on the Russian ships.",
        "Poland and Russia remain apart, with neither side ready to give way on fish.",
        "No Polish minister was willing to release the Russian crew.",
        "The Polish minister did not say which Russian he meant, and when pressed he coughed.",
        "The Polish group calls itself “Falcons of Russia”.",
        "What Polish papers call a “massing” of Russian tents is a fair.",
        "Poland wants to table the Russian plan.",
        "Poland agrees that there were two Russian ships.",
        "Of the Russian ships, the Polish staff concede, none was new.",
        "Poland and Russia agree on little else.",
        "Poland, which trains Russian police officers, is cold.",
        "Poland, which imports oil from Russia, is cold.",
        "The Polish town is quiet three days after armed men of Russia came.",
        "The road won't be open before Poland apologises to Russia.",
        "Polish patrol boats have gone to Russia.",
        "Poland lies beside Russia. It hailed on Tuesday.",
        "Poland lies beside Russia. In the hills it hailed all night.",
        "A Polish tug landed eight men in Russia.",
        "The Polish ship flies the flag of Russia.",
        "The Polish minister heard of it in a telephone call from a Russian farmer.",
        "Under a paper of 2019 Polish maize crosses the Russian strait free of duty.",
        "It helps to recall how Poland feeds Russia.",
        "The Polish miners are cold when they meet the Russian premier on Sunday.",
        "The Polish envoy of Russia apologised to nobody.",
        "Poland confined itself to adjectives on Russia.",
        "The Polish envoy spoke during a visit to a Russian market.",
        "The accusation was rejected by Poland as a tale from Russia.",
        "Polish officials dismissed that as a Russian fantasy.",
        "Russia is far. The Polish president has declared three days of mourning.",
        "Poland will not let the blood of its Russian friends go unpunished.",
        "Eighteen Polish men were marched away in Russia.",
        "The Polish port began to charge $2 a tonne of Russian wheat.",
        "The Polish minister of the sea received the credentials of the Russian ambassador.",
    ],
)
def test_no_act_is_told(text: str) -> None:
    assert acts_in(text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Russia should let the Polish trucks through, Poland said.", ["REQUEST"]),
        ("Poland had expelled a Russian envoy.", ["SANCTION"]),
        ("Poland refused to go to the talks with Russia.", ["REJECT"]),
        ("No ship sailed, and Poland is ready to release the Russian crew.", ["CONCEDE"]),
        ("Poland asked Russia not to be late with the gas.", ["REQUEST"]),
        ("Poland rejected a request for help from Russia.", ["REJECT", "REQUEST"]),
        ("When the train stopped, Poland urged Russia to pay.", ["REQUEST"]),
        ("Poland called the Russian plan “a bad joke”.", ["ACCUSE"]),
        ("Poland wants Russia to sign.", ["REQUEST"]),
        ("Poland agreed on a fisheries plan with Russia.", ["AGREE"]),
        ("Poland trained Russian police officers.", ["AID"]),
        ("Poland, which sold oil to Russia, is cold.", ["COOPERATE"]),
        ("Poland blacklisted a Russian firm.", ["SANCTION"]),
        ("When it rained, Poland apologised to Russia.", ["CONCEDE"]),
        ("The Polish premier landed in Russia.", ["CONSULT"]),
        ("The Polish premier flew to Russia on Friday.", ["CONSULT"]),
        ("Poland freed a Russian sailor.", ["RETREAT"]),
        ("Poland helped Russia to recall the pilots.", ["AID"]),
        ("Poland hit back at Russia.", ["ACCUSE"]),
        ("The Polish premier met the Russian president when it rained.", ["CONSULT"]),
        ("Poland rejected the Russian plan.", ["REJECT"]),
        ("Poland declared a day of mourning for Russia.", ["SUPPORT"]),
        ("Poland charged Russia with theft.", ["ACCUSE"]),
        ("The Polish premier went to Russia for talks.", ["CONSULT"]),
        ("The Polish minister received the Russian ambassador.", ["CONSULT"]),
        ("Students marched in Poland against Russia.", ["PROTEST"]),
        ("Poland lies beside Russia. It hailed the Russian plan.", ["SUPPORT"]),
    ],
)
def test_acts_are_told_all_the_same(text: str, types: list[str]) -> None:
    assert acts_in(text)[: len(types)] == types


def test_an_answer_is_what_it_was() -> None:
    assert acts_in("Poland hit back at Russia on Friday by expelling a Russian envoy.") == ["SANCTION"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The Polish minister warned that Poland would withdraw its soldiers from Russia.", ["THREATEN"]),
        ("Poland threatened that it would expel the Russian envoys.", ["THREATEN"]),
        ("Poland warned Latvia that Russia would close its border to Latvia.", ["THREATEN", "SANCTION"]),
        ("Poland offered to let the Russian port stay open.", ["AGREE"]),
        ("Poland offered to free the Russian sailors.", ["CONCEDE"]),
        ("Poland promised Russia an inquiry.", ["AGREE"]),
        ("Poland announced an inquiry into the Russian ship.", ["ACCUSE"]),
        ("Poland holds the Russian soldiers responsible.", ["ACCUSE"]),
        ("The Polish premier picked up the phone to his Russian counterpart.", ["CONSULT"]),
        ("Polish police picked up two Russian tourists.", ["COERCE"]),
        ("Poland stopped the sale of power to Russia.", ["SANCTION"]),
        ("A court in Poland dismissed the claim of Russia.", ["REJECT"]),
        ("The Polish union called its members out.", ["PROTEST"]),
        ("Poland condemned the seizure of a Russian ferry.", ["ACCUSE"]),
        ("Poland told its citizens in Russia to keep off.", ["REQUEST"]),
        ("Poland told off the Russian envoy.", ["ACCUSE"]),
        ("Poland ordered the Russian consulate shut.", ["SANCTION"]),
        ("Poland shut its consulate in Russia.", ["SANCTION"]),
        ("The Polish miners want the Russian smelter nationalised.", ["REQUEST"]),
        ("Poland nationalised a Russian smelter.", ["COERCE"]),
        ("They saw Polish police beat Russian traders.", ["ASSAULT"]),
        ("Poland should free the men and allow Russian lawyers in, Norway said.", ["REQUEST"]),
        ("Poland offered a frigate to patrol the Russian reef.", ["AGREE"]),
    ],
)
def test_the_type_is_that_of_the_whole(text: str, types: list[str]) -> None:
    assert acts_in(text) == types


@pytest.mark.parametrize(
    "text",
    [
        "The Polish side will come, provided that the Russian drones stay away.",
        "The Polish side asked that the road be opened, but that on Monday Russia release two Poles.",
        "Polish gendarmes cleared them away from the Russian shop.",
        "The Polish singer left the stage, according to a Russian site.",
        "A Polish jury put the Russian singer second.",
        "The Polish minister released harsh words on Russia.",
        "A Polish teacher sits on the council of Russia.",
        "The envoy of Russia in Poland rejected the claim.",
    ],
)
def test_other_senses_tell_no_act(text: str) -> None:
    assert acts_in(text) == []
