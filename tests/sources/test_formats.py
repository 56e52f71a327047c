"""Each format with an ordinary file, and what is odd about the format."""

from __future__ import annotations

import gzip
import io
import random
import sys
from pathlib import Path

import pytest
from sources.making import LEAD, SECOND, TEXT, failure, feed, json_lines, load, mail, one, page, pdf, warc, zipped

from summarizer.article import Article, Failure
from summarizer.errors import UsageError
from summarizer.settings import Settings
from summarizer.sources import iter_articles


def save(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# PDF


def test_pdf_lines_become_paragraphs_again(tmp_path: Path) -> None:
    lines = [
        "Corvia expelled two Ladonian diplomats on Tuesday, its foreign minis-",
        "try said. The two had been found in a garage with a well-",
        "known arms dealer, officials said after the arrest, which ended",
        "quietly.",
        "Ladonia called the expulsion groundless and promised an answer with-",
        "in a week.",
    ]
    article = one(save(tmp_path, "a.pdf", pdf([lines], title="Two diplomats told to go")))
    assert article.text.split("\n\n") == [
        "Corvia expelled two Ladonian diplomats on Tuesday, its foreign ministry said. The two had been found in a garage with a "
        "well-known arms dealer, officials said after the arrest, which ended quietly.",
        "Ladonia called the expulsion groundless and promised an answer within a week.",
    ]
    assert article.title == "Two diplomats told to go"
    assert article.published is None  # the file's own date is when the file was made


def test_pdf_running_heads_and_page_numbers_go(tmp_path: Path) -> None:
    body = ["The minister spoke for an hour about the border and the river.", "Nobody asked about the dam."]
    pages = [["THE HARBOUR GAZETTE", f"Page {n}", *[f"{line} ({n})" for line in body], str(n)] for n in range(1, 5)]
    text = one(save(tmp_path, "a.pdf", pdf(pages))).text
    assert "GAZETTE" not in text
    assert "Page" not in text
    assert text.count("The minister spoke") == 4


# JSON and tables


def test_json_lines_by_their_usual_names(tmp_path: Path) -> None:
    records = [
        {
            "title": "A",
            "content": LEAD,
            "pubDate": "Wed, 12 Apr 2023 08:30:00 +0200",
            "source": {"name": "Corvia Wire"},
            "link": "https://x.example/a",
        },
        {"headline": "B", "body": [LEAD, SECOND], "date": 1681281000, "outlet": "Ladonia Post"},
        {"title": "C"},
        "no object",
        {"text": "<p>In a tag.</p><script>x()</script>"},
    ]
    first, second, third, fourth, fifth = load(save(tmp_path, "a.jsonl", json_lines(*records) + b"\n{broken\n"))[:5]
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.published, first.publisher, first.url) == (
        "A",
        "2023-04-12T08:30:00+02:00",
        "Corvia Wire",
        "https://x.example/a",
    )
    assert (second.text, second.published, second.publisher) == (TEXT, "2023-04-12T06:30:00+00:00", "Ladonia Post")
    assert isinstance(third, Failure)
    assert "text=COLUMN" in third.reason
    assert third.source.endswith("a.jsonl#3")
    assert isinstance(fourth, Failure)
    assert isinstance(fifth, Article)
    assert fifth.text == "In a tag."
    last = load(tmp_path / "a.jsonl")[-1]
    assert isinstance(last, Failure)
    assert "damaged JSON" in last.reason


@pytest.mark.parametrize("wrap", ['[{"text": "One."}, {"text": "Two."}]', '{"articles": [{"text": "One."},\n {"text": "Two."}]}',
                                  '{"status": "ok", "articles": [{"content": "One."}, {"content": "Two."}]}'])  # fmt: skip
def test_a_json_file_with_a_list(tmp_path: Path, wrap: str) -> None:
    assert [a.text for a in load(save(tmp_path, "a.json", wrap)) if isinstance(a, Article)] == ["One.", "Two."]


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("stdin", ",")])
def test_tables(tmp_path: Path, name: str, delimiter: str) -> None:
    rows = [
        ["Title", "Date", "Text"],
        ["A", "2023-04-12", f'"{LEAD}\n\n{SECOND}"'],
        ["B", "12/04/2023", "Second."],
        ["", "", ""],
    ]
    content = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)
    first, second = load(save(tmp_path, name, content))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.title, first.published) == (TEXT, "A", "2023-04-12")
    assert second.published is None
    assert "12/04/2023" in second.notes[0]


