"""`summarizer search`, `timeline` and `pairs`: what the store holds, without a model."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from summarizer.cli.options import check_output, guarded, say, waiting
from summarizer.errors import UsageError
from summarizer.events import STATUSES, Event
from summarizer.exporting import BINARY, EXPORTERS, ExportContext, check_format, write_events
from summarizer.ontology import Ontology, load_ontology
from summarizer.renderers.display import visible
from summarizer.settings import Settings
from summarizer.store import EventQuery, Store

_ASKED = (
    click.argument("text", required=False),
    click.option("--actor", metavar="WHO", help="A code (RUS), a country, or words of a name."),
    click.option("--recipient", metavar="WHO", help="The same, of the one to whom it was done."),
    click.option("--between", metavar="WHO,WHO", help="Two parties, whoever of them acted."),
    click.option("--type", metavar="TYPE[/MODE]", help="An event type, such as SANCTION/expel."),
    click.option("--status", type=click.Choice(STATUSES)),
    click.option("--by", metavar="SPEAKER", help="Who says so."),
    click.option("--place", metavar="WHERE", help="A code, a country, or words of a place."),
    click.option("--since", metavar="DATE", help="First day, month or year (ISO 8601)."),
    click.option("--until", metavar="DATE", help="Last day, month or year."),
    click.option("--min-publishers", type=int, metavar="N", help="Only what so many independent publishers report."),
    click.option("--limit", type=int, default=50, show_default=True, metavar="N", help="At most so many; 0 for all."),
    click.option("--store", metavar="FILE", help="The store (default: in your data folder)."),
    click.option("--config", metavar="FILE", help="TOML file with a table [tool.summarizer]."),
)


def asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """The conditions that these commands share; the command gets a query, an open store and the ontology."""

    @wraps(command)
    def wrapper(text: str | None, store: str | None, config: str | None, **flags: Any) -> None:
        own = {name: flags.pop(name) for name in list(flags) if name not in EventQuery.model_fields}

        def work() -> None:
            settings = Settings.load({"store": store}, file=config)
            ontology = load_ontology(settings.ontology)
            query = _query(text, flags, ontology)
            with open_store(settings) as found:
                command(query, found, ontology, **own)

        guarded(work)

    decorated: Callable[..., None] = wrapper
    for option in reversed(_ASKED):
        decorated = option(decorated)
    return decorated


@contextmanager
def open_store(settings: Settings) -> Iterator[Store]:
    """The store of the settings, which must exist. Raises UsageError, StoreError."""
    from summarizer.ledger import default_path

    path = settings.store or str(default_path())
    if not os.path.exists(path):
        raise UsageError(
            f"no store at {path}", "fill one with `summarizer brief` or `summarizer events`, or give --store"
        )
    with Store.open(path, waiting) as store:
        yield store


def _query(text: str | None, flags: dict[str, Any], ontology: Ontology) -> EventQuery:
    """The query for the options. Raises UsageError."""
    from pydantic import ValidationError

    values = {name: value for name, value in flags.items() if value is not None}
    values |= {"text": text} if text else {}
    values["limit"] = values.get("limit") or None
    if "between" in values:
        parties = [part.strip() for part in str(values["between"]).split(",") if part.strip()]
        if len(parties) != 2:
            raise UsageError("--between takes two parties", "write --between RUS,USA")
        values["between"] = tuple(parties)
    if "type" in values:
        values["type"] = _known_type(str(values["type"]), ontology)
    try:
        return EventQuery.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = "--" + ".".join(str(part) for part in first["loc"]).replace("_", "-")
        raise UsageError(f"{name}: {first['msg'].removeprefix('Value error, ')}", "see --help") from None


def _known_type(asked: str, ontology: Ontology) -> str:
    """Type and mode as the ontology writes them. Raises UsageError."""
    type_, _, mode = asked.partition("/")
    name = next((name for name in ontology.types if name.lower() == type_.lower()), None)
    if name is None:
        raise UsageError(f"no event type {type_!r}", f"choose one of {', '.join(ontology.types)}")
    if not mode:
        return name
    modes = ontology.types[name].modes
    known = next((known for known in modes if known.lower() == mode.lower()), None)
    if known is None:
        raise UsageError(f"{name} has no mode {mode!r}", f"choose one of {', '.join(modes) or 'none: it has no modes'}")
    return f"{name}/{known}"


@click.command()
@asked_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(EXPORTERS)),
    default="table",
    show_default=True,
    help="; ".join(f"{name}: {exporter.description}" for name, exporter in EXPORTERS.items()) + ".",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def search(query: EventQuery, store: Store, ontology: Ontology, format_: str, output: str | None) -> None:
    """Find events in the store, newest first.

    TEXT: words that the event's summary or quotes hold, all of them; "in quotation marks" next to each other; word* for a
    beginning. All conditions must be met.
    """
    check_output(output)
    check_format(format_)
    if format_ in BINARY and output in (None, "-") and sys.stdout.isatty():
        raise UsageError(f"{format_} can't be shown on a terminal", "give a file with -o")
    articles: dict[str, Any] = {}
    context = ExportContext(articles, ontology, "Events")

    def found() -> Iterator[Event]:
        for event in store.iter_search(query):
            articles.clear()
            articles.update(store.articles(source.article for source in event.sources))
            yield event

    if output in (None, "-"):
        count = write_events(found(), format_, sys.stdout.buffer, context)
    else:
        with open(str(output), "wb") as stream:
            count = write_events(found(), format_, stream, context)
    if not count:
        say("no events found")
    if count == query.limit:
        say(f"the first {count}; --limit 0 shows all")


@click.command()
@asked_options
@click.option("--json", "as_json", is_flag=True, help="As one JSON array.")
def timeline(query: EventQuery, store: Store, ontology: Ontology, as_json: bool) -> None:
    """Show events of the store in order of time, a line each. TEXT and options as in `summarizer search`."""
    import json

    from summarizer.normalising.dates import say_date
    from summarizer.normalising.quoting import tell_event

    events = store.search(query)[::-1]
    dated = [*(e for e in events if _year(e)), *(e for e in events if not _year(e))]
    if as_json:
        click.echo(json.dumps([event.model_dump(mode="json") for event in dated], indent=1, ensure_ascii=False))
        return
    if not dated:
        say("no events found")
        return
    days = [say_date(event.date.edtf) if event.date else "undated" for event in dated]
    width = min(28, max(map(len, days)))
    last = ""
    for day, event in zip(days, dated, strict=True):
        sides = " > ".join(filter(None, (_names(event.actors), _names(event.recipients))))
        kind = "/".join(filter(None, (event.type, event.mode)))
        status = "" if event.status == "occurred" else f" ({event.status})"
        publishers = len({source.publisher or source.article for source in event.sources})
        reports = f" [{publishers} publishers]" if publishers > 1 else ""
        shown = day if day != last else ""
        click.echo(f"{shown:<{width}}  " + visible(f"{sides or 'unnamed'}: {kind}{status}{reports}"))
        click.echo(" " * (width + 4) + visible(tell_event(event, ontology, 240)))
        last = day
    if len(events) == query.limit:
        say(f"the latest {len(events)}; --limit 0 shows all")


def _year(event: Event) -> bool:
    from summarizer.normalising.dates import edtf_bounds

    return event.date is not None and edtf_bounds(event.date.edtf) is not None


def _names(parties: Any) -> str:
    return ", ".join(dict.fromkeys(party.country or party.name for party in parties))


@click.command()
@asked_options
@click.option("--json", "as_json", is_flag=True, help="As one JSON array.")
def pairs(query: EventQuery, store: Store, ontology: Ontology, as_json: bool) -> None:
    """Count who did how much to whom, and how friendly it was (mean score, -10 conflict to 10 cooperation).

    TEXT and options as in `summarizer search`; --limit is one of pairs.
    """
    import json
    from dataclasses import asdict

    found = store.pairs(query, ontology)
    if as_json:
        click.echo(json.dumps([asdict(pair) for pair in found], indent=1, ensure_ascii=False))
        return
    if not found:
        say("no events found")
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    for heading, side in (("actor", "left"), ("recipient", "left"), ("events", "right"), ("mean score", "right")):
        table.add_column(heading, justify=side)  # type: ignore[arg-type]
    for pair in found:
        table.add_row(visible(pair.actor), visible(pair.recipient), str(pair.events), f"{pair.score:+.1f}")
    Console(markup=False, highlight=False).print(table)
