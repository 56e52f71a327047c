"""The memory at the command line: a story briefed day by day, then searched, checked, copied, pruned and mended."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.cli import main

Command = Callable[..., Result]
DAYS = (
    (
        "2025-05-12", "Danube Wire",
        "SOFIA - Bulgaria expelled three Belarusian diplomats on Monday.\n\nPoland praised Bulgaria on Monday.",
    ),
    (
        "2025-05-13", "Danube Wire",
        "CORRECTED: Bulgaria expelled five Belarusian diplomats on Monday and not three, as this agency wrote earlier.\n\n"
        "Belarus summoned the Bulgarian ambassador on Tuesday.",
    ),
    ("2025-05-14", "The Courier", "On Monday, Bulgaria expelled five Belarusian diplomats. It rained for the rest of the week."),
)  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Command:
    """Run a command with a store in the test's folder."""

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(main, [*words, "--store", str(tmp_path / "s.db")])

    return invoke


@pytest.fixture
def days(tmp_path: Path) -> list[str]:
    """The story's articles."""
    files = []
    for day, publisher, text in DAYS:
        file = tmp_path / f"{day}.md"
        title = "CORRECTED: five diplomats" if text.startswith("CORRECTED") else "News"
        file.write_text(
            f"---\ntitle: '{title}'\npublished: {day}\npublisher: {publisher}\n---\n{text}\n", encoding="utf-8"
        )
        files.append(str(file))
    return files


def brief(run: Command, file: str, *words: str) -> dict[str, object]:
    """A brief as JSON."""
    result = run("brief", file, "--engine", "rules", "--name", "baltic", "--since-last", "--format", "json", *words)
    assert result.exit_code == 0, result.output
    told: dict[str, object] = json.loads(result.stdout)
    return told


def lines(told: dict[str, object]) -> list[str]:
    """What changed."""
    return [statement["text"] for statement in told["changes"]]  # type: ignore[attr-defined, index]


def test_a_story_day_by_day(run: Command, days: list[str]) -> None:
    first = brief(run, days[0])
    assert (first["since"], first["changes"]) == (None, [])
    second = brief(run, days[1])
    assert second["since"] == first["as_of"]
    assert lines(second)[0].startswith("Adds ")
    assert "corrects figure of expulsion (Bulgaria and Belarus)" in lines(second)[0]
    assert any(line.startswith("Corrected: ") and "later corrected to 5" in line for line in lines(second))
    assert any(line.startswith("New: Belarus summoned") for line in lines(second))
    ids = {event["id"] for event in first["events"]}  # type: ignore[attr-defined]
    assert ids & {event["id"] for event in second["events"]}  # type: ignore[attr-defined]
    third = run("brief", days[2], "--engine", "rules", "--name", "baltic", "--since-last")
    assert "Nothing new since the brief of" in third.stdout
    assert "nothing new" in third.stderr
    assert "Background: briefed before" in third.stdout
    assert "## Key points" not in third.stdout


def test_a_briefing_without_a_name_knows_the_last_one_too(run: Command, days: list[str]) -> None:
    assert run("brief", days[0], "--engine", "rules").exit_code == 0
    again = run("brief", days[0], "--engine", "rules", "--since-last")
    assert "Nothing new since the brief of" in again.stdout


