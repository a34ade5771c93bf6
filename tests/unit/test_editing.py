"""Edits of a parsed text: the lines of the changed attributes alone, in the canonical form, and the rest as it was."""

from __future__ import annotations

import attrs
import pytest

import telegram_grammar as tg
from telegram_grammar.alignment import aligned
from telegram_grammar.splicing import Placed, Printed, Reach, Splice

TEXT = """\
VZCZCXRO0001
OO RUEHZZ
DE RUEHXX #0042/01 0331200
ZNR UUUUU ZZH
O 021200Z FEB 09
FM  AMEMBASSY XANADU
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001
RUEHNY/AMEMBASSY OSLO 0002
UNCLAS XANADU 000042

SIPDIS

E.O. 12958: N/A
TAGS: PREL,  ECON
SUBJECT:  A STATELY PLEASURE DOME IS
DECREED

REF: OSLO 12

¶1. (U) The embassy reports that work on the dome has begun
where the   sacred river runs.

Caverns
-------

¶2. (U) Their measure was not taken.

KUBLA
"""


def edited(text: str, **changes: object) -> str:
    document = tg.parse(text)
    found = document.replace(**changes)
    assert found.cable == tg.parse(found.source).cable
    return found.source


# ---- one line, one field ---------------------------------------------------------------------------------


def test_a_field_of_several_lines_is_laid_out_and_the_rest_stays() -> None:
    old = "SUBJECT:  A STATELY PLEASURE DOME IS\nDECREED\n"
    assert edited(TEXT, subject="TALKS") == TEXT.replace(old, "SUBJECT: TALKS\n")


def test_a_field_wraps_at_words_as_canonical_text_does() -> None:
    long = "TALKS ABOUT FISHERIES AND CUSTOMS AND VISAS AND ALL THAT NOBODY HAD YET TALKED ABOUT"
    lines = edited(TEXT, subject=long).split("\n")
    assert lines[14:16] == [
        "SUBJECT: TALKS ABOUT FISHERIES AND CUSTOMS AND VISAS AND ALL THAT",
        "NOBODY HAD YET TALKED ABOUT",
    ]


def test_the_document_that_comes_back_can_be_edited_again() -> None:
    document = tg.parse(TEXT).replace(tags=(tg.Tag("XF"),)).replace(signature="OTHER")
    assert document.source == TEXT.replace("TAGS: PREL,  ECON", "TAGS: XF").replace("KUBLA", "OTHER")


def test_several_attributes_at_once() -> None:
    assert edited(TEXT, tags=(tg.Tag("XF"),), signature="OTHER") == TEXT.replace(
        "TAGS: PREL,  ECON", "TAGS: XF"
    ).replace("KUBLA", "OTHER")


def test_the_same_value_changes_nothing() -> None:
    document = tg.parse(TEXT)
    assert document.replace(tags=document.cable.tags, subject=document.cable.subject) is document
    assert document.replace() is document


def test_parts_of_one_line_are_changed_together() -> None:
    new = tg.PrecedencePair(tg.Precedence.FLASH, tg.Precedence.ROUTINE)
    assert edited(TEXT, precedence=new, message_instructions="ZDK") == TEXT.replace(
        "O 021200Z FEB 09", "Z R 021200Z FEB 09 ZDK"
    )


def test_of_the_transmission_only_the_line_that_differs_is_laid_out() -> None:
    text = TEXT.replace("OO RUEHZZ", "OO  RUEHZZ")
    transmission = tg.parse(text).cable.transmission
    assert transmission is not None
    changed = attrs.evolve(transmission, serial="0043")
    assert edited(text, transmission=changed) == text.replace("#0042/01", "#0043/01")


def test_the_marking_of_a_subject() -> None:
    assert "\nSUBJECT: (U) A STATELY" in edited(TEXT, subject_marking=tg.PortionMarking("U"))


