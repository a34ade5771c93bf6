"""Which texts the command reads, and how: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

__all__ = ["STANDARD_INPUT", "SUFFIXES", "Source", "UnreadableError", "count", "find", "read"]

#: How standard input is named.
STANDARD_INPUT: Final = "-"
#: Suffixes, in lower case, of the files that are read in a folder. A file that is named itself may have any.
SUFFIXES: Final = frozenset({".txt", ".cable", ".msg", ""})
#: A file with a NUL character among so many first bytes is no text.
_LOOKED_AT: Final = 8000


class UnreadableError(Exception):
    """An input that could not be read; the message says why."""


@frozen
class Source:
    """One text to read."""

    #: The path as it was named or found, or "-".
    name: str
    #: What it holds, where it is not read from a file of that name.
    data: bytes | None = None
    #: Why it cannot be read, where that is known already.
    fault: str | None = None


def find(paths: Iterable[str]) -> Iterator[Source]:
    """The texts that the paths name, in order; those of a folder sorted by name, with all folders below it."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield _standard_input()
        elif os.path.isdir(path):
            yield from _in_folder(path)
        else:
            yield Source(path)


def count(paths: Iterable[str]) -> int:
    """How many texts the paths name; nothing is read."""
    return sum(sum(1 for _ in _in_folder(path)) if os.path.isdir(path) else 1 for path in paths)


def read(source: Source) -> bytes:
    """What the source holds. Raises UnreadableError."""
    if source.fault is not None:
        raise UnreadableError(source.fault)
    data = source.data
    if data is None:
        try:
            with open(source.name, "rb") as file:
                data = file.read()
        except (OSError, ValueError) as error:  # ValueError: a NUL character in the name
            raise UnreadableError(_reason(error)) from error
    if b"\0" in data[:_LOOKED_AT]:
        raise UnreadableError("not a text: it holds NUL characters")
    return data


def _standard_input() -> Source:
    """Read at once, because worker processes cannot."""
    try:
        return Source(STANDARD_INPUT, data=sys.stdin.buffer.read())
    except (OSError, AttributeError) as error:  # AttributeError: there is no standard input
        return Source(STANDARD_INPUT, fault=_reason(error))


def _in_folder(folder: str) -> Iterator[Source]:
    """The texts in a folder and below. Links to folders are not followed: they may lead round."""
    faults: list[OSError] = []
    found = False
    for place, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(place, name)
            if _is_wanted(name) and os.path.isfile(path):  # no pipes, no devices
                found = True
                yield Source(path)
    for fault in faults:
        yield Source(str(fault.filename), fault=_reason(fault))
    if not found and not faults:
        # silence would let a mistyped folder pass for a clean one
        yield Source(folder, fault="no text in this folder")


def _is_wanted(name: str) -> bool:
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES


def _reason(error: Exception) -> str:
    """Why, without the path: that is named beside it."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
