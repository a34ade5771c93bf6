"""Matchers: the pattern that is derived from a rule takes what the rule says; irregular rules are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lark.load_grammar import Grammar, load_grammar

from telegram_grammar import _lark, matchers
from telegram_grammar.matchers import derive, matcher


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of grammars of the test's own."""
    monkeypatch.setattr(_lark, "GRAMMARS", tmp_path)
    _lark.load_rules.cache_clear()
    yield tmp_path
    _lark.load_rules.cache_clear()


def compiled(folder: Path, text: str, rule: str = "start") -> re.Pattern[str]:
    (folder / "own.lark").write_text(text, "utf-8")
    _lark.load_rules.cache_clear()
    return re.compile(derive(_lark.load_rules("own"), rule))


def groups(pattern: re.Pattern[str], text: str) -> dict[str, str | None] | None:
    found = pattern.fullmatch(text)
    return found.groupdict() if found else None


def test_each_terminal_and_rule_is_a_group_of_its_name(rules: Path) -> None:
    grammar = 'start: "DE " STATION " " serial\nserial: "#" NUMBER\nSTATION: /R[A-Z]+/\nNUMBER: /[0-9]+/\n'
    pattern = compiled(rules, grammar)
    assert groups(pattern, "DE RUEHFR #2652") == {"STATION": "RUEHFR", "serial": "#2652", "NUMBER": "2652"}
    assert groups(pattern, "DE RUEHFR 2652") is None


def test_name_that_begins_with_an_underscore_is_no_group(rules: Path) -> None:
    pattern = compiled(rules, "start: _SIGN WORD _rest\n_rest: _SIGN\n_SIGN: /!/\nWORD: /[a-z]+/\n")
    assert groups(pattern, "!word!") == {"WORD": "word"}


def test_second_group_of_a_name_is_numbered(rules: Path) -> None:
    pattern = compiled(rules, 'start: WORD " " WORD [" " WORD]\nWORD: /[a-z]+/\n')
    assert groups(pattern, "one two three") == {"WORD": "one", "WORD_2": "two", "WORD_3": "three"}
    assert groups(pattern, "one two") == {"WORD": "one", "WORD_2": "two", "WORD_3": None}


@pytest.mark.parametrize("operator", ["*", "+", "~2", "~1..3"])
def test_items_of_a_repetition_are_no_groups(rules: Path, operator: str) -> None:
    pattern = compiled(rules, f'start: list\nlist: (WORD " "){operator}\nWORD: /[a-z]+/\n')
    assert groups(pattern, "one two ") == {"list": "one two "}


@pytest.mark.parametrize(
    ("operator", "counts"),
    [("*", {0, 1, 2, 3, 4}), ("+", {1, 2, 3, 4}), ("?", {0, 1}), ("~2", {2}), ("~1..3", {1, 2, 3})],
)
def test_repetition_takes_as_many_as_the_rule_says(rules: Path, operator: str, counts: set[int]) -> None:
    pattern = compiled(rules, f"start: A{operator}\nA: /a/\n")
    assert {count for count in range(5) if pattern.fullmatch("a" * count)} == counts


def test_flat_left_recursion_is_a_list(rules: Path) -> None:
    grammar = 'start: name ["!"]\nname: WORD | name " " WORD | name "-" NUMBER\nWORD: /[a-z]+/\nNUMBER: /[0-9]+/\n'
    pattern = compiled(rules, grammar)
    assert groups(pattern, "one two-3 four!") == {"name": "one two-3 four"}
    assert groups(pattern, "-3") is None
    assert groups(pattern, "one ") is None


@pytest.mark.parametrize(
    "grammar",
    [
        'start: "(" [start] ")"\n',
        'start: a\na: "x" b "y" | "z"\nb: a\n',
        'start: WORD " " start | WORD\nWORD: /[a-z]+/\n',
    ],
    ids=["nested", "by another rule", "right recursion"],
)
def test_rule_that_is_not_regular_by_these_means_is_refused(rules: Path, grammar: str) -> None:
    with pytest.raises(ValueError, match="recursive in a way that no pattern can follow"):
        compiled(rules, grammar)


def test_expression_without_a_name_is_refused(rules: Path) -> None:
    with pytest.raises(ValueError, match="give the expression /x/ a name"):
        compiled(rules, "start: /x/\n")


def test_literals_are_taken_literally(rules: Path) -> None:
    pattern = compiled(rules, 'start: "E.O. (*)" | "tags"i\n')
    assert pattern.fullmatch("E.O. (*)")
    assert not pattern.fullmatch("EXO. (*)")
    assert pattern.fullmatch("TAGS")
    assert pattern.fullmatch("Tags")


def test_terminal_once_taken_is_not_given_back(rules: Path) -> None:
    # as a lexer: WORD takes all letters, so that nothing is left for the last one
    pattern = compiled(rules, 'start: WORD "s"\nWORD: /[a-z]+/\n')
    assert pattern.fullmatch("words") is None