def test_an_accounting_symbol_before_the_separation() -> None:
    text = TEXT.replace("\nUNCLAS", "\nSTATE\nBT\nUNCLAS")
    assert edited(text, accounting="DEPT") == text.replace("\nSTATE\n", "\nDEPT\n")
    assert edited(text, accounting="STATE GRNC") == text.replace("\nSTATE\n", "\nSTATE GRNC\n")
    assert edited(text, accounting=None) == text.replace("\nSTATE\n", "\n")


# ---- items of a tuple ------------------------------------------------------------------------------------


def test_of_addresses_the_changed_one_alone_is_laid_out() -> None:
    text = TEXT.replace("IMMEDIATE 0001", "IMMEDIATE   0001")
    first, second = tg.parse(text).cable.action
    assert isinstance(second, tg.Addressee)
    other = attrs.evolve(second, name="AMEMBASSY ROME")
    assert edited(text, action=(first, other)) == text.replace("AMEMBASSY OSLO", "AMEMBASSY ROME")


def test_an_address_before_the_first_takes_the_keyword_over() -> None:
    first, second = tg.parse(TEXT).cable.action
    assert edited(TEXT, action=(tg.Addressee("CIA"), first, second)) == TEXT.replace(
        "TO RUEHC/SECSTATE", "TO CIA\nRUEHC/SECSTATE"
    )


def test_addresses_are_taken_out_and_put_in() -> None:
    first, _ = tg.parse(TEXT).cable.action
    without = edited(TEXT, action=(first,))
    assert without == TEXT.replace("RUEHNY/AMEMBASSY OSLO 0002\n", "")
    assert edited(without, info=(tg.Addressee("AMEMBASSY ROME"),)) == without.replace(
        "\nUNCLAS", "\nINFO AMEMBASSY ROME\nUNCLAS"
    )


def test_body_items_that_stay_keep_their_bytes() -> None:
    first, heading, second = tg.parse(TEXT).cable.body
    new = tg.Paragraph("A word more.", 3, tg.PortionMarking("U"))
    assert edited(TEXT, body=(first, heading, second, new)) == TEXT.replace(
        "taken.\n", "taken.\n\n3. (U) A word more.\n"
    )
    assert edited(TEXT, body=(first, new, heading, second)) == TEXT.replace("runs.\n", "runs.\n\n3. (U) A word more.\n")
    assert edited(TEXT, body=(first, heading, new)) == TEXT.replace(
        "¶2. (U) Their measure was not taken.", "3. (U) A word more."
    )
    assert edited(TEXT, body=(first, second)) == TEXT.replace("Caverns\n-------\n\n", "")
    assert edited(TEXT, body=(first, tg.Heading("The River"), second)) == TEXT.replace(
        "Caverns\n-------\n", "The River\n---------\n"
    )


def test_all_of_a_tuple_is_taken_out_with_none() -> None:
    assert edited(TEXT, references=None) == TEXT.replace("REF: OSLO 12\n\n", "")
    assert edited(TEXT, captions=None) == edited(TEXT, captions=()) == TEXT.replace("SIPDIS\n\n", "")


def test_a_body_with_more_items_than_are_sought_is_paired_in_order() -> None:
    old, new = tuple(range(600)), tuple(range(1000, 1700))
    assert aligned(old, new) == {place: place for place in range(600)}
    assert aligned((0, *old), (*old, 700)) == {0: 0, **{place: place for place in range(1, 601)}}


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("", "AB", {}),
        ("AB", "AB", {0: 0, 1: 1}),
        ("ABC", "AXC", {0: 0, 1: 1, 2: 2}),
        ("ABCD", "AXD", {0: 0, 1: 1, 2: 3}),
        ("ABCD", "ACD", {0: 0, 1: 2, 2: 3}),
        ("AAB", "AB", {0: 0, 1: 2}),
        ("ABXC", "BXAC", {0: 1, 1: 2, 3: 3}),
    ],
)
def test_items_are_followed_in_order(old: str, new: str, pairs: dict[int, int]) -> None:
    assert aligned(old, new) == pairs


