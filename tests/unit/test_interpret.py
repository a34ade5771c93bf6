"""What the words of a value mean: `telegram_grammar.interpret` and its grammar."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark.exceptions import LarkError

from telegram_grammar import interpret, matchers
from telegram_grammar._lark import lark_of
from telegram_grammar.model import ClassificationLevel, Reference, TagKind

# ---- moments ------------------------------------------------------------------------------------------------


def test_filing_time_counts_days_of_the_year_in_utc() -> None:
    assert interpret.filing_moment("171", "1029", 2007) == dt.datetime(2007, 6, 20, 10, 29, tzinfo=dt.UTC)


def test_day_366_exists_in_leap_years_only() -> None:
    assert interpret.filing_moment("366", "0000", 2008) == dt.datetime(2008, 12, 31, tzinfo=dt.UTC)
    assert interpret.filing_moment("366", "0000", 2007) is None


@pytest.mark.parametrize(
    ("day", "clock", "year"),
    [("000", "1000", 2007), ("367", "1000", 2008), ("100", "2400", 2007), ("100", "1060", 2007), ("", "", 2007),
     ("1O0", "1000", 2007), ("٣٠٠", "1000", 2007), ("100", "1000", 0), ("100", "1000", 10000), ("366", "1000", 9999)],
)  # fmt: skip
def test_filing_time_that_is_no_moment_is_none(day: str, clock: str, year: int) -> None:
    assert interpret.filing_moment(day, clock, year) is None


def test_date_time_group_is_aware_in_its_own_zone() -> None:
    moment = interpret.date_time_group("20", "1029", "R", "JUN", "07")
    assert moment == dt.datetime(2007, 6, 20, 15, 29, tzinfo=dt.UTC)
    assert moment is not None
    assert moment.utcoffset() == dt.timedelta(hours=-5)


def test_zulu_is_utc_itself() -> None:
    moment = interpret.date_time_group("20", "1029", "Z", "Jun", "07")
    assert moment is not None
    assert moment.tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("year", "full"), [("50", 1950), ("99", 1999), ("00", 2000), ("49", 2049), ("2006", 2006), ("1973", 1973)]
)
def test_years_of_two_figures_turn_at_50(year: str, full: int) -> None:
    moment = interpret.date_time_group("01", "0001", "Z", "JAN", year)
    assert moment is not None
    assert moment.year == full


@pytest.mark.parametrize(
    ("day", "clock", "zone", "month", "year"),
    [("30", "1029", "Z", "FEB", "07"), ("20", "1029", "J", "JUN", "07"), ("20", "1029", "Z", "JUX", "07"),
     ("20", "1029", "Z", "JUN", None), ("20", "1029", "Z", "JUN", "007"), ("20", "2460", "Z", "JUN", "07"),
     ("", "", "", "", ""), ("00", "1029", "Z", "JUN", "07"), ("20", "102", "Z", "JUN", "07"),
     ("20", "1029", "Z", "JUN", "0000")],
)  # fmt: skip
def test_date_time_group_that_is_no_moment_is_none(
    day: str, clock: str, zone: str, month: str, year: str | None
) -> None:
    assert interpret.date_time_group(day, clock, zone, month, year) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("06/20/2017", (2017, 6, 20)), ("9/9/2019", (2019, 9, 9)), ("2019/09/09", (2019, 9, 9)),
     ("2019-09-09", (2019, 9, 9)), ("10/22/08", (2008, 10, 22)), ("6/5/99", (1999, 6, 5)),
     ("JUNE 21, 2006", (2006, 6, 21)), ("21 June 2006", (2006, 6, 21)), ("05/DEC/2008", (2008, 12, 5)),
     ("Sept. 3, 1984", (1984, 9, 3)), ("  06/20/2017\n", (2017, 6, 20))],
)  # fmt: skip
def test_printed_dates_are_read_in_their_forms(text: str, date: tuple[int, int, int]) -> None:
    assert interpret.calendar_date(text) == dt.date(*date)


@pytest.mark.parametrize(
    "text",
    ["099/1/2019", "20/06/2017", "02/30/2017", "OADR", "X1", "", "06/20", "06/20/017", "JUNEX 21, 2006",
     "CLOSURE OF IT",
     "06/20/2017 OR LATER", "0/1/2017", "٠٦/20/2017"],
)  # fmt: skip
def test_words_that_are_no_date_are_none(text: str) -> None:
    assert interpret.calendar_date(text) is None


# ---- messages and tags --------------------------------------------------------------------------------------


def test_message_reference_number_drops_zeros_and_raises_letters() -> None:
    assert interpret.message_reference_number(2007, "Paris", "002652") == "07 PARIS 2652"
    assert interpret.message_reference_number(2010, "ABU  DHABI", "0000") == "10 ABU DHABI 0"


@pytest.mark.parametrize(
    ("code", "kind"),
    [("PREL", "subject"), ("parm", "subject"), ("PFOR", "subject"), ("KNNP", "program"), ("KXYZ", "program"),
     ("KANU", "organization"), ("FR", "geographic"), ("XF", "geographic"), ("AL", "geographic"), ("UN", "organization"),
     ("NATO", "organization"), ("Alitalia", "organization"), ("AU-1", "organization"), ("POGO", "subject"),
     ("XXXX", "unknown"), ("POGOV", "unknown"), ("QQ", "unknown"), ("", "unknown"), ("P1OV", "unknown"),
     ("COUNTER TERRORISM", "unknown")],
)  # fmt: skip
def test_tag_kind_asks_the_registers_then_the_form(code: str, kind: str) -> None:
    assert interpret.tag_kind(code) == kind


# ---- references ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "year", "post", "number"),
    [
        ("PARIS 1234", None, "PARIS", "1234"),
        ("08 STATE 061194", "08", "STATE", "061194"),
        ("2008 BERLIN 000372 AND PREVIOUS", "2008", "BERLIN", "000372"),
        ("09STATE 1234", "09", "STATE", "1234"),
        ("09STATE1234", "09", "STATE", "1234"),
        ("PARIS 1234 (08)", "08", "PARIS", "1234"),
        ("PARIS 1234 (2008) (NOTAL)", "2008", "PARIS", "1234"),
        ("ABU DHABI 248 (NOTAL)", None, "ABU DHABI", "248"),
        ("Tripoli 685", None, "Tripoli", "685"),
        ("07 state 75839", "07", "state", "75839"),
        ("RIO DE JANEIRO 12", None, "RIO DE JANEIRO", "12"),
        ("PORT-AU-PRINCE 12", None, "PORT-AU-PRINCE", "12"),
        ("USNATO 55.", None, "USNATO", "55"),
        ("LILLIPUT 55", None, "LILLIPUT", "55"),
        ("MANAGUA 99 -- REQUEST FOR A ROOM", None, "MANAGUA", "99"),
        ("KIGALI 00830--05/DEC/2008", None, "KIGALI", "00830"),
        ("PARIS 99 ON THE MINISTER'S VISIT", None, "PARIS", "99"),
        ("07 ALGIERS 1807 AND 08 ALGIERS 0075", "07", "ALGIERS", "1807"),
        ("LAHORE 25 07 ISLAMABAD 5138", None, "LAHORE", "25"),
        ("A) 09 ROME 12", "09", "ROME", "12"),
        ("(B) ROME\n 12", None, "ROME", "12"),
    ],
)
def test_reference_cites_a_cable(text: str, year: str | None, post: str, number: str) -> None:
    assert interpret.reference(text) == interpret.CitedMessage(year, post, number)


@pytest.mark.parametrize(
    "text",
    ["ROE-DOE E-MAIL OF 10/14/07", "ROE EMAIL 21 FEB 06", "ROE-DOE TELCON 12", "PARIS POINTS NOV 22",
     "PARIS POINTS OF 3/6",
     "PARIS 22 NOV", "ROME DAILY - 09 JULY", "OSC EUP20080707950031", "OSC 12", "IIR 6 902 9698 06",
     "DAO ROME IIR 6 889 02",
     "TD-314/63777-05", "SECDEF MSG DTG 301601Z SEP 08", "EMBASSY DAILY REPORT 9/16/2009", "OFFICIAL BIOS ON FILE",
     "NONE",
     "12 FAM 180", "9 FAM 42.1", "UNSCR 1540", "PARIS", "PARIS 1234567", "PARIS 12-14", "PARIS 12/14/07", "1234", "",
     "A 3",
     "OUR NOTES FROM ROOM 12", "told by rome 12", "LILLIPUT 12 CAME AND WENT", "08 JAN 08 BAGHDAD O/I"],
)  # fmt: skip
def test_reference_to_something_else_cites_no_cable(text: str) -> None:
    assert interpret.reference(text) is None


def test_reference_flags_are_found_anywhere() -> None:
    assert interpret.reference_flags("PARIS 12 AND PREVIOUS (NOTAL)") == interpret.ReferenceFlags(True, True)
    assert interpret.reference_flags("paris 12 (notal)") == interpret.ReferenceFlags(True, False)
    assert interpret.reference_flags("PARIS 12 & PREV") == interpret.ReferenceFlags(False, True)
    assert interpret.reference_flags("NOTALL AND PREVIOUSLY") == interpret.ReferenceFlags(False, False)


def test_model_derives_from_the_printed_words() -> None:
    item = Reference("08 STATE 61194 AND PREVIOUS (NOTAL)")
    assert item.cable is not None
    assert (item.cable.year, item.cable.post, item.cable.number) == ("08", "STATE", "61194")
    assert item.notal
    assert item.and_previous


# ---- portions -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level", "controls"),
    [
        ("C", "CONFIDENTIAL", ()),
        (" C ", "CONFIDENTIAL", ()),
        ("u", "UNCLASSIFIED", ()),
        ("TS", "TOP_SECRET", ()),
        ("S/NF", "SECRET", ("NF",)),
        ("S//NF", "SECRET", ("NF",)),
        ("s/nf", "SECRET", ("nf",)),
        ("S//FGI//NF", "SECRET", ("FGI", "NF")),
        ("C/REL NATO", "CONFIDENTIAL", ("REL NATO",)),
        ("S//Rel NATO, ISAF", "SECRET", ("Rel NATO", "ISAF")),
        ("S//REL TO USA,\n FVEY", "SECRET", ("REL TO USA", "FVEY")),
        ("Secret/Rel Ruritania", "SECRET", ("Rel Ruritania",)),
        ("C/NOFORN", "CONFIDENTIAL", ("NOFORN",)),
        ("C NF", "CONFIDENTIAL", ("NF",)),
        ("S-NF", "SECRET", ("NF",)),
        ("SNF", "SECRET", ("NF",)),
        ("N/SF", "SECRET", ("NF",)),
        ("SBU", "SENSITIVE_BUT_UNCLASSIFIED", ()),
        ("SBU/NF", "SENSITIVE_BUT_UNCLASSIFIED", ("NF",)),
        ("SBU/N", "SENSITIVE_BUT_UNCLASSIFIED", ("N",)),
        ("U//FOUO", "UNCLASSIFIED", ("FOUO",)),
        ("C - ENTIRE TEXT", "CONFIDENTIAL", ()),
        ("SECRET - ENTIRE TEXT.", "SECRET", ()),
        ("/Rel UK", None, ("Rel UK",)),
        ("NF", None, ("NF",)),
        ("SUMMARY", None, ()),
        ("U.S.", None, ()),
        ("2", None, ()),
        ("", None, ()),
    ],
)
def test_portion_has_level_and_controls(text: str, level: str | None, controls: tuple[str, ...]) -> None:
    assert interpret.portion(text) == interpret.Portion(level, controls)


# ---- who classified -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("POLITICAL MINISTER COUNSELOR JOSIAH ROSENBLATT FOR REASO NS 1.4 (b) AND (d)", "JOSIAH ROSENBLATT",
         "POLITICAL MINISTER COUNSELOR"),
        ("Ambassador Jane Q. Doe for reasons 1.4 (b) and (d).", "Jane Q. Doe", "Ambassador"),
        ("JANE DOE, AMBASSADOR. REASON: 1.4 (B)", "JANE DOE", "AMBASSADOR"),
        ("Jane Doe, Economic Counselor, State, Embassy Ruritania; REASON: 1.4(B), (D)", "Jane Doe",
         "Economic Counselor"),
        ("Jane Doe, Acting Director, EUR/WE, Reason: 1.4 (c, d).", "Jane Doe", "Acting Director"),
        ("Charge d'Affaires, a.i., Jane P. Doe for reasons 1.4 (b)", "Jane P. Doe", "Charge d'Affaires, a.i."),
        ("Charge d’Affaires a.i. Jane Doe; reasons 1.4 (b)", "Jane Doe", "Charge d’Affaires a.i."),
        ("Jane Doe, charge d'affaires a.i.; REASON: 1.4(D)", "Jane Doe", "charge d'affaires a.i."),
        ("Deputy Chief of Mission, Jane Doe for reasons 1.4 b", "Jane Doe", "Deputy Chief of Mission"),
        ("Minister-Counselor for Political-Economic Affairs Jane Doe, 1.4 (b)", "Jane Doe",
         "Minister-Counselor for Political-Economic Affairs"),
        ("INR Director Jane C. Doe for reasons 1.4 (b)", "Jane C. Doe", "INR Director"),
        ("INR Director, Jane Doe, for reasons 1.4 (b)", "Jane Doe", "INR Director"),
        ("Southern Africa Director, Jane Doe, for reasons 1.4 (b)", "Jane Doe", "Southern Africa Director"),
        ("POL/C Jane Doe. Reasons: 1.4 (b)", "Jane Doe", "POL/C"),
        ("A/DCM DOE; REASON 1.4 (B)", "DOE", "A/DCM"),
        ("EUR A/S Jane Doe, Jr. reasons 1.4 (b,d)", "Jane Doe Jr.", "EUR A/S"),
        ("Consul General Jane B. Doe-Roe for Reasons 1.4 (b)", "Jane B. Doe-Roe", "Consul General"),
        ("Jane Doe Acting DCM, reasons 1.4 b", "Jane Doe", "Acting DCM"),
        ("DCM, Acting Consul Jane Doe, reasons 1.4 b", "Jane Doe", "DCM, Acting Consul"),
        ("Classified by CDA Jane Doe for reason 1.4(d.)", "Jane Doe", "CDA"),
        ("CLASSIFIED CONFIDENTIAL BY ACTING DCM JANE DOE FOR REASON 1.4 (d).", "JANE DOE", "ACTING DCM"),
        ("Ambassador Jane Doe", "Jane Doe", "Ambassador"),
    ],
)  # fmt: skip
def test_name_is_told_from_title(text: str, name: str, title: str) -> None:
    found = interpret.classifier(text)
    assert (found.name, found.title) == (name, title)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe for reasons 1.4 (b)", "Jane Doe"),
        ("Ambassador, reasons 1.4 (b)", "Ambassador"),
        ("Derived from Multiple Sources", "Multiple Sources"),
        ("DSCG 05-1 B, D", "DSCG 05-1 B, D"),
        ("Ambassador to Ruritania Jane Doe, 1.4 (b)", "Ambassador to Ruritania Jane Doe"),
        ("Border Crossing Chief Doe, 1.4 (b)", "Border Crossing Chief Doe"),
        ("Department of State, Director; 1.4 (b)", "Department of State, Director"),
    ],
)
def test_where_nothing_decides_the_words_stay_together(text: str, words: str) -> None:
    found = interpret.classifier(text)
    assert (found.name, found.title) == (None, words)


@pytest.mark.parametrize(
    ("clause", "section", "letters"),
    [
        ("for reasons 1.4 (b) and (d).", "1.4", "bd"),
        ("; REASON: 1.4(B), (D)", "1.4", "bd"),
        (". Reasons 1.4 (b/d).", "1.4", "bd"),
        (", 1.4 (b),(d)", "1.4", "bd"),
        (" per 1.5 (b) and (d).", "1.5", "bd"),
        (". REASON: 1.4 (C).", "1.4", "c"),
        (", Section 1.4b/d", "1.4", "bd"),
        (", E.O. 12958, reasons 1.4 (b) and (d).", "1.4", "bd"),
        ("; reasons: E.O. 12958 1.4 (a,b,c,d).", "1.4", "abcd"),
        (" under E.O. 12958, as amended, section 1.4 (b)", "1.4", "b"),
        (" 1:4 b,d", "1.4", "bd"),
        (" for reasons 1/4 (B), (D), (E)", "1.4", "bde"),
        (" for reasons 14 (b)", "1.4", "b"),
        (" for reasons b, d.", None, "bd"),
        ("; Reasons (b) and (d)", None, "bd"),
        (" FOR REASO NS 1.4 (b) AND (d) $^{\\circ}$", "1.4", "bd"),
        (" for reaons 1.4 b", "1.4", "b"),
        (" for reason(s) 1.4 (b)", "1.4", "b"),
        (" for reas ons 1 .4 (b/ d).", "1.4", "bd"),
        (". Reasons 1. 4 (b) an d (d)", "1.4", "bd"),
        (", reasons 1.4. (b and d).", "1.4", "bd"),
        (" for reasons 1.4( b) & ( d) .", "1.4", "bd"),
        (" REASONS: 1.4 (B)(D).", "1.4", "bd"),
        (" fo Reasons: 1.4(B ), (D).", "1.4", "bd"),
        (" for Reasons 1.4 a,b,and d.", "1.4", "abd"),
        (" for reasons 1.4 (b) (c) and (d).", "1.4", "bcd"),
        (", Reasons 1.4 (b)/(d)", "1.4", "bd"),
        (" for reasons 1.4 b and d This is a corrected copy", "1.4", "bd"),
        (" for reasons 1.4 (b-d).", "1.4", "bcd"),
        (" for reasons 1.4 (b) through (d).", "1.4", "bcd"),
        (" for reasons 1.4 (b), 1.4 (d)", "1.4", "bd"),
        (" for reasons 1.4 (d) and (b)", "1.4", "db"),
        (" for reasons 1.4 (d-b)", "1.4", "db"),
        (" for reasons 1.4 (b) and (d", "1.4", "bd"),
        (", for reasons 1.4 (b). A copy was sent.", "1.4", "b"),
        (". REASON: 1.4 (b), (d) 1. (C) Summary: a visit", "1.4", "bd"),
        (" for reasons 1.4", "1.4", ""),
        (" for reasons", None, ""),
        (". No more", None, ""),
    ],
)
def test_reason_clause_is_read_in_all_its_spellings(clause: str, section: str | None, letters: str) -> None:
    found = interpret.classifier(f"Ambassador Jane Doe{clause if clause[0] in ' ,;.' else f' {clause}'}")
    assert (found.section, "".join(found.letters)) == (section, letters)
    if section or letters:
        assert found.name == "Jane Doe"


def test_a_name_that_begins_like_a_reason_stays_a_name() -> None:
    assert interpret.classifier("Ambassador Jane Reasoner for reasons 1.4 (b)").name == "Jane Reasoner"


def test_no_words_have_no_name() -> None:
    assert interpret.classifier(" ") == interpret.Classifier(None, None, None, ())


# ---- laws ---------------------------------------------------------------------------------------------------

WORDS: Final[tuple[Callable[[str], object], ...]] = (
    interpret.calendar_date, interpret.tag_kind, interpret.reference, interpret.reference_flags, interpret.portion,
    interpret.classifier,
)  # fmt: skip


@given(st.text())
def test_no_text_makes_an_interpretation_raise(text: str) -> None:
    for function in WORDS:
        function(text)
    interpret.filing_moment(text, text, 2007)
    interpret.date_time_group(text, text, text, text, text)
    interpret.message_reference_number(2007, text, text)


@given(st.text(alphabet="SCU/, -NFREL().ab14:;PARIS0and"))
def test_names_of_kinds_and_levels_are_the_models(text: str) -> None:
    assert interpret.tag_kind(text) in {kind.value for kind in TagKind}
    level = interpret.portion(text).level
    assert level is None or level in ClassificationLevel.__members__


@given(st.lists(st.sampled_from(["Jane", "Doe,", "Ambassador", "of", "State", "1.4", "(b)", "and", "(d).", "reasons"])))
def test_name_and_title_are_words_of_the_text(words: list[str]) -> None:
    found = interpret.classifier(" ".join(words))
    printed = {word.strip(",.") for word in words}
    for part in (found.name, found.title):
        assert {word.strip(",.") for word in (part or "").split()} <= printed


@pytest.mark.parametrize(
    "unit",
    [" ", "A ", "1", "(", "r e a s o n ", "1.4 (b) ", "b, ", "C/", "PARIS ", "09 STATE 1 ", "a,", "Acting ", "for ",
     "e. o. ", "a-"],
)  # fmt: skip
@pytest.mark.parametrize("function", [*WORDS[:-1], interpret.classifier.__wrapped__])
def test_time_is_linear_on_hostile_input(function: Callable[[str], object], unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    function(text)
    assert time.process_time() - start < 5  # a quadratic one takes minutes


def test_importing_the_interpretations_imports_no_lark_and_reads_no_table() -> None:
    code = "import sys, telegram_grammar.interpret as i; print('lark' in sys.modules, i.registers.tags.cache_info())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("False CacheInfo(hits=0, misses=0,")


# ---- the matchers and Lark ----------------------------------------------------------------------------------

#: For each rule: lines that it accepts, and the pieces that near-misses are made of.
FIELDS: Final[dict[str, tuple[list[str], list[str]]]] = {
    "calendar_date": (
        ["06/20/2017", "9/9/2019", "2019-09-09", "10/22/08", "JUNE 21, 2006", "21 JUNE 2006", "05/DEC/2008",
         "JAN. 5,1984"],
        ["06", "2017", "9", "/", "-", " ", ", ", "JUNE", "SEPT.", "MAY", "085"],
    ),
    "reference": (
        ["PARIS 12", "08 PARIS 12", "08PARIS12", "A) RIO DE JANEIRO 12 (08)", "PARIS 12 (NOTAL)",
         "PARIS 12 AND PREVIOUS",
         "PARIS 12 -- A VISIT", "PARIS 12 08 ROME 3", "PARIS 12 FOR ALL", "PARIS 12 / ROME 3", "PARIS 12."],
        ["PARIS", "ROME", " ", "12", "2008", "08", "(", ")", "A.", "(B) ", "/", "--", "-", ".", ",", " AND ", "NOTAL",
         "1234567"],
    ),
    "reference_flag": (["NOTAL", "AND PREVIOUS", "& prev", "PARIS", "("], ["NOTAL", "AND", " ", "PREV", "IOUS", "(",
    "&"]),
    "portion": (
        ["C", "S/NF", "S//FGI//NF", "C/REL NATO, ISAF", "C NF", "S-NF", "SNF", "N/SF", "C - ENTIRE TEXT", "/REL UK",
         "NF",
         "NOFORN/REL UK", "SENSITIVE BUT UNCLASSIFIED//NF", "C,NF"],
        ["C", "S", "SBU", "U", "N", "NF", "NOFORN", "/", "//", " ", ", ", "-", "REL", "TO", "ENTIRE TEXT", ".",
         "SECRET"],
    ),
    "control_piece": (["NF", "REL TO USA", "/", " // ", ", "], ["NF", " ", "/", ",", "REL"]),
    "reason_clause": (
        ["for reasons 1.4 (b) and (d).", "REASO NS 1.4 B/D", "E.O. 12958, reasons 1.4 (b)", "reasons 14 (b)",
         "Reasons: E.O. 12958 1.4 (a,b)", "1.4(b)", "reasons b, d", "per 1.5 (b-d)"],
        ["reasons", "for ", "REASON:", " ", "1.4", "14", "1:4", "(b)", "(b", ")", "b", "/", ",", " and ", "d",
         "E.O. 12958", "section ", "Doe", ".", "through"],
    ),
    "letter_piece": (["b", "D", "-", "through", "1.4", "and", "(", "an d"], ["b", "an", "d", " ", "-", "1.4", "to",
    "("]),
}  # fmt: skip


def by_lark(rule: str, line: str) -> dict[str, str] | None:
    """What Lark's parser captures: the text of each named rule and terminal, the second of a name as NAME_2."""
    try:
        tree = lark_of_rule(rule).parse(line)
    except LarkError:
        return None
    found: dict[str, str] = {}

    def text_of(node: Any) -> str:
        return "".join(map(text_of, node.children)) if hasattr(node, "children") else str(node)

    def visit(node: Any) -> None:  # a rule that repeats by recursion on its left: the outermost is the whole
        name = str(node.data if hasattr(node, "children") else node.type)
        if not name.startswith("_"):
            found.setdefault(name, text_of(node))
        for child in getattr(node, "children", ()):
            visit(child)

    visit(tree)
    del found[rule]
    return found


