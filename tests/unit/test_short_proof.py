"""The short proof: a body is told from its leaves only where they say the same, and nothing is told of what is odd."""

from __future__ import annotations

import attrs
import pytest

import telegram_grammar as tg
from telegram_grammar.proof import reads_back

C = tg.PortionMarking("C")
HEAD = "CONFIDENTIAL SECTION 01 OF 02 OSLO 000123\n\nE.O. 12958: DECL: 01/02/2017\nTAGS: PREL, NO\nSUBJECT: BRIDGE\n\n"
FIRST = "1. (U) First.\n\n"
LAST = "\n9. (U) Nine.\n\nROE\n"
ADDRESS = "http://" + "a" * 38  # 45 characters
MARK = "OSLO 00000123  002 OF 002"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2. (C) One.\n", tg.Paragraph("One.", 3, C)),
        ("2. (C) One.\n", tg.Paragraph("One.", None, C)),
        ("2. (C) One.\n", tg.Paragraph("One.")),
        ("2. (U) One.\n", tg.Paragraph("One.", 2, C)),
        ("2. (U) One.\n", tg.Paragraph("One.", 2)),
        ("2. One.\n", tg.Paragraph("One.", 2, C)),
        ("2. (C) One two.\n", tg.Paragraph("One.", 2, C)),
        ("(U) One.\n", tg.Paragraph("One.", None, C)),
        ("2. (C) One.\n", tg.ListItem("2.", "One.", C)),
        ("A. One.\n\nB. Two.\n", tg.ListItem("B.", "One.")),
        ("-- One.\n", tg.ListItem("-", "One.")),
        ("-- One.\n", tg.ListItem("--", "Two.")),
        ("-- One.\n", tg.ListItem("--", "One.", C)),
        ("-- One.\n", tg.Paragraph("One.")),
        ("-- (U) One.\n", tg.ListItem("--", "One.", C)),
        ("2. (C) One <b>two</b>.\n", tg.Paragraph("One <b>two</b>.", 2, C)),
        ("2. (C) One &amp; two.\n", tg.Paragraph("One &amp; two.", 2, C)),
        ("2. (C) The year\n¶1. one.\n", tg.Paragraph("The year ¶1. one.", 2, C)),
        (f"2. (C) See {ADDRESS} bcd one.\n", tg.Paragraph(f"See {ADDRESS} bcd one.", 2, C)),
        ("Summary\n-------\n\n2. (C) One.\n", tg.Heading("Comment")),
        ("Summary\n-------\n\n2. (C) One.\n", tg.Heading("Summary", C)),
        ("(U) Summary\n-----------\n\n2. (C) One.\n", tg.Heading("Summary")),
        ("(U) Summary\n-----------\n\n2. (C) One.\n", tg.Heading("Summary", C)),
        ("Summary\n-------\n\n2. (C) One.\n", tg.Paragraph("Summary")),
        ("Summary\n\n2. (C) One.\n", tg.Paragraph("Summary")),
        ("One.\n", tg.Paragraph("One.", 2, C)),
        ("One.\n", tg.Heading("One.")),
        ("a   b\nc   d\n", tg.Table(("a   b", "c   e"))),
        ("a   b\nc   d\n", tg.Ruler("-----")),
        ("-----\n", tg.Ruler("----")),
        ("-----\n", tg.Table(("-----",))),
    ],
)
def test_an_item_that_the_text_does_not_say_is_not_told(text: str, known: tg.BodyItem) -> None:
    text = HEAD + FIRST + text + LAST
    cable = tg.parse(text).cable
    assert len(cable.body) > 2  # the item is neither the first nor the last
    assert cable.body[1] != known
    assert not reads_back(attrs.evolve(cable, body=(cable.body[0], known, *cable.body[2:])), text)


TOLD = [
    "2. (C) One\ntwo.\n",
    "2. One\ntwo.\n",
    "(C) One\ntwo.\n",
    "one\ntwo.\n",
    "-- One\ntwo.\n-- two.\n",
    "A. (C) One\ntwo.\n",
    "2. (C) Ten $ & <one> two.\n",
    "Summary\n-------\n",
    "(C) Summary\n-----------\n",
    "-------\nA heading\nof three\nlines\n-------\n",
    "-----\n",
    "a   b\nc   d\n",
    f"2. (C) One\n\n{MARK}\n\n\ntwo.\n",
    f"2. (C) One.\n\n{MARK}\n\n3. (C) Two.\n",
    f"2. (C) One\n\n{MARK}\n\n\ntwo\n\nOSLO 00000123  002.2 OF 002\n\n\nthree.\n",
    f"\n{MARK}\n\n2. (C) One.\n",
]


