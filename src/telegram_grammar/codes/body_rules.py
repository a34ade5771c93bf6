"""TG330 to TG399: rules of the body: portion markings, paragraph numbers, lines, signature, and garble of the circuit.

Counts are of 1,295 real cables of 1966 to 2010.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes.examples import sent, telegram
from telegram_grammar.codes.profile_names import MODERN, STRICT, WHOLE, WIRE
from telegram_grammar.diagnostics import Code, Severity

__all__ = ["ALL"]

_INFORMATION: Final = Severity.INFORMATION
_WARNING: Final = Severity.WARNING
_UNCLASSIFIED: Final = {
    "security": "ZNR UUUUU ZZH",
    "class_line": "UNCLAS OSLO 000159",
    "order": "E.O. 12958: N/A",
    "classified_by": "",
}
_FORN: Final = "1. (C/NF) The minister agreed to meet.\n\n2. (C) He named no date."
_LONG: Final = "1. (C) The minister agreed to meet us before the end of the fishing season.\n\n2. (C) He named no date."
_LONG_WRAPPED: Final = (
    "1. (C) The minister agreed to meet us before the end of the\nfishing season.\n\n2. (C) He named no date."
)
_WITHOUT_SUMMARY: Final = "\n\n".join(
    f"{number}. THE MINISTER AGREED TO MEET.\nHE NAMED NO DATE.\nWE SHALL ASK AGAIN." for number in range(1, 22)
)

# ---- portion markings (5 FAH-1 H-246.2; E.O. 12958 section 1.7) ----------------------------------------------

PORTION_MISSING: Final = Code(
    code="TG330",
    name="portion-marking-missing",
    severity=_WARNING,
    message="{what} has no portion marking{known}",
    rationale="Without it nobody knows which part may be quoted or released; 222 cables have such a paragraph.",
    authority="5 FAH-1 H-246.2; E.O. 12958 section 1.7; practice: all are marked in 1,009 of 1,171 classified cables",
    bad=telegram(body="1. (C) The minister agreed to meet.\n\n2. He named no date."),
    good=telegram(),
    profiles=MODERN,
)
PORTION_LEVEL: Final = Code(
    code="TG331",
    name="portion-without-level",
    severity=_WARNING,
    message="the portion marking ({found}) names no level",
    rationale="A control alone does not say how the portion is classified.",
    authority="5 FAH-1 H-246.2: the classification stands first",
    bad=telegram(body="1. (/REL UK) The minister agreed to meet.\n\n2. (C) He named no date."),
    good=telegram(body="1. (C/REL UK) The minister agreed to meet.\n\n2. (C) He named no date."),
)
CONTROLS_ORDER: Final = Code(
    code="TG332",
    name="portion-controls-out-of-order",
    severity=_INFORMATION,
    message="{found} stands after {other} in the portion marking",
    rationale="Foreign government information stands before the controls of dissemination.",
    authority="practice: S//FGI//NF in 10 of 10 markings",
    bad=telegram(captions="NOFORN", body=_FORN.replace("C/NF", "C//NF//FGI")),
    good=telegram(captions="NOFORN", body=_FORN.replace("C/NF", "C//FGI//NF")),
)
PORTION_ABOVE: Final = Code(
    code="TG333",
    name="portion-above-classification",
    severity=Severity.ERROR,
    message="the portion is {found}, the telegram {level}",
    rationale="The telegram is handled by its class line, so that the portion is not protected as it must be.",
    authority="E.O. 12958 section 1.7: the whole is marked as its highest portion; practice: 2 of 1,252 break it",
    bad=telegram(body="1. (S) The minister agreed to meet.\n\n2. (C) He named no date."),
    good=telegram(),
)
CLASSIFICATION_ABOVE: Final = Code(
    code="TG334",
    name="classification-above-portions",
    severity=_WARNING,
    message="the telegram is {level}, its highest portion {found}",
    rationale="More is withheld than its own markings ask for; or a marking is lost or too low.",
    authority="E.O. 12958 section 1.7; practice: equal in 1,157 of 1,171 cables, lower in 12",
    bad=telegram(body="1. (U) The minister agreed to meet.\n\n2. (SBU) He named no date."),
    good=telegram(),
    profiles=WHOLE,
)
NOFORN_CAPTION: Final = Code(
    code="TG335",
    name="noforn-caption-missing",
    severity=_WARNING,
    message="the portion is not for foreign nationals, but there is no caption NOFORN",
    rationale="Who files and forwards goes by the captions; 37 of 1,186 cables lack it.",
    authority="practice: portions and caption agree in 1,124 of 1,186 cables",
    bad=telegram(body=_FORN),
    good=telegram(captions="NOFORN\n\nSIPDIS", body=_FORN),
    profiles=MODERN,
)
NOFORN_PORTION: Final = Code(
    code="TG336",
    name="noforn-portion-missing",
    severity=_INFORMATION,
    message="the caption says NOFORN, but no portion does",
    rationale="Nobody can tell what is not for foreign nationals; 25 of 1,186 cables have it so.",
    authority="practice: portions and caption agree in 1,124 of 1,186 cables",
    bad=telegram(captions="NOFORN\n\nSIPDIS"),
    good=telegram(captions="NOFORN\n\nSIPDIS", body=_FORN),
    profiles=WHOLE,
)
SENSITIVE_CAPTION: Final = Code(
    code="TG337",
    name="sensitive-caption-missing",
    severity=_WARNING,
    message="the portion is sensitive, but there is no caption SENSITIVE",
    rationale="Unclassified text without the caption may be sent and published freely.",
    authority="STATE 018029 (2000); practice: 93 of 103 unclassified cables agree",
    bad=telegram(**_UNCLASSIFIED | {"body": "1. (SBU) He agreed to meet.\n\n2. (U) He named no date."}),
    good=telegram(
        **_UNCLASSIFIED | {"captions": "SENSITIVE", "body": "1. (SBU) He agreed to meet.\n\n2. (U) He named no date."}
    ),
    profiles=MODERN,
)

# ---- paragraph numbers (5 FAH-1 H-246.2) ---------------------------------------------------------------------

NUMBER_GAP: Final = Code(
    code="TG340",
    name="paragraph-number-gap",
    severity=_WARNING,
    message="paragraph {found} follows paragraph {other}",
    rationale="A paragraph is lost, or its number cannot be read; 59 cables have a gap. Redactions may stand in one.",
    authority="5 FAH-1 H-246.2: paragraphs are numbered consecutively; practice: 1,189 of 1,281 cables",
    bad=telegram(body="1. (C) He agreed to meet.\n\n3. (C) He named no date."),
    good=telegram(),
)
NUMBER_BACK: Final = Code(
    code="TG341",
    name="paragraph-number-repeated",
    severity=_WARNING,
    message="paragraph {found} follows paragraph {other}",
    rationale="Two paragraphs of one number cannot be cited; or another text is quoted here (39 cables).",
    authority="5 FAH-1 H-246.2: paragraphs are numbered consecutively; practice: 1,189 of 1,281 cables",
    bad=telegram(body="1. (C) He agreed to meet.\n\n2. (C) He named no date.\n\n2. (C) He left."),
    good=telegram(body="1. (C) He agreed to meet.\n\n2. (C) He named no date.\n\n3. (C) He left."),
)
NUMBER_FIRST: Final = Code(
    code="TG342",
    name="first-paragraph-number",
    severity=_WARNING,
    message="the first numbered paragraph is {found}",
    rationale="The first paragraph is lost, or its number cannot be read (16 cables).",
    authority="5 FAH-1 H-246.2: paragraphs are numbered from 1",
    bad=telegram(body="2. (C) He agreed to meet.\n\n3. (C) He named no date."),
    good=telegram(),
)
SINGLE_NUMBERED: Final = Code(
    code="TG343",
    name="single-paragraph-numbered",
    severity=_INFORMATION,
    message="the only paragraph has a number",
    rationale="A number tells paragraphs apart; of one there is nothing to tell (13 cables).",
    authority="5 FAH-1 H-246.2: a single paragraph is not numbered",
    bad=telegram(body="1. (C) The minister agreed to meet."),
    good=telegram(body="(C) The minister agreed to meet."),
)
UNNUMBERED: Final = Code(
    code="TG344",
    name="paragraphs-unnumbered",
    severity=_INFORMATION,
    message="none of the paragraphs has a number",
    rationale="Posts cite paragraphs by their numbers (14 cables have none).",
    authority="5 FAH-1 H-246.2: paragraphs are numbered where there are several",
    bad=telegram(body="(C) The minister agreed to meet.\n\n(C) He named no date."),
    good=telegram(),
    profiles=WIRE,
)
SUMMARY_MISSING: Final = Code(
    code="TG345",
    name="summary-missing",
    severity=_INFORMATION,
    message="the text has {lines} lines and no summary",
    rationale="Readers of a long telegram want to know at its beginning whether it concerns them.",
    authority="5 FAH-1 H-246.3 (2004): a summary where the telegram is longer than three pages",
    bad=sent(body=_WITHOUT_SUMMARY),
    good=sent(body=_WITHOUT_SUMMARY.replace("1. THE", "1. SUMMARY: THE", 1)),
    profiles=STRICT,
)

# ---- lines, signature, end -----------------------------------------------------------------------------------

LONG_LINE: Final = Code(
    code="TG350",
    name="long-text-line",
    severity=_WARNING,
    message="a line of {length} characters in the text; 69 are allowed",
    rationale="A page printer has 69 places in a line; what goes beyond is printed over the last.",
    authority="ACP 127(G) section 138.f; practice: 1 of 160 lines",
    bad=telegram(body=_LONG),
    good=telegram(body=_LONG_WRAPPED),
    profiles=WIRE,
)
DRAFTED_LINE: Final = Code(
    code="TG351",
    name="long-drafted-line",
    severity=_INFORMATION,
    message="a line of {length} characters in the text; drafts have 55",
    rationale="It is a rule for drafts: transmitted lines run to 65 characters.",
    authority="5 FAH-1 H-246.1 (2004); practice: half of the lines",
    bad=sent(body="1. THE MINISTER AGREED TO MEET US BEFORE THE END OF THE WINTER\nSEASON.\n\n2. HE NAMED NO DATE."),
    good=sent(),
    profiles=STRICT,
)
SIGNATURE_MISSING: Final = Code(
    code="TG352",
    name="signature-missing",
    severity=_INFORMATION,
    message="no signature ends the text",
    rationale="The name of the chief of mission ends a telegram; where it is missing, the end may be lost (92 cables).",
    authority="practice: 1,203 of 1,295 cables",
    bad=telegram(ending=""),
    good=telegram(),
    profiles=WHOLE,
)
SIGNATURE_TWICE: Final = Code(
    code="TG353",
    name="signature-twice",
    severity=_INFORMATION,
    message="the signature {found} stands twice",
    rationale="Drafter and sending program both wrote the name (7 cables).",
    authority="practice: once in 1,196 of 1,203 cables",
    bad=telegram(ending="ROE ROE"),
    good=telegram(ending="ROE"),
)
CUT_OFF: Final = Code(
    code="TG354",
    name="text-cut-off",
    severity=_INFORMATION,
    message="the text is cut off here",
    rationale="A publisher broke it off; the rest is elsewhere (15 cables).",
    authority="practice: 15 cables",
    bad=telegram(body="1. (C) The minister agreed to meet.\n\n2. (C) He named ...", ending=""),
    good=telegram(),
)

# ---- garble of the circuit (practice: texts damaged by a change of code page or on the line) -----------------

COMMA_APOSTROPHE: Final = Code(
    code="TG360",
    name="comma-for-apostrophe",
    severity=_INFORMATION,
    message="the comma in {found} was an apostrophe",
    rationale="A change of code page made commas of apostrophes in 221 cables; the word cannot be found any more.",
    authority="practice: 221 cables",
    bad=telegram(body="1. (C) He said they don,t agree.\n\n2. (C) He named no date."),
    good=telegram(body="1. (C) He said they don't agree.\n\n2. (C) He named no date."),
)
AMPERSAND_QUOTES: Final = Code(
    code="TG361",
    name="ampersand-and-eight-for-quotes",
    severity=_INFORMATION,
    message="& and 8 stand for quotation marks",
    rationale="A change of code page made & and 8 of curved quotation marks in 64 cables.",
    authority="practice: 64 cables",
    bad=telegram(body="1. (C) He spoke of a &new chapter8 in talks.\n\n2. (C) He named no date."),
    good=telegram(body='1. (C) He spoke of a "new chapter" in talks.\n\n2. (C) He named no date.'),
)
STRAY_Q: Final = Code(
    code="TG362",
    name="stray-q",
    severity=_INFORMATION,
    message="a Q stands inside {found}",
    rationale="A circuit put a stray Q into words of 37 cables; the word cannot be found any more.",
    authority="practice: 37 cables",
    bad=telegram(body="1. (C) He spoke of contribuQions.\n\n2. (C) He named no date."),
    good=telegram(body="1. (C) He spoke of contributions.\n\n2. (C) He named no date."),
)
QUESTION_MARKS: Final = Code(
    code="TG363",
    name="question-marks",
    severity=_INFORMATION,
    message="question marks, perhaps for characters that were lost",
    rationale="A change of code page put ? for what it did not know (3 cables); what stood there cannot be told.",
    authority="practice: 3 cables",
    bad=telegram(body="1. (C) He spoke of ??? and fish.\n\n2. (C) He named no date."),
    good=telegram(body="1. (C) He spoke of Aqvavit and fish.\n\n2. (C) He named no date."),
)

ALL: Final[tuple[Code, ...]] = (
    PORTION_MISSING,
    PORTION_LEVEL,
    CONTROLS_ORDER,
    PORTION_ABOVE,
    CLASSIFICATION_ABOVE,
    NOFORN_CAPTION,
    NOFORN_PORTION,
    SENSITIVE_CAPTION,
    NUMBER_GAP,
    NUMBER_BACK,
    NUMBER_FIRST,
    SINGLE_NUMBERED,
    UNNUMBERED,
    SUMMARY_MISSING,
    LONG_LINE,
    DRAFTED_LINE,
    SIGNATURE_MISSING,
    SIGNATURE_TWICE,
    CUT_OFF,
    COMMA_APOSTROPHE,
    AMPERSAND_QUOTES,
    STRAY_Q,
    QUESTION_MARKS,
)
