"""The first reading: text -> leaves -> tree -> cable. Each stage is a module; here they follow one another."""

from __future__ import annotations

from typing import Final

from attrs import define

from telegram_grammar.body_scanner import scan_body
from telegram_grammar.builder import build, finish
from telegram_grammar.document import Document
from telegram_grammar.doubts import is_doubtful, is_item_in_doubt
from telegram_grammar.drafting import Draft
from telegram_grammar.heading_scanner import scan_heading
from telegram_grammar.markup import blanked, marked_up
from telegram_grammar.message_bounds import first_message_end
from telegram_grammar.places import Places
from telegram_grammar.section_hints import section_hints
from telegram_grammar.structure import structure
from telegram_grammar.text_head_scanner import scan_text_head
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import BLANKS, content_start

__all__ = ["Reading", "read", "scan"]

_BYTE_ORDER_MARK: Final = "\ufeff"


@define
class Reading:
    """A document, and whether it took repairs that could go another way once the text is laid out in canonical form."""

    document: Document
    doubtful: bool
    #: Whether an item of the body is in doubt, wherever it stands: then the first ones do not tell for the others.
    item_in_doubt: bool


def read(text: str) -> Reading:
    """Reads a text once, from leaves to cable."""
    marks = marked_up(text)
    plain = blanked(text, marks.around) if marks.around else text
    tree = structure(scan(plain), len(plain))
    draft = Draft.of(plain, marked_up=marks.inside)
    if marks.around:
        end = first_message_end(plain)  # another message is kept as it stands
        draft.report_markup(text, [place for place in marks.around if place[0] < end])
    build(tree, plain, draft)
    cable = finish(draft)
    document = Document(
        text, tree.root, cable, tuple(draft.diagnostics), Places(text, cable, draft.ranges, draft.inner)
    )
    doubtful = is_doubtful(tree, draft, cable)
    return Reading(document, doubtful, doubtful and is_item_in_doubt(draft, cable))


def scan(text: str) -> list[Leaf]:
    """Stage 1: the leaves of a text; they tile it."""
    leaves: list[Leaf] = []
    position = 0
    if _BYTE_ORDER_MARK in text[:1] or text[:1] in BLANKS:
        mark = content_start(text, 0, len(text))
        while text.startswith(_BYTE_ORDER_MARK, mark):
            position = mark + 1
            mark = content_start(text, position, len(text))
        if position:
            leaves.append(new_leaf("BOM", 0, position))
    end = first_message_end(text)
    message = text if end == len(text) else text[:end]
    position = scan_heading(message, position, leaves)
    position = scan_text_head(message, position, leaves)
    hints = section_hints(message, leaves)
    scan_body(message, position, leaves, hints.mark, later_section=hints.later)
    if end < len(text):
        leaves.append(new_leaf("OTHER_MESSAGE", end, len(text)))
    return leaves
