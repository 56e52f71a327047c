"""Runs end to end: a small fixture folder, a real chat server on loopback, recording, replaying, and what makes a run incomplete."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure
from evals.cassettes import STALE
from evals.cli import main
from evals.metrics import METRICS, Metric
from evals.outcomes import CaseOutcome
from evals.results import as_json, table
from evals.running import RunOptions, run_now
from summarizer.prompts import load_prompt

TEXT = """Utopia on Monday expelled two diplomats of Arcadia over a parking quarrel.

The foreign minister of Arcadia, Ada Lum, said on Tuesday that the decision was a mistake.
"""
CASE = """about: One expulsion.
split: dev
stratum: plain
register: wire
nuggets:
- {say: Utopia expelled two diplomats, vital: true, words: [utopia, expel, two|2]}
must_not:
- {say: Arcadia expelled diplomats, event: {type: SANCTION/expel, actors: [":Arcadia"]}}
"""
LABELS = """labeller: A
events:
- id: expulsion
  type: SANCTION/expel
  status: occurred
  actors: [":Utopia"]
  recipients: [":Arcadia"]
  date: 2024-05-06
  date_text: on Monday
  quantities: [2 diplomats]
  triggers: [expelled]
"""
EVENT = {
    "type": "SANCTION",
    "mode": "expel",
    "status": "occurred",
    "actors": ["Utopia"],
    "recipients": ["Arcadia"],
    "date": "2024-05-06",
    "quantities": [{"value": 2, "unit": "diplomats"}],
    "quote": "Utopia on Monday expelled two diplomats of Arcadia",
}


def make_fixture(root: Path, name: str = "dev-small") -> Path:
    folder = root / name
    folder.mkdir(parents=True)
    front = "---\ntitle: Utopia sends two home\npublished: 2024-05-08\npublisher: Wire\n---\n"
    (folder / "wire.md").write_text(front + TEXT, encoding="utf-8")
    (folder / "wire.labels.yaml").write_text(LABELS, encoding="utf-8")
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    return root


def answer(body: Body, number: int) -> Reply:
    if body.get("tools"):
        return completion(body, json.dumps({"events": [EVENT]}))
    return completion(body, "**Bottom line**\n- Utopia expelled two diplomats of Arcadia on Monday, 6 May 2024 [1].")


LLM_EVENT = {
    "s": [1],
    "w": "expelled",
    "t": "SANCTION/expel",
    "st": "occurred",
    "a": ["Utopia||"],
    "r": ["Arcadia||"],
    "d": "on Monday|2024-05-06",
    "p": "",
    "by": [],
    "q": ["two diplomats|2|diplomats"],
}


def answer_numbered(body: Body, number: int) -> Reply:
    """Answers in the form that the product's own model engine asks for."""
    if "bottom_line" in json.dumps(body["tools"]):
        told = {"text": "Utopia expelled two diplomats of Arcadia on 6 May 2024.", "e": [1]}
        return completion(body, json.dumps({"bottom_line": [told], "key_points": [], "threads": []}))
    return completion(body, json.dumps({"events": [LLM_EVENT]}))


@pytest.fixture
def options(tmp_path: Path) -> RunOptions:
    return RunOptions(engine="plain", fixtures=make_fixture(tmp_path / "fixtures"))


def value(run_json: dict[str, dict[str, dict[str, float | None]]], name: str) -> float | None:
    return run_json["metrics"][name]["value"]


def test_recorded_answers_are_replayed_without_a_server_and_score_the_same(options: RunOptions) -> None:
    with ChatServer(answer) as server:
        recording = replace(options, record=True, base_url=server.url)
        first, again = run_now(recording), run_now(recording)
        assert server.count == 2  # one extraction and one brief: the second run asked for nothing
    replayed = as_json(run_now(options))
    assert first.complete
    assert again.complete
    assert replayed["metrics"] == as_json(first)["metrics"]
    assert value(replayed, "event_f1") == 1.0
    assert value(replayed, "quotes_exact") == 1.0
    assert value(replayed, "nugget_recall_vital") == 1.0
    assert value(replayed, "must_not_rate") == 0.0
    assert (value(replayed, "answer_tokens_per_article") or 0) > 0


