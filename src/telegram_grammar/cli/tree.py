"""The lossless tree for a reader: each part on a line, indented, with kind, place and the words it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from telegram_grammar.cli.visible import visible
from telegram_grammar.tree import Leaf, Part

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["show"]

_INDENT: Final = "  "
#: Characters of a leaf that are shown.
_SHOWN: Final = 60


def show(console: Console, name: str, document: Document) -> None:
    """Prints the tree."""
    console.print(Text(visible(name), "bold"))
    # a stack rather than recursion: how deep a tree is depends on the text
    stack: list[tuple[Part, int]] = [(document.nodes, 0)]
    while stack:
        part, depth = stack.pop()
        console.print(_line(document, part, depth), no_wrap=True, overflow="ignore", crop=False)
        if not isinstance(part, Leaf):
            stack.extend((child, depth + 1) for child in reversed(part.children))


def _line(document: Document, part: Part, depth: int) -> Text:
    """One part: kind, half-open range of offsets, and for a leaf its text."""
    span = part.span
    kind = (part.kind, "green" if isinstance(part, Leaf) else "bold")
    line = Text.assemble(_INDENT * depth, kind, (f" {span.start}-{span.end}", "blue"))
    if isinstance(part, Leaf):
        text = document.source[span.start : min(span.end, span.start + _SHOWN)]
        line.append(f" {visible(text)}{'…' if len(span) > _SHOWN else ''}")
    return line
