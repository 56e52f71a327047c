from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import EventDate, Party, Place, Quantity, Speaker
from summarizer.merging import mark_copies, merge_mentions
from summarizer.spans import Span

NORDIC = "Norway expelled eight diplomats of Chile on 24 April."
WIRE = Article(text=NORDIC, publisher="Wire", published="2021-04-25")
PAPER = Article(text="On Saturday Norway threw out ten diplomats of Chile.", publisher="Paper", published="2021-04-26")
NOR, CHL, SWE = (
    Party(name="Norway", country="NOR"),
    Party(name="Chile", country="CHL"),
    Party(name="Sweden", country="SWE"),
)


def mention(article: Article = WIRE, **slots: object) -> Mention:
    span = Span(0, len(article.text))
    base = Mention(
        article.id, "SANCTION", "expel", "occurred", (span,), Span(7, 15), "expelled", (NOR,), (CHL,),
        EventDate(edtf="2021-04-24", text="on 24 April"), None, (), (Quantity(value=8, unit="diplomats", text="eight diplomats"),),
        article.text, "test", 0.8,
    )  # fmt: skip
    return replace(base, **slots)  # type: ignore[arg-type]


def ten(**slots: object) -> Mention:
    return mention(PAPER, quantities=(Quantity(value=10, unit="diplomats", text="ten diplomats"),), **slots)


def test_one_act_in_two_articles_is_one_event_with_both_sources_and_a_conflict() -> None:
    (event,) = merge_mentions([mention(), ten()], [WIRE, PAPER])
    assert {source.publisher for source in event.sources} == {"Wire", "Paper"}
    assert len(event.evidence) == 2
    (conflict,) = event.conflicts
    assert conflict.slot == "quantities"
    assert conflict.status == "unresolved"
    assert [value.value for value in conflict.values] == ["8 diplomats", "10 diplomats"]
    assert event.confidence > 0.9


def test_a_later_correction_supersedes() -> None:
    text = "Correction: Norway expelled ten diplomats of Chile, not eight as earlier reported."
    later = Article(text=text, publisher="Wire", published="2021-04-27")
    corrected = mention(later, quantities=(Quantity(value=10, unit="diplomats", text="ten diplomats"),))
    (event,) = merge_mentions([mention(), corrected], [WIRE, later])
    assert event.conflicts[0].status == "superseded"
    assert event.conflicts[0].values[-1].value == "10 diplomats"


@pytest.mark.parametrize(
    "other",
    [
        {"type": "ACCUSE", "mode": "disapprove"},
        {"mode": "withdraw"},
        {"actors": (SWE,)},
        {"recipients": (SWE,)},
        {"date": EventDate(edtf="2021-04-20")},
        {"status": "planned"},
        {"quantities": (Quantity(value=3, unit="diplomats", text="three diplomats"),)},
    ],
)
def test_different_acts_of_one_article_stay_apart(other: dict[str, object]) -> None:
    assert len(merge_mentions([mention(), mention(trigger=Span(0, 6), **other)], [WIRE])) == 2


def test_acts_in_different_countries_stay_apart() -> None:
    here, there = Place(name="Oslo", country="NOR"), Place(name="Santiago", country="CHL")
    assert len(merge_mentions([mention(place=here), mention(place=there)], [WIRE])) == 2


def test_repeated_mentions_of_one_article_are_one_event_without_conflicts() -> None:
    again = mention(date=None, quantities=(), trigger=Span(0, 6))
    (event,) = merge_mentions([mention(), again], [WIRE])
    assert event.conflicts == ()
    assert event.date is not None
    assert len(event.sources) == 1


def test_an_article_that_once_names_its_source_does_not_tell_in_its_own_voice() -> None:
    source = Speaker(name="the ministry", country="NOR", reporting="said")
    sourced, bare = mention(attribution=(source,)), mention(trigger=Span(0, 6))
    (event,) = merge_mentions([bare, sourced], [WIRE])
    assert event.attribution == (source,)
    (event,) = merge_mentions([sourced, ten()], [WIRE, PAPER])
    assert event.attribution == ()


def test_a_claim_and_a_denial_are_one_event_in_conflict_about_its_status() -> None:
    claim = mention(status="alleged", quantities=(), attribution=(Speaker(name="Chile", country="CHL"),))
    denial = ten(status="denied")
    (event,) = merge_mentions([claim, denial], [WIRE, PAPER])
    assert [conflict.slot for conflict in event.conflicts] == ["status"]


