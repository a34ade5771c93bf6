"""Law 3, reading: a well-formed text, drawn from the grammars, parses with no repair and no diagnostic."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import telegram_grammar as tg
from telegram_grammar.testing import cable_texts, cables, conformant_cables, line_of_kind

#: The first draw builds the grammars for hypothesis, some seconds on a slow machine.
unhurried = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@unhurried
@given(cable_texts())
def test_a_well_formed_text_parses_with_no_diagnostic(text: str) -> None:
    assert tg.parse(text).diagnostics == ()


@unhurried
@given(cable_texts(noise=True))
def test_a_text_with_optional_forms_parses_with_no_repair(text: str) -> None:
    assert [found for found in tg.parse(text).diagnostics if found.code.startswith("TG0")] == []


@unhurried
@given(line_of_kind("STATION", noise=True))
def test_a_line_is_of_its_kind(line: str) -> None:
    leaves = list(tg.parse(f"{line}\n").leaves())
    assert "STATION" in [leaf.kind for leaf in leaves]


@given(cables())
def test_a_drawn_cable_is_a_cable(cable: tg.Cable) -> None:
    assert isinstance(cable, tg.Cable)
    assert tg.from_dict(tg.to_dict(cable)) == cable


@pytest.mark.parametrize(
    "kind", [tg.Cable, tg.Transmission, tg.Addressee, tg.ExecutiveOrder, tg.Tag, tg.Paragraph, tg.ListItem, tg.Table]
)
def test_hypothesis_knows_how_to_draw_the_model(kind: type) -> None:
    drawn: list[object] = []

    @settings(max_examples=5, database=None)
    @given(st.from_type(kind))
    def draw(value: object) -> None:
        drawn.append(value)

    draw()
    assert drawn
    assert all(isinstance(value, kind) for value in drawn)


@unhurried
@given(cables())
def test_canonical_text_carries_every_drawn_cable(cable: tg.Cable) -> None:
    assert tg.parse(tg.render(cable)).cable == cable


@unhurried
@given(conformant_cables())
def test_the_text_of_a_conformant_cable_gives_no_structural_diagnostic(cable: tg.Cable) -> None:
    document = tg.parse(tg.render(cable))
    assert document.cable == cable
    assert {found.code for found in document.diagnostics} <= {"TG406"}  # a page mark is always reported
