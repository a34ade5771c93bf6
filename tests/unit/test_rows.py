"""The flat row: the same columns for every cable, scalars only, printed words and derived values."""

from __future__ import annotations

from pathlib import Path

import pytest

from telegram_grammar.model import (
    Addressee,
    Cable,
    Classification,
    ClassificationLevel,
    ClassifiedBy,
    DateTimeGroup,
    ExecutiveOrder,
    Heading,
    ListItem,
    MessageNumber,
    Paragraph,
    Precedence,
    PrecedencePair,
    Readdressal,
    Reference,
    Section,
    Table,
    Tag,
    Transmission,
    Unread,
)
from telegram_grammar.rows import ROW_COLUMNS, cable_row

FULL = Cable(
    transmission=Transmission(identification="VZCZCXRO0042"),
    precedence=PrecedencePair(Precedence.IMMEDIATE, Precedence.ROUTINE),
    dtg=DateTimeGroup("02", "1200", "Z", "FEB", "09"),
    originator="AMEMBASSY XANADU",
    action=(Addressee("SECSTATE WASHDC", "RUEHC"), Unread("TO WHOM")),
    info=(Addressee("AMEMBASSY CATHAY"),),
    classification=Classification(ClassificationLevel.CONFIDENTIAL, ("NOFORN", "REL TO GBR")),
    section=Section(1, 2),
    message=MessageNumber("XANADU", "000042"),
    captions=("SIPDIS", "NODIS"),
    passing=("STATE FOR EAP/CM",),
    executive_order=ExecutiveOrder("12958", "DECL", "02/01/2019"),
    tags=(Tag("PREL"), Tag("parm"), Tag(name="KHAN, KUBLA")),
    subject="A DOME",
    references=(Reference("08 STATE 1", "A"), Reference("XANADU 41 (NOTAL)", "B")),
    classified_by=ClassifiedBy("DCM Ada Coleridge for reasons 1.4 (b) and (d)"),
    body=(Heading("THE DOME"), Paragraph("It is sunny.", 1), ListItem("--", "caves of ice"), Table(("A 1", "B 2"))),
    signature="KUBLA",
    unread=(Unread("ZZZZ"),),
)


@pytest.mark.parametrize("cable", [Cable(), FULL, Cable(dtg=Unread("O WHEN"), executive_order=Unread("E.O."))])
def test_columns_and_their_order_are_the_same_for_every_cable(cable: Cable) -> None:
    row = cable_row(cable)
    assert tuple(row) == ROW_COLUMNS
    assert {type(value) for value in row.values()} <= {str, int, type(None)}


def test_the_reference_describes_every_column_in_order() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text("utf-8")
    table = page.partition("\n| column | holds |\n")[2]
    cells = [line.split("|")[1] for line in table.splitlines()[1:] if line.startswith("|")]
    assert tuple(name.strip(" `") for cell in cells for name in cell.split(",")) == ROW_COLUMNS


def test_a_cable_gives_its_row() -> None:
    assert FULL.row() == cable_row(FULL)


def test_an_absent_field_is_none_and_a_count_is_zero() -> None:
    values = {name: value for name, value in cable_row(Cable()).items() if value is not None}
    counts = ["action_count", "info_count", "paragraphs", "list_items", "tables", "words", "characters", "unread"]
    assert values == dict.fromkeys(counts, 0)


def test_an_empty_field_is_not_an_absent_one() -> None:
    assert cable_row(Cable(subject=""))["subject"] == ""


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("mrn", "09 XANADU 42"),
        ("year", 2009),
        ("post", "XANADU"),
        ("number", "000042"),
        ("section_number", 1),
        ("section_total", 2),
        ("dtg", "2009-02-02T12:00:00+00:00"),
        ("precedence", "IMMEDIATE"),
        ("info_precedence", "ROUTINE"),
        ("originator", "AMEMBASSY XANADU"),
        ("action", "SECSTATE WASHDC; TO WHOM"),
        ("action_count", 2),
        ("info", "AMEMBASSY CATHAY"),
        ("info_count", 1),
        ("classification", "CONFIDENTIAL"),
        ("caveats", "NOFORN; REL TO GBR"),
        ("captions", "SIPDIS; NODIS"),
        ("passing", "STATE FOR EAP/CM"),
        ("executive_order", "12958"),
        ("instruction", "DECL"),
        ("declassify_on", "2019-02-01"),
        ("declassify_event", None),
        ("classified_by_reasons", "1.4 (b) (d)"),
        ("tags", "PREL parm"),
        ("persons", "KHAN, KUBLA"),
        ("subject", "A DOME"),
        ("references", "08 STATE 1; XANADU 41 (NOTAL)"),
        ("paragraphs", 1),
        ("list_items", 1),
        ("tables", 1),
        ("words", 12),  # of all items: 2 + 3 + 3 + 4
        ("characters", 38),  # 8 + 12 + 12 + 6
        ("signature", "KUBLA"),
        ("unread", 2),
    ],
)
def test_a_column_holds_what_it_says(column: str, value: object) -> None:
    assert cable_row(FULL)[column] == value


def test_unread_pieces_are_counted_wherever_they_stand() -> None:
    piece = Unread("?")
    cable = Cable(
        transmission=Transmission(piece, routing=piece, station=piece, security=piece),
        dtg=piece,
        action=(piece,),
        info=(piece,),
        exempt=(piece,),
        readdressal=Readdressal(dtg=piece, action=(piece,), info=(piece,), exempt=(piece,)),
        executive_order=piece,
        unread=(piece, piece),
    )
    assert cable_row(cable)["unread"] == 15


def test_a_date_that_the_calendar_has_not_is_none() -> None:
    row = cable_row(Cable(dtg=DateTimeGroup("31", "1200", "Z", "FEB", "09"), message=MessageNumber("XANADU", "1")))
    assert (row["dtg"], row["year"], row["mrn"]) == (None, None, None)
    assert row["post"] == "XANADU"
