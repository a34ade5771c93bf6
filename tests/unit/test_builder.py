"""The builder: from the tree to the cable, with places, fields out of their place, and lines that no field owns."""

from __future__ import annotations

import datetime as dt
import itertools
import time

import pytest

import telegram_grammar as tg
from telegram_grammar import Document, Heading, Paragraph, Unread
from telegram_grammar.canonical import losses
from telegram_grammar.testing import assert_laws

HEADING = "R 061341Z MAY 09\nFM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC\n"
HEAD = "C O N F I D E N T I A L NAIROBI 000912\n\nSIPDIS\n\n"
FIELDS = "E.O. 12958: DECL: 05/06/2019\nTAGS: PGOV KE\nSUBJECT: MARKET DAY\n\n"
BODY = "1. (C) One.\n\n2. (C) Two.\nWHITCOMBE\n"
WHOLE = HEADING + HEAD + FIELDS + BODY


def found(document: Document) -> list[tuple[str, int, str]]:
    """Each diagnostic's code, line and covered text."""
    source = document.source
    return [
        (one.code, document.line_column(one.span.start)[0], source[one.span.start : one.span.end])
        for one in document.diagnostics
    ]


def test_well_formed_text_gives_its_cable_and_no_diagnostic() -> None:
    document = tg.parse(WHOLE)
    assert document.diagnostics == ()
    assert document.cable == tg.Cable(
        precedence=tg.PrecedencePair(tg.Precedence.ROUTINE),
        dtg=tg.DateTimeGroup("06", "1341", "Z", "MAY", "09"),
        originator="AMEMBASSY NAIROBI",
        action=(tg.Addressee("SECSTATE WASHDC"),),
        classification=tg.Classification(tg.ClassificationLevel.CONFIDENTIAL),
        message=tg.MessageNumber("NAIROBI", "000912"),
        captions=("SIPDIS",),
        executive_order=tg.ExecutiveOrder("12958", "DECL", "05/06/2019"),
        tags=(tg.Tag("PGOV"), tg.Tag("KE")),
        subject="MARKET DAY",
        body=(
            Paragraph("One.", 1, tg.PortionMarking("C")),
            Paragraph("Two.", 2, tg.PortionMarking("C")),
        ),
        signature="WHITCOMBE",
    )


def test_empty_text_gives_an_empty_cable() -> None:
    assert tg.parse("").cable == tg.Cable()
    assert tg.parse("").diagnostics == ()


def test_field_that_is_present_and_empty_is_an_empty_string() -> None:
    assert tg.parse("SUBJECT:\n\n1. One.\n").cable.subject == ""
    assert tg.parse("TAGS: PREL\n\n1. One.\n").cable.subject is None


# Out of place, missing, unread


def test_field_out_of_its_place_is_read_and_reported() -> None:
    document = tg.parse(f"{HEADING}{HEAD}TAGS: PGOV KE\nE.O. 12958: N/A\nSUBJECT: MARKET DAY\n\n{BODY}")
    assert document.cable.tags == (tg.Tag("PGOV"), tg.Tag("KE"))
    assert document.cable.executive_order == tg.ExecutiveOrder("12958", "N/A")
    assert document.cable.unread == ()
    assert {code for code, _, _ in found(document)} == {"TG008"}


def test_address_before_the_originator_is_read_and_not_called_missing() -> None:
    document = tg.parse(f"R 061341Z MAY 09\nTO SECSTATE WASHDC\nFM AMEMBASSY NAIROBI\n{HEAD}{FIELDS}{BODY}")
    assert document.cable.action == (tg.Addressee("SECSTATE WASHDC"),)
    assert document.cable.originator == "AMEMBASSY NAIROBI"
    assert found(document) == [("TG008", 2, "TO SECSTATE WASHDC")]


def test_second_field_of_a_kind_is_kept_unread() -> None:
    document = tg.parse(f"{HEADING}{HEAD}{FIELDS}TAGS: OTHER\n\n{BODY}")
    assert document.cable.tags == (tg.Tag("PGOV"), tg.Tag("KE"))
    assert [one.text for one in document.cable.unread] == ["TAGS: OTHER"]


