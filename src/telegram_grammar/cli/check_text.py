"""What `check` does for one text, in this process or in a worker: check it, fix it or show how, report the rest."""

from __future__ import annotations

import enum
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from telegram_grammar.checking import check_document
from telegram_grammar.cli import diagnostics, diff, github, records, sarif
from telegram_grammar.cli.batch import Report, counted
from telegram_grammar.cli.output import Layout, painted
from telegram_grammar.cli.sources import Source, UnreadableError, read
from telegram_grammar.cli.writing import write_atomically
from telegram_grammar.diagnostics import Diagnostic
from telegram_grammar.encodings import decode, encode
from telegram_grammar.fixing import fix
from telegram_grammar.parser import parse, parse_bytes

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["Act", "Format", "Order", "Selection", "check_text"]


class Format(enum.StrEnum):
    """What is written for each diagnostic."""

    TEXT = "text"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"


class Act(enum.Enum):
    """What is done about what is found."""

    REPORT = "report"
    FIX = "fix"
    DIFF = "diff"


@frozen
class Selection:
    """Which codes are reported: what `telegram_grammar.check` takes."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    profile: str | None = None

    def check(self, document: Document) -> tuple[Diagnostic, ...]:
        """What is found in a text. Raises ValueError for a selection that cannot be."""
        return check_document(document, select=self.select, ignore=self.ignore, profile=self.profile)

    def fix(self, text: str) -> tuple[str, tuple[Diagnostic, ...]]:
        """The text with its safe fixes, and what was fixed."""
        return fix(text, select=self.select, ignore=self.ignore, profile=self.profile)

    def verify(self) -> None:
        """Raises ValueError for a selection that cannot be."""
        self.check(parse(""))


@frozen
class Order:
    """What is to be done; the same for all texts."""

    selection: Selection
    act: Act
    #: What is written for each diagnostic; None for nothing.
    format: Format | None
    layout: Layout


class _UnwritableError(Exception):
    """A fixed text could not be written; the message says why."""


def check_text(order: Order, source: Source) -> Report:
    """Reads, checks and perhaps fixes one text."""
    try:
        data = read(source)
        if order.act is Act.REPORT:
            return _report(order, source, data)
        return _fix(order, source, data)
    except UnreadableError as error:
        return Report(source.name, fault=str(error))
    except _UnwritableError as error:
        return Report(source.name, fault=str(error), failed="write")


def _report(order: Order, source: Source, data: bytes) -> Report:
    document = parse_bytes(data)
    found = order.selection.check(document)
    fixes = sum(one.fix is not None for one in found)
    return Report(source.name, _written(order, source.name, document, found), counted(found), fixes)


def _fix(order: Order, source: Source, data: bytes) -> Report:
    """Fixes, then reports what is left."""
    decoded = decode(data)
    text, applied = order.selection.fix(decoded.text)
    try:
        fixed = encode(text, decoded.encoding)
    except UnicodeEncodeError as error:
        raise _UnwritableError(f"the fixed text does not fit into its encoding, {decoded.encoding}") from error
    if order.act is Act.DIFF:
        left = order.selection.check(parse_bytes(fixed))
        edits = diff.edits_between(decoded.text, text, (one.span for one in applied))
        return Report(source.name, _diff(order.layout, source.name, decoded.text, edits), counted(left), len(applied))
    if source.data is None and fixed != data:
        try:
            write_atomically(source.name, fixed, instead_of=data)
        except OSError as error:
            raise _UnwritableError(error.strerror or str(error)) from error
    report = _report(order, source, fixed)
    content = None if source.data is None else fixed
    return Report(report.name, report.text, report.counts, len(applied), content)


def _written(order: Order, name: str, document: Document, found: Sequence[Diagnostic]) -> str:
    match order.format:
        case Format.TEXT:
            return diagnostics.show(order.layout, name, document, found)
        case Format.JSONL:
            rows = (records.finding(name, document, one) for one in found)
            return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        case Format.SARIF:
            return ",\n".join(sarif.results(name, document, found))
        case Format.GITHUB:
            return "".join(f"{line}\n" for line in github.lines(name, document, found))
        case None:
            return ""


def _diff(layout: Layout, name: str, text: str, edits: Sequence[diff.Edit]) -> str:
    return painted(layout, diff.unified(name, text, edits))
