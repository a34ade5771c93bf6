"""Strategies of hypothesis for telegrams, and the laws that hold of them: for projects that test their own code.

    from hypothesis import given
    from telegram_grammar.testing import cables, cable_texts

    @given(cables())
    def test_my_store_keeps_cables(cable): ...

Needs hypothesis (extra `testing`). Importing this package makes `st.from_type(Cable)` work, and the same for the parts
of a cable.
"""

from __future__ import annotations

try:
    import hypothesis as _hypothesis
except ImportError as error:
    raise ImportError(
        "telegram_grammar.testing needs hypothesis; install it by: pip install 'telegram-grammar[testing]'"
    ) from error

from telegram_grammar.testing.cables import Layout, cables
from telegram_grammar.testing.conformant import conformant_cables
from telegram_grammar.testing.damage import OPERATORS, Damage, conformant_texts, damaged
from telegram_grammar.testing.everyday import everyday_texts
from telegram_grammar.testing.garbled import (
    any_texts,
    arbitrary_texts,
    garbled,
    line_soup,
    near_valid_texts,
    spliced_texts,
)
from telegram_grammar.testing.laws import assert_laws
from telegram_grammar.testing.lines import field_texts, line_of_kind
from telegram_grammar.testing.registration import register
from telegram_grammar.testing.texts import cable_texts, structures
from telegram_grammar.testing.values import Era

__all__ = [
    "OPERATORS",
    "Damage",
    "Era",
    "Layout",
    "any_texts",
    "arbitrary_texts",
    "assert_laws",
    "cable_texts",
    "cables",
    "conformant_cables",
    "conformant_texts",
    "damaged",
    "everyday_texts",
    "field_texts",
    "garbled",
    "line_of_kind",
    "line_soup",
    "near_valid_texts",
    "spliced_texts",
    "structures",
]

del _hypothesis
register()
