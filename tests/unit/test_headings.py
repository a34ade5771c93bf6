"""Headings, tables and joined lines: what is told by how long lines are, and by their columns."""

from __future__ import annotations

import pytest

import telegram_grammar as tg


def test_a_joined_sentence_above_the_rulers_of_a_heading_is_none() -> None:
    """No heading has more than 69 characters on a line (ACP 127 section 138; practice: 2 re-published cables)."""
    sentence = "The harbour master, whom we asked twice, said that no ship would leave before the strike is over there."
    rulers = "-------\nSUMMARY\n-------\n\n2. (C) Two.\n"
    for text in (f"1. (C) One.\n\n{sentence}\n{rulers}", f"1. (C) One goes on\n{sentence}\n{rulers}"):
        body = tg.parse(f"CONFIDENTIAL OSLO 000123\nSUBJECT: X\n\n{text}").cable.body
        assert [item for item in body if isinstance(item, tg.Heading)] == [tg.Heading("SUMMARY")]


def test_a_paragraph_begins_behind_a_joined_line_whatever_the_others_measure() -> None:
    """One line that is too long for the wire was joined, be the lines beside it short (practice: re-published text)."""
    long = "They said that the market would open in May, and that all who have a stall there now would keep it then."
    for end in ("", "\n"):
        body = tg.parse(
            f"CONFIDENTIAL OSLO 000123\nSUBJECT: X\n\n1. (C) One:\n{long}\nEnd of quotation.{end}"
        ).cable.body
        assert [item.text for item in body if isinstance(item, tg.Paragraph)][-1] == "End of quotation."


@pytest.mark.parametrize("end", ["", "\nDOE\n", "\n\n"])
def test_a_table_keeps_its_lines_at_the_end_of_a_text_too(end: str) -> None:
    """Columns tell it, wherever it stands (practice: tables of figures)."""
    rows = ("Port         ships   tons", "OSLO         00      0000")
    cable = tg.parse("UNCLAS APIA 000001\nSUBJECT: X\n\n1. (U) One.\n\n" + "\n".join(rows) + "\n" + end).cable
    assert cable.body[1:] == (tg.Table(rows),)
    assert tg.parse(tg.render(cable)).cable == cable


def test_a_table_where_a_section_begins_is_none_of_the_prose_above() -> None:
    """Behind a page mark prose goes on, and a table's lines are prose until all of them are seen."""
    marked = tg.PortionMarking("U")
    table = tg.Table(("Port         ships   tons", "OSLO         00      0000"))
    cable = tg.Cable(
        classification=tg.Classification(tg.ClassificationLevel.UNCLASSIFIED),
        section=tg.Section(1, 2),
        message=tg.MessageNumber("APIA", "000001"),
        subject="X",
        body=(tg.Paragraph("One.", 1, marked), table, tg.Paragraph("Two.", 2, marked)),
        section_starts=(tg.SectionStart(2, 1),),
    )
    assert tg.parse(tg.render(cable)).cable == cable
