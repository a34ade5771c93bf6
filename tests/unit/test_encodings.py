"""What is decoded is encoded to the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telegram_grammar.encodings import decode, encode


@given(st.binary() | st.text().map(str.encode) | st.text(st.characters(max_codepoint=255)).map(str.encode))
@example(bytes(range(256)))
@example(b"\xef\xbb\xbfx")
def test_bytes_come_back(data: bytes) -> None:
    decoded = decode(data)
    assert encode(decoded.text, decoded.encoding) == data


def test_utf_8_else_cp1252() -> None:
    assert decode("é".encode()).encoding == "utf-8"
    decoded = decode(b"ab \x80\x81")
    assert (decoded.text, decoded.encoding, decoded.failed_at) == ("ab \u20ac\x81", "cp1252", 3)


@pytest.mark.parametrize(("text", "encoding"), [("\u0100", "cp1252"), ("\x99\u0100", "cp1252"), ("\ud800", "utf-8")])
def test_what_an_encoding_has_not_is_an_error(text: str, encoding: str) -> None:
    with pytest.raises(UnicodeEncodeError):
        encode(text, encoding)
