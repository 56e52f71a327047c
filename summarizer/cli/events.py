"""`summarizer events`."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import closing, nullcontext
from typing import IO

import click

from summarizer.article import Article, Failure
from summarizer.cli.options import (
    PARTIAL,
    announce_engine,
    check_output,
    common_options,
    report,
    say,
    say_usage,
    show_estimate,
    write_text,
)
from summarizer.errors import UsageError
from summarizer.events import Event
from summarizer.exporting import BINARY, EXPORTERS, ExportContext, check_format, datapackage, write_events
from summarizer.ontology import load_ontology
from summarizer.settings import Settings
from summarizer.usage import Usage

_FORMATS = "; ".join(f"{name}: {exporter.description}" for name, exporter in EXPORTERS.items())


@click.command()
@common_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(EXPORTERS)),
    default="jsonl",
    show_default=True,
    help=_FORMATS + ".",
)
@click.option(
    "--datapackage", "package", metavar="FILE", help="Document the columns of a table in FILE (Frictionless)."
)
def events(
    sources: tuple[str, ...],
    output: str | None,
    settings: Settings,
    format_: str,
    dry_run: bool,
    package: str | None,
) -> None:
    """List the events of articles, one record a line, as each article finishes.

    SOURCE: files (text and Markdown, with or without front matter; with extras HTML, PDF, feeds, WARC, mail, tables), folders,
    http(s) addresses, or - for standard input.
    """
    check_output(output)
    check_format(format_)
    described = _describe(format_, output, package)
    if format_ in BINARY and output in (None, "-") and sys.stdout.isatty():
        raise UsageError(f"{format_} can't be shown on a terminal", "give a file with -o")
    announce_engine(settings)
    if dry_run:
        return show_estimate(sources, settings, brief=False)
    binary = sys.stdout.buffer if output in (None, "-") else None
    with nullcontext(binary) if binary else open(str(output), "wb") as stream:
        failed = _write(sources, settings, format_, stream)
    if described is not None:
        write_text(package, described)
    sys.exit(PARTIAL if failed else 0)


def _describe(format_: str, output: str | None, package: str | None) -> str | None:
    """The data package of the file to be written, None when none is wanted. Raises UsageError."""
    if package is None:
        return None
    if output in (None, "-") or package == "-":
        raise UsageError("a data package describes a file", "give both -o FILE and --datapackage FILE")
    check_output(package)
    folder = os.path.dirname(os.path.abspath(package))
    return datapackage(format_, os.path.relpath(os.path.abspath(str(output)), folder))


def _write(sources: tuple[str, ...], settings: Settings, format_: str, stream: IO[bytes]) -> bool:
    """Write the events as articles finish; whether some source failed."""
    reading = _Reading(sources, settings, stream)
    context = ExportContext(reading.at_hand, load_ontology(settings.ontology), settings.title or "Events")
    with closing(reading.events()) as found:
        count = write_events(found, format_, stream, context)
    if reading.articles and not count:
        say("no events found")
    say_usage(reading.usage)
    return reading.failed


class _Reading:
    """The events of the sources as they are found; `at_hand` holds the article whose events are coming, and no other."""

    def __init__(self, sources: tuple[str, ...], settings: Settings, stream: IO[bytes]) -> None:
        self._sources, self._settings, self._stream = sources, settings, stream
        self.at_hand: dict[str, Article] = {}
        self.articles = 0
        self.usage = Usage()
        self.failed = False

    def events(self) -> Generator[Event, None, None]:
        """Event by event; failures and notes are said meanwhile, and what is written is flushed after each article."""
        from summarizer.cli.watching import watched
        from summarizer.pipeline import extract

        with watched() as watch:
            for result in extract(self._sources, settings=self._settings, watch=watch):
                if isinstance(result, Failure):
                    self.failed = True
                    report([result])
                    continue
                self.articles += 1
                self.usage += result.usage
                for note in result.notes:
                    say(note)
                if result.failure is not None:
                    self.failed = True
                    report([result.failure])
                self.at_hand.clear()
                self.at_hand[result.article.id] = result.article
                yield from result.events
                self._stream.flush()
