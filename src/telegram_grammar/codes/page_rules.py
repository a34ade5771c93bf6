"""TG430 to TG459: rules of sections, page marks and what ends a message.

Counts are of 1,295 real cables of 1966 to 2010, of which 698 have page marks.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes.examples import sent, telegram
from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "LONG_SECTION",
    "MARKS_MISSING",
    "MARKS_OF_TWO_KINDS",
    "MARKS_WITHOUT_SECTION",
    "MARK_BEYOND_TOTAL",
    "MARK_ORDER",
    "NO_END",
    "NO_PAGE_IDENTIFICATION",
    "NO_SEPARATION",
    "NO_VALIDATION",
    "NUMBER_FIGURES",
    "ONE_SEPARATION",
    "PAGE_ORDER",
    "SECTION_NUMBER",
    "SECTION_OF_ONE",
]

_STRICT: Final = ("strict",)
_CLASS: Final = "C O N F I D E N T I A L SECTION 01 OF 03 OSLO 000159"
_STATION: Final = "DE RUEHNY #0159/01 0161533"
_ONE: Final = "1. (C) The minister agreed to meet.\n\n"
_TWO: Final = "\n\n\n2. (C) He named no date."
_SECOND: Final = "OSLO 00000159  002 OF 003"
_THIRD: Final = "\n\n\n2. (C) He named no date.\n\nOSLO 00000159  003 OF 003\n\n\n3. (C) He left."


def _sectioned(body: str, class_line: str = _CLASS) -> str:
    return telegram(station=_STATION, class_line=class_line, body=body)


NUMBER_FIGURES: Final = Code(
    code="TG430",
    name="message-number-figures",
    severity=Severity.WARNING,
    message="the message number {number} has {figures} figures",
    rationale="The number has six figures, zeros before it; page marks and references are compared with it.",
    authority="practice: six figures in 1,281 of 1,289 class lines, the others before 1991",
    bad=telegram(class_line="C O N F I D E N T I A L OSLO 0159"),
    good=telegram(class_line="C O N F I D E N T I A L OSLO 000159"),
    profiles=("wire-2000s", "republished", "partial-extract", "strict"),
)
SECTION_NUMBER: Final = Code(
    code="TG431",
    name="section-number",
    severity=Severity.ERROR,
    message="there is no section {number} of {total}",
    rationale="Sections are counted from 1 to their total; who puts them together needs to know which is missing.",
    authority="ACP 127(G) section 208; practice: right in 814 of 814 cables",
    bad=telegram(
        class_line="C O N F I D E N T I A L SECTION 03 OF 02 OSLO 000159", station="DE RUEHNY #0161/03 0161533"
    ),
    good=telegram(
        class_line="C O N F I D E N T I A L SECTION 02 OF 02 OSLO 000159", station="DE RUEHNY #0160/02 0161533"
    ),
)
SECTION_OF_ONE: Final = Code(
    code="TG432",
    name="section-of-one",
    severity=Severity.WARNING,
    message="a message of one section has no SECTION",
    rationale="SECTION says that more is to come; here nothing is.",
    authority="ACP 127(G) section 208; practice: one of 814 cables, of 1972",
    bad=telegram(class_line="C O N F I D E N T I A L SECTION 01 OF 01 OSLO 000159", station=_STATION),
    good=telegram(),
)
MARKS_WITHOUT_SECTION: Final = Code(
    code="TG433",
    name="page-marks-without-section",
    severity=Severity.WARNING,
    message="page marks count {total} sections, the class line has no SECTION",
    rationale="Without SECTION in the class line the reader of the first section does not know that there are more.",
    authority="ACP 127(G) section 208; practice: 480 of 481 cables without SECTION have no marks",
    bad=_sectioned(_ONE + _SECOND + _THIRD, "C O N F I D E N T I A L OSLO 000159").replace("/01", ""),
    good=_sectioned(_ONE + _SECOND + _THIRD),
)
MARK_ORDER: Final = Code(
    code="TG434",
    name="page-mark-order",
    severity=Severity.ERROR,
    message="the mark of {mark} stands behind that of {before}",
    rationale="Sections follow one another; one that comes too late or twice was put together wrongly.",
    authority="ACP 127(G) section 208; practice: in order in 826 of 826 files with several marks",
    bad=_sectioned(_ONE + "OSLO 00000159  003 OF 003" + _TWO + "\n\nOSLO 00000159  002 OF 003\n\n\n3. (C) He left."),
    good=_sectioned(_ONE + _SECOND + _THIRD),
)
MARKS_MISSING: Final = Code(
    code="TG435",
    name="page-marks-missing",
    severity=Severity.WARNING,
    message="no mark of section {sections} of {total}",
    rationale="A section without its mark may be lost, or its text runs on unmarked.",
    authority="ACP 127(G) section 208; practice: all marks in 663 of 698 cables",
    bad=_sectioned(_ONE + "OSLO 00000159  003 OF 003" + _TWO),
    good=_sectioned(_ONE + _SECOND + _THIRD),
)
MARKS_OF_TWO_KINDS: Final = Code(
    code="TG436",
    name="page-marks-of-two-kinds",
    severity=Severity.INFORMATION,
    message="marks with a page number and marks without it in one text",
    rationale="A system prints either the one or the other; where both stand, two copies were put together.",
    authority="practice: marks of one kind in 521 of 541 cables",
    bad=_sectioned("OSLO 00000159  001.2 OF 003\n\n\n" + _ONE + _SECOND + _THIRD),
    good=_sectioned(_ONE + _SECOND + _THIRD),
)
MARK_BEYOND_TOTAL: Final = Code(
    code="TG437",
    name="page-mark-beyond-total",
    severity=Severity.ERROR,
    message="there is no section {section} of {total}",
    rationale="Sections are counted from 1 to their total.",
    authority="ACP 127(G) section 208; practice: none of 1,604 marks",
    bad=_sectioned(_ONE + _SECOND + _THIRD + "\n\nOSLO 00000159  004 OF 003\n\n\n4. (C) He came back."),
    good=_sectioned(_ONE + _SECOND + _THIRD),
)
PAGE_ORDER: Final = Code(
    code="TG438",
    name="page-order",
    severity=Severity.WARNING,
    message="page {page} follows page {before}",
    rationale="Pages follow one another; a page is missing, or stands in a wrong place.",
    authority="ACP 127(G) section 208; practice: page heads in 9 cables",
    bad=telegram(body="1. (C) The minister\nPAGE 02 RUEHNY0159 C O N F I D E N T I A L\nagreed\n"
                 "PAGE 04 RUEHNY0159 C O N F I D E N T I A L\nto meet."),
    good=telegram(body="1. (C) The minister\nPAGE 02 RUEHNY0159 C O N F I D E N T I A L\nagreed\n"
                  "PAGE 03 RUEHNY0159 C O N F I D E N T I A L\nto meet."),
)  # fmt: skip
NO_SEPARATION: Final = Code(
    code="TG440",
    name="separation-missing",
    severity=Severity.ERROR,
    message="no BT {where} the text",
    rationale="BT parts the text from the heading above it and from the ending below it.",
    authority="ACP 127(G) section 142 and Annex B (format lines 11 and 13); practice: stripped before release",
    bad=sent(class_line="UNCLAS OSLO 000159"),
    good=sent(),
    profiles=_STRICT,
)
ONE_SEPARATION: Final = Code(
    code="TG441",
    name="separation-odd",
    severity=Severity.WARNING,
    message="one BT without the other",
    rationale="The text stands between two BT; one alone says that the heading or the ending is lost.",
    authority="ACP 127(G) Annex B (format lines 11 and 13); practice: none or both in 1,295 of 1,295 cables",
    bad=telegram(ending="ROE\nBT"),
    good=telegram(class_line="BT\nC O N F I D E N T I A L OSLO 000159", ending="ROE\nBT"),
    profiles=("wire-2000s",),
)
NO_END: Final = Code(
    code="TG442",
    name="end-of-message-missing",
    severity=Severity.ERROR,
    message="NNNN does not end the message",
    rationale="Relays know the end of a message by NNNN alone; without it the next one is taken for a part of it.",
    authority="ACP 127(G) section 114 (format line 16); practice: stripped before release but in 9 cables",
    bad=sent(ending="ROE\nBT\n#0159"),
    good=sent(),
    profiles=_STRICT,
)
NO_VALIDATION: Final = Code(
    code="TG443",
    name="validation-number-missing",
    severity=Severity.ERROR,
    message="no end-of-message validation number",
    rationale="# and the station serial number show that the end belongs to the beginning.",
    authority="JANAP 128, as taught in US Navy courses (format line 15); practice: stripped before release",
    bad=sent(ending="ROE\nBT\nNNNN"),
    good=sent(),
    profiles=_STRICT,
)
LONG_SECTION: Final = Code(
    code="TG444",
    name="section-too-long",
    severity=Severity.INFORMATION,
    message="{lines} lines of text in a section; 100 are allowed",
    rationale="A section has five pages of twenty lines; a longer text is sent in several sections.",
    authority="ACP 127(G) section 208; practice: sections of 100 lines with the heading; one copy is sent whole",
    bad=sent(body="\n".join(["1. THE MINISTER AGREED", *["AND AGREED"] * 98, "TO MEET."])),
    good=sent(),
    profiles=_STRICT,
)
NO_PAGE_IDENTIFICATION: Final = Code(
    code="TG445",
    name="page-identification-missing",
    severity=Severity.INFORMATION,
    message="{lines} lines without page identification; a page has 20",
    rationale="Each page but the first begins with PAGE, number, station, serial number and classification.",
    authority="ACP 127(G) section 208; practice: page marks of another form, POST and number",
    bad=sent(body="\n".join(["1. THE MINISTER AGREED", *["AND AGREED"] * 10, "TO MEET."])),
    good=sent(),
    profiles=_STRICT,
)

ALL: Final = (
    NUMBER_FIGURES, SECTION_NUMBER, SECTION_OF_ONE, MARKS_WITHOUT_SECTION, MARK_ORDER, MARKS_MISSING,
    MARKS_OF_TWO_KINDS, MARK_BEYOND_TOTAL, PAGE_ORDER, NO_SEPARATION, ONE_SEPARATION, NO_END, NO_VALIDATION,
    LONG_SECTION, NO_PAGE_IDENTIFICATION,
)  # fmt: skip
