"""The cable that this project began from, converted from print with all its noise: what it says, to the letter."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest

import telegram_grammar as tg
from absence import without_corpus
from telegram_grammar import Addressee, Cable, ClassificationLevel, Document, Heading, Paragraph, Precedence

IDENTIFICATION: Final = "VZCZCXRO0457"
SECTION_2: Final = "PARIS 00002652 002 OF 002"

#: Each noise that parsing undoes: code, line, column, the text that it covers.
NOISE: Final = [
    ("TG003", 8, 53, "RUEHBW/AMEMBASSY BELGRADE IMMEDIATE 0800"),  # two addresses on a line
    ("TG001", 14, 1, "\n"),  # a blank line between addresses and class line
    ("TG010", 22, 1, "\nTAGS: PREL PGOV UNSC SR YI IT GM FR\n\n"),  # E.O., TAGS and SUBJECT apart
    ("TG001", 26, 1, "\n"),  # the blank line inside the subject
    ("TG608", 29, 67, "REASO NS"),  # cut at column 70, joined with a blank
    ("TG609", 29, 92, r"$^{\circ}$"),  # left over from LaTeX
    ("TG602", 31, 1, "11."),  # pilcrows read as the digit 1, two of them behind a dash
    ("TG603", 35, 1, "- "),
    ("TG602", 35, 3, "12."),
    ("TG603", 36, 1, "- "),
    ("TG602", 36, 3, "13."),
    ("TG602", 40, 1, "14."),
    ("TG009", 41, 1, "\n"),  # a false blank line inside paragraph 4
    ("TG602", 46, 1, "15."),
    ("TG406", 48, 1, SECTION_2),  # the page mark inside paragraph 5
    ("TG607", 53, 1, "http://www.state.sgov.gov/p/eur/paris/index.c fm"),  # broken after 45 characters
]


@pytest.fixture(scope="module")
def document(corpus_texts: dict[str, str]) -> Document:
    found = [text for text in corpus_texts.values() if text.startswith(f"{IDENTIFICATION}\n")]
    if not found:
        without_corpus()
    [text] = found
    return tg.parse(text)


@pytest.fixture(scope="module")
def cable(document: Document) -> Cable:
    return document.cable


def words(document: Document, first: int, last: int) -> list[str]:
    """The words of the source's lines from `first` to `last`."""
    return " ".join(document.line_text(line) for line in range(first, last + 1)).split()


def test_transmission_lines_are_read(cable: Cable) -> None:
    assert cable.transmission == tg.Transmission(
        identification=IDENTIFICATION,
        precedence="OO",
        routing=("RUEHDBU", "RUEHFL", "RUEHKW", "RUEHLA", "RUEHROV", "RUEHSR"),
        station="RUEHFR",
        serial="2652",
        section="01",
        filed=tg.FilingTime("171", "1029"),
        security=tg.SecurityWarning("ZNY", "CCCCC"),
        operating_signals=("ZZH",),
    )


def test_filing_time_is_that_of_the_date_time_group(cable: Cable) -> None:
    moment = dt.datetime(2007, 6, 20, 10, 29, tzinfo=dt.UTC)
    assert cable.transmission is not None
    assert cable.transmission.filed is not None
    assert cable.transmission.filed.datetime(2007) == moment
    assert isinstance(cable.dtg, tg.DateTimeGroup)
    assert cable.dtg.datetime == moment


def test_precedence_and_date_are_as_printed(cable: Cable) -> None:
    assert cable.precedence == tg.PrecedencePair(Precedence.IMMEDIATE)
    assert cable.precedence.action.prosign == "O"
    assert cable.dtg == tg.DateTimeGroup("20", "1029", "Z", "JUN", "07")
    assert cable.message_instructions is None


def test_originator_and_action_addressee_are_read(cable: Cable) -> None:
    assert cable.originator == "AMEMBASSY PARIS"
    assert cable.action == (Addressee("SECSTATE WASHDC", "RUEHC", precedence="IMMEDIATE", numbers="8372"),)
    assert cable.exempt == ()


def test_seven_information_addressees_are_read_though_two_share_a_line(cable: Cable) -> None:
    assert cable.info == (
        Addressee("EUROPEAN POLITICAL COLLECTIVE", "RUEHZL", precedence="IMMEDIATE"),
        Addressee("AMEMBASSY BELGRADE", "RUEHBW", precedence="IMMEDIATE", numbers="0800"),
        Addressee("USOFFICE PRISTINA", "RUEHPS", precedence="IMMEDIATE"),
        Addressee("USMISSION USUN NEW YORK", "RUCNDT", precedence="IMMEDIATE", numbers="1273"),
        Addressee("USMISSION USNATO", "RUEHNO", precedence="IMMEDIATE", numbers="3742"),
        Addressee("USEU BRUSSELS", "RUEHBS", precedence="IMMEDIATE", numbers="2026"),
        Addressee("HQ USEUCOM VAIHINGEN GE", "RHMFISS", precedence="IMMEDIATE"),
    )


