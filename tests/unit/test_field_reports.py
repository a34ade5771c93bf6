"""What is reported of single fields: the code, the words of the source, and what was expected instead of them."""

from __future__ import annotations

import pytest

import telegram_grammar as tg
from telegram_grammar.codes import CODES
from telegram_grammar.page_marks import is_cut
from write_fixtures import texts

HEADING = "R 291010Z SEP 08\nFM AMEMBASSY LISBON\nTO RUEHC/SECSTATE WASHDC\n"
TEXT = "UNCLAS OSLO 000123\n\nSUBJECT: X\n\n1. (U) One.\n"
BEHIND = "UNCLAS OSLO 000123\n\nSUBJECT: X\n\n{}\n\n1. (U) One.\n"
TAGS = "UNCLAS OSLO 000123\n\nE.O. 12958: N/A\nTAGS: {}\nSUBJECT: X\n\n1. (U) One.\n"
SECTION = "UNCLAS SECTION 01 OF 02 OSLO 000123\n\nSUBJECT: X\n\n"
TRANSMISSION = "{}\nPP RUEHBC\n{}\nDE RUEHLI #0735/01 2731010\nZNR UUUUU ZZH\n"


def reported(text: str) -> list[tuple[str, str, str | None]]:
    """The code of each diagnostic, the words at its place, and what was expected."""
    found = tg.parse(text).diagnostics
    return [(one.code, text[one.span.start : one.span.end], one.expected) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # format line 1, and routing indicators on a further line (ACP 127 sections 124 and 204)
        (
            TRANSMISSION.format("VZCZCXRO04", "RUEHDE RUEHFR") + HEADING + TEXT,
            [("TG006", "VZCZCXRO04", "VZCZC, three letters and three or four figures, as in VZCZCXRO0457")],
        ),
        # captions on the class line (5 FAH-2 H-440)
        (
            "S E C R E T//NOFORN OSLO 000123\n\nSUBJECT: X\n\n1. (S) One.\n",
            [("TG206", "S E C R E T//NOFORN", "captions on lines of their own")],
        ),
        (
            "SECRET  NOFORN OSLO 000123\n\nSUBJECT: X\n",
            [("TG202", "SECRET", "S E C R E T"), ("TG206", "NOFORN", "captions on lines of their own")],
        ),
        # tags and names, each with blanks around it (TAGS Handbook 1974)
        (TAGS.format("(ROE, JANE) PREL"), []),
        (TAGS.format("(ROE,  JANE) PREL (DOE, JOHN)"), []),
        (
            TAGS.format("PREL(ROE, JANE)"),
            [("TG233", "PREL(ROE, JANE)", "names in parentheses of their own, as (SMITH, JOHN)")],
        ),
        (TAGS.format("(ROE, JANE), PREL"), [("TG232", "(ROE, JANE), PREL", "blanks between the tags")]),
        # a page mark of the first section begins none (ACP 127 section 208)
        (f"{SECTION}OSLO 00000123  001 OF 002\n\n1. (U) One.\n", [("TG403", "OSLO 00000123  001 OF 002", None)]),
        (f"{SECTION}1. (U) One.\n\nOSLO 00000123  001 OF 002\n\n2. (U) Two.\n", []),
        # Classified By once, in whole words (5 FAH-1 H-246.3)
        (
            BEHIND.format("Classified By: DCM Jane Doe\nClassified By: Pol Counselor"),
            [("TG005", "Classified By: Pol Counselor", None)],
        ),
        (BEHIND.format("Classified By: DCM Jane Doe for reasons 1.4 (b) <br>"), [("TG609", "<br>", "nothing")]),
        (
            BEHIND.format("Classified By: DCM Jane Doe for reasons 1.4 (b) a nd (d)."),
            [("TG608", "(b) a nd (d).", "and")],
        ),
        (BEHIND.format("Classified By: DCM Jane Doe for rea sons 1.4 (b)."), [("TG608", "rea sons", "reasons")]),
        # one REF line, its references parted
        (
            BEHIND.format("REF: OSLO 12 AND 312\nREF: PARIS 13"),
            [("TG254", "312", "a semicolon"), ("TG212", "REF:", "one REF line")],
        ),
        (  # the last word is reported whole, with the sign that is printed otherwise
            BEHIND.format("REF: OSLO 12;\nREF: PARIS 13"),
            [
                ("TG254", "OSLO 12;", "one semicolon and a blank"),
                ("TG254", "12;", "a semicolon"),
                ("TG212", "REF:", "one REF line"),
            ],
        ),
        # what parted signs is taken out, and canonical text reads them as a letter
        (
            BEHIND.format("REF: REF B;"),
            [("TG254", "REF: REF B;", "REF: B."), ("TG254", "REF B;", "one semicolon and a blank")],
        ),
    ],
)
def test_a_report_names_the_words_and_what_was_expected(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert reported(text) == expected


def test_a_report_says_what_it_is_about_in_words() -> None:
    identification = tg.parse(TRANSMISSION.format("VZCZCXRO04", "RUEHDE RUEHFR") + HEADING + TEXT)
    assert identification.diagnostics[0].message.startswith("the transmission identification cannot be read")
    references = tg.parse(BEHIND.format("REF: OSLO 12\nREF: PARIS 13"))
    assert references.diagnostics[0].message == "a label parts the references here"


@pytest.mark.parametrize(("sign", "name"), [(";", "a semicolon"), (", ", "a comma")])
def test_a_report_on_references_says_which_sign_is_meant(sign: str, name: str) -> None:
    found = tg.parse(BEHIND.format(f"REF: OSLO 12{sign}PARIS 13")).diagnostics
    assert [one.message for one in found] == [f"{name} parts the references here"]


def test_what_is_no_blank_of_a_telegram_stays_at_the_end_of_a_reference() -> None:
    cable = tg.parse(BEHIND.format("REF: A. OSLO 12\u2003\nB. PARIS 13\u2003")).cable
    assert [one.text for one in cable.references] == ["OSLO 12\u2003", "PARIS 13\u2003"]
    assert tg.parse(tg.render(cable)).cable == cable


def test_each_diagnostic_of_the_fixtures_has_the_name_of_its_code() -> None:
    found = [one for path in texts() for one in tg.parse_bytes(path.read_bytes()).diagnostics]
    assert len({one.code for one in found}) > 50
    assert [one for one in found if one.rule != CODES[one.code].name] == []


@pytest.mark.parametrize(
    ("references", "letters"),
    [
        ("A. OSLO 12\nD. PARIS 3", ["A", "D"]),  # two letters may be missing
        ("A. OSLO 12\nE. PARIS 3", ["A"]),
        ("A. OSLO 12 (NOTAL) B. the talks", ["A", "B"]),
        ("A. OSLO 12 the B. word and", ["A"]),
        ("A. OSLO 12 NOTAL B. the talks", ["A"]),
        ("A. OSLO 12 AND PREVIOUS B. the talks", ["A", "B"]),
    ],
)
def test_a_letter_begins_a_reference_where_the_one_before_is_complete(references: str, letters: list[str]) -> None:
    found = tg.parse(BEHIND.format(f"REF: {references}")).cable.references
    assert [one.letter for one in found] == letters


def test_dashes_at_the_end_of_a_piece_cut_no_word() -> None:
    assert is_cut("a well-", "known word")
    assert is_cut("plan a-", "b, c and d")
    assert not is_cut("a well--", "known word")


@pytest.mark.parametrize(("sign", "name"), [(",", "comma"), (";", "semicolon"), (" (", "parenthesis")])
def test_what_parts_lettered_references_is_called_by_its_name(sign: str, name: str) -> None:
    found = tg.parse(BEHIND.format(f"REF: (A) OSLO 12{sign} (B) PARIS 3")).diagnostics
    assert [one.message for one in found if one.code == "TG254"] == [f"a {name} parts the references here"]


def test_a_second_line_with_its_label_twice_is_told_once() -> None:
    found = tg.parse(BEHIND.format("REF: OSLO 1\nREF:REF: OSLO 2")).diagnostics
    assert [one.code for one in found].count("TG212") == 1


def test_a_field_glued_to_lines_that_no_field_owns_is_told_once() -> None:
    glued = [one for one in reported("SUBJ:\nSUBJ:REF:") if one[0] == "TG106"]
    assert glued == [("TG106", "SUBJ:REF:", "a blank")]
