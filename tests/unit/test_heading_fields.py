"""Format lines 1 to 10: each builder's values, its reports, its laws, and its agreement with Lark."""

from __future__ import annotations

import functools
import itertools
import re
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from telegram_grammar import heading_fields as fields
from telegram_grammar._lark import lark_of, load_rules
from telegram_grammar.build_heading import build_heading
from telegram_grammar.codes import heading, structure
from telegram_grammar.diagnostics import Code
from telegram_grammar.drafting import Draft
from telegram_grammar.heading_fields import DtgLine, SecurityLine, StationLine
from telegram_grammar.matchers import matcher
from telegram_grammar.model import (
    Addressee,
    DateTimeGroup,
    FilingTime,
    Precedence,
    PrecedencePair,
    SecurityWarning,
    Unread,
)
from telegram_grammar.reading import scan
from telegram_grammar.structure import structure as structure_of
from telegram_grammar.tree import Node

BLANKS: Final = " \t\xa0\f\r\n"


class Reports(list[tuple[Code, int, int, str | None, str]]):
    """A report function that remembers: code, start, end, fix and message."""

    def __call__(
        self, code: Code, start: int, end: int, /, *, expected: str | None = None, fix: str | None = None, **words: str
    ) -> None:
        self.append((code, start, end, fix, code.message.format(**words)))

    @property
    def codes(self) -> list[Code]:
        return [row[0] for row in self]


Builder = Callable[[str, int, int, Reports], Any]


def keyed(text: str, start: int, end: int, report: Reports) -> Addressee | Unread:
    return fields.addressee(text, start, end, report, keyword=True)


def bare(text: str, start: int, end: int, report: Reports) -> Addressee | Unread:
    return fields.addressee(text, start, end, report, keyword=False)


def build(builder: Builder, line: str) -> tuple[Any, Reports]:
    """The line's value and reports; it is read from inside a longer text, so that offsets matter."""
    reports = Reports()
    value = builder(f"AB\n{line}\nCD", 3, 3 + len(line), reports)
    for row, (code, start, end, fix, message) in enumerate(reports):
        assert 3 <= start < end <= 3 + len(line)
        reports[row] = (code, start - 3, end - 3, fix, message)
    return value, reports


def words(text: str) -> list[str]:
    for blank in BLANKS:
        text = text.replace(blank, " ")
    return [word for word in text.split(" ") if word]


# ---- values


