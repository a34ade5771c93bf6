"""The command line: exit codes, what is read, what is written in each format, and where."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import telegram_grammar as tg
from command import DAMAGED, ESCAPE, TEXT, Command, Done, on_terminals, subprocess_run
from telegram_grammar.cli import diagnostics, ending, parse_command, sources
from telegram_grammar.cli.output import Layout
from telegram_grammar.json_schema import published_schema


def test_the_samples_are_what_the_tests_take_them_for() -> None:
    assert not [found for found in tg.parse(TEXT).diagnostics if found.severity is tg.Severity.ERROR]
    assert [found for found in tg.parse(DAMAGED).diagnostics if found.severity is tg.Severity.ERROR]


# Exit codes


def test_exit_code_0_where_no_diagnostic_is_an_error(run: Command, clean: Path) -> None:
    assert run("parse", clean).code == 0


def test_exit_code_1_where_a_diagnostic_is_an_error(run: Command, clean: Path, damaged: Path) -> None:
    assert run("parse", clean, damaged, clean).code == 1


@pytest.mark.parametrize(
    "arguments", [["parse"], ["parse", "--format", "xml", "x"], ["parse", "--jobs", "-1", "x"], ["read"], []]
)
def test_exit_code_2_for_wrong_usage(run: Command, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_no_command_shows_the_help(run: Command) -> None:
    done = run()
    assert done.code == 2
    assert "Exit codes" in done.out + done.err  # typer itself decides where help goes


def test_exit_code_3_where_an_input_cannot_be_read_whatever_else_there_is(run: Command, damaged: Path) -> None:
    assert run("parse", damaged, damaged.with_name("missing.txt")).code == 3


def test_exit_codes_are_in_the_help(run: Command) -> None:
    shown = run("parse", "--help")
    assert shown.code == 0
    assert "Exit codes" in shown.out
    assert all(f"{code}  " in shown.out for code in range(4))


def test_version(run: Command) -> None:
    assert run("--version") == Done(0, f"telegram-grammar {tg.__version__}\n", "")


# What is read


def test_standard_input(run: Command) -> None:
    done = run("parse", "-", "--format", "jsonl", stdin=TEXT.encode())
    record = json.loads(done.out)
    assert (record["path"], record["cable"]["originator"]) == ("-", "AMEMBASSY XANADU")


def test_no_standard_input_at_all(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources.sys, "stdin", None)  # type: ignore[attr-defined]  # the module's sys is sys
    [source] = sources.find(["-"])
    assert source.fault


def paths_of(done: Done, folder: Path) -> list[str]:
    return [Path(json.loads(line)["path"]).relative_to(folder).as_posix() for line in done.out.splitlines()]


def test_a_folder_is_read_with_all_folders_in_it_in_a_fixed_order(run: Command, tmp_path: Path) -> None:
    names = ["b.txt", "a.TXT", "a/z.cable", "a/b/y.msg", "plain", "c/x.txt"]
    others = ["skip.pdf", ".hidden", ".git/config", "a/.hidden.txt", "b.txt~", "x.json"]
    for name in names + others:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, "utf-8")
    done = run("parse", tmp_path, "-f", "jsonl")
    assert paths_of(done, tmp_path) == ["a.TXT", "b.txt", "plain", "a/z.cable", "a/b/y.msg", "c/x.txt"]


def test_a_file_that_is_named_may_have_any_suffix(run: Command, tmp_path: Path) -> None:
    path = tmp_path / ".cable.pdf"
    path.write_text(TEXT, "utf-8")
    assert run("parse", path).code == 0


def test_links_that_lead_round_are_not_followed(run: Command, clean: Path) -> None:
    (clean.parent / "round").symlink_to(clean.parent, target_is_directory=True)
    assert paths_of(run("parse", clean.parent, "-f", "jsonl"), clean.parent) == ["clean.txt"]


def test_what_is_no_file_is_passed_over_in_a_folder(run: Command, clean: Path) -> None:
    os.mkfifo(clean.parent / "pipe")
    assert paths_of(run("parse", clean.parent, "-f", "jsonl"), clean.parent) == ["clean.txt"]


def test_an_unreadable_file_does_not_stop_a_batch_and_is_named_at_the_end(run: Command, clean: Path) -> None:
    missing = clean.with_name("missing.txt")
    done = run("parse", missing, clean, "-f", "jsonl")
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == [str(clean)]
    assert done.err == f"telegram-grammar: cannot read {missing}: No such file or directory\n"


def test_an_unreadable_folder_is_named(run: Command, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = clean.parent / "closed"
    closed.mkdir()
    scandir = os.scandir

    def scandir_but_closed(path: Any) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scandir_but_closed)
    done = run("parse", clean.parent)
    assert done.code == 3
    assert done.err == f"telegram-grammar: cannot read {closed}: Permission denied\n"
    assert "XANADU" in done.out


def test_a_folder_without_texts_is_named(run: Command, tmp_path: Path) -> None:
    done = run("parse", tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err == f"telegram-grammar: cannot read {tmp_path}: no text in this folder\n"


def test_a_binary_file_is_named(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    done = run("parse", path)
    assert done.code == 3
    assert "NUL" in done.err


def test_bytes_that_are_not_utf_8_are_read_and_reported(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.replace("[SIC]", "CAFÉ").encode("cp1252"))
    record = json.loads(run("parse", path, "-f", "jsonl").out)
    assert record["cable"]["subject"].endswith("CAFÉ")
    assert record["diagnostics"]


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe", b"x" * 100_000], ids=["empty", "blank", "bytes", "long"])
@pytest.mark.parametrize("form", ["summary", "json", "jsonl", "tree"])
def test_every_text_can_be_shown_in_every_format(run: Command, tmp_path: Path, data: bytes, form: str) -> None:
    path = tmp_path / "text"
    path.write_bytes(data)
    assert run("parse", path, "-f", form).code in {0, 1}


# Formats


def test_json_is_an_array_even_of_one(run: Command, clean: Path) -> None:
    [record] = json.loads(run("parse", clean, "--format", "json").out)
    assert record["path"] == str(clean)
    assert len(json.loads(run("parse", clean, clean, "--format", "json").out)) == 2


def test_json_is_an_array_even_of_none(run: Command, tmp_path: Path) -> None:
    done = run("parse", tmp_path / "missing", "-f", "json")
    assert json.loads(done.out) == []
    assert run("parse", tmp_path / "missing", "-f", "jsonl").out == ""


@pytest.mark.parametrize("text", [TEXT, DAMAGED, "", "nonsense"])
def test_a_record_holds_the_cable_and_satisfies_the_schema(run: Command, text: str) -> None:
    record = json.loads(run("parse", "-", "-f", "jsonl", stdin=text.encode()).out)
    schema = {"$ref": "#/$defs/Record", "$defs": published_schema()["$defs"]}
    jsonschema.Draft202012Validator(schema).validate(record)
    document = tg.parse(text)
    assert tg.from_dict({"schema": record["schema"], "cable": record["cable"]}) == document.cable
    assert [(d["code"], d["start"], d["end"]) for d in record["diagnostics"]] == [
        (d.code, d.span.start, d.span.end) for d in document.diagnostics
    ]
    assert [(d["line"], d["column"]) for d in record["diagnostics"]] == [
        document.line_column(d.span.start) for d in document.diagnostics
    ]


def test_json_lines_are_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text(TEXT.replace("[SIC]", "CAFÉ"), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess_run(["parse", path, "-f", "jsonl"], capture_output=True, env=environment)
    assert json.loads(done.stdout.decode("utf-8"))["cable"]["subject"].endswith("CAFÉ")


def test_a_summary_can_be_shown_where_letters_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text(TEXT.replace("[SIC]", "CAFÉ"), "utf-8")
    done = subprocess_run(["parse", path], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"CAF\xc9" in done.stdout


def test_the_summary_shows_fields_and_paragraphs(run: Command, clean: Path) -> None:
    lines = run("parse", clean).out.splitlines()
    assert lines[0] == str(clean)
    assert [" ".join(line.split()) for line in lines if line.startswith(("MRN", "From", "TAGS", "Subject", "1."))] == [
        "MRN 09 XANADU 42",
        "From AMEMBASSY XANADU",
        "TAGS PREL ECON",
        "Subject A STATELY PLEASURE DOME [SIC]",  # square brackets are no markup
        "1. (U) The embassy reports that work on the dome has begun.",
    ]


def test_the_summary_shows_a_diagnostic_with_its_line_and_a_caret(run: Command, damaged: Path) -> None:
    lines = run("parse", damaged).out.splitlines()
    [found] = [found for found in tg.parse(DAMAGED).diagnostics if found.severity is tg.Severity.ERROR]
    place = lines.index(next(line for line in lines if ": error: " in line))
    assert lines[place].startswith(f"{damaged}:7:1: error: {found.code} {found.rule}: ")
    assert lines[place + 1] == " 7 | )))) (((("
    assert lines[place + 2] == "   | ^^^^^^^^^"


def test_a_batch_ends_with_a_total(run: Command, clean: Path, damaged: Path) -> None:
    last = run("parse", clean, damaged).out.splitlines()[-1]
    assert last.startswith("2 texts read. ")
    assert "1 error" in last


def test_the_tree_shows_every_part_once_below_its_owner(run: Command, clean: Path) -> None:
    def lines_of(part: tg.Node | tg.Leaf, depth: int) -> Iterator[str]:
        yield f"{'  ' * depth}{part.kind} {part.span.start}-{part.span.end}"
        for child in part.children if isinstance(part, tg.Node) else ():
            yield from lines_of(child, depth + 1)

    title, *lines = run("parse", clean, "-f", "tree").out.splitlines()
    assert title == str(clean)
    for line, expected in zip(lines, lines_of(tg.parse(TEXT).nodes, 0), strict=True):
        assert line.startswith(expected)
    assert [line.split("FM ")[1] for line in lines if "FM " in line] == ["AMEMBASSY XANADU␊"]


# Where it goes: terminals, pipes, processes


@pytest.mark.parametrize("form", ["summary", "tree", "json", "jsonl"])
def test_what_is_piped_is_plain(run: Command, damaged: Path, form: str) -> None:
    done = run("parse", damaged, "-f", form)
    assert ESCAPE not in done.out
    assert done.err == ""
    assert not [line for line in done.out.split("\n") if line != line.rstrip(" ")]


@pytest.mark.parametrize("form", ["summary", "tree"])
def test_a_text_cannot_steer_the_terminal(run: Command, form: str) -> None:
    hostile = TEXT.replace("[SIC]", f"{ESCAPE}[2J\x9b2J\x07\u202e").replace("FM ", f"{ESCAPE}]0;x\x07\nFM ")
    out = run("parse", "-", "-f", form, stdin=hostile.encode()).out
    assert not {ESCAPE, "\x9b", "\x07", "\u202e"}.intersection(out)


@pytest.mark.parametrize("form", ["summary", "tree", "json", "jsonl"])
def test_two_jobs_write_what_one_writes(run: Command, clean: Path, damaged: Path, form: str) -> None:
    paths = [clean, damaged, clean.with_name("missing"), clean] * 5
    assert run("parse", *paths, "-f", form, "--jobs", "2") == run("parse", *paths, "-f", form)


def test_standard_input_with_several_jobs(run: Command, clean: Path) -> None:
    done = run("parse", "-", clean, "-f", "jsonl", "-j", "0", stdin=DAMAGED.encode())
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["-", str(clean)]
    assert done.code == 1


def test_a_fault_of_the_parser_is_named_and_stops_nothing(
    run: Command, clean: Path, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse_bytes = tg.parse_bytes

    def failing(data: bytes) -> tg.Document:
        if data == DAMAGED.encode():
            raise RecursionError("too deep")
        return parse_bytes(data)

    monkeypatch.setattr("telegram_grammar.cli.parse_command.parse_bytes", failing)
    done = run("parse", damaged, clean, "-f", "jsonl")
    assert done.code == 3
    assert done.err == f"telegram-grammar: cannot read {damaged}: RecursionError: too deep\n"
    assert len(done.out.splitlines()) == 1


def test_a_reader_that_stops_reading_ends_the_command_quietly(clean: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as output:
        done = subprocess_run(["parse", *[clean] * 50], stdout=output, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (ending.PIPE_CLOSED, b"")


@pytest.mark.parametrize("command", ["parse", "format", "split", "join"])
def test_every_command_ends_quietly_where_nobody_reads(clean: Path, command: str) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as output:
        done = subprocess_run([command, clean], stdout=output, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (ending.PIPE_CLOSED, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("command", ["parse", "format", "split", "join"])
def test_a_full_disk_is_named(clean: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as output:
        done = subprocess_run([command, clean], stdout=output, stderr=subprocess.PIPE)
    assert done.returncode == ending.UNREADABLE
    assert done.stderr.startswith(b"telegram-grammar: cannot write standard output: ")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_the_command_quietly(tmp_path: Path, jobs: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = "from telegram_grammar.cli import main; main()"
    arguments = ["parse", "-j", jobs, str(pipe), str(pipe)]
    # where the tests run in the background the interrupt is ignored, and a child would go on with that
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    with open(pipe, "wb"):  # the command has opened it to read
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (ending.INTERRUPTED, b"telegram-grammar: interrupted\n")


def test_a_terminal_gets_colors(damaged: Path) -> None:
    out, _ = on_terminals(["parse", damaged], out=True, err=False)
    assert b"\x1b[1;31merror" in out


def test_a_bar_is_shown_on_a_terminal_only(clean: Path) -> None:
    paths = [clean] * 5
    _, err = on_terminals(["parse", *paths, "-j", "2"], out=False, err=True)
    assert b"Parsing" in err
    out, err = on_terminals(["parse", *paths], out=False, err=False)
    assert err == b""
    assert ESCAPE.encode() not in out


def test_no_bar_for_a_single_text(clean: Path) -> None:
    _, err = on_terminals(["parse", clean], out=False, err=True)
    assert err == b""


# Extras


def test_json_without_its_extra_is_wrong_usage(run: Command, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise ImportError("JSON needs the package cattrs: pip install 'telegram-grammar[json]'")

    monkeypatch.setattr(parse_command, "to_dict", missing)
    done = run("parse", clean, "-f", "json")
    assert (done.code, done.out) == (2, "")
    assert "telegram-grammar[json]" in done.err
    assert run("parse", clean).code == 0


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_without_its_extra_the_command_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from telegram_grammar.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == f"telegram-grammar: the command needs {missing}: pip install 'telegram-grammar[cli]'\n"


def test_importing_the_package_of_the_command_loads_no_framework() -> None:
    code = "import sys, telegram_grammar.cli; print({'rich', 'typer', 'click'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "set()\n"


# Diagnostics of long lines


@pytest.mark.parametrize(("start", "end"), [(0, 3), (500, 510), (990, 1000), (5, 900)])
def test_the_caret_stands_under_its_place_in_a_long_line(start: int, end: int) -> None:
    text = "".join(chr(ord("a") + number % 26) for number in range(1000))
    shown, before, width = diagnostics._excerpt(text, start, end, 80)
    assert len(shown) <= 80
    assert before + width <= 80
    marked = shown[before : before + width].rstrip("…")
    assert marked
    assert text[start:end].startswith(marked)


def test_the_caret_counts_the_columns_that_letters_take() -> None:
    assert diagnostics._excerpt("\tĀ漢字x", 4, 5, 80) == (" Ā漢字x", 6, 1)


def test_a_missing_line_has_a_caret_too() -> None:
    document = tg.parse("A\n")
    found = tg.Diagnostic("TG004", tg.Severity.ERROR, "TO is missing", tg.Span(2, 2), rule="missing-line")
    shown = diagnostics.show(Layout(80), "x", document, [found])
    assert shown == "x:2:1: error: TG004 missing-line: TO is missing\n 2 |\n   | ^\n"
