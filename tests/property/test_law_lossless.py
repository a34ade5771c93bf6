"""Law 2: the leaves tile the source; every part of the cable leads to its place there, and back."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from hypothesis import given

import telegram_grammar as tg
from strategies import any_text, line_soup, near_valid_texts, spliced_texts
from telegram_grammar.codes import CODES
from telegram_grammar.markup import unmarked
from telegram_grammar.parser import scan
from telegram_grammar.structure import RepairKind, structure


def assert_tiled(text: str) -> None:
    document = tg.parse(text)
    repairs = structure(scan(unmarked(text)), len(text)).repairs
    inserted = {repair.leaf.start for repair in repairs if repair.kind is RepairKind.INSERT}
    place = 0
    for leaf in document.leaves():
        assert leaf.start == place, f"{leaf.kind} begins at {leaf.start}, not at {place}"
        assert leaf.end >= leaf.start
        # what is missing has no width: a line, or the text behind a paragraph's number
        missing = leaf.start in inserted or leaf.kind == "PROSE"
        assert leaf.end > leaf.start or missing, f"{leaf.kind} at {leaf.start} has no width"
        place = leaf.end
    assert place == len(text)
    assert "".join(text[leaf.start : leaf.end] for leaf in document.leaves()) == document.source == text


@given(any_text())
def test_leaves_tile_any_text(text: str) -> None:
    assert_tiled(text)


@given(near_valid_texts())
def test_leaves_tile_a_damaged_telegram(text: str) -> None:
    assert_tiled(text)


@given(spliced_texts())
def test_leaves_tile_pieces_of_telegrams(text: str) -> None:
    assert_tiled(text)


@given(line_soup())
def test_leaves_tile_lines_in_any_order(text: str) -> None:
    assert_tiled(text)


@given(any_text())
def test_nodes_span_their_leaves(text: str) -> None:
    stack: list[tg.Node | tg.Leaf] = [tg.parse(text).nodes]
    while stack:
        part = stack.pop()
        if isinstance(part, tg.Node) and part.children:
            leaves = list(part.leaves())
            assert (part.start, part.end) == (leaves[0].start, leaves[-1].end)
            stack.extend(part.children)


def model_objects(value: object) -> Iterator[object]:
    """All attrs objects below the cable."""
    if isinstance(value, tuple):
        for item in value:
            yield from model_objects(item)
    elif attrs.has(kind := type(value)):
        yield value
        for attribute in attrs.fields(kind):
            yield from model_objects(getattr(value, attribute.name))


@given(any_text())
def test_every_part_of_the_cable_has_its_place(text: str) -> None:
    document = tg.parse(text)
    for part in model_objects(document.cable):
        span = document.span_of(part)
        assert 0 <= span.start <= span.end <= len(text), f"{part!r}: {span}"
        assert document.text_of(part) == text[span.start : span.end]
    for attribute in attrs.fields(tg.Cable):
        value = getattr(document.cable, attribute.name)
        names = [attribute.name]
        if isinstance(value, tuple):
            names = [f"{attribute.name}[{place}]" for place in range(len(value))]
        if attribute.name in ("references", "tags"):
            continue  # read from one line together
        for name in names if value not in (None, ()) else []:
            span = document.span_of(name)
            assert 0 <= span.start <= span.end <= len(text)


@given(near_valid_texts())
def test_what_stands_at_an_offset_spans_it(text: str) -> None:
    document = tg.parse(text)
    for offset in range(0, len(text), max(1, len(text) // 40)):
        part = document.at(offset)
        if attrs.has(type(part)):
            span = document.span_of(part)
            assert span.start <= offset < span.end


@given(any_text())
def test_diagnostics_are_in_order_and_in_the_table(text: str) -> None:
    found = tg.parse(text).diagnostics
    order = [(one.span.start, one.code) for one in found]
    assert order == sorted(order)
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(text), one
        code = CODES[one.code]
        assert one.severity is code.severity
        assert one.rule == code.name
        assert one.message


@given(any_text())
def test_nothing_is_reported_twice(text: str) -> None:
    for found in (tg.parse(text).diagnostics, tg.check(text)):
        told = [(one.code, one.span, one.message) for one in found]
        assert len(told) == len(set(told)), [one for one in told if told.count(one) > 1]
