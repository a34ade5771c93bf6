"""Rules of captions, E.O., TAGS, SUBJECT, REF and Classified By: examples, and cases at the limits of eras."""

from __future__ import annotations

from typing import Final

import pytest

import telegram_grammar as tg
from rule_examples import assert_fires, assert_silent
from telegram_grammar.codes import reference_rules, text_head_rules
from telegram_grammar.codes.examples import telegram
from telegram_grammar.diagnostics import Code

#: What each bad example is reported for: the code and the text under it.
UNDER: Final = {
    text_head_rules.SPECIAL_HANDLING: "NODIS",
    text_head_rules.SPECIAL_HANDLING_FIRST: "EXDIS",
    text_head_rules.CAPTION_ORDER: "NOFORN",
    text_head_rules.TWO_CHANNELS: "DS CHANNEL",
    text_head_rules.AGREMENT: "AGREMENT CHANNEL",
    text_head_rules.SENSITIVE_CLASSIFIED: "SENSITIVE",
    text_head_rules.SENSITIVE_LAST: "SENSITIVE",
    text_head_rules.OFFICIAL_INFORMAL: "OFFICIAL INFORMAL",
    text_head_rules.SIPDIS_DOUBLED: "SIPDIS",
    text_head_rules.SIPDIS_SINGLE: "SIPDIS",
    text_head_rules.ORDER_MISSING: "SUBJECT: TALKS ON FISHERIES",
    text_head_rules.ORDER_TIME: "12598",
    text_head_rules.CLASSIFIED_NOT_APPLICABLE: "N/A",
    text_head_rules.UNCLASSIFIED_INSTRUCTION: "DECL",
    text_head_rules.INSTRUCTION_OF_ORDER: "GDS",
    text_head_rules.INSTRUCTION_INCOMPLETE: "DECL",
    text_head_rules.EXEMPTION_TIME: "X1",
    text_head_rules.DECLASSIFIED_BEFORE: "01/16/2008",
    text_head_rules.DECLASSIFIED_LATE: "01/16/2039",
    text_head_rules.DATE_FORM: "1/16/19",
    text_head_rules.IMPOSSIBLE_DATE: "13/16/2019",
    text_head_rules.SUBJECT_TAG_MISSING: "TAGS: NO SW",
    text_head_rules.TAGS_ORDER: "EFIS",
    text_head_rules.TAG_TWICE: "PREL",
    text_head_rules.TAG_UNKNOWN: "NORWEGIANS",
    text_head_rules.CODE_IN_PARENTHESES: "(EFIS)",
    text_head_rules.TAG_US: "US",
    text_head_rules.SUBJECT_EMPTY: "SUBJECT:",
    reference_rules.LETTERS: "08 STATE 61200",
    reference_rules.FUTURE: "10 STATE 61194",
    reference_rules.LATER_NUMBER: "OSLO 1940",
    reference_rules.ITSELF: "OSLO 159",
    reference_rules.CLASSIFIER_MISSING: "C O N F I D E N T I A L OSLO 000159",
    reference_rules.REASON_MISSING: "Classified By: DCM JANE DOE.",
    reference_rules.REASON_SECTION: "1.5",
    reference_rules.REASON_LETTER: "Classified By: DCM JANE DOE, REASONS 1.5 (B) AND (H).",
    reference_rules.SECTION_MISSING: "Classified By: DCM JANE DOE, REASONS (B) AND (D).",
    reference_rules.CLASSIFIER_UNCLASSIFIED: "Classified By: DCM JANE DOE, REASONS 1.4 (B) AND (D).",
}


@pytest.mark.parametrize(("code", "under"), UNDER.items(), ids=lambda value: getattr(value, "code", ""))
def test_bad_example_fires_at_its_place_and_the_good_one_is_silent(code: Code, under: str) -> None:
    assert_fires(code, under)
    assert_silent(code)


def test_each_code_has_its_case() -> None:
    assert {*UNDER} == {*text_head_rules.ALL, *reference_rules.ALL}


