"""The error of strict parsing."""

from __future__ import annotations

from telegram_grammar.diagnostics import Diagnostic
from telegram_grammar.document import Document

__all__ = ["TelegramSyntaxError", "excerpt"]

#: A longer line is cut in messages, around the place it is about.
_WIDTH = 100


class TelegramSyntaxError(ValueError):
    """A text has diagnostics of severity error: `errors` lists them all, `document` is what `parse` gives."""

    def __init__(self, document: Document, errors: tuple[Diagnostic, ...]) -> None:
        self.document = document
        self.errors = errors
        super().__init__("\n".join(_described(document, found) for found in errors))


def _described(document: Document, found: Diagnostic) -> str:
    line, column = document.line_column(found.span.start)
    expected = f"; expected {found.expected}" if found.expected else ""
    return f"line {line}, column {column}: {found.code} {found.message}{expected}\n{excerpt(document, found)}"


def excerpt(document: Document, found: Diagnostic) -> str:
    """The source line of a diagnostic with a caret line below it."""
    line, column = document.line_column(found.span.start)
    text = document.line_text(line)
    first = max(0, column - 1 - _WIDTH // 2) if len(text) > _WIDTH else 0
    shown = text[first : first + _WIDTH].expandtabs(1)
    width = max(1, min(len(found.span), len(shown) - (column - 1 - first)))
    return f"    {shown}\n    {' ' * (column - 1 - first)}{'^' * width}"