def test_the_fuller_list_of_actors_is_kept() -> None:
    (event,) = merge_mentions(
        [mention(actors=(NOR, SWE)), ten(actors=(NOR, SWE, Party(name="Finland", country="FIN")))], [WIRE, PAPER]
    )
    assert {party.key for party in event.actors} == {"NOR", "SWE", "FIN"}


def test_ids_are_stable_and_different() -> None:
    one = merge_mentions([mention()], [WIRE])[0].id
    assert one == merge_mentions([mention()], [WIRE])[0].id
    assert one != merge_mentions([mention(type="ACCUSE", mode=None)], [WIRE])[0].id


def test_a_lightly_edited_copy_is_marked_and_an_independent_report_is_not() -> None:
    body = " ".join(
        f"The {n}th paragraph tells how the envoy left the capital by road number {n * 7} at dawn." for n in range(30)
    )
    original = Article(text=body, publisher="Wire", published="2021-04-25")
    copy = Article(text="Our staff. " + body.replace("at dawn", "early", 3), publisher="Paper", published="2021-04-26")
    other = Article(
        text="Quite another text about fish markets in the north, which nobody copied from anywhere. " * 3,
        publisher="Other",
    )
    marked = mark_copies([copy, original, other])
    assert [article.copy_of for article in marked] == [original.id, None, None]


def told(text: str, day: int, **slots: object) -> tuple[Article, Mention]:
    """An article of one sentence, and its mention."""
    article = Article(text=text, publisher=f"Paper {day}", published=f"2021-04-{day}")
    base: dict[str, object] = {"quantities": (), "date": None, "trigger": Span(0, len(text)), "trigger_text": text}
    return article, mention(article, **(base | slots))


def merged(*pairs: tuple[Article, Mention]) -> list[tuple[str, ...]]:
    """Slot and values of all conflicts, when all mentions are one event; fails when they aren't."""
    (event,) = merge_mentions([m for _, m in pairs], [a for a, _ in pairs])
    return [(c.slot, *(v.value for v in c.values)) for c in event.conflicts]


def people(value: int, text: str) -> tuple[Quantity, ...]:
    return (Quantity(value=value, unit="diplomats", text=text),)


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ((9, "nine diplomats", "Norway expelled at least nine diplomats of Chile."), (12, "12 diplomats"), False),
        ((9, "nine diplomats", "Norway expelled nine diplomats of Chile."), (12, "12 diplomats"), True),
        ((300, "300 diplomats", "Norway expelled about 300 diplomats of Chile."), (289, "289 diplomats"), False),
        ((300, "300 diplomats", "Norway expelled about 300 diplomats of Chile."), (220, "220 diplomats"), True),
        ((20, "20 diplomats", "Norway expelled up to 20 diplomats of Chile."), (14, "14 diplomats"), False),
        ((20, "20 diplomats", "Norway expelled up to 20 diplomats of Chile."), (24, "24 diplomats"), True),
    ],
)
def test_words_that_leave_room_make_no_conflict(
    first: tuple[int, str, str], second: tuple[int, str], differ: bool
) -> None:
    one = told(first[2], 25, quantities=people(first[0], first[1]))
    two = told(f"Chile said Norway expelled {second[1]}.", 26, quantities=people(*second))
    assert bool(merged(one, two)) is differ


def test_a_part_of_the_people_is_no_other_count_of_all() -> None:
    children = (Quantity(value=2, unit="children", text="two children"),)
    one = told("Norway expelled eight diplomats of Chile.", 25, quantities=people(8, "eight diplomats"))
    two = told("Norway expelled two children of diplomats of Chile.", 26, quantities=children)
    assert merged(one, two) == []


DEED = {"type": "ASSAULT", "mode": "firearms", "status": "alleged", "date": EventDate(edtf="2021-04-24")}


@pytest.mark.parametrize(
    ("answer", "denied"),
    [
        ("Chile says Norway shot at a boat; Norway denies it.", True),
        ("Norway brushed aside the claim of Chile that it shot at a boat.", True),
        ("Chile says Norway shot at a boat. “We did not fire,” a Norwegian officer said.", True),
        ("Norway rejected the accusation that it shot at a boat of Chile.", True),
        ("Chile, which denies having crossed the line, says Norway shot at a boat.", False),
        ("Chile says again that Norway shot at a boat.", False),
    ],
)
def test_a_denial_by_the_accused_in_the_same_sentence_is_a_conflict(answer: str, denied: bool) -> None:
    one, two = told("Norway shot at a boat, Chile says.", 25, **DEED), told(answer, 26, **DEED)
    assert merged(one, two) == ([("status", "alleged", "denied")] if denied else [])