def test_caption_out_of_its_place_is_a_caption() -> None:
    document = tg.parse(f"{HEADING}{HEAD}{FIELDS.rstrip()}\n\nNOFORN\n\nClassified By: DCM A. ROE\n\n{BODY}")
    assert document.cable.captions == ("SIPDIS", "NOFORN")
    assert "TG208" in {code for code, _, _ in found(document)}


@pytest.mark.parametrize(
    ("line", "code", "number"),
    [("FM AMEMBASSY NAIROBI\n", "TG004", 2), ("TO SECSTATE WASHDC\n", "TG004", 3), ("TAGS: PGOV KE\n", "TG004", 9)],
)
def test_missing_line_is_reported_where_it_would_stand(line: str, code: str, number: int) -> None:
    assert found(tg.parse(WHOLE.replace(line, ""))) == [(code, number, "")]


def test_lines_that_no_field_owns_are_kept_with_what_they_follow() -> None:
    document = tg.parse(WHOLE.replace(HEAD, "%%% 7733 ~~\n~~ 12 %\n" + HEAD))
    assert document.cable.unread == (Unread("%%% 7733 ~~\n~~ 12 %", "action[0]"),)
    assert found(document) == [("TG005", 4, "%%% 7733 ~~\n~~ 12 %")]
    assert document.text_of(document.cable.unread[0]) == "%%% 7733 ~~\n~~ 12 %"


def test_lines_above_everything_follow_the_top() -> None:
    assert tg.parse(f"%%% 7733 ~~\n{WHOLE}").cable.unread == (Unread("%%% 7733 ~~", "the top"),)


def test_runs_apart_are_unread_apart() -> None:
    text = WHOLE.replace("FM AMEMBASSY", "%%\nFM AMEMBASSY").replace(HEAD, "~~\n" + HEAD)
    assert [(one.text, one.after) for one in tg.parse(text).cable.unread] == [("%%", "dtg"), ("~~", "action[0]")]


def test_field_whose_shape_is_wrong_is_unread_in_its_place() -> None:
    document = tg.parse(f"VZCZCXRO0457\nRR RUEHBC\nDE RUEHQT #O377 1502010\nZNY CCCCC ZZH\n{WHOLE}")
    assert document.cable.transmission is not None
    assert document.cable.transmission.station == Unread("DE RUEHQT #O377 1502010")
    assert found(document) == [("TG006", 3, "DE RUEHQT #O377 1502010")]


def test_many_runs_that_nobody_owns_take_linear_time() -> None:
    def seconds(count: int) -> float:
        text, best = HEADING + "RUEHC/AMEMBASSY ROME\n%%%\n" * count, float("inf")
        for _ in range(3):  # other processes take their share of the machine's caches
            start = time.process_time()
            assert tg.parse(text).cable.unread
            best = min(best, time.process_time() - start)
        return best

    seconds(10)  # builds the grammars
    assert seconds(8000) < 12 * max(seconds(2000), 0.02)


# Notices, other messages, byte order mark


def test_what_a_publisher_added_is_kept_as_notices() -> None:
    document = tg.parse(f"Tuesday, 15 May 2007, 09:13\n{HEAD}{FIELDS}{BODY}")
    assert document.cable.notices == ("Tuesday, 15 May 2007, 09:13",)
    assert found(document) == [("TG610", 1, "Tuesday, 15 May 2007, 09:13")]


def test_further_message_is_kept_unread_whole() -> None:
    second = "VZCZCXRO3391\nRR RUEHPB\n"
    document = tg.parse(f"VZCZCXRO3390\nRR RUEHPB\nDE RUEHSV #0092 0570355\nZNR UUUUU ZZH\n{WHOLE}NNNN\n{second}")
    [unread] = document.cable.unread
    assert unread.text == second.strip()
    assert unread.after == "the end of the message"
    reported = [(code, covered) for code, _, covered in found(document)]
    assert reported == [("TG112", "NNNN"), ("TG007", second.strip())]


def test_byte_order_mark_is_reported_with_its_word() -> None:
    document = tg.parse(f"\ufeff{WHOLE}")
    assert document.cable == tg.parse(WHOLE).cable
    assert found(document) == [("TG613", 1, "\ufeffR")]


# The body


def prose(text: str) -> list[str]:
    return [item.text for item in tg.parse(HEAD + FIELDS + text).cable.body if isinstance(item, Paragraph | Heading)]


