"""Line patterns: a run of plain lines ends where a line claims a kind, whatever spares the run a further look."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telegram_grammar import line_patterns
from telegram_grammar._lark import load_rules
from telegram_grammar.words import BLANKS, joined

#: How lines begin that claim a kind of the body, or nearly do.
BEGINNINGS: Final = [
    "1. ", "2. (C) ", "¶3. (C) ", "q4. (S) ", "11. ", "(C) ", "(a) ", "-- ", "- ", "* ", "o ", "• ", "a. ", "B) ",
    "9) ",
    "---", "===", "- - -", "#1234", "¶", "SECRET", "S E C R E T", "CONFIDENTIAL", "UNCLAS", "NOFORN", "SIPDIS",
    "SENSITIVE",
    "C O N F I D E N T I A L SECTION 01 OF 02 ", "SECRET SECTION 1 OF 2", "UNCLAS SECTION 01 OF 02 X", "PAGE 02 RUEHAB",
    "VISIT A CLASSIFIED WEBSITE", "PLEASE VISIT A CLASSIFIED WEB SITE", "HTTP://x", "https://x", "MINIMIZE CONSIDERED",
    "END OF CABLE TEXT", "END CABLE TEXT", "====CABLE ENDS====", "NNNN", "BT", "XXXXXXXX", "The ", "and ", "In ",
    '"We ', "PARIS 00001234  002 OF 003", "XXXXXXXXXX  002.3 of 004", "The aim ----", "AIM ----", "One Two -----",
    "NNNN Declassified/Released US Department of State",
]  # fmt: skip
_CHANGES: Final = [str, str.upper, str.lower, str.capitalize, str.swapcase]
#: Letters beyond ASCII that are a letter of a claim in another case.
_ODD_CASES: Final = {"s": "\u017f", "i": "\u0131", "I": "\u0130"}


@st.composite
def _in_any_case(draw: st.DrawFn, words: str) -> str:
    """Words, each letter in one case or the other, or as a letter that another script has for it."""
    return "".join(
        draw(st.sampled_from([letter, letter.swapcase(), _ODD_CASES.get(letter, letter)])) for letter in words
    )


_lines = st.builds(
    str.__add__,
    st.one_of(
        st.builds(lambda begin, change: change(begin), st.sampled_from(BEGINNINGS), st.sampled_from(_CHANGES)),
        st.sampled_from(BEGINNINGS).flatmap(_in_any_case),
    ),
    st.sampled_from(["", " ", "word", " word", ".", "(C) word"]),
)


def run_end(text: str, *, spared: bool) -> int:
    """Where a run of lines from the top ends; `spared`: how a line begins may spare it further looks."""
    run = line_patterns._body_run() if spared else line_patterns._run("rare_body_line", "body_line")
    found = re.compile(run).match(text)
    assert found is not None
    return found.end()


@given(st.lists(_lines, min_size=1, max_size=3))
@example(["Sensitive"])
@example(["S E C R E T"])
@example(["Http://x"])
@example(["eND CABLE TEXT"])
@example(["S\u0131pdis"])
@example(["senS\u0131tive"])
def test_what_spares_a_look_hides_no_claim(lines: list[str]) -> None:
    text = "\n".join(["Prose.", *lines, "prose"])
    assert run_end(text, spared=True) == run_end(text, spared=False)


@pytest.mark.parametrize("marking", ["(C)", "(SBU/NF)"])
def test_dashes_of_an_inline_ruler_behind_a_marking_make_a_heading_of_it_and_fewer_do_not(marking: str) -> None:
    ruled = re.compile(load_rules("lines").terminals["RULED_HEADING"])
    ruler = line_patterns.literal("inline_ruler")
    assert ruled.fullmatch(f"{marking} {ruler}")
    assert not ruled.fullmatch(f"{marking} {ruler[1:]}")


def test_the_first_number_with_a_digit_for_its_pilcrow_is_a_number_also_behind_a_dash() -> None:
    number = re.compile(load_rules("lines").terminals["NUMBER"])
    first, dash = line_patterns.literal("first_with_digit"), line_patterns.literal("dash_before_number")
    assert number.fullmatch(f"{first} ")
    assert number.fullmatch(f"{dash}{first} ")


@pytest.mark.parametrize("rule", ["needed_inner_executive_order", "first_claim"])
def test_only_a_rule_that_is_one_string_has_literal_words(rule: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        line_patterns.literal(rule)


@pytest.mark.parametrize(
    ("rule", "grammar", "terminal"),
    [
        ("needed_message", "heading", "START_OF_MESSAGE"),
        ("needed_message_end", "lines", "END_OF_MESSAGE"),
        ("needed_inner_tags", "text_head", "INNER_TAGS"),
    ],
)
@given(st.data())
def test_what_a_search_is_spared_for_holds_one_of_the_needed_words(
    rule: str, grammar: str, terminal: str, data: st.DataObject
) -> None:
    pattern = re.compile(load_rules(grammar).terminals[terminal])
    words = data.draw(st.from_regex(pattern, fullmatch=True))
    assert any(needed in words for needed in line_patterns.literals(rule)), words


@pytest.mark.parametrize("kind", line_patterns._kinds("ended_rare_line"))
@given(st.data())
def test_what_is_told_by_its_end_ends_so_a_page_mark_on_two_lines_on_each(kind: str, data: st.DataObject) -> None:
    terminals = load_rules("lines").terminals
    drawn = re.sub(r"^\(\?=[^()]*\)", "", terminals[kind])  # no line can be drawn that a look tells
    line = data.draw(st.from_regex(re.compile(drawn), fullmatch=True).filter(re.compile(terminals[kind]).fullmatch))
    blanks = data.draw(st.text(BLANKS.replace("\n", ""), max_size=2))
    first = f"{line}{blanks}\n".split("\n")[0]
    assert re.compile(rf"[^\n]*(?<={terminals['RARE_END']})").fullmatch(first), first


@pytest.mark.parametrize("kind", ["CLASS", "CAPTION", "CLASSIFIED_BY"])
@given(st.data())
def test_a_kind_with_a_start_of_its_own_claims_no_line_that_begins_otherwise(kind: str, data: st.DataObject) -> None:
    terminals = load_rules("lines").terminals
    line = data.draw(st.from_regex(re.compile(terminals[kind]), fullmatch=True))
    assert re.compile(terminals[f"{kind}_START"]).match(line), line


#: All but the page mark, which looks ahead for its number, so that no line can be drawn from its pattern.
_HEAD_KINDS: Final = [kind for kind in line_patterns._kinds("text_head_line") if kind != "PAGE_MARK"]


@pytest.mark.parametrize("kind", _HEAD_KINDS)
@given(st.data())
def test_behind_the_number_of_a_paragraph_no_field_begins_but_classified_by(kind: str, data: st.DataObject) -> None:
    claimed = data.draw(st.from_regex(re.compile(load_rules("lines").terminals[kind]), fullmatch=True))
    words = joined(claimed.removeprefix("1."))
    for lead in ("1. ", "1. (C) "):
        found = line_patterns.patterns().text_head.match(f"{lead}{words}\n")
        if words and found is not None and found.lastgroup != "CAPTION":
            assert line_patterns.line_matcher("classified_by_start").match(words), words


@given(st.one_of(_lines, st.text("(C)SBU/.,- \t\xa0\f¶q*o•1928aBx\n", max_size=8)))
@example("q(1. (C) x")
@example("o\tx")
@example("x) y")
def test_a_lead_begins_as_leads_do(line: str) -> None:
    unguarded = re.compile("|".join(line_patterns._leading(line_patterns._kinds("lead"))))
    expected, found = unguarded.match(line), line_patterns.patterns().lead.match(line)
    assert (found and (found.lastgroup, found.span())) == (expected and (expected.lastgroup, expected.span()))