@pytest.mark.parametrize(
    ("builder", "line", "value"),
    [
        (fields.identification, "VZCZCXRO0123", "VZCZCXRO0123"),
        (fields.identification, "VZCZCABC123", "VZCZCABC123"),
        (fields.identification, "ZCZCXYZ0001", "ZCZCXYZ0001"),
        (fields.routing, "OO RUEHC", ("OO", ("RUEHC",))),
        (fields.routing, "ZZ RUEHAA RUEHBB RHABCDE", ("ZZ", ("RUEHAA", "RUEHBB", "RHABCDE"))),
        (fields.routing, "YY RBDA", ("YY", ("RBDA",))),
        (fields.routing_continuation, "RUEHAA RUEHBB", ("RUEHAA", "RUEHBB")),
        (fields.station, "DE RUEHXX #0042/01 0321200", StationLine("RUEHXX", "0042", "01", FilingTime("032", "1200"))),
        (fields.station, "DE RUEHXX #0042A 0321200", StationLine("RUEHXX", "0042A", None, FilingTime("032", "1200"))),
        (fields.security, "ZNR UUUUU", SecurityLine(SecurityWarning("ZNR", "UUUUU"))),
        (fields.security, "ZNY SSSSS ZZH", SecurityLine(SecurityWarning("ZNY", "SSSSS"), ("ZZH",))),
        (fields.security, "ZNY SSSBC ZZH", SecurityLine(SecurityWarning("ZNY", "SSSBC"), ("ZZH",))),
        (fields.security, "ZNY TTTTT/AAAAA ZZK", SecurityLine(SecurityWarning("ZNY", "TTTTT/AAAAA"), ("ZZK",))),
        (
            fields.security,
            "ZNY CCCCC ZZH (CCY ADX MSI 12) ZUI RUABCDE 0042 1590939",
            SecurityLine(
                SecurityWarning("ZNY", "CCCCC"), ("ZZH", "(CCY ADX MSI 12)", "ZUI", "RUABCDE", "0042", "1590939")
            ),
        ),
        (fields.security, "ZNR UUUUU (TAO", SecurityLine(SecurityWarning("ZNR", "UUUUU"), ("(TAO",))),
        (
            fields.precedence_and_dtg,
            "O 011200Z FEB 08",
            DtgLine(PrecedencePair(Precedence.IMMEDIATE), DateTimeGroup("01", "1200", "Z", "FEB", "08")),
        ),
        (
            fields.precedence_and_dtg,
            "P R 311200A DEC 2008 ZDK CTG RUXXYY #42",
            DtgLine(
                PrecedencePair(Precedence.PRIORITY, Precedence.ROUTINE),
                DateTimeGroup("31", "1200", "A", "DEC", "2008"),
                "ZDK CTG RUXXYY #42",
            ),
        ),
        (fields.precedence_and_dtg, "011200Z FEB", DtgLine(None, DateTimeGroup("01", "1200", "Z", "FEB"))),
        (
            fields.precedence_and_dtg,
            "011200Z FEB ZDK",
            DtgLine(None, DateTimeGroup("01", "1200", "Z", "FEB"), "ZDK"),
        ),
        (fields.originator, "FM AMEMBASSY NOWHERE", "AMEMBASSY NOWHERE"),
        (fields.accounting, "STATE GRNC", "STATE GRNC"),
        (fields.accounting, "NAVY FINANCE GR 120", "NAVY FINANCE GR 120"),
        (fields.accounting, "GR12", "GR12"),
        (
            keyed,
            "TO RUEHC/SECSTATE WASHDC IMMEDIATE 0042",
            Addressee("SECSTATE WASHDC", "RUEHC", (), "IMMEDIATE", "0042"),
        ),
        (keyed, "INFO SECSTATE WASHDC 123", Addressee("SECSTATE WASHDC", numbers="123")),
        (keyed, "XMT AMCONSUL NOWHERE", Addressee("AMCONSUL NOWHERE")),
        (
            bare,
            "ZEN/AMEMBASSY NOWHERE NIACT IMMEDIATE 0612-0615",
            Addressee("AMEMBASSY NOWHERE", None, (), "NIACT IMMEDIATE", "0612-0615", delivered=True),
        ),
        (bare, "RHABCDE/425XYZ SOMEWHERE TU//CC//", Addressee("425XYZ SOMEWHERE TU", "RHABCDE", ("CC",))),
        (bare, "TASK FORCE 7 NORTH FLASH", Addressee("TASK FORCE 7 NORTH", precedence="FLASH")),
        (bare, "7 ELEVEN ROUTINE", Addressee("7 ELEVEN", precedence="ROUTINE")),
        (bare, "DEPT OF THE X, (Y) & Z-9 1234567", Addressee("DEPT OF THE X, (Y) & Z-9 1234567")),
        (bare, "RUABC/HQ X//Y-1B/Z//DP// PRIORITY 1", Addressee("HQ X", "RUABC", ("Y-1B/Z", "DP"), "PRIORITY", "1")),
        (bare, "HQ X//US:A/ISA:B//", Addressee("HQ X", offices=("US:A/ISA:B",))),
        (bare, "HQ X//J5 DIRECTORATE (MC)//", Addressee("HQ X", offices=("J5 DIRECTORATE (MC)",))),
        (bare, "HQ X// PRIORITY 0001", Addressee("HQ X", offices=("",), precedence="PRIORITY", numbers="0001")),
        (bare, "RABAT//CC//", Addressee("RABAT", offices=("CC",))),
        (bare, "AMCONSUL ROME/NAPLES 12", Addressee("AMCONSUL ROME/NAPLES", numbers="12")),
        (bare, "ruehc/secstate washdc niact immediate", Addressee("secstate washdc", "ruehc", (), "niact immediate")),
        (bare, "SECSTATE WASHDC NIACT", Addressee("SECSTATE WASHDC", precedence="NIACT")),
    ],
)
def test_a_line_in_its_form_gives_its_value_and_no_report(builder: Builder, line: str, value: object) -> None:
    assert build(builder, line) == (value, [])


@pytest.mark.parametrize(
    ("builder", "line"),
    [
        (fields.identification, "VZCZC XRO0123"),
        (fields.identification, "VZCZCXRO12"),
        (fields.identification, "VZCZCXRO012\N{ARABIC-INDIC DIGIT THREE}"),
        (fields.routing, "OP RUEHC"),
        (fields.routing, "OO"),
        (fields.routing, "OO RUEHC,"),
        (fields.routing_continuation, "RUEHAA SUEHBB"),
        (fields.station, "DE RUEHXX #00S2/01 0321200"),
        (fields.station, "DE RUEHXX 0042 0321200"),
        (fields.station, "DE RUEHXX #0042 032120"),
        (fields.security, "ZNY CCCC ZZH"),
        (fields.security, "ZNX CCCCC ZZH"),
        (fields.precedence_and_dtg, "O 01120OZ FEB 08"),
        (fields.precedence_and_dtg, "O 011200Z FEV 08"),
        (fields.precedence_and_dtg, "O 011200Z FEB 081"),
        (fields.precedence_and_dtg, "X 011200Z FEB 08"),
        (fields.originator, "FM"),
        (fields.accounting, "STATE"),
        (keyed, "TO"),
        (keyed, "INFO RUEHC/"),
        (bare, "RUEHC/ROUTINE 0042"),
        (bare, "0042"),
        (bare, "PRIORITY"),
        (bare, "RUEHC/SECSTATE WASHDC RUEHXX/AMEMBASSY NOWHERE"),
    ],
)
def test_a_line_without_its_shape_is_kept_whole_and_reported_as_broken(builder: Builder, line: str) -> None:
    value, reports = build(builder, line)
    assert value == Unread(line)
    assert [(code, start, end) for code, start, end, _, _ in reports] == [(structure.BROKEN, 0, len(line))]


