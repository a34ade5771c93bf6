"""The objects of the JSON formats: of `parse` for each text, of `check` for each diagnostic.

That of `parse` is `Record` in the published schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram_grammar.cli.places import place
from telegram_grammar.diagnostics import Diagnostic
from telegram_grammar.serialization import to_dict

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["finding", "record"]


def record(name: str, document: Document) -> dict[str, Any]:
    """The path, the cable as `to_dict` gives it, and the diagnostics."""
    return {
        "path": name,
        **to_dict(document.cable),
        "diagnostics": [_diagnostic(document, diagnostic) for diagnostic in document.diagnostics],
    }


def finding(name: str, document: Document, diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic with its path and where it ends, as `check` writes it."""
    there = place(document, diagnostic)
    return {
        "path": name,
        **_diagnostic(document, diagnostic),
        "end_line": there.end_line,
        "end_column": there.end_column,
    }


def _diagnostic(document: Document, diagnostic: Diagnostic) -> dict[str, Any]:
    line, column = document.line_column(diagnostic.span.start)
    found = {
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "start": diagnostic.span.start,
        "end": diagnostic.span.end,
        "line": line,
        "column": column,
        "expected": diagnostic.expected,
        "fix": diagnostic.fix,
    }
    return {key: value for key, value in found.items() if value is not None}
