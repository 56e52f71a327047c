"""A chat-completions server on 127.0.0.1 that answers by rule and fails on purpose, over real HTTP.

What it answers is a function of the request, so that a test can count exactly: `Behaviour` gets the decoded body and
the number of the request (from 0) and gives a `Reply`.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import itertools
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Reply:
    """What goes back: status, headers, body, `delay` seconds after the request or once `after` is set; `drop` closes the
    connection instead; `drip` seconds between single bytes of the body.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drop: bool = False
    drip: float = 0.0
    after: threading.Event | None = None


Behaviour = Callable[[Body, int], Reply]


def completion(body: Body, text: str, finish: str | None = None, **message: Any) -> Reply:
    """A whole answer that holds `text`, as a tool call or as content, whichever the request asks for."""
    name = ((body.get("tools") or [{}])[0].get("function") or {}).get("name")
    said: dict[str, Any] = {"role": "assistant", "content": None if name else text}
    if name:
        said["tool_calls"] = [{"id": "call_0", "type": "function", "function": {"name": name, "arguments": text}}]
    said.update(message)
    shown = [body["messages"], body.get("tools"), body.get("response_format")]
    sizes = len(json.dumps(shown, ensure_ascii=False)) // 4, max(1, len(text) // 4)
    value = {
        "id": "chatcmpl-0",
        "object": "chat.completion",
        "created": 0,
        "model": body.get("model", ""),
        "choices": [{"index": 0, "message": said, "finish_reason": finish or ("tool_calls" if name else "stop")}],
        "usage": {"prompt_tokens": sizes[0], "completion_tokens": sizes[1], "total_tokens": sum(sizes)},
    }
    return Reply(body=json.dumps(value).encode())


def failure(status: int, code: str | None = None, message: str = "no", **headers: str) -> Reply:
    """An error in OpenAI's form; header names are written with underscores."""
    value = {"error": {"message": message, "type": "error", "code": code, "param": None}}
    return Reply(status, json.dumps(value).encode(), {name.replace("_", "-"): told for name, told in headers.items()})


def user_text(body: Body) -> str:
    """The first user message of a request."""
    return next(str(message["content"]) for message in body["messages"] if message["role"] == "user")


class ChatServer:
    """A server in a thread of its own, as a context manager. `requests` holds the decoded bodies as they arrived.

    When it ends, so does every connection, those included that it has just accepted.
    """

    def __init__(self, behaviour: Behaviour, keep: bool = True) -> None:
        self.behaviour = behaviour
        self.requests: list[Body] = []
        self.count = 0
        self.error: Exception | None = None  # of the behaviour; raised when the server ends
        self.in_flight = self.most_in_flight = 0
        self.connections: set[_Connection] = set()
        self.ending = False
        self._keep = keep
        self._numbers = itertools.count()
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._port = 0

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._port}/v1"

    def __enter__(self) -> ChatServer:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        if self.error is not None and error is None:
            raise self.error

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            self._loop.create_server(lambda: _Connection(self), "127.0.0.1", 0, backlog=2048)
        )
        self._port = server.sockets[0].getsockname()[1]
        self._started.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._close(server))

    async def _close(self, server: asyncio.Server) -> None:
        """End all connections. Those that are being made are made first: asyncio leaves their sockets open otherwise."""
        self.ending = True
        for connection in list(self.connections):
            connection.abort()
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.gather(*tasks, return_exceptions=True)
        server.close()
        while self.connections:  # noqa: ASYNC110 - they end within a turn or two
            await asyncio.sleep(0)

    def reply(self, path: str, raw: bytes) -> Reply:
        """What goes back for one request."""
        if not path.endswith("/chat/completions"):
            model = {"id": "fake-model", "object": "model", "created": 0, "owned_by": "us"}
            models = {"object": "list", "data": [model]}
            return Reply(body=json.dumps(models).encode())
        body = json.loads(raw)
        self.count += 1
        if self._keep:
            self.requests.append(body)
        return self.behaviour(body, next(self._numbers))


class _Connection(asyncio.Protocol):
    def __init__(self, server: ChatServer) -> None:
        self._server = server
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._queue: collections.deque[tuple[str, bytes]] = collections.deque()
        self._task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._server.connections.add(self)
        if self._server.ending:
            self.abort()

    def abort(self) -> None:
        """End the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._server.connections.discard(self)
        self._transport = None
        if self._task is not None:
            self._task.cancel()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].decode("latin-1").split("\r\n")
            sizes = [line.split(":", 1)[1] for line in head[1:] if line.lower().startswith("content-length:")]
            stop = end + 4 + (int(sizes[0]) if sizes else 0)
            if len(self._buffer) < stop:
                return
            raw, self._buffer = self._buffer[end + 4 : stop], self._buffer[stop:]
            self._queue.append((head[0].split(" ")[1], raw))
            if self._task is None or self._task.done():
                self._task = asyncio.ensure_future(self._work())

    async def _work(self) -> None:
        while self._queue:
            path, raw = self._queue.popleft()
            server = self._server
            server.in_flight += 1
            server.most_in_flight = max(server.most_in_flight, server.in_flight)
            try:
                reply = server.reply(path, raw)
            except Exception as error:
                server.error, reply = error, Reply(drop=True)
            try:
                await self._answer(reply)
            finally:
                server.in_flight -= 1

    async def _answer(self, reply: Reply) -> None:
        if reply.delay:
            await asyncio.sleep(reply.delay)
        while reply.after is not None and not reply.after.is_set():  # noqa: ASYNC110 - another thread sets it
            await asyncio.sleep(0.02)
        if self._transport is None:
            return
        if reply.drop:
            self.abort()
            return
        headers = {"Content-Type": "application/json", "Content-Length": str(len(reply.body)), **reply.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 {reply.status} X\r\n{lines}\r\n".encode("latin-1")
        if not reply.drip:
            self._transport.write(head + reply.body)
            return
        self._transport.write(head)
        for byte in reply.body:
            await asyncio.sleep(reply.drip)
            if self._transport is None:
                return
            self._transport.write(bytes((byte,)))


def main() -> None:
    """Serve the stand-in model of `articles.py` until stopped; prints the base URL first."""
    from evals.bench.articles import model_of

    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--latency", type=float, default=0.5, help="seconds before each answer")
    with ChatServer(model_of(options.parse_args().latency), keep=False) as server:
        print(server.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
