"""How often each code occurs in a run, as a table or as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from telegram_grammar.cli.diagnostics import STYLES
from telegram_grammar.cli.output import Layout
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Severity

if TYPE_CHECKING:
    from telegram_grammar.cli.batch import Batch

__all__ = ["statistics"]

#: Wider than any of them.
_SEVERITY: Final = 12


def statistics(layout: Layout, batch: Batch, *, lines: bool) -> str:
    """The codes of a run, the most frequent first; `lines` for an object on each line."""
    rows = sorted(batch.counts.items(), key=lambda item: (-item[1], item[0][0]))
    if lines:
        return "".join(f"{line}\n" for line in _objects(batch, [key for key, _ in rows]))
    title = f"{'count':>9} {'texts':>7}  code   {'severity':<{_SEVERITY}} name"
    shown = [
        f"{count:>9,} {batch.texts[code, severity]:>7,}  {code}  "
        f"{layout.paint(f'{severity.value:<{_SEVERITY}}', STYLES[severity])} {CODES[code].name}"
        for (code, severity), count in rows
    ]
    return "".join(f"{line}\n" for line in [layout.paint(title, "bold"), *shown])


def _objects(batch: Batch, keys: list[tuple[str, Severity]]) -> Iterator[str]:
    for code, severity in keys:
        yield json.dumps({
            "code": code,
            "rule": CODES[code].name,
            "severity": severity.value,
            "count": batch.counts[code, severity],
            "texts": batch.texts[code, severity],
        })  # fmt: skip
