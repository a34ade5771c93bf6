"""Rules of the text head: captions, E.O., TAGS, SUBJECT."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = ()
