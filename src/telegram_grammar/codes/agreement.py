"""TG500 to TG599: agreement between what a text says twice."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code

__all__ = ["ALL"]

ALL: Final[tuple[Code, ...]] = ()
