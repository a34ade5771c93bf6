"""Leads, markings and rulers of the body that are printed otherwise than the rule wants: what is read, what is said."""

from __future__ import annotations

from typing import Final, TypeAlias

import pytest

import telegram_grammar as tg
from telegram_grammar import Heading, ListItem, Paragraph, PortionMarking

HEAD: Final = "UNCLAS OSLO 000012\n\nSUBJECT: THE FERRY\n\n1. (U) One.\n\n"
TAIL: Final = "\n\n9. (U) Nine.\n"
U: Final = PortionMarking("U")
TWO: Final = Paragraph("Two.", 2, U)
#: Code, covered text, what was expected, safe replacement.
Found: TypeAlias = tuple[str, str, str | None, str | None]


def found(text: str) -> tuple[tuple[tg.model.BodyItem, ...], list[Found]]:
    """The items between a first and a last paragraph, and what is reported of them."""
    document = tg.parse(HEAD + text + TAIL)
    assert document.cable.body[0] == Paragraph("One.", 1, U)
    assert document.cable.body[-1] == Paragraph("Nine.", 9, U)
    reports = [
        (one.code, document.source[one.span.start : one.span.end], one.expected, one.fix)
        for one in document.diagnostics
    ]
    return document.cable.body[1:-1], reports


@pytest.mark.parametrize(
    ("text", "item", "reports"),
    [
        # the number: a stop and a blank behind it, nothing before it
        ("2. (U) Two.", TWO, []),
        ("2.(U) Two.", TWO, [("TG301", "2.(U)", "2. and a blank", None)]),
        ("(U) 2. Two.", TWO, [("TG301", "(U) 2.", "2.", None)]),
        ("¶2. (U) Two.", TWO, [("TG601", "¶2.", "2.", "2.")]),
        ("¶ 2. (U) Two.", TWO, [("TG601", "¶ 2.", "2.", "2.")]),
        ("q2. (U) Two.", TWO, [("TG601", "q2.", "2.", "2.")]),
        ("¶2.(U) Two.", TWO, [("TG601", "¶2.(U)", "2.", None)]),
        ("¶2 (U) Two.", TWO, [("TG301", "¶2", "2.", None), ("TG601", "¶2", "2.", None)]),
        ("- 2. (U) Two.", TWO, [("TG603", "- ", None, "")]),
        # the marking: in parentheses, a blank behind it
        ("2. (U)Two.", TWO, [("TG304", "(U)Two.", "a blank behind the marking", None)]),
        ("2. U) Two.", TWO, [("TG304", "U)", "(U)", "(U)")]),
        ("2. ( U ) Two.", TWO, [("TG304", "( U )", "(U)", "(U)")]),
        (
            "2. (C/NF)Two.",
            Paragraph("Two.", 2, PortionMarking("C/NF")),
            [("TG304", "(C/NF)Two.", "a blank behind the marking", None)],
        ),
        # markers of lists
        ("a. Lamp.", ListItem("a.", "Lamp."), []),
        ("¶a. Lamp.", ListItem("a.", "Lamp."), [("TG601", "¶a.", "a.", None)]),
        ("--Lamp.", ListItem("--", "Lamp."), [("TG309", "--Lamp.", "a blank", None)]),
        # rulers: of dashes, one under the heading, as wide as it
        ("THE FERRY\n---------", Heading("THE FERRY"), []),
        ("(U) THE FERRY\n-------------", Heading("THE FERRY", U), []),
        ("(U) THE FERRY\n---------", Heading("THE FERRY", U), [("TG308", "-" * 9, "-" * 13, None)]),
        ("THE FERRY\n-----", Heading("THE FERRY"), [("TG308", "-----", "-" * 9, None)]),
        ("THE FERRY\n=========", Heading("THE FERRY"), [("TG308", "=========", "-" * 9, None)]),
        ("THE FERRY\n--------- --", Heading("THE FERRY"), [("TG308", "--------- --", "-" * 9, None)]),
        ("------\nTHE FERRY\n------", Heading("THE FERRY"), [("TG308", "------", "-" * 9, None)] * 2),
        (
            "THE FERRY ---------",
            Heading("THE FERRY"),
            [("TG305", "THE FERRY ---------", "the ruler on the next line", "THE FERRY\n---------")],
        ),
        (
            f"THE FERRY\n{'-' * 45} -----",
            Heading("THE FERRY"),
            [("TG308", f"{'-' * 45} -----", "-" * 9, None), ("TG607", f"{'-' * 45} -----", None, "-" * 50)],
        ),
        # a hyphen at which a page mark cut a word
        (
            "The lamp-\n\nOSLO 00000012  001 OF 001\n\nlit street.",
            Paragraph("The lamp-lit street."),
            [
                ("TG608", "lamp-\n\nOSLO 00000012  001 OF 001\n\nlit", "lamp-lit", None),
                ("TG401", "OSLO 00000012  001 OF 001", None, None),
            ],
        ),
    ],
)
def test_an_unusual_form_is_read_and_reported(text: str, item: tg.model.BodyItem, reports: list[Found]) -> None:
    assert found(text) == ((item,), reports)


