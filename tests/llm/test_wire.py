"""What goes over the wire: errors that say whether a call may be billed, connections used again, bodies that never end."""

from __future__ import annotations

import asyncio
import base64
import inspect
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import aiohttp.client_exceptions
import httpx2
import pytest

from evals.bench.chat_server import ChatServer, Reply
from summarizer.engines.llm import wire
from summarizer.engines.llm.client import make_client
from summarizer.engines.llm.wire import Wire, in_httpx2
from summarizer.errors import SettingsError
from summarizer.settings import Settings

NOTHING_SENT = {
    "ClientConnectorCertificateError",
    "ClientConnectorDNSError",
    "ClientConnectorError",
    "ClientConnectorSSLError",
    "ClientHttpProxyError",
    "ClientProxyConnectionError",
    "ClientSSLError",
    "ConnectionTimeoutError",
    "InvalidURL",
    "InvalidUrlClientError",
    "InvalidUrlRedirectClientError",
    "NonHttpUrlClientError",
    "NonHttpUrlRedirectClientError",
    "ServerFingerprintMismatch",
    "UnixClientConnectorError",
}
CLASSES = [
    cls
    for _, cls in inspect.getmembers(aiohttp.client_exceptions, inspect.isclass)
    if issubclass(cls, aiohttp.ClientError)
]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_only_errors_before_anything_was_sent_are_of_connecting(cls: type[aiohttp.ClientError]) -> None:
    error = cls.__new__(cls)
    error.args = ("secret",)
    told = in_httpx2(error)
    assert isinstance(told, (httpx2.ConnectError, httpx2.ConnectTimeout)) == (cls.__name__ in NOTHING_SENT)
    assert isinstance(told, httpx2.TimeoutException) == issubclass(cls, TimeoutError)
    assert "secret" not in str(told)


def test_those_named_exist() -> None:
    assert {cls.__name__ for cls in CLASSES} >= NOTHING_SENT


def over(
    url: str, work: Callable[[httpx2.AsyncClient], Awaitable[None]], connect: float = 60, read: float = 60
) -> None:
    async def run() -> None:
        async with httpx2.AsyncClient(transport=Wire(connect, read), base_url=url) as client:
            await work(client)

    asyncio.run(run())


async def post(client: httpx2.AsyncClient, body: bytes = b'{"messages":[]}') -> httpx2.Response:
    return await client.post("chat/completions", content=body)


def test_a_request_on_a_used_connection_is_not_sent_again_by_itself() -> None:
    async def work(client: httpx2.AsyncClient) -> None:
        assert (await post(client)).content == b"{}"
        with pytest.raises(httpx2.ReadError):
            await post(client)

    with ChatServer(lambda body, number: Reply(drop=number > 0)) as server:
        over(server.url, work)
        assert server.count == 2


def test_a_large_question_arrives_whole() -> None:
    async def work(client: httpx2.AsyncClient) -> None:
        assert (await post(client, b'{"messages":"' + b"x" * 3_000_000 + b'"}')).status_code == 200

    with ChatServer(lambda body, number: Reply(200 if len(body["messages"]) == 3_000_000 else 400)) as server:
        over(server.url, work)


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    async def work(client: httpx2.AsyncClient) -> None:
        with pytest.raises(httpx2.ReadTimeout):
            await post(client)

    with ChatServer(lambda body, number: Reply(headers={"Content-Length": "100"})) as server:
        over(server.url, work, read=0.2)


def test_a_body_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(client: httpx2.AsyncClient) -> None:
        assert len((await post(client)).content) == 1000
        with pytest.raises(httpx2.DecodingError):
            await post(client)

    monkeypatch.setattr(wire, "_MAX_BODY", 1000)
    with ChatServer(lambda body, number: Reply(body=b" " * (1000 + number))) as server:
        over(server.url, work)


@asynccontextmanager
async def deaf_server() -> AsyncIterator[str]:
    """A server that takes connections and never reads; its address."""

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        held.append(asyncio.current_task())
        await done.wait()
        writer.transport.abort()
        await asyncio.sleep(0)

    done = asyncio.Event()
    held: list[asyncio.Task[None] | None] = []
    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    finally:
        done.set()
        server.close()
        await asyncio.gather(*filter(None, held))


def test_a_deadline_ends_a_request_that_the_server_never_reads() -> None:
    async def run() -> None:
        async with deaf_server() as url, httpx2.AsyncClient(transport=Wire(5, 60), base_url=url) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await post(client, b" " * 900_000 * 8)

    asyncio.run(run())


def certificate(folder: Path) -> ssl.SSLContext:
    """A server's context for 127.0.0.1, whose certificate is `folder/cert.pem`."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [
            *"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"{}")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=certificate(tmp_path))
        url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        async with httpx2.AsyncClient(transport=Wire(5, 5), base_url=url) as client:
            with pytest.raises(httpx2.ConnectError):
                await post(client, b"{}")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        async with httpx2.AsyncClient(transport=Wire(5, 5), base_url=url) as client:
            assert (await post(client, b"{}")).status_code == 200
        server.close()
        await server.wait_closed()

    asyncio.run(run())


@pytest.mark.parametrize(("named", "works"), [("socks5://127.0.0.1:9", False), ("127.0.0.1:9", True)])
def test_proxies_of_other_kinds_are_refused_at_once(named: str, works: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", named)
    settings = Settings(base_url="http://example.org/v1")
    if works:
        asyncio.run(make_client(settings).close())
    else:
        with pytest.raises(SettingsError, match="proxy"):
            make_client(settings)


def test_a_proxy_that_refuses_to_connect_costs_nothing() -> None:
    heads: list[bytes] = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(refuse, "127.0.0.1", 0)
        proxy = f"http://me:secret@127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with httpx2.AsyncClient(transport=Wire(5, 5, proxy), base_url="https://model.test/v1") as client:
            with pytest.raises(httpx2.ConnectError):
                await post(client)
        server.close()
        await server.wait_closed()

    asyncio.run(run())
    assert heads[0].startswith(b"CONNECT model.test:443 ")
    assert b"Proxy-Authorization: Basic " + base64.b64encode(b"me:secret") in heads[0]