def test_alternatives_are_tried_in_order(rules: Path) -> None:
    pattern = compiled(rules, "start: A | B\nA: /a+/\nB: /[ab]+/\n")
    assert groups(pattern, "aa") == {"A": "aa", "B": None}
    assert groups(pattern, "ab") == {"A": None, "B": "ab"}


def test_alias_and_inner_alternatives_are_followed(rules: Path) -> None:
    pattern = compiled(rules, 'start: (A | B) "!" -> one | "?" C -> two\nA: /a/\nB: /b/\nC: /c/\n')
    assert groups(pattern, "b!") == {"A": None, "B": "b", "C": None}
    assert groups(pattern, "?c") == {"A": None, "B": None, "C": "c"}


def test_matcher_is_made_once() -> None:
    assert matcher("heading", "routing") is matcher("heading", "routing")
    assert matchers.pattern("heading", "routing") == matcher("heading", "routing").pattern


def test_matcher_reads_a_range_of_a_text() -> None:
    found = matcher("heading", "station").fullmatch("## DE RUEHFR #2652/01 1711029 ##", 3, 29)
    assert found is not None
    assert found.string[found.start() : found.end()] == "DE RUEHFR #2652/01 1711029"


@pytest.mark.parametrize("name", ["heading", "interpret", "lines", "text_head"])
def test_each_rule_of_a_field_grammar_has_a_matcher(name: str) -> None:
    rules = _lark.load_rules(name).rules
    assert rules
    for rule in rules:
        re.compile(derive(_lark.load_rules(name), rule))


def hidden_alternatives(pattern: str) -> list[tuple[str, str]]:
    """Words that end a pattern and that a shorter word before them hides, for a terminal does not try again."""
    from re import _constants as op
    from re import _parser as sre

    found: list[tuple[str, str]] = []

    def word(sequence: object) -> str | None:
        parts = list(sequence)  # type: ignore[call-overload]  # Python's own parser has no types
        return "".join(chr(value) for _, value in parts) if all(one is op.LITERAL for one, _ in parts) else None

    def look(sequence: object) -> None:
        parts = list(sequence)  # type: ignore[call-overload]  # as above
        if not parts:
            return
        operator, value = parts[-1]
        if operator is op.BRANCH:
            words = [word(branch) for branch in value[1]]
            for place, first in enumerate(words):
                behind = words[place + 1 :]
                found.extend((first, later) for later in behind if first and later and later.startswith(first))
            for branch in value[1]:
                look(branch)
        elif operator is op.SUBPATTERN:
            look(value[3])
        elif operator is op.ATOMIC_GROUP:
            look(value)

    look(sre.parse(pattern))
    return found


def test_the_guard_sees_hidden_alternatives() -> None:
    assert hidden_alternatives("x(?i:A|AN|IN|INTO)") == [("A", "AN"), ("IN", "INTO")]
    assert hidden_alternatives("x(?i:AN|A|INTO|IN)") == []
    assert hidden_alternatives("(?:A|AN)x") == []


@pytest.mark.parametrize("path", sorted(_lark.GRAMMARS.glob("*.lark")), ids=lambda path: path.stem)
def test_no_terminal_hides_its_own_alternatives(path: Path) -> None:
    terminals = _lark.load_rules(path.stem).terminals
    found = {name: hidden for name, pattern in terminals.items() if (hidden := hidden_alternatives(pattern))}
    assert not found


@pytest.mark.parametrize("path", sorted(_lark.GRAMMARS.glob("*.lark")), ids=lambda path: path.stem)
def test_terminals_are_those_that_lark_would_make(path: Path) -> None:
    grammar, _ = load_grammar(path.read_text("utf-8"), str(path), [], True)  # type: ignore[no-untyped-call]  # Lark does not annotate it
    defined, _, _ = Grammar([], grammar.term_defs, grammar.ignore).compile([], "*")
    assert dict(_lark.load_rules(path.stem).terminals) == {each.name: each.pattern.to_regexp() for each in defined}


def test_an_imported_terminal_is_that_of_its_file(rules: Path) -> None:
    (rules / "shared.lark").write_text('X: LETTER | "word"\nLETTER: /[a-z]/\n', "utf-8")
    pattern = compiled(rules, "%import .shared (X)\nstart: X NUMBER\nNUMBER: /[0-9]/\n")
    assert groups(pattern, "word7") == {"X": "word", "NUMBER": "7"}
    assert set(_lark.load_rules("own").terminals) == {"X", "NUMBER"}


def test_a_statement_that_means_nothing_to_a_field_is_refused(rules: Path) -> None:
    with pytest.raises(ValueError, match=r"own\.lark: a file of field rules may hold no 'ignore'"):
        compiled(rules, 'start: X\nX: "x"\n%ignore " "\n')
