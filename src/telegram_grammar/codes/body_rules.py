"""TG330 to TG399: rules of the body."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code

__all__ = ["ALL"]

ALL: Final[tuple[Code, ...]] = ()
