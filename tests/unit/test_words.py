"""Words and lines: joined without changing a character of a word."""

from __future__ import annotations

import pytest

from telegram_grammar.words import BLANKS, are_joined, content, is_joined, joined, kept_lines, one_line, words_of


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("one two", "one two"),
        ("  one \n two  ", "one two"),
        ("one\n\n\ntwo", "one two"),
        ("one\ttwo", "one two"),
        ("one\r\ntwo\r", "one two"),
        ("one\ftwo", "one two"),
        ("one\xa0two", "one two"),
        ("one\r\n two\f", "one two"),
        ("one     \n     two", "one two"),
        ("", ""),
        (" \n ", ""),
        ("one\u2003two", "one\u2003two"),
        ("one\x0btwo\x85three", "one\x0btwo\x85three"),
    ],
)
def test_words_are_joined_with_single_blanks(piece: str, words: str) -> None:
    assert words_of(piece, one_line(piece))(0, len(piece)) == words


@pytest.mark.parametrize(
    "piece",
    [
        "",
        "one",
        "one two",
        " one",
        "one ",
        "one  two",
        "one\ttwo",
        "one\n",
        "\rone",
        "one\ftwo",
        "one\xa0two",
        "a\u2003b",
    ],
)
def test_a_piece_is_joined_where_joining_changes_nothing(piece: str) -> None:
    assert is_joined(piece) == (joined(piece) == piece)


def test_fast_and_exact_joining_agree() -> None:
    piece = "  one \n two   three\n\n four "
    fast, exact = words_of(piece, one_line(piece)), words_of(piece, None)
    assert fast(0, len(piece)) == exact(0, len(piece)) == "one two three four"


def test_blanks_are_those_of_the_telegram_alone() -> None:
    assert set(BLANKS) == {" ", "\t", "\xa0", "\f", "\r", "\n"}


@pytest.mark.parametrize(
    ("source", "start", "end", "found"),
    [
        (" one ", 0, 5, (1, 4)),
        ("one", 0, 3, (0, 3)),
        ("\r\n one\xa0\f", 0, 8, (3, 6)),
        ("   ", 0, 3, (0, 0)),
        ("a   b", 1, 4, (1, 1)),
        ("", 0, 0, (0, 0)),
    ],
)
def test_content_is_the_range_without_blanks_around_it(
    source: str, start: int, end: int, found: tuple[int, int]
) -> None:
    assert content(source, start, end) == found


def test_kept_lines_keep_their_layout_but_for_blanks_at_their_ends() -> None:
    source = "\n  Port   2006  \r\nTema\t8,112\n\n Keta \n\n"
    assert kept_lines(source, 0, len(source)) == "  Port   2006\nTema\t8,112\n\n Keta"


def test_kept_lines_end_at_lf_only() -> None:
    assert kept_lines("a\x0bb\u2028c", 0, 5) == "a\x0bb\u2028c"


PIECES = ["", "a", "a b", " a", "a ", "a  b", "a\nb", "a\tb", "a\xa0b", "a\fb", "a\rb", "é", "a\x0bb", "\n", " "]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_piece_is_joined_where_a_short_one_is(piece: str) -> None:
    assert is_joined(f"{'b' * 120}{piece}{'b' * 120}") == is_joined(f"b{piece}b")


@pytest.mark.parametrize("one", PIECES)
@pytest.mark.parametrize("other", PIECES)
def test_pieces_are_joined_where_each_is(one: str, other: str) -> None:
    assert are_joined([one, other]) == all(piece and is_joined(piece) for piece in (one, other))
    assert are_joined([one]) == bool(one and is_joined(one))
