"""Page marks, as the wire prints them where the sections of a long message were put together (ACP 127 section 208)."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.measures import MARK_POST, MOST_SECTIONS
from telegram_grammar.model import MessageNumber
from telegram_grammar.words import content_end, content_start

__all__ = ["SECOND_SECTION", "begins_section", "inline_mark", "is_cut", "page_mark"]

#: A mark of this section or a later one says that the section begins.
SECOND_SECTION: Final = 2
#: A mark has four parts at most behind the post, and none has more characters.
_MARK_PARTS: Final = 4
_MARK_PART: Final = 24
#: Where the class line names no post or number the mark has what publishers print for words taken out (1 cable).
_REDACTED: Final = "XXXXXXXXXXXX"


def page_mark(
    message: MessageNumber | None, section: int, page: str | None, total: int, *, printed: str = ""
) -> str | None:
    """`PARIS 00002652  002 OF 002`: post, number, section, total; behind a stop the page (practice: 153 cables).

    None where no mark can say it: sections are counted with three figures. A mark has two for the total, which a
    message of a hundred sections goes beyond. `printed` is one that a text has.
    """
    sections = f"{section:03d}{f'.{page}' if page is not None else ''} OF {min(total, MOST_SECTIONS):03d}"
    if message is not None and message.number:
        mark = f"{message.post.upper()[:MARK_POST].rstrip()} {message.number:0>8}  {sections}"
        if printed == mark or printed == mark.replace("  ", " ") or line_matcher("page_mark").fullmatch(mark):
            return mark
    mark = f"{_REDACTED}  {sections}"
    return mark if line_matcher("page_mark").fullmatch(mark) else None


def is_cut(before: str, behind: str) -> bool:
    """Whether a page mark stood inside a hyphenated word."""
    return before.endswith("-") and before[-2:-1].isalnum() and behind[:1].isalnum()


def begins_section(text: str, start: int, end: int) -> bool:
    """Whether the range is the mark of a section behind the first, or of a page of it."""
    found = line_matcher("page_mark").fullmatch(text, start, end)
    return found is not None and int(found["MARK_SECTION"]) >= SECOND_SECTION


def inline_mark(text: str, place: int, start: int, end: int) -> tuple[int, int] | None:
    """Where a page mark stands inside a run from `start` to `end`, around the message's number at `place`."""
    first = max(start, content_end(text, start, place) - _MARK_PART)  # a line may end inside it, behind any blanks
    last = place
    for _ in range(_MARK_PARTS):
        last = min(content_start(text, last, end) + _MARK_PART, end)
    found = line_matcher("inline_mark").search(text, first, last)
    return found.span() if found is not None and found.start() <= place < found.end() else None
