"""Damage files of every format at random and read them: `python -m evals.fuzz --seconds 600`.

Nothing may raise, nothing may take longer than the limits allow, and every source must end as an article or a reason. A
finding prints the seed and the format, with which `--seed` and `--format` repeat it.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from summarizer import Article, Failure, Settings
from summarizer.sources import iter_articles

PAGES = Path(__file__).parent / "pages"
_SPELT = (
    rb"\ud800 <!-- ]]> <![CDATA[ {x[ &#0; &#xD800; %PDF- From charset=utf-7 charset= NaN 1e999 =?utf-8?q? boundary= "
    rb"<table> endobj <time 2021-02-30 3.4.2021 < > & \" ' { } [ ] -- Content-Length: -1 99999999999 WARC/1.0 stream"
)
_BYTES = (
    b"\0",
    b"\xff\xfe",
    b"\r\n\r\n",
    b"\n\n",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"9" * 400,
)
_TOKENS = (*_SPELT.split(), *_BYTES, b"<p>" * 50, b"<!DOCTYPE x [", b"/Kids [2 0 R]", b"multipart/mixed; boundary=")
_WORDS = b"published title date text charset boundary https://x.example/".split()
_LONGEST = 25.0  # seconds for one file on a busy machine; the readers' own limit is 8
_BATCH = 25


def seeds() -> dict[str, list[bytes]]:
    """Ordinary files by format: the pages of `evals.reading` and small ones built from their text."""
    found: dict[str, list[bytes]] = {"html": [path.read_bytes() for path in sorted(PAGES.glob("*/page.html"))]}
    texts = [path.read_text("utf-8") for path in sorted(PAGES.glob("*/text.txt"))][:4]
    for make in (_text, _json, _csv, _feed, _mail, _mailbox, _warc, _zip, _pdf):
        found[make.__name__[1:]] = [make(text) for text in texts]
    return found


def _text(text: str) -> bytes:
    return f"---\ntitle: A\npublished: 2021-04-26\nurl: https://x.example/a\n---\n{text}".encode()


def _json(text: str) -> bytes:
    import json

    return b"\n".join(
        json.dumps({"title": "A", "text": text, "date": 1619445900, "source": {"name": "B"}}).encode() for _ in range(3)
    )


def _csv(text: str) -> bytes:
    cell = text.replace('"', '""')
    return f'title,text,date\nA,"{cell}",2021-04-26\nB,"{cell}",26/04/2021\n'.encode()


def _feed(text: str) -> bytes:
    item = (
        "<item><title>A</title><link>https://x.example/a</link><pubDate>Mon, 26 Apr 2021 14:05:00 GMT</pubDate>"
        f"<description><![CDATA[<p>{text}</p>]]></description></item>"
    )
    channel = f"<channel><title>T</title><language>en</language>{item * 2}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'.encode()


def _mail(text: str) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "Größe <a@x.example>",
        "Zwei – drei",
        "Mon, 26 Apr 2021 14:05:00 +0200",
    )
    message.set_content(text)
    message.add_alternative(f"<html><body><p>{text}</p></body></html>", subtype="html")
    return message.as_bytes()


def _mailbox(text: str) -> bytes:
    return b"".join(b"From a@x.example Mon Apr 26 14:05:00 2021\n" + _mail(text) + b"\n\n" for _ in range(2))


def _warc(text: str) -> bytes:
    body = f"<html><head><title>A</title></head><body><article><h1>A</h1><p>{text}</p></article></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nContent-Type: application/http\r\n"
    )
    return (head + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n") * 2


def _zip(text: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", text)
        archive.writestr("b.jsonl", _json(text))
    return out.getvalue()


def _pdf(text: str) -> bytes:
    lines = (line.encode("cp1252", "replace").translate(None, b"()\\") for line in text.split("\n")[:9])
    content = b"BT /F1 11 Tf 14 TL 72 760 Td\n" + b"".join(b"(%s) Tj T*\n" % line for line in lines) + b"ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n"


def damage(data: bytes, rng: random.Random) -> bytes:
    """The same bytes after one to twenty changes: flips, cuts, repeats, swaps, and tokens that parsers trip over."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(out) + 1)
        end = min(len(out), at + rng.choice((1, 4, 40, 400)))
        change = rng.randrange(7)
        if change == 0:
            out[at:at] = rng.choice(_TOKENS) * rng.choice((1, 1, 3, 200))
        elif change == 1:
            del out[at:end]
        elif change == 2:
            out[at:at] = out[at:end] * rng.choice((1, 2, 50))
        elif change == 3:
            out[at:end] = rng.randbytes(end - at)
        elif change == 4 and out:
            out[min(at, len(out) - 1)] ^= 1 << rng.randrange(8)
        elif change == 5:
            out[at:end] = rng.choice(_WORDS)
        elif change == 6:
            del out[at:]
    return bytes(out)


def check_item(item: Article | Failure) -> None:
    """Raise AssertionError when an article or a failure breaks a promise."""
    if isinstance(item, Failure):
        assert "\n" not in item.reason + item.source
        return
    item.text.encode()  # no lone surrogates
    assert item.text.strip()
    assert "\0" not in item.text
    assert item.published is None or item.published_on is not None, item.published
    assert item.url is None or item.url.startswith(("http://", "https://"))
    assert item.title is None or "\n" not in item.title


def fuzz(seconds: float, seed: int, only: str | None = None, report: Callable[[str], None] = print) -> int:
    """Fuzz for a time, from a seed on; the number of findings. Files are read in batches, as the command reads a folder."""
    os.environ["SUMMARIZER_DEBUG"] = "1"  # what no reader expects is raised, instead of becoming a line
    known = {name: files for name, files in seeds().items() if only in (None, name)}
    counts = dict.fromkeys(known, 0)
    findings, end = 0, time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            batch: list[Path] = []
            for number in range(seed, seed + _BATCH):
                rng = random.Random(number)
                name = rng.choice(sorted(known))
                path = Path(folder, f"{number}.{name}.txt")
                path.write_bytes(damage(rng.choice(known[name]), rng))
                batch.append(path)
                counts[name] += 1
            seed += _BATCH
            for path in batch if (problem := _broken(batch)) else ():
                if alone := _broken([path]):
                    findings += 1
                    report(f"seed {path.name.split('.')[0]}, format {path.name.split('.')[1]}: {alone}")
                    problem = ""
            if problem:
                findings += 1
                report(f"seeds {seed - _BATCH} to {seed - 1}, only together: {problem}")
            for path in batch:
                path.unlink()
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    report(f"{sum(counts.values())} damaged files ({told}), {findings} findings")
    return findings


def _broken(paths: list[Path]) -> str:
    """What is wrong with how files are read, or an empty string."""
    start = time.monotonic()
    try:
        for item in iter_articles([str(path) for path in paths], Settings()):
            check_item(item)
            took, start = time.monotonic() - start, time.monotonic()
            assert took < _LONGEST, f"took {took:.0f} s"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    return ""


def main() -> int:
    """Exit code 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format")
    asked = parser.parse_args()
    return int(fuzz(asked.seconds, asked.seed, asked.format) > 0)


if __name__ == "__main__":
    sys.exit(main())
