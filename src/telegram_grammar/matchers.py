"""Field matchers: each field rule of the grammars as one regular expression, derived from the `.lark` file.

The field rules are regular, so the description that Lark reads can be turned into a pattern with named groups; the
`.lark` file stays the only description, and a test compares every matcher with Lark on the same lines.

What becomes a group: every terminal and every rule by its own name, unless its name begins with `_` or it stands under
a repetition (there the enclosing rule is the group, and its items are read by a matcher of their own). The second
group of one name is `NAME_2`, the third `NAME_3`.
"""

from __future__ import annotations

import ast
import functools
import re
from typing import TYPE_CHECKING, Any

from telegram_grammar._lark import FieldRules, load_rules

if TYPE_CHECKING:
    from lark import Tree
    from lark.lexer import Token

__all__ = ["derive", "matcher", "pattern"]


@functools.cache
def matcher(grammar: str, rule: str) -> re.Pattern[str]:
    """The matcher of one field: use its `fullmatch(text, start, end)`."""
    return re.compile(pattern(grammar, rule))


@functools.cache
def pattern(grammar: str, rule: str) -> str:
    """The derived pattern of one field, as text."""
    return derive(load_rules(grammar), rule)


def derive(source: FieldRules, rule: str) -> str:
    """The pattern of a rule; raises ValueError where the rule is not regular by this module's means."""
    return _Derivation(source).rule(rule, capture=False, path=())


class _Derivation:
    """One pass over the trees of a rule, counting the group names that it has given out."""

    def __init__(self, source: FieldRules) -> None:
        self.source = source
        self.used: dict[str, int] = {}

    def group(self, name: str, inner: str, capture: bool) -> str:
        if not capture or name.startswith("_"):
            return f"(?:{inner})"
        seen = self.used[name] = self.used.get(name, 0) + 1
        return f"(?P<{name if seen == 1 else f'{name}_{seen}'}>{inner})"

    def rule(self, name: str, *, capture: bool, path: tuple[str, ...], inside: bool = True) -> str:
        if name in path:
            raise ValueError(f"rule {name!r} is recursive in a way that no pattern can follow: {' > '.join(path)}")
        tree = self.source.rules[name]
        alternatives = [self._body(branch) for branch in tree.children]
        heads = [branch for branch in alternatives if self._first_name(branch) != name]
        tails = [branch for branch in alternatives if self._first_name(branch) == name]
        # the enclosing group takes its number before its parts do
        inner_capture = inside and not tails
        placeholder = self.group(name, "\0", capture)
        inner = self._any(heads, inner_capture, (*path, name))
        if tails:  # `r: a | r b` is `a b*`: the flat left recursion that LALR wants for lists of words
            rests = [self._sequence(branch.children[1:], False, (*path, name)) for branch in tails]
            inner = f"{inner}(?:{'|'.join(rests)})*"
        return placeholder.replace("\0", inner)

    def _body(self, branch: Any) -> Any:
        return branch.children[0] if branch.data == "alias" else branch

    def _first_name(self, branch: Any) -> str | None:
        if not branch.children or getattr(branch.children[0], "data", "") != "value":
            return None
        symbol = branch.children[0].children[0]
        return str(symbol.name) if hasattr(symbol, "name") else None

    def _any(self, branches: list[Any], capture: bool, path: tuple[str, ...]) -> str:
        parts = [self._sequence(branch.children, capture, path) for branch in branches]
        return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"

    def _sequence(self, children: list[Any], capture: bool, path: tuple[str, ...]) -> str:
        return "".join(self._node(child, capture, path) for child in children)

    def _node(self, node: Tree[Token], capture: bool, path: tuple[str, ...]) -> str:
        first: Any = node.children[0]
        match str(node.data):
            case "value":
                return self._symbol(first, capture, path)
            case "alias":
                return self._node(first, capture, path)
            case "expansion":
                return self._sequence(node.children, capture, path)
            case "expansions":
                return self._any([self._body(child) for child in node.children], capture, path)
            case "maybe":
                return f"(?:{self._node(first, capture, path)})?"
            case "expr":
                operator = str(node.children[1])
                if len(node.children) > 2:
                    bounds = [str(bound) for bound in node.children[2:]]
                    operator = f"{{{operator},{bounds[-1]}}}" if operator.isdigit() else "{" + ",".join(bounds) + "}"
                elif operator.isdigit():
                    operator = f"{{{operator}}}"
                return f"(?:{self._node(first, capture and operator == '?', path)}){operator}"
        raise ValueError(f"a field rule may not use {node.data!r}")

    def _symbol(self, symbol: Any, capture: bool, path: tuple[str, ...]) -> str:
        if getattr(symbol, "data", "") == "literal":
            quoted = str(symbol.children[0])
            if quoted.startswith("/"):
                raise ValueError(f"give the expression {quoted} a name: only terminals hold expressions")
            flag = "i" if quoted.endswith("i") else ""
            text = re.escape(ast.literal_eval(quoted.removesuffix("i")))
            return f"(?{flag}:{text})"
        name = str(symbol.name)
        if name in self.source.rules:
            return self.rule(name, capture=capture, path=path, inside=capture)
        found = self.source.terminals[name]
        # atomic, as a lexer is: a token once taken is not given back; a token of one length has nothing to give
        return self.group(name, found if self.source.is_fixed(name) else _possessive(found), capture)


def _possessive(terminal: str) -> str:
    """The terminal as an atomic pattern: by a possessive quantifier where it is one class repeated, which is faster."""
    closed = terminal.find("]")
    is_class = terminal.startswith("[") and not terminal.startswith(("[]", "[^]"))
    if is_class and terminal[closed - 1 : closed] != "\\" and terminal[closed + 1 :] in ("+", "*"):
        return f"{terminal}+"
    return f"(?>{terminal})"
