"""Damaged telegrams as hypothesis strategies: what was done to a text, where, and what checking it must find.

An operator states the places where its result is no longer well-formed or conformant. Applied there, `check` yields
one of the codes it names, at the damaged lines (law 6). Operators on prose, where no rule can tell damage from writing,
state the weaker law instead: the attributes that stay as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import telegram_grammar as tg
from telegram_grammar.diagnostics import Span
from telegram_grammar.testing.arguments import demand_texts, names_of, text_of
from telegram_grammar.testing.conformant import conformant_cables
from telegram_grammar.testing.values import Era, cached
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content

__all__ = ["OPERATORS", "Damage", "conformant_texts", "damaged"]


@frozen
class Damage:
    """A text, the same text damaged, and what was done."""

    source: str
    damaged: str
    #: Name of the operator, as in "delete".
    operator: str
    #: Where the damage is in the damaged text: the lines that the operator touched.
    span: Span
    #: Codes of which checking must find one at the damaged lines; empty where only `keeps` holds.
    codes: frozenset[str] = frozenset()
    #: Attributes of the cable that the damage leaves as they were.
    keeps: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """Number of the first damaged line in the damaged text, from 1."""
        return self.damaged.count("\n", 0, self.span.start) + 1

    def found(self) -> tuple[tg.Diagnostic, ...]:
        """The diagnostics of the damaged text that have one of the codes and stand at the damaged lines."""
        return tuple(
            one
            for one in tg.check(self.damaged)
            if one.code in self.codes and one.span.start <= self.span.end and one.span.end >= self.span.start
        )


@frozen
class _Edit:
    """A change at one place: text[start:end] becomes `text`."""

    start: int
    end: int
    text: str
    codes: frozenset[str] = frozenset()
    keeps: tuple[str, ...] = ()
    #: Whether the damage is found somewhere else: of two lines that disagree, one is reported.
    elsewhere: bool = False


#: An operator gives the edits that it can make to a text, each with what it states.
_Operator = Callable[[tg.Document], Iterator[_Edit]]

_STRUCTURE: Final = frozenset({"TG001", "TG002", "TG003", "TG004", "TG005", "TG006", "TG008", "TG010", "TG011"})
#: Lines that the grammar demands, so that a text without one is not well-formed.
_MANDATORY: Final = frozenset(
    {"ROUTING", "STATION", "SECURITY", "DTG", "ORIGINATOR", "ACTION", "CLASS", "EXECUTIVE_ORDER", "TAGS", "SUBJECT"}
)
#: Lines of which a message has one.
_ONCE: Final = _MANDATORY - {"ROUTING", "ACTION", "DTG"}
_HEADING: Final = frozenset({"ROUTING", "STATION", "SECURITY", "DTG", "ORIGINATOR", "ACTION", "INFORMATION", "ADDRESS"})
#: All but the body.
_HEAD: Final = (
    "transmission", "precedence", "dtg", "originator", "action", "info", "exempt", "classification", "section",
    "message", "captions", "passing", "executive_order", "tags", "subject", "references", "classified_by",
)  # fmt: skip


def _lines(document: tg.Document) -> list[Leaf]:
    """The leaves of heading and text head that are one line each."""
    return [
        leaf
        for leaf in document.leaves()
        if document.source.count("\n", leaf.start, leaf.end) == 1 and leaf.kind not in ("PROSE", "PARTED_PROSE")
    ]


# ---- lines -------------------------------------------------------------------------------------------------


def _delete(document: tg.Document) -> Iterator[_Edit]:
    """A mandatory line is lost."""
    for leaf in _lines(document):
        if leaf.kind in _MANDATORY:
            yield _Edit(leaf.start, leaf.end, "", _STRUCTURE)


def _swap(document: tg.Document) -> Iterator[_Edit]:
    """Two mandatory lines that follow one another change places."""
    leaves, source = _lines(document), document.source
    for first, second in pairwise(leaves):
        if first.end == second.start and {first.kind, second.kind} <= _MANDATORY - {"CLASS"}:
            swapped = source[second.start : second.end] + source[first.start : first.end]
            yield _Edit(first.start, second.end, swapped, _STRUCTURE)


def _repeat(document: tg.Document) -> Iterator[_Edit]:
    """A line that a message has once stands twice."""
    for leaf in _lines(document):
        if leaf.kind in _ONCE:
            yield _Edit(leaf.start, leaf.end, document.source[leaf.start : leaf.end] * 2, _STRUCTURE)


def _replace(document: tg.Document) -> Iterator[_Edit]:
    """A mandatory line gives way to one that is nothing."""
    for leaf in _lines(document):
        if leaf.kind in _MANDATORY:
            yield _Edit(leaf.start, leaf.end, "circuit note, see log\n", _STRUCTURE)


def _lower(document: tg.Document) -> Iterator[_Edit]:
    """A line of the heading, or a label of the text head, in small letters."""
    labels = {"EXECUTIVE_ORDER": "TG221", "TAGS": "TG231", "SUBJECT": "TG241"}
    for leaf in _lines(document):
        line = document.source[leaf.start : leaf.end]
        if leaf.kind in _MANDATORY - {"CLASS"}:
            codes = _STRUCTURE | {"TG101", "TG102", labels.get(leaf.kind, "TG101")}
            yield _Edit(leaf.start, leaf.end, line.lower(), codes)
        elif leaf.kind == "CLASS":
            yield _Edit(leaf.start, leaf.end, line.lower(), _STRUCTURE | {"TG202", "TG203", "TG205"})


def _join(document: tg.Document) -> Iterator[_Edit]:
    """Two fields that follow one another on one line."""
    leaves, source = _lines(document), document.source
    pairs = {("EXECUTIVE_ORDER", "TAGS"), ("TAGS", "SUBJECT"), ("ORIGINATOR", "ACTION"), ("STATION", "SECURITY")}
    for first, second in pairwise(leaves):
        further = second.kind == "ADDRESS" and source.startswith(("RU", "RH"), second.start)
        if first.end == second.start and (further or (first.kind, second.kind) in pairs):
            yield _Edit(first.end - 1, first.end, " ", _STRUCTURE)


def _wrap(document: tg.Document) -> Iterator[_Edit]:
    """A line of the heading is broken behind its first group."""
    for leaf in _lines(document):
        if leaf.kind in ("STATION", "SECURITY", "DTG", "ORIGINATOR"):
            place = document.source.find(" ", leaf.start, leaf.end)
            yield _Edit(place, place + 1, "\n", _STRUCTURE)


def _blank_lines(document: tg.Document) -> Iterator[_Edit]:
    """A blank line inside the heading, or between E.O., TAGS and SUBJECT."""
    leaves = _lines(document)
    fields = {"EXECUTIVE_ORDER", "TAGS"}
    for first, second in pairwise(leaves):
        inside = first.kind in _HEADING - {"ROUTING"} and second.kind in _HEADING
        if first.end == second.start and (inside or first.kind in fields):
            yield _Edit(first.end, first.end, "\n", _STRUCTURE)


# ---- characters of checked fields ---------------------------------------------------------------------------


def _figures(document: tg.Document) -> Iterator[_Edit]:
    """One figure or letter of a field that another field repeats is changed."""
    cable, source = document.cable, document.source
    if cable.transmission is not None:
        station = document.span_of("transmission.station")
        if _is_modern(cable):
            yield _change(source, source.index("#", station.start) + 4, {"TG504"})
            number = content(source, *_range(document.span_of("message")))[1] - 1
            yield _change(source, number, {"TG504"}, elsewhere=True)
        yield _Edit(station.end - 7, station.end - 6, "9", frozenset({"TG156"}))
        security = document.span_of("transmission.security").start
        yield _Edit(security + 4, security + 5, "R", frozenset({"TG109", "TG157", "TG506"}))
        routing = document.span_of("transmission.routing").start
        yield _Edit(routing, routing + 2, "YY", frozenset({"TG501"}))
    month = source.index("Z ", document.span_of("dtg").start) + 2
    yield _Edit(month, month + 3, "JXN", _STRUCTURE)
    order = document.span_of("executive_order").start
    yield _change(source, order + 5, {"TG281"})
    tag = document.span_of("tags").start + len("TAGS: ")
    yield _Edit(tag, tag + 1, "9", frozenset({"TG294"}))


def _is_modern(cable: tg.Cable) -> bool:
    """Whether serial and message number agree by the custom of the time."""
    moment = cable.dtg.datetime if isinstance(cable.dtg, tg.DateTimeGroup) else None
    return moment is not None and moment.date() >= Era.EO_12958.first


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _change(source: str, place: int, codes: set[str], *, elsewhere: bool = False) -> _Edit:
    """Another figure at a place; `elsewhere`: the field that disagrees is the one that is reported."""
    other = str((int(source[place]) + 1) % 10)
    return _Edit(place, place + 1, other, frozenset(codes), elsewhere=elsewhere)


# ---- pages, noise ------------------------------------------------------------------------------------------


def _cut(document: tg.Document) -> Iterator[_Edit]:
    """All from the first page mark on is lost, or all before it, or a section between two others."""
    marks = [leaf.start for leaf in document.leaves() if leaf.kind == "PAGE_MARK"]
    if marks:
        yield _Edit(marks[0], len(document.source), "", keeps=_HEAD)  # a first section by itself is a whole message
        yield _Edit(0, marks[0], "", frozenset({"TG342"}), elsewhere=True)
    for mark, following in pairwise(marks[1:-1]):
        yield _Edit(mark, following, "", frozenset({"TG435"}), elsewhere=True)


def _pilcrow_as_one(document: tg.Document) -> Iterator[_Edit]:
    """The pilcrow before every paragraph number is read as a digit."""
    leaves = [leaf for leaf in document.leaves() if leaf.kind == "PARAGRAPH_NUMBER"]
    if len(leaves) > 1:
        pieces, place = [], leaves[0].start
        for leaf in leaves:
            pieces += [document.source[place : leaf.start], "1"]
            place = leaf.start
        end = leaves[-1].start
        yield _Edit(leaves[0].start, end, "".join(pieces), frozenset({"TG602"}), keeps=("body", *_HEAD))


def _broken_token(document: tg.Document) -> Iterator[_Edit]:
    """An address of the web, broken by the system after 45 characters."""
    address = f"http://www.example.gov/{'a' * 22} {'b' * 9}.html"
    for leaf in _prose(document):
        place = document.source.find(" ", leaf.start, leaf.end)
        if place > 0:
            yield _Edit(place, place, f"\n{address}", frozenset({"TG607"}), keeps=_HEAD)


# ---- prose -------------------------------------------------------------------------------------------------


def _prose(document: tg.Document) -> list[Leaf]:
    return [leaf for leaf in document.leaves() if leaf.kind in ("PROSE", "PARTED_PROSE")]


def _other_words(document: tg.Document) -> Iterator[_Edit]:
    """A word inside a line of prose gives way to another: nothing but the body changes, and no rule can tell."""
    source = document.source
    for leaf in _prose(document):
        place = source.find(" the ", leaf.start, leaf.end)
        if place > 0:
            yield _Edit(place + 1, place + 4, "our", keeps=_HEAD)


def _lost_line(document: tg.Document) -> Iterator[_Edit]:
    """A line inside a paragraph is lost: the sentence is another, the rest is the same."""
    source = document.source
    for leaf in _prose(document):
        first = source.find("\n", leaf.start, leaf.end)
        second = source.find("\n", first + 1, leaf.end)
        if first >= 0 and source[first + 1 : first + 2].islower() and source[second + 1 : second + 2].islower():
            yield _Edit(first + 1, second + 1, "", keeps=_HEAD)


#: All operators by name.
OPERATORS: Final[dict[str, _Operator]] = {
    "delete a line": _delete,
    "swap lines": _swap,
    "repeat a line": _repeat,
    "replace a line": _replace,
    "small letters": _lower,
    "join lines": _join,
    "wrap a line": _wrap,
    "blank lines": _blank_lines,
    "change a character": _figures,
    "cut at a page mark": _cut,
    "pilcrow as 1": _pilcrow_as_one,
    "break after 45": _broken_token,
    "other words": _other_words,
    "lose a line of prose": _lost_line,
}


@cached
def conformant_texts() -> SearchStrategy[str]:
    """The canonical text of conformant cables."""
    return conformant_cables().map(tg.render)


def damaged(
    texts: SearchStrategy[str] | None = None, operators: str | Iterable[str] = ()
) -> SearchStrategy[Damage]:  # fmt: skip
    """A conformant text with one piece of damage, and what checking must find.

    `texts` gives other texts to damage; what is stated holds for texts that are conformant. `operators` are names out
    of `OPERATORS`, or one name; all of them where none is given. Raises ValueError for a name that is none of them,
    TypeError for a value of another type.
    """
    if texts is not None:
        demand_texts(texts, "damaged")
    names = names_of(operators, OPERATORS, "operator", "damaged")
    return _damaged(texts if texts is not None else conformant_texts(), names)


@cached
@st.composite
def _damaged(draw: DrawFn, texts: SearchStrategy[str], operators: tuple[str, ...]) -> Damage:
    source = text_of(draw, texts)
    document = tg.parse(source)
    possible = {name: list(OPERATORS[name](document)) for name in operators or OPERATORS}
    applicable = [name for name, edits in possible.items() if edits]
    assume(applicable)
    name = draw(st.sampled_from(applicable))
    edit = draw(st.sampled_from(possible[name]))
    text = source[: edit.start] + edit.text + source[edit.end :]
    if edit.elsewhere:
        return Damage(source, text, name, Span(0, len(text)), edit.codes, edit.keeps)
    # a line that is lost is missed at the line before it or behind it
    start = text.rfind("\n", 0, max(edit.start - 1, 0)) + 1
    end = text.find("\n", edit.start + len(edit.text))
    return Damage(source, text, name, Span(start, end + 1 if end >= 0 else len(text)), edit.codes, edit.keeps)
