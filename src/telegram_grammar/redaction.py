"""Words taken out of a text, and ends cut off: found in the source as spans of their own."""

from __future__ import annotations

from telegram_grammar.diagnostics import Span
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.words import content

__all__ = ["cut_off", "redactions"]


def redactions(source: str) -> tuple[Span, ...]:
    """The spans of all redactions, in order."""
    return tuple(Span(*found.span()) for found in line_matcher("redaction").finditer(source))


def cut_off(source: str) -> Span | None:
    """The span of the mark that ends a text which was cut off, or None."""
    start, end = content(source, 0, len(source))
    found = line_matcher("cut_off").match(source, max(start, end - 3), end)
    return Span(*found.span()) if found and found.end() == end else None
