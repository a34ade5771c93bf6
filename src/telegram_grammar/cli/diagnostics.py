"""Diagnostics for a reader: what and where, the line of the source, and a caret under the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from telegram_grammar.cli.visible import one_line, visible
from telegram_grammar.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["STYLES", "counted", "show"]

STYLES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFORMATION: "cyan",
}
#: Characters of a long line that are shown before the place.
_BEFORE: Final = 30


def show(console: Console, name: str, document: Document) -> None:
    """Prints each diagnostic with its source line, then how many there are."""
    for diagnostic in document.diagnostics:
        _show_one(console, name, document, diagnostic)
    console.print(counted(Counter(diagnostic.severity for diagnostic in document.diagnostics)))


def counted(counts: Mapping[Severity, int]) -> Text:
    """How many diagnostics there are, in words."""
    total = sum(counts.values())
    if not total:
        return Text("No diagnostics.", "green")
    parts = [Text(_number(counts[severity], severity.value), STYLES[severity]) for severity in _present(counts)]
    return Text.assemble(_number(total, "diagnostic"), ": ", Text(", ").join(parts))


def _present(counts: Mapping[Severity, int]) -> Iterable[Severity]:
    return (severity for severity in Severity if counts.get(severity))


def _number(number: int, noun: str) -> str:
    """Number and noun; of information there is no plural."""
    plural = "" if number == 1 or noun == Severity.INFORMATION.value else "s"
    return f"{number:,} {noun}{plural}"


def _show_one(console: Console, name: str, document: Document, diagnostic: Diagnostic) -> None:
    line, column = document.line_column(diagnostic.span.start)
    style = STYLES[diagnostic.severity]
    title = f"{diagnostic.severity.value}: {diagnostic.code} {diagnostic.rule}".rstrip()
    console.print(Text.assemble((title, style), ": ", one_line(diagnostic.message)))
    number = str(line)
    margin = " " * len(number)
    console.print(Text.assemble((f"{margin}--> ", "blue"), f"{visible(name)}:{line}:{column}"))
    text = document.line_text(line).rstrip("\r\n")
    # at least one column, for a missing line has no width
    end = max(min(column - 1 + len(diagnostic.span), len(text)), column)
    shown, before, width = _excerpt(text, column - 1, end, console.width - len(number) - 4)
    _line(console, Text.assemble((f" {number} | ", "blue"), shown))
    _line(console, Text.assemble((f" {margin} | ", "blue"), " " * before, ("^" * width, style)))
    for label, words in (("expected", diagnostic.expected), ("fix", diagnostic.fix)):
        if words is not None:
            # a fix is text: its blanks and its emptiness count
            shown = repr(words) if label == "fix" else one_line(words)
            console.print(Text.assemble((f" {margin} = {label}: ", "blue"), shown))


def _excerpt(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """As much of a line as there is room for, with the columns before the place and the columns it takes."""
    text = visible(text)
    if cell_len(text) > room and start > _BEFORE:
        cut = start - _BEFORE
        text, start, end = "…" + text[cut:], start - cut + 1, end - cut + 1
    before = cell_len(text[:start])
    width = cell_len(text[start:end]) or 1
    if cell_len(text) > room:
        text = set_cell_size(text, max(room - 1, 1)) + "…"
        width = max(min(width, room - before), 1)
    return text, before, width


def _line(console: Console, text: Text) -> None:
    """Prints a line that has been cut to the width already."""
    console.print(text, no_wrap=True, overflow="ignore", crop=False)
