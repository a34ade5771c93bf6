"""A parsed text: its source, its tree, its cable, its diagnostics, and the way from each to the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from telegram_grammar.diagnostics import Diagnostic, Span
from telegram_grammar.model import Cable
from telegram_grammar.places import Places
from telegram_grammar.tree import Leaf, Node

__all__ = ["Document"]


@define(eq=False)
class Document:
    """What `telegram_grammar.parse` returns. Read it; it is not meant to be built by hand."""

    #: The text, character for character.
    source: str
    #: The lossless tree: the leaves' spans tile the source.
    nodes: Node = field(repr=False)
    #: The meaning.
    cable: Cable = field(repr=False)
    #: What parsing had to repair or undo, in order of place and code.
    diagnostics: tuple[Diagnostic, ...] = field(repr=False)
    _places: Places = field(repr=False)
    _lines: list[int] | None = field(default=None, repr=False, init=False)

    @property
    def places(self) -> Places:
        """Where each part of the cable stands, for the library's own stages; users ask `span_of`."""
        return self._places

    def leaves(self) -> Iterator[Leaf]:
        """The leaves of the tree, in order; their spans tile the source without gap or overlap."""
        return self.nodes.leaves()

    def span_of(self, part: object) -> Span:
        """Where a part of the cable stands: a model object of this very cable, or an attribute by its path.

        A path is the name of an attribute of `Cable`, with an index where it is a tuple, or of an attribute of its
        transmission: "subject", "captions[0]", "transmission.station". The cable itself spans the whole source.
        Raises KeyError where the text has no such part, or it has no place of its own.
        """
        if part is self.cable:
            return Span(0, len(self.source))
        found = self._places.paths().get(part) if isinstance(part, str) else self._places.parts().get(id(part))
        if found is None:
            raise KeyError(
                f"this text has no {part!r}" if isinstance(part, str) else f"no part of this document: {part!r}"
            )
        return Span(*found)

    def text_of(self, part: object) -> str:
        """The printed text of a part of the cable, as it stands in the source. Raises KeyError as `span_of` does."""
        span = self.span_of(part)
        return self.source[span.start : span.end]

    def at(self, offset: int) -> object:
        """The smallest part of the cable at an offset: a model object, or a plain value such as the subject.

        None where nothing of the cable stands there. Raises IndexError for an offset outside the source.
        """
        if not 0 <= offset < len(self.source):
            raise IndexError(f"offset {offset} is outside the source of {len(self.source)} characters")
        return self._places.at(offset)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1. Lines end at LF. Counted when first asked.

        Raises IndexError where the source has no such offset; its end is one.
        """
        if not 0 <= offset <= len(self.source):
            raise IndexError(f"offset {offset} is outside the source of {len(self.source)} characters")
        if self._lines is None:
            starts, place = [0], self.source.find("\n")
            while place >= 0:
                starts.append(place + 1)
                place = self.source.find("\n", place + 1)
            self._lines = starts
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def line_text(self, line: int) -> str:
        """A line of the source, counted from 1, without its end. Raises IndexError where there is no such line."""
        self.line_column(0)
        assert self._lines is not None  # line_column has counted them
        if not 1 <= line <= len(self._lines):
            raise IndexError(f"line {line} is outside the source of {len(self._lines)} lines")
        end = self.source.find("\n", self._lines[line - 1])
        return self.source[self._lines[line - 1] : end if end >= 0 else len(self.source)].rstrip("\r")

    def replace(self, **changes: Any) -> Document:
        """The document with some attributes of its cable changed; `source` of the result is the edited text.

        `doc.replace(subject="TALKS", tags=())` sets, adds or (with None or an empty tuple) takes out what an attribute
        of `Cable` prints. The lines of these attributes are laid out as `render` prints them, with the line ends of
        the source; every other character stays. Of tuples only the items that differ are laid out. The text is read
        again, and its cable is `attrs.evolve(doc.cable, **changes)`; where body items come or go, `section_starts`
        and `Unread.after` are counted anew.

        Raises RenderError, naming the attribute, where the text cannot carry the change; TypeError for a name that
        `Cable` does not have.
        """
        from telegram_grammar.editing import replace

        return replace(self, changes)

    @property
    def redactions(self) -> tuple[Span, ...]:
        """Where words were taken out: runs of X, and notes such as `[NAME REMOVED]` (practice: 307 cables)."""
        from telegram_grammar.redaction import redactions

        return redactions(self.source)

    @property
    def cut_off(self) -> Span | None:
        """Where a publisher broke the text off with `...` at its end (practice: 15 cables); None where nobody did."""
        from telegram_grammar.redaction import cut_off

        return cut_off(self.source)
