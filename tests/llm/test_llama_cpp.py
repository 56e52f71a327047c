"""Against a real llama.cpp server: noise that fits the schema must come out as no events, with reasons.

Off unless LLAMA_CPP_PYTHON names a Python that has `llama-cpp-python[server]` and `gguf` (`.ci/llama_cpp` sets one up;
building it takes about ten minutes).
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.bench.articles import article
from summarizer import extract
from summarizer.engines.llm.probe import probe_server
from summarizer.settings import Settings
from summarizer.summary import ArticleResult

PYTHON = os.environ.get("LLAMA_CPP_PYTHON")
pytestmark = pytest.mark.skipif(not PYTHON, reason="LLAMA_CPP_PYTHON is not set")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    model = tmp_path_factory.mktemp("llama") / "tiny.gguf"
    script = Path(__file__).with_name("tiny_model.py")
    subprocess.run([str(PYTHON), str(script), str(model)], check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(PYTHON), "-m", "llama_cpp.server", "--model", str(model), "--host", "127.0.0.1", "--port", str(port)]
    command += ["--n_ctx", "32768", "--chat_format", "chatml-function-calling", "--seed", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}/v1"
            for _ in range(240):
                try:
                    urllib.request.urlopen(f"{address}/models", timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.25)
            yield address
        finally:
            server.terminate()


def test_the_server_is_found(url: str) -> None:
    found = probe_server(Settings(base_url=url))
    assert found.answers
    assert len(found.models) == 1


@pytest.mark.parametrize("mode", ["auto", "tools", "json-schema", "json"])
def test_noise_is_no_event(url: str, mode: str) -> None:
    settings = Settings.model_validate(
        {"engine": "llm", "base_url": url, "model": "tiny", "mode": mode, "use_store": False, "attempts": 2,
         "max_answer_tokens": 400, "concurrency": 1, "temperature": 1.5}
    )  # fmt: skip
    results = list(extract([article(number, 60, 1) for number in range(3)], settings=settings))
    assert len(results) == 3
    for result in results:
        assert isinstance(result, ArticleResult)
        assert result.events == ()
        assert result.failure is not None or result.rejected or result.notes or result.usage.calls
        if result.failure is not None:
            assert "\n" not in result.failure.reason
        for item in result.rejected:
            assert item.reasons
