"""Where results go: what standard output can show, and what stands between the texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from attrs import frozen
from rich.console import COLOR_SYSTEMS, Console
from rich.style import Style

from telegram_grammar.cli.visible import visible

__all__ = ["Around", "Layout", "layout", "painted", "shown", "write", "write_bytes"]

#: Columns of text that goes to a file or a pipe.
_PLAIN_WIDTH: Final = 100


@frozen
class Layout:
    """What the place that results are written to can show."""

    #: Columns of the terminal.
    width: int
    #: How rich names the colours that it can show; None for plain text.
    colors: str | None = None

    def paint(self, text: str, style: str) -> str:
        """The text in a style of rich, where colours can be shown."""
        if self.colors is None or not text:
            return text
        return Style.parse(style).render(text, color_system=COLOR_SYSTEMS[self.colors])

    def console(self, file: io.StringIO) -> Console:
        """A console that writes there just what a terminal would get, or plain text."""
        return Console(
            file=file, width=self.width, force_terminal=self.colors is not None, color_system=self.colors,  # type: ignore[arg-type]  # rich names its colours by literals
            no_color=self.colors is None, legacy_windows=False, markup=False, emoji=False, highlight=False,
        )  # fmt: skip


@frozen
class Around:
    """What is written before, between and after the texts of a run."""

    before: str = ""
    between: str = ""
    after: str = ""
    #: Whether `before` and `after` are written where there is no text.
    always: bool = False


def layout(file: TextIO, *, machine: bool) -> Layout:
    """What standard output or standard error can show; `machine` where a program will read it."""
    if isinstance(file, io.TextIOWrapper):
        # for a program UTF-8 wherever it goes; a lone surrogate becomes an escape, which JSON reads too
        file.reconfigure(encoding="utf-8" if machine else None, errors="backslashreplace")
    console = Console(file=file)
    colored = console.is_terminal and not console.no_color and console.color_system is not None
    width = console.width if console.is_terminal else _PLAIN_WIDTH
    return Layout(width, console.color_system if colored else None)


def write(texts: Iterable[str], around: Around, file: TextIO) -> None:
    """Writes each text as soon as it is there; an empty one counts for none."""
    empty = True
    for text in filter(None, texts):
        file.write(around.before if empty else around.between)
        file.write(text)
        empty = False
    if empty and around.always:
        file.write(around.before)
    if not empty or around.always:
        file.write(around.after)


def write_bytes(content: bytes, file: TextIO) -> None:
    """Writes the bytes of a text behind what was written before."""
    file.flush()
    file.buffer.write(content)
    file.buffer.flush()


_DIFF_COLORS: Final = {"-": "red", "+": "green", "@": "cyan"}


def painted(layout: Layout, diff: Iterable[str]) -> str:
    """The lines of a diff, in colours where they can be shown."""
    if layout.colors is None:
        return "".join(f"{line}\n" for line in diff)
    return "".join(f"{layout.paint(visible(line), _DIFF_COLORS.get(line[0], 'none'))}\n" for line in diff)


def shown(layout: Layout, show: Callable[[Console], None]) -> str:
    """What a view prints."""
    file = io.StringIO()
    show(layout.console(file))
    if layout.colors is not None:
        return file.getvalue()
    # rich fills table cells with blanks
    return "".join(f"{line.rstrip(' ')}\n" for line in file.getvalue().rstrip("\n").split("\n"))
