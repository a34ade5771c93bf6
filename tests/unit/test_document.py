"""The document: from a part of the cable to its place and its printed text, and from a place to the part."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import telegram_grammar as tg
from telegram_grammar import Addressee, Cable, Document, Paragraph, Span

TEXT = (
    "VZCZCXRO0001\nRR RUEHBC RUEHDE\nDE RUEHNR #0912 1261341\nZNY CCCCC ZZH\n"
    "R 061341Z MAY 09\nFM AMEMBASSY NAIROBI\nTO RUEHC/SECSTATE WASHDC 6784\nINFO RUEHKM/AMEMBASSY KAMPALA\n"
    "RUEHDR/AMEMBASSY DAR ES SALAAM 0012\nC O N F I D E N T I A L NAIROBI 000912\n\nSIPDIS\nNOFORN\n\n"
    "E.O. 12958: DECL: 05/06/2019\nTAGS: PGOV KE\nSUBJECT: KENYA: BY-ELECTION DATE MOVES\nTO A MARKET DAY\n\n"
    "REF: A. NAIROBI 800\nB. 08 STATE 61194\n\nClassified By: DCM Alan R. Whitcombe for reasons 1.4 (b) and (d).\n\n"
    "1. (C) The by-election will fall\non a market day.\n\nA HEADING\n---------\n\n"
    "2. (C) XXXXXXXXXXXX asked for it.\nWHITCOMBE\n"
)


@pytest.fixture(scope="module")
def document() -> Document:
    return tg.parse(TEXT)


@pytest.fixture(scope="module")
def cable(document: Document) -> Cable:
    return document.cable


# From a part to its place


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("transmission.identification", "VZCZCXRO0001"),
        ("transmission.routing", "RR RUEHBC RUEHDE"),
        ("transmission.station", "DE RUEHNR #0912 1261341"),
        ("transmission.security", "ZNY CCCCC ZZH"),
        ("precedence", "R 061341Z MAY 09"),
        ("dtg", "R 061341Z MAY 09"),
        ("originator", "FM AMEMBASSY NAIROBI"),
        ("action[0]", "TO RUEHC/SECSTATE WASHDC 6784"),
        ("info[1]", "RUEHDR/AMEMBASSY DAR ES SALAAM 0012"),
        ("classification", "C O N F I D E N T I A L NAIROBI 000912"),
        ("message", "C O N F I D E N T I A L NAIROBI 000912"),
        ("captions[1]", "NOFORN"),
        ("executive_order", "E.O. 12958: DECL: 05/06/2019"),
        ("tags", "TAGS: PGOV KE"),
        ("subject", "SUBJECT: KENYA: BY-ELECTION DATE MOVES\nTO A MARKET DAY"),
        ("references", "REF: A. NAIROBI 800\nB. 08 STATE 61194"),
        ("classified_by", "Classified By: DCM Alan R. Whitcombe for reasons 1.4 (b) and (d)."),
        ("body[0]", "1. (C) The by-election will fall\non a market day."),
        ("body[1]", "A HEADING\n---------"),
        ("body[2]", "2. (C) XXXXXXXXXXXX asked for it."),
        ("signature", "WHITCOMBE"),
    ],
)
def test_path_leads_to_the_printed_text(document: Document, path: str, printed: str) -> None:
    assert document.text_of(path) == printed
    span = document.span_of(path)
    assert TEXT[span.start : span.end] == printed


def test_model_object_leads_to_its_printed_text(document: Document, cable: Cable) -> None:
    assert document.text_of(cable.info[1]) == "RUEHDR/AMEMBASSY DAR ES SALAAM 0012"
    assert document.text_of(cable.body[2]) == "2. (C) XXXXXXXXXXXX asked for it."
    assert document.text_of(cable.dtg) == "R 061341Z MAY 09"
    assert document.text_of(cable.message) == "C O N F I D E N T I A L NAIROBI 000912"
    assert cable.transmission is not None
    assert document.text_of(cable.transmission.filed) == "DE RUEHNR #0912 1261341"
    assert document.text_of(cable.transmission.security) == "ZNY CCCCC ZZH"
    assert document.text_of(cable.transmission).startswith("VZCZCXRO0001\nRR")
    assert document.text_of(cable.references[1]) == "REF: A. NAIROBI 800\nB. 08 STATE 61194"


def test_equal_parts_at_two_places_have_each_their_own(document: Document) -> None:
    twice = tg.parse("1. (C) Same.\n\n2. (C) Other.\n\n1. (C) Same.\n\nX Y\n")
    items = [item for item in twice.cable.body if isinstance(item, Paragraph) and item.number == 1]
    assert len({twice.span_of(item) for item in items}) == len(items) == 2


@pytest.mark.parametrize(
    "station", ["DE RUEHNR #0912 1261341", "DE RUEHNR #0912", "DE RUEHNR #0912 1261341\nDE RUEHNR"]
)
def test_places_are_those_of_the_parts_of_the_cable_and_of_nothing_else(station: str) -> None:
    """Parts are known by identity: one that the cable does not hold may have that of another object by now."""
    document = tg.parse(TEXT.replace("DE RUEHNR #0912 1261341", station))
    assert set(document.places.parts()) == {id(part) for part in _parts(document.cable)} - {id(document.cable)}


def _parts(value: Any) -> list[object]:
    if isinstance(value, tuple):
        return [part for item in value for part in _parts(item)]
    if not attrs.has(type(value)):
        return []
    parts = [getattr(value, one.name) for one in attrs.fields(type(value))]
    return [value, *_parts(tuple(parts))]


def test_cable_itself_is_the_whole_source(document: Document, cable: Cable) -> None:
    assert document.span_of(cable) == Span(0, len(TEXT))
    assert document.text_of(cable) == TEXT


@pytest.mark.parametrize("part", ["no_such", "action[9]", "captions", "exempt", "", Paragraph("One."), 7, None])
def test_part_of_no_document_is_refused(document: Document, part: object) -> None:
    with pytest.raises(KeyError, match="this text has no" if isinstance(part, str) else "no part of this document"):
        document.span_of(part)
    with pytest.raises(KeyError):
        document.text_of(part)


def test_equal_part_of_another_document_is_refused(document: Document, cable: Cable) -> None:
    other = tg.parse(TEXT)
    assert other.cable == cable
    with pytest.raises(KeyError):
        document.span_of(other.cable.body[0])


# From a place to the part


def test_place_leads_to_the_smallest_part(document: Document, cable: Cable) -> None:
    assert document.at(TEXT.index("KAMPALA")) is cable.info[0]
    assert document.at(TEXT.index("NOFORN")) == "NOFORN"
    assert document.at(TEXT.index("KENYA: BY")) == cable.subject
    assert document.at(TEXT.index("market day.\n\nA H")) is cable.body[0]
    assert document.at(TEXT.index("RUEHBC")) == ("RUEHBC", "RUEHDE")
    assert document.at(0) == "VZCZCXRO0001"


def test_place_between_parts_leads_nowhere(document: Document) -> None:
    assert document.at(TEXT.index("\n\nSIPDIS")) is None


def test_every_object_leads_back_from_where_it_stands(document: Document, cable: Cable) -> None:
    for part in (*cable.action, *cable.info, *cable.body):
        assert document.at(document.span_of(part).start) is part


@pytest.mark.parametrize("offset", [-1, len(TEXT), len(TEXT) + 5])
def test_offset_outside_the_source_is_refused(document: Document, offset: int) -> None:
    with pytest.raises(IndexError, match=f"offset {offset} is outside the source of {len(TEXT)} characters"):
        document.at(offset)


# Lines and columns


def test_lines_and_columns_are_counted_from_one(document: Document) -> None:
    assert document.line_column(0) == (1, 1)
    assert document.line_column(TEXT.index("RUEHBC")) == (2, 4)
    assert document.line_column(TEXT.index("\nRR")) == (1, 13)
    assert document.line_column(len(TEXT)) == (TEXT.count("\n") + 1, 1)


def test_line_text_has_no_line_end(document: Document) -> None:
    assert document.line_text(2) == "RR RUEHBC RUEHDE"
    assert document.line_text(TEXT.count("\n") + 1) == ""
    assert tg.parse("one\r\ntwo\r\r\nthree").line_text(2) == "two"
    assert tg.parse("one\r\ntwo").line_text(2) == "two"


def test_only_lf_ends_a_line() -> None:
    document = tg.parse("a\x0bb\x0cc\x1cd\x85e\u2028f\ng")
    assert document.line_column(document.source.index("g")) == (2, 1)


@pytest.mark.parametrize("line", [0, -1, 99])
def test_line_outside_the_source_is_refused(document: Document, line: int) -> None:
    with pytest.raises(IndexError, match=f"line {line} is outside the source"):
        document.line_text(line)


@pytest.mark.parametrize("offset", [-1, len(TEXT) + 1])
def test_no_line_has_an_offset_outside_the_source(document: Document, offset: int) -> None:
    with pytest.raises(IndexError, match="outside"):
        document.line_column(offset)


def test_empty_text_has_one_empty_line() -> None:
    document = tg.parse("")
    assert document.line_column(0) == (1, 1)
    assert document.line_text(1) == ""
    with pytest.raises(IndexError):
        document.at(0)


# Tree


def test_leaves_tile_the_source(document: Document) -> None:
    assert "".join(TEXT[leaf.start : leaf.end] for leaf in document.leaves()) == TEXT


def test_nodes_own_their_leaves(document: Document) -> None:
    assert document.nodes.span == Span(0, len(TEXT))
    assert [part.kind for part in document.nodes.children] == ["heading", "text_head", "body", "ending"]
    assert [leaf.span for leaf in document.nodes.leaves()] == [leaf.span for leaf in document.leaves()]


def test_addressee_is_found_by_identity_not_by_equality() -> None:
    document = tg.parse(
        "R 061341Z MAY 09\nFM AMEMBASSY NAIROBI\nTO AMEMBASSY ROME\nINFO AMEMBASSY ROME\nUNCLAS NAIROBI 000912\n"
    )
    action, info = document.cable.action[0], document.cable.info[0]
    assert action == info == Addressee("AMEMBASSY ROME")
    assert document.text_of(action) == "TO AMEMBASSY ROME"
    assert document.text_of(info) == "INFO AMEMBASSY ROME"
