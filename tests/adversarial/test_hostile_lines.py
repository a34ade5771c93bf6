"""Time is linear in the length of the text, whatever the lines are: long lines and long runs of every kind.

What a text of 100 KB costs is compared with what a quarter of it costs: four times as much if time is linear, sixteen
if it is quadratic. Short times say nothing and pass.
"""

from __future__ import annotations

import gc
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

import pytest

import telegram_grammar as tg
from hostile_telegram import BODY, CLASS, HEADING
from strategies import FIXTURES
from telegram_grammar.doubts import is_parted_like_other_lines

SIZE: Final = 100_000
#: Below so many seconds a time says nothing.
_FLOOR: Final = 0.25
#: Four times the text may cost so many times as much: noise and the garbage collector's share included.
_RATIO: Final = 8
#: No text of this size costs so many seconds: the parser hangs.
_HARD_STOP: Final = 20

#: With what hostile lines begin, by the part of the telegram that they follow.
BEGINNINGS: Final = {
    "": [
        "",
        "VZCZCXRO0001",
        "OO ",
        "OO RUEHAB ",
        "RUEHAB ",
        "DE RUEHAB #",
        "DE RUEHAB #0001/01 0011200",
        "ZNY CCCCC ",
        "O 201029Z JUN 07 ",
        "201029Z JUN 07",
        "FM ",
        "TO ",
        "INFO RUEHC/A ",
        "XMT ",
        "RUEHC/",
        "ZEN/",
        "STATE GRNC",
        "BT",
        "C O N F I D E N T I A L ",
        "UNCLAS SECTION 01 OF 02 ",
        "PAGE 02 RUEHAB",
        "This record is a partial extract ",
        "Monday, 05 March 2007",
        "ACTION EUR-12 ",
        "     ",
        "Document Number: ",
        "> ",
        "E.O. 12958: ",
        "TAGS: ",
        "SUBJECT: ",
    ],
    HEADING: ["", "RUEHC/", "AMEMBASSY ", "C O N F I D E N T I A L ", "S E C R E T SECTION 01 OF 02 ", "BT", "X "],
    CLASS: [
        "",
        "SIPDIS ",
        "STATE FOR ",
        "CORRECTED COPY ",
        "E.O. 12958: DECL: ",
        "EO 12065 RDS-3 ",
        "TAGS: ",
        "SUBJECT: ",
        "SUBJ: (C) ",
        "REF: ",
        "REF: A. ",
        "REF A. OSLO 123 ",
        "B. ",
        "¶B. ",
        "Classified By: ",
        "DERIVED FROM: ",
        "REASONS: ",
        "1.4 (b)",
        "TO RUEHC/",
        "<b>",
    ],
    BODY: [
        "",
        "1. ",
        "2. (C) ",
        "¶2. (C) ",
        "11. (C) ",
        "(C) ",
        "(C/REL ",
        "-- ",
        "- 2. ",
        "a. ",
        "(1) ",
        "2) ",
        "---",
        "SUMMARY ---",
        "Heading",
        "OSLO 00000141 ",
        "OSLO 00000141  002 OF 002 ",
        "VISIT ",
        "http://",
        "Minimize considered",
        "End Cable Text",
        "NNNN",
        "#1234",
        "XXXXXXXX",
        "ID: ",
        "CONFIDENTIAL",
        "SMITH ",
        "PORT      SHIPS     ",
        "<b>",
    ],
}
#: What then goes on and on.
FILLERS: Final = [
    " ",
    "\t",
    "\xa0",
    "¶",
    "1",
    "A ",
    "a ",
    "(",
    "(C) ",
    "/",
    "//",
    "--",
    "- ",
    "1. ",
    "2. (C) ",
    "a. ",
    "A. ",
    "REF: A. ",
    "RUEHC/ ",
    "RUEHC/A ",
    "RUEHC ",
    "X",
    "http://",
    '"',
    ".",
    ",",
    ";",
    ":",
    "<b>",
    "$x$",
    "&amp;",
    "A, ",
    "A/",
    "A-",
    "12-",
    "002 OF 003 ",
    "OSLO 00000141  002 OF 002 ",
    "1.4 (b) ",
    "CLASSIFIED BY: ",
    "[NAME ",
    "E.O. 12958: ",
    "\r",
]


class HangingError(Exception):
    """A text took longer than any text of its size may."""


