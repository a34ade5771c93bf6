"""The text head: each builder's values, its reports, its laws, and its agreement with Lark."""

from __future__ import annotations

import functools
import gc
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

import telegram_grammar as tg
from telegram_grammar import caption_fields, classified_fields, inner_labels, reference_fields
from telegram_grammar import text_head_fields as fields
from telegram_grammar._lark import lark_of, load_rules
from telegram_grammar.classified_fields import classified_by
from telegram_grammar.codes import noise, structure
from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Code
from telegram_grammar.head_words import head_matcher
from telegram_grammar.matchers import matcher
from telegram_grammar.model import (
    ClassificationLevel,
    ClassifiedBy,
    ExecutiveOrder,
    MessageNumber,
    PortionMarking,
    Reference,
    Section,
    Tag,
    Unread,
)
from telegram_grammar.text_head_fields import ClassLine

BLANKS: Final = " \t\xa0\f\r\n"
Level = ClassificationLevel


class Reports(list[tuple[Code, int, int, str | None]]):
    """A report function that remembers: code, start, end and fix. It fails where a message lacks a word."""

    def __call__(
        self, code: Code, start: int, end: int, /, *, expected: str | None = None, fix: str | None = None, **words: str
    ) -> None:
        assert code.message.format(**words)
        self.append((code, start, end, fix))

    @property
    def codes(self) -> list[Code]:
        return [row[0] for row in self]


def read(build: Callable[..., Any], text: str) -> tuple[Any, Reports]:
    reports = Reports()
    return build(text, 0, len(text), reports), reports


def words(text: str) -> list[str]:
    return [word for word in re.split(f"[{BLANKS}]+", text) if word]


# ---- canonical forms, as the renderer prints them ----------------------------------------------------------


def class_text(line: ClassLine) -> str:
    assert line.classification is not None
    level, word = line.classification.level, line.classification.word
    printed = word or level.value
    parts = [" ".join(printed.replace(" ", "")) if level.classified else printed, *line.classification.caveats]
    if line.section:
        parts.append(f"SECTION {line.section.number:02d} OF {line.section.total:02d}")
    if line.message:
        parts += [part for part in (line.message.post, line.message.number) if part]
    return " ".join(parts)


def order_text(order: ExecutiveOrder) -> str:
    return fields.executive_order_words(order)


def tags_text(tags: tuple[Tag, ...]) -> str:
    return " ".join(["TAGS:", *(tag.code or f"({tag.name})" for tag in tags)])


def subject_text(value: tuple[str, PortionMarking | None]) -> str:
    marking = [f"({value[1].text})"] if value[1] else []
    return " ".join(["SUBJECT:", *marking, *([value[0]] if value[0] else [])])


def references_text(references: tuple[Reference, ...]) -> str:
    bare = "; ".join(item.text for item in references if item.letter is None)
    lettered = [f"{item.letter}. {item.text}".rstrip() for item in references if item.letter]
    return "\n".join([f"REF: {bare}".rstrip(), *lettered]) if bare else "REF: " + "\n".join(lettered)


def classified_text(value: ClassifiedBy) -> str:
    marking = f"({value.marking.text}) " if value.marking else ""
    return f"{marking}{'Derived From:' if value.derived else 'Classified By:'} {value.text}".rstrip()


def captions_text(found: list[tuple[str, str, int, int]]) -> str:
    return "\n".join(value for _, value, _, _ in found)


CANONICAL: Final[dict[str, tuple[Callable[..., Any], Callable[[Any], str]]]] = {
    "class_line": (fields.class_line, class_text),
    "executive_order": (fields.executive_order, order_text),
    "tags": (fields.tags, tags_text),
    "subject": (fields.subject, subject_text),
    "references": (fields.references, references_text),
    "classified_by": (fields.classified_by, classified_text),
    "captions": (fields.captions, captions_text),
}


def assert_laws(name: str, text: str) -> None:
    """No word is lost unsaid, canonical text reads as the same value, and spans lie in the field."""
    build, render = CANONICAL[name]
    value, reports = read(build, text)
    for code, start, end, _ in reports:
        assert 0 <= start < end <= len(text), (code.name, start, end, text)
    if isinstance(value, Unread) or (name == "class_line" and (value.rest or value.classification is None)):
        return
    canonical = render(value)
    spans = [(start, end) for code, start, end, _ in reports if code.rewrites or code.drops]
    kept = Counter(
        found[0]
        for found in re.finditer(f"[^{BLANKS}]+", text)
        if not any(start <= found.start() and found.end() <= end for start, end in spans)
    )
    if name == "references":  # a pilcrow is reported by who calls, with a code of its own
        kept = Counter({word: count for word, count in kept.items() if not word.startswith("¶")})
    assert not kept - Counter(words(canonical)), (text, canonical, reports)
    if name == "captions":
        again = [read(build, line)[0][0][:2] for line in canonical.split("\n") if line]
        assert again == [item[:2] for item in value], (text, canonical)
        return
    assert read(build, canonical)[0] == value, (text, canonical)


# ---- class line --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level", "section", "message"),
    [
        ("C O N F I D E N T I A L SECTION 01 OF 02 PARIS 000123", Level.CONFIDENTIAL, (1, 2), ("PARIS", "000123")),
        ("S E C R E T RIO DE JANEIRO 000123", Level.SECRET, None, ("RIO DE JANEIRO", "000123")),
        ("T O P  S E C R E T STATE 12345", Level.TOP_SECRET, None, ("STATE", "12345")),
        ("R E S T R I C T E D BONN 17", Level.RESTRICTED, None, ("BONN", "17")),
        ("UNCLAS MANAGUA 001002", Level.UNCLASSIFIED, None, ("MANAGUA", "001002")),
        ("UNCLAS EFTO BONN 00017", Level.UNCLASSIFIED_EFTO, None, ("BONN", "00017")),
        ("LIMITED OFFICIAL USE PARIS 1234", Level.LIMITED_OFFICIAL_USE, None, ("PARIS", "1234")),
        ("S E C R E T SECTION 01 OF 02 XXXXXXXXXXXX 000004", Level.SECRET, (1, 2), ("XXXXXXXXXXXX", "000004")),
    ],
)
def test_a_regular_class_line_is_read_without_a_report(
    text: str, level: ClassificationLevel, section: tuple[int, int] | None, message: tuple[str, str]
) -> None:
    line, reports = read(fields.class_line, text)
    assert line.classification.level is level
    assert line.section == (Section(*section) if section else None)
    assert line.message == MessageNumber(*message)
    assert line.rest is None
    assert not reports


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("SS E C R E T", Level.SECRET),
        ("E C R E T", Level.SECRET),
        ("SE C R E T", Level.SECRET),
        ("CSE C R E T", Level.SECRET),
        ("CC O N F I D E N T I A L", Level.CONFIDENTIAL),
        ("O N F I D E N T I A L", Level.CONFIDENTIAL),
        ("CO N F I D E N T I A L", Level.CONFIDENTIAL),
        ("C ONFIDENTIAL", Level.CONFIDENTIAL),
        ("UUNCLAS", Level.UNCLASSIFIED),
        ("TT O P S E C R E T", Level.TOP_SECRET),
    ],
)
def test_a_damaged_class_word_is_undone_and_reported(word: str, level: ClassificationLevel) -> None:
    text = f"{word} SECTION 01 OF 02 PARIS 000123"
    line, reports = read(fields.class_line, text)
    assert (line.classification.level, line.classification.word) == (level, None)
    assert line.message == MessageNumber("PARIS", "000123")
    assert reports.codes == [noise.CLASS_DAMAGED]
    assert text[reports[0][1] : reports[0][2]] == word
    assert matcher("text_head", "class_claim").match(text)


