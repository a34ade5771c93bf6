"""Cables in the form of the wire are read without structural repair.

A cable is in wire form when its E.O. line reads `E.O. n:` and fewer than 5 % of its lines are longer than 75.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

import telegram_grammar as tg


def in_wire_form(text: str) -> bool:
    lines = text.split("\n")
    long = sum(len(line) > 75 for line in lines)
    return bool(re.search(r"^E\.O\. [0-9]+:", text, re.MULTILINE)) and long < 0.05 * len(lines)


def test_cables_in_wire_form_take_no_structural_repair(
    corpus_texts: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [text for text in corpus_texts.values() if in_wire_form(text)]
    repaired = [{found.rule for found in tg.parse(text).diagnostics if found.code.startswith("TG0")} for text in texts]
    clean = sum(not rules for rules in repaired)
    kinds = Counter(rule for rules in repaired for rule in rules)
    with capsys.disabled():
        print(f"\n{clean} of {len(texts)} cables in wire form without TG0xx;")  # noqa: T201  # the test shows figures
        print(f"cables with each repair: {dict(kinds.most_common())}")  # noqa: T201
    assert len(texts) > 100
    assert clean >= 0.85 * len(texts)
