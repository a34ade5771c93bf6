"""Markup that converters leave in a text: tags of HTML, entities, formulas of LaTeX; what of it is kept as words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from telegram_grammar.line_patterns import line_matcher, literals
from telegram_grammar.words import BLANKS, content

__all__ = [
    "MarkedUp",
    "blanked",
    "content_of_words",
    "has_markup",
    "kept_of",
    "marked_up",
    "markup",
    "unmarked",
    "without_markup",
]


def has_markup(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a text, or a range of it, holds one of the signs with which markup begins."""
    for sign in literals("markup_sign"):  # noqa: SIM110 - asked of many pieces: `any` takes twice as long
        if text.find(sign, start, end) >= 0:
            return True
    return False


def markup(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The markup in a range, in order; looked for only where one of its signs stands."""
    known, behind = line_matcher("markup"), start
    for place in _signs(text, start, end):
        found = known.match(text, place, end) if place >= behind else None
        if found is not None:
            behind = found.end()
            yield found


def _signs(text: str, start: int, end: int) -> list[int]:
    """The places of the signs with which markup begins, in order: each is looked for alone, which is sooner done."""
    places: list[int] = []
    for sign in literals("markup_sign"):
        place = text.find(sign, start, end)
        while place >= 0:
            places.append(place)
            place = text.find(sign, place + 1, end)
    places.sort()
    return places


def kept_of(found: re.Match[str]) -> str:
    """What a piece of markup stands for: a blank for a break, the character of an entity."""
    kept = " " if found["BREAK"] else ""
    if found["ENTITY"]:
        from html import unescape  # it brings a table of 2,000 entities, and few texts have one

        escaped, kept = "", found["ENTITY"]
        while kept != escaped:
            escaped, kept = kept, unescape(kept)
        kept = kept.replace("\xa0", " ")
    return kept


def without_markup(words: str) -> str:
    """The words as they are without it."""
    if not has_markup(words):  # as nearly all are
        return words
    pieces, place = [], 0
    for found in markup(words, 0, len(words)):
        pieces += [words[place : found.start()], kept_of(found)]
        place = found.end()
    return "".join([*pieces, words[place:]]) if pieces else words


#: What is no part of a word: blanks, and the byte order mark.
_NO_WORD: Final = f"{BLANKS}\ufeff"


class MarkedUp(NamedTuple):
    """The markup of a text."""

    #: The ranges of what stands before and behind words, or for blanks: it can be read as blanks.
    around: list[tuple[int, int]]
    #: Whether there is other markup: inside words, or for signs.
    inside: bool


def marked_up(text: str) -> MarkedUp:
    """The markup of a text. A converter wraps each line in it (practice: `<p>`, `<br>`), and hides what that claims.

    What stands inside a word is left, for without it the word goes on.
    """
    inside = False
    runs: list[tuple[int, int, bool]] = []  # pieces that stand together, and whether one of them is a blank
    for found in markup(text, 0, len(text)) if has_markup(text) else ():
        kept = kept_of(found)
        if kept.strip(BLANKS):
            inside = True
            continue
        first, last = found.span()
        if runs and runs[-1][1] == first:
            first, _, blank = runs.pop()
            runs.append((first, last, blank or bool(kept)))
        else:
            runs.append((first, last, bool(kept)))
    around = [
        (first, last)
        for first, last, blank in runs
        if blank or text[first - 1 : first] in _NO_WORD or text[last : last + 1] in _NO_WORD
    ]
    return MarkedUp(around, inside or len(around) < len(runs))


def unmarked(text: str) -> str:
    """The text with blanks in the place of what may be read as blanks."""
    around = marked_up(text).around
    return blanked(text, around) if around else text


def blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in the place of some ranges; every other place stays, and every end of a line."""
    pieces, place = [], 0
    for first, last in ranges:
        pieces.append(text[place:first])
        pieces.append("\n".join([" " * len(line) for line in text[first:last].split("\n")]))
        place = last
    return "".join([*pieces, text[place:]])


def content_of_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range less the blanks around it, and less the markup there that stands for no word."""
    start, end = content(text, start, end)
    nothing = [found.span() for found in markup(text, start, end) if not kept_of(found).strip(BLANKS)]
    for first, last in nothing:
        if first != start:
            break
        start = content(text, last, end)[0]
    for first, last in reversed(nothing):
        if last != end or first < start:
            break
        end = content(text, start, first)[1]
    return start, end
