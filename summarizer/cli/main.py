"""The command group; subcommands are imported when they are called, so that `--help` stays fast."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

# name -> (module, attribute, one line of help)
COMMANDS: Mapping[str, tuple[str, str, str]] = {
    "brief": ("summarizer.cli.brief", "brief", "Write a verified brief of articles."),
    "events": ("summarizer.cli.events", "events", "List the events of articles, one record a line."),
    "search": ("summarizer.cli.search", "search", "Find events in the store."),
    "timeline": ("summarizer.cli.search", "timeline", "Show events of the store in order of time."),
    "pairs": ("summarizer.cli.search", "pairs", "Count who did how much to whom."),
    "store": ("summarizer.cli.store", "store", "Check, copy, export, prune or rebuild the store."),
    "verify": ("summarizer.cli.verify", "verify", "Repeat the proof of a brief, without a model."),
    "doctor": ("summarizer.cli.doctor", "doctor", "Show what is configured, and whether it works."),
}


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from summarizer import __version__

        click.echo(f"summarizer {__version__}")
        ctx.exit()


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main() -> None:
    """News articles in, proven events and a verified brief out.

    Every event and every sentence is tied to exact characters of the source. Works at once with the built-in rules; with
    OPENAI_API_KEY or --base-url, on a model.
    """
