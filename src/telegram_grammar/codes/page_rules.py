"""TG430 to TG499: rules of page marks and sections."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code

__all__ = ["ALL"]

ALL: Final[tuple[Code, ...]] = ()
