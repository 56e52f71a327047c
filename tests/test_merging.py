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
