"""What the class line tells the body's scanner: the number that page marks print, and whether this is a later section."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from telegram_grammar.text_head_fields import class_line
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content

__all__ = ["Hints", "section_hints"]


@frozen
class Hints:
    """`mark`: the message number as page marks print it, eight digits, or None; `later`: section 2 or beyond."""

    mark: str | None
    later: bool


def section_hints(text: str, leaves: Sequence[Leaf]) -> Hints:
    """Reads the class line once for the scanner's use; nothing is reported here."""
    leaf = next((leaf for leaf in leaves if leaf.kind == "CLASS"), None)
    if leaf is None:
        return Hints(None, False)
    found = class_line(text, *content(text, leaf.start, leaf.end), _silent)
    number = found.message.number.zfill(8) if found.message and found.message.number else None
    return Hints(number, found.section is not None and found.section.number > 1)


def _silent(*_: object, **__: object) -> None:
    """Takes no reports: the builder reads the line again and reports."""
