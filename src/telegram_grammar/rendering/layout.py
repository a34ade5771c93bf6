"""All parts of a cable on one sheet, in the order of the grammar."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.markup import unmarked
from telegram_grammar.message_bounds import message_bounds
from telegram_grammar.model import Cable
from telegram_grammar.rendering.body import render_body
from telegram_grammar.rendering.heading import render_heading
from telegram_grammar.rendering.sheet import Sheet
from telegram_grammar.rendering.text_head import render_text_head

__all__ = ["DEFAULT_WIDTH", "LEAST_WIDTH", "laid_out", "lay_out", "notice_lines"]

#: What another message in the same text follows (see `builder`).
OTHER_MESSAGE: Final = "the end of the message"
#: Columns of prose (practice: 59 to 66 in 651 of 785 hard-wrapped cables; ACP 127 section 138 allows 69).
DEFAULT_WIDTH: Final = 65
#: In fewer columns a line has no room for a number, a portion marking and a word.
LEAST_WIDTH: Final = 20


def notice_lines(notice: str) -> list[str]:
    """A notice; that of a partial extract, which is longer than a line, has a line for each of its sentences."""
    parts = line_matcher("notice_parts").fullmatch(notice)
    return [parts["FIRST_SENTENCE"], parts["SECOND_SENTENCE"]] if parts else notice.split("\n")


def lay_out(cable: Cable, width: int = DEFAULT_WIDTH) -> str:
    """The text without the proof. Raises RenderError where something has no place in it at all."""
    return laid_out(cable, width).text()


def laid_out(cable: Cable, width: int = DEFAULT_WIDTH, *, framed: bool = False, parted: bool = True) -> Sheet:
    """The sheet with all of a cable; `framed` by the lines that part the text from the rest of a message that is sent.

    `parted` sets blank lines between the parts of the text head, as in the canonical form.

    Raises RenderError as `lay_out` does, and ValueError for a width of less than `LEAST_WIDTH` columns.
    """
    if width < LEAST_WIDTH:
        raise ValueError(f"prose is wrapped at {LEAST_WIDTH} columns at least, not at {width}")
    sheet = Sheet.of(cable.unread, width, parted=parted)
    sheet.write_unread("the top")
    for place, notice in enumerate(cable.notices):
        sheet.write(notice_lines(notice), f"notices[{place}]")
    render_heading(cable, sheet)
    if framed and (cable.originator is not None or cable.action or cable.info):  # it parts the text from the addresses
        sheet.lines.append("BT")
    render_text_head(cable, sheet)
    render_body(cable, sheet)
    if OTHER_MESSAGE in sheet.unread and not _is_told_apart(sheet):
        sheet.lines.append("NNNN")  # it ends this message, so that the other one is known for another
    for path in list(sheet.unread):
        sheet.write_unread(path)
    if framed:
        sheet.end(_end(cable))
    return sheet


def _is_told_apart(sheet: Sheet) -> bool:
    """Whether the other message would be known for another behind the lines as they stand."""
    before = "\n".join([*sheet.lines, ""])
    other = "\n".join(item.text for _, item in sheet.unread[OTHER_MESSAGE])
    return any(start == len(before) for start, _ in message_bounds(unmarked(before + other))[1:])


def _end(cable: Cable) -> list[str]:
    """Format lines 13, 15 and 16: BT, the serial number of format line 3 once more, NNNN (ACP 127 Annex B)."""
    serial = cable.transmission.serial if cable.transmission is not None else None
    return ["BT", *([f"#{serial}"] if serial is not None else ()), "NNNN"]
