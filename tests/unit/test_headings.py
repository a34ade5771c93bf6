"""Headings and joined lines of re-published text: what is told by how long a line is."""

from __future__ import annotations

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
