"""All rules: none raises on any text, their order does not matter, each is in one chain and has a code of its own."""

from __future__ import annotations

import random

import pytest
from hypothesis import given

import telegram_grammar as tg
from strategies import FIXTURES, any_text
from telegram_grammar.codes import CODES
from telegram_grammar.rules import CHAINS
from telegram_grammar.rules.context import Context

RULES = [rule for chain in CHAINS.values() for rule in chain]


def findings(text: str, profile: str, rules: list[tg.Rule]) -> list[tuple[int, str, int, str]]:
    context = Context(tg.parse(text), tg.PROFILES[profile])
    found = [finding for rule in rules for finding in rule.check(context)]
    return sorted((one.start, one.code.code, one.end, one.code.message.format(**one.words)) for one in found)


@pytest.mark.parametrize("profile", tg.PROFILES)
@pytest.mark.parametrize("name", FIXTURES)
def test_no_rule_raises_on_a_fixture(name: str, profile: str) -> None:
    findings(FIXTURES[name], profile, RULES)


@given(text=any_text())
def test_no_rule_raises_and_each_finding_has_a_place_in_the_text(text: str) -> None:
    for start, code, end, _ in findings(text, "strict", RULES):
        assert 0 <= start <= end <= len(text), code


@given(text=any_text())
def test_order_of_rules_does_not_matter(text: str) -> None:
    mixed = random.Random(len(text)).sample(RULES, len(RULES))
    assert findings(text, "strict", mixed) == findings(text, "strict", RULES)


def test_each_rule_has_a_code_of_its_own_in_the_table() -> None:
    assert [rule.code.code for rule in RULES if CODES.get(rule.code.code) is not rule.code] == []
    assert len({rule.code.code for rule in RULES}) == len(RULES)
