"""A dry run tells what a run then uses: on sparse, usual, dense and long articles, before, amid and after it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.bench.answer_size import compact
from evals.bench.articles import answer_to, article
from evals.bench.chat_server import Behaviour, Body, ChatServer, Reply, completion, failure, user_text
from evals.cases import GoldArticle, case_folders, load_case
from evals.labels import trigger_text
from summarizer import Article, Settings, extract, load_articles, summarize
from summarizer.ledger import Attempt, Ledger
from summarizer.normalising.actors import find_names
from summarizer.pipeline import RunEstimate, estimate_run
from tests.llm.faking import settings_for

KINDS = {
    "sparse": ([article(number, 500, 0) for number in range(8)], 6000),
    "usual": ([article(number, 600, 4) for number in range(8)], 6000),
    "dense": ([article(number, 400, 16) for number in range(8)], 6000),
    "long": ([article(number, 3500, 24) for number in range(3)], 1200),
}


def settings_of(server: ChatServer, tmp_path: Path, tokens: int) -> Settings:
    return settings_for(server, model="gpt-5-mini", store=str(tmp_path / "s.db"), max_chunk_tokens=tokens)


@pytest.mark.parametrize("kind", KINDS)
def test_a_dry_run_is_near_what_is_then_used(tmp_path: Path, kind: str) -> None:
    articles, tokens = KINDS[kind]
    with ChatServer(model) as server:
        settings = settings_of(server, tmp_path, tokens)
        told = estimate_run(articles, settings=settings, brief=False)
        assert (server.count, told.known) == (0, 0)
        run(articles, settings, brief=False)
        assert told.calls == server.count
        check(told, settings)
        again = estimate_run(articles, settings=settings, brief=False)
        assert (again.calls, again.prompt_tokens, again.cost, again.known) == (0, 0, 0.0, told.calls)
        run(articles, settings, brief=False)
        assert server.count == told.calls  # and so it was


# A line that doesn't hold, so that the brief is read over a second time.
WRONG = {"n": 0, "section": "claims", "before": 0, "text": "Chad lost 7,654 boats.", "e": [1], "s": []}
LABELLED = {
    "sparse": (r"dev-none-", 6000),
    "usual": (r"dev-one-", 6000),
    "dense": (r"dev-cl-(?:daily|two)-", 6000),
    "long": (r"dev-long-aid|dev-hard-long-", 1500),
}


@pytest.mark.parametrize("kind", LABELLED)
def test_it_is_near_on_articles_that_are_coded_as_people_coded_them(tmp_path: Path, kind: str) -> None:
    """Answers are the labels; what grounding asks again is not foreseen."""
    pattern, tokens = LABELLED[kind]
    golds = [gold for folder in case_folders() if re.match(pattern, folder.name) for gold in load_case(folder).articles]
    articles = load_articles([gold.path for gold in golds], Settings())[0]
    with ChatServer(labels_of(golds)) as server:
        settings = settings_of(server, tmp_path, tokens)
        told = estimate_run(articles, settings=settings)
        run(list(articles), settings, brief=True)
        foreseen = [row for row in rows_of(settings) if not row.kind.startswith("revise")]
        assert told.calls == pytest.approx(len(foreseen), rel=0.1)
        check(told, settings)
        again = estimate_run(articles, settings=settings)
        assert (again.calls, again.known) == (0, server.count)


def check(told: RunEstimate, settings: Settings) -> None:
    """That prompts, and all tokens, are told within ten per cent, re-asks apart."""
    rows = [row for row in rows_of(settings) if not row.kind.startswith("revise")]
    asked, answered = sum(row.prompt_tokens or 0 for row in rows), sum(row.answer_tokens or 0 for row in rows)
    assert told.prompt_tokens == pytest.approx(asked, rel=0.1)
    assert told.prompt_tokens + told.answer_tokens == pytest.approx(asked + answered, rel=0.1)


def rows_of(settings: Settings) -> list[Attempt]:
    """What was sent, as the ledger has it."""
    ledger = Ledger.open(settings.store or "")
    rows = list(ledger.attempts())
    ledger.close()
    return rows


def labels_of(golds: Sequence[GoldArticle]) -> Behaviour:
    """A model that answers with the labels whose words stand in the lines that it is shown."""

    def behave(body: Body, number: int) -> Reply:
        lines = re.findall(r"^\[(\d+)\] (.*)$", user_text(body), re.M)
        if "events" not in body["tools"][0]["function"]["parameters"]["properties"]:
            return model(body, number)
        shown = " ".join(line for _, line in lines)
        text = {gold: " ".join(gold.text.split()) for gold in golds}
        gold = next(gold for gold in golds if lines[0][1] in text[gold])
        events = []
        for event in gold.events:
            trigger = trigger_text(event.label.triggers[0])[0]
            at = next((int(n) for n, line in lines if trigger in line), None)
            if at is not None:
                told = compact(event.label, ())
                sides = {
                    side: list(filter(None, (_called(str(party), shown) for party in told[side])))  # type: ignore[attr-defined]
                    for side in ("a", "r")
                }
                events.append({**told, **sides, "s": [at]})
        return completion(body, json.dumps({"events": events}, ensure_ascii=False, separators=(",", ":")))

    return behave


def _called(party: str, shown: str) -> str:
    """A party of a label by a name that the prompt shows, as a model would call it; "" when it shows none."""
    name, code, sector = party.split("|")
    if re.search(rf"\b{re.escape(name)}\b", shown):
        return party
    return next((f"{shown[hit.start : hit.end]}|{code}|{sector}" for hit in find_names(shown) if hit.code == code), "")


def model(body: Body, _number: int) -> Reply:
    """Codes by rule; its briefs are as long as a model's, and what the check asks again is not counted."""
    if "verdicts" in body["tools"][0]["function"]["parameters"]["properties"]:
        row = {
            "e": 1,
            "slot": "date",
            "why": "both reports speak of the day of the same meeting",
            "finding": "none",
            "v": [],
        }
        asked = len(re.findall(r"^- \w+\? ", user_text(body), re.M))
        return completion(body, json.dumps({"verdicts": [row] * asked}, separators=(",", ":")))
    if "edits" in body["tools"][0]["function"]["parameters"]["properties"]:
        return completion(body, json.dumps({"doubts": ["?"], "edits": [WRONG]}))
    if "bottom_line" in json.dumps(body["tools"]):
        points = [{"text": "Nothing of this is told by a record. " * 6, "e": [1]}] * 14
        return completion(body, json.dumps({"bottom_line": [], "key_points": points, "threads": []}))
    return answer_to(body)


