"""Recorded answers: an OpenAI-compatible server on loopback that replays them, and records them from a real server.

A cassette is a file of JSON lines, a header and then one line an answer, keyed by the exact request. Requests come to
`/<case>/v1/chat/completions`, so that one without a recorded answer is laid to its case: "stale cassette: record again".
"""

from __future__ import annotations

import hashlib
import json
import threading
import urllib.error
import urllib.request
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

STALE = "stale cassette: record again"
_MODEL = "a large language model behind an OpenAI-compatible endpoint"
_VOLATILE = frozenset({"user", "metadata", "safety_identifier", "prompt_cache_key", "store", "seed"})
_PATIENCE = 7200.0

Row = dict[str, Any]


def request_key(body: Row) -> str:
    """The name of a request: SHA-256 of its canonical JSON, without fields that don't change the answer asked for."""
    kept = {name: value for name, value in body.items() if name not in _VOLATILE}
    return hashlib.sha256(
        json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    ).hexdigest()


def _prompt_fingerprint(body: Row) -> str:
    """Twelve digits of the system messages' digest: which version of the prompt was answered."""
    fixed = "\n".join(
        str(m.get("content")) for m in body.get("messages", []) if m.get("role") in ("system", "developer")
    )
    return hashlib.sha256(fixed.encode()).hexdigest()[:12]


def _packed(key: str, body: Row, answer: Row) -> Row:
    """What is kept of an answer: what was said, why it ended, and what it cost."""
    choice, usage = answer["choices"][0], answer.get("usage") or {}
    calls = choice["message"].get("tool_calls") or []
    said: Row = {"content": choice["message"].get("content")}
    if calls:
        said = {"tool": calls[0]["function"]["name"], "arguments": calls[0]["function"]["arguments"]}
    return {
        "key": key,
        "date": datetime.now(UTC).date().isoformat(),
        "prompt": _prompt_fingerprint(body),
        "usage": [usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)],
        "finish": choice.get("finish_reason"),
        **said,
    }


def _unpacked(row: Row, model: str) -> Row:
    """An answer as an OpenAI-compatible server gives it."""
    message: Row = {"role": "assistant", "content": row.get("content")}
    if "tool" in row:
        call = {"name": row["tool"], "arguments": row["arguments"]}
        message["tool_calls"] = [{"id": f"call_{row['key'][:8]}", "type": "function", "function": call}]
    asked, answered = row["usage"]
    return {
        "id": f"chatcmpl-{row['key'][:12]}",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": row["finish"]}],
        "usage": {"prompt_tokens": asked, "completion_tokens": answered, "total_tokens": asked + answered},
    }


class _Server(ThreadingHTTPServer):
    """Takes a whole run's calls at once: the standard backlog of 5 drops connections."""

    request_queue_size = 1024
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a client that hung up is its own business, and standard error belongs to the command."""


class Cassette:
    """A server that answers from a file; with `upstream` it asks there for what the file lacks, and keeps that at once.

    What `also`, another such file, holds is answered from there and never written.
    `misses` counts requests without an answer by case, `spent` the prompt and answer tokens of those that got one.
    """

    def __init__(
        self, path: Path, upstream: str | None = None, api_key: str = "none", also: Path | None = None
    ) -> None:
        self.path, self.upstream, self.api_key = path, upstream, api_key
        self.misses: dict[str, int] = {}
        self.spent: dict[str, tuple[int, int]] = {}
        self._rows: dict[str, Row] = {}
        self._used: set[str] = set()
        self._lock = threading.Lock()
        self._asking: dict[str, threading.Lock] = {}
        self._rows = _read(path)
        self._borrowed = _read(also) if also else {}

    def __enter__(self) -> Cassette:
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, daemon=True, name="cassette").start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def address(self, case: str) -> str:
        """The base URL for the requests of one case."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/{case}/v1"

    def answer(self, case: str, body: Row) -> tuple[int, Row]:
        """HTTP status and body for a request; equal requests in flight are asked upstream once."""
        key = request_key(body)
        with self._lock:
            turn = self._asking.setdefault(key, threading.Lock())
        with turn:
            known = key in self._rows or key in self._borrowed
            if not known and self.upstream is None:
                with self._lock:
                    self.misses[case] = self.misses.get(case, 0) + 1
                return 400, {"error": {"message": STALE, "type": "invalid_request_error"}}
            if not known:
                status, answer = self._ask(body)
                if status != 200:
                    return status, answer
                self._keep(_packed(key, body, answer))
            return 200, self._given(case, key, str(body.get("model")))

    def _given(self, case: str, key: str, model: str) -> Row:
        """A kept answer, counted as used and laid to the account of the case."""
        row = self._rows.get(key) or self._borrowed[key]
        with self._lock:
            self._used.add(key)
            asked, answered = self.spent.get(case, (0, 0))
            self.spent[case] = asked + row["usage"][0], answered + row["usage"][1]
        return _unpacked(row, model)

    def prune(self) -> int:
        """Drop answers that no request of this run asked for; how many went."""
        with self._lock:
            stale = self._rows.keys() - self._used
            if stale:
                self._rows = {key: row for key, row in self._rows.items() if key not in stale}
                lines = [_header(self.path.stem), *(self._rows[key] for key in sorted(self._rows))]
                self.path.write_text("".join(_line(line) for line in lines), encoding="utf-8")
            return len(stale)

    def _keep(self, row: Row) -> None:
        with self._lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = not self.path.exists()
            with self.path.open("a", encoding="utf-8") as file:
                file.write((_line(_header(self.path.stem)) if new else "") + _line(row))
            self._rows[row["key"]] = row

    def _ask(self, body: Row) -> tuple[int, Row]:
        request = urllib.request.Request(
            f"{(self.upstream or '').rstrip('/')}/chat/completions",
            data=json.dumps(body, ensure_ascii=False).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {self.api_key}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as response:
                return 200, json.loads(response.read())
        except urllib.error.HTTPError as error:
            return error.code, {"error": {"message": f"the server to record from answered {error.code}"}}
        except (OSError, ValueError) as error:
            return 502, {"error": {"message": f"the server to record from failed: {type(error).__name__}"}}


def _read(path: Path) -> dict[str, Row]:
    """The answers of a file by key; none without the file."""
    if not path.exists():
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {line["key"]: line for line in lines if "key" in line}


def _header(name: str) -> Row:
    return {
        "cassette": name,
        "model": _MODEL,
        "usage": "prompt and answer tokens, as the recording server counted them",
    }


def _line(value: Row) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _handler(cassette: Cassette) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            status, answer = cassette.answer(self.path.split("/")[1], body)
            data = json.dumps(answer, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: standard error belongs to the command."""

    return Handler
