"""Any text in canonical form."""

from __future__ import annotations

from telegram_grammar.parser import parse
from telegram_grammar.rendering import DEFAULT_WIDTH, render

__all__ = ["canonicalize"]


def canonicalize(text: str, *, width: int = DEFAULT_WIDTH) -> str:
    """The canonical text of what `parse` reads in a text. Stable, and the meaning is kept.

    What no field owns stays, in place. What is re-made or dropped is under a diagnostic of `parse` whose code says so.
    """
    return render(parse(text).cable, width=width)
