"""TG460 to TG479: what `join` finds about the sections it is given; no rule of one text, so that `check` has none."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "SECTION_DOUBLED",
    "SECTION_FOREIGN",
    "SECTION_HEAD",
    "SECTION_MISSING",
    "SECTION_SERIAL",
    "SECTION_TOTAL",
    "SECTION_UNNUMBERED",
]

_PARTS: Final = "SECTION 01 OF 03 OSLO 000159\nSECTION 02 OF 03 OSLO 000159\nSECTION 03 OF 03 OSLO 000159\n"

SECTION_MISSING: Final = Code(
    code="TG460",
    name="section-missing",
    severity=Severity.ERROR,
    message="section {section} of {total} is missing",
    rationale="What is there is joined, and the text has a gap where the section would be.",
    authority="ACP 127(G) section 208",
    bad="SECTION 01 OF 03 OSLO 000159\nSECTION 03 OF 03 OSLO 000159\n",
    good=_PARTS,
)
SECTION_DOUBLED: Final = Code(
    code="TG461",
    name="section-doubled",
    severity=Severity.WARNING,
    message="section {section} is there again; {difference}",
    rationale="A section that was sent twice is joined once: the first copy is taken.",
    authority="ACP 127(G) sections 208 and 427",
    bad=_PARTS + "SECTION 02 OF 03 OSLO 000159\n",
    good=_PARTS,
)
SECTION_FOREIGN: Final = Code(
    code="TG462",
    name="section-foreign",
    severity=Severity.ERROR,
    message="not of the message {message}: {found}",
    rationale="All sections of a message have its post, its number and its date-time group. A part that has others is "
    "left out; the message is the one that most parts are of.",
    authority="ACP 127(G) section 208",
    bad=_PARTS.replace("02 OF 03 OSLO 000159", "02 OF 03 OSLO 000160"),
    good=_PARTS,
)
SECTION_SERIAL: Final = Code(
    code="TG463",
    name="section-serial",
    severity=Severity.WARNING,
    message="section {section} has the station serial number {serial}",
    rationale="Sections are sent one behind the other, each with the next station serial number.",
    authority="ACP 127(G) sections 129 and 208",
    bad="DE RUEHNY #0159/01 0161533\nDE RUEHNY #0161/02 0161533\n",
    good="DE RUEHNY #0159/01 0161533\nDE RUEHNY #0160/02 0161533\n",
)
SECTION_TOTAL: Final = Code(
    code="TG464",
    name="section-total",
    severity=Severity.WARNING,
    message="section {section} says that there are {total} sections",
    rationale="All sections name the same total. The one that most of them name is taken, and of two the larger.",
    authority="ACP 127(G) section 208",
    bad=_PARTS.replace("02 OF 03", "02 OF 04"),
    good=_PARTS,
)
SECTION_HEAD: Final = Code(
    code="TG465",
    name="section-head",
    severity=Severity.WARNING,
    message="{attribute} of section {section} is not that of section {first}",
    rationale="A section repeats the heading and the text head of the first. What differs is left out, and "
    "somebody should look at it.",
    authority="ACP 127(G) section 208",
    bad="SECTION 01 OF 02 OSLO 000159\nSUBJECT: THE VISIT\n\nSECTION 02 OF 02 OSLO 000159\nSUBJECT: A VISIT\n",
    good="SECTION 01 OF 02 OSLO 000159\nSUBJECT: THE VISIT\n\nSECTION 02 OF 02 OSLO 000159\nSUBJECT: THE VISIT\n",
)
SECTION_UNNUMBERED: Final = Code(
    code="TG466",
    name="section-unnumbered",
    severity=Severity.ERROR,
    message="neither class line nor station line says which section this is",
    rationale="Where it would stand among the others cannot be told, and it is left out.",
    authority="ACP 127(G) section 208",
    bad="SECTION 01 OF 02 OSLO 000159\nOSLO 000159\n",
    good="SECTION 01 OF 02 OSLO 000159\nSECTION 02 OF 02 OSLO 000159\n",
)

ALL: Final = (
    SECTION_DOUBLED, SECTION_FOREIGN, SECTION_HEAD, SECTION_MISSING, SECTION_SERIAL, SECTION_TOTAL, SECTION_UNNUMBERED,
)  # fmt: skip
