"""How the command ends: its exit codes, wrong usage, interruption, a reader that stops reading."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Final, NoReturn

import typer

__all__ = [
    "CLEAN",
    "ERRORS",
    "EXIT_CODES",
    "INTERRUPTED",
    "PIPE_CLOSED",
    "UNREADABLE",
    "USAGE",
    "complain",
    "orderly_end",
    "wrong_usage",
]

CLEAN: Final = 0
ERRORS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
#: 128 and the number of the signal, as a shell reports a process that SIGINT or SIGPIPE ended.
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

EXIT_CODES: Final = """\
Exit codes:

0  every text was read, with no diagnostic of severity error

1  at least one diagnostic of severity error

2  wrong usage or settings, or an extra that is needed is not installed

3  at least one input could not be read or written (whatever else there is)"""


def complain(words: str) -> None:
    """Says on standard error what is wrong."""
    typer.echo(f"telegram-grammar: {words}", err=True)


def wrong_usage(words: str) -> NoReturn:
    """Ends the command, for it was asked for something that cannot be."""
    complain(words)
    raise typer.Exit(USAGE) from None


@contextlib.contextmanager
def orderly_end() -> Iterator[None]:
    """Ends quietly where the user interrupts, or the reader of the output has had enough; a full disk is named."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        complain("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _write_no_more()
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        complain(f"cannot write standard output: {error.strerror or error}")
        _write_no_more()
        raise typer.Exit(UNREADABLE) from None


def _write_no_more() -> None:
    """Nothing is written to standard output any more, not even when Python flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
