"""Rules of the text head: captions, E.O., TAGS, SUBJECT."""

from __future__ import annotations

from typing import Final

from telegram_grammar.rules import captions, executive_order, tags
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (*captions.RULES, *executive_order.RULES, *tags.RULES)
