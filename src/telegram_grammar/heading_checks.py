"""What the builders of heading lines share: their matchers, and the departures that any line may have."""

from __future__ import annotations

import functools

from telegram_grammar.codes import heading, structure
from telegram_grammar.diagnostics import Report
from telegram_grammar.matchers import matcher
from telegram_grammar.model import Unread
from telegram_grammar.words import joined

__all__ = ["check_blanks", "check_keyword", "rule", "unread"]

#: The matcher of a rule of the grammar; made when it is first asked for.
rule = functools.cache(functools.partial(matcher, "heading"))


def check_blanks(text: str, start: int, end: int, report: Report) -> None:
    """Report blanks that are not single spaces; one report, from the first to the last of them."""
    line = text[start:end]
    if line.isprintable() and "  " not in line:
        return
    wide = [found.span() for found in rule("wide_blank").finditer(text, start, end)]
    if wide:
        first, last = wide[0][0], wide[-1][1]
        inside = joined(text[first:last])
        fix = f" {inside} " if inside else " "
        report(heading.WIDE_BLANK, first, last, expected="one space", fix=fix)


def check_keyword(text: str, start: int, keyword: str, report: Report) -> None:
    """Report a keyword that is not in capitals."""
    if not text.startswith(keyword, start):
        end = start + len(keyword)
        report(heading.SMALL_KEYWORD, start, end, expected=keyword, fix=keyword, word=text[start:end])


def unread(text: str, start: int, end: int, report: Report, field: str, expected: str) -> Unread:
    """The line whole, reported as broken."""
    report(structure.BROKEN, start, end, expected=expected, field=field)
    return Unread(joined(text[start:end]))