_PARSERS: Final[dict[str, Any]] = {}


def lark_of_rule(rule: str) -> Any:
    if rule not in _PARSERS:
        _PARSERS[rule] = lark_of("interpret", rule)
    return _PARSERS[rule]


#: Terminals that stand under a repetition, where the matcher has the whole alone, and the figures of a date.
REPEATED: Final = {"POST_WORD", "CONTROL", "FIGURES"}


def by_matcher(rule: str, line: str) -> dict[str, str] | None:
    found = matchers.matcher("interpret", rule).fullmatch(line)
    if found is None:
        return None
    captured: dict[str, str] = {}
    for name, text in found.groupdict().items():
        if text is not None:
            captured.setdefault(re.sub(r"_[0-9]+\Z", "", name), text)
    return captured


def agree(rule: str, line: str) -> bool:
    one, other = by_lark(rule, line), by_matcher(rule, line)
    if one is None or other is None:
        assert one is other, (rule, line, one, other)
        return False
    plain = [{name: text for name, text in side.items() if name not in REPEATED} for side in (one, other)]
    assert plain[0] == plain[1], (rule, line)
    return True


@pytest.mark.parametrize("rule", FIELDS)
def test_matcher_and_lark_agree_on_good_lines(rule: str) -> None:
    for line in FIELDS[rule][0]:
        assert agree(rule, line), line


