"""Where two cables differ: the first attribute, as deep as it can be named, and its values as messages print them."""

from __future__ import annotations

from typing import Final

import attrs

__all__ = ["first_difference", "shown"]

#: What an attribute holds that is absent.
_NOTHING: Final = (None, ())


def first_difference(path: str, value: object, instead: object) -> tuple[str, object, object]:
    """The part, as deep as it can be named, in which two values differ: the first that is lost, or else the first.

    What is lost is the cause, and what another part has gained is mostly where it went.
    """
    if isinstance(value, tuple) and isinstance(instead, tuple):
        for place, (one, other) in enumerate(zip(value, instead, strict=False)):
            if one != other:
                return first_difference(f"{path}[{place}]", one, other)
        return path, value[len(instead) :], instead[len(value) :]
    kind = type(value)
    if attrs.has(kind) and kind is type(instead):
        pairs = {name: (getattr(value, name), getattr(instead, name)) for name in attrs.fields_dict(kind)}
        names = [name for name, (one, other) in pairs.items() if one != other]
        names.sort(key=lambda name: _gain(*pairs[name]))
        if names:
            return first_difference(f"{path}.{names[0]}" if path else names[0], *pairs[names[0]])
    return path, value, instead


def _gain(value: object, instead: object) -> int:
    """0 for a value that is lost, 1 for one that is another, 2 for one where nothing was."""
    if instead in _NOTHING:
        return 0
    if value in _NOTHING:
        return 2
    more = isinstance(value, tuple) and isinstance(instead, tuple) and value == instead[: len(value)]
    return 2 if more else 1


def shown(value: object) -> str:
    """A value as messages print it."""
    words = repr(value) if value not in _NOTHING else "nothing"
    return words if len(words) <= 160 else f"{words[:120]} ... {words[-30:]}"
