"""The table of codes: each is unique, complete, of its family's number, and its examples show what it is about."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import Final

import attrs
import pytest

import telegram_grammar as tg
from telegram_grammar.codes import (
    CODES,
    agreement,
    body,
    body_rules,
    heading,
    heading_rules,
    noise,
    page_rules,
    pages,
    reference_rules,
    sections,
    structure,
    text_head,
    text_head_rules,
)
from telegram_grammar.diagnostics import Code, Severity

PACKAGE: Final = Path(tg.__file__).parent
#: The family of each module of codes, by its first digit.
FAMILIES: Final = {structure: "0", heading: "1", text_head: "2", body: "3", pages: "4", noise: "6"}
#: First and last code of each module whose codes are those of rules; their examples are tested with the rules.
RULE_FAMILIES: Final = {
    heading_rules: ("TG150", "TG199"),
    reference_rules: ("TG255", "TG269"),
    text_head_rules: ("TG270", "TG299"),
    body_rules: ("TG330", "TG399"),
    page_rules: ("TG430", "TG459"),
    sections: ("TG460", "TG479"),  # not rules of one text: their examples are the tests of `join`
    agreement: ("TG500", "TG599"),
}
PARSED: Final = [code for family in FAMILIES for code in family.ALL]
ALL: Final = [*PARSED, *(code for family in RULE_FAMILIES for code in family.ALL)]
EACH: Final = pytest.mark.parametrize("code", ALL, ids=lambda code: code.code)
EACH_PARSED: Final = pytest.mark.parametrize("code", PARSED, ids=lambda code: code.code)

TOP: Final = "R 061341Z MAY 09\n"
ORIGINATOR: Final = "FM AMEMBASSY ROME\n"
ACTION: Final = "TO SECSTATE WASHDC\n"
CLASS: Final = "C O N F I D E N T I A L SECTION 01 OF 02 MOSCOW 000228\n\n"
FIELDS: Final = "E.O. 12958: DECL: 05/06/2019\nTAGS: PGOV KE\nSUBJECT: MARKET DAY\n\n"
BODY: Final = "1. (C) One.\n\n2. (C) Two.\nROE\n"
HEADING: Final = TOP + ORIGINATOR + ACTION
REST: Final = CLASS + FIELDS + BODY
FIRST: Final = CLASS + FIELDS + "1. (C) "
LAST: Final = "\n\nIt ends here.\n"

#: What stands before and behind an example that is a part of a text; examples that are none here stand alone.
AROUND: Final = {
    "TG002": (CLASS + "E.O. 12958: N/A\nTAGS: PREL\n", "\n" + BODY),
    "TG003": (TOP + ORIGINATOR, REST),
    "TG004": (TOP, FIELDS + BODY),
    "TG006": ("VZCZCXRO0001\nRR RUEHBC\n", "ZNY CCCCC ZZH\n" + HEADING + REST),
    "TG009": (FIRST, LAST),
    "TG101": (TOP, ACTION + REST),
    "TG104": (HEADING + "INFO ", REST),
    "TG105": (HEADING + "INFO ", REST),
    "TG107": (TOP + ORIGINATOR, REST),
    "TG108": (HEADING + "INFO ", REST),
    "TG110": (HEADING, REST),
    "TG208": ("", "TAGS: PREL\nSUBJECT: VISIT\n\n" + BODY),
    "TG301": (CLASS + FIELDS, LAST),
    "TG302": (FIRST + "It was so in the year before and in the year before that one and in all the years. ", LAST),
    "TG303": (FIRST + "It came ", LAST),
    "TG304": (CLASS + FIELDS, LAST),
    "TG305": (CLASS + FIELDS, "\n" + BODY),
    "TG306": (FIRST, ""),
    "TG307": (CLASS + FIELDS + "1. (C) One.\n\n", ""),
    "TG308": (CLASS + FIELDS, "\n" + BODY),
    "TG309": (CLASS + FIELDS + "1. (C) One.\n\n", LAST),
    "TG401": (
        FIRST.replace("MOSCOW 000228", "KABUL 003890").replace("OF 02", "OF 03") + "They went\n\n",
        "\n\nto see" + LAST,
    ),
    "TG402": (FIRST, LAST),
    "TG403": (CLASS + FIELDS, "\n" + BODY),
    "TG404": (FIRST + "They went\n", "to see" + LAST),
    "TG405": (FIRST, LAST),
    "TG406": (FIRST, LAST),
    "TG407": (CLASS + FIELDS, "\n" + BODY),
    "TG601": (CLASS + FIELDS, LAST),
    "TG602": (CLASS + FIELDS, LAST),
    "TG603": (CLASS + FIELDS + "1. (C) One.\n\n", LAST),
    "TG604": (CLASS + FIELDS, LAST),
    "TG607": (FIRST, LAST),
    "TG608": (FIRST.replace("MOSCOW 000228", "PARIS 002652"), LAST),
    "TG609": (CLASS + FIELDS + "Classified By: DCM J. ROE for reasons ", "\n" + BODY),
    "TG610": (HEADING, FIELDS + BODY),
    "TG611": (FIRST + "They went\n\n", LAST),
}
#: Examples that are no text; each with the reason.
NO_TEXT: Final = {"TG612": "it is about bytes, which its example shows by their codes"}


def reported(text: str) -> set[str]:
    return {found.code for found in tg.parse(text).diagnostics}


@EACH_PARSED
def test_bad_example_yields_its_code_and_the_good_one_does_not(code: Code) -> None:
    if code.code in NO_TEXT:
        pytest.skip(NO_TEXT[code.code])
    before, behind = AROUND.get(code.code, ("", ""))
    assert code.code in reported(before + code.bad + behind)
    assert code.code not in reported(before + code.good + behind)


@EACH_PARSED
def test_safe_fix_of_the_bad_example_is_given_where_the_code_says_so(code: Code) -> None:
    if code.code in NO_TEXT:
        pytest.skip(NO_TEXT[code.code])
    before, behind = AROUND.get(code.code, ("", ""))
    found = [one for one in tg.parse(before + code.bad + behind).diagnostics if one.code == code.code]
    assert code.fixable == any(one.fix is not None for one in found)


@pytest.mark.parametrize("code", [code for code in PARSED if code.code in AROUND], ids=lambda code: code.code)
def test_good_example_in_a_whole_text_is_well_formed(code: Code) -> None:
    before, behind = AROUND[code.code]
    assert reported(before + code.good + behind) == set()


def test_example_of_bytes_yields_its_code() -> None:
    bad = noise.ENCODING.bad.encode("latin-1").decode("unicode_escape").encode("latin-1")
    assert {found.code for found in tg.parse_bytes(b"SUBJECT: " + bad).diagnostics} >= {"TG612"}
    assert "TG612" not in {found.code for found in tg.parse_bytes(noise.ENCODING.good.encode()).diagnostics}


# The table


def test_codes_and_names_are_unique() -> None:
    assert len({code.code for code in ALL}) == len(ALL) == len(CODES)
    assert len({code.name for code in ALL}) >= len(ALL) - 1  # portion markings in the head and in the body share a name
    assert {code.code: code for code in ALL} == CODES


def test_code_has_the_number_of_its_family() -> None:
    for family, digit in FAMILIES.items():
        assert [code.code for code in family.ALL if not re.fullmatch(f"TG{digit}[0-9]{{2}}", code.code)] == []
    for family, (first, last) in RULE_FAMILIES.items():
        assert [code.code for code in family.ALL if not first <= code.code <= last] == []


def test_each_code_of_a_module_is_in_its_table() -> None:
    for family in (*FAMILIES, *RULE_FAMILIES):
        defined = [value for value in vars(family).values() if isinstance(value, Code)]
        assert sorted(code.code for code in defined) == sorted(code.code for code in family.ALL)


@EACH
def test_code_says_all_that_the_reference_prints(code: Code) -> None:
    assert re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", code.name)
    assert isinstance(code.severity, Severity)
    for words in (code.message, code.rationale, code.authority, code.bad):
        assert words.strip()
    assert code.good.strip() or code.drops or code.rewrites  # nothing is right only where the words are to go
    assert code.rationale.endswith(".")
    assert not code.message.endswith(".")
    assert code.bad != code.good


@EACH
def test_error_is_no_form_that_is_rewritten(code: Code) -> None:
    assert not (code.severity is Severity.ERROR and (code.rewrites or code.drops))


# How codes are reported


def reports() -> list[tuple[str, str, set[str]]]:
    """Each call that names a code in the package: module, the code's name there, the words it hands over."""
    found = []
    for path in sorted(PACKAGE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", getattr(node.func, "id", "")) == "report"
                and isinstance(node.args[0], ast.Attribute)
            ):
                words = {word.arg for word in node.keywords if word.arg} - {"expected", "fix"}
                found.append((path.name, node.args[0].attr, words))
    return found