def test_a_pilcrow_alone_is_no_item() -> None:
    assert found("¶") == ((), [("TG604", "¶", None, "")])


@pytest.mark.parametrize(
    ("printed", "marking"),
    [
        ("(C -\nENTIRE TEXT)", "C - ENTIRE TEXT"),
        ("(\nSBU)", "SBU"),
        ("(C/REL UK,\nFR)", "C/REL UK, FR"),
        ("(C\n/NF)", "C /NF"),
    ],
)
@pytest.mark.parametrize("lead", ["2. ", "-- ", ""])
def test_marking_that_a_line_end_parts_is_one_and_reported(lead: str, printed: str, marking: str) -> None:
    document = tg.parse(f"1. (C) One.\n\n{lead}{printed} Two words.\n\n3. (C) Three.\n")
    item = document.cable.body[1]
    assert isinstance(item, tg.Paragraph | tg.ListItem)
    assert (item.marking, item.text) == (tg.PortionMarking(marking), "Two words.")
    if "REL" not in printed:  # the words behind REL are whatever stands up to the parenthesis
        reported = [
            document.source[one.span.start : one.span.end] for one in document.diagnostics if one.code == "TG304"
        ]
        assert reported == [printed]


def _body(*items: str) -> str:
    return "\n\n".join(["UNCLAS OSLO 000001", "SUBJECT: X", "1. (C) A.", *items, "9. (C) B."]) + "\n"


def test_a_class_line_once_more_is_no_joint_though_an_order_was_cut_from_the_first() -> None:
    line = "UNCLAS SECTION 01 OF 02 ROME 001234"
    cable = tg.parse(f"{line} E.O. 12958A\nwords here\n{line}\nmore words\nSUBJECT: A THING\n\n1. (C) Text.\n").cable
    assert cable.subject == "A THING"


def test_words_over_a_ruler_that_a_tab_parts_are_a_heading() -> None:
    document = tg.parse(_body("The quay\n-----\t---"))
    assert document.cable.body[1] == tg.Heading("The quay")
    found = next(one for one in document.diagnostics if one.code == "TG305")
    assert document.source[found.span.start : found.span.end] == "The quay\n-----\t---"


def test_words_behind_a_dash_that_markup_hides_are_an_item_of_a_list() -> None:
    assert tg.parse(_body("<br>\n-- If so.")).cable.body[1] == tg.ListItem("--", "If so.")


def test_a_number_behind_a_broken_marking_is_that_of_the_paragraph() -> None:
    document = tg.parse(_body("(\nC) 2. The quay."))
    assert document.cable.body[1] == tg.Paragraph("The quay.", 2, tg.PortionMarking("C"))
    found = next(one for one in document.diagnostics if one.code == "TG301")
    assert (document.source[found.span.start : found.span.end], found.expected) == ("(\nC) 2.", "2.")


def test_sections_begin_where_they_did_behind_a_marker_that_words_alone_tell() -> None:
    text = _body("<br>\n-- If it be\nOSLO 00000001  002 OF 002\nso.").replace("UNCLAS ", "UNCLAS SECTION 01 OF 02 ")
    cable = tg.parse(text).cable
    item = cable.body[cable.section_starts[0].item]
    assert isinstance(item, tg.ListItem)
    assert item.text[cable.section_starts[0].offset :] == "so."


def test_no_width_parts_the_words_of_a_marking_from_those_that_are_none() -> None:
    cable = tg.Cable(body=(tg.Paragraph("(C NF) One.", 1),))
    for width in range(20, 70):
        with pytest.raises(tg.RenderError):
            tg.render(cable, width=width)