# ---- what is absent --------------------------------------------------------------------------------------


def test_a_field_comes_in_at_its_place_with_its_blank_lines() -> None:
    bare = "UNCLAS XANADU 000042\n\nSUBJECT: TALKS\n\n1. (U) One.\n"
    assert edited(bare, captions=("SIPDIS",)) == bare.replace("42\n\n", "42\n\nSIPDIS\n\n")
    assert edited(bare, tags=(tg.Tag("PREL"),)) == bare.replace("SUBJECT", "TAGS: PREL\nSUBJECT")
    assert edited(bare, references=(tg.Reference("OSLO 1"),)) == bare.replace("TALKS\n", "TALKS\n\nREF: OSLO 1\n")
    assert edited(bare, signature="KUBLA") == f"{bare}\nKUBLA\n"
    assert edited(bare, dtg=tg.DateTimeGroup("02", "1200", "Z", "FEB", "09")) == f"021200Z FEB 09\n{bare}"


def test_a_text_without_a_last_line_end_stays_so() -> None:
    bare = "SUBJECT: TALKS\n\n1. (U) One."
    assert edited(bare, signature="KUBLA") == f"{bare}\n\nKUBLA"
    assert edited(bare, body=(tg.Paragraph("Two."),)) == "SUBJECT: TALKS\n\nTwo."


def test_a_last_line_end_that_was_cut_is_completed() -> None:
    assert edited("SUBJECT: TALKS\r\n\r\nOne.\r", signature="KUBLA") == "SUBJECT: TALKS\r\n\r\nOne.\r\n\r\nKUBLA"
    assert edited("SUBJECT: TALKS\n\nOne.\r", signature="KUBLA") == "SUBJECT: TALKS\n\nOne.\r\n\nKUBLA"


def test_a_label_with_nothing_behind_it_takes_the_value() -> None:
    bare = "UNCLAS XANADU 000042\n\nE.O. 12958: N/A\nTAGS:\nSUBJECT: TALKS\n"
    assert edited(bare, tags=(tg.Tag("PREL"),)) == bare.replace("TAGS:", "TAGS: PREL")


def test_into_a_text_of_nothing() -> None:
    assert edited("", subject="TALKS") == "SUBJECT: TALKS\n"
    assert edited("\ufeff", subject="TALKS") == "\ufeffSUBJECT: TALKS\n"


# ---- line ends, joined lines, noise ----------------------------------------------------------------------


