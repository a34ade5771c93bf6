"""Edits of real cables: the lines of the changed attribute alone, each attribute in turn."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs
import pytest

import telegram_grammar as tg
from edit_values import changes_to, makes_edit

#: So many cables, spread over all of them.
_COUNT: Final = 50


@pytest.mark.parametrize("part", range(_COUNT))
def test_of_a_real_cable_each_attribute_in_turn(corpus: list[Path], part: int) -> None:
    path = corpus[part * len(corpus) // _COUNT]
    document = tg.parse(path.read_bytes().decode("utf-8", "replace"))
    for attribute in attrs.fields_dict(tg.Cable):
        assert document.replace(**{attribute: getattr(document.cable, attribute)}) is document
    for changes in changes_to(document.cable):
        makes_edit(document, changes)
