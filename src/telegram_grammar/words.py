"""Words and lines of a source: joining wrapped lines without changing a character of a word.

A word is a maximal run of characters other than blank, tab, no-break space, form feed, CR and LF (the design's law 5).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["BLANKS", "Joiner", "content", "joiner", "kept_lines"]

#: The characters that separate words.
BLANKS: Final = " \t\xa0\f\r\n"
#: `str.split()` parts words at these too, which belong to the words here.
_NOT_BLANKS: Final = tuple("\x0b\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u202f\u205f\u3000") + tuple(
    map(chr, range(0x2000, 0x200B))
)
_TO_BLANK: Final = str.maketrans({char: " " for char in BLANKS})

Joiner = Callable[[str], str]


def joiner(source: str) -> Joiner:
    """How to join the words of a piece of this source with single blanks: the fast way where it is exact."""
    for char in _NOT_BLANKS:
        if char in source:
            return _join_exactly
    return _join_fast


def _join_fast(piece: str) -> str:
    return " ".join(piece.split())


def _join_exactly(piece: str) -> str:
    return " ".join(word for word in piece.translate(_TO_BLANK).split(" ") if word)


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