def run(articles: list[Article], settings: Settings, brief: bool) -> None:
    if brief:
        assert summarize(articles, settings=settings).failures == ()
    else:
        assert all(result.failure is None for result in extract(articles, settings=settings))  # type: ignore[union-attr]


def test_a_run_that_broke_off_is_followed_to_where_it_stopped(tmp_path: Path) -> None:
    """A later part shows the cast that the kept answers of the earlier ones give, else its question isn't the one asked."""
    articles, tokens = KINDS["long"]
    count = {"left": 7}

    def giving_up(body: Body, number: int) -> Reply:
        count["left"] -= 1
        return model(body, number) if count["left"] >= 0 else failure(400, "invalid_request_error")

    with ChatServer(giving_up) as server:
        settings = settings_of(server, tmp_path, tokens)
        whole = estimate_run(articles, settings=settings, brief=False)
        list(extract(articles[:1], settings=settings))
        list(extract(articles[1:2], settings=settings))
        count["left"] = 10**6
        before = server.count
        told = estimate_run(articles, settings=settings, brief=False)
        run(articles, settings, brief=False)
        assert told.known == 7
        assert told.calls == server.count - before == whole.calls - 7


def test_a_long_brief_is_foreseen_in_parts(tmp_path: Path) -> None:
    articles, _ = KINDS["usual"]
    with ChatServer(model) as server:
        settings = settings_of(server, tmp_path, 6000).model_copy(update={"brief_events": 10, "assess": True})
        told = estimate_run(articles, settings=settings)
    assert told.calls > len(articles) + 4  # a question for each part, one for the head, one for judgements


def test_the_recall_pass_and_an_unknown_price_are_told(tmp_path: Path) -> None:
    articles, _ = KINDS["usual"]
    with ChatServer(
        lambda body, number: completion(body, '{"events":[]}') if user_text(body) else failure(500)
    ) as server:
        settings = settings_of(server, tmp_path, 6000).model_copy(update={"recall_pass": True, "model": "fake-model"})
        told = estimate_run(articles, settings=settings, brief=False)
        assert told.calls == 2 * len(articles)
        assert told.cost is None
