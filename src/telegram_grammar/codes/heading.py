"""TG1xx: transmission and heading lines, format lines 1 to 10."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "BLANK_AFTER_ROUTING",
    "EXEMPT_STROKE",
    "FRAME_LINE",
    "GLUED",
    "IRREGULAR_DESIGNATOR",
    "LOST_WORD",
    "ODD_ADDRESS",
    "OFFICES",
    "PREFIX_BLANK",
    "SMALL_KEYWORD",
    "SMALL_MONTH",
    "WIDE_BLANK",
]

SMALL_KEYWORD: Final = Code(
    code="TG101",
    name="small-keyword",
    severity=Severity.INFORMATION,
    message="{word} in small letters",
    rationale="Prosigns and keywords are capitals; small ones come from a record that lost its case.",
    authority="ACP 127(G) section 134 (characters); practice: 3 of 1,295 texts",
    bad="Fm amembassy paris\n",
    good="FM AMEMBASSY PARIS\n",
    rewrites=True,
    fixable=True,
)
SMALL_MONTH: Final = Code(
    code="TG102",
    name="small-month",
    severity=Severity.INFORMATION,
    message="month {word} in small letters",
    rationale="The date-time group is written in capitals. The month is kept as it is printed.",
    authority="ACP 127(G) sections 113 and 134; practice: 10 of 1,213 lines, all in partial extracts",
    bad="081545Z Jun 05\n",
    good="081545Z JUN 05\n",
    fixable=True,
    changes=("dtg", "readdressal"),
)
WIDE_BLANK: Final = Code(
    code="TG103",
    name="wide-blank",
    severity=Severity.INFORMATION,
    message="more than one space, or a blank of another kind, between groups",
    rationale="One space separates groups; readers that count on it misread the line.",
    authority="ACP 127(G) sections 138 and 210; practice: up to 8 blanks before an operating signal",
    bad="O 201029Z JUN 07   ZDK\n",
    good="O 201029Z JUN 07 ZDK\n",
    fixable=True,
)
LOST_WORD: Final = Code(
    code="TG104",
    name="lost-word",
    severity=Severity.WARNING,
    message="two blanks before the precedence: a word may have dropped out of the address",
    rationale="Where the relay's table lacked a word, the word COLLECTIVE above all, two blanks were left.",
    authority="ACP 127(G) section 138; practice: 14 of 1,295 texts",
    bad="RUCNMEM/EU MEMBER STATES  PRIORITY\n",
    good="RUCNMEM/EU MEMBER STATES COLLECTIVE PRIORITY\n",
)
OFFICES: Final = Code(
    code="TG105",
    name="office-strokes",
    severity=Severity.WARNING,
    message="office symbols {what}",
    rationale="Office symbols stand between two pairs of strokes, next to the name, or they run into what follows.",
    authority="ACP 127(G) sections 205-206; practice: 69 lines; two unclosed forms, `//PA` and `//OLE/OI`",
    bad="RUEKJCS/SECDEF WASHDC//USDP\n",
    good="RUEKJCS/SECDEF WASHDC//USDP//\n",
    rewrites=True,
    fixable=True,
)
GLUED: Final = Code(
    code="TG106",
    name="glued-groups",
    severity=Severity.WARNING,
    message="no blank before {what}",
    rationale="A group that is glued to the one before it is lost to readers that look for groups.",
    authority="ACP 127(G) sections 138 and 210",
    bad="ZNY CCCCC ZZH(TAO)\n",
    good="ZNY CCCCC ZZH (TAO)\n",
    rewrites=True,
    fixable=True,
)
PREFIX_BLANK: Final = Code(
    code="TG107",
    name="prefix-blank",
    severity=Severity.WARNING,
    message="a blank beside the stroke after {prefix}",
    rationale="The routing indicator and its stroke are one group with the name.",
    authority="ACP 127(G) section 206; practice: 8,525 of 8,525 lines have none",
    bad="TO RUEHC/ SECSTATE WASHDC\n",
    good="TO RUEHC/SECSTATE WASHDC\n",
    rewrites=True,
    fixable=True,
)
ODD_ADDRESS: Final = Code(
    code="TG108",
    name="odd-address",
    severity=Severity.WARNING,
    message="the parts of the address do not stand in order; all its words are taken for the name",
    rationale="After the name come office symbols, precedence and number, each once; anything else hides one of them.",
    authority="5 FAH-2 H-321.6 to H-321.8",
    bad="RUEHBW/AMEMBASSY BELGRADE 0800 IMMEDIATE 0801 ZZZ\n",
    good="RUEHBW/AMEMBASSY BELGRADE IMMEDIATE 0800\n",
)
IRREGULAR_DESIGNATOR: Final = Code(
    code="TG109",
    name="irregular-designator",
    severity=Severity.WARNING,
    message="{word} is no security designator",
    rationale="The designator repeats one letter so that a damaged one shows; this one is damaged.",
    authority="ACP 127(G) sections 124 and 203; ACP 117 paragraph 7; practice: one letter in 1,120 of 1,120 lines",
    bad="ZNY CCOCC ZZH\n",
    good="ZNY CCCCC ZZH\n",
)
EXEMPT_STROKE: Final = Code(
    code="TG110",
    name="exempt-stroke",
    severity=Severity.INFORMATION,
    message="XMT is followed by a stroke",
    rationale="The handbook prints a stroke, the traffic a blank, as after TO and INFO; canonical text has the blank.",
    authority="5 FAH-2 H-321.9; practice: a blank in 4 of 4 lines",
    bad="XMT/AMEMBASSY SOFIA\n",
    good="XMT AMEMBASSY SOFIA\n",
    rewrites=True,
    fixable=True,
)
BLANK_AFTER_ROUTING: Final = Code(
    code="TG111",
    name="blank-after-routing",
    severity=Severity.INFORMATION,
    message="a blank line behind the routing line",
    rationale="It follows the sole indicator RUEHWEB in every copy; canonical text has none.",
    authority="ACP 127(G) Annex B; practice: 310 of 310 messages to RUEHWEB alone, none of 807 others",
    bad="OO RUEHWEB\n\nDE RUEHFR #0159 0161533\n",
    good="OO RUEHWEB\nDE RUEHFR #0159 0161533\n",
)
FRAME_LINE: Final = Code(
    code="TG112",
    name="frame-line",
    severity=Severity.INFORMATION,
    message="{found} frames the text on the wire",
    rationale="Separation, validation number and end of message belong to the transmission, which makes them anew.",
    authority="ACP 127(G) Annex B, format lines 11, 13, 15 and 16; practice: stripped from all but 9 of 1,295 texts",
    bad="FM AMEMBASSY ROME\nTO SECSTATE WASHDC\nBT\n",
    good="FM AMEMBASSY ROME\nTO SECSTATE WASHDC\n",
    drops=True,
    profiles=("wire-2000s", "republished", "partial-extract", "1980s", "1970s", "pre-1973"),  # strict asks for them
)

ALL: Final = (
    SMALL_KEYWORD, SMALL_MONTH, WIDE_BLANK, LOST_WORD, OFFICES, GLUED, PREFIX_BLANK, ODD_ADDRESS, IRREGULAR_DESIGNATOR,
    EXEMPT_STROKE, BLANK_AFTER_ROUTING, FRAME_LINE,
)  # fmt: skip
