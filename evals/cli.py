"""The commands of `python -m evals`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from evals.cases import FIXTURES
from evals.digest import digests
from evals.page import page
from evals.results import RESULTS, as_json, table
from evals.running import RunOptions, run_now

INCOMPLETE = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Score an engine on hand-labelled articles."""


@main.command()
@click.option("--engine", type=click.Choice(["rules", "llm", "plain"]), default="rules", show_default=True)
@click.option("--split", type=click.Choice(["dev", "test", "all"]), default="dev", show_default=True)
@click.option("--fixtures", type=click.Path(path_type=Path, exists=True, file_okay=False), default=FIXTURES)
@click.option("--model", help="Model name to send; recorded answers have their own.")
@click.option("--base-url", help="OpenAI-compatible server to ask instead of recorded answers.")
@click.option("--api-key", envvar="OPENAI_API_KEY", default="none", help="Key for that server [env OPENAI_API_KEY].")
@click.option("--record", is_flag=True, help="Keep the server's answers; what is recorded already is not asked again.")
@click.option("--concurrency", type=click.IntRange(min=1), default=8, show_default=True, help="Cases at a time.")
@click.option("--only", multiple=True, metavar="CASE", help="Only this case (repeatable).")
@click.option("--out", type=click.Path(path_type=Path), default=RESULTS, help="Folder for the JSON and HTML reports.")
def run(out: Path, **chosen: Any) -> None:
    """Run an engine on the fixtures; print a table, write a JSON and an HTML report. Exit code 3: incomplete."""
    if chosen["record"] and (not chosen["base_url"] or chosen["engine"] == "rules"):
        raise click.UsageError("--record needs a model engine and --base-url, the server whose answers are kept")
    done = run_now(RunOptions(**chosen))
    data = as_json(done)
    click.echo(table(data))
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{data['name']}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    path.with_suffix(".html").write_text(page(done, data), encoding="utf-8")
    for note in done.notes:
        click.echo(note, err=True)
    click.echo(f"written: {path} and .html", err=True)
    sys.exit(0 if done.complete else INCOMPLETE)


@main.command()
@click.option("--fixtures", type=click.Path(path_type=Path, exists=True, file_okay=False), default=FIXTURES)
def digest(fixtures: Path) -> None:
    """Print the digests of fixtures and prompts, which baselines are pinned with."""
    for name, value in digests(fixtures).items():
        click.echo(f"{name} {value}")
