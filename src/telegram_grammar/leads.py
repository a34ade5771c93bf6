"""Leads: what the beginning of a paragraph or of a list item says."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from telegram_grammar.line_patterns import line_matcher, literal, literals
from telegram_grammar.markup import without_markup
from telegram_grammar.words import BLANKS, content_end, content_start

__all__ = [
    "DASHES",
    "ITEM_LEADS",
    "LEADS",
    "PROSE_LEADS",
    "REGULAR_LEADS",
    "Lead",
    "follows",
    "has_no_words",
    "inner_marking",
    "is_bare",
    "may_begin_with_digit",
    "new_lead",
    "with_half_marking",
    "worded_marking",
]

#: The line kinds that are leads, and those of a list's items among them.
LEADS: Final = frozenset({"MARKED_NUMBER", "NUMBER", "DAMAGED_NUMBER", "MARKING", "BULLET", "LETTER", "PARENTHESISED"})
ITEM_LEADS: Final = frozenset({"BULLET", "LETTER", "PARENTHESISED"})
#: Leads in the regular form, and what they are called otherwise.
REGULAR_LEADS: Final = {"REGULAR_NUMBER": "MARKED_NUMBER", "REGULAR_ITEM": "BULLET"}
#: Leads whose prose is theirs whatever follows: the blank lines behind it may go with it.
PROSE_LEADS: Final = frozenset({"ITEM", "PARAGRAPH_NUMBER"})
#: The usual marker of an item.
DASHES: Final = "--"
#: With these markup may begin; a longer piece of text is more than markup.
_MARKUP: Final = "<&$"
_LONGEST_MARKUP: Final = 400
#: Signs that are markers and no words.
_SIGNS: Final = "-*•"


@define(init=False, weakref_slot=False)
class Lead:
    """What the beginning of a paragraph or an item says."""

    number: int | None
    #: Offsets of the portion marking's text without parentheses, or None.
    marking: tuple[int, int] | None
    #: The marker of an item as printed.
    marker: str | None
    #: Offsets of the number with its noise and punctuation.
    numeral: tuple[int, int] | None
    #: Whether the number's first digit was read for a pilcrow.
    digit_pilcrow: bool
    #: Whether the lead is regular: number, full stop, blank, marking, blank, with a pilcrow at most before them.
    regular: bool


def new_lead(
    number: int | None = None,
    marking: tuple[int, int] | None = None,
    marker: str | None = None,
    numeral: tuple[int, int] | None = None,
    digit_pilcrow: bool = False,
    regular: bool = False,
) -> Lead:
    """A lead, made as a leaf is (see `tree`)."""
    lead = Lead()
    lead.number = number
    lead.marking = marking
    lead.marker = marker
    lead.numeral = numeral
    lead.digit_pilcrow = digit_pilcrow
    lead.regular = regular
    return lead


def inner_marking(found: re.Match[str], name: str) -> tuple[int, int] | None:
    """Offsets of the marking without its parentheses and inner blanks."""
    start, end = found.span(name)
    if start < 0:
        return None
    text = found.string
    start += text[start] == "("
    end -= text[end - 1] == ")"
    return content_start(text, start, end), content_end(text, start, end)


def follows(marker: str, last: str) -> bool:
    """Whether `marker` is the next of its list after `last`: the same dash, the next letter or number."""
    this, that = marker.strip("()."), last.strip("().")
    if not this.isalnum() or not that.isalnum() or marker[-1] != last[-1]:
        return marker == last
    if this.isdigit() and that.isdigit():
        return int(this) == int(that) + 1
    return len(this) == len(that) == 1 and ord(this) == ord(that) + 1


def is_bare(text: str, end: int, size: int, items: int) -> bool:
    """Whether behind a lead nothing stands before `items` but markup; from there on stands what closes the text."""
    begin, items = content_start(text, end, size), min(items, size)
    if begin < items and text[begin] in _MARKUP and items - begin <= _LONGEST_MARKUP:
        return not without_markup(text[begin:items]).strip(BLANKS)
    return begin >= items


def has_no_words(text: str, start: int, end: int) -> bool:
    """Whether a marker has nothing to mark: no words, or dashes alone on its line; below them a heading may stand."""
    begin = content_start(text, start, end)
    if begin == end or text[begin] not in _SIGNS:
        return begin == end
    stop = text.find("\n", begin, end)
    return not text[begin : stop if stop >= 0 else end].strip(_SIGNS + BLANKS)


def with_half_marking(text: str, lead: Lead, end: int, stop: int) -> int:
    """Gives a number the marking without its first parenthesis on the line below; returns where the lead ends."""
    begin = content_start(text, end, stop)
    found = line_matcher("half_marking").match(text, begin, stop) if "\n" in text[end:begin] else None
    if found is None:
        return end
    lead.marking = begin, found.end() - 1
    return found.end()


def worded_marking(words: str) -> tuple[str, str] | None:
    """The marking that prose begins with, whatever parted its words in print, and the words behind it; None without."""
    found = line_matcher("marking_lead").match(words) if words.startswith("(") else None
    inside = inner_marking(found, "PORTION") if found is not None else None
    return (words[slice(*inside)], words[found.end() :]) if found is not None and inside is not None else None


def may_begin_with_digit(text: str, position: int) -> bool:
    """Whether a digit 1 may stand for a pilcrow: a line from `position` on begins with 11."""
    if text.startswith(literals("number_one"), position):
        return False
    first, dash = literal("first_with_digit"), literal("dash_before_number")
    place = text.find(first, position)
    while place >= 0:  # one search of the whole text, and a look at what stands before each
        dashed = place - len(dash)
        line = dashed if dashed >= position and text.startswith(dash, dashed) else place
        if line == position or text[line - 1] == "\n":
            return True
        place = text.find(first, place + 1)
    return False
