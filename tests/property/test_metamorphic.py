"""What is added around the words of a telegram changes nothing of what it says."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import telegram_grammar as tg
from telegram_grammar.testing import assert_laws, cable_texts, conformant_cables, conformant_texts

unhurried = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
texts = st.one_of(conformant_texts(), cable_texts())


@unhurried
@given(texts, st.integers(1, 3))
def test_blanks_at_line_ends_mean_nothing(text: str, count: int) -> None:
    assert tg.parse(text.replace("\n", " " * count + "\n")).cable == tg.parse(text).cable


@unhurried
@given(texts, st.sampled_from(["\r\n", "\r\r\n"]))
def test_carriage_returns_mean_nothing(text: str, end: str) -> None:
    assert tg.parse(text.replace("\n", end)).cable == tg.parse(text).cable


@unhurried
@given(texts)
def test_a_byte_order_mark_means_nothing(text: str) -> None:
    document = tg.parse("\ufeff" + text)
    assert document.cable == tg.parse(text).cable
    assert "TG613" in [found.code for found in document.diagnostics]


@unhurried
@given(conformant_cables(), st.sampled_from(["  ", "\xa0", " \xa0"]))
def test_any_blanks_part_words(cable: tg.Cable, blanks: str) -> None:
    body = tuple(item for item in cable.body if not isinstance(item, tg.Table))  # its columns are told by their blanks
    text = tg.render(attrs.evolve(cable, body=body, section_starts=()))
    assert tg.parse(text.replace(" ", blanks)).cable == tg.parse(text).cable


@unhurried
@given(conformant_cables(), st.integers(40, 69), st.integers(40, 69))
def test_prose_means_the_same_however_it_is_wrapped(cable: tg.Cable, one: int, other: int) -> None:
    assert tg.parse(tg.render(cable, width=one)).cable == tg.parse(tg.render(cable, width=other)).cable


@unhurried
@given(conformant_texts())
def test_all_laws_hold_of_a_conformant_text(text: str) -> None:
    assert_laws(text)


@pytest.mark.parametrize(
    ("broken", "law"),
    [
        (lambda document: attrs.evolve(document.cable, subject="other"), "law 9"),
        (lambda document: attrs.evolve(document.cable, body=()), "law 9"),
    ],
)
def test_a_broken_law_is_named(broken: object, law: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parse, calls = tg.parse, iter([False, True, False, False, False, False])

    def unsteady(text: str) -> tg.Document:
        document = parse(text)
        if next(calls, False):
            document.cable = broken(document)  # type: ignore[operator]  # a lambda of the table above
        return document

    monkeypatch.setattr(tg, "parse", unsteady)
    with pytest.raises(AssertionError, match=law):
        assert_laws("SUBJECT: VISIT\n\n1. (C) They came.\n")
