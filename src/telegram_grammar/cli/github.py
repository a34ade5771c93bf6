"""Diagnostics as the workflow commands that GitHub shows beside the changed lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from telegram_grammar.cli.places import place
from telegram_grammar.cli.visible import one_line, shortened
from telegram_grammar.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["lines"]

_COMMANDS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
}
#: The characters that would end a line or, in a property, the property.
_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})
#: Most characters of a message that are shown.
_LONGEST: Final = 600


def lines(name: str, document: Document, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A line for each diagnostic."""
    file = name.translate(_IN_PROPERTY)
    for found in diagnostics:
        there = place(document, found)
        title = f"{found.code} {found.rule}".translate(_IN_PROPERTY)
        message = found.message if found.expected is None else f"{found.message}; expected {found.expected}"
        yield (
            f"::{_COMMANDS[found.severity]} file={file},line={there.line},col={there.column},"
            f"endLine={there.end_line},endColumn={there.end_column},title={title}"
            f"::{one_line(shortened(message, _LONGEST)).translate(_IN_MESSAGE)}"
        )
