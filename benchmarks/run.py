"""What parsing and rendering cost: beside the floor, as texts grow, at the start, in memory. Prints one table.

    python benchmarks/run.py [--corpus FOLDER ...] [--quick]

Without `--corpus` the texts are the project's own examples and fixtures. `--quick` leaves out the 10 MB texts.
"""

from __future__ import annotations

import argparse
import copy
import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from floor import floor

import telegram_grammar as tg

_PROJECT: Final = Path(__file__).parents[1]
_SOURCE: Final = Path(tg.__file__).parents[1]
_HEAVY: Final = ("lark", "cattrs", "rich", "typer", "hypothesis", "interegular", "multiprocessing", "json", "html")
_SIZES: Final = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}


def texts(folders: list[Path]) -> list[str]:
    """The texts of the folders, or the project's own."""
    if not folders:
        folders = [_PROJECT / "examples", *sorted((_PROJECT / "tests" / "fixtures").iterdir())]
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    if not paths:
        raise SystemExit(f"no .txt files in {', '.join(map(str, folders))}")
    return [path.read_bytes().decode("utf-8", "replace") for path in paths]


def whole(text: str) -> object:
    """Everything that parsing owes, so that nothing lazy is free."""
    document = tg.parse(text)
    return document.cable, document.diagnostics, document.nodes


def cost(function: Callable[[str], object], over: list[str], times: int) -> float:
    """Seconds for all texts: the best of several runs."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        begin = time.perf_counter()
        for text in over:
            function(text)
        best = min(best, time.perf_counter() - begin)
    return best


def grown(every: list[str], size: int) -> str:
    """A telegram of about this size: the longest text, whose body goes on and on."""
    longest = max(every, key=len)
    body = longest[len(longest) // 2 :]
    body = body[body.find("\n") + 1 :] or longest
    return longest[:size] + body * max(0, (size - len(longest)) // len(body))


def in_a_fresh_process(code: str, argument: str = "") -> str:
    """What a program prints in a Python process of its own."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(_SOURCE)!r})\n{code}"]
    return subprocess.run(command, input=argument, capture_output=True, text=True, check=True).stdout.strip()


_IMPORT: Final = """
import time
begin = time.perf_counter()
import telegram_grammar
print(time.perf_counter() - begin)
"""
_FIRST: Final = """
import time
text = sys.stdin.read()
import telegram_grammar
begin = time.perf_counter()
telegram_grammar.parse(text)
print(time.perf_counter() - begin)
"""
_LOADED: Final = "import telegram_grammar\nprint(*{name.partition('.')[0] for name in sys.modules})"
_MEMORY: Final = """
import tracemalloc
text = sys.stdin.read()
import telegram_grammar
telegram_grammar.parse("")
tracemalloc.start()
document = telegram_grammar.parse(text)
held, peak = tracemalloc.get_traced_memory()
print(peak / len(text.encode()), held / len(text.encode()))
"""


def speed(every: list[str]) -> Iterator[tuple[str, str]]:
    """Parse and floor over the same texts in the same run."""
    size = sum(map(len, every))
    whole(every[0])
    parsing, least = cost(whole, every, 7), cost(floor, every, 7)
    yield "texts", f"{len(every)}, {size / 1e6:.2f} M characters"
    yield "floor", f"{len(every) / least:,.0f} cables/s, {size / least / 1e6:.1f} MB/s"
    yield "parse", f"{len(every) / parsing:,.0f} cables/s, {size / parsing / 1e6:.1f} MB/s"
    yield "parse : floor", f"{parsing / least:.1f}"