@contextmanager
def hard_stop(seconds: int) -> Iterator[None]:
    """Raises HangingError after so many seconds, where the platform has alarms."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise HangingError(f"more than {seconds} s")

    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def cost(text: str) -> float:
    with hard_stop(_HARD_STOP):
        begin = time.process_time()
        tg.parse(text)
        return time.process_time() - begin


@pytest.fixture(autouse=True, scope="module")
def _grammars_are_built() -> None:
    tg.parse(BODY)


@pytest.fixture(autouse=True)
def _only_the_parser_is_timed() -> Iterator[None]:
    """The collector's full runs grow with what other tests left in memory."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def assert_linear(above: str, piece: str, size: int, begin: str = "") -> None:
    """Compares the text with a quarter of it; tries again before it says no, for a busy machine has colder caches."""
    whole = above + begin + piece * (size // len(piece))
    quarter = above + begin + piece * (size // 4 // len(piece))
    ratios = []
    for _ in range(3):
        dear = cost(whole)
        if dear < _FLOOR:
            return
        ratios.append(dear / cost(quarter))
        if ratios[-1] < _RATIO:
            return
    pytest.fail(f"{begin!r} and {piece!r} over and over: four times the text costs {min(ratios):.1f} times as much")


_CASES: Final = [(above, begin) for above, beginnings in BEGINNINGS.items() for begin in beginnings]
_PARTS: Final = {"": "top", HEADING: "heading", CLASS: "text head", BODY: "body"}
_EACH_BEGINNING: Final = pytest.mark.parametrize(
    ("above", "begin"), _CASES, ids=[f"{_PARTS[above]}-{begin or 'nothing'}" for above, begin in _CASES]
)


def _fillers(above: str, begin: str) -> list[str]:
    """A seventh of the fillers for each beginning, another one for the next; all of them in the thorough profile."""
    if os.environ.get("HYPOTHESIS_PROFILE") == "thorough":
        return FILLERS
    return FILLERS[_CASES.index((above, begin)) % 7 :: 7]


@_EACH_BEGINNING
def test_one_long_line_takes_linear_time(above: str, begin: str) -> None:
    for filler in _fillers(above, begin):
        assert_linear(above, filler, SIZE, begin)


@_EACH_BEGINNING
def test_many_short_lines_take_linear_time(above: str, begin: str) -> None:
    assert_linear(above, f"{begin}A b\n", SIZE)


@pytest.mark.parametrize("above", _PARTS, ids=_PARTS.values())
@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        " \n",
        "\r\n",
        "\xa0\n",
        "\f\n",
        "a\n",
        "A\n",
        "1\n",
        "¶\n",
        ".\n",
        "-\n",
        "1. 1. \n",
        "a\n\n",
        "1. (C)\n\n",
        "-- \n\n",
    ],
)
def test_many_lines_of_hardly_anything_take_linear_time(above: str, piece: str) -> None:
    assert_linear(above, piece, SIZE)


