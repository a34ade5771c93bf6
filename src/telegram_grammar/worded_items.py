"""Items that words alone tell: on lines of their own, as canonical text sets them, they would be read as that.

A line end, markup or a page mark can keep a line from being read as what its words are. Words decide then, as they do
for a portion marking (`leads.worded_marking`), so that a text and its canonical form are the same cable.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import body_patterns, line_matcher, patterns
from telegram_grammar.model import Heading, ListItem, PortionMarking, new_heading, new_list_item

__all__ = ["is_read_as_item", "numbered_words", "worded_item"]

#: Leads that a marker is: a portion marking is one where its letter is the next of a list.
_MARKERS: Final = frozenset({"LETTER", "PARENTHESISED", "BULLET", "REGULAR_ITEM", "MARKING"})


def worded_item(words: str) -> Heading | ListItem | None:
    """The heading with its ruler, or the item of a list, that prose without a lead is by its words; else None."""
    if words[-1:] == "-":
        return _ruled_heading(words)
    if words[:2].isalpha():
        return None  # no marker, as most
    found = line_matcher("worded_item").fullmatch(words)
    return new_list_item(found["WORDED_MARKER"], found["WORDED_TEXT"]) if found is not None else None


def is_read_as_item(marker: str, words: str, marking: PortionMarking | None) -> bool:
    """Whether the line of an item, as canonical text prints it, is read as one: it may claim to be another line.

    A portion marking makes a paragraph of a number, unless a parenthesis stands behind that and none before.
    """
    lead = f"{marker} ({marking.text})" if marking is not None else marker
    claim = body_patterns().line.match(f"{lead} {words}")
    kind = claim.lastgroup if claim is not None else None
    if kind == "NUMBER" or kind == "MARKED_NUMBER":
        return marker[:-1].isdigit() and (kind == "NUMBER" or marker[-1] == ")")
    return kind in _MARKERS


def _ruled_heading(words: str) -> Heading | None:
    """A heading that has its ruler on the same line."""
    claim = body_patterns().line.match(words)
    if claim is None or claim.lastgroup != "RULED_HEADING" or claim.end() < len(words):
        return None
    found = line_matcher("ruled_heading").fullmatch(words)
    return new_heading(found["headline"].rstrip(" ")) if found is not None else None


def numbered_words(marking: str, words: str) -> tuple[int, str] | None:
    """The number with which words behind a portion marking begin, and the words behind it; None without one."""
    if not words[:1].isdigit():
        return None
    line = f"({marking}) {words}"
    lead = patterns().lead.match(line)
    if lead is None or lead.lastgroup != "DAMAGED_NUMBER" or lead.end() == len(line):
        return None
    found = line_matcher("paragraph_lead").fullmatch(line, 0, lead.end())
    return (int(found["NUMERAL_2"]), line[lead.end() :].lstrip(" ")) if found is not None else None
