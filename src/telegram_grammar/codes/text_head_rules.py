"""TG270 to TG299: rules of the text head: captions, E.O., TAGS and SUBJECT.

Counts are of 1,295 real cables of 1966 to 2010.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes.examples import sent, telegram
from telegram_grammar.codes.profile_names import DATED, MODERN, STRICT
from telegram_grammar.diagnostics import Code, Severity

__all__ = ["ALL"]

_ERROR: Final = Severity.ERROR
_INFORMATION: Final = Severity.INFORMATION
_WARNING: Final = Severity.WARNING
_TAGS: Final = "TAGS Handbook 1974"
_UNCLASSIFIED: Final = {
    "security": "ZNR UUUUU ZZH",
    "class_line": "UNCLAS OSLO 000159",
    "order": "E.O. 12958: N/A",
    "classified_by": "",
    "body": "1. The minister agreed to meet.\n\n2. He named no date.",
}

#: A classified text to be sent, with a portion that is not for foreign nationals.
_CLASSIFIED: Final = {
    "security": "ZNY CCCCC ZZH",
    "class_line": "BT\nC O N F I D E N T I A L OSLO 000159",
    "order": "E.O. 12958: DECL: 01/16/2019",
    "classified_by": "CLASSIFIED BY: DCM JANE DOE, REASONS 1.4 (B) AND (D).",
    "body": "1. (C/NF) THE MINISTER AGREED TO MEET.\n\n2. (C) HE NAMED NO DATE.",
}

# ---- captions (5 FAH-2 H-252 and H-440) ------------------------------------------------------------------

SPECIAL_HANDLING: Final = Code(
    code="TG270",
    name="two-special-handling-captions",
    severity=_WARNING,
    message="{found} stands beside {other}: only one of them can be obeyed",
    rationale="Special handling captions exclude each other; only STADIS may stand with EXDIS or NODIS.",
    authority="5 FAH-2 H-252.1-1",
    bad=telegram(captions="EXDIS\n\nNODIS"),
    good=telegram(captions="EXDIS\n\nSTADIS"),
)
SPECIAL_HANDLING_FIRST: Final = Code(
    code="TG271",
    name="special-handling-first",
    severity=_WARNING,
    message="{found} stands after {other}",
    rationale="Who opens the telegram must see first what he may do with it.",
    authority="5 FAH-2 H-252.1-1 and H-440: the special handling caption is the first after the class line",
    bad=telegram(captions="SIPDIS\n\nEXDIS"),
    good=telegram(captions="EXDIS\n\nSIPDIS"),
)
CAPTION_ORDER: Final = Code(
    code="TG272",
    name="caption-order",
    severity=_INFORMATION,
    message="{found} stands after {other}",
    rationale="The most restrictive caption comes first; practice settled on that in 2009 (141 of 180 cables).",
    authority="5 FAH-2 H-252.1-1; practice: NOFORN before SIPDIS 141, after it 39",
    bad=sent(**_CLASSIFIED | {"captions": "SIPDIS\n\nNOFORN"}),
    good=sent(**_CLASSIFIED | {"captions": "NOFORN\n\nSIPDIS"}),
    profiles=STRICT,
)
TWO_CHANNELS: Final = Code(
    code="TG273",
    name="two-channel-captions",
    severity=_WARNING,
    message="{found} stands beside {other}",
    rationale="A telegram goes through one channel.",
    authority="5 FAH-2 H-440",
    bad=telegram(captions="DISSENT CHANNEL\n\nDS CHANNEL"),
    good=telegram(captions="DISSENT CHANNEL"),
)
AGREMENT: Final = Code(
    code="TG274",
    name="agrement-channel",
    severity=_WARNING,
    message="AGREMENT CHANNEL stands {where}",
    rationale="The channel is for a request that must stay confidential, and it limits distribution by itself.",
    authority="5 FAH-2 H-440: never with NODIS or EXDIS; the text is classified or SENSITIVE",
    bad=telegram(captions="EXDIS\n\nAGREMENT CHANNEL"),
    good=telegram(captions="AGREMENT CHANNEL"),
)
SENSITIVE_CLASSIFIED: Final = Code(
    code="TG275",
    name="sensitive-on-classified-text",
    severity=_INFORMATION,
    message="SENSITIVE stands on a text that is {level}",
    rationale="The caption is for what no executive order protects; practice breaks the rule in a third of its uses.",
    authority="STATE 018029 (2000); practice: 61 of 93 on UNCLAS text",
    bad=telegram(captions="SENSITIVE\n\nSIPDIS"),
    good=telegram(captions="SIPDIS"),
)
SENSITIVE_LAST: Final = Code(
    code="TG276",
    name="sensitive-before-other-captions",
    severity=_INFORMATION,
    message="SENSITIVE stands before {other}",
    rationale="It follows any other caption; practice has it first as often as not.",
    authority="STATE 018029 (2000)",
    bad=sent(captions="SENSITIVE\n\nSIPDIS", body="(SBU) HE NAMED NO DATE."),
    good=sent(captions="SIPDIS\n\nSENSITIVE", body="(SBU) HE NAMED NO DATE."),
    profiles=STRICT,
)
OFFICIAL_INFORMAL: Final = Code(
    code="TG277",
    name="official-informal",
    severity=_WARNING,
    message="OFFICIAL INFORMAL stands in the {where} alone",
    rationale="The words belong to both places: the caption goes to the communicator, the subject to the reader.",
    authority="5 FAH-2 H-252.1-2",
    bad=telegram(captions="OFFICIAL INFORMAL\n\nSIPDIS"),
    good=telegram(captions="OFFICIAL INFORMAL\n\nSIPDIS", subject="SUBJECT: OFFICIAL INFORMAL: TALKS ON FISHERIES"),
)
SIPDIS_DOUBLED: Final = Code(
    code="TG278",
    name="doubled-sipdis",
    severity=_INFORMATION,
    message="SIPDIS stands twice",
    rationale="From December 2005 to May 2008 all cables have it twice; at any other time that is a slip.",
    authority="practice: 247 cables of those years, none later",
    bad=telegram(captions="SIPDIS\n\nSIPDIS"),
    good=telegram(captions="SIPDIS"),
    profiles=MODERN,
)
SIPDIS_SINGLE: Final = Code(
    code="TG279",
    name="single-sipdis",
    severity=_INFORMATION,
    message="SIPDIS stands once, where the cables of these years have it twice",
    rationale="A caption may have been lost, or a publisher has tidied up; nothing else is known to follow from it.",
    authority="practice: 247 of 247 cables from December 2005 to the end of 2007 have it twice",
    bad=telegram(date="P 161533Z JAN 07", order="E.O. 12958: DECL: 01/16/2017", references=""),
    good=telegram(
        date="P 161533Z JAN 07", order="E.O. 12958: DECL: 01/16/2017", references="", captions="SIPDIS\n\nSIPDIS"
    ),
    profiles=("wire-2000s",),
)

# ---- E.O. (the orders; TAGS Handbook 1974) -----------------------------------------------------------------

ORDER_MISSING: Final = Code(
    code="TG280",
    name="order-and-tags-missing",
    severity=_WARNING,
    message="E.O. and TAGS are missing before the subject",
    rationale="Both are mandatory since 1 March 1973; the archive refuses a message without them.",
    authority="TAGS Handbook 1974; 5 FAH-1 H-212",
    bad=telegram(order="", tags=""),
    good=telegram(),
    profiles=DATED,
)
ORDER_TIME: Final = Code(
    code="TG281",
    name="order-out-of-its-time",
    severity=_WARNING,
    message="{found}: {why}",
    rationale="The order says for how long the text is protected; a wrong number is a typing error (8 cables).",
    authority="the days of E.O. 11652, 12065, 12356, 12958 and 13526; practice: 12598, 19523, 19528 mistyped",
    bad=telegram(order="E.O. 12598: DECL: 01/16/2019"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2019"),
    profiles=DATED,
)
CLASSIFIED_NOT_APPLICABLE: Final = Code(
    code="TG282",
    name="order-not-applied-to-classified-text",
    severity=_WARNING,
    message="the text is {level}, but the E.O. line says N/A",
    rationale="Either the class line or the E.O. line is wrong, and one of them decides who may read the text.",
    authority="TAGS Handbook 1974; practice: N/A stands on unclassified text in 95 of 95 cables",
    bad=telegram(order="E.O. 12958: N/A"),
    good=telegram(),
    profiles=DATED,
)
UNCLASSIFIED_INSTRUCTION: Final = Code(
    code="TG283",
    name="order-applied-to-unclassified-text",
    severity=_WARNING,
    message="the text is {level}, but the E.O. line says {found}",
    rationale="What is not classified cannot be declassified; either the class line or the E.O. line is wrong.",
    authority="TAGS Handbook 1974; practice: N/A in 88 of 90 unclassified cables, the others of 1972",
    bad=telegram(**_UNCLASSIFIED | {"order": "E.O. 12958: DECL: 01/16/2019"}),
    good=telegram(**_UNCLASSIFIED),
    profiles=DATED,
)
INSTRUCTION_OF_ORDER: Final = Code(
    code="TG284",
    name="instruction-of-another-order",
    severity=_WARNING,
    message="{found} is no instruction of E.O. {order}",
    rationale="Each order has its own ways to end a classification; those of another have no effect under it.",
    authority="TAGS Handbook 1974; 78 STATE 296107; E.O. 12356 section 1.4; E.O. 12958 section 1.7",
    bad=telegram(order="E.O. 12958: GDS"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2019"),
)
INSTRUCTION_INCOMPLETE: Final = Code(
    code="TG285",
    name="instruction-incomplete",
    severity=_WARNING,
    message="{found} lacks {what}",
    rationale="Without it nobody knows when the protection ends, or who may prolong it.",
    authority="TAGS Handbook 1974 (ADS DECLAS date); 78 STATE 296107 (GDS and RDS with a date); E.O. 12958 section 1.7",
    bad=telegram(order="E.O. 12958: DECL:"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2019"),
)
EXEMPTION_TIME: Final = Code(
    code="TG286",
    name="exemption-out-of-its-time",
    severity=_WARNING,
    message="{found} could not be used at that time",
    rationale="X1 to X8 ended on 22 September 2003, OADR in October 1995; a date or an event must stand instead.",
    authority="ISOO, changes to classified document markings (2003)",
    bad=telegram(order="E.O. 12958: DECL: X1"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2019"),
)
DECLASSIFIED_BEFORE: Final = Code(
    code="TG287",
    name="declassified-before-it-was-sent",
    severity=_ERROR,
    message="the date of declassification, {found}, is before that of the telegram",
    rationale="The text was never classified, or a date is wrong (no cable of practice has this).",
    authority="E.O. 12958 section 1.5 as amended; practice: 0 of 1,097 dates",
    bad=telegram(order="E.O. 12958: DECL: 01/16/2008"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2018"),
)
DECLASSIFIED_LATE: Final = Code(
    code="TG288",
    name="declassified-too-late",
    severity=_WARNING,
    message="the date of declassification, {found}, is more than {years} years ahead",
    rationale="No original classification lasts longer; the year is mistyped, or a special authority is not named.",
    authority="E.O. 12958 section 1.5 as amended by E.O. 13292; practice: 6 of 1,097 dates",
    bad=telegram(order="E.O. 12958: DECL: 01/16/2039"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2034"),
)
DATE_FORM: Final = Code(
    code="TG289",
    name="declassification-date-form",
    severity=_INFORMATION,
    message="the date {found} is not in the form month, day, year of four figures",
    rationale="Readers take a date of another form for another day: the year first is of one message system alone.",
    authority="practice: MM/DD/YYYY 1,040, year first 62, in cables of odd numbers since July 2009, others about 30",
    bad=telegram(order="E.O. 12958: DECL: 1/16/19"),
    good=telegram(order="E.O. 12958: DECL: 01/16/2019"),
    profiles=MODERN,
)
IMPOSSIBLE_DATE: Final = Code(
    code="TG290",
    name="impossible-declassification-date",
    severity=_WARNING,
    message="{found} is no day of the calendar",
    rationale="A day that cannot be never comes: the text would stay classified for ever.",
    authority="E.O. 12958 section 1.7; practice: 1,097 of 1,098 dates are days",
    bad=telegram(order="E.O. 12958: DECL: 13/16/2019"),
    good=telegram(order="E.O. 12958: DECL: 12/16/2018"),
)

# ---- TAGS and SUBJECT (TAGS Handbook 1974; 5 FAH-3) --------------------------------------------------------

SUBJECT_TAG_MISSING: Final = Code(
    code="TG291",
    name="subject-tag-missing",
    severity=_ERROR,
    message="no subject tag among the TAGS",
    rationale="The subject tag decides who gets the message and where it is filed; places alone do neither.",
    authority="TAGS Handbook 1974; 5 FAH-1 H-212: at least one subject tag",
    bad=telegram(tags="TAGS: NO SW"),
    good=telegram(tags="TAGS: PREL NO SW"),
    profiles=DATED,
)
TAGS_ORDER: Final = Code(
    code="TG292",
    name="tags-order",
    severity=_INFORMATION,
    message="{found} stands after {other}",
    rationale="Subjects and programs come first, then places and organizations; 161 of 1,241 cables mix them.",
    authority=_TAGS,
    bad=telegram(tags="TAGS: PREL NO EFIS"),
    good=telegram(tags="TAGS: PREL EFIS NO"),
    profiles=DATED,
)
TAG_TWICE: Final = Code(
    code="TG293",
    name="tag-twice",
    severity=_WARNING,
    message="{found} stands twice among the TAGS",
    rationale="The second says nothing, and mostly stands in the place of another that was meant (2 cables).",
    authority="TAGS Handbook 1974; practice: 2 of 1,287 cables",
    bad=telegram(tags="TAGS: PREL EFIS PREL NO"),
    good=telegram(tags="TAGS: PREL EFIS NO"),
    profiles=DATED,
)
TAG_UNKNOWN: Final = Code(
    code="TG294",
    name="unknown-tag",
    severity=_INFORMATION,
    message="{found} is in no register of TAGS",
    rationale="It may be mistyped, glued to another, or younger than the registers, which are not complete.",
    authority="5 FAH-3 H-110; practice: typing errors in 9 cables, words of prose in 14",
    bad=telegram(tags="TAGS: PREL EFIS NORWEGIANS"),
    good=telegram(tags="TAGS: PREL EFIS NO"),
    profiles=DATED,
)
CODE_IN_PARENTHESES: Final = Code(
    code="TG295",
    name="tag-in-parentheses",
    severity=_WARNING,
    message="({found}) is a code, and no person's name",
    rationale="Parentheses hold personal names and nothing else; others break the reading by machine.",
    authority=_TAGS,
    bad=telegram(tags="TAGS: PREL (EFIS) NO"),
    good=telegram(tags="TAGS: OVIP (DOE, JANE) NO"),
    profiles=DATED,
)
TAG_US: Final = Code(
    code="TG296",
    name="tag-us",
    severity=_INFORMATION,
    message="US stands among the TAGS",
    rationale="It is for explicit involvement of the United States alone, for every telegram is about US interests.",
    authority=_TAGS,
    bad=telegram(tags="TAGS: PREL EFIS NO US"),
    good=telegram(tags="TAGS: PREL EFIS NO"),
    profiles=("1970s", *STRICT),
)
SUBJECT_EMPTY: Final = Code(
    code="TG297",
    name="empty-subject",
    severity=_ERROR,
    message="the subject is empty",
    rationale="Nobody finds or routes a message whose subject is not said.",
    authority="TAGS Handbook 1974; 5 FAH-1 H-212: a subject line is mandatory",
    bad=telegram(subject="SUBJECT:"),
    good=telegram(),
)

ALL: Final[tuple[Code, ...]] = (
    SPECIAL_HANDLING,
    SPECIAL_HANDLING_FIRST,
    CAPTION_ORDER,
    TWO_CHANNELS,
    AGREMENT,
    SENSITIVE_CLASSIFIED,
    SENSITIVE_LAST,
    OFFICIAL_INFORMAL,
    SIPDIS_DOUBLED,
    SIPDIS_SINGLE,
    ORDER_MISSING,
    ORDER_TIME,
    CLASSIFIED_NOT_APPLICABLE,
    UNCLASSIFIED_INSTRUCTION,
    INSTRUCTION_OF_ORDER,
    INSTRUCTION_INCOMPLETE,
    EXEMPTION_TIME,
    DECLASSIFIED_BEFORE,
    DECLASSIFIED_LATE,
    DATE_FORM,
    IMPOSSIBLE_DATE,
    SUBJECT_TAG_MISSING,
    TAGS_ORDER,
    TAG_TWICE,
    TAG_UNKNOWN,
    CODE_IN_PARENTHESES,
    TAG_US,
    SUBJECT_EMPTY,
)
