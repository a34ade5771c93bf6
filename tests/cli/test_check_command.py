"""`check`: what it reports, fixes and shows; its options and its exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import telegram_grammar as tg
from command import DAMAGED, ESCAPE, TEXT, Command, on_terminals, subprocess_run
from telegram_grammar.cli import writing

#: The tags are parted by commas, which has a safe fix.
TAGS: Final = "TG232"
FIXED: Final = TEXT.replace("PREL, ECON", "PREL ECON")
UNREAD: Final = "TG005"


def codes(out: str) -> list[str]:
    """The codes that the form for reading shows, in order."""
    return re.findall(r"^\S+:\d+:\d+: \w+: (TG\d{3}) ", out, re.MULTILINE)


@pytest.fixture(autouse=True)
def no_project_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The working directory has no settings."""
    monkeypatch.chdir(tmp_path)


def test_the_samples_are_what_the_tests_take_them_for() -> None:
    assert [found.fix for found in tg.check(TEXT) if found.code == TAGS] == ["PREL ECON"]
    assert tg.fix(TEXT)[0] == FIXED
    assert not [found for found in tg.check(TEXT) if found.severity is tg.Severity.ERROR]
    assert [found.code for found in tg.check(DAMAGED) if found.severity is tg.Severity.ERROR] == [UNREAD]


# Exit codes


def test_exit_code_says_whether_an_error_is_left(run: Command, clean: Path, damaged: Path) -> None:
    assert run("check", clean).code == 0
    assert run("check", clean, damaged).code == 1
    assert run("check", damaged, "--ignore", UNREAD).code == 0
    assert run("check", damaged, clean.with_name("missing")).code == 3


