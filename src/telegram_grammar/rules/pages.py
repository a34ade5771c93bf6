"""Rules of page marks, sections and what ends a message (ACP 127 sections 114 and 208)."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = ()
