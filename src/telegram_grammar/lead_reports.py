"""What is unusual about how the lead of a paragraph or an item is printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from telegram_grammar.codes import body as codes
from telegram_grammar.codes import noise
from telegram_grammar.drafting import Draft
from telegram_grammar.leads import Lead
from telegram_grammar.tree import Leaf, Part
from telegram_grammar.words import BLANKS, content, content_start, word_end, word_start

__all__ = ["report_marker", "report_number", "report_worded"]

#: The leaves in which the words of a paragraph, an item or a heading stand.
_WORDS: Final = frozenset({"PROSE", "PARTED_PROSE", "HEADLINE", "PLAIN_HEADING", "RULED_HEADING"})


def report_number(draft: Draft, leaf: Part, read: Lead, number: int) -> None:
    """What is unusual about how a paragraph number is printed."""
    source = draft.source
    assert read.numeral is not None  # every number has its place
    start, end = read.numeral
    printed = source[start:end]
    plain = f"{number}."
    if leaf.start and source[leaf.start - 1] != "\n":
        draft.report(codes.NUMBER_INSIDE_LINE, start, end, expected="a line of its own", number=str(number))
    if printed == plain and source[end : end + 1] == " ":
        return
    whole = word_end(source, end, len(source))
    if printed[0] == "-":
        behind = content_start(source, start + 1, end)
        draft.report(noise.DASHED_PARAGRAPH, start, behind, fix="")
        start, printed = behind, source[behind:end]
    if read.digit_pilcrow:
        fix = plain if whole == end else None
        draft.report(noise.DIGIT_PILCROW, start, whole, expected=plain, fix=fix, found=printed, number=str(number))
    elif printed[0] in "¶q":
        fix = plain if whole == end and printed.lstrip("¶q ") == plain else None
        draft.report(noise.PILCROW, start, whole, expected=plain, fix=fix)
    if printed.lstrip("¶q ") != plain and not read.digit_pilcrow:
        draft.report(codes.NUMBER_FORM, start, whole, expected=plain, found=printed)
    elif whole > end and printed[0] not in "¶q" and not read.digit_pilcrow:
        draft.report(codes.NUMBER_FORM, start, whole, expected=f"{plain} and a blank", found=source[start:whole])


def report_marker(draft: Draft, leaf: Leaf, marker: str) -> None:
    """A marker that is glued to what follows it, or has a dash before it that is no part of it."""
    source = draft.source
    begin, place = content_start(source, leaf.start, leaf.end), source.find(marker, leaf.start)
    end = place + len(marker)
    if source[begin:place].strip(BLANKS):
        code = noise.DASHED_PARAGRAPH if source[begin] == "-" else noise.PILCROW
        draft.report(code, begin, word_end(source, end, len(source)), expected=marker)
    if source[end : end + 1] not in BLANKS:
        start = word_start(source, leaf.start, end)
        draft.report(codes.GLUED_MARKER, start, word_end(source, end, len(source)), expected="a blank", found=marker)


def report_worded(draft: Draft, marking: str, parts: Sequence[Part]) -> None:
    """A marking that its words alone tell, at the beginning of some parts: what interrupts them may stand inside it."""
    source, prose = draft.source, [part for part in parts if part.kind in _WORDS]
    start, last = content(source, prose[0].start, prose[-1].end)
    for part in prose:
        closing = source.find(")", part.start, part.end)
        if closing >= 0:
            last = word_end(source, closing, part.end)
            break
    if source[start:last] != f"({marking})":
        draft.report(codes.PORTION_FORM, start, last, expected=f"({marking})", found=draft.words(start, last))
