"""The scanner of heading and text head: a line is what its first words claim; a mode ends where the next begins."""

from __future__ import annotations

import pytest

from telegram_grammar.heading_scanner import scan_heading
from telegram_grammar.parser import scan
from telegram_grammar.text_head_scanner import scan_text_head
from telegram_grammar.tree import Leaf
from telegram_grammar.words import last_line_start

HEAD = "C O N F I D E N T I A L PARIS 000001\n"
FIELDS = "E.O. 12958: N/A\nTAGS: PREL FR\nSUBJECT: TALKS IN PARIS\n"


def heading(text: str) -> tuple[list[str], str]:
    """The kinds of the heading's lines, and the text behind the heading."""
    leaves: list[Leaf] = []
    end = scan_heading(text, 0, leaves)
    assert "".join(text[leaf.start : leaf.end] for leaf in leaves) == text[:end]
    return [leaf.kind for leaf in leaves], text[end:]


def text_head(text: str) -> tuple[list[str], str]:
    """The kinds of the text head's lines, and the text behind it."""
    leaves: list[Leaf] = []
    end = scan_text_head(text, 0, leaves)
    assert "".join(text[leaf.start : leaf.end] for leaf in leaves) == text[:end]
    return [leaf.kind for leaf in leaves], text[end:]


# Heading


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("VZCZCXRO0457", "TRANSMISSION"),
        ("ZCZCADI319", "TRANSMISSION"),
        ("OO RUEHDBU RUEHFL", "ROUTING"),
        ("RUEHDBU RUEHFL", "ROUTING_CONTINUATION"),
        ("DE RUEHFR #2652/01 1711029", "STATION"),
        ("ZNY CCCCC ZZH", "SECURITY"),
        ("ZNR UUUUU ZZH", "SECURITY"),
        ("O 201029Z JUN 07", "DTG"),
        ("O R 201029Z JUN 07 ZDK", "DTG"),
        ("201247Z Jan 04", "BARE_DTG"),
        ("FM AMEMBASSY PARIS", "ORIGINATOR"),
        ("TO RUEHC/SECSTATE WASHDC", "ACTION"),
        ("INFO RUEHBW/AMEMBASSY BELGRADE", "INFORMATION"),
        ("XMT AMEMBASSY SOFIA", "EXEMPTED"),
        ("RUEHBW/AMEMBASSY BELGRADE", "ADDRESS"),
        ("ZEN/AMCONSUL LYON", "ADDRESS"),
        ("BT", "SEPARATION"),
        ("PAGE 02        DAKAR  02231  241716Z", "PAGE_HEAD"),
        ("QUITO 00000401 001 OF 002", "PAGE_MARK"),
        ("Tuesday, 15 May 2007, 09:13", "DATE_LINE"),
        ("This record is a partial extract of the original cable.", "NOTICE"),
        ("INFO  LOG-00   EEB-00   AID-00", "DISTRIBUTION"),
        ("                  ------------------250311Z 058817 /66", "DISTRIBUTION"),
        ("                  ------------------3FA80C  091551Z /38", "DISTRIBUTION"),
        ("ORIGIN: COLOMBO", "RECORD"),
        ("", "BLANK"),
    ],
)
def test_line_of_the_heading_is_known_by_its_first_words(line: str, kind: str) -> None:
    assert heading(f"{line}\n") == ([kind], "")


@pytest.mark.parametrize(
    "line", ["UNCLAS PARIS 000001", "SIPDIS", "E.O. 12958: N/A", "TAGS: PREL", "SUBJECT: TALKS", "Classified By: DCM"]
)
def test_line_of_the_text_head_ends_the_heading(line: str) -> None:
    assert heading(f"FM AMEMBASSY PARIS\n{line}\nX\n") == (["ORIGINATOR"], f"{line}\nX\n")


def test_paragraph_ends_the_heading_where_no_class_line_does() -> None:
    assert heading("FM AMEMBASSY PARIS\n\n1. (C) One.\n") == (["ORIGINATOR", "BLANK"], "1. (C) One.\n")
    assert heading("FM AMEMBASSY PARIS\n\n1. One.\n") == (["ORIGINATOR", "BLANK"], "1. One.\n")


