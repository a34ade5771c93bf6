"""Canonical form part by part: what each value of the heading and the text head is printed as, and where it stands."""

from __future__ import annotations

import pytest
from attrs import evolve

import telegram_grammar as tg
from rendered import CONFIDENTIAL, DTG, OSLO, STATION, UNCLASSIFIED, lines
from telegram_grammar import (
    Addressee,
    Cable,
    Classification,
    ClassifiedBy,
    MessageNumber,
    Paragraph,
    PortionMarking,
    Precedence,
    PrecedencePair,
    Reference,
    Section,
    Tag,
    Unread,
)
from telegram_grammar.heading_model import FilingTime, Readdressal, SecurityWarning, Transmission
from telegram_grammar.rendering import laid_out
from telegram_grammar.rendering.sheet import Block, Sheet

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
