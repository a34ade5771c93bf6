"""How the body is laid out where a plain break or a plain mark would be read as something else."""

from __future__ import annotations

import pytest

import telegram_grammar as tg
from telegram_grammar import Cable, Paragraph


@pytest.mark.parametrize("below", [".", "2009-01-02", "ID: 12"])
@pytest.mark.parametrize("above", [(), (Paragraph("Two.", 2),), (Paragraph("Two.", 2), Paragraph("Three.", 3))])
def test_a_last_word_above_what_may_end_a_text_is_no_line_that_would_sign(
    above: tuple[Paragraph, ...], below: str
) -> None:
    text = "lamp " * 12 + "WHITCOMBE"
    cable = Cable(body=(Paragraph("One.", 1), *above, Paragraph(text), Paragraph(below)))
    printed = tg.render(cable).split("\n")
    assert printed[-5:] == [("lamp " * 11).strip(), "lamp WHITCOMBE", "", below, ""]
