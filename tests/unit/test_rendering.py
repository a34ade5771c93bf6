"""Canonical form part by part: what each value is printed as, and what is refused with which words."""

from __future__ import annotations

from typing import Final

import pytest
from attrs import evolve

import telegram_grammar as tg
from telegram_grammar import (
    Addressee,
    Cable,
    Classification,
    ClassificationLevel,
    ClassifiedBy,
    DateTimeGroup,
    Heading,
    ListItem,
    MessageNumber,
    Paragraph,
    PortionMarking,
    Precedence,
    PrecedencePair,
    Reference,
    Ruler,
    Section,
    SectionStart,
    Table,
    Tag,
    Unread,
)
from telegram_grammar.differences import first_difference, shown
from telegram_grammar.heading_model import FilingTime, Readdressal, SecurityWarning, Transmission
from telegram_grammar.page_marks import begins_section, inline_mark, is_cut, page_mark
from telegram_grammar.rendering import RenderError, laid_out, lay_out
from telegram_grammar.rendering.refusal import one_line
from telegram_grammar.rendering.sheet import Block, Sheet
from telegram_grammar.ruled_headings import ruled_heading

CONFIDENTIAL: Final = Classification(ClassificationLevel.CONFIDENTIAL)
UNCLASSIFIED: Final = Classification(ClassificationLevel.UNCLASSIFIED)
OSLO: Final = MessageNumber("OSLO", "000012")
DTG: Final = DateTimeGroup("06", "1341", "Z", "MAY", "09")
STATION: Final = Transmission(station="RUEHNY", serial="0012", filed=FilingTime("126", "1341"))
WORDS: Final = "lamp " * 40


def lines(cable: Cable) -> list[str]:
    """The laid out lines; each has its end."""
    text = lay_out(cable)
    assert text.endswith("\n")
    return text[:-1].split("\n")


# ---- the heading: format lines 1 to 10 -----------------------------------------------------------------------


def test_format_lines_one_to_four_in_order() -> None:
    transmission = Transmission(
        identification="VZCZCXRO0457",
        precedence="PP",
        routing=("RUEHC", "RUEHDE"),
        station="RUEHNY",
        serial="0012",
        section="01",
        filed=FilingTime("126", "1341"),
        security=SecurityWarning("ZNY", "CCCCC"),
        operating_signals=("ZZH", "(TAO)"),
    )
    assert lines(Cable(transmission=transmission)) == [
        "VZCZCXRO0457",
        "PP RUEHC RUEHDE",
        "DE RUEHNY #0012/01 1261341",
        "ZNY CCCCC ZZH (TAO)",
    ]
    sheet = laid_out(Cable(transmission=transmission))
    parts = ["identification", "routing", "station", "security"]
    assert sheet.blocks == [Block((f"transmission.{part}",), at, at + 1) for at, part in enumerate(parts)]


def test_a_station_line_needs_no_section() -> None:
    assert lines(Cable(transmission=STATION)) == ["DE RUEHNY #0012 1261341"]


def test_lines_of_the_transmission_that_could_not_be_read_stand_as_they_are() -> None:
    transmission = Transmission(
        identification=Unread("VZCZC ?"), routing=Unread("PP ?"), station=Unread("DE ?"), security=Unread("ZNY ?")
    )
    assert lines(Cable(transmission=transmission)) == ["VZCZC ?", "PP ?", "DE ?", "ZNY ?"]


def test_routing_lines_hold_69_characters_and_break_between_indicators() -> None:
    # 2 + 8 x 8 characters are 66; an indicator of two more with its blank fills the line, one of three goes down
    eight = ("RUEHABC",) * 8
    assert lines(Cable(transmission=Transmission(precedence="PP", routing=(*eight, "RU")))) == [
        f"PP {' '.join(eight)} RU"
    ]
    assert lines(Cable(transmission=Transmission(precedence="PP", routing=(*eight, "RUE", "RUEHDEF")))) == [
        f"PP {' '.join(eight)}",
        "RUE RUEHDEF",
    ]
    assert lines(Cable(transmission=Transmission(routing=("RUEHC", "RUEHDE")))) == ["RUEHC RUEHDE"]
    assert lines(Cable(transmission=Transmission(precedence="PP"))) == ["PP"]


