"""Short telegrams and how they are varied: line by line, so that what is tried might still be a telegram."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # the fixtures of the tests are no package

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from strategies import FIXTURES
from telegram_grammar.testing.everyday import LINE_KINDS
from telegram_grammar.testing.garbled import any_line

__all__ = ["MOST_LINES", "seeds", "varied"]

#: So many lines at most: a short text is read soon, and says by itself what is the matter with it.
MOST_LINES: Final = 25
_LONGEST_LINE: Final = 160
#: Lines drawn of each kind.
_DRAWN: Final = 12

_LEADS: Final = [
    "1. (C) ", "2. ", "11. ", "(S) ", "-- ", "- ", "a. ", "A. ", "(B) ", "¶", "¶1. ", "TO ", "INFO ", "FM ", "DE ",
    "REF: ", "SUBJECT: ", "TAGS: ", "E.O. 12958: ", "Classified By: ", "REASON: ", "SIPDIS ", " ", "   ", "\t",
    "\ufeff",
]  # fmt: skip
_PIECES: Final = [
    "", " ", "  ", "\t", "\xa0", "\r", "\f", "¶", "q", "1", ".", ",", ":", ";", "-", "--", "/", "//", "(", ")", "(C)",
    "a", "A", "x", "É", "...", " 1.", " A.", " REF: ", " NNNN", " OSLO 00001234  002 OF 003 ", " BT", "<b>", "&amp;",
    "XXXXXXXX", "\x85", "\u2028",
]  # fmt: skip


def _drawn(strategy: SearchStrategy[str], count: int) -> list[str]:
    """Lines of a strategy, the same in every run."""
    found: list[str] = []

    @settings(max_examples=count, database=None, derandomize=True, phases=[Phase.generate], deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(strategy)
    def draw(line: str) -> None:
        found.append(line)

    draw()
    return found


def _pool() -> list[str]:
    """Lines of the fixtures and of all kinds."""
    lines = {line for text in FIXTURES.values() for line in text.split("\n") if len(line) <= _LONGEST_LINE}
    for strategy in LINE_KINDS.values():
        lines.update(line for drawn in _drawn(strategy, _DRAWN) for line in drawn.split("\n"))
    lines.update(_drawn(any_line(), 400))
    return sorted(line[:_LONGEST_LINE] for line in lines)


POOL: Final = _pool()


def seeds() -> list[str]:
    """The fixtures in pieces of a few lines, each with where it begins and ends."""
    found = []
    for text in FIXTURES.values():
        lines = text.split("\n")
        found += ["\n".join(lines[place : place + 14]) for place in range(0, len(lines), 7)]
    return found


# ---- variations: each changes a list of lines ------------------------------------------------------------------


def _delete(chance: random.Random, lines: list[str], at: int) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 4))]


def _swap(chance: random.Random, lines: list[str], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _repeat(chance: random.Random, lines: list[str], at: int) -> None:
    lines.insert(chance.randrange(len(lines) + 1), lines[at])


def _insert(chance: random.Random, lines: list[str], at: int) -> None:
    lines.insert(at, chance.choice(POOL))


def _replace(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = chance.choice(POOL)


def _blank(chance: random.Random, lines: list[str], at: int) -> None:
    lines.insert(at, chance.choice(("", "", "", " ", "\t")))


def _widen(chance: random.Random, lines: list[str], at: int) -> None:
    """Other blanks between the words of a line, or of all lines."""
    blanks = chance.choice(("  ", "   ", "\xa0", "\t", " \xa0", "\f"))
    for place in range(len(lines)) if chance.random() < 0.2 else (at,):
        lines[place] = lines[place].replace(" ", blanks)


def _join(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at : at + 2] = [chance.choice((" ", " ", "", "  ")).join(lines[at : at + 2])]


def _cut(chance: random.Random, lines: list[str], at: int) -> None:
    line = lines[at]
    blanks = [place for place, char in enumerate(line) if char == " "]
    place = chance.choice(blanks) if blanks and chance.random() < 0.7 else chance.randrange(len(line) + 1)
    lines[at : at + 1] = [line[:place], *chance.choice(([], [], [""])), line[place:].lstrip(" ")]


def _case(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = chance.choice((str.lower, str.upper, str.title))(lines[at])


def _lead(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = chance.choice(_LEADS) + lines[at]


def _piece(chance: random.Random, lines: list[str], at: int) -> None:
    line = lines[at]
    place = chance.choice((0, len(line), chance.randrange(len(line) + 1)))
    gone = chance.choice((0, 0, 1, 1, 2, 6))
    lines[at] = line[:place] + chance.choice(_PIECES) + line[place + gone :]


def _stop(chance: random.Random, lines: list[str], at: int) -> None:
    """A line that is open is closed, and the other way round."""
    line = lines[at].rstrip()
    lines[at] = line[:-1] if line.endswith((".", ":", ")")) else f"{line}."


def _begin(chance: random.Random, lines: list[str], at: int) -> None:
    del lines[:at]


def _end(chance: random.Random, lines: list[str], at: int) -> None:
    del lines[at:]


_VARIATIONS: Final[list[Callable[[random.Random, list[str], int], None]]] = [
    _delete, _delete, _swap, _repeat, _insert, _insert, _insert, _insert, _replace, _replace, _blank, _blank, _widen,
    _join, _cut, _case, _lead, _piece, _piece, _stop, _begin, _end,
]  # fmt: skip


def varied(text: str, chance: random.Random, other: str = "") -> str:
    """A text with one to four variations; with the lines of another at one place, where there is another."""
    lines = text.split("\n")
    if other:
        at = chance.randrange(len(lines) + 1)
        more = other.split("\n")
        begin = chance.randrange(len(more))
        lines[at : at + chance.choice((0, 3))] = more[begin : begin + chance.randrange(1, 9)]
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
        lines = lines or [""]
        chance.choice(_VARIATIONS)(chance, lines, chance.randrange(len(lines)))
    return "\n".join(line[: _LONGEST_LINE * 2] for line in lines[:MOST_LINES])
