"""Rules of agreement: what the text says twice, it says alike."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = ()
