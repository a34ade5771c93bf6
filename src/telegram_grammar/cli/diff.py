"""A unified diff made from the edits themselves: no search for what is alike, so that it takes linear time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from telegram_grammar.diagnostics import Span

__all__ = ["Edit", "edits_between", "unified"]

#: Unchanged lines around a change.
_CONTEXT = 3


@frozen
class Edit:
    """The text that stands in the place of a range of offsets; edits are in order and do not overlap."""

    start: int
    end: int
    text: str


@frozen
class _Change:
    """Lines `start` to `end` of the old text and the lines in their place."""

    start: int
    end: int
    lines: list[str]


def edits_between(old: str, new: str, changed: Iterable[Span]) -> list[Edit]:
    """The edits that make the new text out of the old, which is known to be the same outside of some ranges.

    Each unchanged piece is looked for where the one before it ended, and the last at the end. None is found behind its
    true place, so that the next is never missed.
    """
    ranges = _merged(changed)
    edits: list[Edit] = []
    place = ranges[0].start if ranges else len(old)
    for number, span in enumerate(ranges):
        last = number + 1 == len(ranges)
        piece = old[span.end : len(old) if last else ranges[number + 1].start]
        found = len(new) - len(piece) if last else new.find(piece, place)
        if found < place:  # more has changed than was said
            return [Edit(0, len(old), new)]
        edits.append(Edit(span.start, span.end, new[place:found]))
        place = found + len(piece)
    return edits


def _merged(ranges: Iterable[Span]) -> list[Span]:
    """The ranges in order, those that touch as one."""
    merged: list[Span] = []
    for span in sorted(ranges):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def unified(name: str, text: str, edits: Iterable[Edit]) -> Iterator[str]:
    """The lines of the diff, without their ends; none where nothing changes."""
    lines = _lines(text)
    changes = list(_changes(text, lines, list(edits)))
    if changes:
        yield f"--- {name}"
        yield f"+++ {name}"
    grown = 0
    for hunk in _hunks(changes):
        yield from _hunk(lines, hunk, grown)
        grown += sum(len(change.lines) - (change.end - change.start) for change in hunk)


def _lines(text: str) -> list[str]:
    """Lines with their ends; they end at LF alone."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _changes(text: str, lines: Sequence[str], edits: Sequence[Edit]) -> Iterator[_Change]:
    """The changed lines; edits on the same or on adjoining lines are one change."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    open_end = bool(lines) and not lines[-1].endswith("\n")
    place = 0
    while place < len(edits):
        # what is put behind a last line without end belongs to that line
        first = min(bisect_right(starts, edits[place].start) - 1, len(lines) - open_end)
        pieces, end, last = [], starts[first], first
        more = True
        while more:
            edit = edits[place]
            pieces += [text[end : edit.start], edit.text]
            end = edit.end
            last = min(bisect_right(starts, end), len(lines))
            place += 1
            more = place < len(edits) and edits[place].start <= starts[last]
        pieces.append(text[end : starts[last]])
        change = _trimmed(first, lines[first:last], _lines("".join(pieces)))
        if change.lines or change.end > change.start:
            yield change


def _trimmed(first: int, old: Sequence[str], new: list[str]) -> _Change:
    """The change less the lines that are equal at its beginning and end."""
    most = min(len(old), len(new))
    before = next((number for number in range(most) if old[number] != new[number]), most)
    most -= before
    behind = next((number for number in range(most) if old[-1 - number] != new[-1 - number]), most)
    return _Change(first + before, first + len(old) - behind, new[before : len(new) - behind])


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Changes whose surroundings would overlap, together."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(lines: Sequence[str], hunk: Sequence[_Change], grown: int) -> Iterator[str]:
    start, end = max(hunk[0].start - _CONTEXT, 0), min(hunk[-1].end + _CONTEXT, len(lines))
    more = sum(len(change.lines) - (change.end - change.start) for change in hunk)
    yield f"@@ -{_range(start, end - start)} +{_range(start + grown, end - start + more)} @@"
    place = start
    for change in hunk:
        yield from _marked(" ", lines[place : change.start])
        yield from _marked("-", lines[change.start : change.end])
        yield from _marked("+", change.lines)
        place = change.end
    yield from _marked(" ", lines[place:end])


def _range(start: int, length: int) -> str:
    """Lines counted from 1; of an empty range, the line before it."""
    return f"{start + (length > 0)},{length}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
