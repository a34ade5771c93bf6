"""The table of what the rules cover is complete, names codes that there are, and every rule's code is in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from telegram_grammar.codes import CODES
from telegram_grammar.rules import CHAINS

PAGE: Final = Path(__file__).parents[3] / "docs" / "reference" / "rule-coverage.md"
ROWS: Final = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text("utf-8").split("\n")
    if line.startswith("| ") and not line.startswith(("| candidate", "| agreement"))
]
ACP: Final = [
    1,
    2,
    3,
    *range(10, 16),
    *range(20, 25),
    *range(30, 33),
    *range(40, 44),
    *range(50, 55),
    60,
    61,
    62,
    63,
    70,
]
STA: Final = [
    1, 2, 3, 4, 10, 11, *range(20, 26), *range(30, 38), *range(40, 46), 50, 51, *range(60, 67),
]  # fmt: skip
AAD: Final = range(1, 6)


def numbers(layer: str) -> list[int]:
    return [int(row[0][4:]) for row in ROWS if row[0].startswith(f"{layer}-")]


@pytest.mark.parametrize(("layer", "expected"), [("ACP", ACP), ("STA", STA), ("AAD", AAD)])
def test_every_rule_has_a_row(layer: str, expected: list[int]) -> None:
    assert numbers(layer) == list(expected)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_row_names_codes_that_there_are_or_says_why_not(row: list[str]) -> None:
    named = re.findall(r"TG[0-9]{3}", row[-1])
    assert [code for code in named if code not in CODES] == []
    assert named or re.match(r"(?:no code|none): \w.{20}", row[-1])


def test_each_rule_is_in_the_page() -> None:
    named = set(re.findall(r"TG[0-9]{3}", PAGE.read_text("utf-8")))
    assert {rule.code.code for chain in CHAINS.values() for rule in chain} <= named