@pytest.mark.parametrize(("plain", "letter"), [("i", "\u0130"), ("i", "\u0131"), ("s", "\u017f")])
@pytest.mark.parametrize("word", ["Unclassified", "Limited Official Use"])
def test_a_letter_that_no_telegram_has_is_what_the_grammar_takes_it_for(word: str, plain: str, letter: str) -> None:
    usual, _ = read(fields.class_line, f"{word} SECTION 01 OF 02 PARIS 000123")
    line, reports = read(fields.class_line, f"{word.replace(plain, letter)} SECTION 01 OF 02 PARIS 000123")
    assert line.classification.level == usual.classification.level
    assert reports.codes == [codes.CLASS_SMALL_LETTERS]


def test_small_letters_stay_as_printed() -> None:
    line, reports = read(fields.class_line, "S e c r e t section 01 of 02 paris 000123")
    assert line.classification.word == "Secret"
    assert line.message == MessageNumber("paris", "000123")
    assert reports.codes == [codes.CLASS_SMALL_LETTERS, codes.CLASS_LINE_FORM]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("S E C R E T SECTION 1 OF 2 PARIS 1", Section(1, 2)),
        ("S E C R E T SECTION 01 of 02 PARIS 1", Section(1, 2)),
        ("S E C R E T FINAL SECTION OF 3 PARIS 1", Section(3, 3)),
        ("S E C R E T SECTION 01OF02 PARIS 1", Section(1, 2)),
    ],
)
def test_other_forms_of_section_are_read_and_reported(text: str, section: Section) -> None:
    line, reports = read(fields.class_line, text)
    assert line.section == section
    assert reports.codes == [codes.CLASS_LINE_FORM]
    assert reports[0][3] == f"SECTION {section.number:02d} OF {section.total:02d}"


def test_what_follows_the_number_is_handed_back() -> None:
    text = "S E C R E T PARIS 000123 SIPDIS NOFORN"
    line, _ = read(fields.class_line, text)
    assert line.message == MessageNumber("PARIS", "000123")
    assert text[slice(*line.rest)] == "SIPDIS NOFORN"


@pytest.mark.parametrize("text", ["S E C R E T SIPDIS", "CONFIDENTIAL a long sentence goes on here", "SECRET (X) 1"])
def test_words_that_are_no_post_are_handed_back(text: str) -> None:
    line, _ = read(fields.class_line, text)
    assert line.message is None
    assert line.rest is not None
    assert line.rest[1] == len(text)


def test_a_missing_number_is_reported() -> None:
    line, reports = read(fields.class_line, "S E C R E T PARIS")
    assert line.message == MessageNumber("PARIS", "")
    assert reports.codes == [codes.NUMBER_MISSING]


@pytest.mark.parametrize(
    "text", ["S E C R E T//NOFORN PARIS 1", "S E C R E T NOFORN PARIS 1", "S E C R E T //NOFORN// PARIS 1"]
)
def test_caveats_before_the_post_belong_to_the_classification(text: str) -> None:
    line, reports = read(fields.class_line, text)
    assert line.classification.caveats == ("NOFORN",)
    assert line.message == MessageNumber("PARIS", "1")
    assert codes.CAVEAT_ON_CLASS_LINE in reports.codes


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("SECRET PARIS 000123", True),
        ("CONFIDENTIAL", True),
        ("UNCLAS SECTION 01 OF 02 PARIS 1", True),
        ("LIMITED OFFICIAL USE PARIS 1", True),
        ("Secret paris 000123", True),
        ("Unclas section 01 of 02 khartoum 000881", True),
        ("S e c r e t paris", True),
        ("Secret talks were held", False),
        ("Secret talks were held in 2004 again", False),
        ("secret", False),
        ("SECRETARY OF STATE", False),
        ("SECRET//NOFORN", False),
        ("UNCLASSY", False),
    ],
)
def test_prose_is_no_class_line(text: str, claimed: bool) -> None:
    assert bool(matcher("text_head", "class_claim").match(text)) is claimed


# ---- E.O. --------------------------------------------------------------------------------------------------

