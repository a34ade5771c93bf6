"""Lines that a publisher joined: too long for the wire, so that paragraphs may begin inside them or right behind."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.tail_scanner import CLOSERS
from telegram_grammar.tree import Leaf
from telegram_grammar.words import begins_lower, content_end, last_line_start

__all__ = ["JOINED_LINE", "behind_joined_line", "ends_long", "holds_joined_line", "numbered_paragraph"]

#: A line longer than this was not wrapped for the wire: the publisher joined its paragraph.
JOINED_LINE: Final = 100


def holds_joined_line(text: str, start: int, end: int) -> bool:
    """Whether the lines of a run are too long to have been wrapped for the wire."""
    if end - start <= JOINED_LINE:
        return False
    stop = text.find("\n", start, end)  # most that hold one are one
    if stop < 0 or stop - start > JOINED_LINE:
        return True
    return max(map(len, text[start:end].split("\n"))) > JOINED_LINE


def ends_long(text: str, leaf: Leaf) -> bool:
    """Whether the last line of prose is too long for the wire: a publisher joined its paragraph."""
    return leaf.end - last_line_start(text, leaf.start, leaf.end) > JOINED_LINE


def behind_joined_line(text: str, line: int, end: int) -> int | None:
    """Where a paragraph begins behind a joined line that has come to a close; `line` is where the first line begins."""
    stop = text.find("\n", line, end - 1)
    while stop >= 0:
        last = content_end(text, line, stop)
        closed = last == line or text[last - 1] in CLOSERS
        if stop - line > JOINED_LINE and not begins_lower(text, stop + 1) and closed:
            return stop + 1
        line, stop = stop + 1, text.find("\n", stop + 1, end - 1)
    return None


def numbered_paragraph(text: str, line: int, end: int, number: int) -> int | None:
    """Where behind the place `line` of a run a paragraph of this number begins, with a portion marking."""
    numeral = f"{number}."
    if text.rfind(numeral, line + 1, end) < 0:  # as mostly; from the end it is seen sooner
        return None
    place = text.find(numeral, line + 1, end)
    while place >= 0:
        first = place - 1 if text[place - 1] == "¶" else place
        if text[first - 1] in " \n" and line < first and line_matcher("marked_number").match(text, first, end):
            return first
        place = text.find(numeral, place + 1, end)
    return None
