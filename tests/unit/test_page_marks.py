"""Page marks between the lines of the fields, and heads repeated where a section begins (ACP 127 sections 208, 209)."""

from __future__ import annotations

from itertools import product
from typing import Final

import attrs
import pytest

import telegram_grammar as tg

#: Every field of the text head, wrapped over three lines or four.
FIELDS: Final = """C O N F I D E N T I A L OSLO 000412

DEPARTMENT FOR EUR/NB, NEA/IR,
IO/PSC, AF/C,
AND OES/ENV

E.O. 12958: DECL: 03/04/2018
TAGS: PREL PGOV ECON
SENV EFIS
NO RS
SUBJECT: THE QUAY AND ITS CRANES, A STORY THAT GOES ON
FOR LONGER THAN A LINE
AND THEN FOR ANOTHER

REF: A. BERGEN 0031
B. OSLO 0398 (NOTAL)
C. STATE 10422
AND PREVIOUS

Classified By: ADA HOLM, ECONOMIC COUNSELOR OF THE
EMBASSY AND CHARGE D'AFFAIRES IN THE SUMMER,
FOR REASONS 1.4 (B) AND
(D).

1. (C) The cranes hold.

HOLM
"""
#: A remark between two fields, which is the body's first paragraph.
REMARK: Final = """C O N F I D E N T I A L OSLO 000412

E.O. 12958: DECL: 03/04/2018
TAGS: PREL PGOV
SUBJECT: THE QUAY AND ITS CRANES

REF: OSLO 0398

Readers of the first part will find here what
the Embassy has learned since then about the
cranes and the quay.

Classified By: ADA HOLM, ECONOMIC COUNSELOR. REASONS 1.4 (B) AND (D).

1. (C) The cranes hold.

HOLM
"""
OWN: Final = "OSLO 00000412  001 OF 002"
#: The same where a line ends behind OF, and the head of a circuit's page.
BROKEN: Final = "OSLO 00000412  001 OF\n002"
PAGE: Final = "PAGE 02 RUEHNY 0412"
LATER: Final = "OSLO 00000412  002 OF 002"
#: The class words of a head, as the class line has them (ACP 127 section 209).
CLASS_WORDS: Final = (
    "C O N F I D E N T I A L", "S E C R E T", "T O P S E C R E T", "T O P  S E C R E T", "R E S T R I C T E D",
    "U N C L A S S I F I E D", "U N C L A S", "UNCLAS", "UNCLASSIFIED", "UNCLAS EFTO", "LIMITED OFFICIAL USE",
    "CONFIDENTIAL", "SECRET", "TOP SECRET", "RESTRICTED",
)  # fmt: skip


def places(text: str) -> range:
    """The line numbers behind which a mark may stand above the first paragraph."""
    return range(1, text[: text.index("1. (C)")].count("\n"))


def is_open(text: str, place: int) -> bool:
    """Whether the words above a place leave a field open: behind blank lines the last field goes on only then."""
    return text.split("\n")[place - 1].endswith(",")


def with_mark(text: str, place: int, mark: str) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:place], mark, *lines[place:]])


@pytest.mark.parametrize(("text", "place"), [*product([FIELDS], places(FIELDS)), *product([REMARK], places(REMARK))])
@pytest.mark.parametrize(
    "mark",
    [OWN, f"{OWN}\n", f"\n{OWN}", LATER, f"\n{LATER}\n", BROKEN, f"\n{BROKEN}\n", PAGE, f"{PAGE}\n", f"\n{PAGE}\n"],
)
def test_a_page_mark_parts_no_field(text: str, place: int, mark: str) -> None:
    marked = with_mark(text, place, mark)
    document = tg.parse(marked)
    assert attrs.evolve(document.cable, section_starts=()) == tg.parse(text).cable
    sections = [start.section for start in document.cable.section_starts]
    assert sections == ([2] if mark.strip() == LATER else sections[:1])
    assert tg.parse(tg.canonicalize(marked)).cable == document.cable


@pytest.mark.parametrize("caption", ["", " NOFORN"])
@pytest.mark.parametrize("words", CLASS_WORDS)
def test_a_repeated_class_line_is_no_heading(words: str, caption: str) -> None:
    head = f"{words}{caption} SECTION %s OF 02 OSLO 000412\n"
    fields = "\nE.O. 12958: DECL: 03/04/2018\nTAGS: PREL PGOV\nSUBJECT: THE QUAY\n\n"
    document = tg.parse(f"{head % '01'}{fields}1. (C) The cranes\n\n{head % '02'}\nhold.\n\nHOLM\n")
    assert [part.text for part in document.cable.body if isinstance(part, tg.Paragraph)] == ["The cranes hold."]
    assert "TG405" in [one.code for one in document.diagnostics]


@pytest.mark.parametrize("words", [*CLASS_WORDS[:-2], "NOFORN", "SIPDIS", "EXDIS", "NODIS", "LIMDIS", "STADIS"])
def test_a_class_word_or_a_caption_alone_is_no_heading(words: str) -> None:
    document = tg.parse(f"SECRET OSLO 000412\n\nSUBJECT: THE QUAY\n\n1. (C) The cranes\n\n{words}\n\nhold.\n\nHOLM\n")
    assert [part.text for part in document.cable.body if isinstance(part, tg.Paragraph)] == ["The cranes hold."]
    assert "TG405" in [one.code for one in document.diagnostics]


