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
        place = f" {part.start}-{part.end}"
        words = _words(document.source, part) if isinstance(part, Leaf) else ""
        if console.color_system is None:
            # as rich would write it, in a tenth of the time
            console.file.write(f"{_INDENT * depth}{part.kind}{place}{words}\n")
        else:
            kind = (part.kind, "green" if isinstance(part, Leaf) else "bold")
            line = Text.assemble(_INDENT * depth, kind, (place, "blue"), words)
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
        if not isinstance(part, Leaf):
            stack.extend((child, depth + 1) for child in reversed(part.children))


def _words(source: str, leaf: Leaf) -> str:
    """How the text of a leaf begins, after a blank; nothing where it has no width."""
    if leaf.start == leaf.end:
        return ""
    text = source[leaf.start : min(leaf.end, leaf.start + _SHOWN)]
    return f" {visible(text)}{'…' if leaf.end - leaf.start > _SHOWN else ''}"
