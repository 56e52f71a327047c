"""`summarizer brief`."""

from __future__ import annotations

import sys

import click

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
from summarizer.settings import Settings


@click.command()
@common_options
@click.option(
    "--format", "format_", type=click.Choice(["md", "html", "json"]), help="Default: by FILE's ending, else md."
)
@click.option("--name", metavar="NAME", help="Name of a repeated briefing, whose briefs the store remembers.")
@click.option("--since-last", "since", flag_value="last", help="Tell what changed since the last brief of that name.")
@click.option("--since", "since", metavar="DATE", help="Tell what changed since a day, month or year (ISO 8601).")
@click.option("--length", type=click.Choice(["short", "standard", "full"]), help="How much the brief tells.")
@click.option("--assess", is_flag=True, default=None, help="Add judgements, apart from the facts (llm).")
def brief(sources: tuple[str, ...], output: str | None, settings: Settings, format_: str | None, dry_run: bool) -> None:
    """Write a verified brief of articles.

    SOURCE: files (text and Markdown, with or without front matter; with extras HTML, PDF, feeds, WARC, mail, tables), folders,
    http(s) addresses, or - for standard input.
    """
    from summarizer.cli.watching import watched
    from summarizer.pipeline import summarize
    from summarizer.renderers import render_brief

    check_output(output)
    announce_engine(settings)
    if dry_run:
        return show_estimate(sources, settings, brief=True)
    with watched() as watch:
        summary = summarize(sources, settings=settings, watch=watch)
    report(summary.failures)
    if not summary.articles:
        say("no article could be read, so that there is no brief")
        sys.exit(PARTIAL)
    if summary.changes is not None and summary.changes.since and not summary.changes.items:
        say("nothing new")
    elif not summary.events:
        say("no events found; the brief says so")
    write_text(output, render_brief(summary.brief, format_ or format_of(output), summary.articles))
    say_usage(summary.usage)
    sys.exit(PARTIAL if summary.failures else 0)


def format_of(output: str | None) -> str:
    """The format that a file's ending asks for; Markdown for any other."""
    ending = (output or "").rsplit(".", 1)[-1].lower()
    return {"html": "html", "htm": "html", "json": "json"}.get(ending, "md")
