"""The object that the JSON formats write for each text: `Record` in the published schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram_grammar.diagnostics import Diagnostic
from telegram_grammar.serialization import to_dict

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["record"]


def record(name: str, document: Document) -> dict[str, Any]:
    """The path, the cable as `to_dict` gives it, and the diagnostics."""
    return {
        "path": name,
        **to_dict(document.cable),
        "diagnostics": [_diagnostic(document, diagnostic) for diagnostic in document.diagnostics],
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
