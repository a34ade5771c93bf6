"""Stage 1, the top of the text: the lines of the heading (format lines 1 to 11), each with the kind it claims to be.

The heading goes on to the first line of the text head, unless that stands out of its place. The patterns come from
`grammars/lines.lark`; this module only says in which order they are asked.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.field_wraps import FIELDS, PAGES
from telegram_grammar.line_patterns import claim, line_matcher, literal, patterns
from telegram_grammar.text_head_scanner import (
    LEAF_KINDS,
    NOTHING,
    STRAY_SEPARATION,
    heading_above,
    opens_body,
)
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import BLANKS, content, content_start

__all__ = ["scan_heading"]

#: Kinds of the text head that end the heading even where the class line is missing.
_TEXT_HEAD_KINDS: Final = frozenset(
    {"CLASS", "CAPTION", "EXECUTIVE_ORDER", "TAGS", "SUBJECT", "CLASSIFIED_BY", "RULER"}
)
#: After a class line, these show that it was the banner of a print-out and no class line.
_HEADING_OPENERS: Final = frozenset({"TRANSMISSION", "ROUTING", "STATION", "DTG"})
#: Kinds that are lines of the heading wherever they stand in it.
_HEADING_LINES: Final = frozenset(
    {"ADDRESS", "TRANSMISSION", "STATION", "SECURITY", "DTG", "ORIGINATOR", "ACTION", "INFORMATION", "ROUTING", "BLANK"}
)
#: A line of the text head right above one of these stands out of its place.
_UNDER_HEADING: Final = frozenset(
    {"ADDRESS", "TRANSMISSION", "STATION", "SECURITY", "DTG", "ROUTING", "ACCOUNTING", "SEPARATION"}
)
#: Lines of the heading that begin with a word. So many of these, and of addresses without a routing indicator, may be.
_KEYWORDS: Final = frozenset({"ORIGINATOR", "ACTION", "INFORMATION"})
_OPEN_LINES: Final = 12
_ROUTING: Final = frozenset({"ROUTING", "ROUTING_CONTINUATION"})
#: What goes on with the addresses.
_FURTHER_ADDRESSES: Final = frozenset({"ADDRESS", "INFORMATION", "EXEMPTED"})
#: So many lines at most of the text head, and banners, stand above a heading.
_CLASS_LINES: Final = 4
_ADDRESS_KINDS: Final = frozenset({"ACTION", "INFORMATION", "EXEMPTED", "ADDRESS", "PLAIN_ADDRESS"})
#: What parts no addresses: page marks, and lines of the text head out of their place.
_PASSED_OVER: Final = PAGES | _TEXT_HEAD_KINDS - {"RULER"}
#: So many lines at most a publisher or an archive puts between its banner and the message.
_LINES_BELOW_BANNER: Final = 60
#: What stands there, and between the header of a mail and the message.
_NOTICES: Final = frozenset({"NOTICE", "DATE_LINE", "RECORD", "DISTRIBUTION", "BLANK"})
#: What begins the message below the header of a mail; and below one of several lines, where one could be a field.
_BELOW_MAIL: Final = _HEADING_OPENERS | {"ORIGINATOR", "BARE_DTG"}
_BELOW_LONG_HEADER: Final = _BELOW_MAIL | {"CLASS"}
#: So many characters at most a print-out puts between its banner and the message.
_PRINT_OUT: Final = 4000


def scan_heading(text: str, position: int, leaves: list[Leaf]) -> int:
    """Reads the heading's lines; returns where the text head, or failing that the body, begins."""
    known = patterns()
    match, size = known.heading.match, len(text)
    class_lines = top = 0
    position = _mail_header(text, position, leaves)
    while position < size:
        found = match(text, position)
        if found is None and text[position] in BLANKS:
            found = match(text, content_start(text, position, size))
        if found is None:
            end = text.find("\n", position) + 1 or size
            if leaves and leaves[-1].kind in _ROUTING and _is_routing(text, position, end):
                leaves.append(new_leaf("ROUTING_CONTINUATION", position, end))
                position = end
                continue
            if opens_body(claim(known.lead, text, position, size), leaves):
                return position
            position = _plain_heading_line(text, position, leaves)
            continue
        kind, end = found.lastgroup or "", found.end()
        if kind in _HEADING_LINES:  # nearly every line: nothing to ask
            leaf = Leaf()  # what `new_leaf` does
            leaf.kind = kind
            leaf.start = position
            leaf.end = position = end
            leaf.value = None
            leaves.append(leaf)
            continue
        if kind == "ROUTING_CONTINUATION" and _above(leaves) in _ADDRESS_KINDS:  # a place, and no indicator: ROME
            position = _plain_heading_line(text, position, leaves)
            continue
        if kind in _TEXT_HEAD_KINDS or kind == "REFERENCE":
            top = _first_that_counts(leaves, top)
        if kind in _TEXT_HEAD_KINDS or (kind == "REFERENCE" and top == len(leaves)):
            if kind == "CLASS" and class_lines < _CLASS_LINES and _is_banner(text, end, leaves):
                kind = "BANNER"
            elif kind == "RULER" and top < len(leaves):
                return heading_above(text, position, leaves, 0)
            elif kind != "RULER" and not _goes_on(text, end):
                return position
            class_lines += 1
        if kind == "SEPARATION":
            if _next_kind(text, end) in _FURTHER_ADDRESSES:
                kind = STRAY_SEPARATION
            elif leaves[-1:] and leaves[-1].kind == "PLAIN_ADDRESS":
                _accounting_above(text, leaves[-1])
        leaves.append(new_leaf(LEAF_KINDS.get(kind, kind), position, end))
        position = end
    return position


