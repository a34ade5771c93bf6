"""Rules of the body: portion markings, paragraph numbers, lines, signature, garble: examples and limits."""

from __future__ import annotations

from typing import Final

import pytest

import telegram_grammar as tg
from rule_examples import assert_fires, assert_silent
from telegram_grammar.codes import body_rules as codes
from telegram_grammar.codes.examples import telegram
from telegram_grammar.diagnostics import Code

#: What each bad example is reported for: the code and the text under it.
UNDER: Final = {
    codes.PORTION_MISSING: "2.",
    codes.PORTION_LEVEL: "(/REL UK)",
    codes.CONTROLS_ORDER: "(C//NF//FGI)",
    codes.PORTION_ABOVE: "(S)",
    codes.CLASSIFICATION_ABOVE: "C O N F I D E N T I A L OSLO 000159",
    codes.NOFORN_CAPTION: "(C/NF)",
    codes.NOFORN_PORTION: "NOFORN",
    codes.SENSITIVE_CAPTION: "(SBU)",
    codes.NUMBER_GAP: "3.",
    codes.NUMBER_BACK: "2.",
    codes.NUMBER_FIRST: "2.",
    codes.SINGLE_NUMBERED: "1.",
    codes.UNNUMBERED: "(C) The minister agreed to meet.",
    codes.SUMMARY_MISSING: "1. THE MINISTER AGREED TO MEET.\nHE NAMED NO DATE.\nWE SHALL ASK AGAIN.",
    codes.LONG_LINE: "1. (C) The minister agreed to meet us before the end of the fishing season.",
    codes.DRAFTED_LINE: "1. THE MINISTER AGREED TO MEET US BEFORE THE END OF THE WINTER",
    codes.SIGNATURE_MISSING: "2. (C) He named no date.",
    codes.SIGNATURE_TWICE: "ROE ROE",
    codes.CUT_OFF: "...",
    codes.COMMA_APOSTROPHE: "don,t",
    codes.AMPERSAND_QUOTES: "&new chapter8",
    codes.STRAY_Q: "contribuQions",
    codes.QUESTION_MARKS: "???",
}


@pytest.mark.parametrize(("code", "under"), UNDER.items(), ids=lambda value: getattr(value, "code", ""))
def test_bad_example_fires_at_its_place_and_the_good_one_is_silent(code: Code, under: str) -> None:
    assert_fires(code, under)
    assert_silent(code)


def test_each_code_has_its_case() -> None:
    assert {*UNDER} == {*codes.ALL}


def places(code: Code, text: str, profile: str | None = None) -> list[str]:
    """The texts under the findings of a code."""
    found = tg.check(text, profile=profile)
    return [text[one.span.start : one.span.end] for one in found if one.code == code.code]


def fires(code: Code, profile: str | None = None, /, **lines: str) -> bool:
    """Whether a small cable with these lines has the code, in the profile that its date and layout tell."""
    return bool(places(code, telegram(**lines), profile))


UNCLAS: Final = {
    "class_line": "UNCLAS OSLO 000159", "security": "ZNR UUUUU ZZH", "order": "E.O. 12958: N/A", "classified_by": "",
}  # fmt: skip

# Portion markings


def test_one_finding_where_no_paragraph_is_marked() -> None:
    assert places(codes.PORTION_MISSING, telegram(body="1. He agreed.\n\n2. He left.\n\n3. He came.")) == ["1."]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1. (C) He agreed.\n\nHe left.", False),  # only numbered paragraphs are asked for a marking
        ("1. (C - ENTIRE TEXT) He agreed.\n\n2. He left.", False),
        ("CONFIDENTIAL - ENTIRE TEXT.\n\n1. He agreed.\n\n2. He left.", False),
        ("1. (C) He agreed.\n\n2. XXXXXXXXXXXX", False),
        ("1. (C) He agreed.\n\n2. He left.\n\n3. (C) He came.", True),
    ],
)
def test_paragraphs_of_classified_text_are_marked(body: str, found: bool) -> None:
    assert fires(codes.PORTION_MISSING, body=body) == found


def test_a_marking_that_no_register_knows_is_named() -> None:
    text = telegram(body="1. (C) He agreed.\n\n2. (C//QX//NF) He left.\n\n3. (C) He came.")
    (found,) = tg.check(text, select=["TG330"])
    assert found.message == "paragraph 2 has no portion marking that is known, but (C//QX//NF)"