def test_wrapped_lines_are_joined() -> None:
    assert prose("1. (C) One\n   and  more\tof it.\n\nX Y.\n") == ["One and more of it.", "X Y."]


def test_word_cut_by_a_page_mark_is_joined_and_its_halves_reported() -> None:
    text = f"{HEAD}{FIELDS}1. (C) A long-\n\nNAIROBI 00000912  002 OF 002\n\n\nstanding offer.\n\n2. (C) Two.\n"
    document = tg.parse(text)
    [first, _] = document.cable.body
    assert isinstance(first, Paragraph)
    assert first.text == "A long-standing offer."
    [start] = document.cable.section_starts
    assert first.text[start.offset :] == "standing offer."
    [cut] = [one for one in document.diagnostics if one.code == "TG608"]
    assert cut.expected == "long-standing"
    assert document.source[cut.span.start : cut.span.end].split() == [
        "long-",
        "NAIROBI",
        "00000912",
        "002",
        "OF",
        "002",
        "standing",
    ]


def test_dash_before_a_page_mark_is_no_cut_word() -> None:
    assert (
        prose("1. (C) An offer --\n\nNAIROBI 00000912  002 OF 002\n\n\nstanding.\n\nX Y.\n")[0]
        == "An offer -- standing."
    )


def test_address_broken_after_45_characters_is_joined_however_often() -> None:
    address = "http://www.example.gov/" + "abcdefghij" * 10
    broken = " ".join(address[place : place + 45] for place in range(0, len(address), 45))
    document = tg.parse(f"{HEAD}{FIELDS}1. (U) See {broken} for more.\n\n2. (U) Two.\n")
    assert prose(f"1. (U) See {broken} for more.\n\nX Y.\n")[0] == f"See {address} for more."
    assert {code for code, _, _ in found(document)} == {"TG607"}


def test_address_broken_after_45_characters_is_reported_where_it_stands_by_itself() -> None:
    address = "http://" + "a" * 38
    document = tg.parse(
        f"{HEAD}{FIELDS}1. (U) See {address}bbbb, and what stands at {address} cccc too.\n\n2. (U) Two.\n"
    )
    (one,) = [one for one in document.diagnostics if one.code == "TG607"]
    assert document.source[one.span.start : one.span.end] == f"{address} cccc"
    assert one.fix == f"{address}cccc"


@pytest.mark.parametrize("mark", ["NAIROBI 00000912  002 OF 002", "PAGE 02 NAIROB 00912"])
def test_a_field_goes_on_right_behind_a_page_mark(mark: str) -> None:
    document = tg.parse(f"{HEAD}{FIELDS}Classified By: Ambassador X. Y. for\n{mark}\nreasons 1.4 (b).\n\n1. (U) One.\n")
    classified = document.cable.classified_by
    assert classified is not None
    assert classified.text == "Ambassador X. Y. for reasons 1.4 (b)."
    assert document.cable.body == (tg.Paragraph("One.", 1, tg.PortionMarking("U")),)
    assert {"TG404", "TG407"} & {one.code for one in document.diagnostics}


def test_ruler_broken_after_45_characters_is_joined() -> None:
    document = tg.parse(f"{HEAD}{FIELDS}1. (C) One.\n\n{'-' * 45} {'-' * 5}\n\n2. (C) Two.\n")
    assert document.cable.body[1] == tg.Ruler("-" * 50)
    assert {code for code, _, _ in found(document)} == {"TG607"}
    spaced = tg.parse(f"{HEAD}{FIELDS}1. (C) One.\n\n* * * * *\n\n2. (C) Two.\n")
    assert spaced.cable.body[1] == tg.Ruler("* * * * *")
    assert spaced.diagnostics == ()


def test_shorter_address_is_not_joined_with_the_next_word() -> None:
    assert prose("1. (U) See http://www.example.gov today.\n\nX Y.\n")[0] == "See http://www.example.gov today."


