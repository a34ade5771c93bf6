"""What is said of a code is what its row holds, in both forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from attrs import evolve

from telegram_grammar import explanations
from telegram_grammar.codes import CODES, structure
from telegram_grammar.diagnostics import Code

ROW: Final = evolve(structure.SET_ASIDE, rewrites=False, drops=False, fixable=False, profiles=())


@pytest.mark.parametrize("form", [explanations.plain, explanations.markdown])
def test_both_forms_say_all(form: Callable[[Code], str]) -> None:
    for code in CODES.values():
        words = form(code)
        for part in (code.rationale, code.authority, explanations.message(code), explanations.profiles(code)):
            assert part in words


@pytest.mark.parametrize(
    ("rewrites", "drops", "said"),
    [
        (False, False, "keeps the words at this place"),
        (True, False, "rewrites the words at this place"),
        (False, True, "drops the words at this place"),
        (True, True, "rewrites or drops the words at this place"),
    ],
)
def test_says_what_becomes_of_the_words(rewrites: bool, drops: bool, said: str) -> None:
    assert f": {said}" in explanations.markdown(evolve(ROW, rewrites=rewrites, drops=drops))


def test_says_whether_there_is_a_safe_fix_and_in_which_profiles() -> None:
    assert "Fix: none that is safe" in explanations.markdown(ROW)
    assert "Fix: a safe one" in explanations.markdown(evolve(ROW, fixable=True))
    assert "Profiles: all" in explanations.markdown(ROW)
    assert "Profiles: 1970s, strict" in explanations.markdown(evolve(ROW, profiles=("1970s", "strict")))


def test_message_has_dots_for_the_words_of_a_diagnostic() -> None:
    assert explanations.message(evolve(ROW, message="{what} after {after} at {{0}}")) == "... after ... at {0}"


def test_an_example_that_is_empty_is_left_out() -> None:
    assert "But so" in explanations.plain(ROW)
    assert "But so" not in explanations.plain(evolve(ROW, good="\n"))


def test_every_code_has_a_family() -> None:
    assert {explanations.family(code) for code in CODES.values()} == set(explanations.FAMILIES.values())