def fires(code: Code, profile: str | None = None, /, **lines: str) -> bool:
    """Whether a small cable with these lines has the code, in the profile that its date and layout tell."""
    return code.code in {found.code for found in tg.check(telegram(**lines), profile=profile)}


UNCLAS: Final = {"class_line": "UNCLAS OSLO 000159", "security": "ZNR UUUUU ZZH", "classified_by": ""}

# Captions


@pytest.mark.parametrize(
    ("captions", "found"),
    [
        ("EXDIS\n\nEXDIS", False),
        ("STADIS\n\nNODIS", False),
        ("STADIS\n\nLIMDIS", True),
        ("NODIS\n\nCHEROKEE", False),
        ("exdis\n\nnodis", True),
        ("EXDIS (DISTRIBUTE AS NODIS)\n\nNODIS", True),
    ],
)
def test_special_handling_captions_that_may_stand_together(captions: str, found: bool) -> None:
    assert fires(text_head_rules.SPECIAL_HANDLING, captions=captions) == found


def test_special_handling_caption_stands_first_whatever_follows() -> None:
    assert not fires(text_head_rules.SPECIAL_HANDLING_FIRST, captions="NODIS\n\nNOFORN\n\nSIPDIS")
    assert fires(text_head_rules.SPECIAL_HANDLING_FIRST, captions="NOFORN\n\nLIMDIS")


def test_agrement_channel_needs_a_controlled_text() -> None:
    assert fires(text_head_rules.AGREMENT, captions="AGREMENT CHANNEL", **UNCLAS)
    assert not fires(text_head_rules.AGREMENT, captions="AGREMENT CHANNEL\n\nSENSITIVE", **UNCLAS)


def test_official_informal_in_the_subject_wants_the_caption() -> None:
    assert fires(text_head_rules.OFFICIAL_INFORMAL, subject="SUBJECT: OFFICIAL-INFORMAL: VISIT")
    assert not fires(text_head_rules.OFFICIAL_INFORMAL)


@pytest.mark.parametrize(
    ("date", "once", "twice"),
    [
        ("P 302359Z NOV 05", False, True),
        ("P 010001Z DEC 05", False, False),
        ("P 010001Z JAN 06", True, False),
        ("P 312359Z DEC 07", True, False),
        ("P 010001Z JAN 08", False, False),
        ("P 010001Z MAY 08", False, False),
        ("P 020001Z MAY 08", False, True),
    ],
)
def test_sipdis_is_doubled_from_december_2005_to_may_2008(date: str, once: bool, twice: bool) -> None:
    assert fires(text_head_rules.SIPDIS_SINGLE, date=date, captions="SIPDIS") == once
    assert fires(text_head_rules.SIPDIS_DOUBLED, date=date, captions="SIPDIS\n\nSIPDIS") == twice


# E.O.


@pytest.mark.parametrize(
    ("date", "order", "found"),
    [
        ("R 070800Z MAR 72", "11652", False),  # before March 1973 no line is asked for, whatever it says
        ("R 010800Z JUN 73", "11652", False),
        ("R 010800Z JUN 73", "12065", True),
        ("R 300800Z APR 79", "11652", False),  # within half a year
        ("R 300800Z JUN 79", "11652", True),
        ("R 300800Z NOV 82", "12065", False),
        ("R 300800Z NOV 83", "12065", True),
        ("R 300800Z MAR 82", "12356", True),
        ("R 020800Z APR 82", "12356", False),
        ("R 300800Z NOV 85", "12958", True),
        ("R 300800Z NOV 95", "12958", False),
        ("R 280800Z DEC 09", "13526", True),
        ("R 290800Z DEC 09", "13526", False),
        ("R 010800Z JUL 12", "12958", True),
        ("R 010800Z JUL 12", "13526", False),
        ("R 010800Z JUL 05", "19523", True),
    ],
)
def test_order_is_of_the_time(date: str, order: str, found: bool) -> None:
    assert fires(text_head_rules.ORDER_TIME, date=date, order=f"E.O. {order}: N/A") == found