ORDERS: Final = [
    ("E.O. 12958: DECL: 06/20/2017", ExecutiveOrder("12958", "DECL", "06/20/2017"), []),
    ("E.O. 13526: DECL: 2035/06/20", ExecutiveOrder("13526", "DECL", "2035/06/20"), []),
    ("E.O. 12958: DECL: 2019-06-20", ExecutiveOrder("12958", "DECL", "2019-06-20"), []),
    ("E.O. 12958: DECL:  9/9/19", ExecutiveOrder("12958", "DECL", "9/9/19"), []),
    ("E.O. 12958: N/A", ExecutiveOrder("12958", "N/A"), []),
    ("E.O. 12958: DECL: TEN YEARS AFTER\nUNION", ExecutiveOrder("12958", "DECL", None, "TEN YEARS AFTER UNION"), []),
    ("E.O. 12958: DECL: X1", ExecutiveOrder("12958", "DECL", None, "X1"), []),
    ("E.O. 12958: DNG: CO 10/18/2029", ExecutiveOrder("12958", "DNG", "10/18/2029", downgrade="CO"), []),
    ("E.O. 11652: GDS", ExecutiveOrder("11652", "GDS"), []),
    ("E.O. 11652: XGDS-1 DECLAS 12/31/99", ExecutiveOrder("11652", "XGDS-1 DECLAS", "12/31/99"), []),
    ("E.O. 11652: ADS DECLAS 1/1/80", ExecutiveOrder("11652", "ADS DECLAS", "1/1/80"), []),
    (
        "E.O. 12065: GDS 8/12/85 (DOE, JOHN) OR-P",
        ExecutiveOrder("12065", "GDS", "8/12/85", authority="DOE, JOHN", suffix="OR-P"),
        [],
    ),
    (
        "E.O. 12065: RDS-4 6/5/99 (DOE, JOHN) OR-M",
        ExecutiveOrder("12065", "RDS-4", "6/5/99", authority="DOE, JOHN", suffix="OR-M"),
        [],
    ),
    ("E.O. 12958: Declassify on 9/24/2019", ExecutiveOrder("12958", "Declassify on", "9/24/2019"), []),
    ("EO 12958 DECL: 06/20/2017", ExecutiveOrder("12958", "DECL", "06/20/2017"), [codes.ORDER_LABEL]),
    ("E.O. 12958 DECL: 06/20/2017", ExecutiveOrder("12958", "DECL", "06/20/2017"), [codes.ORDER_LABEL]),
    ("E.o. 12958: decl: 05/16/2033", ExecutiveOrder("12958", "decl", "05/16/2033"), [codes.ORDER_LABEL]),
    ("E.0. 12958: N/A", ExecutiveOrder("12958", "N/A"), [codes.LABEL_MISTYPED]),
    ("E.O.: 12958: N/A", ExecutiveOrder("12958", "N/A"), [codes.LABEL_MISTYPED]),
    ("E.O 12958: N/A", ExecutiveOrder("12958", "N/A"), [codes.LABEL_MISTYPED]),
    ("E.O. 1295: N/A", ExecutiveOrder("1295", "N/A"), []),
    ("E.O. 12958:N/A", ExecutiveOrder("12958", "N/A"), [codes.ORDER_LABEL]),
    (
        "E.O.12356: DECL:OADR",
        ExecutiveOrder("12356", "DECL", None, "OADR"),
        [codes.ORDER_LABEL, codes.INSTRUCTION_FORM],
    ),
    ("E.O. 12958: DECLl: 6/2/2017", ExecutiveOrder("12958", "DECLl", "6/2/2017"), []),
    ("E.O. 12958: DECL 6/2/2017", ExecutiveOrder("12958", "DECL", "6/2/2017"), [codes.INSTRUCTION_FORM]),
    ("E.O. 12958: DECL: 099/1/2019", ExecutiveOrder("12958", "DECL", "099/1/2019"), []),
    ("E.O. 12958: DECL: 06/20/2017.", ExecutiveOrder("12958", "DECL", "06/20/2017"), [codes.INSTRUCTION_FORM]),
    ("E.O. 12958: 07/22/2019", ExecutiveOrder("12958", None, "07/22/2019"), [codes.INSTRUCTION_MISSING]),
    (
        "E.O. 11652: AS AMENDED; RELEASED JUNE 21, 2006",
        ExecutiveOrder("11652", None, None, "AS AMENDED; RELEASED JUNE 21, 2006"),
        [codes.INSTRUCTION_MISSING],
    ),
    (
        "EO 12958 <strong>DECL: 06/20/2017",
        ExecutiveOrder("12958", "DECL", "06/20/2017"),
        [noise.MARKUP, codes.ORDER_LABEL],
    ),
    ("E.O. 12958: DECL: 06/20/2017</strong>", ExecutiveOrder("12958", "DECL", "06/20/2017"), [noise.MARKUP]),
    ("E.O. 12958", ExecutiveOrder("12958"), [codes.ORDER_LABEL]),
]


@pytest.mark.parametrize(("text", "order", "reported"), ORDERS)
def test_executive_order(text: str, order: ExecutiveOrder, reported: list[Code]) -> None:
    value, reports = read(fields.executive_order, text)
    assert value == order
    assert [code for code in reports.codes if code in reported] == reported
    if not reported:
        assert set(reports.codes) <= {codes.LABEL_MISTYPED}
    assert_laws("executive_order", text)


@pytest.mark.parametrize("text", ["E.O. WAS SIGNED", "E.O.", "E.O. 129", "no such thing"])
def test_an_executive_order_without_its_shape_stays_unread(text: str) -> None:
    value, reports = read(fields.executive_order, text)
    assert value == Unread(text)
    assert reports.codes == [structure.BROKEN]


@pytest.mark.parametrize(
    ("find", "text", "place"),
    [
        (inner_labels.tags_on_line, "E.O. 12958: DECL: 11/23/2015 TAGS: PGOV BR", 29),
        (inner_labels.tags_on_line, "EO 12958 DECL: 11/23/2015 TAGS PGOV, BR", 26),
        (inner_labels.tags_on_line, "E.O. 12958: DECL: WHEN ALL TAGS are gone", None),
        (inner_labels.ref_on_line, "SUBJECT: A VISIT REF: STATE 1", 17),
        (inner_labels.ref_on_line, "SUBJECT: CRIMEREF: A. LONDON 1939", 14),
        (inner_labels.ref_on_line, "SUBJECT: A BRIEF: VISIT", None),
        (inner_labels.classified_on_line, "REF: PARIS 1 Classified By: DCM DOE", 13),
        (inner_labels.executive_order_on_line, "SIPDIS E.O. 12958: N/A", 7),
        (inner_labels.subject_on_line, "TAGS: PREL SUBJECT: X", 11),
    ],
)
def test_labels_inside_a_line_are_found(
    find: Callable[[str, int, int], int | None], text: str, place: int | None
) -> None:
    assert find(text, 0, len(text)) == place


# ---- TAGS and SUBJECT --------------------------------------------------------------------------------------


def tag_list(codes_: str) -> tuple[Tag, ...]:
    return tuple(Tag(code) for code in codes_.split())