def test_a_marking_behind_the_first_word_is_named() -> None:
    (found,) = tg.check(telegram(body="1. Summary: (C) He agreed.\n\n2. (C) He left."), select=["TG330"])
    assert found.message == "paragraph 1 has no portion marking before its first word, but (C) behind it"


def test_paragraphs_of_unclassified_text_need_no_marking() -> None:
    assert not fires(codes.PORTION_MISSING, body="1. He agreed.\n\n2. He left.", **UNCLAS)


def test_markings_were_not_asked_for_in_the_1980s() -> None:
    assert not fires(codes.PORTION_MISSING, date="R 010800Z JAN 85", body="1. He agreed.\n\n2. He left.")


@pytest.mark.parametrize(
    ("class_line", "body", "above"),
    [
        ("UNCLAS OSLO 000159", "1. (SBU) He agreed.\n\n2. (U) He left.", []),  # SBU is no classification
        ("UNCLAS OSLO 000159", "1. (C) He agreed.\n\n2. (U) He left.", ["(C)"]),
        ("S E C R E T OSLO 000159", "1. (S//NF) He agreed.\n\n2. (C) He left.", []),
        ("S E C R E T OSLO 000159", "1. (TS) He agreed.\n\n2. (C) He left.", ["(TS)"]),
        ("C O N F I D E N T I A L OSLO 000159", "1. (S/NF) He agreed.\n\n2. (S) He left.", ["(S/NF)", "(S)"]),
        ("C O N F I D E N T I A L OSLO 000159", "1. (C) He agreed:\n\n-- (S) he left.", ["(S)"]),
        ("C O N F I D E N T I A L OSLO 000159", "1. (C) He agreed.\n\n(S) He left.", ["(S)"]),
        ("UNCLAS OSLO 000159", "1. Of these:\n\n(A) one.\n\n(B) two.\n\n(C) three.\n\n2. He left.", []),
        ("UNCLAS OSLO 000159", "1. Of these:\n(a) one.\n(b) two.\n(c) three.\n\n2. He left.", []),
        ("UNCLAS OSLO 000159", "1. He agreed.\n\n(C/NF) He left.", ["(C/NF)"]),
    ],
)
def test_no_portion_is_above_the_whole(class_line: str, body: str, above: list[str]) -> None:
    assert places(codes.PORTION_ABOVE, telegram(class_line=class_line, body=body)) == above


def test_subject_has_a_portion_marking_too() -> None:
    assert places(codes.PORTION_ABOVE, telegram(subject="SUBJECT: (S) TALKS ON FISHERIES")) == ["(S)"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1. (U) He agreed.\n\n2. (U) He left.", True),
        ("1. (U) He agreed.\n\n2. He left.", False),  # the unmarked one may be what is protected
        ("1. (U) He agreed.\n\n2. (C) He left.", False),
        ("He agreed.", False),
    ],
)
def test_whole_is_no_higher_than_its_highest_portion(body: str, found: bool) -> None:
    assert fires(codes.CLASSIFICATION_ABOVE, body=body) == found


def test_lost_end_may_have_the_highest_portion() -> None:
    assert not fires(codes.CLASSIFICATION_ABOVE, body="1. (U) He agreed.\n\n2. (U) He ...", ending="")


def test_lost_sections_may_have_the_highest_portion() -> None:
    body = "1. (U) He agreed.\n\n2. (U) He left."
    assert not fires(
        codes.CLASSIFICATION_ABOVE, class_line="C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000159", body=body
    )


@pytest.mark.parametrize("captions", ["NOFORN", "SIPDIS\n\nNOFORN", "SECRET//NOFORN", "noforn"])
def test_noforn_caption_in_all_its_forms(captions: str) -> None:
    assert not fires(codes.NOFORN_CAPTION, captions=captions, body="1. (C/NOFORN) He agreed.\n\n2. (C) He left.")


@pytest.mark.parametrize("captions", ["SENSITIVE", "NOT FOR INTERNET DISTRIBUTION", "SENSITIVE BUT UNCLASSIFIED"])
def test_sensitive_captions_in_all_their_forms(captions: str) -> None:
    lines = UNCLAS | {"captions": captions, "body": "1. (SBU) He agreed.\n\n2. (U) He left."}
    assert not fires(codes.SENSITIVE_CAPTION, **lines)