@pytest.mark.parametrize(
    ("printed", "read", "code"),
    [
        ("<b>bold</b> words", "bold words", "TG609"),
        ("R&amp;D", "R&D", "TG609"),
        ("one<br>two", "one two", "TG609"),
        ("one&nbsp;two", "one two", "TG609"),
        ("25 $^{\\circ}$ C", "25 C", "TG609"),
        ("25 $^{\n\\circ}$ C", "25 C", "TG609"),  # wrapped, as print and mails do
        ("<a\nhref=x>a link</a>", "a link", "TG609"),
    ],
)
def test_what_a_converter_left_is_taken_out(printed: str, read: str, code: str) -> None:
    document = tg.parse(f"{HEAD}{FIELDS}1. (U) See {printed} now.\n\n2. (U) Two.\n")
    assert prose(f"1. (U) See {printed} now.\n\nX Y.\n")[0] == f"See {read} now."
    assert {one for one, _, _ in found(document)} == {code}


@pytest.mark.parametrize("printed", ["5 < 6 > 4", "costs $5 and $6 each", "A & B", "x <y and z> w"])
def test_signs_that_are_no_markup_stay(printed: str) -> None:
    assert prose(f"1. (U) See {printed} now.\n\nX Y.\n")[0] == f"See {printed} now."


def test_pilcrow_before_a_wrapped_number_is_taken_out_and_reported() -> None:
    document = tg.parse(f"{HEAD}{FIELDS}1. (C) It was due in\n¶2006. It came later.\n\n2. (C) Two.\n")
    first = document.cable.body[0]
    assert isinstance(first, Paragraph)
    assert first.text == "It was due in 2006. It came later."
    [diagnostic] = document.diagnostics
    assert (diagnostic.code, diagnostic.expected, diagnostic.fix) == ("TG303", "2006.", "2006.")
    assert document.source[diagnostic.span.start : diagnostic.span.end] == "¶2006."


def test_pilcrow_inside_a_line_stays() -> None:
    assert prose("1. (C) As said in ¶2. It is so.\n\nX Y.\n")[0] == "As said in ¶2. It is so."


def test_section_start_is_where_its_words_stand() -> None:
    document = tg.parse(
        f"{HEAD}{FIELDS}1. (C) He asked\n\nNAIROBI 00000912  002 OF 003\n\n\nthem.\n\n"
        "NAIROBI 00000912  003 OF 003\n\n\n2. (C) Two.\nROE\n"
    )
    starts = document.cable.section_starts
    assert [(one.section, one.item) for one in starts] == [(2, 0), (3, 1)]
    first = document.cable.body[0]
    assert isinstance(first, Paragraph)
    assert first.text[starts[0].offset :] == "them."
    assert starts[1].offset == 0


def test_debris_of_an_extraction_is_kept_as_a_notice() -> None:
    document = tg.parse(f"{WHOLE}\nID:\t187536\n")
    assert document.cable.notices == ("ID:\t187536",)
    assert document.cable.signature == "WHITCOMBE"


def test_diagnostics_stand_in_order_of_place_and_code() -> None:
    head = "Tuesday, 15 May 2007, 09:13\nEO 12958 DECL: 05/15/2017\nTAGS PREL, FR\nSUBJECT: X\n"
    text = f"{head}\n¶1.(C) One.\n¶2. (C) Two.\n"
    document = tg.parse(text)
    order = [(one.span.start, one.code) for one in document.diagnostics]
    assert order == sorted(order)
    assert len(order) > 5


# Lines that were joined


@pytest.mark.parametrize(
    ("head", "words", "number"),
    [
        ("Classified By: DCM A. Berg. REASON: 1.4 (b), (d) 1. (C) One.", "DCM A. Berg. REASON: 1.4 (b), (d)", "1."),
        ("Classified By: DCM,\nreasons 1.4 (b) and (d). ¶1.  (C) One.", "DCM, reasons 1.4 (b) and (d).", "¶1."),
        ("Classified By: DCM A. Berg\nREASON: 1.4 (b) 1. (C)\nOne.", "DCM A. Berg REASON: 1.4 (b)", "1."),
    ],
)  # fmt: skip
def test_first_paragraph_behind_the_reasons_is_no_part_of_them(head: str, words: str, number: str) -> None:
    text = HEADING + HEAD + FIELDS + head + "\n\n2. (C) Two.\nWHITCOMBE\n"
    document = tg.parse(text)
    assert document.cable.classified_by == tg.ClassifiedBy(words)
    assert document.cable.body == tg.parse(WHOLE).cable.body
    line = 1 + text[: text.index(number)].count("\n")
    assert ("TG302", line, number) in found(document)
    assert losses(text) == []