@pytest.mark.parametrize(
    ("text", "tags", "reported"),
    [
        ("TAGS: PREL PGOV FR", tag_list("PREL PGOV FR"), []),
        ("TAGS: PREL\nFR", tag_list("PREL FR"), []),
        ("TAGS PREL, FR", tag_list("PREL FR"), [codes.TAGS_LABEL, codes.TAGS_SEPARATOR]),
        ("Tags: parm, prel", tag_list("parm prel"), [codes.TAGS_LABEL, codes.TAGS_SEPARATOR]),
        ("TAG:\xa0PREL", tag_list("PREL"), [codes.LABEL_MISTYPED]),
        ("TAGS: EINV,EFIN;FR,", tag_list("EINV EFIN FR"), [codes.TAGS_SEPARATOR]),
        ("TAGS:PREL", tag_list("PREL"), [codes.TAGS_LABEL]),
        ("TAGS: TAGS: PREL", tag_list("PREL"), [codes.LABEL_DOUBLED]),
        ("TAGS: PREL FR.", tag_list("PREL FR"), [codes.TAGS_STOP]),
        ("TAGS: ) TAGS: TAGS: PREL", tag_list("PREL"), [codes.LABEL_DOUBLED, codes.TAGS_PARENTHESIS]),
        ("TAGS: OVIP (DOE, JANE B.) PREL", (Tag("OVIP"), Tag(name="DOE, JANE B."), Tag("PREL")), []),
        ("TAGS: OVIP (DOE, JANE PREL", tag_list("OVIP DOE JANE PREL"), [codes.TAGS_PARENTHESIS, codes.TAGS_SEPARATOR]),
        ("TAGS: OVIP(DOE, JANE)", (Tag("OVIP"), Tag(name="DOE, JANE")), [codes.TAGS_PARENTHESIS]),
        ("TAGS:", (), []),
    ],
)
def test_tags(text: str, tags: tuple[Tag, ...], reported: list[Code]) -> None:
    value, reports = read(fields.tags, text)
    assert value == tags
    assert reports.codes == reported
    assert_laws("tags", text)


@pytest.mark.parametrize(
    ("text", "words_", "marking", "reported"),
    [
        ("SUBJECT: TALKS IN\nPARIS", "TALKS IN PARIS", None, []),
        ("SUBJECT: (S/REL UK) TALKS", "TALKS", "S/REL UK", []),
        ("SUBJECT: (C/NF)  TALKS", "TALKS", "C/NF", []),
        ("Subject: (s) talks", "talks", "s", [codes.SUBJECT_LABEL]),
        ("SUBJ: TALKS", "TALKS", None, [codes.SUBJECT_LABEL]),
        ("SUBJECT: SUBJECT: TALKS", "TALKS", None, [codes.LABEL_DOUBLED]),
        ("SUBJECT: ( C )TALKS", "TALKS", "C", [codes.PORTION_FORM]),
        ("SUBJECT: (CORRECTED COPY) TALKS", "(CORRECTED COPY) TALKS", None, []),
        ("SUBJECT:", "", None, []),
    ],
)
def test_subject(text: str, words_: str, marking: str | None, reported: list[Code]) -> None:
    value, reports = read(fields.subject, text)
    assert value == (words_, PortionMarking(marking) if marking else None)
    assert reports.codes == reported
    assert_laws("subject", text)


# ---- REF ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "items", "reported"),
    [
        ("REF: PARIS 479", [(None, "PARIS 479")], []),
        ("REF: A. PARIS 1\n¶B. STATE 2 AND\nPREVIOUS", [("A", "PARIS 1"), ("B", "STATE 2 AND PREVIOUS")], []),
        ("REF: A. PARIS 1\n     ¶B. STATE 2", [("A", "PARIS 1"), ("B", "STATE 2")], []),
        ("REF: A. BONN 126  B. BONN 70 C. BONN 54", [("A", "BONN 126"), ("B", "BONN 70"), ("C", "BONN 54")], []),
        ("REF: A. (A) PARIS 1\nB. (B) PARIS 2", [("A", "PARIS 1"), ("B", "PARIS 2")], [codes.REF_DOUBLED_LETTER] * 2),
        ("REF: A. A) BONN 1", [("A", "BONN 1")], [codes.REF_DOUBLED_LETTER]),
        (
            "REF: A) BONN 1 AND PREVIOUS B) BONN 2",
            [("A", "BONN 1 AND PREVIOUS"), ("B", "BONN 2")],
            [codes.REF_LETTERING] * 2,
        ),
        (
            "REF: (A)BONN 1, (B)BONN 2",
            [("A", "BONN 1"), ("B", "BONN 2")],
            [codes.REF_LETTERING, codes.REF_SEPARATOR, codes.REF_LETTERING],
        ),
        ("REF: a. bonn 1\nb. bonn 2", [("a", "bonn 1"), ("b", "bonn 2")], []),
        ("REF: BONN 1; BONN 2", [(None, "BONN 1"), (None, "BONN 2")], []),
        ("REF: BONN 1 (SUBJ: X; Y); BONN 2", [(None, "BONN 1 (SUBJ: X; Y)"), (None, "BONN 2")], []),
        ("REFS: BONN 1, 08 BONN 2", [(None, "BONN 1"), (None, "08 BONN 2")], [codes.REF_LABEL, codes.REF_SEPARATOR]),
        ("REF: LETTER OF MAY 5, 2009, TO DOE", [(None, "LETTER OF MAY 5, 2009, TO DOE")], []),
        ("REFTEL: BONN 1", [(None, "BONN 1")], [codes.REF_LABEL]),
        ("Ref(s): BONN 1", [(None, "BONN 1")], [codes.REF_LABEL]),
        ("REF BONN 1", [(None, "BONN 1")], [codes.REF_LABEL]),
        ("REF:09 BONN 1", [(None, "09 BONN 1")], [codes.REF_LABEL]),
        ("REF A DOE'S LETTER\nREF B BONN 1", [("A", "DOE'S LETTER"), ("B", "BONN 1")], [codes.REF_LETTERING] * 2),
        ("REF: A. JOHN B. DOE E-MAIL", [("A", "JOHN B. DOE E-MAIL")], []),
        ("REF: A. MEETING WITH\nR. DOE", [("A", "MEETING WITH R. DOE")], []),
        ("REF: A. BONN 1\nC. BONN 3", [("A", "BONN 1"), ("C", "BONN 3")], []),
        ("REF:", [], []),
    ],
)
def test_references(text: str, items: list[tuple[str | None, str]], reported: list[Code]) -> None:
    value, reports = read(fields.references, text)
    assert [(item.letter, item.text) for item in value] == items
    assert reports.codes == reported
    assert_laws("references", text)


def test_pilcrows_are_reported_as_the_caller_wants() -> None:
    text, reports = "REF: A. BONN 1\n¶B. BONN 2", Reports()
    fields.references(text, 0, len(text), reports, pilcrow=structure.OTHER_MESSAGE)
    assert [(text[start:end], code) for code, start, end, _ in reports] == [("¶B.", structure.OTHER_MESSAGE)]


