"""Law 9: the same text gives the same result in any process, whatever the seed of its hashes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given

import telegram_grammar as tg
from strategies import FIXTURES, any_text

_SOURCE = Path(tg.__file__).parents[1]
_SERVER = """
import json, sys
sys.path.insert(0, sys.argv[1])
import telegram_grammar as tg
for line in sys.stdin:
    print(json.dumps(repr(tg.parse(json.loads(line)).cable) + repr(tg.parse(json.loads(line)).diagnostics) + "".join(
        f"{leaf.kind}{leaf.start}-{leaf.end}" for leaf in tg.parse(json.loads(line)).leaves())), flush=True)
"""


def fingerprint(text: str) -> str:
    document = tg.parse(text)
    leaves = "".join(f"{leaf.kind}{leaf.start}-{leaf.end}" for leaf in document.leaves())
    return repr(document.cable) + repr(document.diagnostics) + leaves


class Process:
    """A process of its own that parses what it is sent."""

    def __init__(self, seed: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SERVER, str(_SOURCE)], env={**os.environ, "PYTHONHASHSEED": seed}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def fingerprint(self, text: str) -> str:
        sender, receiver = self.process.stdin, self.process.stdout
        assert sender is not None
        assert receiver is not None
        sender.write(json.dumps(text) + "\n")
        sender.flush()
        answer: str = json.loads(receiver.readline())
        return answer

    def close(self) -> None:
        self.process.communicate()


@contextmanager
def running(seed: str) -> Iterator[Process]:
    process = Process(seed)
    try:
        yield process
    finally:
        process.close()


@pytest.fixture(scope="module")
def processes() -> Iterator[list[Process]]:
    with running("1") as one, running("4242") as other:
        yield [one, other]


@given(text=any_text())
def test_any_process_gives_the_same(text: str, processes: list[Process]) -> None:
    assert [process.fingerprint(text) for process in processes] == [fingerprint(text)] * 2


def test_any_process_gives_the_same_for_fixtures(processes: list[Process]) -> None:
    for name in reversed(FIXTURES):  # in another order than other tests
        assert [process.fingerprint(FIXTURES[name]) for process in processes] == [fingerprint(FIXTURES[name])] * 2, name
