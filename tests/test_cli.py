from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NEWS = "Norway expelled two Chilean diplomats on 24 April 2021. Chile summoned the Norwegian ambassador on 26 April 2021.\n"


def run(*arguments: str | Path, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own, without settings of this machine."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "SUMMARIZER_"))}
    command = [sys.executable, "-m", "summarizer", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env=clean | environ, timeout=300, check=False)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    return path


def test_events_are_one_exact_record_a_line(news: Path) -> None:
    done = run("events", news)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 2
    assert (
        list(records[0])
        == (
            "id type mode status summary actors recipients date place attribution quantities evidence sources conflicts engine confidence"
        ).split()
    )
    for record in records:
        for evidence in record["evidence"]:
            assert NEWS[evidence["start"] : evidence["end"]] == evidence["quote"]
            assert evidence["file"] == str(news)
    expulsion = next(record for record in records if record["mode"] == "expel")
    assert [party["country"] for party in expulsion["actors"]] == ["NOR"]
    assert expulsion["date"]["edtf"] == "2021-04-24"


def test_events_as_one_json_array(news: Path) -> None:
    assert len(json.loads(run("events", news, "--format", "json").stdout)) == 2


def test_brief_in_each_format(news: Path, tmp_path: Path) -> None:
    for name, start in (("b.md", "# North"), ("b.json", "{"), ("b.html", "<!doctype html>")):
        done = run("brief", news, "-o", tmp_path / name, "--title", "North")
        assert done.returncode == 0, done.stderr
        assert done.stdout == b""
        assert (tmp_path / name).read_text().lower().startswith(start.lower())


def test_brief_from_standard_input() -> None:
    done = run("brief", "-", stdin=NEWS.encode())
    assert done.returncode == 0
    assert "## Bottom line" in done.stdout.decode()
    assert "[1]" in done.stdout.decode()


def test_auto_says_which_engine_and_how_to_change_it(news: Path) -> None:
    lines = run("events", news).stderr.decode().splitlines()
    assert len(lines) == 1
    assert "rules" in lines[0]
    assert "OPENAI_API_KEY" in lines[0]
    assert run("events", news, "--engine", "rules").stderr == b""


def bad_sources(folder: Path) -> dict[str, Path]:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \r\n\t ")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "oneline.txt").write_bytes(b"a" * 20_000_000)
    (folder / "nothing").mkdir()
    return {
        name: folder / name
        for name in ("missing.txt", "empty.txt", "blank.txt", "binary.txt", "oneline.txt", "nothing")
    }


def test_bad_sources_are_one_line_each_and_the_rest_is_delivered(news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    bad = bad_sources(folder)
    done = run("events", *bad.values(), news, "--engine", "rules")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    lines = done.stderr.decode().splitlines()
    assert len(lines) == len(bad)
    assert all(any(str(path) in line for line in lines) for path in bad.values())
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["brief", "events"])
def test_only_bad_sources(command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path / "missing.txt")
    assert done.returncode == 1
    assert b"no such file" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["events"], b"Missing argument"),
        (["brief", "x.txt", "--format", "docx"], b"docx"),
        (["brief", "x.txt", "-o", "/no/such/folder/b.md"], b"can't be written"),
        (["events", "x.txt", "--config", "none.toml"], b"no settings file"),
        (["events", "x.txt", "--published", "yesterday"], b"published"),
        (["nonsense"], b"No such command"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], words: bytes) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert b"Traceback" not in done.stderr


def test_no_events_is_said_and_no_error(tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("The weather was calm. Nobody was about.")
    done = run("events", path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"no events found" in done.stderr
    assert "No events were found" in run("brief", path).stdout.decode()


def test_a_server_that_is_down_is_a_line_for_the_article(news: Path) -> None:
    done = run(
        "events",
        news,
        "--engine",
        "llm",
        "--base-url",
        "http://127.0.0.1:9/v1",
        SUMMARIZER_ATTEMPTS="1",
        SUMMARIZER_USE_STORE="0",
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert str(news).encode() in done.stderr


def test_doctor_shows_the_choice_and_never_the_key() -> None:
    done = run("doctor", "--json", OPENAI_API_KEY="sk-canary-123", OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    facts = json.loads(done.stdout)
    assert facts["engine"]["chosen"] == "llm"
    assert facts["key"] == "set"
    assert facts["server"]["answers"] is False
    assert done.returncode == 1
    assert b"canary" not in done.stdout + done.stderr
    plain = run("doctor")
    assert plain.returncode == 0
    assert b"rules" in plain.stdout


def test_settings_come_from_flags_then_environment_then_file(news: Path, tmp_path: Path) -> None:
    config = tmp_path / "s.toml"
    config.write_text('[tool.summarizer]\ntitle = "From the file"\nengine = "rules"\n')
    assert run("brief", news, "--config", config).stdout.startswith(b"# From the file")
    assert run("brief", news, "--config", config, SUMMARIZER_TITLE="From the environment").stdout.startswith(
        b"# From the env"
    )
    done = run("brief", news, "--config", config, "--title", "From the flag", SUMMARIZER_TITLE="From the environment")
    assert done.stdout.startswith(b"# From the flag")


def test_titles_with_escapes_and_markup_reach_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil.md"
    path.write_text("---\ntitle: \x1b[31mred\x1b[0m [/bold] <img src=x>\u202e\n---\n" + NEWS)
    done = run("brief", path)
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert "\u202e" not in done.stdout.decode()
    assert done.stdout.count(b"<") == done.stdout.count(b"\\<")


def test_help_is_quick_to_import() -> None:
    code = (
        "import sys; sys.argv = ['summarizer', '--help']\n"
        "from summarizer.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted(m for m in ('pydantic', 'rich', 'openai', 'instructor', 'asyncio') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_doctor_shows_what_the_readers_found(news: Path, tmp_path: Path) -> None:
    (tmp_path / "dated.md").write_text("---\ntitle: Dated\npublished: 2021-04-28\npublisher: Wire\n---\n" + NEWS)
    done = run("doctor", tmp_path / "dated.md", news, tmp_path / "none.txt")
    told = done.stdout.decode()
    assert done.returncode == 1
    assert "2021-04-28 (from metadata)" in told
    assert "published: none" in told
    assert "no such file" in told
    assert [row["title"] for row in json.loads(run("doctor", "--json", tmp_path / "dated.md").stdout)] == ["Dated"]


def test_columns_of_a_table_are_mapped(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"story": NEWS, "head": "H"}) + "\n")
    done = run("events", path, "--column", "text=story", "--column", "title=head")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2
