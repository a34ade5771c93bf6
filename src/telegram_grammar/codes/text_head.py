"""TG2xx: the fields of the State text head, from the class line to Classified By.

Counts are of 1,295 real cables of 1966 to 2010.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "CAPTIONS_JOINED",
    "CAPTION_OUT_OF_PLACE",
    "CAVEAT_ON_CLASS_LINE",
    "CLASSIFIED_LABEL",
    "CLASS_LINE_FORM",
    "CLASS_LINE_REST",
    "CLASS_SMALL_LETTERS",
    "CLASS_SPACING",
    "EMPTY_FIELD",
    "INSTRUCTION_FORM",
    "INSTRUCTION_MISSING",
    "LABEL_DOUBLED",
    "LABEL_MISTYPED",
    "NUMBER_MISSING",
    "ORDER_LABEL",
    "PORTION_FORM",
    "REF_DOUBLED_LETTER",
    "REF_LABEL",
    "REF_LETTERING",
    "REF_SEPARATOR",
    "SUBJECT_LABEL",
    "TAGS_LABEL",
    "TAGS_PARENTHESIS",
    "TAGS_SEPARATOR",
    "TAGS_STOP",
]

_HANDBOOK: Final = "TAGS Handbook 1974; 5 FAH-1 H-210"
_INFORMATION: Final = Severity.INFORMATION
_WARNING: Final = Severity.WARNING

# ---- class line and captions -----------------------------------------------------------------------------

CLASS_SPACING: Final = Code(
    code="TG202",
    name="class-word-spacing",
    severity=_WARNING,
    message="the classification {printed} is not spaced as the rule wants",
    rationale="The letters of a classification are spaced, those of UNCLAS are not: it must strike the eye (9 fail).",
    authority="ACP 127(G) section 209",
    bad="SECRET PARIS 000001\n",
    good="S E C R E T PARIS 000001\n",
    rewrites=True,
    fixable=True,
)
CLASS_SMALL_LETTERS: Final = Code(
    code="TG203",
    name="class-line-in-small-letters",
    severity=_INFORMATION,
    message="the classification is in small letters: {printed}",
    rationale="Some publishers put the text head in sentence case (11 cables); the wire knows capitals only.",
    authority="ACP 127(G) section 209; practice",
    bad="S e c r e t PARIS 000001\n",
    good="S E C R E T PARIS 000001\n",
    rewrites=True,
    fixable=True,
    changes=("classification",),
)
CLASS_LINE_FORM: Final = Code(
    code="TG204",
    name="class-line-form",
    severity=_INFORMATION,
    message="{printed} in the class line is not in the usual form",
    rationale="SECTION, two figures, OF, two figures; a small `of` in 10 cables, one figure in the 1970s.",
    authority="ACP 127(G) section 208",
    bad="S E C R E T SECTION 1 of 2 PARIS 000001\n",
    good="S E C R E T SECTION 01 OF 02 PARIS 000001\n",
    rewrites=True,
    fixable=True,
)
NUMBER_MISSING: Final = Code(
    code="TG205",
    name="message-number-missing",
    severity=_WARNING,
    message="the class line lacks {what}",
    rationale="Post and number name the message; nobody can cite one that lacks them.",
    authority="5 FAH-2 H-220; NARA: year, post and number are the message reference number",
    bad="S E C R E T PARIS\n",
    good="S E C R E T PARIS 000001\n",
)
CAVEAT_ON_CLASS_LINE: Final = Code(
    code="TG206",
    name="caveat-on-class-line",
    severity=_INFORMATION,
    message="the caveat {printed} stands on the class line",
    rationale="Captions stand on lines of their own under the class line (none on it in 1,289 lines).",
    authority="5 FAH-2 H-252.1-1",
    bad="S E C R E T//NOFORN PARIS 000001\n",
    good="S E C R E T PARIS 000001\n\nNOFORN\n",
    rewrites=True,
)
CLASS_LINE_REST: Final = Code(
    code="TG207",
    name="captions-on-class-line",
    severity=_WARNING,
    message="words follow the message number on the class line",
    rationale="Each caption stands on a line of its own, or readers take it for a part of the number (2 cables).",
    authority="5 FAH-2 H-252.1-1",
    bad="S E C R E T PARIS 000001 SIPDIS NOFORN\n",
    good="S E C R E T PARIS 000001\n\nSIPDIS\nNOFORN\n",
    rewrites=True,
)
CAPTION_OUT_OF_PLACE: Final = Code(
    code="TG208",
    name="caption-out-of-place",
    severity=_WARNING,
    message="a caption or passing instruction stands out of its place",
    rationale="Captions stand right under the class line; further down they are overlooked.",
    authority="5 FAH-2 H-252.1-1",
    bad="S E C R E T PARIS 000001\n\nE.O. 12958: DECL: 06/20/2017\n\nNOFORN\n",
    good="S E C R E T PARIS 000001\n\nNOFORN\n\nE.O. 12958: DECL: 06/20/2017\n",
)
CAPTIONS_JOINED: Final = Code(
    code="TG209",
    name="captions-on-one-line",
    severity=_INFORMATION,
    message="several captions or instructions share a line",
    rationale="Each caption stands on a line of its own (6 cables join them).",
    authority="5 FAH-2 H-252.1-1",
    bad="SIPDIS, DEA HQ FOR SMITH\n",
    good="SIPDIS\n\nDEA HQ FOR SMITH\n",
    rewrites=True,
)

# ---- any label -------------------------------------------------------------------------------------------

LABEL_MISTYPED: Final = Code(
    code="TG211",
    name="mistyped-label",
    severity=_WARNING,
    message="{printed} is mistyped for {label}",
    rationale="Machines find a field by its label (E.0. with a zero, TAG, Classfied By, DECLl: about 17 cables).",
    authority=_HANDBOOK,
    bad="E.0. 12958: N/A\n",
    good="E.O. 12958: N/A\n",
    rewrites=True,
    fixable=True,
)
LABEL_DOUBLED: Final = Code(
    code="TG212",
    name="doubled-label",
    severity=_WARNING,
    message="two labels, of which {label} is enough",
    rationale="The second label is taken for a part of the value (SUBJECT 2 cables, Classified By 22).",
    authority=_HANDBOOK,
    bad="SUBJECT: SUBJECT: TALKS IN PARIS\n",
    good="SUBJECT: TALKS IN PARIS\n",
    rewrites=True,
    drops=True,
    fixable=True,
)
EMPTY_FIELD: Final = Code(
    code="TG213",
    name="empty-field",
    severity=_WARNING,
    message="{field} stands without a value",
    rationale="A label alone says nothing; canonical text leaves it out.",
    authority=_HANDBOOK,
    bad="E.O. 12958: N/A\nTAGS:\nSUBJECT: TALKS IN PARIS\n",
    good="E.O. 12958: N/A\nTAGS: PREL FR\nSUBJECT: TALKS IN PARIS\n",
    drops=True,
)
PORTION_FORM: Final = Code(
    code="TG214",
    name="portion-marking-form",
    severity=_INFORMATION,
    message="the portion marking {printed} is not set apart as usual",
    rationale="A marking stands in parentheses, without blanks inside and with one behind.",
    authority="5 FAH-1 H-246.2",
    bad="SUBJECT: ( S )TALKS IN PARIS\n",
    good="SUBJECT: (S) TALKS IN PARIS\n",
    rewrites=True,
)

# ---- E.O. ------------------------------------------------------------------------------------------------

ORDER_LABEL: Final = Code(
    code="TG221",
    name="order-label",
    severity=_INFORMATION,
    message="{printed} is written {label}",
    rationale="Re-publications lost points and colon: `EO 12958 DECL:` in 387 cables, `E.O. 12958 DECL:` in 14.",
    authority="TAGS Handbook 1974; practice: `E.O. 12958:` in 857 of 866 wire texts",
    bad="EO 12958 DECL: 06/20/2017\n",
    good="E.O. 12958: DECL: 06/20/2017\n",
    rewrites=True,
    fixable=True,
)
INSTRUCTION_MISSING: Final = Code(
    code="TG222",
    name="instruction-missing",
    severity=_WARNING,
    message="no word says what is to be done: a date or an event alone",
    rationale="DECL and DNG differ: a bare date does not say whether it declassifies or downgrades (5 cables).",
    authority="E.O. 12958 section 1.7; TAGS Handbook 1974",
    bad="E.O. 12958: 06/20/2017\n",
    good="E.O. 12958: DECL: 06/20/2017\n",
)
INSTRUCTION_FORM: Final = Code(
    code="TG223",
    name="instruction-form",
    severity=_WARNING,
    message="{printed} is written {label}",
    rationale="A full stop, a lost colon or a lost blank breaks the reading by machine.",
    authority="TAGS Handbook 1974: no punctuation ends the E.O. line",
    bad="E.O. 12356: DECL:OADR\n",
    good="E.O. 12356: DECL: OADR\n",
    rewrites=True,
    fixable=True,
)

# ---- TAGS ------------------------------------------------------------------------------------------------

TAGS_LABEL: Final = Code(
    code="TG231",
    name="tags-label",
    severity=_INFORMATION,
    message="{printed} is written TAGS:",
    rationale="Re-publications lost the colon in 400 cables and the capitals in 10.",
    authority="TAGS Handbook 1974; practice: `TAGS:` in 872 cables",
    bad="TAGS PREL FR\n",
    good="TAGS: PREL FR\n",
    rewrites=True,
    fixable=True,
)
TAGS_SEPARATOR: Final = Code(
    code="TG232",
    name="tags-separators",
    severity=_INFORMATION,
    message="the tags are parted by more than blanks",
    rationale="Blanks, commas or both are allowed; canonical text has blanks alone (commas in about 440 lists).",
    authority="TAGS Handbook 1974; practice: blanks in 872 of 1,271 lists",
    bad="TAGS: PREL, PGOV, FR\n",
    good="TAGS: PREL PGOV FR\n",
    rewrites=True,
    fixable=True,
)
TAGS_PARENTHESIS: Final = Code(
    code="TG233",
    name="tags-parenthesis",
    severity=_WARNING,
    message="a parenthesis among the tags is empty, not closed, or not set apart",
    rationale="Parentheses hold personal names and nothing else; others break the reading by machine.",
    authority="TAGS Handbook 1974",
    bad="TAGS: OVIP (SMITH, JOHN PREL\n",
    good="TAGS: OVIP (SMITH, JOHN) PREL\n",
    rewrites=True,
)
TAGS_STOP: Final = Code(
    code="TG234",
    name="tags-full-stop",
    severity=_WARNING,
    message="a full stop ends the tags",
    rationale="It is read as a part of the last tag.",
    authority="TAGS Handbook 1974: no period at the end of the E.O. or TAGS line",
    bad="TAGS: PREL FR.\n",
    good="TAGS: PREL FR\n",
    rewrites=True,
    fixable=True,
)

# ---- SUBJECT ---------------------------------------------------------------------------------------------

SUBJECT_LABEL: Final = Code(
    code="TG241",
    name="subject-label",
    severity=_INFORMATION,
    message="{printed} is written SUBJECT:",
    rationale="`Subject:` in 10 cables, `SUBJ:` in 1.",
    authority="TAGS Handbook 1974; practice: `SUBJECT:` in 1,272 of 1,283 cables",
    bad="SUBJ: TALKS IN PARIS\n",
    good="SUBJECT: TALKS IN PARIS\n",
    rewrites=True,
    fixable=True,
)

# ---- REF -------------------------------------------------------------------------------------------------

REF_LABEL: Final = Code(
    code="TG251",
    name="ref-label",
    severity=_INFORMATION,
    message="{printed} is written REF:",
    rationale="`Ref:` in 15 cables, `REFS:` in 7, `REF` without a colon in 2, `REFTEL:` in 1.",
    authority="TAGS Handbook 1974; practice: `REF:` in 697 of 724 cables",
    bad="REFTEL: STATE 1\n",
    good="REF: STATE 1\n",
    rewrites=True,
    fixable=True,
)
REF_LETTERING: Final = Code(
    code="TG252",
    name="ref-lettering",
    severity=_INFORMATION,
    message="the letter {printed} is written {label}",
    rationale="`A.` in 290 cables; `A)` in 32, `(A)` in 13.",
    authority="practice",
    bad="REF: A) STATE 1\nB) STATE 2\n",
    good="REF: A. STATE 1\nB. STATE 2\n",
    rewrites=True,
    fixable=True,
)
REF_DOUBLED_LETTER: Final = Code(
    code="TG253",
    name="ref-doubled-letter",
    severity=_INFORMATION,
    message="the letter {letter} is printed twice",
    rationale="Drafter and sending program both wrote the letter (33 cables).",
    authority="practice",
    bad="REF: A. (A) STATE 1\nB. (B) STATE 2\n",
    good="REF: A. STATE 1\nB. STATE 2\n",
    rewrites=True,
    drops=True,
)
REF_SEPARATOR: Final = Code(
    code="TG254",
    name="ref-separator",
    severity=_INFORMATION,
    message="a {mark} parts the references here",
    rationale="Lettered references are parted by their letters, others by semicolons (33 cables).",
    authority="NARA: a quarter of the references that no machine could read were joined by commas",
    bad="REF: PARIS 1, PARIS 2\n",
    good="REF: PARIS 1; PARIS 2\n",
    rewrites=True,
    fixable=True,
)

# ---- Classified By ---------------------------------------------------------------------------------------

CLASSIFIED_LABEL: Final = Code(
    code="TG261",
    name="classified-by-label",
    severity=_INFORMATION,
    message="{printed} is written {label}",
    rationale="`CLASSIFIED BY:` in 94 cables, `Classified by` in 16, `CLASSIFIED BY` in 11, `(U) Classified by` in 5.",
    authority="5 FAH-1 H-246.3; practice: `Classified By:` in 1,008 of 1,161 cables",
    bad="CLASSIFIED BY: DCM JOHN SMITH FOR REASON 1.4 (D)\n",
    good="Classified By: DCM JOHN SMITH FOR REASON 1.4 (D)\n",
    rewrites=True,
    fixable=True,
)
ALL: Final[tuple[Code, ...]] = (
    CLASS_SPACING,
    CLASS_SMALL_LETTERS,
    CLASS_LINE_FORM,
    NUMBER_MISSING,
    CAVEAT_ON_CLASS_LINE,
    CLASS_LINE_REST,
    CAPTION_OUT_OF_PLACE,
    CAPTIONS_JOINED,
    LABEL_MISTYPED,
    LABEL_DOUBLED,
    EMPTY_FIELD,
    PORTION_FORM,
    ORDER_LABEL,
    INSTRUCTION_MISSING,
    INSTRUCTION_FORM,
    TAGS_LABEL,
    TAGS_SEPARATOR,
    TAGS_PARENTHESIS,
    TAGS_STOP,
    SUBJECT_LABEL,
    REF_LABEL,
    REF_LETTERING,
    REF_DOUBLED_LETTER,
    REF_SEPARATOR,
    CLASSIFIED_LABEL,
)
