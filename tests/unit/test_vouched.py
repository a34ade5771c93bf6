"""What `parse` vouches for is printed without being read back (law 3), and nothing else is."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import attrs
import pytest

import telegram_grammar as tg
from telegram_grammar import printing
from telegram_grammar.canonical import formatted
from telegram_grammar.serialization import dumps, loads
from telegram_grammar.vouched import is_vouched

TEXT = "UNCLAS OSLO 000123\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: BRIDGE\n\n1. (U) The bridge is open.\n"
#: No field tells its lines apart: it is in doubt.
DOUBTFUL = "UNCLAS OSLO 000123\n\n1. (U) The bridge is open.\n"


@pytest.fixture
def read_back(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read back from now on."""
    texts: list[str] = []

    def parse(text: str) -> tg.Document:
        texts.append(text)
        return tg.parse(text)

    monkeypatch.setattr(printing, "parse", parse)
    return texts


def test_a_cable_as_parse_returned_it_is_not_read_back(read_back: list[str]) -> None:
    cable = tg.parse(TEXT).cable
    assert tg.render(cable) == TEXT
    assert read_back == []
    assert tg.render(cable) == printing.proved(cable, 65)
    assert read_back == [TEXT]


@pytest.mark.parametrize(
    "other",
    [
        copy.copy,
        copy.deepcopy,
        attrs.evolve,
        lambda cable: pickle.loads(pickle.dumps(cable)),
        lambda cable: loads(dumps(cable)),
        lambda cable: tg.Cable(**attrs.asdict(cable, recurse=False)),
    ],
    ids=["copied", "copied in depth", "evolved", "unpickled", "from JSON", "built"],
)
def test_another_cable_is_read_back(other: Callable[[tg.Cable], tg.Cable], read_back: list[str]) -> None:
    cable = other(tg.parse(TEXT).cable)
    assert not is_vouched(cable)
    assert tg.render(cable) == TEXT
    assert read_back == [TEXT]


def test_an_alteration_is_refused() -> None:
    cable = tg.parse(TEXT).cable
    with pytest.raises(tg.RenderError, match=r"^body\[0\]"):
        tg.render(attrs.evolve(cable, body=(tg.Paragraph("2. (C) The bridge is shut."),)))


def test_what_is_in_doubt_is_read_back(read_back: list[str]) -> None:
    cable = tg.parse(DOUBTFUL).cable
    assert not is_vouched(cable)
    assert tg.render(cable) == DOUBTFUL
    assert read_back == [DOUBTFUL]


def test_another_width_and_the_form_of_the_wire_are_read_back(read_back: list[str]) -> None:
    cable = tg.parse(TEXT).cable
    assert read_back == [tg.render(cable, width=20), tg.render(cable, wire=True)]


def test_canonical_text_is_read_back_each_time(read_back: list[str]) -> None:
    assert read_back == [tg.canonicalize(TEXT), formatted(tg.parse(TEXT)).text]


def test_what_an_edit_returns_is_read_already(read_back: list[str]) -> None:
    edited = tg.parse(TEXT).replace(subject="BRIDGE OPENS")
    assert tg.render(edited.cable) == edited.source
    assert read_back == []
