"""The command `telegram-grammar` (extra `cli`). Without typer and rich, `main` says what to install."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Runs the command with the arguments of the process, and ends the process with the exit code it documents."""
    try:
        import rich  # noqa: F401  # some versions of typer work without it, the views do not
        import typer  # noqa: F401
    except ImportError as error:
        print(
            f"telegram-grammar: the command needs {error.name}: pip install 'telegram-grammar[cli]'", file=sys.stderr
        )  # fmt: skip
        raise SystemExit(2) from None
    from telegram_grammar.cli.app import app

    app(prog_name="telegram-grammar")
    raise SystemExit(0)
