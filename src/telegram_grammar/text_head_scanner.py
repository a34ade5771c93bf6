"""Stage 1, the text head (format line 12 up to the first paragraph): its lines, each with the kind it claims to be.

Three modes follow one another and never go back: the heading (`heading_scanner`), the text head, and the body
(`body_scanner`). The patterns come from `grammars/lines.lark`; this module only says in which order they are asked, and
merges runs of plain lines into one leaf.
"""

from __future__ import annotations

import re
from typing import Final

from telegram_grammar.field_wraps import (
    BETWEEN_PAGES,
    FIELDS,
    FURTHER_LINES,
    OF_PAGES,
    PAGES,
    behind_page,
    bridge_pages,
    join_subject,
)
from telegram_grammar.head_words import head_matcher
from telegram_grammar.inner_labels import INNER_FIELDS, inner_field
from telegram_grammar.leads import ITEM_LEADS
from telegram_grammar.line_patterns import claim, line_matcher, patterns
from telegram_grammar.section_hints import section_hints
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import BLANKS, content, content_start, last_line_start

__all__ = [
    "FIELDLESS_LINES",
    "LEAF_KINDS",
    "NOTHING",
    "STRAY_SEPARATION",
    "heading_above",
    "opens_body",
    "scan_text_head",
]

#: BT between addresses, or in the text head: it parts nothing.
STRAY_SEPARATION: Final = "STRAY_SEPARATION"
#: Leads that open a paragraph and with it the body.
_PARAGRAPH_LEADS: Final = frozenset({"MARKED_NUMBER", "DAMAGED_NUMBER", "MARKING"})
_FIELD_LINES: Final = FIELDS | {"REFERENCE_ITEM"}
#: What may end a text head without fields.
_CAPTIONS: Final = frozenset({"CAPTION", "CLASS"})
#: What closes a text, or frames it on the wire.
_CLOSES_TEXT: Final = frozenset({"MINIMIZE", "TRAILER", "VALIDATION", "END_OF_TEXT", "NOTICE"})
#: Leads that go on with a list of references.
_LETTERED_OR_MARKED: Final = frozenset({"LETTER", "PARENTHESISED", "MARKING"})
#: Fields that every section has, above its text (ACP 127 section 208).
_REPEATED: Final = frozenset({"EXECUTIVE_ORDER", "TAGS", "SUBJECT"})
#: What may stand behind the first line of a field, and between two items of a REF list.
_WITHIN_FIELDS: Final = BETWEEN_PAGES | {"TEXT"}
#: What may stand between a class line and the fields.
_ABOVE_FIELDS: Final = PAGES | {"BLANK", "CAPTION"}
#: What may stand at the top and is nothing, for canonical text leaves it out.
NOTHING: Final = frozenset({"BOM", "BLANK", "PAGE_HEAD", "PAGE_MARK", "LONE_PILCROW"})
#: How a line is called where it stands: a stamp above the body is in the margin of the fields.
LEAF_KINDS: Final = {"REDACTED_MARK": "PAGE_MARK", "STAMP": "MARGIN_STAMP"}
#: What stands below an E.O. line.
_BEHIND_ORDER: Final = frozenset({"TAGS", "SUBJECT"})
#: So many lines below a line are looked at.
_NEAR_LINES: Final = 8
#: A number of more figures is a year.
_FIGURES: Final = 3
#: The letter of a REF line without an item: it is before A.
_NO_ITEM: Final = "@"
#: So many lines without a field end the text head of a text that has no numbered paragraph.
FIELDLESS_LINES: Final = 40


def opens_body(found: re.Match[str] | None, leaves: list[Leaf]) -> bool:
    """Whether a paragraph begins with this lead: with a portion marking, or with the number 1."""
    if found is None:
        return False
    if found.lastgroup in _PARAGRAPH_LEADS:
        return True
    if found.lastgroup != "NUMBER" or sum(map(str.isdigit, found.group())) > _FIGURES:
        return False
    return not leaves or leaves[-1].kind in NOTHING or "¶" in found.group()


def _is_first_paragraph(text: str, lead: re.Match[str], leaves: list[Leaf]) -> bool:
    """Whether number 1, without a marking, opens the body right below a field: no line of a field begins with it.

    Only the items of a list of references may, which then stand below its label.
    """
    listed = bool(leaves) and leaves[-1].kind == "REFERENCE" and leaves[-1].value == _NO_ITEM
    begin = content_start(text, lead.start(), lead.end())
    return not listed and line_matcher("first_paragraph").match(text, begin) is not None


