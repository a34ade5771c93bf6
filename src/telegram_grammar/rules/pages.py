"""Rules of page marks, sections and what ends a message (ACP 127 sections 114 and 208)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from telegram_grammar.codes import page_rules as codes
from telegram_grammar.measures import PAGE_LINES, SECTION_LINES
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.marks import Mark
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

_FIGURES: Final = 6


def _own(context: Context) -> list[Mark]:
    """The marks of this message: those with its number, or with none."""
    message = context.cable.message
    number = message.number.zfill(8) if message else None
    return [mark for mark in context.marks if number is None or mark.number in (None, number)]


def number_figures(context: Context) -> Iterator[Finding]:
    """Six figures (practice)."""
    message = context.cable.message
    if message is not None and message.number and len(message.number) != _FIGURES:
        place = context.spot(message.number, message, last=True)
        yield context.found(
            codes.NUMBER_FIGURES, place, expected=message.number.zfill(_FIGURES), number=message.number,
            figures=str(len(message.number)),
        )  # fmt: skip


def section_number(context: Context) -> Iterator[Finding]:
    """From 1 to the total (ACP 127 section 208)."""
    section = context.cable.section
    if section is not None and not 1 <= section.number <= section.total:
        yield context.found(
            codes.SECTION_NUMBER, section, expected=f"1 to {section.total}", number=str(section.number),
            total=str(section.total),
        )  # fmt: skip


def section_of_one(context: Context) -> Iterator[Finding]:
    """SECTION only where there are several (ACP 127 section 208)."""
    section = context.cable.section
    if section is not None and section.number == section.total == 1:
        yield context.found(codes.SECTION_OF_ONE, section, expected="no SECTION")


def marks_without_section(context: Context) -> Iterator[Finding]:
    """A message with page marks has SECTION in its class line (ACP 127 section 208)."""
    cable, marks = context.cable, _own(context)
    if marks and cable.section is None and cable.message is not None:
        total = str(marks[0].total)
        yield context.found(
            codes.MARKS_WITHOUT_SECTION, marks[0].place, expected=f"SECTION 01 OF {total.zfill(2)}", total=total
        )


def mark_order(context: Context) -> Iterator[Finding]:
    """Each mark is of a later section, or of a later page, than the one before it (ACP 127 section 208)."""
    for before, mark in pairwise(_own(context)):
        if (mark.section, mark.page or 0) <= (before.section, before.page or 0):
            yield context.found(
                codes.MARK_ORDER, mark.place, expected="the sections in order", mark=_name(mark), before=_name(before)
            )


def _name(mark: Mark) -> str:
    return f"section {mark.section}" if mark.page is None else f"section {mark.section}, page {mark.page}"


def marks_missing(context: Context) -> Iterator[Finding]:
    """Where there are marks, there is one for each section from the second (ACP 127 section 208)."""
    section, marks = context.cable.section, _own(context)
    if section is None or section.number != 1 or not marks:
        return
    present = {mark.section for mark in marks}
    missing = [number for number in range(2, section.total + 1) if number not in present]
    if missing:
        yield context.found(
            codes.MARKS_MISSING, marks[0].place, expected=f"marks of sections 2 to {section.total}",
            sections=", ".join(map(str, missing)), total=str(section.total),
        )  # fmt: skip


def marks_of_two_kinds(context: Context) -> Iterator[Finding]:
    """Page numbers in all marks, or in none (practice); the first that differs from the one before it."""
    for before, mark in pairwise(_own(context)):
        if (mark.page is None) != (before.page is None):
            yield context.found(codes.MARKS_OF_TWO_KINDS, mark.place, expected="marks of one kind")
            return


def mark_beyond_total(context: Context) -> Iterator[Finding]:
    """The section of a mark is one of its total (ACP 127 section 208)."""
    for mark in context.marks:
        if not 1 <= mark.section <= mark.total:
            yield context.found(
                codes.MARK_BEYOND_TOTAL, mark.place, expected=f"1 to {mark.total}", section=str(mark.section),
                total=str(mark.total),
            )  # fmt: skip


def page_order(context: Context) -> Iterator[Finding]:
    """Each page head has the next number, or begins anew with a section (ACP 127 section 208)."""
    for before, head in pairwise(context.page_heads):
        if head.page != before.page + 1 and head.page > 2:
            yield context.found(
                codes.PAGE_ORDER, head.place, expected=f"PAGE {before.page + 1:02d}", page=str(head.page),
                before=str(before.page),
            )  # fmt: skip


def no_separation(context: Context) -> Iterator[Finding]:
    """BT before and behind the text (ACP 127 Annex B, format lines 11 and 13)."""
    if context.cable.classification is None:
        return
    if not any(context.leaves("SEPARATION")):
        yield context.found(codes.NO_SEPARATION, "classification", expected="BT above this line", where="before")
    if not any(context.leaves("END_OF_TEXT")):
        yield context.found(codes.NO_SEPARATION, *_last(context), expected="BT below this line", where="behind")


def one_separation(context: Context) -> Iterator[Finding]:
    """Both BT or none (ACP 127 Annex B, format lines 11 and 13)."""
    before, behind = list(context.leaves("SEPARATION")), list(context.leaves("END_OF_TEXT"))
    if bool(before) != bool(behind) and context.cable.classification is not None:
        yield context.found(codes.ONE_SEPARATION, *(before or behind), expected="BT before and behind the text")


def no_end(context: Context) -> Iterator[Finding]:
    """NNNN at the end (ACP 127 section 114)."""
    if context.cable.classification is not None and not any(context.leaves("END_OF_MESSAGE")):
        yield context.found(codes.NO_END, *_last(context), expected="NNNN below this line")


def no_validation(context: Context) -> Iterator[Finding]:
    """`#` and the serial number at the end (JANAP 128, format line 15)."""
    if context.cable.classification is not None and not any(context.leaves("VALIDATION")):
        serial = context.cable.transmission.serial if context.cable.transmission else None
        yield context.found(codes.NO_VALIDATION, *_last(context), expected=f"#{serial or 'nnnn'} behind BT")


def _last(context: Context) -> tuple[object, ...]:
    """The end of the text, as places of the last part that there is."""
    body = context.cable.body
    return ("signature", *body[-1:], "subject", "classification")


def long_section(context: Context) -> Iterator[Finding]:
    """At most five pages of twenty lines (ACP 127 section 208); lines with words from the class line on."""
    if context.cable.classification is None:
        return
    start, _ = context.place("classification")
    places = [(start, start), *(mark.place for mark in context.marks if mark.page is None)]
    ends = [*(place[0] for place in places[1:]), len(context.source)]
    for place, end in zip(places, ends, strict=True):
        lines = _printed_lines(context.source, place[1], end)
        if lines > SECTION_LINES:
            where = "classification" if place[0] == start else place
            yield context.found(codes.LONG_SECTION, where, expected=f"at most {SECTION_LINES}", lines=str(lines))


def no_page_identification(context: Context) -> Iterator[Finding]:
    """A page head on each page but the first, which begins with format line 5 (ACP 127 section 208)."""
    start, _ = context.place("dtg", "classification")
    lines = _printed_lines(context.source, start, len(context.source))
    if context.cable.classification is not None and lines > PAGE_LINES and not context.page_heads:
        yield context.found(codes.NO_PAGE_IDENTIFICATION, "classification", expected="PAGE 2 ...", lines=str(lines))


def _printed_lines(source: str, start: int, end: int) -> int:
    return sum(not line.isspace() for line in source[start:end].split("\n") if line)


RULES: Final = (
    Rule(codes.NUMBER_FIGURES, number_figures),
    Rule(codes.SECTION_NUMBER, section_number),
    Rule(codes.SECTION_OF_ONE, section_of_one),
    Rule(codes.MARKS_WITHOUT_SECTION, marks_without_section),
    Rule(codes.MARK_ORDER, mark_order),
    Rule(codes.MARKS_MISSING, marks_missing),
    Rule(codes.MARKS_OF_TWO_KINDS, marks_of_two_kinds),
    Rule(codes.MARK_BEYOND_TOTAL, mark_beyond_total),
    Rule(codes.PAGE_ORDER, page_order),
    Rule(codes.NO_SEPARATION, no_separation),
    Rule(codes.ONE_SEPARATION, one_separation),
    Rule(codes.NO_END, no_end),
    Rule(codes.NO_VALIDATION, no_validation),
    Rule(codes.LONG_SECTION, long_section),
    Rule(codes.NO_PAGE_IDENTIFICATION, no_page_identification),
)
