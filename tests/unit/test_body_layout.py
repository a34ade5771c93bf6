"""Canonical form of the body: what its items, page marks and rulers are printed as, and where words are wrapped."""

from __future__ import annotations

from typing import Final

import pytest
from attrs import evolve

import telegram_grammar as tg
from rendered import OSLO, UNCLASSIFIED, lines
from telegram_grammar import (
    Cable,
    Heading,
    ListItem,
    MessageNumber,
    Paragraph,
    PortionMarking,
    Ruler,
    Section,
    SectionStart,
    Table,
)
from telegram_grammar.page_marks import begins_section, inline_mark, is_cut, page_mark
from telegram_grammar.rendering import laid_out, lay_out
from telegram_grammar.ruled_headings import ruled_heading

WORDS: Final = "lamp " * 40

# ---- the body ------------------------------------------------------------------------------------------------


def body(*items: tg.model.BodyItem, **more: object) -> list[str]:
    return lines(Cable(body=items, **more))  # type: ignore[arg-type]  # the test names the attributes


def test_items_stand_between_blank_lines_each_with_its_lead() -> None:
    marked = PortionMarking("C")
    assert body(
        Paragraph("One.", 1, marked),
        Paragraph("Two."),
        Heading("THE FERRY", marked),
        ListItem("A.", "Lamp.", marked),
        Table(("a   b", "  c")),
        Ruler("*****"),
        signature="ROE",
        closing=("Minimize considered.", "Visit us."),
    ) == [
        "1. (C) One.",
        "",
        "Two.",
        "",
        "(C) THE FERRY",
        "-------------",
        "",
        "A. (C) Lamp.",
        "",
        "a   b",
        "  c",
        "",
        "*****",
        "",
        "Minimize considered.",
        "",
        "Visit us.",
        "",
        "ROE",
    ]


def test_an_item_that_goes_on_with_a_list_stands_right_below_the_one_before() -> None:
    assert body(ListItem("A.", "Lamp."), ListItem("B.", "Rope."), ListItem("--", "Oil.")) == [
        "A. Lamp.",
        "B. Rope.",
        "",
        "-- Oil.",
    ]


def test_what_is_printed_is_known_by_its_path() -> None:
    cable = Cable(
        body=(Paragraph("One.", 1), Paragraph("Two.", 2)),
        closing=("Minimize considered.",),
        signature="ROE",
        message=None,
        section_starts=(SectionStart(2, 1), SectionStart(3, 2)),
    )
    assert [block.paths for block in laid_out(cable).blocks] == [
        ("body[0]",),
        ("section_starts[0]",),
        ("body[1]",),
        ("section_starts[1]",),
        ("closing[0]",),
        ("signature",),
    ]


def test_prose_is_wrapped_at_the_width() -> None:
    cable = Cable(body=(Paragraph(WORDS.strip(), 1), Paragraph("Two.", 2)))
    assert lines(cable)[0] == "1. " + ("lamp " * 12).strip()
    assert lay_out(cable, 40).split("\n")[:2] == ["1. " + ("lamp " * 7).strip(), ("lamp " * 8).strip()]
    assert tg.render(cable, width=40) == lay_out(cable, 40)


MARKED: Final = Cable(classification=UNCLASSIFIED, section=Section(1, 2), message=OSLO)
MARK: Final = "OSLO 00000012  002 OF 002"


def test_a_page_mark_stands_where_a_section_begins() -> None:
    two = evolve(MARKED, body=(Paragraph("One.", 1), Paragraph("Two.", 2)), section_starts=(SectionStart(2, 1),))
    assert lines(two)[2:] == ["1. One.", "", MARK, "", "2. Two."]
    # prose that could go on with the paragraph above has more blank lines before it
    loose = evolve(two, body=(Paragraph("One.", 1), Paragraph("Two.")))
    assert lines(loose)[2:] == ["1. One.", "", MARK, "", "", "", "Two."]
    for first, second, parted in (
        (ListItem("--", "One."), Paragraph("Two."), True),
        (ListItem("--", "One."), Heading("TWO"), True),
        (Heading("ONE"), Paragraph("Two."), False),
        (Paragraph("One."), Paragraph("Two.", None, PortionMarking("U")), False),
        (Paragraph("One."), Heading("TWO", PortionMarking("U")), False),
        (Paragraph("One."), ListItem("--", "Two."), False),
    ):
        at = lines(evolve(two, body=(first, second)))
        behind = at[at.index(MARK) + 1 :][:4]
        assert (behind[:3] == ["", "", ""]) is parted, (first, second)
    end = evolve(two, section_starts=(SectionStart(2, 2),))
    assert lines(end)[-3:] == ["2. Two.", "", MARK]


