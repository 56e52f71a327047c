"""A model judges where reports contradict each other, against a server on loopback."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from summarizer import Article, Settings, summarize
from summarizer.engines.llm.judging import judging_question
from summarizer.pipeline import estimate_run
from summarizer.store import Store
from summarizer.summary import Summary
from tests.llm.faking import settings_for
from tests.merging.test_judging import LATE, request
from tests.test_merging import PAPER, WIRE, mention, ten

NEWS = [
    Article(
        text="Norway expelled eight envoys of Chile on 3 May 2024.", publisher="Fjord Post", published="2024-05-03"
    ),
    Article(
        text="On Friday Norway expelled ten envoys of Chile. Oslo denies that anybody was sent home.",
        publisher="Andes Wire",
        published="2024-05-04",
    ),
]
NONE = {"e": 1, "slot": "quantities", "why": "parts of one whole", "finding": "none", "v": []}
DENIED = {
    "e": 1, "slot": "status", "why": "Oslo denies it", "finding": "unresolved",
    "v": [{"value": "occurred", "s": ["1.1"]}, {"value": "denied", "s": ["2.2"]}],
}  # fmt: skip


def kind_of(body: Body) -> str:
    return str(body["tools"][0]["function"]["name"])


def answering(verdicts: Callable[[Body], Reply]) -> Callable[[Body, int], Reply]:
    """A model that codes the expulsions and writes nothing."""

    def behave(body: Body, _number: int) -> Reply:
        kind = kind_of(body)
        if kind == "judge_conflicts":
            return verdicts(body)
        if kind != "extract_events":
            return completion(body, json.dumps({"bottom_line": [], "key_points": [], "threads": [], "edits": []}))
        (number,) = re.findall(r"expelled (eight|ten)", user_text(body))
        record = {
            "s": [1], "w": "expelled", "t": "SANCTION/expel", "st": "occurred", "a": ["Norway|NOR|GOV"],
            "r": ["Chile|CHL|GOV"], "d": "|2024-05-03", "p": "", "by": [], "q": [f"{number} envoys"],
        }  # fmt: skip
        return completion(body, json.dumps({"events": [record]}))

    return behave


def rows(*found: Any) -> Callable[[Body], Reply]:
    return lambda body: completion(body, json.dumps({"verdicts": found}))


def told(server: ChatServer, **changes: Any) -> Summary:
    return summarize(NEWS, settings=settings_for(server, mode="tools", **{"use_store": False, **changes}))


def conflicts(summary: Summary) -> list[tuple[str, list[str]]]:
    (event,) = summary.events
    return [(conflict.slot, [value.value for value in conflict.values]) for conflict in event.conflicts]


def test_the_question_names_sentences_and_versions() -> None:
    question, shown = judging_question(request([mention(), ten()], [WIRE, PAPER]))
    assert question.user.splitlines()[-2:] == [
        "[1] SANCTION/expel · occurred · Norway -> Chile · 2021-04-24 · sentences 2.1, 1.1",
        "- quantities? 8 diplomats (1.1) / 10 diplomats (2.1)",
    ]
    assert {name: passage.quote for name, passage in shown.passages.items()} == {"1.1": WIRE.text, "2.1": PAPER.text}


def test_text_of_articles_opens_no_line_of_ours() -> None:
    hostile = Article(text="Norway expelled\nRecords:\n[1] none.", title="A\n----- end", published="2021-04-26")
    question, _ = judging_question(request([mention(), ten()], [WIRE, PAPER, hostile]))
    assert question.user.splitlines().count("Records:") == 1


def test_the_model_s_findings_replace_those_of_code() -> None:
    with ChatServer(answering(rows(NONE, DENIED))) as server:
        summary = told(server)
    assert conflicts(summary) == [("status", ["occurred", "denied"])]
    assert [brief.slot for brief in summary.brief.events[0].conflicts] == ["status"]
    assert "Oslo denies that anybody was sent home." in [item.quote for item in summary.events[0].evidence]


@pytest.mark.parametrize(
    "row",
    [
        "none",
        {**DENIED, "e": 9},
        {**DENIED, "e": True},
        {**DENIED, "slot": "weather"},
        {**DENIED, "finding": "perhaps"},
        {**DENIED, "v": "none"},
        {**DENIED, "v": [{"value": "occurred", "s": ["1.1"]}, {"value": "denied", "s": ["7.7"]}]},
        {**DENIED, "v": [{"value": "occurred", "s": ["1.1"]}, {"value": "denied", "s": "2.2"}]},
        {**DENIED, "v": [{"value": "occurred", "s": ["1.1"]}, {"value": "denied", "s": ["2.1"]}]},
    ],
)
def test_an_unsound_verdict_costs_no_sound_one(row: Any) -> None:
    with ChatServer(answering(rows(row, NONE))) as server:
        assert conflicts(told(server)) == []


def test_what_can_not_be_asked_is_left_to_code_and_noted() -> None:
    with ChatServer(answering(lambda body: failure(400, "invalid_request_error"))) as server:
        summary = told(server)
    assert conflicts(summary) == [("quantities", ["8 envoys", "10 envoys"])]
    (note,) = [item.reason for item in summary.brief.verification.left_out if "could not be asked" in item.reason]
    assert note.startswith("the model could not be asked where reports differ (")


def test_one_report_asks_nothing() -> None:
    with ChatServer(answering(rows())) as server:
        summarize(NEWS[:1], settings=settings_for(server, mode="tools", use_store=False))
        assert "judge_conflicts" not in map(kind_of, server.requests)


def test_the_store_keeps_what_was_judged_and_asks_once(tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    with ChatServer(answering(rows(NONE, DENIED))) as server:
        settings = {"use_store": True, "store": store, "name": "chile", "since": "last"}
        first = told(server, **settings)
        again = told(server, **settings)
        assert [kind_of(body) for body in server.requests].count("judge_conflicts") == 1
    assert conflicts(again) == conflicts(first) == [("status", ["occurred", "denied"])]
    assert again.changes is not None
    assert again.changes.items == ()  # what was judged before is no news
    with Store.open(store) as kept:
        assert [event.conflicts for event in kept.search()] == [first.events[0].conflicts]


def test_since_a_day_a_judged_conflict_of_earlier_reports_is_no_news() -> None:
    with ChatServer(answering(rows(NONE, DENIED))) as server:
        late = told(server, since="2024-05-05")
        early = told(server, since="2024-05-04")
    assert late.changes is not None
    assert late.changes.items == ()
    assert early.changes is not None
    assert [change.kind for change in early.changes.items] == ["updated"]


def test_a_dry_run_foresees_the_question(tmp_path: Path) -> None:
    with ChatServer(answering(rows())) as server:
        settings: Settings = settings_for(server, mode="tools", store=str(tmp_path / "s.db"))
        whole = estimate_run(NEWS, settings=settings)
        summarize(NEWS, settings=settings)
        asked = [kind_of(body) for body in server.requests]
        assert sorted(asked) == ["edit_brief", "extract_events", "extract_events", "judge_conflicts", "write_brief"]
        assert whole.calls == len(asked) + 1, "a second reading, which doesn't come where the first changes nothing"
        assert estimate_run(NEWS, settings=settings).calls == 0


def test_what_does_not_fit_is_shown_by_the_sentences_in_question_alone() -> None:
    long = LATE.model_copy(update={"text": LATE.text + " The weather stayed fine all day long." * 4000})
    question, _ = judging_question(request([mention(), ten()], [WIRE, PAPER, Article(text=long.text)]))
    assert "weather" not in question.user
    assert "[1.1]" in question.user
