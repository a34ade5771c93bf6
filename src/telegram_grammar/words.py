"""Words and lines of a source: joining wrapped lines without changing a character of a word.

A word is a maximal run of characters other than blank, tab, no-break space, form feed, CR and LF (the design's law 5).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["BLANKS", "Joiner", "content", "joined", "joiner", "kept_lines"]

#: The characters that separate words.
BLANKS: Final = " \t\xa0\f\r\n"
_RARE_BLANKS: Final = "\t\xa0\f\r"
_TO_BLANK: Final = str.maketrans(dict.fromkeys(BLANKS, " "))

Joiner = Callable[[str], str]


def joiner(source: str) -> Joiner:
    """How to join the words of a piece of this source with single blanks: the fast way where it is exact."""
    for char in _RARE_BLANKS:
        if char in source:
            return _join_exactly
    return _join_fast


def _join_fast(piece: str) -> str:
    """For a source whose only blanks are the blank and LF: half the time of splitting it into words."""
    piece = piece.replace("\n", " ").strip(" ")
    while "  " in piece:
        piece = piece.replace("  ", " ")
    return piece


def _join_exactly(piece: str) -> str:
    return " ".join(word for word in piece.translate(_TO_BLANK).split(" ") if word)


def joined(piece: str) -> str:
    """The words of a piece with single blanks between them, whatever its blanks are."""
    # what is printable holds no blank but the space: this spares nearly all lines the translation
    if piece.isprintable() and "  " not in piece:
        return piece.strip(" ")
    return _join_exactly(piece)


def content(source: str, start: int, end: int) -> tuple[int, int]:
    """The range less the blanks and line ends around it."""
    while end > start and source[end - 1] in BLANKS:
        end -= 1
    while start < end and source[start] in BLANKS:
        start += 1
    return start, end


def kept_lines(source: str, start: int, end: int) -> str:
    """The lines as they stand, without blanks at their ends and without blank lines around them."""
    lines = [line.rstrip(BLANKS) for line in source[start:end].split("\n")]
    return "\n".join(lines).strip("\n")