def test_a_page_mark_inside_prose_stands_before_the_word_at_which_the_section_begins() -> None:
    cable = evolve(MARKED, body=(Paragraph("One two three.", 1),), section_starts=(SectionStart(2, 0, 4),))
    assert lines(cable)[2:] == ["1. One", "", MARK, "", "", "two three."]
    both = evolve(cable, section_starts=(SectionStart(2, 0, 4), SectionStart(3, 0, 8)), section=Section(1, 3))
    first, second = "OSLO 00000012  002 OF 003", "OSLO 00000012  003 OF 003"
    assert lines(both)[2:] == ["1. One", "", first, "", "", "two", "", second, "", "", "three."]
    same = evolve(both, section_starts=(SectionStart(2, 0, 4), SectionStart(3, 0, 4)))
    assert lines(same)[2:] == ["1. One", "", first, second, "", "", "two three."]
    listed = evolve(cable, body=(ListItem("--", "One two three."),))
    assert lines(listed)[2:] == ["-- One", "", MARK, "", "", "two three."]


def test_words_that_would_be_another_item_behind_a_mark_stand_on_its_line() -> None:
    signed = evolve(MARKED, body=(Paragraph("One two SMITH", 1),), section_starts=(SectionStart(2, 0, 8),))
    assert lines(signed)[2:] == ["1. One two", f"{MARK} SMITH"]
    starts = (SectionStart(2, 0, 8), SectionStart(3, 0, 21))
    text = Paragraph("One two 2. (S) three and four five", 1)
    numbered = evolve(MARKED, section=Section(1, 3), body=(text, Paragraph("Two.", 2)), section_starts=starts)
    first, second = "OSLO 00000012  002 OF 003", "OSLO 00000012  003 OF 003"
    expected = ["1. One two", f"{first} 2. (S) three", "", second, "", "", "and four five", "", "2. Two."]
    assert lines(numbered)[2:] == expected


def test_a_mark_below_words_that_leave_a_field_open_parts_the_body_from_it() -> None:
    cable = evolve(MARKED, subject="THE FERRY AND", body=(Paragraph("One."),), section_starts=(SectionStart(2, 0),))
    assert lines(cable)[2:] == ["SUBJECT: THE FERRY AND", "", MARK, "", "", "", "One."]
    closed = evolve(cable, subject="THE FERRY")
    assert lines(closed)[2:] == ["SUBJECT: THE FERRY", "", MARK, "", "One."]


def test_no_line_of_prose_without_a_lead_is_another_alone() -> None:
    long = "x" * 60
    for first in ("SIPDIS", "TAGS", "NNNN"):
        at = lines(Cable(subject="X", body=(Paragraph(f"{first} {long} and more"), Paragraph("Two.", 2))))
        assert at[2:4] == [f"{first} {long}", "and more"]
    below = Cable(subject="X", body=(Paragraph("One.", 1), Paragraph(f"SIPDIS {long} and more"), Paragraph("Two.", 2)))
    assert lines(below)[4:6] == [f"SIPDIS {long}", "and more"]
    # a field has its label in the text head alone, which the first number ends
    label = Paragraph("lamp " * 12 + "SUBJECT: and more")
    lamps = " ".join(["lamp"] * 12)
    assert lines(Cable(subject="X", body=(label,)))[2:] == [lamps[:-5], "lamp SUBJECT: and more"]
    assert lines(Cable(subject="X", body=(Paragraph("One.", 1), label)))[4:] == [lamps, "SUBJECT: and more"]


def test_the_last_line_above_lone_stops_is_no_name() -> None:
    words = Paragraph("lamp " * 13 + "SMITH")
    name = lines(Cable(subject="X", body=(Paragraph("One.", 1), words, Paragraph("."), Paragraph("."))))
    assert name[4:6] == [" ".join(["lamp"] * 12), "lamp SMITH"]


def test_without_a_section_in_the_class_line_the_last_mark_says_how_many_there_are() -> None:
    cable = evolve(MARKED, section=None, body=(Paragraph("One.", 1),) * 3)
    printed = lay_out(evolve(cable, section_starts=(SectionStart(2, 1), SectionStart(5, 2))))
    assert "002 OF 005" in printed
    assert "005 OF 005" in printed


@pytest.mark.parametrize(
    ("message", "section", "page", "total", "mark"),
    [
        (MessageNumber("PARIS", "2652"), 2, None, 3, "PARIS 00002652  002 OF 003"),
        (MessageNumber("PARIS", "2652"), 2, "2", 3, "PARIS 00002652  002.2 OF 003"),
        (MessageNumber("Rio de Janeiro", "012"), 2, None, 2, "RIO DE JAN 00000012  002 OF 002"),
        (MessageNumber("PORTUGAL X Y", "012"), 2, None, 2, "PORTUGAL X 00000012  002 OF 002"),
        (MessageNumber("PARIS", "2652"), 100, None, 120, "PARIS 00002652  100 OF 099"),
        (MessageNumber("PARIS", ""), 2, None, 3, "XXXXXXXXXXXX  002 OF 003"),
        (MessageNumber("PA?RIS", "2652"), 2, None, 3, "XXXXXXXXXXXX  002 OF 003"),
        (None, 2, "1", 3, "XXXXXXXXXXXX  002.1 OF 003"),
        (None, 1000, None, 3, None),
        (None, 2, "x", 3, None),
    ],
)
def test_a_page_mark_has_post_number_section_and_total(
    message: MessageNumber | None, section: int, page: str | None, total: int, mark: str | None
) -> None:
    assert page_mark(message, section, page, total) == mark


