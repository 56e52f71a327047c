"""Files made to break things: each ends as a line that says what happened, within bounds of memory and time."""

from __future__ import annotations

import functools
import gzip
import io
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sources.making import LEAD, SECOND, TEXT, failure, feed, json_lines, load, mail, one, page, pdf, warc, zipped

from summarizer.article import Article, Failure
from summarizer.settings import Settings

MB = 1_000_000
HUGE_RECORD = gzip.decompress(warc([("http://x.example/", b"x")])).replace(b"Length: ", b"Length: 9999999")
MULTIPART = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
LETTERS = b"a" * MB


def save(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def gzip_bomb(megabytes: int, start: bytes = b"") -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(start) + b"".join(packer.compress(LETTERS) for _ in range(megabytes)) + packer.flush()


def zip_bomb(megabytes: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(megabytes):
            member.write(LETTERS)
    return out.getvalue()


def pdf_bomb(megabytes: int) -> bytes:
    packed = zlib.compress(b"(" + LETTERS * megabytes + b") Tj", 9)
    body = pdf([["placeholder"]])
    start = body.index(b"<< /Length")
    end = body.index(b"endstream")
    return body[:start] + b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\n" + body[end:]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]><rss version='2.0'><channel><title>&k;</title><item><title>&k;</title><description>&k;</description></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss version='2.0'><channel><title>t</title><item><title>&x;</title><description>&x;</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("bomb.txt.gz", lambda: gzip_bomb(300), "times its size"),
        ("bomb.jsonl.gz", lambda: gzip_bomb(300, b'{"text": "'), "larger than"),
        ("bomb.warc.gz", lambda: gzip_bomb(300, HUGE_RECORD), "times its size"),
        ("bomb.zip", lambda: zip_bomb(300), "times its size"),
        ("nested.zip", lambda: zipped({"a.zip": zipped({"b.zip": zip_bomb(300)})}), "times its size"),
        ("quine.gz", lambda: functools.reduce(lambda data, _: gzip.compress(data), range(6), b"deep"), "too deeply"),
        ("bomb.pdf", lambda: pdf_bomb(300), ""),
        ("laughs.xml", lambda: LAUGHS, "entities"),
        ("laughs16.xml", lambda: LAUGHS.encode("utf-16"), "entities"),
        ("outside.xml", lambda: OUTSIDE, "entities"),
        ("nested.html", lambda: "<html><body>" + "<div>" * 200_000 + TEXT, ""),
        ("spans.html", lambda: "<html><body><p>" + "<b><i>" * 100_000 + TEXT, ""),
        ("tables.html", lambda: "<html><body>" + "<table><tr><td>" * 70_000 + TEXT, ""),
        ("attributes.html", lambda: "<html><body><p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{TEXT}</p>", ""),
        ("wide.html", lambda: "<html><body>" + "<p>x</p>" * 1_000_000, ""),
        ("comments.html", lambda: "<html><body>" + "<!-- " * 500_000, ""),
        ("nested.json", lambda: "[" * 1_000_000, "nested too deeply"),
        ("nested.jsonl", lambda: '{"a":' * 500_000, ""),
        ("digits.jsonl", lambda: '{"text": ' + "9" * 100_000 + "}", ""),
        ("objects.json", lambda: "[" + "[]," * 20_000_000 + "[]]", "larger than"),
        ("cells.csv", lambda: "text,b\n" + "," * 20_000_000, "left unread"),
        ("quote.csv", lambda: 'text,b\n"' + "a\n" * 10_000_000, "left unread"),
        ("parts.eml", lambda: MULTIPART + b"--b\n" + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 50_000, ""),
        ("headers.eml", lambda: b"From: a@b.example\n" + b"Subject: =?utf-8?q?" * 100_000 + b"\n\nText.", ""),
        ("names.zip", lambda: zipped({f"{n}": b"" for n in range(20_000)}), ""),
        ("endless.txt", lambda: b"word " * 60 * MB, "larger than"),
    ],
)  # fmt: skip
def test_bombs_and_abysses_end_in_time_and_memory(
    tmp_path: Path, name: str, make: Callable[[], str | bytes], words: str
) -> None:
    path = save(tmp_path, name, make())
    before = _resident()
    start = _spent()
    items = load(
        path, settings=Settings(read_deadline=60) if words else None
    )  # what is told is told on a slow machine, too
    assert _spent() - start < 15
    assert _resident() - before < 400
    assert items
    assert all("\n" not in item.reason for item in items if isinstance(item, Failure))
    if words:
        assert any(isinstance(item, Failure) and words in item.reason for item in items), items[-1]


