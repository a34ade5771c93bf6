"""Coverage-guided fuzzing of the laws, by atheris; findings are collected, and the run goes on.

    python fuzz/fuzz.py --minutes 60 --findings build/findings [--corpus build/corpus]

Each finding is a text in the folder of findings, the law it breaks beside it; `minimize.py` makes them small and
groups them.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import atheris
from atheris.import_hook import HookManager
from mutations import seeds, varied

#: Where it is decided what a line is and whether it stays that: what follows from it needs no guidance.
FOLLOWED = [
    "body_pass", "body_scanner", "build_body", "build_heading", "build_text_head", "builder", "heading_scanner",
    "headings", "interruptions", "lead_reader", "leads", "rendering.body", "section_hints", "settling", "structure",
    "tail_scanner", "text_head_scanner",
]  # fmt: skip

_SOURCES = Path(__file__).parents[1] / "src" / "telegram_grammar"
_ALL = {".".join(path.relative_to(_SOURCES.parent).with_suffix("").parts) for path in _SOURCES.rglob("*.py")}
_REST = {name.removesuffix(".__init__") for name in _ALL} - {f"telegram_grammar.{name}" for name in FOLLOWED}

# branches alone: what is compared with what is of no use to variations made line by line
with HookManager({"telegram_grammar"}, _REST, enable_loader_override=False, trace_dataflow=False):
    from laws import broken_law

#: So many findings of one kind are kept.
_OF_A_KIND = 20
_NO_DIGITS = str.maketrans("", "", "0123456789")


class Run:
    """One run: how many texts were tried, and what was found."""

    def __init__(self, findings: Path, seconds: float) -> None:
        self.findings = findings
        self.begun = time.monotonic()
        self.end = self.begun + seconds
        self.executions, self.found = 0, Counter[str]()

    def one(self, data: bytes) -> None:
        text = data.decode("utf-8", "surrogatepass") if _is_text(data) else data.decode("latin-1")
        self.executions += 1
        broken = broken_law(text)
        if broken:
            kind = _kind(broken)
            self.found[kind] += 1
            if self.found[kind] <= _OF_A_KIND:
                name = hashlib.sha256(data).hexdigest()[:12]
                (self.findings / f"{name}.txt").write_text(text, "utf-8", "surrogatepass", newline="")
        if self.executions % 20_000 == 0:
            self.report()
        if time.monotonic() > self.end:
            self.report()
            os._exit(0)  # the fuzzer has no other way to be stopped from here

    def report(self) -> None:
        seconds = time.monotonic() - self.begun
        print(
            f"{self.executions:,} executions in {seconds:,.0f} s, {self.executions / seconds:,.0f} a second; "
            f"{self.found.total():,} findings {dict(self.found)}",
            flush=True,
        )


def _kind(broken: str) -> str:
    """The law, and the attribute or the words that it names: without its numbers and without what is quoted."""
    said = broken.partition("'")[0].split(": ")
    return ": ".join(said[:1] + said[2:4]).translate(_NO_DIGITS)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _mutator(data: bytes, most: int, seed: int) -> bytes:
    return varied(data.decode("utf-8", "replace"), random.Random(seed)).encode("utf-8", "surrogatepass")[:most]


def _crossover(one: bytes, other: bytes, most: int, seed: int) -> bytes:
    text = varied(one.decode("utf-8", "replace"), random.Random(seed), other.decode("utf-8", "replace"))
    return text.encode("utf-8", "surrogatepass")[:most]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--findings", type=Path, default=Path("build/findings"))
    options.add_argument("--corpus", type=Path, default=Path("build/corpus"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--length", type=int, default=2_500, help="characters of a text at most")
    given = options.parse_args()
    given.findings.mkdir(parents=True, exist_ok=True)
    given.corpus.mkdir(parents=True, exist_ok=True)
    for text in seeds():
        name = hashlib.sha256(text.encode()).hexdigest()[:12]
        (given.corpus / name).write_bytes(text.encode())
    gc.freeze()
    gc.set_threshold(100_000)
    run = Run(given.findings, 60 * given.minutes)
    settings = [
        f"-max_len={given.length}", f"-seed={given.seed}", "-timeout=60", "-rss_limit_mb=0",
        "-verbosity=0", "-len_control=0", "-reload=0", "-mutate_depth=1",
    ]  # fmt: skip
    atheris.Setup(
        [sys.argv[0], *settings, str(given.corpus)], run.one, custom_mutator=_mutator, custom_crossover=_crossover
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
