"""Texts that came through a page of the web, a mail or a converter: the cable is the one that was sent."""

from __future__ import annotations

import attrs
import pytest

import telegram_grammar as tg
from telegram_grammar.testing import assert_laws

TEXT = """\
VZCZCXRO0001
OO RUEHZZ RUEHYY
DE RUEHXX #0042/01 0331200
ZNR UUUUU ZZH
O 021200Z FEB 09
FM AMEMBASSY XANADU
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001
INFO RUEHAA/AMEMBASSY OSLO 0002
C O N F I D E N T I A L XANADU 000042

SIPDIS

E.O. 12958: DECL: 02/02/2019
TAGS: PREL ECON
SUBJECT: A STATELY PLEASURE DOME IS
DECREED

REF: A. OSLO 12
B. STATE 7

Classified By: DCM JANE DOE FOR REASONS 1.4 (B) AND (D).

1. (U) The embassy reports that work on the dome has begun
where the sacred river runs.

Summary
-------

2. (C) It is girdled.

KUBLA
"""
CABLE = tg.parse(TEXT).cable
LINES = TEXT.splitlines()


def codes(text: str) -> set[str]:
    return {found.code for found in tg.parse(text).diagnostics}


@pytest.mark.parametrize(
    "page",
    [
        "".join(f"{line}<br>\n" for line in LINES),
        "".join(f"{line}<br />\n" for line in LINES),
        "".join(f"<p>{line}</p>\n" for line in LINES),
        "".join(f'<div class="line"><b>{line}</b></div>\n' if line else "<div></div>\n" for line in LINES),
        "\n\n".join(f"<p>{block}</p>" for block in TEXT.split("\n\n")),
        f"<html><body>\n<pre>\n{TEXT}</pre>\n</body></html>\n",
        TEXT.replace("E.O. ", "E.O.&nbsp;").replace("(C) It", "(C)&nbsp;It"),
    ],
    ids=["br", "closed br", "p a line", "div a line", "p a block", "pre", "nbsp"],
)
def test_a_page_holds_the_cable(page: str) -> None:
    assert tg.parse(page).cable == CABLE
    assert "TG609" in codes(page)
    assert codes(page) <= {"TG609", "TG103", "TG614"}
    assert_laws(page)


def test_messages_of_a_page_are_told_apart() -> None:
    page = "".join(f"{line}<br>\n" for line in [*LINES, "NNNN", *LINES])
    assert [tg.parse(one).cable for one in tg.messages(page)] == [CABLE, CABLE]
    assert "".join(tg.messages(page)) == page
    assert tg.parse(page).cable.unread[-1].text == tg.messages(page)[1].rstrip("\n")
    assert_laws(page)


@pytest.mark.parametrize("line", ["<p>{}</p>", "    {}", "<td><b>{}</b></td>"])
def test_what_closes_a_text_is_told_where_all_lines_are_indented(line: str) -> None:
    page = "".join(f"{line.format(words)}\n" for words in [*LINES, "BT", "#0042", "NNNN"])
    assert tg.parse(page).cable.signature == "KUBLA"


def test_markup_takes_no_place_in_a_table_and_a_notice() -> None:
    table = "Item      <b>2007</b>     2008\nBoats     12       <i>14</i>\nNets      3        4\n"
    page = f"<p><b>From:</b> Jane\n<b>Subject:</b> FW\n\n{TEXT.replace('Summary', table + chr(10) + 'Summary')}"
    cable = tg.parse(page).cable
    assert cable.notices == ("From: Jane", "Subject: FW")
    (found,) = [item for item in cable.body if isinstance(item, tg.Table)]
    assert found.lines == ("Item      2007     2008", "Boats     12       14", "Nets      3        4")


def test_signs_that_were_escaped_are_the_signs() -> None:
    text = TEXT.replace("the dome has", "AT&amp;amp;T &lt;S&gt; &lt;b&gt;has&lt;/b&gt;&amp;nbsp;it")
    assert tg.parse(text).cable.body[0].text == (  # type: ignore[union-attr]  # it is a paragraph
        "The embassy reports that work on AT&T <S> has it begun where the sacred river runs."
    )


def test_words_in_angle_brackets_are_no_markup() -> None:
    text = TEXT.replace("the dome has", "<title> <code> <S>")
    assert "<title> <code> <S>" in tg.canonicalize(text)


def test_markup_inside_a_word_parts_nothing() -> None:
    document = tg.parse(TEXT.replace("girdled", "gir<b>dl</b>ed").replace("KUBLA", "<b>KUB</b>LA"))
    assert document.cable == CABLE
    assert [document.source[one.span.start : one.span.end] for one in document.diagnostics] == [
        "gir<b>dl</b>ed.",
        "<b>KUB</b>LA",
        "KUB</b>LA",  # what stands before the word was told already
    ]


def test_a_tag_that_is_a_word_by_itself_can_be_taken_out() -> None:
    text = TEXT.replace("SIPDIS", "<b> SIPDIS </b>")
    assert tg.fix(text)[0].replace(" ", "") == TEXT.replace(" ", "")


@pytest.mark.parametrize("blanks", ["  ", "\xa0", " \xa0 "])
def test_any_blanks_part_the_groups_of_the_heading(blanks: str) -> None:
    text = "\n".join(line.replace(" ", blanks) if place < 8 else line for place, line in enumerate(LINES)) + "\n"
    assert tg.parse(text).cable == CABLE
    assert "TG103" in codes(text)
    assert_laws(text)


