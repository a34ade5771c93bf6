"""TG0xx: structure. The repairs that parsing makes where the lines do not follow the grammar."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "BROKEN",
    "CUT",
    "FALSE_BLANK",
    "MISSING",
    "OTHER_MESSAGE",
    "OUT_OF_PLACE",
    "READ_AS_TEXT",
    "SET_ASIDE",
    "SKIPPED_BLANK",
    "SPACED_FIELDS",
    "UNSETTLED",
]

SKIPPED_BLANK: Final = Code(
    code="TG001",
    name="skipped-blank",
    severity=Severity.WARNING,
    message="a blank line after {after}",
    rationale="Blank lines separate parts; inside a part they cut it in two for every reader.",
    authority="ACP 127(G) Annex B; practice: blank lines stand only between the parts of the text head",
    bad="FM AMEMBASSY PARIS\n\nTO SECSTATE WASHDC\n",
    good="FM AMEMBASSY PARIS\nTO SECSTATE WASHDC\n",
    fixable=True,
)
READ_AS_TEXT: Final = Code(
    code="TG002",
    name="read-as-text",
    severity=Severity.WARNING,
    message="a line that looks like {kind} stands where none can be; it is read as text",
    rationale="A wrapped line that begins with a keyword is taken for a field by careless readers.",
    authority="ACP 127(G) section 142 and Annex B (order of the format lines)",
    bad="SUBJECT: HOW POSTS APPLY\n1.4 (B) AND WHY\n",
    good="SUBJECT: HOW POSTS APPLY 1.4 (B)\nAND WHY\n",
)
CUT: Final = Code(
    code="TG003",
    name="joined-lines",
    severity=Severity.ERROR,
    message="{what} on one line",
    rationale="Each address stands on a line of its own, or relays and readers lose the second.",
    authority="ACP 127(G) sections 205-206",
    bad="TO RUEHC/SECSTATE WASHDC RUEHFR/AMEMBASSY PARIS\n",
    good="TO RUEHC/SECSTATE WASHDC\nRUEHFR/AMEMBASSY PARIS\n",
)
MISSING: Final = Code(
    code="TG004",
    name="missing-line",
    severity=Severity.ERROR,
    message="{kind} is missing after {after}",
    rationale="A mandatory line is absent, so that what it says is lost.",
    authority="ACP 127(G) Annex B; TAGS Handbook 1974; 5 FAH-1 H-212",
    bad="FM AMEMBASSY PARIS\nC O N F I D E N T I A L PARIS 000001\n",
    good="FM AMEMBASSY PARIS\nTO SECSTATE WASHDC\nC O N F I D E N T I A L PARIS 000001\n",
)
SET_ASIDE: Final = Code(
    code="TG005",
    name="unread-line",
    severity=Severity.ERROR,
    message="no field owns {what} after {after}; kept as printed",
    rationale="A line out of its place is not guessed into a field; it is kept, and somebody should look at it.",
    authority="ACP 127(G) section 142 and Annex B (order of the format lines)",
    bad="FM AMEMBASSY PARIS\nZZZZ 12345\nTO SECSTATE WASHDC\n",
    good="FM AMEMBASSY PARIS\nTO SECSTATE WASHDC\n",
)
BROKEN: Final = Code(
    code="TG006",
    name="broken-field",
    severity=Severity.ERROR,
    message="{field} cannot be read: the keyword is right, the rest is not",
    rationale="The keyword says what the line is, its shape does not bear it out; the words are kept unread.",
    authority="ACP 127(G) Annex B and the section of the field",
    bad="DE RUEHFR #26S2/01 1711029\n",
    good="DE RUEHFR #2652/01 1711029\n",
)
OTHER_MESSAGE: Final = Code(
    code="TG007",
    name="another-message",
    severity=Severity.WARNING,
    message="another message follows; it is kept unread",
    rationale="One text holds several messages. parse() reads the first; messages() returns them all.",
    authority="ACP 127(G) sections 114 and 127: NNNN ends a message, a transmission identification begins one",
    bad="NNNN\nVZCZCXRO0001\n",
    good="NNNN\n",
)

OUT_OF_PLACE: Final = Code(
    code="TG008",
    name="out-of-place",
    severity=Severity.WARNING,
    message="{kind} stands after {after}, out of its place",
    rationale="The order of the lines is fixed; the field is read where it stands, for there is no other.",
    authority="ACP 127(G) section 142 and Annex B; TAGS Handbook 1974 (order of the fields)",
    bad="TAGS: PREL\nE.O. 12958: N/A\nSUBJECT: VISIT\n",
    good="E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: VISIT\n",
)

FALSE_BLANK: Final = Code(
    code="TG009",
    name="false-blank-line",
    severity=Severity.WARNING,
    message="a blank line inside a sentence",
    rationale="The line before it is open and the next goes on in lower case; a page break or a converter left it.",
    authority="practice: texts converted from print",
    bad="the minister was\n\nadamant that\n",
    good="the minister was\nadamant that\n",
    fixable=True,
)
SPACED_FIELDS: Final = Code(
    code="TG010",
    name="spaced-fields",
    severity=Severity.WARNING,
    message="blank lines between the fields of the text head carry no meaning here",
    rationale="E.O., TAGS and SUBJECT stand apart by blank lines, so a single blank line separates nothing.",
    authority="practice: E.O., TAGS and SUBJECT stand together in 857 of 861 raw cables",
    bad="E.O. 12958: N/A\n\nTAGS: PREL\n\nSUBJECT: VISIT\n",
    good="E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: VISIT\n",
)

UNSETTLED: Final = Code(
    code="TG011",
    name="unsettled-lines",
    severity=Severity.ERROR,
    message="these lines fit nowhere, and no reading of them would last; they are kept as they stand",
    rationale="What a line without a place is taken for hangs on its neighbours; what cannot be told is not guessed.",
    authority="ACP 127(G) section 142 and Annex B (order of the format lines)",
    bad="0\nTAGS\n",
    good="E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: VISIT\n",
)

ALL: Final = (
    SKIPPED_BLANK,
    READ_AS_TEXT,
    CUT,
    MISSING,
    SET_ASIDE,
    BROKEN,
    OTHER_MESSAGE,
    OUT_OF_PLACE,
    FALSE_BLANK,
    SPACED_FIELDS,
    UNSETTLED,
)
