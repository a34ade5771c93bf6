"""The sheet that canonical text is written on: lines, the part that each prints, and the unread lines behind it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from attrs import define, field

from telegram_grammar.model import Unread

__all__ = ["Block", "Sheet"]


class Block(NamedTuple):
    """The lines that print one part of the cable, or several parts that share a line."""

    #: The paths of the parts, as `Document.span_of` knows them.
    paths: tuple[str, ...]
    #: Where its lines begin and end on the sheet.
    first: int
    end: int


#: A block, without the call of its class: a cable has fifty.
_new_block: Callable[[tuple[tuple[str, ...], int, int]], Block] = functools.partial(tuple.__new__, Block)


@define
class Sheet:
    """Lines of canonical text in the making."""

    width: int
    lines: list[str] = field(factory=list)
    #: What the lines print, in order; blank lines and rulers' blank lines stand between.
    blocks: list[Block] = field(factory=list)
    #: What no field owns, with its number, by the path of the part it follows; what has been written is taken out.
    unread: dict[str, list[tuple[int, Unread]]] = field(factory=dict)
    #: Whether the lines written now are those of the text head, where a line may go on with the field above it.
    head: bool = False
    #: Whether blank lines part the fields of the text head, and from them what is unread.
    parted: bool = True

    @classmethod
    def of(cls, unread: Iterable[Unread], width: int, *, parted: bool = True) -> Sheet:
        """An empty sheet that knows what is unread."""
        sheet = cls(width, parted=parted)
        for place, item in enumerate(unread):
            sheet.unread.setdefault(item.after or "the top", []).append((place, item))
        return sheet

    def write(self, lines: Iterable[str], *paths: str) -> None:
        """Lines of the parts at `paths`, with what is unread behind them."""
        written = self.lines
        first = len(written)
        written += lines
        self.blocks.append(_new_block((paths, first, len(written))))
        if self.unread:
            for path in paths:
                self.write_unread(path)

    def write_each(self, lines: Sequence[str], name: str) -> None:
        """A line for each part of the attribute `name`, with what is unread behind it."""
        if self.unread:
            for place, line in enumerate(lines):
                self.write([line], f"{name}[{place}]")
            return
        first = len(self.lines)
        self.lines += lines
        self.blocks += [_new_block(((f"{name}[{at}]",), first + at, first + at + 1)) for at in range(len(lines))]

    def write_unread(self, path: str) -> None:
        """What is unread behind the part at `path`."""
        for place, item in self.unread.pop(path, ()):
            if self.head:
                self.blank()
            first = len(self.lines)
            self.lines += item.text.split("\n")
            self.blocks.append(Block((f"unread[{place}]",), first, len(self.lines)))
            if self.head:
                self.blank()

    def blank(self) -> None:
        """One blank line, where something stands above and it is no blank line."""
        lines = self.lines
        if lines and lines[-1] and (self.parted or not self.head):
            lines.append("")

    def end(self, lines: Iterable[str]) -> None:
        """Lines right behind the last one that is no blank line."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        self.lines += lines

    def text(self) -> str:
        """All lines, each with its end; no blank line at the end."""
        self.end(())
        return "\n".join([*self.lines, ""])
