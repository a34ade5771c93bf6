"""Where the messages of a text begin: at a transmission identification, or at a date with FM behind an NNNN."""

from __future__ import annotations

import itertools

import pytest

import telegram_grammar as tg
from telegram_grammar.message_bounds import message_bounds

FIRST = "VZCZCXRO0001\nRR RUEHBC\nDE RUEHSV #0091 0570314\nUNCLAS SUVA 000091\n\n1. One.\nROE\nNNNN\n"
SECOND = FIRST.replace("0001", "0002")
SHORT = "R 260314Z FEB 09\nFM AMEMBASSY SUVA\nTO SECSTATE WASHDC\nUNCLAS SUVA 000092\n\n1. Two.\n"


@pytest.mark.parametrize("text", ["", "\n", "words", FIRST, SHORT, "NNNN\n", f"{FIRST}\nID: 5\n"])
def test_text_of_one_message_is_one(text: str) -> None:
    assert tg.messages(text) == (text,)


@pytest.mark.parametrize(
    "parts",
    [
        (FIRST, SECOND),
        (FIRST, SECOND, FIRST),
        (FIRST, SHORT),
        (SHORT + "NNNN\n\n", SHORT),
        (f"Search results\n\n{FIRST}", SECOND),
        (FIRST.replace("NNNN\n", ""), SECOND),
        (SHORT + "NNNN\n", FIRST),
    ],
    ids=["two", "three", "date behind NNNN", "two short ones", "print-out above", "no NNNN", "short one first"],
)
def test_message_begins_where_the_standard_says(parts: tuple[str, ...]) -> None:
    found = tg.messages("".join(parts))
    assert [one.strip("\n") for one in found] == [one.strip("\n") for one in parts]


def test_an_identification_that_stands_twice_begins_one_message() -> None:
    text = f"VZCZCXRO0001\n\nVZCZCXRO0001\n{FIRST}"
    assert tg.messages(text) == (text,)
    assert tg.messages(text + SECOND) == (text, SECOND)
    assert tg.parse(text).cable.transmission == tg.parse(FIRST).cable.transmission
    assert len(tg.messages(f"VZCZCXRO0009\n{FIRST}")) == 2  # another one is another message


def test_an_identification_in_small_letters_is_prose() -> None:
    text = FIRST.replace("1. One.", "1. One: vzczcabc001\nvzczcabc001\n\n2. Two.")
    assert tg.messages(text) == (text,)
    assert len(tg.parse(text).cable.body) == 2


def test_messages_together_are_the_text() -> None:
    text = f"junk\n{FIRST}\n\n{SECOND}\n{SHORT}"
    assert "".join(tg.messages(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        FIRST + SHORT.replace("FM", "XX"),
        SHORT + SHORT,
        f"{SHORT}1. (C) He quoted VZCZCXRO0001 and ZCZCABC001 inside a line.\n",
        f"{SHORT}  VZCZCXRO0001\n  VZCZCXRO0002\n",
    ],
    ids=["no FM", "no NNNN before", "inside a line", "indented"],
)
def test_quoted_heading_begins_no_message(text: str) -> None:
    assert len(tg.messages(text)) == 1


def test_parse_reads_the_first_message_alone() -> None:
    document = tg.parse(FIRST + SECOND)
    assert document.cable.transmission is not None
    assert document.cable.transmission.identification == "VZCZCXRO0001"
    assert [one.text for one in document.cable.unread] == [SECOND.strip()]


def test_bounds_cover_the_text_without_gaps() -> None:
    text = FIRST + SECOND + SHORT
    bounds = message_bounds(text)
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in itertools.pairwise(bounds))
