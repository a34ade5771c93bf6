"""What a rule is: a code, and a function that finds the places where a cable departs from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from telegram_grammar.diagnostics import Code
from telegram_grammar.rules.context import Context, Finding

__all__ = ["Rule"]


@frozen
class Rule:
    """One rule of conformance. `check` never raises, whatever the cable, and takes time linear in its length."""

    code: Code
    check: Callable[[Context], Iterable[Finding]]
