"""`Cable` -> the lines of canonical text, or of the text as it is sent. Nothing here reads (see `printing`)."""

from __future__ import annotations

from telegram_grammar.rendering.layout import DEFAULT_WIDTH, LEAST_WIDTH, laid_out, lay_out, notice_lines
from telegram_grammar.rendering.refusal import RenderError

__all__ = ["DEFAULT_WIDTH", "LEAST_WIDTH", "RenderError", "laid_out", "lay_out", "notice_lines"]