@pytest.mark.parametrize(
    "header",
    [
        "Subject: FW: cable\n\n",
        "From: Jane Doe <jane.doe@example.org>\nSent: Monday\nTo: John Roe\nCc: X\nSubject: FW: cable\n\n",
        "To: John Roe\nSubject: FW: cable\n",
        "To: John Roe\nSubject: FW: cable\n\nMonday, 02 February 2009, 12:00\n",
        "From: A\nCc:\nSubject: FW\n\n-----Original Message-----\nFrom: B\nSubject: cable\n\n",
    ],
)
def test_the_header_of_a_mail_is_no_part_of_the_telegram(header: str) -> None:
    cable = tg.parse(header + TEXT).cable
    assert attrs.evolve(cable, notices=()) == CABLE
    assert list(cable.notices) == [line for line in header.split("\n") if line]
    assert codes(header + TEXT) == {"TG610"}
    assert_laws(header + TEXT)


EXTRACT = """\
This record is a partial extract of the original cable. The full text of the original cable is not available.

"""


@pytest.mark.parametrize(
    "above",
    [
        f"{EXTRACT}021200Z FEB 09\n",
        EXTRACT,
        "",
        "ORIGIN AF-00\n\nINFO  LOG-00   EEB-00   AID-00\n" + "      DODE-00  DOEE-00  PERC-00\n" * 9,
    ],
)
def test_the_header_of_a_mail_is_none_above_an_extract_or_a_print_out_either(above: str) -> None:
    text = above + (TEXT if "ORIGIN" in above else TEXT[TEXT.index("C O N F") :])
    header = "From: John Roe\nTo: Jane Doe\nSubject: FW: cable\n\n"
    cable = tg.parse(text).cable
    found = tg.parse(header + text).cable
    assert attrs.evolve(found, notices=()) == attrs.evolve(cable, notices=())
    assert found.notices == (*header.split("\n")[:3], *cable.notices)
    assert_laws(header + text)


def test_a_subject_right_above_a_class_line_is_one() -> None:
    text = TEXT[TEXT.index("C O N F") :].replace("SUBJECT: A STATELY PLEASURE DOME IS\nDECREED\n", "")
    assert tg.parse(f"Subject: DOME\n{text}").cable.subject == "DOME"


#: What words tell, of which a part was told by single spaces alone.
LINES_OF_WORDS = {
    "date line": ("VZCZC", "Monday, 02 February 2009, 12:00\nVZCZC"),
    "notice": ("VZCZC", f"{EXTRACT}VZCZC"),
    "address without indicator": ("INFO RUEH", "SECDEF WASHDC PRIORITY\nINFO RUEH"),
    "small letters": ("C O N F I D E N T I A L X", "C o n f i d e n t i a l X"),
    "accounting symbol": ("C O N F", "STATE GRNC\nBT\nC O N F"),
    "reasons by themselves": ("REASONS 1.4 (B) AND (D).", "REASON: 1.4 (A),\n(B), (D)"),
    "marked classification": ("Classified By", "(U) Classified By"),
    "numbered classification": ("Classified By", "1. (U) Classified By"),
    "ruler in two pieces": ("-------\n", f"{'-' * 45} ----------\n"),
    "ruler of parted signs": ("-------\n", "- - - - - -\n"),
    "ruled heading": ("Summary\n-------", "Summary -------"),
    "glued signature": ("girdled.\n\nKUBLA", "girdled. KUBLA"),
    "footer": ("KUBLA\n", "KUBLA\nPlease visit Xanadu's Classified Web Site:\nhttp://www.state.example/p/xanadu\n"),
    "broken address": ("KUBLA\n", f"KUBLA\nhttp://www.state.example/{'p' * 20} /xanadu\n"),
    "minimize": ("KUBLA\n", "KUBLA\nMinimize considered.\n"),
    "end": ("KUBLA\n", "KUBLA\n=====CABLE ENDS=====\n"),
    "stamp": ("\nKUBLA", "\nMargaret P. Grafeld Declassified/Released US Department of State EO Review\n\nKUBLA"),
    "joint": ("\n\n2. (C)", "\n\nUNCLAS SECTION 02 OF 02 XANADU 000042\n\n2. (C)"),
    "classification as a joint": ("\n\n2. (C)", "\nC O N F I D E N T I A L\n\n2. (C)"),
    "items of a list": ("runs.\n", "runs.\no One.\n\n- Two.\n\n-- Three.\n"),
    "subject that goes on": ("DOME IS\nDECREED", "DOME OF\n\nPLEASURE"),
    "paragraph in a joined line": ("runs.\n\nSummary\n-------\n\n2. (C) It", f"runs {'on and ' * 15}on. 2. (C) It"),
    "dashes in prose": ("It is", "It is\n\n- - - Title of a list - - -\n\nit is"),
}


@pytest.mark.parametrize("blanks", ["  ", "\xa0", " \xa0", "\xa0 "])
@pytest.mark.parametrize("line", LINES_OF_WORDS)
def test_any_blanks_part_the_words_that_tell_a_line(line: str, blanks: str) -> None:
    text = TEXT.replace(*LINES_OF_WORDS[line])
    assert text != TEXT
    plain, wide = tg.parse(text).cable, text.replace(" ", blanks)
    cable = tg.parse(wide).cable
    assert not cable.unread
    assert attrs.evolve(cable, notices=()) == attrs.evolve(plain, notices=())
    assert [notice.split() for notice in cable.notices] == [notice.split() for notice in plain.notices]
    assert_laws(wide)


def test_a_subject_above_no_heading_is_one() -> None:
    assert tg.parse("Subject: DOME\n\n1. (U) One.\n").cable.subject == "DOME"
