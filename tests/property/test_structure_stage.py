"""The structure stage alone: total for any line kinds, and just the language that Lark reads from the same grammar."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from hypothesis.strategies import DrawFn
from lark import Lark, Token, Tree, UnexpectedInput
from lark.lexer import Lexer

from telegram_grammar._lark import GRAMMARS, parse_table
from telegram_grammar.structure import _EXTRAS, RepairKind, structure
from telegram_grammar.tree import Leaf, Node, new_leaf

SOURCE = (GRAMMARS / "structure.lark").read_text("utf-8")
#: All declared kinds, in a fixed order.
KINDS = sorted({kind for row in parse_table("structure").actions for kind in row if not kind.startswith("$")})


def leaves_of(kinds: list[str]) -> list[Leaf]:
    """Leaves of these kinds, three characters each."""
    return [new_leaf(kind, 3 * place, 3 * place + 3) for place, kind in enumerate(kinds)]


@st.composite
def likely_kinds(draw: DrawFn) -> list[str]:
    """Kinds as the grammar has them, with some deleted, repeated, swapped or put in."""
    kinds = draw(grammatical())
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(kinds)))
        gone = draw(st.integers(0, 2))
        kinds[place : place + gone] = draw(st.lists(st.sampled_from([*KINDS, *sorted(_EXTRAS)]), max_size=2))
    return kinds


@functools.cache
def grammatical() -> st.SearchStrategy[list[str]]:
    """Sequences of kinds drawn from the grammar by hypothesis's own reading of it."""
    names = Lark(SOURCE, parser="lalr", lexer=Kinds)
    drawn = from_lark(names, explicit={kind: st.just(kind + " ") for kind in KINDS})
    return drawn.map(str.split)


class Kinds(Lexer):
    """Hands Lark the kinds as they are; there is no text to lex."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: object) -> None:
        """Nothing of Lark's configuration is needed."""

    def lex(self, lexer_state: Any, parser_state: object) -> Iterator[Token]:
        text = lexer_state.text.text if hasattr(lexer_state.text, "text") else lexer_state.text
        for place, kind in enumerate(text.split()):
            yield Token(kind, str(place))


@functools.cache
def lark() -> Lark:
    return Lark(SOURCE, parser="lalr", lexer=Kinds, maybe_placeholders=False)


def shape(part: object) -> object:
    """Names and places, the same for both trees."""
    if isinstance(part, Tree):
        return (str(part.data), [shape(child) for child in part.children])
    if isinstance(part, Node):
        return (part.kind, [shape(child) for child in part.children])
    if isinstance(part, Token):
        return (part.type, int(part))
    assert isinstance(part, Leaf)
    return (part.kind, part.start // 3)


def read_by_lark(kinds: list[str]) -> object:
    """The shape of Lark's tree, or None where it refuses."""
    try:
        return shape(lark().parse(" ".join(kinds)))
    except UnexpectedInput:
        return None


def assert_total(kinds: list[str]) -> None:
    leaves = leaves_of(kinds)
    found = structure(leaves, 3 * len(leaves))
    missing = {id(repair.leaf) for repair in found.repairs if repair.kind is RepairKind.INSERT}
    as_text = {repair.leaf.start for repair in found.repairs if repair.kind is RepairKind.READ_AS_TEXT}
    held = [leaf for leaf in found.root.leaves() if id(leaf) not in missing]
    assert [(leaf.start, leaf.end) for leaf in held] == [(leaf.start, leaf.end) for leaf in leaves]
    for leaf, original in zip(held, leaves, strict=True):
        assert leaf is original or (leaf.kind == "TEXT" and leaf.start in as_text)
    starts = [leaf.start for leaf in found.root.leaves()]
    assert starts == sorted(starts)
    assert all(leaf.start == leaf.end for leaf in found.root.leaves() if id(leaf) in missing)


@given(st.lists(st.sampled_from([*KINDS, *sorted(_EXTRAS), "NO_SUCH_KIND"]), max_size=60))
def test_any_kinds_give_a_tree_that_holds_each_once(kinds: list[str]) -> None:
    assert_total(kinds)


@given(likely_kinds())
def test_damaged_structures_give_a_tree_that_holds_each_once(kinds: list[str]) -> None:
    assert_total(kinds)


def assert_same_as_lark(kinds: list[str]) -> None:
    found = structure(leaves_of(kinds), 3 * len(kinds))
    expected = read_by_lark(kinds)
    assert (expected is not None) == (not found.repairs), kinds
    if expected is not None:
        assert shape(found.root) == expected


@given(grammatical())
def test_grammatical_kinds_take_no_repair_and_give_larks_tree(kinds: list[str]) -> None:
    assert read_by_lark(kinds) is not None
    assert_same_as_lark(kinds)


@given(likely_kinds().map(lambda kinds: [kind for kind in kinds if kind not in _EXTRAS]))
def test_repairs_are_made_just_where_lark_refuses(kinds: list[str]) -> None:
    assert_same_as_lark(kinds)


@given(st.lists(st.sampled_from(KINDS), max_size=12))
def test_any_kinds_are_refused_and_repaired_alike(kinds: list[str]) -> None:
    assert_same_as_lark(kinds)


def test_every_kind_that_a_scanner_mode_gives_is_known() -> None:
    """A kind that the grammar does not know could only ever be set aside."""
    assert {"PARAGRAPH_NUMBER", "PROSE", "CLASS", "TEXT", "BLANK"} <= set(KINDS)
    assert not _EXTRAS & set(KINDS)
