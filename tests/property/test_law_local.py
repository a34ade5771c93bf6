"""Law 7: other words inside a line of a paragraph leave the heading and all other items as they are."""

from __future__ import annotations

import re

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import telegram_grammar as tg
from strategies import FIXTURES, damaged, well_formed_texts

#: Words that say nothing to the grammar, of all lengths, so that a line keeps its length.
_NEUTRAL = [
    "a", "it", "our", "them", "early", "summer", "fishing", "quietly", "orchards", "gardening", "watercraft",
    "agriculture",
]  # fmt: skip
_REPLACED = re.compile(r"(?<=[a-z,] )[a-z]{2,10}(?= [a-z])")


def _lines(document: tg.Document) -> list[tuple[int, int, int]]:
    """The lines of paragraphs that hold a word to replace: item, begin, end."""
    found = []
    for place, item in enumerate(document.cable.body):
        if isinstance(item, tg.Paragraph):
            span = document.span_of(item)
            start = span.start
            while start < span.end:
                end = document.source.find("\n", start, span.end)
                end = span.end if end < 0 else end
                if _REPLACED.search(document.source, start, end):
                    found.append((place, start, end))
                start = end + 1
    return found


def assert_local(text: str, data: DataObject) -> None:
    document = tg.parse(text)
    lines = _lines(document)
    assume(lines)
    place, start, end = data.draw(st.sampled_from(lines))
    line = _REPLACED.sub(lambda word: data.draw(st.sampled_from(_NEUTRAL)), text[start:end])
    # whether a publisher joined the lines is seen from their length, for the whole text
    assume((len(line) > 95) == (end - start > 95))
    changed = tg.parse(text[:start] + line + text[end:]).cable
    item = document.cable.body[place]
    assert len(changed.body) == len(document.cable.body)
    other = changed.body[place]
    assert type(other) is type(item)
    assert isinstance(other, tg.Paragraph)
    assert isinstance(item, tg.Paragraph)
    assert (other.number, other.marking) == (item.number, item.marking)
    restored = tuple(item if index == place else part for index, part in enumerate(changed.body))
    # a section may begin in the paragraph: where, in characters, moves with its words
    starts = tuple(attrs.evolve(one, offset=0) for one in changed.section_starts)
    expected = tuple(attrs.evolve(one, offset=0) for one in document.cable.section_starts)
    assert starts == expected
    assert attrs.evolve(changed, body=restored, section_starts=document.cable.section_starts) == document.cable


@given(st.sampled_from(sorted(FIXTURES)), st.data())
def test_other_words_in_a_line_change_nothing_else(name: str, data: DataObject) -> None:
    assert_local(FIXTURES[name], data)


@given(well_formed_texts(), st.data())
def test_other_words_in_a_drawn_telegram_change_nothing_else(text: str, data: DataObject) -> None:
    assert_local(text, data)


@given(damaged(st.one_of(well_formed_texts(), st.sampled_from(sorted(FIXTURES)).map(FIXTURES.__getitem__))), st.data())
def test_other_words_in_a_damaged_telegram_change_nothing_else(text: str, data: DataObject) -> None:
    assert_local(text, data)
