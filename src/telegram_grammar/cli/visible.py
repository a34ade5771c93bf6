"""Text of a cable made fit for a terminal: one line, and nothing in it that could steer the terminal."""

from __future__ import annotations

from typing import Final

__all__ = ["one_line", "shortened", "visible"]

_NO_BREAK_SPACE: Final = 0xA0
#: Control characters by the pictures that Unicode has for them; what has none, and what turns the direction of writing
#: round, by the replacement character. A tab takes one column, so that columns can be counted.
_PICTURES: Final = (
    {code: 0x2400 + code for code in range(0x20)}
    | {0x7F: 0x2421, ord("\t"): " ", _NO_BREAK_SPACE: " "}
    | dict.fromkeys(
        (*range(0x80, 0xA0), *range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
    )
)


def visible(text: str) -> str:
    """The text with each control character as one printable character."""
    return text.translate(_PICTURES)


def shortened(text: str, most: int) -> str:
    """The text if it is not longer, else its beginning and how long it is."""
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"


def one_line(text: str) -> str:
    """The text with blanks and line breaks as single blanks."""
    return visible(" ".join(text.split()))
