"""Lines that a publisher joined: too long for the wire, so that paragraphs may begin inside them or right behind."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.tail_scanner import CLOSERS
from telegram_grammar.tree import Leaf
from telegram_grammar.words import BLANKS, begins_lower, content_end, last_line_start

__all__ = ["JOINED_LINE", "behind_joined_line", "ends_long", "holds_joined_line", "numbered_paragraph"]

#: A line longer than this was not wrapped for the wire: the publisher joined its paragraph.
JOINED_LINE: Final = 100


def holds_joined_line(text: str, start: int, end: int) -> bool:
    """Whether the words of a run's lines reach too far to have been wrapped for the wire."""
    if end - start <= JOINED_LINE:
        return False
    stop = text.find("\n", start, end)  # most that hold one are one
    if content_end(text, start, stop if stop >= 0 else end) - start > JOINED_LINE:
        return True
    lines = text[start:end].split("\n")
    return max(map(len, lines)) > JOINED_LINE and max(len(line.rstrip(BLANKS)) for line in lines) > JOINED_LINE


def ends_long(text: str, leaf: Leaf) -> bool:
    """Whether the last line of prose is too long for the wire: a publisher joined its paragraph."""
    start = last_line_start(text, leaf.start, leaf.end)
    # blanks at its end say nothing, for what is kept unread has none there
    return leaf.end - start > JOINED_LINE and content_end(text, start, leaf.end) - start >= JOINED_LINE


def behind_joined_line(text: str, line: int, end: int) -> int | None:
    """Where a paragraph begins behind a joined line that has come to a close; `line` is where the first line begins."""
    stop = text.find("\n", line, end - 1)
    while stop >= 0:
        last = content_end(text, line, stop)
        closed = last == line or text[last - 1] in CLOSERS
        if last - line > JOINED_LINE and not begins_lower(text, stop + 1) and closed:
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
        if text[first - 1] in BLANKS and line < first and line_matcher("marked_number").match(text, first, end):
            return first
        place = text.find(numeral, place + 1, end)
    return None
