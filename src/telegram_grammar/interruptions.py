"""What interrupts prose: blank lines, page marks, repeated heads, closing lines; and whether prose goes on behind it.

None of it is a part of the text where it stands. Canonical text prints it elsewhere or not at all, so that words decide
here, as far as they can, and not the lines between them.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.tail_scanner import CLOSERS
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import begins_lower, content_end

__all__ = ["BLANKS_OF_A_MARK", "FILLERS", "OUTSIDE", "WITHIN", "bridge", "is_open"]

#: What is no part of the text where it stands, and how it is called inside a sentence that it interrupts.
WITHIN: Final = {
    "BLANK": "BLANK_WITHIN",
    "PAGE_MARK": "MARK_WITHIN",
    "JOINT": "JOINT_WITHIN",
    "PAGE_HEAD": "HEAD_WITHIN",
    "LONE_PILCROW": "PILCROW_WITHIN",
    **{
        kind: f"{kind}_WITHIN"
        for kind in ("STAMP", "FOOTER", "MINIMIZE", "TRAILER", "END_OF_TEXT", "VALIDATION", "END_OF_MESSAGE")
    },
}
OUTSIDE: Final = {within: outside for outside, within in WITHIN.items()}
FILLERS: Final = frozenset({*WITHIN, *OUTSIDE})
#: A page mark takes one blank line before it and two behind; more are the author's own (practice: 759 of 970 marks).
BLANKS_OF_A_MARK: Final = 3
#: Heads that are repeated where a section or a page begins.
_HEADS: Final = frozenset({"JOINT", "PAGE_HEAD"})
_MARKS: Final = frozenset({"PAGE_MARK", "MARK_WITHIN"})
_BLANK_LINES: Final = frozenset({"BLANK", "BLANK_WITHIN"})


def is_open(text: str, leaf: Leaf) -> bool:
    """Whether prose has not come to a close."""
    end = content_end(text, leaf.start, leaf.end)
    return end > leaf.start and text[end - 1] not in CLOSERS


def bridge(text: str, leaves: list[Leaf], start: int) -> None:
    """Prose begins at `start`: page marks and the like before it stand inside a sentence that goes on here.

    It goes on where the prose before is open, or where a mark has no more blank lines about it than its own.
    """
    place = len(leaves)
    while place and leaves[place - 1].kind in FILLERS:
        place -= 1
    between = leaves[place:]
    kinds = {leaf.kind for leaf in between if leaf.kind not in _BLANK_LINES}
    if not kinds or not place:
        return
    lines = sum(text.count("\n", leaf.start, leaf.end) for leaf in between if leaf.kind in _BLANK_LINES)
    if leaves[place - 1].kind == "PARTED_PROSE":
        lines += _part(text, leaves, place - 1)
    if leaves[place - 1].kind != "PROSE":
        return
    goes_on = begins_lower(text, start) or not kinds.isdisjoint(_MARKS | _HEADS)
    if (goes_on and is_open(text, leaves[place - 1])) or (kinds <= _MARKS and lines <= BLANKS_OF_A_MARK):
        for leaf in leaves[place:]:
            leaf.kind = WITHIN.get(leaf.kind, leaf.kind)


def _part(text: str, leaves: list[Leaf], place: int) -> int:
    """Gives the blank lines behind a paragraph a leaf of their own; returns how many they are."""
    leaf = leaves[place]
    end = text.find("\n", content_end(text, leaf.start, leaf.end), leaf.end) + 1
    leaves.insert(place + 1, new_leaf("BLANK", end, leaf.end))
    leaf.kind, lines = "PROSE", text.count("\n", end, leaf.end)
    leaf.end = end
    return lines
