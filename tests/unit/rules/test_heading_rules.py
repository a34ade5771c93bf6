"""Rules of the heading: each finds its bad example at its place, and nothing in its good one."""

from __future__ import annotations

from typing import Final

import pytest

import telegram_grammar as tg
from rule_examples import assert_fires, assert_silent
from telegram_grammar.codes.examples import telegram
from telegram_grammar.rules.heading import RULES

#: What stands under the finding in the bad example.
UNDER: Final = {
    "TG150": "C O N F I D E N T I A L OSLO 000159",
    "TG151": "PP RUEHBS RUEHCP",
    "TG152": "VZCZCXRO0457",
    "TG153": "RUEHBS",
    "TG154": "RUEHBS",
    "TG155": "INFO RUEKJCS/COMMANDER OF A PLACE WHOSE NAME IS SO LONG THAT IT GOES ON AND ON",
    "TG156": "0162533",
    "TG157": "ZNR CCCCC",
    "TG158": "HURRY",
    "TG159": "P O",
    "TG160": "311533Z",
    "TG161": "P 161533Z JAN",
    "TG162": "JAN 09",
    "TG163": "160000Z",
    "TG164": "INFO AMEMBASSY COPENHAGEN PRIORITY 0800",
    "TG165": "XMT AMEMBASSY PARIS",
    "TG166": "2279-2276",
    "TG167": "0800-0802",
    "TG168": "%",
    "TG169": "greed",
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


@pytest.mark.parametrize(
    ("station", "date", "impossible"),
    [
        ("DE RUEHNY #0159 3661533", "P 161533Z JAN 08", False),
        ("DE RUEHNY #0159 3661533", "P 161533Z JAN 09", True),
        ("DE RUEHNY #0159 3661533", "P 161533Z JAN", False),
        ("DE RUEHNY #0159 0001533", "P 161533Z JAN 09", True),
        ("DE RUEHNY #0159 0160060", "P 161533Z JAN 09", True),
    ],
)
def test_filing_time_has_the_days_of_its_year(station: str, date: str, impossible: bool) -> None:
    assert bool(found("TG156", telegram(station=station, date=date))) is impossible


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("P 161533J JAN 09", "no time zone J"),
        ("P 162460Z JAN 09", "no time of day 2460"),
        ("P 300000Z FEB", "no day 30 FEB"),
        ("P 290001Z FEB 09", "no day 29 FEB 09"),
    ],
)
def test_impossible_date_says_what_is_impossible(date: str, words: str) -> None:
    (one,) = tg.check(telegram(date=date), select=["TG160"])
    assert words in one.message


@pytest.mark.parametrize("date", ["P 290001Z FEB 08", "P 290001Z FEB", "P 161533A JAN 09"])
def test_possible_date_is_possible(date: str) -> None:
    assert not found("TG160", telegram(date=date))


@pytest.mark.parametrize("security", ["ZNY CCCCC ZZH", "ZNY CCCCC (TAO)", "ZNY CCCCC", "ZNY CCCCC ZFF3 ZUI RUEHC0044"])
def test_signal_or_note_follows_the_designator(security: str) -> None:
    assert not found("TG158", telegram(security=security))


def test_instructions_behind_the_date_begin_with_a_signal() -> None:
    assert found("TG158", telegram(date="P 161533Z JAN 09 HURRY UP")) == ["HURRY"]
    assert not found("TG158", telegram(date="P 161533Z JAN 09 ZDK CTG NUMEROUS REQUESTS"))


def test_security_signal_knows_release_codes_and_handling() -> None:
    for security in ("ZNY SSSBB ZZH", "ZNY CCCCC/AAAAA ZZH", "ZNR UUUUU ZZH", "ZNY EEEEE ZZH"):
        assert not found("TG157", telegram(security=security))
    assert found("TG157", telegram(security="ZNY UUUUU ZZH")) == ["ZNY UUUUU"]


def test_sole_address_needs_no_routing_indicator() -> None:
    assert not found("TG164", telegram(action="TO SECSTATE WASHDC", info=""), "strict")


def test_routing_is_looked_at_over_its_lines() -> None:
    assert found("TG153", telegram(routing="PP RUEHBS\nRUEHCP RUEHBS")) == ["RUEHBS"]
    assert found("TG154", telegram(routing="PP RUEHCP\nRUEHBS RUEHZZ")) == ["RUEHBS"]


@pytest.mark.parametrize("profile", ["republished", "partial-extract", "1970s", "pre-1973"])
def test_text_of_a_publisher_is_not_blamed_for_its_lost_heading(profile: str) -> None:
    text = telegram(identification="", routing="", station="", security="", date="", originator="", action="", info="")
    assert found("TG150", text, "wire-2000s")
    codes = {one.code for one in tg.check(text, profile=profile)}
    assert not codes & {"TG004", "TG150", "TG151"}


def test_extract_is_told_by_its_notice_and_not_blamed() -> None:
    text = "This record is a partial extract of the original cable.\n" + telegram(
        identification="", routing="", station="", security="", date="", originator="", action="", info=""
    )
    assert tg.detect(tg.parse(text)).name == "partial-extract"
    assert {one.code for one in tg.check(text)} == {"TG610"}
