"""TG150 to TG199: rules of the heading, format lines 1 to 11."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code

__all__ = ["ALL"]

ALL: Final[tuple[Code, ...]] = ()