@pytest.mark.parametrize(
    "piece",
    [
        "SUMMARY\n-------\n\n",
        "Text goes on and\n\nOSLO 00000141  002 OF 002\n\n\non.\n",
        "a long-\nOSLO 00000141  002 OF 002\nword\n",
        "A. OSLO 1\nB. OSLO 2\n",
        "SIPDIS\n\n",
        "E.O. 12958: N/A\nTAGS: A\nSUBJECT: B\n",
        "CLASSIFIED BY: A\nREASON: 1.4 (b)\n",
        "---\nX\n---\n",
        "PAGE 02 RUEHAB0001 SECRET\nSECRET\n",
        "http://" + 38 * "a" + " bc\n",
        "x  y  z\nx   y   z\n\n",
        "(C) 1. A\n",
        "NNNN\nR 160320Z APR 09\nFM AMEMBASSY OSLO\n",
        "VZCZCXRO0001\n",
        "NNNN\n\n",
        "TO A\nINFO B\n",
        "1. (C) A.\n\nSIPDIS\n\n",
    ],
)
def test_the_same_few_lines_over_and_over_take_linear_time(piece: str) -> None:
    for above in _PARTS:
        assert_linear(above, piece, SIZE // 2)


@pytest.mark.parametrize("seed", range(4))
def test_lines_of_all_fixtures_in_any_order_take_linear_time(seed: int) -> None:
    drawn = random.Random(seed)
    lines = [line for text in FIXTURES.values() for line in text.split("\n") if "ZCZC" not in line and line != "NNNN"]
    text = "\n".join(drawn.choices(lines, k=3 * SIZE // 40))
    assert_linear("", text[:SIZE], SIZE * 4)


def test_page_marks_inside_one_line_need_no_deep_recursion() -> None:
    text = f"{BODY}2. (C) " + "word OSLO 00000141  002 OF 002 " * 5000
    assert len(tg.parse(text).cable.section_starts) > 4000


def test_consecutive_numbers_inside_one_line_take_linear_time() -> None:
    for count in (200, 3000):
        assert_linear(BODY, " ".join(f"{number}. (C) word" for number in range(2, count)), SIZE)


def test_sections_that_begin_inside_one_paragraph_take_linear_time() -> None:
    def seconds(count: int) -> float:
        paragraph = tg.Paragraph("goes on and on " * count)
        starts = tuple(tg.SectionStart(2, 0, 15 * place) for place in range(1, count))
        cable = tg.Cable(body=(paragraph,), section_starts=starts)
        begin = time.process_time()
        assert not is_parted_like_other_lines(cable)
        return time.process_time() - begin

    assert seconds(40_000) < max(_FLOOR, seconds(10_000) * _RATIO)


def test_a_quadratic_matcher_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that this way of measuring can fail."""
    parse = tg.parse

    def quadratic(text: str) -> tg.Document:
        end = time.process_time() + (len(text) / SIZE) ** 2 / 2
        while time.process_time() < end:
            pass
        return parse(text)

    monkeypatch.setattr(tg, "parse", quadratic)
    with pytest.raises(pytest.fail.Exception, match="four times the text"):
        assert_linear("", "a ", SIZE)


def test_the_benchmark_of_hostile_texts_runs_and_has_no_telegram_of_its_own() -> None:
    benchmark = Path(__file__).parents[2] / "benchmarks" / "hostile.py"
    assert "ZNY CCCCC" not in benchmark.read_text("utf-8")
    kinds = ["blank lines", "addresses"]
    done = subprocess.run(
        [sys.executable, benchmark, "--size", "20000", *kinds], capture_output=True, text=True, timeout=60, check=True
    )
    rows = done.stdout.splitlines()[1:]
    assert [row[:40].rstrip() for row in rows] == kinds
    assert all(row.count(" s ") == 2 for row in rows)


@pytest.mark.parametrize(
    ("above", "piece"),
    [
        ("", "UNCLAS PARIS 001234\nTO X\n"),
        ("", "SUBJECT: X\nTO X\n"),
        ("", "SUBJECT: X\nTO RUEHC/A\n"),
        ("", "UNCLAS PARIS 001234\nRUEHC/A\n"),
        ("Xx: y\n" * 4_000 + CLASS, "E.O. 12958: N/A\nfoo\n\n"),
        ("", "VZCZCXRO0001\n"),
        (HEADING, "BT\nRUEHC/A\n"),
        (CLASS, "BT\nSIPDIS\n"),
        (CLASS + "SUBJECT: X\n", "1. One\n"),
        (BODY, "(a) one\n\n(b) two\n\n(c) three\n\n"),
        ("OSLO 00000141  002 OF 002\n\n" * 4_000 + "FOO BAR BAZ\n", "REF: A\n"),
        (CLASS + "SUBJECT: X\n", "REF: A <b>x</b> and more\n"),
        (CLASS + "TAGS: ", "TAGS: "),
        (BODY + f"2. (C) http://{38 * 'a'} b ", f"http://{38 * 'a'}"),
        ("UNCLAS OSLO 000141\n", "REF: A\nUNCLAS OSLO 000141\n"),
        ("UNCLAS SECTION 01 OF 02 OSLO 000141\n", "REF: A\nUNCLAS SECTION 02 OF 02 OSLO 000141\n"),
    ],
)
def test_lines_in_turn_cost_as_much_as_they_are_long(above: str, piece: str) -> None:
    """Lines of one part right above those of another, over and over."""
    assert_linear(above, piece, SIZE)


@pytest.mark.parametrize("piece", ["is open.\n", "is open. 3. (C) Yes.\n"])
def test_paragraphs_that_are_joined_lines_take_linear_time(piece: str) -> None:
    """A run of them is one to the scanner, until each line turns out to be a paragraph."""
    assert_linear(BODY + "2. (C) ", f"{'The harbour ' * 11}{piece}", 8 * SIZE)