def test_a_word_is_cut_at_a_hyphen_between_letters_or_figures() -> None:
    assert is_cut("the co-", "operation")
    assert is_cut("4-", "5")
    assert not is_cut("the co--", "operation")
    assert not is_cut("the co", "operation")
    assert not is_cut("the -", "operation")
    assert not is_cut("the co-", "")
    assert not is_cut("the co-", " operation")


def test_the_mark_of_the_first_section_begins_none() -> None:
    text = "x OSLO 00000012  002 OF 002 x"
    assert begins_section(text, 2, len(text) - 2)
    assert not begins_section(text, 0, len(text) - 2)
    assert not begins_section(text, 2, len(text))
    assert not begins_section(text.replace("002 OF", "001 OF"), 2, len(text) - 2)


def test_a_mark_inside_a_run_stands_around_the_number_that_was_found() -> None:
    text = "OSLO 00000012  002 OF 002 lamps and 00000012 ropes"
    assert inline_mark(text, 5, 0, len(text)) == (0, 26)
    assert inline_mark(text, text.rindex("00000012"), 0, len(text)) is None  # there is a mark, but before it
    assert inline_mark(text, 5, 6, len(text)) is None
    assert inline_mark(text, 5, 0, 20) is None


@pytest.mark.parametrize("below", [".", "2009-01-02", "ID: 12"])
def test_a_last_word_above_what_may_end_a_text_is_no_line_that_would_sign(below: str) -> None:
    text = "lamp " * 12 + "WHITCOMBE"
    cable = Cable(body=(Paragraph("One.", 1), Paragraph("Two.", 2), Paragraph(text), Paragraph(below)))
    printed = tg.render(cable).split("\n")
    assert printed[-5:] == [("lamp " * 11).strip(), "lamp WHITCOMBE", "", below, ""]


# ---- headings and rulers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        ("", "AB", ["AB", "---"]),
        ("", "THE FERRY", ["THE FERRY", "---------"]),
        ("(C) ", "THE FERRY", ["(C) THE FERRY", "-------------"]),
        ("", "X" * 45, ["X" * 45, "-" * 45]),
        ("", "X" * 46, ["X" * 46, "-" * 45]),
        ("", f"{'X' * 32} {'X' * 32}", [f"{'X' * 32} {'X' * 32}", "-" * 45]),
        ("", f"{'X' * 32} {'X' * 33}", ["X" * 32, "X" * 33, "-" * 33]),
        ("(C) ", f"{'X' * 30} {'X' * 31}", [f"(C) {'X' * 30}", "X" * 31, "-" * 34]),
        ("", " ".join(["X" * 40] * 3), ["-" * 40, *["X" * 40] * 3, "-" * 40]),
        ("", " ".join(["X" * 40] * 4), ["-" * 40, *["X" * 40] * 4, "-" * 40]),
        ("(C) ", " ".join(["X" * 40] * 5), ["(C) " + " ".join(["X" * 40] * 5), "-" * 45]),
        # words in small letters could go on with prose above them
        ("", f"{'x' * 32} {'x' * 33}", ["-" * 33, "x" * 32, "x" * 33, "-" * 33]),
        ("", "x" * 66, ["x" * 66, "-" * 45]),  # it has no second line that prose could go on with
        # no line below the first one is a field of the text head, which the heading may end
        ("", f"{'X' * 32} {'Y' * 30} SUBJECT: Z", ["X" * 32, f"{'Y' * 30} SUBJECT: Z", "-" * 41]),
        ("", f"TAGS: {'X' * 26} {'Y' * 30} SUBJECT: Z", [f"TAGS: {'X' * 26}", f"{'Y' * 30} SUBJECT: Z", "-" * 41]),
        # a break that would make a paragraph's number of a figure is not made
        ("", f"{'X' * 31} {'Y' * 31} 2. (C) Z", [f"{'X' * 31}", f"{'Y' * 31} 2. (C) Z", "-" * 40]),
    ],
)
def test_a_ruler_is_as_wide_as_its_heading_and_45_columns_at_most(lead: str, text: str, expected: list[str]) -> None:
    assert ruled_heading(lead, text) == expected
