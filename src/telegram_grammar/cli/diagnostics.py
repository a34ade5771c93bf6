"""Diagnostics for a reader: what and where, the line of the source, and a caret under the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from telegram_grammar.cli.visible import one_line, shortened, visible
from telegram_grammar.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["STYLES", "counted", "show"]

STYLES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFORMATION: "cyan",
}
#: Most characters of a message that are shown.
_LONGEST: Final = 600
#: Characters of a long line that are shown before the place.
_BEFORE: Final = 30


def show(console: Console, name: str, document: Document) -> None:
    """Prints each diagnostic with its source line, then how many there are."""
    number, text = 0, ""
    for diagnostic in document.diagnostics:
        line, column = document.line_column(diagnostic.span.start)
        if line != number:  # a long line with many diagnostics is taken out of the text but once
            number, text = line, document.line_text(line)
        _show_one(console, diagnostic, f"{visible(name)}:{line}:{column}", str(line), text, column - 1)
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


def _show_one(console: Console, diagnostic: Diagnostic, place: str, line: str, text: str, start: int) -> None:
    """Prints one diagnostic; `start` is where it begins in the text of its line."""
    style = STYLES[diagnostic.severity]
    title = f"{diagnostic.severity.value}: {diagnostic.code} {diagnostic.rule}".rstrip()
    console.print(Text.assemble((title, style), ": ", one_line(shortened(diagnostic.message, _LONGEST))))
    margin = " " * len(line)
    console.print(Text.assemble((f"{margin}--> ", "blue"), place))
    # at least one column, for a missing line has no width
    end = max(min(start + len(diagnostic.span), len(text)), start + 1)
    shown, before, width = _excerpt(text, start, end, console.width - len(line) - 4)
    _line(console, Text.assemble((f" {line} | ", "blue"), shown))
    _line(console, Text.assemble((f" {margin} | ", "blue"), " " * before, ("^" * width, style)))
    for label, words in (("expected", diagnostic.expected), ("fix", diagnostic.fix)):
        if words is not None:
            words = shortened(words, _LONGEST)
            # a fix is text: its blanks and its emptiness count
            shown = repr(words) if label == "fix" else one_line(words)
            console.print(Text.assemble((f" {margin} = {label}: ", "blue"), shown))


def _excerpt(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """As much of a line as there is room for, with the columns before the place and the columns it takes."""
    cut = start - _BEFORE if start > _BEFORE and _is_wider(text, room) else 0
    text, start, end = text[cut:], start - cut, end - cut
    text = visible(text[: room + 1])  # a character takes a column at least, as a rule
    if cut:
        text, start, end = f"…{text}", start + 1, end + 1
    before = cell_len(text[:start])
    width = cell_len(text[start:end]) or 1
    if cell_len(text) > room:
        text = set_cell_size(text, max(room - 1, 1)) + "…"
        width = max(min(width, room - before), 1)
    return text, before, width


def _is_wider(text: str, room: int) -> bool:
    return len(text) > room or cell_len(text) > room


def _line(console: Console, text: Text) -> None:
    """Prints a line that has been cut to the width already."""
    console.print(text, no_wrap=True, overflow="ignore", crop=False)
