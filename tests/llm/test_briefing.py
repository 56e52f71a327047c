"""Long briefs, written part by part, and judgements, against a server on loopback."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from summarizer import Article, asummarize
from summarizer.brief import BriefRequest
from summarizer.composing import split_request
from summarizer.composing.parts import group_events
from summarizer.events import Event, Evidence, Party
from summarizer.settings import Settings
from summarizer.summary import Summary

STATES = {"Norway": "NOR", "Chile": "CHL", "Peru": "PER", "Ghana": "GHA", "Japan": "JPN"}
ACT = re.compile(r"^\[(\d+)\] (\w+) expelled (\w+) diplomats of (\w+) on ", re.M)
RECORD = re.compile(r"^\[(\d+)\] SANCTION/expel · occurred · actors: (\w+) .*?recipients: (\w+) ", re.M)


def news() -> list[Article]:
    """Twenty articles, in each of which one state expels diplomats of another."""
    pairs = [(a, b) for a in STATES for b in STATES if a != b]
    return [
        Article(text=f"{a} expelled two diplomats of {b} on {day} May 2024.", published=f"2024-05-{day:02}")
        for day, (a, b) in enumerate(pairs, 1)
    ]


def kind_of(body: Body) -> str:
    return str(body["tools"][0]["function"]["name"])


def extraction(body: Body) -> dict[str, Any]:
    (found,) = ACT.findall(user_text(body))
    number, a, _, b = found
    return {"events": [{
        "s": [int(number)], "w": "expelled", "t": "SANCTION/expel", "st": "occurred", "a": [f"{a}|{STATES[a]}|GOV"],
        "r": [f"{b}|{STATES[b]}|GOV"], "d": "|", "p": "", "by": [], "q": [],
    }]}  # fmt: skip


def told(body: Body) -> dict[str, Any]:
    """Of each record its sentence; of the first a false one too."""
    rows = [{"text": f"{a} expelled diplomats of {b}.", "e": [int(n)]} for n, a, b in RECORD.findall(user_text(body))]
    wrong = {"text": "Bolivia expelled everybody.", "e": [1]}
    return {
        "bottom_line": rows[:1],
        "key_points": [*rows[1:3], wrong],
        "threads": [{"title": "Expulsions", "happened": rows, "claims": []}],
    }


def head(body: Body) -> dict[str, Any]:
    points = re.findall(r"^\[(\d+)\] (.+)$", user_text(body), re.M)
    return {
        "bottom_line": [{"text": points[1][1], "e": [2]}, {"text": "Nepal expelled Zambia.", "e": [1]}],
        "key_points": [3, 1, 3, 99, True],
    }


ANSWERS: dict[str, Callable[[Body], dict[str, Any]]] = {
    "extract_events": extraction,
    "write_brief": told,
    "write_lead": head,
    "edit_brief": lambda _: {"edits": []},
    "revise_sentences": lambda _: {"sentences": []},
    "write_assessment": lambda _: {"sentences": []},
}


def behave(body: Body, _number: int) -> Reply:
    return completion(body, json.dumps(ANSWERS[kind_of(body)](body)))


def brief_of(server: ChatServer, articles: Sequence[Article] = (), **changes: Any) -> Summary:
    base = {"engine": "llm", "base_url": server.url, "model": "fake-model", "mode": "tools", "use_store": False}
    settings = Settings.model_validate({**base, "brief_events": 8, "attempts": 1, **changes})
    return asyncio.run(asummarize(list(articles) or news(), settings=settings))


def asked(server: ChatServer) -> Counter[str]:
    return Counter(kind_of(body) for body in server.requests)


def test_a_long_brief_is_written_part_by_part_and_its_head_from_what_holds() -> None:
    with ChatServer(behave) as server:
        summary = brief_of(server)
        count = asked(server)
        heads = [user_text(body) for body in server.requests if kind_of(body) == "write_lead"]
        parts = [user_text(body) for body in server.requests if kind_of(body) == "write_brief"]
    brief = summary.brief
    assert len(summary.events) == 20
    assert count["write_brief"] == len(parts) >= 3
    assert all(len(RECORD.findall(part)) <= 8 for part in parts)
    assert all("one part of a longer brief" in part for part in parts)
    assert len(heads) == 1
    assert "Bolivia" not in heads[0]  # only what was checked may be chosen
    points = dict(re.findall(r"^\[(\d+)\] (.+)$", heads[0], re.M))
    assert [s.text for s in brief.key_points] == [points["3"]]
    assert [s.text for s in brief.bottom_line] == [points["2"], points["1"]]  # in place of one that doesn't hold
    assert [thread.title for thread in brief.threads] == ["Expulsions"]
    texts = [s.text for s in (*brief.bottom_line, *brief.key_points, *brief.threads[0].happened)]
    assert len(texts) == len(set(texts)) == 20
    assert {w.text for w in brief.verification.withheld} == {"Bolivia expelled everybody.", "Nepal expelled Zambia."}
    assert all(1 <= c.source <= 20 for s in brief.statements() for c in s.citations)
    numbers = {entry.number: entry.article for entry in brief.sources}
    assert all(numbers[c.source] == c.evidence.article for s in brief.statements() for c in s.citations)


def test_what_was_written_is_not_paid_for_again(tmp_path: Path) -> None:
    kept = {"use_store": True, "store": str(tmp_path / "s.db")}
    with ChatServer(behave) as server:
        first = brief_of(server, **kept).brief
        paid = server.count
        again = brief_of(server, **kept)
        assert server.count == paid
    assert again.usage.calls == 0
    assert [s.text for s in again.brief.statements()] == [s.text for s in first.statements()]


def test_a_part_that_fails_is_written_by_the_rules_and_listed() -> None:
    broken: list[str] = []

    def one_fails(body: Body, number: int) -> Reply:
        if kind_of(body) == "write_brief" and (not broken or broken[0] == user_text(body)):
            broken.append(user_text(body))
            return failure(500)
        return behave(body, number)

    with ChatServer(one_fails) as server:
        summary = brief_of(server)
    brief = summary.brief
    notes = [item.reason for item in brief.verification.left_out if "written by the rules" in item.reason]
    assert len(notes) == 1
    assert notes[0].startswith("the model wrote nothing about ")
    assert len(brief.threads) > 1
    told = {id_ for statement in brief.statements() for id_ in statement.events}
    assert told == {event.id for event in summary.events}
    assert brief.bottom_line


def test_without_a_head_the_rules_choose_from_what_holds() -> None:
    with ChatServer(lambda body, n: failure(500) if kind_of(body) == "write_lead" else behave(body, n)) as server:
        brief = brief_of(server).brief
    assert any("the model wrote no bottom line" in item.reason for item in brief.verification.left_out)
    assert len(brief.bottom_line) == 3
    assert 3 <= len(brief.key_points) <= 6
    assert not {s.text for s in brief.bottom_line} & {s.text for s in brief.key_points}


def test_when_the_money_is_spent_the_rest_is_written_by_the_rules(tmp_path: Path) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text('[models]\n"fake-model" = { prompt = 1000.0, answer = 1000.0 }\n')
    with ChatServer(behave) as server:
        kept = {"use_store": True, "store": str(tmp_path / "s.db")}
        brief_of(server, brief_events=120, **kept)  # now the articles are paid for
        spent = server.count
        brief = brief_of(server, max_cost=0.0, prices=str(prices), **kept).brief
        assert server.count == spent
    assert len([i for i in brief.verification.left_out if "written by the rules" in i.reason]) >= 3
    assert brief.bottom_line


def test_a_short_brief_stays_one_question() -> None:
    with ChatServer(behave) as server:
        brief_of(server, brief_events=20)
        count = asked(server)
        (message,) = [user_text(body) for body in server.requests if kind_of(body) == "write_brief"]
    assert count["write_lead"] == 0
    assert message.startswith("Write up to 3 sentences for bottom_line and up to 6 key_points. At most 150 words")
    assert "\nRecords from 20 articles:\n[1] " in message
    assert "sentences: 20.1" in message


def event(number: int, actor: str, recipient: str, kind: str = "SANCTION") -> Event:
    evidence = Evidence(article="a", start=0, end=2, quote="Go")
    return Event(
        id=f"e-{number}", type=kind, status="occurred", summary="s", engine="x", confidence=1.0, evidence=(evidence,),
        actors=(Party(name=actor, country=actor),), recipients=(Party(name=recipient, country=recipient),),
    )  # fmt: skip


def test_threads_keep_parties_together_and_no_event_is_lost() -> None:
    many = [event(n, "NOR", "CHL") for n in range(9)] + [event(20 + n, "GHA", "PER") for n in range(5)]
    many += [event(40 + n, "CHL", "NOR", "AID") for n in range(9)] + [event(60, "JPN", "GHA")]
    groups = group_events(many, 10)
    assert sorted(e.id for group in groups for e in group) == sorted(e.id for e in many)
    assert all(len(group) <= 10 for group in groups)
    sides = [frozenset({e.actors[0].key, e.recipients[0].key}) for group in groups for e in group]
    assert sides.count(frozenset({"NOR", "CHL"})) == 18
    kinds = [{e.type for e in group} for group in groups if {"NOR"} & {e.actors[0].key for e in group}]
    assert {"SANCTION"} in kinds  # a thread that is too long is split by topic first
    parts = split_request(BriefRequest(tuple(many), ()), 10)
    assert [part.part for part in parts] == [True] * len(parts)
    assert sorted(e.id for part in parts for e in part.events) == sorted(e.id for e in many)
    assert split_request(BriefRequest(tuple(many), ()), 24)[0].part is False


JUDGED = [
    {"text": "Chile is likely to expel Norwegian diplomats in return.", "e": [1]},
    {"text": "It is almost certain, and we are confident, that Chile will answer.", "e": [1]},
    {"text": "A visit of Bolivia's president is unlikely.", "e": [1]},
    {"text": "A fourth judgement is likely.", "e": [1]},
]


def judging(sentences: list[dict[str, Any]]) -> Callable[[Body, int], Reply]:
    def act(body: Body, number: int) -> Reply:
        if kind_of(body) == "write_assessment":
            return completion(body, json.dumps({"sentences": sentences}))
        return behave(body, number)

    return act


@pytest.mark.parametrize("most", [8, 100])
def test_judgements_only_on_demand_apart_from_facts_and_checked(most: int) -> None:
    with ChatServer(judging([{**JUDGED[0], "text": "More expulsions are likely."}, *JUDGED[1:]])) as server:
        plain = brief_of(server, brief_events=most)
        assert asked(server)["write_assessment"] == 0
        summary = brief_of(server, brief_events=most, assess=True)
        assert asked(server)["write_assessment"] == 1
        again = [b for b in server.requests if kind_of(b) == "revise_sentences" and "make likely" in str(b["messages"])]
    assert plain.brief.assessment == ()
    (judged,) = summary.brief.assessment
    assert (judged.text, judged.section) == ("More expulsions are likely.", "assessment")
    assert judged.events
    assert judged.citations
    held_back = {w.text: w.reasons for w in summary.brief.verification.withheld if w.section == "assessment"}
    assert list(held_back) == [item["text"] for item in JUDGED[1:3]]
    assert "speaks of confidence: “confident”" in held_back[JUDGED[1]["text"]]
    assert any("Bolivia" in reason for reason in held_back[JUDGED[2]["text"]])
    assert len(again) == 1


def test_a_failed_assessment_costs_no_brief() -> None:
    with ChatServer(lambda b, n: failure(500) if kind_of(b) == "write_assessment" else behave(b, n)) as server:
        brief = brief_of(server, brief_events=100, assess=True).brief
    assert brief.bottom_line
    assert any("no assessment could be had" in item.reason for item in brief.verification.left_out)


RIVALS = [
    Article(text=f"Norway expelled {number} envoys of Chile on 3 May 2024.", publisher=paper, published="2024-05-04")
    for number, paper in (("eight", "Fjord Post"), ("ten", "Andes Wire"))
]


@pytest.mark.parametrize("answer", ["Eight envoys according to the Fjord Post, ten according to the Andes Wire.", None])
def test_a_conflict_that_the_writer_passes_over_is_asked_for_once(answer: str | None) -> None:
    def rival(body: Body, _number: int) -> Reply:
        kind = kind_of(body)
        if kind == "extract_events":
            (number,) = re.findall(r"expelled (eight|ten)", user_text(body))
            record = {
                "s": [1], "w": "expelled", "t": "SANCTION/expel", "st": "occurred", "a": ["Norway|NOR|GOV"],
                "r": ["Chile|CHL|GOV"], "d": "on 3 May 2024|2024-05-03", "p": "", "by": [], "q": [f"{number} envoys"],
            }  # fmt: skip
            return completion(body, json.dumps({"events": [record]}))
        if kind == "judge_conflicts":
            return completion(body, '{"verdicts":[]}')
        if kind == "write_brief":
            act = {"text": "Norway expelled envoys of Chile on 3 May.", "e": [1], "s": ["1.1"]}
            return completion(body, json.dumps({"bottom_line": [act], "key_points": [], "threads": [
                {"title": "Norway and Chile", "happened": [act], "claims": [], "differ": []}]}))  # fmt: skip
        assert "reports differ on the figure" in user_text(body)
        told = [{"n": 0, "section": "differ", "text": answer, "e": [1], "s": ["1.1", "2.1"]}] if answer else []
        return completion(body, json.dumps({"edits": told}))

    with ChatServer(rival) as server:
        brief = brief_of(server, RIVALS).brief
        assert asked(server)["edit_brief"] == 1
    assert [event.conflicts[0].slot for event in brief.events] == ["quantities"]
    assert [s.text for thread in brief.threads for s in thread.conflicts] == ([answer] if answer else [])
    passed_over = [item.reason for item in brief.verification.left_out if item.what == "note"]
    assert len(passed_over) == (answer is None)


def test_a_bottom_line_that_does_not_hold_gives_way_to_a_sentence_from_below() -> None:
    def careless(body: Body, number: int) -> Reply:
        kind = kind_of(body)
        if kind in ("extract_events", "edit_brief"):
            return behave(body, number)
        rows = [
            {"text": f"{a} expelled diplomats of {b}.", "e": [int(n)]} for n, a, b in RECORD.findall(user_text(body))
        ]
        wrong = [{"text": "Bolivia expelled everybody.", "e": [2]}]
        threads = [{"title": "Expulsions", "happened": rows, "claims": [], "differ": []}]
        return completion(body, json.dumps({"bottom_line": wrong, "key_points": rows[1:4], "threads": threads}))

    with ChatServer(careless) as server:
        brief = brief_of(server, news()[:6]).brief
    assert [s.text for s in brief.bottom_line] == ["Norway expelled diplomats of Peru."]
    assert brief.bottom_line[0].text not in [s.text for s in brief.key_points]
    assert [item.text for item in brief.verification.withheld] == ["Bolivia expelled everybody."]


def test_what_does_not_hold_is_not_filled_in_with_the_article_s_own_sentence() -> None:
    def careless(body: Body, number: int) -> Reply:
        kind = kind_of(body)
        if kind == "extract_events":
            found = extraction(body)
            (day,) = re.findall(r"on (\d+) May 2024", user_text(body))
            found["events"][0]["d"] = f"on {day} May 2024|2024-05-{int(day):02}"
            return completion(body, json.dumps(found))
        if kind == "edit_brief":
            return behave(body, number)
        rows = [
            {"text": f"{a} expelled diplomats of {b}.", "e": [int(n)]} for n, a, b in RECORD.findall(user_text(body))
        ]
        happened = [rows[1], {"text": "Bolivia expelled everybody.", "e": [3]}]
        threads = [{"title": "Expulsions", "happened": happened, "claims": [], "differ": []}]
        return completion(body, json.dumps({"bottom_line": rows[:1], "key_points": [], "threads": threads}))

    with ChatServer(careless) as server:
        standard, full = (brief_of(server, news()[:3], length=length).brief for length in ("standard", "full"))
    assert len([s for thread in standard.threads for s in thread.statements()]) == 1
    assert "told by no sentence" in {item.reason for item in standard.verification.left_out}
    assert len([s for thread in full.threads for s in thread.statements()]) > 1
