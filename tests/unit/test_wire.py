"""The wire form: alphabet, line ends, frame, and that it reads back (ACP 127 sections 134, 138, Annex B)."""

from __future__ import annotations

from typing import Final

import attrs
import pytest
from attrs import evolve

import telegram_grammar as tg
from telegram_grammar.rendering.wire import in_capitals

TEXT: Final = """\
VZCZCXRO0457
PP RUEHBC RUEHDE
DE RUEHLI #0735/01 2731010
ZNY CCCCC ZZH
P R 291010Z SEP 08
FM AMEMBASSY LISBON
TO RUEHC/SECSTATE WASHDC PRIORITY 5545
INFO RUEKJCS/JOINT STAFF WASHDC//J-5/J-3//
C O N F I D E N T I A L LISBON 000735

SIPDIS

STATE FOR EUR/WE

E.O. 12958: DECL: 09/29/2018
TAGS: EWWT PREL PO (ROE, JANE)
SUBJECT: PORTUGAL: THE FERRY IS MISSED

REF: A. LISBON 700 (NOTAL)
B. 08 STATE 61194

CLASSIFIED BY: DCM ALAN R. WHITCOMBE FOR REASONS 1.4 (B) AND (D).

THE FERRY
---------

1. (C) THE MINISTER SAID THAT NOBODY HAD MISSED IT, AND THAT THE
TREASURY'S OFFER (USD 40) WAS A GOOD ONE.

-- THE ISLANDS HAVE ANOTHER VIEW.

2. (C/NF) IT IS MISSED BY THOSE WHO NEVER TOOK IT.

WHITCOMBE
"""
CABLE: Final = tg.parse(TEXT).cable


def test_wire_form_of_a_cable_in_capitals_reads_back_equal() -> None:
    text = tg.render(CABLE, wire=True)
    assert tg.parse(text).cable == CABLE
    frame = {"TG112"}
    assert {one.code for one in tg.parse(text).diagnostics} - {one.code for one in tg.parse(TEXT).diagnostics} <= frame


@pytest.mark.parametrize("serial", ["7", "652", "12652", "0042A"])
def test_the_validation_number_is_any_serial_number(serial: str) -> None:
    """Format line 15 repeats the serial number of format line 3, whatever its figures."""
    assert CABLE.transmission is not None
    cable = attrs.evolve(CABLE, transmission=attrs.evolve(CABLE.transmission, serial=serial))
    text = tg.render(cable, wire=True)
    assert f"\r\r\n#{serial}\r\r\nNNNN" in text
    assert tg.parse(text).cable == cable


def test_wire_form_has_the_frame_and_the_line_ends() -> None:
    text = tg.render(CABLE, wire=True)
    lines = text.split("\r\r\n")
    assert lines.pop() == ""
    assert not any("\r" in line or "\n" in line for line in lines)
    place = lines.index("BT")
    assert lines[place - 1] == "INFO RUEKJCS/JOINT STAFF WASHDC//J-5/J-3//"
    assert lines[place + 1] == "C O N F I D E N T I A L LISBON 000735"
    assert lines[-4:] == ["WHITCOMBE", "BT", "#0735", "NNNN"]
    assert lines.count("BT") == 2
    assert max(map(len, lines)) <= 69


def test_small_letters_are_sent_as_capitals() -> None:
    cable = evolve(CABLE, body=(tg.Paragraph("It is missed by those who never took it.", 1, tg.PortionMarking("c")),))
    cable = evolve(cable, classification=tg.Classification(tg.ClassificationLevel.CONFIDENTIAL, word="Confidential"))
    text = tg.render(cable, wire=True)
    assert text == text.upper()
    assert tg.parse(text).cable == in_capitals(cable)
    assert in_capitals(cable).body == (
        tg.Paragraph("IT IS MISSED BY THOSE WHO NEVER TOOK IT.", 1, tg.PortionMarking("C")),
    )
    assert in_capitals(CABLE) == CABLE


def test_what_the_alphabet_lacks_is_refused_with_its_places() -> None:
    body = tuple(tg.Paragraph(f'It was "{number}" %.', number) for number in range(1, 6))
    cable = evolve(CABLE, subject="PORTUGAL; FERRIES", body=(*body, tg.Paragraph("Café")), closing=())
    with pytest.raises(tg.RenderError) as refusal:
        tg.render(cable, wire=True)
    assert refusal.value.attribute == "subject"
    reason = refusal.value.reason
    assert "';' (subject)" in reason
    assert "'\"' (body[0].text, body[1].text, body[2].text and 2 more)" in reason
    assert "'%' (" in reason
    assert "'\\xe9' (body[5].text)" in reason
    assert "#" not in reason  # of the serial number


