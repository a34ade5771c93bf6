"""Law 8: what is split into sections joins to the whole, in any order of the parts; and the wire form reads back."""

from __future__ import annotations

import random
from itertools import count

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import telegram_grammar as tg
from telegram_grammar.rendering.heading import transmission_lines
from telegram_grammar.rendering.wire import in_capitals
from telegram_grammar.testing import cable_texts, cables, conformant_cables, damaged

unhurried = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
few = settings(unhurried, max_examples=max(settings().max_examples // 5, 1))


def assert_joins(cable: tg.Cable, order: random.Random) -> None:
    whole, parts = tg.sectioned(cable), list(tg.split(cable))
    order.shuffle(parts)
    assert tg.join(parts) == whole
    assert tg.sectioned(whole) == whole
    if cable.section_starts and cable.section is not None:
        assert evolve(whole, unread=()) == evolve(cable, unread=())
    if len(parts) == 1:
        assert whole == cable


@unhurried
@given(cables(), st.randoms())
def test_drawn_cables_join(cable: tg.Cable, order: random.Random) -> None:
    assert_joins(cable, order)


@unhurried
@given(st.one_of(cable_texts(noise=True), damaged().map(lambda damage: damage.damaged)), st.randoms())
def test_cables_of_drawn_and_damaged_texts_join(text: str, order: random.Random) -> None:
    assert_joins(tg.parse(text).cable, order)


@st.composite
def with_any_starts(draw: st.DrawFn) -> tg.Cable:
    """A cable with marks at any places: sections out of order, repeated, without text, with pages."""
    cable = draw(cables().filter(lambda cable: cable.classification is not None and cable.body))
    places = [
        (index, offset)
        for index, item in enumerate([*cable.body, None])
        for offset in (0, *_word_starts(item))
    ]  # fmt: skip
    chosen = sorted(draw(st.lists(st.sampled_from(places), min_size=1, max_size=5)))
    starts = tuple(
        tg.SectionStart(draw(st.integers(1, 5)), item, offset, draw(st.sampled_from([None, None, "2"])))
        for item, offset in chosen
    )
    return evolve(cable, section=tg.Section(draw(st.integers(1, 2)), 5), section_starts=starts)


def _word_starts(item: tg.BodyItem | None) -> list[int]:
    """Where a word begins behind another, and is not held to it by a hyphen."""
    if not isinstance(item, tg.Paragraph | tg.ListItem):
        return []
    text = item.text
    return [place + 1 for place, sign in enumerate(text) if place and sign == " " and text[place - 1] != "-"]


@unhurried
@given(with_any_starts(), st.randoms())
def test_starts_at_any_place_come_back(cable: tg.Cable, order: random.Random) -> None:
    try:
        tg.sectioned(cable)
    except tg.RenderError:
        places = [(start.item, start.offset) for start in cable.section_starts]
        assert len(set(places)) < len(places)  # sections without text between may not be told apart
        return
    assert_joins(cable, order)


@st.composite
def long_cables(draw: st.DrawFn) -> tg.Cable:
    """A well-formed cable of some hundred lines."""
    cable = draw(conformant_cables(size=8))
    numbers = count(1)
    body = [
        evolve(item, number=next(numbers)) if isinstance(item, tg.Paragraph) and item.number is not None else item
        for _ in range(draw(st.integers(20, 60)))
        for item in cable.body
        if not isinstance(item, tg.Table | tg.Ruler)
    ]
    transmission = evolve(cable.transmission, section=None) if cable.transmission is not None else None
    return evolve(cable, body=tuple(body), section=None, section_starts=(), transmission=transmission)


@few
@given(long_cables(), st.randoms())
def test_each_section_of_a_long_cable_is_a_message_of_a_hundred_lines(cable: tg.Cable, order: random.Random) -> None:
    try:
        diagnostics = tg.parse(tg.render(cable)).diagnostics
    except tg.RenderError:
        return  # items that another one may not follow
    assert_joins(cable, order)
    for part in tg.split(cable):
        text = tg.render(part)
        document = tg.parse(text)
        assert document.cable == part
        assert {one.code for one in document.diagnostics} <= {one.code for one in diagnostics}
        heading = len(transmission_lines(part.transmission)) if part.transmission is not None else 0
        assert text.count("\n") - heading <= 100
    assert tg.join([tg.render(part) for part in tg.split(cable)]) == tg.sectioned(cable)


@unhurried
@given(cables())
def test_wire_form_reads_back_in_capitals(cable: tg.Cable) -> None:
    try:
        text = tg.render(cable, wire=True)
    except tg.RenderError:
        return
    assert tg.parse(text).cable == in_capitals(cable)
    lines = text.split("\r\r\n")
    assert max(map(len, lines)) <= 69
    assert not set("".join(lines)) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-?:().,/' #")
