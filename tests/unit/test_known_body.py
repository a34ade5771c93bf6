"""Known items of the body: one is taken as it is only where the text says the same."""

from __future__ import annotations

import pytest

import telegram_grammar as tg
from telegram_grammar.reading import read

C, NF = tg.PortionMarking("C"), tg.PortionMarking("C  NF")
FIRST = "1. (U) First.\n\n"
ADDRESS = "http://" + "a" * 38  # 45 characters


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2. (C) One.\n", tg.Paragraph("One.", 3, C)),
        ("2. (C) One.\n", tg.Paragraph("One.", None, C)),
        ("2. (U) One.\n", tg.Paragraph("One.", 2, C)),
        ("2. (U) One.\n", tg.Paragraph("One.", 2)),
        ("2. One.\n", tg.Paragraph("One.", 2, C)),
        ("2. (C) One two.\n", tg.Paragraph("One.", 2, C)),
        ("(U) One.\n", tg.Paragraph("One.", None, C)),
        ("(C  NF) One.\n", tg.Paragraph("One.", None, NF)),
        ("2. (C) One.\n", tg.ListItem("2.", "One.", C)),
        ("A. One.\n\nB. Two.\n", tg.ListItem("B.", "One.")),
        ("-- One.\n", tg.ListItem("--", "One.", C)),
        ("-- (U) One.\n", tg.ListItem("--", "One.", C)),
        ("-- (C  NF) One.\n", tg.ListItem("--", "One.", NF)),
        ("2. (C) One <b>two</b>.\n", tg.Paragraph("One <b>two</b>.", 2, C)),
        ("2. (C) One &amp; two.\n", tg.Paragraph("One &amp; two.", 2, C)),
        ("2. (C) The year\n¶1. one.\n", tg.Paragraph("The year ¶1. one.", 2, C)),
        (f"2. (C) See {ADDRESS} bcd one.\n", tg.Paragraph(f"See {ADDRESS} bcd one.", 2, C)),
        ("Summary\n-------\n\n2. (C) One.\n", tg.Heading("Comment")),
        ("Summary\n-------\n\n2. (C) One.\n", tg.Heading("Summary", C)),
        ("(U) Summary\n-----------\n\n2. (C) One.\n", tg.Heading("Summary")),
        ("One.\n", tg.Paragraph("One.", 2, C)),
    ],
)
def test_an_item_that_the_text_does_not_say_is_not_taken(text: str, known: tg.BodyItem) -> None:
    cable = read(FIRST + text).document.cable
    assert cable.body[1] != known
    assert read(FIRST + text, (cable.body[0], known, *cable.body[2:])).document.cable == cable


@pytest.mark.parametrize(
    "text",
    [
        "2. (C) One\ntwo.\n",
        "2. One\ntwo.\n",
        "(C) One\ntwo.\n",
        "-- One\ntwo.\n",
        "A. (C) One\ntwo.\n",
        "Summary\n-------\n",
    ],
)
def test_an_item_that_the_text_says_is_taken_itself(text: str) -> None:
    text = f"{FIRST}{text}\n9. (U) Nine.\n"
    body = read(text).document.cable.body
    taken = read(text, body).document.cable.body
    assert [one is other for one, other in zip(taken, body, strict=True)] == [True, True, True]