def test_order_and_tags_are_wanted_from_march_1973() -> None:
    assert fires(text_head_rules.ORDER_MISSING, date="R 010800Z MAR 73", order="", tags="")
    assert not fires(text_head_rules.ORDER_MISSING, date="R 280800Z FEB 73", order="", tags="")
    assert not fires(text_head_rules.ORDER_MISSING, order="")  # parsing reports it


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("E.O. 11652: GDS", False),
        ("E.O. 11652: XGDS-3", False),
        ("E.O. 11652: XGDS3", False),
        ("E.O. 11652: ADS DECLAS 12/31/75", False),
        ("E.O. 11652: RDS-1 12/31/95", True),
        ("E.O. 11652: DECL: 12/31/75", True),
        ("E.O. 12065: GDS 12/31/85 (DOE, JANE) OR-M", False),
        ("E.O. 12065: ADS DECLAS 12/31/85", True),
        ("E.O. 12356: DECL: OADR", False),
        ("E.O. 12356: GDS", True),
        ("E.O. 12958: Declassify on 01/16/2019", False),
        ("E.O. 12958: DNG: CO 01/16/2019", False),
        ("E.O. 12598: GDS", False),  # of an order that is none nothing is known
    ],
)
def test_instruction_is_one_of_the_order(order: str, found: bool) -> None:
    assert fires(text_head_rules.INSTRUCTION_OF_ORDER, order=order) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("E.O. 11652: GDS", False),
        ("E.O. 11652: ADS", True),
        ("E.O. 11652: ADS DECLAS", True),
        ("E.O. 11652: ADS DECLAS 12/31/75", False),
        ("E.O. 12065: GDS", True),
        ("E.O. 12065: GDS 12/31/85 (DOE, JANE)", False),
        ("E.O. 12065: RDS-4 12/31/99 (DOE, JANE)", True),
        ("E.O. 12065: RDS-4 12/31/99 (DOE, JANE) OR-M", False),
        ("E.O. 12356: DECL: OADR", False),
        ("E.O. 12958: DNG: CO", True),
        ("E.O. 12958: DECL: CLOSURE OF THE TRIBUNAL", False),
        ("E.O. 12958: N/A", False),
    ],
)
def test_instruction_has_its_parts(order: str, found: bool) -> None:
    assert fires(text_head_rules.INSTRUCTION_INCOMPLETE, order=order) == found


@pytest.mark.parametrize(
    ("date", "order", "found"),
    [
        ("R 210800Z SEP 03", "E.O. 12958: DECL: X1", False),
        ("R 220800Z SEP 03", "E.O. 12958: DECL: X1", True),
        ("R 210800Z SEP 03", "E.O. 12958: DECL: X1, X6", False),
        ("R 130800Z OCT 95", "E.O. 12356: DECL: OADR", False),
        ("R 140800Z OCT 95", "E.O. 12356: DECL: OADR", True),
        ("R 010800Z JAN 09", "E.O. 12958: DECL: MR", False),
        ("R 010800Z JAN 12", "E.O. 13526: DECL: 25X1", False),
        ("R 010800Z JAN 12", "E.O. 13526: DECL: X1", True),
        ("R 010800Z JAN 09", "E.O. 12958: DECL: CLOSURE OF THE TRIBUNAL", False),
    ],
)
def test_exemptions_end(date: str, order: str, found: bool) -> None:
    assert fires(text_head_rules.EXEMPTION_TIME, date=date, order=order) == found


@pytest.mark.parametrize(
    ("date", "before", "late"),
    [
        ("01/15/2009", True, False),
        ("01/16/2009", False, False),
        ("01/16/2034", False, False),
        ("01/17/2034", False, True),
        ("2008/12/31", True, False),
        ("2034/01/17", False, True),
        ("01/15/08", False, False),  # of two figures the century is not certain
        ("01/16/60", False, False),
        ("13/45/2008", False, False),
    ],
)
def test_date_of_declassification_is_within_25_years(date: str, before: bool, late: bool) -> None:
    assert fires(text_head_rules.DECLASSIFIED_BEFORE, order=f"E.O. 12958: DECL: {date}") == before
    assert fires(text_head_rules.DECLASSIFIED_LATE, order=f"E.O. 12958: DECL: {date}") == late


