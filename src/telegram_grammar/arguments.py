"""What is said where a public function is given another thing than it takes."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from telegram_grammar.model import Cable

__all__ = ["demand", "misfit", "misfit_of", "near"]

#: What to do instead, by what a function takes and what it was given.
_INSTEAD: Final = {
    (str, "bytes"): "; parse_bytes reads bytes",
    (str, "Document"): "; a document is parsed already",
    (str, "Cable"): "; a cable is parsed already",
    (bytes, "str"): "; parse reads text",
    (Cable, "Document"): "; its cable is document.cable",
    (Cable, "str"): "; parse the text first",
}


def demand(value: object, kind: type, function: str) -> None:
    """Raises TypeError where the argument of a function is not of the kind that it takes."""
    if not isinstance(value, kind):
        given = type(value).__name__
        raise TypeError(
            f"{function} takes {_named(kind.__name__)}, not {_named(given)}{_INSTEAD.get((kind, given), '')}"
        )


def near(word: str, known: Iterable[str]) -> str:
    """The known words that one may have been meant by, as the end of a message; "" where none is near."""
    import difflib  # for messages alone

    found = difflib.get_close_matches(word, sorted(known), n=3)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def misfit(cable: Cable) -> tuple[str, str] | None:
    """The path of the first value in a cable that is not of the type that the model says, and what it is instead."""
    return next(_misfits("", cable, Cable), None)


def misfit_of(name: str, value: object) -> tuple[str, str] | None:
    """The same of a value for an attribute of `Cable`."""
    return next(_misfits(name, value, _types(Cable)[name]), None)


@functools.cache
def _types(model: Any) -> dict[str, Any]:
    return typing.get_type_hints(model)


def _misfits(path: str, value: object, wanted: Any) -> Iterator[tuple[str, str]]:
    if typing.get_origin(wanted) is tuple:
        if not isinstance(value, tuple):
            yield path, f"is {_named(type(value).__name__)}, not a tuple"
            return
        for place, item in enumerate(value):
            yield from _misfits(f"{path}[{place}]", item, typing.get_args(wanted)[0])
        return
    options = typing.get_args(wanted) if isinstance(wanted, types.UnionType) else (wanted,)
    if any(typing.get_origin(option) is tuple for option in options) and isinstance(value, list | str | tuple):
        wanted = next(option for option in options if typing.get_origin(option) is tuple)
        yield from _misfits(path, value, wanted)
    elif not isinstance(value, tuple(option for option in options if isinstance(option, type))):
        names = [_named(option.__name__) for option in options if hasattr(option, "__name__")]
        yield path, f"is {_named(type(value).__name__)}, not {' or '.join(names)}"
    elif attrs.has(type(value)):
        model: type = type(value)
        for name, inner in _types(model).items():
            if not name.startswith("_"):
                yield from _misfits(f"{path}.{name}" if path else name, getattr(value, name), inner)


def _named(kind: str) -> str:
    if kind == "NoneType":
        return "None"
    if kind == "bytes":
        return kind
    return f"an {kind}" if kind[0] in "AEIOUaeiou" else f"a {kind}"
