"""Tables for people: Markdown, an HTML page, and the terminal."""

from __future__ import annotations

import html
import io
import shutil
from collections.abc import Iterable
from typing import IO

from summarizer.events import Event
from summarizer.exporting.context import ExportContext
from summarizer.exporting.saying import HEADINGS, tell, web_addresses
from summarizer.renderers.display import visible
from summarizer.renderers.markdown import escape

_WIDE = 140  # columns of a terminal from which on ids are shown too
_SHARES = {HEADINGS.when: 3, HEADINGS.event: 10, HEADINGS.said_by: 3, HEADINGS.sources: 3}  # of what the others leave
_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .7rem;border-bottom:1px solid #ccc}"
    "th{border-bottom:2px solid #888}td{overflow-wrap:anywhere}td:nth-child(-n+3),td:last-child{white-space:nowrap}"
    "@media(prefers-color-scheme:dark){body{background:#16181c;color:#e6e6e6}a{color:#8ab4f8}}"
)


def write_markdown(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:  # noqa: ARG001 - all exporters are called the same way
    """A Markdown table (GitHub's), a row an event."""
    _line(stream, f"| {' | '.join(HEADINGS)} |")
    _line(stream, "|" + " --- |" * len(HEADINGS))
    for event in events:
        _line(stream, f"| {' | '.join(escape(cell) for cell in tell(event))} |")


def write_html(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:
    """A page of its own with one table: no script, nothing loaded, and nothing from an article is ever markup."""
    title = html.escape(visible(context.title))
    _line(stream, '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">')
    _line(
        stream,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    )
    _line(stream, '<meta name="viewport" content="width=device-width">')
    _line(stream, f"<title>{title}</title>\n<style>{_STYLE}</style>\n<h1>{title}</h1>\n<table>")
    heads = "".join(f'<th scope="col">{name}</th>' for name in HEADINGS)
    _line(stream, f"<thead><tr>{heads}</tr></thead>\n<tbody>")
    for event in events:
        cells = [html.escape(cell) for cell in tell(event)]
        links = web_addresses(event)
        cells[5] += "".join(
            f' <a rel="noreferrer" href="{html.escape(link)}">[{number}]</a>'
            for number, link in enumerate(links, start=1)
        )
        _line(stream, f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    _line(stream, "</tbody>\n</table>\n</html>")


def write_table(events: Iterable[Event], stream: IO[bytes], context: ExportContext) -> None:  # noqa: ARG001 - all exporters are called the same way
    """A table as wide as the terminal (120 columns without one), without colours and control characters."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size((120, 24)).columns
    shown = len(HEADINGS) if width >= _WIDE else len(HEADINGS) - 1
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for heading in HEADINGS[:shown]:
        table.add_column(Text(heading), ratio=_SHARES.get(heading), overflow="fold")
    for event in events:
        table.add_row(*(Text(cell) for cell in tell(event)[:shown]))
    file = io.StringIO()
    Console(file=file, width=width, color_system=None, markup=False, emoji=False, highlight=False).print(table)
    for line in file.getvalue().splitlines():
        _line(stream, line.rstrip())


def _line(stream: IO[bytes], line: str) -> None:
    stream.write(line.encode("utf-8", "replace") + b"\n")