@pytest.mark.parametrize("between", ["\n", f"\n{OWN}\n\n", f"\n{LATER}\n", f"{LATER}\n\n"])
def test_remarks_that_a_blank_line_or_a_mark_parts_are_read_as_one(between: str) -> None:
    text = REMARK.replace("what\nthe Embassy", f"what\n{between}the Embassy")
    document = tg.parse(text)
    assert attrs.evolve(document.cable, section_starts=()) == tg.parse(REMARK).cable
    assert tg.parse(tg.canonicalize(text)).cable == document.cable


def test_remarks_on_both_sides_of_a_field_are_read_one_behind_the_other() -> None:
    text = REMARK.replace("REF: OSLO 0398\n\n", "").replace(
        "what\nthe Embassy", "what\n\nREF: OSLO 0398\n\nthe Embassy"
    )
    cable = tg.parse(text).cable
    assert cable == tg.parse(REMARK).cable
    assert [reference.text for reference in cable.references] == ["OSLO 0398"]


def test_markup_in_a_remark_is_reported_once() -> None:
    found = tg.parse(REMARK.replace("the Embassy", "the <b>Embassy</b>")).diagnostics
    assert [one.code for one in found] == ["TG609"]


def test_lines_that_no_field_owns_are_counted_as_lines() -> None:
    text = "O 201029Z JUN 07\nFM AMEMBASSY OSLO\nZZZZ\nABC 12\nDE\nTO RUEHC/SECSTATE WASHDC 1234\n\n" + REMARK
    assert [one.message for one in tg.parse(text).diagnostics if one.code == "TG005"] == [
        "no field owns 3 lines after the originator (FM); kept as printed"
    ]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("1. (C) MOVEMENT IN THE PORT IS NOW\nRESTRICTED\n\n2. (C) OK.", "MOVEMENT IN THE PORT IS NOW RESTRICTED"),
        ("1. (C) The sign said\nRESTRICTED SECTION 2 OF 3 is closed,\nand on.", "RESTRICTED SECTION 2 OF 3 is closed"),
        ("1. (C) One.\n\nTOP SECRET\n----------\n\n2. (C) Two.", "TOP SECRET"),
        ("1. (C) One.\n\nLIMITED OFFICIAL USE\n--------------------\n\n2. (C) Two.", "LIMITED OFFICIAL USE"),
    ],
)
def test_words_of_the_text_are_no_repeated_head(body: str, kept: str) -> None:
    cable = tg.parse(f"SECRET OSLO 000412\n\nSUBJECT: THE QUAY\n\n{body}\n\nHOLM\n").cable
    assert any(kept in part.text for part in cable.body if isinstance(part, tg.Paragraph | tg.Heading))


@pytest.mark.parametrize("level", ["LIMITED OFFICIAL USE", "TOP SECRET", "S E C R E T"])
def test_a_class_line_right_above_the_fields_ends_no_text_head(level: str) -> None:
    text = REMARK.replace("C O N F I D E N T I A L", f"{level} SECTION 01 OF 02").replace(
        "E.O.", f"STATE FOR NEA\n\n{level} SECTION 02 OF 02 OSLO 000412\n\nE.O."
    )
    cable = tg.parse(text).cable
    assert cable.executive_order is not None
    assert cable.subject == "THE QUAY AND ITS CRANES"
    assert cable.passing == ("STATE FOR NEA",)


@pytest.mark.parametrize(
    "words",
    [
        "The minister asked about sanctions under E.O. 13224 and they\nhave been used.",
        "The minister came.\n\nHe asked why E.O. 12958 was used.",
        "The Embassy notes that E.O. 12958: N/A is printed wrong.",
    ],
)
def test_prose_that_names_an_order_holds_no_field(words: str) -> None:
    cable = tg.parse(f"S E C R E T SECTION 02 OF 02 OSLO 000412\n\nSIPDIS\n\n{words}\n\n5. (C) Text.\n\nHOLM\n").cable
    assert cable.executive_order is None
    assert " ".join(words.split()) == " ".join(part.text for part in cable.body[:-1] if isinstance(part, tg.Paragraph))


@pytest.mark.parametrize("between", ["LIMDIS\n", "\nSIPDIS\n\n"])
def test_an_open_instruction_goes_on_behind_a_caption(between: str) -> None:
    text = f"SECRET OSLO 000412\n\nDEPARTMENT FOR EUR/NB,\n{between}NEA/IR\n\nSUBJECT: X\n\n1. (C) Text.\n"
    cable = tg.parse(text).cable
    assert cable.passing == ("DEPARTMENT FOR EUR/NB, NEA/IR",)
    assert tg.parse(tg.canonicalize(text)).cable == cable


@pytest.mark.parametrize("above", ["", "\n"])
@pytest.mark.parametrize("below", ["", "\n"])
@pytest.mark.parametrize("end", ["OF\n002", "\nOF 002", "\nof\n002"])
def test_a_broken_page_mark_parts_no_prose(end: str, below: str, above: str) -> None:
    text = REMARK.replace("cranes hold.", f"cranes\n{above}OSLO 00000412  002 {end}\n{below}hold.")
    cable = tg.parse(text).cable
    assert attrs.evolve(cable, section_starts=()) == tg.parse(REMARK).cable
    assert [start.section for start in cable.section_starts] == [2]
    assert tg.parse(tg.canonicalize(text)).cable == cable


@pytest.mark.parametrize("text", ["RR RHRG\n\nRHBR", "OO RHNH\n\nE 00009098 001 OF 002\n\nDE #"])
def test_a_blank_line_behind_routing_is_reported_once(text: str) -> None:
    found = [one.span for one in tg.parse(text).diagnostics if one.code == "TG001"]
    assert len(found) == len(set(found))
