"""What of a reading is in doubt: what could be read another way once the cable is laid out in canonical form.

There each field stands in its place, prose is wrapped anew, and what interrupted it stands elsewhere; so beside other
neighbours, or on one line, words may claim to be something else. Of what is in doubt `settling` looks whether it lasts.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from telegram_grammar.codes import heading, noise, text_head
from telegram_grammar.codes import structure as codes
from telegram_grammar.drafting import Draft
from telegram_grammar.field_wraps import FIELDS, FURTHER_LINES
from telegram_grammar.leads import follows, worded_marking
from telegram_grammar.line_patterns import claim, is_claimed, line_matcher, literal, literals, patterns
from telegram_grammar.measures import LINE
from telegram_grammar.model import BodyItem, Cable, Heading, ListItem, Paragraph, Table
from telegram_grammar.structure import Repair, RepairKind, Structure
from telegram_grammar.tail_scanner import CLOSERS, glued_signature
from telegram_grammar.text_head_scanner import FIELDLESS_LINES, opens_body
from telegram_grammar.tree import Node
from telegram_grammar.words import BLANKS

__all__ = ["is_doubtful", "is_item_in_doubt", "is_parted_like_other_lines"]

#: Codes of lines that were kept whole because their parts could not be told; and of markup, which may hide what a line
#: is.
_DOUBTFUL: Final = frozenset(
    code.code
    for code in (
        noise.MARKUP,
        codes.BROKEN,
        codes.OTHER_MESSAGE,
        heading.ODD_ADDRESS,
        text_head.CLASS_LINE_REST,
    )
)
#: What begins a heading or a paragraph that opens the body whatever stands above it.
_OPENERS: Final = frozenset({"OVERLINE", "MARKING"})
_MOVED: Final = frozenset({"closing_line", "format_line", "joint", "STAMP"})
#: Lines behind which a field may go on.
_FIELD_LINES: Final = FIELDS | FURTHER_LINES
_REFERENCE_LINES: Final = frozenset({"REFERENCE", "REFERENCE_ITEM"})
#: Lines above the heading that are none of it: a class line there is the banner of a print-out.
_NOTICES: Final = frozenset({"NOTICE", "DATE_LINE", "RECORD", "DISTRIBUTION", "DEBRIS", "STAMP", "CLASS"})
#: So many captions and instructions are remembered: most cables have the same.
_INSTRUCTIONS: Final = 1024
#: A page mark has so many lines at most.
_MARK_LINES: Final = 5
#: A number of eight figures, a section and a total: a page mark has no fewer characters behind its post.
_SHORTEST_MARK: Final = len("00000001 002 OF 002")
#: Items of words. (A tuple: a union of classes is made anew whenever it is asked.)
_WORDED: Final = (Paragraph, Heading, ListItem)
_LED: Final = (Paragraph, ListItem)


def is_doubtful(tree: Structure, draft: Draft, cable: Cable) -> bool:
    """Whether a cable took repairs that could go another way once it is laid out in canonical form."""
    text = draft.source
    return (
        not _has_fields(cable)  # then only the order of lines tells some of them apart
        or (bool(tree.repairs) and any(_is_in_doubt(repair, text) for repair in tree.repairs))
        or draft.in_doubt
        or not _DOUBTFUL.isdisjoint([found.code for found in draft.diagnostics])
        or _ends_head(tree.root)
        or (bool(cable.section_starts) and not cable.section_starts[0].item)  # a field may go on behind such a mark
        or _instructs_like_another_line(cable)
        or (bool(cable.notices) and any(map(_notes_like_a_heading, cable.notices)))
        or (bool(cable.references) and (_goes_on_with_references(cable) or _refers_like_a_mark(cable)))
        or _has_doubtful_item(draft, cable)
    )


def is_item_in_doubt(draft: Draft, cable: Cable) -> bool:
    """Whether what is in doubt is an item of the body, wherever it stands, or hidden by markup."""
    return _has_doubtful_item(draft, cable) or any(found.code == noise.MARKUP.code for found in draft.diagnostics)


def _has_doubtful_item(draft: Draft, cable: Cable) -> bool:
    """Whether an item of the body could be read another way once it is laid out in canonical form."""
    return (
        draft.item_in_doubt
        or _begins_like_a_field(cable)
        or _begins_like_a_claim(cable, draft.laid_anew)
        or _ends_like_a_signature(cable)
        or is_parted_like_other_lines(cable)
    )


def _is_in_doubt(repair: Repair, text: str) -> bool:
    """Whether a repair could go another way: all but a skipped blank line, behind which nothing goes on, could."""
    return repair.kind is not RepairKind.SKIP_BLANK or _joins(repair, text)


def _joins(skipped: Repair, text: str) -> bool:
    """Whether behind blank lines that a repair skipped a field goes on: on one line its words may hold another."""
    place = skipped.leaf.end
    if skipped.after not in _FIELD_LINES or place == len(text):
        return False
    if skipped.after in _REFERENCE_LINES:  # an item keeps its own line
        lead = patterns().lead.match(text, place)
        if lead is not None and lead.lastgroup == "LETTER":
            return False
    return claim(patterns().text_head, text, place, len(text)) is None


def _ends_head(root: Node) -> bool:
    """Whether the body begins with lines that canonical text prints elsewhere, so that another ends the text head.

    A heading between rulers, or a paragraph with a lead, ends it wherever it stands.
    """
    for part in root.children:
        if part.kind == "body" and isinstance(part, Node):
            if part.children[0].kind not in _MOVED:
                return False
            below = next((one for one in part.children if one.kind not in (*_MOVED, "BLANK")), None)
            return not (isinstance(below, Node) and below.children[0].kind in _OPENERS)
    return False


def _begins_like_a_field(cable: Cable) -> bool:
    """Whether one of the first items has the words of a field's line, so that on one line it would be read as that.

    Or whether the signature has: captions above it would then stand among the fields.
    """
    if cable.signature is not None and _is_field(f"{cable.signature}\n"):
        return True
    for item in cable.body[:FIELDLESS_LINES]:
        if isinstance(item, Table):  # its lines are prose until all of them are seen
            if any(_is_field(f"{line.lstrip(BLANKS)}\n") for line in item.lines):
                return True
            continue
        if not isinstance(item, _WORDED):
            return False
        number = item.number if isinstance(item, Paragraph) else None
        opens = number is not None or (item.marking is not None and not isinstance(item, ListItem))
        if opens and number not in (None, 1):
            return False
        if number is not None and line_matcher("classified_by_start").match(item.text) is None:
            return False  # no other field has the number of a paragraph before its label
        if _is_field(f"{_lead(item)}{item.text}\n"):
            return True
        if opens or isinstance(item, Heading):  # a heading has a ruler
            return False
    return False


def _is_field(line: str) -> bool:
    """Whether a line would be one of the text head, and no caption."""
    found = patterns().text_head.match(line)
    return found is not None and found.lastgroup != "CAPTION"  # a caption behind a field is none


def _lead(item: Paragraph | Heading | ListItem) -> str:
    """What leads an item as canonical text prints it."""
    lead = f"({item.marking.text}) " if item.marking is not None else ""
    if isinstance(item, ListItem):
        return f"{item.marker} {lead}"
    return f"{item.number}. {lead}" if isinstance(item, Paragraph) and item.number is not None else lead


def _has_fields(cable: Cable) -> bool:
    """Whether the text head has the three fields that every telegram has (practice: all but 1 of 236)."""
    return bool(cable.executive_order and cable.tags and cable.subject)


def _instructs_like_another_line(cable: Cable) -> bool:
    """Whether a caption or an instruction would open the body behind the blank line that canonical text sets.

    Or whether one of them would begin a heading, which what stands above it kept it from, or be a page mark, which
    blanks between its words kept it from.
    """
    all_words = (*cable.captions, *cable.passing)
    for place, words in enumerate(all_words):
        if _opens_like_another_line(words):
            return True
        if words[-1:].isdigit():  # the lines of a mark may have been parted by a blank one
            lines = "\n".join(all_words[place : place + _MARK_LINES])
            if line_matcher("page_mark").match(lines) is not None:
                return True
    return False


@functools.lru_cache(_INSTRUCTIONS)
def _opens_like_another_line(words: str) -> bool:
    """Whether a caption or an instruction would open the body, or begin a heading, or be a ruler."""
    if line_matcher("heading_opener").match(words) is not None or words.startswith(literals("ruler_sign")):
        return True
    return not words[:1].isupper() and opens_body(patterns().lead.match(words), [])


def _goes_on_with_references(cable: Cable) -> bool:
    """Whether the body begins with an item of a list, where the last reference has a letter that it could follow."""
    return cable.references[-1].letter is not None and bool(cable.body) and isinstance(cable.body[0], ListItem)


def _refers_like_a_mark(cable: Cable) -> bool:
    """Whether a reference, with its letter as canonical text prints it, would be a page mark."""
    for one in cable.references:
        if one.letter is not None and len(one.text) >= _SHORTEST_MARK and one.text[-1].isdigit():
            mark = line_matcher("page_mark").fullmatch(f"{one.letter}. {one.text}")
            if mark is not None:
                return True
    return False


def _notes_like_a_heading(notice: str) -> bool:
    """Whether a notice would be a line of the heading above all others, where canonical text has it."""
    found = patterns().heading.match(f"{notice}\n")
    return found is not None and found.lastgroup not in _NOTICES


def _begins_like_a_claim(cable: Cable, laid_anew: Sequence[BodyItem]) -> bool:
    """Whether prose without a lead would be read as another item, or numbers from 11 on as those of pilcrows."""
    if f"{_first_number(cable)}." == literal("first_with_digit"):
        return True
    marked: set[str] = set()  # the portion markings that begin a line
    for item in laid_anew:
        if not isinstance(item, Paragraph):
            if isinstance(item, Heading):
                if item.marking is not None:
                    marked.add(item.marking.text)
                elif _is_like_a_ruler(item.text):
                    return True
            continue
        if item.number is None:
            if item.marking is not None:
                marked.add(item.marking.text)
                if _reads_otherwise(item.marking.text, item.text):
                    return True
            if item.marking is None and len(item.text) > 1 and is_claimed(item.text):
                return True
            if item is not cable.body[-1] and _is_like_a_heading(item.text):
                return True
            continue
        if item.marking is None and (not item.text or worded_marking(item.text)):
            return True  # it has no words, or a marking alone: a line break kept that from being read
    return bool(marked) and _are_like_markers(marked, cable)


def _is_like_a_ruler(words: str) -> bool:
    """Whether the words of a heading claim something, or begin with signs that would be a ruler over it."""
    return is_claimed(words) or words.startswith(literals("ruler_sign"))


def _are_like_markers(marked: AbstractSet[str], cable: Cable) -> bool:
    """Whether one of some portion markings would be the marker of the next item of a list."""
    markers = {item.marker for item in cable.body if isinstance(item, ListItem)}
    return any(follows(f"({marking})", last) for marking in marked if len(marking) == 1 for last in markers)


def _first_number(cable: Cable) -> int | None:
    """The number of the first paragraph that has one."""
    for item in cable.body:
        if isinstance(item, Paragraph) and item.number is not None:
            return item.number
    return None


def _is_like_a_heading(words: str) -> bool:
    """Whether words would be a heading on a line of their own: what interrupted them kept them from being one."""
    return len(words) <= LINE and line_matcher("plain_heading").fullmatch(words) is not None


def _reads_otherwise(marking: str, text: str) -> bool:
    """Whether words behind a marking would be, or end with, the ruler of a heading, or be the paragraph's number."""
    line = f"({marking}) {text}"
    if text.startswith(literal("inline_ruler")):
        return True
    if text[-1:] == "-" and line_matcher("ruled_heading").fullmatch(line) is not None:
        return True
    lead = patterns().lead.match(line)
    return lead is not None and lead.lastgroup == "DAMAGED_NUMBER"