def test_words_among_addresses_are_an_address_without_routing_indicator() -> None:
    assert heading("TO SECSTATE WASHDC\nAMEMBASSY SOFIA\n")[0] == ["ACTION", "PLAIN_ADDRESS"]


def test_words_before_any_address_are_text() -> None:
    assert heading("AMEMBASSY SOFIA\nAMEMBASSY ROME\nFM AMEMBASSY PARIS\n")[0] == ["TEXT", "ORIGINATOR"]


def test_signs_of_no_address_are_text() -> None:
    assert heading("TO SECSTATE WASHDC\n%%% 7733 ~~\n")[0] == ["ACTION", "TEXT"]


def test_one_word_above_bt_is_the_accounting_symbol() -> None:
    assert heading("INFO AMEMBASSY BAMAKO\nSTATE\nBT\n")[0] == ["INFORMATION", "ACCOUNTING", "SEPARATION"]
    assert heading("INFO AMEMBASSY BAMAKO\nAMEMBASSY ROME\nBT\n")[0] == ["INFORMATION", "PLAIN_ADDRESS", "SEPARATION"]


def test_class_words_that_are_a_caption_too_are_a_class_line_by_their_number() -> None:
    assert text_head("SENSITIVE BUT UNCLASSIFIED PARIS 000001\n")[0] == ["CLASS"]
    assert text_head(f"{HEAD}SENSITIVE BUT UNCLASSIFIED\n{FIELDS}")[0][:2] == ["CLASS", "CAPTION"]


def test_office_symbols_with_a_colon_are_of_an_address() -> None:
    kinds, _ = heading("FM STATE\nTO PARIS\nSECDEF WASHDC//USDP:PDUSDP/ISA:EUR//\nOrigin/Action: EUR\n")
    assert kinds == ["ORIGINATOR", "ACTION", "PLAIN_ADDRESS", "RECORD"]


def test_class_line_above_a_heading_is_a_banner() -> None:
    kinds, rest = heading(f"S E C R E T   STATE   00100151\nP 251902Z SEP 09\nFM SECSTATE WASHDC\n{HEAD}")
    assert (kinds, rest) == (["BANNER", "DTG", "ORIGINATOR"], HEAD)


def test_class_line_above_a_print_out_is_a_banner_where_a_transmission_follows() -> None:
    kinds, _ = heading(f"CONFIDENTIAL\n\nCable Text:\n\nVZCZCXRO7440\n{HEAD}")
    assert kinds == ["BANNER", "BLANK", "RECORD", "BLANK", "TRANSMISSION"]


def test_plain_lines_before_and_behind_a_page_head_do_not_overlap() -> None:
    kinds, _ = heading("garbage here\nPAGE 02 DAKAR\nmore garbage\nFM AMEMBASSY PARIS\n")
    assert kinds == ["TEXT", "PAGE_HEAD", "TEXT", "ORIGINATOR"]


# Text head


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("E.O. 12958: DECL: 06/20/2017", "EXECUTIVE_ORDER"),
        ("EO 12958 DECL: 06/20/2017", "EXECUTIVE_ORDER"),
        ("E.0. 12958: N/A", "EXECUTIVE_ORDER"),
        ("TAGS: PREL FR", "TAGS"),
        ("TAGS PREL, FR", "TAGS"),
        ("Tags: prel, fr", "TAGS"),
        ("SUBJECT: TALKS", "SUBJECT"),
        ("SUBJ: TALKS", "SUBJECT"),
        ("REF: PARIS 1", "REFERENCE"),
        ("REFTEL: PARIS 1", "REFERENCE"),
        ("REF PARIS 1", "REFERENCE"),
        ("Classified By: DCM", "CLASSIFIED_BY"),
        ("CLASSIFIED BY DCM", "CLASSIFIED_BY"),
        ("(U) Classified by DCM", "CLASSIFIED_BY"),
        ("1. (U) CLASSIFIED BY DCM", "CLASSIFIED_BY"),
        ("Derived From: DSCG 05-1", "CLASSIFIED_BY"),
    ],
)
def test_line_of_the_text_head_is_known_by_its_first_words(line: str, kind: str) -> None:
    assert text_head(f"{HEAD}\n{line}\n\n1. (C) One.\n") == (["CLASS", "BLANK", kind, "BLANK"], "1. (C) One.\n")


