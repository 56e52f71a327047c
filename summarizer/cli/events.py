"""`summarizer events`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import IO

import click

from summarizer.article import Failure
from summarizer.cli.options import (
    PARTIAL,
    announce_engine,
    check_output,
    common_options,
    report,
    say,
    say_usage,
    show_estimate,
)
from summarizer.settings import Settings
from summarizer.usage import Usage


@click.command()
@common_options
@click.option("--format", "format_", type=click.Choice(["jsonl", "json"]), default="jsonl", show_default=True)
def events(sources: tuple[str, ...], output: str | None, settings: Settings, format_: str, dry_run: bool) -> None:
    """List the events of articles, one record a line, as each article finishes.

    SOURCE: files (text and Markdown, with or without front matter; with extras HTML, PDF, feeds, WARC, mail, tables), folders,
    http(s) addresses, or - for standard input.
    """
    check_output(output)
    announce_engine(settings)
    if dry_run:
        return show_estimate(sources, settings, brief=False)
    binary = sys.stdout.buffer if output in (None, "-") else None
    with nullcontext(binary) if binary else open(str(output), "wb") as stream:
        failed = _write(sources, settings, format_, stream)
    sys.exit(PARTIAL if failed else 0)


def _write(sources: tuple[str, ...], settings: Settings, format_: str, stream: IO[bytes]) -> bool:
    from summarizer.cli.watching import watched
    from summarizer.pipeline import extract

    count, articles, usage, failed = 0, 0, Usage(), False
    if format_ == "json":
        stream.write(b"[")
    with watched() as watch:
        for result in extract(sources, settings=settings, watch=watch):
            if isinstance(result, Failure):
                failed = True
                report([result])
                continue
            articles += 1
            usage += result.usage
            for note in result.notes:
                say(note)
            if result.failure is not None:
                failed = True
                report([result.failure])
            for event in result.events:
                line = event.model_dump_json().encode("utf-8", "replace")
                stream.write(((b",\n" if count else b"\n") + line) if format_ == "json" else line + b"\n")
                count += 1
            stream.flush()
    if format_ == "json":
        stream.write(b"\n]\n")
    if articles and not count:
        say("no events found")
    say_usage(usage)
    return failed