def scan_text_head(text: str, position: int, leaves: list[Leaf]) -> int:
    """Reads the lines of the text head; returns where the body begins.

    What stands behind the last field, or behind the last caption where there is no field, is the body's.
    """
    known = patterns()
    match, lead_match = known.text_head.match, known.lead.match
    size = len(text)
    first = len(leaves)
    without_field = 0
    had: set[str] = set()
    class_line: Leaf | None = None
    has_text = False
    later: bool | None = None
    while position < size and without_field < FIELDLESS_LINES:
        found = match(text, position)
        if found is None and text[position] in BLANKS:
            found = match(text, content_start(text, position, size))
        letter: str | None = None
        if found is not None:
            kind, end = found.lastgroup or "", found.end()
            if kind == "BLANK":  # a third of the lines
                leaves.append(new_leaf(kind, position, end))
                without_field += 1
                position = end
                continue
            if kind == "REFERENCE" and line_matcher("prose_reference").match(text, found.start(), end):
                kind = "TEXT"
        else:
            kind, end = "TEXT", text.find("\n", position) + 1 or size
        if kind == "TEXT":
            lead = lead_match(text, position)
            if lead is None and text[position] in BLANKS:
                lead = lead_match(text, content_start(text, position, size))
            if lead is not None:
                letter = _reference_letter(lead, leaves) or None
                if letter:
                    kind = "REFERENCE_ITEM"
                elif opens_body(lead, leaves) or _is_first_paragraph(text, lead, leaves):
                    break
        elif kind in ("RULER", "RULED_HEADING"):
            position = heading_above(text, position, leaves, first)
            break
        elif kind == "CLASS":
            if class_line is not None and has_text and not had and _is_joint(text, position, end, class_line):
                break
        elif kind in ("END_OF_MESSAGE", "FOOTER"):
            break
        elif kind in _REPEATED:
            if kind in had and "SUBJECT" in had and leaves[-1].kind == "BLANK":
                later = section_hints(text, leaves).later if later is None else later
                if later:  # below its subject and a blank line the text of a later section goes on, whatever its words
                    break
            had.add(kind)
        if kind in INNER_FIELDS or (kind == "TEXT" and leaves):
            end = _inner_field(text, kind, position, end, leaves)
        without_field = 0 if kind in FIELDS else without_field + 1
        if kind == "TEXT" and leaves and leaves[-1].kind == "TEXT":
            leaves[-1].end = end
        else:
            if kind == "REFERENCE":
                letter = _first_letter(text, position, end)
            leaves.append(new_leaf(LEAF_KINDS.get(kind, kind), position, end, letter))
            if kind == "TEXT":
                has_text = True
            elif kind == "CLASS" and class_line is None:
                class_line = leaves[-1]
        position = end
    position = _give_back(text, leaves, first, position)
    join_subject(text, leaves, first)
    kinds = {leaf.kind for leaf in leaves[first:]}
    if "END_OF_TEXT" in kinds:
        for leaf in leaves[first:]:
            if leaf.kind == "END_OF_TEXT":  # a field stands below it
                leaf.kind = STRAY_SEPARATION
    if not OF_PAGES.isdisjoint(kinds):
        bridge_pages(text, leaves, first)
    return position


def _is_joint(text: str, position: int, end: int, own: Leaf) -> bool:
    """Whether a class line below text is that of a later section, not the message's own class line once more."""
    start, stop = content(text, position, end)
    return (
        line_matcher("joint_class").fullmatch(text, start, stop) is not None
        and text[start:stop] != text[slice(*content(text, own.start, own.end))]
        and _claim_below(text, end) not in FIELDS
    )


def _claim_below(text: str, position: int) -> str:
    """What the first line below claims that is no blank line, page mark or caption; "" for text, or if none is near."""
    for _ in range(_NEAR_LINES):
        found = claim(patterns().text_head, text, position, len(text)) if position < len(text) else None
        kind = found.lastgroup or "" if found is not None else ""
        if found is None or LEAF_KINDS.get(kind, kind) not in _ABOVE_FIELDS:
            return kind
        position = found.end()
    return ""


def _inner_field(text: str, kind: str, position: int, end: int, leaves: list[Leaf]) -> int:
    """Where another field begins inside a field's line, or the line's end."""
    is_text = kind == "TEXT"
    if is_text:
        kind = _kind_above(leaves)
        if kind not in INNER_FIELDS:
            return end
    first = inner_field(text, kind, position, end, own=not is_text)
    if is_text and first < end and kind in _CAPTIONS and _claim_below(text, end) not in _BEHIND_ORDER:
        return end  # words that name an order, and no field
    return first