@pytest.mark.parametrize(
    "options",
    [
        ["--select", "TG9"],
        ["--ignore", "nonsense"],
        ["--profile", "1860s"],
        ["--format", "xml"],
        ["--jobs", "-1"],
        ["--fix", "--diff"],
        ["--diff", "--statistics"],
        ["--statistics", "--format", "sarif"],
        ["--fix", "-"],
        ["--config", "missing.toml"],
        ["--config", "missing.toml", "--isolated"],
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Command, clean: Path, options: list[str]) -> None:
    done = run("check", clean, *options)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert clean.read_text("utf-8") == TEXT


def test_unknown_code_brings_up_what_is_near(run: Command, clean: Path) -> None:
    assert "unread-line" in run("check", clean, "--select", "unread-lines").err


# What is reported


def test_reports_what_the_library_does(run: Command, clean: Path, damaged: Path) -> None:
    out = run("check", clean, damaged).out
    assert codes(out) == [found.code for text in (TEXT, DAMAGED) for found in tg.check(text)]


def test_shows_place_severity_rule_message_line_caret_and_what_was_expected(run: Command, clean: Path) -> None:
    lines = run("check", clean, "--select", TAGS).out.splitlines()
    [found] = tg.check(TEXT, select=[TAGS])
    line, column = tg.parse(TEXT).line_column(found.span.start)
    assert lines == [
        f"{clean}:{line}:{column}: information: TG232 tags-separators: {found.message}",
        f" {line} | TAGS: PREL, ECON",
        f"    | {' ' * (column - 1)}{'^' * len(found.span)}",
        f"    = expected: {found.expected}",
        f"    = fix: {found.fix!r}",
        "",
        "1 text read. 1 diagnostic: 1 information (1 with a safe fix: --fix)",
    ]


def test_clean_texts_leave_the_total_alone(run: Command, clean: Path) -> None:
    assert run("check", clean, clean, "--select", UNREAD).out == "2 texts read. No diagnostics.\n"


@pytest.mark.parametrize(
    ("options", "reported"),
    [
        (["--select", "TG005"], {UNREAD}),
        (["--select", "TG0,tags-separators"], {UNREAD, TAGS}),
        (["--select", "TG0", "--select", "TG232"], {UNREAD, TAGS}),
        (["--select", "TG0, TG2", "--ignore", "tags-separators"], {UNREAD}),
        (["--select", "TG4"], set()),
    ],
)
def test_select_and_ignore(run: Command, damaged: Path, options: list[str], reported: set[str]) -> None:
    assert set(codes(run("check", damaged, *options).out)) == reported


def test_profile_is_handed_on(run: Command, damaged: Path) -> None:
    for profile in tg.PROFILES:
        out = run("check", damaged, "--profile", profile).out
        assert codes(out) == [found.code for found in tg.check(DAMAGED, profile=profile)]


def test_standard_input(run: Command) -> None:
    done = run("check", "-", stdin=DAMAGED.encode())
    assert done.code == 1
    assert done.out.startswith("-:7:1: error: TG005 unread-line: ")


@pytest.mark.parametrize("form", ["text", "jsonl", "sarif", "github"])
def test_two_jobs_write_what_one_writes(run: Command, clean: Path, damaged: Path, form: str) -> None:
    paths = [clean, damaged, clean.with_name("missing"), clean] * 5
    assert run("check", *paths, "-f", form, "--jobs", "2") == run("check", *paths, "-f", form)


def test_statistics(run: Command, clean: Path, damaged: Path) -> None:
    done = run("check", clean, damaged, clean, "--statistics", "--select", f"{TAGS},{UNREAD}")
    assert done.code == 1
    title, *rows = (line.split() for line in done.out.splitlines())
    assert title == ["count", "texts", "code", "severity", "name"]
    assert rows == [
        ["3", "3", TAGS, "information", "tags-separators"],
        ["1", "1", UNREAD, "error", "unread-line"],
    ]


def test_statistics_as_json_lines(run: Command, damaged: Path) -> None:
    out = run("check", damaged, damaged, "--statistics", "--select", UNREAD, "-f", "jsonl").out
    assert json.loads(out) == {"code": UNREAD, "rule": "unread-line", "severity": "error", "count": 2, "texts": 2}


def test_needs_no_extra_but_its_own(clean: Path) -> None:
    code = "import sys; sys.modules['cattrs'] = None; from telegram_grammar.cli import main; main()"
    arguments = ["check", "--format", "jsonl", "--select", TAGS, str(clean)]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["code"] == TAGS


# Fixes


def test_fix_writes_the_file_and_reports_what_is_left(run: Command, damaged: Path) -> None:
    done = run("check", damaged, "--fix", "--select", f"{TAGS},{UNREAD}")
    assert damaged.read_text("utf-8") == DAMAGED.replace("PREL, ECON", "PREL ECON")
    assert done.code == 1
    assert codes(done.out) == [UNREAD]
    assert done.out.endswith("1 text read. Fixed 1 place in 1 text. 1 diagnostic: 1 error\n")


def test_fix_leaves_a_file_alone_that_needs_none(run: Command, clean: Path) -> None:
    clean.write_text(FIXED, "utf-8")
    before = clean.stat()
    assert run("check", clean, "--fix").code == 0
    assert (clean.stat().st_ino, clean.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("[SIC]", "CAF\xc9 \x81\x8d").encode("latin-1"),
        TEXT.rstrip("\n").encode(),
    ],
    ids=["crlf", "byte order mark", "cp1252", "no end of line"],
)
def test_fix_keeps_every_other_byte(run: Command, clean: Path, data: bytes) -> None:
    clean.write_bytes(data)
    run("check", clean, "--fix", "--select", TAGS)
    assert clean.read_bytes() == data.replace(b"PREL, ECON", b"PREL ECON")


def test_fix_of_standard_input_writes_the_text_and_reports_elsewhere(run: Command) -> None:
    data = DAMAGED.replace("\n", "\r\n").replace("[SIC]", "CAF\xc9").encode("latin-1")
    done = subprocess_run(["check", "--fix", "-", "--select", f"{TAGS},{UNREAD}"], input=data, capture_output=True)
    assert done.stdout == data.replace(b"PREL, ECON", b"PREL ECON")
    assert codes(done.stderr.decode()) == [UNREAD]
    assert done.returncode == 1


