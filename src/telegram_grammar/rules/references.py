"""Rules of the REF line: letters in order, and references to what can have been there (TAGS Handbook 1974; NARA)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from telegram_grammar.codes import reference_rules as codes
from telegram_grammar.interpret import full_year
from telegram_grammar.model import Reference
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import place_of_words
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _places(context: Context) -> list[tuple[int, int]]:
    """Where each reference stands; the REF line for those from the first on that cannot be found."""
    line = context.place("references")
    found: list[tuple[int, int]] = []
    lost = False
    place = line[0]
    for reference in context.cable.references:
        where = line
        if not lost:
            where = place_of_words(context, reference.text, (place, line[1])) if reference.text else line
            lost = where == (place, line[1]) and not _is_all(context, reference, where)
            where, place = (line, place) if lost else (where, where[1])
        found.append(where)
    return found


def _is_all(context: Context, reference: Reference, where: tuple[int, int]) -> bool:
    """Whether the range holds the reference alone."""
    return " ".join(context.source[where[0] : where[1]].split()) == reference.text


def _letters(context: Context) -> Iterator[Finding]:
    before = ""
    for place, reference in enumerate(context.cable.references):
        letter = (reference.letter or "").upper()
        if len(letter) != 1 or letter not in _LETTERS:
            continue
        wanted = _LETTERS[_LETTERS.index(before) + 1 : _LETTERS.index(before) + 2] if before else "A"
        if letter != wanted:
            yield context.found(codes.LETTERS, _places(context)[place], expected=wanted or "no further letter",
                                found=letter, other=before or "REF")  # fmt: skip
            return
        before = letter


@frozen
class _Cited:
    """A reference to a telegram: its place among the references, what it cites, its year where one is printed."""

    place: int
    printed: str
    post: str
    number: int
    year: int | None


def _cited(context: Context) -> Iterator[_Cited]:
    for place, reference in enumerate(context.cable.references):
        cable = reference.cable
        if cable is not None and cable.number.isascii() and cable.number.isdigit():
            printed = " ".join(filter(None, (cable.year, cable.post, cable.number)))
            year = full_year(cable.year) if cable.year is not None else None
            yield _Cited(place, printed, _post(cable.post), int(cable.number), year)


def _post(name: str) -> str:
    """The post's name as ids have it, so that RIO DE JANEIRO and RIODEJANEIRO are one."""
    name = "".join(filter(str.isalnum, name)).upper()
    return "STATE" if name == "SECSTATE" else name


def _future(context: Context) -> Iterator[Finding]:
    day = context.date
    late = [one for one in _cited(context) if day is not None and one.year is not None and one.year > day.year]
    places = _places(context) if late else []
    for one in late:
        yield context.found(codes.FUTURE, places[one.place], expected="a year that has been", found=one.printed)


def _own(context: Context) -> tuple[str, int] | None:
    """Post and number of the telegram itself."""
    message = context.cable.message
    if message is None or not (message.number.isascii() and message.number.isdigit()) or not message.post:
        return None
    return _post(message.post), int(message.number)


def _later_number(context: Context) -> Iterator[Finding]:
    own, day = _own(context), context.date
    if own is None:
        return
    years = (None, day.year) if day else (None,)
    late = [one for one in _cited(context) if one.post == own[0] and one.number > own[1] and one.year in years]
    places = _places(context) if late else []
    for one in late:
        yield context.found(
            codes.LATER_NUMBER, places[one.place], expected="the year before the post", found=one.printed
        )


def _itself(context: Context) -> Iterator[Finding]:
    own, day = _own(context), context.date
    years = (None, day.year) if day else (None,)
    same = [one for one in _cited(context) if (one.post, one.number) == own and one.year in years]
    places = _places(context) if same else []
    for one in same:
        yield context.found(codes.ITSELF, places[one.place], expected="another number", found=one.printed)


RULES: Final[tuple[Rule, ...]] = (
    Rule(codes.LETTERS, _letters),
    Rule(codes.FUTURE, _future),
    Rule(codes.LATER_NUMBER, _later_number),
    Rule(codes.ITSELF, _itself),
)
