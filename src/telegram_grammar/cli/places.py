"""Where a diagnostic is, by lines and columns, both from 1; the end is the place behind the last character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from telegram_grammar.diagnostics import Diagnostic

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["Place", "place"]


@frozen
class Place:
    """From where to where, in characters."""

    line: int
    column: int
    end_line: int
    end_column: int


def place(document: Document, diagnostic: Diagnostic) -> Place:
    """The place of a diagnostic in its text."""
    span = diagnostic.span
    return Place(*document.line_column(span.start), *document.line_column(span.end))
