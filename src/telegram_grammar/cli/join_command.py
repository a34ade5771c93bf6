"""The command `join`: one cable of its sections, in whatever order they come, and what is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from telegram_grammar.cli import ending, sources
from telegram_grammar.cli.batch import Paths
from telegram_grammar.cli.format_command import WIDTH
from telegram_grammar.cli.output import layout
from telegram_grammar.cli.sources import UnreadableError
from telegram_grammar.cli.writing import write_atomically
from telegram_grammar.diagnostics import Severity
from telegram_grammar.document import Document
from telegram_grammar.encodings import decode, encode
from telegram_grammar.model import Cable
from telegram_grammar.parser import messages, parse
from telegram_grammar.printing import render
from telegram_grammar.rendering import DEFAULT_WIDTH, RenderError
from telegram_grammar.sections import JoinDiagnostic, join_with_report

__all__ = ["ABOUT", "EXIT_CODES", "join_"]

ABOUT: Final = (
    "Joins the sections of a message, in whatever order and out of one text or many, in canonical form.\n\n"
    "What is there is joined. Sections that are missing, doubled, of another message or out of step are named on "
    "standard error."
)
EXIT_CODES: Final = """\
Exit codes:

0  all sections were there

1  a section is missing, or a text was left out because it is of another message or has no number

2  wrong usage or settings, or an extra that is needed is not installed

3  at least one input could not be read, or the result could not be written (whatever else there is)"""


def join_(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the cable into this file.")
    ] = None,
    width: Annotated[int, WIDTH] = DEFAULT_WIDTH,
) -> None:
    """The command `join`."""
    with ending.orderly_end():
        layout(sys.stdout, machine=True)
        faults: list[str] = []
        names: list[str] = []
        parts: list[Document] = []
        encodings: set[str] = set()
        for source in sources.find(paths):
            try:
                decoded = decode(sources.read(source))
            except UnreadableError as error:
                faults.append(f"cannot read {source.name}: {error}")
                continue
            encodings.add(decoded.encoding)
            for text in messages(decoded.text):
                names.append(source.name)
                parts.append(parse(text))
        joined = join_with_report(parts)
        for found in joined.diagnostics:
            ending.complain(_told(found, names))
        try:
            if joined.cable != Cable():
                text = render(joined.cable, width=width)
                _put(encode(text, encodings.pop() if len(encodings) == 1 else "utf-8"), output)
        except RenderError as error:
            faults.append(f"cannot join: {error}")
        except OSError as error:
            if output is None:
                raise  # standard output, of which the end of the command speaks
            faults.append(f"cannot write {output}: {error.strerror or error}")
        for fault in faults:
            ending.complain(fault)
        errors = any(found.severity is Severity.ERROR for found in joined.diagnostics)
        raise typer.Exit(ending.UNREADABLE if faults else ending.ERRORS if errors else ending.CLEAN)


def _told(found: JoinDiagnostic, names: list[str]) -> str:
    """One finding: which text, how grave, which code, what."""
    place = f"{names[found.part]}: " if found.part is not None else ""
    expected = f"; expected: {found.expected}" if found.expected is not None else ""
    return f"{place}{found.severity.value}: {found.code} {found.rule}: {found.message}{expected}"


def _put(data: bytes, output: Path | None) -> None:
    if output is not None:
        write_atomically(output, data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