def test_an_unread_line_has_single_blanks() -> None:
    assert build(keyed, "TO \t RUEHC/\xa0")[0] == Unread("TO RUEHC/")


@pytest.mark.parametrize("character", ["\x0b", "\x1c", "\x85", "\u2003", "\u2028"])
def test_what_is_no_blank_of_the_grammar_stays_in_its_word(character: str) -> None:
    line = f"AMEMBASSY  NO{character}WHERE"
    assert build(bare, line)[0] == Addressee(f"AMEMBASSY NO{character}WHERE")


# ---- reports


@pytest.mark.parametrize(
    ("builder", "line", "value", "code", "marked", "fix"),
    [
        (fields.originator, "Fm X Y", "X Y", heading.SMALL_KEYWORD, "Fm", "FM"),
        (keyed, "Info x", Addressee("x"), heading.SMALL_KEYWORD, "Info", "INFO"),
        (bare, "zen/X Y", Addressee("X Y", delivered=True), heading.SMALL_KEYWORD, "zen/X", "ZEN/X"),
        (
            fields.precedence_and_dtg,
            "O r 011200Z FEB 08",
            DtgLine(
                PrecedencePair(Precedence.IMMEDIATE, Precedence.ROUTINE), DateTimeGroup("01", "1200", "Z", "FEB", "08")
            ),
            heading.SMALL_KEYWORD,
            "r",
            "R",
        ),
        (
            fields.precedence_and_dtg,
            "011200Z Feb 08",
            DtgLine(None, DateTimeGroup("01", "1200", "Z", "Feb", "08")),
            heading.SMALL_MONTH,
            "Feb",
            "FEB",
        ),
        (fields.originator, "FM X\tY", "X Y", heading.WIDE_BLANK, "\t", " "),
        (fields.originator, "FM  X Y\xa0Z", "X Y Z", heading.WIDE_BLANK, "  X Y\xa0", " X Y "),
        (bare, "X STATES  PRIORITY", Addressee("X STATES", precedence="PRIORITY"), heading.LOST_WORD, "  ", None),
        (bare, "HQ X//PA", Addressee("HQ X", offices=("PA",)), heading.OFFICES, "X//PA", "X//PA//"),
        (
            bare,
            "HQ X//Y//PA/Z PRIORITY",
            Addressee("HQ X", offices=("Y", "PA/Z"), precedence="PRIORITY"),
            heading.OFFICES,
            "X//Y//PA/Z",
            "X//Y//PA/Z//",
        ),
        (bare, "HQ X //PA//", Addressee("HQ X", offices=("PA",)), heading.OFFICES, "X //PA//", "X//PA//"),
        (
            bare,
            "HQ X//PA//PRIORITY 1",
            Addressee("HQ X", offices=("PA",), precedence="PRIORITY", numbers="1"),
            heading.OFFICES,
            "X//PA//PRIORITY",
            "X//PA// PRIORITY",
        ),
        (
            fields.security,
            "ZNY CCCCC ZZH ZDK(CCY A  B) ZDS",
            SecurityLine(SecurityWarning("ZNY", "CCCCC"), ("ZZH", "ZDK", "(CCY A B)", "ZDS")),
            heading.GLUED,
            "ZDK(CCY A  B)",
            "ZDK (CCY A B)",
        ),
        (
            fields.precedence_and_dtg,
            "011200Z FEB 08(TAO) X",
            DtgLine(None, DateTimeGroup("01", "1200", "Z", "FEB", "08"), "(TAO) X"),
            heading.GLUED,
            "08(TAO)",
            "08 (TAO)",
        ),
        (bare, "RUEHC/ X//Y//", Addressee("X", "RUEHC", ("Y",)), heading.PREFIX_BLANK, "RUEHC/ X//Y//", "RUEHC/X//Y//"),
        (bare, "RUEHC /X Y", Addressee("X Y", "RUEHC"), heading.PREFIX_BLANK, "RUEHC /X", "RUEHC/X"),
        (bare, "RUEHC/X 1 FLASH Y", Addressee("X 1 FLASH Y", "RUEHC"), heading.ODD_ADDRESS, "X 1 FLASH Y", None),
        (keyed, "TO FLASH X//Y", Addressee("FLASH X//Y"), heading.ODD_ADDRESS, "FLASH X//Y", None),
        (
            fields.security,
            "ZNY CCOCC ZZH",
            SecurityLine(SecurityWarning("ZNY", "CCOCC"), ("ZZH",)),
            heading.IRREGULAR_DESIGNATOR,
            "CCOCC",
            None,
        ),
        (keyed, "XMT/AMEMBASSY X", Addressee("AMEMBASSY X"), heading.EXEMPT_STROKE, "XMT/AMEMBASSY", "XMT AMEMBASSY"),
    ],
)  # fmt: skip
def test_a_departure_is_reported_at_its_place(
    builder: Builder, line: str, value: object, code: Code, marked: str, fix: str | None
) -> None:
    built, reports = build(builder, line)
    assert built == value
    found = [(line[start:end], replacement) for reported, start, end, replacement, _ in reports if reported is code]
    assert found == [(marked, fix)]
    if fix is not None:
        start = line.index(marked)
        mended, later = build(builder, line[:start] + fix + line[start + len(marked) :])
        assert code not in later.codes
        if code is not heading.SMALL_MONTH:
            assert mended == value


