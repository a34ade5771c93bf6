"""The command `explain`: what a code means, where it comes from, and an example of each side."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from typing import Annotated, Final

import typer

from telegram_grammar import explanations
from telegram_grammar.cli import ending
from telegram_grammar.cli.diagnostics import STYLES
from telegram_grammar.cli.output import Layout, layout
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Code

__all__ = ["ABOUT", "explain"]

ABOUT: Final = (
    "Explains a code: what it reports and why, its source, the profiles it belongs to, a bad and a good example, "
    "whether there is a safe fix, and what canonical text does with the words."
)


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code (TG005) or its name (unread-line).", show_default=False)
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="List all codes, each on a line.")] = False,
) -> None:
    """The command `explain`."""
    if (code is None) is not all_:
        ending.wrong_usage("explain needs a code or a name, or --all")
    with ending.orderly_end():
        there = layout(sys.stdout, machine=False)
        if code is None:
            sys.stdout.writelines(f"{line}\n" for line in _listed(there))
        else:
            sys.stdout.write("\n".join(_explained(there, row) for row in _meant(code)))


def _meant(word: str) -> list[Code]:
    """The rows that a code or a name means; ends the command where there is none."""
    rows = [row for row in CODES.values() if word.upper() == row.code or word.lower() == row.name]
    if not rows:
        known = {row.code.lower(): row.code for row in CODES.values()} | {row.name: row.name for row in CODES.values()}
        near = [known[key] for key in difflib.get_close_matches(word.lower(), known, n=3)]
        ending.wrong_usage(f"there is no code {word!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
    return rows


def _explained(layout: Layout, row: Code) -> str:
    title = (
        f"{layout.paint(f'{row.code} {row.name}', 'bold')}: {layout.paint(row.severity.value, STYLES[row.severity])}"
    )
    return f"{title}\n\n{explanations.plain(row)}"


def _listed(layout: Layout) -> Iterator[str]:
    width = max(len(row.name) for row in CODES.values())
    for row in CODES.values():
        severity = layout.paint(f"{row.severity.value:<11}", STYLES[row.severity])
        yield f"{row.code}  {severity}  {row.name:<{width}}  {explanations.message(row)}"
