"""The client against a real server on loopback."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sources.making import LEAD, SECOND, TEXT, failure, feed, load, one, page

from summarizer.article import Article
from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources.fetching import Client
from summarizer.sources.fetching.cache import Kept, PageCache

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Server:
    """Answers by path: (status, headers, body), or a function that writes to the handler itself."""

    base: str
    answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.seen if path != "/robots.txt"]


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = known.answers.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    known = Server(f"http://127.0.0.1:{httpd.server_port}")
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    httpd.shutdown()
    thread.join()
    httpd.server_close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(fetch_private=True, fetch_interval=0, fetch_deadline=60, fetch_cache=str(tmp_path / "cache"))


HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = page([LEAD, SECOND]).encode()


def test_a_page_is_fetched_openly_and_read(server: Server, settings: Settings) -> None:
    server.answers["/a"] = (200, HTML, PAGE)
    article = one(f"{server.base}/a", settings=settings)
    assert (article.text, article.url, article.file) == (TEXT, f"{server.base}/a", None)
    headers = dict(server.seen)["/a"]
    assert headers["user-agent"].startswith("summarizer/")
    assert "cookie" not in headers
    assert "referer" not in headers


def test_redirects_are_followed_and_the_last_address_kept(server: Server, settings: Settings) -> None:
    server.answers |= {
        "/a": (301, {"Location": "/b"}, b""),
        "/b": (302, {"Location": f"{server.base}/c"}, b""),
        "/c": (200, HTML, PAGE),
    }
    assert one(f"{server.base}/a", settings=settings).url == f"{server.base}/c"


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://169.254.169.254/latest/meta-data/", "metadata"),
        ("http://[::ffff:a9fe:a9fe]/", "metadata"),
        ("http://2852039166/", "metadata"),
        ("file:///etc/passwd", "only http"),
        ("ftp://example.com/", "only http"),
        ("/a", "redirects"),
        ("//0.0.0.0/", "no address of one host"),
    ],
)
def test_every_hop_is_checked(server: Server, settings: Settings, location: str, words: str) -> None:
    server.answers["/a"] = (302, {"Location": location}, b"")
    assert words in failure(f"{server.base}/a", settings=settings).reason


def test_a_public_page_may_not_lead_to_this_machine(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A resolver that first names a public address and then this machine (rebinding) gets nowhere."""
    port = server.base.rsplit(":", 1)[1]
    asked: list[str] = []

    def resolve(host: str, port: int, seconds: float) -> list[str]:
        asked.append(host)
        return ["93.184.215.14"] if len(asked) <= 2 else ["127.0.0.1"]

    connected: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> None:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    client = Client(settings.model_copy(update={"fetch_private": False}), resolve=resolve)
    with pytest.raises(SourceError, match="connection failed"):
        client.get(f"http://rebinding.example:{port}/a")
    assert connected == [("93.184.215.14", int(port))]  # the address that was checked, not a second answer
    with pytest.raises(SourceError, match="this machine"):
        client.get(f"http://rebinding.example:{port}/a")
    assert server.seen == []


_DRIPS = 175  # 3.5 seconds at the least: whoever waits until the end is far beyond the deadline


def test_a_slow_drip_ends_at_the_deadline(server: Server, settings: Settings) -> None:
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(_DRIPS):
            if stop.wait(0.02):
                return
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    server.answers["/a"] = drip
    assert (
        "took too long"
        in failure(f"{server.base}/a", settings=settings.model_copy(update={"fetch_deadline": 0.5})).reason
    )
    stop.set()


def test_headers_that_never_end_end_at_the_deadline(server: Server, settings: Settings) -> None:
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(_DRIPS):
            if stop.wait(0.02):
                return
            try:
                handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            except OSError:
                return

    server.answers["/a"] = drip
    assert (
        "took too long"
        in failure(f"{server.base}/a", settings=settings.model_copy(update={"fetch_deadline": 0.5})).reason
    )
    stop.set()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n"), "picture"),
        ((200, HTML, b"x" * 2000), "larger than"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"x" * 2_000_000)), "larger than"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"no gzip"), "damaged gzip"),
        ((200, {**HTML, "Content-Encoding": "br"}, b"x"), "content encoding"),
        ((200, {**HTML, "Content-Length": "5000"}, b"short"), "too early"),
        ((200, HTML, b""), "empty"),
        ((404, {}, b""), "no such page"),
        ((403, {}, b""), "doesn't give"),
        ((429, {"Retry-After": "120"}, b""), "after 120 s"),
        ((503, {"Retry-After": "soon"}, b""), "later"),
        ((500, {}, b""), "status 500"),
        ((302, {}, b""), "redirects"),
        ((304, {}, b""), "status 304"),
    ],
)
def test_answers_that_are_no_page(server: Server, settings: Settings, answer: Answer, words: str) -> None:
    server.answers["/a"] = answer
    assert words in failure(f"{server.base}/a", settings=settings.model_copy(update={"max_source_bytes": 1000})).reason