def _ends_like_a_signature(cable: Cable) -> bool:
    """Whether the last item is, or ends with, a surname, where what stands above it may have stood between fields."""
    last = cable.body[-1] if cable.body and cable.signature is None else None
    if not isinstance(last, _LED):
        return False
    if len(last.text) <= LINE and patterns().tail.match(f"{last.text}\n") is not None:
        return True  # it would end the text, and a surname above it would be the signature
    lead = _lead(last)
    line = f"{lead}{last.text}"
    if not lead and len(cable.body) > 1 and line_matcher("signature_line").fullmatch(line):
        return True
    return not line[-1:].islower() and glued_signature(line, 0, len(line)) is not None


def _is_open_before(body: Sequence[BodyItem], place: int) -> bool:
    """Whether prose without a lead stands at a place, and above it prose that has not come to a close."""
    above = body[place - 1] if 0 < place < len(body) else None
    if not isinstance(above, _LED) or above.text[-1:] in CLOSERS:
        return False
    item = body[place]
    return isinstance(item, Paragraph) and item.number is None and item.marking is None


def _ends_in_ruler(words: str) -> bool:
    """Whether words would be a heading with its ruler."""
    return words[-1:] == "-" and line_matcher("ruled_heading").fullmatch(words) is not None


def is_parted_like_other_lines(cable: Cable) -> bool:
    """Whether words before or behind a page mark inside prose would be another item on a line of their own.

    Or whether prose would go on behind a mark between two items.
    """
    starts = cable.section_starts
    for place, start in enumerate(starts):
        if not start.offset and _is_open_before(cable.body, start.item):
            return True
        item = cable.body[start.item] if start.offset else None
        if not isinstance(item, _LED):
            continue
        if not _lead(item) and start.offset <= LINE + 1:
            words = item.text[: start.offset].rstrip(" ")
            if _is_like_a_heading(words) or is_claimed(words):
                return True
        is_first = not place or starts[place - 1].item != start.item  # before the others, words without the lead stand
        if is_first and _lead(item) and _ends_in_ruler(f"{_lead(item)}{item.text[: start.offset]}".rstrip(" ")):
            return True
        following = starts[place + 1] if place + 1 < len(starts) else None
        end = following.offset if following is not None and following.item == start.item else len(item.text)
        behind = item.text[start.offset : min(end, start.offset + LINE)].rstrip(" ")
        if is_claimed(behind):
            return True
        if cable.signature is None and line_matcher("signature_line").fullmatch(behind) is not None:
            return True  # it would be the signature
    return False
