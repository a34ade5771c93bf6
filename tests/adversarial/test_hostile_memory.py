"""Memory is linear in the length of the text, and a small multiple of it where one line goes on and on."""

from __future__ import annotations

import tracemalloc
from typing import Final

import pytest

import telegram_grammar as tg

SIZE: Final = 100_000
#: The most that parsing may take of one long line, as a multiple of its length; a matcher that remembers each turn of
#: a repetition takes a hundred.
_MOST: Final = 10

_ABOVE: Final = "UNCLAS OSLO 000141\n\nE.O. 12958: N/A\nTAGS: SENV\nSUBJECT: ICE\n\n1. (U) The harbour is frozen.\n\n"


@pytest.mark.parametrize("piece", ["- ", "= ", "-", "(", "X", "1. ", "A. ", "word ", " ", "¶"])
def test_one_long_line_takes_a_small_multiple_of_its_length(piece: str) -> None:
    text = f"{_ABOVE}{piece * (SIZE // len(piece))}\n"
    tg.parse(_ABOVE)
    tracemalloc.start()
    try:
        tg.parse(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < _MOST * len(text)