def test_the_first_indicator_stays_with_the_precedence() -> None:
    assert lines(Cable(transmission=Transmission(precedence="PP", routing=("R" * 80,)))) == [f"PP {'R' * 80}"]


def test_the_date_line_has_precedence_before_and_instructions_behind() -> None:
    both = PrecedencePair(Precedence.IMMEDIATE, Precedence.ROUTINE)
    assert lines(Cable(precedence=both, dtg=DTG, message_instructions="ZDK")) == ["O R 061341Z MAY 09 ZDK"]
    assert lines(Cable(dtg=evolve(DTG, year=None))) == ["061341Z MAY"]
    assert lines(Cable(precedence=PrecedencePair(Precedence.PRIORITY), dtg=DTG)) == ["P 061341Z MAY 09"]
    assert lines(Cable(dtg=Unread("R 0613 ?"))) == ["R 0613 ?"]
    assert laid_out(Cable(dtg=DTG)).blocks == [Block(("precedence", "message_instructions", "dtg"), 0, 1)]


def test_the_keyword_stands_on_the_first_line_of_an_address_list_alone() -> None:
    cable = Cable(
        originator="AMEMBASSY OSLO",
        action=(Addressee("SECSTATE WASHDC"), Addressee("CIA")),
        info=(Unread("INFO ?"), Addressee("NSC")),
        exempt=(Addressee("AMEMBASSY ROME"),),
    )
    assert lines(cable) == [
        "FM AMEMBASSY OSLO",
        "TO SECSTATE WASHDC",
        "CIA",
        "INFO ?",
        "NSC",
        "XMT AMEMBASSY ROME",
    ]
    paths = [block.paths for block in laid_out(cable).blocks]
    assert paths == [("originator",), ("action[0]",), ("action[1]",), ("info[0]",), ("info[1]",), ("exempt[0]",)]


@pytest.mark.parametrize(
    ("addressee", "line"),
    [
        (Addressee("CIA", routing_indicator="RUEAIIA"), "RUEAIIA/CIA"),
        (Addressee("CIA", delivered=True), "ZEN/CIA"),
        (Addressee("CIA", offices=("",)), "CIA//"),
        (Addressee("CIA", offices=("J-5",)), "CIA//J-5//"),
        (Addressee("CIA", offices=("J-5", "J-3")), "CIA//J-5//J-3//"),
        (Addressee("CIA", precedence="NIACT IMMEDIATE", numbers="0012"), "CIA NIACT IMMEDIATE 0012"),
    ],
)
def test_an_address_has_indicator_name_offices_precedence_and_numbers(addressee: Addressee, line: str) -> None:
    assert lines(Cable(action=(addressee,))) == [f"TO {line}"]


def test_a_supplementary_heading_stands_before_the_original_one() -> None:
    again = Readdressal(
        precedence=PrecedencePair(Precedence.PRIORITY),
        dtg=evolve(DTG, day="07"),
        message_instructions="ZDK",
        originator="SECSTATE WASHDC",
        action=(Addressee("AMEMBASSY ROME"),),
        info=(Addressee("NSC"),),
    )
    assert lines(Cable(readdressal=again, dtg=DTG, originator="AMEMBASSY OSLO")) == [
        "P 071341Z MAY 09 ZDK",
        "FM SECSTATE WASHDC",
        "TO AMEMBASSY ROME",
        "INFO NSC",
        "061341Z MAY 09",
        "FM AMEMBASSY OSLO",
    ]
    assert lines(Cable(readdressal=Readdressal(originator="SECSTATE WASHDC"))) == ["FM SECSTATE WASHDC"]
    assert lines(Cable(readdressal=Readdressal(dtg=DTG))) == ["061341Z MAY 09"]
    assert laid_out(Cable(readdressal=again)).blocks == [Block(("readdressal",), 0, 4)]


def test_an_accounting_symbol_without_a_group_count_has_the_separation_behind_it() -> None:
    assert lines(Cable(accounting="STATE GRNC")) == ["STATE GRNC"]
    assert lines(Cable(accounting="STATE")) == ["STATE", "BT"]
    assert laid_out(Cable(accounting="STATE")).blocks == [Block(("accounting",), 0, 2)]