def test_text_head_ends_at_the_first_paragraph() -> None:
    kinds, rest = text_head(f"{HEAD}\nSIPDIS\n\n{FIELDS}\n1. (C) One.\nTAGS: NO FIELD\n")
    assert kinds == ["CLASS", "BLANK", "CAPTION", "BLANK", "EXECUTIVE_ORDER", "TAGS", "SUBJECT", "BLANK"]
    assert rest == "1. (C) One.\nTAGS: NO FIELD\n"


def test_text_head_ends_at_a_heading_with_its_ruler() -> None:
    assert text_head(f"{HEAD}\n{FIELDS}\nSUMMARY\n-------\n\n1. (C) One.\n")[1] == "SUMMARY\n-------\n\n1. (C) One.\n"


def test_lines_behind_the_last_field_are_the_bodys() -> None:
    assert text_head(f"{HEAD}\n{FIELDS}\nTHIS IS AN ACTION REQUEST.\n\n1. (C) One.\n")[1].startswith("THIS IS AN")


def test_lines_behind_the_captions_are_the_bodys_where_there_is_no_field() -> None:
    assert text_head(f"{HEAD}\nSIPDIS\n\nBest wishes to all.\n")[1] == "Best wishes to all.\n"


def test_small_words_that_begin_as_ref_are_no_references() -> None:
    assert text_head(f"{HEAD}\n{FIELDS}Ref words follow here\n\n1. (C) One.\n")[0][-2:] == ["TEXT", "BLANK"]


def test_text_without_fields_ends_the_text_head_after_a_bounded_number_of_lines() -> None:
    kinds, rest = text_head(HEAD + "SIPDIS\nwords\n" * 100)
    assert len(kinds) < 100
    assert rest


@pytest.mark.parametrize(
    ("line", "kinds", "cut"),
    [
        ("SIPDIS E.O. 12958: N/A", ["CAPTION", "EXECUTIVE_ORDER"], "E.O."),
        ("E.O. 12958: N/A TAGS: PREL FR", ["EXECUTIVE_ORDER", "TAGS"], "TAGS"),
        ("SUBJECT: TALKS REF: PARIS 1", ["SUBJECT", "REFERENCE"], "REF"),
        ("REF: PARIS 1 Classified By: DCM", ["REFERENCE", "CLASSIFIED_BY"], "Classified"),
    ],
)
def test_field_that_begins_inside_another_fields_line_is_cut_off(line: str, kinds: list[str], cut: str) -> None:
    leaves: list[Leaf] = []
    text = f"{line}\n"
    scan_text_head(text, 0, leaves)
    assert [leaf.kind for leaf in leaves] == kinds
    assert text[leaves[1].start :].startswith(cut)


def test_lettered_line_goes_on_with_the_references() -> None:
    assert text_head("REF: A. PARIS 1\nB. PARIS 2\n     C. PARIS 3\n")[0] == [
        "REFERENCE",
        "REFERENCE_ITEM",
        "REFERENCE_ITEM",
    ]


def test_letter_that_is_not_beyond_the_last_one_is_no_reference() -> None:
    kinds, _ = text_head("REF: A. PARIS 1\nB. PARIS 2\n\nA. The first point.\n\nB. The second.\n")
    assert kinds.count("REFERENCE_ITEM") == 1


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("REF: A. PARIS 1\n\nB. PARIS 2", 1),
        ("REF:\n\nA. PARIS 1\n\nB. PARIS 2", 2),
        ("REF: A. PARIS 1 B. PARIS 2\n\nC. PARIS 3", 1),
        ("REF: A. PARIS 1\n\nQUITO 00000401 001.2 OF 002\n\n\nB. PARIS 2", 1),
        ("REF: (A) PARIS 1\n(B) PARIS 2\n(C) PARIS 3", 2),
        ("REF: PARIS 1\n\nA. The first point.\n\nB. The second.", 0),
        ("REF: A. PARIS 1\n\n(C) A paragraph.", 0),
    ],
)
def test_references_go_on_over_blank_lines_only_in_a_lettered_list(lines: str, count: int) -> None:
    assert text_head(f"{FIELDS}\n{lines}\n\n1. (S) One.\n")[0].count("REFERENCE_ITEM") == count


# The wrapped subject