@pytest.mark.parametrize("rule", FIELDS)
@given(data=st.data())
def test_matcher_and_lark_agree_on_near_misses(rule: str, data: st.DataObject) -> None:
    good, pieces = FIELDS[rule]
    line = data.draw(
        st.lists(st.sampled_from(pieces), min_size=1, max_size=9).map("".join)
        | st.tuples(st.sampled_from(good), st.sampled_from(pieces)).map("".join)
        | st.tuples(st.sampled_from(pieces), st.sampled_from(good)).map("".join)
    )
    agree(rule, line)


def test_matcher_and_lark_agree_on_real_lines(corpus_texts: dict[str, str]) -> None:
    markings, items = set[str](), set[str]()
    for text in corpus_texts.values():
        markings.update(re.findall(r"^¶?[0-9]{1,2}\. \(([^()\n]{1,30})\)", text, re.MULTILINE))
        items.update(re.findall(r"^(?:REF: |¶B\. )(?:A\. )?([^\n;]{4,60}?) *$", text, re.MULTILINE))
    assert sum(agree("portion", " ".join(marking.split())) for marking in markings) > 15
    assert sum(agree("reference", " ".join(item.split())) for item in items) > 80


# ---- real cables --------------------------------------------------------------------------------------------


def test_nearly_all_real_classified_by_lines_give_a_reason(corpus_texts: dict[str, str]) -> None:
    shape = re.compile(r"^Classified By:? (.*(?:\n(?! *\n|¶|[0-9]+\.).*){0,3})", re.MULTILINE | re.IGNORECASE)
    lines = [found[1] for text in corpus_texts.values() if (found := shape.search(text))]
    printed = [line for line in lines if re.search(r"1\.[45] *\.? *\(? *[a-h]", line, re.IGNORECASE)]
    assert len(printed) > 180
    read = {line: interpret.classifier(line) for line in printed}
    assert not [line for line, classifier in read.items() if not (classifier.section and classifier.letters)]


def test_nearly_all_real_portions_have_a_level(corpus_texts: dict[str, str]) -> None:
    markings = [
        marking
        for text in corpus_texts.values()
        for marking in re.findall(r"^¶[0-9]+\. +\(([^()\n]{1,30})\)", text, re.MULTILINE)
    ]
    named = [marking for marking in markings if interpret.portion(marking).level]
    assert len(named) > 0.99 * len(markings) > 2000
