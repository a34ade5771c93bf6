"""Safe fixes: the smallest edits that mend what can be mended without a guess; all else stays as it is.

A fix is applied only where the text with it says the same and has no diagnostic that it had not before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Final

import attrs
from attrs import evolve

from telegram_grammar.checking import check_document
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Diagnostic, Span
from telegram_grammar.document import Document
from telegram_grammar.edits import Edits, without_overlap
from telegram_grammar.model import Cable
from telegram_grammar.parser import parse

__all__ = ["fix"]

#: Passes over a text: a fix may lie under another, or become safe by another.
_PASSES: Final = 8
#: Sets of edits that are tried in one pass; so the time stays linear in the length of the text.
_TRIALS: Final = 24


def fix(
    text: str, *, select: Iterable[str] | None = None, ignore: Iterable[str] = (), profile: str | None = None
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Applies the safe fixes of a text; returns the new text and the diagnostics whose fixes it has, in order.

    The cable stays equal but for the attributes that `Code.changes` names, no new diagnostic appears, and a second
    call changes nothing. The spans of the diagnostics are those of the given text. `select`, `ignore` and `profile`
    are those of `check`. Raises ValueError as `check` does; never for a text.
    """
    select = None if select is None else [select] if isinstance(select, str) else list(select)
    ignore = [ignore] if isinstance(ignore, str) else list(ignore)
    document = parse(text)
    fixed: list[Diagnostic] = []
    applied: list[Edits] = []
    for _ in range(_PASSES):
        found = check_document(document, select=select, ignore=ignore, profile=profile)
        edits = without_overlap(one for one in found if _is_edit(one, document.source))
        kept = _Trials(document, profile).kept(edits) if edits else None
        if kept is None or not kept.edits:
            return document.source, tuple(sorted(fixed, key=lambda one: (one.span.start, one.code)))
        fixed += [evolve(edit, span=_given(edit.span, applied)) for edit in kept.edits]
        applied.append(kept)
        document = parse(kept.apply(document.source))
    return text, ()  # fixes that call for one another without end are none


def _is_edit(one: Diagnostic, source: str) -> bool:
    return one.fix is not None and source[one.span.start : one.span.end] != one.fix


def _given(span: Span, applied: Sequence[Edits]) -> Span:
    """A range of the text of this pass, in the given text."""
    for edits in reversed(applied):
        span = edits.before(span)
    return span


class _Trials:
    """One pass: which of some edits are safe. A set that is not is tried by halves."""

    def __init__(self, document: Document, profile: str | None) -> None:
        self.document, self.profile = document, profile
        self.found = check_document(document, profile=profile)
        self.left = _TRIALS

    def kept(self, edits: list[Diagnostic]) -> Edits:
        """The edits that are safe together, as far as the trials go."""
        kept: list[Diagnostic] = []
        waiting = [sorted(edits, key=lambda edit: edit.code)]  # edits of one code are safe or not together
        while waiting and self.left:
            group = waiting.pop()
            if self.safe(Edits.of([*kept, *group])):
                kept += group
            elif len(group) > 1:
                middle = _middle(group)
                waiting += [group[middle:], group[:middle]]
        return Edits.of(kept)

    def safe(self, edits: Edits) -> bool:
        """Whether the text with the edits says the same and has no new diagnostic."""
        self.left -= 1
        document = parse(edits.apply(self.document.source))
        changes = {name for edit in edits.edits for name in CODES[edit.code].changes}
        if not _says_the_same(self.document.cable, document.cable, changes):
            return False
        places: dict[str, deque[Span]] = {}
        for one in self.found:
            places.setdefault(one.code, deque()).append(edits.after(one.span.start))
        return not any(_is_new(one, places) for one in check_document(document, profile=self.profile))


def _middle(group: list[Diagnostic]) -> int:
    """Where to part a group: between codes if it has several, near its middle."""
    borders = [place for place in range(1, len(group)) if group[place - 1].code != group[place].code]
    return min(borders, key=lambda place: abs(2 * place - len(group)), default=len(group) // 2)


def _says_the_same(before: Cable, after: Cable, changes: set[str]) -> bool:
    return all(
        getattr(before, field.name) == getattr(after, field.name)
        for field in attrs.fields(Cable)
        if field.name not in changes
    )


def _is_new(one: Diagnostic, places: dict[str, deque[Span]]) -> bool:
    """Whether no diagnostic of the old text stood here; each accounts for one. Both are in the order of the text."""
    waiting = places.get(one.code, deque())
    while waiting:
        if one.span.start < waiting[0].start:
            return True
        if one.span.start <= waiting.popleft().end:
            return False
    return True
