"""What hostile texts cost: each kind of them at a tenth of the size and at the whole of it, in a process of its own.

    python benchmarks/hostile.py                            # parse, 10 MB
    python benchmarks/hostile.py --what check --size 1000000
    python benchmarks/hostile.py "one line of digits"       # the kinds named, and no others

Prints a row for each kind: seconds of the processor at both sizes, their ratio, and the memory of the process at its
peak as a multiple of the text. A ratio far above that of the sizes says that time is not linear.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import resource
import string
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import telegram_grammar as tg

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # where the tests of hostile texts have their telegram
from hostile_telegram import BODY, CLASS, HEADING

#: A kind that takes so many seconds is ended.
_LIMIT: Final = 300

#: What goes on and on, and what stands above it.
_REPEATED: Final[dict[str, tuple[str, str]]] = {
    "one line of blanks": ("", " "),
    "one line of digits": ("", "1"),
    "one line of words of one letter": (BODY, "A "),
    "one line of prose": (BODY + "2. (C) ", "the harbour is open. "),
    "one line of pilcrows": (BODY, "¶"),
    "one line of dashes": (BODY, "-"),
    "one line of paragraph leads": (BODY, "2. (C) "),
    "one line of page marks": (BODY + "2. (C) ", "word OSLO 00000141  002 OF 002 "),
    "one line of opening parentheses": (BODY, "("),
    "one line of markup": (BODY, "<b>"),
    "one line of open markup": (BODY, "<p $&"),
    "one subject": (CLASS + "SUBJECT: ", "ICE "),
    "one list of tags": (CLASS + "TAGS: ", "PREL, "),
    "one list of personal tags": (CLASS + "TAGS: ", "(A, B) "),
    "one REF line of all letters": (
        CLASS + "REF: ",
        " ".join(f"{one}. OSLO 1" for one in string.ascii_uppercase) + " ",
    ),
    "one Classified By line": (CLASS + "Classified By: ", "1.4 (b) and (d) "),
    "one E.O. line": (CLASS + "E.O. 12958: ", "DECL: 04/16/2019 "),
    "one address": (HEADING, "RUEHC/A "),
    "one routing line": ("VZCZCXRO0001\nRR ", "RUEHBC "),
    "blank lines": (BODY, "\n"),
    "lines of one letter": (BODY, "a\n"),
    "lines of TO": ("", "TO X\n"),
    "lines of FM": ("", "FM X\n"),
    "class lines above TO": ("", "UNCLAS PARIS 001234\nTO X\n"),
    "subjects above addresses": ("", "SUBJECT: X\nTO RUEHC/A\n"),
    "identifications": ("", "VZCZCXRO0001\n"),
    "addresses": (HEADING, "RUEHC/A\n"),
    "class lines": (HEADING, "C O N F I D E N T I A L OSLO 000141\n"),
    "captions": (CLASS, "SIPDIS\n"),
    "E.O., TAGS and SUBJECT over and over": (CLASS, "E.O. 12958: N/A\nTAGS: A\nSUBJECT: B\n"),
    "REF lists": (CLASS, "REF: A. OSLO 1\nB. OSLO 2\n"),
    "REF items": (CLASS + "REF: A. OSLO 1\n", "B. OSLO 2\n"),
    "Classified By lines": (CLASS, "Classified By: A\nREASON: 1.4 (b)\n"),
    "paragraphs with the pilcrow as a digit": (BODY, "11. (C) A.\n"),
    "lines of 11.": (BODY, "11.\n"),
    "bare numbers": (BODY, "2. word\n"),
    "headings and rulers": (BODY, "SUMMARY\n-------\n\n"),
    "rulers": (BODY, "---\n"),
    "headings on the line of their ruler": (BODY, "SUMMARY -----\n"),
    "near headings": (BODY, "Summary of it.\n---\n"),
    "lists in lists": (BODY, "-- a\n- b\n(1) c\na. d\n"),
    "page marks": (BODY, "OSLO 00000141  002 OF 002\n"),
    "page marks inside sentences": (BODY, "Text goes on and\n\nOSLO 00000141  002 OF 002\n\n\non.\n"),
    "near page marks": (BODY, "OSLO 0000141  002 OF 002\nOSLO 00000141  02 OF 002\n"),
    "page heads": (BODY, "PAGE 02 RUEHAB0001 SECRET\nSECRET\n"),
    "footers": (BODY, "Visit Oslo's Classified Website:\nhttp://x\n"),
    "ends of messages": (BODY, "NNNN\n"),
    "messages over and over": ("", BODY + "NNNN\n"),
    "damaged telegrams over and over": ("", BODY.replace("TAGS", "TGAS").replace("E.O.", "E O").replace("FM ", "FN ")),
    "tables": (BODY, "PORT      SHIPS     TONS\n"),
    "stamps and debris": (BODY, "ID: 1\nFROM `cable` x\n2009-01-02\n"),
    "records": ("", "Document Number: 1\n> x\n"),
    "page marks above REF lines": (CLASS + "SUBJECT: X\n", "OSLO 00000141  001 OF 002\nREF: OSLO 1\n"),
    "page marks inside a field": (CLASS + "SUBJECT: X\n", "and on\nOSLO 00000141  001 OF 002\n"),
    "fields with markup": (CLASS, "SUBJECT: <b>X</b>\n"),
    "remarks between fields": (CLASS + "SUBJECT: X\n", "\nRead on\n\nand on.\n\nREF: OSLO 1\n"),
    "remarks between page marks": (CLASS + "SUBJECT: X\n", "\nRead on\n\nOSLO 00000141  002 OF 002\n\nREF: OSLO 1\n"),
    "instructions with a field inside": (CLASS, "FOR EUR E.O. 12958: N/A\n\n"),
    "joints": (BODY, "LIMITED OFFICIAL USE SECTION 02 OF 02 OSLO 000141\n\nTOP SECRET\n\nand on\n"),
    "joined lines that each close a paragraph": (BODY + "2. (C) ", f"{'The harbour ' * 11}is open.\n"),
    "joined lines with a number inside": (BODY + "2. (C) ", f"{'The harbour ' * 11}is open. 3. (C) Yes.\n"),
    "class lines below REF lines": (CLASS, "REF: A\nUNCLAS OSLO 000141\n"),
    "class lines below REF lines and text": (CLASS, "REF: A\nIce and\nUNCLAS OSLO 000141\n"),
    "CR CR LF": (BODY, "word\r\r\n"),
}


def _mixed(size: int) -> str:
    """Lines of the other kinds in any order."""
    drawn = random.Random(0)
    lines = [line for above, piece in _REPEATED.values() for line in (above + piece).split("\n") if len(line) < 100]
    found, length = [], 0
    while length < size:
        found.append(drawn.choice(lines))
        length += len(found[-1]) + 1
    return "\n".join(found)


def _text(kind: str, size: int) -> str:
    if kind == "all these lines in any order":
        return _mixed(size)
    above, piece = _REPEATED[kind]
    return above + piece * ((size - len(above)) // len(piece))


_KINDS: Final = (*_REPEATED, "all these lines in any order")
_CALLS: Final[dict[str, Callable[[str], object]]] = {
    "parse": tg.parse,
    "check": tg.check,
    "canonicalize": tg.canonicalize,
}


def _measure(kind: str, what: str, size: int) -> None:
    """Prints both times and the peak; runs in a process of its own."""
    call = _CALLS[what]
    call(BODY)
    spent = []
    for length in (size // 10, size):
        text = _text(kind, length)
        begin = time.process_time()
        with contextlib.suppress(tg.RenderError):  # a text without a canonical form: what it took to see that counts
            call(text)
        spent.append(time.process_time() - begin)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / size
    print(f"{spent[0]:8.2f} s {spent[1]:8.2f} s {spent[1] / max(spent[0], 1e-6):6.1f} {peak:6.0f}")


def main() -> None:
    """Prints the table row by row."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("kinds", nargs="*", metavar="KIND", help="the kinds wanted; all by default")
    options.add_argument("--what", choices=_CALLS, default="parse")
    options.add_argument("--size", type=int, default=10_000_000, help="characters of the whole text")
    options.add_argument("--one", action="store_true", help="measure in this process")
    given = options.parse_args()
    if given.one:
        _measure(given.kinds[0], given.what, given.size)
        return
    print(f"{given.what:40} {'a tenth':>10} {given.size / 1_000_000:>7.2f} MB  ratio   peak")
    for kind in given.kinds or _KINDS:
        command = [sys.executable, __file__, kind, "--what", given.what, "--size", str(given.size), "--one"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT, check=False)
            row = done.stdout.rstrip() or f"failed: {done.stderr.strip().splitlines()[-1:]}"
        except subprocess.TimeoutExpired:
            row = f"more than {_LIMIT} s"
        print(f"{kind:40} {row}", flush=True)


if __name__ == "__main__":
    main()
