"""Page marks, as the wire prints them where the sections of a long message were put together (ACP 127 section 208)."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import Cable, SectionStart
from telegram_grammar.rendering.refusal import RenderError

__all__ = ["mark_line"]

#: The post's name is cut to so many characters (practice: `RIO DE JAN`, `TEGUCIGALP`).
_POST_LENGTH: Final = 10
#: Where the class line names no post or number the mark has what publishers print for words taken out (1 cable).
_REDACTED: Final = "XXXXXXXXXXXX"


def mark_line(cable: Cable, start: SectionStart) -> str:
    """`PARIS 00002652  002 OF 002`: post, number, section, total; behind a stop the page (practice: 153 cables)."""
    page = f".{start.page}" if start.page is not None else ""
    sections = f"{start.section:03d}{page} OF {_total(cable):03d}"
    for name in (_message_name(cable), _REDACTED):
        line = f"{name}  {sections}"
        if name and line_matcher("page_mark").fullmatch(line):
            return line
    raise RenderError("section_starts", f"no page mark can be printed for section {start.section} of {_total(cable)}")


def _message_name(cable: Cable) -> str:
    if cable.message is None or not cable.message.number:
        return ""
    return f"{cable.message.post.upper()[:_POST_LENGTH].rstrip()} {cable.message.number:0>8}"


def _total(cable: Cable) -> int:
    """How many sections there are: by the class line, or as many as begin."""
    return cable.section.total if cable.section is not None else max(start.section for start in cable.section_starts)