# ---- the text head -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("classification", "words"),
    [
        (CONFIDENTIAL, "C O N F I D E N T I A L"),
        (UNCLASSIFIED, "UNCLAS"),
        (evolve(UNCLASSIFIED, word="UNCLASSIFIED"), "UNCLASSIFIED"),
        (evolve(CONFIDENTIAL, word="Confidential"), "C o n f i d e n t i a l"),
        (evolve(UNCLASSIFIED, word="Unclas"), "U n c l a s"),
        (evolve(UNCLASSIFIED, word="Limited Official Use"), "Limited Official Use"),
        (evolve(CONFIDENTIAL, caveats=("NOFORN", "NODIS")), "C O N F I D E N T I A L NOFORN NODIS"),
    ],
)
def test_letters_of_a_class_word_are_spaced(classification: Classification, words: str) -> None:
    assert lines(Cable(classification=classification)) == [words]


def test_the_class_line_has_section_post_and_number() -> None:
    cable = Cable(classification=UNCLASSIFIED, section=Section(1, 12), message=OSLO)
    assert lines(cable) == ["UNCLAS SECTION 01 OF 12 OSLO 000012"]
    assert laid_out(cable).blocks == [Block(("classification", "section", "message"), 0, 1)]
    assert lines(evolve(cable, section=None, message=MessageNumber("", "000012"))) == ["UNCLAS 000012"]


def test_parts_of_the_text_head_stand_between_blank_lines() -> None:
    cable = Cable(
        classification=CONFIDENTIAL,
        captions=("SIPDIS", "NOFORN"),
        passing=("STATE FOR EUR/WE", "ROME FOR POL"),
        executive_order=tg.ExecutiveOrder("12958", "DECL", "05/06/2019"),
        tags=(Tag("PREL"), Tag(name="ROE, JANE")),
        subject="THE FERRY",
        subject_marking=PortionMarking("U"),
        references=(Reference("LISBON 700"),),
        classified_by=ClassifiedBy("DCM A. WHITCOMBE FOR REASON 1.4 (B).", marking=PortionMarking("U")),
    )
    assert lines(cable) == [
        "C O N F I D E N T I A L",
        "",
        "SIPDIS",
        "NOFORN",
        "",
        "STATE FOR EUR/WE",
        "ROME FOR POL",
        "",
        "E.O. 12958: DECL: 05/06/2019",
        "TAGS: PREL (ROE, JANE)",
        "SUBJECT: (U) THE FERRY",
        "",
        "REF: LISBON 700",
        "",
        "(U) Classified By: DCM A. WHITCOMBE FOR REASON 1.4 (B).",
    ]
    close = laid_out(cable, parted=False).lines
    assert "" not in close
    paths = [block.paths for block in laid_out(cable).blocks]
    assert paths == [
        ("classification", "section", "message"),
        ("captions[0]",),
        ("captions[1]",),
        ("passing[0]",),
        ("passing[1]",),
        ("executive_order",),
        ("tags",),
        ("subject", "subject_marking"),
        ("references",),
        ("classified_by",),
    ]


def test_without_a_field_captions_stand_right_below_the_class_line() -> None:
    bare = Cable(classification=UNCLASSIFIED, captions=("SIPDIS",), passing=("STATE FOR EUR/WE",))
    assert lines(bare) == ["UNCLAS", "SIPDIS", "STATE FOR EUR/WE"]
    for field in ({"subject": "X"}, {"tags": (Tag("PREL"),)}, {"references": (Reference("OSLO 1"),)}):
        assert lines(evolve(bare, **field))[:5] == ["UNCLAS", "", "SIPDIS", "", "STATE FOR EUR/WE"]


def test_an_order_that_could_not_be_read_stands_as_it_is() -> None:
    assert lines(Cable(executive_order=Unread("E.O. ?"))) == ["E.O. ?"]


def test_a_derived_classification_has_its_own_label() -> None:
    assert lines(Cable(classified_by=ClassifiedBy("MULTIPLE SOURCES", derived=True))) == [
        "Derived From: MULTIPLE SOURCES"
    ]


