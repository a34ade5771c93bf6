"""The lossless tree: leaves that tile the source, and the nodes that own them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from attrs import define

from telegram_grammar.diagnostics import Span

__all__ = ["Leaf", "Node", "Part", "insert", "new_leaf", "new_node"]


@define(eq=False, init=False, weakref_slot=False)
class Leaf:
    """A piece of text: a logical line, a part of one, or a run of plain lines.

    `kind` is the line kind by which the structure grammar knows it. A leaf of zero width is a line that is missing.
    """

    kind: str
    start: int
    end: int
    #: What the scanner already read of it, for the stage that builds the model.
    value: Any

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return Span(self.start, self.end)


@define(eq=False, init=False, weakref_slot=False)
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


def new_leaf(kind: str, start: int, end: int, value: Any = None) -> Leaf:
    """A leaf; a text has a hundred, and a function costs half of what the call of a class with `__init__` does."""
    leaf = Leaf()
    leaf.kind = kind
    leaf.start = start
    leaf.end = end
    leaf.value = value
    return leaf


def new_node(kind: str, children: list[Part]) -> Node:
    """A node over these parts, made as a leaf is."""
    node = Node()
    node.kind = kind
    node.children = children
    return node


def insert(root: Node, parts: Sequence[Part]) -> None:
    """Puts parts that no production took at their places, each as deep as a node stands around it.

    For each part its place is found by bisection.
    """
    waiting = [(root, sorted(parts, key=_start))]
    while waiting:
        node, strays = waiting.pop()
        children, taken = node.children, 0
        merged: list[Part] = []
        place, count = 0, len(strays)
        while place < count:  # in most texts they are few, and the children many
            stray = strays[place]
            behind = bisect_right(children, stray.start, taken, key=_start)
            merged += children[taken:behind]
            taken, above = behind, children[behind - 1] if behind else None
            if isinstance(above, Node) and stray.start < above.end:
                first, end = place, above.end
                while place < count and strays[place].start < end:
                    place += 1
                waiting.append((above, strays[first:place]))
            else:
                merged.append(stray)
                place += 1
        node.children = merged + children[taken:]


def _start(part: Part) -> int:
    return part.start