@pytest.mark.parametrize(
    ("builder", "line", "message"),
    [
        (bare, "zen/X Y", "zen in small letters"),
        (fields.precedence_and_dtg, "O r 011200Z FEB 08", "r in small letters"),
        (fields.precedence_and_dtg, "011200Z FEB 08(TAO) X", "no blank before (TAO)"),
        (fields.security, "ZNY CCCCC ZZH ZDK(CCY)", "no blank before (CCY)"),
        (bare, "RUEHC /X Y", "a blank beside the stroke after RUEHC"),
        (bare, "HQ X //PA", "office symbols stand apart from the name and are not closed"),
    ],
)
def test_a_report_names_the_words_as_printed(builder: Builder, line: str, message: str) -> None:
    assert [row[-1] for row in build(builder, line)[1]] == [message]


def builder_of(line: str) -> Builder:
    """The builder for an example of the table of codes, by its keyword."""
    word = line.replace("/", " ").split()[0].upper()
    named: dict[str, Builder] = {"FM": fields.originator, "TO": keyed, "INFO": keyed, "XMT": keyed}
    if word.startswith("ZN"):
        return fields.security
    if word in {"O", "P", "R", "Z"} or word[:6].isdigit():
        return fields.precedence_and_dtg
    return named.get(word, bare)


#: Reported by the builder of the heading, which sees the lines together.
BETWEEN_LINES: Final = {heading.BLANK_AFTER_ROUTING, heading.FRAME_LINE}


OF_ONE_LINE: Final = [code for code in heading.ALL if code not in BETWEEN_LINES]


@pytest.mark.parametrize("code", OF_ONE_LINE, ids=lambda code: code.code)
def test_the_examples_of_each_code_show_it(code: Code) -> None:
    bad, good = code.bad.rstrip("\n"), code.good.rstrip("\n")
    assert code in build(builder_of(bad), bad)[1].codes
    assert build(builder_of(good), good)[1] == []


def test_codes_of_the_family_are_unique_and_in_order() -> None:
    assert [code.code for code in heading.ALL] == [f"TG1{number:02}" for number in range(1, len(heading.ALL) + 1)]


# ---- laws over made lines


def printed(value: Addressee | Unread) -> str:
    """Canonical text of an address without its keyword."""
    if isinstance(value, Unread):
        return value.text
    prefix = "ZEN/" if value.delivered else f"{value.routing_indicator}/" if value.routing_indicator else ""
    offices = "" if not value.offices else "//" if value.offices == ("",) else f"//{'//'.join(value.offices)}//"
    return " ".join([f"{prefix}{value.name}{offices}", *filter(None, (value.precedence, value.numbers))])


ADDRESS_PIECES: Final = [
    "RUEHC/", "RUEHXX /", "ZEN/", "zen/", "RBAB/", "ROME/X", "AMEMBASSY", "Paris", "X,", "/", "//", "//J-5", "//A/B//",
    "//A B//", "0042", "1-22", "1234567", "PRIORITY", "niact", "IMMEDIATE", "Flash", "(", ")", "é", "\u2003", "TO",
]  # fmt: skip
address_lines = st.lists(
    st.tuples(st.sampled_from(ADDRESS_PIECES), st.sampled_from(["", " ", " ", " ", "  ", "\t", "\xa0"])), max_size=8
).map(lambda pairs: "".join(piece + blank for piece, blank in pairs).strip(BLANKS))


REGULAR_PIECES: Final = [
    "TO", "INFO", "To", "XMT", "RUEHC/", "RUEHC/SECSTATE", "ruehc/X", "QAAB/X", "RAAB/AMEMBASSY", "ZEN/X", "PARIS",
    "Paris", "PRIORITY", "IMMEDIATE", "NIACT", "PRIORITYX", "0042", "1234567", "1-2", "A/B", "//", "(MC)", "R.", "é",
]  # fmt: skip
regular_lines = st.lists(
    st.tuples(st.sampled_from(REGULAR_PIECES), st.sampled_from([" ", " ", " ", " ", " ", "", "  ", "\t"])), max_size=7
).map(lambda pairs: "".join(piece + blank for piece, blank in pairs).strip(BLANKS))


@given(regular_lines, st.booleans())
@example("TO RUEHC/X", True)
@example("RUEHC/X PRIORITY PRIORITY 1", False)
@example("RUEHC/X NIACT IMMEDIATE 0042", False)
@example("RUEHC/X RUEHFR/Y", False)
@example("RUEHC/X 7 Y 12", False)
def test_an_address_in_the_regular_form_reads_the_same_in_one_step(line: str, keyword: bool) -> None:
    regular = fields.regular_addressee(f"AB\n{line}\nCD", 3, 3 + len(line), keyword=keyword)
    if regular is not None:
        assert fields.cut_points(line, 0, len(line)) == []
        assert build(keyed if keyword else bare, line) == (regular, [])


