"""Edits of a text: replacements that do not overlap, applied in one pass, and where an offset goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from telegram_grammar.diagnostics import Diagnostic, Span

__all__ = ["Edits", "without_overlap"]


@frozen
class Edits:
    """Some edits of one text, in order; all else stays as it is."""

    edits: Sequence[Diagnostic]
    #: Where each edit begins, and by how much the text before it has grown.
    _starts: list[int]
    _grown: list[int]

    @classmethod
    def of(cls, edits: Iterable[Diagnostic]) -> Edits:
        """Edits that do not overlap: diagnostics with a fix."""
        ordered = sorted(edits, key=_place)
        grown, sums = 0, []
        for edit in ordered:
            sums.append(grown)
            grown += len(edit.fix or "") - len(edit.span)
        return cls(ordered, [edit.span.start for edit in ordered], sums)

    def apply(self, text: str) -> str:
        """The text with the edits."""
        pieces: list[str] = []
        place = 0
        for edit in self.edits:
            pieces += [text[place : edit.span.start], edit.fix or ""]
            place = edit.span.end
        return "".join([*pieces, text[place:]])

    def after(self, offset: int) -> Span:
        """Where an offset of the old text is in the new one: a point, or the whole of the edit that it is in."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return Span(offset, offset)
        edit, grown = self.edits[number], self._grown[number]
        begin, size = edit.span.start + grown, len(edit.fix or "")
        if offset <= edit.span.end:
            return Span(begin, begin + size)
        place = begin + size + offset - edit.span.end
        return Span(place, place)

    def before(self, span: Span) -> Span:
        """Where a range of the new text was in the old one; a range that touches an edit takes it in."""
        return Span(self._before(span.start).start, self._before(span.end).end)

    def _before(self, offset: int) -> Span:
        begins = [start + grown for start, grown in zip(self._starts, self._grown, strict=True)]
        number = bisect_right(begins, offset) - 1
        if number < 0:
            return Span(offset, offset)
        edit, behind = self.edits[number], begins[number] + len(self.edits[number].fix or "")
        if offset <= behind:
            return edit.span
        place = edit.span.end + offset - behind
        return Span(place, place)


def without_overlap(edits: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of the edits that change something and begin behind the end of the one before them, in order."""
    kept: list[Diagnostic] = []
    for edit in sorted(edits, key=_place):
        if (
            not kept
            or edit.span.start > kept[-1].span.end
            or edit.span.start == kept[-1].span.end > kept[-1].span.start
        ):
            kept.append(edit)
    return kept


def _place(edit: Diagnostic) -> tuple[int, int, str]:
    return edit.span.start, edit.span.end, edit.code
