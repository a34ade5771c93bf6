"""Wrapping: lines break where the width allows, and at permitted blanks alone; what they say is read back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_grammar as tg
from telegram_grammar.line_patterns import body_patterns, first_claim
from telegram_grammar.model import Paragraph
from telegram_grammar.rendering import body, laid_out, lay_out, text_head
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


@given(st.lists(sentences, min_size=1, max_size=12), st.sampled_from([20, 65]))
def test_items_are_laid_out_together_as_each_would_be(texts: list[str], width: int) -> None:
    items = tuple(Paragraph(text, number, tg.PortionMarking("C")) for number, text in enumerate(texts, 1))
    apart = [body.item_lines(item, place, width) for place, item in enumerate(items)]
    together = laid_out(tg.Cable(body=items), width)
    assert [together.lines[block.first : block.end] for block in together.blocks][:-1] == apart[:-1]


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
    found = body_patterns().run.match(text)
    assert found is not None
    assert first_claim(text) == found.end("RUN")


def test_words_fill_each_line() -> None:
    text = "one two three four five six"
    assert greedy(text, "1. ", 10) == wrap(text, "1. ", 10, lambda line, following, last: True)
    assert greedy(text, "1. ", 10) == ["1. one two", "three four", "five six"]


def test_break_that_is_not_permitted_moves_to_the_one_before() -> None:
    lines = wrap("one two three four", "", 9, lambda line, following, last: not following.startswith("three"))
    assert lines == ["one", "two three", "four"]


def test_without_a_permitted_break_before_the_end_the_line_goes_on_to_the_next_one() -> None:
    assert wrap("one two three four", "", 7, lambda line, following, last: following == "four") == [
        "one two three",
        "four",
    ]
    assert wrap("one two three four", "", 7, lambda line, following, last: False) == ["one two three four"]


def anywhere(line: str, following: str, last: bool) -> bool:
    return True


def nowhere(line: str, following: str, last: bool) -> bool:
    return False


def test_a_line_is_as_full_as_the_width_allows() -> None:
    # a word that ends in the last column stays, one that ends a column further goes down
    assert greedy("aaaa bbbb cccc", "", 9) == ["aaaa bbbb", "cccc"]
    assert wrap("aaaa bbbb cccc", "", 9, anywhere) == ["aaaa bbbb", "cccc"]
    assert greedy("aaaa bbbb cccc", "", 8) == ["aaaa", "bbbb", "cccc"]
    assert wrap("aaaa bbbb cccc", "", 8, anywhere) == ["aaaa", "bbbb", "cccc"]


def test_what_fits_is_one_line() -> None:
    assert greedy("aaaa bbbb", "", 9) == ["aaaa bbbb"]
    assert wrap("aaaa bbbb", "", 9, nowhere) == ["aaaa bbbb"]
    assert greedy("", "1. ", 9) == ["1. "]
    assert wrap("", "1. ", 9, anywhere) == ["1. "]


def test_the_first_word_stays_with_what_leads_the_line() -> None:
    # the lead counts, and no break is made in it
    assert greedy("aaaa bbbb", "1. ", 9) == ["1. aaaa", "bbbb"]
    assert wrap("aaaa bbbb", "1. ", 9, anywhere) == ["1. aaaa", "bbbb"]
    assert greedy("aaaaaaaa bbbb", "1. ", 9) == ["1. aaaaaaaa", "bbbb"]
    assert wrap("aaaaaaaa bbbb", "1. ", 9, anywhere) == ["1. aaaaaaaa", "bbbb"]
    # it leads the first line alone
    assert wrap("aaaa bbbb cccc dddd", "1. ", 9, anywhere) == ["1. aaaa", "bbbb cccc", "dddd"]


def test_a_word_longer_than_the_width_has_a_line_of_its_own() -> None:
    assert greedy("aa bbbbbbbbbb cc", "", 5) == ["aa", "bbbbbbbbbb", "cc"]
    assert wrap("aa bbbbbbbbbb cc", "", 5, anywhere) == ["aa", "bbbbbbbbbb", "cc"]
    assert greedy("bbbbbbbbbb", "", 5) == ["bbbbbbbbbb"]


def test_a_break_is_asked_for_with_the_lines_on_its_sides() -> None:
    asked: list[tuple[str, str, bool]] = []

    def permits(line: str, following: str, last: bool) -> bool:
        asked.append((line, following, last))
        return True

    assert wrap("aa bb cc dd ee", "1 ", 5, permits) == ["1 aa", "bb cc", "dd ee"]
    assert asked == [("1 aa", "bb cc", False), ("bb cc", "dd ee", True)]


def test_a_line_that_ends_early_is_asked_for_again_behind_the_one_before() -> None:
    # the break behind `aa bb` was permitted for `cc dd`; cut to `cc` that line would not do, so it goes on instead
    def permits(line: str, following: str, last: bool) -> bool:
        return following not in ("cc", "ee ff")

    assert wrap("aa bb cc dd ee ff", "", 5, permits) == ["aa bb", "cc dd ee", "ff"]


def test_a_line_that_ends_early_is_no_end_of_what_the_line_above_begins() -> None:
    mark = "OSLO 00001234 002 OF 003"
    text = f"The the minister minister minister {mark} {mark} the http://www.example.gov/{'a' * 55}.html the the."
    head = "UNCLAS OSLO 000001\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: X\n\n"
    cable = attrs.evolve(tg.parse(f"{head}1. X\n").cable, body=(Paragraph(text, 1),))
    assert "002 OF\n003 the http:" in tg.render(cable)  # 003 alone would end a page mark


def test_of_a_long_line_only_the_end_is_looked_at() -> None:
    asked: list[str] = []

    def permits(line: str, following: str, last: bool) -> bool:
        asked.append(line)
        return False

    words = [f"w{place}" for place in range(12)]
    assert wrap(" ".join(words), "", 5, permits) == [" ".join(words)]
    assert asked[0].startswith("w0")
    # up to as many words as the width has columns it is the line itself, then its last word, set far to the right
    assert "w0 w1 w2 w3 w4" in asked
    assert "        w5" in asked
    assert "        w4" not in asked
    assert asked[-1] == "       w10"  # behind which the last word would stand
    assert all(len(line) <= 20 for line in asked)


# ---- counter-examples --------------------------------------------------------------------------------------

FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
#: No line is longer where it can be broken (ACP 127 section 138).
LIMIT: Final = 69
#: Fixtures, each with how the lines begin that careless wrapping of its canonical text would make.
COUNTERS: Final = {
    "conformant/counter-wrap-place-name-at-end": ["PORT ELIZABETH."],
    "conformant/counter-wrap-year-and-number": ["1989. The bill", "3. The bill"],
    "conformant/counter-wrap-dashes": ["-- theirs"],
    "conformant/counter-wrap-address": ["TO PARIS; IT", "TO RUEHFR/AMEMBASSY PARIS", "TO PARIS for"],
    "conformant/counter-wrap-reference-letter": ["B. STATE 1 (NOTAL)", "B. STATE 1 and"],
    "conformant/counter-wrap-marked-number": ["2. (S) IS ALL", "2. (S) stands"],
    "conformant/counter-wrap-quoted-cable": ["1. (C) The dredger"],
    "malformed/counter-wrap-long-word": ["http://example.org", "BUCKET/LAMP/ROPE"],
}
#: Lines among them that nothing takes for more than text where they stand: a year is no number of a paragraph, a place
#: no address, a web address under open words no footer; a break before what could be one is not permitted all the same.
HARMLESS: Final = {"1989. The bill", "TO PARIS; IT", "TO PARIS for", "BUCKET/LAMP/ROPE", "http://example.org"}
EACH: Final = pytest.mark.parametrize("name", COUNTERS)
TEXT: Final = "UNCLAS OSLO 000012\n\nSUBJECT: THE FERRY\n\n1. (U) It is missed.\n"


def cable_of(name: str) -> tg.Cable:
    return tg.parse_bytes((FIXTURES / f"{name}.txt").read_bytes()).cable


def begins_line(text: str, words: str) -> bool:
    return f"\n{words}" in text


@EACH
def test_wrapped_text_reads_as_the_same_cable(name: str) -> None:
    cable = cable_of(name)
    text = tg.render(cable)
    assert tg.parse(text).cable == cable
    assert not [words for words in COUNTERS[name] if begins_line(text, words) and words not in HARMLESS]


@EACH
def test_line_that_is_longer_than_the_limit_has_no_place_to_be_broken_at(name: str) -> None:
    cable = cable_of(name)
    lines = tg.render(cable).split("\n")
    for place, line in enumerate(lines):
        for blank in [at for at, sign in enumerate(line) if sign == " " and len(line) > LIMIT]:
            broken = [*lines[:place], line[:blank], line[blank + 1 :], *lines[place + 1 :]]
            harmless = line.startswith(tuple(HARMLESS), blank + 1)
            assert (tg.parse("\n".join(broken)).cable == cable) == harmless


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, all_ in COUNTERS.items() for words in all_])
def test_careless_wrapping_would_break_there(name: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the fixture is no counter-example any more."""
    cable = cable_of(name)
    with monkeypatch.context() as careless:
        careless.setattr(body, "count_plain", len)
        careless.setattr(body, "are_plain", lambda lines: True)
        careless.setattr(body, "_may_sign", lambda line: False)
        careless.setattr(text_head, "_is_text", lambda line, following, last=False: True)
        text = lay_out(cable)
    assert begins_line(text, words)
    assert (tg.parse(text).cable == cable) == HARMLESS.issuperset(COUNTERS[name])


def test_no_line_begins_another_message() -> None:
    words = "THE HARBOR OFFICE REPEATS IN FULL WHAT IT SENT ON TUESDAY VZCZCXRO1234"
    assert greedy(words, "SUBJECT: ", 69)[1:] == greedy(words, "1. (U) ", 65)[1:] == ["VZCZCXRO1234"]
    cable = tg.parse(TEXT).cable
    paragraph = Paragraph(words, 1, tg.PortionMarking("U"))
    for changed in (attrs.evolve(cable, subject=words), attrs.evolve(cable, body=(paragraph,))):
        text = tg.render(changed)
        assert not begins_line(text, "VZCZC")
        assert tg.parse(text).cable == changed
