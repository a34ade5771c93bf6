"""Words and lines of a source: joining wrapped lines without changing a character of a word.

A word is a maximal run of characters other than blank, tab, no-break space, form feed, CR and LF.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

__all__ = [
    "BLANKS",
    "WordsOf",
    "are_joined",
    "begins_line",
    "begins_lower",
    "content",
    "content_end",
    "content_start",
    "is_joined",
    "is_longer",
    "joined",
    "kept_lines",
    "last_line_start",
    "one_line",
    "single",
    "word_end",
    "word_start",
    "words",
    "words_of",
]

#: The characters that separate words.
BLANKS: Final = " \t\xa0\f\r\n"
_RARE_BLANKS: Final = "\t\xa0\f\r"
_NO_SPACE: Final = "\n" + _RARE_BLANKS
_AT_TOP: Final = f"{BLANKS}\ufeff"
#: Longer pieces are more than a line.
_LINE: Final = 100
_TO_BLANK: Final = str.maketrans(dict.fromkeys(BLANKS, " "))

WordsOf: TypeAlias = Callable[[int, int], str]


def one_line(source: str) -> str | None:
    """A source on one line, so that offsets are its own; None where it has other blanks than spaces and line ends."""
    for char in _RARE_BLANKS:
        if char in source:
            return None
    return source.replace("\n", " ")


def words_of(source: str, line: str | None) -> WordsOf:
    """What gives the words of a range of a source with single blanks between them; the fast way where it has `line`."""
    if line is None:
        return lambda start, end: _join_exactly(source[start:end])

    def read(start: int, end: int) -> str:
        piece = line[start:end].strip(" ")
        return single(piece) if "  " in piece else piece

    return read


def single(piece: str) -> str:
    """A piece, of which a word begins and ends, with single blanks: sooner than word for word, for most are single."""
    return " ".join([part.rstrip(" ") for part in piece.rsplit("  ") if part])  # from the end it is parted sooner


def _join_exactly(piece: str) -> str:
    return " ".join(words(piece))


def joined(piece: str) -> str:
    """The words of a piece with single blanks between them, whatever its blanks are."""
    # what is printable holds no blank but the space: this spares nearly all pieces the translation
    if "\n" in piece:
        piece = piece.replace("\n", " ")
    if piece.isprintable():
        piece = piece.strip(" ")
        return single(piece) if "  " in piece else piece
    return _join_exactly(piece)


def is_joined(piece: str) -> bool:
    """Whether a piece is its words with single blanks between them: `joined(piece) == piece`, told sooner."""
    # `split` knows more blanks than there are here: where it finds only single ones, that is all there are
    if len(piece) <= _LINE and " ".join(piece.split()) == piece:
        return True
    for char in _NO_SPACE:
        if char in piece:
            return False
    return "  " not in piece and piece[:1] != " " and piece[-1:] != " "


def are_joined(pieces: Sequence[str]) -> bool:
    """Whether `is_joined` holds for each of some pieces, and none is empty: most of it is asked of all at once."""
    whole = "\n".join(pieces)
    for char in _RARE_BLANKS:
        if char in whole:
            return False
    if "  " in whole or whole.count("\n") >= max(len(pieces), 1):
        return False
    return not [piece for piece in pieces if not piece or piece[0] == " " or piece[-1] == " "]


def words(piece: str) -> list[str]:
    """The words of a piece. (`str.split()` also splits at characters that are no blanks here.)"""
    blank = piece if piece.isprintable() else piece.translate(_TO_BLANK)  # as in `joined`
    return [word for word in blank.split(" ") if word]


def word_end(source: str, place: int, end: int) -> int:
    """Where the word ends that `place` is in or behind."""
    while place < end and source[place] not in BLANKS:
        place += 1
    return place


def word_start(source: str, start: int, place: int) -> int:
    """Where the word begins that ends at `place`, or `place` where none does."""
    while place > start and source[place - 1] not in BLANKS:
        place -= 1
    return place


def begins_line(source: str, place: int) -> bool:
    """Whether nothing but blanks stands before a place on its line."""
    while place and source[place - 1] in BLANKS and source[place - 1] != "\n":
        place -= 1
    if not place or source[place - 1] == "\n":
        return True
    while place and source[place - 1] in _AT_TOP:  # a byte order mark is nothing at the very top
        place -= 1
    return not place


def last_line_start(text: str, start: int, end: int) -> int:
    """Where the last line of text[start:end] begins; a line end at the very end does not count."""
    return max(text.rfind("\n", start, end - 1) + 1, start)


def begins_lower(source: str, place: int) -> bool:
    """Whether the words from a place on begin in lower case, whatever blanks stand before them."""
    if source[place] in BLANKS:
        place = content_start(source, place, len(source))
    return source[place : place + 1].islower()


def is_longer(source: str, start: int, end: int, most: int) -> bool:
    """Whether a range has more characters without the blanks at the ends of its lines: what is unread has none."""
    while end - start > most:
        stop = source.find("\n", start, end)
        if stop < 0:
            return content_end(source, start, end) - start > most
        most -= content_end(source, start, stop) + 1 - start
        if most < 0:
            return True
        start = stop + 1
    return False


def content_start(source: str, start: int, end: int) -> int:
    """The first place of a range that is no blank; its end where there is none."""
    while start < end and source[start] in BLANKS:
        start += 1
    return start


def content_end(source: str, start: int, end: int) -> int:
    """The place behind the last character of a range that is no blank; its start where there is none."""
    while end > start and source[end - 1] in BLANKS:
        end -= 1
    return end


def content(source: str, start: int, end: int) -> tuple[int, int]:
    """The range less the blanks and line ends around it."""
    # asked for every line: both ends are looked at here, which saves two calls
    while end > start and source[end - 1] in BLANKS:
        end -= 1
    while start < end and source[start] in BLANKS:
        start += 1
    return start, end


def kept_lines(source: str, start: int, end: int) -> str:
    """The lines as they stand, without blanks at their ends and without blank lines around them."""
    lines = [line.rstrip(BLANKS) for line in source[start:end].split("\n")]
    return "\n".join(lines).strip("\n")
