"""Rules of paragraph numbers: from 1 on, each once, none where there is one paragraph alone (5 FAH-1 H-246.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from telegram_grammar.codes import body_rules as codes
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import Heading, Paragraph
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import is_redacted, is_whole, place_of_number
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]


def _paragraphs(context: Context) -> list[Paragraph]:
    return [item for item in context.cable.body if isinstance(item, Paragraph)]


@frozen
class _Break:
    """A number that does not follow the one before; `back` where it is no greater than that."""

    item: Paragraph
    before: int
    back: bool
    #: Whether a publisher took out what stood between the two.
    redacted: bool


def _all_breaks(context: Context) -> Iterator[_Break]:
    """Where the numbers do not run on. After a list or a quoted text with numbers of its own the first ones go on."""
    before = highest = None
    redacted = False
    for item in context.cable.body:
        if not isinstance(item, Paragraph) or item.number is None:
            redacted = redacted or (isinstance(item, Paragraph | Heading) and is_redacted(item.text))
            continue
        if before is not None and highest is not None and item.number not in (before + 1, highest + 1):
            yield _Break(item, before, item.number <= before, redacted)
        before = item.number
        highest = max(before, highest or 0)
        redacted = False


def _breaks(context: Context) -> tuple[_Break, ...]:
    return tuple(_all_breaks(context))


def _gap(context: Context) -> Iterator[Finding]:
    for one in context.once(_breaks):
        if one.back or one.redacted:
            continue
        yield context.found(codes.NUMBER_GAP, place_of_number(context, one.item), expected=f"{one.before + 1}.",
                            found=str(one.item.number), other=str(one.before))  # fmt: skip


def _back(context: Context) -> Iterator[Finding]:
    for one in context.once(_breaks):
        if not one.back:
            continue
        yield context.found(codes.NUMBER_BACK, place_of_number(context, one.item), expected=f"{one.before + 1}.",
                            found=str(one.item.number), other=str(one.before))  # fmt: skip


def _first(context: Context) -> Iterator[Finding]:
    section = context.cable.section
    item = next((item for item in _paragraphs(context) if item.number is not None), None)
    later = section is not None and section.number > 1
    if item is None or item.number == 1 or later or context.profile.name == "partial-extract":
        return
    classifier = context.cable.classified_by
    if classifier is not None and line_matcher("regular_number").search(classifier.text):  # 1. stands on that line
        return
    yield context.found(codes.NUMBER_FIRST, place_of_number(context, item), expected="1.",
                        found=str(item.number))  # fmt: skip


def _single(context: Context) -> Iterator[Finding]:
    paragraphs = _paragraphs(context)
    if len(paragraphs) == 1 and paragraphs[0].number is not None and is_whole(context):
        place = place_of_number(context, paragraphs[0])
        yield context.found(codes.SINGLE_NUMBERED, place, expected="no number")


def _unnumbered(context: Context) -> Iterator[Finding]:
    paragraphs = _paragraphs(context)
    marked = [item for item in paragraphs if item.marking is not None]
    if len(marked) > 1 and all(item.number is None for item in paragraphs) and is_whole(context):
        yield context.found(codes.UNNUMBERED, marked[0], expected="numbers from 1 on")


RULES: Final = (
    Rule(codes.NUMBER_GAP, _gap),
    Rule(codes.NUMBER_BACK, _back),
    Rule(codes.NUMBER_FIRST, _first),
    Rule(codes.SINGLE_NUMBERED, _single),
    Rule(codes.UNNUMBERED, _unnumbered),
)