def test_fields_of_the_head_are_wrapped_at_69_columns() -> None:
    # "SUBJECT: " and sixty characters fill the line
    sixty = "LAMP " * 11 + "LAMPS"
    assert lines(Cable(subject=sixty)) == [f"SUBJECT: {sixty}"]
    assert lines(Cable(subject=sixty + "S")) == [f"SUBJECT: {'LAMP ' * 11}".rstrip(), "LAMPSS"]
    by = "THE DEPUTY CHIEF OF MISSION MARY T. ROE FOR REASON 1.4 D"
    assert len(f"Classified By: {by}") == 71
    assert len(lines(Cable(classified_by=ClassifiedBy(by[2:])))) == 1
    assert len(lines(Cable(classified_by=ClassifiedBy(by)))) == 2


def test_an_instruction_goes_on_behind_a_comma_a_semicolon_or_a_stroke_alone() -> None:
    def printed(instruction: str) -> list[str]:
        return lines(Cable(passing=(instruction,)))

    for sign in ",;/":
        first = f"STATE FOR EUR AND EVERYBODY IN THE BUREAU OF INTELLIGENCE{sign}"
        assert printed(f"{first} ALSO FOR THE HARBOR OFFICE") == [first, "ALSO FOR THE HARBOR OFFICE"]
    plain = "STATE FOR EUR AND EVERYBODY IN THE BUREAU OF INTELLIGENCE ALSO FOR THE HARBOR OFFICE"
    assert printed(plain) == [plain]


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


# ---- the sheet -------------------------------------------------------------------------------------------------


def test_what_is_unread_stands_behind_the_part_that_it_follows() -> None:
    cable = Cable(
        notices=("Notice.",),
        transmission=STATION,
        originator="AMEMBASSY OSLO",
        subject="THE FERRY",
        body=(Paragraph("One.", 1), Paragraph("Two.", 2)),
        unread=(
            Unread("at the top"),
            Unread("behind all of it", "transmission"),
            Unread("behind FM\nand more", "originator"),
            Unread("behind the subject", "subject"),
            Unread("behind one", "body[0]"),
            Unread("of nothing", "body[9]"),
        ),
    )
    assert lines(cable) == [
        "at the top",
        "Notice.",
        "DE RUEHNY #0012 1261341",
        "behind all of it",
        "FM AMEMBASSY OSLO",
        "behind FM",
        "and more",
        "",
        "SUBJECT: THE FERRY",
        "",
        "behind the subject",
        "",
        "1. One.",
        "behind one",
        "",
        "2. Two.",
        "of nothing",
    ]
    blocks = {block.paths[0]: (block.first, block.end) for block in laid_out(cable).blocks}
    assert blocks["unread[0]"] == (0, 1)
    assert blocks["unread[2]"] == (5, 7)
    assert blocks["unread[3]"] == (10, 11)
    assert blocks["unread[5]"] == (16, 17)


def test_what_follows_the_message_stands_behind_its_end() -> None:
    cable = Cable(body=(Paragraph("One.", 1),), unread=(Unread("VZCZC another", "the end of the message"),))
    assert lines(cable) == ["1. One.", "NNNN", "VZCZC another"]


def test_a_message_that_is_known_by_its_first_line_needs_no_end_of_the_one_before() -> None:
    lead, route = "VZCZCXRO0457", "PP RUEHBC"
    behind = "the end of the message"
    cable = Cable(transmission=Transmission(identification="VZCZCXRO0456"), body=(Paragraph("One.", 1),))
    for unread in ((Unread(f"{lead}\n{route}", behind),), (Unread(lead, behind), Unread(route, behind))):
        assert lines(evolve(cable, unread=unread)) == ["VZCZCXRO0456", "", "1. One.", lead, route]


def test_two_unread_parts_behind_one_part_keep_their_order() -> None:
    sheet = Sheet.of([Unread("a", "dtg"), Unread("b", "dtg")], 65)
    sheet.write(["the date"], "precedence", "dtg")
    assert sheet.lines == ["the date", "a", "b"]
    assert sheet.unread == {}
    assert sheet.blocks == [
        Block(("precedence", "dtg"), 0, 1),
        Block(("unread[0]",), 1, 2),
        Block(("unread[1]",), 2, 3),
    ]