@pytest.mark.parametrize(
    "reasons", ["1.4 (b) 1.4 (c)", "1.4 (b) and 1. The", "1.4 (b), 11. (C) d", "1.4 (b) 1. (CIA) is"]
)
def test_reasons_that_go_on_are_no_paragraph(reasons: str) -> None:
    document = tg.parse(f"{HEADING}{HEAD}{FIELDS}Classified By: DCM A. Berg {reasons}\n\n{BODY}")
    assert document.cable.classified_by == tg.ClassifiedBy(f"DCM A. Berg {reasons}")
    assert document.cable.body == tg.parse(WHOLE).cable.body


# A second REF line


def references_of(*lines: str) -> tuple[list[tuple[str | None, str]], list[tuple[str, int, str]]]:
    text = HEADING + HEAD + FIELDS + "".join(f"{line}\n" for line in lines) + "\n" + BODY
    assert losses(text) == []
    document = tg.parse(text)
    return [(one.letter, one.text) for one in document.cable.references], found(document)


def test_label_of_a_second_ref_line_is_reported_at_its_own_place() -> None:
    assert references_of("REF: A. OSLO 1", "REF: B. OSLO 2") == (
        [("A", "OSLO 1"), ("B", "OSLO 2")],
        [("TG212", 13, "REF:")],
    )


def test_word_that_a_separator_follows_in_canonical_text_has_a_report_of_its_own() -> None:
    assert references_of("REF: OSLO 1", "REF: OSLO 2") == (
        [(None, "OSLO 1"), (None, "OSLO 2")],
        [("TG254", 12, "1"), ("TG212", 13, "REF:")],
    )


def test_label_without_a_value_between_two_references_is_not_the_word_before() -> None:
    references, reports = references_of("REF: OSLO 1", "REF:", "REF: OSLO 2")
    assert references == [(None, "OSLO 1"), (None, "OSLO 2")]
    assert ("TG254", 12, "1") in reports


@pytest.mark.parametrize(
    ("lines", "references"),
    [
        (["REF: OSLO 1", "A. OSLO 2", "REF: OSLO 3"], [(None, "OSLO 1"), (None, "OSLO 3"), ("A", "OSLO 2")]),
        (["REF: A. OSLO 1", "REF: OSLO 2"], [(None, "OSLO 2"), ("A", "OSLO 1")]),
        (["REF: B. OSLO 1", "REF: A. OSLO 2"], [("B", "OSLO 1 A. OSLO 2")]),
    ],
)
def test_references_of_several_lines_read_as_the_one_line_that_canonical_text_makes_of_them(
    lines: list[str], references: list[tuple[str | None, str]]
) -> None:
    read, reports = references_of(*lines)
    assert read == references
    assert [code for code, _, _ in reports] == ["TG254", "TG212"]


# A blank line behind a field that goes on


def test_blank_line_behind_a_wrapped_field_is_named_after_the_field() -> None:
    text = HEADING + HEAD + FIELDS.replace("PGOV KE", "PGOV\nKE\n") + BODY
    assert [one.message for one in tg.parse(text).diagnostics] == ["a blank line after the TAGS line"]


# Format lines 1 to 4 in another order

LINES = {
    "identification": "VZCZCXRO0457\n",
    "routing": "PP RUEHC RUEHDE\n",
    "station": "DE RUEHNR #0912/01 1261341\n",
    "security": "ZNY CCCCC ZZH\n",
}


@pytest.mark.parametrize("order", list(itertools.permutations(LINES)), ids="-".join)
def test_lines_of_the_transmission_are_read_in_any_order(order: tuple[str, ...]) -> None:
    lines = "".join(LINES[name] for name in order)
    document = tg.parse(lines + WHOLE)
    assert document.cable == tg.parse("".join(LINES.values()) + WHOLE).cable
    assert document.span_of("transmission") == tg.Span(0, len(lines) - 1)
    for name, line in LINES.items():
        span = document.span_of(f"transmission.{name}")
        assert span is not None
        assert document.source[span.start : span.end] == line.rstrip("\n")


@pytest.mark.parametrize("name", ["routing", "station", "security"])  # another line 1 begins another message
def test_a_second_line_of_a_kind_is_not_read_into_the_transmission(name: str) -> None:
    once = tg.parse("".join(LINES.values()) + WHOLE).cable
    twice = tg.parse("".join(LINES.values()) + LINES[name].replace("X", "Y").replace("RU", "RA") + WHOLE).cable
    assert twice.transmission == once.transmission


