"""Headings with their rulers, as canonical text prints them (practice: 4,207 ruled headings)."""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import plain_lines
from telegram_grammar.wrapping import greedy, wrap

__all__ = ["WIDTH", "are_plain", "ruled_heading"]

#: Columns of a heading.
WIDTH: Final = 65
#: The transmission system breaks a longer word (practice: 1,031 words of exactly 45 characters, none longer).
_LONGEST_WORD: Final = 45
#: Fewer dashes are no ruler.
_SHORTEST_RULER: Final = 3
#: A heading may have so many lines, one between two rulers so many.
_LINES: Final = 2
_LINES_BETWEEN_RULERS: Final = 4


def ruled_heading(lead: str, text: str) -> list[str]:
    """The lines of a heading and its ruler, which is as wide; a heading of many lines stands between two rulers."""
    lines = greedy(text, lead, WIDTH) if len(lead) + len(text) > WIDTH else [lead + text]
    if len(lines) > 1 and not are_plain("\n".join(lines)):
        lines = wrap(text, lead, WIDTH, _is_plain)
    if len(lines) > _LINES_BETWEEN_RULERS:
        lines = [lead + text]
    ruler = "-" * max(_SHORTEST_RULER, min(max(map(len, lines)), _LONGEST_WORD))
    return [*lines, ruler] if len(lines) <= _LINES else [ruler, *lines, ruler]


def _is_plain(line: str, following: str, last: bool) -> bool:
    return are_plain(f".\n{following}")


def are_plain(lines: str) -> bool:
    """Whether all lines but the first claim nothing."""
    found = plain_lines().match(lines)
    return found is not None and found.end() == len(lines)