@pytest.mark.parametrize(
    ("line", "keyword"), [("TO RUEHC/SECSTATE WASHDC PRIORITY 0042", True), ("RUEHFR/AMEMBASSY PARIS 1", False)]
)
def test_a_usual_address_is_in_the_regular_form(line: str, keyword: bool) -> None:
    assert fields.regular_addressee(line, 0, len(line), keyword=keyword) is not None
    assert fields.regular_addressee(line, 0, len(line), keyword=not keyword) is None


@st.composite
def changed(draw: st.DrawFn, line: str) -> str:
    """The line with a few changes, or none."""
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(line)))
        piece = draw(st.sampled_from(["P", "P ", " ", "z", "1", "JUL", "Jun", "20", "\t", "fm", "X.", " ZDK", "é"]))
        line = line[:place] + piece + line[place + draw(st.integers(0, 2)) :]
    return line.strip(BLANKS)


@given(changed("O 201029Z JUN 07"))
def test_a_date_in_the_regular_form_reads_the_same_in_one_step(line: str) -> None:
    regular = fields.regular_date(f"AB\n{line}\nCD", 3, 3 + len(line))
    if regular is not None:
        assert build(fields.precedence_and_dtg, line) == (DtgLine(*regular), [])


@given(changed("FM AMEMBASSY PARIS"))
def test_an_originator_in_the_regular_form_reads_the_same_in_one_step(line: str) -> None:
    in_one_step = build(fields.originator, line)
    with pytest.MonkeyPatch.context() as patch:
        never = re.compile("(?!)")
        patch.setattr(fields, "rule", lambda name: never if name == "regular_originator" else matcher("heading", name))
        assert in_one_step == build(fields.originator, line)


def test_a_usual_date_and_a_usual_originator_are_in_the_regular_form() -> None:
    assert fields.regular_date("O 201029Z JUN 07", 0, 16) is not None
    assert matcher("heading", "regular_originator").fullmatch("FM AMEMBASSY PARIS")


TRANSMISSION_LINES: Final = [
    ["VZCZCXRO0123", "ZCZCabc123", "VZCZCXR0123", "VZCZCXRO0123 X"],
    ["OO RUEHC RUEHXX", "PP RUEHWEB", "PP RUEHWEB\n", "OO RUEHC\n", "zz rbda", "OO  RUEHC", "OO"],
    ["DE RUEHXX #0042/01 0321200", "DE RUEHXX #42A 0321200", "de RUEHXX #42 0321200", "DE RUEHXX #1  0321200"],
    ["ZNY CCCCC ZZH", "ZNR UUUUU", "ZNY SSSBC/AAAAA ZZH ZDK", "ZNY CCCCC ZZH(TAO)", "ZNY ABCDE ZZH", "ZNY ccccc"],
]  # fmt: skip
transmissions = st.tuples(
    *[st.one_of(st.just(lines[0]), st.sampled_from(lines)) for lines in TRANSMISSION_LINES],
    st.sampled_from(["\n", "\n", "\n", "\r\n", " \n"]),
).map(lambda parts: parts[-1].join(parts[:-1]))


def transmission_of(text: str) -> tuple[object, ...]:
    """What is made of format lines 1 to 4, with the place of each line and the reports."""
    draft = Draft.of(text)
    tree = structure_of(scan(text), len(text))
    for part in tree.root.children:
        if isinstance(part, Node) and part.kind == "heading":
            build_heading(part, draft)
    return draft.parts, draft.ranges, draft.inner, draft.diagnostics


@given(transmissions)
@example("VZCZCXYZ0001\nOO RUEHWEB\n\nDE RUEHXX #42 0321200\nZNY CCCCC ZZH")
@example("VZCZCXYZ0001\nOO RUEHWEB RUEHC\n\nDE RUEHXX #42 0321200\nZNY CCCCC ZZH")
def test_a_transmission_in_the_regular_form_reads_the_same_in_one_step(text: str) -> None:
    in_one_step = transmission_of(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "regular_transmission", lambda *_: None)
        assert in_one_step == transmission_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "VZCZCXRO0123\nOO RUEHC RUEHFR\nDE RUEHXX #0042/01 0321200\nZNY CCCCC ZZH",
        "VZCZCXYZ0123\nOO RUEHWEB\n\nDE RUEHXX #0042 0321200\nZNR UUUUU ZZH ZDK",
    ],
)
def test_a_usual_transmission_is_in_the_regular_form(text: str) -> None:
    assert fields.regular_transmission(f"X{text}X", 1, 1 + len(text), Reports()) is not None


@given(address_lines)
@example("RUEHC/X//A//B")
@example("X/ //Y//")
@example("PARIS///")
@example("A//B/")
@example("A////")
@example("X/ //Y//")
@example("RUEHC/ /X")
@example("RUEHC/X/ Y//Z")
def test_an_address_is_stable_and_loses_no_word(line: str) -> None:
    value, reports = build(bare, line) if line else (Unread(""), Reports())
    again, later = build(bare, printed(value)) if line else (value, reports)
    assert again == value
    assert not {code.code for code in later.codes} - {"TG006", "TG108"}
    kept = words(printed(value))
    for place, word in word_places(line):
        rewritten = any(
            code.rewrites and start <= place and place + len(word) <= end for code, start, end, _, _ in reports
        )
        assert word in kept or rewritten