def test_one_blank_line_stands_between_parts_and_none_at_the_ends() -> None:
    sheet = Sheet(65)
    sheet.blank()
    assert sheet.lines == []
    sheet.write(["a"])
    sheet.blank()
    sheet.blank()
    assert sheet.lines == ["a", ""]
    assert sheet.text() == "a\n"
    sheet.lines += ["", ""]
    sheet.end(["BT"])
    assert sheet.lines == ["a", "BT"]
    assert Sheet(65).text() == ""


def test_where_blank_lines_part_no_fields_they_part_the_body_still() -> None:
    sheet = Sheet.of((), 65, parted=False)
    sheet.write(["a"])
    sheet.head = True
    sheet.blank()
    assert sheet.lines == ["a"]
    sheet.head = False
    sheet.blank()
    assert sheet.lines == ["a", ""]


def test_a_notice_of_a_partial_extract_has_a_line_for_each_sentence() -> None:
    first = "This record is a partial extract of the original cable."
    second = "The full text of the original cable is not available."
    assert lines(Cable(notices=(f"{first} {second}",))) == [first, second]
    assert lines(Cable(notices=("one\ntwo",))) == ["one", "two"]
    sheet = laid_out(Cable(notices=("one\ntwo", f"{first} {second}", "three")))
    assert sheet.lines == ["one", "two", first, second, "three"]
    assert sheet.blocks == [Block((f"notices[{at}]",), *place) for at, place in enumerate([(0, 2), (2, 4), (4, 5)])]


def test_a_value_of_another_type_is_refused_by_name() -> None:
    wrong = Cable(subject=5)  # type: ignore[arg-type]  # that is what is asked
    with pytest.raises(RenderError) as caught:
        tg.render(wrong)
    assert (caught.value.attribute, caught.value.reason) == ("subject", "is an int, not a str or None")
    with pytest.raises(TypeError, match=r"^render takes a Cable, not None$"):
        tg.render(None)  # type: ignore[arg-type]  # as above


# ---- what is refused -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("a\nb", "a line break stands in a value of one line"),
        ("a\rb", "a line break stands in a value of one line"),
        (" a", "blanks stand at its ends"),
        ("a\t", "blanks stand at its ends"),
        ("a\xa0", "blanks stand at its ends"),
        ("a  b", "its words are parted by other than single blanks"),
        ("a\tb", "its words are parted by other than single blanks"),
        ("X  aX", "its words are parted by other than single blanks"),
        ("\u2003a  b", "its words are parted by other than single blanks"),  # no blank of a telegram
    ],
)
def test_a_value_of_one_line_is_words_with_single_blanks_between(value: str, reason: str) -> None:
    assert one_line("a b", "subject") == "a b"
    with pytest.raises(RenderError) as caught:
        one_line(value, "subject")
    assert (caught.value.attribute, caught.value.reason) == ("subject", reason)
    assert str(caught.value) == f"subject: {reason}"