# ---- Classified By -----------------------------------------------------------------------------------------

LONG: Final = "Classified By: Deputy Chief of Mission John B. Doe for reasons 1.4 (B) "


@pytest.mark.parametrize(
    ("text", "words_", "reported"),
    [
        ("Classified By: DCM DOE FOR REASON 1.4 (D)", "DCM DOE FOR REASON 1.4 (D)", []),
        ("CLASSIFIED BY DCM DOE", "DCM DOE", [codes.CLASSIFIED_LABEL]),
        ("Classified By: Classified by DCM DOE", "DCM DOE", [codes.LABEL_DOUBLED]),
        ("Classfied By: DCM DOE", "DCM DOE", [codes.LABEL_MISTYPED]),
        ("Classified By: DCM DOE.\nREASON: 1.4 (B)", "DCM DOE. REASON: 1.4 (B)", []),
        ("Classified By: DCM DOE FOR REASO NS 1.4 (B)", "DCM DOE FOR REASONS 1.4 (B)", [noise.CUT_WORD]),
        ("Classified By: DCM DOE 1 .4 (B) a nd (D)", "DCM DOE 1.4 (B) and (D)", [noise.CUT_WORD] * 2),
        ("Classified By: DCM DOE 1.4 (D) $^{\\circ}$", "DCM DOE 1.4 (D)", [noise.MARKUP]),
        ("Classified By: DCM DOE 1.4 (D)<strong>", "DCM DOE 1.4 (D)", [noise.MARKUP]),
        (LONG + "a\nnd (D).", LONG[15:] + "and (D).", [noise.CUT_WORD]),
        ("Classified By: DCM DOE FOR REAS\nONS 1.4 (B)", "DCM DOE FOR REASONS 1.4 (B)", [noise.CUT_WORD]),
        ("Classified By: DCM DOE 1.4 (b) and (d \n).", "DCM DOE 1.4 (b) and (d).", [noise.CUT_WORD]),
        ("Classified By: DCM DOE for reasons 1.\n4 (b)", "DCM DOE for reasons 1.4 (b)", [noise.CUT_WORD]),
        ("Classified By: DCM DOE for reasons\n1.4 (b) and\n(d).", "DCM DOE for reasons 1.4 (b) and (d).", []),
    ],
)
def test_classified_by(text: str, words_: str, reported: list[Code]) -> None:
    value, reports = read(fields.classified_by, text)
    assert value == ClassifiedBy(words_)
    assert reports.codes == reported
    assert_laws("classified_by", text)


def test_classified_by_keeps_marking_and_derivation() -> None:
    assert read(fields.classified_by, "(U) Classified by DCM DOE")[0] == ClassifiedBy(
        "DCM DOE", False, PortionMarking("U")
    )
    assert read(fields.classified_by, "DERIVED FROM: DSCG 05-1 B")[0] == ClassifiedBy("DSCG 05-1 B", True)
    assert read(fields.classified_by, "Classified By: Derived from Many")[0] == ClassifiedBy("Many", True)


def test_at_the_column_of_the_cut_small_letters_are_one_word() -> None:
    line = "Classified By: " + "X" * 50 + " analy"
    assert len(line) == 71
    assert fields.cut_between(line, "sts for reasons")
    assert not fields.cut_between(line[:40] + " analy", "sts for reasons")
    assert not fields.cut_between(line, "for reasons")
    assert not fields.cut_between(line, "Doe for reasons")


# ---- captions ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SIPDIS", [("caption", "SIPDIS")]),
        ("Sipdis", [("caption", "Sipdis")]),
        ("NOFORN SIPDIS", [("caption", "NOFORN"), ("caption", "SIPDIS")]),
        ("SIPDIS, DEA HQ FOR DOE", [("caption", "SIPDIS"), ("passing", "DEA HQ FOR DOE")]),
        ("SIPDIS  S/CT DOE", [("caption", "SIPDIS"), ("passing", "S/CT DOE")]),
        ("EXDIS (DISTRIBUTE AS NODIS)", [("caption", "EXDIS (DISTRIBUTE AS NODIS)")]),
        ("EXDIS - CAIRO PASS ALEXANDRIA", [("caption", "EXDIS"), ("passing", "CAIRO PASS ALEXANDRIA")]),
        (
            "C O R R E C T E D  C O P Y (ADDRESSEE AND TEXT)",
            [("caption", "C O R R E C T E D C O P Y (ADDRESSEE AND TEXT)")],
        ),
        ("C O R R E C T COPY - TEXT", [("caption", "C O R R E C T COPY - TEXT")]),
        ("NOT FOR INTERNET DISTRIBUTION", [("caption", "NOT FOR INTERNET DISTRIBUTION")]),
        (
            "SENSITIVE BUT UNCLASSIFIED -- HANDLE WITH CARE",
            [("caption", "SENSITIVE BUT UNCLASSIFIED -- HANDLE WITH CARE")],
        ),
        ("SECRET//REL SAU", [("caption", "SECRET//REL SAU")]),
        ("ROGER CHANNEL", [("caption", "ROGER CHANNEL")]),
        ('"PERISHABLE -- NOT FOR SERVICE"', [("caption", '"PERISHABLE -- NOT FOR SERVICE"')]),
        ("CODEL DOE", [("caption", "CODEL DOE")]),
        ("STATE FOR EUR/WE", [("passing", "STATE FOR EUR/WE")]),
        ("H PASS", [("passing", "H PASS")]),
        ("FROM THE AMBASSADOR FOR DOE", [("passing", "FROM THE AMBASSADOR FOR DOE")]),
        ("AND EB", [("passing", "AND EB")]),
        ("SCA/CEN; EEB; NEA/IR", [("passing", "SCA/CEN; EEB; NEA/IR")]),
        ("COUNTRY TEAM MESSAGE", [("caption", "COUNTRY TEAM MESSAGE")]),
        # words that would be another line by themselves stay with the caption: a paragraph, an item
        ("SIPDIS 1. (C) X", [("caption", "SIPDIS 1. (C) X")]),
        ("SIPDIS A. ROE", [("caption", "SIPDIS A. ROE")]),
    ],
)
def test_captions(text: str, found: list[tuple[str, str]]) -> None:
    value, reports = read(fields.captions, text)
    assert [item[:2] for item in value] == found
    assert all(text[start:end].split() == words_.split() for _, words_, start, end in value)
    assert reports.codes == ([codes.CAPTIONS_JOINED] if len(found) > 1 else [])
    assert_laws("captions", text)


