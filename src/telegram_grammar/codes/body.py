"""TG3xx: the body: numbers, leads and prose whose reading needed evidence."""

from __future__ import annotations

from typing import Final

from telegram_grammar.diagnostics import Code, Severity

__all__ = [
    "ALL",
    "FALSE_NUMBER",
    "GLUED_MARKER",
    "GLUED_SIGNATURE",
    "LONE_STOP",
    "NUMBER_FORM",
    "NUMBER_INSIDE_LINE",
    "PORTION_FORM",
    "RULED_HEADING",
    "RULER_FORM",
]

NUMBER_FORM: Final = Code(
    code="TG301",
    name="paragraph-number-form",
    severity=Severity.WARNING,
    message="the paragraph number is printed {found}",
    rationale="A number in another form than `n. ` is not found by readers that look for it.",
    authority="5 FAH-1 H-246.2; practice: 17 cables",
    bad="7, (U) TEXT\n",
    good="7. (U) TEXT\n",
    rewrites=True,
)
NUMBER_INSIDE_LINE: Final = Code(
    code="TG302",
    name="paragraph-inside-line",
    severity=Severity.WARNING,
    message="paragraph {number} begins inside a line",
    rationale="A publisher joined two paragraphs; the number is the next expected and a portion marking follows it.",
    authority="practice: 22 re-published cables",
    bad="... END SUMMARY. 2. (C) THE MINISTER\n",
    good="... END SUMMARY.\n\n2. (C) THE MINISTER\n",
)
FALSE_NUMBER: Final = Code(
    code="TG303",
    name="number-of-no-paragraph",
    severity=Severity.INFORMATION,
    message="{found} at a line start is no paragraph number",
    rationale="A wrapped year or date was taken for a paragraph number by the publisher and got a pilcrow.",
    authority="practice: 86 lines in 78 cables",
    bad="by February 15,\n¶2006. The\n",
    good="by February 15,\n2006. The\n",
    rewrites=True,
    fixable=True,
)
PORTION_FORM: Final = Code(
    code="TG304",
    name="portion-marking-form",
    severity=Severity.WARNING,
    message="the portion marking is printed {found}",
    rationale="A marking without its parenthesis, or with blanks inside, is not found by readers that look for it.",
    authority="5 FAH-1 H-246.2; practice: 26 cables",
    bad="1. C) TEXT\n",
    good="1. (C) TEXT\n",
    rewrites=True,
    fixable=True,
)
RULED_HEADING: Final = Code(
    code="TG305",
    name="heading-and-ruler-on-one-line",
    severity=Severity.INFORMATION,
    message="a heading and its ruler on one line",
    rationale="A publisher joined the two lines.",
    authority="practice: 21 re-published cables",
    bad="SUMMARY -------\n",
    good="SUMMARY\n-------\n",
    rewrites=True,
    fixable=True,
)
GLUED_SIGNATURE: Final = Code(
    code="TG306",
    name="glued-signature",
    severity=Severity.INFORMATION,
    message="the signature stands on the last line of the text",
    rationale="The signature ends the text on a line of its own.",
    authority="practice: 242 cables",
    bad="END COMMENT. DOE\n",
    good="END COMMENT.\nDOE\n",
)
LONE_STOP: Final = Code(
    code="TG307",
    name="lone-full-stop",
    severity=Severity.INFORMATION,
    message="a full stop alone on its line",
    rationale="The habit of one post; it says nothing and is not printed again.",
    authority="practice: 11 cables",
    bad="It is so.\n\nDOE\n.\n",
    good="It is so.\n\nDOE\n",
    drops=True,
)
RULER_FORM: Final = Code(
    code="TG308",
    name="heading-ruler-form",
    severity=Severity.INFORMATION,
    message="the ruler of the heading is {found} {count} wide",
    rationale="A ruler is form; canonical text makes it anew, of dashes, below the heading and as wide as it.",
    authority="practice: as wide as its heading in 3,492 of 4,207",
    bad="TRADE\n---------\n",
    good="TRADE\n-----\n",
    rewrites=True,
)
GLUED_MARKER: Final = Code(
    code="TG309",
    name="glued-list-marker",
    severity=Severity.INFORMATION,
    message="no blank behind the marker {found}",
    rationale="A marker that is glued to the first word hides that word from readers that look for words.",
    authority="practice: 601 of 2,325 dashes",
    bad="--FISH\n",
    good="-- FISH\n",
    rewrites=True,
)

ALL: Final = (
    NUMBER_FORM, NUMBER_INSIDE_LINE, FALSE_NUMBER, PORTION_FORM, RULED_HEADING, GLUED_SIGNATURE, LONE_STOP, RULER_FORM,
    GLUED_MARKER,
)  # fmt: skip