@pytest.mark.parametrize("line_end", ["\r\n", "\r\r\n"])
def test_line_ends_are_those_of_the_text(line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    long = "TALKS ABOUT FISHERIES AND CUSTOMS AND VISAS AND ALL THAT NOBODY HAD YET TALKED ABOUT"
    assert edited(text, subject=long, closing=("Minimize considered",)) == edited(
        TEXT, subject=long, closing=("Minimize considered",)
    ).replace("\n", line_end)


def test_of_fields_joined_on_a_line_the_changed_one_is_replaced_in_it() -> None:
    joined = TEXT.replace("IMMEDIATE 0001\nRUEHNY", "IMMEDIATE 0001 RUEHNY")
    first, second = tg.parse(joined).cable.action
    assert isinstance(second, tg.Addressee)
    other = attrs.evolve(second, name="AMEMBASSY ROME")
    assert edited(joined, action=(first, other)) == joined.replace("OSLO", "ROME", 1)
    assert edited(joined, action=(first,)) == joined.replace(" RUEHNY/AMEMBASSY OSLO 0002", "")


def test_captions_on_the_class_line_move_to_their_own_where_it_is_laid_out() -> None:
    text = TEXT.replace("UNCLAS XANADU 000042\n\nSIPDIS\n", "UNCLAS XANADU 000042 SIPDIS\n")
    assert tg.parse(text).cable.captions == ("SIPDIS",)
    assert edited(text, message=tg.MessageNumber("XANADU", "000043")) == TEXT.replace("000042", "000043")


def test_a_signature_glued_to_the_last_word() -> None:
    glued = TEXT.replace("taken.\n\nKUBLA", "taken. KUBLA")
    assert tg.parse(glued).cable.signature == "KUBLA"
    assert edited(glued, signature="OTHER") == glued.replace("KUBLA", "OTHER")
    assert edited(glued, signature=None) == glued.replace(" KUBLA", "")


def test_a_text_that_is_read_as_a_whole_is_laid_out_as_far_as_it_hangs_together() -> None:
    # the first digit of each number is a pilcrow only while all of them say so
    digits = "SUBJECT: X\n\n11. (U) One.\n\n\n12. (U) Two.\n\n13. (U) Three.\n\n14. (U) Four.\n\nKUBLA\n"
    first, *rest, _ = tg.parse(digits).cable.body
    new = tg.Paragraph("Seventy-seven.", 77, tg.PortionMarking("U"))
    assert edited(digits, body=(first, *rest, new)) == (
        "SUBJECT: X\n\n1. (U) One.\n\n2. (U) Two.\n\n3. (U) Three.\n\n77. (U) Seventy-seven.\n\nKUBLA\n"
    )
    assert edited(digits, signature="OTHER") == digits.replace("KUBLA", "OTHER")


def test_paragraphs_of_a_joined_line_get_lines_of_their_own_where_one_comes_between() -> None:
    line = "1. (U) The ice is nobody's, and the harbour will not be opened before the end of the month of May. "
    joined = f"SUBJECT: X\n\n{line}2. (U) It will be sold. 3. (U) It will be water.\n\nKUBLA"
    first, second, third = tg.parse(joined).cable.body
    new = tg.Paragraph("Seventy-seven.", 77, tg.PortionMarking("U"))
    assert isinstance(third, tg.Paragraph)
    assert edited(joined, body=(first, second, attrs.evolve(third, text="It is water."))) == joined.replace(
        "will be water", "is water"
    )
    text = edited(joined, body=(first, new, second, third))
    parted = (
        "SUBJECT: X\n\n1. (U) The ice is nobody's, and the harbour will not be opened\nbefore the end of the month of "
        "May.\n\n77. (U) Seventy-seven.\n\n2. (U) It will be sold.\n\n3. (U) It will be water."
    )
    assert text == f"{parted}\n\nKUBLA"
    unsigned = joined.removesuffix("\n\nKUBLA")
    assert edited(unsigned, body=(first, new, second, third)) == parted
    more = f"{joined.removesuffix('KUBLA')}4.  (U)  It  is  ice.\n\n5.  (U)  It  is  ice.\n"
    *_, fourth, fifth = tg.parse(more).cable.body
    text = edited(more, body=(first, new, second, third, fourth, fifth))
    assert text == f"{parted}\n\n4.  (U)  It  is  ice.\n\n5.  (U)  It  is  ice.\n"


@pytest.mark.parametrize(
    ("reach", "text"),
    [
        (Reach.PART, "a\n\n\nX\n\n\n\nc\n\nd\n"),
        (Reach.LINES, "a\n\n\nX\n\n\n\nc\n\nd\n"),
        (Reach.NEIGHBOURS, "A\nX\n\nC\nd\n"),
        (Reach.ATTRIBUTE, "A\nX\n\nC\nD\n"),
    ],
)
def test_how_far_a_change_reaches(reach: Reach, text: str) -> None:
    source = "a\n\n\nb\n\n\n\nc\n\nd\n"
    olds = [Placed("body", word, source.index(word), source.index(word) + 1) for word in "abcd"]
    news = [Printed("body", [word], blanks) for word, blanks in zip("AXCD", (0, 0, 1, 0), strict=True)]
    splice = Splice(source, olds, news, {number: number for number in range(4)}, frozenset({1}))
    assert splice.text(reach) == text


def test_blank_lines_before_a_change_are_those_of_canonical_text_where_neighbours_are_laid_out() -> None:
    source = "a\n\n\nb\n\n\n\nc\n\nd\n"
    olds = [Placed("body", word, source.index(word), source.index(word) + 1) for word in "abcd"]
    news = [Printed("body", [word], blanks) for word, blanks in zip("ABCX", (0, 0, 1, 0), strict=True)]
    splice = Splice(source, olds, news, {number: number for number in range(4)}, frozenset({3}))
    assert splice.text(Reach.NEIGHBOURS) == "a\n\n\nb\n\nC\nX\n"


def test_all_items_of_a_body_are_taken_out_with_the_blank_lines_between_them() -> None:
    bare = "SUBJECT: TALKS\n\n1. (U) One.\n\n2. (U) Two.\n"
    assert edited(bare, body=None) == "SUBJECT: TALKS\n"
    first, second = tg.parse(bare).cable.body
    assert edited(bare, body=(first,)) == "SUBJECT: TALKS\n\n1. (U) One.\n"
    assert edited(bare.rstrip("\n"), body=(second,)) == "SUBJECT: TALKS\n\n2. (U) Two."
    assert edited(f"\n\n{bare}", subject=None) == "\n\n1. (U) One.\n\n2. (U) Two.\n"


def test_lines_that_no_field_owns_stay_and_can_be_taken_out() -> None:
    text = TEXT.replace("TO RUEHC", "TOTALLY OUT OF PLACE, THIS\nTO RUEHC")
    document = tg.parse(text)
    assert document.cable.unread
    assert edited(text, originator="AMEMBASSY OSLO") == text.replace("FM  AMEMBASSY XANADU", "FM AMEMBASSY OSLO")
    assert edited(text, unread=None) == TEXT


MARKED = """\
UNCLAS SECTION 01 OF 02 XANADU 000042

SUBJECT: TALKS

1. (U) The first of all paragraphs.

2. (U) The embassy reports that work on the dome has begun

XANADU 00000042 002 OF 002


where the sacred river runs down to a sunless sea.

3. (U) The last.
"""


def test_sections_begin_in_the_same_items_where_items_come_and_go() -> None:
    document = tg.parse(MARKED)
    assert [(start.item, start.offset) for start in document.cable.section_starts] == [(1, 52)]
    first, second, third = document.cable.body
    new = document.replace(body=(tg.Heading("News"), first, second, third))
    assert [(start.item, start.offset) for start in new.cable.section_starts] == [(2, 52)]
    assert new.source == MARKED.replace("1. (U)", "News\n----\n\n1. (U)")
    assert document.replace(body=(second, third)).cable.section_starts[0].item == 0
    with pytest.raises(tg.RenderError, match=r"section_starts\[0\]: the section begins inside body\[1\]"):
        document.replace(body=(first,))


def test_a_section_that_begins_in_a_changed_item_begins_at_the_same_place() -> None:
    document = tg.parse(MARKED)
    first, second, third = document.cable.body
    assert isinstance(second, tg.Paragraph)
    changed = attrs.evolve(second, text=second.text.replace("sunless", "sunny"))
    new = document.replace(body=(first, changed, third))
    assert new.cable.section_starts == document.cable.section_starts
    assert "begun\n\nXANADU 00000042  002 OF 002\n\n\nwhere the" in new.source


@pytest.mark.parametrize(
    ("old", "new", "before", "behind"),
    [
        ("reports", "report", "begun", "where"),
        ("embassy", "embassy's staff", "begun", "where"),
        ("begun where", "begun there", "begun", "there"),
        ("begun where the sacred", "begun the sacred", "begun", "the sacred"),
        ("that work on the dome has begun where", "where", "reports", "where"),
        (" down to a sunless sea.", ".", "begun", "where"),
    ],
)
def test_a_section_begins_at_the_word_that_it_began_at(old: str, new: str, before: str, behind: str) -> None:
    document = tg.parse(MARKED)
    first, second, third = document.cable.body
    assert isinstance(second, tg.Paragraph)
    assert old in second.text
    changed = attrs.evolve(second, text=second.text.replace(old, new))
    edited = document.replace(body=(first, changed, third))
    assert f"{before}\n\nXANADU 00000042  002 OF 002\n\n\n{behind}" in edited.source
    assert edited.cable.body == (first, changed, third)


def test_where_all_words_before_it_go_a_section_begins_before_the_item() -> None:
    document = tg.parse(MARKED)
    first, second, third = document.cable.body
    assert isinstance(second, tg.Paragraph)
    rest = attrs.evolve(second, text=second.text[second.text.index("where") :])
    assert document.replace(body=(first, rest, third)).cable.section_starts == (tg.SectionStart(2, 1),)


def test_a_page_mark_is_taken_out() -> None:
    document = tg.parse(MARKED).replace(section_starts=())
    assert "OF 002" not in document.source
    assert document.cable.body == tg.parse(MARKED).cable.body


# ---- refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "attribute"),
    [
        ({"subject": "TWO\nLINES"}, "subject"),
        ({"subject": "TALKS REF: OSLO"}, "subject"),
        ({"subject": " BLANK"}, "subject"),
        ({"originator": None, "dtg": None}, "precedence"),
        ({"classification": None}, "classification"),
        ({"tags": (tg.Tag(),)}, "tags"),
        ({"captions": ("TAGS: PREL",)}, "captions"),
        ({"body": (tg.Paragraph("2. (C) Not one."),)}, "body"),
        ({"signature": "no signature at all."}, "signature"),
        ({"accounting": "TO WHOM IT MAY CONCERN"}, "accounting"),
    ],
)
def test_what_the_text_cannot_carry_is_refused_by_name(changes: dict[str, object], attribute: str) -> None:
    document = tg.parse(TEXT)
    with pytest.raises(tg.RenderError) as refused:
        document.replace(**changes)
    assert refused.value.attribute.startswith(attribute)
    assert document.source == TEXT


