"""The text of a cable as it is sent: the alphabet of the wire, its line ends, its frame (ACP 127 sections 134, 138)."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any, Final, TypeVar

import attrs

from telegram_grammar.measures import LINE
from telegram_grammar.model import Cable, Classification, Unread
from telegram_grammar.rendering.layout import laid_out
from telegram_grammar.rendering.refusal import RenderError
from telegram_grammar.rendering.sheet import Sheet

__all__ = ["in_capitals", "wire_text"]

#: What International Telegraph Alphabet No. 2 can send (ACP 127 section 134), and the blank. The apostrophe's place is
#: national; the United States use it as an apostrophe.
_ALPHABET: Final = frozenset(string.ascii_uppercase + string.digits + "-?:().,/' ")
#: The sign of a serial number, which the US form of format lines 3, 4 and 15 has.
_SERIAL: Final = "#"
_LINE_END: Final = "\r\r\n"
#: So many places of a sign are named.
_PLACES: Final = 3
_CAPITALS: Final = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)
#: The form has one sign that the wire has not: what parts references without letters.
_FORM: Final = _CAPITALS | str.maketrans(";", ",")

_Value = TypeVar("_Value")


def wire_text(cable: Cable, width: int) -> tuple[Cable, str]:
    """What is sent of a cable, and its text. Raises RenderError where something cannot be sent."""
    if cable.notices:
        raise RenderError("notices", "they were added to the message by others, and are no part of what is sent")
    sent = in_capitals(cable)
    _verify_alphabet(sent)
    sheet = laid_out(sent, min(width, LINE), framed=True)
    lines = [line.translate(_FORM) for line in sheet.lines]
    _verify_length(lines, sheet)
    return sent, "".join(line + _LINE_END for line in lines)


def in_capitals(value: _Value) -> _Value:
    """A part of a cable, or all of it, with the letters a to z as capitals; the wire has no others."""
    return _capitals(value)  # type: ignore[no-any-return]  # it is of the type of what it was made of


def _capitals(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(_CAPITALS)
    if isinstance(value, tuple):
        return tuple(map(_capitals, value))
    if isinstance(value, Unread):  # what it follows is named as in the model
        return attrs.evolve(value, text=value.text.translate(_CAPITALS))
    if isinstance(value, Classification):
        word = value.word.translate(_CAPITALS) if value.word is not None else None
        word = None if word == value.level.value else word
        return attrs.evolve(value, word=word, caveats=_capitals(value.caveats))
    if attrs.has(type(value)):
        return type(value)(**{name: _capitals(getattr(value, name)) for name in attrs.fields_dict(type(value))})
    return value


# ---- what cannot be sent ---------------------------------------------------------------------------------


def _verify_alphabet(cable: Cable) -> None:
    """Raises RenderError with all characters that the wire does not have, and where they are."""
    places: dict[str, list[str]] = {}
    for path, words in _strings("", cable):
        for sign in sorted(set(words) - _ALPHABET):
            if sign != "\n" and not (sign == _SERIAL and path.startswith("transmission")):
                places.setdefault(sign, []).append(path)
    if places:
        first = next(iter(places.values()))[0]
        raise RenderError(first, f"the wire has no {', '.join(map(_listed, places, places.values()))}")


def _listed(sign: str, paths: list[str]) -> str:
    """A character and its places: `'%' (body[3].text and 4 more)`."""
    more = f" and {len(paths) - _PLACES} more" if len(paths) > _PLACES else ""
    return f"{sign!a} ({', '.join(paths[:_PLACES])}{more})"


def _strings(path: str, value: object) -> Iterator[tuple[str, str]]:
    """All words of a value, with their paths."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _strings(f"{path}[{place}]", item)
    elif attrs.has(kind := type(value)):
        for name in attrs.fields_dict(kind):
            if (kind, name) != (Unread, "after"):
                yield from _strings(f"{path}.{name}" if path else name, getattr(value, name))


def _verify_length(lines: list[str], sheet: Sheet) -> None:
    for place, line in enumerate(lines):
        if len(line) > LINE:
            paths = [block.paths[0] for block in sheet.blocks if block.first <= place < block.end and block.paths]
            raise RenderError(
                paths[-1] if paths else f"line {place + 1}",
                f"a line of {len(line)} characters that has no permitted break; {LINE} can be sent",
            )