def test_words_of_no_kind_go_on_what_the_line_before_was() -> None:
    assert fields.captions("JOHN DOE", 0, 8, Reports(), "passing")[0][0] == "passing"
    assert fields.captions("JOHN DOE", 0, 8, Reports())[0][0] == "caption"


@pytest.mark.parametrize(
    ("above", "captions", "passing"),
    [("SIPDIS", ("SIPDIS", "JOHN DOE"), ()), ("STATE FOR EUR", (), ("STATE FOR EUR", "JOHN DOE"))],
)
def test_a_line_of_no_kind_goes_on_the_captions_or_the_instructions_above_it(
    above: str, captions: tuple[str, ...], passing: tuple[str, ...]
) -> None:
    cable = tg.parse(f"UNCLAS OSLO 000012\n\n{above}\n\nJOHN DOE\n\nSUBJECT: X\n\n1. (U) One.\n").cable
    assert (cable.captions, cable.passing) == (captions, passing)


# ---- laws --------------------------------------------------------------------------------------------------

PIECES: Final = {
    "class_line": (
        ["S E C R E T", "SECRET", "Secret", "UNCLAS", "SS E C R E T", "C ONFIDENTIAL", "T O P S E C R E T",
         "LIMITED OFFICIAL USE"],
        ["NOFORN", "//NODIS", "EYES ONLY", "EFTO", "SECTION 01 OF 02", "section 1 of 3", "FINAL SECTION OF 2",
         "PARIS", "LA", "PAZ",
         "000123", "1", "123456789", "SIPDIS", "(X)", "."],
    ),
    "executive_order": (
        ["E.O.", "EO", "E.0.", "E.O.:", "E.o.", "e.o"],
        ["12958", "12958:", "1295", ":", "DECL", "DECL:", "decl:", "DECLl:", "Declassify", "on", "GDS", "XGDS-1",
         "DECLAS", "N/A",
         "DNG:", "CO", "06/20/2017", "6/2/17.", "(DOE, JOHN)", "OR-P", "OADR", "X1", "<b>", "$x$", "TEN", "YEARS",
         ".", ";", "("],
    ),
    "tags": (
        ["TAGS", "TAGS:", "Tags:", "TAG:", "TAGS;"],
        ["PREL", "FR", ",", ";", "PREL,", "(DOE, JOHN)", "(DOE", "JOHN)", "()", ".", "FR.", "TAGS:", "TAGS", "a.b",
         ":"],
    ),
    "subject": (
        ["SUBJECT:", "SUBJ:", "Subject:", "SUBJECT"],
        ["(S)", "( C )", "(C/NF)", "(S / REL UK)", "(S", "NF)", "SUBJECT:", "SUBJ", "TALKS", "IN", "PARIS", ":",
         "(U)X", "/"],
    ),
    "references": (
        ["REF:", "REF", "REFS:", "REFTEL:", "Ref:", "REF.", "REF A"],
        ["A.", "B.", "C.", "(A)", "B)", "a.", "A:", "¶B.", "¶", "PARIS", "08", "1234", "(NOTAL)", ";", ",",
         "1234,", "DOE", "E-MAIL",
         "AND PREVIOUS", "REF:", "REF B", "(X;", "Y)", "D.", "R."],
    ),
    "classified_by": (
        ["Classified By:", "CLASSIFIED BY", "(U) Classified by", "Classfied By:", "DERIVED FROM:",
         "( C ) Derived From:"],
        ["Classified by", "Derived from", "DCM", "DOE", "FOR", "REASO", "NS", "R", "EASON", "S", "1", ".4", "1.",
         "4", "(B)", "a", "nd",
         "(", "d", ")", ".", "$x$", "<b>", "$x", "y$", ",", "reasons"],
    ),
    "captions": (
        ["SIPDIS", "NOFORN", "STATE", "EXDIS", "SECRET//NOFORN", "C O R R E C T E D", "NOT", "CODEL", "("],
        ["SIPDIS", "NOFORN,", ";", "-", "--", "(X)", "FOR", "EUR/WE", "PASS", "TO", "COPY", "INTERNET",
         "DISTRIBUTION", "DOE", "AND",
         "SENSITIVE", "BUT", "UNCLASSIFIED", "CHANNEL", "ROGER", ".", '"', "EYES", "ONLY"],
    ),
}  # fmt: skip


def texts(name: str) -> st.SearchStrategy[str]:
    first, others = PIECES[name]
    blanks = [" ", " ", " ", "  ", "", "\t", "\xa0"] + (
        [] if name in ("class_line", "captions") else ["\n", " \n", "\n     "]
    )
    more = st.lists(st.tuples(st.sampled_from(blanks), st.sampled_from(others)), max_size=9)
    return st.builds(lambda head, rest: head + "".join(a + b for a, b in rest), st.sampled_from(first), more)


@pytest.mark.parametrize("name", sorted(CANONICAL))
@given(st.data())
def test_no_word_is_lost_and_canonical_text_reads_the_same(name: str, data: st.DataObject) -> None:
    assert_laws(name, data.draw(texts(name)))


@pytest.mark.parametrize("name", sorted(CANONICAL))
@given(st.text(max_size=60))
@example("")
@example("\x0b")
def test_any_text_is_read_without_raising(name: str, text: str) -> None:
    text = text.strip(BLANKS)
    read(CANONICAL[name][0], text)
    for label in PIECES[name][0]:
        read(CANONICAL[name][0], f"{label} {text}".rstrip(BLANKS))


@pytest.mark.parametrize("name", sorted(CANONICAL))
@pytest.mark.parametrize(
    "filling",
    [
        " ",
        "A ",
        "1",
        "(",
        "A. ",
        "$",
        "<",
        "¶ ",
        "; ",
        "\n",
        "REF: ",
        "C ",
        "S",
        "XX:",
        ", ",
        "E.O. ",
        ")",
        "1 .4 ",
        "a\n",
        "A) (",
        "//",
    ],
)
def test_time_is_linear_on_hostile_lines(name: str, filling: str) -> None:
    label = PIECES[name][0][0]
    spent = []
    for size in (12_500, 100_000):
        text = f"{label} {(filling * size)[:size]}x"
        gc.collect()
        gc.disable()  # a collection in the midst of one run would be taken for a cost of the text
        try:
            runs = []
            for _ in range(3):
                start = time.perf_counter()
                read(CANONICAL[name][0], text)
                runs.append(time.perf_counter() - start)
        finally:
            gc.enable()
        spent.append(min(runs))
    assert spent[1] < 0.15 or spent[1] < 30 * spent[0], spent  # 8 times the length; quadratic would be 64


