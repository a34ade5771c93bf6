"""The body's scanner: what a line claims in prose needs evidence from around it."""

from __future__ import annotations

import pytest

import telegram_grammar as tg
from telegram_grammar.body_scanner import scan_body
from telegram_grammar.leads import new_lead
from telegram_grammar.tree import Leaf, new_leaf

LONG = "The council sat for nine hours and rose without a word to anyone who had waited for it in the cold yard"


def leaves_of(text: str, mark: str | None = None, *, later_section: bool = False) -> list[Leaf]:
    leaves: list[Leaf] = []
    scan_body(text, 0, leaves, mark, later_section=later_section)
    assert "".join(text[leaf.start : leaf.end] for leaf in leaves) == text
    return [part for leaf in leaves for part in parted(text, leaf)]


def parted(text: str, leaf: Leaf) -> list[Leaf]:
    """Prose that has the blank lines behind it in one leaf, as two."""
    if leaf.kind != "PARTED_PROSE":
        return [leaf]
    end = leaf.start + len(text[leaf.start : leaf.end].rstrip(" \t\r\n")) + 1
    return [new_leaf("PROSE", leaf.start, end), new_leaf("BLANK", end, leaf.end)]


def kinds(text: str, mark: str | None = None, *, later_section: bool = False) -> list[str]:
    return [leaf.kind for leaf in leaves_of(text, mark, later_section=later_section)]


def numbers(text: str, *, later_section: bool = False) -> list[int | None]:
    leaves = leaves_of(text, later_section=later_section)
    return [leaf.value.number for leaf in leaves if leaf.kind == "PARAGRAPH_NUMBER"]


def markers(text: str) -> list[str | None]:
    return [leaf.value.marker for leaf in leaves_of(text) if leaf.kind == "ITEM"]


def of_kind(text: str, kind: str, mark: str | None = None) -> list[str]:
    return [text[leaf.start : leaf.end].strip() for leaf in leaves_of(text, mark) if leaf.kind == kind]


# Numbers


def test_number_with_a_portion_marking_begins_a_paragraph() -> None:
    text = "1. (C) One.\n\n2. (S//NF) Two.\n"
    assert kinds(text) == ["PARAGRAPH_NUMBER", "PROSE", "BLANK", "PARAGRAPH_NUMBER", "PROSE"]
    first, second = (leaf.value for leaf in leaves_of(text) if leaf.kind == "PARAGRAPH_NUMBER")
    assert (first.number, text[slice(*first.marking)], text[slice(*first.numeral)]) == (1, "C", "1.")
    assert (second.number, text[slice(*second.marking)], text[slice(*second.numeral)]) == (2, "S//NF", "2.")


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        ("2. (C) ", 2),
        ("2.  (C) ", 2),
        ("2.(C) ", 2),
        ("2, (C) ", 2),
        ("2.. (C) ", 2),
        ("2 (C) ", 2),
        ("(2) (C) ", 2),
        (" 2. (C) ", 2),
        ("¶2. (C) ", 2),
        ("q2. (C) ", 2),
        ("- 2. (C) ", 2),
        ("2. C) ", 2),
        ("2. ( C ) ", 2),
        ("(C) 2. ", 2),
        ("2. (S//REL TO USA, NATO) ", 2),
        ("2. ", 2),
        ("12. (C) ", 12),
    ],
)
def test_number_is_read_in_each_printed_form(lead: str, number: int) -> None:
    assert numbers(f"1. (C) One.\n\n{lead}Two goes on.\n\nEnd of it.\n") == [1, number]


def test_number_without_marking_needs_a_blank_line_or_the_expected_number() -> None:
    assert numbers("1. One.\n\n5. Five.\n\nIt ends.\n") == [1, 5]  # behind a blank line
    assert numbers("1. One.\n2. Two.\n\nIt ends.\n") == [1, 2]  # the number expected, behind a closed sentence
    assert numbers("1. The sale was opened on November\n2. His hammer was lent.\n\nIt ends.\n") == [1]  # open sentence
    assert numbers("1. The sale was opened.\n16. His hammer was lent.\n\nIt ends.\n") == [1]  # not the one expected


def test_wrapped_year_is_no_paragraph() -> None:
    assert numbers("1. (C) It was due by February 15,\n¶2006. It was late.\n\n2. (C) Two.\n") == [1, 2]
    assert numbers("1. (C) One.\n\n2006. It was late.\n\n2. (C) Two.\n") == [1, 2]