def word_places(line: str) -> Iterator[tuple[int, str]]:
    place = 0
    for word in words(line):
        place = line.index(word, place)
        yield place, word
        place += len(word)


@given(st.lists(st.sampled_from(["ZZH", "(TAO)", "(A  B)", "(", ")", "X(", " ", "  ", "\t"]), max_size=9).map("".join))
def test_operating_signals_are_stable_and_lose_no_word(rest: str) -> None:
    line = f"ZNR UUUUU {rest}".strip(BLANKS)
    value, reports = build(fields.security, line)
    canonical = " ".join(["ZNR UUUUU", *value.signals])
    again, later = build(fields.security, canonical)
    assert (again, later) == (value, [])
    kept = words(canonical)
    for place, word in word_places(line):
        rewritten = any(
            code.rewrites and start <= place and place + len(word) <= end for code, start, end, _, _ in reports
        )
        assert word in kept or rewritten


@given(st.text(alphabet="ORZP 0123456789ZJUNjun()X\t\xa0", max_size=40).map(lambda text: text.strip(BLANKS)))
@example("O 011200Z FEB 08(A  B) C")
def test_a_date_time_line_is_stable(line: str) -> None:
    value, _ = build(fields.precedence_and_dtg, line) if line else (Unread(""), None)
    if isinstance(value, DtgLine):
        pair = value.precedence
        signs = [level.prosign for level in (pair.action, pair.info) if level] if pair else []
        group = value.dtg
        parts = [*signs, group.day + group.time + group.zone, group.month, group.year, value.instructions]
        assert build(fields.precedence_and_dtg, " ".join(part for part in parts if part))[0] == value


# ---- further addresses, full shape


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("INFO RUEHAA/X IMMEDIATE RUEHBB/Y IMMEDIATE 1", ["INFO RUEHAA/X IMMEDIATE", "RUEHBB/Y IMMEDIATE 1"]),
        ("RUEHAA/X RUEHBB/Y ZEN/Z", ["RUEHAA/X", "RUEHBB/Y", "ZEN/Z"]),
        ("TO X RUEHBB/Y", ["TO X", "RUEHBB/Y"]),
        ("HQ X//A// ruehbb/Y", ["HQ X//A//", "ruehbb/Y"]),
        ("TO  RUEHAA/X", ["TO  RUEHAA/X"]),
        ("XMT/RUEHAA/X", ["XMT/RUEHAA/X"]),
        ("RUEHAA/AMCONSUL ROME/NAPLES", ["RUEHAA/AMCONSUL ROME/NAPLES"]),
        ("HQ RABAT//CC//", ["HQ RABAT//CC//"]),
        ("HQ RUHR//CC//", ["HQ RUHR//CC//"]),
        ("TO SECSTATE WASHDC", ["TO SECSTATE WASHDC"]),
        ("", [""]),
    ],
)  # fmt: skip
def test_a_line_is_cut_where_a_further_address_begins(line: str, parts: list[str]) -> None:
    text = f"RUEHXX/A \n{line}\n RUEHYY/B"
    places = fields.cut_points(text, 10, 10 + len(line))
    bounds = [10, *places, 10 + len(line)]
    assert [text[a:b].strip(" ") for a, b in itertools.pairwise(bounds)] == parts


@pytest.mark.parametrize(
    ("kind", "line", "full"),
    [
        ("TRANSMISSION", "VZCZCXRO0123", True),
        ("TRANSMISSION", "VZCZC", False),
        ("ROUTING", "OO RUEHC", True),
        ("ROUTING", "OO LA LA", False),
        ("STATION", "DE RUEHXX #0042 0321200", True),
        ("STATION", "DE GAULLE", False),
        ("SECURITY", "ZNR UUUUU ZZH", True),
        ("SECURITY", "ZNR", False),
        ("DTG", "011200Z FEB 08", True),
        ("DTG", "O 011200", False),
        ("ORIGINATOR", "FM AMEMBASSY NOWHERE", True),
        ("ORIGINATOR", "Fm Amembassy nowhere", True),
        ("ORIGINATOR", "FM NOBODY SAID THAT", False),
        ("ORIGINATOR", "FM CIAO", False),
        ("ADDRESS", "RUEHC/SECSTATE WASHDC", True),
        ("ADDRESS", "TO ZEN/X", True),
        ("ADDRESS", "INFO SECSTATE WASHDC IMMEDIATE", True),
        ("ADDRESS", "NSC WASHDC", True),
        ("ADDRESS", "INFO SOME STATES COLLECTIVE PRIORITY", True),
        ("ADDRESS", "TO NOWHERE", False),
        ("ADDRESS", "to nsc officials", False),
        ("ADDRESS", "RUEHC/SECSTATE WASHDC RUEHXX/X", False),
        ("ADDRESS", "AMEMBASSY X 1 2 3 FLASH", False),
        ("SUBJECT", "SUBJECT: X", False),
    ],
)
def test_full_shape_needs_more_than_a_keyword(kind: str, line: str, full: bool) -> None:
    assert fields.has_full_shape(kind, f"X{line}Y", 1, 1 + len(line)) is full


