"""How the tests run the command, and the two cables that they run it on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import frozen

from telegram_grammar import cli

TEXT: Final = """\
VZCZCXRO0001
OO RUEHZZ
DE RUEHXX #0042/01 0331200
ZNR UUUUU ZZH
O 021200Z FEB 09
FM AMEMBASSY XANADU
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001
BT
UNCLAS XANADU 000042

SIPDIS

E.O. 12958: N/A
TAGS: PREL, ECON
SUBJECT: A STATELY PLEASURE DOME [SIC]

1. (U) The embassy reports that work on the dome has begun.

2. (U) It is near the river.

KUBLA
BT
#0042
NNNN
"""
#: A line after FM that belongs to no field: an error.
DAMAGED: Final = TEXT.replace("FM AMEMBASSY XANADU\n", "FM AMEMBASSY XANADU\n)))) ((((\n")
ESCAPE: Final = "\x1b"


@frozen
class Done:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


class Command:
    """Runs the command in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Done:
        self.monkeypatch.setattr(sys, "argv", ["telegram-grammar", *map(str, arguments)])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = self.capsys.readouterr()
        return Done(int(ended.value.code or 0), out, err)


def subprocess_run(arguments: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in a process of its own, as a shell does."""
    code = "from telegram_grammar.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], timeout=60, check=False, **options)


def on_terminals(arguments: Sequence[str | Path], *, out: bool, err: bool) -> tuple[bytes, bytes]:
    """Standard output and standard error of the command, each on a terminal or in a file."""
    pty = pytest.importorskip("pty")
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "90"}
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        environment.pop(name, None)
    results = []
    leader, follower = pty.openpty()
    terminal = {"stdout": out, "stderr": err}
    options: dict[str, Any] = {name: follower if wanted else subprocess.PIPE for name, wanted in terminal.items()}
    done = subprocess_run(arguments, env=environment, **options)
    os.close(follower)
    seen = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # Linux says so at the end of a terminal
            break
        if not part:
            break
        seen += part
    os.close(leader)
    for name, wanted in terminal.items():
        results.append(seen if wanted else getattr(done, name))
    return results[0], results[1]
