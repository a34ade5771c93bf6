"""`split` and `join`: sections into files and back, and what is said of those that are missing."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

import pytest

import telegram_grammar as tg
from command import TEXT, Command

PARAGRAPH: Final = "2. (U) It is near the river."
LONG: Final = tg.canonicalize(
    TEXT.replace(" [SIC]", "").replace(
        PARAGRAPH,
        "\n\n".join(
            f"{number}. (U) " + "It is near the river, and the river is near it. " * 6 for number in range(2, 40)
        ),
    )
)
WHOLE: Final = tg.render(tg.sectioned(tg.parse(LONG).cable))


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(LONG, "utf-8")
    return path


@pytest.fixture
def parts(run: Command, long: Path, tmp_path: Path) -> list[Path]:
    done = run("split", long, "--output", tmp_path / "parts")
    assert (done.code, done.out, done.err) == (0, "", "")
    return sorted((tmp_path / "parts").iterdir())


def test_sections_go_into_files_and_come_back(run: Command, parts: list[Path], tmp_path: Path) -> None:
    assert [path.name for path in parts] == ["long-01.txt", "long-02.txt", "long-03.txt"]
    for number, path in enumerate(parts, 1):
        document = tg.parse(path.read_text("utf-8"))
        assert document.diagnostics == ()
        assert document.cable.section == tg.Section(number, 3)
    random.Random(3).shuffle(parts)
    done = run("join", *parts)
    assert (done.code, done.out, done.err) == (0, WHOLE, "")
    assert run("join", tmp_path / "parts", "--output", tmp_path / "whole.txt").code == 0
    assert (tmp_path / "whole.txt").read_text("utf-8") == WHOLE


def test_sections_go_through_a_pipe(run: Command, long: Path) -> None:
    for options in ((), ("--wire",)):
        done = run("split", *options, long)
        assert done.code == 0
        joined = run("join", "-", stdin=done.out.encode())
        assert (joined.code, joined.err) == (0, "")
        assert joined.out == (WHOLE if not options else tg.render(tg.join(done.out)))
    headless = LONG[LONG.index("O 021200Z") :]
    sections = run("split", "-", stdin=headless.encode()).out
    assert sections.count("NNNN\n") == 3
    assert run("join", "-", stdin=sections.encode()).out == tg.render(tg.sectioned(tg.parse(headless).cable))


def test_message_of_one_section_comes_out_in_canonical_form(run: Command) -> None:
    assert run("split", "-", stdin=TEXT.encode()).out == tg.canonicalize(TEXT)
    assert run("join", "-", stdin=TEXT.encode()).out == tg.canonicalize(TEXT)


def test_wire_form_is_that_of_messages_that_are_sent(run: Command, long: Path) -> None:
    out = run("split", "--wire", long).out
    assert out.count("NNNN\r\r\n") == 3
    assert out == out.upper()


def test_what_the_wire_lacks_is_named(run: Command) -> None:
    done = run("split", "--wire", "-", stdin=TEXT.encode())
    assert (done.code, done.out) == (3, "")
    assert "cannot split -: subject: the wire has no '[' (subject)" in done.err


def test_missing_section_is_named_and_the_rest_is_joined(run: Command, parts: list[Path]) -> None:
    done = run("join", parts[2], parts[0])
    assert done.code == 1
    assert done.err == "telegram-grammar: error: TG460 section-missing: section 2 of 3 is missing\n"
    assert done.out == tg.render(tg.join([path.read_text("utf-8") for path in (parts[0], parts[2])]))


def test_section_that_is_there_twice_is_named_with_its_file(run: Command, parts: list[Path]) -> None:
    done = run("join", *parts, parts[1])
    assert (done.code, done.out) == (0, WHOLE)
    found = "warning: TG461 section-doubled: section 2 is there again; it is the same"
    assert done.err == f"telegram-grammar: {parts[1]}: {found}\n"


def test_unreadable_part_does_not_stop_the_others(run: Command, parts: list[Path], tmp_path: Path) -> None:
    done = run("join", *parts, tmp_path / "none.txt")
    assert (done.code, done.out) == (3, WHOLE)
    assert "cannot read" in done.err
    done = run("split", tmp_path / "none.txt", "-", stdin=TEXT.encode())
    assert (done.code, done.out) == (3, tg.canonicalize(TEXT))


def test_two_texts_of_one_name_do_not_overwrite_each_other(run: Command, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(TEXT.replace("near the river", folder), "utf-8")
    done = run("split", tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", "-o", tmp_path / "out")
    assert done.code == 3
    assert "holds a section of another text" in done.err
    assert "It is a." in (tmp_path / "out" / "x-01.txt").read_text("utf-8")


def test_output_that_is_no_folder_is_wrong_usage(run: Command, long: Path) -> None:
    assert run("split", long, "-o", long).code == 2
