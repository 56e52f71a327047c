"""Streams, encodings, publishers, languages, the limited process, and the report of what was found."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest
from sources.making import LEAD, SECOND, page, zipped

from summarizer.article import Article
from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources import READERS, SourceReport, inspect_sources
from summarizer.sources.decoding import decode, sniff_encoding
from summarizer.sources.languages import language_code, tell_language
from summarizer.sources.parsing.child import JOBS, run_job
from summarizer.sources.publishers import publisher_family, registrable_domain
from summarizer.sources.streams import Inflated, Stream, stream_of
from summarizer.sources.worker import TooMuch, Worker

GERMAN = (
    "Der Minister hat den Botschafter am Dienstag einbestellt und sich über die Worte des Präsidenten beschwert, "
    "wie es hieß, aber nicht in der Stadt."
)
RUSSIAN = (
    "Министр вызвал посла во вторник и выразил протест в связи с заявлением президента. "
    "Посол не стал это комментировать, но и не отрицал."
)


class Dripping(io.RawIOBase):
    """Gives one byte at a time, as a slow pipe may."""

    def __init__(self, data: bytes) -> None:
        self._inner = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._inner.read(1)


def test_a_stream_shows_its_head_and_then_gives_everything() -> None:
    data = bytes(range(256)) * 1000
    stream = Stream(io.BytesIO(data))
    assert stream.head == data[:65536]
    assert stream.take(len(data)) == data
    assert Stream(Dripping(b"abc")).head == b"abc"
    with pytest.raises(SourceError, match="larger than"):
        stream_of(data).take(len(data) - 1)


def test_all_members_of_a_gzip_file_are_read_and_its_padding_is_not() -> None:
    data = gzip.compress(b"one ") + gzip.compress(b"") + gzip.compress(b"two") + b"\0" * 700
    assert Stream(Inflated(io.BytesIO(data))).take(100) == b"one two"
    assert Stream(Inflated(Dripping(data))).take(100) == b"one two"
    with pytest.raises(SourceError, match="too early"):
        Stream(Inflated(io.BytesIO(gzip.compress(b"one")[:-4]))).take(100)
    with pytest.raises(SourceError, match="damaged"):
        Stream(Inflated(io.BytesIO(gzip.compress(b"one") + b"junk"))).take(100)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Привет, мир".encode("koi8-r"), "koi8-r", "Привет, мир"),
        ("Größe".encode("cp1252"), "iso-8859-1", "Größe"),
        ("Größe".encode(), "iso-8859-1", "Größe"),
        ("東京で会談".encode("shift_jis"), "shift_jis", "東京で会談"),
        ("Größe".encode("utf-16"), "utf-8", "Größe"),
        (b"plain", "zlib", "plain"),
        (b"+AGE-", "utf-7", "+AGE-"),
    ],
)
def test_encodings(data: bytes, charset: str, text: str) -> None:
    assert decode(data, charset).text == text
    assert data.decode(sniff_encoding(data, charset), "replace") == text


@pytest.mark.parametrize(
    ("publisher", "url", "family"),
    [
        ("BBC News", "https://www.bbc.com/news/1", "bbc"),
        (None, "https://www.bbc.co.uk/news/1", "bbc"),
        ("The Associated Press", None, "ap"),
        ("Reuters", "https://news.yahoo.com/x", "reuters"),
        ("nytimes.com", None, "new york times"),
        ("The Danube Courier", "https://www.danube.example/1", "danube courier"),
        ("Danube Courier Online", None, "danube courier"),
        (None, "https://a.b.danube.co.uk/1", "danube.co.uk"),
        (None, "http://10.0.0.1/x", "10.0.0.1"),
        ("News", None, "news"),
        (None, None, None),
    ],
)
def test_families_of_publishers(publisher: str | None, url: str | None, family: str | None) -> None:
    assert publisher_family(publisher, url) == family


def test_a_domain_of_nonsense_is_none() -> None:
    assert registrable_domain("http://[") is None
    assert registrable_domain("nonsense") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{LEAD} {SECOND}", "en"),
        (GERMAN, "de"),
        ("Le ministre a convoqué l’ambassadeur mardi pour protester contre les propos du président, selon la presse de la ville.", "fr"),
        (RUSSIAN, "ru"),
        ("外务省は火曜日に大使を呼び、抗議した。大使はコメントしなかった。", "ja"),
        ("外交部星期二召见大使，提出抗议。", "zh"),
        ("استدعت وزارة الخارجية السفير يوم الثلاثاء", "ar"),
        ("xyzzy " * 50, None),
        ("Too short.", None),
        ("", None),
    ],
)  # fmt: skip
def test_languages(text: str, language: str | None) -> None:
    assert tell_language(text) == language


def test_language_tags() -> None:
    assert [language_code(tag) for tag in ("en-GB", "de_AT", "FR", "english", "", None, 3)] == [
        "en",
        "de",
        "fr",
        None,
        None,
        None,
        None,
    ]


# The limited process


def test_the_process_is_used_again_and_replaced_when_it_dies() -> None:
    with Worker(seconds=20) as worker:
        assert worker.parse("fragment", b"<p>One.</p><p>Two.", {}) == ["One.", "Two."]
        first = worker._process
        assert worker.parse("fragment", b"Three.", {}) == ["Three."]
        assert worker._process is first
        assert first is not None
        first.kill()
        first.wait()
        with pytest.raises(TooMuch):
            worker.parse("fragment", b"lost", {})
        assert worker.parse("fragment", b"Four.", {}) == ["Four."]
    assert worker._process is None


def test_the_process_ends_at_the_clock() -> None:
    with Worker(seconds=0.001) as worker, pytest.raises(TooMuch, match="took more than"):
        worker.parse("page", b"<html><body>" + b"<p>x</p>" * 100_000, {})


def test_the_process_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    with Worker(seconds=20) as worker:
        worker.parse("fragment", b"x", {})
        assert worker._process is not None
        environment = Path(f"/proc/{worker._process.pid}/environ")
        if environment.exists():
            assert b"sk-secret" not in environment.read_bytes()


@pytest.mark.parametrize(("error", "words"), [(MemoryError(), "memory"), (RecursionError(), "deeply"), (KeyError("payload"), "KeyError"),
                                              (ModuleNotFoundError("x", name="pypdf.a"), "needs pypdf"),
                                              (SourceError("said", "so"), "said")])  # fmt: skip
def test_whatever_a_parser_raises_becomes_an_answer(
    monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    from summarizer.sources.parsing import fragment

    def broken(data: bytes, options: object) -> None:
        raise error

    monkeypatch.setattr(fragment, "parse", broken)
    answer = run_job("fragment", b"", {})
    assert words in answer["error"]
    assert "payload" not in answer["error"]
    if isinstance(error, ModuleNotFoundError):
        assert answer["hint"] == 'install it with: pip install "summarizer[pdf]"'


def test_every_job_has_its_parser() -> None:
    from importlib import import_module

    assert all(callable(import_module(module).parse) for module in JOBS.values())


def test_readers_are_named_by_what_they_read() -> None:
    assert list(READERS) == ["gzip", "zip", "warc", "pdf", "feed", "html", "mailbox", "mail", "json", "table", "text"]
    assert all(reader.name == name for name, reader in READERS.items())


def test_the_report_says_what_was_found_and_what_is_missing(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2023-04-12T08:00:00Z"><meta property="og:site_name" content="BBC News">'
    data = zipped({"a.html": page([LEAD, SECOND], head=head).encode(), "b.txt": b"Undated.", "c.txt": b""})
    (tmp_path / "a.zip").write_bytes(data)
    found, undated, empty = inspect_sources([tmp_path / "a.zip"], Settings())
    assert found == SourceReport(
        source=f"{tmp_path}{os.sep}a.zip/a.html",
        readers=("zip", "html"),
        title="Two diplomats told to go",
        published="2023-04-12T08:00:00+00:00",
        published_from="metadata",
        publisher="BBC News",
        publisher_family="bbc",
        language="en",
        characters=len(f"{LEAD}\n\n{SECOND}"),
    )
    assert undated.readers == ("zip", "text")
    assert ["--published" in hint or "--publisher" in hint for hint in undated.missing] == [True, True]
    assert empty.problem is not None
    assert "empty" in empty.problem
    assert inspect_sources([Article(text="Given.")], Settings())[0].readers == ("given",)
