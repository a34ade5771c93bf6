"""Rules of the body: its lines, summary, signature and end; markings, numbers and garble have their own files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Final

from telegram_grammar.classified_fields import CUT_COLUMNS
from telegram_grammar.codes import body_rules as codes
from telegram_grammar.diagnostics import Code
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.matchers import matcher
from telegram_grammar.measures import LINE, PAGE_LINES
from telegram_grammar.model import Heading, Paragraph
from telegram_grammar.rules import garble, numbering, portions
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import is_whole
from telegram_grammar.rules.rule import Rule
from telegram_grammar.words import content

__all__ = ["RULES"]

_DRAFTED: Final = 55
#: Three pages (ACP 127 section 208).
_LINES_WITHOUT_SUMMARY: Final = 3 * PAGE_LINES
#: A summary stands among the first paragraphs and headings.
_FIRST_ITEMS: Final = 4
#: A footer of three lines may stand behind the signature.
_LAST_LINES: Final = 5
#: So many characters at the end hold these lines.
_TAIL: Final = 500
_SUMMARY_UNTIL: Final = dt.date(2017, 12, 31)
#: Parts that the text can begin with, in their order.
_TEXT_BEGINS: Final = ("classification", "captions[0]", "executive_order", "tags", "subject", "body[0]")


def _long_lines(context: Context, code: Code, allowed: int) -> Iterator[Finding]:
    """Lines of the text that are longer than allowed; a run of them is one finding, and the first is its place.

    A line with a redaction had another length on the wire.
    """
    if not context.cable.body and context.cable.classification is None:
        return
    source = context.source
    classifier = context.place("classified_by") if context.cable.classified_by else (0, 0)
    place, run = context.place(*_TEXT_BEGINS)[0], False
    if max(map(len, source[place:].split("\n"))) <= allowed:  # as in most texts of the wire
        return
    while place < len(source):
        stop = source.find("\n", place)
        stop = stop if stop >= 0 else len(source)
        start = end = place
        length = 0
        if stop - place > allowed:
            start, end = content(source, place, stop)
            length = end - place - source.startswith("¶", start)
        limit = max(allowed, CUT_COLUMNS[-1]) if classifier[0] <= start < classifier[1] else allowed
        long = length > limit and line_matcher("redaction").search(source, start, place + length) is None
        if long and not run:
            yield context.found(code, (start, end), expected=f"lines of at most {allowed}", length=str(length))
        run, place = long, stop + 1


def _transmitted(context: Context) -> Iterator[Finding]:
    return _long_lines(context, codes.LONG_LINE, LINE)


def _drafted(context: Context) -> Iterator[Finding]:
    return _long_lines(context, codes.DRAFTED_LINE, _DRAFTED)


def _summary(context: Context) -> Iterator[Finding]:
    body = context.cable.body
    if not body or (context.date is not None and context.date > _SUMMARY_UNTIL):
        return
    start, end = context.place("body[0]")[0], context.place(f"body[{len(body) - 1}]")[1]
    lines = context.source.count("\n", start, end) + 1
    items = islice((item for item in body if isinstance(item, Paragraph | Heading)), _FIRST_ITEMS)
    if lines > _LINES_WITHOUT_SUMMARY and not any(matcher("garble", "summary").match(item.text) for item in items):
        yield context.found(codes.SUMMARY_MISSING, "body[0]", expected="a summary first", lines=str(lines))


def _signature_missing(context: Context) -> Iterator[Finding]:
    cable = context.cable
    if cable.signature is None and cable.body and is_whole(context):
        start, end = context.place(f"body[{len(cable.body) - 1}]")
        lines = context.source[max(0, end - _TAIL) : end].split("\n")[-_LAST_LINES:]
        glued = line_matcher("possible_glued_signature").search(lines[-1])
        if glued is None and not any(map(line_matcher("possible_signature").match, lines)):
            last = content(context.source, max(start, context.source.rfind("\n", start, end)), end)
            yield context.found(codes.SIGNATURE_MISSING, last, expected="a name on the last line")


def _signature_twice(context: Context) -> Iterator[Finding]:
    words = (context.cable.signature or "").split(" ")
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        name = " ".join(words[:half])
        yield context.found(codes.SIGNATURE_TWICE, "signature", expected=name, found=name)


def _cut_off(context: Context) -> Iterator[Finding]:
    place = context.document.cut_off
    if place is not None:
        yield context.found(codes.CUT_OFF, place)


RULES: Final[tuple[Rule, ...]] = (
    *portions.RULES,
    *numbering.RULES,
    Rule(codes.SUMMARY_MISSING, _summary),
    Rule(codes.LONG_LINE, _transmitted),
    Rule(codes.DRAFTED_LINE, _drafted),
    Rule(codes.SIGNATURE_MISSING, _signature_missing),
    Rule(codes.SIGNATURE_TWICE, _signature_twice),
    Rule(codes.CUT_OFF, _cut_off),
    *garble.RULES,
)