def test_an_attribute_that_no_cable_has_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="colour"):
        tg.parse(TEXT).replace(colour="red")


def test_unread_lines_stay_where_they_are_when_the_part_above_them_is_taken_out() -> None:
    text = (
        "FM SECSTATE WASHDC\nTO AMEMBASSY BERN PRIORITY\n12 34\nSECRET STATE 030117\n\n"
        "E.O. 12958: N/A\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: X\n\n1. (C) One.\n"
    )
    document = tg.parse(text)
    assert [one.after for one in document.cable.unread] == ["action[0]", "executive_order"]
    edited = document.replace(action=None)
    assert edited.source == text.replace("TO AMEMBASSY BERN PRIORITY\n", "")
    assert [one.after for one in edited.cable.unread] == ["originator", "executive_order"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n<strong>SIPDIS</strong>\n\nE.O. 12958: N/A", "\nE.O. 12958: N/A"),
        ("\n<b>SIPDIS\nE.O. 12958</b>: N/A", "\nE.O. 12958</b>: N/A"),
        ("\nSIPDIS <br>\nE.O. 12958: N/A", "\nE.O. 12958: N/A"),
    ],
)
def test_markup_alone_does_not_stay_where_a_part_is_taken_out(before: str, after: str) -> None:
    text = f"UNCLAS XANADU 000042\n{before}\nSUBJECT: DOME\n\n1. (U) Work has begun.\n"
    document = tg.parse(text)
    assert document.cable.captions == ("SIPDIS",)
    assert document.replace(captions=()).source == text.replace(before, after)
