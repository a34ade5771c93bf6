"""Rules of Classified By: who classified, and by which reason (E.O. 12958 section 1.7; 5 FAH-1 H-246.3; ISOO 2003)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from telegram_grammar import registers
from telegram_grammar.codes import reference_rules as codes
from telegram_grammar.head_words import head_matcher
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import Paragraph, Reasons
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import level, place_of_words
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

#: Among so many paragraphs the line is looked for: before 2003 it was the first of them.
_FIRST_PARAGRAPHS: Final = 3


def _classifier_missing(context: Context) -> Iterator[Finding]:
    cable, found = context.cable, level(context)
    if found is None or not found.classified or cable.classified_by is not None or not cable.body:
        return
    if cable.section is not None and cable.section.number > 1:  # it stands in the first section
        return
    paragraphs = islice((item for item in cable.body if isinstance(item, Paragraph)), _FIRST_PARAGRAPHS)
    label, inner = head_matcher("classified_label"), head_matcher("inner_classified")
    glued = (cable.subject or "", *(reference.text for reference in cable.references))
    if not any(label.match(item.text) for item in paragraphs) and not any(map(inner.search, glued)):
        yield context.found(codes.CLASSIFIER_MISSING, "classification", expected="a line Classified By",
                            level=found.value)  # fmt: skip


def _reasons(context: Context) -> Reasons | None:
    line = context.cable.classified_by
    return line.reasons if line else None


def _reason_missing(context: Context) -> Iterator[Finding]:
    line, found = context.cable.classified_by, level(context)
    if line is None or line.derived or line.reasons or found is None or not found.classified:
        return
    if not line_matcher("redaction").search(line.text):
        yield context.found(codes.REASON_MISSING, line, expected="the section of the order and its letters")


def _reason_section(context: Context) -> Iterator[Finding]:
    line, reasons, day = context.cable.classified_by, _reasons(context), context.date
    if line is None or reasons is None or reasons.section is None:
        return
    sections = {
        row.section
        for row in registers.reasons()
        if day is None or ((row.effective is None or row.effective <= day) and (row.until is None or day <= row.until))
    }
    if sections and reasons.section not in sections:
        place = place_of_words(context, reasons.section, context.place(line))
        yield context.found(codes.REASON_SECTION, place, expected=" or ".join(sorted(sections)), found=reasons.section)


def _reason_letter(context: Context) -> Iterator[Finding]:
    line, reasons = context.cable.classified_by, _reasons(context)
    if line is None or reasons is None or reasons.section is None:
        return
    known = {row.letter for row in registers.reasons() if row.section == reasons.section}
    unknown = [letter for letter in reasons.letters if letter not in known]
    if known and unknown:
        yield context.found(codes.REASON_LETTER, line, expected=f"letters from {min(known)} to {max(known)}",
                            section=reasons.section, found=", ".join(unknown))  # fmt: skip


def _section_missing(context: Context) -> Iterator[Finding]:
    line, reasons = context.cable.classified_by, _reasons(context)
    if line is not None and reasons is not None and reasons.section is None and reasons.letters:
        yield context.found(codes.SECTION_MISSING, line, expected="1.4 before the letters")


def _classifier_unclassified(context: Context) -> Iterator[Finding]:
    line, found = context.cable.classified_by, level(context)
    if line is not None and found is not None and not found.classified:
        yield context.found(codes.CLASSIFIER_UNCLASSIFIED, line, expected="no such line", level=found.value)


RULES: Final[tuple[Rule, ...]] = (
    Rule(codes.CLASSIFIER_MISSING, _classifier_missing),
    Rule(codes.REASON_MISSING, _reason_missing),
    Rule(codes.REASON_SECTION, _reason_section),
    Rule(codes.REASON_LETTER, _reason_letter),
    Rule(codes.SECTION_MISSING, _section_missing),
    Rule(codes.CLASSIFIER_UNCLASSIFIED, _classifier_unclassified),
)
