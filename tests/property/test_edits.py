"""Edits touch the lines of the changed attributes alone and read back as the cable that was asked for."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_grammar as tg
from edit_values import CHANGES, VALUES, changes_to, makes_edit
from strategies import FIXTURES, near_valid_texts
from telegram_grammar.testing import cable_texts, cables, conformant_cables, conformant_texts


@pytest.mark.parametrize("name", sorted(FIXTURES))
def test_of_a_fixture_each_attribute_in_turn(name: str) -> None:
    document = tg.parse(FIXTURES[name])
    for attribute in attrs.fields_dict(tg.Cable):
        assert document.replace(**{attribute: getattr(document.cable, attribute)}) is document
    for changes in changes_to(document.cable):
        makes_edit(document, changes)


@pytest.mark.parametrize("name", sorted(name for name in FIXTURES if name.startswith("conformant/full-header")))
def test_a_regular_text_carries_every_change(name: str) -> None:
    document = tg.parse(FIXTURES[name])
    assert [attribute for attribute, value in CHANGES.items() if not makes_edit(document, {attribute: value})] == []


@given(st.data(), st.sampled_from(sorted(FIXTURES)), st.sampled_from(sorted(VALUES)))
def test_of_a_fixture_an_attribute_takes_a_drawn_value(data: st.DataObject, name: str, attribute: str) -> None:
    document = tg.parse(FIXTURES[name])
    value = data.draw(VALUES[attribute])
    if attribute == "body":
        items = document.cable.body
        first, last = sorted((data.draw(st.integers(0, len(items))), data.draw(st.integers(0, len(items)))))
        value = (*items[:first], *value, *items[last:])
    makes_edit(document, {attribute: value})


@given(near_valid_texts(), st.data())
def test_of_a_damaged_text_an_attribute_is_changed_or_taken_out(text: str, data: st.DataObject) -> None:
    document = tg.parse(text)
    makes_edit(document, data.draw(st.sampled_from(list(changes_to(document.cable)))))


@given(cable_texts(), cables(), st.sampled_from(sorted(attrs.fields_dict(tg.Cable))))
def test_an_attribute_of_one_cable_is_put_into_the_text_of_another(text: str, other: tg.Cable, attribute: str) -> None:
    makes_edit(tg.parse(text), {attribute: getattr(other, attribute)})


@given(conformant_texts(), conformant_cables(), st.sampled_from(sorted(CHANGES)))
def test_a_regular_text_takes_what_its_canonical_text_would(text: str, other: tg.Cable, attribute: str) -> None:
    document = tg.parse(text)
    value = getattr(other, attribute)
    try:
        tg.render(attrs.evolve(document.cable, **{attribute: value}))
    except tg.RenderError:
        return
    assert makes_edit(document, {attribute: value})
