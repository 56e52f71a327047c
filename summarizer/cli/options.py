"""Options that commands share, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from summarizer.article import Failure
from summarizer.errors import SummarizerError
from summarizer.renderers.display import visible
from summarizer.settings import Settings
from summarizer.usage import Usage

PARTIAL, USAGE = 1, 2

_COMMON = (
    click.argument("sources", nargs=-1, metavar="SOURCE...", required=True),
    click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output."),
    click.option(
        "--engine", type=click.Choice(["auto", "rules", "llm"]), help="auto: the model when one is configured."
    ),
    click.option("--model", metavar="NAME", help="Model to ask (llm)."),
    click.option("--base-url", metavar="URL", help="Any OpenAI-compatible server (llm)."),
    click.option("--published", metavar="DATE", help="Publication date, ISO 8601, of articles that carry none."),
    click.option("--publisher", metavar="NAME", help="Publisher of articles that carry none."),
    click.option("--title", metavar="TEXT", help="Title of the brief."),
    click.option(
        "--mode", type=click.Choice(["auto", "tools", "json-schema", "json"]), help="How the answer is asked for (llm)."
    ),
    click.option("--concurrency", type=int, metavar="N", help="Calls in flight at the most (llm)."),
    click.option("--max-cost", type=float, metavar="USD", help="Never spend more than this (llm)."),
    click.option("--prices", metavar="FILE", help="TOML file with prices of models (llm)."),
    click.option(
        "--store",
        metavar="FILE",
        help="File that keeps what is found, asked and answered (default: in your data folder).",
    ),
    click.option("--no-store", "use_store", is_flag=True, flag_value=False, default=None, help="Keep nothing."),
    click.option("--dry-run", is_flag=True, help="Show calls, tokens and cost, and send nothing (llm)."),
    click.option("--fetch", is_flag=True, default=None, help="Fetch the full text behind the entries of feeds."),
    click.option(
        "--column", "columns", multiple=True, metavar="FIELD=COLUMN", help="Column or key of a CSV or JSONL field."
    ),
    click.option("--config", metavar="FILE", help="TOML file with a table [tool.summarizer]."),
)


def common_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that `brief` and `events` share; the command gets them as one `Settings`, with `sources` and `output`."""

    @wraps(command)
    def wrapper(sources: tuple[str, ...], output: str | None, config: str | None, **flags: Any) -> None:
        own = {name: flags.pop(name) for name in list(flags) if name not in Settings.model_fields}
        flags["columns"] = flags["columns"] or None
        guarded(lambda: command(sources, output, with_store(Settings.load(flags, file=config)), **own))

    decorated: Callable[..., None] = wrapper
    for option in reversed(_COMMON):
        decorated = option(decorated)
    return decorated


def with_store(settings: Settings) -> Settings:
    """The settings with the user's own store where none is named; without any, and a line that says so, when that can't be
    written and nothing that was paid for could be lost.
    """
    from summarizer.engines import choose_engine
    from summarizer.errors import StoreError
    from summarizer.ledger import default_path
    from summarizer.store import Store

    if not settings.use_store or settings.store is not None:
        return settings
    kept = settings.model_copy(update={"store": str(default_path())})
    if settings.name is not None or settings.since is not None or choose_engine(settings).engine != "rules":
        return kept
    try:
        Store.open(default_path(), waiting).close()
    except StoreError as error:
        say(f"nothing is kept: {error}")
        return settings.model_copy(update={"use_store": False})
    return kept


def waiting() -> None:
    """Say why nothing happens while another process holds the store."""
    say("waiting for another summarizer that writes to the store")


def guarded(work: Callable[[], None]) -> None:
    """Run `work`; an error of ours becomes one line on stderr and exit code 2, a closed pipe ends quietly."""
    try:
        work()
    except SummarizerError as error:
        say(f"error: {error}")
        sys.exit(USAGE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PARTIAL)
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(130)
    except Exception as error:
        if os.environ.get("SUMMARIZER_DEBUG"):
            raise
        say(f"internal error: {type(error).__name__}; SUMMARIZER_DEBUG=1 shows where, please report it")
        sys.exit(PARTIAL)


def say(line: str) -> None:
    """One line on stderr, without control characters."""
    click.echo(visible(line), err=True)


def report(failures: Sequence[Failure]) -> None:
    """A line on stderr for each source that failed."""
    for failure in failures:
        say(f"{failure.source}: {failure.reason}")


def say_usage(usage: Usage) -> None:
    """A line on stderr with what a model cost; nothing when none was asked."""
    if usage.calls or usage.cache_hits:
        cost = "price unknown" if usage.cost is None else f"${usage.cost:.4f}"
        tokens = f"{usage.prompt_tokens:,} prompt and {usage.answer_tokens:,} answer tokens"
        say(f"{usage.calls} calls, {usage.cache_hits} from the cache, {tokens}, {cost}")


def show_estimate(sources: Sequence[str], settings: Settings, brief: bool) -> None:
    """Print what a run with the model would send and cost; nothing is sent."""
    from summarizer.pipeline import estimate_run

    found = estimate_run(sources, settings=settings, brief=brief)
    report(found.failures)
    cost = "price unknown" if found.cost is None else f"about ${found.cost:.4f}"
    click.echo(
        f"{found.calls} calls, about {found.prompt_tokens:,} prompt and {found.answer_tokens:,} answer tokens, {cost}; "
        f"{found.known} answered already"
    )


def announce_engine(settings: Settings) -> None:
    """With `--engine auto`, one line that says which engine works and how to change that."""
    from summarizer.engines import choose_engine

    if settings.engine == "auto":
        choice = choose_engine(settings)
        name = f"model {settings.model}" if choice.engine == "llm" else "built-in rules"
        say(f"engine: {name} ({choice.reason})")


def write_text(output: str | None, text: str) -> None:
    """Text to a file or standard output, in UTF-8. Raises UsageError when the file can't be written."""
    from summarizer.errors import UsageError

    if output is None or output == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        return
    try:
        with open(output, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{output} can't be written: {error.strerror}", "choose another file with -o") from None


def check_output(output: str | None) -> None:
    """Fail before any work, rather than after it, when the output can't be written. Raises UsageError."""
    from summarizer.errors import UsageError

    if output is None or output == "-":
        return
    folder = os.path.dirname(os.path.abspath(output))
    if os.path.isdir(output) or not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        raise UsageError(f"{output} can't be written", "choose a file in a folder that exists and may be written to")
