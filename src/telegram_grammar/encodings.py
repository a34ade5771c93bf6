"""Bytes to text and back: UTF-8, else cp1252; no byte that a change does not touch comes back as another."""

from __future__ import annotations

import codecs
from typing import Final

from attrs import frozen

__all__ = ["Decoded", "decode", "encode"]

_UTF_8: Final = "utf-8"
_CP1252: Final = "cp1252"
_UNDEFINED: Final = "telegram_grammar.undefined"


def _as_latin_1(error: UnicodeError) -> tuple[str | bytes, int]:
    """For the five bytes that cp1252 leaves undefined: the control characters of Latin-1; and for those, the bytes."""
    if isinstance(error, UnicodeDecodeError):
        return error.object[error.start : error.end].decode("latin-1"), error.end
    assert isinstance(error, UnicodeEncodeError)  # the handler is used for nothing else
    character = error.object[error.start]
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1"), error.start + 1
    raise error


codecs.register_error(_UNDEFINED, _as_latin_1)


@frozen
class Decoded:
    """A text, and how it was read from bytes."""

    text: str
    #: "utf-8" or "cp1252".
    encoding: str
    #: The first byte that is no UTF-8, where the text is not read as UTF-8.
    failed_at: int | None = None


def decode(data: bytes) -> Decoded:
    """Reads bytes as UTF-8, and where they are not UTF-8 as cp1252. Never raises."""
    try:
        return Decoded(data.decode(_UTF_8), _UTF_8)
    except UnicodeDecodeError as error:
        return Decoded(data.decode(_CP1252, errors=_UNDEFINED), _CP1252, error.start)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text in the encoding in which it was read; for what `decode` gave, the bytes it was given.

    Raises UnicodeEncodeError where the text has letters that the encoding has not.
    """
    return text.encode(encoding, errors=_UNDEFINED if encoding == _CP1252 else "strict")
