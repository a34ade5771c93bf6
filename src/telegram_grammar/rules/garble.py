"""Rules of garble: characters that a circuit or a change of code page spoilt, where that can be told for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from telegram_grammar.codes import body_rules as codes
from telegram_grammar.matchers import matcher
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.rule import Rule
from telegram_grammar.words import joined

__all__ = ["RULES"]

#: Of a long quotation or word so many characters are shown.
_SHOWN: Final = 40
#: The letters with which "s", "t", "re", "ve" and "ll" begin.
_AFTER_COMMA: Final = frozenset("strvl")


def _search(context: Context, rule: str, *needed: str) -> Iterator[re.Match[str]]:
    """The matches of a rule in subject and body; every one of them holds one of the `needed` pieces."""
    source = context.source
    if not context.cable.body or not any(piece in source for piece in needed):
        return
    start = min(context.place("subject", "body[0]")[0], context.place("body[0]")[0])
    end = context.place(f"body[{len(context.cable.body) - 1}]")[1]
    yield from matcher("garble", rule).finditer(source, start, end)


def _word(source: str, start: int, end: int) -> tuple[int, int]:
    """The word around a place: letters and figures on both sides, of a long word those near it."""
    first, last = max(0, start - _SHOWN), min(len(source), end + _SHOWN)
    while start > first and source[start - 1].isalnum():
        start -= 1
    while end < last and source[end].isalnum():
        end += 1
    return start, end


def _words(context: Context, rule: str, *needed: str) -> Iterator[tuple[int, int]]:
    """The words that hold matches of a rule, each once."""
    place = 0
    for found in _search(context, rule, *needed):
        if found.start() >= place:
            start, place = _word(context.source, *found.span())
            yield start, place


def _comma_apostrophe(context: Context) -> Iterator[Finding]:
    # splitting takes a tenth of the time of looking for each ending
    if _AFTER_COMMA.isdisjoint(piece[:1] for piece in context.source.split(",")):
        return
    for start, end in _words(context, "comma_apostrophe", ","):
        printed = context.source[start:end]
        yield context.found(codes.COMMA_APOSTROPHE, (start, end), expected=printed.replace(",", "'"), found=printed)


def _ampersand_quotes(context: Context) -> Iterator[Finding]:
    for found in _search(context, "ampersand_quotes", "&"):
        inside = joined(found[0][1:-1])
        shown = inside if len(inside) <= _SHOWN else f"{inside[:_SHOWN]}..."
        yield context.found(codes.AMPERSAND_QUOTES, found.span(), expected=f'"{shown}"')


def _stray_q(context: Context) -> Iterator[Finding]:
    for start, end in _words(context, "stray_q", "Q"):
        yield context.found(codes.STRAY_Q, (start, end), found=context.source[start:end])


def _question_marks(context: Context) -> Iterator[Finding]:
    for found in _search(context, "question_marks", "???"):
        yield context.found(codes.QUESTION_MARKS, found.span())


RULES: Final = (
    Rule(codes.COMMA_APOSTROPHE, _comma_apostrophe),
    Rule(codes.AMPERSAND_QUOTES, _ampersand_quotes),
    Rule(codes.STRAY_Q, _stray_q),
    Rule(codes.QUESTION_MARKS, _question_marks),
)
