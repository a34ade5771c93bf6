"""Every production and every terminal of the grammars is reached by texts that are drawn; and every parser state ends.

Of the structure grammar, productions are counted as the parser applies them to drawn sequences of line kinds; of the
field grammars, as Lark applies them to drawn texts of each field. What is not reached is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lark import Lark
from lark.exceptions import LarkError

from telegram_grammar._lark import ParseTable, Reduction, declared_lark, lark_of, load_rules, parse_table
from telegram_grammar.testing import field_texts, structures

#: Enough draws to reach what is rare; the draws are the same each time.
drawn = settings(
    max_examples=400, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def _parts(rule: Any) -> set[str]:
    """A production by its parts: Lark makes one for each choice of what is optional, and there are thousands."""
    return {f"{rule.origin.name}: {symbol.name}" for symbol in rule.expansion}


#: Parts of the field grammars that a few hundred draws need not reach, each with its reason.
RARE: Final = frozenset(
    {
        # a class word damaged, drawn letter by letter, is mostly one that another alternative takes
        "_class_word: DAMAGED_UNCLASSIFIED", "DAMAGED_UNCLASSIFIED",
        # signs that stand between two parts which are optional themselves
        "_date: DATE_STOP", "DATE_STOP", "executive_order: MARKUP", "MARKUP",
        # a label without its colon, of which the label itself takes the blank otherwise
        "tags: _GAP", "_GAP",
    }
)  # fmt: skip


class Counting:
    """A Lark parser that counts the productions it applies and the terminals it lexes."""

    def __init__(self, parser: Lark) -> None:
        self.parser = parser
        self.used: set[str] = set()
        callbacks = parser.parser.parser.parser.callbacks
        for rule, callback in list(callbacks.items()):
            callbacks[rule] = self.counted(_parts(rule), callback)

    def counted(self, parts: set[str], callback: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def count(children: Any) -> Any:
            self.used |= parts
            return callback(children)

        return count

    def parse(self, text: str) -> None:
        try:
            interactive = self.parser.parse_interactive(text)
            for token in interactive.iter_parse():
                self.used.add(str(token.type))
            interactive.feed_eof()  # type: ignore[no-untyped-call]  # Lark does not annotate it
        except LarkError:
            return  # hypothesis draws by its own reading: what Lark lexes otherwise reaches nothing

    def missing(self) -> set[str]:
        rules = {part for rule in self.parser.rules for part in _parts(rule)}
        terminals = {str(terminal.name) for terminal in self.parser.terminals}
        return (rules | terminals) - self.used


def _start_symbols(grammar: str) -> list[str]:
    """The rules of a file that no other rule of it uses."""
    rules = load_rules(grammar).rules
    used = {
        str(value.children[0].name)
        for rule, tree in rules.items()
        for value in tree.find_data("value")
        if hasattr(value.children[0], "name") and value.children[0].name != rule
    }
    return sorted(rule for rule in rules if rule not in used and not rule.startswith("_") and "__" not in rule)


FIELDS: Final = [
    pytest.param(grammar, rule, id=f"{grammar}-{rule}")
    for grammar in ("heading", "text_head", "interpret")
    for rule in _start_symbols(grammar)
]


@pytest.mark.slow
@pytest.mark.parametrize(("grammar", "rule"), FIELDS)
def test_every_production_of_a_field_is_reached(grammar: str, rule: str) -> None:
    counting = Counting(lark_of(grammar, rule))

    @drawn
    @given(field_texts(grammar, rule, noise=True))
    def draw(text: str) -> None:
        counting.parse(text)

    draw()
    assert counting.missing() - RARE == set()


def test_every_production_of_the_structure_is_reached() -> None:
    parser = declared_lark("structure")
    used: set[tuple[str, tuple[str, ...]]] = set()
    by_length: dict[tuple[str, int], list[tuple[str, ...]]] = {}
    for rule in parser.rules:
        symbols = tuple(str(symbol.name) for symbol in rule.expansion)
        by_length.setdefault((str(rule.origin.name), len(symbols)), []).append(symbols)

    @settings(parent=drawn, max_examples=2500)
    @given(structures(noise=True))
    def draw(kinds: tuple[str, ...]) -> None:
        for rule, symbols in _productions(parse_table("structure"), kinds):
            used.add((rule, symbols))

    draw()
    known = {(rule, symbols) for (rule, _), lists in by_length.items() for symbols in lists}
    assert known - used == set()


def _productions(table: ParseTable, kinds: Iterable[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The productions that the parser applies to line kinds, with their symbols."""
    states, symbols = [table.start], [""]
    for kind in (*kinds, "$END"):
        while isinstance(action := table.actions[states[-1]].get(kind), Reduction):
            taken = tuple(symbols[len(symbols) - action.length :])
            yield action.rule, taken
            if action.length:
                del states[-action.length :], symbols[-action.length :]
            states.append(table.gotos[states[-1]][action.rule])
            symbols.append(action.rule)
            if kind == "$END" and states[-1] == table.end:
                return
        assert isinstance(action, int), f"{kind} cannot stand here"
        states.append(action)
        symbols.append(kind)


def test_from_every_parser_state_the_end_can_be_reached() -> None:
    """A text may stop anywhere: some lines always lead to its end, so that a repair by insertion exists."""
    table = parse_table("structure")
    forward = [
        {target for target in row.values() if isinstance(target, int)} | set(gotos.values())
        for row, gotos in zip(table.actions, table.gotos, strict=True)
    ]
    # where a production is closed, the parser goes back to a state that began it, and on from there
    reducing = {state for state, row in enumerate(table.actions) if any(isinstance(a, Reduction) for a in row.values())}
    ending = reducing | {table.end}
    while True:
        more = {state for state, targets in enumerate(forward) if state not in ending and targets & ending}
        if not more:
            break
        ending |= more
    assert ending == set(range(len(forward)))
