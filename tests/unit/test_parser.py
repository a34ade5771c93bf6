"""The pipeline as a whole: parse, parse_bytes with its policy, parse_strict with all errors, messages."""

from __future__ import annotations

import pytest

import telegram_grammar as tg
from telegram_grammar import Paragraph, Severity, TelegramSyntaxError

HEAD = (
    "C O N F I D E N T I A L NAIROBI 000912\n\nSIPDIS\n\n"
    "E.O. 12958: DECL: 05/06/2019\nTAGS: PGOV KE\nSUBJECT: MARKET DAY\n\n"
)
WHOLE = f"R 061341Z MAY 09\nFM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC\n{HEAD}1. (C) One.\n\n2. (C) Two.\nWHITCOMBE\n"


def test_letters_of_the_reasons_may_go_on_below() -> None:
    head = f"{HEAD}Classified By: DCM DOE; REASON: 1.4(B), \n(C), (D)\n\n"
    document = tg.parse(WHOLE.replace(HEAD, head))
    assert document.cable.classified_by == tg.ClassifiedBy("DCM DOE; REASON: 1.4(B), (C), (D)")
    assert [item.text for item in document.cable.body if isinstance(item, Paragraph)] == ["One.", "Two."]
    # a single letter is a marking
    alone = tg.parse(WHOLE.replace(HEAD, f"{HEAD}Classified By: DCM DOE; REASON: 1.4(B), \n\n(C) Zero.\n\n"))
    assert len(alone.cable.body) == 3


# Bytes


def test_bytes_are_read_as_utf_8() -> None:
    text = WHOLE.replace("One.", "‘One’, élan.")
    document = tg.parse_bytes(text.encode())
    assert document.source == text
    assert document.diagnostics == ()


def test_byte_order_mark_of_utf_8_is_the_texts() -> None:
    document = tg.parse_bytes(b"\xef\xbb\xbf" + WHOLE.encode())
    assert document.source == "\ufeff" + WHOLE
    assert [one.code for one in document.diagnostics] == ["TG613"]


def test_other_bytes_are_read_as_cp1252_and_reported_at_the_first_of_them() -> None:
    text = WHOLE.replace("One.", "‘One’, élan.")
    document = tg.parse_bytes(text.encode("cp1252"))
    assert document.source == text
    assert document.cable == tg.parse(text).cable
    [found] = document.diagnostics
    assert (found.code, found.severity, found.expected) == ("TG612", Severity.WARNING, "UTF-8")
    assert document.source[found.span.start : found.span.end] == "‘"
    assert "cp1252" in found.message


def test_report_on_bytes_stands_among_the_others_in_order() -> None:
    text = "- 1. (C) One.\n\n2, (C) Élan.\n\n3.. (C) Three.\n"
    document = tg.parse_bytes(text.encode("cp1252"))
    assert [one.code for one in document.diagnostics] == ["TG603", "TG301", "TG612", "TG301"]


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_cp1252_leaves_undefined_are_those_of_latin_1(byte: int) -> None:
    document = tg.parse_bytes(b"SUBJECT: A " + bytes([byte]) + b" B\n")
    assert document.source == f"SUBJECT: A {chr(byte)} B\n"


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x00", bytes(range(256)), b"\xc3", "é".encode("utf-16")])
def test_any_bytes_are_read(data: bytes) -> None:
    document = tg.parse_bytes(data)
    assert len(document.source) <= len(data)
    assert "".join(document.source[leaf.start : leaf.end] for leaf in document.leaves()) == document.source


def test_bytes_lose_nothing() -> None:
    data = bytes(range(1, 256))
    source = tg.parse_bytes(data).source
    back = b"".join(one.encode("cp1252") if one.encode("cp1252", "ignore") else one.encode("latin-1") for one in source)
    assert back == data


# Line ends


@pytest.mark.parametrize("end", ["\r\n", "\r\r\n"], ids=["CR LF", "CR CR LF"])
def test_line_ends_of_the_wire_change_nothing_in_the_cable(end: str) -> None:
    document = tg.parse(WHOLE.replace("\n", end))
    assert document.cable == tg.parse(WHOLE).cable
    assert document.diagnostics == ()


