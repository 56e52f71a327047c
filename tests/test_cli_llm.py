"""The command with `--engine llm` against a real OpenAI-compatible server on loopback."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from tests.test_cli import run

NEWS = "Norway expelled two Chilean diplomats on 24 April 2021. Chile was calm.\n"
EVENT = {
    "s": [1], "w": "expelled", "t": "SANCTION/expel", "st": "occurred", "a": ["Norway|NOR|GOV"],
    "r": ["Chilean diplomats|CHL|GOV"], "d": "on 24 April 2021|2021-04-24", "p": "", "by": [],
    "q": ["two Chilean diplomats|2|diplomats"],
}  # fmt: skip


def model(body: Body, _number: int) -> Reply:
    """A model that finds the one event and tells it, once well and once with a wrong figure."""
    if (
        "[1]" in user_text(body)
        and "expelled two" in user_text(body)
        and '"bottom_line"' not in json.dumps(body["tools"])
    ):
        return completion(body, json.dumps({"events": [EVENT]}))
    if '"bottom_line"' in json.dumps(body.get("tools", "")):
        told = [
            {"x": "Norway expelled two diplomats of Chile on 24 April 2021.", "e": [1]},
            {"x": "Norway expelled nine diplomats of Chile.", "e": [1]},
        ]
        names = json.dumps(body["tools"])
        key = "x" if '"x"' in names else "text"
        points = [{key: t["x"], "e": t["e"]} for t in told]
        return completion(body, json.dumps({"bottom_line": points[:1], "key_points": points, "threads": []}))
    return completion(body, json.dumps({"events": [], "sentences": []}))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    return path


def test_events_and_brief(news: Path) -> None:
    with ChatServer(model) as server:
        done = run("events", news, "--base-url", server.url, "--no-store", "--mode", "tools")
        (record,) = [json.loads(line) for line in done.stdout.splitlines()]
        assert done.returncode == 0, done.stderr
        assert record["engine"] == "gpt-5-mini"
        assert NEWS[record["evidence"][0]["start"] : record["evidence"][0]["end"]] == record["evidence"][0]["quote"]
        assert b"model" in done.stderr
        assert b"1 calls" in done.stderr
        brief = run("brief", news, "--base-url", server.url, "--no-store", "--mode", "tools", "--format", "json")
        assert brief.returncode == 0, brief.stderr
        told = json.loads(brief.stdout)
        assert [s["text"] for s in told["key_points"]] == ["Norway expelled two diplomats of Chile on 24 April 2021."]
        assert "nine" in told["verification"]["withheld"][0]["text"]


def test_a_wrong_key_is_one_line_that_says_what_to_do(news: Path) -> None:
    with ChatServer(lambda body, number: failure(401, "invalid_api_key")) as server:
        done = run("brief", news, "--base-url", server.url, "--no-store", OPENAI_API_KEY="sk-canary")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"canary" not in done.stderr + done.stdout
    assert re.search(rb"OPENAI_API_KEY|key", done.stderr)


def test_a_repeated_run_is_answered_from_the_store(news: Path, tmp_path: Path) -> None:
    with ChatServer(model) as server:
        for _ in range(2):
            done = run("events", news, "--base-url", server.url, "--store", tmp_path / "s.db", "--mode", "tools")
            assert done.returncode == 0, done.stderr
            assert len(done.stdout.splitlines()) == 1
        assert server.count == 1
    assert b"0 calls, 1 from the cache" in done.stderr


def test_dry_run_sends_nothing(news: Path, tmp_path: Path) -> None:
    with ChatServer(model) as server:
        done = run("brief", news, "--base-url", server.url, "--store", tmp_path / "s.db", "--dry-run")
        assert server.count == 0
    assert done.returncode == 0, done.stderr
    assert b"4 calls" in done.stdout  # the article, its brief, and the brief read over twice


def test_interrupt_delivers_what_is_there(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"{NEWS}Note {number}.")
    stopping = threading.Event()

    def slow(body: Body, number: int) -> Reply:
        return replace(model(body, number), after=None if number == 0 else stopping)

    with ChatServer(slow) as server:
        code = "from summarizer.cli import main; main()"
        options = ["--base-url", server.url, "--no-store", "--mode", "tools", "--concurrency", "1"]
        command = [sys.executable, "-c", code, "events", str(tmp_path), *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            first = process.stdout.readline()
            process.send_signal(signal.SIGINT)
            told = b""
            while b"stopping" not in told and (line := process.stderr.readline()):
                told += line
            stopping.set()
            rest, told = process.stdout.read(), told + process.stderr.read()
            process.wait(timeout=300)
    assert first, told
    assert json.loads(first)["mode"] == "expel"
    assert len(rest.splitlines()) < 5
    assert server.count < 6
    assert b"stopping" in told
    assert process.returncode == 1


def test_a_briefing_told_again_asks_nothing(news: Path, tmp_path: Path) -> None:
    words = ("--base-url", None, "--store", tmp_path / "s.db", "--mode", "tools", "--name", "daily", "--since-last")
    with ChatServer(model) as server:
        asked = [server.url if word is None else word for word in words]
        first = run("brief", news, *asked)
        assert first.returncode == 0, first.stderr
        calls = len(server.requests)
        assert calls >= 2
        again = run("brief", news, *asked)
        assert again.returncode == 0, again.stderr
        assert len(server.requests) == calls
        assert b"nothing new" in again.stderr
        assert b"0 calls, 1 from the cache" in again.stderr
        assert b"Nothing new since the brief of" in again.stdout
        more = tmp_path / "more.txt"
        more.write_text("Norway expelled two Chilean diplomats on 24 April 2021, as is known. Nobody wrote more.\n")
        third = run("brief", more, *asked)
        assert b"Nothing new since" in third.stdout
        assert len(server.requests) == calls + 1  # the unknown article is read, and no brief is written


def test_a_full_disk_stops_before_anything_is_asked(news: Path, tmp_path: Path) -> None:
    script = (
        "import shutil, sys\n"
        "from collections import namedtuple\n"
        "shutil.disk_usage = lambda path: namedtuple('usage', 'total used free')(10, 10, 0)\n"
        "from summarizer.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    with ChatServer(model) as server:
        words = ["brief", str(news), "--base-url", server.url, "--store", str(tmp_path / "s.db"), "--mode", "tools"]
        done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=False)
        assert done.returncode == 2
        assert b"no room left" in done.stderr
        assert server.requests == []
