from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import NEWS, run


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    (tmp_path / "news.txt").write_text(NEWS)
    done = run("brief", tmp_path / "news.txt", "-o", tmp_path / "brief.json")
    assert done.returncode == 0, done.stderr
    return tmp_path / "brief.json"


def edited(brief: Path, old: str, new: str) -> Path:
    path = brief.with_name("edited.json")
    text = brief.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return path


def test_a_brief_proves_itself_and_against_its_articles(brief: Path) -> None:
    alone, with_text = run("verify", brief), run("verify", brief, "--articles", brief.with_name("news.txt"))
    assert alone.returncode == with_text.returncode == 0, alone.stdout + with_text.stdout
    assert b"sentences hold" in alone.stdout


def test_an_edited_sentence_is_listed_and_loses_its_place(brief: Path) -> None:
    told = json.loads(brief.read_text())["bottom_line"][0]["text"]
    path = edited(brief, json.dumps(told), json.dumps(told.replace("two", "nine")))
    done = run("verify", path, "-o", path.with_name("kept.md"))
    assert done.returncode == 1
    assert b"nine" in done.stdout
    rows = json.loads(run("verify", path, "--json").stdout)
    assert len(rows) == 1
    kept = path.with_name("kept.md").read_text()
    assert "Withheld" in kept
    assert "nine" not in kept.split("## Verification")[0]


def test_a_changed_text_is_noticed_only_with_the_articles(brief: Path) -> None:
    source = brief.with_name("news.txt")
    source.write_text(NEWS.replace("two", "ten"))
    assert run("verify", brief).returncode == 0
    done = run("verify", brief, "--articles", source)
    assert done.returncode == 1
    assert b"not among the given articles" in done.stdout


@pytest.mark.parametrize(
    ("content", "words"), [("{", b"is no brief"), ('{"title": 1}', b"is no brief"), (None, b"can't be read")]
)
def test_what_is_no_brief_is_refused(tmp_path: Path, content: str | None, words: bytes) -> None:
    if content is not None:
        (tmp_path / "b.json").write_text(content)
    done = run("verify", tmp_path / "b.json")
    assert done.returncode == 2
    assert words in done.stderr
    assert b"Traceback" not in done.stderr