def test_greater_number_than_any_cable_has_is_no_paragraph() -> None:
    assert numbers("1. (C) One.\n\n150. Last.\n\nIt ends.\n") == [1, 150]
    assert numbers("1. (C) One.\n\n151. Last.\n\nIt ends.\n") == [1]


def test_smaller_number_behind_a_blank_line_is_an_item() -> None:
    text = "1. (C) One.\n\n2. (C) Two:\n\n1. a desk\n\n2. a lamp\n\n3. (C) Three.\n"
    assert numbers(text) == [1, 2, 3]
    assert markers(text) == ["1.", "2."]


def test_number_with_a_parenthesis_is_an_item() -> None:
    text = "1. (C) Two questions:\n\n1) (C) Who?\n\n2) (C) When?\n\n2. (C) Nobody.\n"
    assert numbers(text) == [1, 2]
    assert markers(text) == ["1)", "2)"]


def test_digit_one_is_a_pilcrow_where_every_number_bears_it_out() -> None:
    text = "11. (C) One.\n\n- 12. (C) Two.\n\n13. (C) Three.\n"
    assert numbers(text) == [1, 2, 3]
    assert all(leaf.value.digit_pilcrow for leaf in leaves_of(text) if leaf.kind == "PARAGRAPH_NUMBER")


def test_wrapped_number_says_nothing_about_pilcrows() -> None:
    assert numbers("11. (C) It was in November\n16. His was late.\n\n12. (C) Two.\n\n13. (C) Three.\n") == [1, 2, 3]


def test_digit_one_is_a_pilcrow_past_nine() -> None:
    text = "".join(f"1{number}. (C) Words.\n\n" for number in range(1, 13))
    assert numbers(text) == list(range(1, 13))


@pytest.mark.parametrize(
    "text",
    [
        "11. (C) Alone.\n\nIt ends.\n",
        "11. (C) One.\n\n12. (C) Two.\n\n4. (C) Four.\n",
        "11. (C) One.\n\n13. (C) Three.\n",
        "¶11. (C) One.\n\n¶12. (C) Two.\n",
        "10. (C) Ten.\n\n11. (C) Eleven.\n\n12. (C) Twelve.\n",
    ],
    ids=["single", "one without the digit", "gap", "real pilcrows", "begins at ten"],
)
def test_digit_one_stays_where_a_number_speaks_against_it(text: str) -> None:
    assert all(number is not None and number > 3 for number in numbers(text))


def test_digit_one_stays_in_a_later_section() -> None:
    text = "11. (C) Eleven.\n\n12. (C) Twelve.\n"
    assert numbers(text, later_section=True) == [11, 12]
    assert numbers(text) == [1, 2]


def test_marking_without_a_number_begins_a_paragraph() -> None:
    assert kinds("(C) One.\n\n(U) Two.\n") == ["MARKING", "PROSE", "BLANK", "MARKING", "PROSE"]


def test_marking_at_a_line_start_inside_a_sentence_is_text() -> None:
    assert kinds("1. (C) The marking\n(U) is read as\ntext here.\n\nIt ends.\n") == [
        "PARAGRAPH_NUMBER",
        "PROSE",
        "BLANK",
        "PROSE",
    ]


# Items of lists


def test_dashes_begin_items_behind_a_colon_and_behind_blank_lines() -> None:
    assert markers("1. (C) Three things:\n-- a desk\n--a lamp\n\n- a chair\n\nIt ends.\n") == ["--", "--", "-"]


def test_dash_inside_a_sentence_is_text() -> None:
    assert markers("1. (C) The desk\n-- the old one --\nwas sold.\n\nIt ends.\n") == []


def test_letters_begin_items_behind_a_blank_line_and_go_on_without() -> None:
    text = "1. (C) Ways:\n\nA. (C) a toll;\nB. (U) a tax.\n\n2. (C) None.\n"
    assert markers(text) == ["A.", "B."]
    marked = [text[slice(*leaf.value.marking)] for leaf in leaves_of(text) if leaf.kind == "ITEM"]
    assert marked == ["C", "U"]


def test_letter_that_does_not_go_on_with_the_list_is_text() -> None:
    assert markers("1. (C) Ways:\n\nA. a toll;\nD. a tax.\n\n2. (C) None.\n") == ["A."]


