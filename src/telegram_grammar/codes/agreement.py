"""TG500 to TG599: agreement between what a text says twice.

Counts are of 1,295 real cables of 1966 to 2010; where few disagree, most of these hold the body of another cable.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes.examples import telegram
from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ACTION_PRECEDENCE",
    "ALL",
    "CHANNEL_AND_ROUTING",
    "CORRECTED_COPY",
    "DISTRIBUTION_SUM",
    "ERA_OF_CLASS",
    "FILED_BEFORE_DATE",
    "FILING_DAY",
    "INFO_ABOVE_ACTION",
    "INFO_PRECEDENCE",
    "MARK_NUMBER",
    "MARK_POST",
    "MARK_TOTAL",
    "ORIGINATOR_AND_POST",
    "PAGE_CLASS",
    "PAGE_NUMBER",
    "ROUTING_PRECEDENCE",
    "SECTION_SENT",
    "SECURITY_AND_CLASS",
    "SERIAL_AND_NUMBER",
    "STATION_AND_ORIGINATOR",
    "VALIDATION_AND_SERIAL",
]

_MODERN: Final = ("wire-2000s", "republished", "partial-extract", "strict")
_CLASS: Final = "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000159"
_STATION: Final = "DE RUEHNY #0159/01 0161533"
_PAGED: Final = "1. (C) The minister\nPAGE 02 {head}\nagreed to meet."


def _marked(mark: str) -> str:
    body = f"1. (C) The minister agreed to meet.\n\n{mark}\n\n\n2. (C) He named no date."
    return telegram(station=_STATION, class_line=_CLASS, body=body)


ROUTING_PRECEDENCE: Final = Code(
    code="TG501",
    name="routing-and-precedence",
    severity=Severity.ERROR,
    message="the routing line begins with {printed}, the precedence is {precedence}",
    rationale="The relay goes by the pair in the routing line; it is the higher precedence of format line 5, doubled.",
    authority="ACP 127(G) sections 151 and 152; 5 FAH-2 H-321.2; practice: 1,120 of 1,120 cables",
    bad=telegram(routing="RR RUEHBS RUEHCP"),
    good=telegram(),
)
FILING_DAY: Final = Code(
    code="TG502",
    name="filing-day",
    severity=Severity.WARNING,
    message="filed on {filed}, dated {dated}",
    rationale="A message is handed in on the day of its date; another day is a sign of a copy sent again, or an error.",
    authority="ACP 127(G) sections 113 and 115; practice: the same day in 1,115 of 1,120 cables",
    bad=telegram(station="DE RUEHNY #0159 0181533"),
    good=telegram(),
)
FILED_BEFORE_DATE: Final = Code(
    code="TG503",
    name="filed-before-date",
    severity=Severity.WARNING,
    message="filed on {filed}, before its date {dated}",
    rationale="The date-time group is given before the message is handed in.",
    authority="ACP 127(G) sections 113 and 115; practice: 0 to 60 minutes later in 1,112 of 1,120 cables",
    bad=telegram(station="DE RUEHNY #0159 0161433"),
    good=telegram(),
)
SERIAL_AND_NUMBER: Final = Code(
    code="TG504",
    name="serial-and-number",
    severity=Severity.WARNING,
    message="station serial number {serial}, but message number {number}",
    rationale="The serial number is the last four figures of the message number; where not, one is misread or foreign.",
    authority="practice: 1,110 of 1,114 cables, the others with the body of another",
    bad=telegram(station="DE RUEHNY #0195 0161533"),
    good=telegram(),
    profiles=_MODERN,
)
SECTION_SENT: Final = Code(
    code="TG505",
    name="section-and-station",
    severity=Severity.WARNING,
    message="section {section} in the class line, {sent} in the station line",
    rationale="Each section is sent as a transmission of its own, whose station line says which it is.",
    authority="ACP 127(G) section 208; practice: 732 of 733 cables",
    bad=telegram(station="DE RUEHNY #0159/02 0161533", class_line=_CLASS),
    good=telegram(station=_STATION, class_line=_CLASS),
    profiles=_MODERN,
)
SECURITY_AND_CLASS: Final = Code(
    code="TG506",
    name="security-and-class",
    severity=Severity.ERROR,
    message="security warning {designator} over a text that is {level}",
    rationale="Relays handle the message by the warning, readers by the class line: one of them does wrong.",
    authority="ACP 127(G) section 124; practice: 1,111 of 1,114 cables, the others with the body of another",
    bad=telegram(security="ZNY SSSSS ZZH"),
    good=telegram(),
)
VALIDATION_AND_SERIAL: Final = Code(
    code="TG507",
    name="validation-and-serial",
    severity=Severity.ERROR,
    message="the end says {printed}, the station line #{serial}",
    rationale="The number at the end shows that it belongs to the beginning; here it does not.",
    authority="JANAP 128, as taught in US Navy courses (format line 15)",
    bad=telegram(class_line="BT\nC O N F I D E N T I A L OSLO 000159", ending="ROE\nBT\n#0195\nNNNN"),
    good=telegram(class_line="BT\nC O N F I D E N T I A L OSLO 000159", ending="ROE\nBT\n#0159\nNNNN"),
)
ERA_OF_CLASS: Final = Code(
    code="TG508",
    name="designation-and-date",
    severity=Severity.WARNING,
    message="{word} in a cable of {dated}",
    rationale="LIMITED OFFICIAL USE was abolished on 1 October 1995; UNCLAS with the caption SENSITIVE took its place.",
    authority="STATE 018029 (February 2000)",
    bad=telegram(
        security="ZNR UUUUU ZZH", class_line="LIMITED OFFICIAL USE OSLO 000159", order="E.O. 12958: N/A",
        classified_by="", body="1. The minister agreed to meet.\n\n2. He named no date.",
    ),
    good=telegram(
        security="ZNR UUUUU ZZH", class_line="UNCLAS OSLO 000159", captions="SENSITIVE\nSIPDIS",
        order="E.O. 12958: N/A", classified_by="", body="1. (SBU) The minister agreed to meet.\n\n2. (SBU) No date.",
    ),
)  # fmt: skip
ORIGINATOR_AND_POST: Final = Code(
    code="TG509",
    name="originator-and-post",
    severity=Severity.WARNING,
    message="FM {originator}, but the class line has {post}",
    rationale="The post that numbers the message is the one that sends it; else the body is of another message.",
    authority="5 FAH-2 H-232; practice: 1,282 of 1,289 cables",
    bad=telegram(class_line="C O N F I D E N T I A L PARIS 000159"),
    good=telegram(),
)
MARK_NUMBER: Final = Code(
    code="TG510",
    name="mark-and-number",
    severity=Severity.WARNING,
    message="the page mark is of message {mark}, the class line of {number}",
    rationale="A mark of another message says that its page, or the mark alone, belongs elsewhere.",
    authority="ACP 127(G) section 208; practice: 1,596 of 1,604 marks",
    bad=_marked("OSLO 00000159  002 OF 002\n\n\nHe stood up.\n\nOSLO 00000195  002 OF 002"),
    good=_marked("OSLO 00000159  002 OF 002"),
)
MARK_TOTAL: Final = Code(
    code="TG511",
    name="mark-and-total",
    severity=Severity.ERROR,
    message="the page mark counts {mark} sections, the class line {total}",
    rationale="Whoever puts the sections together needs to know how many there are.",
    authority="ACP 127(G) section 208; practice: 697 of 698 cables",
    bad=_marked("OSLO 00000159  002 OF 003"),
    good=_marked("OSLO 00000159  002 OF 002"),
)
MARK_POST: Final = Code(
    code="TG512",
    name="mark-and-post",
    severity=Severity.WARNING,
    message="the page mark is of {mark}, the class line of {post}",
    rationale="Marks repeat the post of the class line, cut to ten characters; those of RPO DUBAI have DUBAI.",
    authority="ACP 127(G) section 208; practice: 1,596 of 1,604 marks",
    bad=_marked("PARIS 00000159  002 OF 002"),
    good=_marked("OSLO 00000159  002 OF 002"),
)
ACTION_PRECEDENCE: Final = Code(
    code="TG513",
    name="precedence-of-action",
    severity=Severity.WARNING,
    message="precedence {printed} in format line 5, but the action addressees have {highest} at most",
    rationale="The first precedence is that of the action addressees, of which one without a word has ROUTINE.",
    authority="ACP 127(G) sections 150 to 152; practice: 1,201 of 1,203 cables",
    bad=telegram(routing="OO RUEHBS RUEHCP", date="O 161533Z JAN 09"),
    good=telegram(),
    profiles=_MODERN,
)
INFO_PRECEDENCE: Final = Code(
    code="TG514",
    name="precedence-of-information",
    severity=Severity.WARNING,
    message="precedence {printed} for information in format line 5, but these addressees have {highest} at most",
    rationale="The second precedence is that of the information addressees.",
    authority="ACP 127(G) sections 150 to 152; practice: 43 of 44 cables with two precedences",
    bad=telegram(date="P R 161533Z JAN 09"),
    good=telegram(date="P R 161533Z JAN 09", info="INFO RUEHCP/AMEMBASSY COPENHAGEN 0800"),
    profiles=_MODERN,
)
INFO_ABOVE_ACTION: Final = Code(
    code="TG515",
    name="information-above-action",
    severity=Severity.WARNING,
    message="an information addressee has {highest}, the message {printed}",
    rationale="The precedence of the message is the highest of all; none of its addressees can have a higher one.",
    authority="ACP 127(G) sections 150 to 152; practice: 1,106 of 1,106 cables with one precedence",
    bad=telegram(info="INFO RUEHCP/AMEMBASSY COPENHAGEN IMMEDIATE 0800"),
    good=telegram(),
    profiles=_MODERN,
)
CHANNEL_AND_ROUTING: Final = Code(
    code="TG516",
    name="channel-and-routing",
    severity=Severity.INFORMATION,
    message="channel {channel} with the routing indicators {routing}",
    rationale="Copies for RUEHWEB alone come over channel XYZ, all others over another.",
    authority="practice: 310 of 310 copies over XYZ, none of 807 over XRO",
    bad=telegram(identification="VZCZCXYZ0457"),
    good=telegram(),
    profiles=("wire-2000s", "republished"),
)
CORRECTED_COPY: Final = Code(
    code="TG517",
    name="corrected-copy",
    severity=Severity.INFORMATION,
    message="{signal} says that this is a corrected copy, no caption does",
    rationale="Readers look for the caption, for the signal is not printed to them.",
    authority="ACP 127(G) section 420; practice: a caption in 26 of 27 cables with ZDS or a note (CCY ...)",
    bad=telegram(date="P 161533Z JAN 09 ZDS"),
    good=telegram(date="P 161533Z JAN 09 ZDS", captions="C O R R E C T E D COPY (TEXT)\n\nSIPDIS"),
)
STATION_AND_ORIGINATOR: Final = Code(
    code="TG518",
    name="station-and-originator",
    severity=Severity.INFORMATION,
    message="the station {station} is {known}, the message is from {originator}",
    rationale="A post sends over its own station; else a relay has sent the message on, or one of the two is misread.",
    authority="ACP 117 CAN-US SUPP-1(O); practice: one station in 112 of 113 posts",
    bad=telegram(station="DE RUEHCP #0159 0161533"),
    good=telegram(),
)
DISTRIBUTION_SUM: Final = Code(
    code="TG519",
    name="distribution-sum",
    severity=Severity.WARNING,
    message="the copies of the offices add up to {sum}, the distribution block says {total}",
    rationale="A block whose sum is wrong has lost an office, or a figure is misread.",
    authority="practice: the sum is right in 9 of 9 blocks that were looked at",
    bad="ACTION EUR-01\nINFO  LOG-00   EEB-02   AID-00   /004W\n\n" + telegram(),
    good="ACTION EUR-01\nINFO  LOG-00   EEB-02   AID-00   /003W\n\n" + telegram(),
)
PAGE_NUMBER: Final = Code(
    code="TG520",
    name="page-head-and-number",
    severity=Severity.WARNING,
    message="the page head is of {head}, the message of {message}",
    rationale="A page of another message stands in this one, or its head is misread.",
    authority="ACP 127(G) section 208; practice: page heads in 9 cables",
    bad=telegram(body=_PAGED.format(head="RUEHNY0195 C O N F I D E N T I A L")),
    good=telegram(body=_PAGED.format(head="RUEHNY0159 C O N F I D E N T I A L")),
)
PAGE_CLASS: Final = Code(
    code="TG521",
    name="page-head-and-class",
    severity=Severity.WARNING,
    message="the page head says {head}, the class line {level}",
    rationale="Each page shows the classification of the whole.",
    authority="ACP 127(G) section 208; practice: page heads in 9 cables",
    bad=telegram(body=_PAGED.format(head="RUEHNY0159 S E C R E T")),
    good=telegram(body=_PAGED.format(head="RUEHNY0159 C O N F I D E N T I A L")),
)

ALL: Final = (
    ROUTING_PRECEDENCE, FILING_DAY, FILED_BEFORE_DATE, SERIAL_AND_NUMBER, SECTION_SENT, SECURITY_AND_CLASS,
    VALIDATION_AND_SERIAL, ERA_OF_CLASS, ORIGINATOR_AND_POST, MARK_NUMBER, MARK_TOTAL, MARK_POST, ACTION_PRECEDENCE,
    INFO_PRECEDENCE, INFO_ABOVE_ACTION, CHANNEL_AND_ROUTING, CORRECTED_COPY, STATION_AND_ORIGINATOR, DISTRIBUTION_SUM,
    PAGE_NUMBER, PAGE_CLASS,
)  # fmt: skip
