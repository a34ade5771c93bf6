"""Safe fixes: the smallest edits that mend what can be mended without a guess; all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from telegram_grammar.checking import check
from telegram_grammar.diagnostics import Diagnostic

__all__ = ["fix"]


def fix(
    text: str, *, select: Iterable[str] | None = None, ignore: Iterable[str] = (), profile: str | None = None
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Applies the safe fixes of a text; returns the new text and the diagnostics whose fixes it has, in order.

    Their spans are those of the given text. `select`, `ignore` and `profile` are those of `check`.
    """
    wanted = [one for one in check(text, select=select, ignore=ignore, profile=profile) if one.fix is not None]
    pieces: list[str] = []
    applied: list[Diagnostic] = []
    place = 0
    for one in wanted:
        if one.span.start >= place and one.fix is not None:
            pieces += [text[place : one.span.start], one.fix]
            place = one.span.end
            applied.append(one)
    return "".join([*pieces, text[place:]]), tuple(applied)
