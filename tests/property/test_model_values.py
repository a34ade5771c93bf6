"""What holds of every cable that `parse` returns: clean values, frozen objects, and no word lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import example, given

import telegram_grammar as tg
from strategies import FIXTURES, any_text, near_valid_texts, spliced_texts
from telegram_grammar.text_head_fields import executive_order_words
from telegram_grammar.tree import Leaf, Node
from telegram_grammar.words import BLANKS, word_end, word_start

#: Attributes that keep their lines: what no field could read, what publishers added, preformatted text.
_OF_SEVERAL_LINES = {"text of Unread", "lines of Table", "notices of Cable"}


def strings(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """All strings of a cable, each with the attribute and class that hold it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item, where)
    elif attrs.has(kind := type(value)):
        for attribute in attrs.fields(kind):
            yield from strings(getattr(value, attribute.name), f"{attribute.name} of {kind.__name__}")


@given(any_text())
def test_values_hold_words_and_no_layout(text: str) -> None:
    for where, value in strings(tg.parse(text).cable):
        if where in _OF_SEVERAL_LINES:
            assert value.rstrip(BLANKS) == value, f"{where}: {value!r}"
            continue
        assert value.strip(BLANKS) == value, f"{where}: {value!r}"
        assert "  " not in value, f"{where}: {value!r}"
        assert not any(char in value for char in "\n\r\t\f\xa0"), f"{where}: {value!r}"


@given(any_text())
def test_a_cable_is_a_frozen_value(text: str) -> None:
    cable, again = tg.parse(text).cable, tg.parse(text).cable
    assert cable == again
    assert hash(cable) == hash(again)
    assert attrs.evolve(cable) == cable
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cable.subject = "another"  # type: ignore[misc]  # that it cannot be set is the test


def words(text: str) -> list[str]:
    """A word is a maximal run of characters other than blank, tab, no-break space, form feed, CR and LF."""
    return text.translate(dict.fromkeys(map(ord, BLANKS), " ")).split(" ")


#: Lines whose words are all value and no form.
_PROSE = {
    "PARTED_PROSE",
    "PROSE", "TEXT", "HEADLINE", "PLAIN_HEADING", "TABLE", "SIGNATURE", "OTHER_MESSAGE", "NOTICE", "DATE_LINE",
    "RECORD", "DISTRIBUTION",
}  # fmt: skip


def form(cable: tg.Cable) -> Counter[str]:
    """Words of a wrapped field that are form with a value in it, and that canonical text prints anew."""
    persons = [f"({tag.name})" for tag in cable.tags if tag.name]
    letters = [f"{one.letter}." for one in cable.references if one.letter]
    order = cable.executive_order
    line = executive_order_words(order) if isinstance(order, tg.ExecutiveOrder) else ""
    # words decide of prose, too, whether it begins with a marking
    marked = [cable.subject_marking, *(getattr(item, "marking", None) for item in cable.body)]
    markings = [f"({marking.text})" for marking in marked if marking is not None]
    return Counter(words(" ".join([*persons, *letters, line, *markings])))


def lost_words(text: str) -> Counter[str]:
    """Words of prose that are neither in the cable nor under a diagnostic's span."""
    document = tg.parse(text)

    def prose(leaf: Leaf) -> bool:
        return leaf.kind in _PROSE

    printed = Counter(
        word for leaf in document.leaves() if prose(leaf) for word in words(text[leaf.start : leaf.end]) if word
    )
    kept = Counter(word for _, value in strings(document.cable) for word in words(value))
    spans = [found.span for found in document.diagnostics]
    reported = Counter(word for span in spans for word in words(text[span.start : span.end]))
    within = Counter(
        piece for leaf in document.leaves() if prose(leaf) for piece, word in cut_words(text, leaf)
        if word in kept or word in reported
    )  # fmt: skip
    return printed - kept - reported - form(document.cable) - leads_of_remarks(document) - within


def leads_of_remarks(document: tg.Document) -> Counter[str]:
    """Numbers and markers of the first items, where text between the fields is read as items of the body."""
    nodes = [node for node in document.nodes.children if isinstance(node, Node)]
    parts = [part for node in nodes if node.kind == "text_head" for part in node.children if part.kind == "remark"]
    lines = sum(document.source.count("\n", part.start, part.end) + 1 for part in parts)
    items = document.cable.body[:lines]  # a line holds one lead at most
    numbers = [f"{item.number}." for item in items if isinstance(item, tg.Paragraph) and item.number is not None]
    markers = [item.marker for item in items if isinstance(item, tg.ListItem)]
    return Counter([*numbers, *markers])


def cut_words(text: str, leaf: Leaf) -> Iterator[tuple[str, str]]:
    """The words at the ends of a leaf that go on beyond it, each with the whole of it."""
    first, last = word_start(text, 0, leaf.start), word_end(text, leaf.end, len(text))
    if first < leaf.start:
        yield text[leaf.start : word_end(text, leaf.start, leaf.end)], text[first : word_end(text, leaf.start, last)]
    if leaf.end < last and text[leaf.end - 1] not in BLANKS:
        begin = word_start(text, first, leaf.end)
        yield text[max(begin, leaf.start) : leaf.end], text[begin:last]


@pytest.mark.parametrize("name", sorted(FIXTURES))
def test_no_word_of_a_fixture_is_lost(name: str) -> None:
    assert not lost_words(FIXTURES[name])


@given(near_valid_texts())
def test_no_word_of_a_damaged_telegram_is_lost(text: str) -> None:
    assert not lost_words(text)


@given(spliced_texts())
def test_no_word_of_spliced_telegrams_is_lost(text: str) -> None:
    assert not lost_words(text)


@given(any_text())
@example("(C) 1.")
@example("UNCLAS OSLO 1\n\nE.O. 12958: N/A\nTAGS: PREL\n\nREASON:\n1. 0\n")
def test_no_word_of_any_text_is_lost(text: str) -> None:
    assert not lost_words(text)
