"""Rules of the REF line."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = ()