def test_model_engine_is_replayed_too(options: RunOptions) -> None:
    with ChatServer(answer_numbered) as server:
        recorded = as_json(run_now(replace(options, engine="llm", record=True, base_url=server.url)))
    replayed = as_json(run_now(replace(options, engine="llm")))
    assert recorded["problems"] == replayed["problems"] == []
    assert replayed["metrics"] == recorded["metrics"]
    for name in (
        "event_f1",
        "date_exact",
        "quotes_exact",
        "citations_resolve",
        "articles_accounted",
        "nugget_recall_vital",
    ):
        assert value(replayed, name) == 1.0
    assert (value(replayed, "answer_tokens_per_article") or 0) > 0


def test_brief_that_the_model_did_not_write_is_not_scored_as_its_own(options: RunOptions) -> None:
    def speechless(body: Body, number: int) -> Reply:
        if "bottom_line" in json.dumps(body["tools"]):
            return failure(400, "invalid_request_error")
        return answer_numbered(body, number)

    with ChatServer(speechless) as server:
        done = run_now(replace(options, engine="llm", record=True, base_url=server.url))
    assert [(problem.case, problem.what) for problem in done.problems] == [("dev-small", "task")]


def test_cassette_holds_a_header_and_a_line_an_answer(options: RunOptions) -> None:
    with ChatServer(answer) as server:
        run_now(replace(options, record=True, base_url=server.url))
    header, *rows = [json.loads(line) for line in (options.cassette).read_text().splitlines()]
    assert header["model"] == "a large language model behind an OpenAI-compatible endpoint"
    assert len(rows) == 2
    assert all(len(row["key"]) == 64 and len(row["prompt"]) == 12 and row["date"] and row["usage"][1] for row in rows)


def test_missing_recording_is_stale_and_makes_the_run_incomplete(options: RunOptions) -> None:
    done = run_now(options)
    assert not done.complete
    assert [(problem.case, problem.reason) for problem in done.problems] == [("dev-small", STALE)]
    assert done.outcomes == ()
    assert "INCOMPLETE" in table(as_json(done))


def test_changed_request_is_stale_and_recording_again_drops_the_old_answer(options: RunOptions) -> None:
    with ChatServer(answer) as server:
        recording = replace(options, record=True, base_url=server.url)
        run_now(recording)
        other = replace(recording, model="another")
        assert not run_now(replace(other, record=False, base_url=None)).complete
        assert run_now(other).notes == ("2 recorded answers to requests that are no longer made were dropped",)


def test_failing_server_is_a_row_not_a_score(options: RunOptions) -> None:
    with ChatServer(lambda body, number: failure(500)) as server:
        done = run_now(replace(options, record=True, base_url=server.url))
    assert [problem.what for problem in done.problems] == ["task"]
    assert value(as_json(done), "event_f1") is None
    assert not (options.cassette).exists()


