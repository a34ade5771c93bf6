"""TG255 to TG259: rules of the REF line. TG262 to TG269: rules of Classified By.

Counts are of 1,295 real cables of 1966 to 2010.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes.examples import telegram
from telegram_grammar.codes.profile_names import MODERN
from telegram_grammar.diagnostics import Code, Severity

__all__ = ["ALL"]

_INFORMATION: Final = Severity.INFORMATION
_WARNING: Final = Severity.WARNING

# ---- REF (TAGS Handbook 1974; NARA: message reference numbers) ------------------------------------------

LETTERS: Final = Code(
    code="TG255",
    name="ref-letters-out-of-order",
    severity=_INFORMATION,
    message="the letter {found} follows {other}",
    rationale="The text cites a reference by its letter; one that is lost, doubled or out of order cites another.",
    authority="practice: lettered A, B, C in 377 cables",
    bad=telegram(references="REF: A. 08 STATE 61194\nC. 08 STATE 61200"),
    good=telegram(references="REF: A. 08 STATE 61194\nB. 08 STATE 61200"),
)
FUTURE: Final = Code(
    code="TG256",
    name="reference-in-the-future",
    severity=_WARNING,
    message="{found} is of a year after that of this telegram",
    rationale="Nobody can refer to what is not yet written: the year is mistyped here or in the date-time group.",
    authority="NARA: post and number are counted anew each year; practice",
    bad=telegram(references="REF: 10 STATE 61194"),
    good=telegram(references="REF: 08 STATE 61194"),
)
LATER_NUMBER: Final = Code(
    code="TG257",
    name="reference-to-later-number",
    severity=_INFORMATION,
    message="{found} is numbered after this telegram",
    rationale="A post numbers its telegrams in order; the reference is of an earlier year, which must be printed.",
    authority="practice: the year stands before the post where it is not that of the telegram",
    bad=telegram(references="REF: OSLO 1940"),
    good=telegram(references="REF: 08 OSLO 1940"),
)
ITSELF: Final = Code(
    code="TG258",
    name="reference-to-itself",
    severity=_WARNING,
    message="{found} is this telegram itself",
    rationale="The number is mistyped, or the reference was copied from an answer.",
    authority="NARA: year, post and number name one message",
    bad=telegram(references="REF: OSLO 159"),
    good=telegram(references="REF: OSLO 158"),
)

# ---- Classified By (5 FAH-1 H-246.3; E.O. 12958 section 1.7) ----------------------------------------------

CLASSIFIER_MISSING: Final = Code(
    code="TG262",
    name="classifier-missing",
    severity=_WARNING,
    message="the text is {level}, but no line Classified By says who classified it and why",
    rationale="A classification without a classifier and a reason cannot be challenged (17 of 1,162 cables lack it).",
    authority="E.O. 12958 section 1.7; 5 FAH-1 H-246.3; practice: 1,145 of 1,162 classified cables",
    bad=telegram(classified_by=""),
    good=telegram(),
    profiles=MODERN,
)
REASON_MISSING: Final = Code(
    code="TG263",
    name="reason-missing",
    severity=_WARNING,
    message="no reason is given for the classification",
    rationale="The order asks for the reason by its section; only a derived classification has none of its own.",
    authority="E.O. 12958 section 1.7; 5 FAH-1 H-246.3",
    bad=telegram(classified_by="Classified By: DCM JANE DOE."),
    good=telegram(classified_by="Derived From: DSCG 05-1 B, D"),
    profiles=MODERN,
)
REASON_SECTION: Final = Code(
    code="TG264",
    name="reason-section-out-of-its-time",
    severity=_WARNING,
    message="section {found} holds no reasons at that time",
    rationale="Reasons stood in section 1.5 until 21 September 2003 and stand in 1.4 since: the old form lives on.",
    authority="ISOO, changes to classified document markings (2003); practice: 1.4 in 957 cables, 1.5 in 23",
    bad=telegram(classified_by="Classified By: DCM JANE DOE, REASONS 1.5 (B) AND (D)."),
    good=telegram(),
    profiles=MODERN,
)
REASON_LETTER: Final = Code(
    code="TG265",
    name="unknown-reason-letter",
    severity=_WARNING,
    message="section {section} has no reason ({found})",
    rationale="The letters a to g are reasons in section 1.5, a to h in section 1.4.",
    authority="E.O. 12958 section 1.5; E.O. 13292 section 1.4",
    bad=telegram(
        date="P 161533Z JAN 03", order="E.O. 12958: DECL: 01/16/2013", references="",
        classified_by="Classified By: DCM JANE DOE, REASONS 1.5 (B) AND (H).",
    ),
    good=telegram(
        date="P 161533Z JAN 03", order="E.O. 12958: DECL: 01/16/2013", references="",
        classified_by="Classified By: DCM JANE DOE, REASONS 1.5 (B) AND (D).",
    ),
    profiles=MODERN,
)  # fmt: skip
SECTION_MISSING: Final = Code(
    code="TG266",
    name="reason-section-missing",
    severity=_INFORMATION,
    message="the reason names letters, but no section of the order",
    rationale="The letters mean other things in other sections.",
    authority="E.O. 12958 section 1.7; ISOO: the section and the letter of the order are cited",
    bad=telegram(classified_by="Classified By: DCM JANE DOE, REASONS (B) AND (D)."),
    good=telegram(),
    profiles=MODERN,
)
CLASSIFIER_UNCLASSIFIED: Final = Code(
    code="TG267",
    name="classifier-of-unclassified-text",
    severity=_WARNING,
    message="the text is {level}, but somebody has classified it",
    rationale="Either the class line or this line is wrong, and one of them decides who may read the text.",
    authority="E.O. 12958 section 1.7; practice: on no unclassified cable",
    bad=telegram(
        security="ZNR UUUUU ZZH", class_line="UNCLAS OSLO 000159", order="E.O. 12958: N/A",
        body="1. The minister agreed to meet.\n\n2. He named no date.",
    ),
    good=telegram(
        security="ZNR UUUUU ZZH", class_line="UNCLAS OSLO 000159", order="E.O. 12958: N/A", classified_by="",
        body="1. The minister agreed to meet.\n\n2. He named no date.",
    ),
)  # fmt: skip

ALL: Final[tuple[Code, ...]] = (
    LETTERS,
    FUTURE,
    LATER_NUMBER,
    ITSELF,
    CLASSIFIER_MISSING,
    REASON_MISSING,
    REASON_SECTION,
    REASON_LETTER,
    SECTION_MISSING,
    CLASSIFIER_UNCLASSIFIED,
)
