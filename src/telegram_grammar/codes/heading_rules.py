"""TG150 to TG199: rules of the heading, format lines 1 to 11.

Counts are of 1,295 real cables of 1966 to 2010, of which 1,120 have all format lines from 1 to 6.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes.examples import sent, telegram
from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "CHANNEL_SERIAL",
    "CONTINUITY_RANGE",
    "CONTINUITY_SIZES",
    "DATE_WITHOUT_YEAR",
    "EXEMPT_WITHOUT_LIST",
    "FILING_TIME",
    "FORMAT_LINE_MISSING",
    "HEADING_MISSING",
    "IMPOSSIBLE_DATE",
    "LONG_LINE",
    "MIDNIGHT",
    "NO_ROUTING_INDICATOR",
    "OPERATING_SIGNAL",
    "PRECEDENCE_ORDER",
    "ROUTING_ORDER",
    "ROUTING_REPEATED",
    "SECURITY_SIGNAL",
    "SMALL_LETTERS",
    "TELEGRAPH_CHARACTERS",
    "YEAR_FIGURES",
]

_WIRE: Final = ("wire-2000s", "strict")
_STRICT: Final = ("strict",)
_TEXT: Final = telegram(
    identification="", routing="", station="", security="", date="", originator="", action="", info=""
)

HEADING_MISSING: Final = Code(
    code="TG150",
    name="heading-missing",
    severity=Severity.WARNING,
    message="the text has a classification line, but no heading",
    rationale="Without heading nobody knows who sent the message to whom, and when.",
    authority="ACP 127(G) section 142 and Annex B; practice: missing in 82 of 1,295, all of them partial extracts",
    bad=_TEXT,
    good=telegram(),
    profiles=_WIRE,
)
FORMAT_LINE_MISSING: Final = Code(
    code="TG151",
    name="format-line-missing",
    severity=Severity.ERROR,
    message="format line {line} is missing: {what}",
    rationale="A relay cannot carry a message without it; copies that were given out may have lost it.",
    authority="ACP 127(G) sections 142 to 144 and Annex B",
    bad=sent(identification=""),
    good=sent(),
    profiles=_STRICT,
)
CHANNEL_SERIAL: Final = Code(
    code="TG152",
    name="channel-serial",
    severity=Severity.INFORMATION,
    message="the channel serial number {number} has not three figures",
    rationale="The standard counts channels to 999; the State network to 9999.",
    authority="ACP 127(G) sections 112 and 202; 5 FAH-2 H-321.1; practice: four figures in 1,119 of 1,122 lines",
    bad=sent(identification="VZCZCXRO0457"),
    good=sent(identification="VZCZCXRO457"),
    profiles=_STRICT,
)
ROUTING_REPEATED: Final = Code(
    code="TG153",
    name="routing-indicator-repeated",
    severity=Severity.WARNING,
    message="the routing indicator {indicator} stands twice in the routing line",
    rationale="A relay that finds an indicator twice delivers the message twice.",
    authority="ACP 127(G) section 204.c; practice: 1 of 1,120 cables",
    bad=telegram(routing="PP RUEHBS RUEHBS RUEHCP"),
    good=telegram(routing="PP RUEHBS RUEHCP"),
)
ROUTING_ORDER: Final = Code(
    code="TG154",
    name="routing-order",
    severity=Severity.INFORMATION,
    message="the routing indicator {indicator} does not stand in the order of the alphabet",
    rationale="Indicators of one relay station stand together, which the order of the alphabet sees to.",
    authority="ACP 127(G) section 204.b; practice: in order in 1,117 of 1,120 cables",
    bad=telegram(routing="PP RUEHCP RUEHBS"),
    good=telegram(routing="PP RUEHBS RUEHCP"),
)
LONG_LINE: Final = Code(
    code="TG155",
    name="heading-line-too-long",
    severity=Severity.WARNING,
    message="a line of {length} characters in the heading; 69 are allowed",
    rationale="A page printer has 69 places in a line; what goes beyond is printed over the last.",
    authority="ACP 127(G) section 138.f; practice: 52 of 12,867 address lines",
    bad=telegram(info="INFO RUEKJCS/COMMANDER OF A PLACE WHOSE NAME IS SO LONG THAT IT GOES ON AND ON"),
    good=telegram(info="INFO RUEKJCS/COMMANDER OF A PLACE"),
    profiles=_WIRE,
)
FILING_TIME: Final = Code(
    code="TG156",
    name="impossible-filing-time",
    severity=Severity.ERROR,
    message="there is no day and time {filed}",
    rationale="The filing time is the day of the year, 001 to 366, then hours and minutes.",
    authority="ACP 127(G) section 115; practice: possible in 1,122 of 1,122 lines",
    bad=telegram(station="DE RUEHNY #0159 0162533"),
    good=telegram(station="DE RUEHNY #0159 0161533"),
)
SECURITY_SIGNAL: Final = Code(
    code="TG157",
    name="security-signal",
    severity=Severity.ERROR,
    message="{signal} goes with {right}, not with {designator}",
    rationale="ZNR says that anybody may handle the message, ZNY that only those may who are cleared for its letter.",
    authority="ACP 127(G) sections 124 and 203; practice: ZNR with UUUUU alone in 1,114 of 1,114 lines",
    bad=telegram(security="ZNR CCCCC ZZH"),
    good=telegram(security="ZNY CCCCC ZZH"),
)
OPERATING_SIGNAL: Final = Code(
    code="TG158",
    name="no-operating-signal",
    severity=Severity.WARNING,
    message="{word} is no operating signal",
    rationale="Operating signals have three letters, Q or Z first, and a figure may follow; others are not understood.",
    authority="ACP 127(G) section 135; ACP 131, as taught in US Navy courses: QAA-QNZ, QRA-QUZ, ZAA-ZZZ",
    bad=telegram(security="ZNY CCCCC HURRY"),
    good=telegram(security="ZNY CCCCC ZZH"),
)
PRECEDENCE_ORDER: Final = Code(
    code="TG159",
    name="precedence-order",
    severity=Severity.ERROR,
    message="precedence {action} for action is not higher than {info} for information",
    rationale="Two precedences are given only where information may travel slower than action.",
    authority="ACP 127(G) sections 150 to 152; practice: 44 of 44 descend",
    bad=telegram(
        routing="OO RUEHBS RUEHCP", date="P O 161533Z JAN 09", info="INFO RUEHCP/AMEMBASSY COPENHAGEN IMMEDIATE 0800"
    ),
    good=telegram(
        routing="OO RUEHBS RUEHCP", date="O P 161533Z JAN 09", action="TO RUEHC/SECSTATE WASHDC IMMEDIATE 4242"
    ),
)
IMPOSSIBLE_DATE: Final = Code(
    code="TG160",
    name="impossible-date",
    severity=Severity.ERROR,
    message="there is no {what} {group}",
    rationale="The date-time group names the message and dates it; an impossible one does neither.",
    authority="ACP 127(G) section 113; practice: possible in 1,213 of 1,213 lines",
    bad=telegram(date="P 311533Z FEB 09"),
    good=telegram(date="P 161533Z JAN 09"),
)
DATE_WITHOUT_YEAR: Final = Code(
    code="TG161",
    name="date-without-year",
    severity=Severity.WARNING,
    message="the date-time group has no year",
    rationale="Months come again; the year is a part of the group.",
    authority="ACP 127(G) section 113; practice: with a year in 1,213 of 1,213 lines",
    bad=telegram(date="P 161533Z JAN"),
    good=telegram(date="P 161533Z JAN 09"),
)
YEAR_FIGURES: Final = Code(
    code="TG162",
    name="year-figures",
    severity=Severity.INFORMATION,
    message="the year {year} has two figures",
    rationale="Since 1 January 2006 the year of a heading has four figures.",
    authority="ACP 127(G) section 113; practice: two figures in 1,213 of 1,213 lines",
    bad=sent(date="P 161533Z JAN 09"),
    good=sent(date="P 161533Z JAN 2009"),
    profiles=_STRICT,
)
MIDNIGHT: Final = Code(
    code="TG163",
    name="midnight",
    severity=Severity.INFORMATION,
    message="the time {time} is not used: which day it belongs to is in doubt",
    rationale="0001 and 2359 stand beside midnight, so that the day is beyond doubt.",
    authority="JANAP 128, as taught in US Navy courses",
    bad=sent(station="DE RUEHNY #0159 0160000", date="P 160000Z JAN 2009"),
    good=sent(station="DE RUEHNY #0159 0160001", date="P 160001Z JAN 2009"),
    profiles=_STRICT,
)
NO_ROUTING_INDICATOR: Final = Code(
    code="TG164",
    name="no-routing-indicator",
    severity=Severity.INFORMATION,
    message="the address {name} has no routing indicator",
    rationale="With several addresses, each tells the relays where it is; local ones are known to the relay at hand.",
    authority="ACP 127(G) section 206.a-b; practice: 3,118 of 11,656 address lines have none",
    bad=sent(info="INFO AMEMBASSY COPENHAGEN PRIORITY 0800"),
    good=sent(info="INFO RUEHCP/AMEMBASSY COPENHAGEN PRIORITY 0800"),
    profiles=_STRICT,
)
EXEMPT_WITHOUT_LIST: Final = Code(
    code="TG165",
    name="exempted-from-nothing",
    severity=Severity.WARNING,
    message="XMT exempts {name}, but no address is a list of posts",
    rationale="Only a member of a collective address can be exempted; no other gets the message unless it is named.",
    authority="ACP 127(G) section 205; 5 FAH-2 H-321.9; practice: with a collective in 4 of 4 cables",
    bad=telegram(info="INFO RUEHCP/AMEMBASSY COPENHAGEN\nXMT AMEMBASSY PARIS"),
    good=telegram(info="INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE\nXMT AMEMBASSY PARIS"),
)
CONTINUITY_RANGE: Final = Code(
    code="TG166",
    name="continuity-number-range",
    severity=Severity.WARNING,
    message="the numbers {numbers} do not rise",
    rationale="A message of several sections takes a number for each, from the first to the last.",
    authority="5 FAH-2 H-321.7 and H-321.8; practice: 3 of 3 cables with ranges",
    bad=telegram(action="TO RUEHC/SECSTATE WASHDC PRIORITY 2279-2276"),
    good=telegram(action="TO RUEHC/SECSTATE WASHDC PRIORITY 2276-2279"),
)
CONTINUITY_SIZES: Final = Code(
    code="TG167",
    name="continuity-number-sizes",
    severity=Severity.WARNING,
    message="the range {numbers} is of {size}, the first one of this message of {first}",
    rationale="All addressees get the same sections, so each range of a message has as many numbers.",
    authority="5 FAH-2 H-321.7 and H-321.8; practice: the same size in 3 of 3 cables with ranges",
    bad=telegram(
        action="TO RUEHC/SECSTATE WASHDC PRIORITY 2276-2279",
        info="INFO RUEHCP/AMEMBASSY COPENHAGEN PRIORITY 0800-0802",
    ),
    good=telegram(
        action="TO RUEHC/SECSTATE WASHDC PRIORITY 2276-2279",
        info="INFO RUEHCP/AMEMBASSY COPENHAGEN PRIORITY 0800-0803",
    ),
)
TELEGRAPH_CHARACTERS: Final = Code(
    code="TG168",
    name="telegraph-characters",
    severity=Severity.INFORMATION,
    message="{found} is not in the telegraph alphabet",
    rationale="Letters, figures and - ? : ( ) . , / ' are all it has; others are spelt, as in PARA, QUOTE, PERCENT.",
    authority="ACP 127(G) sections 134 and 140 (ITA2)",
    bad=sent(body="1. THE SHARE IS 40% NOW."),
    good=sent(body="1. THE SHARE IS 40 PERCENT NOW."),
    profiles=_STRICT,
)
SMALL_LETTERS: Final = Code(
    code="TG169",
    name="small-letters",
    severity=Severity.INFORMATION,
    message="small letters in {lines} lines of the text, here for the first time",
    rationale="The telegraph alphabet has one case; a circuit that carries it prints all letters alike.",
    authority="ACP 127(G) section 134 (ITA2); practice: bodies in mixed case since 2004",
    bad=sent(body="1. THE MINISTER Agreed."),
    good=sent(body="1. THE MINISTER AGREED."),
    profiles=_STRICT,
)

ALL: Final = (
    HEADING_MISSING, FORMAT_LINE_MISSING, CHANNEL_SERIAL, ROUTING_REPEATED, ROUTING_ORDER, LONG_LINE, FILING_TIME,
    SECURITY_SIGNAL, OPERATING_SIGNAL, PRECEDENCE_ORDER, IMPOSSIBLE_DATE, DATE_WITHOUT_YEAR, YEAR_FIGURES, MIDNIGHT,
    NO_ROUTING_INDICATOR, EXEMPT_WITHOUT_LIST, CONTINUITY_RANGE, CONTINUITY_SIZES, TELEGRAPH_CHARACTERS, SMALL_LETTERS,
)  # fmt: skip