def test_sbu_portions_of_classified_text_need_no_caption() -> None:
    assert not fires(codes.SENSITIVE_CAPTION, body="1. (SBU) He agreed.\n\n2. (C) He left.")


# Numbers


def body(*numbers: int) -> str:
    return "\n\n".join(f"{number}. (C) He agreed to meet." for number in numbers)


@pytest.mark.parametrize(
    ("numbers", "gaps", "back"),
    [
        ((1, 2, 3), [], []),
        ((1, 3, 4), ["3."], []),
        ((1, 2, 5, 6, 9), ["5.", "9."], []),
        ((1, 2, 2, 3), [], ["2."]),
        ((1, 2, 3, 1, 2, 4, 5), [], ["1."]),  # a quoted text with numbers of its own
        ((1, 2, 3, 1, 2, 5), ["5."], ["1."]),
    ],
)
def test_breaks_of_the_numbers(numbers: tuple[int, ...], gaps: list[str], back: list[str]) -> None:
    text = telegram(body=body(*numbers))
    assert places(codes.NUMBER_GAP, text) == gaps
    assert places(codes.NUMBER_BACK, text) == back


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("XXXXXXXXXXXX", False),
        ("XXXXXXXXXXXX XXXXXXXXXXXX.", False),
        ("XXXXXXXXXXXX told us more.", True),
        ("-- XXXXXXXXXXXX", True),
    ],
)
def test_a_paragraph_that_a_publisher_took_out_is_no_gap(between: str, found: bool) -> None:
    text = telegram(body=f"1. (C) He agreed.\n\n{between}\n\n3. (C) He left.")
    assert bool(places(codes.NUMBER_GAP, text)) is found
    # a number that is repeated is, whatever stands between
    assert places(codes.NUMBER_BACK, telegram(body=f"1. (C) He agreed.\n\n{between}\n\n1. (C) He left.")) == ["1."]


def test_later_section_begins_with_any_number() -> None:
    line = "C O N F I D E N T I A L SECTION 02 OF 02 OSLO 000159"
    assert not fires(codes.NUMBER_FIRST, class_line=line, body=body(4, 5))
    assert fires(codes.NUMBER_FIRST, body=body(4, 5))


def test_first_number_may_stand_on_the_line_of_the_classifier() -> None:
    line = "Classified By: DCM JANE DOE. REASONS: 1.4 (B), (D). 1. (C) He agreed."
    assert not fires(codes.NUMBER_FIRST, classified_by=line, body=body(2, 3))
    assert fires(codes.NUMBER_FIRST, body=body(2, 3))


def test_place_of_a_number_is_the_number_with_its_pilcrow() -> None:
    assert places(codes.NUMBER_GAP, telegram(body="¶1. (C) He agreed.\n\n¶3. (C) He left.")) == ["¶3."]


def test_paragraph_beside_unnumbered_ones_may_have_a_number() -> None:
    assert not fires(codes.SINGLE_NUMBERED, body="(U) This is for all.\n\n1. (C) He agreed.")


# Lines, summary, signature


@pytest.mark.parametrize(("length", "found"), [(69, False), (70, True)])
def test_line_of_69_is_allowed(length: int, found: bool) -> None:
    line = "1. (C) He agreed to meet the men of the fleet".ljust(length, "a")
    assert fires(codes.LONG_LINE, body=f"{line}\n\n2. (C) He left.") == found
    assert fires(codes.LONG_LINE, body=f"¶{line}  \r\n\n2. (C) He left.") == found


def test_run_of_long_lines_is_one_finding() -> None:
    long = "He agreed to meet the men of the fleet and then those of the cannery too,"
    assert len(long) > 69
    assert len(places(codes.LONG_LINE, telegram(body=f"1. (C)\n{long}\n{long}\nand left.\n{long}\nso."))) == 2


def test_redaction_and_cut_classified_by_make_no_line_too_long() -> None:
    redacted = "1. (C) He agreed to meet XXXXXXXXXXXX and the men of the fleet, he says so."
    assert len(redacted) > 69
    assert not fires(codes.LONG_LINE, body=f"{redacted}\n\n2. (C) He left.")
    cut = "Classified By: Deputy Chief of Mission Jane Q. Doe for reasons 1.4 (b) "
    assert not fires(codes.LONG_LINE, classified_by=f"{cut}\nand (d).")