def test_class_line_and_captions_are_read(cable: Cable) -> None:
    assert cable.classification == tg.Classification(ClassificationLevel.CONFIDENTIAL)
    assert cable.section == tg.Section(1, 2)
    assert cable.message == tg.MessageNumber("PARIS", "002652")
    assert cable.mrn == "07 PARIS 2652"
    assert cable.captions == ("SIPDIS", "SIPDIS")
    assert cable.passing == ()


def test_executive_order_and_tags_are_read(cable: Cable) -> None:
    assert cable.executive_order == tg.ExecutiveOrder("12958", "DECL", "06/20/2017")
    assert cable.executive_order.declassify_on == dt.date(2017, 6, 20)
    assert [tag.code for tag in cable.tags] == ["PREL", "PGOV", "UNSC", "SR", "YI", "IT", "GM", "FR"]


def test_subject_runs_on_over_its_blank_line(cable: Cable) -> None:
    assert cable.subject == "KOSOVO QUINT PARIS MINISTERIAL?; AHTISAARI'S VISIT TO PARIS"
    assert cable.subject_marking is None
    assert cable.references == ()


def test_classifier_is_read_with_title_and_reasons(cable: Cable) -> None:
    assert cable.classified_by == tg.ClassifiedBy(
        "POLITICAL MINISTER COUNSELOR JOSIAH ROSENBLATT FOR REASONS 1.4 (b) AND (d)"
    )
    assert cable.classified_by.name == "JOSIAH ROSENBLATT"
    assert cable.classified_by.title == "POLITICAL MINISTER COUNSELOR"
    assert cable.classified_by.reasons == tg.Reasons("1.4", ("b", "d"))


def test_body_has_five_confidential_paragraphs_and_three_headings(cable: Cable) -> None:
    body = [item.text if isinstance(item, Heading) else getattr(item, "number", None) for item in cable.body]
    assert body == [
        1,
        "PROPOSED KOSOVO QUINT MINISTERIAL",
        2,
        3,
        "AHTISAARI'S JUNE 18 VISIT TO PARIS",
        4,
        "WHERE IS THE MFA ON KOSOVO?",
        5,
    ]
    paragraphs = [item for item in cable.body if isinstance(item, Paragraph)]
    assert [item.marking for item in paragraphs] == [tg.PortionMarking("C")] * 5
    assert [cable.cite(item) for item in paragraphs] == [f"07 PARIS 2652, para {number}" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("number", "lines", "lead"),
    [(1, (31, 31), 2), (2, (35, 35), 3), (3, (36, 36), 3)],
)
def test_paragraph_holds_the_words_of_its_line(
    document: Document, number: int, lines: tuple[int, int], lead: int
) -> None:
    [paragraph] = [one for one in document.cable.body if isinstance(one, Paragraph) and one.number == number]
    assert paragraph.text == " ".join(words(document, *lines)[lead:])


def test_paragraph_4_runs_on_over_the_false_blank_line(document: Document) -> None:
    [paragraph] = [one for one in document.cable.body if isinstance(one, Paragraph) and one.number == 4]
    assert document.line_text(41) == ""
    assert paragraph.text == " ".join(words(document, 40, 42)[2:])


def test_paragraph_5_runs_on_over_the_page_mark(document: Document) -> None:
    [paragraph] = [one for one in document.cable.body if isinstance(one, Paragraph) and one.number == 5]
    assert document.line_text(48) == SECTION_2
    before, behind = words(document, 46, 47)[2:], words(document, 49, 50)
    assert paragraph.text == " ".join([*before, *behind])


def test_section_2_begins_where_the_page_mark_stood(document: Document) -> None:
    cable = document.cable
    [start] = cable.section_starts
    assert (start.section, start.page) == (2, None)
    paragraph = cable.body[start.item]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.number == 5
    assert paragraph.text[start.offset :] == " ".join(words(document, 49, 50))


def test_website_footer_is_the_closing(cable: Cable) -> None:
    assert cable.closing == (
        "Please visit Paris' Classified Website at:",
        "http://www.state.sgov.gov/p/eur/paris/index.cfm",
    )


def test_signature_is_read(cable: Cable) -> None:
    assert cable.signature == "PEKALA"


def test_nothing_is_left_unread(cable: Cable) -> None:
    assert cable.unread == ()
    assert cable.notices == ()
    assert cable.readdressal is None
    assert cable.accounting is None


def test_each_noise_is_a_diagnostic_at_its_place(document: Document) -> None:
    found = [
        (one.code, *document.line_column(one.span.start), document.source[one.span.start : one.span.end])
        for one in document.diagnostics
    ]
    assert found == NOISE


def test_leaves_tile_the_text(document: Document) -> None:
    assert "".join(document.source[leaf.start : leaf.end] for leaf in document.leaves()) == document.source
