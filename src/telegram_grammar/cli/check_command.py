"""The command `check`: every departure from the rules, in the wanted format; fixes; settings of the project."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer
from attrs import frozen

from telegram_grammar.cli import diagnostics, ending, sarif, settings
from telegram_grammar.cli.batch import JOBS, Batch, Paths
from telegram_grammar.cli.check_text import Act, Format, Order, Selection, check_text
from telegram_grammar.cli.output import Around, Layout, layout, write, write_bytes
from telegram_grammar.cli.settings import Settings, SettingsError
from telegram_grammar.cli.sources import STANDARD_INPUT
from telegram_grammar.cli.statistics import statistics
from telegram_grammar.profiles import PROFILES

__all__ = ["ABOUT", "check"]

ABOUT: Final = (
    "Checks cables against the rules: lists every departure with its code, its place and what was expected, "
    "and fixes what can be fixed safely.\n\n"
    "`telegram-grammar explain CODE` says what a code means. Settings are read from the table "
    "\\[tool.telegram-grammar] of the nearest pyproject.toml; the command line wins."
)
_CODES: Final = "Codes (TG501), beginnings of codes (TG5), names or chains of rules, parted by commas."


def check(
    paths: Paths,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="text for reading; jsonl, one object for each diagnostic; sarif, one log of SARIF 2.1.0; github, "
            "annotations for its workflows.",
            show_default="text",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODES", help=f"What is reported. {_CODES}", show_default="all"),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help=f"What is not reported. {_CODES}", show_default="nothing"),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="NAME",
            help=f"By which rules: {', '.join(PROFILES)}.",
            show_default="detected for each text",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Apply the safe fixes; report what is left. For standard input, write the fixed text."
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, in place of diagnostics; change nothing.")
    ] = False,
    statistics_: Annotated[
        bool, typer.Option("--statistics", help="Show how often each code occurs, in place of diagnostics.")
    ] = False,
    jobs: Annotated[int | None, JOBS] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="PATH", help="Read the settings from this file.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings.")] = False,
) -> None:
    """The command `check`."""
    given = _settings(config, isolated)
    wanted = Selection(
        given.selection.select if select is None else _parted(select),
        given.selection.ignore if ignore is None else _parted(ignore),
        given.selection.profile if profile is None else profile,
    )
    try:
        wanted.verify()
    except ValueError as error:
        ending.wrong_usage(str(error))
    act = Act.FIX if fix else Act.DIFF if diff else Act.REPORT
    form = format_ or given.format
    if diff and (fix or statistics_):
        ending.wrong_usage("--diff goes with neither --fix nor --statistics")
    if statistics_ and form in (Format.SARIF, Format.GITHUB):
        ending.wrong_usage(f"--statistics cannot be written as {form}")
    if fix and STANDARD_INPUT in paths and len(paths) > 1:
        ending.wrong_usage("with --fix, standard input cannot be read together with files")
    with ending.orderly_end():
        run = _Run(paths, wanted, act, form, statistics_, given.jobs if jobs is None else jobs)
        raise typer.Exit(run())


def _settings(config: Path | None, isolated: bool) -> Settings:
    if isolated:
        if config is not None:
            ending.wrong_usage("--config and --isolated exclude each other")
        return Settings()
    try:
        return settings.find(Path.cwd()) if config is None else settings.load(config)
    except SettingsError as error:
        ending.wrong_usage(str(error))


def _parted(values: list[str]) -> tuple[str, ...]:
    """The codes of an option that may be given more than once, each time with several of them."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@frozen
class _Run:
    """One run of the command, with all its options."""

    paths: list[str]
    selection: Selection
    act: Act
    format: Format
    statistics: bool
    jobs: int

    def __call__(self) -> int:
        """Does it; returns the exit code."""
        # where the fixed text takes standard output, what is said of it goes to standard error
        file = sys.stderr if self.act is Act.FIX and STANDARD_INPUT in self.paths else sys.stdout
        machine = self.format is not Format.TEXT if self.act is not Act.DIFF else not file.isatty()
        there = layout(file, machine=machine)
        silent = self.statistics or self.act is Act.DIFF
        order = Order(self.selection, self.act, None if silent else self.format, there)
        batch = Batch(functools.partial(check_text, order), self.paths, self.jobs, "Checking")
        log = self.format is Format.SARIF and not silent
        write(_texts(batch), Around(sarif.head(), ",\n", always=True) if log else Around(), file)
        if log:
            file.write(sarif.tail(batch.faults))
        elif self.statistics:
            file.write(statistics(there, batch, lines=self.format is Format.JSONL))
        elif self.act is Act.DIFF:
            sys.stderr.write(f"Would fix {_places(batch)}.\n")
        elif self.format is Format.TEXT:
            file.write(_total(there, batch, self.act))
        return batch.end()


def _texts(batch: Batch) -> Iterator[str]:
    """What is written of each text; the fixed text itself goes where it belongs at once."""
    for report in batch:
        if report.content is not None:
            write_bytes(report.content, sys.stdout)
        yield report.text


def _total(layout: Layout, batch: Batch, act: Act) -> str:
    parts = [f"{diagnostics.number(batch.read, 'text')} read.", f"{diagnostics.counted(layout, batch.severities)}"]
    if act is Act.FIX:
        parts.insert(1, f"Fixed {_places(batch)}.")
    elif batch.fixes:
        parts.append(f"({batch.fixes:,} with a safe fix: --fix)")
    return ("\n" if batch.counts else "") + " ".join(parts) + "\n"


def _places(batch: Batch) -> str:
    return f"{diagnostics.number(batch.fixes, 'place')} in {diagnostics.number(batch.fixed, 'text')}"