def _spent() -> float:
    """Seconds of processor time of this process and those that it waited for: however busy the machine is otherwise."""
    return sum(os.times()[:4])


def _resident() -> float:
    """Peak of this process in MB; the process that parses has a limit of its own."""
    import resource

    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.txt",
        "/etc/passwd.txt",
        "a/../../b.txt",
        "C:\\x\\y.txt",
        "n\new\n.txt",
        "a\u202eb.txt",
        "é" * 200 + ".txt",
    ],
)
def test_names_in_archives_are_only_names(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    article = one(save(tmp_path / "in", "a.zip", zipped({name: b"Some text."})))
    assert article.text == "Some text."
    assert article.file is not None
    assert article.file.isprintable()
    assert article.file.startswith(str(tmp_path))
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]


def test_an_encrypted_member_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"Secret.", "b.txt": b"Open."}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    locked, opened = load(save(tmp_path, "a.zip", bytes(data)))
    assert isinstance(locked, Failure)
    assert "encrypted" in locked.reason
    assert isinstance(opened, Article)


def test_a_zip_that_lies_about_its_list_of_members_is_refused_unread(tmp_path: Path) -> None:
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 65535, 65535, 50 * MB, 30, 0)
    path = save(tmp_path, "a.zip", b"PK\x03\x04" + b"\0" * (50 * MB + 26) + end)
    assert "too many members" in failure(path).reason


@pytest.mark.parametrize("cut", [10, 100, 1000, -30, -8, -1])
def test_archives_cut_short_give_what_they_have_and_say_so(tmp_path: Path, cut: int) -> None:
    pages = [(f"http://x.example/{n}", page([f"Number {n}. {LEAD}", SECOND]).encode()) for n in range(5)]
    for name, data in (
        ("a.warc.gz", warc(pages)),
        ("a.zip", zipped({f"{n}.html": body for n, (_, body) in enumerate(pages)})),
    ):
        items = load(save(tmp_path, name, data[:cut]))
        assert isinstance(items[-1], Failure)
        if name == "a.warc.gz" and cut < 0:
            assert sum(isinstance(item, Article) for item in items) >= 4


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.eml", "a.warc.gz", "a.zip", "a.jsonl", "a.csv", "a.xml"])
def test_every_cut_of_an_ordinary_file_is_read_or_told(tmp_path: Path, name: str) -> None:
    whole = {
        "a.pdf": pdf([[LEAD, SECOND]]),
        "a.html": page([LEAD, SECOND]).encode(),
        "a.eml": mail(text=TEXT, html=page([LEAD, SECOND])),
        "a.warc.gz": warc([("http://x.example/", page([LEAD, SECOND]).encode())]),
        "a.zip": zipped({"a.txt": TEXT.encode()}),
        "a.jsonl": json_lines({"text": TEXT}, {"text": LEAD}),
        "a.csv": f'title,text\nA,"{TEXT}"\n'.encode(),
        "a.xml": feed(f"<item><title>A</title><description>{LEAD}</description></item>").encode(),
    }[name]
    for part in range(1, 13):
        save(tmp_path, f"{part:02}-{name}", whole[: len(whole) * part // 12] + b" " * part)
    items = load(tmp_path)
    named = {
        (item.file or "" if isinstance(item, Article) else item.source).removeprefix(f"{tmp_path}/")[:2]
        for item in items
    }
    assert named == {f"{part:02}" for part in range(1, 13)}


def test_encrypted_and_damaged_pdfs(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    for password, words in (("secret", "encrypted"), ("", None)):
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[LEAD]]))))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        path = save(tmp_path, "a.pdf", out.getvalue())
        if words:
            assert words in failure(path).reason
        else:
            assert one(path).text == LEAD
    assert failure(save(tmp_path, "b.pdf", b"%PDF-1.7\n" + b"junk" * 1000)).reason
    assert "scanned" in failure(save(tmp_path, "c.pdf", pdf([[""]]))).reason
    loop = pdf([[LEAD]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    assert failure(save(tmp_path, "d.pdf", loop)).reason


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (LEAD.replace("two", "t\0wo").encode(), LEAD),
        (LEAD.encode("utf-16-le"), LEAD),
        (
            "Außenminister “Größe”".encode() + "\nAußenminister “Größe”".encode("cp1252"),
            "Außenminister “Größe”\nAußenminister “Größe”",
        ),
        (b"\xef\xbb\xbf" + LEAD.encode(), LEAD),
        (LEAD.encode() + b" \xed\xa0\xbd \xff", LEAD),
        (("\u202e" + LEAD + "\u202c").encode(), LEAD),
        (LEAD.replace("expelled", "ex\u00adpel\u200bled").encode(), LEAD),
    ],
)
def test_odd_characters_leave_a_text_that_any_store_takes(tmp_path: Path, content: bytes, text: str) -> None:
    article = one(save(tmp_path, "a.txt", content))
    assert article.text.startswith(text)
    article.text.encode()  # no lone surrogates
    assert "\0" not in article.text


