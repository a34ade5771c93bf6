"""TG6xx: noise undone: what scanners, publishers and circuits added to a text or took from it."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "BROKEN_TOKEN",
    "BYTE_ORDER_MARK",
    "CLASS_DAMAGED",
    "CUT_WORD",
    "DASHED_PARAGRAPH",
    "DIGIT_PILCROW",
    "ENCODING",
    "LONE_PILCROW",
    "MARKUP",
    "NOTICE",
    "PILCROW",
    "STAMP",
]

PILCROW: Final = Code(
    code="TG601",
    name="pilcrow",
    severity=Severity.INFORMATION,
    message="a pilcrow before the number",
    rationale="The publisher put it there; the telegraph alphabet has none.",
    authority="ACP 127(G) section 140; practice: 14,404 in 1,273 cables",
    bad="¶1. (C) TEXT\n",
    good="1. (C) TEXT\n",
    rewrites=True,
    fixable=True,
)
DIGIT_PILCROW: Final = Code(
    code="TG602",
    name="pilcrow-as-digit-one",
    severity=Severity.WARNING,
    message="{found} is paragraph {number}: its first digit is a pilcrow misread",
    rationale="Every paragraph number of the text begins with 1, and without that digit they run 1, 2, 3.",
    authority="practice: texts converted from print",
    bad="11. (C) FIRST\n\n12. (C) SECOND\n",
    good="1. (C) FIRST\n\n2. (C) SECOND\n",
    rewrites=True,
    fixable=True,
)
DASHED_PARAGRAPH: Final = Code(
    code="TG603",
    name="dash-before-paragraph",
    severity=Severity.WARNING,
    message="a list dash before the paragraph number",
    rationale="A converter took the paragraph for an item of a list.",
    authority="practice: texts converted from print",
    bad="- 2. (C) TEXT\n",
    good="2. (C) TEXT\n",
    drops=True,
    fixable=True,
)
LONE_PILCROW: Final = Code(
    code="TG604",
    name="lone-pilcrow",
    severity=Severity.INFORMATION,
    message="a pilcrow alone on its line",
    rationale="The publisher put it there; it carries no meaning and is not printed again.",
    authority="ACP 127(G) section 140",
    bad="¶\n1. (C) TEXT\n",
    good="1. (C) TEXT\n",
    drops=True,
    fixable=True,
)
BROKEN_TOKEN: Final = Code(
    code="TG607",
    name="token-broken-after-45",
    severity=Severity.INFORMATION,
    message="a word broken by the transmission system after 45 characters",
    rationale="The system put a blank into every longer word; without it the address works again.",
    authority="practice: 1,031 words of exactly 45 characters, none longer",
    bad="http://www.example.gov/a/long/path/to/a/page. htm\n",
    good="http://www.example.gov/a/long/path/to/a/page.htm\n",
    rewrites=True,
    fixable=True,
)
CUT_WORD: Final = Code(
    code="TG608",
    name="cut-word",
    severity=Severity.WARNING,
    message="a word is cut in two; read as {word}",
    rationale="A page mark or a line broken by characters stood inside it.",
    authority=(
        "practice: 13 page marks inside hyphenated words; Classified By broken by characters at column 70 in 132 cables"
    ),
    bad="a well-\n\nPARIS 00002652  002 OF 002\n\n\nknown man\n",
    good="a well-known man\n",
    rewrites=True,
)
MARKUP: Final = Code(
    code="TG609",
    name="markup-left-over",
    severity=Severity.WARNING,
    message="{found} is left over from a converter",
    rationale="Markup of a page or of a formula is no part of a telegram.",
    authority="practice: 4 cables with HTML, texts converted from print with LaTeX",
    bad="1.4 (b) and (d) $^{\\circ}$\n",
    good="1.4 (b) and (d)\n",
    drops=True,
    fixable=True,
)
NOTICE: Final = Code(
    code="TG610",
    name="publishers-notice",
    severity=Severity.INFORMATION,
    message="{what}: added by a publisher or an archive",
    rationale="It is no part of the telegram; it is kept as a notice.",
    authority="practice: 92 notices, 119 date lines, 23 distribution blocks, 8 print-outs and records",
    bad="Tuesday, 15 May 2007, 09:13\nC O N F I D E N T I A L PARIS 000001\n",
    good="C O N F I D E N T I A L PARIS 000001\n",
    rewrites=True,
)
STAMP: Final = Code(
    code="TG611",
    name="release-stamp",
    severity=Severity.INFORMATION,
    message="a release stamp of an archive",
    rationale="It is no part of the telegram; it is kept as a notice.",
    authority="practice: electronic telegrams of 1973-79",
    bad="Declassified/Released US Department of State EO Systematic Review\n",
    good="",
    rewrites=True,
)
ENCODING: Final = Code(
    code="TG612",
    name="not-utf-8",
    severity=Severity.WARNING,
    message="the bytes are not UTF-8; read as {encoding}",
    rationale="Characters beyond ASCII may be others than were meant.",
    authority="practice: re-publications use cp1252 quotation marks",
    bad="\\x93quoted\\x94",
    good='"quoted"',
)
BYTE_ORDER_MARK: Final = Code(
    code="TG613",
    name="byte-order-mark",
    severity=Severity.INFORMATION,
    message="a byte order mark at the start",
    rationale="An editor put it there; it is no part of the telegram and is not printed again.",
    authority="practice",
    bad="\ufeffVZCZCXRO0457\n",
    good="VZCZCXRO0457\n",
    rewrites=True,
    fixable=True,
)

CLASS_DAMAGED: Final = Code(
    code="TG614",
    name="damaged-class-word",
    severity=Severity.WARNING,
    message="the classification {printed} is damaged; read as {word}",
    rationale="A first letter doubled or lost, or lost blanks (17 cables): who looks for the word misses the line.",
    authority="ACP 127(G) section 209",
    bad="SS E C R E T SECTION 01 OF 03 ISLAMABAD 000001\n",
    good="S E C R E T SECTION 01 OF 03 ISLAMABAD 000001\n",
    rewrites=True,
    fixable=True,
)

ALL: Final = (
    PILCROW, DIGIT_PILCROW, DASHED_PARAGRAPH, LONE_PILCROW, BROKEN_TOKEN, CUT_WORD, MARKUP,
    NOTICE, STAMP, ENCODING, BYTE_ORDER_MARK,
    CLASS_DAMAGED,
)  # fmt: skip
