"""Rules of sections, page marks and the end: each finds its bad example at its place, nothing in its good one."""

from __future__ import annotations

from typing import Final

import pytest

import telegram_grammar as tg
from rule_examples import assert_fires, assert_silent
from telegram_grammar.codes.examples import sent, telegram
from telegram_grammar.rules.pages import RULES

#: What stands under the finding in the bad example.
UNDER: Final = {
    "TG430": "0159",
    "TG431": "C O N F I D E N T I A L SECTION 03 OF 02 OSLO 000159",
    "TG432": "C O N F I D E N T I A L SECTION 01 OF 01 OSLO 000159",
    "TG433": "OSLO 00000159  002 OF 003",
    "TG434": "OSLO 00000159  002 OF 003",
    "TG435": "OSLO 00000159  003 OF 003",
    "TG436": "OSLO 00000159  002 OF 003",
    "TG437": "OSLO 00000159  004 OF 003",
    "TG438": "PAGE 04 RUEHNY0159 C O N F I D E N T I A L",
    "TG440": "UNCLAS OSLO 000159",
    "TG441": "BT",
    "TG442": "ROE",
    "TG443": "ROE",
    "TG444": "UNCLAS OSLO 000159",
    "TG445": "UNCLAS OSLO 000159",
}
EACH: Final = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.code)
SECTIONED: Final = "C O N F I D E N T I A L SECTION 01 OF 03 OSLO 000159"


@EACH
def test_bad_example_fires_at_its_place(rule: tg.Rule) -> None:
    assert_fires(rule.code, UNDER[rule.code.code])


@EACH
def test_good_example_is_conformant(rule: tg.Rule) -> None:
    assert_silent(rule.code)


def found(code: str, text: str, profile: str | None = None) -> list[str]:
    return [text[one.span.start : one.span.end] for one in tg.check(text, select=[code], profile=profile)]


def marked(*marks: str, class_line: str = SECTIONED) -> str:
    paragraphs = [f"{number}. (C) He came.\n\n{mark}\n\n\n" for number, mark in enumerate(marks, 1)]
    body = "".join(paragraphs) + f"{len(marks) + 1}. (C) He left."
    return telegram(station="DE RUEHNY #0159/01 0161533", class_line=class_line, body=body)


def test_cable_as_the_standard_wants_it_is_conformant() -> None:
    assert tg.check(sent(), profile="strict") == ()


def test_section_without_any_mark_lacks_none() -> None:
    assert not found("TG435", marked())


def test_mark_of_another_message_counts_for_nothing() -> None:
    text = marked("OSLO 00000159  002 OF 003", "OSLO 00000195  002 OF 003", "OSLO 00000159  003 OF 003")
    assert not found("TG434", text)
    assert not found("TG435", text)


def test_pages_of_one_section_are_in_order_and_no_section_is_missing() -> None:
    text = marked("OSLO 00000159  002.2 OF 003", "OSLO 00000159  002.3 OF 003", "OSLO 00000159  003.2 OF 003")
    assert not found("TG434", text)
    assert not found("TG435", text)
    assert not found("TG436", text)


def test_page_numbers_may_begin_anew_with_a_section() -> None:
    pages = "\n".join(f"PAGE {page:02d} RUEHNY0159 C O N F I D E N T I A L\nand so on" for page in (2, 3, 2, 3))
    assert not found("TG438", telegram(body=f"1. (C) He came\n{pages}."))


def test_a_long_text_is_measured_by_its_sections() -> None:
    lines = "\n".join(["THE MINISTER AGREED"] * 60)
    class_line = "BT\nUNCLAS SECTION 01 OF 02 OSLO 000159"
    body = f"1. {lines}\n\nOSLO 00000159  002 OF 002\n\n\n2. {lines}"
    assert not found("TG444", sent(class_line=class_line, body=body), "strict")
    assert found("TG444", sent(body=f"1. {lines}\n\n2. {lines}"), "strict")


def test_page_heads_are_page_identification() -> None:
    lines = "\n".join(["THE MINISTER AGREED"] * 12)
    text = sent(body=f"1. {lines}\nPAGE 2 RUEHNY0159 UNCLAS\n{lines}")
    assert not found("TG445", text, "strict")