def test_file_names_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "line\nbreak \x1b[31m \udcff.txt"
    path.write_text("Text.")
    article = one(tmp_path)
    assert article.file is not None
    assert article.file.isprintable()
    article.file.encode()
    path.write_bytes(b"")
    assert "empty" in failure(tmp_path).reason


def test_a_file_of_300_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"Some text. ")
        file.truncate(300 * MB)
    start = _spent()
    assert "larger than" in failure(path).reason or "binary" in failure(path).reason
    assert _spent() - start < 10


def test_a_source_full_of_slow_documents_is_given_up(tmp_path: Path) -> None:
    slow = ("<html><body>" + "<p>x</p>" * 20_000).encode()
    path = save(tmp_path, "a.zip", zipped({f"{n}.html": slow for n in range(6)}))
    items = load(path, settings=Settings(read_deadline=0.001))
    reasons = [item.reason for item in items if isinstance(item, Failure)]
    assert len(reasons) == 6
    assert "took more than" in reasons[0]
    assert "not read" in reasons[-1]


def test_a_warc_header_without_end_is_given_up(tmp_path: Path) -> None:
    path = save(tmp_path, "a.warc", b"WARC/1.0\r\nX: " + LETTERS * 50)
    start = _spent()
    assert "too long" in failure(path, settings=Settings(read_deadline=1)).reason
    assert _spent() - start < 8


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:

    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in failure(tmp_path / "pipe").reason
    assert "not a regular file" in failure("/dev/null").reason
    assert failure("a\0b").reason
    assert failure("x" * 5000).reason


def test_a_damaged_warc_is_told_and_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = gzip.decompress(
        warc([(f"https://x.example/a b{n}", page([f"Number {n}. {LEAD}", SECOND]).encode()) for n in range(3)])
    )
    at = whole.index(b"WARC/1.0", 100)
    items = load(save(tmp_path, "a.warc", whole[: at - 4] + b"words from inside" + whole[at - 4 :]))
    assert sum(isinstance(item, Article) for item in items) >= 1
    assert any(isinstance(item, Failure) and "wrong length" in item.reason for item in items) or len(items) == 3
    assert capfd.readouterr() == ("", "")


MEASURE = """
import resource, sys
from summarizer.settings import Settings
from summarizer.sources import iter_articles
(item,) = iter_articles(sys.argv[1:], Settings())
children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
try:  # ru_maxrss of a process starts at what its parent had when it forked; VmHWM starts anew
    own = next(int(line.split()[1]) / 1e3 for line in open("/proc/self/status") if line.startswith("VmHWM"))
except OSError:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
print(own + children, item.reason)
"""


@pytest.mark.parametrize(
    ("name", "start", "unit", "count"),
    [
        ("a.eml", b"From: a@b.example\nSubject: s\nMIME-Version: 1.0\n\n", b"word word word\n", 4_000_000),
        ("a.html", b"<html><body>", b"<p>x</p>", 7_000_000),
        ("a.json", b'{"text": "x", "more": [', b"[],", 20_000_000),
    ],
)
def test_the_largest_sources_stay_within_500_mb_in_all(
    tmp_path: Path, name: str, start: bytes, unit: bytes, count: int
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(start)
        for _ in range(count // 1000):
            file.write(unit * 1000)
    told = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True).stdout
    peak, _, reason = told.partition(" ")
    assert reason.strip()
    assert float(peak) <= 500
