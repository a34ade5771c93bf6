"""Words taken out of a text, and ends cut off, are found as spans of their own."""

from __future__ import annotations

import pytest

import telegram_grammar as tg


def redacted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in tg.parse(text).redactions]


@pytest.mark.parametrize(
    "mark", ["XXXXXXXXXXXX", "XXXXXXXX", "X" * 24, "xxxxx", "xxxxxxxxxxxx", "[NAME REMOVED]", "[Details removed]"]
)
def test_redaction_is_found_in_each_form(mark: str) -> None:
    assert redacted(f"1. (C) The keeper, {mark}, agrees.\n") == [mark]


def test_redaction_glued_to_a_word_is_found_without_it() -> None:
    assert redacted("1. (C) XXXXXXXXXXXX(strictly protect) and XXXXXXXXXXXX10.\n") == ["XXXXXXXXXXXX", "XXXXXXXXXXXX"]


def test_redactions_stand_in_order_in_every_field() -> None:
    text = "REF: XXXXXXXXXXXX\n\nClassified By: [NAME REMOVED]\n\n1. (C) xxxxx.\nXXXXXXXXXXXX\n"
    assert redacted(text) == ["XXXXXXXXXXXX", "[NAME REMOVED]", "xxxxx", "XXXXXXXXXXXX"]


@pytest.mark.parametrize("word", ["XXXX", "XXX", "xxx", "EXXON", "[NAME]", "REMOVED"])
def test_shorter_runs_and_other_words_are_no_redactions(word: str) -> None:
    assert redacted(f"1. (C) The keeper, {word}, agrees.\n") == []


def test_cut_off_end_is_found_at_the_very_end() -> None:
    text = "1. (C) He said that...\n\n"
    span = tg.parse(text).cut_off
    assert span is not None
    assert (span.start, text[span.start : span.end]) == (text.index("..."), "...")


@pytest.mark.parametrize("text", ["1. (C) He said.\n", "1. (C) He ... said.\n", "1. (C) He said..\n", "", "..", "\n"])
def test_text_that_ends_well_is_not_cut_off(text: str) -> None:
    assert tg.parse(text).cut_off is None


def test_text_of_three_full_stops_is_cut_off() -> None:
    assert tg.parse("...").cut_off == tg.Span(0, 3)
