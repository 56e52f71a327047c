"""One HTTP request to a checked address, within a deadline whatever the server does."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from summarizer.errors import SourceError
from summarizer.sources.fetching.addresses import Target
from summarizer.sources.streams import Inflated, Readable, read_up_to


@dataclass(frozen=True, slots=True)
class Response:
    """Status, headers in lower case, and the body, decompressed; `body` is empty unless the status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Timed(io.RawIOBase):
    """What a socket receives, until the deadline: a timeout for each read alone would let a slow drip go on for ever."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        return self._sock.recv_into(buffer)


class _Connection:
    """The part of a socket that `http.client` uses."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Timed(self._sock, self._deadline))

    def close(self) -> None:
        """Nothing: `http.client` closes before the body is read, and whoever opened the socket closes it."""


def request(target: Target, headers: Mapping[str, str], deadline: float, limit: int) -> Response:
    """GET from the target's checked address. `deadline` is a time of `time.monotonic`, `limit` the most bytes of the body.

    Raises SourceError for whatever goes wrong.
    """
    try:
        sock = _connect(target, deadline)
        try:
            return _exchange(target, headers, _Connection(sock, deadline), limit)
        finally:
            sock.close()
    except TimeoutError:
        raise SourceError("the server took too long", "try again later, or raise fetch_deadline") from None
    except ssl.SSLCertVerificationError:
        raise SourceError("the server's certificate is not valid", "check the address") from None
    except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
        raise SourceError(f"the connection failed ({type(error).__name__})", "try again later") from None


def _connect(target: Target, deadline: float) -> socket.socket:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    sock = socket.create_connection((target.address, target.port), timeout=left)
    if target.scheme == "http":
        return sock
    try:
        sock.settimeout(max(0.01, deadline - time.monotonic()))
        return _tls().wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    """The system's trusted authorities, and those of certifi where it is installed."""
    context = ssl.create_default_context()
    try:
        import certifi
    except ModuleNotFoundError:
        return context
    context.load_verify_locations(certifi.where())
    return context


def _exchange(target: Target, headers: Mapping[str, str], sock: _Connection, limit: int) -> Response:
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = sock
    default = target.port == (443 if target.scheme == "https" else 80)
    host = f"[{target.host}]" if ":" in target.host else target.host
    sent = {
        "Host": host if default else f"{host}:{target.port}",
        "Connection": "close",
        "Accept-Encoding": "gzip",
        **headers,
    }
    connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
    for name, value in sent.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    got = {name.lower(): value for name, value in answer.getheaders()}
    if answer.status != 200:
        return Response(answer.status, got, b"")
    return Response(answer.status, got, _body(answer, got.get("content-encoding", ""), limit))


def _body(answer: http.client.HTTPResponse, encoding: str, limit: int) -> bytes:
    plain: Readable = answer
    if encoding.strip().lower() in ("gzip", "x-gzip"):
        plain = Inflated(answer)
    elif encoding.strip().lower() not in ("", "identity"):
        raise SourceError(
            f"a content encoding that was not asked for ({encoding[:20]!r})", "save the page with a browser"
        )
    body = read_up_to(plain, limit + 1)
    if len(body) > limit:
        raise SourceError(f"larger than {limit / 1e6:,.0f} MB", "raise max_source_bytes")
    if answer.length:
        raise SourceError("the answer ended too early", "try again later")
    return body