@pytest.mark.parametrize("raw", [b"\0\0\0", b"HTTP/9 what\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
                                 b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000, b"",
                                 b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"])  # fmt: skip
def test_what_is_no_http_is_a_failure(server: Server, settings: Settings, raw: bytes) -> None:
    server.answers["/a"] = lambda handler: handler.wfile.write(raw) and None
    assert "connection failed" in failure(f"{server.base}/a", settings=settings).reason


def test_a_wrong_type_is_overruled_by_the_content(server: Server, settings: Settings) -> None:
    server.answers["/a"] = (200, {"Content-Type": "application/octet-stream"}, PAGE)
    assert one(f"{server.base}/a", settings=settings).text == TEXT


@pytest.mark.parametrize(
    ("robots", "words"),
    [
        ((200, {}, b"User-agent: *\nDisallow: /a"), "robots.txt asks"),
        ((200, {}, b"User-agent: summarizer\nDisallow: /\n\nUser-agent: *\nDisallow:"), "robots.txt asks"),
        ((500, {}, b""), "robots.txt could not be had"),
        ((200, {}, b"x" * 600_000), "larger than"),
    ],
)
def test_robots_are_respected(server: Server, settings: Settings, robots: Answer, words: str) -> None:
    server.answers |= {"/robots.txt": robots, "/a": (200, HTML, PAGE)}
    assert words in failure(f"{server.base}/a", settings=settings).reason
    assert server.paths() == []


def test_requests_to_one_host_pause_as_long_as_its_robots_ask(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.sources.fetching.client.time.monotonic", lambda: 100.0)  # a clock that stands still
    server.answers |= {
        "/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 7"),
        "/a": (200, HTML, PAGE),
        "/b": (200, HTML, PAGE),
    }
    pauses: list[float] = []
    client = Client(settings, sleep=pauses.append)
    client.get(f"{server.base}/a")
    client.get(f"{server.base}/b")
    assert pauses == [7]
    assert [path for path, _ in server.seen] == ["/robots.txt", "/a", "/b"]  # robots.txt once


def test_a_page_that_has_not_changed_is_not_sent_again(server: Server, settings: Settings) -> None:
    def conditional(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == '"v1"'
        handler.send_response(304 if known else 200)
        handler.send_header("ETag", '"v1"')
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", "0" if known else str(len(PAGE)))
        handler.end_headers()
        if not known:
            handler.wfile.write(PAGE)

    server.answers["/a"] = conditional
    assert one(f"{server.base}/a", settings=settings).text == TEXT
    assert one(f"{server.base}/a", settings=settings).text == TEXT
    assert [headers.get("if-none-match") for path, headers in server.seen if path == "/a"] == [None, '"v1"']


def test_a_damaged_cache_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    cache = PageCache(tmp_path / "c")
    cache.put("http://x.example/", Kept({"etag": "1"}, b"body"))
    assert cache.get("http://x.example/") == Kept({"etag": "1"}, b"body")
    (path,) = (tmp_path / "c").iterdir()
    for content in (b"", b"{}\nbody", b"[" * 100_000, path.read_bytes() + b"more"):
        path.write_bytes(content)
        assert cache.get("http://x.example/") is None


def test_a_feed_is_fetched_in_full_only_when_asked(server: Server, settings: Settings) -> None:
    item = "<item><title>{0}</title><link>{1}/{0}</link><description>A summary of {0}.</description></item>"
    entries = (
        item.format("a", server.base) + item.format("gone", server.base) + item.format("x", "http://169.254.169.254")
    )
    server.answers |= {
        "/feed": (200, {"Content-Type": "application/rss+xml"}, feed(entries).encode()),
        "/a": (200, HTML, PAGE),
    }
    summaries = load(f"{server.base}/feed", settings=settings)
    assert [a.text for a in summaries if isinstance(a, Article)] == [
        "A summary of a.",
        "A summary of gone.",
        "A summary of x.",
    ]
    assert server.paths() == ["/feed"]
    whole, gone, refused = load(f"{server.base}/feed", settings=settings.model_copy(update={"fetch": True}))
    assert isinstance(whole, Article)
    assert (whole.text, whole.publisher, whole.url) == (TEXT, "Corvia Wire", f"{server.base}/a")
    assert isinstance(gone, Article)
    assert "no such page" in gone.notes[-1]
    assert isinstance(refused, Article)
    assert "metadata" in refused.notes[-1]
