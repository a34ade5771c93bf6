"""What the class line tells the body's scanner: the number that page marks print, and whether it is a later section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from attrs import frozen

from telegram_grammar.making import maker
from telegram_grammar.text_head_fields import class_line
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content

__all__ = ["Hints", "section_hints"]


#: The arguments of one report.
Recorded: TypeAlias = tuple[tuple[Any, ...], dict[str, Any]]


@frozen(weakref_slot=False)
class Hints:
    """`mark`: the message number as page marks print it, eight digits, or None; `later`: section 2 or beyond."""

    mark: str | None
    later: bool


_new_hints = maker(Hints)


def section_hints(text: str, leaves: Sequence[Leaf]) -> Hints:
    """Reads the class line for the scanner's use; the leaf keeps what was read and reported for the builder."""
    for leaf in leaves:
        if leaf.kind == "CLASS":
            break
    else:
        return Hints(None, False)
    recorded: list[Recorded] = []
    found = class_line(text, *content(text, leaf.start, leaf.end), lambda *of, **words: recorded.append((of, words)))
    leaf.value = (found, recorded)
    number = found.message.number.zfill(8) if found.message and found.message.number else None
    return _new_hints(number, found.section is not None and found.section.number > 1)