def test_letter_inside_a_sentence_is_text() -> None:
    assert markers("1. (C) It was signed by George\nW. Smith.\n\nIt ends.\n") == []


def test_letter_with_a_pilcrow_is_an_item_anywhere() -> None:
    assert markers("1. (C) Ways:\n¶A. a toll\n¶B. a tax\n\nIt ends.\n") == ["A.", "B."]


@pytest.mark.parametrize(
    ("this", "following"), [("(1)", "(2)"), ("(a)", "(b)"), ("a)", "b)"), ("*", "*"), ("o", "o"), ("--", "--")]
)
def test_marker_of_each_form_is_kept_as_printed(this: str, following: str) -> None:
    assert markers(f"1. (C) Ways:\n\n{this} a toll;\n{following} a tax.\n\nIt ends.\n") == [this, following]


# Headings, rulers, tables


def test_ruler_makes_the_line_above_it_a_heading() -> None:
    text = "1. (C) One.\n\nA Flag\n------\n\n2. (C) Two.\n"
    assert kinds(text)[3:5] == ["HEADLINE", "UNDERLINE"]
    assert of_kind(text, "HEADLINE") == ["A Flag"]


def test_rulers_above_and_below_are_both_form() -> None:
    assert kinds("1. (C) One.\n\n------\nA Flag\n------\n2. (C) Two.\n")[3:6] == ["OVERLINE", "HEADLINE", "UNDERLINE"]


def test_two_lines_over_a_ruler_are_one_heading() -> None:
    text = "1. (C) One.\n\nA Flag with a Fish\nand a Goat\n------\n\n2. (C) Two.\n"
    assert of_kind(text, "HEADLINE") == ["A Flag with a Fish\nand a Goat"]


def test_only_the_last_line_of_a_longer_block_is_the_heading() -> None:
    text = "1. (C) One.\n\nIt went on\nand on until it\nended.\nA Flag\n------\n\n2. (C) Two.\n"
    assert of_kind(text, "HEADLINE") == ["A Flag"]


def test_marking_before_a_heading_is_the_headings() -> None:
    assert kinds("(C) KEY POINTS\n----------\n\n1. (C) One.\n")[:3] == ["HEADLINE_MARKING", "HEADLINE", "UNDERLINE"]


def test_ruler_under_a_blank_line_is_a_ruler() -> None:
    assert "RULER" in kinds("1. (C) One.\n\n* * * * *\n\n2. (C) Two.\n")


def test_heading_and_its_ruler_on_one_line_are_a_heading() -> None:
    assert of_kind("SUMMARY -------\n\n1. (C) One.\n", "RULED_HEADING") == ["SUMMARY -------"]


@pytest.mark.parametrize(
    "line", ["A CROWD OF FORTY", "One Goat Attends", "WHO PAID?", "Bread and Salt: the Market", "U.S. Interests"]
)
def test_plain_line_between_blank_lines_is_a_heading(line: str) -> None:
    assert of_kind(f"1. (C) One.\n\n{line}\n\n2. (C) Two.\n", "PLAIN_HEADING") == [line]


@pytest.mark.parametrize("line", ["The goat was led away", "A CROWD OF FORTY.", "END SUMMARY."])
def test_sentence_between_blank_lines_is_no_heading(line: str) -> None:
    assert of_kind(f"1. (C) One.\n\n{line}\n\n2. (C) Two.\n", "PLAIN_HEADING") == []


def test_plain_line_under_text_is_no_heading() -> None:
    assert of_kind("1. (C) One.\nA CROWD OF FORTY\n\n2. (C) Two.\n", "PLAIN_HEADING") == []


def test_lines_in_columns_are_a_table() -> None:
    text = "1. Cargo:\n\nPort      2006   2007\nTema     8,112  8,304\nKeta        18     16\n\n2. Crane.\n"
    assert kinds(text) == ["PARAGRAPH_NUMBER", "PROSE", "BLANK", "TABLE", "BLANK", "PARAGRAPH_NUMBER", "PROSE"]


def test_one_line_in_columns_is_no_table() -> None:
    assert "TABLE" not in kinds("1. Cargo:\n\nPort      2006   2007\n\n2. Crane.\n")


# Blank lines, page marks, joints


def test_blank_line_inside_a_sentence_is_within_it() -> None:
    assert kinds("1. (C) The minister was\n\nadamant that it rained.\n\nIt ends.\n") == [
        "PARAGRAPH_NUMBER",
        "PROSE",
        "BLANK_WITHIN",
        "PROSE",
        "BLANK",
        "PROSE",
    ]