def _kind_above(leaves: list[Leaf]) -> str:
    """The kind of line with which a line of text goes on; behind a blank line it can be an instruction below captions.

    Lines of text are one leaf, but where a cut or the end of a page has parted them.
    """
    kind = leaves[-1].kind
    if kind not in _WITHIN_FIELDS:
        return kind
    place, parted = len(leaves) - 1, False
    while place >= 0 and leaves[place].kind in _WITHIN_FIELDS:
        parted = parted or leaves[place].kind == "BLANK"
        place -= 1
    kind = leaves[place].kind if place >= 0 else ""
    return "" if parted and kind not in _CAPTIONS else kind


def _reference_letter(lead: re.Match[str], leaves: list[Leaf]) -> str:
    """The letter of a line that goes on with a REF list, beyond the list's last one; "" where the line does not."""
    if lead.lastgroup not in _LETTERED_OR_MARKED:
        return ""
    for previous in reversed(leaves):
        if previous.kind not in _WITHIN_FIELDS:
            break
    else:
        return ""
    if previous.kind not in ("REFERENCE", "REFERENCE_ITEM"):
        return ""
    # behind a blank line a marking begins a paragraph, and only a list that has begun with a letter goes on
    if leaves[-1].kind == "BLANK" and (lead.lastgroup == "MARKING" or not previous.value):
        return ""
    letters = [char.upper() for char in lead.group() if char.isalpha()]
    return letters[0] if len(letters) == 1 and letters[0] > str(previous.value or "") else ""


def _first_letter(text: str, start: int, end: int) -> str:
    """The letter of the first item on the REF line; "@", which is before A, without an item, "" without a letter."""
    label = head_matcher("reference_label").match(text, start, end)
    begin, stop = content(text, label.end() if label else start, end)
    found = head_matcher("reference_mark").match(text, begin, stop)
    if found is None:
        return _NO_ITEM if begin == stop else ""
    return next((char.upper() for char in found["LETTER"] if char.isalpha()), "")


def heading_above(text: str, position: int, leaves: list[Leaf], first: int) -> int:
    """A ruler opens the body; the plain line or lines right above it are its heading, but an item of a list is none."""
    if len(leaves) > first and leaves[-1].kind == "TEXT":
        above = leaves[-1]
        start = last_line_start(text, above.start, above.end)
        lead = claim(patterns().lead, text, start, above.end)
        if lead is not None and lead.lastgroup in ITEM_LEADS:
            return position
        if start == above.start:
            leaves.pop()
        else:
            above.end = start
        return start
    return position


def _give_back(text: str, leaves: list[Leaf], first: int, position: int) -> int:
    """Leaves the text head's leaves up to its last field and that field's own lines."""
    field = _behind_last(leaves, first, _FIELD_LINES)
    if not field:
        end = _text_end(leaves, first)
        if end < len(leaves):
            position = leaves[end].start
            del leaves[end:]
    keep = field or _behind_last(leaves, first, _CAPTIONS)
    if not keep:
        keep = first
    else:
        goes_on = keep
        while goes_on:
            keep = goes_on
            while keep < len(leaves) and leaves[keep].kind in FURTHER_LINES:
                keep += 1
            goes_on = behind_page(text, leaves, keep) if field else 0
        while keep < len(leaves) and (leaves[keep].kind == "BLANK" or leaves[keep].kind in PAGES):
            keep += 1
    if keep < len(leaves):
        position = leaves[keep].start
        del leaves[keep:]
    return position


def _text_end(leaves: list[Leaf], first: int) -> int:
    """Where the first line stands that closes or frames a text, with words above it or right below.

    Where no field does, these are the text's own. A line that says that the text ends needs no words.
    """
    words = False
    for place in range(first, len(leaves)):
        kind = leaves[place].kind
        words = words or kind in ("TEXT", "TRAILER")
        if kind in _CLOSES_TEXT and (words or _kind_below(leaves, place + 1) == "TEXT"):
            return place
    return len(leaves)


def _kind_below(leaves: list[Leaf], place: int) -> str:
    """The kind of the first leaf from a place on that is no blank line or page mark; "" where there is none."""
    for leaf in leaves[place : place + _NEAR_LINES]:
        if leaf.kind != "BLANK" and leaf.kind not in PAGES:
            return leaf.kind
    return ""


def _behind_last(leaves: list[Leaf], first: int, kinds: frozenset[str]) -> int:
    """The place behind the last leaf of these kinds, 0 where there is none from `first` on."""
    for place in range(len(leaves), first, -1):
        if leaves[place - 1].kind in kinds:
            return place
    return 0
