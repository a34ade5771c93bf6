"""Profiles: told from era and layout, and what they leave out."""

from __future__ import annotations

import pytest

import telegram_grammar as tg
from telegram_grammar.codes import CODES
from telegram_grammar.codes.examples import sent, telegram

HEADLESS = telegram(identification="", routing="", station="", security="", date="", originator="", action="", info="")
NOTICE = "This record is a partial extract of the original cable. The full text is not available.\n"


def detected(text: str) -> str:
    return tg.detect(tg.parse(text)).name


@pytest.mark.parametrize(
    ("date", "profile"),
    [
        ("R 010001Z FEB 66", "pre-1973"),
        ("R 282359Z FEB 73", "pre-1973"),
        ("R 010001Z MAR 73", "1970s"),
        ("R 302359Z NOV 78", "1970s"),
        ("R 010001Z DEC 78", "1980s"),
        ("R 132359Z OCT 95", "1980s"),
        ("R 140001Z OCT 95", "wire-2000s"),
        ("R 010001Z JAN 10", "wire-2000s"),
        ("R 010001Z JAN", "wire-2000s"),
    ],
)
def test_date_tells_the_era(date: str, profile: str) -> None:
    assert detected(telegram(date=date)) == profile


@pytest.mark.parametrize(
    ("order", "profile"),
    [
        ("E.O. 10501: N/A", "pre-1973"),
        ("E.O. 11652: GDS", "1970s"),
        ("E.O. 12065: GDS 8/12/85", "1980s"),
        ("E.O. 12356: DECL: OADR", "1980s"),
        ("E.O. 12958: N/A", "wire-2000s"),
        ("E.O. 19528: N/A", "wire-2000s"),
    ],
)
def test_order_tells_the_era_of_a_text_without_date(order: str, profile: str) -> None:
    assert detected(HEADLESS.replace("E.O. 12958: DECL: 01/16/2019", order)) == profile


def test_date_goes_before_the_order() -> None:
    assert detected(telegram(date="R 010001Z JAN 75", order="E.O. 12958: N/A")) == "1970s"


def test_layout_of_a_publisher() -> None:
    assert detected(telegram(order="EO 12958 DECL: 01/16/2019")) == "republished"
    dated = "Friday, 16 January 2009, 15:33\nC O N F I D E N T I A L OSLO 000159"
    assert detected(telegram(class_line=dated)) == "republished"
    long = "word " * 40
    assert detected(telegram(body=f"1. (C) {long}\n\n2. (C) {long}")) == "republished"


@pytest.mark.parametrize("order", ["E.O. 12958 DECL: 01/16/2019", "E.0. 12958: DECL: 01/16/2019"])
def test_slip_of_the_wire_is_no_layout(order: str) -> None:
    assert detected(telegram(order=order)) == "wire-2000s"
    assert detected(telegram(body="1. (C) " + "word " * 40)) == "wire-2000s"


def test_extract_is_told_by_its_notice() -> None:
    assert detected(NOTICE + HEADLESS) == "partial-extract"
    assert detected(NOTICE + HEADLESS.replace("E.O. 12958:", "EO 12958")) == "partial-extract"


@pytest.mark.parametrize("text", ["", "\n", "words", NOTICE])
def test_every_text_has_a_profile(text: str) -> None:
    assert detected(text) in tg.PROFILES


def test_strict_is_chosen_and_not_detected() -> None:
    assert detected(sent()) == "wire-2000s"
    assert tg.check(telegram(), profile="strict") != ()


def test_profiles_leave_out_the_codes_of_others() -> None:
    for profile in tg.PROFILES:
        for text in (telegram(), HEADLESS, sent(), ""):
            for found in tg.check(text, profile=profile):
                profiles = CODES[found.code].profiles
                assert not profiles or profile in profiles


def test_selected_code_is_reported_in_any_profile() -> None:
    assert not [one for one in tg.check(telegram()) if one.code == "TG152"]
    assert [one.code for one in tg.check(telegram(), select=["TG152"])] == ["TG152"]
    assert [one.code for one in tg.check(telegram(), select=["channel-serial"])] == ["TG152"]
    assert tg.check(telegram(), select=["TG15"]) == ()
