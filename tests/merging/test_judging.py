"""Disputes that code proposes, and verdicts on them that it checks."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.chunking import split_sentences
from summarizer.disputes import DisputeRequest, Finding, Slot, Verdict, Version
from summarizer.drafts import Mention
from summarizer.events import Event, EventDate, Evidence, Quantity
from summarizer.merging import conflicts_among, group_mentions, judge_events, make_events, mark_copies, propose_disputes
from summarizer.spans import Span
from tests.test_merging import PAPER, SWE, WIRE, mention, ten

EIGHT = (Quantity(value=8, unit="diplomats", text="eight diplomats"),)
LATE = Article(
    text="On 25 April eight envoys of Chile were sent home by Norway. Chile denied it. Oslo was calm.",
    publisher="Late",
    published="2021-04-27",
)


def late(**slots: object) -> Mention:
    told = {"date": EventDate(edtf="2021-04-25", text="on 25 April"), "quantities": EIGHT}
    return mention(LATE, sentences=(sentence(0),), **{**told, **slots})


def sentence(at: int) -> Span:
    return split_sentences(LATE.text)[at].span


def request(mentions: list[Mention], articles: list[Article], apart: bool = False) -> DisputeRequest:
    """What is asked about mentions, put together by merging or each for itself."""
    marked = mark_copies(articles)
    known = {article.id: article for article in marked}
    groups = [[told] for told in mentions] if apart else group_mentions(mentions, known)
    events = make_events(groups, known)
    return DisputeRequest(propose_disputes(groups, events, known), events, marked)


def passage(article: Article, at: int = 0) -> Evidence:
    span = split_sentences(article.text)[at].span
    quote = article.text[span.start : span.end]
    return Evidence(article=article.id, file=None, start=span.start, end=span.end, quote=quote)


def verdict(event: Event, slot: Slot, finding: Finding, *versions: tuple[str, list[Evidence]]) -> Verdict:
    return Verdict(event.id, slot, finding, tuple(Version(value, tuple(told)) for value, told in versions))


def slots(asked: DisputeRequest) -> dict[Slot, list[str]]:
    return {dispute.slot: [version.value for version in dispute.versions] for dispute in asked.disputes}


def test_a_conflict_of_code_is_proposed_with_its_values_and_passages() -> None:
    asked = request([mention(), ten()], [WIRE, PAPER])
    (dispute,) = asked.disputes
    assert dispute.slot == "quantities"
    assert [(v.value, [p.article for p in v.passages]) for v in dispute.versions] == [
        ("8 diplomats", [WIRE.id]),
        ("10 diplomats", [PAPER.id]),
    ]


def test_two_acts_that_may_be_one_are_proposed_once_at_the_one_told_first() -> None:
    asked = request([mention(), late()], [WIRE, LATE], apart=True)
    dispute = next(dispute for dispute in asked.disputes if dispute.slot == "date")
    assert dispute.event == asked.events[0].id
    assert dispute.others == (asked.events[1].id,)
    assert slots(asked)["date"] == ["2021-04-24", "2021-04-25"]


@pytest.mark.parametrize("other", [{"type": "ACCUSE"}, {"recipients": (SWE,)}, {"status": "planned"}])
def test_another_act_is_not_proposed_as_the_same(other: dict[str, object]) -> None:
    assert "date" not in slots(request([mention(), late(**other)], [WIRE, LATE], apart=True))


def test_words_of_denial_after_the_act_are_proposed() -> None:
    asked = request([mention(), late(date=EventDate(edtf="2021-04-24"))], [WIRE, LATE])
    (dispute,) = [dispute for dispute in asked.disputes if dispute.slot == "status"]
    assert {v.value: v.passages[0].quote for v in dispute.versions}["denied"] == "Chile denied it."


def test_a_single_report_contradicts_nobody() -> None:
    assert request([late()], [LATE]).disputes == ()


def test_a_stack_of_many_differences_is_cut_to_the_weightiest() -> None:
    articles = [
        Article(text=f"Norway expelled {n} diplomats of Chile on 24 April {1900 + n}.", published="2021-04-25")
        for n in range(80)
    ]
    told = [
        mention(
            article,
            date=EventDate(edtf=f"{1900 + at // 2}-04-24"),
            quantities=(Quantity(value=at, unit="diplomats", text=f"{at} diplomats"),),
        )
        for at, article in enumerate(articles)
    ]
    assert len(request(told, articles).disputes) == 16


@pytest.fixture
def pair() -> DisputeRequest:
    return request([mention(), ten()], [WIRE, PAPER, LATE])


def test_what_is_judged_to_be_none_is_no_conflict(pair: DisputeRequest) -> None:
    (event,) = judge_events(pair, [verdict(pair.events[0], "quantities", "none")])
    assert event.conflicts == ()


def test_what_is_not_judged_stays_as_code_found_it(pair: DisputeRequest) -> None:
    assert judge_events(pair, ()) == pair.events


@pytest.mark.parametrize(
    ("slot", "first", "second", "kept"),
    [
        ("date", "2021-04-24", "2021-04-25", True),
        ("date", "2021-04-24", "2021-04-26", False),  # no sentence tells it
        ("date", "2021-04-24", "2021-04", False),  # the same, coarser
        ("status", "occurred", "denied", False),  # the sentence denies nothing
        ("recipients", "diplomats of Chile", "eight envoys", True),
        ("recipients", "diplomats of Chile", "diplomats of Sweden", False),
        ("quantities", "8 diplomats", "9 diplomats", False),
    ],
)
def test_a_value_counts_if_its_sentence_bears_it_out(
    pair: DisputeRequest, slot: Slot, first: str, second: str, kept: bool
) -> None:
    told = verdict(pair.events[0], slot, "unresolved", (first, [passage(WIRE)]), (second, [passage(LATE)]))
    (event,) = judge_events(pair, [told])
    assert (slot in {c.slot for c in event.conflicts if c not in pair.events[0].conflicts}) == kept


def test_a_denial_in_another_report_becomes_a_conflict_with_its_proof(pair: DisputeRequest) -> None:
    told = verdict(
        pair.events[0], "status", "unresolved", ("occurred", [passage(WIRE)]), ("denied", [passage(LATE, 1)])
    )
    (event,) = judge_events(pair, [told])
    found = next(conflict for conflict in event.conflicts if conflict.slot == "status")
    assert [(value.value, value.articles) for value in found.values] == [
        ("occurred", (WIRE.id,)),
        ("denied", (LATE.id,)),
    ]
    assert "Chile denied it." in [item.quote for item in event.evidence]
    assert LATE.id in [source.article for source in event.sources]


def test_two_sides_of_one_report_or_of_a_copy_are_no_conflict() -> None:
    copy = Article(text=LATE.text, publisher="Copy", published="2021-04-28")
    asked = request([late(), mention(copy, sentences=(sentence(0),), quantities=EIGHT)], [LATE, copy])
    told = verdict(
        asked.events[0], "status", "unresolved", ("occurred", [passage(LATE)]), ("denied", [passage(copy, 1)])
    )
    assert not any(conflict.slot == "status" for event in judge_events(asked, [told]) for conflict in event.conflicts)


def test_an_older_report_supersedes_nothing(pair: DisputeRequest) -> None:
    def status(*order: tuple[str, list[Evidence]]) -> str:
        (event,) = judge_events(pair, [verdict(pair.events[0], "date", "superseded", *order)])
        return next(conflict.status for conflict in event.conflicts if conflict.slot == "date")

    old, new = ("2021-04-24", [passage(WIRE)]), ("2021-04-25", [passage(LATE)])
    assert (status(old, new), status(new, old)) == ("superseded", "unresolved")


def test_what_is_left_of_a_conflict_between_some_of_its_articles(pair: DisputeRequest) -> None:
    event = pair.events[0]
    assert conflicts_among(event, {source.article for source in event.sources}) == event.conflicts
    assert conflicts_among(event, {WIRE.id}) == ()


def test_a_value_keeps_the_words_that_code_has_for_it(pair: DisputeRequest) -> None:
    told = verdict(pair.events[0], "quantities", "unresolved", ("8", [passage(WIRE)]), ("10 people", [passage(PAPER)]))
    (event,) = judge_events(pair, [told])
    assert [value.value for value in event.conflicts[0].values] == ["8 diplomats", "10 diplomats"]
