from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

import pytest
from exporting.making import ALL, ARTICLE, BARE, EVIL, PLAIN, evil, written


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def page(*events: object) -> _Tags:
    parser = _Tags()
    parser.feed(written("html", *events).decode())  # type: ignore[arg-type]
    return parser


def test_html_shows_every_event_and_nothing_is_markup() -> None:
    found = page(*ALL)
    assert found.tags.count("tr") == len(ALL) + 1
    assert set(found.tags) <= set("html meta title style h1 table thead tbody tr th td a".split())
    assert found.links == [ARTICLE.url]
    assert "<script>alert(1)</script>&lt;b&gt;" in found.cells
    assert "Russia and Belarus expelled an envoy of Romania." in found.cells


def test_markdown_keeps_its_cells_whatever_a_title_holds() -> None:
    lines = written("md", *ALL).decode().splitlines()
    assert len(lines) == len(ALL) + 2
    assert lines[0].startswith("| When | Status |")
    for line in lines[2:]:
        bare = line.replace("\\\\", "").replace("\\|", "")
        assert bare.count("|") == 8, line
        assert "<script" not in bare.replace("\\<", "")
        assert "](" not in bare.replace("\\]", "")


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_the_terminal_gets_no_control_characters_and_no_markup(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = written("table", *ALL).decode()
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") for c in text.replace("\n", ""))
    assert max(map(len, text.splitlines())) <= int(columns)
    assert ("e-000000000001" in text) == (columns == "200")
    if columns == "200":
        assert "[/bold]" in text


def test_the_terminal_shows_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = written("table", PLAIN, BARE).decode()
    for words in (
        "26 April 2021",
        "occurred",
        "SANCTION/expel",
        "officials (RUS, said)",
        "Wire, Post",
        "undated",
        "alleged",
    ):
        assert words in text


@pytest.mark.parametrize("format", ["md", "html", "table"])
def test_without_events_there_are_headings(format: str) -> None:
    assert b"When" in written(format)
    assert EVIL[0].id.encode() not in written(format)


def test_files_name_the_source_when_no_publisher_does() -> None:
    event = evil("x")
    nameless = event.model_copy(
        update={"sources": (), "evidence": (event.evidence[0].model_copy(update={"file": "news/a|b.txt"}),)}
    )
    assert "a\\|b.txt" in written("md", nameless).decode()
