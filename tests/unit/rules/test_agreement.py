"""Rules of agreement: each finds its bad example at its place, nothing in its good one."""

from __future__ import annotations

from typing import Final

import pytest

import telegram_grammar as tg
from rule_examples import assert_fires, assert_silent
from telegram_grammar.codes.examples import telegram
from telegram_grammar.rules.agreement import RULES

#: What stands under the finding in the bad example.
UNDER: Final = {
    "TG501": "RR",
    "TG502": "0181533",
    "TG503": "0161433",
    "TG504": "#0195",
    "TG505": "/02",
    "TG506": "SSSSS",
    "TG507": "#0195",
    "TG508": "LIMITED OFFICIAL USE OSLO 000159",
    "TG509": "PARIS",
    "TG510": "OSLO 00000195  002 OF 002",
    "TG511": "OSLO 00000159  002 OF 003",
    "TG512": "PARIS",
    "TG513": "O 161533Z JAN 09",
    "TG514": "P R 161533Z JAN 09",
    "TG515": "INFO RUEHCP/AMEMBASSY COPENHAGEN IMMEDIATE 0800",
    "TG516": "VZCZCXYZ0457",
    "TG517": "ZDS",
    "TG518": "RUEHCP",
    "TG519": "/004",
    "TG520": "RUEHNY",
    "TG521": "S E C R E T",
}
EACH: Final = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.code)


@EACH
def test_bad_example_fires_at_its_place(rule: tg.Rule) -> None:
    assert_fires(rule.code, UNDER[rule.code.code])


@EACH
def test_good_example_is_conformant(rule: tg.Rule) -> None:
    assert_silent(rule.code)


def found(code: str, text: str, profile: str | None = None) -> list[str]:
    return [text[one.span.start : one.span.end] for one in tg.check(text, select=[code], profile=profile)]


def test_message_at_the_end_of_a_year_is_filed_in_the_next() -> None:
    text = telegram(station="DE RUEHNY #0159 0010005", date="P 312355Z DEC 08")
    assert not found("TG502", text)
    assert not found("TG503", text)
    assert found("TG502", telegram(station="DE RUEHNY #0159 0020005", date="P 312355Z DEC 08")) == ["0020005"]


def test_date_of_another_zone_is_compared_in_utc() -> None:
    assert not found("TG503", telegram(station="DE RUEHNY #0159 0161433", date="P 161533A JAN 09"))
    assert found("TG503", telegram(station="DE RUEHNY #0159 0161432", date="P 161533A JAN 09"))


@pytest.mark.parametrize(
    ("security", "class_line", "agree"),
    [
        ("ZNR UUUUU ZZH", "UNCLAS OSLO 000159", True),
        ("ZNY EEEEE ZZH", "UNCLAS EFTO OSLO 000159", True),
        ("ZNR UUUUU ZZH", "LIMITED OFFICIAL USE OSLO 000159", True),
        ("ZNY CCCBB ZZH", "C O N F I D E N T I A L OSLO 000159", True),
        ("ZNY TTTTT ZZH", "T O P S E C R E T OSLO 000159", True),
        ("ZNY CCCCC ZZH", "UNCLAS OSLO 000159", False),
        ("ZNR UUUUU ZZH", "S E C R E T OSLO 000159", False),
    ],
)
def test_letter_of_the_security_warning(security: str, class_line: str, agree: bool) -> None:
    assert bool(found("TG506", telegram(security=security, class_line=class_line))) is not agree


@pytest.mark.parametrize(
    ("originator", "post", "agree"),
    [
        ("SECSTATE WASHDC", "STATE", True),
        ("USMISSION USUN NEW YORK", "USUN NEW YORK", True),
        ("USMISSION USNATO", "USNATO", True),
        ("AMEMBASSY LA PAZ", "LAPAZ", True),
        ("AMEMBASSY PARIS", "XXXXXXXXXXXX", True),
        ("AMEMBASSY PARIS", "STATE", False),
        ("SECSTATE WASHDC", "PARIS", False),
    ],
)
def test_originator_and_post(originator: str, post: str, agree: bool) -> None:
    text = telegram(originator=f"FM {originator}", class_line=f"C O N F I D E N T I A L {post} 000159")
    assert bool(found("TG509", text)) is not agree


