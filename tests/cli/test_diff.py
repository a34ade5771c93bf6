"""A unified diff of edits gives, applied, the edited text; and it shows no more lines than it needs."""

from __future__ import annotations

import shutil
import subprocess
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from telegram_grammar.cli.diff import Edit, edits_between, unified
from telegram_grammar.diagnostics import Span


def edited(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def applied(text: str, lines: list[str]) -> str:
    """What the diff makes of the text, by the rules of the form alone."""
    old = [f"{line}\n" for line in text.split("\n")]
    old[-1] = old[-1].removesuffix("\n")
    new: list[str] = []
    place = 0
    for number, line in enumerate(lines):
        if line.startswith("@@"):
            start, length = (int(part) for part in line.split()[1][1:].split(","))
            first = start - (length > 0)
            new += old[place:first]
            place = first
        elif line[0] in " -+":
            without_end = number + 1 < len(lines) and lines[number + 1].startswith("\\")
            content = line[1:] + ("" if without_end else "\n")
            if line[0] != "+":
                assert old[place] == content
                place += 1
            if line[0] != "-":
                new.append(content)
    return "".join(new + old[place:])


@st.composite
def edits_of_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    alphabet = st.sampled_from("ab\n\n\r")
    text = draw(st.text(alphabet, max_size=60))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return text, [Edit(start, end, draw(st.text(alphabet, max_size=5))) for start, end in pairs]


@given(edits_of_texts())
@settings(max_examples=500)
def test_applied_it_gives_the_edited_text(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    lines = list(unified("x", text, edits))
    assert applied(text, lines[2:]) == edited(text, edits)
    assert bool(lines) == (text != edited(text, edits))


@given(edits_of_texts(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 3)), max_size=3))
@settings(max_examples=500)
def test_edits_are_found_again_by_the_ranges_outside_of_which_nothing_changed(
    case: tuple[str, list[Edit]], more: list[tuple[int, int]]
) -> None:
    text, edits = case
    new = edited(text, edits)
    ranges = [Span(edit.start, edit.end) for edit in edits]
    wider = [Span(start, min(start + width, len(text))) for start, width in more if start <= len(text)]
    found = edits_between(text, new, [*ranges, *wider])
    assert edited(text, found) == new
    assert all(one.end < other.start for one, other in pairwise(found))


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@given(edits_of_texts())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_patch_takes_it(tmp_path: Path, case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    lines = list(unified("x", text, edits))
    if lines and edited(text, edits):  # patch takes away a file that gets empty
        (tmp_path / "x").write_bytes(text.encode())
        diff = "".join(f"{line}\n" for line in lines).encode()
        subprocess.run(["patch", "--binary", "-p0", "-s"], input=diff, cwd=tmp_path, check=True)
        assert (tmp_path / "x").read_bytes().decode() == edited(text, edits)


def test_it_looks_as_diffs_do() -> None:
    text = "".join(f"{number}\n" for number in range(1, 21))
    edits = [Edit(2, 3, "two"), Edit(6, 6, "new\n"), Edit(len(text) - 3, len(text) - 3, "last: ")]
    assert list(unified("a.txt", text, edits)) == [
        "--- a.txt", "+++ a.txt",
        "@@ -1,6 +1,7 @@", " 1", "-2", "+two", " 3", "+new", " 4", " 5", " 6",
        "@@ -17,4 +18,4 @@", " 17", " 18", " 19", "-20", "+last: 20",
    ]  # fmt: skip


@pytest.mark.parametrize("number", [2000])
def test_time_is_linear(number: int) -> None:
    def taken(lines: int) -> float:
        text = "a line of some words\n" * lines
        edits = [Edit(place, place + 1, "A") for place in range(0, len(text), 210)]
        start = time.process_time()
        assert sum(1 for _ in unified("x", text, edits))
        return time.process_time() - start

    # the least of three, for another process may have been busy; ten times as much is linear, a hundred times is not
    few, many = (min(taken(lines) for _ in range(3)) for lines in (number, number * 10))
    assert many < 50 * max(few, 0.001)