@pytest.mark.parametrize("blank", ["\xa0", "\t", "\f", " "])
def test_trailing_blanks_change_nothing_in_the_cable(blank: str) -> None:
    document = tg.parse(WHOLE.replace("\n", f"{blank}\n"))
    assert document.cable == tg.parse(WHOLE).cable


# Strict


def test_strict_parsing_of_a_well_formed_text_gives_its_cable() -> None:
    assert tg.parse_strict(WHOLE) == tg.parse(WHOLE).cable


def test_strict_parsing_lets_warnings_and_information_pass() -> None:
    text = WHOLE.replace("1. (C)", "¶1. (C)").replace("FM ", "\nFM ")
    assert {one.severity for one in tg.parse(text).diagnostics} == {Severity.WARNING, Severity.INFORMATION}
    assert tg.parse_strict(text) == tg.parse(text).cable


BROKEN = "VZCZCXRO0001\nRR RUEHBC\nDE RUEHQT #O377 1502010\nZNY CCCCC ZZH\n" + WHOLE.replace(
    "FM AMEMBASSY NAIROBI\n", ""
).replace("TO SECSTATE WASHDC\n", "TO RUEHC/SECSTATE WASHDC RUEHFR/AMEMBASSY PARIS\n%%%\n")


def test_strict_parsing_lists_all_errors() -> None:
    with pytest.raises(TelegramSyntaxError) as raised:
        tg.parse_strict(BROKEN)
    error = raised.value
    assert isinstance(error, ValueError)
    assert [one.code for one in error.errors] == ["TG006", "TG004", "TG003", "TG005"]
    assert all(one.severity is Severity.ERROR for one in error.errors)
    assert error.document.source == BROKEN


def test_each_error_shows_line_column_caret_and_what_was_expected() -> None:
    with pytest.raises(TelegramSyntaxError) as raised:
        tg.parse_strict(BROKEN)
    blocks = str(raised.value).split("\nline ")
    assert [block.removeprefix("line ").split(":")[0] for block in blocks] == [
        "3, column 1",
        "6, column 1",
        "6, column 26",
        "7, column 1",
    ]
    assert blocks[1].splitlines() == [
        (
            "6, column 1: TG004 the originator (FM) is missing after the precedence and date-time group; "
            "expected the originator (FM)"
        ),
        "    TO RUEHC/SECSTATE WASHDC RUEHFR/AMEMBASSY PARIS",
        "    ^",
    ]
    assert blocks[2].splitlines()[1:] == [
        "    TO RUEHC/SECSTATE WASHDC RUEHFR/AMEMBASSY PARIS",
        "                             " + "^" * len("RUEHFR/AMEMBASSY PARIS"),
    ]
    assert "; expected DE, routing indicator" in blocks[0]


def test_caret_stands_under_its_place_in_a_long_line() -> None:
    text = f"R 061341Z MAY 09\nFM AMEMBASSY ROME\nTO {'X' * 300}\tRUEHC/SECSTATE WASHDC RUEHFR/AMEMBASSY PARIS\n{HEAD}"
    document = tg.parse(text)
    with pytest.raises(TelegramSyntaxError) as raised:
        tg.parse_strict(text)
    assert document.diagnostics
    for first, second in zip(str(raised.value).splitlines()[1::3], str(raised.value).splitlines()[2::3], strict=True):
        assert len(first) <= 104
        assert second.strip("^ ") == ""
        assert "^" in second


def test_empty_text_is_no_error() -> None:
    assert tg.parse_strict("") == tg.Cable()


# Paragraphs can be cited


def test_paragraph_is_cited_by_message_and_number() -> None:
    cable = tg.parse(WHOLE).cable
    second = cable.body[1]
    assert isinstance(second, Paragraph)
    assert cable.cite(second) == "09 NAIROBI 912, para 2"
    with pytest.raises(ValueError, match="only a paragraph of this cable"):
        cable.cite(Paragraph("Two.", 2))


# Any text


@pytest.mark.parametrize(
    "text", ["", "\n", "\x00", "\ud800", "\ufeff\ufeff", "١. (C) One.", "\u2028", "-" * 1000, "A " * 1000, "(" * 1000]
)
def test_any_text_is_read(text: str) -> None:
    document = tg.parse(text)
    assert document.source == text
    assert "".join(text[leaf.start : leaf.end] for leaf in document.leaves()) == text