def test_fix_is_refused_for_a_file_that_changed_meanwhile(
    run: Command, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(path: str, data: bytes, *, instead_of: bytes) -> None:
        clean.write_bytes(b"of another")
        writing.write_atomically(path, data, instead_of=instead_of)

    monkeypatch.setattr("telegram_grammar.cli.check_text.write_atomically", changing)
    done = run("check", clean, "--fix")
    assert done.code == 3
    assert done.err == f"telegram-grammar: cannot write {clean}: it has changed since it was read\n"
    assert clean.read_bytes() == b"of another"
    assert list(clean.parent.iterdir()) == [clean]


def test_fix_that_does_not_fit_the_encoding_is_refused(
    run: Command, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = TEXT.replace("[SIC]", "CAF\xc9").encode("latin-1")
    clean.write_bytes(data)
    monkeypatch.setattr("telegram_grammar.cli.check_text.fix", lambda text, **_: (text + "\u0100", ()))
    done = run("check", clean, "--fix")
    assert done.code == 3
    assert "cp1252" in done.err
    assert clean.read_bytes() == data


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_diff_is_what_patch_applies(run: Command, tmp_path: Path, damaged: Path, end: str) -> None:
    data = DAMAGED.replace("\n", end).encode()
    damaged.write_bytes(data)
    done = run("check", "damaged.txt", "--diff")
    assert damaged.read_bytes() == data
    assert done.code == 1
    assert done.err == "Would fix 1 place in 1 text.\n"
    subprocess.run(["patch", "--binary", "-p0"], input=done.out.encode(), cwd=tmp_path, check=True, capture_output=True)
    assert damaged.read_bytes() == data.replace(b"PREL, ECON", b"PREL ECON")


def test_diff_where_nothing_is_to_fix_is_empty(run: Command, clean: Path) -> None:
    done = run("check", clean, "--diff", "--ignore", TAGS)
    assert (done.code, done.out) == (0, "")


# Terminals


def test_what_is_piped_is_plain(run: Command, damaged: Path) -> None:
    done = run("check", damaged)
    assert ESCAPE not in done.out
    assert done.err == ""
    assert not [line for line in done.out.split("\n") if line != line.rstrip(" ")]


@pytest.mark.parametrize("options", [[], ["--diff"], ["--format", "github"]], ids=" ".join)
def test_a_text_cannot_steer_the_terminal(damaged: Path, options: list[str]) -> None:
    text = DAMAGED.replace("))))", f"{ESCAPE}]0;x\x07").replace("TAGS: PREL, ECON", f"TAGS: PREL, ECON{ESCAPE}[2J")
    damaged.write_text(text, "utf-8")
    out, _ = on_terminals(["check", damaged, *options], out=True, err=False)
    assert out
    assert b"\x1b]0" not in out
    assert b"\x1b[2J" not in out


def test_a_terminal_gets_colors(damaged: Path) -> None:
    out, _ = on_terminals(["check", damaged], out=True, err=False)
    assert b"\x1b[1;31merror\x1b[0m: " in out
    out, _ = on_terminals(["check", damaged, "--diff"], out=True, err=False)
    assert b"\x1b[32m+TAGS: PREL ECON" in out


def test_a_bar_is_shown_on_a_terminal_only(clean: Path) -> None:
    _, err = on_terminals(["check", *[clean] * 5, "-j", "2"], out=False, err=True)
    assert b"Checking" in err
    _, err = on_terminals(["check", *[clean] * 5, "-j", "2"], out=False, err=False)
    assert err == b""


def test_a_reader_that_stops_reading_ends_the_command_quietly(clean: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as output:
        done = subprocess_run(["check", *[clean] * 50], stdout=output, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say how much memory is used")
def test_memory_does_not_grow_with_the_number_of_texts(clean: Path) -> None:
    paragraphs = "".join(f"\n\xb6{number}. (U) The embassy reports.\n" for number in range(3, 60))
    clean.write_text(TEXT.replace("\nKUBLA", f"{paragraphs}\nKUBLA"), "utf-8")
    # what the system counts for the process: resource.getrusage goes on counting from that which started it
    code = (
        "import sys\n"
        "from telegram_grammar.cli import main\n"
        "try:\n main()\n"
        "finally:\n print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)\n"
    )

    def peak(number: int) -> int:
        arguments = ["check", "-j", "2", "-f", "jsonl", "--select", "TG601", *[str(clean)] * number]
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
        assert done.stdout.count('"TG601"') == 57 * number
        return int(done.stderr)

    assert peak(600) - peak(60) < 3_000  # in kB; the reports kept would be more than twice as much


# What README shows


def test_readme_shows_what_the_command_prints(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Path(__file__).parents[2]
    monkeypatch.chdir(project)
    shown = re.findall(
        r"^\$ telegram-grammar (check .*)\n((?:.*\n)*?)```$", (project / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert shown
    for arguments, out in shown:
        assert run(*arguments.split()).out == out
