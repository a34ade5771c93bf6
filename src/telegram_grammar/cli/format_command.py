"""The command `format`: texts in canonical form, written where they were, shown, or only compared."""

from __future__ import annotations

import difflib
import enum
import functools
import itertools
import sys
from collections.abc import Iterator
from typing import Annotated, Final

import typer
from attrs import frozen

from telegram_grammar.canonical import formatted
from telegram_grammar.cli import ending
from telegram_grammar.cli.batch import JOBS, Batch, Paths, Report
from telegram_grammar.cli.diff import Edit, unified
from telegram_grammar.cli.output import Layout, layout, painted, write_bytes
from telegram_grammar.cli.sources import STANDARD_INPUT, Source, UnreadableError, read
from telegram_grammar.cli.writing import write_atomically
from telegram_grammar.encodings import decode, encode
from telegram_grammar.measures import LINE
from telegram_grammar.parser import parse
from telegram_grammar.rendering import DEFAULT_WIDTH, LEAST_WIDTH

__all__ = ["ABOUT", "EXIT_CODES", "WIDTH", "format_"]

ABOUT: Final = (
    "Prints cables in canonical form, or writes them so.\n\n"
    "Without an option the canonical text goes to standard output. A text of which anything would be lost is named and "
    "left as it is: its meaning must read back, and each of its words must be there, but for those that a diagnostic "
    "says are made anew or left out."
)
EXIT_CODES: Final = """\
Exit codes:

0  every text was read, and with --check none would change

1  with --check, at least one text would change

2  wrong usage or settings, or an extra that is needed is not installed

3  at least one input could not be read or written, or would lose something (whatever else there is)"""
#: The option of commands that print canonical text.
WIDTH: Final = typer.Option(
    "--width", min=LEAST_WIDTH, max=LINE, metavar="N", help="Columns at which prose is wrapped."
)


class Act(enum.Enum):
    """What is done with the canonical text."""

    PRINT = "print"
    WRITE = "write"
    COMPARE = "compare"


@frozen
class Order:
    """What is to be done; the same for all texts."""

    act: Act
    #: Whether the differences are shown.
    diff: bool
    width: int
    layout: Layout


def format_(
    paths: Paths,
    write: Annotated[
        bool, typer.Option("--write", "-w", help="Write the canonical text into the files; standard input is printed.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name the texts that would change, and exit with 1 if any.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    width: Annotated[int, WIDTH] = DEFAULT_WIDTH,
    jobs: Annotated[int, JOBS] = 1,
) -> None:
    """The command `format`."""
    if write and (check or diff):
        ending.wrong_usage("--write goes with neither --check nor --diff")
    act = Act.WRITE if write else Act.COMPARE if check or diff else Act.PRINT
    with ending.orderly_end():
        order = Order(act, diff, width, layout(sys.stdout, machine=act is Act.PRINT or not sys.stdout.isatty()))
        batch = Batch(functools.partial(format_text, order), paths, jobs, "Formatting")
        changed = list(_written(batch))
        if act is Act.COMPARE and not diff:
            sys.stdout.write("".join(f"would change {name}\n" for name in changed))
        if act is Act.WRITE or (act is Act.COMPARE and check):
            _say(batch, act, len(changed))
        code = batch.end()
        raise typer.Exit(ending.ERRORS if code == ending.CLEAN and check and changed else code)


def _written(batch: Batch) -> Iterator[str]:
    """Writes what is to be written of each text; hands back the names of those that change."""
    for report in batch:
        if report.content is not None:
            write_bytes(report.content, sys.stdout)
        sys.stdout.write(report.text)
        if report.fixes:
            yield report.name


def _say(batch: Batch, act: Act, changed: int) -> None:
    verb = "changed" if act is Act.WRITE else "would change"
    sys.stderr.write(f"{changed:,} of {batch.read:,} {'text' if batch.read == 1 else 'texts'} {verb}.\n")


def format_text(order: Order, source: Source) -> Report:
    """Reads one text, puts it into canonical form, and writes or compares it; `Report.fixes` is 1 if it changes."""
    try:
        data = read(source)
    except UnreadableError as error:
        return Report(source.name, fault=str(error))
    decoded = decode(data)
    made = formatted(parse(decoded.text), width=order.width)
    if made.losses:
        more = f" (and {len(made.losses) - 1} more)" if len(made.losses) > 1 else ""
        return Report(source.name, fault=f"{made.losses[0]}{more}", failed="format")
    try:
        new = encode(made.text, decoded.encoding)
    except UnicodeEncodeError:
        return Report(source.name, fault=f"it does not fit into its encoding, {decoded.encoding}", failed="format")
    changes = int(new != data)
    match order.act:
        case Act.COMPARE:
            return Report(source.name, _diff(order, source.name, decoded.text, made.text), fixes=changes)
        case Act.WRITE if source.name != STANDARD_INPUT:
            try:
                if changes:
                    write_atomically(source.name, new, instead_of=data)
            except OSError as error:
                return Report(source.name, fault=error.strerror or str(error), failed="write")
            return Report(source.name, fixes=changes)
    return Report(source.name, fixes=changes, content=new)


def _diff(order: Order, name: str, old: str, new: str) -> str:
    """What would change, line by line; "" where nothing does, or nobody asked."""
    if not order.diff or old == new:
        return ""
    before, behind = _lines(old), _lines(new)
    starts = list(itertools.accumulate(map(len, before), initial=0))
    edits = [
        Edit(starts[first], starts[end], "".join(behind[new_first:new_end]))
        for tag, first, end, new_first, new_end in difflib.SequenceMatcher(None, before, behind).get_opcodes()
        if tag != "equal"
    ]
    return painted(order.layout, unified(name, old, edits))


def _lines(text: str) -> list[str]:
    """Lines with their ends; they end at LF alone."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
