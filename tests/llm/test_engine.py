"""The engine as a whole, against a real HTTP server on loopback: what it asks and what it makes of the answers."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from summarizer.brief import BriefRequest, SentenceDraft, Withheld
from summarizer.engines.llm import messages
from summarizer.engines.llm.engine import LlmEngine
from summarizer.errors import (
    AnswerInvalid,
    AuthenticationFailed,
    EngineError,
    SettingsError,
)
from summarizer.grounding import ground_events
from summarizer.ontology import load_ontology
from summarizer.prompts import load_prompt
from summarizer.settings import Settings
from tests.llm.faking import (
    ANSWER,
    NONE,
    answers,
    chunk_of,
    fails,
    sequence,
    with_engine,
)
from tests.llm.test_messages import event


def test_an_answer_becomes_drafts_that_ground() -> None:
    with ChatServer(answers()) as server:
        found = with_engine(server, lambda engine: engine.extract_events(chunk_of()))
    grounded = ground_events(found.drafts, chunk_of(), load_ontology(), "m")
    (mention,) = grounded.mentions
    assert grounded.rejected == ()
    assert mention.date is not None
    assert mention.date.edtf == "2021-04-26"
    assert found.notes == ()
    assert (found.usage.calls, found.usage.cache_hits) == (1, 0)
    assert found.usage.answer_tokens == len(ANSWER) // 4
    assert found.usage.cost is None  # nobody knows the price of "fake-model"


def test_what_is_sent_is_constant_first_and_never_rendered() -> None:
    hostile = "{{7*7}} {% raw %} $article ${x} was said. {# no #}"
    with ChatServer(answers(NONE)) as server:

        async def work(engine: LlmEngine) -> None:
            await engine.extract_events(chunk_of(hostile))
            await engine.extract_events(chunk_of("Another text."))

        with_engine(server, work)
        first, second = server.requests
    assert first["messages"][0] == second["messages"][0]
    assert first["messages"][0]["content"] == messages.extraction_system(load_ontology(), load_prompt("extract_events"))
    assert [message["role"] for message in first["messages"]] == ["system", "user"]
    assert "[1] {{7*7}} {% raw %} $article ${x} was said." in user_text(first)
    assert first["tools"] == second["tools"]
    assert "temperature" not in first


def test_one_bad_item_is_noted() -> None:
    two = json.dumps({"events": [json.loads(ANSWER)["events"][0], {"s": "one"}]})
    with ChatServer(answers(two)) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()))
        assert server.count == 1
    assert len(found.drafts) == 1
    assert found.notes == ("record 2 of the answer was dropped: its status is unknown",)


def test_rejected_events_are_asked_again_with_their_reasons_only() -> None:
    bad = ANSWER.replace("expelled", "ousted")
    with ChatServer(sequence(answers(bad), answers())) as server:

        async def work(engine: LlmEngine) -> Any:
            first = await engine.extract_events(chunk_of())
            rejected = ground_events(first.drafts, chunk_of(), load_ontology(), "m").rejected
            assert len(rejected) == 1
            return await engine.revise_events(chunk_of(), rejected)

        found = with_engine(server, work)
        asked = [user_text(request) for request in server.requests]
    assert asked[1].startswith(asked[0])
    assert 'wrong: trigger "ousted" is not in the cited sentences' in asked[1]
    assert [draft.trigger for draft in found.drafts] == ["expelled"]


def test_a_recall_pass_asks_once_for_what_is_missing() -> None:
    missed = ANSWER.replace('"s": [1]', '"s": [2]').replace("expelled", "called")
    with ChatServer(sequence(answers(), answers(missed))) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), recall_pass=True)
        asked = [user_text(request) for request in server.requests]
    assert asked[1].startswith(asked[0])
    assert "- s: 1 · w: expelled · t: SANCTION/expel" in asked[1]
    assert [draft.trigger for draft in found.drafts] == ["expelled", "called"]
    with ChatServer(sequence(answers(), fails(400))) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), recall_pass=True)
    assert [draft.trigger for draft in found.drafts] == ["expelled"]
    assert "could not be asked for" in found.notes[0]


def test_nothing_rejected_asks_nothing() -> None:
    with ChatServer(answers()) as server:
        found = with_engine(server, lambda e: e.revise_events(chunk_of(), []))
        assert server.count == 0
    assert found.drafts == ()


BRIEF = {
    "bottom_line": [
        {"text": "Chile sent aid. [1]", "e": [1]},
        {"text": "See https://evil.example", "e": [1]},
        {"text": "Nobody knows.", "e": [7]},
        "no sentence",
    ],
    "key_points": [{"text": "**Chile** helped twice.", "e": [2, 1, 2, 99]}],
    "threads": [
        {"title": "Aid", "happened": [{"text": "It did.", "e": [2]}], "claims": [{"text": "It says so.", "e": [1]}]},
        {"title": "<b>x</b>", "happened": [{"text": "It did.", "e": [2]}], "claims": []},
        {"title": "Empty", "happened": [], "claims": [{"text": "Nothing.", "e": []}]},
        7,
    ],
}


def test_a_brief_is_read_as_plain_sentences_about_known_events() -> None:
    request = BriefRequest((event(1), event(2)), ())
    with ChatServer(answers(json.dumps(BRIEF))) as server:
        draft = with_engine(server, lambda e: e.write_brief(request))
        asked = user_text(server.requests[0])
    assert draft.bottom_line == (SentenceDraft("Chile sent aid.", ("e-1",)),)
    assert draft.key_points == (SentenceDraft("Chile helped twice.", ("e-2", "e-1")),)
    (thread,) = draft.threads
    assert (thread.title, thread.events) == ("Aid", ("e-2", "e-1"))
    assert thread.claims == (SentenceDraft("It says so.", ("e-1",)),)
    assert draft.notes == (
        "1 sentences with links or markup were left out",
        "2 sentences that name no record were left out",
    )
    assert "[2] AID · occurred" in asked


def test_no_events_ask_for_no_brief() -> None:
    with ChatServer(answers()) as server:
        draft = with_engine(server, lambda e: e.write_brief(BriefRequest((), ())))
        assert server.count == 0
    assert draft.bottom_line == ()


def test_too_many_events_for_one_question_are_told() -> None:
    many = tuple(event(number, summary="w" * 2000) for number in range(200))
    with ChatServer(answers('{"bottom_line":[],"key_points":[],"threads":[]}')) as server:
        draft = with_engine(server, lambda e: e.write_brief(BriefRequest(many, ())))
    assert len(draft.notes) == 1
    assert "events of less weight were not shown" in draft.notes[0]


def test_sentences_are_revised_in_order() -> None:
    answer = {"sentences": [{"n": 2, "text": "Better.", "e": [1]}, {"n": 9, "text": "Odd.", "e": [1]}, {"n": 1}]}
    withheld = [Withheld(SentenceDraft(text, ("e-1",)), "key_points", ("no",)) for text in ("A.", "B.", "C.")]
    with ChatServer(answers(json.dumps(answer))) as server:
        found = with_engine(server, lambda e: e.revise_sentences(BriefRequest((event(1),), ()), withheld))
    assert found == (None, SentenceDraft("Better.", ("e-1",)), None)


def test_nothing_secret_is_logged_or_raised(caplog: pytest.LogCaptureFixture) -> None:
    key, secret = "sk-canary-123456", "canary sentence of the article"

    def behave(body: Body, number: int) -> Reply:
        if number == 0:
            return failure(401, message=f"wrong key {key} for {user_text(body)}")
        return completion(body, f"{secret} {{")

    with caplog.at_level(logging.DEBUG), ChatServer(behave) as server:
        errors = []
        for _ in range(2):
            with pytest.raises(EngineError) as caught:
                with_engine(server, lambda e: e.extract_events(chunk_of(secret)), api_key=key, mode="tools")
            errors.append(caught.value)
    assert [type(error) for error in errors] == [AuthenticationFailed, AnswerInvalid]
    told = caplog.text + "".join(map(repr, errors)) + "".join(map(str, errors))
    told += "".join(
        repr((error.__cause__, error.__context__ if not error.__suppress_context__ else "")) for error in errors
    )
    assert "canary" not in told


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"max_cost": 1.0, "model": "nobody-knows"}, "price of nobody-knows is unknown"),
        ({"base_url": "ftp://x"}, "no http"),
        ({"api_key": "a b"}, "characters that no key has"),
        ({"api_key": "a\nX-Evil: 1"}, "characters that no key has"),
    ],
)
def test_settings_that_cannot_work(changes: dict[str, Any], match: str) -> None:
    with pytest.raises(SettingsError, match=match):
        LlmEngine(Settings(**changes), load_ontology())


def test_the_fingerprint_follows_model_and_parameters() -> None:
    ontology = load_ontology()
    seen = {
        LlmEngine(Settings(**changes), ontology).fingerprint
        for changes in ({}, {"model": "other"}, {"temperature": 0.0}, {"concurrency": 3})
    }
    assert len(seen) == 3
    assert all(len(item) == 12 for item in seen)