@pytest.mark.parametrize("item", TOLD)
@pytest.mark.parametrize("before", [FIRST, ""])
@pytest.mark.parametrize("behind", [LAST, "", "\nROE\n", "\nMINIMIZE CONSIDERED\n\nROE\n", "\nROE\nBT\n#0123\nNNNN\n"])
def test_a_body_that_says_its_items_is_told(before: str, item: str, behind: str) -> None:
    text = HEAD + before + item + behind
    cable = tg.parse(text).cable
    assert reads_back(cable, text) or not before  # at the top it may be anything


@pytest.mark.parametrize("item", TOLD)
def test_of_a_body_that_is_told_all_else_is_asked(item: str) -> None:
    text = f"{HEAD}{FIRST}{item}{LAST}"
    cable = tg.parse(text).cable
    starts = tuple(attrs.evolve(start, offset=start.offset + 1) for start in cable.section_starts)
    for changes in (
        {"subject": "FERRY"},
        {"signature": None},
        {"signature": "DOE"},
        {"closing": ("MINIMIZE CONSIDERED",)},
        {"section_starts": starts or (tg.SectionStart(2, 1),)},
        {"body": cable.body[:-1]},
        {"body": cable.body[1:]},
        {"body": (*cable.body, cable.body[-1])},
        {"body": (cable.body[0], *cable.body)},
        {"body": ()},
    ):
        assert not reads_back(attrs.evolve(cable, **changes), text)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}A remark.\n\nREF: OSLO 12\n\n{FIRST}",  # a line between the fields is an item, too
        f"{HEAD}{FIRST}2. (C) A well-\n\n{MARK}\n\n\nknown word.\n",  # a word that a mark may have cut
        f"{HEAD}{FIRST}2. (C) One.\n\nOSLO 00000123  001 OF 002\n\n3. (C) Two.\n",  # no section begins
        f"{HEAD}{FIRST}2. (C) One.\n\nROE\n\n{MARK}\n",  # a mark behind the signature
        f"{HEAD}{FIRST}2. (C) One.\n\nSIPDIS\n\n3. (C) Two.\n",
        f"{HEAD}{FIRST}2. (C) One <b>two</b>.\n",
        f"{HEAD}{FIRST}2. (C) One\n\n{MARK}\n\nSIPDIS\n\ntwo.\n",
        "SUBJECT: BRIDGE\n\nUNCLAS OSLO 000123\n\n1. (U) One.\n",  # lines out of their places
        "1. (U) One.\n\nNNNN\nZCZCXRO4150\nUNCLAS\n\n1. (U) Two.\n",
        "SUBJECT: BRIDGE\n",
        "",
    ],
)
def test_nothing_is_told_of_what_is_out_of_the_ordinary(text: str) -> None:
    assert not reads_back(tg.parse(text).cable, text)


def test_an_item_above_the_body_that_the_cable_lacks_is_missed() -> None:
    text = f"{HEAD}A remark.\n\nREF: OSLO 12\n\n{FIRST}2. (C) Two.\n"
    cable = tg.parse(text).cable
    assert cable.body[0] == tg.Paragraph("A remark.")
    assert not reads_back(attrs.evolve(cable, body=cable.body[1:]), text)


def test_a_word_that_a_mark_would_be_read_to_cut_is_not_told() -> None:
    text = f"{HEAD}{FIRST}2. (C) A well-\n\n{MARK}\n\n\nknown word.\n{LAST}"
    cable = tg.parse(text).cable
    apart = tg.Paragraph("A well- known word.", 2, C)
    (start,) = cable.section_starts
    for offset in (start.offset, start.offset + 1):
        starts = (attrs.evolve(start, offset=offset),)
        wanted = attrs.evolve(cable, body=(cable.body[0], apart, cable.body[2]), section_starts=starts)
        assert not reads_back(wanted, text)
