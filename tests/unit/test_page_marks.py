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
@pytest.mark.parametrize("mark", [OWN, f"{OWN}\n", f"\n{OWN}", LATER, f"\n{LATER}\n"])
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


@pytest.mark.parametrize("words", [*CLASS_WORDS, "NOFORN", "SIPDIS", "EXDIS", "NODIS", "LIMDIS", "STADIS"])
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
