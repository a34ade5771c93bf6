"""Rules of the heading: format lines 1 to 11 (ACP 127)."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = ()
