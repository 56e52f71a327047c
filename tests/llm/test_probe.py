"""Probing a server, and the client that talks to it."""

from __future__ import annotations

import asyncio
import logging

import openai
import pytest

from evals.bench.articles import model_of
from evals.bench.chat_server import ChatServer, Reply
from summarizer.engines.llm.client import make_client
from summarizer.engines.llm.probe import probe_server
from summarizer.settings import Settings


class Odd(ChatServer):
    """A server that answers everything with one reply."""

    answer = Reply()

    def reply(self, path: str, raw: bytes) -> Reply:
        return self.answer


def test_a_server_that_lists_models() -> None:
    with ChatServer(model_of(0)) as server:
        found = probe_server(Settings(base_url=server.url, model="fake-model", api_key="sk-canary"))
        other = probe_server(Settings(base_url=server.url, model="other"))
        assert server.count == 0
    assert found.answers
    assert found.models == ("fake-model",)
    assert found.latency is not None
    assert "fake-model is among them" in found.detail
    assert "NOT among them" in other.detail
    assert "canary" not in repr(found)


@pytest.mark.parametrize(
    ("reply", "answers", "detail"),
    [
        (Reply(404), True, "lists no models"),
        (Reply(401), False, "refuses the key"),
        (Reply(500), False, "failed with status 500"),
        (Reply(body=b"<html>", headers={"Content-Type": "text/html"}), False, "something else"),
        (Reply(body=b'{"data": 5}'), False, "something else"),
        (Reply(drop=True), False, "no connection"),
    ],
)
def test_a_server_that_does_not(reply: Reply, answers: bool, detail: str) -> None:
    with Odd(model_of(0)) as server:
        server.answer = reply
        found = probe_server(Settings(base_url=server.url))
    assert found.answers is answers
    assert detail in found.detail


def test_no_server_and_wrong_settings() -> None:
    assert not probe_server(Settings(base_url="http://127.0.0.1:9/v1")).answers
    assert "no http" in probe_server(Settings(base_url="file:///etc")).detail


def test_the_client_leaves_retries_to_us_and_keeps_its_logs_to_itself() -> None:
    client = make_client(Settings(base_url="http://127.0.0.1:9/v1"))
    assert client.max_retries == 0
    for name in ("instructor.v2.retry", "instructor", "openai._base_client", "httpx2"):
        assert not logging.getLogger(name).isEnabledFor(logging.CRITICAL)
    asyncio.run(client.close())


def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask(url: str) -> None:
        client = make_client(Settings(base_url=url, deadline=60))
        try:
            await client.get("/models", cast_to=object)
        finally:
            await client.close()

    with ChatServer(model_of(0)) as server:
        monkeypatch.setenv("HTTP_PROXY", server.url.removesuffix("/v1"))
        monkeypatch.delenv("http_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        asyncio.run(ask("http://127.0.0.9:9/v1"))  # the proxy answers for it
        monkeypatch.setenv("NO_PROXY", "127.0.0.9")
        with pytest.raises(openai.APIConnectionError):
            asyncio.run(ask("http://127.0.0.9:9/v1"))
