"""The command `telegram-grammar` and its commands; each has a module of its own."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from telegram_grammar._version import __version__
from telegram_grammar.cli import (
    check_command,
    ending,
    explain_command,
    format_command,
    join_command,
    parse_command,
    split_command,
)

__all__ = ["app"]

_ABOUT: Final = "Reads US diplomatic cables (State telegrams in the ACP 127 format), whatever state they are in."

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("parse", help=parse_command.ABOUT, epilog=ending.EXIT_CODES)(parse_command.parse)
app.command("check", help=check_command.ABOUT, epilog=ending.EXIT_CODES)(check_command.check)
app.command("format", help=format_command.ABOUT, epilog=format_command.EXIT_CODES)(format_command.format_)
app.command("split", help=split_command.ABOUT, epilog=split_command.EXIT_CODES)(split_command.split_)
app.command("join", help=join_command.ABOUT, epilog=join_command.EXIT_CODES)(join_command.join_)
app.command("explain", help=explain_command.ABOUT)(explain_command.explain)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"telegram-grammar {__version__}")
        raise typer.Exit(ending.CLEAN)


@app.callback(help=_ABOUT, epilog=ending.EXIT_CODES, invoke_without_command=True)
def _every_command(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """What holds for every command."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ending.USAGE)
