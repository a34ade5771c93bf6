"""Headings and tables among the body's leaves: told by rulers, by blank lines and by their words (census 5.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from telegram_grammar.interruptions import OUTSIDE, is_open
from telegram_grammar.joined_lines import JOINED_LINE
from telegram_grammar.line_patterns import is_claimed, line_matcher
from telegram_grammar.markup import without_markup
from telegram_grammar.measures import LINE
from telegram_grammar.ruled_headings import WIDTH, are_plain
from telegram_grammar.tree import Leaf, Node, new_leaf
from telegram_grammar.words import BLANKS, content, content_end, is_longer, joined, last_line_start

__all__ = ["LED", "name_block", "part_rulers", "stays", "take_heading"]

#: Behind any other kind a block of plain lines stands by itself.
LED: Final = frozenset({"PARAGRAPH_NUMBER", "ITEM", *OUTSIDE})
#: Prose behind one of these is led by it, and no heading.
_LEADS: Final = frozenset({"PARAGRAPH_NUMBER", "ITEM"})
#: So many lines at most make one heading over a ruler, and between two rulers.
_HEADING_LINES: Final = 2
_LINES_BETWEEN_RULERS: Final = 4
#: A plain heading has no more characters with all its blanks; without them it is no longer than a line of the wire.
_LONGEST_HEADING: Final = 200
#: A longer block is prose, whatever its blanks.
_TABLE_LENGTH: Final = 20_000
#: A line has so many characters behind its words at most: a blank, and its end.
_LINE_END: Final = 2
#: How text ends above a line that a blank line parts from it.
_BLANK_LINES: Final = ("\n\n", "\n \n")
#: The words of a heading, and the portion marking before them.
_MARKED: Final = 2
#: A heading and its ruler; a third part stands above it.
_LINES_OF_ONE: Final = 2


def take_heading(text: str, leaves: list[Leaf], ruler: Leaf) -> None:
    """The plain line or two above a ruler are its heading; marks them, and a ruler above them, as such.

    `leaves` are the body's above the ruler.
    """
    if not leaves or leaves[-1].kind != "PROSE":
        return
    above = leaves[-1]
    before = leaves[-2] if len(leaves) > 1 else None
    over = leaves[-3] if before is not None and before.kind == "MARKING" and len(leaves) > _MARKED else before
    if not _is_heading(text, before, above, ruled=over is not None and over.kind == "RULER"):
        start = last_line_start(text, above.start, above.end)
        if content_end(text, above.start, start) == above.start or not _may_be_cut_off(text, start, above.end):
            # with the line taken away, a lead would have nothing to lead: the block stands by itself
            if before is None or before.kind not in LED:
                name_block(text, before, above)
            return
        leaves.append(new_leaf("HEADLINE", start, above.end))
        above.end = start
        if before is None or before.kind not in LED:
            name_block(text, before, above)
        ruler.kind = "UNDERLINE"
        return
    above.kind, ruler.kind = "HEADLINE", "UNDERLINE"
    _part_from_prose(leaves)
    if before is not None and before.kind == "MARKING":
        before.kind = "HEADLINE_MARKING"
        before = leaves[-3] if len(leaves) > _MARKED else None
    if before is not None and before.kind == "RULER":
        before.kind = "OVERLINE"


def _part_from_prose(leaves: list[Leaf]) -> None:
    """What seemed to stand inside a sentence stands before the heading, the body's last leaf."""
    place = len(leaves) - 2
    while place >= 0 and leaves[place].kind in OUTSIDE:
        leaves[place].kind = OUTSIDE[leaves[place].kind]
        place -= 1


def _may_be_cut_off(text: str, start: int, end: int) -> bool:
    """Whether the last line of prose is short enough for a heading, and would be plain with a blank line above it."""
    line = joined(text[start:end])
    return len(line) <= WIDTH and are_plain(f".\n{line}")


def _is_heading(text: str, before: Leaf | None, block: Leaf, *, ruled: bool) -> bool:
    """Whether all the lines above a ruler are its heading, else the last one is; `ruled`: a ruler stands above them."""
    size = block.end - block.start
    if before is not None and before.kind in _LEADS:
        return False
    if size > _LONGEST_HEADING and is_longer(text, block.start, block.end, _LONGEST_HEADING):
        return False
    lines = text.count("\n", block.start, block.end - 1) + 1
    long = lines == 1 and size > JOINED_LINE and is_longer(text, block.start, block.end, JOINED_LINE)
    if long and not is_open(text, block):
        return False  # the last sentence of a text that a publisher joined; the ruler is that of a heading below
    if before is not None and before.kind in OUTSIDE:  # and on one line in canonical text too
        return lines == 1 and len(joined(text[block.start : block.end])) <= WIDTH
    marked = before is not None and before.kind == "MARKING"
    if lines > 1 and not marked and is_claimed(joined(text[block.start : block.end])):
        return False  # what does not lead above other words would in front of them
    return lines <= (_LINES_BETWEEN_RULERS if ruled else _HEADING_LINES)


def name_block(text: str, before: Leaf | None, block: Leaf, *, goes_on: bool = False) -> None:
    """A block of plain lines that stands by itself: a heading without a ruler, a table, or prose.

    What may go on with a text before it, or ends the text, is no heading.
    """
    start, end = content(text, block.start, block.end)
    marked = before is not None and before.kind == "MARKING"
    if not marked and _is_table(text, block):
        block.kind = "TABLE"
        return
    # words decide, not the lines that they stand on: a heading may be broken, and more blanks than one are one
    short = end - start <= _LONGEST_HEADING or not is_longer(text, start, end, _LONGEST_HEADING)
    words = joined(without_markup(text[start:end])) if short else ""
    if not goes_on and 0 < len(words) <= LINE and line_matcher("plain_heading").fullmatch(words):
        block.kind = "PLAIN_HEADING"
        if marked and before is not None:
            before.kind = "HEADLINE_MARKING"


def _is_table(text: str, block: Leaf) -> bool:
    """At least two lines, most of them in columns."""
    if text.find("   ", block.start, block.end) < 0 and text.find("\t", block.start, block.end) < 0:
        return False
    lines: Sequence[str] = text[block.start : block.end].split("\n") if len(block.span) < _TABLE_LENGTH else ()
    filled = [line for line in lines if line.strip()]
    rows = [line for line in filled if line_matcher("table_line").fullmatch(line)]
    return len(rows) > 1 and len(rows) * 2 > len(filled)


def stays(text: str, heading: Node, words: str) -> bool:
    """Whether canonical text has a heading on the line that it stands on, over a ruler.

    Above it stands a blank line, or a ruler or a portion marking of its own.
    """
    if len(heading.children) == 1:
        return False
    line = heading.children[-2]
    if line.kind != "HEADLINE" or not text.startswith(words, line.start):
        return False
    alone = line.end - line.start - len(words) <= _LINE_END
    return alone and (len(heading.children) > _LINES_OF_ONE or text.endswith(_BLANK_LINES, 0, line.start))


def part_rulers(text: str, start: int, end: int) -> tuple[tuple[int, int], str | None]:
    """Of a heading on one line with its rulers: where its words stand, and heading and rulers on lines of their own."""
    found = line_matcher("ruled_heading").fullmatch(text, start, end)
    if found is None:
        return (start, end), None
    first, last = content(text, *found.span("headline"))
    pieces = (text[start:first], text[first:last], text[last:end])
    return (first, last), "\n".join(piece.strip(BLANKS) for piece in pieces if piece)
