"""The command `parse`: what is in each text, in the wanted format."""

from __future__ import annotations

import enum
import functools
import json
import sys
from typing import Annotated, Final

import typer

from telegram_grammar.cli import diagnostics, ending, records, summary, tree
from telegram_grammar.cli.batch import JOBS, Batch, Paths, Report, counted
from telegram_grammar.cli.output import Around, Layout, layout, shown, write
from telegram_grammar.cli.sources import Source, UnreadableError, read
from telegram_grammar.model import Cable
from telegram_grammar.parser import parse_bytes
from telegram_grammar.serialization import to_dict

__all__ = ["ABOUT", "Format", "parse", "report_on"]

ABOUT: Final = (
    "Parses cables and shows what is in them, what had to be repaired, and where.\n\n"
    "Results go to standard output in the order of the paths. A file that cannot be read does not stop the others; "
    "it is named at the end, on standard error."
)


class Format(enum.StrEnum):
    """What is written for each text."""

    SUMMARY = "summary"
    JSON = "json"
    JSONL = "jsonl"
    TREE = "tree"


_AROUND: Final = {
    Format.SUMMARY: Around(between="\n"),
    Format.TREE: Around(between="\n"),
    Format.JSONL: Around(between="\n", after="\n"),
    Format.JSON: Around("[\n", ",\n", "\n]\n", always=True),
}


def parse(
    paths: Paths,
    format_: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="summary for reading; json, one array of objects; jsonl, one object a line; tree, every piece of the "
            "text with its place.",
        ),
    ] = Format.SUMMARY,
    jobs: Annotated[int, JOBS] = 1,
) -> None:
    """The command `parse`."""
    machine = format_ in (Format.JSON, Format.JSONL)
    if machine:
        try:
            to_dict(Cable())
        except ImportError as error:
            ending.wrong_usage(str(error))
    with ending.orderly_end():
        there = layout(sys.stdout, machine=machine)
        batch = Batch(functools.partial(report_on, format_, there), paths, jobs, "Parsing")
        write((report.text for report in batch), _AROUND[format_], sys.stdout)
        if format_ is Format.SUMMARY and batch.read + len(batch.faults) > 1:
            _write_total(there, batch)
        raise typer.Exit(batch.end())


def report_on(format_: Format, layout: Layout, source: Source) -> Report:
    """Reads, parses and writes one text."""
    try:
        document = parse_bytes(read(source))
    except UnreadableError as error:
        return Report(source.name, fault=str(error))
    match format_:
        case Format.JSON:
            text = json.dumps(records.record(source.name, document), ensure_ascii=False, indent=2)
        case Format.JSONL:
            text = json.dumps(records.record(source.name, document), ensure_ascii=False)
        case Format.TREE:
            text = shown(layout, lambda console: tree.show(console, source.name, document))
        case Format.SUMMARY:
            text = shown(layout, lambda console: summary.show(console, source.name, document))
    return Report(source.name, text, counted(document.diagnostics))


def _write_total(layout: Layout, batch: Batch) -> None:
    sys.stdout.write(f"\n{batch.read:,} texts read. {diagnostics.counted(layout, batch.severities)}\n")