def test_since_a_day_needs_no_store(run: Command, days: list[str], tmp_path: Path) -> None:
    words = ["brief", *days, "--engine", "rules", "--since", "2025-05-13", "--format", "json", "--no-store"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["since"] == "2025-05-13"
    assert any(line.startswith("Corrected: ") for line in lines(told))
    assert any(line.startswith("New: Belarus summoned") for line in lines(told))
    assert not any("praised" in line for line in lines(told))
    assert not list(tmp_path.glob("**/*.db"))


def test_since_last_without_a_store_says_what_is_missing(days: list[str]) -> None:
    result = CliRunner().invoke(main, ["brief", days[0], "--since-last", "--no-store", "--engine", "rules"])
    assert result.exit_code == 2
    assert "needs a store" in result.stderr


@pytest.mark.parametrize("since", ["2025-13", "20250513", "yesterday", "2025-02-30"])
def test_a_wrong_day_is_refused_not_passed_over(days: list[str], since: str) -> None:
    result = CliRunner().invoke(main, ["brief", days[0], "--engine", "rules", "--no-store", "--since", since])
    assert result.exit_code == 2
    assert "no day, month or year" in result.stderr


def test_events_have_the_ids_of_the_store(run: Command, days: list[str]) -> None:
    first = brief(run, days[0])
    result = run("events", days[2], "--engine", "rules")
    assert {json.loads(line)["id"] for line in result.stdout.splitlines()} <= {
        event["id"]
        for event in first["events"]  # type: ignore[attr-defined]
    }


def test_what_was_briefed_can_be_searched(run: Command, days: list[str]) -> None:
    for day in days:
        brief(run, day)
    found = run("search", "--between", "Bulgaria,BLR", "--type", "sanction/EXPEL", "--format", "jsonl")
    (event,) = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(event["sources"]) == 3
    assert "Bulgaria" in run("search", "expelled").stdout
    line = run("timeline", "--actor", "BLR").stdout
    assert line.startswith("13 May 2025  BLR > BGR: ACCUSE/disapprove\n")
    assert json.loads(run("pairs", "--json", "--actor", "BGR").stdout)[0]["recipient"] == "BLR"
    assert "BGR" in run("pairs").stdout
    assert run("search", "zebra", "--format", "jsonl").stdout == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["search", "--type", "DANCE"], "no event type 'DANCE'"),
        (["search", "--type", "SANCTION/dance"], "has no mode 'dance'"),
        (["search", "--between", "RUS"], "two parties"),
        (["search", "--since", "yesterday"], "--since"),
        (["search", "!!"], "no word"),
        (["store", "prune"], "one of --before and --days"),
        (["store", "prune", "--before", "soon"], "no day"),
        (["store", "import", "none.jsonl"], "can't be read"),
    ],
)
def test_a_wrong_question_gets_a_clear_answer(run: Command, days: list[str], words: list[str], message: str) -> None:
    brief(run, days[0])
    result = run(*words)
    assert result.exit_code == 2
    assert message in result.stderr


def test_no_store_yet(run: Command) -> None:
    result = run("search", "anything")
    assert result.exit_code == 2
    assert "no store at" in result.stderr


def test_the_store_is_looked_after(run: Command, days: list[str], tmp_path: Path) -> None:
    for day in days:
        brief(run, day)
    assert run("store", "check").stdout.endswith(": sound\n")
    assert run("store", "backup", str(tmp_path / "copy.db")).exit_code == 0
    assert {json.loads(line)["table"] for line in run("store", "export").stdout.splitlines()} == {
        "runs", "articles", "mentions", "events", "briefs", "told",
    }  # fmt: skip
    with closing(sqlite3.connect(tmp_path / "s.db")) as other:
        other.execute("UPDATE events SET record = replace(record, 'five', 'nine')")
        other.commit()
    damaged = run("store", "check")
    assert damaged.exit_code == 1
    assert "its hash differs" in damaged.stdout
    assert run("store", "rebuild").exit_code == 0
    assert run("store", "check").exit_code == 0
    assert run("store", "prune", "--before", "2025-05-13", "--dry-run").stdout.startswith(
        "before 2025-05-13: 1 articles"
    )
    assert run("store", "prune", "--before", "2025-05-13").exit_code == 0
    assert (
        json.loads(run("search", "--type", "SANCTION", "--format", "json").stdout)[0]["sources"][0]["published"]
        == "2025-05-13"
    )


def test_events_go_out_and_come_in_again(run: Command, days: list[str], tmp_path: Path) -> None:
    for day in days:
        brief(run, day)
    file = tmp_path / "events.jsonl"
    assert run("search", "--format", "jsonl", "-o", str(file)).exit_code == 0
    other = ["--store", str(tmp_path / "other.db")]
    assert CliRunner().invoke(main, ["store", "import", str(file), *other]).exit_code == 0
    again = CliRunner().invoke(main, ["search", "--format", "jsonl", *other])
    assert sorted(again.stdout.splitlines()) == sorted(file.read_text(encoding="utf-8").splitlines())


def test_a_store_that_can_not_be_written_stops_nothing_that_costs_nothing(
    days: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    result = CliRunner().invoke(main, ["brief", days[0], "--engine", "rules"])
    assert result.exit_code == 0
    assert "nothing is kept" in result.stderr
    with_model = ["brief", days[0], "--engine", "llm", "--base-url", "http://127.0.0.1:9/v1"]
    refused = CliRunner().invoke(main, with_model)
    assert refused.exit_code == 2
    assert "can't be opened" in refused.stderr