REFUSED: Final = [
    (Cable(message_instructions="ZDK"), "message_instructions", "they follow a date-time group, and there is none"),
    (
        Cable(precedence=PrecedencePair(Precedence.ROUTINE)),
        "precedence",
        "it precedes a date-time group, and there is none",
    ),
    (
        Cable(dtg=Unread("?"), message_instructions="ZDK"),
        "dtg",
        "a line that could not be read has neither precedence nor instructions",
    ),
    (
        Cable(readdressal=Readdressal(dtg=Unread("?"), precedence=PrecedencePair(Precedence.ROUTINE))),
        "readdressal.dtg",
        "a line that could not be read has neither precedence nor instructions",
    ),
    *(
        (
            Cable(transmission=transmission),
            "transmission.station",
            "the station line has a serial number or time and no station",
        )
        for transmission in (
            Transmission(serial="0012"),
            Transmission(section="01"),
            Transmission(filed=FilingTime("126", "1341")),
        )
    ),
    *(
        (
            Cable(transmission=transmission),
            "transmission.serial",
            "the station line needs serial number and filing time",
        )
        for transmission in (evolve(STATION, serial=None), evolve(STATION, filed=None))
    ),
    (
        Cable(transmission=Transmission(operating_signals=("ZZH",))),
        "transmission.operating_signals",
        "they follow a security warning, and there is none",
    ),
    (
        Cable(action=(Addressee("CIA", routing_indicator="RUEAIIA", delivered=True),)),
        "action[0].routing_indicator",
        "ZEN stands in the place of a routing indicator",
    ),
    *(
        (cable, "classification", "section and number stand behind a classification, and there is none")
        for cable in (Cable(section=Section(1, 2)), Cable(message=OSLO))
    ),
    (
        Cable(subject_marking=PortionMarking("U")),
        "subject_marking",
        "it stands before a subject, and there is none",
    ),
    (Cable(tags=(Tag(),)), "tags", "a tag has either a code or a name"),
    (Cable(tags=(Tag("PREL", "ROE, JANE"),)), "tags", "a tag has either a code or a name"),
    *(
        (
            Cable(body=(Paragraph("One."),), section_starts=(SectionStart(2, item),)),
            "section_starts[0]",
            f"the body has no item {item}",
        )
        for item in (-1, 2)
    ),
    (
        Cable(body=(Paragraph("One."),), section_starts=(SectionStart(1000, 0),)),
        "section_starts",
        "no page mark can be printed for section 1000 of 1000",
    ),
    (
        Cable(body=(Heading("THE FERRY"),), section_starts=(SectionStart(2, 0, 3),)),
        "body[0]",
        "a section begins inside an item that is no prose",
    ),
    *(
        (
            Cable(body=(Paragraph("One two."),), section_starts=starts),
            "section_starts",
            f"body[0].text has no place {starts[-1].offset} behind that of the section before",
        )
        for starts in (
            (SectionStart(2, 0, 8),),
            (SectionStart(2, 0, 6), SectionStart(3, 0, 4)),
        )
    ),
    *(
        (Cable(body=(Table((line,)),)), "body[0].lines", "a line break or a blank at the end of a line")
        for line in ("a\nb", "a ", "a\t", "a\xa0", "a\f", "a\r")
    ),
]


@pytest.mark.parametrize(("cable", "attribute", "reason"), REFUSED)
def test_what_has_no_place_in_canonical_text_is_refused_by_name(cable: Cable, attribute: str, reason: str) -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(cable)
    assert (caught.value.attribute, caught.value.reason) == (attribute, reason)


#: Values of one line, each with two blanks in it, by the path that is named.
DOUBLED: Final = {
    "transmission.identification": Cable(transmission=Transmission(identification="a  b")),
    "transmission.precedence": Cable(transmission=Transmission(precedence="a  b")),
    "transmission.routing": Cable(transmission=Transmission(routing=Unread("a  b"))),
    "transmission.routing[1]": Cable(transmission=Transmission(routing=("a", "a  b"))),
    "transmission.station": Cable(transmission=Transmission(station=Unread("a  b"))),
    "transmission.security": Cable(transmission=Transmission(security=Unread("a  b"))),
    "transmission.operating_signals[1]": Cable(
        transmission=Transmission(security=SecurityWarning("ZNY", "CCCCC"), operating_signals=("ZZH", "a  b"))
    ),
    "dtg": Cable(dtg=Unread("a  b")),
    "message_instructions": Cable(dtg=DTG, message_instructions="a  b"),
    "readdressal.dtg": Cable(readdressal=Readdressal(dtg=Unread("a  b"))),
    "readdressal.originator": Cable(readdressal=Readdressal(originator="a  b")),
    "readdressal.info[0].name": Cable(readdressal=Readdressal(info=(Addressee("a  b"),))),
    "originator": Cable(originator="a  b"),
    "action[1]": Cable(action=(Addressee("a"), Unread("a  b"))),
    "info[0].name": Cable(info=(Addressee("a  b"),)),
    "info[0].offices": Cable(info=(Addressee("a", offices=("b", "a  b")),)),
    "exempt[0].precedence": Cable(exempt=(Addressee("a", precedence="a  b"),)),
    "accounting": Cable(accounting="a  b"),
    "classification.caveats": Cable(classification=evolve(CONFIDENTIAL, caveats=("a  b",))),
    "classification.word": Cable(classification=evolve(CONFIDENTIAL, word="a  b")),
    "message.post": Cable(classification=CONFIDENTIAL, message=MessageNumber("a  b", "1")),
    "captions[1]": Cable(captions=("SIPDIS", "a  b")),
    "passing[1]": Cable(passing=("STATE FOR EUR", "a  b")),
    "executive_order": Cable(executive_order=Unread("a  b")),
    "tags": Cable(tags=(Tag(name="a  b"),)),
    "subject": Cable(subject="a  b"),
    "references[1].text": Cable(references=(Reference("OSLO 1"), Reference("a  b"))),
    "classified_by.text": Cable(classified_by=ClassifiedBy("a  b")),
    "body[1].text": Cable(body=(Paragraph("One.", 1), Paragraph("a  b"))),
    "body[0].marker": Cable(body=(ListItem("a  b", "One."),)),
    "closing[1]": Cable(closing=("Visit us.", "a  b")),
    "signature": Cable(signature="a  b"),
}


