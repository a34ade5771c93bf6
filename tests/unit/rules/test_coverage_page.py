"""The page on coverage names no code that is not there, and each code of the State text's rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from telegram_grammar.codes import CODES, body_rules, reference_rules, text_head_rules

PAGE: Final = (Path(__file__).parents[3] / "docs" / "reference" / "rule-coverage.md").read_text("utf-8")
NAMED: Final = set(re.findall(r"TG[0-9]{3}", PAGE))


def test_page_names_codes_that_there_are() -> None:
    assert sorted(NAMED - set(CODES)) == []


def test_page_names_each_rule_of_the_state_text() -> None:
    rules = {code.code for family in (text_head_rules, reference_rules, body_rules) for code in family.ALL}
    assert sorted(rules - NAMED) == []
