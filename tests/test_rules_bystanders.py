"""What the press, its readers or boats do is no act; the same words of a party are."""

from __future__ import annotations

import pytest

from tests.test_rules_lookalikes import acts_in


@pytest.mark.parametrize(
    "text",
    [
        "Mr Dorn, whom this newspaper visited in a Polish hospital, would like to see Russia.",
        "Readers have asked us for the order of things in Poland and Russia.",
        "A Polish trawler and a Russian patrol boat met in the dark.",
        "The Polish minister told to the television that Russia is far.",
        "A Polish ferry and a Russian freighter met at dusk.",
        "Polish pupils shook their heads at the Russian riddle.",
        "Polish farmers threw bread into the river for the Russian swans.",
        "Polish readers asked for a map of Russia.",
        "A Polish envoy in Russia was bombarded with questions.",
        "The Polish mine in Russia is closed on weekends.",
        "Poland has kept its mouth shut about Russia.",
        "The Polish sailors in Russia had little to gain from giving way first.",
    ],
)
def test_it_is_no_act(text: str) -> None:
    assert acts_in(text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The Polish president visited Russia.", ["CONSULT"]),
        ("Poland asked Russia for help.", ["REQUEST"]),
        ("The Polish and the Russian minister met in the dark.", ["CONSULT"]),
        ("Poland told Russia to open the road.", ["REQUEST"]),
        ("Polish farmers complained of Russia.", ["ACCUSE"]),
        ("Polish planes bombarded a Russian town with shells.", ["ASSAULT"]),
        ("Poland has kept its border with Russia shut.", ["SANCTION"]),
        ("Poland gave way to Russia.", ["CONCEDE"]),
        ("Two Russian sailors were arrested by a police patrol in Poland.", ["COERCE"]),
        ("A Russian was convicted of smuggling fuel by a Polish court and given a year.", ["SANCTION"]),
    ],
)
def test_of_a_party_it_is_one(text: str, types: list[str]) -> None:
    assert acts_in(text) == types
