"""Where two cables differ: the first attribute, as deep as it can be named, and its values as messages print them."""

from __future__ import annotations

import attrs

__all__ = ["first_difference", "shown"]


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
