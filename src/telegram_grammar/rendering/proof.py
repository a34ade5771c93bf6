"""The proof that a text reads back as its cable; where it does not, which attribute is to blame."""

from __future__ import annotations

import attrs

from telegram_grammar.model import Cable
from telegram_grammar.parser import parse
from telegram_grammar.rendering.refusal import RenderError

__all__ = ["first_difference", "prove", "shown"]


def prove(cable: Cable, text: str) -> None:
    """Raises RenderError, naming the first attribute that reads back otherwise."""
    read = parse(text).cable
    if read != cable:
        attribute, value, instead = first_difference("", cable, read)
        raise RenderError(attribute, f"{shown(value)} would be read back as {shown(instead)}")


def first_difference(path: str, value: object, instead: object) -> tuple[str, object, object]:
    """The first part, as deep as it can be named, in which two values differ."""
    if isinstance(value, tuple) and isinstance(instead, tuple):
        for place, (one, other) in enumerate(zip(value, instead, strict=False)):
            if one != other:
                return first_difference(f"{path}[{place}]", one, other)
        return path, value[len(instead) :], instead[len(value) :]
    kind = type(value)
    if attrs.has(kind) and kind is type(instead):
        for name in attrs.fields_dict(kind):
            one, other = getattr(value, name), getattr(instead, name)
            if one != other:
                return first_difference(f"{path}.{name}" if path else name, one, other)
    return path, value, instead


def shown(value: object) -> str:
    """A value as messages print it."""
    words = repr(value) if value not in (None, ()) else "nothing"
    return words if len(words) <= 160 else f"{words[:120]} ... {words[-30:]}"
