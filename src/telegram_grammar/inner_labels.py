"""Where one field of the text head begins inside another's line, where lines were joined (practice: 29 cables)."""

from __future__ import annotations

from typing import Final

from telegram_grammar.head_words import head_matcher
from telegram_grammar.line_patterns import literal, literals
from telegram_grammar.words import BLANKS

__all__ = [
    "INNER_FIELDS",
    "classified_on_line",
    "executive_order_on_line",
    "inner_field",
    "paragraph_on_line",
    "ref_on_line",
    "subject_on_line",
    "tags_on_line",
]

#: What parts a label from the words before it: the colon of another label too, behind which it is the first word.
_BEFORE_LABEL: Final = f"{BLANKS}:"


def _inner_label(rule: str, text: str, start: int, end: int) -> int | None:
    """Where a label of the rule stands after a blank inside the range; every label holds one of its needed words."""
    for letters in literals(f"needed_{rule}"):
        if text.find(letters, start + 1, end) >= 0:
            break
    else:
        return None
    for found in head_matcher(rule).finditer(text, start + 1, end):
        if text[found.start() - 1] in _BEFORE_LABEL:
            return found.start()
    return None


def tags_on_line(text: str, start: int, end: int) -> int | None:
    """Where TAGS begin inside an E.O. line; None where they do not (9 cables)."""
    return _inner_label("inner_tags", text, start, end)


def subject_on_line(text: str, start: int, end: int) -> int | None:
    """Where SUBJECT begins inside another field's line; None where it does not."""
    return _inner_label("inner_subject", text, start, end)


def ref_on_line(text: str, start: int, end: int) -> int | None:
    """Where REF begins inside a SUBJECT line, after a blank, or glued to a word before a lettered item; else None."""
    if literal("needed_inner_reference") not in text[start:end]:
        return None
    place = _inner_label("inner_reference", text, start, end)
    if place is not None:
        return place
    found = head_matcher("glued_reference").search(text, start + 1, end)
    return found.start() if found else None


def classified_on_line(text: str, start: int, end: int) -> int | None:
    """Where Classified By begins inside a SUBJECT or REF line; None where it does not (9 cables)."""
    return _inner_label("inner_classified", text, start, end)


def executive_order_on_line(text: str, start: int, end: int) -> int | None:
    """Where the E.O. field begins inside a caption or class line; None where it does not (5 cables)."""
    return _inner_label("inner_executive_order", text, start, end)


def paragraph_on_line(text: str, start: int, end: int) -> int | None:
    """Where the first paragraph begins inside a Classified By or REASON line; None where it does not (1 cable)."""
    number = literal("needed_inner_paragraph")
    place = text.find(number, start, end)
    while place >= 0 and text[place + 2 : place + 3] not in BLANKS:  # "1.4 (b)" is a reason
        place = text.find(number, place + 2, end)
    if place < 0:
        return None
    found = head_matcher("inner_paragraph").search(text, start, end)
    return found.start("FIRST_PARAGRAPH") if found else None


#: Fields, and the first paragraph, that may begin inside another field's line, where lines were joined: the rule of
#: words that each holds, from which character of the line on (behind the line's own label), and how they are found.
INNER_FIELDS: Final = {
    "CLASS": ("needed_inner_executive_order", 1, (executive_order_on_line,)),
    "CAPTION": ("needed_inner_executive_order", 1, (executive_order_on_line,)),
    "EXECUTIVE_ORDER": ("needed_inner_tags", 1, (tags_on_line,)),
    "TAGS": ("needed_inner_subject", 1, (subject_on_line,)),
    "SUBJECT": ("needed_inner_colon", 8, (ref_on_line, classified_on_line)),
    "REFERENCE": ("needed_inner_colon", 4, (classified_on_line,)),
    "REFERENCE_ITEM": ("needed_inner_colon", 1, (classified_on_line,)),
    "CLASSIFIED_BY": ("needed_inner_paragraph", 1, (paragraph_on_line,)),
    "REASON": ("needed_inner_paragraph", 1, (paragraph_on_line,)),
}


def inner_field(text: str, kind: str, start: int, end: int, *, own: bool) -> int:
    """Where another field begins inside a line of a field of this kind, or the line's end.

    `own` says that it is the field's first line, with its own label.
    """
    needed, behind, labels = INNER_FIELDS[kind]
    behind = start + (behind if own else 1)
    for words in literals(needed):
        if text.find(words, behind, end) >= 0:
            break
    else:
        return end
    first = end
    for label in labels:
        cut = label(text, start, end)
        if cut is not None and start < cut < first:
            first = cut
    return first