# ---- agreement with Lark

LINES: Final[dict[str, list[str]]] = {
    "identification": ["VZCZCXRO0123", "ZCZCABC123"],
    "routing": ["OO RUEHC RUEHXX", "zz rbda"],
    "routing_continuation": ["RUEHC RUEHXX"],
    "station": ["DE RUEHXX #0042/01 0321200", "DE RUEHXX #42A 0321200"],
    "security": ["ZNY CCCCC ZZH(TAO) X", "ZNR UUUUU", "ZNY SSSBC/AAAAA ZZH (A B)", "ZNY ABCDE (A (B)"],
    "operating_signal": ["(A B)", "ZZH", "(A"],
    "precedence_and_dtg": ["O R 011200Z FEB 08(A) ZDK", "011200Z FEB", "P 011200Z FEB 2008 A B"],
    "originator": ["FM AMEMBASSY X"],
    "action_address": ["TO RUEHC/SECSTATE WASHDC//A//B IMMEDIATE 1"],
    "information_address": ["INFO ZEN/X 1-2"],
    "exempted_address": ["XMT/X Y", "XMT X"],
    "address": ["RUEHC/X Y//A B//PA 0042", "X 7 Y //A//PRIORITY", "7 X// NIACT IMMEDIATE 1-2"],
    "odd_address": ["RUEHC/X PRIORITY 1 2//Y", "1 FLASH X"],
    "odd_keyed_address": ["INFO RUEHC/X PRIORITY 1 2"],
    "further_address": [" RUEHC/"],
    "regular_date": ["O 201029Z JUN 07"],
    "regular_originator": ["FM AMEMBASSY PARIS"],
    "regular_address": ["RUEHC/SECSTATE WASHDC PRIORITY 0042", "INFO RUEHFR/AMEMBASSY PARIS", "TO RHXX/J-5 D(MC) 1"],
    "address_keyword": ["TO ", "XMT/"],
    "regular_transmission": [
        "VZCZCXRO0123\nOO RUEHC RUEHFR\nDE RUEHXX #0042/01 0321200\nZNY CCCCC ZZH",
        "ZCZCXRO123\nRR RUEHWEB\n\nDE RUEHXX #42A 0321200\nZNR UUUUU",
    ],
    "accounting": ["STATE X GRNC", "GR 12"],
    "originator_evidence": ["FM AMEMBASSY", "FM WHITE HOUSE"],
    "address_evidence": ["TO NSC", "RUEHC/", "INFO Rpo"],
    "collective": ["COLLECTIVE"],
    "wide_blank": ["\t", "  "],
}


@functools.cache
def parser_of(rule: str) -> Lark:
    return lark_of("heading", rule, strict=True)


@functools.cache
def lists() -> frozenset[str]:
    """Rules that go on from themselves: their items are no groups of the matcher."""
    rules = load_rules("heading").rules
    return frozenset(
        rule
        for rule, tree in rules.items()
        if any(getattr(value.children[0], "name", None) == rule for value in tree.find_data("value"))
    )


def lark_groups(rule: str, line: str) -> dict[str, list[str]] | None:
    """What Lark finds: the texts of each rule and terminal in order, or None where it refuses."""
    try:
        tree = parser_of(rule).parse(line)
    except UnexpectedInput:
        return None
    found: dict[str, list[str]] = {}

    def walk(node: Tree[Token] | Token) -> None:
        if isinstance(node, Token):
            found.setdefault(node.type, []).append(str(node))
            return
        tokens = node.scan_values(lambda leaf: isinstance(leaf, Token))
        found.setdefault(str(node.data), []).append("".join(map(str, tokens)))
        if node.data not in lists():
            for child in node.children:
                walk(child)

    walk(tree)
    return found


def assert_agreement(rule: str, line: str) -> None:
    match = matcher("heading", rule).fullmatch(line)
    expected = lark_groups(rule, line)
    assert (match is None) is (expected is None)
    if match is None or expected is None:
        return
    for group, text in match.groupdict().items():
        name, _, number = group.rpartition("_")
        ordinal = int(number) if number.isdigit() else 1
        texts = expected.get(name if number.isdigit() else group, [])
        assert text == (texts[ordinal - 1] if len(texts) >= ordinal else None)


@pytest.mark.parametrize("rule", LINES)
def test_a_field_and_lark_agree_on_own_lines(rule: str) -> None:
    for line in LINES[rule]:
        assert matcher("heading", rule).fullmatch(line), line
        assert_agreement(rule, line)


@st.composite
def near_misses(draw: st.DrawFn) -> tuple[str, str]:
    """A rule and one of its lines with a few characters or words changed."""
    rule = draw(st.sampled_from(sorted(LINES)))
    line = draw(st.sampled_from(LINES[rule]))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(line)))
        end = draw(st.integers(start, min(len(line), start + 3)))
        pieces = [
            "",
            "A",
            "z",
            "5",
            " ",
            "  ",
            "\t",
            "/",
            "//",
            "(",
            ")",
            "#",
            "-",
            "PRIORITY",
            " 12 ",
            " RUEHC/",
            "é",
            ",",
        ]
        line = line[:start] + draw(st.sampled_from(pieces)) + line[end:]
    return rule, line