# ---- agreement with Lark -----------------------------------------------------------------------------------

STARTS: Final = {
    "class_line": "class_line",
    "executive_order": "executive_order",
    "tags": "tags",
    "subject": "subject",
    "caption": "captions",
    "whole_caption": "captions",
    "passing": "captions",
    "reference_label": "references",
    "reference_mark": "references",
    "citation": "references",
    "classified_label": "classified_by",
    "regular_class_line": "class_line",
    "regular_executive_order": "executive_order",
    "bare_executive_order": "executive_order",
    "regular_tags": "tags",
    "separated_tags": "tags",
    "regular_reference": "references",
}


@functools.cache
def parser(start: str) -> Lark:
    return lark_of("text_head", start, strict=True)


def assert_agreement(start: str, text: str) -> None:
    """Lark and the matcher accept the same text, with the same words for each terminal."""
    found = matcher("text_head", start).fullmatch(text)
    try:
        tree = parser(start).parse(text)
    except UnexpectedInput:
        assert found is None, (start, text, found)
        return
    assert found is not None, (start, text)
    if start == "passing":  # only whether a line is one counts: the matcher takes the last evidence, Lark the first
        return
    tokens: dict[str, list[str]] = {}
    for token in tree.scan_values(lambda value: isinstance(value, Token)):
        tokens.setdefault(token.type, []).append(str(token))
    groups: dict[str, list[str]] = {}
    for name, value in found.groupdict().items():
        if value is not None and name.isupper():
            groups.setdefault(re.sub(r"_[0-9]+$", "", name), []).append(value)
    for name, values in groups.items():
        assert tokens.get(name) == values, (start, text, name)
    unseen = load_rules("text_head").terminals.keys() & tokens.keys() - groups.keys()
    repeated = {"POST_WORD", "TAG_CODE", "TAG_SEPARATOR", "PERSON", "STRAY", "PLAIN_WORD", "CITED_WORD"}
    assert all(name in repeated or name.startswith("_") or "__" in name for name in unseen), (start, text, unseen)


@pytest.mark.parametrize("start", sorted(STARTS))
@given(st.data())
def test_matcher_and_lark_agree(start: str, data: st.DataObject) -> None:
    assert_agreement(start, data.draw(texts(STARTS[start])))


#: Fields in the regular form: the rule that reads it in one step, the field, texts, and what a change of them puts in.
REGULAR: Final = {
    "regular_class_line": (
        "class_line",
        [
            "S E C R E T SECTION 01 OF 02 PARIS 002652",
            "UNCLAS RIO DE JANEIRO 000123",
            "C O N F I D E N T I A L PARIS 0123",
        ],
        [
            "UNCLAS",
            "SECTION",
            "01",
            " OF ",
            " ",
            "NOFORN ",
            "EFTO ",
            "EYES ",
            "ONLY ",
            "//",
            "X",
            "x",
            "1",
            "A B ",
            "\n",
        ],
    ),
    "regular_executive_order": (
        "executive_order",
        ["E.O. 12958: DECL: 06/20/2017", "E.O. 12958: DECL: 6/2/2017"],
        ["E.O.", " ", ":", "1", "2", "/", "DECL", ".", "X", "\n"],
    ),
    "bare_executive_order": (
        "executive_order",
        ["EO 12958 DECL: 06/20/2017"],
        ["EO", " ", ":", "1", "2", "/", "DECL", ".", "X", "\n"],
    ),
    "regular_tags": ("tags", ["TAGS: PREL PGOV FR"], ["TAGS", ":", " ", "\n", ",", "(", "A1", ".", "a"]),
    "separated_tags": (
        "tags",
        ["TAGS PREL, PGOV, FR", "TAGS: PREL, TAX"],
        ["TAGS", "TAG, ", ":", " ", "\n", ",", "(", "A1", ".", "a", ";"],
    ),
    "regular_subject_label": (
        "subject",
        ["SUBJECT: TALKS\nIN PARIS", "SUBJECT: SUBSTANCE"],
        ["SUBJECT:", "subj:", "SUBJ", "(S) ", " ", "\n", ":", "S", "\t"],
    ),
    "regular_reference": (
        "references",
        ["REF: 06 PARIS 1234 (NOTAL)", "REF: Paris 12-A/B"],
        [
            "REF",
            "REF: ",
            "REF A ",
            "A. ",
            "(A) ",
            "B",
            ")",
            ";",
            ",",
            ".",
            ":",
            " ",
            "\n",
            "¶",
            "(NOTAL)",
            "AND PREVIOUS",
        ],
    ),
    "regular_references": (
        "references",
        ["REF: A. PARIS 1234\n     B. 06 ROME 12", "REF: A. PARIS 1234 \n¶B. ROME 12\n¶C. BERN 1 (NOTAL)"],
        ["REF", "REF A ", "A. ", "C. ", "(A) ", ")", ";", ",", ".", " ", "\n", "¶", "(NOTAL)", "D", "\n\n", "\t"],
    ),
    "regular_classified_label": (
        "classified_by",
        [
            "Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d)",
            "Classified By: Jane Doe,\nDCM. REASON 1.5 (B)",
        ],
        [
            "Classified By: ",
            "DERIVED FROM: ",
            "C",
            "D",
            "(U) ",
            "1. ",
            " ",
            "\n",
            "REASO NS",
            "1 .4",
            ") a nd (",
            "$x$",
        ],
    ),
    "caption": (
        "captions",
        ["SIPDIS", "STATE FOR EUR"],
        ["SIP", "DIS", " ", "NOFORN", "(X)", ",", "sipdis", "TM", "A"],
    ),
}
#: Rules that spare a look: without them that look is taken always.
SPARING: Final = frozenset({"cut_sign", "caption_start"})


def general(rule: str) -> re.Pattern[str]:
    """The matcher of a rule, with none for the regular forms."""
    if rule in SPARING:
        return re.compile("")
    return re.compile("(?!)") if rule in REGULAR and rule != "caption" else head_matcher(rule)


