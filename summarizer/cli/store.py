"""`summarizer store`: looking after the store."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from summarizer.cli.options import PARTIAL, check_output, guarded, say, waiting
from summarizer.cli.search import open_store
from summarizer.errors import UsageError
from summarizer.ledger import default_path
from summarizer.renderers.display import visible
from summarizer.settings import Settings


@click.group()
def store() -> None:
    """Check, copy, export, prune, fill or rebuild the store."""


def _stored(command: Callable[..., None]) -> Callable[..., None]:
    command = click.option("--config", metavar="FILE", help="TOML file with a table [tool.summarizer].")(command)
    return click.option("--store", "file", metavar="FILE", help="The store (default: in your data folder).")(command)


def _settings(file: str | None, config: str | None) -> Settings:
    return Settings.load({"store": file}, file=config)


@store.command()
@_stored
@click.option("--json", "as_json", is_flag=True, help="As one JSON array.")
def check(file: str | None, config: str | None, as_json: bool) -> None:
    """Look for damage: every record against its hash, and all that is derived from it. Exit code 1 if there is any."""
    import json
    from dataclasses import asdict

    from summarizer.store import check_store

    def work() -> None:
        with open_store(_settings(file, config)) as found:
            damage = check_store(found)
            size = found.sizes()
        if as_json:
            click.echo(json.dumps([asdict(item) for item in damage], indent=1, ensure_ascii=False))
        else:
            for item in damage:
                click.echo(visible(f"{item.where}: {item.what}"))
            told = ", ".join(f"{count:,} {name}" for name, count in size.items())
            click.echo(f"{told}: " + ("sound" if not damage else f"{len(damage)} damaged"))
        if damage:
            say("`summarizer store rebuild` saves what can be saved")
            sys.exit(PARTIAL)

    guarded(work)


@store.command()
@_stored
@click.argument("target", metavar="FILE")
def backup(file: str | None, config: str | None, target: str) -> None:
    """Write a consistent copy of the store to FILE, also while others use it."""

    def work() -> None:
        check_output(target)
        with open_store(_settings(file, config)) as found:
            found.database.backup(target)
        say(f"copied to {target}")

    guarded(work)


@store.command()
@_stored
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def export(file: str | None, config: str | None, output: str | None) -> None:
    """Write all that is kept but the ledger of calls as JSON lines, one record a line with its table."""
    from summarizer.store import export_store

    def work() -> None:
        check_output(output)
        with open_store(_settings(file, config)) as found:
            if output in (None, "-"):
                count = export_store(found, sys.stdout.buffer)
            else:
                with open(str(output), "wb") as stream:
                    count = export_store(found, stream)
        say(f"{count:,} records")

    guarded(work)


@store.command(name="import")
@_stored
@click.argument("source", metavar="EVENTS.JSONL")
def import_(file: str | None, config: str | None, source: str) -> None:
    """Put event records (as `summarizer events` writes them) into the store, each in place of the one with its id."""
    from summarizer.exporting import read_lines
    from summarizer.store import Store

    def work() -> None:
        try:
            stream = sys.stdin.buffer if source == "-" else open(source, "rb")  # noqa: SIM115 - closed below
        except OSError as error:
            raise UsageError(f"{source} can't be read: {error.strerror}", "give a file of event records") from None
        with stream, Store.open(_settings(file, config).store or default_path(), waiting) as found:
            count = found.add_lines(stream, read_lines)
        say(f"{count:,} events")

    guarded(work)


@store.command()
@_stored
@click.option("--before", metavar="DATE", help="Take out what was published before this day (ISO 8601).")
@click.option("--days", type=int, metavar="N", help="Take out what is older than N days.")
@click.option("--dry-run", is_flag=True, help="Only say how much that is.")
def prune(file: str | None, config: str | None, before: str | None, days: int | None, dry_run: bool) -> None:
    """Take out old articles with the events that rest on them alone, and old briefs and answers."""
    from summarizer.store import prune_store

    def work() -> None:
        day = _day(before, days)
        with open_store(_settings(file, config)) as found:
            gone = prune_store(found, day, dry_run)
        verb = "would go" if dry_run else "gone"
        click.echo(f"before {day}: {gone.articles:,} articles, {gone.events:,} events, {gone.briefs:,} briefs {verb}")

    guarded(work)


def _day(before: str | None, days: int | None) -> dt.date:
    if (before is None) == (days is None):
        raise UsageError("prune needs one of --before and --days", "write --before 2026-01-01 or --days 365")
    if days is not None:
        return dt.datetime.now(dt.UTC).date() - dt.timedelta(days=max(0, days))
    try:
        return dt.date.fromisoformat(str(before))
    except ValueError:
        raise UsageError(f"{before!r} is no day", "write --before 2026-01-31") from None


@store.command()
@_stored
def rebuild(file: str | None, config: str | None) -> None:
    """Make the store anew from what can still be read; the old file stays beside it as FILE.damaged."""
    from summarizer.store import rebuild_store

    def work() -> None:
        path: Any = _settings(file, config).store or default_path()
        if not os.path.exists(path):
            raise UsageError(f"no store at {path}", "give one with --store")
        saved, lost = rebuild_store(path)
        for item in lost:
            click.echo(visible(f"lost: {item.where}: {item.what}"))
        click.echo(f"{saved:,} records saved, {len(lost):,} lost; the old file is {path}.damaged")
        sys.exit(PARTIAL if lost else 0)

    guarded(work)
