"""`check`: what is reported, in which order, and which selectors it takes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given

import telegram_grammar as tg
from strategies import FIXTURES, any_text
from telegram_grammar.codes.examples import telegram
from telegram_grammar.diagnostics import Code, Severity

SMALL = telegram(date="P 161533Z Jan 09", order="EO 12958: DECL: 01/16/2019")
OWN = Code(
    code="XX001", name="no-oslo", severity=Severity.WARNING, message="the post is {post}", rationale="A test.",
    authority="the test", bad="a\n", good="b\n",
)  # fmt: skip


def no_oslo(context: tg.Context) -> Iterator[tg.Finding]:
    message = context.cable.message
    if message is not None and message.post == "OSLO":
        yield context.found(OWN, message, post=message.post)


def codes(*args: str, **options: object) -> set[str]:
    return {found.code for found in tg.check(SMALL, **options)}  # type: ignore[arg-type]  # the tests pass what they name


def test_example_cable_is_conformant_in_the_wire_profile() -> None:
    assert tg.check(telegram()) == ()


@given(text=any_text())
def test_parsing_s_diagnostics_are_all_there_and_all_is_in_order(text: str) -> None:
    found = tg.check(text)
    assert list(found) == sorted(found, key=lambda one: (one.span.start, one.code, one.span.end, one.message))
    assert set(tg.parse(text).diagnostics) <= set(found)


@pytest.mark.parametrize("name", FIXTURES)
def test_document_is_checked_as_its_text_is(name: str) -> None:
    assert tg.check_document(tg.parse(FIXTURES[name])) == tg.check(FIXTURES[name])


def test_selectors_are_codes_beginnings_and_names() -> None:
    assert codes() == {"TG102", "TG221"}
    assert codes(select=["TG102"]) == {"TG102"}
    assert codes(select=["TG1"]) == {"TG102"}
    assert codes(select=["small-month", "TG22"]) == {"TG102", "TG221"}
    assert codes(ignore=["TG2"]) == {"TG102"}
    assert codes(select=["TG"], ignore=["small-month"]) == {"TG221"}
    assert codes(select=[]) == set()
    assert codes(select="TG1") == {"TG102"}


@pytest.mark.parametrize("chain", tg.CHAINS)
def test_chain_selects_its_rules(chain: str) -> None:
    own = {rule.code.code for rule in tg.CHAINS[chain]}
    assert {found.code for text in FIXTURES.values() for found in tg.check(text, select=[chain])} <= own


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_selector_raises_and_names_what_is_near(option: str) -> None:
    with pytest.raises(ValueError, match=r"smal-month.*did you mean.*small-month"):
        tg.check("", **{option: ["smal-month"]})  # type: ignore[arg-type]  # one of the two by its name
    with pytest.raises(ValueError, match="no code, name or chain ''"):
        tg.check("", **{option: [""]})  # type: ignore[arg-type]  # one of the two by its name


def test_unknown_profile_raises_and_names_what_is_near() -> None:
    with pytest.raises(ValueError, match="no profile '1979s'; did you mean 1970s"):
        tg.check("", profile="1979s")


def test_caller_adds_rules_and_can_ignore_them() -> None:
    rule = tg.Rule(OWN, no_oslo)
    found = [one for one in tg.check(SMALL, rules=[rule]) if one.code == "XX001"]
    assert [(one.message, one.rule) for one in found] == [("the post is OSLO", "no-oslo")]
    assert "XX001" not in {one.code for one in tg.check(SMALL, rules=[rule], ignore=["no-oslo"])}


def test_nothing_is_reported_twice_of_parts_without_a_place_of_their_own() -> None:
    found = tg.check("TAG:1 0 0", select=["TG294"])
    assert [one.message for one in found] == ["0 is in no register of TAGS", "1 is in no register of TAGS"]