def test_sign_of_a_serial_number_is_sent_in_the_heading_alone() -> None:
    with pytest.raises(tg.RenderError, match="message_instructions: the wire has no '#'"):
        tg.render(evolve(CABLE, message_instructions="ZDK CTG #0734"), wire=True)


def test_what_is_unread_is_sent_in_capitals_with_the_sign_of_its_serial_number() -> None:
    security = tg.Unread("ZNY cc #0735")
    assert CABLE.transmission is not None
    cable = evolve(CABLE, transmission=evolve(CABLE.transmission, security=security, operating_signals=()))
    assert "\r\r\nZNY CC #0735\r\r\n" in tg.render(cable, wire=True)


def test_a_class_word_that_is_not_the_usual_one_is_sent_as_it_is() -> None:
    cable = evolve(CABLE, classification=tg.Classification(tg.ClassificationLevel.UNCLASSIFIED, word="Unclassified"))
    assert "\r\r\nUNCLASSIFIED LISBON 000735\r\r\n" in tg.render(cable, wire=True)


@pytest.mark.parametrize("name", ["originator", "action", "info"])
def test_any_address_is_parted_from_the_text(name: str) -> None:
    heading = {"originator": None, "action": (), "info": ()} | {name: getattr(CABLE, name)}
    lines = tg.render(evolve(CABLE, **heading), wire=True).split("\r\r\n")
    assert lines[lines.index("C O N F I D E N T I A L LISBON 000735") - 1] == "BT"


def test_what_was_never_sent_is_refused() -> None:
    with pytest.raises(tg.RenderError, match="notices: they were added"):
        tg.render(evolve(CABLE, notices=("2008-09-29",)), wire=True)


def test_line_that_cannot_be_broken_is_refused() -> None:
    table = tg.Table(("DAY    " + "CARS   " * 10, "1      " + "12     " * 10))
    cable = evolve(CABLE, body=(tg.Table(tuple(line.rstrip() for line in table.lines)), *CABLE.body))
    with pytest.raises(tg.RenderError) as refusal:
        tg.render(cable, wire=True)
    assert refusal.value.attribute == "body[0]"
    assert "a line of 74 characters" in refusal.value.reason


def test_what_capitals_would_make_another_part_is_refused() -> None:
    cable = evolve(CABLE, body=(*CABLE.body, tg.Paragraph("What will happen")), signature=None)
    tg.render(cable)
    with pytest.raises(tg.RenderError, match="would be read back as"):
        tg.render(evolve(cable, body=(tg.Paragraph("What will happen"), *CABLE.body)), wire=True)


def test_width_is_at_most_that_of_the_wire() -> None:
    words = tg.Paragraph(" ".join(["MISSED"] * 60), 3)
    cable = evolve(CABLE, body=(*CABLE.body, words))
    assert max(map(len, tg.render(cable, wire=True, width=200).split("\r\r\n"))) <= 69
    assert max(map(len, tg.render(cable, wire=True, width=40).split("\r\r\n")[30:])) <= 40


def test_cable_without_heading_has_no_separation_before_its_text() -> None:
    cable = evolve(tg.parse(TEXT[TEXT.index("C O N F") :]).cable)
    lines = tg.render(cable, wire=True).split("\r\r\n")
    assert lines[0] == "C O N F I D E N T I A L LISBON 000735"
    assert lines[-4:] == ["WHITCOMBE", "BT", "NNNN", ""]


def test_references_without_letters_are_parted_by_commas() -> None:
    cable = evolve(CABLE, references=(tg.Reference("LISBON 700"), tg.Reference("OSLO 12")))
    text = tg.render(cable, wire=True)
    assert "REF: LISBON 700, OSLO 12\r\r\n" in text
    assert tg.parse(text).cable == cable


def test_messages_of_the_wire_are_told_apart_and_joined() -> None:
    body = tuple(
        tg.Paragraph(" ".join(["IT IS MISSED BY THOSE WHO NEVER TOOK IT."] * 9), number) for number in range(1, 60)
    )
    cable = evolve(CABLE, body=body)
    parts = tg.split(cable)
    assert len(parts) > 2
    sent = "".join(tg.render(part, wire=True) for part in reversed(parts))
    assert len(tg.messages(sent)) == len(parts)
    assert tg.join(sent) == tg.sectioned(cable)
    assert tg.join_with_report(sent).diagnostics == ()