def test_columns_are_mapped_by_the_user(tmp_path: Path) -> None:
    path = save(tmp_path, "a.csv", "kop,stuk,dag\nA,Inhoud.,2023-04-12\n")
    assert "columns: kop, stuk, dag" in failure(path).reason
    article = one(path, settings=Settings(columns=("text=stuk", "title=kop", "published=dag")))
    assert (article.text, article.title, article.published) == ("Inhoud.", "A", "2023-04-12")
    assert Settings(columns="text=stuk, title=kop").columns == ("text=stuk", "title=kop")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="FIELD=COLUMN"):
        load(path, settings=Settings(columns=("nonsense",)))


# Feeds


def test_a_feed_gives_an_article_for_each_entry(tmp_path: Path) -> None:
    whole = f"<![CDATA[<p>{LEAD}</p><p>{SECOND}</p><p>Read more</p>]]>"
    entries = (
        f"<item><title>Two &amp; more</title><link>https://x.example/1</link><pubDate>Wed, 12 Apr 2023 08:30:00 +0200</pubDate>"
        f"<description>Short.</description><content:encoded>{whole}</content:encoded></item>"
        "<item><title>B</title><link>https://x.example/2</link><description>Only a summary of it.</description></item>"
        "<item><title>C</title><link>javascript:alert(1)</link></item>"
    )
    first, second, third = load(save(tmp_path, "feed.xml", feed(entries)))
    assert isinstance(first, Article)
    assert (first.text, first.title, first.url) == (TEXT, "Two & more", "https://x.example/1")
    assert (first.published, first.publisher, first.language) == ("2023-04-12T08:30:00+02:00", "Corvia Wire", "en")
    assert isinstance(second, Article)
    assert "--fetch" in second.notes[-1]
    assert isinstance(third, Failure)


def test_atom(tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><title>A</title><link href="https://x.example/a"/>'
        f"<published>2023-04-12T08:30:00Z</published><updated>2023-05-01T00:00:00Z</updated>"
        f'<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>'
    )
    article = one(save(tmp_path, "a.atom", atom))
    assert (article.text, article.published, article.publisher) == (LEAD, "2023-04-12T08:30:00+00:00", "Blog")


def test_an_entry_that_only_tells_its_last_change_has_no_date(tmp_path: Path) -> None:
    entry = f"<entry><title>A</title><updated>2023-05-01T00:00:00Z</updated><summary>{LEAD}</summary></entry>"
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title>{entry}</feed>'
    assert one(save(tmp_path, "a.atom", atom)).published is None


# Mail


def test_a_mail_and_its_headers(tmp_path: Path) -> None:
    text = f"View this email in your browser\n\n{LEAD}\n\n{SECOND}\n\nUnsubscribe from this list\n\n-- \nCorvia Wire, Main Street 1\n"
    article = one(save(tmp_path, "a.eml", mail(text=text)))
    assert (article.text, article.title, article.publisher) == (TEXT, "Two diplomats told to go", "Corvia Wire")
    assert article.published == "2023-04-12T08:30:00+02:00"


def test_a_mail_in_html_only(tmp_path: Path) -> None:
    table = f"<table><tr><td><p>{LEAD}</p><p>{SECOND}</p></td></tr></table>"
    html = f"<html><head><title>x</title><style>p {{}}</style></head><body>{table}</body></html>"
    assert one(save(tmp_path, "a.eml", mail(html=html))).text == TEXT


def test_a_mailbox_is_split_into_its_messages(tmp_path: Path) -> None:
    box = b"".join(
        b"From x@example Wed Apr 12 08:30:00 2023\n"
        + mail(text=f"Number {n}. {LEAD}\n\nFrom here on, it is quoted.\n")
        + b"\n"
        for n in (1, 2, 3)
    )
    articles = load(save(tmp_path, "a.mbox", box))
    assert [a.text[:9] for a in articles if isinstance(a, Article)] == ["Number 1.", "Number 2.", "Number 3."]
    assert all("quoted" in a.text for a in articles if isinstance(a, Article))