def test_post_of_a_mark_is_cut_to_ten_characters() -> None:
    def text(mark: str) -> str:
        return telegram(
            class_line="C O N F I D E N T I A L SECTION 01 OF 02 BUENOS AIRES 000159",
            body=f"1. (C) He came.\n\n{mark} 00000159  002 OF 002\n\n\n2. (C) He left.",
        )

    assert not found("TG512", text("BUENOS AIR"))
    assert found("TG512", text("BUENOS AIS")) == ["BUENOS AIS"]


@pytest.mark.parametrize(
    ("post", "mark", "agree"),
    [
        ("RPO DUBAI", "DUBAI", True),
        ("RPO DUBAI", "RPO DUBAI", True),
        ("RPO DUBAI", "ABU DHABI", False),
        ("LA PAZ", "PAZ", False),
    ],
)
def test_mark_may_have_the_place_alone_of_a_post_that_says_what_it_is(post: str, mark: str, agree: bool) -> None:
    text = telegram(
        class_line=f"C O N F I D E N T I A L SECTION 01 OF 02 {post} 000159",
        body=f"1. (C) He came.\n\n{mark} 00000159  002 OF 002\n\n\n2. (C) He left.",
    )
    assert bool(found("TG512", text)) is not agree


def test_addressee_without_a_word_has_routine() -> None:
    text = telegram(
        routing="RR RUEHBS RUEHCP", date="R 161533Z JAN 09", action="TO RUEHC/SECSTATE WASHDC 4242", info=""
    )
    assert not found("TG513", text)
    assert found("TG513", text.replace("WASHDC 4242", "WASHDC IMMEDIATE 4242"))


def test_older_cables_are_not_measured_by_words_of_precedence() -> None:
    text = telegram(date="P 161533Z JAN 75", action="TO SECSTATE WASHDC 4242")
    assert not found("TG5", text)
    assert found("TG5", text, "wire-2000s")


def test_sensitive_before_its_time() -> None:
    text = telegram(date="P 161533Z JAN 95", captions="SENSITIVE")
    assert found("TG508", text) == ["SENSITIVE"]


@pytest.mark.parametrize(
    ("head", "agree"),
    [
        ("RUEHNY0159 C O N F I D E N T I A L", True),
        ("RUEHNY 0159", True),
        ("OSLO 00159", True),
        ("OSLO  00159  01 OF 03  161533Z", True),
        ("PARIS 00159", False),
        ("OSLO 00195", False),
    ],
)
def test_page_head_is_of_station_or_post(head: str, agree: bool) -> None:
    assert bool(found("TG520", telegram(body=f"1. (C) He\nPAGE 02 {head}\ncame."))) is not agree


def test_total_of_a_distribution_block_is_of_the_lines_above_it() -> None:
    block = "ACTION EUR-00\nINFO  LOG-01   EEB-02\n      AID-03   FA-04    /010W\n"
    assert not found("TG519", block + telegram())
    assert found("TG519", block.replace("FA-04", "FA-05") + telegram()) == ["/010"]


def test_lines_of_a_readdressing_station_agree_with_its_own_heading() -> None:
    """Format lines 1 to 4 are those of the station that sends the message on (ACP 127 section 503)."""
    text = (
        "VZCZCXRO0457\nOO RUEHNY\nDE RUEHC #8812 0171633\nZNR UUUUU ZZH\nO 171630Z JAN 09\nFM SECSTATE WASHDC\n"
        "TO RUEHNY/AMEMBASSY OSLO IMMEDIATE\nP 121533Z JAN 09\nFM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC PRIORITY\n"
        "UNCLAS OSLO 000159\n\nSUBJECT: X\n\n1. One.\n\nROKE\n"
    )
    assert tg.parse(text).cable.readdressal is not None
    assert [code for code in ("TG501", "TG502", "TG503", "TG504", "TG518") if found(code, text)] == []
    assert found("TG501", text.replace("OO RUEHNY", "RR RUEHNY")) == ["RR"]
