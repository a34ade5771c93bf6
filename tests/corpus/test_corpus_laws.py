"""Laws 1 and 2, and the round trip through JSON, on every real cable."""

from __future__ import annotations

from pathlib import Path

import telegram_grammar as tg
from telegram_grammar.codes import CODES


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def test_leaves_tile_a_real_cable(corpus_path: Path) -> None:
    text = text_of(corpus_path)
    document = tg.parse(text)
    place = 0
    for leaf in document.leaves():
        assert leaf.start == place
        assert leaf.end >= leaf.start
        place = leaf.end
    assert place == len(text)
    assert "".join(text[leaf.start : leaf.end] for leaf in document.leaves()) == document.source == text


def test_a_real_cable_goes_through_json_unharmed(corpus_path: Path) -> None:
    cable = tg.parse(text_of(corpus_path)).cable
    assert tg.loads(tg.dumps(cable)) == cable


def test_diagnostics_of_a_real_cable_are_in_order_and_in_the_table(corpus_path: Path) -> None:
    text = text_of(corpus_path)
    found = tg.parse(text).diagnostics
    assert [(one.span.start, one.code) for one in found] == sorted((one.span.start, one.code) for one in found)
    for one in found:
        assert one.code in CODES
        assert 0 <= one.span.start <= one.span.end <= len(text)


def test_a_real_cable_is_one_message(corpus_path: Path) -> None:
    text = text_of(corpus_path)
    assert tg.messages(text) == (text,)


def test_a_real_cable_says_the_same_with_no_break_blanks(corpus_path: Path) -> None:
    text = text_of(corpus_path)
    assert tg.canonicalize(text.replace(" ", "\xa0")).split() == tg.canonicalize(text).split()


def test_every_item_of_a_real_cable_has_its_place(corpus_path: Path) -> None:
    document = tg.parse(text_of(corpus_path))
    before = 0
    for item in document.cable.body:
        span = document.span_of(item)
        assert span.start >= before
        before = span.end


def test_a_real_cable_read_in_halves_is_still_read(corpus_path: Path) -> None:
    text = text_of(corpus_path)
    for piece in (text[: len(text) // 2], text[len(text) // 2 :], text[: len(text) // 9]):
        assert "".join(piece[leaf.start : leaf.end] for leaf in tg.parse(piece).leaves()) == piece