@pytest.mark.parametrize(
    "text",
    ["1. (C) The minister left.\n\nadamant words\n\nIt ends.\n", "1. (C) The minister was\n\nAdamant.\n\nIt ends.\n"],
    ids=["closed before", "capital behind"],
)
def test_blank_line_needs_an_open_sentence_and_a_small_letter_to_be_within(text: str) -> None:
    assert "BLANK_WITHIN" not in kinds(text)


MARK = "QUITO 00000401  002 OF 002"


def test_page_mark_inside_a_sentence_is_within_it() -> None:
    text = f"1. (C) He asked each of them\n\n{MARK}\n\n\nto read it.\n\nIt ends.\n"
    assert kinds(text)[1:6] == ["PROSE", "BLANK_WITHIN", "MARK_WITHIN", "BLANK_WITHIN", "PROSE"]


def test_page_mark_before_a_paragraph_stands_between() -> None:
    text = f"1. (C) He asked.\n\n{MARK}\n\n\n2. (C) He read it.\n\nIt ends.\n"
    assert kinds(text)[1:6] == ["PROSE", "BLANK", "PAGE_MARK", "BLANK", "PARAGRAPH_NUMBER"]


def test_page_mark_between_sentences_is_within_unless_blank_lines_are_the_authors() -> None:
    assert "MARK_WITHIN" in kinds(f"1. (C) He asked.\n\n{MARK}\n\n\nHe read it.\n\nIt ends.\n")
    assert "MARK_WITHIN" not in kinds(f"1. (C) He asked.\n\n\n{MARK}\n\n\nHe read it.\n\nIt ends.\n")


def test_page_mark_inside_a_line_is_known_by_the_messages_number() -> None:
    text = f"1. (C) He asked each of them {MARK}   to read it.\n\nIt ends.\n"
    assert of_kind(text, "MARK_WITHIN", "00000401") == [MARK]
    assert of_kind(text, "MARK_WITHIN", "00000402") == []
    assert of_kind(text, "MARK_WITHIN", None) == []


@pytest.mark.parametrize(
    "mark",
    [
        "QUITO 00000401 002 OF 002",
        "BUENOS AIR 00000401  002 OF 002",
        "Quito 00000401 002 of 002",
        "QUITO 00000401  002.2 OF 002",
        "XXXXXXXXXXXX  002 OF 002",
        "TEGUCIGALP 00000401\n002 OF 002",
    ],
)
def test_page_mark_is_read_in_each_form(mark: str) -> None:
    assert of_kind(f"1. (C) He asked each of them\n\n{mark}\n\n\nto read it.\n\nIt ends.\n", "MARK_WITHIN") == [mark]


@pytest.mark.parametrize(
    "head", ["SIPDIS", "CONFIDENTIAL", "S E C R E T SECTION 02 OF 02 PARIS 000612", "NOFORN SIPDIS"]
)
def test_head_repeated_at_a_section_joint_is_within_an_open_sentence(head: str) -> None:
    text = f"1. (C) He asked each of them\n\n{head}\n\nto read it.\n\nIt ends.\n"
    assert of_kind(text, "JOINT_WITHIN") == [head]


def test_head_repeated_behind_a_closed_sentence_stands_between() -> None:
    assert of_kind("1. (C) He asked.\n\nSIPDIS\n\nHe read it.\n\nIt ends.\n", "JOINT") == ["SIPDIS"]


def test_page_head_inside_a_sentence_is_within_it() -> None:
    text = "1. (C) He asked each of them\nPAGE 02 RUEHFRA0612 S E C R E T\nto read it.\n\nIt ends.\n"
    assert of_kind(text, "HEAD_WITHIN") == ["PAGE 02 RUEHFRA0612 S E C R E T"]


def test_pilcrow_alone_on_its_line_is_a_leaf() -> None:
    assert of_kind("¶\n1. (C) One.\n\n¶\n2. (C) Two.\n", "LONE_PILCROW") == ["¶", "¶"]


# Joined lines


def test_paragraph_inside_a_joined_line_has_the_expected_number_and_a_marking() -> None:
    text = f"1. (C) {LONG}. 2. (C) Two. 3. (C) Three.\n\nIt ends.\n"
    assert numbers(text) == [1, 2, 3]


