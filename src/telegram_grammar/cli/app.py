"""The commands and options, the run over all texts, and the exit codes."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress

from telegram_grammar._pool import Failure, apply, processes
from telegram_grammar._version import __version__
from telegram_grammar.cli import diagnostics
from telegram_grammar.cli.sources import Source, find
from telegram_grammar.cli.work import Format, Layout, Report, report_on
from telegram_grammar.diagnostics import Severity
from telegram_grammar.model import Cable
from telegram_grammar.serialization import to_dict

__all__ = ["CLEAN", "ERRORS", "INTERRUPTED", "PIPE_CLOSED", "UNREADABLE", "USAGE", "app"]

CLEAN: Final = 0
ERRORS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
#: 128 and the number of the signal, as a shell reports a process that SIGINT or SIGPIPE ended.
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

#: Columns of text that goes to a file or a pipe.
_PLAIN_WIDTH: Final = 100

_ABOUT: Final = "Reads US diplomatic cables (State telegrams in the ACP 127 format), whatever state they are in."
_ABOUT_PARSE: Final = (
    "Parses cables and shows what is in them, what had to be repaired, and where.\n\n"
    "Results go to standard output in the order of the paths. A file that cannot be read does not stop the others; "
    "it is named at the end, on standard error."
)
_EXIT_CODES: Final = """\
Exit codes:

0  every text was read, with no diagnostic of severity error

1  at least one diagnostic of severity error

2  wrong usage

3  at least one input could not be read (whatever else there is)"""

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"telegram-grammar {__version__}")
        raise typer.Exit(CLEAN)


@app.callback(help=_ABOUT, epilog=_EXIT_CODES, invoke_without_command=True)
def _every_command(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """What holds for every command."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(USAGE)


@app.command(help=_ABOUT_PARSE, epilog=_EXIT_CODES)
def parse(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders (with all folders in them) or - for standard input. In a folder, files with the "
            "suffix .txt, .cable or .msg or with none are read; hidden ones are not.",
            show_default=False,
        ),
    ],
    format_: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="summary for reading; json, one array of objects; jsonl, one object a line; tree, every piece of the "
            "text with its place.",
        ),
    ] = Format.SUMMARY,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes at work; 0 is one for each processor.")
    ] = 1,
) -> None:
    """The command `parse`."""
    if format_ in (Format.JSON, Format.JSONL):
        try:
            to_dict(Cable())
        except ImportError as error:
            typer.echo(f"telegram-grammar: {error}", err=True)
            raise typer.Exit(USAGE) from None
    with _orderly_end():
        raise typer.Exit(_run(paths, format_, jobs))


@contextlib.contextmanager
def _orderly_end() -> Iterator[None]:
    """Ends quietly where the user interrupts, or the reader of the output has had enough."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        typer.echo("telegram-grammar: interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # nothing may be written there any more, not even when Python flushes at its end
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None


def _run(paths: Sequence[str], format_: Format, jobs: int) -> int:
    """Writes what the paths hold; returns the exit code."""
    layout = _layout(format_)
    sources = list(find(paths))
    workers = min(processes(jobs or None), len(sources))
    counts: Counter[Severity] = Counter()
    faults: list[tuple[str, str]] = []

    def texts() -> Iterator[str]:
        for report in _reports(layout, sources, max(workers, 1)):
            if report.fault is None:
                counts.update(report.counts)
                yield report.text
            else:
                faults.append((report.name, report.fault))

    _write(format_, texts())
    if format_ is Format.SUMMARY and len(sources) > 1:
        _write_total(layout, len(sources) - len(faults), counts)
    sys.stdout.flush()
    for name, fault in faults:
        typer.echo(f"telegram-grammar: cannot read {name}: {fault}", err=True)
    if faults:
        return UNREADABLE
    return ERRORS if counts[Severity.ERROR] else CLEAN


def _reports(layout: Layout, sources: Sequence[Source], jobs: int) -> Iterator[Report]:
    """The report on each source, in order, with a progress bar where somebody watches."""
    results = apply(functools.partial(report_on, layout), sources, jobs, _weight)
    for source, result in _watched(zip(sources, results, strict=True), len(sources)):
        yield Report(source.name, fault=str(result)) if isinstance(result, Failure) else result


def _watched(items: Iterable[tuple[Source, Report | Failure]], total: int) -> Iterator[tuple[Source, Report | Failure]]:
    """The items, with a progress bar on standard error.

    There is none where standard error is no terminal, where only one text is read, and where the results themselves run
    over the screen.
    """
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    # without auto_refresh rich starts no thread, and processes can be forked safely
    bar = Progress(console=Console(stderr=True), auto_refresh=False, transient=True, redirect_stdout=False)
    with bar:
        task = bar.add_task("Parsing", total=total)
        step = max(total // 200, 1)
        for number, item in enumerate(items, 1):
            bar.update(task, completed=number, refresh=number % step == 0)
            yield item


def _weight(source: Source) -> int:
    """How much is carried to a worker: only standard input is read here."""
    return len(source.data or b"")


def _layout(format_: Format) -> Layout:
    """What standard output can show."""
    if format_ in (Format.JSON, Format.JSONL):
        # JSON is UTF-8 wherever it goes; a lone surrogate becomes an escape, which JSON reads too
        _encode(encoding="utf-8", errors="backslashreplace")
    else:
        _encode(errors="backslashreplace")
    console = Console()
    colored = console.is_terminal and not console.no_color and console.color_system is not None
    width = console.width if console.is_terminal else _PLAIN_WIDTH
    return Layout(format_, width, console.color_system if colored else None)


def _encode(*, encoding: str | None = None, errors: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def _write(format_: Format, texts: Iterable[str]) -> None:
    """Writes each text as soon as it is there, with what stands between texts."""
    before, between, after = _AROUND[format_]
    empty = True
    for text in texts:
        sys.stdout.write(before if empty else between)
        sys.stdout.write(text)
        empty = False
    sys.stdout.write((before if empty else "") + after if not empty or format_ is Format.JSON else "")


#: What is written before, between and after the texts.
_AROUND: Final = {
    Format.SUMMARY: ("", "\n", ""),
    Format.TREE: ("", "\n", ""),
    Format.JSONL: ("", "\n", "\n"),
    Format.JSON: ("[\n", ",\n", "\n]\n"),
}


def _write_total(layout: Layout, texts: int, counts: Counter[Severity]) -> None:
    file = io.StringIO()
    console = layout.console(file)
    console.print(f"\n{texts:,} texts read. ", end="")
    console.print(diagnostics.counted(counts))
    sys.stdout.write(file.getvalue())
