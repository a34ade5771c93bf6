"""What is done for one text, in this process or in a worker: read it, parse it, write it in the wanted format.

Only strings and numbers come back, so that no tree has to travel between processes.
"""

from __future__ import annotations

import enum
import io
import json
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import Factory, frozen
from rich.console import Console

from telegram_grammar.cli import records, summary, tree
from telegram_grammar.cli.sources import Source, UnreadableError, read
from telegram_grammar.diagnostics import Severity
from telegram_grammar.parser import parse_bytes

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["Format", "Layout", "Report", "report_on"]


class Format(enum.StrEnum):
    """What is written for each text."""

    SUMMARY = "summary"
    JSON = "json"
    JSONL = "jsonl"
    TREE = "tree"


@frozen
class Layout:
    """The format, and what the place it is written to can show."""

    format: Format
    #: Columns of the terminal.
    width: int
    #: How rich names the colours that it can show; None for plain text.
    colors: str | None = None

    def console(self, file: io.StringIO) -> Console:
        """A console that writes there just what a terminal would get, or plain text."""
        return Console(
            file=file, width=self.width, force_terminal=self.colors is not None, color_system=self.colors,  # type: ignore[arg-type]  # rich names its colours by literals
            no_color=self.colors is None, legacy_windows=False, markup=False, emoji=False, highlight=False,
        )  # fmt: skip


@frozen
class Report:
    """What came of one text."""

    name: str
    #: What is printed of it.
    text: str = ""
    #: How many diagnostics it has, by severity.
    counts: Counter[Severity] = Factory(Counter)
    #: Why it could not be read.
    fault: str | None = None


def report_on(layout: Layout, source: Source) -> Report:
    """Reads, parses and writes one text."""
    try:
        document = parse_bytes(read(source))
    except UnreadableError as error:
        return Report(source.name, fault=str(error))
    match layout.format:
        case Format.JSON:
            text = json.dumps(records.record(source.name, document), ensure_ascii=False, indent=2)
        case Format.JSONL:
            text = json.dumps(records.record(source.name, document), ensure_ascii=False)
        case Format.TREE:
            text = _shown(layout, tree.show, source.name, document)
        case Format.SUMMARY:
            text = _shown(layout, summary.show, source.name, document)
    counts = Counter(diagnostic.severity for diagnostic in document.diagnostics)
    return Report(source.name, text, counts)


def _shown(layout: Layout, show: Callable[[Console, str, Document], None], name: str, document: Document) -> str:
    """What a view prints."""
    file = io.StringIO()
    show(layout.console(file), name, document)
    if layout.colors is not None:
        return file.getvalue()
    # rich fills table cells with blanks
    return "".join(f"{line.rstrip(' ')}\n" for line in file.getvalue().rstrip("\n").split("\n"))