@pytest.mark.parametrize("inner", ["3. (C) Three.", "2. Two without a marking.", "X2. (C) Two."])
def test_other_numbers_inside_a_joined_line_are_text(inner: str) -> None:
    assert numbers(f"1. (C) {LONG}. {inner}\n\nIt ends.\n") == [1]


def test_joined_line_behind_a_short_one_is_looked_into() -> None:
    assert numbers(f"1. (C) Summary:\n{LONG}. {LONG}. 2. (C) Two.\n\nIt ends.\n") == [1, 2]


def test_number_inside_a_short_line_is_text() -> None:
    assert numbers("1. (C) One. 2. (C) Two.\n\nIt ends.\n") == [1]


# Signature and what follows it


@pytest.mark.parametrize(
    "name", ["WHITCOMBE", "VAN DER ROKE", "O'NEIL", "Whitcombe", "whitcombe", "XXXXXXXXXXXX", "ROKE JR"]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["under the text", "behind a blank line"])
def test_name_on_the_last_line_is_the_signature(name: str, between: str) -> None:
    assert of_kind(f"1. (C) One.{between}{name}\n", "SIGNATURE") == [name]


@pytest.mark.parametrize("last", ["THE OLD TOWER, TOP FLOOR, NO LIFT.", "It ends here.", "END COMMENT."])
def test_sentence_on_the_last_line_is_no_signature(last: str) -> None:
    assert of_kind(f"1. (C) One:\n{last}\n", "SIGNATURE") == []


def test_small_word_under_an_open_sentence_is_no_signature() -> None:
    assert of_kind("1. (C) He gave us the\nlamp\n", "SIGNATURE") == []


def test_signature_glued_to_the_last_sentence_is_cut_off() -> None:
    text = "1. (C) It ended. END COMMENT. ROKE\n"
    assert of_kind(text, "SIGNATURE") == ["ROKE"]
    assert text[leaves_of(text)[-1].start :] == "ROKE\n"


def test_capitals_inside_the_last_sentence_are_no_signature() -> None:
    assert of_kind("1. (C) It was built by NATO\n", "SIGNATURE") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("BT", "END_OF_TEXT"),
        ("#0274", "VALIDATION"),
        ("NNNN", "END_OF_MESSAGE"),
        (".", "LONE_STOP"),
        ("End Cable Text", "TRAILER"),
        ("Minimize considered.", "MINIMIZE"),
        ("Please visit Paris' Classified Website at:", "FOOTER"),
        ("http://www.example.gov/a.cfm", "FOOTER"),
        ("ID:\t187536", "DEBRIS"),
    ],
)
def test_line_under_the_signature_does_not_hide_it(line: str, kind: str) -> None:
    assert kinds(f"1. (C) One.\nROKE\n{line}\n")[-2:] == ["SIGNATURE", kind]


def test_footer_before_the_signature_is_no_prose() -> None:
    text = "1. (C) One.\n\nVisit Paris' Classified Website:\nhttp://www.example.gov\n\nROKE\n"
    assert kinds(text)[3:] == ["FOOTER", "FOOTER", "BLANK", "SIGNATURE"]


def test_stamp_under_the_signature_hides_it_not() -> None:
    text = "1. (C) Done.\n\nDOE\n\nJane Doe Declassified/Released US Department of State 04 MAY 2006\n"
    cable = tg.parse(text).cable
    assert cable.signature == "DOE"
    assert len(cable.notices) == 1


def test_text_of_one_name_has_no_signature() -> None:
    assert kinds("ROKE\n") == ["PROSE"]


# Any text


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "\n\n\n", "¶", "1", "1.", "(C)", "--", "---", "a\x0bb\x1cc\u2028d\n", "\r\n\r\n"]
)
def test_any_scrap_is_tiled(text: str) -> None:
    leaves_of(text)


def test_digits_of_other_scripts_are_no_numbers() -> None:
    assert numbers("١. (C) One.\n\n٢. (C) Two.\n") == []


def test_lead_says_nothing_by_default() -> None:
    assert new_lead() == new_lead(None, None, None, None, False)


def test_a_name_of_two_words_that_signs_no_text_is_not_a_sentence_with_a_signature_behind_it() -> None:
    document = tg.parse("UNCLAS OSLO 000001\nSUBJECT: X\n\nST. CLAIR\n")
    assert (document.cable.signature, document.diagnostics) == (None, ())
    assert document.cable.body == (tg.Paragraph("ST. CLAIR"),)
