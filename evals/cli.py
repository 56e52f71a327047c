"""The commands of `python -m evals`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, cast, get_args

import click

from evals.agreement import agreement as measure_agreement
from evals.agreement import load_both
from evals.cases import FIXTURES, case_folders
from evals.comparing import compare as comparison
from evals.digest import digests
from evals.gating import BASELINES, Verdict, judge, load_baselines, save_baselines, updated
from evals.label_checks import check_folder
from evals.labels import SCHEMAS, json_schemas
from evals.page import page
from evals.results import RESULTS, as_json, beside, case_table, load_result, show, table
from evals.running import OWN_SETTINGS, EngineName, RunOptions, SplitName, run_now
from summarizer import Settings

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
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of the product, as a variant (repeatable).",
)
@click.option(
    "--prompts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder whose extract_events.toml replaces ours, as a variant.",
)
@click.option("--events-only", is_flag=True, help="No briefs: only what is found in each article.")
@click.option("--out", type=click.Path(path_type=Path), default=RESULTS, help="Folder for the JSON and HTML reports.")
@click.option("--cases", is_flag=True, help="Print a line a case, too.")
def run(out: Path, cases: bool, **chosen: Any) -> None:
    """Run an engine on the fixtures; print a table, write a JSON and an HTML report. Exit code 3: incomplete.

    Where answers to the plain script are recorded, it is scored beside: `more` is what the engine has over it.
    """
    if chosen["record"] and (not chosen["base_url"] or chosen["engine"] == "rules"):
        raise click.UsageError("--record needs a model engine and --base-url, the server whose answers are kept")
    if chosen["engine"] == "plain" and (chosen["settings"] or chosen["prompts"] or chosen["events_only"]):
        raise click.UsageError("--set, --prompts and --events-only are for the product's engines")
    options = RunOptions(**{**chosen, "settings": _settings(chosen["settings"])})
    done = run_now(options)
    data = as_json(done)
    script = RunOptions(engine="plain", split=options.split, fixtures=options.fixtures, only=options.only)
    if options.engine != "plain" and script.cassette.exists():
        data["script"] = beside(done, run_now(script))
    click.echo(table(data))
    if cases:
        click.echo(case_table(done))
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{data['name']}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    path.with_suffix(".html").write_text(page(done, data), encoding="utf-8")
    for note in done.notes:
        click.echo(note, err=True)
    click.echo(f"written: {path} and .html", err=True)
    sys.exit(0 if done.complete else INCOMPLETE)


def _settings(given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names and values of NAME=VALUE. Raises click.UsageError for what is no setting or no value of it."""
    pairs = []
    for item in given:
        name, sign, value = item.partition("=")
        if not sign or name not in Settings.model_fields or name in OWN_SETTINGS:
            raise click.UsageError(f"--set {item}: give NAME=VALUE, with the name of a setting that is no option here")
        try:
            Settings.model_validate({name: value})
        except ValueError:
            raise click.UsageError(f"--set {item}: {value!r} is no value of {name}") from None
        pairs.append((name, value))
    return tuple(pairs)


@main.command()
@click.argument("first", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("second", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def compare(first: Path, second: Path) -> None:
    """Compare two saved runs (JSON files), unit by unit. Exit code 3: one of them is incomplete."""
    try:
        one, two = load_result(first), load_result(second)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(comparison(one, two))
    sys.exit(0 if one.complete and two.complete else INCOMPLETE)


@main.command()
@click.option(
    "--run", "names", multiple=True, metavar="ENGINE-SPLIT", help="Judge this run (repeatable) [all baselines]."
)
@click.option("--update", is_flag=True, help="Pin what is measured now; a value that fell keeps its old baseline.")
@click.option("--lower", is_flag=True, help="With --update: let baselines fall.")
@click.option("--baselines", type=click.Path(path_type=Path, dir_okay=False), default=BASELINES)
@click.option("--fixtures", type=click.Path(path_type=Path, exists=True, file_okay=False), default=FIXTURES)
def gate(names: tuple[str, ...], update: bool, lower: bool, baselines: Path, fixtures: Path) -> None:
    """Run what has a baseline and judge it. Exit codes: 0 ok, 1 regression or broken invariant, 3 incomplete."""
    pinned = load_baselines(baselines)
    worst: list[Verdict] = []
    for name in names or tuple(pinned) or ("rules-dev",):
        engine, _, split = name.partition("-")
        if engine not in get_args(EngineName) or split not in get_args(SplitName):
            raise click.UsageError(f"{name!r} is no run: write rules-dev, llm-test …")
        data = as_json(run_now(RunOptions(cast(EngineName, engine), cast(SplitName, split), fixtures)))
        if update and data["complete"]:
            pinned[name], kept = updated(data, pinned.get(name), lower)
            for metric in kept:
                click.echo(f"{name}: {metric} fell; its baseline stays (--lower lets it fall)", err=True)
        verdict = judge(data, pinned.get(name))
        worst.append(verdict)
        for line in (*verdict.worse, *verdict.unknown):
            click.echo(line)
        if not verdict.exit_code:
            click.echo(f"{name}: ok")
    if update:
        save_baselines(pinned, baselines)
    sys.exit(1 if any(v.worse for v in worst) else INCOMPLETE if any(v.unknown for v in worst) else 0)


@main.command()
@click.option("--fixtures", type=click.Path(path_type=Path, exists=True, file_okay=False), default=FIXTURES)
def agreement(fixtures: Path) -> None:
    """Print how far two blind labellings agree, on all fixtures that have both."""
    cases = load_both(case_folders(fixtures))
    found = measure_agreement(cases)
    click.echo(f"articles labelled twice   {found.articles} ({found.events[0]} and {found.events[1]} events)")
    for name, value in (
        ("pair-and-type F1", found.pair_and_type),
        ("event F1 (matched)", found.event_f1),
        ("same status", found.status_same),
        ("triggers touch", found.spans_touch),
        ("trigger overlap (Jaccard)", found.span_overlap),
    ):
        click.echo(f"{name:26}{show(value.value)} ({show(value.low)} … {show(value.high)})")
    click.echo(f"{'kappa of status':26}{show(found.status_kappa)}")


@main.command()
@click.option("--fixtures", type=click.Path(path_type=Path, exists=True, file_okay=False), default=FIXTURES)
@click.argument("names", nargs=-1, metavar="[CASE]...")
def check(fixtures: Path, names: tuple[str, ...]) -> None:
    """Check that fixtures are sound: schema, triggers, nothing forbidden that the gold says. Exit code 1 if not."""
    folders = [
        folder for folder in sorted(fixtures.iterdir()) if folder.is_dir() and (not names or folder.name in names)
    ]
    problems = [line for folder in folders for line in check_folder(folder)]
    click.echo("\n".join(problems) or f"{len(folders)} fixtures sound")
    sys.exit(bool(problems))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=SCHEMAS, help="Folder to write to.")
def schemas(out: Path) -> None:
    """Write the JSON schemas of labels and cases, for editors that check YAML while it is written."""
    out.mkdir(parents=True, exist_ok=True)
    for name, schema in json_schemas().items():
        (out / f"{name}.schema.json").write_text(
            json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )


@main.command()
@click.option("--fixtures", type=click.Path(path_type=Path, exists=True, file_okay=False), default=FIXTURES)
@click.option("--split", type=click.Choice(["dev", "test", "all"]), default="all", show_default=True)
def digest(fixtures: Path, split: str) -> None:
    """Print the digests of fixtures and prompts, which baselines are pinned with."""
    for name, value in digests(split, fixtures).items():
        click.echo(f"{name} {value}")