def blanks_within(text: str) -> int:
    return text_head(text)[0].count("BLANK_WITHIN")


SPACED = "E.O. 12958: N/A\n\nTAGS: PREL\n\nSUBJECT: TALKS AND A VISIT\n\n{}\n\nClassified By: DCM\n\n1. (C) One.\n"
TIGHT = SPACED.replace("\n\n", "\n", 2)


def test_subject_runs_on_where_all_fields_stand_apart() -> None:
    assert blanks_within(SPACED.format("TO PARIS")) == 1
    assert blanks_within(TIGHT.format("TO PARIS")) == 0


@pytest.mark.parametrize("line", ["SUMMARY", "THIS IS AN ACTION REQUEST. SEE PARA 2.", "COMMENT", "It rained."])
def test_heading_or_sentence_under_a_spaced_subject_is_no_subject(line: str) -> None:
    assert blanks_within(SPACED.format(line)) == 0


@pytest.mark.parametrize("end", ["FOR", "OF THE", "WINE,", "and"])
def test_subject_whose_last_word_is_open_runs_on_anywhere(end: str) -> None:
    text = f"E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A VISIT {end}\n\nTHE MINISTER\n\nClassified By: DCM\n\n1. (C) One.\n"
    assert blanks_within(text) == 1


# Page marks in the text head


def test_blank_lines_about_a_page_mark_inside_a_wrapped_field_are_gaps() -> None:
    kinds, _ = text_head(
        "SUBJECT: TALKS IN\n\nQUITO 00000407 001.2 OF 002\n\n\nPARIS\n\nClassified By: DCM\n\n1. (C) One.\n"
    )
    assert kinds[:5] == ["SUBJECT", "MARK_GAP", "PAGE_MARK", "MARK_GAP", "TEXT"]


def test_blank_lines_about_a_page_mark_between_fields_are_blanks() -> None:
    kinds, _ = text_head("SUBJECT: TALKS\n\nQUITO 00000407 001.2 OF 002\n\n\nClassified By: DCM\n\n1. (C) One.\n")
    assert kinds[:5] == ["SUBJECT", "BLANK", "PAGE_MARK", "BLANK", "CLASSIFIED_BY"]


# Any text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "\ufeffVZCZCXRO0457\n",
        "FM",
        "\r\n",
        "E.O. 12958\r\r\n",
        "a\x85b\u2028c\x0bd",
        "PAGE 02 X\n%\nPAGE 03 X\n%\n",
        "SUBJECT:",
        "SUBJECT: \n\n\n",
        "TAGS:\nSUBJECT:\nREF:\n",
        "-----\n-----\n",
        "WORDS\n-----\n",
        "STATE GRNC\nREF:\n(C) Words.",
    ],
)
def test_any_scrap_is_tiled(text: str) -> None:
    leaves = scan(text)
    assert "".join(text[leaf.start : leaf.end] for leaf in leaves) == text
    assert all(leaf.start < leaf.end for leaf in leaves)


def test_line_ends_of_the_wire_are_line_ends() -> None:
    lines = f"VZCZCXRO0457\nFM AMEMBASSY PARIS\n{HEAD}\n{FIELDS}\n1. (C) One.\n"
    wanted = [leaf.kind for leaf in scan(lines)]
    assert [leaf.kind for leaf in scan(lines.replace("\n", "\r\n"))] == wanted
    assert [leaf.kind for leaf in scan(lines.replace("\n", "\r\r\n"))] == wanted


def test_last_line_start_does_not_count_the_line_end_at_the_very_end() -> None:
    assert last_line_start("one\ntwo\n", 0, 8) == 4
    assert last_line_start("one\ntwo", 0, 7) == 4
    assert last_line_start("one\n", 0, 4) == 0
    assert last_line_start("one\ntwo\n", 6, 8) == 6


def test_class_line_in_small_letters_ends_plain_lines_of_the_heading() -> None:
    """What spares the body's lines a look may claim something in the heading."""
    text = "R 050707Z MAY 09\nFM AMEMBASSY OSLO\nto ruehc/secstate washdc 5797\nc o n f i d e n t i a l oslo 000771\n"
    assert [leaf.kind for leaf in scan(text)] == ["DTG", "ORIGINATOR", "TEXT", "CLASS"]
