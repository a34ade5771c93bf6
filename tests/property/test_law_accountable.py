"""Law 6: damage is accounted for at its place; and a conformant cable gives no rule anything to say."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import telegram_grammar as tg
from telegram_grammar.testing import OPERATORS, Damage, conformant_texts, damaged

unhurried = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@unhurried
@given(conformant_texts())
def test_conformant_text_gives_neither_error_nor_warning(text: str) -> None:
    assert [one for one in tg.check(text) if one.severity is not tg.Severity.INFORMATION] == []


@unhurried
@given(damaged())
def test_damage_is_found_at_its_lines(damage: Damage) -> None:
    if damage.codes:
        assert damage.found(), f"{damage.operator}, line {damage.line}: none of {sorted(damage.codes)}"


@unhurried
@given(damaged())
def test_damage_keeps_what_it_says(damage: Damage) -> None:
    before, behind = tg.parse(damage.source).cable, tg.parse(damage.damaged).cable
    for name in damage.keeps:
        assert getattr(behind, name) == getattr(before, name), f"{damage.operator}: {name}"


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_each_operator_has_places_and_states_something(name: str) -> None:
    drawn: list[Damage] = []

    @settings(max_examples=8, database=None, suppress_health_check=list(HealthCheck))
    @given(damaged(operators=(name,)))
    def draw(damage: Damage) -> None:
        drawn.append(damage)

    draw()
    assert drawn
    assert all(damage.operator == name and damage.damaged != damage.source for damage in drawn)
    assert all(damage.codes or damage.keeps for damage in drawn)