@pytest.mark.parametrize("opening", ["SUMMARY\n-------\n\n1. THE", "1. (U) Summary: the", "1. EXECUTIVE SUMMARY. THE"])
def test_summary_in_its_forms(opening: str) -> None:
    text = codes.SUMMARY_MISSING.bad.replace("1. THE", opening, 1)
    assert places(codes.SUMMARY_MISSING, text, "strict") == []


def test_no_summary_is_asked_for_in_2018() -> None:
    later = codes.SUMMARY_MISSING.bad.replace("JAN 2009", "JAN 2018")
    assert places(codes.SUMMARY_MISSING, later, "strict") == []


def test_signature_of_a_lost_section_is_not_missing() -> None:
    line = "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000159"
    assert not fires(codes.SIGNATURE_MISSING, class_line=line, ending="")


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("2. (C) He left. End Comment.", True),
        ("2. (C) He left. Roe", False),  # glued, and in no form that tells it from a word
        ("2. (C) He left.\tRoe", False),  # a tab is a blank as others
        ("2. (C) He left for Oslo", True),
        ("2. (C) He left.\n\nRoe\n\nVisit us at our\nplace in the web.", False),
        ("2. (C) He left soon\nafter that", True),
    ],
)
def test_word_that_may_be_a_signature_is_none_that_is_missing(last: str, found: bool) -> None:
    assert fires(codes.SIGNATURE_MISSING, body=f"1. (C) He agreed.\n\n{last}", ending="") == found


def test_signature_of_two_words_is_no_doubled_one() -> None:
    assert not fires(codes.SIGNATURE_TWICE, ending="DOE JR")
    assert not fires(codes.SIGNATURE_TWICE, ending="VAN DOE")


# Garble


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The DPRK,s men", ["DPRK,s"]),
        ("they,re here and we,ve left and they,ll come", ["they,re", "we,ve", "they,ll"]),
        ("paras a,b,c,s,t are here", []),
        ("a list (b,s) of it", []),
        ("fish,salt and meat", []),
        ("fish, s and t", []),
        ("the EU,s and NATO,s", ["EU,s", "NATO,s"]),
    ],
)
def test_comma_for_apostrophe(words: str, found: list[str]) -> None:
    assert places(codes.COMMA_APOSTROPHE, telegram(body=f"1. (C) {words}.\n\n2. (C) He left.")) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a &word8 of", ["&word8"]),
        ("a (&word8) of", ["&word8"]),
        ("a &new\nchapter,8 of", ["&new\nchapter,8"]),
        ("AT&T has 8 men", []),
        ("salt & fish 8", []),
        ("&word of 18 men", []),
        ("&word8th of", []),
    ],
)
def test_ampersand_and_eight_for_quotation_marks(words: str, found: list[str]) -> None:
    assert places(codes.AMPERSAND_QUOTES, telegram(body=f"1. (C) He spoke of {words} it.\n\n2. (C) He left.")) == found


@pytest.mark.parametrize("name", ["alQaida", "McQueen", "IraQI", "Qatar", "MacQuarie", "elQods"])
def test_names_with_a_q_are_no_garble(name: str) -> None:
    assert not fires(codes.STRAY_Q, body=f"1. (C) He spoke of {name}.\n\n2. (C) He left.")


def test_word_with_several_stray_qs_is_one_finding() -> None:
    assert places(codes.STRAY_Q, telegram(body="1. (C) He spoke of conQtribuQions.\n\n2. (C) He left.")) == [
        "conQtribuQions"
    ]


def test_question_marks_behind_a_word_are_the_author_s() -> None:
    assert not fires(codes.QUESTION_MARKS, body="1. (C) He said what???\n\n2. (C) He left.")


def test_garble_in_the_subject_is_found() -> None:
    assert places(codes.COMMA_APOSTROPHE, telegram(subject="SUBJECT: Norway,s fish")) == ["Norway,s"]


@pytest.mark.parametrize(("controls", "found"), [("NF//REL UK", False), ("FGI//NF", False), ("REL UK//FGI", True)])
def test_controls_of_one_rank_stand_in_any_order(controls: str, found: bool) -> None:
    lines = {"captions": "NOFORN", "body": f"1. (C//{controls}) He agreed.\n\n2. (C) He left."}
    assert fires(codes.CONTROLS_ORDER, **lines) == found
