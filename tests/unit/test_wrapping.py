"""Wrapping: lines break where the width allows, and at permitted blanks alone."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from telegram_grammar.line_patterns import any_body_patterns, first_claim
from telegram_grammar.wrapping import greedy, rewrap, wrap

#: Words that claim something at a line start, alone or with others, and words that do not.
WORDS = ["the", "Embassy", "of", "2005.", "--", "a", "B.", "(C)", "BT", "NNNN", "END", "SUMMARY", "o", "-----", "Mayor"]
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
leads = st.sampled_from(["", "2. ", "2. (C) ", "-- "])


def begins_plainly(line: str, following: str, last: bool) -> bool:
    return following[0].isalpha() and following[0].islower()


@given(sentences, leads, st.integers(5, 40))
def test_a_line_is_as_long_as_the_width_allows(text: str, lead: str, width: int) -> None:
    lines = greedy(text, lead, width)
    assert " ".join(lines) == lead + text
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split(" ")[0]) > width
    assert all(len(line) <= width or " " not in line.removeprefix(lead) for line in lines)


@given(sentences, leads, st.integers(5, 40))
def test_breaking_anew_from_the_first_refused_break_is_breaking_at_permitted_blanks(
    text: str, lead: str, width: int
) -> None:
    lines = greedy(text, lead, width)
    kept = next((place for place in range(1, len(lines)) if not begins_plainly("", lines[place], False)), len(lines))
    whole = wrap(text, lead, width, begins_plainly)
    assert whole == (lines if kept == len(lines) else rewrap(lines, kept, lead, width, begins_plainly))
    assert all(begins_plainly("", line, False) for line in whole[1:])


@given(st.lists(sentences, min_size=1, max_size=8))
def test_the_first_claim_is_where_the_scanner_ends_a_run_of_prose(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = any_body_patterns().run.match(text)
    assert found is not None
    assert first_claim(text) == found.end("RUN")
