"""TG4xx: page marks and section marks, and what repeats at a section joint."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "MARK",
    "MARK_ABOVE_FIELD",
    "MARK_FORM",
    "MARK_INSIDE_LINE",
    "MARK_IN_HEAD",
    "PAGE_HEAD",
    "SECTION_JOINT",
]

MARK_FORM: Final = Code(
    code="TG401",
    name="page-mark-form",
    severity=Severity.INFORMATION,
    message="a page mark in an unusual form: {found}",
    rationale="Readers find section joints by the mark's form; canonical text prints it as the wire did.",
    authority=(
        "ACP 127(G) section 208; practice: 1,453 of 1,604 marks are `POST nnnnnnnn  sss OF ttt` on their own line"
    ),
    bad="Kabul 00003890 002 of 003\n",
    good="KABUL 00003890  002 OF 003\n",
    rewrites=True,
    fixable=True,
)
MARK_INSIDE_LINE: Final = Code(
    code="TG402",
    name="page-mark-inside-line",
    severity=Severity.WARNING,
    message="a page mark inside a line of text",
    rationale="A publisher joined the lines around the mark, and it now reads like prose.",
    authority="practice: 27 re-published cables",
    bad="they went to MOSCOW 00000228  002 OF 002   would go\n",
    good="they went\n\nMOSCOW 00000228  002 OF 002\n\n\nwould go\n",
    rewrites=True,
)
MARK_IN_HEAD: Final = Code(
    code="TG403",
    name="page-mark-in-text-head",
    severity=Severity.INFORMATION,
    message="a page mark in the text head",
    rationale="It marks a page of the first section, before any text; it carries no meaning and is not printed again.",
    authority="practice: 158 dotted marks `001.n` before Classified By or paragraph 1",
    bad="Classified By: J. DOE\n\nRABAT 00000988  001.2 OF 002\n",
    good="Classified By: J. DOE\n",
    drops=True,
)
PAGE_HEAD: Final = Code(
    code="TG404",
    name="page-head",
    severity=Severity.INFORMATION,
    message="the head of a printed page",
    rationale="A relay or an archive printed the text in pages; their heads are no part of it and not printed again.",
    authority="ACP 127(G) section 208; practice: 9 cables",
    bad="PAGE 02 RUEHFRA0170 S E C R E T\n",
    good="",
    drops=True,
)
SECTION_JOINT: Final = Code(
    code="TG405",
    name="repeated-head",
    severity=Severity.INFORMATION,
    message="the head of the text repeated where a section begins: {found}",
    rationale="Sections were put together with their heads left in; a head repeated has no meaning and is left out.",
    authority="practice: a stray SIPDIS in 39 cables, a class word in 7",
    bad="the ministers\n\nSIPDIS\n\nagreed.\n",
    good="the ministers agreed.\n",
    drops=True,
)

MARK: Final = Code(
    code="TG406",
    name="page-mark",
    severity=Severity.INFORMATION,
    message="the page mark of section {section} has lost a blank",
    rationale="The wire parts the numbers of message and section by two blanks; converters make them one.",
    authority="ACP 127(G) section 208; practice: 1,604 marks in 698 cables, with one blank or two",
    bad="they went\n\nMOSCOW 00000228 002 OF 002\n\n\nto see\n",
    good="they went\n\nMOSCOW 00000228  002 OF 002\n\n\nto see\n",
    rewrites=True,
    fixable=True,
)

MARK_ABOVE_FIELD: Final = Code(
    code="TG407",
    name="page-mark-above-field",
    severity=Severity.INFORMATION,
    message="a page mark above a field of the text head",
    rationale="A long heading left so little room that the text head runs over into the next section. Canonical text "
    "prints the mark behind the text head: where a section begins is told by the body.",
    authority="practice: 75 of 970 marks are in the text head, some of them of section 2",
    bad="MOSCOW 00000228  002 OF 002\n\nClassified By: J. DOE\n",
    good="Classified By: J. DOE\n\nMOSCOW 00000228  002 OF 002\n",
    rewrites=True,
)

ALL: Final = (MARK, MARK_ABOVE_FIELD, MARK_FORM, MARK_INSIDE_LINE, MARK_IN_HEAD, PAGE_HEAD, SECTION_JOINT)
