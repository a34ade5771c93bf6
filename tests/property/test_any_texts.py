"""Strategies for texts of which nothing is promised: what they start from, and that they draw what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

import telegram_grammar as tg
from telegram_grammar import testing

MINE: Final = "UNCLAS OSLO 000012\n\nSUBJECT: THE QUAY AND ITS CRANES\n\n1. (U) They hold.\n"
_ONCE: Final = settings(
    database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), max_examples=2000
)


@given(testing.everyday_texts())
def test_an_everyday_telegram_has_each_line_in_its_place(text: str) -> None:
    document = tg.parse(text)
    assert [one.code for one in document.diagnostics if one.code.startswith("TG0") and one.code != "TG001"] == []
    assert document.cable.dtg is not None
    assert document.cable.classification is not None
    assert document.cable.subject is not None
    assert document.cable.unread == ()


@pytest.mark.parametrize("strategy", [testing.near_valid_texts, testing.spliced_texts, testing.any_texts])
def test_damage_starts_from_the_texts_that_are_given(strategy: Callable[..., SearchStrategy[str]]) -> None:
    text = find(
        strategy(st.just(MINE)), lambda text: "THE QUAY AND ITS CRANES" in text and text != MINE, settings=_ONCE
    )
    tg.parse(text)
    with pytest.raises(NoSuchExample):
        find(strategy(), lambda text: "CRANES" in text, settings=settings(_ONCE, max_examples=30))


@given(testing.garbled(st.just(MINE)))
def test_a_garbled_text_keeps_the_laws(text: str) -> None:
    testing.assert_laws(text)


def test_each_sort_of_text_is_on_the_page_that_tells_of_the_strategies() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "testing.md").read_text("utf-8")
    strategies = {name for name in testing.__all__ if name.islower() and name != "assert_laws"}
    inner = {"field_texts", "line_of_kind", "structures"}  # the grammars' own, for tests of this project
    assert [name for name in sorted(strategies - inner) if f"`{name}(" not in page] == []
