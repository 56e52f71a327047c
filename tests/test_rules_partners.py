"""Acts at home: talks between two sides of one country, people who are hit, what is set for a day, what is lifted again."""

from __future__ import annotations

import pytest

from tests.test_rules_events import codes, drafts_of

HOME = "LIMA, March 30 (ANS) - Peru voted on Sunday. The streets of the town were wet.\n\n"
PUBLISHED = "2021-03-30"


def told(text: str) -> list[tuple[str, str, tuple[list[str], list[str]], str | None]]:
    """Type, status, sides and day of what a text tells in an article that is at home in Peru."""
    drafts = drafts_of(HOME + text + "\n\nIt rained in Cuzco. The shops were shut.", PUBLISHED)
    kept = [one for one in drafts if one.trigger in text]
    return [(one.type, one.status, codes(one), one.date_edtf) for one in kept]


@pytest.mark.parametrize(
    "text",
    [
        "The prefect met union leaders on Friday.",
        "The mayor met residents on Friday.",
        "The president held talks with the opposition on Friday.",
        "The government negotiated with the teachers' union on Friday.",
        "Talks between the government and the miners' union broke down on Friday.",
    ],
)
def test_two_sides_of_one_country_talk(text: str) -> None:
    assert told(text) == [("CONSULT", "occurred", (["PER", "PER"], []), "2021-03-26")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Friday.",
        "The president met his ministers on Friday.",
        "The police met no resistance on Friday.",
        "A reporter spoke with nineteen witnesses on Friday.",
    ],
)
def test_one_side_alone_holds_no_talks(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Police fired tear gas at dockers on Friday.", ["PER"]),
        ("Police used batons against teachers on Friday.", ["PER"]),
        ("Soldiers opened fire on miners on Friday.", ["PER"]),
        ("Two thieves were shot dead by soldiers on Friday.", ["PER"]),
        ("Police fired tear gas at dawn on Friday.", []),
    ],
)
def test_people_at_home_are_hit(text: str, hit: list[str]) -> None:
    assert told(text) == [("ASSAULT", "occurred", (["PER"], hit), "2021-03-26")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Teachers called a rally for Saturday.", "2021-04-03"),
        ("Miners have called a march on the capital for Sunday.", "2021-04-04"),
        ("The federation of nurses has set a one-day stoppage for the 5th of April.", "2021-04-05"),
        ("The nurses announced a strike for 6 April.", "2021-04-06"),
    ],
)
def test_what_is_set_for_a_day_is_still_to_come(text: str, day: str) -> None:
    assert [(kind, status, date) for kind, status, _, date in told(text)] == [("PROTEST", "planned", day)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The union called a 24-hour strike on Friday.", "occurred"),
        ("Teachers held a rally for peace on Friday.", "occurred"),
    ],
)
def test_what_is_for_no_day_is_not(text: str, status: str) -> None:
    assert [(kind, how) for kind, how, _, _ in told(text)] == [("PROTEST", status)]


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia imposed a ban on Chilean honey in March. The ban was lifted on Sunday.",
        "Bolivia banned Chilean lorries in March. The ban was rescinded on Sunday.",
    ],
)
def test_who_lifts_a_ban_is_who_imposed_it(text: str) -> None:
    assert told(text)[-1] == ("CONCEDE", "occurred", (["BOL"], ["CHL"]), "2021-03-28")


def test_who_acquits_is_not_who_banned() -> None:
    text = "Bolivia banned Chilean honey in March. The cleaner was acquitted on Sunday."
    assert all(codes_ != (["BOL"], ["CHL"]) for kind, _, codes_, _ in told(text) if kind == "CONCEDE")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chilean tourists pelted the Bolivian consulate with eggs. Four of them were arrested.", ["CHL"]),
        ("Bolivia expelled three Chilean pilots. Two of them were arrested.", ["CHL"]),
    ],
)
def test_some_of_a_crowd_are_its_people(text: str, sides: list[str]) -> None:
    (arrest,) = [who for kind, _, who, _ in told(text) if kind == "COERCE"]
    assert arrest[1] == sides


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Austria is right behind Bolivia. Its chancellor, Ulrike Hollmayr, hailed the judges.", ["AUT"]),
        ("The union is right behind Bolivia. Our ambassador, Ana Soto, hailed the judges.", ["PER"]),
    ],
)
def test_whose_statesman_is_named(text: str, who: list[str]) -> None:
    assert [sides[0] for kind, _, sides, _ in told(text) if kind == "SUPPORT"] == [who]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Border guards shot at a Bolivian boat on Friday.", (["PER"], ["BOL"])),
        ("Border guards in Bolivia shot at a Chilean boat on Friday.", (["BOL"], ["CHL"])),
    ],
)
def test_whose_boat_is_hit_is_no_place(text: str, sides: tuple[list[str], list[str]]) -> None:
    assert [who for _, _, who, _ in told(text)] == [sides]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Twenty sacks were taken from his house by soldiers on Friday.", ["COERCE"]),
        ("The prosecutor had the warehouse sealed on Friday.", ["COERCE"]),
        ("The march set off at noon on Friday.", ["PROTEST"]),
        ("Soldiers fired on a bus near Cuzco on Friday.", ["ASSAULT"]),
        ("The premier fired his finance minister on Friday.", []),
        ("Twenty sacks were taken from his house on Friday.", []),
        ("The party called off a march set for Friday.", []),
    ],
)
def test_plain_deeds_at_home(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _, _ in told(text)] == kinds
