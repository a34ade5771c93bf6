"""Diagnostics for a reader: what and where, the line of the source, and a caret under the place.

The lines are put together by hand: rich's console takes ten times as long for the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size

from telegram_grammar.cli.output import Layout
from telegram_grammar.cli.visible import one_line, shortened, visible
from telegram_grammar.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["STYLES", "counted", "number", "severities", "show"]

STYLES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFORMATION: "cyan",
}
_MARGIN: Final = "blue"
#: Most characters of a message that are shown.
_LONGEST: Final = 600
#: Characters of a long line that are shown before the place.
_BEFORE: Final = 30


def show(layout: Layout, name: str, document: Document, diagnostics: Iterable[Diagnostic]) -> str:
    """Each diagnostic with its source line."""
    lines: list[str] = []
    last, text = 0, ""
    for diagnostic in diagnostics:
        line, column = document.line_column(diagnostic.span.start)
        if line != last:  # a long line with many diagnostics is taken out of the text but once
            last, text = line, document.line_text(line)
        lines += _show_one(layout, diagnostic, f"{visible(name)}:{line}:{column}", str(line), text, column - 1)
    return "".join(f"{line}\n" for line in lines)


def counted(layout: Layout, counts: Mapping[Severity, int]) -> str:
    """How many diagnostics there are, in words."""
    total = sum(counts.values())
    if not total:
        return layout.paint("No diagnostics.", "green")
    present = [severity for severity in Severity if counts.get(severity)]
    parts = [layout.paint(number(counts[severity], severity.value), STYLES[severity]) for severity in present]
    return f"{number(total, 'diagnostic')}: {', '.join(parts)}"


def severities(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many there are of each severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def number(number: int, noun: str) -> str:
    """Number and noun; of information there is no plural."""
    plural = "" if number == 1 or noun == Severity.INFORMATION.value else "s"
    return f"{number:,} {noun}{plural}"


def _show_one(layout: Layout, diagnostic: Diagnostic, place: str, line: str, text: str, start: int) -> Iterator[str]:
    """The lines about one diagnostic; `start` is where it begins in the text of its line."""
    style = STYLES[diagnostic.severity]
    rule = f"{diagnostic.code} {diagnostic.rule}".rstrip()
    message = one_line(shortened(diagnostic.message, _LONGEST))
    yield f"{place}: {layout.paint(diagnostic.severity.value, style)}: {layout.paint(rule, 'bold')}: {message}"
    margin = " " * len(line)
    # at least one column, for a missing line has no width
    end = max(min(start + len(diagnostic.span), len(text)), start + 1)
    shown, before, width = _excerpt(text, start, end, layout.width - len(line) - 4)
    yield f"{layout.paint(f' {line} |', _MARGIN)} {shown}".rstrip(" ")
    yield f"{layout.paint(f' {margin} |', _MARGIN)} {' ' * before}{layout.paint('^' * width, style)}"
    for label, words in (("expected", diagnostic.expected), ("fix", diagnostic.fix)):
        if words is not None:
            words = shortened(words, _LONGEST)
            # a fix is text: its blanks and its emptiness count
            said = repr(words) if label == "fix" else one_line(words)
            yield f"{layout.paint(f' {margin} = {label}:', _MARGIN)} {said}"


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
