"""The lossless tree: leaves that tile the source, and the nodes that own them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, TypeAlias

from attrs import define

from telegram_grammar.diagnostics import Span

__all__ = ["Leaf", "Node", "Part", "insert"]


@define(eq=False)
class Leaf:
    """A piece of text: a logical line, a part of one, or a run of plain lines.

    `kind` is the line kind by which the structure grammar knows it. A leaf of zero width is a line that is missing.
    """

    kind: str
    start: int
    end: int
    #: What the scanner already read of it, for the stage that builds the model.
    value: Any = None

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return Span(self.start, self.end)


@define(eq=False)
class Node:
    """A production of the structure grammar with the parts that it owns."""

    kind: str
    children: list[Part]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.children[0].start if self.children else 0

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.children[-1].end if self.children else 0

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return Span(self.start, self.end)

    def leaves(self) -> Iterator[Leaf]:
        """All leaves in the order of the text."""
        stack: list[Part] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, Leaf):
                yield part
            else:
                stack.extend(reversed(part.children))


Part: TypeAlias = Leaf | Node


def insert(root: Node, part: Part) -> None:
    """Puts a part that no production took at its place: as deep as a node stands around it."""
    node = root
    while True:
        place = bisect_right(node.children, part.start, key=_start)
        before = node.children[place - 1] if place else None
        if isinstance(before, Node) and before.end > part.start:
            node = before
        else:
            node.children.insert(place, part)
            return


def _start(part: Part) -> int:
    return part.start