def test_failing_metric_is_a_row_and_leaves_the_others(options: RunOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(case: CaseOutcome) -> dict[str, float]:
        raise ZeroDivisionError("no")

    monkeypatch.setitem(METRICS, "nugget_recall", Metric(METRICS["nugget_recall"].formula, "higher", of_case=broken))
    with ChatServer(answer) as server:
        done = run_now(replace(options, base_url=server.url))
    assert [(problem.case, problem.what) for problem in done.problems] == [("dev-small", "nugget_recall")]
    assert value(as_json(done), "event_f1") == 1.0


def test_unreadable_labels_are_a_row(options: RunOptions) -> None:
    (options.fixtures / "dev-small" / "wire.labels.yaml").write_text("labeller: A\nevents: [{id: x}]\n")
    with ChatServer(answer) as server:
        done = run_now(replace(options, base_url=server.url))
    assert [problem.what for problem in done.problems] == ["fixture"]


def test_quote_that_is_not_in_the_article_breaks_the_invariant(options: RunOptions) -> None:
    def invented(body: Body, number: int) -> Reply:
        if body.get("tools"):
            return completion(body, json.dumps({"events": [{**EVENT, "quote": "Utopia threw out two diplomats"}]}))
        return answer(body, number)

    with ChatServer(invented) as server:
        done = run_now(replace(options, base_url=server.url))
    assert value(as_json(done), "quotes_exact") == pytest.approx(1 / 3)  # twice the event, once the citation


def test_a_variant_keeps_only_the_answers_that_it_does_not_share(options: RunOptions) -> None:
    def missed(body: Body, number: int) -> Reply:
        if "missing" in body["messages"][1]["content"]:
            return completion(body, json.dumps({"events": []}))
        return answer_numbered(body, number)

    with ChatServer(missed) as server:
        plain = replace(options, engine="llm", record=True, base_url=server.url)
        run_now(plain)
        variant = replace(plain, settings=(("recall_pass", "true"),))
        before = plain.cassette.read_text()
        first = run_now(variant)
        assert server.count == 3  # extraction and brief, and for the variant only what was missed
    assert variant.cassette.name == "llm-dev+recall_pass=true.jsonl"
    assert len(variant.cassette.read_text().splitlines()) == 2
    assert plain.cassette.read_text() == before
    replayed = run_now(replace(variant, record=False, base_url=None))
    assert as_json(first)["name"] == "llm-dev+recall_pass=true"
    assert (first.complete, replayed.complete) == (True, True)
    assert as_json(replayed)["metrics"] == as_json(first)["metrics"]


def test_prompts_of_a_folder_are_a_variant(options: RunOptions, tmp_path: Path) -> None:
    folder = tmp_path / "curt"
    folder.mkdir()
    (folder / "extract_events.toml").write_text(
        "description='d'\nversion='1'\nsystem='Curt. $ontology'\nuser='$article'"
    )
    with ChatServer(answer_numbered) as server:
        run_now(replace(options, engine="llm", record=True, base_url=server.url, prompts=folder))
        systems = [body["messages"][0]["content"] for body in server.requests]
    assert systems[0].startswith("Curt. AGREE: ")
    assert not systems[1].startswith("Curt.")  # the brief's prompt is ours
    assert (options.fixtures.parent / "cassettes" / "llm-dev+prompts=curt.jsonl").exists()


def test_events_alone_ask_for_no_brief_and_score_none(options: RunOptions) -> None:
    with ChatServer(answer_numbered) as server:
        done = run_now(replace(options, engine="llm", record=True, base_url=server.url, events_only=True))
        assert server.count == 1
    data = as_json(done)
    assert done.complete
    assert value(data, "event_f1") == 1.0
    assert value(data, "must_not_rate") == 0.0
    assert value(data, "nugget_recall") is None
    assert (value(data, "answer_tokens_per_article") or 0) > 0


@pytest.mark.parametrize("given", ["recall_pass", "speed=9", "model=x", "max_chunk_tokens=few"])
def test_what_is_no_setting_is_refused(given: str) -> None:
    told = CliRunner().invoke(main, ["run", "--engine", "llm", "--set", given])
    assert told.exit_code == 2
    assert f"--set {given}" in told.output


@pytest.mark.parametrize(("name", "kept"), [("bare", ""), ("no-example", "$guidance")])
def test_prompt_variants_differ_from_ours_only_in_what_they_leave_out(name: str, kept: str) -> None:
    ours = load_prompt("extract_events")
    variant = load_prompt("extract_events", str(Path("evals/prompts") / name))
    assert variant.system == ours.system.replace("$guidance$example", kept)
    assert variant.user == ours.user
