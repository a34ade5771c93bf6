"""The entry points of fuzzing: one law over one strategy each."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import telegram_grammar as tg
from telegram_grammar.testing import Damage, assert_laws, cable_texts, cables, conformant_cables, damaged

# HypoFuzz takes no test that allows nested ones
settings.register_profile(
    "fuzz",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fuzz"))

_PIECES = [
    "1. (C) ", "11. ", "(S) ", "-- ", "A. ", "TO ", "INFO ", "DE ", "SUBJECT: ", "REF: ", "TAGS: ", "E.O. 12958: ",
    "SIPDIS", "Classified By: ", "S E C R E T", "SECTION 01 OF 02 ", "OSLO 00001234  002 OF 002", "BT", "NNNN", "¶",
    "----", "\n",
    "\n\n", " ", "word ", "the ", "PARIS ", "http://a.b/", "R 010001Z JAN 01", "FM ", "RUEHC/", "\t", "\xa0", "\r",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=60).map("".join))
def test_laws_of_pieces(text: str) -> None:
    assert_laws(text)


@given(cable_texts(noise=True))
def test_laws_of_texts(text: str) -> None:
    assert_laws(text)


@given(cable_texts())
def test_well_formed_texts(text: str) -> None:
    assert tg.parse(text).diagnostics == ()


@given(cables())
def test_canonical_text(cable: tg.Cable) -> None:
    assert tg.parse(tg.render(cable)).cable == cable


@given(conformant_cables())
def test_conformance(cable: tg.Cable) -> None:
    found = tg.check(tg.render(cable))
    assert [one for one in found if one.severity is not tg.Severity.INFORMATION] == []


@given(damaged())
def test_damage(damage: Damage) -> None:
    assert_laws(damage.damaged)
    assert damage.found() or not damage.codes
