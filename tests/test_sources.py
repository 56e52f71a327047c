from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.article import Article, Failure
from summarizer.settings import Settings
from summarizer.sources import iter_articles

SETTINGS = Settings()


def load(*sources: str | Path | Article, settings: Settings = SETTINGS) -> list[Article | Failure]:
    return list(iter_articles(sources, settings))


def test_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        '---\ntitle: "A title: with colon"\npublished: 2021-04-28\npublisher: Wire\nurl: https://x.example/a\n---\nBody.\n'
    )
    (article,) = load(path)
    assert isinstance(article, Article)
    assert (article.text, article.title, article.published) == ("Body.\n", "A title: with colon", "2021-04-28")
    assert (article.publisher, article.url, article.published_from) == ("Wire", "https://x.example/a", "metadata")


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (r'"The \"potato front\" across the Chu"', 'The "potato front" across the Chu'),
        ("'It''s war'", "It's war"),
        (r'"C:\q"', r"C:\q"),  # no escape that anybody knows
        ('"He said "no""', 'He said "no"'),
        ('"', '"'),
    ],
)
def test_front_matter_is_unquoted(tmp_path: Path, value: str, title: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: {value}\n---\nBody.\n")
    (article,) = load(tmp_path)
    assert isinstance(article, Article)
    assert article.title == title


def test_line_ends_and_odd_characters_stay_as_they_are(tmp_path: Path) -> None:
    raw = "One\r\nTwo three\r“ﬁne” 👍 السفير\n"
    path = tmp_path / "odd.txt"
    path.write_bytes(raw.encode())
    (article,) = load(path)
    assert isinstance(article, Article)
    assert article.text == raw


def test_settings_fill_in_only_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\npublished: 2020-01-01\n---\nDated.")
    (tmp_path / "b.txt").write_text("Undated.")
    dates = [a.published for a in load(tmp_path, settings=Settings(published="2021-05-05")) if isinstance(a, Article)]
    assert dates == ["2020-01-01", "2021-05-05"]


def test_a_date_that_is_no_date_is_left_aside_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\npublished: someday soon\n---\nText.")
    (article,) = load(path)
    assert isinstance(article, Article)
    assert article.published is None
    assert "someday soon" in article.notes[0]


def test_an_encoding_that_was_guessed_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    text = "Der Außenminister hat den Botschafter für Dienstag einbestellt, sagte die Sprecherin. " * 5
    path.write_bytes(text.encode("cp1252"))
    (article,) = load(path)
    assert isinstance(article, Article)
    assert "Außenminister" in article.text
    assert "not UTF-8" in article.notes[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_byte_order_marks_are_understood(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Ökumene".encode(encoding))
    (article,) = load(path)
    assert isinstance(article, Article)
    assert article.text == "Ökumene"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"---\ntitle: x\n---\n  \n", "no text"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0" * 10, "binary"),
        (b"x" * 2_000_001, "characters"),
    ],
)
def test_a_bad_file_is_a_failure_that_says_what_to_do(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    (failure,) = load(path)
    assert isinstance(failure, Failure)
    assert words in failure.reason
    assert "\n" not in failure.reason


def test_missing_files_and_empty_folders_are_failures(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.xyz").write_bytes(b"1")
    missing, empty = load(tmp_path / "none.txt", tmp_path / "empty")
    assert isinstance(missing, Failure)
    assert "no such file" in missing.reason
    assert isinstance(empty, Failure)
    assert "no articles" in empty.reason


def test_too_many_bytes_are_refused_before_they_are_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * 100)
    (failure,) = load(path, settings=Settings(max_source_bytes=100))
    assert isinstance(failure, Failure)
    assert "larger than" in failure.reason


def test_the_same_article_twice_is_used_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same text.")
    first, second = load(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert "same article" in second.reason


def test_articles_pass_through() -> None:
    article = Article(text="Given.")
    assert load(article) == [article]