@pytest.mark.parametrize("path", DOUBLED)
def test_words_parted_by_two_blanks_are_refused_wherever_they_stand(path: str) -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(DOUBLED[path])
    assert (caught.value.attribute, caught.value.reason) == (path, "its words are parted by other than single blanks")


@pytest.mark.parametrize("item", [Heading("a  b"), Ruler("-  -"), ListItem("--", "a  b")])
def test_the_text_of_an_item_is_one_line(item: tg.model.BodyItem) -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(Cable(body=(Paragraph("One.", 1), item)))
    assert caught.value.attribute == "body[1].text"


# ---- what would be read back otherwise ---------------------------------------------------------------------------


def test_the_first_difference_is_named_as_deep_as_it_can_be() -> None:
    one = Cable(body=(Paragraph("One.", 1), Paragraph("Two.", 2)), subject="X")
    assert first_difference("", one, evolve(one, subject="Y")) == ("subject", "X", "Y")
    other = evolve(one, body=(one.body[0], Paragraph("Three.", 2)))
    assert first_difference("", one, other) == ("body[1].text", "Two.", "Three.")
    assert first_difference("", one, evolve(one, body=one.body[:1])) == ("body", one.body[1:], ())
    assert first_difference("", evolve(one, body=one.body[:1]), one) == ("body", (), one.body[1:])
    assert first_difference("", one, evolve(one, body=(Ruler("---"), *one.body[1:]))) == (
        "body[0]",
        one.body[0],
        Ruler("---"),
    )
    assert first_difference("", Cable(), Cable(dtg=DTG)) == ("dtg", None, DTG)
    read, unread = Transmission(routing=("RUEHC",)), Transmission(routing=Unread("RUEHC,"))
    path = "transmission.routing"
    for one_way, other_way in ((read, unread), (unread, read)):
        found = first_difference("", Cable(transmission=one_way), Cable(transmission=other_way))
        assert found == (path, one_way.routing, other_way.routing)


def test_a_long_value_is_shown_by_its_ends() -> None:
    assert shown("a" * 158) == repr("a" * 158)
    assert shown("a" * 129 + "b" * 30) == f"'{'a' * 119} ... {'b' * 29}'"
    assert shown(None) == shown(()) == "nothing"
    assert shown("") == "''"


def test_what_would_be_read_back_otherwise_is_refused_with_both_readings() -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(Cable(body=(Paragraph("1. (U) One."),)))
    assert caught.value.attribute == "body[0].text"
    assert caught.value.reason == "'1. (U) One.' would be read back as 'One.'"


def test_no_first_line_of_prose_ends_in_dashes() -> None:
    """Behind a portion marking, or none, it would be a heading with its ruler on the line (practice: 21)."""
    words = "The the the minister minister minister ----- minister the the."
    for marking in (tg.PortionMarking("U/REL NATO"), tg.PortionMarking("C"), None):
        for more in ("", "the ", "the the ", "the minister "):
            cable = tg.Cable(body=(tg.Paragraph("One.", 1), tg.Paragraph(more + words, None, marking)))
            assert tg.parse(tg.render(cable)).cable == cable


def test_a_width_without_room_for_a_word_is_refused() -> None:
    """A number, a portion marking and a word take some columns (5 FAH-1 H-246.2)."""
    cable = tg.Cable(body=(tg.Paragraph("One two three.", 1, tg.PortionMarking("C")),))
    assert tg.render(cable, width=20)
    for width in (19, 0, -1):
        with pytest.raises(ValueError, match="20 columns"):
            tg.render(cable, width=width)
