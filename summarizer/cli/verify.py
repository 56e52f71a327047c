"""`summarizer verify`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from summarizer.brief import Brief
from summarizer.cli.options import PARTIAL, check_output, guarded, report, write_text
from summarizer.errors import UsageError
from summarizer.renderers.display import visible
from summarizer.settings import Settings


@click.command()
@click.argument("brief", metavar="BRIEF.JSON")
@click.option("--articles", multiple=True, metavar="SOURCE", help="Check the offsets in these texts too (repeatable).")
@click.option("-o", "--output", metavar="FILE", help="Write the brief again, with only what holds.")
@click.option("--format", "format_", type=click.Choice(["md", "html", "json"]), help="Of FILE; default: by its ending.")
@click.option("--json", "as_json", is_flag=True, help="List the sentences as one JSON array.")
def verify(brief: str, articles: tuple[str, ...], output: str | None, format_: str | None, as_json: bool) -> None:
    """Repeat the whole proof of a brief without a model, and list every sentence that doesn't hold (exit code 1).

    BRIEF.JSON: a brief as `summarizer brief --format json` writes it; - for standard input.
    """
    guarded(lambda: _verify(brief, articles, output, format_, as_json))


def _verify(name: str, sources: tuple[str, ...], output: str | None, format_: str | None, as_json: bool) -> None:
    from summarizer.cli.brief import format_of
    from summarizer.pipeline import load_articles
    from summarizer.renderers import render_brief
    from summarizer.verifying import keep_what_holds, verify_again

    check_output(output)
    brief = _read(name)
    articles, failures = load_articles(sources, Settings()) if sources else ((), ())
    report(failures)
    failed = verify_again(brief, articles)
    if as_json:
        rows = [{"text": s.text, "section": s.section, "reasons": reasons} for s, reasons in failed]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    else:
        for statement, reasons in failed:
            click.echo(visible(f"does not hold: {statement.text} ({statement.section}): {'; '.join(reasons)}"))
        count = len(brief.statements())
        click.echo(
            f"{count - len(failed)} of {count} sentences hold"
            + ("" if articles else ", against the passages in the brief")
        )
    if output:
        write_text(output, render_brief(keep_what_holds(brief, failed), format_ or format_of(output), articles))
    sys.exit(PARTIAL if failed or failures else 0)


def _read(name: str) -> Brief:
    from pydantic import ValidationError

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name} can't be read: {error.strerror}", "give a brief written with --format json") from None
    try:
        return Brief.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise UsageError(
            f"{name} is no brief: {where}: {first['msg']}", "give a brief written with --format json"
        ) from None
