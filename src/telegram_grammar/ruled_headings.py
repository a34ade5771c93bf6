"""Headings with their rulers, as canonical text prints them (practice: 4,207 ruled headings)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from telegram_grammar.joined_lines import JOINED_LINE
from telegram_grammar.line_patterns import claims_field, first_claim, is_claimed
from telegram_grammar.measures import LONGEST_TOKEN
from telegram_grammar.wrapping import greedy, rewrap

__all__ = ["WIDTH", "are_plain", "count_before_fields", "count_plain", "ruled_heading", "ruler_of_one_line"]

#: Columns of a heading.
WIDTH: Final = 65
#: Fewer dashes are no ruler.
_SHORTEST_RULER: Final = 3
#: A heading may have so many lines, one between two rulers so many.
_LINES: Final = 2
_LINES_BETWEEN_RULERS: Final = 4
#: The ruler of each width of a heading that one line takes.
_RULERS: Final = tuple("-" * max(_SHORTEST_RULER, min(width, LONGEST_TOKEN)) for width in range(WIDTH + 1))


def ruler_of_one_line(lead: str, text: str) -> str | None:
    """The ruler of a heading that one line takes; None for a longer one."""
    width = len(lead) + len(text)
    return _RULERS[width] if width <= WIDTH else None


def ruled_heading(lead: str, text: str) -> list[str]:
    """The lines of a heading and its ruler, which is as wide; a heading of many lines stands between two rulers."""
    short = ruler_of_one_line(lead, text)
    if short is not None:  # as most have
        return [lead + text, short]
    lines = greedy(text, lead, WIDTH)
    # the first heading of a body ends the text head, and till then its lines may claim a field
    plain = count_before_fields(lines, count_plain(lines))
    if plain < len(lines):
        lines = rewrap(lines, plain, lead, WIDTH, _is_plain)
    broken_oddly = not lead and is_claimed(lines[0])  # by itself the first line might be a ruler
    if len(lines) > _LINES_BETWEEN_RULERS or broken_oddly or max(map(len, lines)) > JOINED_LINE:
        lines = [lead + text]
    ruler = "-" * max(_SHORTEST_RULER, min(max(map(len, lines)), LONGEST_TOKEN))
    between = len(lines) > _LINES or (len(lines) > 1 and lines[0][0].islower())  # words that could go on with prose
    return [ruler, *lines, ruler] if between else [*lines, ruler]


def _is_plain(line: str, following: str, last: bool) -> bool:
    return are_plain(f".\n{following}") and not claims_field(following)


def are_plain(lines: str) -> bool:
    """Whether all lines but the first claim nothing."""
    return first_claim(lines) == len(lines)


def count_plain(lines: Sequence[str]) -> int:
    """How many lines stand above the first one that claims something; the first of all is not asked."""
    joined = "\n".join(lines)
    end = first_claim(joined)
    return len(lines) if end == len(joined) else joined.count("\n", 0, end)


def count_before_fields(lines: Sequence[str], plain: int) -> int:
    """How many of the first `plain` lines stand above one that claims a field; the first of all is not asked."""
    return next((place for place in range(1, plain) if claims_field(lines[place])), plain)
