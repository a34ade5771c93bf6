"""Rules of the body: numbers, portion markings, lines, characters, signature."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = ()
