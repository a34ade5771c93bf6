"""The one place that touches Lark: it reads the `.lark` files, and its parse table is taken from it here.

Lark is imported when a grammar is first needed, never when the package is imported.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

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


class Terminals(Mapping[str, str]):
    """The terminals of a grammar file by name, as regular expressions.

    They are made by what Lark has for it, each when it is first asked for and once for all in which it stands. Lark
    itself makes all of them, and each anew wherever it stands, which takes several times as long.
    """

    def __init__(self) -> None:
        self.trees: dict[str, Tree[Token]] = {}
        self.imported: dict[str, Terminals] = {}
        self._patterns: dict[str, Pattern] = {}

    def __getitem__(self, name: str) -> str:
        return self.pattern(name).to_regexp()

    def __iter__(self) -> Iterator[str]:
        return iter([*self.imported, *self.trees])

    def __len__(self) -> int:
        return len(self.imported) + len(self.trees)

    def pattern(self, name: str) -> Pattern:
        """A terminal as Lark has it; raises KeyError for one that the file has not."""
        if name in self.imported:
            return self.imported[name].pattern(name)
        if name not in self._patterns:
            self._patterns[name] = self._made(self.trees[name])
        return self._patterns[name]

    def _made(self, part: Any) -> Any:
        """A part of a terminal's tree made by what Lark has for it; an operator as it is."""
        from lark import Tree
        from lark.grammar import Terminal
        from lark.load_grammar import TerminalTreeToPattern, _literal_to_pattern

        if isinstance(part, Terminal):
            return self.pattern(part.name)
        if not isinstance(part, Tree):
            return part
        parts = [self._made(child) for child in part.children]
        if part.data == "literal":
            return _literal_to_pattern(*parts)  # type: ignore[no-untyped-call]  # Lark does not annotate it
        return getattr(TerminalTreeToPattern(), part.data)(parts)


@frozen(eq=False)
class FieldRules:
    """A grammar file with its imports: each rule's EBNF tree and each terminal's pattern."""

    rules: Mapping[str, Tree[Token]]
    terminals: Terminals

    def is_fixed(self, terminal: str) -> bool:
        """Whether all matches of a terminal are of one length."""
        pattern = self.terminals.pattern(terminal)
        return pattern.min_width == pattern.max_width


@functools.cache
def load_rules(name: str) -> FieldRules:
    """The rules and terminals of `grammars/<name>.lark`, with no parse table built; each file is read once.

    Raises ValueError for a statement of Lark's that has no meaning for a field.
    """
    from lark.load_grammar import _parse_grammar

    path = GRAMMARS / f"{name}.lark"
    rules: dict[str, Tree[Token]] = {}
    terminals = Terminals()
    read: Any = _parse_grammar(path.read_text("utf-8"), str(path))  # type: ignore[no-untyped-call]  # as above
    for statement in read.children:
        match str(statement.data), statement.children:
            case "import", [file, names]:
                imported = load_rules(str(file.children[-1])).terminals
                terminals.imported.update((str(each), imported) for each in names.children)
            case "rule", [_, rule, _, _, tree]:
                rules[str(rule)] = tree
            case "term", [terminal, *_, tree]:
                terminals.trees[str(terminal)] = tree
            case "declare", _:  # it comes from the scanner, and has no pattern
                continue
            case kind, _:
                raise ValueError(f"{path.name}: a file of field rules may hold no {kind!r}")
    return FieldRules(rules, terminals)


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