def test_articles_that_all_give_both_sides_do_not_differ() -> None:
    one = told("Chile says Norway shot at a boat, which Norway denies.", 25, **DEED)
    two = told("Norway denies what Chile says, that it shot at a boat.", 26, **DEED)
    assert merged(one, two) == []


def test_who_is_accused_is_another_matter_than_the_bare_deed_where_an_article_tells_both() -> None:
    text = "A bomb exploded in a market of Chile. Norway disowned the bombing."
    article = Article(text=text, published="2021-04-25")
    deed = mention(article, **DEED | {"status": "occurred", "actors": (), "quantities": ()})
    blamed = mention(article, **DEED | {"status": "denied", "quantities": (), "trigger": Span(38, 52)})
    assert len(merge_mentions([deed, blamed], [article])) == 2


def test_rebels_are_not_the_army_of_their_country() -> None:
    army, rebels = (
        (Party(name="troops", country="CHL", sector="MIL"),),
        (Party(name="rebels", country="CHL", sector="REB"),),
    )
    one = told("Troops shelled a town of Norway.", 25, actors=army, **DEED)
    two = told("Rebels shelled a town of Norway.", 25, actors=rebels, **DEED)
    assert len(merge_mentions([one[1], two[1]], [one[0], two[0]])) == 2


def test_what_is_done_on_the_announced_day_is_the_announced_act() -> None:
    day = EventDate(edtf="2021-04-26")
    one = told("Norway will expel diplomats of Chile on Monday.", 24, date=day, status="planned")
    two = told("Norway expelled diplomats of Chile on Monday.", 27, date=day, status="occurred")
    (event,) = merge_mentions([one[1], two[1]], [one[0], two[0]])
    assert event.status == "occurred"
    early = told("Norway expelled diplomats of Chile.", 24, status="occurred")  # it can't be Monday's
    assert len(merge_mentions([early[1], two[1]], [early[0], two[0]])) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway expelled five diplomats of Chile, rather than the nine it had named.", "superseded"),
        ("Norway expelled five diplomats of Chile, not nine.", "superseded"),
        ("Norway expelled five diplomats of Chile, a ministry said.", "unresolved"),
    ],
)
def test_the_words_of_a_correction(text: str, status: str) -> None:
    one = told("Norway expelled nine diplomats of Chile.", 25, quantities=people(9, "nine diplomats"))
    two = told(text, 26, quantities=people(5, "five diplomats"))
    (event,) = merge_mentions([one[1], two[1]], [one[0], two[0]])
    assert event.conflicts[0].status == status


def test_undated_acts_told_weeks_apart_are_one_only_by_their_wording() -> None:
    one = told("Norway criticised Chile over salmon.", 1 + 9, type="ACCUSE", mode="disapprove")
    two = told("Oslo had harsh words about a court ruling in Santiago.", 28, type="ACCUSE", mode="disapprove")
    assert len(merge_mentions([one[1], two[1]], [one[0], two[0]])) == 2


def test_one_sentence_about_two_countries_is_two_acts_in_its_copy_too() -> None:
    text = "Norway expelled two diplomats of Chile and one of Sweden on Monday."
    one, two = told(text, 25), told(text + " More soon.", 26)
    both = [replace(m, recipients=(to,)) for m in (one[1], two[1]) for to in (CHL, SWE)]
    events = merge_mentions(both, [one[0], two[0]])
    assert sorted(e.recipients[0].key for e in events) == ["CHL", "SWE"]
    assert [len(e.sources) for e in events] == [2, 2]


@pytest.mark.parametrize(
    ("words", "events"), [("Norway promised Chile a grant of", 1), ("Norway will sell Chile oil for", 2)]
)
def test_a_sum_that_is_promised_is_the_aid_that_another_report_tells(words: str, events: int) -> None:
    given = Article(
        text="Norway opened its purse for Chile with 45 million dollars.", publisher="Wire", published="2021-04-25"
    )
    promised = Article(text=f"{words} 40 million dollars.", publisher="Paper", published="2021-04-25")

    def sum_of(article: Article, type_: str, number: int) -> Mention:
        money = Quantity(value=number, unit="million dollars", text=f"{number} million dollars")
        return mention(article, type=type_, mode=None, date=None, quantities=(money,))

    found = merge_mentions([sum_of(given, "AID", 45), sum_of(promised, "AGREE", 40)], [given, promised])
    assert len(found) == events
    assert [conflict.slot for conflict in found[0].conflicts] == ["quantities"] * (events == 1)
