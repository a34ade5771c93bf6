"""`Cable` -> canonical text, and the proof for each text that it reads back as the cable it was made of."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import Cable
from telegram_grammar.rendering.body import render_body
from telegram_grammar.rendering.heading import render_heading
from telegram_grammar.rendering.proof import prove
from telegram_grammar.rendering.refusal import RenderError
from telegram_grammar.rendering.sheet import Sheet
from telegram_grammar.rendering.text_head import render_text_head

__all__ = ["DEFAULT_WIDTH", "RenderError", "laid_out", "lay_out", "render"]

#: Columns of prose (practice: 59 to 66 in 651 of 785 hard-wrapped cables; ACP 127 section 138 allows 69).
DEFAULT_WIDTH: Final = 65


def render(cable: Cable, *, width: int = DEFAULT_WIDTH) -> str:
    """Canonical text of a cable; `parse(render(cable)).cable == cable`.

    `width` is the number of columns at which prose is wrapped. Raises RenderError, a ValueError that names attribute
    and reason, where canonical text cannot carry a value; no cable that `parse` returns is refused.
    """
    text = lay_out(cable, width)
    prove(cable, text)
    return text


def notice_lines(notice: str) -> list[str]:
    """A notice; that of a partial extract, which is longer than a line, has a line for each of its sentences."""
    parts = line_matcher("notice_parts").fullmatch(notice)
    return [parts["FIRST_SENTENCE"], parts["SECOND_SENTENCE"]] if parts else notice.split("\n")


def lay_out(cable: Cable, width: int = DEFAULT_WIDTH) -> str:
    """The text without the proof. Raises RenderError where something has no place in it at all."""
    return laid_out(cable, width).text()


def laid_out(cable: Cable, width: int = DEFAULT_WIDTH) -> Sheet:
    """The sheet with all of a cable. Raises RenderError as `lay_out` does."""
    sheet = Sheet.of(cable.unread, width)
    sheet.write_unread("the top")
    for place, notice in enumerate(cable.notices):
        sheet.write(notice_lines(notice), f"notices[{place}]")
    render_heading(cable, sheet)
    render_text_head(cable, sheet)
    render_body(cable, sheet)
    for path in list(sheet.unread):
        sheet.write_unread(path)
    return sheet
