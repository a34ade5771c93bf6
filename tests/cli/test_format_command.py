"""`format`: canonical text printed, written, compared; nothing lost, and files whole at any moment."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import telegram_grammar as tg
from command import TEXT, Command
from telegram_grammar.canonical import Formatted, formatted
from telegram_grammar.cli import format_command

FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
CANONICAL: Final = tg.canonicalize(TEXT)


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CANONICAL, "utf-8", newline="")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(TEXT, "utf-8", newline="")
    return path


def test_canonical_text_goes_to_standard_output(run: Command, other: Path) -> None:
    done = run("format", other)
    assert (done.code, done.out, done.err) == (0, CANONICAL, "")
    assert other.read_text("utf-8") == TEXT
    assert run("format", "-", stdin=TEXT.encode()).out == CANONICAL


def test_check_names_what_would_change(run: Command, clean: Path, other: Path) -> None:
    done = run("format", "--check", clean, other)
    assert (done.code, done.out) == (1, f"would change {other}\n")
    assert done.err == "1 of 2 texts would change.\n"
    assert other.read_text("utf-8") == TEXT
    assert run("format", "--check", clean).code == 0
    assert run("format", "--check", "-", stdin=CANONICAL.encode()).code == 0
    assert run("format", "--check", "-", stdin=TEXT.encode()).code == 1


def test_check_of_fixtures(run: Command, tmp_path: Path) -> None:
    for path in sorted((FIXTURES / "conformant").glob("*.txt")):
        made = formatted(tg.parse_bytes(path.read_bytes()))
        if not made.losses:  # that there are none is tested where losses are
            (tmp_path / path.name).write_text(made.text, "utf-8", newline="")
    done = run("format", "--check", tmp_path)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("0 of ")
    done = run("format", "--check", FIXTURES / "malformed")
    assert done.code == 1
    assert len(done.out.splitlines()) > 100


def test_diff_shows_what_would_change_and_changes_nothing(run: Command, clean: Path, other: Path) -> None:
    done = run("format", "--diff", clean, other)
    assert done.code == 0
    assert done.out.startswith(f"--- {other}\n+++ {other}\n@@ -5,")
    assert "\n-TAGS: PREL, ECON\n+TAGS: PREL ECON\n" in done.out
    assert other.read_text("utf-8") == TEXT
    assert run("format", "--diff", "--check", other).code == 1
    assert run("format", "--diff", clean).out == ""


def test_write_changes_the_file_once(run: Command, clean: Path, other: Path) -> None:
    other.chmod(0o640)
    done = run("format", "--write", clean, other)
    assert (done.code, done.out, done.err) == (0, "", "1 of 2 texts changed.\n")
    assert other.read_text("utf-8") == CANONICAL
    assert stat.S_IMODE(other.stat().st_mode) == 0o640
    before = other.stat()
    again = run("format", "--write", clean, other)
    assert again.err == "0 of 2 texts changed.\n"
    assert (other.stat().st_mtime_ns, other.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert run("format", "--write", "-", stdin=TEXT.encode()).out == CANONICAL


def test_write_twice_changes_nothing_the_second_time_in_fixtures(run: Command, tmp_path: Path) -> None:
    for path in sorted((FIXTURES / "malformed").glob("*.txt"))[::5]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert run("format", "--write", tmp_path).code == 0
    held = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert run("format", "--write", tmp_path).err.startswith("0 of ")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == held


def test_encoding_is_kept(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.replace("dome has", "Caf\u00e9 has").encode("cp1252"))
    assert run("format", "--write", path).code == 0
    assert path.read_bytes() == CANONICAL.replace("dome has", "Caf\u00e9 has").encode("cp1252")


def test_text_that_would_lose_something_is_left_as_it_is(
    run: Command, other: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = ("the word 'dome' would be lost", "the word 'KUBLA' would be lost")
    monkeypatch.setattr(format_command, "formatted", lambda document, width: Formatted(document.source, lost))
    done = run("format", "--write", other)
    assert done.code == 3
    assert f"cannot format {other}: the word 'dome' would be lost (and 1 more)" in done.err
    assert other.read_text("utf-8") == TEXT
    assert run("format", "--check", other).code == 3
    assert run("format", other).out == ""


def test_width_is_that_of_prose(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(CANONICAL.replace("It is near the river.", "It is near the river. " * 9), "utf-8")
    assert max(map(len, run("format", "--width", "40", path).out.splitlines()[12:])) <= 40
    assert run("format", "--width", "70", path).code == 2


def test_options_that_exclude_each_other(run: Command, clean: Path) -> None:
    assert run("format", "--write", "--check", clean).code == 2
    assert run("format", "--write", "--diff", clean).code == 2


def test_unreadable_input_does_not_stop_the_others(run: Command, other: Path, tmp_path: Path) -> None:
    done = run("format", "--write", tmp_path / "none.txt", other)
    assert done.code == 3
    assert "none.txt" in done.err
    assert other.read_text("utf-8") == CANONICAL


#: Runs the command, and is killed at the call that the first argument names, before or after it.
_KILLED: Final = """
import os, signal, sys
name, when = sys.argv[1:3]
call = getattr(os, name)
def killed(*arguments, **named):
    result = call(*arguments, **named) if when == "after" else None
    os.kill(os.getpid(), signal.SIGKILL)
    return result
from telegram_grammar.cli import main
import telegram_grammar.cli.writing
setattr(os, name, killed)
sys.argv = ["telegram-grammar", "format", "--write", sys.argv[3]]
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("call", "when", "content"),
    [
        ("open", "after", TEXT),
        ("chmod", "before", TEXT),
        ("fsync", "before", TEXT),
        ("fsync", "after", TEXT),
        ("replace", "before", TEXT),
        ("replace", "after", CANONICAL),
    ],
)
def test_killed_at_any_moment_the_file_is_the_old_one_or_the_new(
    other: Path, call: str, when: str, content: str
) -> None:
    arguments = [sys.executable, "-c", _KILLED, call, when, str(other)]
    done = subprocess.run(arguments, capture_output=True, timeout=60, check=False)
    assert done.returncode == -9, done.stderr.decode()
    assert other.read_text("utf-8") == content
