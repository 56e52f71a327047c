from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.cli.events import events
from summarizer.exporting import BINARY, EXPORTERS, SHEETS, read_events

NEWS = (
    "Norway expelled two Chilean diplomats on 24 April 2021. Chile summoned the Norwegian ambassador on 26 April 2021.\n"
    "The weather was calm and there was nothing else that the people of the two towns had to talk about with each other.\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.md"
    path.write_text(f"---\ntitle: =cmd()\npublished: 2021-04-27\npublisher: Wire\n---\n{NEWS}")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(events, [*map(str, arguments), "--engine", "rules"])


@pytest.mark.parametrize("format", EXPORTERS)
def test_every_format_to_a_file_and_to_standard_output(format: str, news: Path, tmp_path: Path) -> None:
    path = tmp_path / f"out{EXPORTERS[format].ending}"
    done = run(news, "--format", format, "-o", path)
    assert done.exit_code == 0, done.output
    assert path.stat().st_size > 100 or format == "ical"
    again = run(news, "--format", format)
    assert again.exit_code == 0
    if format not in ("rss", "atom", "ical", *BINARY):  # which hold the time of writing
        assert again.stdout_bytes == path.read_bytes()


def test_records_are_as_they_always_were(news: Path) -> None:
    lines = run(news).stdout_bytes
    found = list(read_events(io.BytesIO(lines)))
    assert lines == b"".join(event.model_dump_json().encode() + b"\n" for event in found)
    whole = run(news, "--format", "json").stdout_bytes
    assert whole == b"[\n" + b",\n".join(lines.splitlines()) + b"\n]\n"
    assert len(found) == 2


def test_headline_and_language_reach_the_columns(news: Path) -> None:
    header, first, *_ = run(news, "--format", "polecat").stdout.splitlines()
    row = dict(zip(header.split("\t"), first.split("\t"), strict=True))
    assert (row["Headline"], row["Language"], row["Publication Date"]) == ("'=cmd()", "en", "2021-04-27")


def test_a_data_package_is_written_beside_the_file(news: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    done = run(
        news, "--format", "gdelt", "-o", tmp_path / "data" / "e.tsv", "--datapackage", tmp_path / "datapackage.json"
    )
    assert done.exit_code == 0, done.output
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert package["resources"][0]["path"] == "data/e.tsv"
    assert len(package["resources"][0]["schema"]["fields"]) == len(SHEETS["gdelt"].columns)


def test_a_data_package_that_can_not_be_is_wrong_usage(news: Path, tmp_path: Path) -> None:
    package = tmp_path / "sub" / "datapackage.json"
    out = tmp_path / "e.csv"
    assert run(news, "--format", "csv", "--datapackage", package).exit_code == 2
    assert run(news, "--format", "csv", "-o", out, "--datapackage", package).exit_code == 2  # no such folder
    package.parent.mkdir()
    assert run(news, "--format", "csv", "-o", out, "--datapackage", package).exit_code == 2  # data lies above
    assert run(news, "--format", "rss", "-o", out, "--datapackage", tmp_path / "datapackage.json").exit_code == 2
    assert not out.exists()


def test_a_missing_extra_is_told_before_any_work(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run(news, "--format", "parquet", "-o", tmp_path / "e.parquet")
    assert done.exit_code == 2
    assert "pip install 'summarizer[parquet]'" in done.stderr
    assert not (tmp_path / "e.parquet").exists()


def test_a_source_that_fails_leaves_the_rest_and_ends_with_1(news: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "none.txt", news, "--format", "tsv")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 3
    assert "none.txt" in done.stderr


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess

    code = (
        "import sys, summarizer.exporting\n"
        "print([m for m in ('pyarrow', 'rich', 'openai', 'icalendar', 'pandas', 'jinja2', 'asyncio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
