"""Many texts: rows in order with the caller's ids, in as many processes as wanted, and no text stops the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from telegram_grammar.diagnostics import Diagnostic
from telegram_grammar.model import Cable
from telegram_grammar.parser import parse, parse_bytes
from telegram_grammar.rows import Scalar, cable_row

__all__ = ["ManyRow", "parse_many"]

_Text: TypeAlias = str | bytes


@frozen
class ManyRow:
    """What `parse_many` hands back for one text."""

    #: The id that came with the text, or the number of the text from 0.
    id: Hashable
    #: The row of the cable, as of `Cable.row()`; where `error` says that there is none, that of an empty cable.
    row: dict[str, Scalar]
    #: What parsing had to repair or undo.
    diagnostics: tuple[Diagnostic, ...] = ()
    #: Why there is no row: the item was no text, or the process that read it died. None as a rule.
    error: str | None = None


def parse_many(
    texts: Iterable[_Text] | Iterable[tuple[Hashable, _Text]], jobs: int | None = 1
) -> Iterator[ManyRow]:  # fmt: skip
    """Parses texts one after another, or several at a time, and yields one `ManyRow` for each, in their order.

    `texts` holds texts (str, or bytes to be read as `parse_bytes` does) or pairs of an id and a text. It may be
    endless, for it is read only a little ahead (at most 256 texts for each process). `jobs` is the number of processes:
    1 is this process, None as many as there are processors. Cables and trees stay in the processes, because carrying
    them over costs more than parsing.

    No text stops the rest: where one cannot be read, its row has an `error`. Raises TypeError where `texts` is itself
    one text, ValueError where `jobs` is less than 1, RuntimeError where processes cannot be started (a script that asks
    for them must do so under `if __name__ == "__main__":`), and whatever `texts` raises.
    """
    if isinstance(texts, (str, bytes, bytearray)):
        raise TypeError("parse_many takes many texts; give one text to parse, or put it in a list")
    from telegram_grammar._pool import processes  # multiprocessing takes a while to import

    return _rows(texts, processes(jobs))


def _rows(texts: Iterable[object], jobs: int) -> Iterator[ManyRow]:
    from telegram_grammar._pool import Failure, apply

    ids: deque[Hashable] = deque()  # they wait here, so that they need not be picklable

    def without_ids() -> Iterator[object]:
        for number, item in enumerate(texts):
            if isinstance(item, tuple) and len(item) == 2:
                ids.append(item[0])
                yield item[1]
            else:
                ids.append(number)
                yield item

    for result in apply(_read, without_ids(), jobs, _weight):
        if isinstance(result, Failure):
            yield ManyRow(ids.popleft(), cable_row(Cable()), error=str(result))
        else:
            yield ManyRow(ids.popleft(), *result)


def _weight(text: object) -> int:
    return len(text) if isinstance(text, (str, bytes, bytearray)) else 0


def _read(text: object) -> tuple[dict[str, Scalar], tuple[Diagnostic, ...]]:
    """What of one text comes back from a process."""
    if isinstance(text, str):
        document = parse(text)
    elif isinstance(text, (bytes, bytearray)):
        document = parse_bytes(bytes(text))
    else:
        raise TypeError(f"a text is str or bytes, not {type(text).__name__}")
    return cable_row(document.cable), document.diagnostics
