"""The one place that touches Lark: it reads the `.lark` files, and its parse table is taken from it here.

Lark is imported when a grammar is first needed, never when the package is imported.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

if TYPE_CHECKING:
    from lark import Lark, Tree
    from lark.lexer import Pattern, Token

__all__ = ["GRAMMARS", "FieldRules", "ParseTable", "Reduction", "declared_lark", "lark_of", "load_rules", "parse_table"]


def _folder() -> Path:
    """Where the grammar files are: inside the installed package, or beside `src` in a work tree."""
    inside = Path(__file__).parent / "grammars"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "grammars"


GRAMMARS: Final = _folder()


@frozen
class FieldRules:
    """A grammar file after its imports are resolved: each rule's EBNF tree and each terminal's pattern."""

    rules: Mapping[str, Tree[Token]]
    terminals: Mapping[str, str]
    patterns: Mapping[str, Pattern]

    def is_fixed(self, terminal: str) -> bool:
        """Whether all matches of a terminal are of one length."""
        pattern = self.patterns[terminal]
        return pattern.min_width == pattern.max_width


@functools.cache
def load_rules(name: str) -> FieldRules:
    """The rules and terminals of `grammars/<name>.lark`, with no parse table built."""
    from lark.load_grammar import Grammar, load_grammar

    path = GRAMMARS / f"{name}.lark"
    grammar, _ = load_grammar(path.read_text("utf-8"), str(path), [], True)  # type: ignore[no-untyped-call]  # Lark does not annotate it
    rules = {str(rule): tree for rule, _, tree, _ in grammar.rule_defs}
    # compiled without the rules, which is what takes time: of them the trees are wanted, as they are
    defined, _, _ = Grammar([], grammar.term_defs, grammar.ignore).compile([], "*")
    patterns = {str(t.name): t.pattern for t in defined}
    return FieldRules(rules, {name: pattern.to_regexp() for name, pattern in patterns.items()}, patterns)


class Reduction(NamedTuple):
    """A production of the structure grammar as the parser applies it."""

    rule: str
    length: int
    #: Whether its parts go straight into the rule above (names with a leading underscore).
    inline: bool


@frozen
class ParseTable:
    """Lark's LALR(1) table: for each state, what a terminal does: a state to shift to, or a reduction."""

    actions: Sequence[Mapping[str, int | Reduction]]
    gotos: Sequence[Mapping[str, int]]
    start: int
    end: int


def declared_lark(name: str, start: str = "start") -> Lark:
    """`grammars/<name>.lark` as a Lark LALR parser whose terminals are declared: they come from the scanner."""
    from lark import Lark
    from lark.lexer import Lexer

    class Declared(Lexer):
        """Lark has nothing to lex."""

        __future_interface__ = 2

        def __init__(self, lexer_conf: object) -> None:
            """Lark hands its configuration over; there is nothing in it that is needed."""

        def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
            return iter(())

    source = (GRAMMARS / f"{name}.lark").read_text("utf-8")
    return Lark(source, parser="lalr", lexer=Declared, start=start, maybe_placeholders=False)


@functools.cache
def parse_table(name: str, start: str = "start") -> ParseTable:
    """The table of a structure grammar whose terminals are declared: built by Lark, never stored."""
    lark = declared_lark(name, start)
    table = lark.parser.parser._parse_table
    order = {state: place for place, state in enumerate(table.states)}
    actions: list[dict[str, int | Reduction]] = []
    gotos: list[dict[str, int]] = []
    for row in table.states.values():
        actions.append({})
        gotos.append({})
        for symbol, (action, argument) in row.items():
            if str(action) == "Reduce":
                rule = str(argument.origin.name)
                actions[-1][symbol] = Reduction(rule, len(argument.expansion), rule.startswith("_"))
            else:
                target = gotos if symbol.islower() or symbol.startswith("__") else actions
                target[-1][symbol] = order[argument]
    return ParseTable(actions, gotos, order[table.start_states[start]], order[table.end_states[start]])


def lark_of(name: str, start: list[str] | str, *, strict: bool = False) -> Lark:
    """`grammars/<name>.lark` as a Lark LALR parser: the yardstick that the derived matchers are tested against."""
    from lark import Lark

    return Lark.open(
        str(GRAMMARS / f"{name}.lark"), parser="lalr", lexer="contextual", start=start, maybe_placeholders=False,
        keep_all_tokens=True, strict=strict,
    )  # fmt: skip
