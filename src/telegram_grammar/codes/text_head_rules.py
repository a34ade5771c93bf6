"""TG270 to TG299: rules of the text head, from the captions to Classified By."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code

__all__ = ["ALL"]

ALL: Final[tuple[Code, ...]] = ()
