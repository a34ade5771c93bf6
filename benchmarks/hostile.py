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
from typing import Final

import telegram_grammar as tg

#: A kind that takes so many seconds is ended.
_LIMIT: Final = 300

_HEADING: Final = """\
VZCZCXRO0001
RR RUEHBC RUEHDE
DE RUEHOS #0141 1060320
ZNY CCCCC ZZH
R 160320Z APR 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC 1387
"""
_CLASS: Final = f"{_HEADING}C O N F I D E N T I A L OSLO 000141\n\nSIPDIS\n\n"
_BODY: Final = f"{_CLASS}E.O. 12958: DECL: 04/16/2019\nTAGS: SENV NO\nSUBJECT: ICE\n\n1. (C) The harbour is frozen.\n\n"

#: What goes on and on, and what stands above it.
_REPEATED: Final[dict[str, tuple[str, str]]] = {
    "one line of blanks": ("", " "),
    "one line of digits": ("", "1"),
    "one line of words of one letter": (_BODY, "A "),
    "one line of prose": (_BODY + "2. (C) ", "the harbour is open. "),
    "one line of pilcrows": (_BODY, "¶"),
    "one line of dashes": (_BODY, "-"),
    "one line of paragraph leads": (_BODY, "2. (C) "),
    "one line of page marks": (_BODY + "2. (C) ", "word OSLO 00000141  002 OF 002 "),
    "one line of opening parentheses": (_BODY, "("),
    "one line of markup": (_BODY, "<b>"),
    "one line of open markup": (_BODY, "<p $&"),
    "one subject": (_CLASS + "SUBJECT: ", "ICE "),
    "one list of tags": (_CLASS + "TAGS: ", "PREL, "),
    "one list of personal tags": (_CLASS + "TAGS: ", "(A, B) "),
    "one REF line of all letters": (
        _CLASS + "REF: ",
        " ".join(f"{one}. OSLO 1" for one in string.ascii_uppercase) + " ",
    ),
    "one Classified By line": (_CLASS + "Classified By: ", "1.4 (b) and (d) "),
    "one E.O. line": (_CLASS + "E.O. 12958: ", "DECL: 04/16/2019 "),
    "one address": (_HEADING, "RUEHC/A "),
    "one routing line": ("VZCZCXRO0001\nRR ", "RUEHBC "),
    "blank lines": (_BODY, "\n"),
    "lines of one letter": (_BODY, "a\n"),
    "lines of TO": ("", "TO X\n"),
    "lines of FM": ("", "FM X\n"),
    "addresses": (_HEADING, "RUEHC/A\n"),
    "class lines": (_HEADING, "C O N F I D E N T I A L OSLO 000141\n"),
    "captions": (_CLASS, "SIPDIS\n"),
    "E.O., TAGS and SUBJECT over and over": (_CLASS, "E.O. 12958: N/A\nTAGS: A\nSUBJECT: B\n"),
    "REF lists": (_CLASS, "REF: A. OSLO 1\nB. OSLO 2\n"),
    "REF items": (_CLASS + "REF: A. OSLO 1\n", "B. OSLO 2\n"),
    "Classified By lines": (_CLASS, "Classified By: A\nREASON: 1.4 (b)\n"),
    "paragraphs with the pilcrow as a digit": (_BODY, "11. (C) A.\n"),
    "lines of 11.": (_BODY, "11.\n"),
    "bare numbers": (_BODY, "2. word\n"),
    "headings and rulers": (_BODY, "SUMMARY\n-------\n\n"),
    "rulers": (_BODY, "---\n"),
    "headings on the line of their ruler": (_BODY, "SUMMARY -----\n"),
    "near headings": (_BODY, "Summary of it.\n---\n"),
    "lists in lists": (_BODY, "-- a\n- b\n(1) c\na. d\n"),
    "page marks": (_BODY, "OSLO 00000141  002 OF 002\n"),
    "page marks inside sentences": (_BODY, "Text goes on and\n\nOSLO 00000141  002 OF 002\n\n\non.\n"),
    "near page marks": (_BODY, "OSLO 0000141  002 OF 002\nOSLO 00000141  02 OF 002\n"),
    "page heads": (_BODY, "PAGE 02 RUEHAB0001 SECRET\nSECRET\n"),
    "footers": (_BODY, "Visit Oslo's Classified Website:\nhttp://x\n"),
    "ends of messages": (_BODY, "NNNN\n"),
    "messages over and over": ("", _BODY + "NNNN\n"),
    "damaged telegrams over and over": ("", _BODY.replace("TAGS", "TGAS").replace("E.O.", "E O").replace("FM ", "FN ")),
    "tables": (_BODY, "PORT      SHIPS     TONS\n"),
    "stamps and debris": (_BODY, "ID: 1\nFROM `cable` x\n2009-01-02\n"),
    "records": ("", "Document Number: 1\n> x\n"),
    "CR CR LF": (_BODY, "word\r\r\n"),
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
    call(_BODY)
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
