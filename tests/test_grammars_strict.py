"""Every grammar is strict LALR(1): no conflict that Lark would resolve in silence, no two terminals that collide.

Lark looks for colliding terminals only where interegular is installed, which the extra `test` sees to.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lark import Token, Tree
from lark.exceptions import LarkError

from telegram_grammar import _lark

GRAMMARS: Final = sorted(path.stem for path in _lark.GRAMMARS.glob("*.lark"))

#: Grammars that no LALR parser runs, each with its reason.
NOT_LALR: Final = {
    "lines": "its rules are ordered choices: the first claim that fits wins, so claims may overlap",
}


def names_in(tree: Tree[Token]) -> Iterator[str]:
    """The names of the rules and terminals that a rule uses."""
    for value in tree.find_data("value"):
        symbol = value.children[0]
        if hasattr(symbol, "name"):
            yield str(symbol.name)


def start_symbols(grammar: str) -> list[str]:
    """The rules of a file that no other rule of it uses, imported ones aside: one for each field."""
    rules = _lark.load_rules(grammar).rules
    used = {name for rule, tree in rules.items() for name in names_in(tree) if name != rule}
    return sorted(rule for rule in rules if rule not in used and not rule.startswith("_") and "__" not in rule)


STARTS: Final = [
    pytest.param(grammar, start, id=f"{grammar}-{start}")
    for grammar in GRAMMARS
    if grammar not in NOT_LALR
    for start in start_symbols(grammar)
]


def test_collisions_of_terminals_are_looked_for() -> None:
    assert importlib.util.find_spec("interegular")


def test_exceptions_are_grammars_that_exist() -> None:
    assert set(NOT_LALR) <= set(GRAMMARS)


@pytest.mark.parametrize(
    "text",
    [
        # after a word, a blank may go on with the name or end it: shift and reduce
        'start: name [" " NAME]\nname: NAME (" " NAME)*\nNAME: /[A-Z]+/\n',
        # an A is both
        "start: FIRST | SECOND\nFIRST: /[A-Z]+/\nSECOND: /[A-F]+/\n",
    ],
    ids=["conflict", "collision"],
)
def test_the_check_refuses_what_is_not_strict(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "loose.lark").write_text(text, "utf-8")
    monkeypatch.setattr(_lark, "GRAMMARS", tmp_path)
    with pytest.raises(LarkError, match=r"Shift/Reduce conflict|Collision between Terminals"):
        _lark.lark_of("loose", "start", strict=True)


@pytest.mark.parametrize(("grammar", "start"), STARTS)
def test_grammar_is_strict(grammar: str, start: str) -> None:
    _lark.lark_of(grammar, start, strict=True)  # raises where it is not