def fields_of(code: Code) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(code.message) if name}


def test_message_is_given_the_words_that_it_has_room_for() -> None:
    named = {name: value for family in FAMILIES for name, value in vars(family).items() if isinstance(value, Code)}
    calls = [(module, name, words) for module, name, words in reports() if name in named]
    twice = {"PORTION_FORM"}  # one in the head, one in the body
    wrong = [
        (module, name, words, fields_of(named[name]))
        for module, name, words in calls
        if name not in twice and not fields_of(named[name]) <= words
    ]
    assert len(calls) > 30
    assert not wrong


def test_each_code_is_reported_somewhere() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in PACKAGE.glob("*.py"))
    names = [name for family in FAMILIES for name, value in vars(family).items() if isinstance(value, Code)]
    assert [name for name in names if not re.search(rf"\b{name}\b", sources)] == []


def test_profiles_of_codes_are_known() -> None:
    assert not {name for code in ALL for name in code.profiles} - set(tg.PROFILES)


def test_fixes_change_attributes_that_there_are() -> None:
    assert not {name for code in ALL for name in code.changes} - {field.name for field in attrs.fields(tg.Cable)}
    assert [code.code for code in ALL if code.changes and not code.fixable] == []


@EACH
def test_message_is_a_template_that_its_words_fill(code: Code) -> None:
    filled = code.message.format(**dict.fromkeys(fields_of(code), "words"))
    assert "{" not in filled
    assert "}" not in filled