def rendering(every: list[str]) -> Iterator[tuple[str, str]]:
    """Render, without proof and with it, beside parse: of each text the best of several runs, taking turns in each."""
    cables = [tg.parse(text).cable for text in every]
    copies = [copy.copy(cable) for cable in cables]
    best = [(float("inf"),) * 3] * len(every)
    for _ in range(7):
        gc.collect()
        for place, (text, cable, copied) in enumerate(zip(every, cables, copies, strict=True)):
            begin = time.process_time()
            tg.parse(text)
            parsed = time.process_time()
            tg.render(cable)
            printed = time.process_time()
            tg.render(copied)
            times = parsed - begin, printed - parsed, time.process_time() - printed
            best[place] = tuple(map(min, best[place], times))  # type: ignore[assignment]  # three, as there were
    parsing, printing, proving = (sum(times) for times in zip(*best, strict=True))
    yield "render", f"{len(every) / printing:,.0f} cables/s"
    yield "render : parse", f"{printing / parsing:.2f}"
    yield "proved", f"{len(every) / proving:,.0f} cables/s"
    yield "proved : parse", f"{proving / parsing:.2f}"


def growth(every: list[str], sizes: list[str]) -> Iterator[tuple[str, str]]:
    """What a telegram of each size costs, a character."""
    base = None
    for name in sizes:
        text = grown(every, _SIZES[name])
        each = cost(whole, [text], 3 if len(text) < 5_000_000 else 1) / len(text)
        base = base or each
        yield (
            f"growth: {name}",
            f"{each * len(text):8.3f} s, {each * 1e9:6.0f} ns a character, {each / base:.2f} of the first",
        )


#: One line, or lines, of these go on and on.
_HOSTILE: Final = {
    "blanks": " ",
    "pilcrows": "¶",
    "digits": "1",
    "words of one letter": "A ",
    "addresses": "RUEHC/A ",
    "paragraph leads": "1. (C) ",
    "blank lines": "\n",
    "short lines": "a\n",
    "page marks": "OSLO 00000001  002 OF 003\n",
    "headings": "SUMMARY\n-------\n\n",
}


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """What hostile texts cost at a tenth of the size and at the whole of it."""
    for name, piece in _HOSTILE.items():
        costs = [cost(whole, [piece * (length // len(piece))], 1) for length in (size // 10, size)]
        yield (
            f"hostile, {size // 1_000_000} MB: {name}",
            f"{costs[1]:8.3f} s, {costs[1] / costs[0]:.1f} times that of a tenth",
        )


def start(every: list[str]) -> Iterator[tuple[str, str]]:
    """Importing the package, and the first parse, each in a fresh process."""
    imports = min(float(in_a_fresh_process(_IMPORT)) for _ in range(7))
    yield "import telegram_grammar", f"{imports * 1000:.0f} ms"
    loaded = in_a_fresh_process(_LOADED).split()
    yield "imported with it", ", ".join(name for name in _HEAVY if name in loaded) or "none of " + ", ".join(_HEAVY)
    first = min(float(in_a_fresh_process(_FIRST, max(every, key=len))) for _ in range(5))
    yield "first parse in a process", f"{first * 1000:.0f} ms"


def memory(every: list[str], sizes: list[str]) -> Iterator[tuple[str, str]]:
    """The memory that parsing takes, as a multiple of the text."""
    for name in sizes:
        peak, held = map(float, in_a_fresh_process(_MEMORY, grown(every, _SIZES[name])).split())
        yield f"memory: {name}", f"peak {peak:.1f}, kept {held:.1f} times the text in UTF-8"


def main() -> None:
    """Prints the table row by row, as it is measured."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=Path, action="append", default=[], help="a folder of .txt files")
    options.add_argument("--quick", action="store_true", help="no 10 MB texts")
    arguments = options.parse_args()
    every = texts(arguments.corpus)
    sizes = [name for name in _SIZES if not (arguments.quick and name == "10 MB")]
    print(f"Python {sys.version.split()[0]}, telegram-grammar {tg.__version__}")
    largest = 1_000_000 if arguments.quick else 10_000_000
    for section in (
        speed(every),
        rendering(every),
        start(every),
        growth(every, sizes),
        memory(every, sizes[2:]),
        hostile(largest),
    ):
        for name, value in section:
            print(f"{name:40} {value}", flush=True)


if __name__ == "__main__":
    main()
