"""Edits of a text: replacements that do not overlap, applied in one pass, and where an offset goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import frozen

from telegram_grammar.diagnostics import Diagnostic, Span

__all__ = ["Edits", "without_overlap"]


@frozen
class Edits:
    """Some edits of one text, in order; all else stays as it is."""

    edits: Sequence[Diagnostic]
    #: Where each edit begins in the old text, and where in the new one.
    _starts: list[int]
    _begins: list[int]

    @classmethod
    def of(cls, edits: Iterable[Diagnostic]) -> Edits:
        """Edits that do not overlap: diagnostics with a fix."""
        ordered = sorted(edits, key=_place)
        starts = [edit.span.start for edit in ordered]
        grown = accumulate((len(edit.fix or "") - len(edit.span) for edit in ordered), initial=0)
        return cls(ordered, starts, [start + more for start, more in zip(starts, grown, strict=False)])

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
        edit, begin = self.edits[number], self._begins[number]
        size = len(edit.fix or "")
        if offset <= edit.span.end:
            return Span(begin, begin + size)
        place = begin + size + offset - edit.span.end
        return Span(place, place)

    def before(self, span: Span) -> Span:
        """Where a range of the new text was in the old one; a range that touches an edit takes it in."""
        return Span(self._before(span.start).start, self._before(span.end).end)

    def _before(self, offset: int) -> Span:
        number = bisect_right(self._begins, offset) - 1
        if number < 0:
            return Span(offset, offset)
        edit, behind = self.edits[number], self._begins[number] + len(self.edits[number].fix or "")
        if offset <= behind:
            return edit.span
        place = edit.span.end + offset - behind
        return Span(place, place)


def without_overlap(edits: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of the edits that begin behind the end of the one before them, in order."""
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
