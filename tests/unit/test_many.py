"""Many texts: rows in order with the caller's ids, the same in one process as in several, and none stops the rest."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from typing import Any

import pytest

import telegram_grammar as tg
from telegram_grammar.many import ManyRow, parse_many
from telegram_grammar.rows import ROW_COLUMNS, cable_row

TEXT = """\
R 021200Z FEB 09
FM AMEMBASSY XANADU
TO SECSTATE WASHDC
BT
UNCLAS XANADU 000042

E.O. 12958: N/A
TAGS: PREL
SUBJECT: A DOME

1. (U) The dome stands.

KUBLA
BT
NNNN
"""
#: A line after FM that belongs to no field.
DAMAGED = TEXT.replace("FM AMEMBASSY XANADU\n", "FM AMEMBASSY XANADU\n)))) ((((\n")


def cable_number(number: int) -> str:
    return TEXT.replace("000042", f"{number:06}")


@pytest.mark.parametrize("jobs", [1, 2])
def test_texts_come_back_in_order_with_their_numbers(jobs: int) -> None:
    rows = list(parse_many((cable_number(number) for number in range(1, 100)), jobs=jobs))
    assert [row.id for row in rows] == list(range(99))
    assert [row.row["number"] for row in rows] == [f"{number:06}" for number in range(1, 100)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_texts_come_back_with_the_ids_they_came_with(jobs: int) -> None:
    class Unpicklable:
        """An id that stays in this process."""

        lock = threading.Lock()

    ids = ["a", 7, ("b", 8), Unpicklable()]
    rows = list(parse_many([(name, TEXT) for name in ids], jobs=jobs))
    assert [row.id for row in rows] == ids


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_row_is_what_parse_gives(jobs: int) -> None:
    for text, row in zip([TEXT, DAMAGED, ""], parse_many([TEXT, DAMAGED, ""], jobs=jobs), strict=True):
        document = tg.parse(text)
        assert row == ManyRow(row.id, document.cable.row(), document.diagnostics)
        assert row.error is None


def test_the_damaged_text_has_a_diagnostic() -> None:
    """A guard for the tests that compare diagnostics."""
    assert tg.parse(DAMAGED).diagnostics


def test_several_processes_give_what_one_gives() -> None:
    texts = [cable_number(number) + "X" * (number % 5) for number in range(40)]
    assert list(parse_many(texts, jobs=2)) == list(parse_many(texts, jobs=1))


def test_real_cables_give_the_same_in_several_processes(corpus_texts: dict[str, str]) -> None:
    assert list(parse_many(corpus_texts.items(), jobs=2)) == list(parse_many(corpus_texts.items()))


@pytest.mark.parametrize("jobs", [1, 2])
def test_bytes_are_read_with_the_encoding_policy(jobs: int) -> None:
    [row] = parse_many([TEXT.replace("A DOME", "A D\N{LATIN SMALL LETTER O WITH DIAERESIS}ME").encode("cp1252")], jobs)
    assert row.row["subject"] == "A DöME"
    assert row.error is None


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_is_no_text_has_an_error_and_stops_nothing(jobs: int) -> None:
    items: list[Any] = [TEXT, ("wrong", 5), TEXT]
    first, wrong, last = parse_many(items, jobs=jobs)
    assert first.row == last.row
    assert (wrong.id, wrong.error) == ("wrong", "TypeError: a text is str or bytes, not int")
    assert (first.error, last.error) == (None, None)


def test_a_row_with_an_error_has_the_columns_of_an_empty_cable() -> None:
    items: list[Any] = [None]
    [wrong] = parse_many(items)
    assert wrong.row == cable_row(tg.Cable())
    assert tuple(wrong.row) == ROW_COLUMNS


def test_an_unexpected_exception_is_an_error_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(text: str) -> tg.Document:
        if "000002" in text:
            raise RecursionError("too deep")
        return tg.parse(text)

    monkeypatch.setattr("telegram_grammar.many.parse", failing)
    rows = list(parse_many(map(cable_number, range(5))))
    assert [row.error for row in rows] == [None, None, "RecursionError: too deep", None, None]


@pytest.mark.parametrize("jobs", [1, 2])
def test_texts_may_be_endless(jobs: int) -> None:
    rows = parse_many(map(cable_number, itertools.count()), jobs=jobs)
    assert isinstance(rows, Iterator)
    assert [row.id for row in itertools.islice(rows, 50)] == list(range(50))


def test_jobs_none_is_as_many_as_there_are_processors() -> None:
    assert [row.id for row in parse_many([TEXT, TEXT], jobs=None)] == [0, 1]


def test_no_texts_give_no_rows() -> None:
    assert list(parse_many([])) == []


@pytest.mark.parametrize("text", [TEXT, b"", bytearray()])
def test_one_text_is_not_many(text: str | bytes) -> None:
    with pytest.raises(TypeError, match="many texts"):
        parse_many(text)  # type: ignore[arg-type]  # bytes are an iterable of numbers


def test_wrong_jobs_are_refused_at_once() -> None:
    with pytest.raises(ValueError, match="jobs is 0"):
        parse_many([TEXT], jobs=0)


def test_what_the_texts_raise_comes_through() -> None:
    def texts() -> Iterator[str]:
        yield TEXT
        raise OSError("the disk is gone")

    rows = parse_many(texts())
    assert next(rows).error is None
    with pytest.raises(OSError, match="the disk is gone"):
        next(rows)