# The supplementary heading of a readdressal

SUPPLEMENTARY = "P 071341Z MAY 09 ZDK\nFM SECSTATE WASHDC\nTO AMEMBASSY ROME\nINFO NSC\nCIA\n"


def test_a_supplementary_heading_is_a_value_of_its_own() -> None:
    document = tg.parse(SUPPLEMENTARY + WHOLE)
    again = tg.Readdressal(
        precedence=tg.PrecedencePair(tg.Precedence.PRIORITY),
        dtg=tg.DateTimeGroup("07", "1341", "Z", "MAY", "09"),
        message_instructions="ZDK",
        originator="SECSTATE WASHDC",
        action=(tg.Addressee("AMEMBASSY ROME"),),
        info=(tg.Addressee("NSC"), tg.Addressee("CIA")),
    )
    assert document.cable.readdressal == again
    assert hash(document.cable.readdressal) == hash(again)
    assert document.cable.dtg == tg.parse(WHOLE).cable.dtg
    assert document.span_of("readdressal") == tg.Span(0, len(SUPPLEMENTARY) - 1)


def test_an_accounting_symbol_of_a_supplementary_heading_is_kept() -> None:
    document = tg.parse(f"{SUPPLEMENTARY}STATE GRNC\n{WHOLE}")
    assert document.cable.unread == (Unread("STATE GRNC", "readdressal"),)
    span = document.span_of("unread[0]")
    assert span is not None
    assert document.source[span.start : span.end] == "STATE GRNC"
    assert document.cable.accounting is None


def test_mark_of_a_later_section_above_a_field_belongs_behind_the_text_head() -> None:
    mark = "OSLO 00000012  002 OF 002"
    document = tg.parse(f"UNCLAS SECTION 01 OF 02 OSLO 000012\n\n{mark}\n\nSUBJECT: MARKET DAY\n\n1. (U) One.\n")
    (one,) = (one for one in document.diagnostics if one.code == "TG407")
    assert (document.source[one.span.start : one.span.end], one.expected) == (mark, "the mark behind the text head")
    assert document.cable.section_starts == (tg.SectionStart(2, 0),)


MESSAGE_LINES = {
    "FM": "FM AMEMBASSY NAIROBI\n",
    "date": "P R 061341Z MAY 09\n",
    "TO": "TO RUEHC/SECSTATE WASHDC PRIORITY 0912\nRUEHKI/AMEMBASSY KINSHASA\n",
    "INFO": "INFO RUEHLO/AMEMBASSY LONDON 0263\nRUEHSA/AMEMBASSY PRETORIA 0791\n",
}
RELAY = "VZCZCXRO0457\nPP RUEHC\nDE RUEHNR #0912/01 1261341\nZNY CCCCC ZZH\n"


@pytest.mark.parametrize("relay", ["", RELAY])
@pytest.mark.parametrize("separation", ["", "BT\n"])
@pytest.mark.parametrize("without", ["", "INFO"])
def test_lines_of_the_message_are_read_in_any_order(relay: str, separation: str, without: str) -> None:
    names = [name for name in MESSAGE_LINES if name != without]
    ordinary = "".join(MESSAGE_LINES[name] for name in ("date", "FM", "TO", "INFO") if name in names)
    expected = tg.parse(relay + ordinary + HEAD + FIELDS + BODY)
    assert expected.diagnostics == ()
    for order in itertools.permutations(names):
        text = relay + "".join(MESSAGE_LINES[name] for name in order) + separation + HEAD + FIELDS + BODY
        assert_laws(text)
        document = tg.parse(text)
        assert document.cable == expected.cable, order
        assert {one.code for one in document.diagnostics} <= {"TG008", "TG112"}, order


def test_originator_above_the_date_is_the_one_line_that_is_out_of_its_place() -> None:
    document = tg.parse("".join(MESSAGE_LINES[name] for name in ("FM", "date", "TO", "INFO")) + HEAD + FIELDS + BODY)
    assert found(document) == [("TG008", 1, "FM AMEMBASSY NAIROBI")]


