"""Diagnostics in SARIF 2.1.0 (OASIS, with errata 01), written bit by bit: `head`, results parted by commas, `tail`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from telegram_grammar import explanations
from telegram_grammar._version import __version__
from telegram_grammar.cli.places import Place, place
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["head", "results", "tail", "uri"]

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
}
_INDEX: Final[Mapping[str, int]] = {code: number for number, code in enumerate(CODES)}
_BYTE_ORDER_MARK: Final = "\ufeff"


def head() -> str:
    """The log up to its first result: the tool with its rules."""
    driver = {
        "name": "telegram-grammar",
        "version": __version__,
        "rules": [_rule(code) for code in CODES.values()],
    }
    return (
        f'{{"$schema": {json.dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
        f'"tool": {json.dumps({"driver": driver}, ensure_ascii=False)},\n'
        '"columnKind": "unicodeCodePoints",\n"results": [\n'
    )


def tail(faults: Sequence[tuple[str, str]]) -> str:
    """The log behind its last result: what could not be read or written, each in words, with its path."""
    invocation = {
        "executionSuccessful": not faults,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": fault},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(name)}}}],
            }
            for name, fault in faults
        ],
    }
    return f'\n],\n"invocations": [{json.dumps(invocation, ensure_ascii=False)}]\n}}]}}\n'


def results(name: str, document: Document, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A result for each diagnostic, as JSON on one line."""
    artifact = {"uri": uri(name)}
    # by the standard a byte order mark is no part of the text (section 3.30.1 counts from the first character)
    mark = len(_BYTE_ORDER_MARK) if document.source.startswith(_BYTE_ORDER_MARK) else 0
    for found in diagnostics:
        region = _region(place(document, found), found, mark)
        result = {
            "ruleId": found.code,
            "ruleIndex": _INDEX[found.code],
            "level": _LEVELS[found.severity],
            "message": {"text": _message(found)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        }
        if found.fix is not None and found.span.end > mark:
            replacement = {"deletedRegion": region, "insertedContent": {"text": found.fix}}
            change = {"artifactLocation": artifact, "replacements": [replacement]}
            result["fixes"] = [{"description": {"text": _fix(found)}, "artifactChanges": [change]}]
        yield json.dumps(result, ensure_ascii=False)


def uri(name: str) -> str:
    """The URI of a file: relative to the working directory where it lies below it, else absolute.

    Standard input is "-".
    """
    try:
        relative = os.path.relpath(name)
    except ValueError:  # on Windows, another drive
        relative = os.pardir
    if relative == os.pardir or relative.startswith(os.pardir + os.sep):
        return Path(os.path.abspath(name)).as_uri()
    return quote(os.fsencode(relative.replace(os.sep, "/")), safe="/")


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": explanations.message(code)},
        "fullDescription": {"text": code.rationale},
        "help": {"text": explanations.plain(code), "markdown": explanations.markdown(code)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [explanations.family(code)]},
    }


def _message(found: Diagnostic) -> str:
    return found.message if found.expected is None else f"{found.message}; expected {found.expected}"


def _fix(found: Diagnostic) -> str:
    if not found.fix:
        return "take it out"
    return f"replace it by {found.fix!r}" if len(found.span) else f"insert {found.fix!r}"


def _region(there: Place, found: Diagnostic, mark: int) -> dict[str, int]:
    start, end = max(found.span.start - mark, 0), max(found.span.end - mark, 0)
    return {
        "startLine": there.line,
        "startColumn": max(there.column - (mark if there.line == 1 else 0), 1),
        "endLine": there.end_line,
        "endColumn": max(there.end_column - (mark if there.end_line == 1 else 0), 1),
        "charOffset": start,
        "charLength": end - start,
    }
