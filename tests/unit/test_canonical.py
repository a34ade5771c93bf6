"""What canonical text would lose of a text: nothing (law 5); and that a loss is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

import telegram_grammar as tg
from telegram_grammar import canonical
from telegram_grammar.canonical import formatted, losses

FIXTURES: Final = sorted((Path(__file__).parents[1] / "fixtures").rglob("*.txt"))
EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
TEXT: Final = "UNCLAS OSLO 000012\n\nSUBJECT: THE FERRY\n\n1. (U) It is missed, it is.\n"


@pytest.mark.parametrize("path", [*FIXTURES, *EXAMPLES], ids=lambda path: path.stem)
def test_nothing_is_lost_of_a_fixture(path: Path) -> None:
    assert losses(tg.parse_bytes(path.read_bytes()).source) == []


@pytest.mark.parametrize("text", ["", "\n", "it", TEXT, TEXT * 2])
def test_nothing_is_lost_of_any_text(text: str) -> None:
    assert losses(text) == []
    assert formatted(tg.parse(text)).text == tg.canonicalize(text)


def test_lost_word_is_named_as_often_as_it_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "proved", lambda cable, width: tg.render(cable, width=width).replace("missed, ", ""))
    assert losses(TEXT) == ["the word 'missed,' would be lost"]
    monkeypatch.setattr(
        canonical, "proved", lambda cable, width: tg.render(cable, width=width).replace("missed, it", "")
    )
    assert losses(TEXT) == ["the word 'missed,' would be lost", "the word 'it' would be lost"]


def test_cable_that_cannot_be_printed_is_a_loss() -> None:
    document = tg.parse(TEXT)
    document.cable = evolve(document.cable, subject="THE  FERRY")
    made = formatted(document)
    assert made.text == TEXT
    assert len(made.losses) == 1
    assert made.losses[0].startswith("its meaning would change: subject: ")


def test_words_of_a_code_that_drops_them_are_no_loss() -> None:
    text = TEXT + "NNNN\n"
    assert "NNNN" not in tg.canonicalize(text)
    assert losses(text) == []
    assert losses(text.replace("1.", "¶1.")) == []