def test_earlier_orders_set_no_limit_of_25_years() -> None:
    assert not fires(text_head_rules.DECLASSIFIED_LATE, date="R 010800Z JAN 90", order="E.O. 12356: DECL: 01/01/2020")
    assert not fires(text_head_rules.DECLASSIFIED_LATE, date="R 290800Z FEB 08", order="E.O. 12958: DECL: 02/28/2033")


@pytest.mark.parametrize(
    ("date", "number", "printed", "found"),
    [
        ("R 010800Z JUL 09", "000159", "2019/01/16", False),
        ("R 010800Z JUL 09", "000158", "2019/01/16", True),
        ("R 300800Z JUN 09", "000159", "2019/01/16", True),
        ("R 010800Z JUL 09", "000159", "1/16/2019", True),
        ("R 010800Z JUL 09", "000159", "2019-01-16", True),
        ("R 010800Z JUL 09", "000159", "01/16/2019", False),
        ("R 010800Z JUL 79", "000159", "1/16/85", False),
    ],
)
def test_form_of_the_date(date: str, number: str, printed: str, found: bool) -> None:
    lines = {"date": date, "order": f"E.O. 12958: DECL: {printed}", "class_line": f"S E C R E T OSLO {number}"}
    assert fires(text_head_rules.DATE_FORM, **lines) == found


def test_date_without_letters_that_is_none_is_no_event() -> None:
    assert fires(text_head_rules.IMPOSSIBLE_DATE, order="E.O. 12958: DECL: 02/29/2019")
    assert fires(text_head_rules.IMPOSSIBLE_DATE, order="E.O. 12958: DECL: 01//16/2019")
    assert not fires(text_head_rules.IMPOSSIBLE_DATE, order="E.O. 12958: DECL: TEN YEARS AFTER UNIFICATION")
    assert not fires(text_head_rules.IMPOSSIBLE_DATE, order="E.O. 12958: DECL: 02/29/2020")


def test_limited_official_use_was_not_classified() -> None:
    lines = {"date": "R 010800Z JAN 75", "class_line": "LIMITED OFFICIAL USE OSLO 000159"}
    assert not fires(text_head_rules.CLASSIFIED_NOT_APPLICABLE, order="E.O. 11652: N/A", **lines)
    assert fires(text_head_rules.UNCLASSIFIED_INSTRUCTION, order="E.O. 11652: GDS", **lines)


# TAGS


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("TAGS: KDEM NO", False),
        ("TAGS: NATO NO (DOE, JANE)", True),
        ("TAGS: NORWEGIANS NO", False),  # it may be a subject that no register has
        ("TAGS:", True),
        ("TAGS: prel no", False),
    ],
)
def test_subject_tag(tags: str, found: bool) -> None:
    assert fires(text_head_rules.SUBJECT_TAG_MISSING, tags=tags) == found


def test_missing_tags_are_reported_by_parsing_alone() -> None:
    assert not fires(text_head_rules.SUBJECT_TAG_MISSING, tags="")


def test_nothing_is_said_about_tags_that_were_not_read() -> None:
    text = "0\nTAGS\n"
    assert not tg.parse(text).cable.tags
    assert not tg.check(text, select=["TG291"])


def test_place_of_a_tag_is_its_own_on_a_wrapped_line() -> None:
    text = telegram(tags="TAGS: PREL, EFIS,\nNO, OVIP (DOE, JANE), PREL")
    (found,) = tg.check(text, select=["TG293"])
    assert found.span.start == text.rindex("PREL")


# REF and Classified By