@given(near_misses())
def test_a_field_and_lark_agree_on_near_misses(case: tuple[str, str]) -> None:
    assert_agreement(*case)


@given(address_lines)
def test_addresses_and_lark_agree(line: str) -> None:
    for rule in ("address", "odd_address"):
        assert_agreement(rule, line)


# ---- real cables


CLASS_OR_DATE: Final = re.compile(r"U{0,2}NCLAS|S{1,2} ?E ?C ?R ?E ?T|C{1,2} ?O ?N ?F|[A-Z]+DAY, ", re.IGNORECASE)


def heading_lines(text: str) -> Iterator[tuple[str, str]]:
    """The heading lines of a text with a heading, each with its rule, by place and keyword alone."""
    rule_of_keyword = {
        "DE": "station", "ZNR": "security", "ZNY": "security", "FM": "originator", "TO": "action_address",
        "INFO": "information_address", "XMT": "exempted_address",
    }  # fmt: skip
    lines = [line.strip(BLANKS) for line in text.split("\n")]
    first = next((place for place, line in enumerate(lines[:6]) if line.startswith("VZCZC")), None)
    if first is None:
        return
    seen_originator = False
    for line in lines[first:]:
        if CLASS_OR_DATE.match(line):
            return
        if not line:
            if seen_originator:
                return
            continue
        rule = rule_of_keyword.get(line.split(" ")[0], "")
        seen_originator |= rule == "originator"
        if not rule and line.startswith("VZCZC"):
            rule = "identification"
        elif not rule and seen_originator:
            rule = "address"
        elif not rule and line[:2] in {"OO", "PP", "RR", "ZZ"}:
            rule = "routing"
        elif not rule:
            rule = "routing_continuation" if line.startswith("RU") else "precedence_and_dtg"
        yield rule, line


BUILDERS: Final[dict[str, Builder]] = {
    "identification": fields.identification,
    "routing": fields.routing,
    "routing_continuation": fields.routing_continuation,
    "station": fields.station,
    "security": fields.security,
    "precedence_and_dtg": fields.precedence_and_dtg,
    "originator": fields.originator,
    "action_address": keyed,
    "information_address": keyed,
    "exempted_address": keyed,
    "address": bare,
}


def test_every_heading_line_of_real_cables_is_read(corpus_texts: dict[str, str]) -> None:
    count = 0
    for text in corpus_texts.values():
        for rule, line in heading_lines(text):
            for part in cut(line):
                own_rule = rule if part is line or line.startswith(part) else "address"
                value, reports = build(BUILDERS[own_rule], part)
                assert not isinstance(value, Unread), part
                assert heading.ODD_ADDRESS not in reports.codes, part
                assert_agreement(own_rule, part)
                count += 1
    assert count > 9 * sum("\nFM " in text for text in corpus_texts.values())


def cut(line: str) -> list[str]:
    bounds = [0, *fields.cut_points(line, 0, len(line)), len(line)]
    return [line[a:b].strip(BLANKS) for a, b in itertools.pairwise(bounds)]


# ---- time

HOSTILE: Final = [
    "A ", " ", "1", "1 ", "/", "//", "A/", " /", "//A ", "(", "()", "(A ", "A(", "RUEHC/", " RUEHC/", " RUHR", "RUEHC ",
    "NIACT ", "PRIORITY ", "\t \xa0", "A//", "ZEN /", "FLASH 1 ",
]  # fmt: skip
STARTS: Final[dict[str, list[Builder]]] = {
    "": [bare, fields.identification, fields.routing_continuation, fields.accounting],
    "OO RUEHC ": [fields.routing],
    "DE RUEHC ": [fields.station],
    "ZNR UUUUU ": [fields.security],
    "O 011200Z FEB ": [fields.precedence_and_dtg],
    "O 011200Z FEB 08": [fields.precedence_and_dtg],
    "FM ": [fields.originator],
    "TO ": [keyed],
    "XMT/": [keyed],
    "RUEHC": [bare],
    "RUEHC/X//": [bare],
    "GR": [fields.accounting],
}


def seconds(call: Callable[[], object]) -> float:
    begin = time.process_time()
    call()
    return time.process_time() - begin


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_on_hostile_lines(unit: str) -> None:
    """At 100 KB each builder is far below what a quadratic one would need (minutes)."""
    run = (unit * 100_000)[:100_000]
    for start, builders in STARTS.items():
        for ending in ("X", "!\n "):
            line = start + run + ending
            for builder in builders:
                reports = Reports()
                assert seconds(lambda: builder(line, 0, len(line), reports)) < 1.0, (start, unit, ending)  # noqa: B023
                assert len(reports) < 10
            assert seconds(lambda: fields.cut_points(line, 0, len(line))) < 1.0, (start, unit, ending)  # noqa: B023
            for kind in ("ADDRESS", "ORIGINATOR", "SECURITY", "DTG", "ROUTING"):
                assert seconds(lambda: fields.has_full_shape(kind, line, 0, len(line))) < 1.0  # noqa: B023