@pytest.mark.parametrize("line", ["INFO AMEMBASSY PRETORIA", "TO AMEMBASSY PRETORIA"])
def test_a_second_list_of_addresses_is_kept_unread_where_the_originator_is_moved(line: str) -> None:
    lines = "".join(MESSAGE_LINES[name] for name in ("FM", "date", "TO", "INFO"))
    document = tg.parse(lines + line + "\n" + HEAD + FIELDS + BODY)
    assert document.cable.unread == (Unread(line, "info[1]"),)
    assert [len(document.cable.action), len(document.cable.info)] == [2, 2]


def test_a_downgrade_is_no_declassification() -> None:
    text = (
        "C O N F I D E N T I A L OSLO 000159\nE.O. 12958: DNG: CO 10/18/2029\nTAGS: PREL\nSUBJECT: X\n\n1. (C) One.\n"
    )
    order = tg.parse(text).cable.executive_order
    assert isinstance(order, tg.ExecutiveOrder)
    assert (order.declassify_on, order.downgrade_on) == (None, dt.date(2029, 10, 18))
    order = tg.parse(text.replace("DNG: CO", "DECL:")).cable.executive_order
    assert isinstance(order, tg.ExecutiveOrder)
    assert (order.declassify_on, order.downgrade_on) == (dt.date(2029, 10, 18), None)


@pytest.mark.parametrize(
    "field", ["SUBJECT: TALKS ON FISH", "SUBJECT: X\nREF: OSLO 22", "SUBJECT: X\nREF: A. OSLO 1\nB. OSLO 2"]
)
def test_a_first_paragraph_right_below_a_field_is_no_part_of_it(field: str) -> None:
    """Practice: 47 real cables have no blank line there; telegrams before 1980 have no portion markings either."""
    text = f"UNCLAS OSLO 000159\nE.O. 11652: N/A\nTAGS: PREL\n{field}\n1. The first.\n\n2. The second.\n"
    cable = tg.parse(text).cable
    assert cable == tg.parse(text.replace("\n1. The", "\n\n1. The")).cable
    assert [item.number for item in cable.body if isinstance(item, tg.Paragraph)] == [1, 2]


def test_a_numbered_list_of_references_is_one() -> None:
    text = "UNCLAS OSLO 000159\nTAGS: PREL\nSUBJECT: X\nREF:\n1. OSLO 22\n2. BERN 33\n\n1. (U) One.\n"
    assert len(tg.parse(text).cable.body) == 1


def test_a_letter_of_a_list_is_no_portion_marking() -> None:
    items = tg.parse("1. (U) Four points:\n\n(a) one;\n\n(b) two;\n\n(c) three;\n\n(d) four.\n").cable.body[1:]
    assert [item.marker for item in items if isinstance(item, tg.ListItem)] == ["(a)", "(b)", "(c)", "(d)"]
    marked = tg.parse("1. (U) Points:\n\n(a) one;\n\n(c) Marked.\n").cable.body[-1]
    assert isinstance(marked, tg.Paragraph)
    assert marked.marking == tg.PortionMarking("c")


@pytest.mark.parametrize("number", ["(2)", "(2).", "2.", "2..", "2)"])
def test_a_damaged_number_with_a_marking_begins_a_paragraph(number: str) -> None:
    second = tg.parse(f"1. (U) One.\n\n{number} (C) Two.\n").cable.body[1]
    if number == "2)":
        assert second == tg.ListItem("2)", "Two.", tg.PortionMarking("C"))
    else:
        assert second == tg.Paragraph("Two.", 2, tg.PortionMarking("C"))


@pytest.mark.parametrize("name", ["LeBaron", "McFaul", "McCARTHY", "O'Keefe", "DuBois", "Beyrle"])
def test_a_name_with_a_capital_inside_is_a_signature(name: str) -> None:
    assert tg.parse(f"1. (U) One.\n{name}\n").cable.signature == name


def test_the_class_line_of_a_later_section_ends_no_text_without_fields() -> None:
    """The head is repeated where a section begins (ACP 127 section 208), the text stands right below its own one."""
    text = "S E C R E T OSLO 000123\n\nThe boats are\nS E C R E T SECTION 02 OF 03 OSLO 000123\nback.\n\nROKE\n"
    document = tg.parse(text)
    assert (document.cable.signature, document.cable.unread) == ("ROKE", ())
    assert [found.code for found in document.diagnostics if found.code.startswith("TG0")] == []
