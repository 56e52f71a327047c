"""`summarizer doctor`."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import click

from summarizer.cli.options import PARTIAL, guarded
from summarizer.renderers.display import visible
from summarizer.settings import Settings

_LIBRARIES = ("pydantic", "openai", "instructor", "tenacity", "click", "rich")


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--engine", type=click.Choice(["auto", "rules", "llm"]))
@click.option("--model", metavar="NAME")
@click.option("--base-url", metavar="URL")
@click.option("--config", metavar="FILE", help="TOML file with a table [tool.summarizer].")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def doctor(sources: tuple[str, ...], config: str | None, as_json: bool, **flags: Any) -> None:
    """Show what is configured, which engine `auto` takes and why, versions, and whether the server answers.

    With SOURCEs, show instead what each reader finds in them: title, date and where it was found, publisher, and what is missing.
    """
    work = (lambda: _sources(sources, Settings.load(flags, file=config), as_json)) if sources else None
    guarded(work or (lambda: _doctor(Settings.load(flags, file=config), as_json)))


def _sources(sources: tuple[str, ...], settings: Settings, as_json: bool) -> None:
    from summarizer.sources import inspect_sources

    reports = inspect_sources(sources, settings)
    if as_json:
        click.echo(json.dumps([asdict(report) for report in reports], indent=1, ensure_ascii=False))
    for report in reports if not as_json else ():
        read_by = " > ".join(report.readers) or "no reader"
        click.echo(visible(f"{report.source} ({read_by})"))
        if report.problem:
            click.echo("  " + visible(f"problem: {report.problem}"))
            continue
        found = f" (from {report.published_from})" if report.published_from else ""
        click.echo("  " + visible(f"title: {report.title or 'none'}"))
        click.echo("  " + visible(f"published: {report.published or 'none'}{found}"))
        click.echo("  " + visible(f"publisher: {report.publisher or 'none'}"))
        click.echo("  " + visible(f"text: {report.characters:,} characters, language {report.language or 'unknown'}"))
        for note in (*report.notes, *report.missing):
            click.echo("  " + visible(f"note: {note}"))
    if any(report.problem for report in reports):
        sys.exit(PARTIAL)


def _doctor(settings: Settings, as_json: bool) -> None:
    from summarizer.engines import choose_engine

    choice = choose_engine(settings)
    facts: dict[str, Any] = {
        "summarizer": version("summarizer"),
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "engine": {"asked": settings.engine, "chosen": choice.engine, "why": choice.reason},
        "model": settings.model if choice.engine == "llm" else None,
        "base_url": settings.base_url,
        "key": "set" if settings.api_key and settings.api_key.get_secret_value() else "not set",
        "ontology": settings.ontology,
        "store": _store(settings),
        "server": _server(settings) if choice.engine == "llm" else None,
    }
    if as_json:
        click.echo(json.dumps(facts, indent=1, ensure_ascii=False))
    else:
        for line in _lines(facts):
            click.echo(visible(line))
    server = facts["server"]
    if server is not None and not server["answers"]:
        sys.exit(PARTIAL)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _server(settings: Settings) -> dict[str, Any]:
    from summarizer.engines.llm.probe import probe_server

    found = probe_server(settings)
    return {"answers": found.answers, "detail": found.detail}


def _store(settings: Settings) -> str:
    """Where things are kept, and whether something is."""
    from pathlib import Path

    from summarizer.ledger import default_path

    if not settings.use_store:
        return "none (use_store is off)"
    path = Path(settings.store or default_path())
    return f"{path} ({path.stat().st_size:,} bytes)" if path.exists() else f"{path} (not there yet)"


def _lines(facts: dict[str, Any]) -> list[str]:
    libraries = ", ".join(f"{name} {number}" for name, number in facts["libraries"].items())
    engine, server = facts["engine"], facts["server"]
    lines = [
        f"summarizer {facts['summarizer']}, Python {facts['python']}",
        f"libraries:  {libraries}",
        f"engine:     {engine['chosen']} (asked for {engine['asked']}: {engine['why']})",
        f"ontology:   {facts['ontology']}",
        f"store:      {facts['store']}",
        f"key:        {facts['key']}",
    ]
    if facts["model"]:
        lines.append(
            f"model:      {facts['model']} at {facts['base_url'] or 'the default server of the openai library'}"
        )
    if server is not None:
        lines.append(f"server:     {'answers' if server['answers'] else 'does not answer'}: {server['detail']}")
    return lines
