"""`explain`: every code, by number or name."""

from __future__ import annotations

import pytest

from command import Command, on_terminals
from telegram_grammar import explanations
from telegram_grammar.codes import CODES


@pytest.mark.parametrize("code", CODES)
def test_says_all_that_the_table_holds(run: Command, code: str) -> None:
    row = CODES[code]
    done = run("explain", code)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == f"{code} {row.name}: {row.severity.value}"
    words = " ".join(done.out.split())
    for part in (explanations.message(row), row.rationale, row.authority, *row.profiles):
        assert " ".join(part.split()) in words
    for example in (row.bad, row.good):
        assert [line for line in example.rstrip("\n").split("\n") if f"    {line}".rstrip() not in lines] == []


def test_takes_a_name_and_any_case(run: Command) -> None:
    assert run("explain", "unread-line") == run("explain", "tg005") == run("explain", "TG005")


def test_a_name_that_two_codes_share_shows_both(run: Command) -> None:
    names = [row.name for row in CODES.values()]
    shared = {name for name in names if names.count(name) > 1}
    for name in shared:
        out = run("explain", name).out
        assert all(f"{row.code} {name}: " in out for row in CODES.values() if row.name == name)


@pytest.mark.parametrize(("word", "near"), [("TG0055", "TG005"), ("unread-lines", "unread-line"), ("xyz", None)])
def test_unknown_code_is_wrong_usage_with_what_is_near(run: Command, word: str, near: str | None) -> None:
    done = run("explain", word)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"telegram-grammar: there is no code '{word}'")
    assert (near is None) == ("did you mean" not in done.err)
    assert near is None or near in done.err


@pytest.mark.parametrize("arguments", [[], ["TG005", "--all"]])
def test_wants_a_code_or_all(run: Command, arguments: list[str]) -> None:
    assert run("explain", *arguments).code == 2


def test_all_lists_every_code_on_a_line(run: Command) -> None:
    lines = run("explain", "--all").out.splitlines()
    assert [line.split()[:3] for line in lines] == [[row.code, row.severity.value, row.name] for row in CODES.values()]


def test_a_terminal_gets_colors() -> None:
    out, _ = on_terminals(["explain", "TG005"], out=True, err=False)
    assert b"\x1b[1;31merror" in out