def _mail_header(text: str, position: int, leaves: list[Leaf]) -> int:
    """Reads the header of the mail with which a telegram was sent on; returns where its heading begins."""
    match, size = line_matcher("mail_header").match, len(text)
    place = max(text.rfind("\n", position, content_start(text, position, size)) + 1, position)
    found = [new_leaf("BLANK", position, place)] if place > position else []
    blanks = len(found)
    while (line := match(text, content_start(text, place, size))) is not None:
        found.append(new_leaf("RECORD", place, line.end()))
        place = line.end()
    lines = len(found) - blanks
    if not lines or not _stands_above(text, place, _BELOW_MAIL if lines == 1 else _BELOW_LONG_HEADER):
        return position
    leaves += found
    return place


def _stands_above(text: str, position: int, kinds: frozenset[str]) -> bool:
    """Whether a line of these kinds follows, below no more than what a publisher or an archive put there."""
    for _ in range(_LINES_BELOW_BANNER):
        found = claim(patterns().heading, text, position, len(text)) if position < len(text) else None
        if found is None or found.lastgroup not in _NOTICES:
            return found is not None and found.lastgroup in kinds
        position = found.end()
    return False


def _is_routing(text: str, position: int, end: int) -> bool:
    """Whether a line is the rest of a routing line."""
    return line_matcher("routing_rest").fullmatch(text, *content(text, position, end)) is not None


def _goes_on(text: str, position: int) -> bool:
    """Whether the heading goes on right behind a line of the text head, which then stands out of its place.

    Words may begin with FM, TO or INFO, and be those of an address: such a line tells only where another one of the
    heading, or BT, follows. Plain lines alone above BT are addresses only where a text head follows it.
    """
    known, size, plain = patterns(), len(text), line_matcher("plain_address")
    words: set[bool] = set()  # whether lines stood between that claim something, and such that do not
    for _ in range(_OPEN_LINES):
        found = claim(known.heading, text, position, size) if position < size else None
        if found is not None and found.lastgroup not in _KEYWORDS:
            if words == {False} and found.lastgroup == "SEPARATION":
                return _next_kind(text, content_start(text, found.end(), size)) in _TEXT_HEAD_KINDS
            return found.lastgroup in _UNDER_HEADING
        strong = claim(known.text_head, text, position, size) if found is not None else None
        if strong is not None and strong.lastgroup == "STRONG_ADDRESS":
            return True
        end = found.end() if found is not None else text.find("\n", position) + 1 or size
        if found is None and plain.fullmatch(text, *content(text, position, end)) is None:
            return False
        words.add(found is not None)
        position = end
    return False


def _next_kind(text: str, position: int) -> str | None:
    """What the next line would be in the heading."""
    found = claim(patterns().heading, text, position, len(text)) if position < len(text) else None
    return found.lastgroup if found is not None else None


def _first_that_counts(leaves: list[Leaf], place: int) -> int:
    """The first leaf from a place on that is not nothing; their number where there is none."""
    while place < len(leaves) and leaves[place].kind in NOTHING:
        place += 1
    return place


def _accounting_above(text: str, leaf: Leaf) -> None:
    """One word right above BT is the accounting symbol and no address."""
    if line_matcher("accounting_symbol").fullmatch(text, *content(text, leaf.start, leaf.end)):
        leaf.kind = "ACCOUNTING"


def _plain_heading_line(text: str, position: int, leaves: list[Leaf]) -> int:
    """A line that claims nothing: an address without routing indicator where addresses stand, else plain text."""
    end = text.find("\n", position) + 1 or len(text)
    plain = _above(leaves) in _ADDRESS_KINDS
    if plain and line_matcher("plain_address").fullmatch(text, *content(text, position, end)):
        leaves.append(new_leaf("PLAIN_ADDRESS", position, end))
        return end
    if not plain:
        found = patterns().head_run.match(text, position)
        end = found.end() if found else len(text)
    if leaves and leaves[-1].kind == "TEXT":
        leaves[-1].end = end
    else:
        leaves.append(new_leaf("TEXT", position, end))
    return end


def _above(leaves: list[Leaf]) -> str:
    """The kind of the last line that is no page mark and stands in its place; "" where there is none."""
    return next((leaf.kind for leaf in reversed(leaves) if leaf.kind not in _PASSED_OVER), "")


def _is_banner(text: str, position: int, leaves: list[Leaf]) -> bool:
    """Whether a heading follows what looks like a class line: at once, or a transmission identification soon."""
    for leaf in leaves:
        if leaf.kind in _HEADING_OPENERS:
            return False
    known, near = patterns(), position + _PRINT_OUT
    named = text.find(literal("needed_message"), position, near) >= 0
    soon = known.message.search(text, position, near) if named else None
    if soon is not None and not _holds_paragraph(text, position, soon.start()):
        return True
    for _ in range(_LINES_BELOW_BANNER):
        if _holds_paragraph(text, position, position + 1):
            return False
        found = claim(known.heading, text, position, len(text)) if position < len(text) else None
        kind = found.lastgroup if found is not None else None
        if kind in _HEADING_OPENERS or kind in FIELDS or position >= len(text):
            return kind in _HEADING_OPENERS
        position = found.end() if found is not None else text.find("\n", position) + 1 or len(text)
    return False


def _holds_paragraph(text: str, position: int, end: int) -> bool:
    """Whether a line that begins before `end` opens a paragraph: then the text has begun, and no heading follows."""
    while position < min(end, len(text)):
        lead = claim(patterns().lead, text, position, len(text))
        if opens_body(lead, []):
            return True
        position = text.find("\n", position) + 1 or end
    return False