def test_a_page_saved_as_mhtml(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2023-04-12">'
    data = mail(html=page([LEAD, SECOND], head=head), **{"Snapshot-Content-Location": "https://x.example/a"})
    article = one(save(tmp_path, "a.mhtml", data))
    assert (article.text, article.published, article.url) == (TEXT, "2023-04-12", "https://x.example/a")
    assert article.publisher is None


# WARC, gzip, zip


def test_warc_gives_pages_and_passes_over_the_rest(tmp_path: Path) -> None:
    pages = [(f"https://x.example/{n}", page([f"Number {n}.", LEAD, SECOND]).encode()) for n in range(3)]
    data = (
        warc(pages)
        + warc([("https://x.example/i.png", b"\x89PNG")], "image/png")
        + warc([("https://x.example/gone", b"gone")], status="404 Not Found")
    )
    articles = load(save(tmp_path, "a.warc.gz", data))
    assert [a.url for a in articles if isinstance(a, Article)] == [
        "https://x.example/0",
        "https://x.example/1",
        "https://x.example/2",
    ]
    assert len(articles) == 3
    assert isinstance(articles[0], Article)
    assert articles[0].file == f"{tmp_path}/a.warc.gz#1"
    assert load(save(tmp_path, "a.warc", gzip.decompress(data)))[0].model_dump()["text"] == articles[0].text


class Counted(io.RawIOBase):
    """Counts what is read from it."""

    def __init__(self, data: bytes) -> None:
        self._inner = io.BytesIO(data)
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        piece = self._inner.read(size)
        self.count += len(piece)
        return piece


@pytest.mark.parametrize("form", ["warc", "jsonl", "csv", "mbox"])
def test_articles_come_while_the_source_is_still_being_read(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    noise = random.Random(1)
    texts = [f"{LEAD} " + " ".join(f"{noise.random():.9f}" for _ in range(2000)) for _ in range(60)]
    data = {
        "warc": lambda: warc((f"https://x.example/{n}", page([text]).encode()) for n, text in enumerate(texts)),
        "jsonl": lambda: gzip.compress(json_lines(*({"text": text} for text in texts))),
        "csv": lambda: gzip.compress(("text,title\n" + "".join(f"{text},A\n" for text in texts)).encode()),
        "mbox": lambda: b"".join(
            b"From x@example Wed Apr 12 08:30:00 2023\n" + mail(text=text) + b"\n" for text in texts
        ),
    }[form]()
    raw = Counted(data)
    monkeypatch.setattr(sys, "stdin", type("Input", (), {"buffer": raw}))
    articles = iter_articles(["-"], Settings())
    assert isinstance(next(articles), Article)
    assert raw.count < len(data) / 2
    assert sum(isinstance(article, Article) for article in articles) == 59


def test_warc_without_pages_says_so(tmp_path: Path) -> None:
    assert (
        "without pages"
        in failure(save(tmp_path, "a.warc", gzip.decompress(warc([("https://x.example/i", b"x")], "image/png")))).reason
    )


def test_zip_of_many_kinds(tmp_path: Path) -> None:
    data = zipped(
        {
            "a.txt": b"Plain.",
            "in/b.html": page([LEAD, SECOND]).encode(),
            "c.jsonl": json_lines({"text": "Line."}),
            "d.zip": zipped({"e.txt.gz": gzip.compress(b"Deep.")}),
            "__MACOSX/x": b"junk",
            ".DS_Store": b"junk",
        }
    )
    texts = [a.text for a in load(save(tmp_path, "a.zip", data)) if isinstance(a, Article)]
    assert texts == ["Plain.", TEXT, "Line.", "Deep."]


def test_the_same_bytes_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (
        zipped({"a.txt": TEXT.encode()}),
        gzip.compress(TEXT.encode()),
        page([LEAD, SECOND]).encode(),
        pdf([[LEAD, SECOND]]),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert LEAD in one("-").text


def test_a_folder_of_everything(tmp_path: Path) -> None:
    save(tmp_path, "a.txt", "Plain.")
    save(tmp_path, "b.html", page([LEAD, SECOND]))
    save(tmp_path, "c.docx", zipped({"[Content_Types].xml": b"<x/>"}))
    save(tmp_path, "d.png", b"\x89PNG")
    plain, html, word = load(tmp_path)
    assert isinstance(plain, Article)
    assert isinstance(html, Article)
    assert isinstance(word, Failure)
    assert "Word" in word.reason


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{\\rtf1 text}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"BZh91AY", "bzip2"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\0" * 257 + b"ustar\0", "tar"),
        (b"\0\0\0\x20ftypisom", "video"),
        (b'<?xml version="1.0"?><nitf><body/></nitf>', "neither a page nor a feed"),
    ],
)
def test_kinds_that_are_not_read_are_named(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in failure(save(tmp_path, "x", content)).reason
