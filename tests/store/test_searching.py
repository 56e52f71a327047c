"""Searching: by party, pair, type, status, speaker, place, words and time, alone and together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import Event
from summarizer.errors import UsageError
from summarizer.events import EventDate, Evidence, Party, Place, SourceRef, Speaker
from summarizer.ontology import load_ontology
from summarizer.store import EventQuery, Pair, Store


def event(name: str, edtf: str | None = None, **slots: object) -> Event:
    """An event with a quote of its own."""
    quote = str(slots.pop("quote", f"The tale of {name}."))
    actors = tuple(Party(name=n, country=c) for n, c in slots.pop("actors", ()))  # type: ignore[attr-defined]
    recipients = tuple(Party(name=n, country=c) for n, c in slots.pop("recipients", ()))  # type: ignore[attr-defined]
    sources = tuple(SourceRef(article=f"a-{p}", publisher=p) for p in slots.pop("publishers", ("Wire",)))  # type: ignore[attr-defined]
    values = {"type": "SANCTION", "mode": "expel", "status": "occurred", "summary": f"Summary of {name}.", **slots}
    return Event(
        id=name,
        actors=actors,
        recipients=recipients,
        date=EventDate(edtf=edtf) if edtf else None,
        evidence=(Evidence(article="a-1", start=0, end=len(quote), quote=quote),),
        sources=sources,
        engine="test",
        confidence=0.5,
        **values,  # type: ignore[arg-type]
    )


RUSSIA, AMERICA, POLAND = ("Moscow", "RUS"), ("the US State Department", "USA"), ("Warsaw", "POL")
EVENTS = (
    event("out", "2021-04-15", actors=[AMERICA], recipients=[RUSSIA], quote="Washington expelled ten diplomats."),
    event("back", "2021-04-16", actors=[RUSSIA], recipients=[AMERICA], status="announced", publishers=("Wire", "Globe")),
    event("talks", "2021-06-16", type="CONSULT", mode="visit", actors=[RUSSIA, AMERICA], place=Place(name="Geneva", country="CHE")),
    event("april", "2021-04", actors=[POLAND], recipients=[RUSSIA], attribution=(Speaker(name="Sergey Lavrov", country="RUS"),)),
    event("decade", "202X", actors=[POLAND], recipients=[RUSSIA], mode="withdraw"),
    event("monthless", "XXXX-XX-24", actors=[POLAND], recipients=[("an attaché", None)], quote="Łódź café naïve"),
    event("undated", None, actors=[RUSSIA], recipients=[POLAND], status="denied", quote="俄罗斯外交部驱逐了两名外交官。"),
    event("cyrillic", "2020-12-31", actors=[RUSSIA], quote="Сергей Лавров выступил с заявлением."),
    event("formula", "2019", actors=[('=SUM("x")', None)], quote='He said "stop" AND OR NOT NEAR( * : ^ {x}'),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("search") / "s.db") as opened:
        assert opened.add_events(EVENTS) == len(EVENTS)
        yield opened


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "talks april back out cyrillic formula undated monthless decade"),
        ({"limit": 2}, "talks april"),
        ({"actor": "RUS"}, "talks back cyrillic undated"),
        ({"actor": "Russia"}, "talks back cyrillic undated"),
        ({"recipient": "RUS"}, "april out decade"),
        ({"actor": "POL", "recipient": "RUS"}, "april decade"),
        ({"actor": "State Department"}, "talks out"),
        ({"between": ("RUS", "USA")}, "talks back out"),
        ({"between": ("the United States", "Russia")}, "talks back out"),
        ({"between": ("RUS", "USA"), "type": "CONSULT"}, "talks"),
        ({"between": ("RUS", "USA"), "text": "ten"}, "out"),
        ({"type": "SANCTION/withdraw"}, "decade"),
        ({"type": "CONSULT/visit"}, "talks"),
        ({"type": "CONSULT/phone"}, ""),
        ({"status": "denied"}, "undated"),
        ({"by": "Lavrov"}, "april"),
        ({"by": "RUS"}, "april"),
        ({"by": "Putin"}, ""),
        ({"place": "CHE"}, "talks"),
        ({"place": "Geneva"}, "talks"),
        ({"since": "2021-04-10", "until": "2021-04-15"}, "april out decade"),
        ({"since": "2021-04-30"}, "talks april decade"),
        ({"until": "2020"}, "cyrillic formula decade"),
        ({"since": "2021-06", "actor": "RUS"}, "talks"),
        ({"min_publishers": 2}, "back"),
        ({"text": "expelled"}, "out"),
        ({"text": "expel*"}, "out"),
        ({"text": '"ten diplomats"'}, "out"),
        ({"text": '"diplomats ten"'}, ""),
        ({"text": "ten diplomats", "actor": "USA", "type": "SANCTION/expel"}, "out"),
        ({"text": "ten", "actor": "RUS"}, ""),
        ({"text": "lodz CAFE naive"}, ""),
        ({"text": "łódź CAFE naive"}, "monthless"),
        ({"text": "外交部"}, "undated"),
        ({"text": "两名"}, "undated"),
        ({"text": "两名", "actor": "POL"}, ""),
        ({"text": "Лавров заявлени"}, "cyrillic"),
        ({"text": "外交部", "actor": "RUS", "status": "denied"}, "undated"),
        ({"text": "Лавров", "since": "2021"}, ""),
        ({"text": 'AND OR NOT NEAR( {x} "stop"'}, "formula"),
        ({"text": "stop", "since": "2019-02", "until": "2019-03"}, "formula"),
        ({"actor": '=SUM("x")'}, "formula"),
    ],
)
def test_conditions(store: Store, asked: dict[str, object], found: str) -> None:
    assert [event.id for event in store.search(EventQuery.model_validate(asked))] == found.split()


@pytest.mark.parametrize("asked", [{"text": "!!"}, {"actor": "--"}, {"between": ("RUS", "USA"), "actor": "POL"}])
def test_a_question_that_can_not_be_answered_says_so(store: Store, asked: dict[str, object]) -> None:
    with pytest.raises(UsageError) as caught:
        store.search(EventQuery.model_validate(asked))
    assert caught.value.hint


@pytest.mark.parametrize("asked", [{"since": "soon"}, {"until": "XXXX-04"}, {"limit": 0}, {"colour": "red"}])
def test_a_wrong_condition_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(asked))):
        EventQuery.model_validate(asked)


def test_a_taken_out_event_is_found_no_more(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as opened:
        opened.add_events(EVENTS)
        opened.add_events([EVENTS[0].model_copy(update={"summary": "Other words.", "evidence": ()})])
        assert opened.search(EventQuery(text="expelled")) == ()
        assert [e.id for e in opened.search(EventQuery(text="other words"))] == ["out"]
        assert len(opened.search(EventQuery(between=("RUS", "USA")))) == 3


def test_pairs_count_each_event_once_and_score_it(store: Store) -> None:
    ontology = load_ontology()
    expel = ontology.score("SANCTION", "expel")
    pairs = store.pairs(EventQuery(limit=3), ontology)
    assert pairs[0] == Pair("POL", "RUS", 2, round((expel + ontology.score("SANCTION", "withdraw")) / 2, 2))
    assert {(pair.actor, pair.recipient) for pair in store.pairs(EventQuery(actor="RUS"), ontology)} == {
        ("RUS", "USA"), ("RUS", "POL"),
    }  # fmt: skip


def test_a_long_list_of_states_is_found_by_each_of_them(tmp_path: Path) -> None:
    codes = [f"{a}{b}Z" for a in "ABCDE" for b in "ABCDEFGH"]
    many = event("many", "2022-01-01", actors=[(code, code) for code in codes], recipients=[RUSSIA])
    with Store.open(tmp_path / "s.db") as opened:
        opened.add_events([many])
        assert all(opened.search(EventQuery(actor=code)) for code in codes)
        opened.add_events([many])
        assert opened.database.read("SELECT count(*) FROM events")[0][0] == 1