@pytest.mark.parametrize(
    ("references", "found"),
    [
        ("REF: A. 08 STATE 1\nB. 08 STATE 2\nC. 08 STATE 3", False),
        ("REF: B. 08 STATE 1\nC. 08 STATE 2", True),
        ("REF: A. 08 STATE 1\nB. 08 STATE 2\nD. 08 STATE 3", True),
        ("REF: a. 08 STATE 1\nb. 08 STATE 2", False),
        ("REF: 08 STATE 1", False),
    ],
)
def test_letters_run_from_a(references: str, found: bool) -> None:
    assert fires(reference_rules.LETTERS, references=references) == found


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("09 STATE 61194", set()),
        ("2010 STATE 61194", {"TG256"}),
        ("95 STATE 61194", set()),
        ("OSLO 158", set()),
        ("OSLO 0159", {"TG258"}),
        ("08 OSLO 159", set()),
        ("09 OSLO 159", {"TG258"}),
        ("09 OSLO 160", {"TG257"}),
        ("08 OSLO 160", set()),
        ("DOE-ROE E-MAIL OF 10/14/10", set()),
    ],
)
def test_reference_can_have_been_there(reference: str, expected: set[str]) -> None:
    found = {one.code for one in tg.check(telegram(references=f"REF: {reference}"))}
    assert found & {"TG256", "TG257", "TG258"} == expected


def test_each_of_several_references_has_its_own_place() -> None:
    text = telegram(references="REF: A. 08 STATE 61194\nB. OSLO 159\nC. 10 PARIS\n     2652 AND PREVIOUS")
    found = {one.code: text[one.span.start : one.span.end] for one in tg.check(text, select=["TG25"])}
    assert found == {"TG258": "OSLO 159", "TG256": "10 PARIS\n     2652 AND PREVIOUS"}


@pytest.mark.parametrize(
    ("date", "section", "letters", "expected"),
    [
        ("R 210800Z SEP 03", "1.5", "(B)", set()),
        ("R 220800Z SEP 03", "1.5", "(B)", {"TG264"}),
        ("R 210800Z SEP 03", "1.4", "(B)", {"TG264"}),
        ("R 220800Z SEP 03", "1.4", "(H)", set()),
        ("R 210800Z SEP 03", "1.5", "(H)", {"TG265"}),
        ("R 010800Z JAN 12", "1.4", "(B) AND (D)", set()),
        ("R 010800Z JAN 12", "1.6", "(B)", {"TG264"}),
    ],
)
def test_reasons_are_of_the_time(date: str, section: str, letters: str, expected: set[str]) -> None:
    text = telegram(date=date, classified_by=f"Classified By: DCM JANE DOE, REASONS {section} {letters}.")
    assert {one.code for one in tg.check(text)} & {"TG263", "TG264", "TG265", "TG266"} == expected


def test_classified_by_as_first_paragraph_is_one() -> None:
    body = "1. (U) Classified by DCM Jane Doe, reason 1.5 (B).\n\n2. (C) The minister agreed."
    assert not fires(reference_rules.CLASSIFIER_MISSING, classified_by="", body=body)


def test_nobody_said_who_classified_before_october_1995() -> None:
    lines = {"order": "E.O. 12356: DECL: OADR", "classified_by": ""}
    assert not fires(reference_rules.CLASSIFIER_MISSING, date="R 130800Z OCT 95", **lines)
    assert fires(reference_rules.CLASSIFIER_MISSING, date="R 140800Z OCT 95", **lines)


def test_redacted_reason_is_not_missing() -> None:
    assert not fires(reference_rules.REASON_MISSING, classified_by="Classified By: DCM XXXXXXXXXXXX.")


def test_text_that_ends_before_the_line_is_not_blamed_for_it() -> None:
    assert not fires(
        reference_rules.CLASSIFIER_MISSING, subject="", references="", classified_by="", body="", ending=""
    )


def test_place_of_a_section_is_no_part_of_another_number() -> None:
    text = telegram(classified_by="Classified By: DCM JANE DOE, ROOM 21.5, REASONS 1.5 (B).")
    (found,) = tg.check(text, select=["TG264"])
    assert found.span.start == text.index("1.5 (B)")