@pytest.mark.parametrize("name", sorted(REGULAR))
@given(st.data())
def test_the_regular_form_is_read_as_the_general_rule_reads_it(name: str, data: st.DataObject) -> None:
    field, usual, pieces = REGULAR[name]
    text = data.draw(st.sampled_from(usual))
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(pieces)) + text[place + data.draw(st.integers(0, 2)) :]
    text = text.strip(BLANKS)
    build = getattr(fields, field)
    if field == "references":
        build = functools.partial(build, pilcrow=noise.PILCROW)
    value, reports = read(build, text)
    with pytest.MonkeyPatch.context() as patch:
        for module in (fields, caption_fields, classified_fields, reference_fields):
            patch.setattr(module, "head_matcher", general)
        patch.setattr(caption_fields, "line_matcher", general)
        patch.setattr(caption_fields, "is_one_caption", lambda line: False)
        assert read(build, text) == (value, reports)


def test_usual_fields_are_in_the_regular_form() -> None:
    for name, (_, usual, _) in REGULAR.items():
        for text in usual if name != "caption" else ():
            match = head_matcher(name).match if name.endswith("_label") else head_matcher(name).fullmatch
            assert match(text), (name, text)
    assert caption_fields.is_one_caption("SIPDIS")
    assert not any(map(caption_fields.is_one_caption, ["AMB, DCM", "AMB DCM", "TM\tCHANNEL", "CODEL", "PARIS"]))


@given(st.from_regex(head_matcher("cut_word"), fullmatch=True))
def test_a_cut_word_has_the_sign_of_one(cut: str) -> None:
    assert head_matcher("cut_sign").search(cut)


@pytest.mark.corpus
def test_the_real_text_heads_keep_the_laws(corpus_texts: dict[str, str]) -> None:
    labels = {
        "executive_order": re.compile(r"E\.?[O0]\. ?[0-9]{5}"),
        "tags": re.compile(r"TAGS?[: ]"),
        "subject": re.compile(r"SUBJECT:"),
        "references": re.compile(r"REF:"),
        "classified_by": re.compile(r"CLASSIFIED BY", re.IGNORECASE),
        "class_line": matcher("text_head", "class_claim"),
        "captions": re.compile(r"SIPDIS|NOFORN|STATE FOR|DEPT FOR|NSC FOR"),
    }
    starts = {"executive_order", "tags", "subject", "class_line"}
    seen: Counter[str] = Counter()
    for text in corpus_texts.values():
        lines = text.replace("\r", "").split("\n")[:120]
        for number, line in enumerate(lines):
            for name, label in labels.items():
                if label.match(line):
                    stop = number + 1
                    while name not in ("class_line", "captions") and stop < len(lines) and lines[stop].strip():
                        if any(other.match(lines[stop]) for other in labels.values()):
                            break
                        stop += 1
                    field = "\n".join(lines[number:stop]).rstrip(BLANKS)
                    assert_laws(name, field)
                    if name in starts:
                        assert_agreement(name, field)
                    seen[name] += 1
    assert min(seen[name] for name in labels) > 0.4 * len(corpus_texts)


# ---- words that a line break cuts --------------------------------------------------------------------------


def classifier_over_lines(first: str, second: str, column: int) -> str | None:
    """How a Classified By of two lines is read whose first is `column` characters long, behind its label."""
    label = "Classified By: "
    found, _ = read(classified_by, f"{label}{first.rjust(column - len(label))}\n{second}")
    assert isinstance(found, ClassifiedBy)
    return found.text.rpartition("DCM ")[2]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("DCM Mary Harbin", "ger for reason 1.4 (b).", "Mary Harbinger for reason 1.4 (b)."),
        ("DCM Mary Harbin", "for reason 1.4 (b).", "Mary Harbin for reason 1.4 (b)."),
        ("DCM MARY HARBING", "ER, REASON 1.4 (B).", "MARY HARBINGER, REASON 1.4 (B)."),
        ("DCM MARY HARB", "INGER, REASON 1.4 (B).", "MARY HARB INGER, REASON 1.4 (B)."),
        ("DCM MARY", "Harbinger, reason 1.4 (b).", "MARY Harbinger, reason 1.4 (b)."),
        ("DCM Mary", "HA, reason 1.4 (b).", "Mary HA, reason 1.4 (b)."),
    ],
)
def test_at_the_column_of_the_cut_small_letters_are_one_word_and_few_capitals(
    first: str, second: str, whole: str
) -> None:
    for column in (69, 70, 71):
        assert classifier_over_lines(first, second, column) == whole
    for column in (68, 72):
        assert classifier_over_lines(first, second, column) == f"{first[4:]} {second}"


def test_no_blank_is_read_behind_an_opening_sign_or_before_a_closing_one() -> None:
    whole = "DCM A. ROE, FOR REASON 1.4 (B) AND (D)."
    for cut in ("(", "(B", "ROE", "1", "1."):
        found, _ = read(classified_by, f"Classified By: {whole.replace(cut, cut + chr(10), 1)}")
        assert found.text == whole


def test_words_of_a_caption_are_a_caption_behind_an_instruction_too() -> None:
    # and only as far as their line goes
    assert fields.captions("QUOTE\nthe rest", 0, 5, Reports(), "passing") == [("caption", "QUOTE", 0, 5)]
    assert fields.captions("EUR FOR ROE\nthe rest", 0, 11, Reports()) == [("passing", "EUR FOR ROE", 0, 11)]


def test_a_number_that_only_ends_like_a_cut_section_is_left_and_the_cut_one_behind_it_is_mended() -> None:
    found, reports = read(classified_by, "Classified By: DCM A. ROE OF ROOM 31 .4 FOR REASON 1 .4 (B).")
    assert found.text == "DCM A. ROE OF ROOM 31 .4 FOR REASON 1.4 (B)."
    assert reports.codes == [noise.CUT_WORD]


def test_a_section_of_an_order_is_rejoined_only_where_no_figure_follows() -> None:
    """A cut "1.4" is one in either of its two places (census of cut words): both halves of the rule look behind it."""
    cut = head_matcher("cut_word")
    for words, found in (("1 .4 (b)", True), ("1. 4 (b)", True), ("1 .41 (b)", False), ("1. 41 (b)", False)):
        assert (cut.search(words) is not None) == found, words


@pytest.mark.parametrize("printed", ["(S / NF)", "(S - NF)", "(S, NF)", "(S//NF)"])
def test_blanks_may_stand_on_either_side_of_what_parts_a_marking(printed: str) -> None:
    """5 FAH-1 H-246.2: the control follows the level."""
    cable = tg.parse(f"SECRET OSLO 000001\nSUBJECT: {printed} X\n\n1. (U) One.\n").cable
    assert cable.subject == "X"
    assert cable.subject_marking == tg.PortionMarking(printed[1:-1])
