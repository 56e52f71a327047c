"""What is remembered: events keep their ids, nothing is there twice, later reports join and correct earlier ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.making import Act, told

from summarizer import Article
from summarizer.drafts import Mention
from summarizer.events import EventDate, Party, Speaker
from summarizer.spans import Span
from summarizer.store import EventQuery, RunInfo, Store, check_store, prune_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db") as opened:
        yield opened


def test_a_second_report_joins_the_known_event(store: Store) -> None:
    one, first = told(Act())
    (event,) = store.remember([one], first, "r1").events
    two, second = told(Act(), publisher="Courier", published="2025-05-07", opening="From our own correspondent. ")
    (again,) = store.remember([two], second, "r2").events
    assert again.id == event.id
    assert [source.article for source in again.sources] == [one.id, two.id]
    assert store.search() == (again,)
    assert check_store(store) == ()


def test_the_same_articles_again_change_nothing(store: Store) -> None:
    article, mentions = told(Act(), Act(actor="BGR", day=6), Act(actor="BGR", day=None, number=9))
    first = store.remember([article], mentions, "r1")
    before = list(store.database.rows("SELECT * FROM events")), list(store.database.rows("SELECT * FROM mentions"))
    again = store.remember([article], mentions, "r2")
    assert again.ids == first.ids
    assert again.events == first.events
    assert (
        list(store.database.rows("SELECT * FROM events")),
        list(store.database.rows("SELECT * FROM mentions")),
    ) == before


def test_an_article_read_anew_takes_the_place_of_its_earlier_reading(store: Store) -> None:
    article, mentions = told(Act(), Act(actor="BGR", day=6))
    first = store.remember([article], mentions, "r1")
    fewer = store.remember([article], mentions[:1], "r2")
    assert fewer.ids == first.ids[:1]
    assert fewer.gone == (first.ids[1],)
    assert [event.id for event in store.search()] == [first.ids[0]]
    assert check_store(store) == ()


def test_a_new_version_at_the_same_address_replaces_the_old_one(store: Store) -> None:
    old, before = told(Act(number=4), Act(actor="BGR", day=6), url="https://wire.example/1")
    known = store.remember([old], before, "r1")
    new, after = told(Act(number=2), url="https://wire.example/1", published="2025-05-07")
    found = store.remember([new], after, "r2")
    assert found.replaced == (old.id,)
    assert found.gone == (known.ids[1],)
    (event,) = found.events
    assert event.id == known.ids[0]
    assert [quantity.value for quantity in event.quantities] == [2]
    assert [part.article for part in event.evidence] == [new.id]


def test_different_acts_stay_apart_and_have_ids_of_their_own(store: Store) -> None:
    article, mentions = told(Act(), Act(day=20, number=8), Act(actor="USA"))
    found = store.remember([article], mentions, "r1")
    assert len(set(found.ids)) == 3


def test_a_wire_copy_is_no_second_publisher(store: Store) -> None:
    long = "The ministry read out the names of those concerned in the order in which they had been accredited. " * 3
    other_words = "In a cold week the two capitals found little to agree on, and the weather was the least of it. " * 3
    one, first = told(Act(), publisher="Wire", opening=long)
    copy, second = told(Act(), publisher="Gazette", published="2025-05-07", opening=long)
    other, third = told(
        Act(words="after a long quarrel"), publisher="Courier", published="2025-05-07", opening=other_words
    )
    store.remember([one, copy], [*first, *second], "r1")
    assert store.search(EventQuery(min_publishers=2)) == ()
    store.remember([other], third, "r2")
    assert len(store.search(EventQuery(min_publishers=2))) == 1


def test_text_with_characters_that_sqlite_does_not_take(store: Store) -> None:
    article, mentions = told(Act(words="said \ud83d and \0 nothing"), publisher="W\udcff")
    found = store.remember([article], mentions, "r1")
    assert store.search() == found.events
    assert store.articles([article.id]) == {article.id: article}
    assert check_store(store) == ()
    assert store.remember([article], mentions, "r2").ids == found.ids


def test_articles_and_runs_are_kept(store: Store) -> None:
    article = Article(text="Nothing happened.", title="Quiet", published="2025-05-06")
    store.start(RunInfo("r1", "2025-05-06T08:00Z", "rules", "f", "daily"))
    store.remember([article], (), "r1")
    assert store.articles([article.id, "a-none"]) == {article.id: article}
    assert store.sizes() == {"articles": 1, "mentions": 0, "events": 0, "briefs": 0, "runs": 1}


def test_an_import_takes_the_place_of_events_with_the_same_ids(store: Store) -> None:
    article, mentions = told(Act(), Act(actor="USA"))
    events = store.remember([article], mentions, "r1").events
    changed = [event.model_copy(update={"status": "denied"}) for event in events]
    assert store.add_events(changed) == 2
    assert {event.status for event in store.search()} == {"denied"}
    assert len(store.search()) == 2


def _blast(
    culprit: str, sector: str, by: str, publisher: str, published: str | None
) -> tuple[Article, tuple[Mention, ...]]:
    """A report on one bridge, in which somebody names a culprit."""
    text = f"The {culprit} blew up the bridge of Karouma on 5 May 2025, the {by} says."
    article = Article(text=text, publisher=publisher, published=published)
    span = Span(text.index("blew up"), text.index("blew up") + 7)
    return article, (
        Mention(
            article.id, "ASSAULT", "explosives", "alleged", (Span(0, len(text)),), span, "blew up",
            (Party(name=culprit, country="TCD", sector=sector),), (Party(name="the bridge of Karouma", country="TCD"),),
            EventDate(edtf="2025-05-05"), None, (Speaker(name=by, country="TCD"),), (), text, "test", 0.8,
        ),
    )  # fmt: skip


def test_a_later_account_of_another_culprit_is_told_of_the_known_event_and_goes_with_its_article(store: Store) -> None:
    one, first = _blast("army", "MIL", "Salamat Front", "Wire", "2025-05-08")
    (event,) = store.remember([one], first, "r1").events
    two, second = _blast("Salamat Front", "REB", "army", "Courier", None)
    store.start(RunInfo("r2", "2025-05-06T10:00:00Z", "test", "f"))
    again = {item.id: item for item in store.remember([two], second, "r2").events}
    (conflict,) = again[event.id].conflicts
    assert (conflict.slot, [value.value for value in conflict.values]) == ("actors", ["Salamat Front", "army"])
    assert {source.article for source in again[event.id].sources} == {one.id, two.id}
    assert check_store(store) == ()
    prune_store(store, dt.date(2025, 5, 7))
    (left,) = store.search()
    assert (left.id, left.conflicts, [source.article for source in left.sources]) == (event.id, (), [one.id])
    assert check_store(store) == ()
